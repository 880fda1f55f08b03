/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the canvas of the five whys takes of its own: from a loaded document to the first picture, to lay out again
 * after one edit, and for one frame while it is panned, zoomed and a branch is dragged: update, allocate and snapshot of
 * the canvas and its children, without what the toolkit takes to paint. Prints a table, or with --json an array of
 * objects with answers, what, median, p95 and children; fails never, for a time is no fact about the code. */

#include "config.h"

#include <adwaita.h>

#include "aft-answer.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-canvas-private.h"
#include "bench-tools.h"

#define FRAMES 200
#define EDITS 21

/* An answer has up to this many answers below it, and this deep. */
#define BREADTH 4
#define DEPTH 9

typedef struct
{
  GRand *rand;
  guint  n_left;
  guint  n_made;
} Making;

static AftAnswer *
create_answer (Making *making)
{
  static const char *const texts[] = {
    "Nobody knew", "The check was switched on for everyone at once, before anyone had tried it",
    "There was no place where it was written down", "It had always worked until the volume of requests doubled within a week",
  };
  AftAnswer *answer = aft_answer_new ();
  g_autofree char *text = g_strdup_printf ("%s (%u)", texts[making->n_made % G_N_ELEMENTS (texts)], making->n_made);

  g_object_set (answer, "text", text, "state", (int) (making->n_made % 3), NULL);
  making->n_made++;
  making->n_left--;

  return answer;
}

static void
add_answers (Making  *making,
             AftItem *item,
             guint    depth)
{
  const guint n_answers = MIN ((guint) g_rand_int_range (making->rand, 1, BREADTH + 1), making->n_left);
  g_autoptr(AftQuestion) question = NULL;

  if (n_answers == 0 || depth == DEPTH)
    return;

  question = aft_question_new ();
  g_object_set (question, "text", "Why was that so?", NULL);
  aft_item_adopt (item, "questions", AFT_ITEM (question));
  for (guint i = 0; i < n_answers && making->n_left > 0; i++)
    {
      g_autoptr(AftAnswer) answer = create_answer (making);

      aft_item_adopt (AFT_ITEM (question), "answers", AFT_ITEM (answer));
      add_answers (making, AFT_ITEM (answer), depth + 1);
    }
}

static AftDocument *
create_document (guint n_answers)
{
  AftDocument *document = aft_document_new ();
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GRand) rand = g_rand_new_with_seed (42);
  Making making = { rand, n_answers };

  while (making.n_left > 0)
    {
      AftProblem *problem = aft_problem_new ();

      g_object_set (problem, "text", "Users could not sign in for two hours", NULL);
      add_answers (&making, AFT_ITEM (problem), 0);
      g_ptr_array_add (problems, problem);
    }
  aft_document_set_ready (document);
  aft_history_insert_many (aft_document_get_history (document), AFT_ITEM (document), "problems", 0, problems);

  return document;
}

static void
run_frame (AftWhysCanvas *canvas)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (canvas))));
}

/* What changed the canvas counts, and what comes of it in the frame after. */
static void
end_frame (AftWhysCanvas *canvas,
           double         start,
           GArray        *times)
{
  bench_frame = bench_now () - start;
  run_frame (canvas);
  g_array_append_val (times, bench_frame);
}

static void
measure_edit (AftWhysCanvas *canvas,
              AftItem       *answer,
              GArray        *times)
{
  for (guint i = 0; i < EDITS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Nobody knew%s (%u)", i % 2 == 0 ? ", for it had never been written down anywhere" : "", i);
      double start;

      g_object_set (answer, "text", text, NULL);
      start = bench_now ();
      aft_whys_canvas_refresh (canvas);
      end_frame (canvas, start, times);
    }
}

static void
measure_pan (AftWhysCanvas *canvas,
             GArray        *times)
{
  for (guint i = 0; i < FRAMES; i++)
    {
      const double start = bench_now ();

      aft_whys_canvas_pan (canvas, i % 40 < 20 ? -37 : 37, i % 20 < 10 ? -23 : 23);
      end_frame (canvas, start, times);
    }
}

static void
measure_zoom (AftWhysCanvas *canvas,
              GArray        *times)
{
  for (guint i = 0; i < FRAMES; i++)
    {
      const double start = bench_now ();

      aft_whys_canvas_zoom (canvas, i % 80 < 40 ? 1 / 1.1 : 1.1, 600, 250);
      end_frame (canvas, start, times);
    }
}

static void
measure_drag (AftWhysCanvas *canvas,
              AftItem       *answer,
              GArray        *times)
{
  GtkEventController *drag = bench_find_drag (GTK_WIDGET (canvas));
  const AftRect *rect = &aft_whys_tree_get (canvas->tree, aft_whys_tree_find (canvas->tree, answer))->rect;

  g_signal_emit_by_name (drag, "drag-begin", (rect->x + 20) * canvas->zoom + canvas->offset_x, (rect->y + 10) * canvas->zoom + canvas->offset_y);
  for (guint i = 0; i < FRAMES; i++)
    {
      const double start = bench_now ();

      g_signal_emit_by_name (drag, "drag-update", 10 + (double) (i % 40) * 4, (double) (i % 30) * 5 - 70);
      end_frame (canvas, start, times);
    }
  aft_whys_canvas_drop_drag (canvas);
}

static AftItem *
find_middle (AftWhysCanvas *canvas)
{
  for (guint i = aft_whys_tree_get_n (canvas->tree) / 2; i < aft_whys_tree_get_n (canvas->tree); i++)
    if (AFT_IS_ANSWER (aft_whys_tree_get (canvas->tree, i)->item))
      return aft_whys_tree_get (canvas->tree, i)->item;

  g_assert_not_reached ();
}

static void
run (guint n_answers)
{
  g_autoptr(AftDocument) document = create_document (n_answers);
  g_autoptr(AftSession) session = aft_session_new (document, NULL, NULL);
  g_autoptr(AftWhysView) view = aft_whys_view_new (document);
  GtkWidget *window = gtk_window_new ();
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  AftWhysCanvas *canvas;
  AftItem *middle;
  double start;
  double open;

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 500);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  bench_frame = 0;
  start = bench_now ();
  canvas = AFT_WHYS_CANVAS (aft_whys_canvas_new (session, view));
  open = bench_now () - start;
  g_array_append_val (times, open);
  bench_print_row ("answers", n_answers, "open", times, GTK_WIDGET (canvas));

  start = bench_now ();
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (canvas));
  gtk_test_widget_wait_for_draw (window);
  while (canvas->stale)
    g_main_context_iteration (NULL, TRUE);
  run_frame (canvas);
  open += bench_now () - start;
  g_array_append_val (times, open);
  bench_print_row ("answers", n_answers, "until painted", times, GTK_WIDGET (canvas));

  middle = find_middle (canvas);
  aft_whys_canvas_focus_item (canvas, middle);
  run_frame (canvas);
  measure_edit (canvas, middle, times);
  bench_print_row ("answers", n_answers, "one edit", times, GTK_WIDGET (canvas));
  measure_pan (canvas, times);
  bench_print_row ("answers", n_answers, "pan, near", times, GTK_WIDGET (canvas));
  aft_whys_canvas_reveal (canvas, middle);
  run_frame (canvas);
  measure_drag (canvas, middle, times);
  bench_print_row ("answers", n_answers, "drag", times, GTK_WIDGET (canvas));
  measure_zoom (canvas, times);
  bench_print_row ("answers", n_answers, "zoom", times, GTK_WIDGET (canvas));

  /* The second time fits all of it, however small. */
  aft_whys_canvas_fit (canvas, NULL);
  aft_whys_canvas_fit (canvas, NULL);
  run_frame (canvas);
  measure_pan (canvas, times);
  bench_print_row ("answers", n_answers, "pan, all", times, GTK_WIDGET (canvas));

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  const guint all[] = { 100, 1000, 10000, 100000 };

  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  bench_watch_class (AFT_TYPE_WHYS_CANVAS);
  bench_run (argc, argv, "answers", all, G_N_ELEMENTS (all), 4, run);

  return 0;
}

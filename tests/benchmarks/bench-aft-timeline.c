/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the timeline takes of its own: from a loaded document to the first picture, and for one frame while it is
 * panned, zoomed and dragged: update, allocate and snapshot of the canvas and its children, without what the toolkit
 * takes to paint. What was painted is told beside it, on the clock. Prints a table, or with --json an array of objects
 * with events, what, median, p95 and children; fails never, for a time is no fact about the code. */

#include "config.h"

#include <adwaita.h>

#include "aft-timeline-canvas-private.h"
#include "bench-tools.h"

#define FRAMES 200
#define NEAR 20

/* Bursts of events, as in an incident: most within minutes of each other, then hours of quiet. */
static AftDocument *
create_document (guint n_events)
{
  AftDocument *document = aft_document_new ();
  AftHistory *history = aft_document_get_history (document);
  g_autoptr(GPtrArray) events = g_ptr_array_new_full (n_events, g_object_unref);
  g_autoptr(GRand) rand = g_rand_new_with_seed (42);
  gint64 at = G_GINT64_CONSTANT (1620300000) * G_USEC_PER_SEC;

  aft_document_set_ready (document);
  for (guint i = 0; i < n_events; i++)
    {
      AftEvent *event = aft_event_new ();
      g_autoptr(AftMoment) moment = aft_moment_new (at, "UTC", AFT_PRECISION_SECOND, FALSE, NULL);
      g_autofree char *text = g_strdup_printf ("Event %u: something was seen, said or done", i);

      at += (gint64) g_rand_int_range (rand, 1, i % 100 == 0 ? 20000 : 240) * G_USEC_PER_SEC;
      g_object_set (event, "text", text, "at", moment, "kind", (int) (i % 5), NULL);
      if (i % 7 == 0)
        {
          g_autoptr(AftMoment) end = aft_moment_new (at + 300 * G_USEC_PER_SEC, "UTC", AFT_PRECISION_SECOND, FALSE, NULL);

          g_object_set (event, "end", end, NULL);
        }
      if (i == n_events / 4)
        g_object_set (event, "key-moments", AFT_KEY_MOMENT_IMPACT_START | AFT_KEY_MOMENT_TRIGGER, NULL);
      else if (i == n_events / 2)
        g_object_set (event, "key-moments", AFT_KEY_MOMENT_DETECTED, NULL);
      else if (i == n_events - 1)
        g_object_set (event, "key-moments", AFT_KEY_MOMENT_RESOLVED, NULL);
      g_ptr_array_add (events, event);
    }
  aft_history_insert_many (history, AFT_ITEM (document), "events", 0, events);

  return document;
}

static void
run_frames (AftTimelineCanvas *canvas)
{
  const double start = bench_now ();

  aft_timeline_canvas_update_now (canvas);
  bench_frame += bench_now () - start;
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (canvas))));
}

static void
measure_pan (AftTimelineCanvas *canvas,
             GArray            *times)
{
  for (guint i = 0; i < FRAMES; i++)
    {
      g_autoptr(AftScale) panned = NULL;
      double start = bench_now ();

      bench_frame = 0;
      panned = aft_scale_pan (aft_timeline_canvas_get_scale (canvas), i % 20 < 10 ? -37 : 37);
      aft_timeline_canvas_show_scale (canvas, panned);
      bench_frame += bench_now () - start;
      run_frames (canvas);
      g_array_append_val (times, bench_frame);
    }
}

/* About an event, as a pointer would: else what is near is often quiet. */
static void
measure_zoom (AftTimelineCanvas *canvas,
              gint64             instant_us,
              GArray            *times)
{
  for (guint i = 0; i < FRAMES; i++)
    {
      g_autoptr(AftScale) zoomed = NULL;
      AftScale *scale = aft_timeline_canvas_get_scale (canvas);
      const double start = bench_now ();

      bench_frame = 0;
      zoomed = aft_scale_zoom (scale, aft_scale_to_x (scale, instant_us), i % 80 < 40 ? 1.25 : 1 / 1.25);
      aft_timeline_canvas_show_scale (canvas, zoomed);
      bench_frame += bench_now () - start;
      run_frames (canvas);
      g_array_append_val (times, bench_frame);
    }
}

static gint64
get_instant (AftDocument *document,
             guint        index)
{
  g_autoptr(AftEvent) event = g_list_model_get_item (aft_document_get_events (document), index);

  return aft_moment_get_instant (aft_event_get_at (event));
}

/* The middle one and some beside it, however many there are. */
static void
show_near (AftTimelineCanvas *canvas,
           AftDocument       *document,
           guint              index)
{
  const AftSpan span = { get_instant (document, index - NEAR), get_instant (document, index + NEAR) };
  g_autoptr(AftScale) fitted = aft_scale_fit (aft_timeline_canvas_get_scale (canvas), &span, 0,
                                              gtk_widget_get_width (GTK_WIDGET (canvas)));

  aft_timeline_canvas_show_scale (canvas, fitted);
  run_frames (canvas);
}

/* A key moment, so that the figures are counted at every step. */
static void
measure_drag (AftTimelineCanvas *canvas,
              AftDocument       *document,
              guint              index,
              GArray            *times)
{
  g_autoptr(AftEvent) event = g_list_model_get_item (aft_document_get_events (document), index);
  GtkEventController *drag = bench_find_drag (GTK_WIDGET (canvas));
  graphene_point_t point;
  GtkWidget *card;

  show_near (canvas, document, index);
  run_frames (canvas);
  card = aft_timeline_canvas_get_card (canvas, event);
  g_assert_nonnull (card);
  g_assert_true (gtk_widget_compute_point (card, GTK_WIDGET (canvas), &GRAPHENE_POINT_INIT (6, 6), &point));

  g_signal_emit_by_name (drag, "drag-begin", (double) point.x, (double) point.y);
  for (guint i = 0; i < FRAMES; i++)
    {
      const double start = bench_now ();

      bench_frame = 0;
      g_signal_emit_by_name (drag, "drag-update", 10 + (double) (i % 40), 3.0);
      bench_frame += bench_now () - start;
      run_frames (canvas);
      g_array_append_val (times, bench_frame);
    }
  aft_timeline_canvas_drop_drag (canvas);
}

static void
run (guint n_events)
{
  g_autoptr(AftDocument) document = create_document (n_events);
  g_autoptr(AftSession) session = aft_session_new (document, NULL, NULL);
  GtkWidget *window = gtk_window_new ();
  AftTimelineCanvas *canvas = g_object_new (AFT_TYPE_TIMELINE_CANVAS, NULL);
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double start;
  double open;
  double painted;

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 500);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (canvas));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  bench_frame = 0;
  start = bench_now ();
  aft_timeline_canvas_set_session (canvas, session);
  aft_timeline_canvas_update_now (canvas);
  open = bench_now () - start;
  g_array_append_val (times, open);
  bench_print_row ("events", n_events, "open", times, GTK_WIDGET (canvas));

  gtk_test_widget_wait_for_draw (window);
  painted = bench_now () - start;
  open += bench_frame;
  g_array_append_val (times, open);
  bench_print_row ("events", n_events, "first picture", times, GTK_WIDGET (canvas));

  g_array_append_val (times, painted);
  bench_print_row ("events", n_events, "until painted", times, GTK_WIDGET (canvas));

  measure_pan (canvas, times);
  bench_print_row ("events", n_events, "pan, all", times, GTK_WIDGET (canvas));

  aft_timeline_canvas_fit (canvas);
  run_frames (canvas);
  measure_zoom (canvas, get_instant (document, n_events / 2), times);
  bench_print_row ("events", n_events, "zoom", times, GTK_WIDGET (canvas));

  show_near (canvas, document, n_events / 2);
  measure_pan (canvas, times);
  bench_print_row ("events", n_events, "pan, near", times, GTK_WIDGET (canvas));

  measure_drag (canvas, document, n_events / 2, times);
  bench_print_row ("events", n_events, "drag", times, GTK_WIDGET (canvas));

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  const guint all[] = { 1000, 10000, 100000, 1000000 };

  gtk_init ();
  adw_init ();
  bench_watch_class (AFT_TYPE_TIMELINE_CANVAS);
  bench_run (argc, argv, "events", all, G_N_ELEMENTS (all), 4 * NEAR, run);

  return 0;
}

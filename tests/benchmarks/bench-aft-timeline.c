/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the timeline takes of its own: from a loaded document to the first picture, and for one frame while it is
 * panned, zoomed and dragged: update, allocate and snapshot of the canvas and its children, without what the toolkit
 * takes to paint. What was painted is told beside it, on the clock. Prints a table, or with --json an array of objects
 * with events, what, median, p95 and children; fails never, for a time is no fact about the code. */

#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "aft-timeline-canvas-private.h"

#define FRAMES 200
#define NEAR 20

static double frame;
static gboolean as_json;
static guint n_rows;

static void (* canvas_size_allocate) (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline);
static void (* canvas_snapshot) (GtkWidget   *widget,
                                 GtkSnapshot *snapshot);

/* Milliseconds that this thread worked, whatever else the machine does. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
timed_size_allocate (GtkWidget *widget,
                     int        width,
                     int        height,
                     int        baseline)
{
  const double start = now ();

  canvas_size_allocate (widget, width, height, baseline);
  frame += now () - start;
}

static void
timed_snapshot (GtkWidget   *widget,
                GtkSnapshot *snapshot)
{
  const double start = now ();

  canvas_snapshot (widget, snapshot);
  frame += now () - start;
}

static void
watch_class (void)
{
  GtkWidgetClass *klass = g_type_class_ref (AFT_TYPE_TIMELINE_CANVAS);

  canvas_size_allocate = klass->size_allocate;
  canvas_snapshot = klass->snapshot;
  klass->size_allocate = timed_size_allocate;
  klass->snapshot = timed_snapshot;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
get_quantile (GArray *times,
              double  share)
{
  g_array_sort (times, compare);

  return g_array_index (times, double, (guint) (share * (times->len - 1)));
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_visible (child) != FALSE;

  return n;
}

static void
print_row (guint       n_events,
           const char *what,
           GArray     *times,
           guint       n_children)
{
  const double median = get_quantile (times, 0.5);
  const double most = get_quantile (times, 0.95);

  if (as_json)
    g_print ("%s  { \"events\": %u, \"what\": \"%s\", \"median\": %.3f, \"p95\": %.3f, \"children\": %u }",
             n_rows > 0 ? ",\n" : "", n_events, what, median, most, n_children);
  else
    g_print ("%9u  %-14s %9.3f %9.3f %9u\n", n_events, what, median, most, n_children);
  n_rows++;
}

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
  const double start = now ();

  aft_timeline_canvas_update_now (canvas);
  frame += now () - start;
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (canvas))));
}

static void
measure_pan (AftTimelineCanvas *canvas,
             GArray            *times)
{
  for (guint i = 0; i < FRAMES; i++)
    {
      g_autoptr(AftScale) panned = NULL;
      double start = now ();

      frame = 0;
      panned = aft_scale_pan (aft_timeline_canvas_get_scale (canvas), i % 20 < 10 ? -37 : 37);
      aft_timeline_canvas_show_scale (canvas, panned);
      frame += now () - start;
      run_frames (canvas);
      g_array_append_val (times, frame);
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
      const double start = now ();

      frame = 0;
      zoomed = aft_scale_zoom (scale, aft_scale_to_x (scale, instant_us), i % 80 < 40 ? 1.25 : 1 / 1.25);
      aft_timeline_canvas_show_scale (canvas, zoomed);
      frame += now () - start;
      run_frames (canvas);
      g_array_append_val (times, frame);
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

static GtkEventController *
find_drag (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return controller;
    }

  g_assert_not_reached ();
}

/* A key moment, so that the figures are counted at every step. */
static void
measure_drag (AftTimelineCanvas *canvas,
              AftDocument       *document,
              guint              index,
              GArray            *times)
{
  g_autoptr(AftEvent) event = g_list_model_get_item (aft_document_get_events (document), index);
  GtkEventController *drag = find_drag (GTK_WIDGET (canvas));
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
      const double start = now ();

      frame = 0;
      g_signal_emit_by_name (drag, "drag-update", 10 + (double) (i % 40), 3.0);
      frame += now () - start;
      run_frames (canvas);
      g_array_append_val (times, frame);
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

  frame = 0;
  start = now ();
  aft_timeline_canvas_set_session (canvas, session);
  aft_timeline_canvas_update_now (canvas);
  open = now () - start;
  g_array_append_val (times, open);
  print_row (n_events, "open", times, count_children (GTK_WIDGET (canvas)));

  gtk_test_widget_wait_for_draw (window);
  painted = now () - start;
  open += frame;
  g_array_set_size (times, 0);
  g_array_append_val (times, open);
  print_row (n_events, "first picture", times, count_children (GTK_WIDGET (canvas)));

  g_array_set_size (times, 0);
  g_array_append_val (times, painted);
  print_row (n_events, "until painted", times, count_children (GTK_WIDGET (canvas)));

  g_array_set_size (times, 0);
  measure_pan (canvas, times);
  print_row (n_events, "pan, all", times, count_children (GTK_WIDGET (canvas)));

  g_array_set_size (times, 0);
  aft_timeline_canvas_fit (canvas);
  run_frames (canvas);
  measure_zoom (canvas, get_instant (document, n_events / 2), times);
  print_row (n_events, "zoom", times, count_children (GTK_WIDGET (canvas)));

  show_near (canvas, document, n_events / 2);
  g_array_set_size (times, 0);
  measure_pan (canvas, times);
  print_row (n_events, "pan, near", times, count_children (GTK_WIDGET (canvas)));

  g_array_set_size (times, 0);
  measure_drag (canvas, document, n_events / 2, times);
  print_row (n_events, "drag", times, count_children (GTK_WIDGET (canvas)));

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  const guint all[] = { 1000, 10000, 100000, 1000000 };
  int first = 1;

  gtk_init ();
  adw_init ();
  watch_class ();

  if (argc > 1 && g_str_equal (argv[1], "--json"))
    {
      as_json = TRUE;
      first++;
    }

  if (as_json)
    g_print ("[\n");
  else
    g_print ("%9s  %-14s %9s %9s %9s\n", "events", "own time of", "median ms", "95 % ms", "children");
  if (argc > first)
    for (int i = first; i < argc; i++)
      run ((guint) MAX (g_ascii_strtoull (argv[i], NULL, 10), 4 * NEAR));
  else
    for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
      run (all[i]);
  if (as_json)
    g_print ("\n]\n");

  return 0;
}

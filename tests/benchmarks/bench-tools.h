/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include <time.h>

/* What the benchmarks of the two canvases share: the time that a canvas takes of its own for a frame, to update,
 * allocate and snapshot itself and its children, without what the toolkit takes to paint. */

static double bench_frame;
static gboolean bench_as_json;
static guint bench_n_rows;

static void (* bench_size_allocate) (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline);
static void (* bench_snapshot) (GtkWidget   *widget,
                                GtkSnapshot *snapshot);

/* Milliseconds that this thread worked, whatever else the machine does. */
static double
bench_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
bench_timed_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  const double start = bench_now ();

  bench_size_allocate (widget, width, height, baseline);
  bench_frame += bench_now () - start;
}

static void
bench_timed_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  const double start = bench_now ();

  bench_snapshot (widget, snapshot);
  bench_frame += bench_now () - start;
}

static void
bench_watch_class (GType type)
{
  GtkWidgetClass *klass = g_type_class_ref (type);

  bench_size_allocate = klass->size_allocate;
  bench_snapshot = klass->snapshot;
  klass->size_allocate = bench_timed_size_allocate;
  klass->snapshot = bench_timed_snapshot;
}

static int
bench_compare (gconstpointer a,
               gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
bench_get_quantile (GArray *times,
                    double  share)
{
  g_array_sort (times, bench_compare);

  return g_array_index (times, double, (guint) (share * (times->len - 1)));
}

static guint
bench_count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_visible (child) != FALSE;

  return n;
}

/* Prints a row, or an object of JSON, and forgets the times. */
static void
bench_print_row (const char *unit,
                 guint       n,
                 const char *what,
                 GArray     *times,
                 GtkWidget  *canvas)
{
  const double median = bench_get_quantile (times, 0.5);
  const double most = bench_get_quantile (times, 0.95);
  const guint n_children = bench_count_children (canvas);

  if (bench_as_json)
    g_print ("%s  { \"%s\": %u, \"what\": \"%s\", \"median\": %.3f, \"p95\": %.3f, \"children\": %u }",
             bench_n_rows > 0 ? ",\n" : "", unit, n, what, median, most, n_children);
  else
    g_print ("%9u  %-14s %9.3f %9.3f %9u\n", n, what, median, most, n_children);
  bench_n_rows++;
  g_array_set_size (times, 0);
}

static GtkEventController *
bench_find_drag (GtkWidget *widget)
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

/* Runs the counts that the command line names, else all of them. */
static void
bench_run (int           argc,
           char        **argv,
           const char   *unit,
           const guint  *all,
           gsize         n_all,
           guint         least,
           void       (* run) (guint n))
{
  int first = 1;

  if (argc > 1 && g_str_equal (argv[1], "--json"))
    {
      bench_as_json = TRUE;
      first++;
    }

  if (bench_as_json)
    g_print ("[\n");
  else
    g_print ("%9s  %-14s %9s %9s %9s\n", unit, "own time of", "median ms", "95 % ms", "children");
  if (argc > first)
    for (int i = first; i < argc; i++)
      run ((guint) MAX (g_ascii_strtoull (argv[i], NULL, 10), least));
  else
    for (gsize i = 0; i < n_all; i++)
      run (all[i]);
  if (bench_as_json)
    g_print ("\n]\n");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the geometry of the timeline takes alone: to pack the cards of a window, once with all events in sight and
 * once near, and to find the quiet stretches. Prints a table; fails never, for a time is no fact about the code. */

#include "config.h"

#include "aft-lanes.h"
#include "aft-scale.h"
#include "aft-timeline-points.h"

#define TIMES 21
#define NEAR 20
#define WIDTH 1200.0

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
print_row (guint       n_events,
           const char *what,
           GArray     *times,
           guint       n)
{
  g_array_sort (times, compare);
  g_print ("%9u  %-14s %9.3f %9.3f %9u\n", n_events, what, g_array_index (times, double, times->len / 2),
           g_array_index (times, double, (guint) (0.95 * (times->len - 1))), n);
}

static double
measure_card (guint    index,
              gpointer user_data)
{
  return 120 + index % 7 * 20;
}

/* Bursts of events, as in the benchmark of the whole timeline. */
static GArray *
create_points (guint n_events)
{
  GArray *points = g_array_sized_new (FALSE, TRUE, sizeof (AftTimelinePoint), n_events);
  g_autoptr(GRand) rand = g_rand_new_with_seed (42);
  gint64 at = G_GINT64_CONSTANT (1620300000) * G_USEC_PER_SEC;

  for (guint i = 0; i < n_events; i++)
    {
      AftTimelinePoint point = { { at, at }, at, TRUE, FALSE, i % 7 == 0 };

      at += (gint64) g_rand_int_range (rand, 1, i % 100 == 0 ? 20000 : 240) * G_USEC_PER_SEC;
      if (point.lasts)
        point.span.end_us = point.busy_us = at + 300 * G_USEC_PER_SEC;
      g_array_append_val (points, point);
    }

  return points;
}

static void
measure_pack (GArray       *instants,
              const GArray *folds,
              const char   *what,
              guint         first,
              guint         last)
{
  const gint64 *data = (const gint64 *) (gpointer) instants->data;
  const AftScaleConfig config = { data[0], data[instants->len - 1], 1e-6, 48, 0, FALSE };
  const AftLaneParams params = { 8, 8, 80, 50 };
  const AftSpan span = { data[first], data[last] };
  g_autoptr(AftScale) whole = aft_scale_new (&config, (const AftSpan *) (gpointer) folds->data, folds->len);
  g_autoptr(AftScale) scale = aft_scale_fit (whole, &span, 0, WIDTH);
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_cards = 0;

  for (guint i = 0; i < TIMES; i++)
    {
      g_autoptr(AftLanes) lanes = aft_lanes_new ();
      const double start = now ();
      double time;

      aft_lanes_pack (lanes, data, instants->len, scale, 0, WIDTH, &params, measure_card, NULL);
      time = now () - start;
      g_array_append_val (times, time);
      aft_lanes_get_cards (lanes, &n_cards);
    }
  print_row (instants->len, what, times, n_cards);
}

static void
run (guint n_events)
{
  g_autoptr(GArray) points = create_points (n_events);
  g_autoptr(GArray) instants = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_events);
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) folds = NULL;

  for (guint i = 0; i < TIMES; i++)
    {
      const double start = now ();
      double time;

      g_clear_pointer (&folds, g_array_unref);
      folds = aft_timeline_points_find_folds ((const AftTimelinePoint *) (gpointer) points->data, points->len);
      time = now () - start;
      g_array_append_val (times, time);
    }
  print_row (n_events, "find folds", times, folds->len);

  for (guint i = 0; i < points->len; i++)
    g_array_append_val (instants, g_array_index (points, AftTimelinePoint, i).span.start_us);
  measure_pack (instants, folds, "pack, all", 0, n_events - 1);
  measure_pack (instants, folds, "pack, near", n_events / 2 - NEAR, n_events / 2 + NEAR);
}

int
main (int   argc,
      char *argv[])
{
  const guint all[] = { 1000, 10000, 100000, 1000000 };

  g_print ("%9s  %-14s %9s %9s %9s\n", "events", "geometry", "median ms", "95 % ms", "found");
  if (argc > 1)
    for (int i = 1; i < argc; i++)
      run ((guint) MAX (g_ascii_strtoull (argv[i], NULL, 10), 4 * NEAR));
  else
    for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
      run (all[i]);

  return 0;
}

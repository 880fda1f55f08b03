/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-timeline-points.h"

#define HOUR G_TIME_SPAN_HOUR
#define DAY G_TIME_SPAN_DAY

static AftTimelinePoint
make_point (gint64   at,
            gboolean lead_up)
{
  return (AftTimelinePoint) { { at, at }, at, TRUE, lead_up != FALSE, FALSE };
}

static GArray *
spans_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (AftSpan));
}

static void
assert_free (const GArray           *folds,
             const AftTimelinePoint *points,
             guint                   n)
{
  for (guint i = 0; i < folds->len; i++)
    {
      const AftSpan *fold = &g_array_index (folds, AftSpan, i);

      g_assert_cmpint (fold->start_us, <, fold->end_us);
      for (guint nth = 0; nth < n; nth++)
        g_assert_false (points[nth].span.start_us > fold->start_us && points[nth].span.start_us < fold->end_us);
    }
}

static void
test_lead_up (void)
{
  const AftTimelinePoint points[] = {
    make_point (0, TRUE), make_point (300 * DAY, TRUE), make_point (1000 * DAY, FALSE),
    make_point (1000 * DAY + HOUR, FALSE),
  };
  g_autoptr(GArray) folds = aft_timeline_points_find_folds (points, 4);
  const gint64 end = aft_timeline_points_get_lead_up (points, 4);

  g_assert_cmpint (end, >, 300 * DAY);
  g_assert_cmpint (end, <, 1000 * DAY);
  g_assert_cmpuint (folds->len, ==, 2);
  assert_free (folds, points, 4);
  g_assert_cmpint (aft_timeline_points_get_lead_up (points + 2, 2), ==, AFT_INSTANT_MIN);
  g_assert_cmpint (aft_timeline_points_get_lead_up (NULL, 0), ==, AFT_INSTANT_MIN);
  g_assert_cmpint (aft_timeline_points_get_range (points, 4).end_us, ==, 1000 * DAY + HOUR);
}

static void
test_choose (void)
{
  AftTimelinePoint points[] = {
    make_point (0, FALSE), make_point (HOUR, FALSE), make_point (2 * HOUR, FALSE), make_point (100 * DAY, FALSE),
    make_point (100 * DAY + HOUR, FALSE), make_point (100 * DAY + 5 * HOUR, FALSE),
  };
  g_autoptr(GArray) opened = spans_new ();
  g_autoptr(GArray) closed = spans_new ();
  g_autoptr(GArray) folds = aft_timeline_points_choose_folds (points, 6, opened, closed);
  AftSpan gap;

  g_assert_cmpuint (folds->len, ==, 1);
  g_array_append_vals (opened, folds->data, 1);
  g_clear_pointer (&folds, g_array_unref);
  folds = aft_timeline_points_choose_folds (points, 6, opened, closed);
  g_assert_cmpuint (folds->len, ==, 0);

  /* It stays open while an event moves a little. */
  points[3] = make_point (99 * DAY, FALSE);
  g_clear_pointer (&folds, g_array_unref);
  folds = aft_timeline_points_choose_folds (points, 6, opened, closed);
  for (guint i = 0; i < folds->len; i++)
    g_assert_cmpint (g_array_index (folds, AftSpan, i).start_us, >, 50 * DAY);

  /* By hand any gap can be folded, and only a gap. */
  g_assert_true (aft_timeline_points_find_gap (points, 6, 100 * DAY + 3 * HOUR, &gap));
  g_array_append_val (closed, gap);
  g_clear_pointer (&folds, g_array_unref);
  folds = aft_timeline_points_choose_folds (points, 6, opened, closed);
  g_assert_cmpint (g_array_index (folds, AftSpan, folds->len - 1).start_us, ==, gap.start_us);
  assert_free (folds, points, 6);
  g_assert_false (aft_timeline_points_find_gap (points, 6, -1, &gap));
  g_assert_false (aft_timeline_points_find_gap (points, 6, 101 * DAY, &gap));

  /* What came into it stands beside what is left of it. */
  points[4] = make_point (100 * DAY + 2 * HOUR, FALSE);
  g_clear_pointer (&folds, g_array_unref);
  folds = aft_timeline_points_choose_folds (points, 6, opened, closed);
  assert_free (folds, points, 6);
}

static void
test_random (void)
{
  AftTimelinePoint points[100];

  for (guint round = 0; round < 500; round++)
    {
      const guint n = (guint) g_test_rand_int_range (0, 100);
      g_autoptr(GArray) opened = spans_new ();
      g_autoptr(GArray) closed = spans_new ();
      g_autoptr(GArray) folds = NULL;
      gint64 at = 0;

      for (guint i = 0; i < n; i++)
        {
          at += (gint64) g_test_rand_int_range (0, 1000) * (g_test_rand_int_range (0, 10) == 0 ? DAY : HOUR);
          points[i] = make_point (at, i < n / 5);
        }
      for (guint i = 0; i < 5; i++)
        {
          AftSpan gap;

          if (aft_timeline_points_find_gap (points, n, (gint64) (g_test_rand_double () * (double) at), &gap))
            g_array_append_val (closed, gap);
        }
      folds = aft_timeline_points_choose_folds (points, n, opened, closed);
      assert_free (folds, points, n);
      g_array_append_vals (opened, folds->data, folds->len);
      g_array_set_size (closed, 0);
      g_clear_pointer (&folds, g_array_unref);
      folds = aft_timeline_points_choose_folds (points, n, opened, closed);
      g_assert_cmpuint (folds->len, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-points/lead-up", test_lead_up);
  g_test_add_func ("/timeline-points/choose", test_choose);
  g_test_add_func ("/timeline-points/random", test_random);

  return g_test_run ();
}

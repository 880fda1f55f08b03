/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include <math.h>

#include "aft-calendar.h"
#include "aft-fold-table.h"
#include "aft-folds.h"
#include "aft-rect.h"
#include "aft-scale.h"

#define S ((gint64) G_USEC_PER_SEC)
#define HOUR (3600 * S)
#define DAY (24 * HOUR)
#define BASE (G_GINT64_CONSTANT (1620259200) * S)   /* 6 May 2021, 0:00 UTC */

static const AftSpan two_folds[] = {
  { BASE + 20 * HOUR, BASE + 30 * HOUR },
  { BASE + 2 * HOUR, BASE + 10 * HOUR },
};

static AftScale *
hour_scale (gboolean       mirrored,
            const AftSpan *folds,
            gsize          n_folds)
{
  AftScaleConfig config = { BASE, BASE + 40 * HOUR, 100.0 / HOUR, 30, mirrored ? 1000 : 0, mirrored };

  return aft_scale_new (&config, folds, n_folds);
}

static void
assert_near (double a,
             double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-6);
}

static void
test_rect (void)
{
  AftRect a = { 0, 0, 10, 10 };
  AftRect b = { 10, 0, 5, 20 };
  AftRect c = { 9, 9, 5, 5 };
  AftRect below = { 0, 10, 10, 10 };
  AftRect all = aft_rect_union (&a, &b);

  g_assert_false (aft_rect_intersects (&a, &below));
  g_assert_true (aft_rect_contains (&a, 0, 0));
  g_assert_true (aft_rect_contains (&a, 9.99, 9.99));
  g_assert_false (aft_rect_contains (&a, 10, 5));
  g_assert_false (aft_rect_contains (&a, 5, 10));
  g_assert_false (aft_rect_contains (&a, -0.1, 5));
  g_assert_false (aft_rect_contains (&a, 5, -0.1));
  g_assert_false (aft_rect_intersects (&a, &b));
  g_assert_true (aft_rect_intersects (&a, &c));
  g_assert_true (aft_rect_intersects (&b, &c));
  assert_near (all.x, 0);
  assert_near (all.width, 15);
  assert_near (all.height, 20);
}

static void
test_measure (void)
{
  static const struct { gint64 us; AftTickUnit unit; guint count; } cases[] = {
    { 0, AFT_TICK_UNIT_SECOND, 0 },
    { 90 * S, AFT_TICK_UNIT_SECOND, 90 },
    { -90 * S, AFT_TICK_UNIT_SECOND, 90 },
    { 120 * S, AFT_TICK_UNIT_MINUTE, 2 },
    { 36 * HOUR, AFT_TICK_UNIT_HOUR, 36 },
    { 10 * DAY, AFT_TICK_UNIT_DAY, 10 },
    { 548 * DAY, AFT_TICK_UNIT_MONTH, 18 },
    { 1461 * DAY, AFT_TICK_UNIT_YEAR, 4 },
    { 728 * DAY, AFT_TICK_UNIT_YEAR, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftTickUnit unit;
      guint count;

      aft_span_measure (cases[i].us, &unit, &count);
      g_assert_cmpint (unit, ==, cases[i].unit);
      g_assert_cmpuint (count, ==, cases[i].count);
    }

  g_assert_cmpint (aft_tick_unit_us (AFT_TICK_UNIT_WEEK), ==, 7 * DAY);
  g_assert_cmpint (aft_tick_unit_us (AFT_TICK_UNIT_YEAR), ==, 12 * aft_tick_unit_us (AFT_TICK_UNIT_MONTH));
}

static void
test_linear (void)
{
  g_autoptr (AftScale) scale = hour_scale (FALSE, NULL, 0);
  g_autoptr (AftScale) mirrored = hour_scale (TRUE, NULL, 0);
  double x, width;

  assert_near (aft_scale_to_x (scale, BASE), 0);
  assert_near (aft_scale_to_x (scale, BASE + HOUR), 100);
  assert_near (aft_scale_to_x (scale, BASE - HOUR), -100);
  g_assert_cmpint (aft_scale_to_instant (scale, 150), ==, BASE + HOUR + HOUR / 2);
  assert_near (aft_scale_to_x (mirrored, BASE), 1000);
  assert_near (aft_scale_to_x (mirrored, BASE + HOUR), 900);
  g_assert_cmpint (aft_scale_to_instant (mirrored, 900), ==, BASE + HOUR);
  g_assert_true (aft_scale_is_mirrored (mirrored));
  g_assert_false (aft_scale_is_mirrored (scale));
  g_assert_cmpuint (aft_scale_get_n_folds (scale), ==, 0);

  aft_scale_get_extent (mirrored, &x, &width);
  assert_near (x, -3000);
  assert_near (width, 4000);

  /* Far off it stays within the years that there are. */
  g_assert_cmpint (aft_scale_to_instant (scale, -1e300), ==, AFT_INSTANT_MIN);
  g_assert_cmpint (aft_scale_to_instant (scale, 1e300), ==, AFT_INSTANT_MAX);
}

static void
test_folds (void)
{
  g_autoptr (AftScale) scale = hour_scale (FALSE, two_folds, 2);
  g_autoptr (AftScale) mirrored = hour_scale (TRUE, two_folds, 2);
  AftFold fold;
  AftSpan range;
  guint first;
  double x, width;

  assert_near (aft_scale_to_x (scale, BASE + 2 * HOUR), 200);
  assert_near (aft_scale_to_x (scale, BASE + 6 * HOUR), 215);
  assert_near (aft_scale_to_x (scale, BASE + 10 * HOUR), 230);
  assert_near (aft_scale_to_x (scale, BASE + 20 * HOUR), 1230);
  assert_near (aft_scale_to_x (scale, BASE + 30 * HOUR), 1260);
  assert_near (aft_scale_to_x (scale, BASE + 40 * HOUR), 2260);
  g_assert_cmpint (aft_scale_to_instant (scale, 215), ==, BASE + 6 * HOUR);
  g_assert_cmpint (aft_scale_to_instant (scale, 2260), ==, BASE + 40 * HOUR);

  g_assert_cmpuint (aft_scale_get_n_folds (scale), ==, 2);
  aft_scale_get_fold (scale, 1, &fold);
  assert_near (fold.x, 1230);
  assert_near (fold.width, 30);
  g_assert_cmpint (fold.span.start_us, ==, BASE + 20 * HOUR);
  g_assert_cmpint (fold.span.end_us, ==, BASE + 30 * HOUR);

  /* Mirrored: the left edge is where the fold ends. */
  aft_scale_get_fold (mirrored, 1, &fold);
  assert_near (fold.x, 1000 - 1260);
  assert_near (fold.x, aft_scale_to_x (mirrored, fold.span.end_us));

  g_assert_cmpuint (aft_scale_find_folds (scale, 0, 200, &first), ==, 0);
  g_assert_cmpuint (aft_scale_find_folds (scale, 0, 201, &first), ==, 1);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (aft_scale_find_folds (scale, 210, 5, &first), ==, 1);
  g_assert_cmpuint (aft_scale_find_folds (scale, 231, 5, &first), ==, 0);
  g_assert_cmpuint (aft_scale_find_folds (scale, 1240, 900, &first), ==, 1);
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (aft_scale_find_folds (scale, 0, 9000, &first), ==, 2);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (aft_scale_find_folds (mirrored, -261, 5, &first), ==, 1);
  g_assert_cmpuint (first, ==, 1);

  /* A view that begins just where a fold ends shows nothing of it. */
  {
    AftFoldTable *table = aft_fold_table_new (&(AftSpan) { BASE, BASE + 40 * HOUR }, two_folds, 2);

    g_assert_cmpuint (aft_fold_table_first_after (table, BASE + 10 * HOUR - 1), ==, 0);
    g_assert_cmpuint (aft_fold_table_first_after (table, BASE + 10 * HOUR), ==, 1);
    g_assert_cmpuint (aft_fold_table_first_after (table, BASE + 30 * HOUR), ==, 2);
    aft_fold_table_unref (table);
  }

  aft_scale_get_extent (scale, &x, &width);
  assert_near (x, 0);
  assert_near (width, 2260);
  aft_scale_get_range (scale, &range);
  g_assert_cmpint (range.end_us, ==, BASE + 40 * HOUR);
}

static void
test_folds_untidy (void)
{
  static const AftSpan folds[] = {
    { BASE + 8 * HOUR, BASE + 12 * HOUR },
    { BASE + 30 * HOUR, BASE + 90 * HOUR },     /* past the end */
    { BASE + 2 * HOUR, BASE + 8 * HOUR },       /* touches the first */
    { BASE + 3 * HOUR, BASE + 5 * HOUR },       /* within it */
    { BASE + 20 * HOUR, BASE + 20 * HOUR },     /* empty */
    { BASE - 9 * HOUR, BASE - 5 * HOUR },       /* outside */
  };
  g_autoptr (AftScale) scale = hour_scale (FALSE, folds, G_N_ELEMENTS (folds));
  AftFold fold;

  g_assert_cmpuint (aft_scale_get_n_folds (scale), ==, 2);
  aft_scale_get_fold (scale, 0, &fold);
  g_assert_cmpint (fold.span.start_us, ==, BASE + 2 * HOUR);
  g_assert_cmpint (fold.span.end_us, ==, BASE + 12 * HOUR);
  aft_scale_get_fold (scale, 1, &fold);
  g_assert_cmpint (fold.span.start_us, ==, BASE + 30 * HOUR);
  g_assert_cmpint (fold.span.end_us, ==, BASE + 40 * HOUR);
}

static void
test_pan_zoom_fit (void)
{
  for (guint mirrored = 0; mirrored < 2; mirrored++)
    {
      g_autoptr (AftScale) scale = hour_scale ((gboolean) mirrored, two_folds, 2);
      g_autoptr (AftScale) panned = aft_scale_pan (scale, 40);
      g_autoptr (AftScale) zoomed = aft_scale_zoom (scale, 500, 3);
      g_autoptr (AftScale) back = aft_scale_zoom (zoomed, 500, 1.0 / 3);
      g_autoptr (AftScale) far = aft_scale_zoom (scale, 0, 1e-30);
      g_autoptr (AftScale) near = aft_scale_zoom (scale, 0, 1e30);
      g_autoptr (AftScale) unfolded = aft_scale_refold (scale, NULL, 0, 300);
      gint64 still = aft_scale_to_instant (scale, 500);
      AftSpan all = { BASE, BASE + 40 * HOUR };
      AftSpan part = { BASE + 6 * HOUR, BASE + 12 * HOUR };
      AftSpan point = { BASE + 15 * HOUR, BASE + 15 * HOUR };
      AftSpan hidden = { BASE + 3 * HOUR, BASE + 4 * HOUR };
      g_autoptr (AftScale) fit_all = aft_scale_fit (scale, &all, 10, 800);
      g_autoptr (AftScale) fit_part = aft_scale_fit (scale, &part, 10, 800);
      g_autoptr (AftScale) fit_point = aft_scale_fit (scale, &point, 10, 800);
      g_autoptr (AftScale) fit_hidden = aft_scale_fit (scale, &hidden, 10, 800);
      g_autoptr (AftScale) fit_narrow = aft_scale_fit (scale, &all, 10, 60);
      double x, width;

      assert_near (aft_scale_to_x (panned, BASE + 7 * HOUR), aft_scale_to_x (scale, BASE + 7 * HOUR) + 40);
      assert_near (aft_scale_to_x (zoomed, still), 500);
      assert_near (aft_scale_get_px_per_us (zoomed) * HOUR, 300);
      assert_near (aft_scale_get_fold_width (zoomed), 30);
      assert_near (aft_scale_to_x (back, BASE + 33 * HOUR), aft_scale_to_x (scale, BASE + 33 * HOUR));
      g_assert_cmpfloat (aft_scale_get_px_per_us (far), ==, AFT_SCALE_MIN_PX_PER_US);
      g_assert_cmpfloat (aft_scale_get_px_per_us (near), ==, AFT_SCALE_MAX_PX_PER_US);

      still = aft_scale_to_instant (scale, 300);
      g_assert_cmpuint (aft_scale_get_n_folds (unfolded), ==, 0);
      assert_near (aft_scale_to_x (unfolded, still), 300);

      aft_scale_get_extent (fit_all, &x, &width);
      assert_near (x, 10);
      assert_near (width, 800);
      assert_near (aft_scale_to_x (fit_part, part.start_us), mirrored ? 810 : 10);
      assert_near (aft_scale_to_x (fit_part, part.end_us), mirrored ? 10 : 810);
      assert_near (aft_scale_get_fold_width (fit_part), 30);
      assert_near (aft_scale_to_x (fit_point, point.start_us), 410);
      assert_near (aft_scale_get_px_per_us (fit_point) * HOUR, 100);
      assert_near (aft_scale_to_x (fit_hidden, hidden.start_us) + aft_scale_to_x (fit_hidden, hidden.end_us), 820);
      aft_scale_get_extent (fit_narrow, &x, &width);
      assert_near (x, 10);
      assert_near (width, 60);
      assert_near (aft_scale_get_fold_width (fit_narrow), 15);
    }
}

static void
test_round_trip (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      gint64 length = (gint64) pow (10, g_rand_double_range (rand, 6.5, 15.5));
      AftScaleConfig config = { BASE - length, BASE, 0, 24, g_rand_double_range (rand, -1e5, 1e5), seed % 2 };
      AftSpan folds[40];
      gsize n_folds = (gsize) g_rand_int_range (rand, 0, 40);
      g_autoptr (AftScale) scale = NULL;
      double sign = seed % 2 ? -1 : 1;

      config.px_per_us = MIN (pow (10, g_rand_double_range (rand, 2, 6)) / (double) length, 1);

      for (gsize i = 0; i < n_folds; i++)
        {
          folds[i].start_us = config.start_us + (gint64) (g_rand_double (rand) * (double) length);
          folds[i].end_us = folds[i].start_us + (gint64) (g_rand_double (rand) * (double) length / 60);
        }

      scale = aft_scale_new (&config, folds, n_folds);

      for (guint i = 0; i < 500; i++)
        {
          gint64 a = config.start_us + (gint64) (g_rand_double_range (rand, -0.2, 1.2) * (double) length);
          gint64 b = config.start_us + (gint64) (g_rand_double_range (rand, -0.2, 1.2) * (double) length);
          double ax = aft_scale_to_x (scale, a);
          double bx = aft_scale_to_x (scale, b);
          double x = ax + g_rand_double_range (rand, -100, 100);
          gint64 back = aft_scale_to_instant (scale, ax);

          g_assert_true (ABS (back - a) <= 1 || fabs (aft_scale_to_x (scale, back) - ax) < 1e-6);
          g_assert_cmpfloat (fabs (aft_scale_to_x (scale, aft_scale_to_instant (scale, x)) - x), <=, 0.5 + 1e-6);

          if (a < b)
            g_assert_cmpfloat (sign * ax, <, sign * bx);
          else if (a > b)
            g_assert_cmpfloat (sign * ax, >, sign * bx);
        }
    }
}

/* Around every change of the clocks, from far and near: time runs on, whatever clocks say. */
static void
test_clock_changes (void)
{
  static const char *const names[] = {
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Tehran",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (names[i]);
      const gint64 last = G_GINT64_CONSTANT (2145916800);
      gint64 change = 0;
      guint n = 0;

      g_assert_nonnull (zone);
      while ((change = aft_calendar_interval_end (zone, change, last)) < last)
        {
          const AftScaleConfig config = { change * S - 400 * DAY, change * S + 400 * DAY, pow (10, -4.0 - n % 6), 30,
                                          500, n % 2 };
          g_autoptr (AftScale) scale = aft_scale_new (&config, NULL, 0);
          const double sign = n % 2 ? -1 : 1;
          double before = 0;

          for (gint64 minute = -90; minute <= 90; minute += 15)
            {
              const gint64 instant = change * S + minute * 60 * S;
              const double x = aft_scale_to_x (scale, instant);
              const gint64 back = aft_scale_to_instant (scale, x);

              g_assert_true (ABS (back - instant) <= 1 || fabs (aft_scale_to_x (scale, back) - x) <= 0.5);
              if (minute > -90)
                assert_near (sign * (x - before), 15 * 60 * S * config.px_per_us);
              before = x;
            }
          change++;
          n++;
        }
      g_assert_cmpuint (n, >, 40);
    }
}

/* Many small moves must not drift. */
static void
test_no_drift (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (AftScale) scale = hour_scale (FALSE, two_folds, 2);

  for (guint i = 0; i < 2000; i++)
    {
      double x = g_rand_double_range (rand, 0, 1000);
      double factor = g_rand_double_range (rand, 1, 2);
      gint64 still;
      AftScale *next;

      next = aft_scale_zoom (scale, x, aft_scale_get_px_per_us (scale) > 1e-8 ? 1 / factor : factor);
      still = aft_scale_to_instant (scale, x);
      g_assert_cmpfloat (fabs (aft_scale_to_x (next, still) - aft_scale_to_x (scale, still)), <, 1e-6);
      g_assert_cmpfloat (fabs (aft_scale_to_x (next, still) - x), <=, 0.5 + 1e-6);
      aft_scale_unref (scale);
      scale = next;
    }
}

static void
test_reference (void)
{
  AftScale *scale = hour_scale (FALSE, two_folds, 2);
  AftScale *panned = aft_scale_pan (scale, 1);

  g_assert_true (aft_scale_ref (scale) == scale);
  aft_scale_unref (scale);
  aft_scale_unref (scale);

  /* The table of folds outlives the scale that made it. */
  assert_near (aft_scale_to_x (panned, BASE + 10 * HOUR), 231);
  aft_scale_unref (panned);
}

static void
test_propose (void)
{
  /* Four years of lead-up in three steps, then an afternoon, a night, a morning */
  static const gint64 instants[] = {
    BASE - 1500 * DAY, BASE - 800 * DAY, BASE - 400 * DAY,
    BASE, BASE + 1 * HOUR, BASE + 1 * HOUR, BASE + 2 * HOUR, BASE + 3 * HOUR, BASE + 4 * HOUR,
    BASE + 16 * HOUR, BASE + 17 * HOUR, BASE + 18 * HOUR,
  };
  AftFoldParams params = AFT_FOLD_PARAMS_DEFAULT;
  g_autoptr (GArray) folds = aft_folds_propose (instants, G_N_ELEMENTS (instants), &params);
  g_autoptr (GArray) none = aft_folds_propose (NULL, 0, &params);
  g_autoptr (GArray) two = aft_folds_propose (instants, 2, &params);

  g_assert_cmpuint (folds->len, ==, 4);
  g_assert_cmpint (g_array_index (folds, AftSpan, 3).start_us, ==, BASE + 4 * HOUR + HOUR / 2);
  g_assert_cmpint (g_array_index (folds, AftSpan, 3).end_us, ==, BASE + 16 * HOUR - HOUR / 2);
  g_assert_cmpint (g_array_index (folds, AftSpan, 0).start_us, >, instants[0]);
  g_assert_cmpint (g_array_index (folds, AftSpan, 0).end_us, <, instants[1]);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (two->len, ==, 0);

  /* No margin still leaves whatever ends the gap outside; a large one is an eighth of the gap. */
  params.margin = 0;
  g_array_unref (folds);
  folds = aft_folds_propose (instants, G_N_ELEMENTS (instants), &params);
  g_assert_cmpint (g_array_index (folds, AftSpan, 3).start_us, ==, BASE + 4 * HOUR + 1);
  g_assert_cmpint (g_array_index (folds, AftSpan, 3).end_us, ==, BASE + 16 * HOUR - 1);
  params.margin = 100;
  g_array_unref (folds);
  folds = aft_folds_propose (instants, G_N_ELEMENTS (instants), &params);
  g_assert_cmpuint (folds->len, ==, 4);
  g_assert_cmpint (g_array_index (folds, AftSpan, 3).start_us, ==, BASE + 4 * HOUR + 12 * HOUR / 8);

  params.min_gap_us = 13 * HOUR;
  g_array_unref (folds);
  folds = aft_folds_propose (instants, G_N_ELEMENTS (instants), &params);
  g_assert_cmpuint (folds->len, ==, 3);

  params.whole_factor = 0;
  params.factor = 0;
  g_array_unref (folds);
  folds = aft_folds_propose (instants, G_N_ELEMENTS (instants), &params);
  g_assert_cmpuint (folds->len, ==, 0);
}

static void
test_propose_around (void)
{
  /* The second one lasts through the night, which then is no gap. */
  static const AftSpan busy[] = {
    { BASE, BASE }, { BASE + 1 * HOUR, BASE + 15 * HOUR }, { BASE + 2 * HOUR, BASE + 2 * HOUR },
    { BASE + 16 * HOUR, BASE + 16 * HOUR }, { BASE + 17 * HOUR, BASE + 17 * HOUR },
    { BASE + 40 * HOUR, BASE + 40 * HOUR }, { BASE + 41 * HOUR, BASE + 41 * HOUR },
  };
  AftFoldParams params = AFT_FOLD_PARAMS_DEFAULT;
  g_autoptr (GArray) folds = aft_folds_propose_around (busy, G_N_ELEMENTS (busy), &params);

  g_assert_cmpuint (folds->len, ==, 1);
  g_assert_cmpint (g_array_index (folds, AftSpan, 0).start_us, ==, BASE + 17 * HOUR + HOUR / 2);
  g_assert_cmpint (g_array_index (folds, AftSpan, 0).end_us, ==, BASE + 40 * HOUR - HOUR / 2);
}

static void
test_propose_random (void)
{
  guint found = 0;

  for (guint32 seed = 0; seed < 100; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      AftFoldParams params = { (guint) g_rand_int_range (rand, 0, 50), g_rand_double_range (rand, 1, 10), 0, 0,
                               g_rand_double_range (rand, 0, 20) };
      gint64 instants[200];
      g_autoptr (GArray) folds = NULL;

      instants[0] = BASE;

      for (guint i = 1; i < G_N_ELEMENTS (instants); i++)
        instants[i] = instants[i - 1] + (gint64) pow (10, g_rand_double_range (rand, -1, 12));

      folds = aft_folds_propose (instants, G_N_ELEMENTS (instants), &params);
      found += folds->len;

      for (guint i = 0; i < folds->len; i++)
        {
          const AftSpan *fold = &g_array_index (folds, AftSpan, i);

          g_assert_cmpint (fold->start_us, <, fold->end_us);
          g_assert_true (i == 0 || fold[-1].end_us < fold->start_us);

          for (guint j = 0; j < G_N_ELEMENTS (instants); j++)
            g_assert_false (instants[j] >= fold->start_us && instants[j] <= fold->end_us);
        }
    }

  g_assert_cmpuint (found, >, 500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/rect", test_rect);
  g_test_add_func ("/layout/span/measure", test_measure);
  g_test_add_func ("/layout/scale/linear", test_linear);
  g_test_add_func ("/layout/scale/folds", test_folds);
  g_test_add_func ("/layout/scale/folds-untidy", test_folds_untidy);
  g_test_add_func ("/layout/scale/pan-zoom-fit", test_pan_zoom_fit);
  g_test_add_func ("/layout/scale/round-trip", test_round_trip);
  g_test_add_func ("/layout/scale/clock-changes", test_clock_changes);
  g_test_add_func ("/layout/scale/no-drift", test_no_drift);
  g_test_add_func ("/layout/scale/reference", test_reference);
  g_test_add_func ("/layout/folds/propose", test_propose);
  g_test_add_func ("/layout/folds/propose-around", test_propose_around);
  g_test_add_func ("/layout/folds/propose-random", test_propose_random);

  return g_test_run ();
}

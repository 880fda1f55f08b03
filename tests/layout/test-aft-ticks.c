/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include <math.h>

#include "aft-calendar.h"
#include "aft-ticks.h"

#define S ((gint64) G_USEC_PER_SEC)
#define HOUR (3600 * S)
#define DAY (24 * HOUR)

static const AftTickParams usual = { 60, 1 };

static GTimeZone *
zone_new (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  g_assert_nonnull (zone);

  return zone;
}

static gint64
utc (gint  year,
     guint month,
     guint day,
     gint  hour,
     gint  minute)
{
  return (aft_calendar_days_from_date (year, month, day) * 86400 + hour * 3600 + minute * 60) * S;
}

static AftScale *
scale_new (gint64 start_us,
           gint64 end_us,
           double width)
{
  AftScaleConfig config = { start_us, end_us, width / (double) (end_us - start_us), 30, 0, FALSE };

  return aft_scale_new (&config, NULL, 0);
}

/* What the clocks on the wall show, as "6 15:30", with the offset in minutes where asked */
static char *
wall_list (const AftTick *ticks,
           guint          n_ticks,
           GTimeZone     *zone,
           const char    *format)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n_ticks; i++)
    {
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (ticks[i].instant / S);
      g_autoptr (GDateTime) wall = g_date_time_to_timezone (at, zone);
      g_autofree char *text = g_date_time_format (wall, format);

      g_string_append_printf (list, "%s%s%s", i > 0 ? "," : "", text, ticks[i].date_change ? "*" : "");
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
assert_ticks (const char *zone_name,
              gint64      start_us,
              gint64      end_us,
              gint64      step_minutes,
              const char *format,
              const char *expected)
{
  g_autoptr (GTimeZone) zone = zone_new (zone_name);
  double width = (double) (end_us - start_us) / (double) (step_minutes * 60 * S) * 60.001;
  g_autoptr (AftScale) scale = scale_new (start_us, end_us, width);
  g_autoptr (AftTicks) ticks = aft_ticks_new ();
  g_autofree char *list = NULL;

  aft_ticks_update (ticks, scale, zone, 0, width, &usual);
  list = wall_list (ticks->ticks, ticks->n_ticks, zone, format);
  g_assert_cmpstr (list, ==, expected);

  for (guint i = 0; i < ticks->n_ticks; i++)
    g_assert_cmpfloat_with_epsilon (ticks->ticks[i].x, aft_scale_to_x (scale, ticks->ticks[i].instant), 1e-9);
}

static void
test_dates (void)
{
  gint64 day = aft_calendar_days_from_date (1, 1, 1);

  g_assert_cmpint (aft_calendar_days_from_date (1970, 1, 1), ==, 0);
  g_assert_cmpint (aft_calendar_days_from_date (2000, 3, 1), ==, 11017);
  g_assert_cmpint (day, ==, AFT_INSTANT_MIN / DAY);

  /* The first and last day of every month of 4000 years, as GLib counts them */
  for (gint year = 1; year <= 4000; year++)
    {
      for (guint month = 1; month <= 12; month++)
        {
          guint length = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);

          for (guint d = 1; d <= length; d++, day++)
            {
              gint got_year;
              guint got_month, got_day;

              if (d > 1 && d < length)
                continue;

              g_assert_cmpint (aft_calendar_days_from_date (year, month, d), ==, day);
              aft_calendar_date_from_days (day, &got_year, &got_month, &got_day);
              g_assert_cmpint (got_year, ==, year);
              g_assert_cmpuint (got_month, ==, month);
              g_assert_cmpuint (got_day, ==, d);
            }
        }
    }
}

static void
test_steps (void)
{
  static const struct { gint64 us; AftTickUnit unit; guint count; } cases[] = {
    { S, AFT_TICK_UNIT_SECOND, 1 },
    { 2 * S, AFT_TICK_UNIT_SECOND, 5 },
    { 31 * S, AFT_TICK_UNIT_MINUTE, 1 },
    { 40 * 60 * S, AFT_TICK_UNIT_HOUR, 1 },
    { 2 * HOUR, AFT_TICK_UNIT_HOUR, 3 },
    { 12 * HOUR, AFT_TICK_UNIT_HOUR, 12 },
    { 13 * HOUR, AFT_TICK_UNIT_DAY, 1 },
    { 3 * DAY, AFT_TICK_UNIT_WEEK, 1 },
    { 8 * DAY, AFT_TICK_UNIT_MONTH, 1 },
    { 100 * DAY, AFT_TICK_UNIT_MONTH, 6 },
    { 200 * DAY, AFT_TICK_UNIT_YEAR, 1 },
    { 3000 * DAY, AFT_TICK_UNIT_YEAR, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftTickStep step = aft_tick_step_choose (60.0 / (double) cases[i].us, 60 - 1e-9);

      g_assert_cmpint (step.unit, ==, cases[i].unit);
      g_assert_cmpuint (step.count, ==, cases[i].count);
    }

  /* Beyond the table it is the last one. */
  g_assert_cmpuint (aft_tick_step_choose (1e-30, 60).count, ==, 5000);
}

static void
test_plain (void)
{
  assert_ticks ("UTC", utc (2021, 5, 6, 22, 10), utc (2021, 5, 7, 3, 40), 60, "%-d %H:%M",
                "6 23:00,7 00:00*,7 01:00,7 02:00,7 03:00");
  assert_ticks ("Asia/Kolkata", utc (2021, 5, 6, 0, 0), utc (2021, 5, 6, 12, 0), 180, "%H:%M",
                "06:00,09:00,12:00,15:00");
  assert_ticks ("UTC", utc (1969, 12, 31, 23, 58), utc (1970, 1, 1, 0, 2), 1, "%H:%M:%S",
                "23:58:00,23:59:00,00:00:00*,00:01:00,00:02:00");
  assert_ticks ("Europe/Berlin", utc (2021, 4, 25, 0, 0), utc (2021, 5, 24, 0, 0), 10080, "%a %-d",
                "Mon 26*,Mon 3*,Mon 10*,Mon 17*,Mon 24*");
}

static void
test_berlin (void)
{
  /* 2:00 to 3:00 is left out on 28 March and comes twice on 31 October. */
  assert_ticks ("Europe/Berlin", utc (2021, 3, 27, 22, 30), utc (2021, 3, 28, 3, 30), 60, "%H:%M%z",
                "00:00+0100*,01:00+0100,03:00+0200,04:00+0200,05:00+0200");
  assert_ticks ("Europe/Berlin", utc (2021, 10, 30, 21, 30), utc (2021, 10, 31, 2, 30), 60, "%H:%M%z",
                "00:00+0200*,01:00+0200,02:00+0200,02:00+0100,03:00+0100");
  assert_ticks ("Europe/Berlin", utc (2021, 3, 27, 12, 0), utc (2021, 3, 28, 12, 0), 180, "%-d %H",
                "27 15,27 18,27 21,28 00*,28 03,28 06,28 09,28 12");
  assert_ticks ("Europe/Berlin", utc (2021, 10, 30, 12, 0), utc (2021, 10, 31, 12, 0), 180, "%-d %H",
                "30 15,30 18,30 21,31 00*,31 03,31 06,31 09,31 12");
  assert_ticks ("Europe/Berlin", utc (2021, 10, 31, 0, 20), utc (2021, 10, 31, 1, 20), 15, "%H:%M%z",
                "02:30+0200,02:45+0200,02:00+0100,02:15+0100");
  assert_ticks ("Europe/Berlin", utc (2021, 3, 26, 12, 0), utc (2021, 3, 30, 12, 0), 1440, "%-d %H:%M%z",
                "27 00:00+0100*,28 00:00+0100*,29 00:00+0200*,30 00:00+0200*");
}

static void
test_new_york (void)
{
  assert_ticks ("America/New_York", utc (2021, 3, 14, 4, 30), utc (2021, 3, 14, 9, 30), 60, "%H:%M%z",
                "00:00-0500*,01:00-0500,03:00-0400,04:00-0400,05:00-0400");
  assert_ticks ("America/New_York", utc (2021, 11, 7, 3, 30), utc (2021, 11, 7, 8, 30), 60, "%H:%M%z",
                "00:00-0400*,01:00-0400,01:00-0500,02:00-0500,03:00-0500");
}

static void
test_lord_howe (void)
{
  /* Half an hour: 2:00 to 2:30 is left out on 3 October, 1:30 to 2:00 comes twice on 4 April. */
  assert_ticks ("Australia/Lord_Howe", utc (2021, 10, 2, 13, 15), utc (2021, 10, 2, 17, 45), 60, "%H:%M%z",
                "00:00+1030*,01:00+1030,03:00+1100,04:00+1100");
  assert_ticks ("Australia/Lord_Howe", utc (2021, 4, 3, 12, 30), utc (2021, 4, 3, 17, 30), 60, "%H:%M%z",
                "00:00+1100*,01:00+1100,02:00+1030,03:00+1030,04:00+1030");
  assert_ticks ("Australia/Lord_Howe", utc (2021, 4, 3, 13, 50), utc (2021, 4, 3, 16, 10), 30, "%H:%M%z",
                "01:00+1100,01:30+1100,01:30+1030,02:00+1030,02:30+1030");
}

static void
test_sao_paulo (void)
{
  /* Midnight is left out on 4 November 2018; on 17 February 2019 the hour before midnight came twice. */
  assert_ticks ("America/Sao_Paulo", utc (2018, 11, 4, 0, 30), utc (2018, 11, 4, 5, 30), 60, "%-d %H:%M%z",
                "3 22:00-0300,3 23:00-0300,4 01:00-0200*,4 02:00-0200,4 03:00-0200");
  assert_ticks ("America/Sao_Paulo", utc (2018, 11, 3, 18, 0), utc (2018, 11, 4, 9, 0), 180, "%-d %H",
                "3 15,3 18,3 21,4 03*,4 06");
  assert_ticks ("America/Sao_Paulo", utc (2018, 11, 2, 12, 0), utc (2018, 11, 6, 12, 0), 1440, "%-d %H:%M",
                "3 00:00*,4 01:00*,5 00:00*,6 00:00*");
  assert_ticks ("America/Sao_Paulo", utc (2019, 2, 16, 23, 30), utc (2019, 2, 17, 4, 30), 60, "%-d %H:%M%z",
                "16 22:00-0200,16 23:00-0200,16 23:00-0300,17 00:00-0300*,17 01:00-0300");
  assert_ticks ("America/Sao_Paulo", utc (2019, 2, 15, 12, 0), utc (2019, 2, 19, 12, 0), 1440, "%-d %H:%M%z",
                "16 00:00-0200*,17 00:00-0300*,18 00:00-0300*,19 00:00-0300*");
}

static void
test_tehran (void)
{
  assert_ticks ("Asia/Tehran", utc (2021, 3, 21, 18, 0), utc (2021, 3, 21, 23, 0), 60, "%-d %H:%M%z",
                "21 22:00+0330,21 23:00+0330,22 01:00+0430*,22 02:00+0430,22 03:00+0430");
  assert_ticks ("Asia/Tehran", utc (2021, 9, 21, 17, 0), utc (2021, 9, 21, 22, 0), 60, "%-d %H:%M%z",
                "21 22:00+0430,21 23:00+0430,21 23:00+0330,22 00:00+0330*,22 01:00+0330");
}

/* Zones where a whole midnight comes twice, or a whole day not at all */
static void
test_odd_days (void)
{
  g_autoptr (GTimeZone) azores = zone_new ("Atlantic/Azores");
  g_autoptr (GTimeZone) newfoundland = zone_new ("America/St_Johns");
  g_autoptr (GTimeZone) samoa = zone_new ("Pacific/Apia");
  g_autoptr (AftTicks) ticks = aft_ticks_new ();
  g_autoptr (AftScale) scale = NULL;
  gint64 day;

  /* 31 October 2021, 1:00 back to 0:00: the day begins with the first midnight. */
  day = aft_calendar_days_from_date (2021, 10, 31);
  g_assert_cmpint (aft_calendar_day_start (azores, day) * S, ==, utc (2021, 10, 31, 0, 0));
  assert_ticks ("Atlantic/Azores", utc (2021, 10, 30, 22, 30), utc (2021, 10, 31, 3, 30), 60, "%-d %H:%M%z",
                "30 23:00+0000,31 00:00+0000*,31 00:00-0100,31 01:00-0100,31 02:00-0100");
  assert_ticks ("Atlantic/Azores", utc (2021, 10, 30, 17, 0), utc (2021, 10, 31, 11, 0), 180, "%-d %H",
                "30 18,30 21,31 00*,31 03,31 06,31 09");

  /* The same when only the second midnight is in sight */
  assert_ticks ("Atlantic/Azores", utc (2021, 10, 31, 0, 30), utc (2021, 10, 31, 12, 30), 180, "%-d %H",
                "31 03,31 06,31 09");

  /* 7 November 2010, 0:01 back to 23:01 */
  day = aft_calendar_days_from_date (2010, 11, 7);
  g_assert_cmpint (aft_calendar_day_start (newfoundland, day) * S, ==, utc (2010, 11, 7, 2, 30));

  /* 30 December 2011 was left out. */
  day = aft_calendar_days_from_date (2011, 12, 30);
  g_assert_cmpint (aft_calendar_day_start (samoa, day), ==, aft_calendar_day_start (samoa, day + 1));
  g_assert_cmpint (aft_calendar_day_start (samoa, day + 1) * S, ==, utc (2011, 12, 30, 10, 0));
  scale = scale_new (utc (2010, 11, 7, 2, 40), utc (2010, 11, 7, 3, 20), 600);
  aft_ticks_update (ticks, scale, newfoundland, 0, 600, &usual);
  g_assert_cmpuint (ticks->n_headings, ==, 1);
  g_assert_cmpint (ticks->headings[0].instant, ==, utc (2010, 11, 7, 2, 30));

  /* 31 December 1844 was left out: what begins is a year. */
  {
    g_autoptr (GTimeZone) manila = zone_new ("Asia/Manila");
    g_autoptr (AftScale) days = scale_new (utc (1844, 12, 30, 0, 0), utc (1845, 1, 3, 0, 0), 300);

    aft_ticks_update (ticks, days, manila, 0, 300, &usual);
    g_assert_cmpuint (ticks->n_ticks, ==, 4);
    g_assert_cmpint (ticks->ticks[0].unit, ==, AFT_TICK_UNIT_DAY);
    g_assert_cmpint (ticks->ticks[1].unit, ==, AFT_TICK_UNIT_YEAR);
    g_assert_cmpint (ticks->ticks[2].unit, ==, AFT_TICK_UNIT_DAY);
  }

  assert_ticks ("Pacific/Apia", utc (2011, 12, 28, 0, 0), utc (2012, 1, 1, 0, 0), 1440, "%-d", "28*,29*,31*,1*");
}

/* Against a walk through every minute of the year, with GLib's own clock */
static void
check_against_walk (GTimeZone *zone,
                    gint64     from_s,
                    gint64     to_s,
                    gint64     step_minutes)
{
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AftTicks) ticks = aft_ticks_new ();
  g_autoptr (AftScale) scale = NULL;
  double width = (double) ((to_s - from_s) / 60 / step_minutes) * 60.001;
  gint64 walls[4096];
  guint n_walls = 0;

  for (gint64 at = from_s; at <= to_s; at += 60)
    {
      gint64 wall = at + g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at));
      gboolean again = FALSE;

      if (wall % (step_minutes * 60) != 0)
        continue;

      /* A time of the wall that comes again stays out if the clocks went back by less than a step. */
      for (guint i = 0; i < n_walls; i++)
        again = again || (walls[i] == wall && at - g_array_index (expected, gint64, i) / S < step_minutes * 60);

      if (again)
        continue;

      walls[n_walls++] = wall;
      at *= S;
      g_array_append_val (expected, at);
      at /= S;
      g_assert_cmpuint (n_walls, <, G_N_ELEMENTS (walls));
    }

  scale = scale_new (from_s * S, to_s * S, width);
  aft_ticks_update (ticks, scale, zone, -0.001, width + 0.002, &usual);
  g_assert_cmpint (aft_ticks_step_us (ticks), ==, step_minutes * 60 * S);
  g_assert_cmpuint (ticks->n_ticks, ==, expected->len);

  for (guint i = 0; i < expected->len; i++)
    g_assert_cmpint (ticks->ticks[i].instant, ==, g_array_index (expected, gint64, i));
}

static void
test_walk (void)
{
  static const struct { const char *name; gint year; guint months[2]; } zones[] = {
    { "Europe/Berlin", 2021, { 3, 10 } },
    { "America/New_York", 2021, { 3, 11 } },
    { "Australia/Lord_Howe", 2021, { 4, 10 } },
    { "America/Sao_Paulo", 2018, { 2, 11 } },
    { "Asia/Tehran", 2021, { 3, 9 } },
  };
  static const gint64 minutes[] = { 15, 30, 60, 180, 360, 720 };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = zone_new (zones[i].name);

      for (guint m = 0; m < 2; m++)
        {
          for (guint j = 0; j < G_N_ELEMENTS (minutes); j++)
            check_against_walk (zone, utc (zones[i].year, zones[i].months[m], 1, 0, 0) / S,
                                utc (zones[i].year, zones[i].months[m], 30, 0, 0) / S, minutes[j]);
        }
    }
}

/* Any view: in order, far enough apart, every date said once, and no flag that depends on what is in sight */
static void
test_random (void)
{
  static const char *const zones[] = {
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Tehran",
    "Atlantic/Azores", "Pacific/Apia", "America/St_Johns", "UTC",
  };

  for (guint32 seed = 0; seed < 600; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GTimeZone) zone = zone_new (zones[seed % G_N_ELEMENTS (zones)]);
      gint64 start = utc (g_rand_int_range (rand, 1900, 2037), 1, 1, 0, 0) + (gint64) g_rand_int (rand) * 7000;
      gint64 length = (gint64) pow (10, g_rand_double_range (rand, 7, 16));
      AftScaleConfig config = { start, start + length, 1000.0 / (double) length, 20, seed % 2 ? 1000 : 0, seed % 2 };
      AftTickParams params = { g_rand_double_range (rand, 20, 150), 1 + seed % 7 };
      AftSpan folds[6];
      gsize n_folds = (gsize) g_rand_int_range (rand, 0, 6);
      g_autoptr (AftScale) scale = NULL;
      g_autoptr (AftTicks) ticks = aft_ticks_new ();
      g_autoptr (AftTicks) half = aft_ticks_new ();

      for (gsize i = 0; i < n_folds; i++)
        {
          folds[i].start_us = start + (gint64) (g_rand_double (rand) * (double) length);
          folds[i].end_us = folds[i].start_us + (gint64) (g_rand_double (rand) * (double) length / 5);
        }

      scale = aft_scale_new (&config, folds, n_folds);
      aft_ticks_update (ticks, scale, zone, 0, 1000, &params);
      g_assert_cmpuint (ticks->n_ticks, <=, (guint) (1000 / params.min_distance * 1.6) + 8);
      g_assert_cmpuint (ticks->n_headings, <=, 1000);

      for (guint i = 0; i < ticks->n_ticks; i++)
        {
          const AftTick *tick = &ticks->ticks[i];

          g_assert_cmpfloat (tick->x, >=, -1e-3);
          g_assert_cmpfloat (tick->x, <=, 1000 + 1e-3);

          for (guint f = 0; f < aft_scale_get_n_folds (scale); f++)
            {
              AftFold fold;

              aft_scale_get_fold (scale, f, &fold);
              g_assert_false (tick->instant > fold.span.start_us && tick->instant < fold.span.end_us);
            }

          if (i == 0)
            continue;

          g_assert_cmpint (tick[-1].instant, <, tick->instant);
          g_assert_cmpfloat (fabs (tick->x - tick[-1].x), >=, params.min_distance * 0.6);
        }

      for (guint i = 0; i < ticks->n_headings; i++)
        {
          const AftTick *heading = &ticks->headings[i];

          g_assert_cmpfloat (heading->x, >=, -1e-3);
          g_assert_cmpfloat (heading->x, <=, 1000 + 1e-3);
          g_assert_true (i == 0 || heading[-1].instant < heading->instant);
        }

      /* Half of the view gives the same ticks, with the same flags. */
      if (n_folds == 0)
        {
          guint found = 0;

          aft_ticks_update (half, scale, zone, 300, 400, &params);
          g_assert_cmpuint (half->n_headings, >, 0);

          for (guint i = 0; i < ticks->n_ticks; i++)
            {
              if (ticks->ticks[i].x < 300 || ticks->ticks[i].x > 700)
                continue;

              g_assert_cmpuint (found, <, half->n_ticks);
              g_assert_cmpint (half->ticks[found].instant, ==, ticks->ticks[i].instant);
              g_assert_cmpint (half->ticks[found].unit, ==, ticks->ticks[i].unit);
              g_assert_cmpint (half->ticks[found].date_change, ==, ticks->ticks[i].date_change);
              found++;
            }

          g_assert_cmpuint (found, ==, half->n_ticks);
        }
    }
}

static void
test_headings (void)
{
  g_autoptr (GTimeZone) zone = zone_new ("Europe/Berlin");
  g_autoptr (AftTicks) ticks = aft_ticks_new ();
  g_autoptr (AftScale) scale = scale_new (utc (2021, 5, 6, 10, 0), utc (2021, 5, 6, 14, 0), 600);
  g_autoptr (AftScale) days = scale_new (utc (2021, 5, 6, 10, 0), utc (2021, 6, 3, 14, 0), 2000);
  g_autoptr (AftScale) months = scale_new (utc (2020, 5, 6, 10, 0), utc (2021, 5, 3, 14, 0), 1000);
  g_autoptr (AftScale) years = scale_new (utc (1990, 5, 6, 10, 0), utc (2021, 5, 3, 14, 0), 1000);
  g_autofree char *list = NULL;

  /* Within a day: it began before what is in sight. */
  aft_ticks_update (ticks, scale, zone, 0, 600, &usual);
  g_assert_cmpint (ticks->heading_unit, ==, AFT_TICK_UNIT_DAY);
  g_assert_cmpuint (ticks->n_headings, ==, 1);
  g_assert_cmpint (ticks->headings[0].instant, ==, utc (2021, 5, 5, 22, 0));
  g_assert_cmpfloat_with_epsilon (ticks->headings[0].x, 0, 1e-6);
  g_assert_cmpuint (ticks->step.count, ==, 30);
  g_assert_cmpint (ticks->step.unit, ==, AFT_TICK_UNIT_MINUTE);

  aft_ticks_update (ticks, scale, zone, 0, 6000, &usual);
  g_assert_cmpuint (ticks->n_headings, ==, 3);
  g_assert_cmpfloat_with_epsilon (ticks->headings[1].x, aft_scale_to_x (scale, utc (2021, 5, 6, 22, 0)), 1e-6);

  aft_ticks_update (ticks, days, zone, 0, 2000, &usual);
  list = wall_list (ticks->headings, ticks->n_headings, zone, "%-d %b");
  g_assert_cmpstr (list, ==, "1 May*,1 Jun*");
  g_assert_cmpint (ticks->heading_unit, ==, AFT_TICK_UNIT_MONTH);

  aft_ticks_update (ticks, months, zone, 0, 1000, &usual);
  g_assert_cmpint (ticks->heading_unit, ==, AFT_TICK_UNIT_YEAR);
  g_assert_cmpuint (ticks->n_headings, ==, 2);
  g_assert_cmpuint (ticks->n_ticks, ==, 12);
  g_assert_cmpint (ticks->ticks[7].unit, ==, AFT_TICK_UNIT_YEAR);
  g_assert_cmpint (ticks->ticks[8].unit, ==, AFT_TICK_UNIT_MONTH);
  g_assert_cmpint (aft_ticks_step_us (ticks), ==, aft_tick_unit_us (AFT_TICK_UNIT_MONTH));

  g_clear_pointer (&list, g_free);
  aft_ticks_update (ticks, years, zone, 0, 1000, &usual);
  list = wall_list (ticks->headings, ticks->n_headings, zone, "%Y");
  g_assert_cmpstr (list, ==, "1990*,1992*,1994*,1996*,1998*,2000*,2002*,2004*,2006*,2008*,2010*,2012*,2014*,2016*,"
                             "2018*,2020*");
}

/* After a fold the date is said again; a tick too near across the fold is left out. */
static void
test_folds (void)
{
  g_autoptr (GTimeZone) zone = zone_new ("UTC");
  AftSpan fold = { utc (2017, 3, 1, 2, 5), utc (2021, 5, 6, 11, 55) };
  AftScaleConfig config = { utc (2017, 3, 1, 0, 0), utc (2021, 5, 6, 15, 0), 80.0 / HOUR, 20, 0, FALSE };

  for (guint mirrored = 0; mirrored < 2; mirrored++)
    {
      g_autoptr (AftScale) scale = NULL;
      g_autoptr (AftTicks) ticks = aft_ticks_new ();
      g_autofree char *list = NULL;
      g_autofree char *headings = NULL;

      config.mirrored = (gboolean) mirrored;
      config.origin_x = mirrored ? 600 : 0;
      scale = aft_scale_new (&config, &fold, 1);
      aft_ticks_update (ticks, scale, zone, 0, 600, &usual);
      list = wall_list (ticks->ticks, MIN (ticks->n_ticks, 6), zone, "%Y %H");
      g_assert_cmpstr (list, ==, "2017 00*,2017 01,2017 02,2021 13,2021 14,2021 15");
      headings = wall_list (ticks->headings, ticks->n_headings, zone, "%Y-%m-%d");
      g_assert_cmpstr (headings, ==, "2017-03-01*,2021-05-06*");
      g_assert_cmpfloat_with_epsilon (ticks->headings[1].x, aft_scale_to_x (scale, fold.end_us), 1e-6);
      g_assert_cmpint (ticks->headings[1].instant, ==, utc (2021, 5, 6, 0, 0));

      /* A view that begins within the fold, and one that lies in it */
      g_clear_pointer (&headings, g_free);
      aft_ticks_update (ticks, scale, zone, mirrored ? 0 : 175, 425, &usual);
      headings = wall_list (ticks->headings, ticks->n_headings, zone, "%Y-%m-%d");
      g_assert_cmpstr (headings, ==, "2021-05-06*");
      aft_ticks_update (ticks, scale, zone, aft_scale_to_x (scale, utc (2019, 1, 1, 0, 0)) - 1, 2, &usual);
      g_assert_cmpuint (ticks->n_ticks, ==, 0);
      g_assert_cmpuint (ticks->n_headings, ==, 0);
    }
}

/* The ends of what the layout knows */
static void
test_far (void)
{
  g_autoptr (GTimeZone) zone = zone_new ("Europe/Berlin");
  AftScaleConfig config = { AFT_INSTANT_MIN, AFT_INSTANT_MAX, 1e-15, 20, 0, FALSE };
  g_autoptr (AftScale) scale = aft_scale_new (&config, NULL, 0);
  g_autoptr (AftTicks) ticks = aft_ticks_new ();

  aft_ticks_update (ticks, scale, zone, -1e6, 2e6, &usual);
  g_assert_cmpuint (ticks->n_ticks, >=, 2);
  g_assert_cmpuint (ticks->n_ticks, <=, 6);
  g_assert_cmpint (ticks->step.unit, ==, AFT_TICK_UNIT_YEAR);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/calendar/dates", test_dates);
  g_test_add_func ("/layout/ticks/steps", test_steps);
  g_test_add_func ("/layout/ticks/plain", test_plain);
  g_test_add_func ("/layout/ticks/berlin", test_berlin);
  g_test_add_func ("/layout/ticks/new-york", test_new_york);
  g_test_add_func ("/layout/ticks/lord-howe", test_lord_howe);
  g_test_add_func ("/layout/ticks/sao-paulo", test_sao_paulo);
  g_test_add_func ("/layout/ticks/tehran", test_tehran);
  g_test_add_func ("/layout/ticks/odd-days", test_odd_days);
  g_test_add_func ("/layout/ticks/walk", test_walk);
  g_test_add_func ("/layout/ticks/random", test_random);
  g_test_add_func ("/layout/ticks/headings", test_headings);
  g_test_add_func ("/layout/ticks/folds", test_folds);
  g_test_add_func ("/layout/ticks/far", test_far);

  return g_test_run ();
}

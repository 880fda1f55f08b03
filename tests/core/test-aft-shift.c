/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aft-moment-parser.h"
#include "aft-shift.h"

#define MINUTE G_TIME_SPAN_MINUTE

static void
test_amounts (void)
{
  static const struct { const char *text; gint64 amount; gboolean is_signed; } cases[] = {
    { "1h", 60 * MINUTE, FALSE },
    { "-5 min", -5 * MINUTE, TRUE },
    { "− 5 min", -5 * MINUTE, TRUE },
    { "+2 d", 2 * 24 * 60 * MINUTE, TRUE },
    { "90 s", 90 * G_TIME_SPAN_SECOND, FALSE },
    { " 1:30 ", 90 * MINUTE, FALSE },
    { "-0:00:05", -5 * G_TIME_SPAN_SECOND, TRUE },
    { "1 h 30 min", 90 * MINUTE, FALSE },
    { "1.5 h", 90 * MINUTE, FALSE },
    { "1,5 Std.", 90 * MINUTE, FALSE },
    { "2 Tage", 2 * 24 * 60 * MINUTE, FALSE },
    { "1 week", 7 * 24 * 60 * MINUTE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 amount = 0;
      gboolean is_signed = FALSE;

      g_test_message ("%s", cases[i].text);
      g_assert_true (aft_shift_parse_amount (cases[i].text, &amount, &is_signed, &error));
      g_assert_no_error (error);
      g_assert_cmpint (amount, ==, cases[i].amount);
      g_assert_cmpint (is_signed, ==, cases[i].is_signed);
    }
}

static void
test_wrong_amounts (void)
{
  static const struct { const char *text; AftShiftError code; } cases[] = {
    { "", AFT_SHIFT_ERROR_NO_AMOUNT },        { "-", AFT_SHIFT_ERROR_NO_AMOUNT },
    { "some", AFT_SHIFT_ERROR_NO_AMOUNT },    { "5", AFT_SHIFT_ERROR_NO_UNIT },
    { "5 apples", AFT_SHIFT_ERROR_NO_UNIT },  { "5 min later", AFT_SHIFT_ERROR_NO_AMOUNT },
    { "1:75", AFT_SHIFT_ERROR_NO_UNIT },      { "9999999 weeks", AFT_SHIFT_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 amount;
      gboolean is_signed;

      g_test_message ("%s", cases[i].text);
      g_assert_false (aft_shift_parse_amount (cases[i].text, &amount, &is_signed, &error));
      g_assert_error (error, AFT_SHIFT_ERROR, (int) cases[i].code);
    }
}

typedef struct
{
  const char *text;
  const char *zone;
  const char *to;
  const char *expected[3];
  const char *written;
} ZoneCase;

/* The expected times are in UTC. */
static const ZoneCase zone_cases[] = {
  { "2021-05-06 15:08", "UTC", "America/New_York", { "2021-05-06 19:08" }, "2021-05-06 15:08" },
  { "2021-12-06 15:08", "UTC", "America/New_York", { "2021-12-06 20:08" }, "2021-12-06 15:08" },
  { "2021-05-06 15:08", "Europe/Berlin", "America/New_York", { "2021-05-06 19:08" }, "2021-05-06 15:08" },
  { "2021-05-06 15:08 UTC", "UTC", "America/New_York", { "2021-05-06 19:08" }, "" },
  /* Twice, and never. */
  { "2021-11-07 01:30", "UTC", "America/New_York", { "2021-11-07 05:30", "2021-11-07 06:30" }, "2021-11-07 01:30" },
  { "2021-03-14 02:30", "UTC", "America/New_York", { "2021-03-14 07:30", "2021-03-14 06:30" }, "2021-03-14 02:30" },
  /* And out of doubt again. */
  { "2021-11-07 01:30", "America/New_York", "UTC", { "2021-11-07 01:30" }, "2021-11-07 01:30" },
  { "2021-03-14 02:30", "America/New_York", "UTC", { "2021-03-14 02:30" }, "2021-03-14 02:30" },
  /* A doubt about the day stays one. */
  { "06/05/2021 15:08", "UTC", "America/New_York", { "2021-05-06 19:08", "2021-06-05 19:08" }, "06/05/2021 15:08" },
  { "2021-05-06", "UTC", "Europe/Berlin", { "2021-05-05 22:00" }, "2021-05-06" },
};

static void
test_zones (void)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  for (gsize i = 0; i < G_N_ELEMENTS (zone_cases); i++)
    {
      const ZoneCase *zone_case = &zone_cases[i];
      const AftMomentContext context = { zone_case->zone, 0, NULL };
      g_autoptr(AftMoment) before = aft_moment_parse (zone_case->text, &context, NULL);
      g_autoptr(AftMoment) after = NULL;
      guint n_readings;
      const gint64 *readings;
      guint n_expected = 0;

      g_test_message ("%s %s", zone_case->text, zone_case->to);
      after = aft_shift_apply (&(AftShift) { 0, zone_case->to }, before);
      readings = aft_moment_get_readings (after, &n_readings);
      while (zone_case->expected[n_expected] != NULL)
        n_expected++;
      g_assert_cmpuint (MAX (n_readings, 1), ==, n_expected);
      for (guint j = 0; j < n_expected; j++)
        {
          g_autoptr(AftMoment) one = aft_moment_new (n_readings > 0 ? readings[j] : aft_moment_get_instant (after), "UTC",
                                                     AFT_PRECISION_MINUTE, FALSE, NULL);
          g_autofree char *shown = aft_moment_format (one, utc, AFT_MOMENT_STYLE_ISO);

          g_assert_cmpstr (shown, ==, zone_case->expected[j]);
        }
      g_assert_cmpstr (aft_moment_get_written (after), ==, zone_case->written);
      g_assert_cmpstr (aft_moment_get_zone (after), ==, zone_case->to);
      g_assert_cmpint (aft_moment_get_precision (after), ==, aft_moment_get_precision (before));
    }
}

static void
test_unknown (void)
{
  g_autoptr(AftMoment) unknown = aft_moment_new_unknown ("some day");
  g_autoptr(AftMoment) zoned = aft_shift_apply (&(AftShift) { 0, "Europe/Berlin" }, unknown);
  g_autoptr(AftMoment) shifted = aft_shift_apply (&(AftShift) { MINUTE, NULL }, unknown);

  g_assert_true (aft_moment_equal (unknown, zoned));
  g_assert_true (aft_moment_equal (unknown, shifted));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shift/amounts", test_amounts);
  g_test_add_func ("/shift/wrong-amounts", test_wrong_amounts);
  g_test_add_func ("/shift/zones", test_zones);
  g_test_add_func ("/shift/unknown", test_unknown);

  return g_test_run ();
}

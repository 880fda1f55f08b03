/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-report-time.h"

#define S ((gint64) G_USEC_PER_SEC)

/* 2021-05-06 19:08 UTC */
#define INSTANT (G_GINT64_CONSTANT (1620328080) * S)

static void
assert_moment (AftMoment  *moment,
               const char *language,
               const char *zone_name,
               const char *full,
               const char *brief)
{
  const AftReportWords *words = aft_report_words_get (language);
  g_autoptr(GTimeZone) zone = aft_zone_new (zone_name);
  g_autofree char *first = aft_report_format_moment (words, moment, zone, AFT_REPORT_TIME_FULL);
  g_autofree char *second = aft_report_format_moment (words, moment, zone, AFT_REPORT_TIME_SHORT);

  g_assert_cmpstr (first, ==, full);
  g_assert_cmpstr (second, ==, brief);
  aft_moment_unref (moment);
}

static void
test_precision (void)
{
  assert_moment (aft_moment_new (INSTANT, "UTC", AFT_PRECISION_MINUTE, FALSE, NULL), "en", "America/New_York",
                 "Thu 6 May 2021, 15:08", "15:08");
  assert_moment (aft_moment_new (INSTANT + 5 * S, "UTC", AFT_PRECISION_SECOND, TRUE, NULL), "en", "UTC",
                 "≈ Thu 6 May 2021, 19:08:05", "≈ 19:08:05");
  assert_moment (aft_moment_new (INSTANT, "UTC", AFT_PRECISION_HOUR, FALSE, NULL), "de", "UTC",
                 "Do. 6. Mai 2021, 19 Uhr", "19 Uhr");
  assert_moment (aft_moment_new (G_GINT64_CONSTANT (1620259200) * S, "UTC", AFT_PRECISION_DAY, FALSE, NULL), "en",
                 "America/New_York", "Thu 6 May 2021", "Thu 6 May");
  assert_moment (aft_moment_new (G_GINT64_CONSTANT (1614556800) * S, "UTC", AFT_PRECISION_MONTH, FALSE, NULL), "de",
                 "America/New_York", "März 2021", "März 2021");
  assert_moment (aft_moment_new (G_GINT64_CONSTANT (1483228800) * S, "UTC", AFT_PRECISION_YEAR, TRUE, NULL), "en",
                 "America/New_York", "≈ 2017", "≈ 2017");
  assert_moment (aft_moment_new_unknown ("some day"), "en", "UTC", "—", "—");
}

static void
test_doubt (void)
{
  const gint64 readings[] = { INSTANT, INSTANT + 3600 * S };
  const gint64 days[] = { INSTANT, INSTANT + 6 * 3600 * S };

  assert_moment (aft_moment_new_readings (readings, 2, "America/New_York", AFT_PRECISION_MINUTE, FALSE,
                                          "2021-05-06 15:08 EST"),
                 "en", "UTC", "Thu 6 May 2021, 15:08 EST (19:08 or 20:08 UTC?)", "15:08 EST?");
  assert_moment (aft_moment_new_readings (readings, 2, "America/New_York", AFT_PRECISION_MINUTE, FALSE,
                                          "15:08, said Ada Example"),
                 "en", "UTC", "Thu 6 May 2021, 15:08 (19:08 or 20:08 UTC?)", "15:08?");
  assert_moment (aft_moment_new_readings (days, 2, "UTC", AFT_PRECISION_MINUTE, FALSE, NULL), "en", "UTC",
                 "Thu 6 May 2021, 19:08 (19:08 or Fri 7 May 2021, 01:08 UTC?)", "19:08?");
}

static void
test_dates (void)
{
  static const struct { gint64 days; const char *english; const char *german; } cases[] = {
    { 0, "6 May 2021", "6. Mai 2021" },
    { 4, "6–10 May 2021", "6.–10. Mai 2021" },
    { 40, "6 May – 15 June 2021", "6. Mai – 15. Juni 2021" },
    { 400, "6 May 2021 – 10 June 2022", "6. Mai 2021 – 10. Juni 2022" },
  };
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(AftMoment) first = aft_moment_new (INSTANT, "UTC", AFT_PRECISION_MINUTE, FALSE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(AftMoment) last = aft_moment_shift (first, cases[i].days * G_TIME_SPAN_DAY);
      g_autofree char *english = aft_report_format_dates (aft_report_words_get ("en"), first, last, utc);
      g_autofree char *german = aft_report_format_dates (aft_report_words_get ("de"), first, last, utc);

      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (german, ==, cases[i].german);
    }
}

static void
test_durations (void)
{
  static const struct { gint64 minutes; AftPrecision precision; gboolean about; const char *text; } cases[] = {
    { 200, AFT_PRECISION_MINUTE, FALSE, "3 h 20 min" }, { -20, AFT_PRECISION_MINUTE, FALSE, "−20 min" },
    { 5760, AFT_PRECISION_DAY, TRUE, "≈ 4 d" },         { 120, AFT_PRECISION_MINUTE, FALSE, "2 h" },
    { 5790, AFT_PRECISION_MINUTE, FALSE, "4 d 0 h" },   { 0, AFT_PRECISION_MINUTE, FALSE, "0 min" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = aft_report_format_duration (aft_report_words_get (NULL), cases[i].minutes * 60 * S,
                                                          cases[i].precision, cases[i].about);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_languages (void)
{
  g_autofree char *filled = aft_words_fill ("{1} {0} {2} {x}", "{1}", "b", NULL);

  g_assert_true (aft_report_words_get ("") == &aft_report_words_english);
  g_assert_true (aft_report_words_get (NULL) == &aft_report_words_english);
  g_assert_true (aft_report_words_get ("de") == &aft_report_words_german);
  g_assert_true (aft_report_words_get ("de_CH") == &aft_report_words_german);
  g_assert_true (aft_report_words_get ("den") == &aft_report_words_english);
  g_assert_cmpstr (filled, ==, "b {1} {2} {x}");

  /* Nothing is missing in any language: the tables hold nothing but words. */
  {
    const AftReportWords *const all[] = { &aft_report_words_english, &aft_report_words_german };

    for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
      for (gsize j = 0; j < sizeof (AftReportWords) / sizeof (char *); j++)
        g_assert_nonnull (((const char *const *) all[i])[j]);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/time/precision", test_precision);
  g_test_add_func ("/report/time/doubt", test_doubt);
  g_test_add_func ("/report/time/dates", test_dates);
  g_test_add_func ("/report/time/durations", test_durations);
  g_test_add_func ("/report/time/languages", test_languages);

  return g_test_run ();
}

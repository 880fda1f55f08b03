/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aft-moment-parser.h"

/* 2021-05-06T20:00:00Z, a Thursday */
#define NOW (G_GINT64_CONSTANT (1620331200) * G_USEC_PER_SEC)

typedef struct
{
  const char   *text;
  const char   *zone;
  const char   *instants[3];
  AftPrecision  precision;
  gboolean      approximate;
} ParseCase;

static const ParseCase parse_cases[] = {
  { "15:08", "America/New_York", { "2021-05-06T19:08:00Z" }, AFT_PRECISION_MINUTE },
  { "15:08 EST", "UTC", { "2021-05-06T19:08:00Z", "2021-05-06T20:08:00Z" }, AFT_PRECISION_MINUTE },
  { "15:08 EDT", "UTC", { "2021-05-06T19:08:00Z" }, AFT_PRECISION_MINUTE },
  { "3:08 pm EST", "UTC", { "2021-05-06T19:08:00Z", "2021-05-06T20:08:00Z" }, AFT_PRECISION_MINUTE },
  { "12:00 am", "UTC", { "2021-05-06T00:00:00Z" }, AFT_PRECISION_MINUTE },
  { "12:30pm", "UTC", { "2021-05-06T12:30:00Z" }, AFT_PRECISION_MINUTE },
  { "2021-05-06T15:08-04:00", "UTC", { "2021-05-06T19:08:00Z" }, AFT_PRECISION_MINUTE },
  { "2021-05-06 15:08:09Z", "Asia/Tokyo", { "2021-05-06T15:08:09Z" }, AFT_PRECISION_SECOND },
  { "2021-05-06", "Europe/Berlin", { "2021-05-05T22:00:00Z" }, AFT_PRECISION_DAY },
  { "2021-05", "UTC", { "2021-05-01T00:00:00Z" }, AFT_PRECISION_MONTH },
  { "2017", "UTC", { "2017-01-01T00:00:00Z" }, AFT_PRECISION_YEAR },
  { "6 May 2021 15:08 CEST", "UTC", { "2021-05-06T13:08:00Z" }, AFT_PRECISION_MINUTE },
  { "May 6, 2021", "UTC", { "2021-05-06T00:00:00Z" }, AFT_PRECISION_DAY },
  { "May 6", "UTC", { "2021-05-06T00:00:00Z" }, AFT_PRECISION_DAY },
  { "March 2021", "UTC", { "2021-03-01T00:00:00Z" }, AFT_PRECISION_MONTH },
  { "06/05 15:08", "UTC", { "2021-05-06T15:08:00Z", "2021-06-05T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "06.05.2021 15:08", "UTC", { "2021-05-06T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "12/25/2020", "UTC", { "2020-12-25T00:00:00Z" }, AFT_PRECISION_DAY },
  { "≈ 15:00", "UTC", { "2021-05-06T15:00:00Z" }, AFT_PRECISION_MINUTE, TRUE },
  { "about 15:00", "UTC", { "2021-05-06T15:00:00Z" }, AFT_PRECISION_MINUTE, TRUE },
  { "now", "UTC", { "2021-05-06T20:00:00Z" }, AFT_PRECISION_MINUTE },
  { "+5m", "UTC", { "2021-05-06T12:05:00Z" }, AFT_PRECISION_MINUTE },
  { "-2h", "UTC", { "2021-05-06T10:00:00Z" }, AFT_PRECISION_MINUTE },
  { "yesterday 14:02", "UTC", { "2021-05-05T14:02:00Z" }, AFT_PRECISION_MINUTE },
  { "15:08 Europe/Berlin", "UTC", { "2021-05-06T13:08:00Z" }, AFT_PRECISION_MINUTE },
  { "15:08:22", "UTC", { "2021-05-06T15:08:22Z" }, AFT_PRECISION_SECOND },
  { "2021/05/06 15:08:22,123", "UTC", { "2021-05-06T15:08:22Z" }, AFT_PRECISION_SECOND },
  { "06/May/2021:15:08:22 +0000", "UTC", { "2021-05-06T15:08:22Z" }, AFT_PRECISION_SECOND },
  { "May  6 15:08:22", "UTC", { "2021-05-06T15:08:22Z" }, AFT_PRECISION_SECOND },
  { "Thu, 6 May 2021 15:08", "UTC", { "2021-05-06T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "Today at 3:08 PM", "UTC", { "2021-05-06T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "May 6th 2021 at 3:08\u202fPM", "UTC", { "2021-05-06T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "6.5.21, 15:08", "UTC", { "2021-05-06T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "5/6/21, 3:08 PM", "UTC", { "2021-06-05T15:08:00Z", "2021-05-06T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "Monday 09:00", "UTC", { "2021-05-03T09:00:00Z" }, AFT_PRECISION_MINUTE },
  { "+5 minutes", "UTC", { "2021-05-06T12:05:00Z" }, AFT_PRECISION_MINUTE },
  /* German. */
  { "14.05.2021 15:08", "UTC", { "2021-05-14T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "14.05. 15:08", "UTC", { "2021-05-14T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "6. Mai 15:08", "UTC", { "2021-05-06T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "6. Mai 2021 um 15:08 Uhr", "UTC", { "2021-05-06T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "Donnerstag, 6. Mai 2021, 15:08 Uhr", "UTC", { "2021-05-06T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "3. MÄRZ 2021", "UTC", { "2021-03-03T00:00:00Z" }, AFT_PRECISION_DAY },
  { "Dezember 2020", "UTC", { "2020-12-01T00:00:00Z" }, AFT_PRECISION_MONTH },
  { "gestern 14:02", "UTC", { "2021-05-05T14:02:00Z" }, AFT_PRECISION_MINUTE },
  { "heute 14:02", "UTC", { "2021-05-06T14:02:00Z" }, AFT_PRECISION_MINUTE },
  { "vorgestern um 14:02 Uhr", "UTC", { "2021-05-04T14:02:00Z" }, AFT_PRECISION_MINUTE },
  { "Mi 14:02", "UTC", { "2021-05-05T14:02:00Z" }, AFT_PRECISION_MINUTE },
  { "jetzt", "UTC", { "2021-05-06T20:00:00Z" }, AFT_PRECISION_MINUTE },
  { "15:08 Uhr", "UTC", { "2021-05-06T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "15.08 Uhr", "UTC", { "2021-05-06T15:08:00Z" }, AFT_PRECISION_MINUTE },
  { "gegen 15 Uhr", "UTC", { "2021-05-06T15:00:00Z" }, AFT_PRECISION_MINUTE, TRUE },
  { "15:08 Uhr MEZ", "UTC", { "2021-05-06T13:08:00Z", "2021-05-06T14:08:00Z" }, AFT_PRECISION_MINUTE },
  /* The clocks show this hour twice. */
  { "2021-10-31 02:30", "Europe/Berlin", { "2021-10-31T00:30:00Z", "2021-10-31T01:30:00Z" }, AFT_PRECISION_MINUTE },
  /* The clocks never show this hour. */
  { "2021-03-28 02:30", "Europe/Berlin", { "2021-03-28T01:30:00Z", "2021-03-28T00:30:00Z" }, AFT_PRECISION_MINUTE },
};

static AftMoment *
parse (const char  *text,
       const char  *zone,
       GError     **error)
{
  g_autoptr(AftMoment) previous =
    aft_moment_new (NOW - 8 * G_TIME_SPAN_HOUR, "UTC", AFT_PRECISION_MINUTE, FALSE, NULL);
  const AftMomentContext context = { zone, NOW, previous };

  return aft_moment_parse (text, &context, error);
}

static gint64
instant_of (const char *text)
{
  g_autoptr(GDateTime) date_time = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (date_time) * G_USEC_PER_SEC;
}

static void
test_understood (gconstpointer data)
{
  const ParseCase *wanted = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(AftMoment) moment = parse (wanted->text, wanted->zone, &error);
  const gint64 *readings;
  guint n_readings;

  g_assert_no_error (error);
  g_assert_cmpint (aft_moment_get_instant (moment), ==, instant_of (wanted->instants[0]));
  g_assert_cmpint (aft_moment_get_precision (moment), ==, wanted->precision);
  g_assert_cmpint (aft_moment_is_approximate (moment), ==, wanted->approximate);
  readings = aft_moment_get_readings (moment, &n_readings);
  g_assert_cmpint (aft_moment_is_doubtful (moment), ==, wanted->instants[1] != NULL);
  for (guint i = 0; i < n_readings; i++)
    g_assert_cmpint (readings[i], ==, instant_of (wanted->instants[i]));
}

static void
test_refused (void)
{
  static const struct { const char *text; int code; } cases[] = {
    { "users report errors", AFT_MOMENT_ERROR_NO_TIME }, { "", AFT_MOMENT_ERROR_NO_TIME },
    { "25:10", AFT_MOMENT_ERROR_RANGE },                 { "2021-02-30", AFT_MOMENT_ERROR_RANGE },
    { "15:08 and more", AFT_MOMENT_ERROR_REST },         { "0000-05-06 15:08", AFT_MOMENT_ERROR_RANGE },
    { "12021-05-06 15:08", AFT_MOMENT_ERROR_RANGE },     { "9999-12-31 23:59 -14:00", AFT_MOMENT_ERROR_RANGE },
    { "31 April 2021", AFT_MOMENT_ERROR_RANGE },         { "Maybe a deploy", AFT_MOMENT_ERROR_NO_TIME },
    { "May we roll back?", AFT_MOMENT_ERROR_NO_TIME },   { "Market is down", AFT_MOMENT_ERROR_NO_TIME },
    { "So we rolled back", AFT_MOMENT_ERROR_NO_TIME },   { "+1 deploy it", AFT_MOMENT_ERROR_NO_TIME },
    { "33/40 tests fail", AFT_MOMENT_ERROR_NO_TIME },    { "3:0", AFT_MOMENT_ERROR_NO_TIME },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(AftMoment) moment = parse (cases[i].text, "UTC", &error);

      g_assert_null (moment);
      g_assert_error (error, AFT_MOMENT_ERROR, cases[i].code);
    }
}

static void
test_needs_a_day (void)
{
  const AftMomentContext context = { "UTC", NOW, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(AftMoment) moment = aft_moment_parse ("15:08", &context, &error);

  g_assert_null (moment);
  g_assert_error (error, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_NO_DATE);
}

static void
test_leading (void)
{
  g_autoptr(AftMoment) previous = aft_moment_new (NOW, "UTC", AFT_PRECISION_MINUTE, FALSE, NULL);
  const AftMomentContext context = { "UTC", NOW, previous };
  const char *rest = NULL;
  g_autoptr(AftMoment) moment = aft_moment_parse_leading ("15:08 users report internal errors", &context, &rest, NULL);

  g_assert_nonnull (moment);
  g_assert_cmpstr (rest, ==, " users report internal errors");
}

static void
test_keeps_words (void)
{
  g_autoptr(AftMoment) moment = parse ("15:08 EST", "UTC", NULL);
  g_autoptr(AftMoment) settled = aft_moment_settle (moment, 1);

  g_assert_cmpstr (aft_moment_get_written (moment), ==, "15:08 EST");
  g_assert_cmpstr (aft_moment_get_zone (moment), ==, "America/New_York");
  g_assert_false (aft_moment_is_doubtful (settled));
  g_assert_cmpint (aft_moment_get_instant (settled), ==, instant_of ("2021-05-06T20:08:00Z"));
}

static void
test_skipped (void)
{
  g_autoptr(AftMoment) skipped = parse ("2021-03-28 02:30", "Europe/Berlin", NULL);
  g_autoptr(AftMoment) twice = parse ("2021-10-31 02:30", "Europe/Berlin", NULL);
  g_autoptr(AftMoment) letters = parse ("15:08 EST", "UTC", NULL);
  g_autoptr(AftMoment) swapped = parse ("06/05 15:08", "Europe/Berlin", NULL);

  g_assert_true (aft_moment_is_skipped (skipped));
  g_assert_false (aft_moment_is_skipped (twice));
  g_assert_false (aft_moment_is_skipped (letters));
  g_assert_false (aft_moment_is_skipped (swapped));
  g_assert_false (aft_moment_is_skipped (NULL));
}

/* A word after the time stays a word. */
static void
test_rest (void)
{
  static const char *const cases[][2] = {
    { "15:08 am Server", " am Server" }, { "15:08 March of errors", " March of errors" },
    { "15:08, 12 users", ", 12 users" }, { "15:08 now it fails", " now it fails" }, { "15:08: down", ": down" },
    { "2021-05-06 Tomorrow we talk", " Tomorrow we talk" }, { "6 May 15:08 2021 users", " 2021 users" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(AftMoment) previous = aft_moment_new (NOW, "UTC", AFT_PRECISION_MINUTE, FALSE, NULL);
      const AftMomentContext context = { "UTC", NOW, previous };
      const char *rest = NULL;
      g_autoptr(AftMoment) moment = aft_moment_parse_leading (cases[i][0], &context, &rest, NULL);

      g_assert_nonnull (moment);
      g_assert_cmpstr (rest, ==, cases[i][1]);
    }
}

/* No clock time appears that nobody gave, in whatever zone it is shown. */
static void
test_never_invents (void)
{
  g_autoptr(AftMoment) day = parse ("2021-05-10", "America/New_York", NULL);
  g_autoptr(GTimeZone) tokyo = g_time_zone_new_identifier ("Asia/Tokyo");
  g_autofree char *shown = aft_moment_format (day, tokyo, AFT_MOMENT_STYLE_FULL);
  g_autofree char *time = aft_moment_format (day, tokyo, AFT_MOMENT_STYLE_TIME);
  g_autoptr(AftMoment) shifted = aft_moment_shift (day, G_TIME_SPAN_DAY);
  g_autofree char *iso = aft_moment_format (shifted, tokyo, AFT_MOMENT_STYLE_ISO);

  g_assert_cmpstr (shown, ==, "10 May 2021");
  g_assert_cmpstr (time, ==, "10 May 2021");
  g_assert_cmpstr (iso, ==, "2021-05-11");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/moment-parser/understood/%02d", (int) i);

      g_test_add_data_func (name, &parse_cases[i], test_understood);
    }
  g_test_add_func ("/moment-parser/refused", test_refused);
  g_test_add_func ("/moment-parser/needs-a-day", test_needs_a_day);
  g_test_add_func ("/moment-parser/leading", test_leading);
  g_test_add_func ("/moment-parser/skipped", test_skipped);
  g_test_add_func ("/moment-parser/rest", test_rest);
  g_test_add_func ("/moment-parser/keeps-words", test_keeps_words);
  g_test_add_func ("/moment-parser/never-invents", test_never_invents);

  return g_test_run ();
}

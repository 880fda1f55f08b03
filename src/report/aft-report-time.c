/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <math.h>
#include <string.h>

#include "aft-report-time.h"

/**
 * aft_report_date_time:
 * @instant: microseconds since 1970, UTC
 * @zone: a zone
 *
 * Returns: (transfer full) (nullable): what calendar and clocks show there
 */
GDateTime *
aft_report_date_time (gint64     instant,
                      GTimeZone *zone)
{
  const gint64 seconds = instant / G_USEC_PER_SEC - (instant % G_USEC_PER_SEC < 0 ? 1 : 0);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (seconds);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/**
 * aft_report_format_day:
 * @words: the words of a language
 * @pattern: one of its dates: {0} day, {1} month, {2} year, {3} weekday
 * @day: a day
 * @short_month: whether months are shortened
 *
 * Returns: (transfer full): the day in words
 */
char *
aft_report_format_day (const AftReportWords *words,
                       const char           *pattern,
                       GDateTime            *day,
                       gboolean              short_month)
{
  const int month = g_date_time_get_month (day) - 1;
  g_autofree char *number = g_strdup_printf ("%d", g_date_time_get_day_of_month (day));
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (day));

  return aft_words_fill (pattern, number, short_month ? words->months_short[month] : words->months[month], year,
                         words->weekdays[g_date_time_get_day_of_week (day) - 1], NULL);
}

/**
 * aft_report_date_written:
 *
 * The date is part of many files: a build that is to give the same bytes says in `SOURCE_DATE_EPOCH` which
 * it is.
 *
 * Returns: (transfer full): when a report is written, UTC: that date, or now
 */
GDateTime *
aft_report_date_written (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  GDateTime *date = NULL;
  char *end = NULL;

  if (epoch != NULL && epoch[0] != '\0')
    {
      const gint64 seconds = g_ascii_strtoll (epoch, &end, 10);

      if (*end == '\0')
        date = g_date_time_new_from_unix_utc (seconds);
    }

  return date != NULL ? date : g_date_time_new_now_utc ();
}

static char *
format_clock (const AftReportWords *words,
              GDateTime            *at,
              AftPrecision          precision)
{
  g_autofree char *hour = NULL;

  if (precision == AFT_PRECISION_SECOND)
    return g_strdup_printf ("%02d:%02d:%02d", g_date_time_get_hour (at), g_date_time_get_minute (at),
                            g_date_time_get_second (at));
  if (precision == AFT_PRECISION_MINUTE)
    return g_strdup_printf ("%02d:%02d", g_date_time_get_hour (at), g_date_time_get_minute (at));

  hour = g_strdup_printf ("%d", g_date_time_get_hour (at));
  return aft_words_fill (words->hour, hour, NULL);
}

static char *
format_known (const AftReportWords *words,
              GDateTime            *at,
              AftPrecision          precision,
              AftReportTimeStyle    style)
{
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (at));

  if (precision == AFT_PRECISION_YEAR)
    return g_steal_pointer (&year);
  if (precision == AFT_PRECISION_MONTH)
    return aft_words_fill (words->month_year, words->months[g_date_time_get_month (at) - 1], year, NULL);

  if (style == AFT_REPORT_TIME_SHORT)
    return precision == AFT_PRECISION_DAY ? aft_report_format_day (words, words->date_short, at, TRUE)
                                          : format_clock (words, at, precision);

  day = aft_report_format_day (words, style == AFT_REPORT_TIME_DATE ? words->date_long : words->date, at,
                               style != AFT_REPORT_TIME_DATE);
  if (precision == AFT_PRECISION_DAY || style == AFT_REPORT_TIME_DATE)
    return g_steal_pointer (&day);

  clock = format_clock (words, at, precision);
  return aft_words_fill (words->date_time, day, clock, NULL);
}

/* The clock time as somebody wrote it, with the letters of its zone: "15:08 EST". Anything else that
 * stood there, a name perhaps, is not a time. */
static char *
dup_written_clock (const char *written)
{
  const char *start = strchr (written, ':');
  const char *end;
  guint letters = 0;

  if (start == NULL || start == written || !g_ascii_isdigit (start[-1]))
    return NULL;
  start -= start > written + 1 && g_ascii_isdigit (start[-2]) ? 2 : 1;

  for (end = start; *end != '\0'; end++)
    {
      if (g_ascii_isupper (*end))
        letters++;
      else if (!g_ascii_isdigit (*end) && strchr (": +-", *end) == NULL)
        return NULL;
    }

  return letters > 5 || end - start > 24 ? NULL : g_strdup (start);
}

static char *
format_readings (const AftReportWords *words,
                 const AftMoment      *moment)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  guint n_readings;
  const gint64 *readings = aft_moment_get_readings (moment, &n_readings);
  g_autofree char *listed = NULL;
  int first_day = 0;

  for (guint i = 0; i < n_readings; i++)
    {
      g_autoptr(GDateTime) at = aft_report_date_time (readings[i], utc);
      g_autofree char *reading = NULL;
      char *longer;

      if (at == NULL)
        continue;

      if (i == 0)
        first_day = g_date_time_get_day_of_year (at);
      if (!aft_moment_has_clock (moment) || g_date_time_get_day_of_year (at) != first_day)
        reading = format_known (words, at, aft_moment_get_precision (moment), AFT_REPORT_TIME_FULL);
      else
        reading = format_clock (words, at, aft_moment_get_precision (moment));

      longer = listed == NULL ? g_strdup (reading) : aft_words_fill (words->doubt_or, listed, reading, NULL);
      g_free (listed);
      listed = longer;
    }

  return listed != NULL ? g_steal_pointer (&listed) : g_strdup (words->unknown);
}

/* Nobody has settled which instant is meant: it stays as it was written, with what it may be. */
static char *
format_doubtful (const AftReportWords *words,
                 const AftMoment      *moment,
                 GTimeZone            *zone,
                 AftReportTimeStyle    style)
{
  g_autoptr(GTimeZone) own_zone = aft_zone_new (aft_moment_get_zone (moment));
  g_autoptr(GDateTime) at = aft_report_date_time (aft_moment_get_instant (moment), own_zone);
  g_autofree char *clock = aft_moment_has_clock (moment) ? dup_written_clock (aft_moment_get_written (moment)) : NULL;
  g_autofree char *readings = format_readings (words, moment);
  g_autofree char *day = NULL;
  g_autofree char *full = NULL;

  if (at == NULL)
    return g_strdup (words->unknown);

  if (style == AFT_REPORT_TIME_DATE)
    return format_known (words, at, aft_moment_get_precision (moment), style);
  if (clock == NULL)
    clock = format_known (words, at, aft_moment_get_precision (moment), AFT_REPORT_TIME_SHORT);
  if (style == AFT_REPORT_TIME_SHORT)
    return g_strconcat (clock, "?", NULL);
  if (!aft_moment_has_clock (moment))
    return aft_words_fill (words->doubt, clock, readings, NULL);

  day = aft_report_format_day (words, words->date, at, TRUE);
  full = aft_words_fill (words->date_time, day, clock, NULL);
  return aft_words_fill (words->doubt, full, readings, NULL);
}

/**
 * aft_report_format_moment:
 * @words: the words of a language
 * @moment: (nullable): a moment
 * @zone: the zone to show it in
 * @style: how
 *
 * Writes a moment out in the language of the report. No clock time appears that nobody gave; a day,
 * month or year is shown as it was meant where it was written. A doubt is said, with its readings.
 *
 * Returns: (transfer full): text
 */
char *
aft_report_format_moment (const AftReportWords *words,
                          const AftMoment      *moment,
                          GTimeZone            *zone,
                          AftReportTimeStyle    style)
{
  g_autoptr(GTimeZone) own_zone = NULL;
  g_autoptr(GDateTime) at = NULL;
  g_autofree char *text = NULL;

  if (moment == NULL || !aft_moment_is_known (moment))
    return g_strdup (words->unknown);

  if (!aft_moment_has_clock (moment))
    zone = own_zone = aft_zone_new (aft_moment_get_zone (moment));

  if (aft_moment_is_doubtful (moment))
    text = format_doubtful (words, moment, zone, style);
  else
    {
      at = aft_report_date_time (aft_moment_get_instant (moment), zone);
      text = at != NULL ? format_known (words, at, aft_moment_get_precision (moment), style)
                        : g_strdup (words->unknown);
    }

  return aft_moment_is_approximate (moment) ? g_strconcat ("≈ ", text, NULL) : g_steal_pointer (&text);
}

/**
 * aft_report_format_iso:
 * @moment: (nullable): a moment
 * @zone: the zone to show it in
 *
 * Writes a moment for machines: as RFC 3339 where somebody gave a clock time, which knows no coarser one
 * than to the second, else as the year, month or day that was meant where it was written. A doubt is not
 * said: it is the likeliest reading.
 *
 * Returns: (transfer full): text; empty where the moment is unknown
 */
char *
aft_report_format_iso (const AftMoment *moment,
                       GTimeZone       *zone)
{
  g_autoptr(GTimeZone) own_zone = NULL;
  g_autoptr(GDateTime) at = NULL;
  g_autofree char *day = NULL;
  int minutes;

  if (moment == NULL || !aft_moment_is_known (moment))
    return g_strdup ("");

  if (!aft_moment_has_clock (moment))
    zone = own_zone = aft_zone_new (aft_moment_get_zone (moment));
  at = aft_report_date_time (aft_moment_get_instant (moment), zone);
  if (at == NULL)
    return g_strdup ("");

  if (aft_moment_get_precision (moment) == AFT_PRECISION_YEAR)
    return g_strdup_printf ("%04d", g_date_time_get_year (at));
  if (aft_moment_get_precision (moment) == AFT_PRECISION_MONTH)
    return g_strdup_printf ("%04d-%02d", g_date_time_get_year (at), g_date_time_get_month (at));

  day = g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (at), g_date_time_get_month (at),
                         g_date_time_get_day_of_month (at));
  if (!aft_moment_has_clock (moment))
    return g_steal_pointer (&day);

  minutes = (int) (g_date_time_get_utc_offset (at) / G_TIME_SPAN_MINUTE);
  return g_strdup_printf ("%sT%02d:%02d:%02d%c%02d:%02d", day, g_date_time_get_hour (at), g_date_time_get_minute (at),
                          g_date_time_get_second (at), minutes < 0 ? '-' : '+', ABS (minutes) / 60,
                          ABS (minutes) % 60);
}

static gboolean
same_day (const AftMoment *a,
          const AftMoment *b,
          GTimeZone       *zone)
{
  g_autoptr(GDateTime) first = aft_report_date_time (aft_moment_get_instant (a), zone);
  g_autoptr(GDateTime) second = aft_report_date_time (aft_moment_get_instant (b), zone);

  return first != NULL && second != NULL && g_date_time_get_year (first) == g_date_time_get_year (second) &&
         g_date_time_get_day_of_year (first) == g_date_time_get_day_of_year (second);
}

/**
 * aft_report_format_span:
 * @words: the words of a language
 * @start: (nullable): when it began
 * @end: (nullable): when it ended
 * @zone: the zone to show it in
 *
 * Returns: (transfer full): both, the day said once where it is the same
 */
char *
aft_report_format_span (const AftReportWords *words,
                        const AftMoment      *start,
                        const AftMoment      *end,
                        GTimeZone            *zone)
{
  g_autofree char *from = aft_report_format_moment (words, start, zone, AFT_REPORT_TIME_FULL);
  g_autofree char *to = NULL;
  gboolean short_end;

  if (end == NULL || !aft_moment_is_known (end))
    return g_steal_pointer (&from);

  short_end = start != NULL && aft_moment_is_known (start) && aft_moment_has_clock (start) &&
              aft_moment_has_clock (end) && !aft_moment_is_doubtful (end) && same_day (start, end, zone);
  to = aft_report_format_moment (words, end, zone, short_end ? AFT_REPORT_TIME_SHORT : AFT_REPORT_TIME_FULL);

  return g_strconcat (from, " – ", to, NULL);
}

/**
 * aft_report_format_dates:
 * @words: the words of a language
 * @first: a known moment
 * @last: a known moment, not before @first
 * @zone: the zone to show them in
 *
 * Returns: (transfer full): the days from the one to the other, such as "6–10 May 2021"
 */
char *
aft_report_format_dates (const AftReportWords *words,
                         const AftMoment      *first,
                         const AftMoment      *last,
                         GTimeZone            *zone)
{
  g_autofree char *from = aft_report_format_moment (words, first, zone, AFT_REPORT_TIME_DATE);
  g_autofree char *to = aft_report_format_moment (words, last, zone, AFT_REPORT_TIME_DATE);
  g_autoptr(GDateTime) start = aft_report_date_time (aft_moment_get_instant (first), zone);
  g_autoptr(GDateTime) end = aft_report_date_time (aft_moment_get_instant (last), zone);

  if (strcmp (from, to) == 0)
    return g_steal_pointer (&from);

  if (start != NULL && end != NULL && aft_moment_get_precision (first) >= AFT_PRECISION_DAY &&
      aft_moment_get_precision (last) >= AFT_PRECISION_DAY && !aft_moment_is_approximate (first) &&
      g_date_time_get_year (start) == g_date_time_get_year (end))
    {
      g_autofree char *number = g_strdup_printf ("%d", g_date_time_get_day_of_month (start));
      g_autofree char *day = aft_report_format_day (words, words->day_month, start, FALSE);

      if (g_date_time_get_month (start) == g_date_time_get_month (end))
        {
          g_autofree char *last_number = g_strdup_printf ("%d", g_date_time_get_day_of_month (end));
          g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (end));
          g_autofree char *month = aft_words_fill (words->month_year, words->months[g_date_time_get_month (end) - 1],
                                                   year, NULL);

          return aft_words_fill (words->days_of_month, number, last_number, month, NULL);
        }

      return aft_words_fill (words->days_of_year, day, to, NULL);
    }

  return aft_words_fill (words->days_of_year, from, to, NULL);
}

static char *
fill_number (const char *pattern,
             gint64      number,
             gint64      rest)
{
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT, rest);

  return aft_words_fill (pattern, first, second, NULL);
}

/**
 * aft_report_format_duration:
 * @words: the words of a language
 * @microseconds: a duration; may be negative
 * @precision: how exactly it is known
 * @approximate: whether it is only about so
 *
 * Returns: (transfer full): such as "3 h 20 min", "≈ 4 d", "−20 min"
 */
char *
aft_report_format_duration (const AftReportWords *words,
                            gint64                microseconds,
                            AftPrecision          precision,
                            gboolean              approximate)
{
  const gint64 span = ABS (microseconds);
  const gint64 minutes = span / G_TIME_SPAN_MINUTE;
  const double days = (double) span / G_TIME_SPAN_DAY;
  g_autofree char *text = NULL;

  if (precision == AFT_PRECISION_YEAR || days > 2 * 365)
    text = fill_number (words->years, (gint64) round (days / 365.2425), 0);
  else if (precision == AFT_PRECISION_MONTH)
    text = fill_number (words->months_span, (gint64) round (days / 30.44), 0);
  else if (precision == AFT_PRECISION_DAY)
    text = fill_number (words->days, (gint64) round (days), 0);
  else if (minutes >= 72 * 60)
    text = fill_number (words->days_hours, minutes / 1440, minutes % 1440 / 60);
  else if (minutes >= 60 && minutes % 60 == 0)
    text = fill_number (words->hours, minutes / 60, 0);
  else if (minutes >= 60)
    text = fill_number (words->hours_minutes, minutes / 60, minutes % 60);
  else if (minutes > 0 || precision < AFT_PRECISION_SECOND)
    text = fill_number (words->minutes, minutes, 0);
  else
    text = fill_number (words->seconds, span / G_TIME_SPAN_SECOND, 0);

  return g_strconcat (approximate ? "≈ " : "", microseconds < 0 ? "−" : "", text, NULL);
}

/**
 * aft_report_format_metric:
 * @words: the words of a language
 * @metric: a metric
 *
 * Returns: (transfer full): the figure, "—" where it is unknown
 */
char *
aft_report_format_metric (const AftReportWords *words,
                          const AftMetric      *metric)
{
  if (!metric->known)
    return g_strdup (words->unknown);

  return aft_report_format_duration (words, metric->duration, metric->precision, metric->approximate);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-moment-parser.h"
#include "aft-written-time.h"

/* Longer than any way to write a time. */
#define MAX_LENGTH 200

/* 0001-01-02 and the end of 9999-12-30: a day from the ends every zone still has a date to show. */
#define FIRST_SECOND G_GINT64_CONSTANT (-62135510400)
#define LAST_SECOND G_GINT64_CONSTANT (253402214399)

G_DEFINE_QUARK (aft-moment-error-quark, aft_moment_error)

/* The local wall clock as if it were UTC; G_MININT64 where such a day doesn't exist. */
static gint64
get_wall_clock (const AftWrittenTime *written,
                gboolean       swapped)
{
  const int month = MAX (1, swapped ? written->day : written->month);
  const int day = MAX (1, swapped ? written->month : written->day);
  g_autoptr(GDateTime) wall = NULL;

  wall = g_date_time_new_utc (written->year, month, day, written->hour, written->minute, written->second);

  return wall != NULL ? g_date_time_to_unix (wall) : G_MININT64;
}

static gboolean
is_in_calendar (gint64 seconds)
{
  return seconds >= FIRST_SECOND && seconds <= LAST_SECOND;
}

static void
add_reading (gint64 *readings,
             guint  *n_readings,
             gint64  seconds)
{
  if (!is_in_calendar (seconds))
    return;

  for (guint i = 0; i < *n_readings; i++)
    if (readings[i] == seconds * G_USEC_PER_SEC)
      return;

  readings[(*n_readings)++] = seconds * G_USEC_PER_SEC;
}

/* All instants at which the clocks of a zone show @wall; for an hour that the clocks skip, what it
 * would be with the offsets before and after. */
static void
add_zone_readings (GTimeZone *zone,
                   gint64     wall,
                   gint64    *readings,
                   guint     *n_readings)
{
  const guint before = *n_readings;
  gint32 offsets[2];

  /* No offset is further away than a day. */
  for (int i = 0; i < 2; i++)
    {
      const int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, wall + (i == 0 ? -1 : 1) * 86400);

      offsets[i] = interval >= 0 ? g_time_zone_get_offset (zone, interval) : 0;
    }

  for (int i = 0; i < 2; i++)
    {
      const gint64 instant = wall - offsets[i];
      const int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);

      if (interval >= 0 && g_time_zone_get_offset (zone, interval) == offsets[i])
        add_reading (readings, n_readings, instant);
    }

  if (*n_readings == before)
    for (int i = 0; i < 2; i++)
      add_reading (readings, n_readings, wall - offsets[i]);
}

static void
add_readings (const AftWrittenTime *written,
              GTimeZone     *zone,
              gint64         wall,
              gint64        *readings,
              guint         *n_readings)
{
  /* Letters such as EST are often written for the clock that hung on the wall: the likelier
   * reading comes first, the literal one after it. */
  if (written->letters != NULL && strcmp (written->zone, "UTC") != 0)
    {
      add_zone_readings (zone, wall, readings, n_readings);
      add_reading (readings, n_readings, wall - written->offset * 60);
    }
  else if (written->has_offset)
    add_reading (readings, n_readings, wall - written->offset * 60);
  else
    add_zone_readings (zone, wall, readings, n_readings);
}

static void
set_range_error (GError     **error,
                 const char  *words)
{
  g_set_error (error, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_RANGE,
               /* Translators: %s is what somebody typed as a time */
               _("There is no such date or time: “%s”."), words);
}

static AftMoment *
resolve (AftWrittenTime  *written,
         const char      *words,
         GError         **error)
{
  g_autoptr(GTimeZone) zone = aft_zone_new (written->zone);
  gint64 readings[8];
  guint n_readings = 0;
  AftPrecision precision;

  for (int i = 0; i < (written->swapped ? 2 : 1); i++)
    {
      const gint64 wall = get_wall_clock (written, i == 1);

      if (wall != G_MININT64)
        add_readings (written, zone, wall, readings, &n_readings);
    }

  if (n_readings == 0)
    {
      set_range_error (error, words);
      return NULL;
    }

  if (written->has_time)
    precision = written->has_second ? AFT_PRECISION_SECOND : AFT_PRECISION_MINUTE;
  else if (written->day > 0)
    precision = AFT_PRECISION_DAY;
  else
    precision = written->month > 0 ? AFT_PRECISION_MONTH : AFT_PRECISION_YEAR;

  /* A whole day has no doubt about its hour. */
  if (!written->has_time && !written->swapped)
    n_readings = 1;

  return aft_moment_new_readings (readings, n_readings, written->zone, precision, written->approximate, words);
}

/* Which day it was then and there; the year 0, which never was, where the calendar ends before. */
static void
take_day (AftWrittenTime *written,
          gint64          instant,
          const char     *zone_name,
          int             days)
{
  g_autoptr(GTimeZone) zone = aft_zone_new (zone_name);
  g_autoptr(GDateTime) utc = NULL;
  g_autoptr(GDateTime) local = NULL;
  g_autoptr(GDateTime) moved = NULL;

  written->has_date = written->has_year = TRUE;
  written->year = 0;
  if (!is_in_calendar (instant / G_USEC_PER_SEC))
    return;

  utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  local = g_date_time_to_timezone (utc, zone);
  moved = g_date_time_add_days (local, days);
  if (moved != NULL)
    g_date_time_get_ymd (moved, &written->year, &written->month, &written->day);
}

/* now; +5m, -2h, +1d */
static gboolean
read_relative (const char             **text,
               const AftMomentContext  *context,
               gint64                  *instant)
{
  const gint64 minute = context->now - context->now % G_TIME_SPAN_MINUTE;
  const char *at = *text;
  gint64 span;
  int number;
  int sign;

  *instant = minute;
  if (aft_written_time_read_word (text, "now") || aft_written_time_read_word (text, "jetzt"))
    return TRUE;

  if (*at != '+' && *at != '-')
    return FALSE;
  sign = *at++ == '+' ? 1 : -1;
  if (!aft_written_time_read_number (&at, 1, 5, &number))
    return FALSE;
  aft_written_time_skip_blanks (&at);
  if (!aft_written_time_read_unit (&at, &span))
    return FALSE;

  if (aft_moment_is_known (context->previous))
    *instant = aft_moment_get_instant (context->previous);
  *instant += sign * number * span;
  *text = at;

  return TRUE;
}

/* The last such day that has begun. */
static void
take_weekday (AftWrittenTime *written,
              gint64          now,
              const char     *zone_name,
              int             weekday)
{
  g_autoptr(GTimeZone) zone = aft_zone_new (zone_name);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);

  take_day (written, now, zone_name, -((g_date_time_get_day_of_week (local) - weekday + 7) % 7));
}

static gboolean
read_date (const char             **text,
           const AftMomentContext  *context,
           AftWrittenTime          *written)
{
  static const struct { const char *word; int days; } days[] = {
    { "yesterday", -1 }, { "today", 0 }, { "tomorrow", 1 },
    { "vorgestern", -2 }, { "gestern", -1 }, { "heute", 0 }, { "morgen", 1 },
  };
  const char *at = *text;
  int weekday;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (aft_written_time_read_word (text, days[i].word))
      {
        take_day (written, context->now, context->zone, days[i].days);
        return TRUE;
      }

  /* “Thursday” says when only together with a date or a clock. */
  if (aft_written_time_read_weekday (&at, &weekday))
    {
      AftWrittenTime clock = { 0, };
      const char *after = at;

      if (aft_written_time_read_date (&at, written))
        {
          *text = at;
          return TRUE;
        }
      if (aft_written_time_read_word (&after, "at") || aft_written_time_read_word (&after, "um"))
        aft_written_time_skip_blanks (&after);
      if (!aft_written_time_read_clock (&after, &clock))
        return FALSE;

      take_weekday (written, context->now, context->zone, weekday);
      *text = at;
      return TRUE;
    }

  return aft_written_time_read_date (text, written);
}

static gboolean
read_date_and_clock (const char             **text,
                     const AftMomentContext  *context,
                     AftWrittenTime          *written)
{
  const char *clock;

  if (!read_date (text, context, written))
    return aft_written_time_read_clock (text, written);

  clock = *text;
  if (*clock == ',' || *clock == ':' || ((*clock == 'T' || *clock == 't') && g_ascii_isdigit (clock[1])))
    clock++;
  aft_written_time_skip_blanks (&clock);
  if (aft_written_time_read_word (&clock, "at") || aft_written_time_read_word (&clock, "um"))
    aft_written_time_skip_blanks (&clock);
  if (aft_written_time_read_clock (&clock, written))
    *text = clock;

  return TRUE;
}

static gboolean
complete_date (AftWrittenTime *written,
               const AftMomentContext  *context,
               const char              *words,
               GError                 **error)
{
  const gint64 base = aft_moment_is_known (context->previous) ? aft_moment_get_instant (context->previous) : context->now;

  if (written->has_date && written->has_year)
    return TRUE;

  if (written->has_date)
    {
      AftWrittenTime day = { 0, };

      take_day (&day, base, written->zone, 0);
      written->year = day.year;
      written->has_year = TRUE;
      return TRUE;
    }

  if (!aft_moment_is_known (context->previous))
    {
      g_set_error (error, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_NO_DATE,
                   /* Translators: %s is what somebody typed as a time */
                   _("“%s” names no day. Write the date before it once, such as 2021-05-06 15:08."), words);
      return FALSE;
    }

  take_day (written, base, written->zone, 0);
  return TRUE;
}

/**
 * aft_moment_parse_leading:
 * @text: words that begin with a time, as people type them
 * @context: what the words leave unsaid
 * @rest: (out): what follows the time
 * @error: return location for an #AftMomentError
 *
 * Understands `15:08`, `3:08 pm EST`, `2021-05-06T15:08-04:00`, `6 May 2021 15:08`, `06/05 15:08`
 * (with two readings), `2021-05`, `2017`, `≈ 15:00`, `now`, `+5m`, `yesterday 14:02`, and in German
 * `6. Mai 15:08`, `15.08 Uhr`, `gestern 14:02`. Safe to call from any thread. Where the words may mean several instants the moment keeps all of them, the likeliest first.
 *
 * Returns: (transfer full): a moment, or %NULL on error
 */
AftMoment *
aft_moment_parse_leading (const char              *text,
                          const AftMomentContext  *context,
                          const char             **rest,
                          GError                 **error)
{
  AftWrittenTime written = { 0, };
  g_autofree char *words = NULL;
  const char *start;
  const char *at;
  gint64 instant;

  g_return_val_if_fail (text != NULL && context != NULL && rest != NULL, NULL);

  aft_written_time_skip_blanks (&text);
  at = start = text;
  aft_written_time_read_about (&at, &written);

  if (read_relative (&at, context, &instant))
    {
      if (!is_in_calendar (instant / G_USEC_PER_SEC))
        {
          words = g_strndup (start, (gsize) (at - start));
          set_range_error (error, words);
          return NULL;
        }
      *rest = at;
      return aft_moment_new (instant, context->zone, AFT_PRECISION_MINUTE, written.approximate, "");
    }

  read_date_and_clock (&at, context, &written);
  if (!written.has_date && !written.has_time)
    {
      g_autofree char *shown = g_utf8_substring (start, 0, MIN (g_utf8_strlen (start, -1), 40));

      g_set_error (error, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_NO_TIME,
                   /* Translators: %s is what somebody typed where a time is expected */
                   _("“%s” is not a time. Write it as 15:08, 2021-05-06 15:08 or 6 May 2021."), shown);
      return NULL;
    }

  if (written.has_time)
    aft_written_time_read_zone (&at, &written);
  if (written.zone[0] == '\0' && context->zone != NULL)
    g_strlcpy (written.zone, context->zone, sizeof written.zone);

  words = g_strndup (start, MIN ((gsize) (at - start), MAX_LENGTH));
  if (written.hour > 23 || written.minute > 59 || written.second > 59)
    {
      set_range_error (error, words);
      return NULL;
    }
  if (!complete_date (&written, context, words, error))
    return NULL;

  *rest = at;
  return resolve (&written, words, error);
}

/**
 * aft_moment_parse:
 * @text: a time as people type it
 * @context: what the words leave unsaid
 * @error: return location for an #AftMomentError
 *
 * As aft_moment_parse_leading(), but nothing else may follow. "unknown", "?" and "—" are a moment
 * that nobody knows.
 *
 * Returns: (transfer full): a moment, or %NULL on error
 */
AftMoment *
aft_moment_parse (const char              *text,
                  const AftMomentContext  *context,
                  GError                 **error)
{
  g_autoptr(AftMoment) moment = NULL;
  g_autofree char *stripped = NULL;
  const char *rest = NULL;

  g_return_val_if_fail (text != NULL && context != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  if (strcmp (stripped, "?") == 0 || strcmp (stripped, "—") == 0 || g_ascii_strcasecmp (stripped, "unknown") == 0)
    return aft_moment_new_unknown (NULL);

  moment = aft_moment_parse_leading (stripped, context, &rest, error);
  if (moment == NULL)
    return NULL;

  aft_written_time_skip_blanks (&rest);
  if (*rest != '\0')
    {
      g_set_error (error, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_REST,
                   /* Translators: %s are words that stand after a time and don't belong to one */
                   _("“%s” is not part of a time."), rest);
      return NULL;
    }

  return g_steal_pointer (&moment);
}

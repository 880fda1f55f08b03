/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-calendar.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

/* No zone was ever farther from UTC than this. */
#define MAX_OFFSET (16 * G_GINT64_CONSTANT (3600))

/**
 * aft_calendar_days_from_date:
 * @year: a year
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * The algorithm is "days_from_civil" of Howard Hinnant, 2013.
 *
 * Returns: the days from 1970-01-01 to the date
 */
gint64
aft_calendar_days_from_date (gint  year,
                             guint month,
                             guint day)
{
  gint64 y, era, year_of_era, day_of_year, day_of_era;

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  y = month <= 2 ? (gint64) year - 1 : year;
  era = aft_calendar_floor_div (y, 400);
  year_of_era = y - era * 400;
  day_of_year = (153 * ((gint64) month + (month > 2 ? -3 : 9)) + 2) / 5 + (gint64) day - 1;
  day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

/**
 * aft_calendar_date_from_days:
 * @days: days since 1970-01-01
 * @year: (out): where the year goes
 * @month: (out): where the month goes, 1 to 12
 * @day: (out): where the day of the month goes, 1 to 31
 *
 * The algorithm is "civil_from_days" of Howard Hinnant, 2013.
 */
void
aft_calendar_date_from_days (gint64  days,
                             gint   *year,
                             guint  *month,
                             guint  *day)
{
  gint64 era, day_of_era, year_of_era, day_of_year, shifted;

  g_return_if_fail (year != NULL);
  g_return_if_fail (month != NULL);
  g_return_if_fail (day != NULL);

  days += 719468;
  era = aft_calendar_floor_div (days, 146097);
  day_of_era = days - era * 146097;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  shifted = (5 * day_of_year + 2) / 153;

  *day = (guint) (day_of_year - (153 * shifted + 2) / 5 + 1);
  *month = (guint) (shifted < 10 ? shifted + 3 : shifted - 9);
  *year = (gint) (year_of_era + era * 400 + (*month <= 2 ? 1 : 0));
}

static inline gint
interval_at (GTimeZone *zone,
             gint64     seconds)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);
}

/**
 * aft_calendar_offset:
 * @zone: a time zone
 * @seconds: seconds since 1970, UTC
 *
 * Returns: how far the clocks of @zone were ahead of UTC then, in seconds
 */
gint64
aft_calendar_offset (GTimeZone *zone,
                     gint64     seconds)
{
  g_return_val_if_fail (zone != NULL, 0);

  return g_time_zone_get_offset (zone, interval_at (zone, seconds));
}

/**
 * aft_calendar_interval_start:
 * @zone: a time zone
 * @seconds: seconds since 1970, UTC
 * @not_before: the earliest answer, at most @seconds
 *
 * When the rule that is in force at @seconds came into force.
 *
 * Returns: seconds since 1970, UTC, not before @not_before
 */
gint64
aft_calendar_interval_start (GTimeZone *zone,
                             gint64     seconds,
                             gint64     not_before)
{
  gint interval;

  g_return_val_if_fail (zone != NULL, seconds);
  g_return_val_if_fail (not_before <= seconds, seconds);

  interval = interval_at (zone, seconds);

  if (interval_at (zone, not_before) == interval)
    return not_before;

  /* The rule is another one at not_before and this one at seconds. */
  while (seconds - not_before > 1)
    {
      gint64 middle = not_before + (seconds - not_before) / 2;

      if (interval_at (zone, middle) == interval)
        seconds = middle;
      else
        not_before = middle;
    }

  return seconds;
}

/**
 * aft_calendar_interval_end:
 * @zone: a time zone
 * @seconds: seconds since 1970, UTC
 * @not_after: the latest answer, after @seconds
 *
 * When the rule that is in force at @seconds goes out of force: the first second of the next rule.
 *
 * Returns: seconds since 1970, UTC, not after @not_after
 */
gint64
aft_calendar_interval_end (GTimeZone *zone,
                           gint64     seconds,
                           gint64     not_after)
{
  gint interval;

  g_return_val_if_fail (zone != NULL, not_after);
  g_return_val_if_fail (not_after > seconds, not_after);

  interval = interval_at (zone, seconds);

  if (interval_at (zone, not_after - 1) == interval)
    return not_after;

  not_after--;

  while (not_after - seconds > 1)
    {
      gint64 middle = seconds + (not_after - seconds) / 2;

      if (interval_at (zone, middle) == interval)
        seconds = middle;
      else
        not_after = middle;
    }

  return not_after;
}

/**
 * aft_calendar_day_of:
 * @zone: a time zone
 * @seconds: seconds since 1970, UTC
 *
 * Returns: the date in @zone then, as days since 1970-01-01
 */
gint64
aft_calendar_day_of (GTimeZone *zone,
                     gint64     seconds)
{
  g_return_val_if_fail (zone != NULL, 0);

  return aft_calendar_floor_div (seconds + aft_calendar_offset (zone, seconds), SECONDS_PER_DAY);
}

/**
 * aft_calendar_day_start:
 * @zone: a time zone
 * @day: a date, as days since 1970-01-01
 *
 * When a day begins. Where midnight comes twice this is the first one; where the clocks jump over midnight it is the first
 * second after the jump; a day that a zone left out (Samoa, 30 December 2011) begins together with the next one.
 *
 * Returns: seconds since 1970, UTC
 */
gint64
aft_calendar_day_start (GTimeZone *zone,
                        gint64     day)
{
  gint64 wall, low, high;
  gint64 found = G_MAXINT64;
  gint first, last;

  g_return_val_if_fail (zone != NULL, 0);

  wall = day * SECONDS_PER_DAY;
  low = wall - MAX_OFFSET;
  high = wall + MAX_OFFSET;
  first = interval_at (zone, low);
  last = interval_at (zone, high);

  for (gint interval = first; interval <= last; interval++)
    {
      gint64 seconds = wall - g_time_zone_get_offset (zone, interval);

      if (seconds < found && interval_at (zone, seconds) == interval)
        found = seconds;
    }

  if (found != G_MAXINT64)
    return found;

  /* No clock ever showed this midnight: look for the jump over it. */
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (middle + aft_calendar_offset (zone, middle) >= wall)
        high = middle;
      else
        low = middle;
    }

  return high;
}

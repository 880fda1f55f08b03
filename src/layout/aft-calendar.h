/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days are counted from 1970-01-01 in the proleptic Gregorian calendar; seconds are counted from 1970, UTC. */

gint64 aft_calendar_days_from_date (gint       year,
                                    guint      month,
                                    guint      day);
void   aft_calendar_date_from_days (gint64     days,
                                    gint      *year,
                                    guint     *month,
                                    guint     *day);

gint64 aft_calendar_offset         (GTimeZone *zone,
                                    gint64     seconds);
gint64 aft_calendar_interval_start (GTimeZone *zone,
                                    gint64     seconds,
                                    gint64     not_before);
gint64 aft_calendar_interval_end   (GTimeZone *zone,
                                    gint64     seconds,
                                    gint64     not_after);
gint64 aft_calendar_day_of         (GTimeZone *zone,
                                    gint64     seconds);
gint64 aft_calendar_day_start      (GTimeZone *zone,
                                    gint64     day);

/**
 * aft_calendar_floor_div:
 * @number: any number
 * @by: a number above 0
 *
 * Returns: @number / @by, rounded down also below 0
 */
static inline gint64
aft_calendar_floor_div (gint64 number,
                        gint64 by)
{
  return number / by - (number % by < 0 ? 1 : 0);
}

G_END_DECLS

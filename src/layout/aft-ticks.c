/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-ticks.h"

#include "aft-calendar.h"

#include <math.h>

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

/* Every step, and the shortest time it ever takes, in seconds, changes of the clocks left aside */
static const struct
{
  AftTickStep step;
  gint64      shortest;
} steps[] = {
  { { AFT_TICK_UNIT_SECOND, 1 }, 1 },
  { { AFT_TICK_UNIT_SECOND, 5 }, 5 },
  { { AFT_TICK_UNIT_SECOND, 15 }, 15 },
  { { AFT_TICK_UNIT_SECOND, 30 }, 30 },
  { { AFT_TICK_UNIT_MINUTE, 1 }, 60 },
  { { AFT_TICK_UNIT_MINUTE, 5 }, 5 * 60 },
  { { AFT_TICK_UNIT_MINUTE, 15 }, 15 * 60 },
  { { AFT_TICK_UNIT_MINUTE, 30 }, 30 * 60 },
  { { AFT_TICK_UNIT_HOUR, 1 }, 3600 },
  { { AFT_TICK_UNIT_HOUR, 3 }, 3 * 3600 },
  { { AFT_TICK_UNIT_HOUR, 6 }, 6 * 3600 },
  { { AFT_TICK_UNIT_HOUR, 12 }, 12 * 3600 },
  { { AFT_TICK_UNIT_DAY, 1 }, SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_DAY, 2 }, 2 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_WEEK, 1 }, 7 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_MONTH, 1 }, 28 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_MONTH, 3 }, 90 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_MONTH, 6 }, 181 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_YEAR, 1 }, 365 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_YEAR, 2 }, 730 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_YEAR, 5 }, 1826 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_YEAR, 10 }, 3652 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_YEAR, 20 }, 7304 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_YEAR, 50 }, 18262 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_YEAR, 100 }, 36524 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_YEAR, 200 }, 73048 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_YEAR, 500 }, 182621 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_YEAR, 1000 }, 365242 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_YEAR, 2000 }, 730485 * SECONDS_PER_DAY },
  { { AFT_TICK_UNIT_YEAR, 5000 }, 1826212 * SECONDS_PER_DAY },
};

/* What is the same for all ticks of one update */
typedef struct
{
  AftTicks       *ticks;
  const AftScale *scale;
  GTimeZone      *zone;
  double          min_distance;
  guint           first_weekday;

  /* The stretch between two folds that is being filled: whole seconds within it, and where it is drawn */
  gint64          first_s;
  gint64          last_s;
  double          start_x;
  gboolean        joined;       /* a tick was put into this stretch */

  /* The date that was asked for last, and when it begins */
  gint64          day;
  gint64          day_start;
} Filling;

/* Boundaries of a step of a day or more are numbered; these two lead from a day to the number and back. */

static gint64
week_phase (guint first_weekday)
{
  /* 5 January 1970 was a Monday */
  return 4 + (gint64) first_weekday - 1;
}

static gint64
boundary_of_day (const AftTickStep *step,
                 guint              first_weekday,
                 gint64             day)
{
  gint year;
  guint month, day_of_month;

  if (step->unit == AFT_TICK_UNIT_DAY)
    return aft_calendar_floor_div (day, step->count);

  if (step->unit == AFT_TICK_UNIT_WEEK)
    return aft_calendar_floor_div (day - week_phase (first_weekday), 7 * (gint64) step->count);

  aft_calendar_date_from_days (day, &year, &month, &day_of_month);

  if (step->unit == AFT_TICK_UNIT_MONTH)
    return aft_calendar_floor_div ((gint64) year * 12 + month - 1, step->count);

  return aft_calendar_floor_div (year, step->count);
}

static gint64
day_of_boundary (const AftTickStep *step,
                 guint              first_weekday,
                 gint64             boundary)
{
  gint64 units = boundary * step->count;
  gint64 year;

  if (step->unit == AFT_TICK_UNIT_DAY)
    return units;

  if (step->unit == AFT_TICK_UNIT_WEEK)
    return units * 7 + week_phase (first_weekday);

  if (step->unit == AFT_TICK_UNIT_YEAR)
    return aft_calendar_days_from_date ((gint) units, 1, 1);

  year = aft_calendar_floor_div (units, 12);

  return aft_calendar_days_from_date ((gint) year, (guint) (units - year * 12) + 1, 1);
}

static gint64
boundary_start (Filling           *filling,
                const AftTickStep *step,
                gint64             boundary)
{
  return aft_calendar_day_start (filling->zone, day_of_boundary (step, filling->first_weekday, boundary));
}

/* The longest unit that begins with a day */
static AftTickUnit
unit_of_day (gint64      day,
             AftTickUnit least)
{
  gint year;
  guint month, day_of_month;

  aft_calendar_date_from_days (day, &year, &month, &day_of_month);

  if (day_of_month > 1)
    return least;

  return month == 1 ? AFT_TICK_UNIT_YEAR : AFT_TICK_UNIT_MONTH;
}

static void
filling_add_tick (Filling     *filling,
                  gint64       seconds,
                  AftTickUnit  unit,
                  gboolean     date_change)
{
  GArray *array = filling->ticks->tick_array;
  AftTick tick;

  tick.instant = seconds * G_USEC_PER_SEC;
  tick.x = aft_scale_to_x (filling->scale, tick.instant);
  tick.unit = unit;
  tick.date_change = date_change;

  if (array->len > 0)
    {
      const AftTick *last = &g_array_index (array, AftTick, array->len - 1);

      if (tick.instant <= last->instant)
        return;

      /* A fold may bring ticks of its two sides together; there only the earlier one stays. */
      if (!filling->joined && fabs (tick.x - last->x) < filling->min_distance)
        return;
    }

  filling->joined = TRUE;
  g_array_append_val (array, tick);
}

/* A tick below a day: is it the first one of its date? */
static gboolean
filling_is_first_of_day (Filling *filling,
                         gint64   seconds,
                         gint64   wall,
                         gint64   step)
{
  gint64 day = aft_calendar_floor_div (wall, SECONDS_PER_DAY);
  gint64 start_wall, first_wall;

  if (day != filling->day)
    {
      filling->day = day;
      filling->day_start = aft_calendar_day_start (filling->zone, day);
    }

  start_wall = filling->day_start + aft_calendar_offset (filling->zone, filling->day_start);
  first_wall = -aft_calendar_floor_div (-start_wall, step) * step;

  return wall == first_wall && seconds - filling->day_start == wall - start_wall;
}

static AftTickUnit
unit_of_wall (gint64 wall)
{
  if (wall % 3600 == 0)
    return AFT_TICK_UNIT_HOUR;

  return wall % 60 == 0 ? AFT_TICK_UNIT_MINUTE : AFT_TICK_UNIT_SECOND;
}

/* Where the clocks went back, times of the wall come twice. Both are ticks if the step is no longer than what was repeated;
 * else only the first. Tells up to which time of the wall everything was seen before. */
static gint64
wall_seen_before (GTimeZone *zone,
                  gint64     seconds,
                  gint64     offset,
                  gint64     step)
{
  gint interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);
  gint64 previous, repeated, start;

  if (interval == 0)
    return G_MININT64;

  previous = g_time_zone_get_offset (zone, interval - 1);
  repeated = previous - offset;

  if (repeated <= 0 || step <= repeated)
    return G_MININT64;

  start = aft_calendar_interval_start (zone, seconds, seconds - repeated);

  return start > seconds - repeated ? start + previous : G_MININT64;
}

/* Steps below a day: the multiples of the step that the clock on the wall shows, for one rule of the zone after the other */
static void
filling_add_clock_ticks (Filling *filling,
                         gint64   step)
{
  gint64 seconds = filling->first_s;

  while (seconds <= filling->last_s)
    {
      gint64 offset = aft_calendar_offset (filling->zone, seconds);
      gint64 end = aft_calendar_interval_end (filling->zone, seconds, filling->last_s + 1);
      gint64 wall = MAX (seconds + offset, wall_seen_before (filling->zone, seconds, offset, step));

      for (wall = -aft_calendar_floor_div (-wall, step) * step; wall - offset < end; wall += step)
        {
          gboolean first = filling_is_first_of_day (filling, wall - offset, wall, step);
          AftTickUnit unit = first ? unit_of_day (filling->day, AFT_TICK_UNIT_DAY) : unit_of_wall (wall);

          filling_add_tick (filling, wall - offset, unit, first);
        }

      seconds = end;
    }
}

/* Steps of a day or more */
static void
filling_add_date_ticks (Filling           *filling,
                        const AftTickStep *step)
{
  gint64 day = aft_calendar_day_of (filling->zone, filling->first_s);
  gint64 boundary = boundary_of_day (step, filling->first_weekday, day);
  AftTickUnit least = step->unit == AFT_TICK_UNIT_WEEK ? AFT_TICK_UNIT_WEEK : AFT_TICK_UNIT_DAY;

  for (gint64 start = boundary_start (filling, step, boundary);
       start <= filling->last_s;
       start = boundary_start (filling, step, ++boundary))
    {
      if (start < filling->first_s)
        continue;

      /* The date that the clocks show, also where a day was left out */
      day = aft_calendar_day_of (filling->zone, start);
      filling_add_tick (filling, start, unit_of_day (day, least), TRUE);
    }
}

static void
filling_add_headings (Filling           *filling,
                      const AftTickStep *step)
{
  GArray *array = filling->ticks->heading_array;
  gint64 day = aft_calendar_day_of (filling->zone, filling->first_s);
  gint64 boundary = boundary_of_day (step, filling->first_weekday, day);
  gint64 start = boundary_start (filling, step, boundary);
  gint64 next = boundary_start (filling, step, boundary + 1);

  /* Where the clocks went back over midnight, the next day has begun before; a day that was left out has no length. */
  while (next <= filling->first_s)
    {
      boundary++;
      start = next;
      next = boundary_start (filling, step, boundary + 1);
    }

  while (start <= filling->last_s)
    {
      AftTick heading;

      heading.instant = start * G_USEC_PER_SEC;
      heading.x = start < filling->first_s ? filling->start_x : aft_scale_to_x (filling->scale, heading.instant);
      heading.unit = unit_of_day (aft_calendar_day_of (filling->zone, start), AFT_TICK_UNIT_DAY);
      heading.date_change = TRUE;

      if (array->len == 0 || g_array_index (array, AftTick, array->len - 1).instant < heading.instant)
        g_array_append_val (array, heading);

      boundary++;
      start = next;
      next = boundary_start (filling, step, boundary + 1);
    }
}

static AftTickStep
heading_step (const AftTickStep *step)
{
  AftTickStep heading = { AFT_TICK_UNIT_YEAR, 1 };

  if (step->unit < AFT_TICK_UNIT_DAY)
    heading.unit = AFT_TICK_UNIT_DAY;
  else if (step->unit < AFT_TICK_UNIT_MONTH)
    heading.unit = AFT_TICK_UNIT_MONTH;
  else if (step->unit == AFT_TICK_UNIT_YEAR)
    heading.count = step->count;

  return heading;
}

/* Fills one stretch between folds. */
static void
filling_add_stretch (Filling *filling,
                     gint64   start_us,
                     gint64   end_us)
{
  const AftTickStep *step = &filling->ticks->step;
  AftTickStep heading = heading_step (step);

  g_assert (start_us <= end_us);

  filling->first_s = -aft_calendar_floor_div (-start_us, G_USEC_PER_SEC);
  filling->last_s = aft_calendar_floor_div (end_us, G_USEC_PER_SEC);
  filling->start_x = aft_scale_to_x (filling->scale, start_us);
  filling->joined = FALSE;

  if (step->unit < AFT_TICK_UNIT_DAY)
    filling_add_clock_ticks (filling, step->count * (aft_tick_unit_us (step->unit) / G_USEC_PER_SEC));
  else
    filling_add_date_ticks (filling, step);

  /* Also a stretch between two whole seconds has its date. */
  if (filling->first_s > filling->last_s)
    filling->first_s = filling->last_s;

  filling_add_headings (filling, &heading);
}

/**
 * aft_tick_step_choose:
 * @px_per_us: pixels for a microsecond, above 0
 * @min_distance: the least distance of two ticks, in pixels
 *
 * Chooses the shortest step, from a table of the steps that people count in, whose ticks are far enough apart.
 *
 * Returns: a step
 */
AftTickStep
aft_tick_step_choose (double px_per_us,
                      double min_distance)
{
  guint i = 0;

  g_return_val_if_fail (px_per_us > 0, steps[0].step);

  while (i + 1 < G_N_ELEMENTS (steps) &&
         (double) steps[i].shortest * G_USEC_PER_SEC * px_per_us < min_distance)
    i++;

  return steps[i].step;
}

/**
 * aft_ticks_new:
 *
 * Creates an empty set of ticks, to be filled by aft_ticks_update().
 *
 * Returns: (transfer full): new ticks
 */
AftTicks *
aft_ticks_new (void)
{
  AftTicks *self = g_new0 (AftTicks, 1);

  self->step = steps[0].step;
  self->heading_unit = AFT_TICK_UNIT_DAY;
  self->tick_array = g_array_sized_new (FALSE, FALSE, sizeof (AftTick), 64);
  self->heading_array = g_array_sized_new (FALSE, FALSE, sizeof (AftTick), 16);

  return self;
}

/**
 * aft_ticks_free:
 * @self: (transfer full): ticks
 *
 * Frees ticks and both their arrays.
 */
void
aft_ticks_free (AftTicks *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->tick_array);
  g_array_unref (self->heading_array);
  g_free (self);
}

/**
 * aft_ticks_update:
 * @self: ticks
 * @scale: a scale
 * @zone: the zone whose clocks count
 * @x: the left edge of what is in sight, in pixels
 * @width: its width, in pixels, not negative
 * @params: how dense ticks may be
 *
 * Finds the ticks in sight: the instants at which the clocks of @zone show a multiple of the step. So where the clocks jump
 * ahead the times that do not exist are no ticks, and where they go back the ticks of the repeated time come twice, unless
 * the step is longer than what is repeated. Days begin at the first instant of their date, midnight or not. Arrays that were
 * read from @self before are no longer valid.
 */
void
aft_ticks_update (AftTicks            *self,
                  const AftScale      *scale,
                  GTimeZone           *zone,
                  double               x,
                  double               width,
                  const AftTickParams *params)
{
  Filling filling = { 0 };
  gint64 from, to;
  guint first, n_folds;

  g_return_if_fail (self != NULL);
  g_return_if_fail (scale != NULL);
  g_return_if_fail (zone != NULL);
  g_return_if_fail (isfinite (x));
  g_return_if_fail (isfinite (width) && width >= 0);
  g_return_if_fail (params != NULL);
  g_return_if_fail (params->min_distance >= 1);
  g_return_if_fail (params->first_weekday >= 1 && params->first_weekday <= 7);

  g_array_set_size (self->tick_array, 0);
  g_array_set_size (self->heading_array, 0);
  self->step = aft_tick_step_choose (aft_scale_get_px_per_us (scale), params->min_distance);
  self->heading_unit = heading_step (&self->step).unit;

  filling.ticks = self;
  filling.scale = scale;
  filling.zone = zone;
  filling.min_distance = params->min_distance;
  filling.first_weekday = params->first_weekday;
  filling.day = G_MININT64;

  from = aft_scale_to_instant (scale, aft_scale_is_mirrored (scale) ? x + width : x);
  to = aft_scale_to_instant (scale, aft_scale_is_mirrored (scale) ? x : x + width);
  n_folds = aft_scale_find_folds (scale, x, width, &first);

  for (guint i = 0; i < n_folds; i++)
    {
      AftFold fold;

      aft_scale_get_fold (scale, first + i, &fold);

      if (from < fold.span.start_us)
        filling_add_stretch (&filling, from, fold.span.start_us);

      from = fold.span.end_us;
    }

  if (from <= to)
    filling_add_stretch (&filling, from, to);

  self->ticks = (const AftTick *) (gconstpointer) self->tick_array->data;
  self->n_ticks = self->tick_array->len;
  self->headings = (const AftTick *) (gconstpointer) self->heading_array->data;
  self->n_headings = self->heading_array->len;
}

/**
 * aft_ticks_step_us:
 * @self: ticks
 *
 * How long the step is, by which the keyboard nudges what it moves. Months and years have their mean length.
 *
 * Returns: a number of microseconds
 */
gint64
aft_ticks_step_us (const AftTicks *self)
{
  g_return_val_if_fail (self != NULL, G_USEC_PER_SEC);

  return self->step.count * aft_tick_unit_us (self->step.unit);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "aft-scale.h"

G_BEGIN_DECLS

/**
 * AftTickStep:
 * @unit: a unit of the calendar
 * @count: how many of it
 *
 * The distance of two ticks by the clock on the wall, such as 15 minutes or 3 months.
 */
typedef struct
{
  AftTickUnit unit;
  guint       count;
} AftTickStep;

/**
 * AftTick:
 * @instant: when, in microseconds since 1970, UTC
 * @x: where, in pixels
 * @unit: the longest unit that begins with this tick, for its weight and label: in steps of an hour midnight is a day, and
 *   midnight of 1 January a year. %AFT_TICK_UNIT_WEEK occurs with steps of a week only.
 * @date_change: whether it is the first tick of its date; does not depend on what is in sight
 *
 * A mark on the axis of time.
 */
typedef struct
{
  gint64      instant;
  double      x;
  AftTickUnit unit;
  gboolean    date_change;
} AftTick;

/**
 * AftTickParams:
 * @min_distance: the least distance of two ticks, in pixels, at least 1
 * @first_weekday: the day a week begins with, 1 (Monday) to 7 (Sunday)
 *
 * How dense ticks may be. A change of the clocks may bring two of them nearer by that change: with steps of 3 hours the one
 * at 0:00 and the one at 3:00 are but 2 hours apart when the hour in between is left out.
 */
typedef struct
{
  double min_distance;
  guint  first_weekday;
} AftTickParams;

/**
 * AftTicks:
 * @step: the distance of the ticks
 * @heading_unit: the unit of the headings: days for steps below a day, months for days and weeks, else years
 * @ticks: (array length=n_ticks): the ticks in sight, by time (in a mirrored scale, from right to left); none within a fold
 * @n_ticks: how many there are
 * @headings: (array length=n_headings): the beginnings of days, months or years that have a part in sight. The first one
 *   usually begins before what is in sight, and so does the first one after a fold: `instant` is then where it truly begins,
 *   `x` the edge of what is in sight of it. So the date can always be shown, also within a day.
 * @n_headings: how many there are; at least 1 wherever anything but a fold is in sight
 *
 * The ticks of one view. Fill it with aft_ticks_update() as often as the view changes; memory is used again.
 */
typedef struct
{
  AftTickStep    step;
  AftTickUnit    heading_unit;
  const AftTick *ticks;
  guint          n_ticks;
  const AftTick *headings;
  guint          n_headings;

  /*< private >*/
  GArray        *tick_array;
  GArray        *heading_array;
} AftTicks;

AftTickStep  aft_tick_step_choose (double               px_per_us,
                                   double               min_distance);

AftTicks    *aft_ticks_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void         aft_ticks_free       (AftTicks            *self);
void         aft_ticks_update     (AftTicks            *self,
                                   const AftScale      *scale,
                                   GTimeZone           *zone,
                                   double               x,
                                   double               width,
                                   const AftTickParams *params);
gint64       aft_ticks_step_us    (const AftTicks      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftTicks, aft_ticks_free)

G_END_DECLS

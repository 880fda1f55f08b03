/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AFT_INSTANT_MIN:
 *
 * The first instant that the layout knows: the beginning of the year 1, UTC, in microseconds since 1970.
 */
#define AFT_INSTANT_MIN (G_GINT64_CONSTANT (-62135596800) * G_USEC_PER_SEC)

/**
 * AFT_INSTANT_MAX:
 *
 * The last instant that the layout knows: the end of the year 9999, UTC, in microseconds since 1970.
 */
#define AFT_INSTANT_MAX (G_GINT64_CONSTANT (253402300799) * G_USEC_PER_SEC)

/**
 * AftSpan:
 * @start_us: the beginning, in microseconds since 1970, UTC
 * @end_us: the end, in microseconds since 1970, UTC; not before @start_us
 *
 * A stretch of time. For a point in time the two are equal.
 */
typedef struct
{
  gint64 start_us;
  gint64 end_us;
} AftSpan;

/**
 * AftTickUnit:
 *
 * The units of the calendar, from the shortest to the longest, in which ticks step and spans are named.
 */
typedef enum
{
  AFT_TICK_UNIT_SECOND,
  AFT_TICK_UNIT_MINUTE,
  AFT_TICK_UNIT_HOUR,
  AFT_TICK_UNIT_DAY,
  AFT_TICK_UNIT_WEEK,
  AFT_TICK_UNIT_MONTH,
  AFT_TICK_UNIT_YEAR,
} AftTickUnit;

gint64 aft_tick_unit_us (AftTickUnit  unit);
void   aft_span_measure (gint64       duration_us,
                         AftTickUnit *unit,
                         guint       *count);

G_END_DECLS

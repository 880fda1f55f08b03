/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-span.h"

#include <math.h>

static const gint64 unit_us[] = {
  [AFT_TICK_UNIT_SECOND] = G_USEC_PER_SEC,
  [AFT_TICK_UNIT_MINUTE] = G_GINT64_CONSTANT (60) * G_USEC_PER_SEC,
  [AFT_TICK_UNIT_HOUR] = G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC,
  [AFT_TICK_UNIT_DAY] = G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC,
  [AFT_TICK_UNIT_WEEK] = G_GINT64_CONSTANT (604800) * G_USEC_PER_SEC,
  [AFT_TICK_UNIT_MONTH] = G_GINT64_CONSTANT (2629746) * G_USEC_PER_SEC,
  [AFT_TICK_UNIT_YEAR] = G_GINT64_CONSTANT (31556952) * G_USEC_PER_SEC,
};

/**
 * aft_tick_unit_us:
 * @unit: a unit
 *
 * How long a unit is. Months and years have their mean length in the Gregorian calendar.
 *
 * Returns: a number of microseconds
 */
gint64
aft_tick_unit_us (AftTickUnit unit)
{
  g_return_val_if_fail ((guint) unit < G_N_ELEMENTS (unit_us), G_USEC_PER_SEC);

  return unit_us[unit];
}

/**
 * aft_span_measure:
 * @duration_us: a duration in microseconds; of a negative one only the length counts
 * @unit: (out): where the unit goes
 * @count: (out): where the number of units goes
 *
 * Says roughly how long a duration is, in the words in which a person would: the longest unit of which there are at least
 * two, rounded (36 hours, 10 days, 18 months, 4 years). Weeks are not used. The caller formats and translates it.
 */
void
aft_span_measure (gint64       duration_us,
                  AftTickUnit *unit,
                  guint       *count)
{
  static const AftTickUnit named[] = {
    AFT_TICK_UNIT_YEAR, AFT_TICK_UNIT_MONTH, AFT_TICK_UNIT_DAY,
    AFT_TICK_UNIT_HOUR, AFT_TICK_UNIT_MINUTE, AFT_TICK_UNIT_SECOND,
  };
  double duration = fabs ((double) duration_us);

  g_return_if_fail (unit != NULL);
  g_return_if_fail (count != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      double units = duration / (double) unit_us[named[i]];

      /* 1.95, so that 23.9 months are 2 years and not 24 months */
      if (units >= 1.95 || named[i] == AFT_TICK_UNIT_SECOND)
        {
          *unit = named[i];
          *count = (guint) floor (units + 0.5);
          return;
        }
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-span-words.h"
#include "aft-span.h"

/**
 * aft_span_dup_words:
 * @duration_us: a length of time, in microseconds
 *
 * Returns: (transfer full): about how long it is, short, in the largest unit that fits, such as “4 yr”
 */
char *
aft_span_dup_words (gint64 duration_us)
{
  AftTickUnit unit;
  guint count;

  aft_span_measure (duration_us, &unit, &count);
  switch (unit)
    {
    case AFT_TICK_UNIT_SECOND:
      /* Translators: seconds, short, of a quiet stretch on the timeline */
      return g_strdup_printf (_("%u s"), count);
    case AFT_TICK_UNIT_MINUTE:
      /* Translators: minutes, short, of a quiet stretch on the timeline */
      return g_strdup_printf (_("%u min"), count);
    case AFT_TICK_UNIT_HOUR:
      /* Translators: hours, short, of a quiet stretch on the timeline */
      return g_strdup_printf (_("%u h"), count);
    case AFT_TICK_UNIT_DAY:
      /* Translators: days, short, of a quiet stretch on the timeline */
      return g_strdup_printf (_("%u d"), count);
    case AFT_TICK_UNIT_WEEK:
      /* Translators: weeks, short, of a quiet stretch on the timeline */
      return g_strdup_printf (_("%u wk"), count);
    case AFT_TICK_UNIT_MONTH:
      /* Translators: months, short, of a quiet stretch on the timeline */
      return g_strdup_printf (_("%u mo"), count);
    case AFT_TICK_UNIT_YEAR:
    default:
      /* Translators: years, short, of a quiet stretch on the timeline */
      return g_strdup_printf (_("%u yr"), count);
    }
}

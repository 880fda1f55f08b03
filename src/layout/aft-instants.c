/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-instants.h"

/* The instants at the two edges of a stretch of pixels, the earlier one first. */
static AftSpan
get_span (const AftScale *scale,
          double          x,
          double          width)
{
  const gint64 left = aft_scale_to_instant (scale, x);
  const gint64 right = aft_scale_to_instant (scale, x + width);

  return (AftSpan) { MIN (left, right), MAX (left, right) };
}

/**
 * aft_instants_find:
 * @instants: (array length=n_instants) (nullable): sorted
 * @n_instants: how many there are
 * @instant_us: microseconds since 1970, UTC
 *
 * Takes O(log n).
 *
 * Returns: the index of the first that isn't earlier, or @n_instants
 */
guint
aft_instants_find (const gint64 *instants,
                   guint         n_instants,
                   gint64        instant_us)
{
  guint low = 0;
  guint high = n_instants;

  g_return_val_if_fail (instants != NULL || n_instants == 0, 0);

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (instants[middle] < instant_us)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * aft_instants_find_at:
 * @instants: (array length=n_instants) (nullable): sorted
 * @n_instants: how many there are
 * @scale: a scale
 * @place: pixels in the direction in which time runs: x, or -x where the scale is mirrored
 *
 * Returns: the index of the first that doesn't stand before a place, or @n_instants
 */
guint
aft_instants_find_at (const gint64   *instants,
                      guint           n_instants,
                      const AftScale *scale,
                      double          place)
{
  g_return_val_if_fail (scale != NULL, 0);

  return aft_instants_find (instants, n_instants,
                            aft_scale_to_instant (scale, aft_scale_is_mirrored (scale) ? -place : place));
}

/**
 * aft_instants_in_sight:
 * @instants: (array length=n_instants) (nullable): sorted
 * @n_instants: how many there are
 * @scale: a scale
 * @x: left edge of what is in sight, in pixels
 * @width: of it
 * @first: (out): the index of the first in sight
 * @end: (out): the index after the last one
 */
void
aft_instants_in_sight (const gint64   *instants,
                       guint           n_instants,
                       const AftScale *scale,
                       double          x,
                       double          width,
                       guint          *first,
                       guint          *end)
{
  AftSpan span;

  g_return_if_fail (scale != NULL && first != NULL && end != NULL);

  span = get_span (scale, x, width);
  *first = aft_instants_find (instants, n_instants, span.start_us);
  *end = aft_instants_find (instants, n_instants, span.end_us < G_MAXINT64 ? span.end_us + 1 : span.end_us);
}

/**
 * aft_instants_count:
 * @instants: (array length=n_instants) (nullable): sorted
 * @n_instants: how many there are
 * @scale: a scale
 * @x: left edge of the first column, in pixels
 * @column_width: of each column
 * @n_columns: how many columns there are
 * @counts: (array length=n_columns) (out caller-allocates): how many stand in each, from the left
 *
 * For more instants than pixels. Takes O(columns × log n), however many instants there are.
 *
 * Returns: the largest count
 */
guint
aft_instants_count (const gint64   *instants,
                    guint           n_instants,
                    const AftScale *scale,
                    double          x,
                    double          column_width,
                    guint           n_columns,
                    guint          *counts)
{
  guint before;
  guint most = 0;

  g_return_val_if_fail (scale != NULL && column_width > 0, 0);
  g_return_val_if_fail (counts != NULL || n_columns == 0, 0);

  before = aft_instants_find (instants, n_instants, aft_scale_to_instant (scale, x));
  for (guint i = 0; i < n_columns; i++)
    {
      const gint64 edge = aft_scale_to_instant (scale, x + (i + 1) * column_width);
      const guint index = aft_instants_find (instants, n_instants, edge);

      counts[i] = index > before ? index - before : before - index;
      most = MAX (most, counts[i]);
      before = index;
    }

  return most;
}

/**
 * aft_instants_unite_spans:
 * @starts: (array length=n_spans) (nullable): where spans start, sorted
 * @reaches: (array length=n_spans) (nullable): for each the latest end of it and all before it
 * @n_spans: how many there are
 * @scale: a scale
 * @x: left edge of what is in sight, in pixels
 * @width: of it
 * @resolution: what is nearer than this is one, in pixels
 * @united: (element-type AftSpan): emptied first; where the stretches in sight go that any span covers
 *
 * For more spans than pixels. Takes O(width / resolution × log n).
 */
void
aft_instants_unite_spans (const gint64   *starts,
                          const gint64   *reaches,
                          guint           n_spans,
                          const AftScale *scale,
                          double          x,
                          double          width,
                          double          resolution,
                          GArray         *united)
{
  AftSpan sight;
  double sign;
  guint i;

  g_return_if_fail (scale != NULL && resolution > 0 && united != NULL);

  g_array_set_size (united, 0);
  sign = aft_scale_is_mirrored (scale) ? -1 : 1;
  sight = get_span (scale, x, width);
  i = aft_instants_find (reaches, n_spans, sight.start_us);
  while (i < n_spans && starts[i] <= sight.end_us)
    {
      AftSpan span = { MAX (starts[i], sight.start_us), reaches[i] };

      /* On to the first that begins past the end, again while those passed reach further. */
      for (;;)
        {
          const gint64 blurred = aft_scale_to_instant (scale, aft_scale_to_x (scale, span.end_us) + sign * resolution);
          const guint next = aft_instants_find (starts, n_spans, MAX (blurred, span.end_us) + 1);

          if (next == 0 || next <= i + 1 || span.end_us >= sight.end_us)
            {
              i = MAX (next, i + 1);
              break;
            }
          i = next - 1;
          span.end_us = MAX (span.end_us, reaches[i]);
        }

      span.end_us = MIN (span.end_us, sight.end_us);
      if (span.end_us > span.start_us)
        g_array_append_val (united, span);
    }
}

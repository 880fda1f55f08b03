/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-folds.h"

#include <math.h>

/* The element that would stand at a place if all were sorted (Hoare 1961, quickselect, with the median of three as the
 * pivot). Moves the others about. */
static gint64
select_nth (gint64 *lengths,
            guint   n,
            guint   nth)
{
  guint low = 0;
  guint high = n - 1;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const gint64 a = lengths[low];
      const gint64 b = lengths[middle];
      const gint64 c = lengths[high];
      const gint64 pivot = MAX (MIN (a, b), MIN (MAX (a, b), c));
      guint i = low;
      guint j = high;

      while (i <= j)
        {
          while (lengths[i] < pivot)
            i++;
          while (lengths[j] > pivot)
            j--;
          if (i <= j)
            {
              const gint64 swapped = lengths[i];

              lengths[i++] = lengths[j];
              lengths[j] = swapped;
              if (j == 0)
                break;
              j--;
            }
        }

      if (nth <= j && j < high)
        high = j;
      else if (nth >= i)
        low = i;
      else
        break;
    }

  return lengths[nth];
}

/* Moves what it is given about. */
static double
median (gint64 *lengths,
        guint   n)
{
  gint64 upper;
  gint64 lower;

  g_assert (n > 0);

  upper = select_nth (lengths, n, n / 2);
  if (n % 2 == 1)
    return (double) upper;

  lower = lengths[0];
  for (guint i = 1; i < n / 2; i++)
    lower = MAX (lower, lengths[i]);

  return ((double) lower + (double) upper) / 2;
}

static gint64
gap_length (const AftSpan *gap)
{
  return gap->end_us - gap->start_us;
}

/* The median of the gaps around one, itself left out; 0 if it has no neighbours */
static double
median_around (const AftSpan *gaps,
               guint          n_gaps,
               guint          index,
               guint          neighbours)
{
  gint64 around[2 * AFT_FOLDS_MAX_NEIGHBOURS];
  guint first = index > neighbours ? index - neighbours : 0;
  guint end = MIN (n_gaps, index + neighbours + 1);
  guint n = 0;

  for (guint i = first; i < end; i++)
    {
      if (i != index)
        around[n++] = gap_length (&gaps[i]);
    }

  return n > 0 ? median (around, n) : 0;
}

static double
median_of_all (const AftSpan *gaps,
               guint          n_gaps)
{
  g_autofree gint64 *lengths = g_new (gint64, MAX (n_gaps, 1));

  for (guint i = 0; i < n_gaps; i++)
    lengths[i] = gap_length (&gaps[i]);

  return n_gaps > 1 ? median (lengths, n_gaps) : 0;
}

static GArray *
propose (const AftSpan       *gaps,
         guint                n_gaps,
         const AftFoldParams *params)
{
  g_autoptr (GArray) folds = g_array_new (FALSE, FALSE, sizeof (AftSpan));
  guint neighbours = CLAMP (params->neighbours, 1, AFT_FOLDS_MAX_NEIGHBOURS);
  double whole = median_of_all (gaps, n_gaps);

  for (guint i = 0; i < n_gaps; i++)
    {
      gint64 length = gap_length (&gaps[i]);
      /* Most gaps are too short to ask further. */
      double around = length >= params->min_gap_us ? median_around (gaps, n_gaps, i, neighbours) : 0;
      gboolean long_here = params->factor > 0 && around > 0 && length >= params->factor * around;
      gboolean long_at_all = params->whole_factor > 0 && whole > 0 && length >= params->whole_factor * whole;
      double beside = long_here ? around : whole;
      gint64 margin;
      AftSpan fold;

      if (!(long_here || long_at_all) || length < params->min_gap_us)
        continue;

      /* At least a microsecond, so that whatever ends the gap stays outside */
      margin = (gint64) CLAMP (params->margin * beside, 1, MAX (1, (double) (length / 8)));
      fold.start_us = gaps[i].start_us + margin;
      fold.end_us = gaps[i].end_us - margin;

      if (fold.start_us < fold.end_us)
        g_array_append_val (folds, fold);
    }

  return g_steal_pointer (&folds);
}

/**
 * aft_folds_propose:
 * @instants: (array length=n_instants) (nullable): microseconds since 1970, UTC, sorted
 * @n_instants: how many there are
 * @params: when a gap is worth a fold
 *
 * Proposes which quiet stretches to fold: those much longer than the gaps around them. A proposed stretch never holds an
 * instant, not even at its ends. Takes O(n log n).
 *
 * Returns: (transfer full) (element-type AftSpan): the stretches, sorted
 */
GArray *
aft_folds_propose (const gint64        *instants,
                   gsize                n_instants,
                   const AftFoldParams *params)
{
  g_autofree AftSpan *gaps = NULL;
  guint n_gaps = 0;

  g_return_val_if_fail (instants != NULL || n_instants == 0, NULL);
  g_return_val_if_fail (n_instants <= G_MAXINT, NULL);
  g_return_val_if_fail (params != NULL, NULL);

  gaps = g_new (AftSpan, MAX (n_instants, 1));

  for (gsize i = 1; i < n_instants; i++)
    {
      g_return_val_if_fail (instants[i - 1] <= instants[i], NULL);

      if (instants[i - 1] < instants[i])
        gaps[n_gaps++] = (AftSpan) { instants[i - 1], instants[i] };
    }

  return propose (gaps, n_gaps, params);
}

/**
 * aft_folds_propose_around:
 * @busy: (array length=n_busy) (nullable): spans in which something goes on, sorted by their start; they may overlap
 * @n_busy: how many there are
 * @params: when a gap is worth a fold
 *
 * As aft_folds_propose(), for events that last: a proposed stretch never touches any of @busy.
 *
 * Returns: (transfer full) (element-type AftSpan): the stretches, sorted
 */
GArray *
aft_folds_propose_around (const AftSpan       *busy,
                          gsize                n_busy,
                          const AftFoldParams *params)
{
  g_autofree AftSpan *gaps = NULL;
  guint n_gaps = 0;
  gint64 end_us = G_MININT64;

  g_return_val_if_fail (busy != NULL || n_busy == 0, NULL);
  g_return_val_if_fail (n_busy <= G_MAXINT, NULL);
  g_return_val_if_fail (params != NULL, NULL);

  gaps = g_new (AftSpan, MAX (n_busy, 1));

  for (gsize i = 0; i < n_busy; i++)
    {
      g_return_val_if_fail (i == 0 || busy[i - 1].start_us <= busy[i].start_us, NULL);

      if (i > 0 && end_us < busy[i].start_us)
        gaps[n_gaps++] = (AftSpan) { end_us, busy[i].start_us };

      end_us = MAX (end_us, MAX (busy[i].start_us, busy[i].end_us));
    }

  return propose (gaps, n_gaps, params);
}

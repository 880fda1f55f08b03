/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-fold-table.h"

static int
compare_spans (gconstpointer a,
               gconstpointer b,
               gpointer      data G_GNUC_UNUSED)
{
  const AftSpan *left = a;
  const AftSpan *right = b;

  return (left->start_us > right->start_us) - (left->start_us < right->start_us);
}

/**
 * aft_fold_table_new:
 * @range: the whole range
 * @folds: (array length=n_folds) (nullable): the stretches to fold, in any order
 * @n_folds: how many there are
 *
 * Creates a table: sorts the folds, clips them to the range, leaves out what is empty, joins what overlaps or touches.
 *
 * Returns: (transfer full): a new table
 */
AftFoldTable *
aft_fold_table_new (const AftSpan *range,
                    const AftSpan *folds,
                    gsize          n_folds)
{
  g_autofree AftSpan *sorted = NULL;
  AftFoldTable *table;
  gint64 folded = 0;
  guint n = 0;

  g_return_val_if_fail (range != NULL, NULL);
  g_return_val_if_fail (folds != NULL || n_folds == 0, NULL);

  sorted = g_new (AftSpan, MAX (n_folds, 1));

  for (gsize i = 0; i < n_folds; i++)
    {
      AftSpan clipped = { MAX (folds[i].start_us, range->start_us), MIN (folds[i].end_us, range->end_us) };

      if (clipped.start_us < clipped.end_us)
        sorted[n++] = clipped;
    }

  g_qsort_with_data (sorted, (gint) n, sizeof (AftSpan), compare_spans, NULL);

  table = g_atomic_rc_box_alloc0 (sizeof (AftFoldTable) + n * sizeof (AftFoldEntry));

  for (guint i = 0; i < n; i++)
    {
      AftFoldEntry *last = table->n_folds > 0 ? &table->folds[table->n_folds - 1] : NULL;

      if (last != NULL && sorted[i].start_us <= last->end_us)
        {
          last->end_us = MAX (last->end_us, sorted[i].end_us);
          continue;
        }

      table->folds[table->n_folds].start_us = sorted[i].start_us;
      table->folds[table->n_folds].end_us = sorted[i].end_us;
      table->n_folds++;
    }

  for (guint i = 0; i < table->n_folds; i++)
    {
      table->folds[i].open_us = table->folds[i].start_us - folded;
      folded += table->folds[i].end_us - table->folds[i].start_us;
    }

  return table;
}

/**
 * aft_fold_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self, with one reference more
 */
AftFoldTable *
aft_fold_table_ref (AftFoldTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * aft_fold_table_unref:
 * @self: (transfer full): a table
 *
 * Drops a reference; with the last one the table is freed.
 */
void
aft_fold_table_unref (AftFoldTable *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release (self);
}

/**
 * aft_fold_table_locate:
 * @self: a table
 * @instant_us: microseconds since 1970, UTC; kept between the years 1 and 9999
 *
 * Takes O(log folds).
 *
 * Returns: the place of an instant
 */
AftFoldPlace
aft_fold_table_locate (const AftFoldTable *self,
                       gint64              instant_us)
{
  guint low = 0;
  guint high;
  const AftFoldEntry *fold;
  AftFoldPlace place = { 0 };

  g_return_val_if_fail (self != NULL, place);

  high = self->n_folds;
  instant_us = CLAMP (instant_us, AFT_INSTANT_MIN, AFT_INSTANT_MAX);

  /* How many folds begin before the instant? */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->folds[middle].start_us < instant_us)
        low = middle + 1;
      else
        high = middle;
    }

  if (low == 0)
    {
      place.open_us = instant_us;
      place.folds = 0;
      return place;
    }

  fold = &self->folds[low - 1];

  if (instant_us < fold->end_us)
    {
      place.open_us = fold->open_us;
      place.folds = (low - 1) + (double) (instant_us - fold->start_us) / (double) (fold->end_us - fold->start_us);
    }
  else
    {
      place.open_us = fold->open_us + (instant_us - fold->end_us);
      place.folds = low;
    }

  return place;
}

/**
 * aft_fold_table_first_after:
 * @self: a table
 * @instant_us: microseconds since 1970, UTC
 *
 * Takes O(log folds).
 *
 * Returns: the index of the first fold that ends after the instant, or the number of folds
 */
guint
aft_fold_table_first_after (const AftFoldTable *self,
                            gint64              instant_us)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->n_folds;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->folds[middle].end_us <= instant_us)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-scale.h"

#include "aft-fold-table.h"

#include <math.h>

struct _AftScale
{
  /* Owned, shared with other scales */
  AftFoldTable *table;

  AftSpan       range;
  double        px_per_us;
  double        fold_width;
  double        sign;         /* 1, or -1 if time runs from right to left */

  /* The anchor: this place stands at this pixel. It moves along with the view, so that distances from it stay small and
   * exact. */
  AftFoldPlace  anchor;
  double        anchor_x;
};

/* Pixels from the anchor, along time */
static inline double
scale_distance (const AftScale *self,
                gint64          open_us,
                double          folds)
{
  return (double) (open_us - self->anchor.open_us) * self->px_per_us + (folds - self->anchor.folds) * self->fold_width;
}

static gint64
add_clamped (gint64 base_us,
             double us)
{
  us = floor (us + 0.5);

  if (!(us > (double) (AFT_INSTANT_MIN - base_us)))
    return AFT_INSTANT_MIN;
  if (us >= (double) (AFT_INSTANT_MAX - base_us))
    return AFT_INSTANT_MAX;

  return base_us + (gint64) us;
}

static AftScale *
scale_alloc (const AftScale *like,
             AftFoldTable   *table,
             double          px_per_us,
             double          fold_width,
             gint64          anchor_us,
             double          anchor_x)
{
  AftScale *self = g_atomic_rc_box_new (AftScale);

  g_assert (like != NULL);
  g_assert (table != NULL);

  self->table = table;
  self->range = like->range;
  self->sign = like->sign;
  self->px_per_us = CLAMP (px_per_us, AFT_SCALE_MIN_PX_PER_US, AFT_SCALE_MAX_PX_PER_US);
  self->fold_width = fold_width;
  self->anchor = aft_fold_table_locate (table, anchor_us);
  self->anchor_x = anchor_x;

  return self;
}

static void
scale_clear (gpointer data)
{
  AftScale *self = data;

  g_clear_pointer (&self->table, aft_fold_table_unref);
}

/**
 * aft_scale_new:
 * @config: range, zoom and direction
 * @folds: (array length=n_folds) (nullable): the stretches to fold, in any order; what overlaps or touches is joined, what
 *   lies outside the range is left out
 * @n_folds: how many there are
 *
 * Creates a scale.
 *
 * The mapping never turns back, and two instants that are a millionth of a
 * pixel apart have different pixels. From instant to pixel and back is exact to one microsecond or half a pixel.
 *
 * Returns: (transfer full): a new scale
 */
AftScale *
aft_scale_new (const AftScaleConfig *config,
               const AftSpan        *folds,
               gsize                 n_folds)
{
  AftScale like = { 0 };

  g_return_val_if_fail (config != NULL, NULL);
  g_return_val_if_fail (config->start_us <= config->end_us, NULL);
  g_return_val_if_fail (isfinite (config->px_per_us) && config->px_per_us > 0, NULL);
  g_return_val_if_fail (isfinite (config->origin_x), NULL);
  g_return_val_if_fail (folds != NULL || n_folds == 0, NULL);
  g_return_val_if_fail (n_folds == 0 || (isfinite (config->fold_width) && config->fold_width > 0), NULL);
  g_return_val_if_fail (n_folds <= G_MAXINT, NULL);

  like.range.start_us = CLAMP (config->start_us, AFT_INSTANT_MIN, AFT_INSTANT_MAX);
  like.range.end_us = CLAMP (config->end_us, AFT_INSTANT_MIN, AFT_INSTANT_MAX);
  like.sign = config->mirrored ? -1 : 1;

  return scale_alloc (&like, aft_fold_table_new (&like.range, folds, n_folds),
                      config->px_per_us, isfinite (config->fold_width) ? MAX (config->fold_width, 0) : 0,
                      like.range.start_us, config->origin_x);
}

/**
 * aft_scale_ref:
 * @self: a scale
 *
 * Returns: (transfer full): @self, with one reference more
 */
AftScale *
aft_scale_ref (AftScale *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * aft_scale_unref:
 * @self: (transfer full): a scale
 *
 * Drops a reference; with the last one the scale is freed.
 */
void
aft_scale_unref (AftScale *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, scale_clear);
}

/**
 * aft_scale_to_x:
 * @self: a scale
 * @instant_us: microseconds since 1970, UTC; kept between the years 1 and 9999
 *
 * Where an instant stands. Takes O(log folds).
 *
 * Returns: a number of pixels
 */
double
aft_scale_to_x (const AftScale *self,
                gint64          instant_us)
{
  AftFoldPlace place;

  g_return_val_if_fail (self != NULL, 0);

  place = aft_fold_table_locate (self->table, instant_us);

  return self->anchor_x + self->sign * scale_distance (self, place.open_us, place.folds);
}

/**
 * aft_scale_to_instant:
 * @self: a scale
 * @x: a number of pixels
 *
 * Which instant stands at a pixel. Takes O(log folds).
 *
 * Returns: microseconds since 1970, UTC, between the years 1 and 9999
 */
gint64
aft_scale_to_instant (const AftScale *self,
                      double          x)
{
  const AftFoldEntry *folds;
  guint low = 0;
  guint high;
  double distance, past;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (!isnan (x), 0);

  folds = self->table->folds;
  high = self->table->n_folds;
  distance = self->sign * (x - self->anchor_x);

  /* How many folds begin before the pixel? */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (scale_distance (self, folds[middle].open_us, middle) < distance)
        low = middle + 1;
      else
        high = middle;
    }

  if (low == 0)
    return add_clamped (self->anchor.open_us, (distance + self->anchor.folds * self->fold_width) / self->px_per_us);

  past = distance - scale_distance (self, folds[low - 1].open_us, low - 1);

  if (past < self->fold_width)
    return add_clamped (folds[low - 1].start_us,
                        past / self->fold_width * (double) (folds[low - 1].end_us - folds[low - 1].start_us));

  return add_clamped (folds[low - 1].end_us, (past - self->fold_width) / self->px_per_us);
}

/**
 * aft_scale_get_range:
 * @self: a scale
 * @range: (out caller-allocates): where the whole range goes
 */
void
aft_scale_get_range (const AftScale *self,
                     AftSpan        *range)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (range != NULL);

  *range = self->range;
}

/**
 * aft_scale_get_extent:
 * @self: a scale
 * @x: (out): the left edge of the whole range, in pixels
 * @width: (out): its width, in pixels
 *
 * Tells how much there is to scroll.
 */
void
aft_scale_get_extent (const AftScale *self,
                      double         *x,
                      double         *width)
{
  double start, end;

  g_return_if_fail (self != NULL);
  g_return_if_fail (x != NULL);
  g_return_if_fail (width != NULL);

  start = aft_scale_to_x (self, self->range.start_us);
  end = aft_scale_to_x (self, self->range.end_us);
  *x = MIN (start, end);
  *width = fabs (end - start);
}

/**
 * aft_scale_get_px_per_us:
 * @self: a scale
 *
 * Returns: the pixels of a microsecond outside folds
 */
double
aft_scale_get_px_per_us (const AftScale *self)
{
  g_return_val_if_fail (self != NULL, AFT_SCALE_MIN_PX_PER_US);

  return self->px_per_us;
}

/**
 * aft_scale_get_fold_width:
 * @self: a scale
 *
 * Returns: the pixels of a fold
 */
double
aft_scale_get_fold_width (const AftScale *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fold_width;
}

/**
 * aft_scale_is_mirrored:
 * @self: a scale
 *
 * Returns: whether time runs from right to left
 */
gboolean
aft_scale_is_mirrored (const AftScale *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->sign < 0;
}

/**
 * aft_scale_get_n_folds:
 * @self: a scale
 *
 * Returns: the number of folds, after those that overlapped were joined
 */
guint
aft_scale_get_n_folds (const AftScale *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->table->n_folds;
}

/**
 * aft_scale_get_fold:
 * @self: a scale
 * @index: which fold, in the order of time
 * @fold: (out caller-allocates): where it goes
 *
 * Tells what a fold hides and where it is drawn.
 */
void
aft_scale_get_fold (const AftScale *self,
                    guint           index,
                    AftFold        *fold)
{
  const AftFoldEntry *found;
  double distance;

  g_return_if_fail (self != NULL);
  g_return_if_fail (index < self->table->n_folds);
  g_return_if_fail (fold != NULL);

  found = &self->table->folds[index];
  distance = scale_distance (self, found->open_us, index);

  if (self->sign < 0)
    distance = -(distance + self->fold_width);

  fold->span.start_us = found->start_us;
  fold->span.end_us = found->end_us;
  fold->x = self->anchor_x + distance;
  fold->width = self->fold_width;
}

/**
 * aft_scale_find_folds:
 * @self: a scale
 * @x: the left edge of what is in sight, in pixels
 * @width: its width, in pixels
 * @first: (out): the index of the first fold in sight, in the order of time
 *
 * Finds the folds that have a part in sight. Takes O(log folds).
 *
 * Returns: how many there are, from @first on
 */
guint
aft_scale_find_folds (const AftScale *self,
                      double          x,
                      double          width,
                      guint          *first)
{
  gint64 from, to;
  guint end;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (width >= 0, 0);
  g_return_val_if_fail (first != NULL, 0);

  from = aft_scale_to_instant (self, self->sign < 0 ? x + width : x);
  to = aft_scale_to_instant (self, self->sign < 0 ? x : x + width);

  *first = aft_fold_table_first_after (self->table, from);
  end = aft_fold_table_first_after (self->table, to);

  if (end < self->table->n_folds && self->table->folds[end].start_us < to)
    end++;

  return end > *first ? end - *first : 0;
}

/**
 * aft_scale_pan:
 * @self: a scale
 * @dx: pixels, to the right
 *
 * Moves everything to the right, whichever way time runs.
 *
 * Returns: (transfer full): a new scale
 */
AftScale *
aft_scale_pan (const AftScale *self,
               double          dx)
{
  AftScale *panned;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (isfinite (dx), NULL);

  panned = g_atomic_rc_box_new (AftScale);
  *panned = *self;
  panned->table = aft_fold_table_ref (self->table);
  panned->anchor_x += dx;

  return panned;
}

/**
 * aft_scale_zoom:
 * @self: a scale
 * @x: the pixel that stays
 * @factor: how much larger, above 0
 *
 * Zooms about a pixel: the instant that stands there keeps its place. Folds keep their width.
 *
 * Returns: (transfer full): a new scale
 */
AftScale *
aft_scale_zoom (const AftScale *self,
                double          x,
                double          factor)
{
  gint64 still;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (isfinite (x), NULL);
  g_return_val_if_fail (isfinite (factor) && factor > 0, NULL);

  still = aft_scale_to_instant (self, x);

  return scale_alloc (self, aft_fold_table_ref (self->table), self->px_per_us * factor, self->fold_width,
                      still, aft_scale_to_x (self, still));
}

/**
 * aft_scale_fit:
 * @self: a scale
 * @span: what is to be seen
 * @x: the left edge to fit into, in pixels
 * @width: the width to fit into, in pixels, above 0
 *
 * Zooms and pans so that a span just fills a width. Where folds alone would take more than half of the width they become
 * narrower. A span that has no length, or lies within one fold, or would need a zoom past the limits, is centred.
 *
 * Returns: (transfer full): a new scale
 */
AftScale *
aft_scale_fit (const AftScale *self,
               const AftSpan  *span,
               double          x,
               double          width)
{
  AftFoldPlace start, end;
  double open, folds, used;
  double fold_width, px_per_us;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (span != NULL, NULL);
  g_return_val_if_fail (span->start_us <= span->end_us, NULL);
  g_return_val_if_fail (isfinite (x), NULL);
  g_return_val_if_fail (isfinite (width) && width > 0, NULL);

  start = aft_fold_table_locate (self->table, span->start_us);
  end = aft_fold_table_locate (self->table, span->end_us);
  open = (double) (end.open_us - start.open_us);
  folds = end.folds - start.folds;
  fold_width = self->fold_width;
  px_per_us = self->px_per_us;

  if (folds * fold_width > width / 2)
    fold_width = width / 2 / folds;

  if (open > 0)
    px_per_us = CLAMP ((width - folds * fold_width) / open, AFT_SCALE_MIN_PX_PER_US, AFT_SCALE_MAX_PX_PER_US);

  used = open * px_per_us + folds * fold_width;

  return scale_alloc (self, aft_fold_table_ref (self->table), px_per_us, fold_width, span->start_us,
                      x + width / 2 - self->sign * used / 2);
}

/**
 * aft_scale_refold:
 * @self: a scale
 * @folds: (array length=n_folds) (nullable): the stretches to fold instead of those of @self
 * @n_folds: how many there are
 * @x: the pixel that stays
 *
 * Opens and closes folds without a jump: the instant that stands at @x keeps its place.
 *
 * Returns: (transfer full): a new scale
 */
AftScale *
aft_scale_refold (const AftScale *self,
                  const AftSpan  *folds,
                  gsize           n_folds,
                  double          x)
{
  gint64 still;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (folds != NULL || n_folds == 0, NULL);
  g_return_val_if_fail (n_folds == 0 || self->fold_width > 0, NULL);
  g_return_val_if_fail (n_folds <= G_MAXINT, NULL);
  g_return_val_if_fail (isfinite (x), NULL);

  still = aft_scale_to_instant (self, x);

  return scale_alloc (self, aft_fold_table_new (&self->range, folds, n_folds), self->px_per_us, self->fold_width,
                      still, aft_scale_to_x (self, still));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "aft-span.h"

G_BEGIN_DECLS

/**
 * AftFoldEntry:
 * @start_us: the beginning of the fold, in microseconds since 1970, UTC
 * @end_us: its end
 * @open_us: the time up to @start_us that is not folded
 *
 * A fold in a table.
 */
typedef struct
{
  gint64 start_us;
  gint64 end_us;
  gint64 open_us;
} AftFoldEntry;

/**
 * AftFoldTable:
 * @n_folds: how many folds there are
 * @folds: (array length=n_folds): the folds, sorted, apart from one another
 *
 * The folds of a scale, immutable and reference counted. Nothing in it depends on the zoom, so that one table serves all
 * zooms and pans.
 */
typedef struct
{
  guint        n_folds;
  AftFoldEntry folds[];
} AftFoldTable;

/**
 * AftFoldPlace:
 * @open_us: how much time that is not folded lies before the place, in microseconds
 * @folds: how many folds lie before it; with a fraction within a fold
 *
 * A place in time. Both numbers only ever grow with time.
 */
typedef struct
{
  gint64 open_us;
  double folds;
} AftFoldPlace;

AftFoldTable *aft_fold_table_new         (const AftSpan      *range,
                                          const AftSpan      *folds,
                                          gsize               n_folds) G_GNUC_WARN_UNUSED_RESULT;
AftFoldTable *aft_fold_table_ref         (AftFoldTable       *self);
void          aft_fold_table_unref       (AftFoldTable       *self);
AftFoldPlace  aft_fold_table_locate      (const AftFoldTable *self,
                                          gint64              instant_us);
guint         aft_fold_table_first_after (const AftFoldTable *self,
                                          gint64              instant_us);

G_END_DECLS

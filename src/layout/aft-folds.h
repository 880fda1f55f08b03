/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "aft-span.h"

G_BEGIN_DECLS

/**
 * AFT_FOLDS_MAX_NEIGHBOURS:
 *
 * The most neighbours on each side that a gap is compared with.
 */
#define AFT_FOLDS_MAX_NEIGHBOURS 32

/**
 * AftFoldParams:
 * @neighbours: how many gaps on each side a gap is compared with, 1 to %AFT_FOLDS_MAX_NEIGHBOURS
 * @factor: a gap is folded if it is this many times as long as the median of those neighbours; 0 never
 * @whole_factor: or this many times as long as the median of all gaps, for years of lead-up, several long gaps in a row,
 *   before an afternoon; 0 never
 * @min_gap_us: but never a gap shorter than this, in microseconds
 * @margin: time left open beside whatever ends the gap, as a share of the median; never more than an eighth of the gap on
 *   each side
 *
 * When a quiet stretch is worth a fold. %AFT_FOLD_PARAMS_DEFAULT is a good start.
 */
typedef struct
{
  guint  neighbours;
  double factor;
  double whole_factor;
  gint64 min_gap_us;
  double margin;
} AftFoldParams;

#define AFT_FOLD_PARAMS_DEFAULT \
  ((AftFoldParams) { 4, 8.0, 200.0, G_GINT64_CONSTANT (1800) * G_USEC_PER_SEC, 0.5 })

GArray *aft_folds_propose        (const gint64        *instants,
                                  gsize                n_instants,
                                  const AftFoldParams *params) G_GNUC_WARN_UNUSED_RESULT;
GArray *aft_folds_propose_around (const AftSpan       *busy,
                                  gsize                n_busy,
                                  const AftFoldParams *params) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

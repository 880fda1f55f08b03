/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "aft-span.h"

G_BEGIN_DECLS

/**
 * AFT_SCALE_MIN_PX_PER_US:
 *
 * The farthest zoom, 31 years a pixel. Smaller numbers are raised to it.
 */
#define AFT_SCALE_MIN_PX_PER_US (1e-15)

/**
 * AFT_SCALE_MAX_PX_PER_US:
 *
 * The nearest zoom, a microsecond a pixel. Larger numbers are lowered to it.
 */
#define AFT_SCALE_MAX_PX_PER_US (1.0)

/**
 * AftScale:
 *
 * Maps instants to pixels and back. It is immutable and reference counted: panning and zooming give a new scale, which
 * shares the table of folds with the old one and costs one small allocation. A scale may be read from any thread.
 *
 * Outside folds every microsecond is as wide as any other; each fold, however long, has one fixed width. The mapping goes
 * on past both ends of the range.
 */
typedef struct _AftScale AftScale;

/**
 * AftScaleConfig:
 * @start_us: the beginning of the whole range, in microseconds since 1970, UTC
 * @end_us: the end of the whole range; not before @start_us
 * @px_per_us: pixels for a microsecond outside folds, above 0; kept within the two limits above
 * @fold_width: pixels for a fold, above 0 where there are folds
 * @origin_x: the pixel at which @start_us stands; in a mirrored scale this is usually the right edge
 * @mirrored: whether time runs from right to left
 *
 * What a scale is made of.
 */
typedef struct
{
  gint64   start_us;
  gint64   end_us;
  double   px_per_us;
  double   fold_width;
  double   origin_x;
  gboolean mirrored;
} AftScaleConfig;

/**
 * AftFold:
 * @span: the quiet stretch; aft_span_measure() of its length names it
 * @x: its left edge, in pixels
 * @width: its width, in pixels
 *
 * A fold where a scale shows it.
 */
typedef struct
{
  AftSpan span;
  double  x;
  double  width;
} AftFold;

AftScale *aft_scale_new            (const AftScaleConfig *config,
                                    const AftSpan        *folds,
                                    gsize                 n_folds) G_GNUC_WARN_UNUSED_RESULT;
AftScale *aft_scale_ref            (AftScale             *self);
void      aft_scale_unref          (AftScale             *self);

double    aft_scale_to_x           (const AftScale       *self,
                                    gint64                instant_us);
gint64    aft_scale_to_instant     (const AftScale       *self,
                                    double                x);

void      aft_scale_get_range      (const AftScale       *self,
                                    AftSpan              *range);
void      aft_scale_get_extent     (const AftScale       *self,
                                    double               *x,
                                    double               *width);
double    aft_scale_get_px_per_us  (const AftScale       *self);
double    aft_scale_get_fold_width (const AftScale       *self);
gboolean  aft_scale_is_mirrored    (const AftScale       *self);

guint     aft_scale_get_n_folds    (const AftScale       *self);
void      aft_scale_get_fold       (const AftScale       *self,
                                    guint                 index,
                                    AftFold              *fold);
guint     aft_scale_find_folds     (const AftScale       *self,
                                    double                x,
                                    double                width,
                                    guint                *first);

AftScale *aft_scale_pan            (const AftScale       *self,
                                    double                dx) G_GNUC_WARN_UNUSED_RESULT;
AftScale *aft_scale_zoom           (const AftScale       *self,
                                    double                x,
                                    double                factor) G_GNUC_WARN_UNUSED_RESULT;
AftScale *aft_scale_fit            (const AftScale       *self,
                                    const AftSpan        *span,
                                    double                x,
                                    double                width) G_GNUC_WARN_UNUSED_RESULT;
AftScale *aft_scale_refold         (const AftScale       *self,
                                    const AftSpan        *folds,
                                    gsize                 n_folds,
                                    double                x) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftScale, aft_scale_unref)

G_END_DECLS

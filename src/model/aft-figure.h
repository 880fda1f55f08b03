/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_FIGURE (aft_figure_get_type ())

G_DECLARE_FINAL_TYPE (AftFigure, aft_figure, AFT, FIGURE, AftItem)

AftFigure *aft_figure_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char  *aft_figure_get_caption                (AftFigure *self);
const char  *aft_figure_get_caption_wider          (AftFigure *self);
const char  *aft_figure_get_alternative_text       (AftFigure *self);
const char  *aft_figure_get_alternative_text_wider (AftFigure *self);
gboolean     aft_figure_is_checked                 (AftFigure *self);
const char  *aft_figure_get_media_type             (AftFigure *self);
const char  *aft_figure_get_sha256                 (AftFigure *self);
const char  *aft_figure_get_data                   (AftFigure *self);
AftAudience  aft_figure_get_audience               (AftFigure *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "aft-report.h"

G_BEGIN_DECLS

typedef struct _AftFigureSheet AftFigureSheet;

AftFigureSheet *aft_figure_sheet_new_whys        (AftReport             *report,
                                                  GError               **error) G_GNUC_WARN_UNUSED_RESULT;
AftFigureSheet *aft_figure_sheet_new_timeline    (AftReport             *report,
                                                  GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void            aft_figure_sheet_free            (AftFigureSheet        *self);
void            aft_figure_sheet_get_size        (const AftFigureSheet  *self,
                                                  double                *width,
                                                  double                *height);
const char     *aft_figure_sheet_get_title       (const AftFigureSheet  *self);
const char     *aft_figure_sheet_get_description (const AftFigureSheet  *self);
void            aft_figure_sheet_draw            (AftFigureSheet        *self,
                                                  cairo_t               *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftFigureSheet, aft_figure_sheet_free)

G_END_DECLS

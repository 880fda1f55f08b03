/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-page-tags.h"

G_BEGIN_DECLS

void   aft_text_painter_draw_line (cairo_t     *cr,
                                   PangoLayout *layout,
                                   guint        line,
                                   double       x,
                                   double       y,
                                   double       leading,
                                   AftPageTags *tags,
                                   GHashTable  *anchors);
void   aft_text_painter_draw      (cairo_t     *cr,
                                   PangoLayout *layout,
                                   double       x,
                                   double       y,
                                   double       leading);
double aft_text_painter_get_width (PangoLayout *layout,
                                   guint        line);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-page-style.h"
#include "aft-page-tags.h"

G_BEGIN_DECLS

/**
 * AftPaintedLine:
 * @text: its text, not ended by a null
 * @length: how many bytes of it
 * @rightward: whether it begins at its left end
 * @x: its left end
 * @baseline: where its letters stand
 * @width: from end to end
 * @size: of its font
 * @strong: whether it is bold
 * @emphasised: whether it is italic
 * @struck: whether it is struck out
 * @color: its ink
 *
 * A line of text as it would be drawn, in the units of the surface.
 */
typedef struct
{
  const char *text;
  gsize       length;
  gboolean    rightward;
  double      x;
  double      baseline;
  double      width;
  double      size;
  gboolean    strong;
  gboolean    emphasised;
  gboolean    struck;
  AftColor    color;
} AftPaintedLine;

typedef void (* AftTextTaker) (const AftPaintedLine *line,
                               gpointer              user_data);

void   aft_text_painter_divert    (cairo_t      *cr,
                                   AftTextTaker  take,
                                   gpointer      user_data);
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

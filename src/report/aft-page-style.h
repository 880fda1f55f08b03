/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "aft-block.h"

G_BEGIN_DECLS

/**
 * AftTextStyle:
 *
 * What a text on a page is, and so its font, size and colour.
 */
typedef enum
{
  AFT_STYLE_KICKER,
  AFT_STYLE_TITLE,
  AFT_STYLE_HEADING_2,
  AFT_STYLE_HEADING_3,
  AFT_STYLE_HEADING_4,
  AFT_STYLE_LEAD,
  AFT_STYLE_BODY,
  AFT_STYLE_LABEL,
  AFT_STYLE_NOTE,
  AFT_STYLE_CODE,
  AFT_STYLE_CAPTION,
  AFT_STYLE_CELL,
  AFT_STYLE_CELL_HEAD,
  AFT_STYLE_FACT_NAME,
  AFT_STYLE_FACT_VALUE,
  AFT_STYLE_TILE_NAME,
  AFT_STYLE_TILE_VALUE,
  AFT_STYLE_RUNNING,
  AFT_STYLE_FIGURE,
  AFT_STYLE_FIGURE_STRONG,
  AFT_N_STYLES
} AftTextStyle;

/**
 * AftColor:
 *
 * The inks of a report; each differs from the others in grey as well. The last four are the grounds of
 * the phases of a response.
 */
typedef enum
{
  AFT_COLOR_TEXT,
  AFT_COLOR_QUIET,
  AFT_COLOR_ACCENT,
  AFT_COLOR_ALERT,
  AFT_COLOR_LINE,
  AFT_COLOR_HAIRLINE,
  AFT_COLOR_TINT,
  AFT_COLOR_PAPER,
  AFT_COLOR_DETECTION,
  AFT_COLOR_DIAGNOSIS,
  AFT_COLOR_MITIGATION,
  AFT_COLOR_RESOLUTION,
  AFT_N_COLORS
} AftColor;

/* Points. */
#define AFT_PAGE_MARGIN_SIDE 64.0
#define AFT_PAGE_MARGIN_TOP 76.0
#define AFT_PAGE_MARGIN_BOTTOM 74.0
#define AFT_PAGE_HEAD_Y 44.0
#define AFT_PAGE_FOOT_Y 42.0
#define AFT_PAGE_MEASURE 440.0

double        aft_style_get_size       (AftTextStyle   style);
double        aft_style_get_leading    (AftTextStyle   style);
AftColor      aft_style_get_color      (AftTextStyle   style);
PangoContext *aft_style_create_context (const char    *language) G_GNUC_WARN_UNUSED_RESULT;
PangoLayout  *aft_style_create_layout  (PangoContext  *context,
                                        AftTextStyle   style,
                                        const AftRuns *runs,
                                        double         width,
                                        AftAlign       align) G_GNUC_WARN_UNUSED_RESULT;
PangoLayout  *aft_style_create_text    (PangoContext  *context,
                                        AftTextStyle   style,
                                        const char    *text,
                                        double         width,
                                        AftAlign       align) G_GNUC_WARN_UNUSED_RESULT;
const char   *aft_style_get_link       (PangoLayout   *layout,
                                        int            offset);
void          aft_style_set_color      (cairo_t       *cr,
                                        AftColor       color);
AftColor      aft_style_find_color     (double         red,
                                        double         green,
                                        double         blue);

G_END_DECLS

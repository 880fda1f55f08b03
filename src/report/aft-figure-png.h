/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aft-report.h"

G_BEGIN_DECLS

/**
 * AFT_FIGURE_PNG_MAX_SIDE:
 *
 * How many pixels a picture may be wide, and how many high: more than that cairo can't draw, nor many a
 * viewer show.
 */
#define AFT_FIGURE_PNG_MAX_SIDE 32767

/**
 * AFT_FIGURE_PNG_MAX_AREA:
 *
 * How many pixels a picture may have: while it is drawn, each takes four bytes.
 */
#define AFT_FIGURE_PNG_MAX_AREA G_GINT64_CONSTANT (128000000)

GBytes *aft_figure_png_write_whys     (AftReport  *report,
                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *aft_figure_png_write_timeline (AftReport  *report,
                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;
double  aft_figure_png_get_scale      (double      width,
                                       double      height);

G_END_DECLS

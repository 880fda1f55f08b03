/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * AFT_PANEL_UNBOUNDED:
 *
 * The height of what stands on no page: there nothing is split, and no text is cut short.
 */
#define AFT_PANEL_UNBOUNDED G_MAXDOUBLE

typedef struct _AftPanel AftPanel;

typedef void (* AftPanelDraw) (AftPanel *panel,
                               cairo_t  *cr);

/**
 * AftPanel:
 * @width: in points
 * @height: in points
 * @draw: draws it within these, from 0, 0
 * @data: what @draw needs
 * @free_data: frees @data
 *
 * A picture, or a part of one that fits a page.
 */
struct _AftPanel
{
  double          width;
  double          height;
  AftPanelDraw    draw;
  gpointer        data;
  GDestroyNotify  free_data;
};

AftPanel  *aft_panel_new  (double          width,
                           double          height,
                           AftPanelDraw    draw,
                           gpointer        data,
                           GDestroyNotify  free_data) G_GNUC_WARN_UNUSED_RESULT;
void       aft_panel_free (AftPanel       *self);
GPtrArray *aft_panels_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

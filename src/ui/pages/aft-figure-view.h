/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-flow-cache.h"

G_BEGIN_DECLS

#define AFT_TYPE_FIGURE_VIEW (aft_figure_view_get_type ())

G_DECLARE_FINAL_TYPE (AftFigureView, aft_figure_view, AFT, FIGURE_VIEW, GtkWidget)

GtkWidget *aft_figure_view_new (AftFlowCache  *cache,
                                AftFigureData *data,
                                const char    *caption);

G_END_DECLS

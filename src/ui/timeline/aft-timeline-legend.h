/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AFT_TYPE_TIMELINE_LEGEND (aft_timeline_legend_get_type ())

G_DECLARE_FINAL_TYPE (AftTimelineLegend, aft_timeline_legend, AFT, TIMELINE_LEGEND, GtkPopover)

G_END_DECLS

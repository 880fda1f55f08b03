/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-timeline-canvas.h"

G_BEGIN_DECLS

#define AFT_TYPE_TIMELINE_OVERVIEW (aft_timeline_overview_get_type ())

G_DECLARE_FINAL_TYPE (AftTimelineOverview, aft_timeline_overview, AFT, TIMELINE_OVERVIEW, GtkWidget)

void     aft_timeline_overview_set_canvas (AftTimelineOverview *self,
                                           AftTimelineCanvas   *canvas);
gboolean aft_timeline_overview_get_frame  (AftTimelineOverview *self,
                                           double              *x,
                                           double              *width);

G_END_DECLS

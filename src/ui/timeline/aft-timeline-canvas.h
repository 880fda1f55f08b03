/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-event-filter.h"
#include "aft-event-selection.h"
#include "aft-event.h"
#include "aft-scale.h"
#include "aft-scenario.h"
#include "aft-session.h"
#include "aft-timeline-geometry.h"

G_BEGIN_DECLS

#define AFT_TYPE_TIMELINE_CANVAS (aft_timeline_canvas_get_type ())

G_DECLARE_FINAL_TYPE (AftTimelineCanvas, aft_timeline_canvas, AFT, TIMELINE_CANVAS, GtkWidget)

void                       aft_timeline_canvas_set_session       (AftTimelineCanvas *self,
                                                                  AftSession        *session);
void                       aft_timeline_canvas_set_selection     (AftTimelineCanvas *self,
                                                                  AftEventSelection *selection);
AftEventSelection         *aft_timeline_canvas_get_selection     (AftTimelineCanvas *self);
AftEventFilter            *aft_timeline_canvas_get_filter        (AftTimelineCanvas *self);
void                       aft_timeline_canvas_set_filter        (AftTimelineCanvas *self,
                                                                  AftEventFilter    *filter);
void                       aft_timeline_canvas_set_scenario      (AftTimelineCanvas *self,
                                                                  AftScenario       *scenario);
void                       aft_timeline_canvas_set_second_zone   (AftTimelineCanvas *self,
                                                                  GTimeZone         *zone);
AftEvent                  *aft_timeline_canvas_get_selected      (AftTimelineCanvas *self);
void                       aft_timeline_canvas_set_selected      (AftTimelineCanvas *self,
                                                                  AftEvent          *event);
AftEvent                  *aft_timeline_canvas_get_neighbour     (AftTimelineCanvas *self,
                                                                  int                step);
AftEvent                  *aft_timeline_canvas_get_key_neighbour (AftTimelineCanvas *self,
                                                                  int                step);
void                       aft_timeline_canvas_select_to         (AftTimelineCanvas *self,
                                                                  AftEvent          *event);
void                       aft_timeline_canvas_select_all        (AftTimelineCanvas *self);
GtkWidget                 *aft_timeline_canvas_get_card          (AftTimelineCanvas *self,
                                                                  AftEvent          *event);
void                       aft_timeline_canvas_reveal            (AftTimelineCanvas *self,
                                                                  AftEvent          *event);
void                       aft_timeline_canvas_fit               (AftTimelineCanvas *self);
void                       aft_timeline_canvas_zoom              (AftTimelineCanvas *self,
                                                                  double             factor);
void                       aft_timeline_canvas_show_scale        (AftTimelineCanvas *self,
                                                                  AftScale          *scale);
AftScale                  *aft_timeline_canvas_get_scale         (AftTimelineCanvas *self);
const AftTimelineGeometry *aft_timeline_canvas_get_geometry      (AftTimelineCanvas *self);
gint64                     aft_timeline_canvas_get_step          (AftTimelineCanvas *self,
                                                                  AftEvent          *event,
                                                                  gboolean           fine,
                                                                  gboolean           later);
gint64                     aft_timeline_canvas_get_instant       (AftTimelineCanvas *self);
gint64                     aft_timeline_canvas_get_here          (AftTimelineCanvas *self);
gboolean                   aft_timeline_canvas_drop_drag         (AftTimelineCanvas *self);
gboolean                   aft_timeline_canvas_toggle_fold       (AftTimelineCanvas *self);
void                       aft_timeline_canvas_open_folds        (AftTimelineCanvas *self);
void                       aft_timeline_canvas_fold_quiet        (AftTimelineCanvas *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-event.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_TIMELINE_CANVAS (aft_timeline_canvas_get_type ())

G_DECLARE_FINAL_TYPE (AftTimelineCanvas, aft_timeline_canvas, AFT, TIMELINE_CANVAS, GtkWidget)

void      aft_timeline_canvas_set_session   (AftTimelineCanvas *self,
                                             AftSession        *session);
AftEvent *aft_timeline_canvas_get_selected  (AftTimelineCanvas *self);
void      aft_timeline_canvas_set_selected  (AftTimelineCanvas *self,
                                             AftEvent          *event);
AftEvent *aft_timeline_canvas_get_neighbour (AftTimelineCanvas *self,
                                             int                step);
GtkWidget *aft_timeline_canvas_get_card     (AftTimelineCanvas *self,
                                             AftEvent          *event);
void      aft_timeline_canvas_reveal        (AftTimelineCanvas *self,
                                             AftEvent          *event);
void      aft_timeline_canvas_fit           (AftTimelineCanvas *self);
void      aft_timeline_canvas_zoom          (AftTimelineCanvas *self,
                                             double             factor);
gint64    aft_timeline_canvas_get_step      (AftTimelineCanvas *self,
                                             AftEvent          *event,
                                             gboolean           fine,
                                             gboolean           later);
gint64    aft_timeline_canvas_get_instant   (AftTimelineCanvas *self);
gboolean  aft_timeline_canvas_drop_drag     (AftTimelineCanvas *self);

G_END_DECLS

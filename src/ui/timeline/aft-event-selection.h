/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-event.h"

G_BEGIN_DECLS

#define AFT_TYPE_EVENT_SELECTION (aft_event_selection_get_type ())
G_DECLARE_FINAL_TYPE (AftEventSelection, aft_event_selection, AFT, EVENT_SELECTION, GObject)

AftEventSelection *aft_event_selection_new          (void) G_GNUC_WARN_UNUSED_RESULT;
AftEvent          *aft_event_selection_get_lead     (AftEventSelection *self);
guint              aft_event_selection_get_n_events (AftEventSelection *self);
gboolean           aft_event_selection_contains     (AftEventSelection *self,
                                                     AftEvent          *event);
GPtrArray         *aft_event_selection_dup_events   (AftEventSelection *self) G_GNUC_WARN_UNUSED_RESULT;
void               aft_event_selection_choose       (AftEventSelection *self,
                                                     AftEvent          *event);
void               aft_event_selection_choose_many  (AftEventSelection *self,
                                                     GPtrArray         *events,
                                                     AftEvent          *lead);
void               aft_event_selection_toggle       (AftEventSelection *self,
                                                     AftEvent          *event);
void               aft_event_selection_forget_removed (AftEventSelection *self);

G_END_DECLS

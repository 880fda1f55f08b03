/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-event.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_EVENT_PICKER (aft_event_picker_get_type ())

G_DECLARE_FINAL_TYPE (AftEventPicker, aft_event_picker, AFT, EVENT_PICKER, GtkWidget)

GtkWidget  *aft_event_picker_new        (AftSession        *session,
                                         const char        *label);
char       *aft_event_picker_dup_label  (AftSession        *session,
                                         AftEvent          *event) G_GNUC_WARN_UNUSED_RESULT;
void        aft_event_picker_set_picked (AftEventPicker    *self,
                                         const char *const *ids);
void        aft_event_picker_fill       (AftEventPicker    *self);
GListModel *aft_event_picker_get_found  (AftEventPicker    *self);
GtkWidget  *aft_event_picker_get_search (AftEventPicker    *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-event.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_EVENT_FORM (aft_event_form_get_type ())

G_DECLARE_FINAL_TYPE (AftEventForm, aft_event_form, AFT, EVENT_FORM, GtkWidget)

void aft_event_form_set_session (AftEventForm *self,
                                 AftSession   *session);
void aft_event_form_set_event   (AftEventForm *self,
                                 AftEvent     *event);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-event.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_EVENT_ROW (aft_event_row_get_type ())

G_DECLARE_FINAL_TYPE (AftEventRow, aft_event_row, AFT, EVENT_ROW, GtkWidget)

GtkWidget *aft_event_row_new       (AftSession  *session);
void       aft_event_row_set_event (AftEventRow *self,
                                    AftEvent    *event);
AftEvent  *aft_event_row_get_event (AftEventRow *self);

G_END_DECLS

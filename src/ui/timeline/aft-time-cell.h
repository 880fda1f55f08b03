/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-event.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_TIME_CELL (aft_time_cell_get_type ())
G_DECLARE_FINAL_TYPE (AftTimeCell, aft_time_cell, AFT, TIME_CELL, GtkWidget)

GtkWidget   *aft_time_cell_new         (AftSession  *session) G_GNUC_WARN_UNUSED_RESULT;
void         aft_time_cell_set_event   (AftTimeCell *self,
                                        AftEvent    *event);
const char  *aft_time_cell_get_message (AftTimeCell *self);
GtkEditable *aft_time_cell_get_text    (AftTimeCell *self);

G_END_DECLS

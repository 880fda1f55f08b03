/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_ACTION_ROW (aft_action_row_get_type ())

G_DECLARE_FINAL_TYPE (AftActionRow, aft_action_row, AFT, ACTION_ROW, GtkWidget)

GtkWidget *aft_action_row_new      (AftSession   *session,
                                    AftItem      *item);
AftItem   *aft_action_row_get_item (AftActionRow *self);
void       aft_action_row_update   (AftActionRow *self,
                                    const GDate  *today);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-edition.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_LEFT_OUT_BUTTON (aft_left_out_button_get_type ())

G_DECLARE_FINAL_TYPE (AftLeftOutButton, aft_left_out_button, AFT, LEFT_OUT_BUTTON, GtkWidget)

void aft_left_out_button_set_session (AftLeftOutButton *self,
                                      AftSession       *session);
void aft_left_out_button_set_edition (AftLeftOutButton *self,
                                      AftEdition        edition);
void aft_left_out_button_refresh     (AftLeftOutButton *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_ZONE_BUTTON (aft_zone_button_get_type ())

G_DECLARE_FINAL_TYPE (AftZoneButton, aft_zone_button, AFT, ZONE_BUTTON, GtkWidget)

void        aft_zone_button_set_session (AftZoneButton *self,
                                         AftSession    *session);
void        aft_zone_button_set_zone    (AftZoneButton *self,
                                         const char    *zone);
const char *aft_zone_button_get_zone    (AftZoneButton *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"
#include "aft-whys-view.h"

G_BEGIN_DECLS

#define AFT_TYPE_WHYS_HINTS (aft_whys_hints_get_type ())

G_DECLARE_FINAL_TYPE (AftWhysHints, aft_whys_hints, AFT, WHYS_HINTS, GtkWidget)

GtkWidget *aft_whys_hints_new         (AftSession   *session,
                                       AftWhysView  *view);
void       aft_whys_hints_set_wanted  (AftWhysHints *self,
                                       gboolean      wanted);
void       aft_whys_hints_refresh     (AftWhysHints *self);

G_END_DECLS

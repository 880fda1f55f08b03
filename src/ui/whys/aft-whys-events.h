/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"
#include "aft-whys-view.h"

G_BEGIN_DECLS

#define AFT_TYPE_WHYS_EVENTS (aft_whys_events_get_type ())

G_DECLARE_FINAL_TYPE (AftWhysEvents, aft_whys_events, AFT, WHYS_EVENTS, GtkWidget)

GtkWidget *aft_whys_events_new (AftSession  *session,
                                AftWhysView *view);

G_END_DECLS

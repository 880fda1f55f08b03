/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AFT_TYPE_WHYS_CANVAS (aft_whys_canvas_get_type ())

G_DECLARE_FINAL_TYPE (AftWhysCanvas, aft_whys_canvas, AFT, WHYS_CANVAS, GtkWidget)

GtkWidget *aft_whys_canvas_new         (AftSession    *session);
AftItem   *aft_whys_canvas_get_selected (AftWhysCanvas *self);
void       aft_whys_canvas_select      (AftWhysCanvas *self,
                                        AftItem       *item);
void       aft_whys_canvas_edit        (AftWhysCanvas *self,
                                        AftItem       *item);
void       aft_whys_canvas_fit         (AftWhysCanvas *self);
void       aft_whys_canvas_zoom        (AftWhysCanvas *self,
                                        double         factor);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"
#include "aft-whys-tree.h"

G_BEGIN_DECLS

#define AFT_TYPE_WHYS_CANVAS (aft_whys_canvas_get_type ())

G_DECLARE_FINAL_TYPE (AftWhysCanvas, aft_whys_canvas, AFT, WHYS_CANVAS, GtkWidget)

GtkWidget   *aft_whys_canvas_new             (AftSession         *session,
                                              AftWhysView        *view);
AftWhysView *aft_whys_canvas_get_view        (AftWhysCanvas      *self);
void         aft_whys_canvas_set_arrangement (AftWhysCanvas      *self,
                                              AftWhysArrangement  arrangement,
                                              gboolean            stacked);
void         aft_whys_canvas_set_presenting  (AftWhysCanvas      *self,
                                              gboolean            presenting);
void         aft_whys_canvas_edit            (AftWhysCanvas      *self,
                                              AftItem            *item);
void         aft_whys_canvas_focus_item      (AftWhysCanvas      *self,
                                              AftItem            *item);
void         aft_whys_canvas_fit             (AftWhysCanvas      *self,
                                              AftItem            *branch);
void         aft_whys_canvas_zoom            (AftWhysCanvas      *self,
                                              double              factor,
                                              double              x,
                                              double              y);
void         aft_whys_canvas_pan             (AftWhysCanvas      *self,
                                              double              dx,
                                              double              dy);
gboolean     aft_whys_canvas_is_writing      (AftWhysCanvas      *self);
AftWhysTree *aft_whys_canvas_get_tree        (AftWhysCanvas      *self);
AftRect      aft_whys_canvas_get_sight       (AftWhysCanvas      *self);

G_END_DECLS

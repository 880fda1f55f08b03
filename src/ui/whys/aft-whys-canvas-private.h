/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-whys-canvas.h"
#include "aft-whys-node.h"
#include "aft-whys-tree.h"

G_BEGIN_DECLS

struct _AftWhysCanvas
{
  GtkWidget    parent_instance;

  /* Owned */
  AftSession  *session;
  AftWhysTree *tree;
  GHashTable  *nodes;     /* item → node; the nodes are children */
  AftItem     *selected;
  AftItem     *editing;   /* to be edited once its node is there */
  AftItem     *dragged;
  AftItem     *target;

  /* View state: pixels of the widget = zoom × ground + offset */
  double       zoom;
  double       offset_x;
  double       offset_y;
  double       drag_x;
  double       drag_y;
  double       grab_x;
  double       grab_y;
  int          last_width;
  int          last_height;
  guint        refresh_tick;
  gboolean     fitted;
  gboolean     panning;
  gboolean     drag_started;
};

void aft_whys_canvas_refresh       (AftWhysCanvas *self);
void aft_whys_canvas_queue_refresh (AftWhysCanvas *self);
void aft_whys_canvas_sync_nodes    (AftWhysCanvas *self);
void aft_whys_canvas_reveal        (AftWhysCanvas *self,
                                    guint          index);
void aft_whys_canvas_install_input (GtkWidgetClass *widget_class);
void aft_whys_canvas_add_input     (AftWhysCanvas  *self);
void aft_whys_canvas_drop_drag     (AftWhysCanvas  *self);
void aft_whys_canvas_handle_keep   (AftWhysCanvas  *self,
                                    AftItem        *item,
                                    const char     *text,
                                    AftWhysKeep     keep);
void aft_whys_canvas_draw          (AftWhysCanvas  *self,
                                    GtkSnapshot    *snapshot);

G_END_DECLS

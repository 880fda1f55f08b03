/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-whys-canvas.h"
#include "aft-whys-edits.h"
#include "aft-whys-node.h"

G_BEGIN_DECLS

/* Around what is revealed or fitted, in pixels. */
#define AFT_WHYS_MARGIN 24

struct _AftWhysCanvas
{
  GtkWidget           parent_instance;

  /* Owned */
  AftSession         *session;
  AftWhysView        *view;
  AftWhysMeasure     *measure;
  AftWhysTree        *tree;
  GHashTable         *nodes;       /* item → node; the nodes are children */
  GHashTable         *words;       /* item → PangoLayout, the first words in a block */
  AftItem            *editing;     /* in which somebody types, or is about to */
  GtkWidget          *menu;        /* a child, not owned */

  AftWhysArrangement  arrangement;
  gboolean            stacked;
  gboolean            presenting;

  /* View state: pixels of the widget = zoom × ground + offset */
  double              zoom;
  double              offset_x;
  double              offset_y;
  int                 last_width;
  int                 last_height;
  gboolean            fitted;
  gboolean            refocus;

  /* What waits for the next frame */
  guint               tick;
  gboolean            stale;       /* the forest has changed */
  GHashTable         *from;        /* item → where it was, owned AftRect, on the ground */
  gint64              moved_at;    /* when the boxes began to move, in microseconds of the frame clock; 0 for not yet */
  double              progress;

  /* The drag of a branch, in pixels of the widget */
  AftItem            *dragged;
  AftItem            *target;
  AftItem            *anchor;      /* stays where it is on the screen; not owned, only while laying out again */
  AftWhysLanding      landing;
  double              start_x;
  double              start_y;
  double              pointer_x;
  double              pointer_y;
  double              grab_x;
  double              grab_y;
  double              pinch_zoom;
  gboolean            panning;
  gboolean            drag_started;
};

AftDocument *aft_whys_canvas_get_document   (AftWhysCanvas  *self);
void         aft_whys_canvas_grab_focus_self (AftWhysCanvas *self);
AftHistory  *aft_whys_canvas_get_history    (AftWhysCanvas  *self);
gboolean     aft_whys_canvas_is_readable    (AftWhysCanvas  *self);
gboolean     aft_whys_canvas_is_editing     (AftWhysCanvas  *self);
AftRect      aft_whys_canvas_get_shown_rect (AftWhysCanvas  *self,
                                             guint           index);
guint        aft_whys_canvas_find_at        (AftWhysCanvas  *self,
                                             double          x,
                                             double          y);
void         aft_whys_canvas_refresh        (AftWhysCanvas  *self);
void         aft_whys_canvas_queue_refresh  (AftWhysCanvas  *self);
void         aft_whys_canvas_moved          (AftWhysCanvas  *self);
void         aft_whys_canvas_clamp_outline  (AftWhysCanvas  *self);
void         aft_whys_canvas_fit_again      (AftWhysCanvas  *self,
                                             AftItem        *branch,
                                             gboolean        again);
void         aft_whys_canvas_sync_nodes     (AftWhysCanvas  *self);
void         aft_whys_canvas_update_nodes   (AftWhysCanvas  *self);
void         aft_whys_canvas_allocate_nodes (AftWhysCanvas  *self);
void         aft_whys_canvas_clear_nodes    (AftWhysCanvas  *self);
void         aft_whys_canvas_reveal         (AftWhysCanvas  *self,
                                             AftItem        *item);
void         aft_whys_canvas_commit         (AftWhysCanvas  *self);
void         aft_whys_canvas_install_actions (GtkWidgetClass *widget_class);
gboolean     aft_whys_canvas_press_presenting (AftWhysCanvas *self,
                                             guint           keyval);
void         aft_whys_canvas_show_menu      (AftWhysCanvas  *self,
                                             GMenuModel     *model,
                                             const AftRect  *at);
void         aft_whys_canvas_open_menu      (AftWhysCanvas  *self,
                                             const AftRect  *at);
void         aft_whys_canvas_edit_new       (AftWhysCanvas  *self,
                                             AftItem        *item);
void         aft_whys_canvas_handle_keep    (AftWhysCanvas  *self,
                                             AftWhysNode    *node,
                                             const char     *text,
                                             AftWhysKeep     keep);
void         aft_whys_canvas_add_input      (AftWhysCanvas  *self);
void         aft_whys_canvas_drop_drag      (AftWhysCanvas  *self);
gboolean     aft_whys_canvas_scroll_at_edge (AftWhysCanvas  *self);
void         aft_whys_canvas_draw           (AftWhysCanvas  *self,
                                             GtkSnapshot    *snapshot);
void         aft_whys_canvas_draw_landing   (AftWhysCanvas  *self,
                                             GtkSnapshot    *snapshot);

G_END_DECLS

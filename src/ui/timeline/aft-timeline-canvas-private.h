/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-ticks.h"
#include "aft-timeline-canvas.h"
#include "aft-timeline-geometry.h"

G_BEGIN_DECLS

/* The least distance of two ticks, in pixels. */
#define AFT_TIMELINE_TICK_DISTANCE 72

/**
 * AftTimelineDrag:
 * @event: (nullable): (transfer full): what is dragged, %NULL while the ground is
 * @pressed: whether a button is down that began here
 * @moving: whether the pointer went far enough
 * @fine: whether finer steps are wanted
 * @start_x: where the pointer went down
 * @start_y: where the pointer went down
 * @x: where the pointer is
 * @y: where the pointer is
 * @grip: how far right of its place the event was taken
 * @panned: how far the ground went already
 * @delta: by how much the event would move
 * @scroll_id: scrolls while the pointer stays at an edge
 *
 * What the pointer does at the moment. The document knows nothing of it.
 */
typedef struct
{
  AftEvent *event;
  gboolean  pressed;
  gboolean  moving;
  gboolean  fine;
  double    start_x;
  double    start_y;
  double    x;
  double    y;
  double    grip;
  double    panned;
  gint64    delta;
  guint     scroll_id;
} AftTimelineDrag;

/**
 * AftTimelineRows:
 *
 * Where the rows of the canvas begin, in pixels from the top, and what they need.
 */
typedef struct
{
  double line;
  double ticks;
  double bands;
  double band_height;
  double axis;
  double lanes;
  double lane_height;
  double clusters;
  double cluster_height;
} AftTimelineRows;

struct _AftTimelineCanvas
{
  GtkWidget            parent_instance;

  /* Owned */
  AftSession          *session;
  AftEvent            *selected;
  AftTimelineGeometry *geometry;
  AftScale            *scale;
  AftScale            *layout_scale;
  AftTicks            *ticks;
  GtkGesture          *drag_gesture;
  AftScale            *pinched;

  /* Children; the keys are borrowed from the cards */
  GHashTable          *cards;
  GPtrArray           *spare;
  GPtrArray           *marks;
  GtkWidget           *drag_label;

  AftTimelineDrag      drag;
  AftTimelineRows      rows;
  double               char_width;
  double               card_height;
  double               pointer_x;
  int                  width;
  int                  height;
  guint                update_id;
  gboolean             dirty;
  gboolean             fitted;
  gboolean             reveal;
};

void     aft_timeline_canvas_init_input        (AftTimelineCanvas      *self);
void     aft_timeline_canvas_bind_keys         (GtkWidgetClass         *widget_class);
void     aft_timeline_canvas_clear_drag        (AftTimelineCanvas      *self);
void     aft_timeline_canvas_queue_update      (AftTimelineCanvas      *self);
void     aft_timeline_canvas_update_view       (AftTimelineCanvas      *self);
void     aft_timeline_canvas_lay_out           (AftTimelineCanvas      *self);
void     aft_timeline_canvas_take_scale        (AftTimelineCanvas      *self,
                                                AftScale               *scale);
double   aft_timeline_canvas_get_offset        (AftTimelineCanvas      *self);
double   aft_timeline_canvas_place             (AftTimelineCanvas      *self,
                                                const AftTimelineEntry *entry);
guint    aft_timeline_canvas_get_lane          (AftTimelineCanvas      *self,
                                                const AftTimelineEntry *entry);
gint64   aft_timeline_canvas_snap              (AftTimelineCanvas      *self,
                                                AftEvent               *event,
                                                gint64                  instant,
                                                gboolean                fine);
void     aft_timeline_canvas_sync_children     (AftTimelineCanvas      *self);
void     aft_timeline_canvas_allocate_children (AftTimelineCanvas      *self);
void     aft_timeline_canvas_draw              (AftTimelineCanvas      *self,
                                                GtkSnapshot            *snapshot);
void     aft_timeline_canvas_request_move      (AftTimelineCanvas      *self,
                                                AftEvent               *event,
                                                gint64                  delta);
void     aft_timeline_canvas_request_edit      (AftTimelineCanvas      *self,
                                                AftEvent               *event);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-ticks.h"
#include "aft-timeline-canvas.h"
#include "aft-timeline-geometry.h"

G_BEGIN_DECLS

/* The least distance of two ticks, in pixels. */
#define AFT_TIMELINE_TICK_DISTANCE 72

/**
 * AftTimelineGrip:
 * @AFT_TIMELINE_GRIP_GROUND: the ground, which pans
 * @AFT_TIMELINE_GRIP_BAND: a corner of a rubber band
 * @AFT_TIMELINE_GRIP_EVENTS: the chosen events
 * @AFT_TIMELINE_GRIP_END: the end of a span
 *
 * What the pointer holds.
 */
typedef enum
{
  AFT_TIMELINE_GRIP_GROUND,
  AFT_TIMELINE_GRIP_BAND,
  AFT_TIMELINE_GRIP_EVENTS,
  AFT_TIMELINE_GRIP_END,
} AftTimelineGrip;

/**
 * AftTimelineDrag:
 * @grip: what the pointer holds
 * @event: (nullable) (transfer full): the event under the pointer
 * @chosen: (nullable) (transfer full): what was chosen before a rubber band began
 * @what_if: (nullable) (transfer full): where everything would be
 * @pressed: whether a button is down that began here
 * @moving: whether the pointer went far enough
 * @fine: whether finer steps are wanted
 * @adding: whether what is met is chosen besides what was
 * @start_x: where the pointer went down
 * @start_y: where the pointer went down
 * @x: where the pointer is
 * @y: where the pointer is
 * @offset: how far right of its place the event was taken
 * @panned: how far the ground went already
 * @delta: by how much the events, or the end, would move
 * @scroll_id: scrolls while the pointer stays at an edge
 *
 * What the pointer does at the moment. The document knows nothing of it.
 */
typedef struct
{
  AftTimelineGrip  grip;
  AftEvent        *event;
  GPtrArray       *chosen;
  AftScenario     *what_if;
  gboolean         pressed;
  gboolean         moving;
  gboolean         fine;
  gboolean         adding;
  double           start_x;
  double           start_y;
  double           x;
  double           y;
  double           offset;
  double           panned;
  gint64           delta;
  guint            scroll_id;
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
  double second_ticks;
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
  AftEventSelection   *selection;
  AftEventFilter      *filter;
  AftScenario         *scenario;
  AftTimelineGeometry *geometry;
  AftLanes            *lanes;
  AftScale            *scale;
  AftScale            *packed;
  AftTicks            *ticks;
  GTimeZone           *second_zone;
  GtkGesture          *drag_gesture;
  AftScale            *pinched;
  GtkWidget           *menu;
  AftEvent            *revealed;
  AftEvent            *anchor;

  /* Children; the keys are borrowed from the cards */
  GHashTable          *cards;
  GPtrArray           *spare;
  GPtrArray           *marks;
  GPtrArray           *folds;
  GtkWidget           *drag_label;

  AftTimelineDrag      drag;
  AftTimelineRows      rows;
  double               char_width;
  double               card_height;
  double               pointer_x;
  double               packed_from;
  double               packed_width;
  gint64               menu_instant;
  guint                menu_idle;
  int                  width;
  int                  height;
  guint                update_id;
  guint                late_id;
  gboolean             dirty;
  gboolean             refilter;
  gboolean             repack;
  gboolean             stale_cards;
  gboolean             fitted;
  gboolean             reveal;
  gboolean             menu_is_open;
};

/* aft-timeline-canvas.c */
void     aft_timeline_canvas_update_now        (AftTimelineCanvas *self);
void     aft_timeline_canvas_queue_update      (AftTimelineCanvas *self);
void     aft_timeline_canvas_request_move      (AftTimelineCanvas *self,
                                                GPtrArray         *events,
                                                gint64             delta);
void     aft_timeline_canvas_request_end_move  (AftTimelineCanvas *self,
                                                AftEvent          *event,
                                                gint64             delta);
void     aft_timeline_canvas_request_edit      (AftTimelineCanvas *self,
                                                AftEvent          *event);
void     aft_timeline_canvas_request_text      (AftTimelineCanvas *self,
                                                const char        *text,
                                                gint64             instant);

/* aft-timeline-canvas-view.c */
void     aft_timeline_canvas_update_view       (AftTimelineCanvas *self);
void     aft_timeline_canvas_pack_again        (AftTimelineCanvas *self);
void     aft_timeline_canvas_take_scale        (AftTimelineCanvas *self,
                                                AftScale          *scale);
double   aft_timeline_canvas_get_offset        (AftTimelineCanvas *self);
gint64   aft_timeline_canvas_snap              (AftTimelineCanvas *self,
                                                AftMoment         *moment,
                                                gint64             instant,
                                                gboolean           fine);

/* aft-timeline-canvas-pack.c */
double      aft_timeline_canvas_get_most_width (AftTimelineCanvas *self);
void        aft_timeline_canvas_filter         (AftTimelineCanvas *self);
GHashTable *aft_timeline_canvas_remember_cards (AftTimelineCanvas *self) G_GNUC_WARN_UNUSED_RESULT;
void        aft_timeline_canvas_pack           (AftTimelineCanvas *self,
                                                GHashTable        *remembered);
gboolean    aft_timeline_canvas_is_packed      (AftTimelineCanvas *self);

/* aft-timeline-canvas-cards.c */
void     aft_timeline_canvas_sync_children     (AftTimelineCanvas *self);
void     aft_timeline_canvas_allocate_children (AftTimelineCanvas *self);

/* aft-timeline-canvas-snapshot.c, aft-timeline-canvas-marks.c */
typedef struct _AftTimelinePainter AftTimelinePainter;

struct _AftTimelinePainter
{
  AftTimelineCanvas *canvas;
  GtkSnapshot       *snapshot;
  GdkRGBA            text;
  GdkRGBA            dim;
  GdkRGBA            line;
  GdkRGBA            faint;
  GdkRGBA            ground;
};

void     aft_timeline_canvas_draw              (AftTimelineCanvas        *self,
                                                GtkSnapshot              *snapshot);
void     aft_timeline_painter_draw_events      (AftTimelinePainter       *painter);
void     aft_timeline_painter_fill             (AftTimelinePainter       *painter,
                                                double                    x,
                                                double                    y,
                                                double                    width,
                                                double                    height,
                                                GdkRGBA                   color);
void     aft_timeline_painter_fill_round       (AftTimelinePainter       *painter,
                                                double                    x,
                                                double                    y,
                                                double                    width,
                                                double                    height,
                                                double                    radius,
                                                GdkRGBA                   color);
GdkRGBA  aft_timeline_painter_look_up          (AftTimelinePainter       *painter,
                                                const char               *name);
GdkRGBA  aft_timeline_painter_fade             (GdkRGBA                   color,
                                                double                    alpha);
void     aft_timeline_painter_locate           (AftTimelinePainter       *painter,
                                                const AftSpan            *span,
                                                double                   *x,
                                                double                   *width);

/* aft-timeline-canvas-input.c, aft-timeline-canvas-drag.c, aft-timeline-canvas-choice.c */
void     aft_timeline_canvas_init_input        (AftTimelineCanvas *self);
void     aft_timeline_canvas_init_drag         (AftTimelineCanvas *self);
void     aft_timeline_canvas_init_menu         (AftTimelineCanvas *self);
void     aft_timeline_canvas_bind_keys         (GtkWidgetClass    *widget_class);
void     aft_timeline_canvas_open_menu         (AftTimelineCanvas *self);
void     aft_timeline_canvas_open_fold         (AftTimelineCanvas *self,
                                                const AftSpan     *fold);
void     aft_timeline_canvas_clear_drag        (AftTimelineCanvas *self);
void     aft_timeline_canvas_follow_pointer    (AftTimelineCanvas *self);
AftEvent *aft_timeline_canvas_find_event       (AftTimelineCanvas *self,
                                                double             x,
                                                double             y);
AftEvent *aft_timeline_canvas_find_end         (AftTimelineCanvas *self,
                                                double             x,
                                                double             y);
gint64   aft_timeline_canvas_get_drag_delta    (AftTimelineCanvas *self,
                                                AftEvent          *event);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "aft-instants.h"
#include "aft-phase-words.h"
#include "aft-timeline-overview.h"

#define HEIGHT 32
#define MARGIN 12.0
#define COLUMN 3.0
#define BAND 3.0
#define REACH 7.0
#define LEAST_FRAME 10.0
#define KEY_SHARE 0.2
#define KEY_ZOOM 1.5

typedef enum
{
  GRIP_NOTHING,
  GRIP_FRAME,
  GRIP_START,
  GRIP_END,
} Grip;

/**
 * AftTimelineOverview:
 *
 * The whole range of a timeline in a thin strip, and a frame around what the canvas shows of it. The frame is dragged to
 * pan, its edges to zoom.
 */
struct _AftTimelineOverview
{
  GtkWidget          parent_instance;

  /* Weak */
  AftTimelineCanvas *canvas;

  /* Owned */
  AftScale          *scale;
  AftScale          *seen;

  Grip               grip;
  double             start_x;
  double             frame_x;
  double             frame_width;
  int                width;
};

G_DEFINE_FINAL_TYPE (AftTimelineOverview, aft_timeline_overview, GTK_TYPE_WIDGET)

/* Everything in the width there is, with the folds of the canvas. */
static AftScale *
get_scale (AftTimelineOverview *self)
{
  AftScale *scale = self->canvas != NULL ? aft_timeline_canvas_get_scale (self->canvas) : NULL;
  AftSpan range;

  if (scale == NULL || self->width <= 3 * MARGIN)
    return NULL;
  if (self->scale != NULL && self->seen == scale)
    return self->scale;

  range = aft_timeline_canvas_get_geometry (self->canvas)->range;
  g_clear_pointer (&self->scale, aft_scale_unref);
  g_clear_pointer (&self->seen, aft_scale_unref);
  self->seen = aft_scale_ref (scale);
  self->scale = aft_scale_fit (scale, &range, MARGIN, self->width - 2 * MARGIN);

  return self->scale;
}

static gboolean
get_frame (AftTimelineOverview *self,
           double              *x,
           double              *width)
{
  AftScale *scale = get_scale (self);
  AftScale *shown;
  double edges[2];

  if (scale == NULL)
    return FALSE;

  shown = aft_timeline_canvas_get_scale (self->canvas);
  edges[0] = aft_scale_to_x (scale, aft_scale_to_instant (shown, 0));
  edges[1] = aft_scale_to_x (scale, aft_scale_to_instant (shown, gtk_widget_get_width (GTK_WIDGET (self->canvas))));
  *x = CLAMP (MIN (edges[0], edges[1]), 2, self->width - 2 - LEAST_FRAME);
  *width = CLAMP (MAX (edges[0], edges[1]) - *x, LEAST_FRAME, self->width - 2 - *x);

  return TRUE;
}

/* What the frame spans is what the canvas shows. */
static void
show_frame (AftTimelineOverview *self,
            double               x,
            double               width)
{
  AftScale *scale = get_scale (self);
  const int canvas_width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  const gint64 left = aft_scale_to_instant (scale, x);
  const gint64 right = aft_scale_to_instant (scale, x + width);
  const AftSpan span = { MIN (left, right), MAX (left, right) };
  g_autoptr(AftScale) fitted = NULL;

  if (canvas_width <= 0 || span.end_us <= span.start_us)
    return;

  fitted = aft_scale_fit (aft_timeline_canvas_get_scale (self->canvas), &span, 0, canvas_width);
  aft_timeline_canvas_show_scale (self->canvas, fitted);
}

static void
pan_to (AftTimelineOverview *self,
        double               x)
{
  AftScale *shown = aft_timeline_canvas_get_scale (self->canvas);
  g_autoptr(AftScale) panned = aft_scale_pan (shown, -aft_scale_to_x (shown, aft_scale_to_instant (get_scale (self), x)));

  aft_timeline_canvas_show_scale (self->canvas, panned);
}

static Grip
find_grip (AftTimelineOverview *self,
           double               x)
{
  double frame_x;
  double width;

  if (!get_frame (self, &frame_x, &width))
    return GRIP_NOTHING;
  if (ABS (x - frame_x) <= MIN (REACH, width / 4))
    return GRIP_START;
  if (ABS (x - frame_x - width) <= MIN (REACH, width / 4))
    return GRIP_END;

  return GRIP_FRAME;
}

static void
drag_begin_cb (AftTimelineOverview *self,
               double               x,
               double               y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->grip = find_grip (self, x);
  if (self->grip == GRIP_NOTHING)
    return;

  get_frame (self, &self->frame_x, &self->frame_width);
  self->start_x = x;
  /* A press beside the frame brings it there first. */
  if (self->grip == GRIP_FRAME && (x < self->frame_x || x > self->frame_x + self->frame_width))
    {
      self->frame_x = x - self->frame_width / 2;
      pan_to (self, self->frame_x);
    }
}

static void
drag_update_cb (AftTimelineOverview *self,
                double               dx,
                double               dy)
{
  if (get_scale (self) == NULL)
    return;

  switch (self->grip)
    {
    case GRIP_FRAME:
      pan_to (self, self->frame_x + dx);
      break;
    case GRIP_START:
      dx = MIN (dx, self->frame_width - LEAST_FRAME);
      show_frame (self, self->frame_x + dx, self->frame_width - dx);
      break;
    case GRIP_END:
      show_frame (self, self->frame_x, MAX (LEAST_FRAME, self->frame_width + dx));
      break;
    case GRIP_NOTHING:
    default:
      break;
    }
}

static void
motion_cb (AftTimelineOverview *self,
           double               x,
           double               y)
{
  const Grip grip = find_grip (self, x);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   grip == GRIP_START || grip == GRIP_END ? "ew-resize" : "grab");
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  AftTimelineOverview *self = AFT_TIMELINE_OVERVIEW (widget);
  double x;
  double width;
  double way;

  if (!get_frame (self, &x, &width))
    return FALSE;

  g_variant_get (args, "(d)", &way);
  pan_to (self, x + way * MAX (width, self->width * 0.05));

  return TRUE;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  AftTimelineOverview *self = AFT_TIMELINE_OVERVIEW (widget);
  double factor;

  if (self->canvas == NULL)
    return FALSE;

  g_variant_get (args, "(d)", &factor);
  aft_timeline_canvas_zoom (self->canvas, factor);

  return TRUE;
}

static void
fill (GtkSnapshot *snapshot,
      double       x,
      double       y,
      double       width,
      double       height,
      GdkRGBA      color,
      double       alpha)
{
  color.alpha *= (float) alpha;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
draw_bands (AftTimelineOverview       *self,
            GtkSnapshot               *snapshot,
            const AftTimelineGeometry *geometry,
            int                        height)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  for (guint i = 0; i < geometry->bands->len; i++)
    {
      const AftPhaseBand *band = &g_array_index (geometry->bands, AftPhaseBand, i);
      const double start = aft_scale_to_x (self->scale, band->span.start_us);
      const double end = aft_scale_to_x (self->scale, band->span.end_us);
      GdkRGBA color;

      if (band->phase != AFT_PHASE_IMPACT &&
          gtk_style_context_lookup_color (context, aft_phase_get_color_name (band->phase), &color))
        fill (snapshot, MIN (start, end), height - BAND - 3, MAX (ABS (end - start), 1), BAND, color, 0.8);
    }
}

static void
draw_columns (AftTimelineOverview       *self,
              GtkSnapshot               *snapshot,
              const AftTimelineGeometry *geometry,
              int                        height,
              const GdkRGBA             *color)
{
  const guint n_columns = (guint) (self->width / COLUMN);
  g_autofree guint *counts = g_new0 (guint, n_columns + 1);
  const guint most = aft_instants_count (geometry->starts, geometry->events->len, self->scale, 0, COLUMN, n_columns,
                                         counts);
  const double room = height - BAND - 10;

  for (guint i = 0; i < n_columns; i++)
    if (counts[i] > 0)
      {
        const double tall = MAX (4, room * log1p (counts[i]) / log1p (MAX (most, 3)));

        fill (snapshot, i * COLUMN, 4 + room - tall, COLUMN - 1, tall, *color, 0.55);
      }
}

static void
draw_frame (AftTimelineOverview *self,
            GtkSnapshot         *snapshot,
            int                  height)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GskRoundedRect frame;
  GdkRGBA color;
  double x;
  double width;

  if (!get_frame (self, &x, &width) || !gtk_style_context_lookup_color (context, "accent_color", &color))
    return;

  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT ((float) floor (x), 1, (float) ceil (width),
                                                                (float) height - 2), 5);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  fill (snapshot, x, 0, width, height, color, 0.10);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 1.5, 1.5, 1.5, 1.5 },
                              (GdkRGBA[4]) { color, color, color, color });
}

static void
aft_timeline_overview_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  AftTimelineOverview *self = AFT_TIMELINE_OVERVIEW (widget);
  const int height = gtk_widget_get_height (widget);
  const AftTimelineGeometry *geometry;
  GdkRGBA color;
  GdkRGBA lead_up;

  if (get_scale (self) == NULL)
    return;

  geometry = aft_timeline_canvas_get_geometry (self->canvas);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (geometry->lead_up_end != AFT_INSTANT_MIN &&
      gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "aft_lead_up_color", &lead_up))
    {
      const double end = aft_scale_to_x (self->scale, geometry->lead_up_end);

      if (aft_scale_is_mirrored (self->scale))
        fill (snapshot, end, 0, self->width - end, height, lead_up, 0.12);
      else
        fill (snapshot, 0, 0, end, height, lead_up, 0.12);
    }

  draw_columns (self, snapshot, geometry, height, &color);
  draw_bands (self, snapshot, geometry, height);
  draw_frame (self, snapshot, height);
}

static void
aft_timeline_overview_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static void
aft_timeline_overview_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  AftTimelineOverview *self = AFT_TIMELINE_OVERVIEW (widget);

  self->width = width;
  g_clear_pointer (&self->scale, aft_scale_unref);
}

static void
aft_timeline_overview_dispose (GObject *object)
{
  AftTimelineOverview *self = AFT_TIMELINE_OVERVIEW (object);

  g_clear_weak_pointer (&self->canvas);
  g_clear_pointer (&self->scale, aft_scale_unref);
  g_clear_pointer (&self->seen, aft_scale_unref);

  G_OBJECT_CLASS (aft_timeline_overview_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; double way; } ways[] = {
    { GDK_KEY_Left, -KEY_SHARE }, { GDK_KEY_KP_Left, -KEY_SHARE }, { GDK_KEY_Right, KEY_SHARE },
    { GDK_KEY_KP_Right, KEY_SHARE }, { GDK_KEY_Page_Up, -1 }, { GDK_KEY_Page_Down, 1 },
  };
  static const struct { guint key; double factor; } zooms[] = {
    { GDK_KEY_plus, KEY_ZOOM }, { GDK_KEY_KP_Add, KEY_ZOOM }, { GDK_KEY_equal, KEY_ZOOM },
    { GDK_KEY_minus, 1 / KEY_ZOOM }, { GDK_KEY_KP_Subtract, 1 / KEY_ZOOM },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_widget_class_add_binding (widget_class, ways[i].key, 0, key_cb, "(d)", ways[i].way);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (widget_class, zooms[i].key, 0, zoom_cb, "(d)", zooms[i].factor);
}

static void
aft_timeline_overview_class_init (AftTimelineOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_timeline_overview_dispose;
  widget_class->measure = aft_timeline_overview_measure;
  widget_class->size_allocate = aft_timeline_overview_size_allocate;
  widget_class->snapshot = aft_timeline_overview_snapshot;

  gtk_widget_class_set_css_name (widget_class, "aft-timeline-overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  bind_keys (widget_class);
}

static void
aft_timeline_overview_init (AftTimelineOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview of the whole timeline"),
                                  GTK_ACCESSIBLE_PROPERTY_ORIENTATION, GTK_ORIENTATION_HORIZONTAL,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                  -1);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
view_changed_cb (AftTimelineOverview *self)
{
  double x;
  double width;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (get_frame (self, &x, &width) && gtk_widget_has_focus (GTK_WIDGET (self)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                    100 * CLAMP ((x + width / 2) / MAX (self->width, 1), 0, 1),
                                    -1);
}

/**
 * aft_timeline_overview_set_canvas:
 * @self: an overview
 * @canvas: what it is the overview of
 */
void
aft_timeline_overview_set_canvas (AftTimelineOverview *self,
                                  AftTimelineCanvas   *canvas)
{
  g_return_if_fail (AFT_IS_TIMELINE_OVERVIEW (self) && AFT_IS_TIMELINE_CANVAS (canvas) && self->canvas == NULL);

  g_set_weak_pointer (&self->canvas, canvas);
  g_signal_connect_object (canvas, "view-changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * aft_timeline_overview_get_frame:
 * @self: an overview
 * @x: (out): left edge of the frame, in pixels
 * @width: (out): its width
 *
 * Returns: %FALSE where there is nothing to be seen yet
 */
gboolean
aft_timeline_overview_get_frame (AftTimelineOverview *self,
                                 double              *x,
                                 double              *width)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_OVERVIEW (self) && x != NULL && width != NULL, FALSE);

  return get_frame (self, x, width);
}

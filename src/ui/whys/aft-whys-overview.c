/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-overview.h"

/* How large it is at most, in pixels. */
#define MAX_WIDTH 160
#define MAX_HEIGHT 100

/* Around the forest, in pixels. */
#define MARGIN 6

/* A branch smaller than this is one spot, in pixels. */
#define SPOT 2

/**
 * AftWhysOverview:
 *
 * The whole forest of whys in a corner, and a frame around what the canvas shows of it, which can be
 * dragged. It is there only while the canvas does not show everything. For keys and screen readers
 * it says nothing: the canvas pans with keys of its own.
 */
struct _AftWhysOverview
{
  GtkWidget      parent_instance;

  /* Not owned: it stands beside this one */
  AftWhysCanvas *canvas;

  double         grab_x;
  double         grab_y;
};

G_DEFINE_FINAL_TYPE (AftWhysOverview, aft_whys_overview, GTK_TYPE_WIDGET)

typedef struct
{
  AftWhysTree *tree;
  GtkSnapshot *snapshot;
  GdkRGBA      color;
  double       scale;
} Drawing;

static double
get_scale (AftWhysOverview *self)
{
  const AftRect bounds = aft_whys_tree_get_bounds (aft_whys_canvas_get_tree (self->canvas));

  return MIN ((MAX_WIDTH - 2 * MARGIN) / MAX (bounds.width, 1), (MAX_HEIGHT - 2 * MARGIN) / MAX (bounds.height, 1));
}

/**
 * aft_whys_overview_get_frame:
 * @self: an overview
 *
 * Returns: the frame around what the canvas shows, in pixels of the overview
 */
AftRect
aft_whys_overview_get_frame (AftWhysOverview *self)
{
  const double scale = get_scale (self);
  AftRect sight = { 0, };

  g_return_val_if_fail (AFT_IS_WHYS_OVERVIEW (self), sight);

  sight = aft_whys_canvas_get_sight (self->canvas);

  return (AftRect) { sight.x * scale + MARGIN, sight.y * scale + MARGIN, sight.width * scale, sight.height * scale };
}

static void
draw_place (guint    index,
            gboolean whole,
            gpointer user_data)
{
  const Drawing *self = user_data;
  const AftWhysPlace *place = aft_whys_tree_get (self->tree, index);
  const AftRect *rect = whole ? &place->reach : &place->rect;
  GdkRGBA color = self->color;

  color.alpha *= AFT_IS_QUESTION (place->item) ? 0.15f : AFT_IS_PROBLEM (place->item) ? 0.6f : 0.35f;
  gtk_snapshot_append_color (
    self->snapshot, &color,
    &GRAPHENE_RECT_INIT ((float) (rect->x * self->scale + MARGIN), (float) (rect->y * self->scale + MARGIN),
                         (float) MAX (rect->width * self->scale, 1), (float) MAX (rect->height * self->scale, 1)));
}

static void
aft_whys_overview_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  AftWhysOverview *self = AFT_WHYS_OVERVIEW (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  Drawing drawing = { aft_whys_canvas_get_tree (self->canvas), snapshot, { 0, }, get_scale (self) };
  const AftRect bounds = aft_whys_tree_get_bounds (drawing.tree);
  const AftRect frame = aft_whys_overview_get_frame (self);
  GskRoundedRect outline;
  GdkRGBA accent;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &drawing.color);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  aft_whys_tree_foreach_in (drawing.tree, &bounds, SPOT / drawing.scale, draw_place, &drawing);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &accent))
    accent = drawing.color;
  gsk_rounded_rect_init_from_rect (
    &outline, &GRAPHENE_RECT_INIT ((float) frame.x, (float) frame.y, (float) frame.width, (float) frame.height), 3);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ accent, accent, accent, accent });
  gtk_snapshot_pop (snapshot);
}

static void
aft_whys_overview_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  AftWhysOverview *self = AFT_WHYS_OVERVIEW (widget);
  const AftRect bounds = aft_whys_tree_get_bounds (aft_whys_canvas_get_tree (self->canvas));
  const double size = orientation == GTK_ORIENTATION_HORIZONTAL ? bounds.width : bounds.height;

  *minimum = *natural = (int) (size * get_scale (self)) + 2 * MARGIN;
}

/* Brings a place of the overview into the middle of the canvas. */
static void
show_place (AftWhysOverview *self,
            double           x,
            double           y)
{
  const AftRect frame = aft_whys_overview_get_frame (self);
  const double scale = get_scale (self);
  const AftRect sight = aft_whys_canvas_get_sight (self->canvas);
  const double zoom = gtk_widget_get_width (GTK_WIDGET (self->canvas)) / MAX (sight.width, 1);

  aft_whys_canvas_pan (self->canvas, (frame.x + frame.width / 2 - x) / scale * zoom,
                       (frame.y + frame.height / 2 - y) / scale * zoom);
}

static void
drag_begin_cb (AftWhysOverview *self,
               double           x,
               double           y)
{
  AftRect frame = aft_whys_overview_get_frame (self);

  /* A press beside the frame brings it there first. */
  if (!aft_rect_contains (&frame, x, y))
    {
      show_place (self, x, y);
      frame = aft_whys_overview_get_frame (self);
    }
  self->grab_x = frame.x + frame.width / 2;
  self->grab_y = frame.y + frame.height / 2;
}

static void
drag_update_cb (AftWhysOverview *self,
                double           dx,
                double           dy)
{
  show_place (self, self->grab_x + dx, self->grab_y + dy);
}

static void
update_cb (AftWhysOverview *self)
{
  const AftRect bounds = aft_whys_tree_get_bounds (aft_whys_canvas_get_tree (self->canvas));
  const AftRect sight = aft_whys_canvas_get_sight (self->canvas);
  const gboolean all = sight.x <= bounds.x && sight.y <= bounds.y && sight.x + sight.width >= bounds.x + bounds.width &&
                       sight.y + sight.height >= bounds.y + bounds.height;

  gtk_widget_set_visible (GTK_WIDGET (self), !all && bounds.width > 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
redrawn_cb (AftWhysOverview *self)
{
  update_cb (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
aft_whys_overview_class_init (AftWhysOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = aft_whys_overview_snapshot;
  widget_class->measure = aft_whys_overview_measure;
  gtk_widget_class_set_css_name (widget_class, "whyoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
aft_whys_overview_init (AftWhysOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
}

/**
 * aft_whys_overview_new:
 * @canvas: what it gives an overview of; it has to live as long
 *
 * Returns: (transfer floating): an overview
 */
GtkWidget *
aft_whys_overview_new (AftWhysCanvas *canvas)
{
  AftWhysOverview *self;

  g_return_val_if_fail (AFT_IS_WHYS_CANVAS (canvas), NULL);

  self = g_object_new (AFT_TYPE_WHYS_OVERVIEW, NULL);
  self->canvas = canvas;
  g_signal_connect_object (canvas, "moved", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "redrawn", G_CALLBACK (redrawn_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);

  return GTK_WIDGET (self);
}

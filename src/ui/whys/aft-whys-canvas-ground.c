/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-whys-canvas-private.h"

/* Which part of the ground is in sight. */

#define MIN_ZOOM 0.02
#define MAX_ZOOM 2.5

/* Fit goes no further out than this where the forest is larger than the widget. */
#define FIT_ZOOM 0.8

/* Keeps rows of an outline where they can be seen: it only scrolls up and down. */
void
aft_whys_canvas_clamp_outline (AftWhysCanvas *self)
{
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  AftRect bounds;

  if (self->arrangement != AFT_WHYS_OUTLINE || self->tree == NULL)
    return;

  bounds = aft_whys_tree_get_bounds (self->tree);
  self->zoom = 1;
  self->offset_x = AFT_WHYS_MARGIN / 2;
  self->offset_y =
    CLAMP (self->offset_y, MIN (height - bounds.height - AFT_WHYS_MARGIN, AFT_WHYS_MARGIN / 2), AFT_WHYS_MARGIN / 2);
}

/* The ground was moved or zoomed: other boxes may be in sight. */
void
aft_whys_canvas_moved (AftWhysCanvas *self)
{
  const AftRect sight = aft_whys_canvas_get_sight (self);
  guint anchor;
  AftRect before;

  if (self->tree == NULL)
    return;

  /* What comes into sight is measured; what the user looks at stays where it is. */
  anchor = aft_whys_tree_find_at (self->tree, sight.x + sight.width / 2, sight.y + sight.height / 2);
  before = anchor != AFT_WHYS_NONE ? aft_whys_tree_get (self->tree, anchor)->rect : (AftRect) { 0, };
  if (aft_whys_canvas_is_readable (self) && aft_whys_tree_measure_in (self->tree, self->measure, &sight) &&
      anchor != AFT_WHYS_NONE)
    {
      self->offset_x += (before.x - aft_whys_tree_get (self->tree, anchor)->rect.x) * self->zoom;
      self->offset_y += (before.y - aft_whys_tree_get (self->tree, anchor)->rect.y) * self->zoom;
    }
  aft_whys_canvas_sync_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "moved");
}

/* Returns where the ground has to begin so that a range of it stands in the middle, or where it is
 * too long, so much of it as there is room for around @middle. */
static double
place_range (double size,
             double start,
             double length,
             double middle,
             double zoom)
{
  if (length * zoom <= size - AFT_WHYS_MARGIN)
    return (size - length * zoom) / 2 - start * zoom;

  return CLAMP (size / 2 - middle * zoom, size - AFT_WHYS_MARGIN - (start + length) * zoom,
                AFT_WHYS_MARGIN - start * zoom);
}

/* Shows a branch or everything; where that can't be read at once, its beginning, or all of it if that is shown already
 * and somebody asks @again. */
void
aft_whys_canvas_fit_again (AftWhysCanvas *self,
                           AftItem       *branch,
                           gboolean       again)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  guint index;
  AftRect bounds;
  AftRect root;
  double whole;
  double zoom;

  if (aft_whys_tree_get_n (self->tree) == 0 || width <= 0)
    return;

  index = aft_whys_tree_find (self->tree, branch);
  bounds =
    index != AFT_WHYS_NONE ? aft_whys_tree_get (self->tree, index)->reach : aft_whys_tree_get_bounds (self->tree);
  whole = MIN ((width - 2 * AFT_WHYS_MARGIN) / MAX (bounds.width, 1),
               (height - 2 * AFT_WHYS_MARGIN) / MAX (bounds.height, 1));
  zoom = CLAMP (whole, self->presenting ? 1 : FIT_ZOOM, self->presenting ? MAX_ZOOM : 1);
  if (again && whole < zoom && !self->presenting && ABS (self->zoom - zoom) < 0.001)
    zoom = MAX (whole, MIN_ZOOM);
  self->zoom = zoom;

  root = aft_whys_tree_get (self->tree, index != AFT_WHYS_NONE ? index : 0)->rect;
  self->offset_x = place_range (width, bounds.x, bounds.width, root.x + root.width / 2, self->zoom);
  self->offset_y = place_range (height, bounds.y, bounds.height, root.y + root.height / 2, self->zoom);

  aft_whys_canvas_clamp_outline (self);
  aft_whys_canvas_moved (self);
}

/* Brings an item into sight with as little movement as possible. */
void
aft_whys_canvas_reveal (AftWhysCanvas *self,
                        AftItem       *item)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const guint index = aft_whys_tree_find (self->tree, item);
  const AftRect *rect;
  double left;
  double top;
  double dx = 0;
  double dy = 0;

  if (index == AFT_WHYS_NONE || width <= 0)
    return;

  rect = &aft_whys_tree_get (self->tree, index)->rect;
  left = rect->x * self->zoom + self->offset_x;
  top = rect->y * self->zoom + self->offset_y;
  if (left < AFT_WHYS_MARGIN)
    dx = AFT_WHYS_MARGIN - left;
  else if (left + rect->width * self->zoom > width - AFT_WHYS_MARGIN)
    dx = MAX (width - AFT_WHYS_MARGIN - left - rect->width * self->zoom, AFT_WHYS_MARGIN - left);
  if (top < AFT_WHYS_MARGIN)
    dy = AFT_WHYS_MARGIN - top;
  else if (top + rect->height * self->zoom > height - AFT_WHYS_MARGIN)
    dy = MAX (height - AFT_WHYS_MARGIN - top - rect->height * self->zoom, AFT_WHYS_MARGIN - top);
  if (dx != 0 || dy != 0)
    aft_whys_canvas_pan (self, dx, dy);
}

/**
 * aft_whys_canvas_get_sight:
 * @self: a canvas
 *
 * Returns: the part of the ground that is in sight
 */
AftRect
aft_whys_canvas_get_sight (AftWhysCanvas *self)
{
  return (AftRect) { -self->offset_x / self->zoom, -self->offset_y / self->zoom,
                    gtk_widget_get_width (GTK_WIDGET (self)) / self->zoom,
                    gtk_widget_get_height (GTK_WIDGET (self)) / self->zoom };
}

/**
 * aft_whys_canvas_zoom:
 * @self: a canvas
 * @factor: how much larger to show everything
 * @x: what stays where it is, in pixels of the widget
 * @y: what stays where it is, in pixels of the widget
 */
void
aft_whys_canvas_zoom (AftWhysCanvas *self,
                      double         factor,
                      double         x,
                      double         y)
{
  const double zoom = CLAMP (self->zoom * factor, self->presenting ? 1 : MIN_ZOOM, MAX_ZOOM);

  g_return_if_fail (AFT_IS_WHYS_CANVAS (self));

  if (self->arrangement == AFT_WHYS_OUTLINE)
    return;

  self->offset_x = x - (x - self->offset_x) * zoom / self->zoom;
  self->offset_y = y - (y - self->offset_y) * zoom / self->zoom;
  self->zoom = zoom;
  aft_whys_canvas_moved (self);
}

/**
 * aft_whys_canvas_pan:
 * @self: a canvas
 * @dx: how far the ground goes to the right, in pixels of the widget
 * @dy: how far the ground goes down, in pixels of the widget
 */
void
aft_whys_canvas_pan (AftWhysCanvas *self,
                     double         dx,
                     double         dy)
{
  g_return_if_fail (AFT_IS_WHYS_CANVAS (self));

  self->offset_x += dx;
  self->offset_y += dy;
  aft_whys_canvas_clamp_outline (self);
  aft_whys_canvas_moved (self);
}

/**
 * aft_whys_canvas_fit:
 * @self: a canvas
 * @branch: (nullable): an item, or %NULL for everything
 *
 * Shows the whole forest, or a branch. Where it is larger than the widget at a size that can be
 * read, the first time shows its beginning, the next time all of it.
 */
void
aft_whys_canvas_fit (AftWhysCanvas *self,
                     AftItem       *branch)
{
  g_return_if_fail (AFT_IS_WHYS_CANVAS (self));

  aft_whys_canvas_fit_again (self, branch, TRUE);
}

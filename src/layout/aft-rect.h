/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AftRect:
 * @x: left edge, in pixels
 * @y: top edge, in pixels
 * @width: in pixels, never negative
 * @height: in pixels, never negative
 *
 * A box. Its left and top edges belong to it, its right and bottom edges do not, so that boxes that touch share no point.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} AftRect;

/**
 * aft_rect_contains:
 * @self: a rectangle
 * @x: in pixels
 * @y: in pixels
 *
 * Returns: whether the point lies in @self
 */
static inline gboolean
aft_rect_contains (const AftRect *self,
                   double         x,
                   double         y)
{
  return x >= self->x && x < self->x + self->width &&
         y >= self->y && y < self->y + self->height;
}

/**
 * aft_rect_intersects:
 * @self: a rectangle
 * @other: another rectangle
 *
 * Returns: whether the two share an area; boxes that only touch, and boxes without an area, do not
 */
static inline gboolean
aft_rect_intersects (const AftRect *self,
                     const AftRect *other)
{
  return MAX (self->x, other->x) < MIN (self->x + self->width, other->x + other->width) &&
         MAX (self->y, other->y) < MIN (self->y + self->height, other->y + other->height);
}

/**
 * aft_rect_union:
 * @self: a rectangle
 * @other: another rectangle
 *
 * Returns: the smallest rectangle around both
 */
static inline AftRect
aft_rect_union (const AftRect *self,
                const AftRect *other)
{
  double x = MIN (self->x, other->x);
  double y = MIN (self->y, other->y);
  AftRect all = { x, y,
                  MAX (self->x + self->width, other->x + other->width) - x,
                  MAX (self->y + self->height, other->y + other->height) - y };

  return all;
}

G_END_DECLS

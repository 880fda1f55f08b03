/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-neighbours.h"

/* A box as one sees it who looks in the direction: near and far along it, low and high across. So one rule serves all four
 * directions. */
typedef struct
{
  double near;
  double far;
  double low;
  double high;
} View;

/* How well a box answers the key; less is better */
typedef struct
{
  gboolean aside;       /* outside the beam: the strip that is as high as the current box */
  double   distance;    /* along the direction, edge to edge */
  double   across;      /* middle to middle */
} Rating;

static View
view_of (const AftRect *rect,
         AftDirection   direction)
{
  double left = rect->x;
  double right = rect->x + rect->width;
  double top = rect->y;
  double bottom = rect->y + rect->height;

  switch (direction)
    {
    case AFT_DIRECTION_LEFT:
      return (View) { -right, -left, top, bottom };

    case AFT_DIRECTION_RIGHT:
      return (View) { left, right, top, bottom };

    case AFT_DIRECTION_UP:
      return (View) { -bottom, -top, left, right };

    case AFT_DIRECTION_DOWN:
      return (View) { top, bottom, left, right };

    default:
      g_assert_not_reached ();
    }
}

/* A box lies in the direction if both its ends do: it begins and ends farther than the current one. */
static gboolean
lies_ahead (const View *from,
            const View *to)
{
  return to->near > from->near && to->far > from->far;
}

static Rating
rate (const View *from,
      const View *to)
{
  Rating rating;

  /* Boxes of no height at the same place are in the beam too. */
  rating.aside = !(to->low < from->high && to->high > from->low) &&
                 !(to->low == from->low && to->high == from->high);
  rating.distance = MAX (to->near - from->far, 0);
  rating.across = ABS ((to->low + to->high) / 2 - (from->low + from->high) / 2);

  return rating;
}

/* How far a box is, ahead counting more than across; the weights are those of Android. */
static double
weigh (const Rating *rating)
{
  return 13 * rating->distance * rating->distance + rating->across * rating->across;
}

static gboolean
is_better (const Rating *one,
           const Rating *other)
{
  if (one->aside != other->aside)
    return !one->aside;

  if (weigh (one) != weigh (other))
    return weigh (one) < weigh (other);

  return one->across < other->across;
}

/**
 * aft_neighbours_find:
 * @rects: (array length=n_rects) (nullable): boxes
 * @n_rects: how many there are
 * @current: the box that has the focus, or %AFT_NEIGHBOURS_NONE
 * @direction: where to go
 *
 * Finds the box to which an arrow key leads. First come those straight ahead, that share a row (or column) with the current
 * one, then those aside; among them the nearest, where a way ahead counts more than one across. Of equals the first in the
 * array is taken. If nothing has the focus, the topmost box is found, of several the leftmost. Takes O(n).
 *
 * The rule of the beam and the weights are those of `FocusFinder` in Android (The Android Open Source Project, 2007).
 *
 * Returns: an index, or %AFT_NEIGHBOURS_NONE if there is nothing in that direction
 */
guint
aft_neighbours_find (const AftRect *rects,
                     gsize          n_rects,
                     guint          current,
                     AftDirection   direction)
{
  guint best = AFT_NEIGHBOURS_NONE;
  Rating best_rating = { 0 };
  View from;

  g_return_val_if_fail (rects != NULL || n_rects == 0, AFT_NEIGHBOURS_NONE);
  g_return_val_if_fail (n_rects < AFT_NEIGHBOURS_NONE, AFT_NEIGHBOURS_NONE);
  g_return_val_if_fail (current < n_rects || current == AFT_NEIGHBOURS_NONE, AFT_NEIGHBOURS_NONE);
  g_return_val_if_fail ((guint) direction <= AFT_DIRECTION_DOWN, AFT_NEIGHBOURS_NONE);

  if (current == AFT_NEIGHBOURS_NONE)
    {
      for (guint i = 0; i < n_rects; i++)
        {
          if (best == AFT_NEIGHBOURS_NONE || rects[i].y < rects[best].y ||
              (rects[i].y == rects[best].y && rects[i].x < rects[best].x))
            best = i;
        }

      return best;
    }

  from = view_of (&rects[current], direction);

  for (guint i = 0; i < n_rects; i++)
    {
      View to = view_of (&rects[i], direction);
      Rating rating;

      if (i == current || !lies_ahead (&from, &to))
        continue;

      rating = rate (&from, &to);

      if (best == AFT_NEIGHBOURS_NONE || is_better (&rating, &best_rating))
        {
          best = i;
          best_rating = rating;
        }
    }

  return best;
}

/**
 * aft_neighbours_hit:
 * @rects: (array length=n_rects) (nullable): boxes, in the order in which they are drawn
 * @n_rects: how many there are
 * @x: in pixels
 * @y: in pixels
 *
 * Finds the box at a point, of several the one that is drawn last. Takes O(n).
 *
 * Returns: an index, or %AFT_NEIGHBOURS_NONE
 */
guint
aft_neighbours_hit (const AftRect *rects,
                    gsize          n_rects,
                    double         x,
                    double         y)
{
  g_return_val_if_fail (rects != NULL || n_rects == 0, AFT_NEIGHBOURS_NONE);
  g_return_val_if_fail (n_rects < AFT_NEIGHBOURS_NONE, AFT_NEIGHBOURS_NONE);

  for (gsize i = n_rects; i > 0; i--)
    {
      if (aft_rect_contains (&rects[i - 1], x, y))
        return (guint) (i - 1);
    }

  return AFT_NEIGHBOURS_NONE;
}

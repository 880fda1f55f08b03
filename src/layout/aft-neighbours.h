/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "aft-rect.h"

G_BEGIN_DECLS

/**
 * AFT_NEIGHBOURS_NONE:
 *
 * No box.
 */
#define AFT_NEIGHBOURS_NONE G_MAXUINT

/**
 * AftDirection:
 *
 * Where an arrow key leads, on the screen: right is right also where text runs from right to left.
 */
typedef enum
{
  AFT_DIRECTION_LEFT,
  AFT_DIRECTION_RIGHT,
  AFT_DIRECTION_UP,
  AFT_DIRECTION_DOWN,
} AftDirection;

guint aft_neighbours_find (const AftRect *rects,
                           gsize          n_rects,
                           guint          current,
                           AftDirection   direction);
guint aft_neighbours_hit  (const AftRect *rects,
                           gsize          n_rects,
                           double         x,
                           double         y);

G_END_DECLS

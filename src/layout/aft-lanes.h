/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AFT_LANES_NONE:
 *
 * No lane, or no cluster.
 */
#define AFT_LANES_NONE G_MAXUINT

/**
 * AftLaneCard:
 * @x: left edge, in pixels
 * @width: in pixels; a negative one counts as 0
 * @preferred: the lane in which it would like to be, usually the one it had, or %AFT_LANES_NONE
 *
 * A card that wants a lane.
 */
typedef struct
{
  double x;
  double width;
  guint  preferred;
} AftLaneCard;

/**
 * AftLaneParams:
 * @gap: the least distance of two cards in a lane, in pixels
 * @max_lanes: how many lanes there may be, or 0 for as many as it takes
 * @cluster_width: how wide the mark of a cluster is, in pixels
 *
 * How cards are packed.
 */
typedef struct
{
  double gap;
  guint  max_lanes;
  double cluster_width;
} AftLaneParams;

/**
 * AftLaneSlot:
 * @lane: the lane, 0 being the nearest to the axis, or %AFT_LANES_NONE
 * @cluster: the index of the cluster that holds the card, or %AFT_LANES_NONE; just one of the two is a number
 *
 * Where a card went.
 */
typedef struct
{
  guint lane;
  guint cluster;
} AftLaneSlot;

/**
 * AftCluster:
 * @x: left edge of the mark, in pixels: that of the first card
 * @width: width of the mark, in pixels
 * @first: the card that is farthest left, an index into the cards
 * @last: the card that is farthest right by its left edge
 * @count: how many cards it holds; other cards between @first and @last may have found a lane
 *
 * Cards for which no lane had room. Clusters stand in a row of their own and do not overlap.
 */
typedef struct
{
  double x;
  double width;
  guint  first;
  guint  last;
  guint  count;
} AftCluster;

guint aft_lanes_pack (const AftLaneCard   *cards,
                      gsize                n_cards,
                      const AftLaneParams *params,
                      AftLaneSlot         *slots,
                      GArray              *clusters);

G_END_DECLS

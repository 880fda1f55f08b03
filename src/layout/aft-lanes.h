/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "aft-scale.h"

G_BEGIN_DECLS

/**
 * AFT_LANES_NONE:
 *
 * No lane.
 */
#define AFT_LANES_NONE G_MAXUINT

/**
 * AftLaneParams:
 * @gap: the least distance of two cards in a lane, in pixels
 * @max_lanes: how many lanes there may be, at least 1
 * @least_width: how narrow a card may become, in pixels, above 0
 * @cluster_width: how wide the mark of a cluster is, in pixels
 *
 * How cards are packed.
 */
typedef struct
{
  double gap;
  guint  max_lanes;
  double least_width;
  double cluster_width;
} AftLaneParams;

/**
 * AftLaneCard:
 * @index: which instant it belongs to
 * @lane: its lane, 0 being the nearest to the axis
 * @x: left edge, in the pixels of the scale it was packed for
 * @width: in pixels
 *
 * A card that has its place.
 */
typedef struct
{
  guint  index;
  guint  lane;
  double x;
  double width;
} AftLaneCard;

/**
 * AftCluster:
 * @x: left edge of its mark, in pixels
 * @width: of its mark
 * @first: the first instant it holds
 * @last: the last one; those between that have a card aren't held
 * @count: how many it holds
 *
 * Cards for which there is no room.
 */
typedef struct
{
  double x;
  double width;
  guint  first;
  guint  last;
  guint  count;
} AftCluster;

typedef struct _AftLanes AftLanes;

/**
 * AftLaneMeasureFunc:
 * @index: which instant
 * @user_data: what was given
 *
 * Returns: how wide its card would like to be, in pixels
 */
typedef double (*AftLaneMeasureFunc) (guint    index,
                                      gpointer user_data);

AftLanes          *aft_lanes_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void               aft_lanes_free         (AftLanes            *self);
void               aft_lanes_want         (AftLanes            *self,
                                           guint                index,
                                           guint                lane,
                                           double               width);
void               aft_lanes_pack         (AftLanes            *self,
                                           const gint64        *instants,
                                           guint                n_instants,
                                           const AftScale      *scale,
                                           double               x,
                                           double               width,
                                           const AftLaneParams *params,
                                           AftLaneMeasureFunc   measure,
                                           gpointer             user_data);
guint              aft_lanes_get_n_lanes  (const AftLanes      *self);
const AftLaneCard *aft_lanes_get_cards    (const AftLanes      *self,
                                           guint               *n_cards);
const AftCluster  *aft_lanes_get_clusters (const AftLanes      *self,
                                           guint               *n_clusters);
const AftLaneCard *aft_lanes_find         (const AftLanes      *self,
                                           guint                index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftLanes, aft_lanes_free)

G_END_DECLS

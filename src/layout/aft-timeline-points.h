/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "aft-span.h"

G_BEGIN_DECLS

/**
 * AftTimelinePoint:
 * @span: from its start to its end, or as far as a coarse time reaches; sorted by start
 * @busy_us: until when something goes on, for the stretches that are quiet
 * @known: whether anybody knows when it was; else it stands where the one before it stands
 * @lead_up: whether it belongs to the time before the event
 * @lasts: whether it has an end of its own, so that its end can be moved
 *
 * What a timeline needs to know of an event, on the screen as on paper.
 */
typedef struct
{
  AftSpan span;
  gint64  busy_us;
  guint   known   : 1;
  guint   lead_up : 1;
  guint   lasts   : 1;
} AftTimelinePoint;

AftSpan  aft_timeline_points_get_range    (const AftTimelinePoint *points,
                                           guint                   n_points);
gint64   aft_timeline_points_get_lead_up  (const AftTimelinePoint *points,
                                           guint                   n_points);
GArray  *aft_timeline_points_find_folds   (const AftTimelinePoint *points,
                                           guint                   n_points) G_GNUC_WARN_UNUSED_RESULT;
gboolean aft_timeline_points_find_gap     (const AftTimelinePoint *points,
                                           guint                   n_points,
                                           gint64                  instant_us,
                                           AftSpan                *gap);
GArray  *aft_timeline_points_choose_folds (const AftTimelinePoint *points,
                                           guint                   n_points,
                                           const GArray           *opened,
                                           const GArray           *closed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

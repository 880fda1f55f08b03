/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"
#include "aft-event.h"
#include "aft-lanes.h"
#include "aft-phases.h"
#include "aft-scale.h"
#include "aft-scenario.h"
#include "aft-timeline-points.h"

G_BEGIN_DECLS

/**
 * AftPhaseBand:
 * @phase: which phase
 * @row: which incident, counted from 0
 * @span: when
 *
 * A phase on the canvas.
 */
typedef struct
{
  AftPhase phase;
  guint    row;
  AftSpan  span;
} AftPhaseBand;

/**
 * AftTimelineGeometry:
 * @events: (element-type AftEvent): all events in order
 * @points: (element-type AftTimelinePoint): where each stands
 * @starts: (array): where each starts, once more, for searching
 * @reaches: (array): for each the latest end of it and all before it
 * @lasting: (element-type guint): those that reach over a stretch of time
 * @keys: (element-type guint): those that carry a key moment
 * @shown: (nullable) (element-type guint): those that have cards; %NULL for all
 * @shown_starts: (array): where those start
 * @n_shown: how many have cards
 * @folds: (element-type AftSpan): the quiet stretches
 * @opened: (element-type AftSpan): those that somebody opened
 * @closed: (element-type AftSpan): those that somebody folded
 * @bands: (element-type AftPhaseBand): the phases
 * @range: from the first to the last
 * @n_rows: how many incidents have phases
 * @lead_up_end: where the lead-up ends, %AFT_INSTANT_MIN where there is none
 *
 * Where everything of a document stands on its timeline. Plain data: no widget is needed for it.
 */
typedef struct
{
  GPtrArray *events;
  GArray    *points;
  gint64    *starts;
  gint64    *reaches;
  GArray    *lasting;
  GArray    *keys;
  GArray    *shown;
  gint64    *shown_starts;
  guint      n_shown;
  GArray    *folds;
  GArray    *opened;
  GArray    *closed;
  GArray    *bands;
  AftSpan    range;
  guint      n_rows;
  gint64     lead_up_end;
} AftTimelineGeometry;

/**
 * AftTimelineShowFunc:
 * @event: an event
 * @user_data: what was given
 *
 * Returns: whether it has a card
 */
typedef gboolean (*AftTimelineShowFunc) (AftEvent *event,
                                         gpointer  user_data);

AftTimelineGeometry    *aft_timeline_geometry_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void                    aft_timeline_geometry_free         (AftTimelineGeometry       *self);
void                    aft_timeline_geometry_read         (AftTimelineGeometry       *self,
                                                            AftDocument               *document,
                                                            AftScenario               *scenario);
void                    aft_timeline_geometry_show         (AftTimelineGeometry       *self,
                                                            AftTimelineShowFunc        func,
                                                            gpointer                   user_data);
const AftTimelinePoint *aft_timeline_geometry_get_point    (const AftTimelineGeometry *self,
                                                            guint                      index);
AftEvent               *aft_timeline_geometry_get_event    (const AftTimelineGeometry *self,
                                                            guint                      index);
guint                   aft_timeline_geometry_find         (const AftTimelineGeometry *self,
                                                            AftEvent                  *event);
guint                   aft_timeline_geometry_get_shown    (const AftTimelineGeometry *self,
                                                            guint                      nth);
guint                   aft_timeline_geometry_find_shown   (const AftTimelineGeometry *self,
                                                            guint                      index);
guint                   aft_timeline_geometry_find_lasting (const AftTimelineGeometry *self,
                                                            guint                      index);
gboolean                aft_timeline_geometry_open_fold    (AftTimelineGeometry       *self,
                                                            const AftSpan             *fold);
gboolean                aft_timeline_geometry_fold_gap     (AftTimelineGeometry       *self,
                                                            gint64                     instant_us);
void                    aft_timeline_geometry_open_all     (AftTimelineGeometry       *self);
void                    aft_timeline_geometry_fold_all     (AftTimelineGeometry       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftTimelineGeometry, aft_timeline_geometry_free)

G_END_DECLS

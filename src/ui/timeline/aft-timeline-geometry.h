/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"
#include "aft-event.h"
#include "aft-lanes.h"
#include "aft-scale.h"

G_BEGIN_DECLS

/**
 * AftPhase:
 * @AFT_PHASE_DETECTION: until the team knew
 * @AFT_PHASE_DIAGNOSIS: until the cause was known
 * @AFT_PHASE_MITIGATION: until users no longer felt it
 * @AFT_PHASE_RESOLUTION: until the cause was gone
 * @AFT_PHASE_IMPACT: while users felt it
 *
 * A phase of an incident.
 */
typedef enum
{
  AFT_PHASE_DETECTION,
  AFT_PHASE_DIAGNOSIS,
  AFT_PHASE_MITIGATION,
  AFT_PHASE_RESOLUTION,
  AFT_PHASE_IMPACT,
} AftPhase;

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
 * AftTimelineEntry:
 * @event: (transfer full): the event
 * @span: from its start to its end, or as far as a coarse time reaches
 * @known: whether anybody knows when it was; else @span is that of the one before
 * @lasts: whether @span has a length that is drawn
 * @x: where it stands, in the pixels of the layout
 * @card_x: the left edge of its card there
 * @card_width: how wide its card is
 * @lane: its lane, or %AFT_LANES_NONE where a cluster holds it
 *
 * An event on the canvas.
 */
typedef struct
{
  AftEvent *event;
  AftSpan   span;
  gboolean  known;
  gboolean  lasts;
  double    x;
  double    card_x;
  double    card_width;
  guint     lane;
} AftTimelineEntry;

/**
 * AftTimelineGeometry:
 * @entries: (element-type AftTimelineEntry): all events in order
 * @folds: (element-type AftSpan): the quiet stretches
 * @bands: (element-type AftPhaseBand): the phases
 * @clusters: (element-type AftCluster): cards for which there is no room
 * @range: from the first to the last
 * @n_known: how many events have a time
 * @n_rows: how many incidents have phases
 * @n_lanes: how many lanes are used
 * @lead_up_end: where the lead-up ends, %AFT_INSTANT_MIN where there is none
 *
 * Where everything of a document stands on its timeline. Plain data: no widget is needed for it.
 */
typedef struct
{
  GArray     *entries;
  GArray     *folds;
  GArray     *bands;
  GArray     *clusters;
  AftSpan     range;
  guint       n_known;
  guint       n_rows;
  guint       n_lanes;
  gint64      lead_up_end;

  /*< private >*/
  GHashTable *lanes;
} AftTimelineGeometry;

/**
 * AftTimelineRoom:
 * @char_width: about how wide a letter is, in pixels
 * @icon_width: how wide a symbol is, with the space beside it
 * @padding: what a card needs beside its text
 * @least_width: of a card
 * @most_width: of a card
 * @max_lanes: for how many lanes there is room
 * @cluster_width: how wide the mark of a cluster is
 *
 * What cards need and what there is.
 */
typedef struct
{
  double char_width;
  double icon_width;
  double padding;
  double least_width;
  double most_width;
  guint  max_lanes;
  double cluster_width;
} AftTimelineRoom;

AftTimelineGeometry *aft_timeline_geometry_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void                 aft_timeline_geometry_free   (AftTimelineGeometry       *self);
void                 aft_timeline_geometry_read   (AftTimelineGeometry       *self,
                                                   AftDocument               *document);
void                 aft_timeline_geometry_lay_out (AftTimelineGeometry       *self,
                                                   const AftScale            *scale,
                                                   const AftTimelineRoom     *room);
AftTimelineEntry    *aft_timeline_geometry_get    (const AftTimelineGeometry *self,
                                                   guint                      index);
guint                aft_timeline_geometry_find   (const AftTimelineGeometry *self,
                                                   AftEvent                  *event);
const char          *aft_phase_get_label          (AftPhase                   phase);
const char          *aft_phase_get_color_name     (AftPhase                   phase);
const char          *aft_phase_get_icon           (AftPhase                   phase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftTimelineGeometry, aft_timeline_geometry_free)

G_END_DECLS

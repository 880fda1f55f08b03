/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-figure-timeline.h"
#include "aft-scale.h"
#include "aft-ticks.h"

G_BEGIN_DECLS

/* Points, from the top of a strip. */
#define AFT_STRIP_HEADING_Y 0.0
#define AFT_STRIP_TICK_Y 11.0
#define AFT_STRIP_AXIS_Y 36.0
#define AFT_STRIP_PHASE_HEIGHT 10.0
#define AFT_STRIP_LEGEND_HEIGHT 18.0

/**
 * AftStripCard:
 * @entry: its event
 * @stem: where it stands on the axis
 * @x: left edge
 * @y: top edge
 * @width: its width
 * @height: its height
 * @lane: 0 is nearest to the axis
 * @when: its time
 * @keys: (nullable): its key moments
 * @text: what happened
 *
 * An event as a card below the axis.
 */
typedef struct
{
  const AftTimelineEntry *entry;
  double                  stem;
  double                  x;
  double                  y;
  double                  width;
  double                  height;
  guint                   lane;
  PangoLayout            *when;
  PangoLayout            *keys;
  PangoLayout            *text;
} AftStripCard;

/**
 * AftStripPhase:
 * @start: when it begins
 * @end: when it ends
 * @kind: which it is, from 0
 *
 * A stretch between two key moments.
 */
typedef struct
{
  gint64 start;
  gint64 end;
  guint  kind;
} AftStripPhase;

#define AFT_N_PHASES 4

/**
 * AftStrip:
 *
 * A stretch of the timeline that fits the width of a page.
 */
typedef struct
{
  const AftReportWords *words;          /* static */
  PangoContext         *context;        /* owned, as all that follow */
  GTimeZone            *zone;
  AftScale             *scale;
  AftTicks             *ticks;
  GArray               *cards;          /* of AftStripCard */
  AftStripPhase         phases[AFT_N_PHASES];
  guint                 n_phases;
  AftSpan               pause;          /* before the first event, if it is long */
  gboolean              lead_up;
  gboolean              legend;
  double                width;
  double                height;
} AftStrip;

void aft_strip_draw (AftPanel *panel,
                     cairo_t  *cr);

G_END_DECLS

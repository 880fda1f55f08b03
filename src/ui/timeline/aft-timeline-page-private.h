/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-event-filter.h"
#include "aft-event-form.h"
#include "aft-event-selection.h"
#include "aft-event-table.h"
#include "aft-metrics-strip.h"
#include "aft-scenario-bar.h"
#include "aft-scenario.h"
#include "aft-timeline-canvas.h"
#include "aft-timeline-page.h"
#include "aft-zone-button.h"

G_BEGIN_DECLS

struct _AftTimelinePage
{
  GtkWidget          parent_instance;

  /* Template children */
  GtkWidget         *box;
  AftMetricsStrip   *strip;
  AftZoneButton     *zone;
  AftScenarioBar    *scenario_bar;
  GtkWidget         *upper;
  AftTimelineCanvas *canvas;
  GtkWidget         *overview;
  AftZoneButton     *second_zone;
  GtkWidget         *second;
  GtkWidget         *lower;
  GtkWidget         *table_side;
  AftEventTable     *table;
  GtkWidget         *empty;
  GtkWidget         *side_separator;
  GtkWidget         *side;
  GtkWidget         *back;
  GtkWidget         *many;
  GtkLabel          *many_label;
  AftEventForm      *form;

  /* Owned */
  AftSession        *session;
  AftEventSelection *selection;
  AftEventFilter    *filter;
  AftScenario       *scenario;
  /* Weak: comes back with an undo */
  AftEvent          *removed;

  AftTimelineView    view;
  guint              update_id;
  gboolean           compact;
  gboolean           narrow;
  gboolean           editing;
  /* Whether a note tells of the scenario as it is. */
  gboolean           kept;
};

void     aft_timeline_page_install_actions (GtkWidgetClass  *widget_class);
void     aft_timeline_page_edit_selected   (AftTimelinePage *self);
void     aft_timeline_page_arrange         (AftTimelinePage *self);
gboolean aft_timeline_page_has_events      (AftTimelinePage *self);
void     aft_timeline_page_move            (AftTimelinePage *self,
                                            GPtrArray       *events,
                                            gint64           microseconds);
void     aft_timeline_page_set_what_if     (AftTimelinePage *self,
                                            gboolean         what_if);
void     aft_timeline_page_keep_scenario   (AftTimelinePage *self,
                                            const char      *name);

G_END_DECLS

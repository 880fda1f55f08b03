/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-entry-line.h"
#include "aft-event-filter.h"
#include "aft-event-selection.h"
#include "aft-filter-bar.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_EVENT_TABLE (aft_event_table_get_type ())

G_DECLARE_FINAL_TYPE (AftEventTable, aft_event_table, AFT, EVENT_TABLE, GtkWidget)

void          aft_event_table_set_session    (AftEventTable     *self,
                                              AftSession        *session);
void          aft_event_table_set_filter     (AftEventTable     *self,
                                              AftEventFilter    *filter);
void          aft_event_table_set_selection  (AftEventTable     *self,
                                              AftEventSelection *selection);
AftEvent     *aft_event_table_get_selected   (AftEventTable     *self);
void          aft_event_table_set_selected   (AftEventTable     *self,
                                              AftEvent          *event);
GListModel   *aft_event_table_get_events     (AftEventTable     *self);
GtkWidget    *aft_event_table_get_row        (AftEventTable     *self,
                                              AftEvent          *event);
AftFilterBar *aft_event_table_get_filter_bar (AftEventTable     *self);
AftEntryLine *aft_event_table_get_entry_line (AftEventTable     *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-event-chooser.h"
#include "aft-event-list.h"
#include "aft-event-row.h"
#include "aft-event-table.h"

G_BEGIN_DECLS

struct _AftEventTable
{
  GtkWidget        parent_instance;

  /* Children */
  GtkWidget       *box;
  GtkWidget       *bar;
  GtkWidget       *scroller;
  GtkWidget       *list;
  GtkWidget       *nothing;
  GtkWidget       *line;

  /* Owned */
  AftSession      *session;
  AftEvent        *selected;
  AftEventList    *events;
  AftEventFilter  *filter;
  GSignalGroup    *filter_signals;
  AftEventChooser *chooser;
  /* Weak: stays in sight until another filter is chosen */
  AftEvent        *added;

  guint            update_id;
  guint            more_id;
  gboolean         edited;
  gboolean         outdated;
  gboolean         turning;
};

void         aft_event_table_add_list        (AftEventTable *self);
AftEventRow *aft_event_table_get_focused_row (AftEventTable *self);
void         aft_event_table_scroll_to       (AftEventTable *self,
                                              guint          position);
void         aft_event_table_focus_event     (AftEventTable *self,
                                              AftEvent      *event,
                                              AftEventCell   cell);
void         aft_event_table_show_headings   (AftEventTable *self);
void         aft_event_table_queue_update    (AftEventTable *self);

G_END_DECLS

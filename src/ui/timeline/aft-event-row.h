/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-event-chooser.h"
#include "aft-session.h"

G_BEGIN_DECLS

/**
 * AftEventCell:
 * @AFT_EVENT_CELL_NONE: none
 * @AFT_EVENT_CELL_TIME: when it was
 * @AFT_EVENT_CELL_TEXT: what happened
 *
 * What can be written in a row.
 */
typedef enum
{
  AFT_EVENT_CELL_NONE,
  AFT_EVENT_CELL_TIME,
  AFT_EVENT_CELL_TEXT,
} AftEventCell;

#define AFT_TYPE_EVENT_ROW (aft_event_row_get_type ())

G_DECLARE_FINAL_TYPE (AftEventRow, aft_event_row, AFT, EVENT_ROW, GtkWidget)

GtkWidget    *aft_event_row_new         (AftSession   *session);
void          aft_event_row_set_event   (AftEventRow  *self,
                                         AftEvent     *event);
AftEvent     *aft_event_row_get_event   (AftEventRow  *self);
void          aft_event_row_set_heading (AftEventRow  *self,
                                         const char   *heading);
AftEventCell  aft_event_row_get_cell    (AftEventRow  *self);
gboolean      aft_event_row_focus_cell  (AftEventRow  *self,
                                         AftEventCell  cell);
GtkEditable  *aft_event_row_get_time    (AftEventRow  *self);
GtkEditable  *aft_event_row_get_text    (AftEventRow  *self);

G_END_DECLS

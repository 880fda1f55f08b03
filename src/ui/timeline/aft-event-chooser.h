/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-event-list.h"
#include "aft-event-selection.h"

G_BEGIN_DECLS

/**
 * AftEventChoice:
 * @AFT_EVENT_CHOICE_ALONE: this event and no other
 * @AFT_EVENT_CHOICE_LEAD: this event leads; others stay chosen if it is one of them
 * @AFT_EVENT_CHOICE_TOGGLE: it is added to the chosen events, or taken away
 * @AFT_EVENT_CHOICE_EXTEND: everything from where the choice began to here
 *
 * What happens to the chosen events when somebody turns to one.
 */
typedef enum
{
  AFT_EVENT_CHOICE_ALONE,
  AFT_EVENT_CHOICE_LEAD,
  AFT_EVENT_CHOICE_TOGGLE,
  AFT_EVENT_CHOICE_EXTEND,
} AftEventChoice;

#define AFT_TYPE_EVENT_CHOOSER (aft_event_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AftEventChooser, aft_event_chooser, AFT, EVENT_CHOOSER, GObject)

AftEventChooser   *aft_event_chooser_new           (AftEventList      *events) G_GNUC_WARN_UNUSED_RESULT;
GtkSelectionModel *aft_event_chooser_get_model     (AftEventChooser   *self);
AftEventSelection *aft_event_chooser_get_selection (AftEventChooser   *self);
void               aft_event_chooser_set_selection (AftEventChooser   *self,
                                                    AftEventSelection *selection);
void               aft_event_chooser_choose        (AftEventChooser   *self,
                                                    AftEvent          *event,
                                                    AftEventChoice     how);
void               aft_event_chooser_freeze        (AftEventChooser   *self);
void               aft_event_chooser_thaw          (AftEventChooser   *self);

G_END_DECLS

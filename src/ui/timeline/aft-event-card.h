/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-event.h"

G_BEGIN_DECLS

#define AFT_TYPE_EVENT_CARD (aft_event_card_get_type ())

G_DECLARE_FINAL_TYPE (AftEventCard, aft_event_card, AFT, EVENT_CARD, GtkWidget)

GtkWidget *aft_event_card_new          (void);
AftEvent  *aft_event_card_get_event    (AftEventCard *self);
void       aft_event_card_show         (AftEventCard *self,
                                        AftEvent     *event,
                                        AftMoment    *at,
                                        GTimeZone    *zone);
void       aft_event_card_set_place    (AftEventCard *self,
                                        guint         index,
                                        guint         n_events);
void       aft_event_card_set_selected (AftEventCard *self,
                                        gboolean      selected);
void       aft_event_card_set_dragged  (AftEventCard *self,
                                        gboolean      dragged);

G_END_DECLS

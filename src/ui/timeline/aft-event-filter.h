/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-event.h"

G_BEGIN_DECLS

/**
 * AFT_EVENT_FILTER_ANY:
 *
 * Stands for any kind, and for any effect.
 */
#define AFT_EVENT_FILTER_ANY (-1)

#define AFT_TYPE_EVENT_FILTER (aft_event_filter_get_type ())
G_DECLARE_FINAL_TYPE (AftEventFilter, aft_event_filter, AFT, EVENT_FILTER, GObject)

AftEventFilter *aft_event_filter_new        (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean        aft_event_filter_matches    (AftEventFilter *self,
                                             AftEvent       *event);
gboolean        aft_event_filter_is_active  (AftEventFilter *self);
void            aft_event_filter_clear      (AftEventFilter *self);
const char     *aft_event_filter_get_text   (AftEventFilter *self);
void            aft_event_filter_set_text   (AftEventFilter *self,
                                             const char     *text);
int             aft_event_filter_get_kind   (AftEventFilter *self);
void            aft_event_filter_set_kind   (AftEventFilter *self,
                                             int             kind);
int             aft_event_filter_get_effect (AftEventFilter *self);
void            aft_event_filter_set_effect (AftEventFilter *self,
                                             int             effect);
const char     *aft_event_filter_get_tag    (AftEventFilter *self);
void            aft_event_filter_set_tag    (AftEventFilter *self,
                                             const char     *tag);
const char     *aft_event_filter_get_source (AftEventFilter *self);
void            aft_event_filter_set_source (AftEventFilter *self,
                                             const char     *source);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_EVENT (aft_event_get_type ())

G_DECLARE_FINAL_TYPE (AftEvent, aft_event, AFT, EVENT, AftItem)

AftEvent *aft_event_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char        *aft_event_get_text             (AftEvent *self);
const char        *aft_event_get_text_wider       (AftEvent *self);
AftMoment         *aft_event_get_at               (AftEvent *self);
AftMoment         *aft_event_get_end              (AftEvent *self);
gboolean           aft_event_is_lead_up           (AftEvent *self);
gboolean           aft_event_is_planned           (AftEvent *self);
const char        *aft_event_get_incident         (AftEvent *self);
AftEventKind       aft_event_get_kind             (AftEvent *self);
AftKeyMoments      aft_event_get_key_moments      (AftEvent *self);
const char        *aft_event_get_actor            (AftEvent *self);
const char        *aft_event_get_believed         (AftEvent *self);
gboolean           aft_event_get_known_afterwards (AftEvent *self);
AftEffect          aft_event_get_effect           (AftEvent *self);
const char *const *aft_event_get_tags             (AftEvent *self);
const char        *aft_event_get_source           (AftEvent *self);
const char        *aft_event_get_link             (AftEvent *self);
const char *const *aft_event_get_references       (AftEvent *self);
AftAudience        aft_event_get_audience         (AftEvent *self);

G_END_DECLS

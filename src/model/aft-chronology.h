/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"
#include "aft-event.h"
#include "aft-incident.h"
#include "aft-scenario.h"

G_BEGIN_DECLS

GPtrArray   *aft_chronology_order          (AftDocument *document);
AftIncident *aft_chronology_get_incident   (AftDocument *document,
                                            AftEvent    *event);
AftEvent    *aft_chronology_get_key_event  (AftDocument  *document,
                                            AftIncident  *incident,
                                            AftKeyMoments key);
void         aft_chronology_find_key_events (AftDocument *document,
                                             AftIncident *incident,
                                             AftScenario *scenario,
                                             AftEvent    *events[AFT_N_KEY_MOMENTS]);
GPtrArray   *aft_chronology_dup_key_events (AftDocument *document);
char        *aft_chronology_get_zone_name  (AftDocument *document);

G_END_DECLS

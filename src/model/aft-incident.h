/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_INCIDENT (aft_incident_get_type ())

G_DECLARE_FINAL_TYPE (AftIncident, aft_incident, AFT, INCIDENT, AftItem)

AftIncident *aft_incident_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char  *aft_incident_get_title        (AftIncident *self);
const char  *aft_incident_get_impact       (AftIncident *self);
const char  *aft_incident_get_impact_wider (AftIncident *self);
AftAudience  aft_incident_get_audience     (AftIncident *self);
GListModel  *aft_incident_get_quantities   (AftIncident *self);
GListModel  *aft_incident_get_durations    (AftIncident *self);

G_END_DECLS

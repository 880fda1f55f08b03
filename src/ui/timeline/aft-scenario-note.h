/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-incident.h"
#include "aft-response-question.h"
#include "aft-scenario.h"
#include "aft-session.h"

G_BEGIN_DECLS

char                *aft_scenario_note_dup_name (AftSession  *session,
                                                 AftIncident *incident,
                                                 AftScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;
AftResponseQuestion *aft_scenario_note_keep     (AftSession  *session,
                                                 AftIncident *incident,
                                                 AftScenario *scenario,
                                                 const char  *name);

G_END_DECLS

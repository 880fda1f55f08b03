/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-incident.h"
#include "aft-scenario.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_METRICS_STRIP (aft_metrics_strip_get_type ())

G_DECLARE_FINAL_TYPE (AftMetricsStrip, aft_metrics_strip, AFT, METRICS_STRIP, GtkWidget)

void         aft_metrics_strip_set_session  (AftMetricsStrip *self,
                                             AftSession      *session);
AftIncident *aft_metrics_strip_get_incident (AftMetricsStrip *self);
void         aft_metrics_strip_set_scenario (AftMetricsStrip *self,
                                             AftScenario     *scenario);

G_END_DECLS

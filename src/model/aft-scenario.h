/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"
#include "aft-event.h"

G_BEGIN_DECLS

#define AFT_TYPE_SCENARIO (aft_scenario_get_type ())
G_DECLARE_FINAL_TYPE (AftScenario, aft_scenario, AFT, SCENARIO, GObject)

AftScenario *aft_scenario_new         (void) G_GNUC_WARN_UNUSED_RESULT;
AftMoment   *aft_scenario_get_at      (AftScenario *self,
                                       AftEvent    *event);
gboolean     aft_scenario_is_moved    (AftScenario *self,
                                       AftEvent    *event);
guint        aft_scenario_get_n_moved (AftScenario *self);
GPtrArray   *aft_scenario_dup_moved   (AftScenario *self) G_GNUC_WARN_UNUSED_RESULT;
void         aft_scenario_move        (AftScenario *self,
                                       AftEvent    *event,
                                       gint64       microseconds);
void         aft_scenario_forget_removed (AftScenario *self);
void         aft_scenario_reset       (AftScenario *self);

G_END_DECLS

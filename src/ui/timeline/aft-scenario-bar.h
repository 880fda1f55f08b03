/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AFT_TYPE_SCENARIO_BAR (aft_scenario_bar_get_type ())

G_DECLARE_FINAL_TYPE (AftScenarioBar, aft_scenario_bar, AFT, SCENARIO_BAR, GtkWidget)

void aft_scenario_bar_set_revealed (AftScenarioBar *self,
                                    gboolean        revealed);
void aft_scenario_bar_set_name     (AftScenarioBar *self,
                                    const char     *name);

G_END_DECLS

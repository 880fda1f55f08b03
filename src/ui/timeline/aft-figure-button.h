/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-metrics.h"

G_BEGIN_DECLS

#define AFT_TYPE_FIGURE_BUTTON (aft_figure_button_get_type ())

G_DECLARE_FINAL_TYPE (AftFigureButton, aft_figure_button, AFT, FIGURE_BUTTON, GtkWidget)

GtkWidget *aft_figure_button_new  (void);
void       aft_figure_button_show (AftFigureButton *self,
                                   const AftMetric *fact,
                                   const AftMetric *what_if,
                                   AftScenario     *scenario,
                                   GTimeZone       *zone);

G_END_DECLS

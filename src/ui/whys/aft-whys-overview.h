/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-whys-canvas.h"

G_BEGIN_DECLS

#define AFT_TYPE_WHYS_OVERVIEW (aft_whys_overview_get_type ())

G_DECLARE_FINAL_TYPE (AftWhysOverview, aft_whys_overview, AFT, WHYS_OVERVIEW, GtkWidget)

GtkWidget *aft_whys_overview_new       (AftWhysCanvas   *canvas);
AftRect    aft_whys_overview_get_frame (AftWhysOverview *self);

G_END_DECLS

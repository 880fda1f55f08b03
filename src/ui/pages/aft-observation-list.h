/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_OBSERVATION_LIST (aft_observation_list_get_type ())

G_DECLARE_FINAL_TYPE (AftObservationList, aft_observation_list, AFT, OBSERVATION_LIST, GtkWidget)

GtkWidget *aft_observation_list_new       (AftSession         *session);
gboolean   aft_observation_list_show_item (AftObservationList *self,
                                           AftItem            *item);

G_END_DECLS

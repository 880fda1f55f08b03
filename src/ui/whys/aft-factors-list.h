/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-factor.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_FACTORS_LIST (aft_factors_list_get_type ())

G_DECLARE_FINAL_TYPE (AftFactorsList, aft_factors_list, AFT, FACTORS_LIST, GtkWidget)

GtkWidget *aft_factors_list_new       (AftSession     *session);
gboolean   aft_factors_list_show_item (AftFactorsList *self,
                                       AftItem        *factor);

G_END_DECLS

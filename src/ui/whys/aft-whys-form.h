/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_WHYS_FORM (aft_whys_form_get_type ())

G_DECLARE_FINAL_TYPE (AftWhysForm, aft_whys_form, AFT, WHYS_FORM, GtkWidget)

GtkWidget *aft_whys_form_new      (AftSession  *session);
void       aft_whys_form_set_item (AftWhysForm *self,
                                   AftItem     *item);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"

G_BEGIN_DECLS

GtkWidget *aft_item_form_create_editor (AftSession        *session,
                                        AftItem           *item,
                                        const char        *field);
GtkWidget *aft_item_form_create_field  (AftSession        *session,
                                        AftItem           *item,
                                        const char        *field);
GtkWidget *aft_item_form_create        (AftSession        *session,
                                        AftItem           *item,
                                        const char *const *fields);

G_END_DECLS

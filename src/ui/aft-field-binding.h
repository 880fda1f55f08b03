/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-item.h"

G_BEGIN_DECLS

void aft_field_bind           (GObject    *widget,
                               AftItem    *item,
                               const char *field);
void aft_field_bind_reference (GtkDropDown *drop_down,
                               AftItem     *item,
                               const char  *field,
                               GListModel  *candidates);
void aft_field_unbind         (GObject    *widget);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  aft_popup_menu_show   (GtkWidget          **menu,
                             GtkWidget           *parent,
                             GMenuModel          *model,
                             const GdkRectangle  *at);
void  aft_popup_menu_clear  (GtkWidget          **menu);
void  aft_popup_menu_append (GMenu               *model,
                             const char          *text,
                             const char          *action,
                             const char          *target);
char *aft_popup_menu_shorten (const char         *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

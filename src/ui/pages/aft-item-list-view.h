/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_ITEM_LIST_VIEW (aft_item_list_view_get_type ())

G_DECLARE_FINAL_TYPE (AftItemListView, aft_item_list_view, AFT, ITEM_LIST_VIEW, GtkWidget)

GtkWidget *aft_item_list_view_new       (AftSession        *session,
                                         AftItem           *parent,
                                         const char        *list,
                                         const char *const *fields,
                                         const char        *add_label);
gboolean   aft_item_list_view_show_item (AftItemListView   *self,
                                         AftItem           *item);

G_END_DECLS

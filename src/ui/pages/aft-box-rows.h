/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AftCreateRowFunc:
 * @item: (type GObject): an item of the list
 * @user_data: what was given to aft_box_rows_update()
 *
 * Returns: (transfer floating): a row for it
 */
typedef GtkWidget *(* AftCreateRowFunc) (gpointer item,
                                         gpointer user_data);

void aft_box_rows_update (GtkBox           *box,
                          GListModel       *items,
                          guint             position,
                          guint             removed,
                          guint             added,
                          AftCreateRowFunc  create_row,
                          gpointer          user_data);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-block.h"

G_BEGIN_DECLS

#define AFT_TYPE_ROW_VIEW (aft_row_view_get_type ())
#define AFT_TYPE_TABLE_VIEW (aft_table_view_get_type ())

G_DECLARE_FINAL_TYPE (AftRowView, aft_row_view, AFT, ROW_VIEW, GtkWidget)
G_DECLARE_FINAL_TYPE (AftTableView, aft_table_view, AFT, TABLE_VIEW, GtkWidget)

GtkWidget *aft_table_view_new     (AftTableStyle  style,
                                   guint          n_columns);
GtkWidget *aft_table_view_add_row (AftTableView  *self,
                                   gboolean       head);
void       aft_row_view_add_cell  (AftRowView    *self,
                                   GtkWidget     *cell);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-block.h"

G_BEGIN_DECLS

#define AFT_TYPE_TEXT_ROW (aft_text_row_get_type ())
#define AFT_TYPE_TEXT_TABLE (aft_text_table_get_type ())

G_DECLARE_FINAL_TYPE (AftTextRow, aft_text_row, AFT, TEXT_ROW, GtkWidget)
G_DECLARE_FINAL_TYPE (AftTextTable, aft_text_table, AFT, TEXT_TABLE, GtkWidget)

GtkWidget *aft_text_table_new     (AftTableStyle  style,
                                   guint          n_columns);
GtkWidget *aft_text_table_add_row (AftTextTable  *self,
                                   gboolean       head);
void       aft_text_row_add_cell  (AftTextRow    *self,
                                   GtkWidget     *cell);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AFT_TYPE_BLOCK_COLUMN (aft_block_column_get_type ())

G_DECLARE_FINAL_TYPE (AftBlockColumn, aft_block_column, AFT, BLOCK_COLUMN, GtkWidget)

GtkWidget *aft_block_column_new            (void);
void       aft_block_column_set_adjustment (AftBlockColumn *self,
                                            GtkAdjustment  *adjustment);
void       aft_block_column_insert         (AftBlockColumn *self,
                                            GtkWidget      *child,
                                            GtkWidget      *before);
void       aft_block_column_prepare        (AftBlockColumn *self,
                                            GtkWidget      *child);

G_END_DECLS

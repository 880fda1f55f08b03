/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AFT_TYPE_BLOCK_BOX (aft_block_box_get_type ())

G_DECLARE_FINAL_TYPE (AftBlockBox, aft_block_box, AFT, BLOCK_BOX, GtkWidget)

GtkWidget *aft_block_box_new        (GtkAccessibleRole  role,
                                     int                spacing);
void       aft_block_box_append     (AftBlockBox       *self,
                                     GtkWidget         *child);
void       aft_block_box_set_marker (AftBlockBox       *self,
                                     GtkWidget         *marker);

void       aft_block_stack_measure  (GtkWidget         *first,
                                     GtkOrientation     orientation,
                                     int                width,
                                     int                spacing,
                                     int               *minimum,
                                     int               *natural);
void       aft_block_stack_allocate (GtkWidget         *first,
                                     int                x,
                                     int                y,
                                     int                width,
                                     int                spacing,
                                     gboolean           leftward);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-event.h"
#include "aft-shift.h"

G_BEGIN_DECLS

#define AFT_TYPE_SHIFTED_ROW (aft_shifted_row_get_type ())

G_DECLARE_FINAL_TYPE (AftShiftedRow, aft_shifted_row, AFT, SHIFTED_ROW, GtkWidget)

GtkWidget *aft_shifted_row_new  (void);
void       aft_shifted_row_show (AftShiftedRow  *self,
                                 AftEvent       *event,
                                 const AftShift *shift,
                                 GTimeZone      *zone);

G_END_DECLS

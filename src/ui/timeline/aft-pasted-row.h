/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-pasted-lines.h"

G_BEGIN_DECLS

#define AFT_TYPE_PASTED_ROW (aft_pasted_row_get_type ())

G_DECLARE_FINAL_TYPE (AftPastedRow, aft_pasted_row, AFT, PASTED_ROW, GtkWidget)

GtkWidget *aft_pasted_row_new  (void);
void       aft_pasted_row_show (AftPastedRow  *self,
                                AftPastedLine *line,
                                GTimeZone     *zone);

G_END_DECLS

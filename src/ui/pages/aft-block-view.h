/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-report.h"

G_BEGIN_DECLS

#define AFT_TYPE_BLOCK_VIEW (aft_block_view_get_type ())

G_DECLARE_FINAL_TYPE (AftBlockView, aft_block_view, AFT, BLOCK_VIEW, GtkWidget)

GtkWidget     *aft_block_view_new            (void);
void           aft_block_view_set_report     (AftBlockView *self,
                                              AftReport    *report);
gboolean       aft_block_view_is_complete    (AftBlockView *self);
GtkAdjustment *aft_block_view_get_adjustment (AftBlockView *self);
GArray        *aft_block_view_list_headings  (AftBlockView *self) G_GNUC_WARN_UNUSED_RESULT;
void           aft_block_view_show_heading   (AftBlockView *self,
                                              guint         index);
guint          aft_block_view_get_n_made     (AftBlockView *self);

G_END_DECLS

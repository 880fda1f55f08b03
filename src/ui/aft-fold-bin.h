/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AFT_TYPE_FOLD_BIN (aft_fold_bin_get_type ())

G_DECLARE_FINAL_TYPE (AftFoldBin, aft_fold_bin, AFT, FOLD_BIN, GtkWidget)

GtkWidget *aft_fold_bin_new        (int         fold_width,
                                    GtkWidget  *child);
void       aft_fold_bin_set_child  (AftFoldBin *self,
                                    GtkWidget  *child);
gboolean   aft_fold_bin_is_folded  (AftFoldBin *self);

G_END_DECLS

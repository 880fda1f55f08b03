/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_LINE_VIEW (aft_line_view_get_type ())

G_DECLARE_FINAL_TYPE (AftLineView, aft_line_view, AFT, LINE_VIEW, GtkWidget)

GtkWidget *aft_line_view_new           (AftItem     *item,
                                        const char  *field,
                                        const char  *placeholder);
GtkWidget *aft_line_view_get_text_view (AftLineView *self);

G_END_DECLS

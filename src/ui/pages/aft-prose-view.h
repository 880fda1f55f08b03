/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_PROSE_VIEW (aft_prose_view_get_type ())

G_DECLARE_FINAL_TYPE (AftProseView, aft_prose_view, AFT, PROSE_VIEW, GtkWidget)

GtkWidget *aft_prose_view_new (AftItem    *item,
                               const char *field,
                               const char *label);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AFT_TYPE_WRAP_LAYOUT (aft_wrap_layout_get_type ())

G_DECLARE_FINAL_TYPE (AftWrapLayout, aft_wrap_layout, AFT, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS

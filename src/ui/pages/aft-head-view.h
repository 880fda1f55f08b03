/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_HEAD_VIEW (aft_head_view_get_type ())

G_DECLARE_FINAL_TYPE (AftHeadView, aft_head_view, AFT, HEAD_VIEW, GtkWidget)

GtkWidget *aft_head_view_new       (AftSession  *session);
gboolean   aft_head_view_show_item (AftHeadView *self,
                                    AftItem     *item);

G_END_DECLS

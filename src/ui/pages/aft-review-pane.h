/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_REVIEW_PANE (aft_review_pane_get_type ())

G_DECLARE_FINAL_TYPE (AftReviewPane, aft_review_pane, AFT, REVIEW_PANE, GtkWidget)

GtkWidget *aft_review_pane_new     (AftSession    *session);
guint      aft_review_pane_refresh (AftReviewPane *self);

G_END_DECLS

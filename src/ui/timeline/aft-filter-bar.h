/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-event-filter.h"
#include "aft-event-list.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_FILTER_BAR (aft_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (AftFilterBar, aft_filter_bar, AFT, FILTER_BAR, GtkWidget)

GtkWidget    *aft_filter_bar_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void          aft_filter_bar_set_session (AftFilterBar   *self,
                                          AftSession     *session);
void          aft_filter_bar_set_filter  (AftFilterBar   *self,
                                          AftEventFilter *filter);
void          aft_filter_bar_set_counts  (AftFilterBar   *self,
                                          guint           n_shown,
                                          guint           n_all);
AftEventSort  aft_filter_bar_get_sort    (AftFilterBar   *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-factor.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_FACTOR_LINKS (aft_factor_links_get_type ())

G_DECLARE_FINAL_TYPE (AftFactorLinks, aft_factor_links, AFT, FACTOR_LINKS, GtkWidget)

GtkWidget *aft_factor_links_new        (AftSession     *session,
                                        AftFactor      *factor);
void       aft_factor_links_update     (AftFactorLinks *self);
gboolean   aft_factor_links_link_event (AftFactorLinks *self,
                                        AftItem        *event);

G_END_DECLS

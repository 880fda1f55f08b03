/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_LINK_CHIP (aft_link_chip_get_type ())

G_DECLARE_FINAL_TYPE (AftLinkChip, aft_link_chip, AFT, LINK_CHIP, GtkWidget)

GtkWidget *aft_link_chip_new       (AftSession  *session,
                                    const char  *icon_name);
void       aft_link_chip_set_links (AftLinkChip *self,
                                    GPtrArray   *items,
                                    const char  *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-section.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_SECTION_VIEW (aft_section_view_get_type ())

G_DECLARE_FINAL_TYPE (AftSectionView, aft_section_view, AFT, SECTION_VIEW, GtkWidget)

GtkWidget  *aft_section_view_new         (AftSession     *session,
                                          AftSection     *section);
AftSection *aft_section_view_get_section (AftSectionView *self);
gboolean    aft_section_view_show_item   (AftSectionView *self,
                                          AftItem        *item);
char       *aft_section_dup_title        (AftDocument    *document,
                                          AftSection     *section);
guint       aft_section_count_items      (AftDocument    *document,
                                          AftSection     *section);

G_END_DECLS

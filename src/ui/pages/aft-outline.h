/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-section.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_OUTLINE (aft_outline_get_type ())

G_DECLARE_FINAL_TYPE (AftOutline, aft_outline, AFT, OUTLINE, GtkWidget)

GtkWidget *aft_outline_new         (AftSession *session);
void       aft_outline_set_current (AftOutline *self,
                                    AftSection *section);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-item.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_MOMENT_ENTRY (aft_moment_entry_get_type ())

G_DECLARE_FINAL_TYPE (AftMomentEntry, aft_moment_entry, AFT, MOMENT_ENTRY, GtkWidget)

GtkWidget *aft_moment_entry_new  (const char     *label);
void       aft_moment_entry_bind (AftMomentEntry *self,
                                  AftSession     *session,
                                  AftItem        *item,
                                  const char     *field);

G_END_DECLS

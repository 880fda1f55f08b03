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
char      *aft_moment_entry_dup_text (AftSession *session,
                                      AftMoment  *moment) G_GNUC_WARN_UNUSED_RESULT;
AftMoment *aft_moment_entry_read     (AftSession  *session,
                                      AftItem     *item,
                                      guint        field,
                                      const char  *text,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

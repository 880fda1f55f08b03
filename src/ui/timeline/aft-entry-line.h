/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_ENTRY_LINE (aft_entry_line_get_type ())

G_DECLARE_FINAL_TYPE (AftEntryLine, aft_entry_line, AFT, ENTRY_LINE, GtkWidget)

GtkWidget   *aft_entry_line_new         (void);
void         aft_entry_line_set_session (AftEntryLine *self,
                                         AftSession   *session);
GtkEditable *aft_entry_line_get_entry   (AftEntryLine *self);

G_END_DECLS

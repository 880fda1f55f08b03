/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aft-event.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_PASTE_DIALOG (aft_paste_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AftPasteDialog, aft_paste_dialog, AFT, PASTE_DIALOG, AdwWindow)

AftPasteDialog *aft_paste_dialog_present (GtkWidget   *parent,
                                          AftSession  *session,
                                          const char  *text,
                                          AftEvent    *after);
AftEvent       *aft_paste_dialog_drop    (GtkWidget   *parent,
                                          AftSession  *session,
                                          const char  *text,
                                          gint64       instant,
                                          GError     **error);

G_END_DECLS

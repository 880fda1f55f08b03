/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aft-event.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_SHIFT_DIALOG (aft_shift_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AftShiftDialog, aft_shift_dialog, AFT, SHIFT_DIALOG, AdwWindow)

AftShiftDialog *aft_shift_dialog_present (GtkWidget  *parent,
                                          AftSession *session,
                                          GPtrArray  *events);

G_END_DECLS

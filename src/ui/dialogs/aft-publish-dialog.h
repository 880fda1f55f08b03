/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_PUBLISH_DIALOG (aft_publish_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AftPublishDialog, aft_publish_dialog, AFT, PUBLISH_DIALOG, AdwWindow)

AftPublishDialog *aft_publish_dialog_present (GtkWindow  *parent,
                                              AftSession *session);

G_END_DECLS

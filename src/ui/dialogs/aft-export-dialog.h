/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aft-export-kind.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_EXPORT_DIALOG (aft_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (AftExportDialog, aft_export_dialog, AFT, EXPORT_DIALOG, AdwWindow)

AftExportDialog  *aft_export_dialog_present      (GtkWindow        *parent,
                                                 AftSession       *session,
                                                 GSettings        *settings);
AftMarkdownFlags  aft_export_dialog_get_markdown (GSettings        *settings);
const char       *aft_export_subject_get_name    (AftExportSubject  subject,
                                                 AftDocument      *document);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-export-kind.h"

G_BEGIN_DECLS

void     aft_export_job_run_async  (const AftExportKind  *kind,
                                    AftReport            *report,
                                    const AftExportOptions *options,
                                    GFile                *file,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean aft_export_job_run_finish (GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-pdf-file.h"

G_BEGIN_DECLS

gboolean aft_pdf_artifacts_write (AftPdfFile  *file,
                                  const char  *name,
                                  GError     **error);

G_END_DECLS

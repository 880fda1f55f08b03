/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-page-tags.h"
#include "aft-pdf-file.h"

G_BEGIN_DECLS

gboolean aft_pdf_structure_write (AftPdfFile    *file,
                                  AftReport     *report,
                                  GPtrArray     *tags,
                                  const GArray  *pieces,
                                  GError       **error);

G_END_DECLS

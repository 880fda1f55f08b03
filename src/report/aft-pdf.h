/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aft-report.h"

G_BEGIN_DECLS

/**
 * AftPdfProgress:
 * @page: how many pages are written
 * @n_pages: how many there are
 * @user_data: what was given
 *
 * Told after every page, on the thread that writes.
 */
typedef void (* AftPdfProgress) (guint    page,
                                 guint    n_pages,
                                 gpointer user_data);

gboolean aft_pdf_write (AftReport       *report,
                        double           width,
                        double           height,
                        GOutputStream   *stream,
                        GCancellable    *cancellable,
                        AftPdfProgress   progress,
                        gpointer         user_data,
                        GError         **error);

G_END_DECLS

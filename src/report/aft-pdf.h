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

GBytes *aft_pdf_write (AftReport       *report,
                       double           width,
                       double           height,
                       GCancellable    *cancellable,
                       AftPdfProgress   progress,
                       gpointer         user_data,
                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

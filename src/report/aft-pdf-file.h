/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aft-pdf-value.h"

G_BEGIN_DECLS

/**
 * AftPdfFile:
 *
 * The objects of a PDF that cairo wrote with a table of them at its end, to be changed and written
 * anew.
 */
typedef struct _AftPdfFile AftPdfFile;

AftPdfFile *aft_pdf_file_new        (GBytes       *bytes,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void        aft_pdf_file_free       (AftPdfFile   *self);
guint       aft_pdf_file_get_root   (AftPdfFile   *self);
guint       aft_pdf_file_get_n_objects (AftPdfFile *self);
gboolean    aft_pdf_file_get        (AftPdfFile   *self,
                                     guint         number,
                                     AftPdfSpan   *value);
GBytes     *aft_pdf_file_get_stream (AftPdfFile   *self,
                                     guint         number,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
guint       aft_pdf_file_add        (AftPdfFile   *self);
void        aft_pdf_file_set        (AftPdfFile   *self,
                                     guint         number,
                                     GString      *value);
gboolean    aft_pdf_file_set_stream (AftPdfFile   *self,
                                     guint         number,
                                     GBytes       *content,
                                     GError      **error);
GBytes     *aft_pdf_file_write      (AftPdfFile   *self,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftPdfFile, aft_pdf_file_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AftPdfSpan:
 * @at: where it begins
 * @end: just behind it
 *
 * A stretch of a PDF as it is written: a value, or values one after the other. The bytes belong to
 * whoever holds the file.
 */
typedef struct
{
  const char *at;
  const char *end;
} AftPdfSpan;

gboolean  aft_pdf_span_next          (AftPdfSpan  *rest,
                                      AftPdfSpan  *value);
gboolean  aft_pdf_span_is            (AftPdfSpan   span,
                                      const char  *word);
gboolean  aft_pdf_span_open          (AftPdfSpan   span,
                                      AftPdfSpan  *inside);
gboolean  aft_pdf_span_get_integer   (AftPdfSpan   span,
                                      guint       *integer);
gboolean  aft_pdf_span_get_reference (AftPdfSpan   span,
                                      guint       *number);
gboolean  aft_pdf_dict_find          (AftPdfSpan   dict,
                                      const char  *key,
                                      AftPdfSpan  *value);
void      aft_pdf_dict_copy          (AftPdfSpan   dict,
                                      GString     *out,
                                      ...) G_GNUC_NULL_TERMINATED;
void      aft_pdf_append_text        (GString     *out,
                                      const char  *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-pdf-artifacts.h"

/* The bytes of a picture within the page are no words. */
static void
skip_inline_picture (AftPdfSpan *rest)
{
  for (; rest->end - rest->at > 3; rest->at++)
    if (g_ascii_isspace (rest->at[0]) && rest->at[1] == 'E' && rest->at[2] == 'I' && g_ascii_isspace (rest->at[3]))
      {
        rest->at += 3;
        return;
      }
  rest->at = rest->end;
}

/* "/Private << /MCID 3 >> BDC" becomes "/Artifact BMC". */
static GBytes *
replace_marks (GBytes     *content,
               const char *name)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  AftPdfSpan rest = { data, data + size };
  AftPdfSpan word;
  const char *copied = data;
  g_autoptr(GString) out = g_string_sized_new (size);

  while (aft_pdf_span_next (&rest, &word))
    {
      const char *start = word.at;

      if (aft_pdf_span_is (word, "ID"))
        skip_inline_picture (&rest);
      if (word.at[0] != '/' || !aft_pdf_span_is ((AftPdfSpan) { word.at + 1, word.end }, name))
        continue;
      if (!aft_pdf_span_next (&rest, &word) || !aft_pdf_span_next (&rest, &word) || !aft_pdf_span_is (word, "BDC"))
        continue;

      g_string_append_len (out, copied, start - copied);
      g_string_append (out, "/Artifact BMC");
      copied = word.end;
    }
  g_string_append_len (out, copied, data + size - copied);

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/**
 * aft_pdf_artifacts_write:
 * @file: a file
 * @name: how the marks are called that are no part of any element
 * @error: %G_IO_ERROR_INVALID_DATA where a page can't be read
 *
 * Says of what is so marked that it is not for reading aloud. Cairo 1.16 can't say that itself, and
 * cairo 1.18 leaves holes in the table of objects when it does.
 *
 * Returns: whether it was done on all pages
 */
gboolean
aft_pdf_artifacts_write (AftPdfFile  *file,
                         const char  *name,
                         GError     **error)
{
  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 1; i < aft_pdf_file_get_n_objects (file); i++)
    {
      g_autoptr(GBytes) content = NULL;
      g_autoptr(GBytes) replaced = NULL;
      AftPdfSpan page, value;
      guint number;

      if (!aft_pdf_file_get (file, i, &page) || !aft_pdf_dict_find (page, "Type", &value) ||
          !aft_pdf_span_is (value, "/Page"))
        continue;
      if (!aft_pdf_dict_find (page, "Contents", &value) || !aft_pdf_span_get_reference (value, &number))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a page of the PDF is not as expected");
          return FALSE;
        }

      content = aft_pdf_file_get_stream (file, number, error);
      if (content == NULL)
        return FALSE;
      replaced = replace_marks (content, name);
      if (!aft_pdf_file_set_stream (file, number, replaced, error))
        return FALSE;
    }

  return TRUE;
}

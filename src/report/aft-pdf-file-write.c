/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-pdf-file-private.h"

/* How many objects share a compressed stream: enough to be small, few enough to be found soon. */
#define OBJECTS_A_STREAM 200

static void
use_object (AftPdfFile *self,
            guint       number,
            GArray     *waiting)
{
  AftPdfObject *object = aft_pdf_file_get_object (self, number);

  if (object == NULL || object->value.at == NULL || object->is_used)
    return;

  object->is_used = TRUE;
  g_array_append_val (waiting, number);
}

/* All references within a value, however deep. */
static void
use_references (AftPdfFile *self,
                AftPdfSpan  value,
                GArray     *waiting)
{
  AftPdfSpan rest = value;
  AftPdfSpan word;
  guint number;

  /* The bracket alone is skipped, so that what is inside is seen. */
  while (rest.at < rest.end)
    {
      if (*rest.at == '[' || *rest.at == ']')
        rest.at++;
      else if (rest.end - rest.at >= 2 && (strncmp (rest.at, "<<", 2) == 0 || strncmp (rest.at, ">>", 2) == 0))
        rest.at += 2;
      else if (g_ascii_isspace (*rest.at))
        rest.at++;
      else if (aft_pdf_span_next (&rest, &word) && aft_pdf_span_get_reference (word, &number))
        use_object (self, number, waiting);
    }
}

/* What nothing leads to any more is not written. */
static void
find_used (AftPdfFile *self)
{
  g_autoptr(GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));

  use_object (self, self->root, waiting);
  use_object (self, self->info, waiting);
  for (guint i = 0; i < waiting->len; i++)
    {
      const AftPdfObject *object = aft_pdf_file_get_object (self, g_array_index (waiting, guint, i));
      AftPdfSpan value = object->value;
      g_autoptr(GString) dict = NULL;

      /* The length is said anew. */
      if (object->data.at != NULL)
        {
          dict = g_string_new (NULL);
          aft_pdf_dict_copy (object->value, dict, "Length", NULL);
          value = (AftPdfSpan) { dict->str, dict->str + dict->len };
        }
      use_references (self, value, waiting);
    }
}

static void
write_stream (GString      *out,
              AftPdfObject *object,
              guint         number,
              const char   *dict,
              const char   *data,
              gsize         length)
{
  object->place = (guint) out->len;
  g_string_append_printf (out, "%u 0 obj\n<< %s/Length %" G_GSIZE_FORMAT " >>\nstream\n", number, dict, length);
  g_string_append_len (out, data, (gssize) length);
  g_string_append (out, "\nendstream\nendobj\n");
}

/* Objects one after the other in a compressed stream, with their numbers and places before them. */
static gboolean
write_shared (AftPdfFile  *self,
              GString     *out,
              const guint *numbers,
              guint        n_numbers,
              GError     **error)
{
  const guint stream = aft_pdf_file_add (self);
  g_autoptr(GString) head = g_string_new (NULL);
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(GBytes) compressed = NULL;
  g_autofree char *dict = NULL;
  gsize first;

  for (guint i = 0; i < n_numbers; i++)
    {
      AftPdfObject *object = aft_pdf_file_get_object (self, numbers[i]);

      object->stream = stream;
      object->place = i;
      g_string_append_printf (head, "%u %" G_GSIZE_FORMAT " ", numbers[i], body->len);
      g_string_append_len (body, object->value.at, object->value.end - object->value.at);
      g_string_append_c (body, '\n');
    }

  first = head->len;
  g_string_append_len (head, body->str, (gssize) body->len);
  compressed = aft_pdf_compress (head->str, head->len, error);
  if (compressed == NULL)
    return FALSE;

  dict = g_strdup_printf ("/Type /ObjStm /N %u /First %" G_GSIZE_FORMAT " /Filter /FlateDecode ", n_numbers, first);
  aft_pdf_file_get_object (self, stream)->is_used = TRUE;
  write_stream (out, aft_pdf_file_get_object (self, stream), stream, dict, g_bytes_get_data (compressed, NULL),
                g_bytes_get_size (compressed));
  return TRUE;
}

static void
append_number (GByteArray *table,
               guint       number,
               guint       n_bytes)
{
  for (guint i = n_bytes; i-- > 0;)
    {
      const guint8 byte = (guint8) (number >> (8 * i));

      g_byte_array_append (table, &byte, 1);
    }
}

/* The table of all objects is a stream as well. */
static gboolean
write_table (AftPdfFile  *self,
             GString     *out,
             GError     **error)
{
  const guint number = aft_pdf_file_add (self);
  AftPdfObject *own = aft_pdf_file_get_object (self, number);
  g_autoptr(GByteArray) table = g_byte_array_new ();
  g_autoptr(GBytes) compressed = NULL;
  g_autofree char *dict = NULL;
  g_autofree char *id = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) out->str, out->len);

  own->is_used = TRUE;
  own->place = (guint) out->len;
  for (guint i = 0; i < self->objects->len; i++)
    {
      const AftPdfObject *object = aft_pdf_file_get_object (self, i);

      append_number (table, !object->is_used ? 0 : object->stream > 0 ? 2 : 1, 1);
      append_number (table, !object->is_used ? 0 : object->stream > 0 ? object->stream : object->place, 4);
      append_number (table, object->is_used && object->stream > 0 ? object->place : i == 0 ? 65535 : 0, 2);
    }
  compressed = aft_pdf_compress ((const char *) table->data, table->len, error);
  if (compressed == NULL)
    return FALSE;

  id[32] = '\0';
  dict = g_strdup_printf ("/Type /XRef /Size %u /W [1 4 2] /Root %u 0 R /Info %u 0 R /ID [<%s> <%s>] "
                          "/Filter /FlateDecode ",
                          self->objects->len, self->root, self->info, id, id);
  write_stream (out, own, number, dict, g_bytes_get_data (compressed, NULL), g_bytes_get_size (compressed));
  g_string_append_printf (out, "startxref\n%u\n%%%%EOF\n", own->place);

  return TRUE;
}

/**
 * aft_pdf_file_write:
 * @self: a file
 * @error: why it failed
 *
 * Writes all objects that something leads to, those that are no streams compressed together; the file
 * can't be changed any more.
 *
 * Returns: (transfer full) (nullable): a PDF of version 1.7
 */
GBytes *
aft_pdf_file_write (AftPdfFile  *self,
                    GError     **error)
{
  g_autoptr(GArray) shared = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GString) out = g_string_sized_new (g_bytes_get_size (self->bytes));

  g_return_val_if_fail (self != NULL, NULL);

  find_used (self);
  /* Bytes above 127 tell that it is no text. */
  g_string_append (out, "%PDF-1.7\n%\xc3\xa6\xc3\xbf\n");
  for (guint i = 1; i < self->objects->len; i++)
    {
      AftPdfObject *object = aft_pdf_file_get_object (self, i);

      if (object->is_used && object->data.at != NULL)
        {
          g_autoptr(GString) dict = g_string_new (NULL);

          aft_pdf_dict_copy (object->value, dict, "Length", NULL);
          write_stream (out, object, i, dict->str, object->data.at, (gsize) (object->data.end - object->data.at));
        }
      else if (object->is_used)
        g_array_append_val (shared, i);
    }

  for (guint i = 0; i < shared->len; i += OBJECTS_A_STREAM)
    if (!write_shared (self, out, &g_array_index (shared, guint, i), MIN (OBJECTS_A_STREAM, shared->len - i), error))
      return NULL;
  if (!write_table (self, out, error))
    return NULL;

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

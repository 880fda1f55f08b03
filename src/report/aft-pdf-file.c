/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-pdf-file-private.h"

static void
clear_object (gpointer data)
{
  AftPdfObject *object = data;

  g_free (object->own_value);
  g_clear_pointer (&object->own_data, g_bytes_unref);
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the PDF is not written as expected");
  return FALSE;
}

AftPdfObject *
aft_pdf_file_get_object (AftPdfFile *self,
                         guint       number)
{
  return number < self->objects->len ? &g_array_index (self->objects, AftPdfObject, number) : NULL;
}

static GBytes *
convert (GConverter  *converter,
         const char  *data,
         gsize        length,
         GError     **error)
{
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GOutputStream) stream = g_converter_output_stream_new (memory, converter);

  if (!g_output_stream_write_all (stream, data, length, NULL, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

GBytes *
aft_pdf_compress (const char  *data,
                  gsize        length,
                  GError     **error)
{
  g_autoptr(GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6));

  return convert (converter, data, length, error);
}

/* The length of a stream may be an object of its own, which may come later. */
static gboolean
resolve_length (AftPdfFile *self,
                AftPdfSpan  value,
                guint      *length)
{
  guint number;
  const AftPdfObject *object;

  if (!aft_pdf_span_get_reference (value, &number))
    return aft_pdf_span_get_integer (value, length);

  object = aft_pdf_file_get_object (self, number);
  return object != NULL && object->value.at != NULL && aft_pdf_span_get_integer (object->value, length);
}

/* "12 0 obj", the value, and then the bytes if it is a stream. */
static gboolean
read_object (AftPdfFile *self,
             guint       number,
             gsize       offset)
{
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);
  AftPdfSpan rest = { data + MIN (offset, size), data + size };
  AftPdfSpan word;
  guint found;

  if (!aft_pdf_span_next (&rest, &word) || !aft_pdf_span_get_integer (word, &found) || found != number ||
      !aft_pdf_span_next (&rest, &word) || !aft_pdf_span_is (word, "0") || !aft_pdf_span_next (&rest, &word) ||
      !aft_pdf_span_is (word, "obj"))
    return FALSE;

  return aft_pdf_span_next (&rest, &aft_pdf_file_get_object (self, number)->value);
}

static gboolean
read_stream (AftPdfFile *self,
             guint       number)
{
  AftPdfObject *object = aft_pdf_file_get_object (self, number);
  AftPdfSpan value;
  AftPdfSpan rest = { object->value.end, NULL };
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);
  guint length;

  rest.end = data + size;
  if (!aft_pdf_span_next (&rest, &value) || !aft_pdf_span_is (value, "stream"))
    return TRUE;

  rest.at += rest.at < rest.end && *rest.at == '\r';
  rest.at += rest.at < rest.end && *rest.at == '\n';
  if (!aft_pdf_dict_find (object->value, "Length", &value) || !resolve_length (self, value, &length) ||
      length > (gsize) (rest.end - rest.at))
    return FALSE;

  object->data.at = rest.at;
  object->data.end = rest.at + length;
  return TRUE;
}

/* The last line but one says where the table is. */
static AftPdfSpan
find_end (const char *data,
          gsize       size)
{
  static const char word[] = "startxref";
  const gsize length = strlen (word);
  AftPdfSpan end = { data + size, data + size };

  for (gsize back = length; back <= MIN (size, 100); back++)
    if (memcmp (data + size - back, word, length) == 0)
      end.at = data + size - back + length;

  return end;
}

static gboolean
read_table (AftPdfFile *self)
{
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);
  AftPdfSpan rest = find_end (data, size);
  AftPdfSpan word, trailer;
  guint offset, first, count;

  if (!aft_pdf_span_next (&rest, &word) || !aft_pdf_span_get_integer (word, &offset) || offset >= size)
    return FALSE;

  rest.at = data + offset;
  if (!aft_pdf_span_next (&rest, &word) || !aft_pdf_span_is (word, "xref") || !aft_pdf_span_next (&rest, &word) ||
      !aft_pdf_span_get_integer (word, &first) || first != 0 || !aft_pdf_span_next (&rest, &word) ||
      !aft_pdf_span_get_integer (word, &count) || count > size / 20)
    return FALSE;

  g_array_set_size (self->objects, count);
  for (guint i = 0; i < count; i++)
    {
      AftPdfSpan place, generation, state;
      char *end;
      guint64 at;

      if (!aft_pdf_span_next (&rest, &place) || !aft_pdf_span_next (&rest, &generation) ||
          !aft_pdf_span_next (&rest, &state))
        return FALSE;
      at = g_ascii_strtoull (place.at, &end, 10);
      if (aft_pdf_span_is (state, "n") && at > 0 && !read_object (self, i, at))
        return FALSE;
    }
  for (guint i = 0; i < count; i++)
    if (aft_pdf_file_get_object (self, i)->value.at != NULL && !read_stream (self, i))
      return FALSE;

  return aft_pdf_span_next (&rest, &word) && aft_pdf_span_is (word, "trailer") &&
         aft_pdf_span_next (&rest, &trailer) && aft_pdf_dict_find (trailer, "Root", &word) &&
         aft_pdf_span_get_reference (word, &self->root) && aft_pdf_dict_find (trailer, "Info", &word) &&
         aft_pdf_span_get_reference (word, &self->info) && aft_pdf_file_get_object (self, self->root) != NULL &&
         aft_pdf_file_get_object (self, self->root)->value.at != NULL;
}

/**
 * aft_pdf_file_new:
 * @bytes: a PDF of version 1.4 or before
 * @error: %G_IO_ERROR_INVALID_DATA where it isn't written as cairo does
 *
 * Returns: (transfer full) (nullable): its objects
 */
AftPdfFile *
aft_pdf_file_new (GBytes  *bytes,
                  GError **error)
{
  g_autoptr(AftPdfFile) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (AftPdfFile, 1);
  self->bytes = g_bytes_ref (bytes);
  self->objects = g_array_new (FALSE, TRUE, sizeof (AftPdfObject));
  g_array_set_clear_func (self->objects, clear_object);
  if (!read_table (self))
    {
      fail (error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * aft_pdf_file_free:
 * @self: (nullable) (transfer full): a file
 */
void
aft_pdf_file_free (AftPdfFile *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->objects);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * aft_pdf_file_get_root:
 * @self: a file
 *
 * Returns: the number of the catalogue, from which all else is found
 */
guint
aft_pdf_file_get_root (AftPdfFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->root;
}

/**
 * aft_pdf_file_get_n_objects:
 * @self: a file
 *
 * Returns: one more than the highest number of an object
 */
guint
aft_pdf_file_get_n_objects (AftPdfFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->objects->len;
}

/**
 * aft_pdf_file_get:
 * @self: a file
 * @number: of an object
 * @value: (out caller-allocates): its value, or the dictionary of its stream; valid until it is set
 *
 * Returns: whether there is such an object
 */
gboolean
aft_pdf_file_get (AftPdfFile *self,
                  guint       number,
                  AftPdfSpan *value)
{
  const AftPdfObject *object;

  g_return_val_if_fail (self != NULL, FALSE);

  object = aft_pdf_file_get_object (self, number);
  if (object == NULL || object->value.at == NULL)
    return FALSE;

  *value = object->value;
  return TRUE;
}

/**
 * aft_pdf_file_get_stream:
 * @self: a file
 * @number: of a stream
 * @error: %G_IO_ERROR_INVALID_DATA where it is none, or one that can't be read
 *
 * Returns: (transfer full) (nullable): what it holds, no longer compressed
 */
GBytes *
aft_pdf_file_get_stream (AftPdfFile  *self,
                         guint        number,
                         GError     **error)
{
  g_autoptr(GConverter) converter = NULL;
  const AftPdfObject *object;
  AftPdfSpan filter;

  g_return_val_if_fail (self != NULL, NULL);

  object = aft_pdf_file_get_object (self, number);
  if (object == NULL || object->data.at == NULL)
    {
      fail (error);
      return NULL;
    }
  if (!aft_pdf_dict_find (object->value, "Filter", &filter))
    return g_bytes_new (object->data.at, (gsize) (object->data.end - object->data.at));
  if (!aft_pdf_span_is (filter, "/FlateDecode"))
    {
      fail (error);
      return NULL;
    }

  converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  return convert (converter, object->data.at, (gsize) (object->data.end - object->data.at), error);
}

/**
 * aft_pdf_file_add:
 * @self: a file
 *
 * Returns: the number of a new object, to be set
 */
guint
aft_pdf_file_add (AftPdfFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  g_array_set_size (self->objects, self->objects->len + 1);
  return self->objects->len - 1;
}

/**
 * aft_pdf_file_set:
 * @self: a file
 * @number: of an object
 * @value: (transfer full): its new value
 */
void
aft_pdf_file_set (AftPdfFile *self,
                  guint       number,
                  GString    *value)
{
  AftPdfObject *object;

  g_return_if_fail (self != NULL);
  g_return_if_fail (number < self->objects->len);
  g_return_if_fail (value != NULL);

  object = aft_pdf_file_get_object (self, number);
  g_free (object->own_value);
  object->value = (AftPdfSpan) { value->str, value->str + value->len };
  object->own_value = g_string_free (value, FALSE);
}

/**
 * aft_pdf_file_set_stream:
 * @self: a file
 * @number: of a stream
 * @content: what it is to hold, not compressed
 * @error: why that failed
 *
 * Returns: whether it holds it now
 */
gboolean
aft_pdf_file_set_stream (AftPdfFile  *self,
                         guint        number,
                         GBytes      *content,
                         GError     **error)
{
  AftPdfObject *object;
  GBytes *compressed;
  GString *dict;
  gsize size;
  const char *data;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (number < self->objects->len, FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  compressed = aft_pdf_compress (g_bytes_get_data (content, NULL), g_bytes_get_size (content), error);
  if (compressed == NULL)
    return FALSE;

  object = aft_pdf_file_get_object (self, number);
  dict = g_string_new ("<< ");
  aft_pdf_dict_copy (object->value, dict, "Length", "Filter", NULL);
  g_string_append (dict, "/Filter /FlateDecode >>");
  aft_pdf_file_set (self, number, dict);

  g_clear_pointer (&object->own_data, g_bytes_unref);
  object->own_data = compressed;
  data = g_bytes_get_data (compressed, &size);
  object->data = (AftPdfSpan) { data, data + size };
  return TRUE;
}

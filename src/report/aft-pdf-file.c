/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-pdf-file.h"

/* How many objects share a compressed stream: enough to be small, few enough to be found soon. */
#define OBJECTS_A_STREAM 200

typedef struct
{
  AftPdfSpan  value;            /* nothing where there is no such object */
  AftPdfSpan  data;             /* what the stream holds, compressed; nothing where it is none */
  char       *own_value;        /* owned, nullable: where the value was set */
  GBytes     *own_data;         /* owned, nullable */
  gboolean    is_used;
  guint       stream;           /* written: the stream that holds it, or 0 */
  guint       place;            /* written: where in the stream, or in the file */
} Object;

struct _AftPdfFile
{
  GBytes *bytes;                /* owned */
  GArray *objects;              /* of Object, by number */
  guint   root;
  guint   info;
};

static void
clear_object (gpointer data)
{
  Object *object = data;

  g_free (object->own_value);
  g_clear_pointer (&object->own_data, g_bytes_unref);
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the PDF is not written as expected");
  return FALSE;
}

static Object *
get_object (AftPdfFile *self,
            guint       number)
{
  return number < self->objects->len ? &g_array_index (self->objects, Object, number) : NULL;
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

static GBytes *
compress (const char  *data,
          gsize        length,
          GError     **error)
{
  g_autoptr(GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));

  return convert (converter, data, length, error);
}

/* The length of a stream may be an object of its own, which may come later. */
static gboolean
resolve_length (AftPdfFile *self,
                AftPdfSpan  value,
                guint      *length)
{
  guint number;
  const Object *object;

  if (!aft_pdf_span_get_reference (value, &number))
    return aft_pdf_span_get_integer (value, length);

  object = get_object (self, number);
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

  return aft_pdf_span_next (&rest, &get_object (self, number)->value);
}

static gboolean
read_stream (AftPdfFile *self,
             guint       number)
{
  Object *object = get_object (self, number);
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
    if (get_object (self, i)->value.at != NULL && !read_stream (self, i))
      return FALSE;

  return aft_pdf_span_next (&rest, &word) && aft_pdf_span_is (word, "trailer") &&
         aft_pdf_span_next (&rest, &trailer) && aft_pdf_dict_find (trailer, "Root", &word) &&
         aft_pdf_span_get_reference (word, &self->root) && aft_pdf_dict_find (trailer, "Info", &word) &&
         aft_pdf_span_get_reference (word, &self->info) && get_object (self, self->root) != NULL &&
         get_object (self, self->root)->value.at != NULL;
}

static void
use_object (AftPdfFile *self,
            guint       number,
            GArray     *waiting)
{
  Object *object = get_object (self, number);

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
      const Object *object = get_object (self, g_array_index (waiting, guint, i));
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
write_stream (GString    *out,
              Object     *object,
              guint       number,
              const char *dict,
              const char *data,
              gsize       length)
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
      Object *object = get_object (self, numbers[i]);

      object->stream = stream;
      object->place = i;
      g_string_append_printf (head, "%u %" G_GSIZE_FORMAT " ", numbers[i], body->len);
      g_string_append_len (body, object->value.at, object->value.end - object->value.at);
      g_string_append_c (body, '\n');
    }

  first = head->len;
  g_string_append_len (head, body->str, (gssize) body->len);
  compressed = compress (head->str, head->len, error);
  if (compressed == NULL)
    return FALSE;

  dict = g_strdup_printf ("/Type /ObjStm /N %u /First %" G_GSIZE_FORMAT " /Filter /FlateDecode ", n_numbers, first);
  get_object (self, stream)->is_used = TRUE;
  write_stream (out, get_object (self, stream), stream, dict, g_bytes_get_data (compressed, NULL),
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
  Object *own = get_object (self, number);
  g_autoptr(GByteArray) table = g_byte_array_new ();
  g_autoptr(GBytes) compressed = NULL;
  g_autofree char *dict = NULL;
  g_autofree char *id = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) out->str, out->len);

  own->is_used = TRUE;
  own->place = (guint) out->len;
  for (guint i = 0; i < self->objects->len; i++)
    {
      const Object *object = get_object (self, i);

      append_number (table, !object->is_used ? 0 : object->stream > 0 ? 2 : 1, 1);
      append_number (table, !object->is_used ? 0 : object->stream > 0 ? object->stream : object->place, 4);
      append_number (table, object->is_used && object->stream > 0 ? object->place : i == 0 ? 65535 : 0, 2);
    }
  compressed = compress ((const char *) table->data, table->len, error);
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
  self->objects = g_array_new (FALSE, TRUE, sizeof (Object));
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
  const Object *object;

  g_return_val_if_fail (self != NULL, FALSE);

  object = get_object (self, number);
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
  const Object *object;
  AftPdfSpan filter;

  g_return_val_if_fail (self != NULL, NULL);

  object = get_object (self, number);
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
  Object *object;

  g_return_if_fail (self != NULL);
  g_return_if_fail (number < self->objects->len);
  g_return_if_fail (value != NULL);

  object = get_object (self, number);
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
  Object *object;
  GBytes *compressed;
  GString *dict;
  gsize size;
  const char *data;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (number < self->objects->len, FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  compressed = compress (g_bytes_get_data (content, NULL), g_bytes_get_size (content), error);
  if (compressed == NULL)
    return FALSE;

  object = get_object (self, number);
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
      Object *object = get_object (self, i);

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

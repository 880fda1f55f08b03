/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-document-reader.h"
#include "aft-document-writer.h"

typedef struct
{
  AftJsonIndex *index;
  AftDocument  *document;
  GPtrArray    *problems;
  /* id → node of the item, to name the place of what refers to nothing */
  GHashTable   *nodes;
  GHashTable   *ids;
} Reader;

G_DEFINE_QUARK (aft-read-error-quark, aft_read_error)

static void
problem_free (gpointer data)
{
  AftReadProblem *problem = data;

  g_free (problem->message);
  g_free (problem);
}

static void G_GNUC_PRINTF (3, 4)
report (Reader     *reader,
        guint32     node,
        const char *format,
        ...)
{
  AftReadProblem *problem = g_new0 (AftReadProblem, 1);
  va_list arguments;

  va_start (arguments, format);
  problem->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  aft_json_index_get_place (reader->index, node, &problem->line, &problem->column);

  g_ptr_array_add (reader->problems, problem);
}

static void G_GNUC_PRINTF (5, 6)
set_error_at (Reader        *reader,
              guint32        node,
              GError       **error,
              AftReadError   code,
              const char    *format,
              ...)
{
  g_autofree char *message = NULL;
  va_list arguments;
  guint line;
  guint column;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  aft_json_index_get_place (reader->index, node, &line, &column);

  g_set_error (error, AFT_READ_ERROR, code, _("line %u, column %u: %s"), line, column, message);
}

static gboolean
is_string (AftJsonIndex *index,
           guint32       node)
{
  return node != AFT_JSON_NONE && aft_json_index_get_type (index, node) == AFT_JSON_STRING;
}

static void
set_value (AftItem        *item,
           const AftField *field,
           AftValue       *value)
{
  g_auto(GValue) gvalue = G_VALUE_INIT;
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (item), field->name);

  g_value_init (&gvalue, pspec->value_type);
  aft_field_write_gvalue (field, value, &gvalue);
  g_object_set_property (G_OBJECT (item), field->name, &gvalue);
  aft_field_clear_value (field, value);
}

static void
keep_raw (Reader     *reader,
          AftItem    *item,
          guint32     node,
          const char *name)
{
  g_autofree char *raw = aft_json_index_dup_raw (reader->index, node);

  aft_item_keep_raw (item, name, raw);
}

static const AftChildList *
find_list (AftItem    *item,
           const char *name)
{
  const AftItemTable *table = aft_item_get_table (item);

  for (guint i = 0; i < table->n_lists; i++)
    if (strcmp (table->lists[i].name, name) == 0)
      return &table->lists[i];

  return NULL;
}

static gboolean read_members (Reader   *reader,
                              guint32   node,
                              AftItem  *item,
                              GError  **error);

static void
read_id (Reader  *reader,
         guint32  node,
         AftItem *item)
{
  const guint32 id_node = aft_json_index_find (reader->index, node, "id");
  g_autofree char *id = is_string (reader->index, id_node) ? aft_json_index_dup_string (reader->index, id_node) : NULL;

  if (id == NULL || id[0] == '\0')
    report (reader, node, _("an item has no id and gets a new one"));
  else if (g_hash_table_contains (reader->ids, id))
    report (reader, id_node, _("the id “%s” stands here a second time; the item gets a new one"), id);
  else if (reader->document != NULL)
    aft_document_claim_id (reader->document, item, id);
  else
    aft_item_claim_free_id (item, id);

  g_hash_table_add (reader->ids, g_strdup (aft_item_get_id (item)));
  g_hash_table_insert (reader->nodes, g_strdup (aft_item_get_id (item)), GUINT_TO_POINTER (node));
}

static gboolean
read_list (Reader              *reader,
           guint32              node,
           AftItem             *item,
           const AftChildList  *list,
           GError             **error)
{
  for (guint32 child = aft_json_index_get_first (reader->index, node); child != AFT_JSON_NONE;
       child = aft_json_index_get_next (reader->index, child))
    {
      g_autoptr(AftItem) child_item = NULL;

      if (aft_json_index_get_type (reader->index, child) != AFT_JSON_OBJECT)
        {
          set_error_at (reader, child, error, AFT_READ_ERROR_NOT_A_DOCUMENT, _("an object was expected in “%s”"), list->name);
          return FALSE;
        }

      child_item = g_object_new (list->item_type (), NULL);
      read_id (reader, child, child_item);
      if (!aft_item_adopt (item, list->name, child_item))
        {
          set_error_at (reader, child, error, AFT_READ_ERROR_TOO_DEEP, _("items nest deeper than %d levels"), AFT_ITEM_MAX_DEPTH);
          return FALSE;
        }
      if (!read_members (reader, child, child_item, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_reserved (AftItem    *item,
             const char *name)
{
  return strcmp (name, "id") == 0 ||
         (AFT_IS_DOCUMENT (item) && (strcmp (name, "format") == 0 || strcmp (name, "version") == 0));
}

static gboolean
read_members (Reader   *reader,
              guint32   node,
              AftItem  *item,
              GError  **error)
{
  guint n_fields;
  const AftField *fields = aft_item_get_fields (item, &n_fields);

  for (guint32 child = aft_json_index_get_first (reader->index, node); child != AFT_JSON_NONE;
       child = aft_json_index_get_next (reader->index, child))
    {
      g_autofree char *name = aft_json_index_dup_name (reader->index, child);
      const AftChildList *list = find_list (item, name);
      AftValue value;
      guint field;

      if (is_reserved (item, name))
        continue;

      if (list != NULL && aft_json_index_get_type (reader->index, child) == AFT_JSON_ARRAY)
        {
          if (!read_list (reader, child, item, list, error))
            return FALSE;
        }
      else if (list == NULL && aft_item_find_field (item, name, &field))
        {
          if (aft_document_read_value (reader->index, child, &fields[field], &value))
            {
              set_value (item, &fields[field], &value);
            }
          else
            {
              aft_field_clear_value (&fields[field], &value);
              report (reader, child, _("the value of “%s” can't be understood and is kept as it stands"), name);
              keep_raw (reader, item, child, name);
            }
        }
      else
        {
          keep_raw (reader, item, child, name);
        }
    }

  return TRUE;
}

static void
check_references (AftItem  *item,
                  gpointer  user_data)
{
  Reader *reader = user_data;
  guint n_fields;
  const AftField *fields = aft_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *single[2] = { NULL, NULL };
      const char *const *ids = single;

      if (fields[i].type == AFT_FIELD_REFERENCES)
        ids = aft_item_get_words (item, i);
      else if (fields[i].type == AFT_FIELD_REFERENCE && aft_item_get_text (item, i)[0] != '\0')
        single[0] = aft_item_get_text (item, i);
      else
        continue;

      for (gsize j = 0; ids[j] != NULL; j++)
        if (aft_document_find (reader->document, ids[j]) == NULL)
          {
            const guint32 node = GPOINTER_TO_UINT (g_hash_table_lookup (reader->nodes, aft_item_get_id (item)));
            const guint32 member = aft_json_index_find (reader->index, node, fields[i].name);

            report (reader, member != AFT_JSON_NONE ? member : node, _("“%s” refers to “%s”, and nothing has that id"),
                    fields[i].name, ids[j]);
          }
    }
}

static gboolean
read_head (Reader   *reader,
           gboolean *newer,
           GError  **error)
{
  AftJsonIndex *index = reader->index;
  const guint32 format_node = aft_json_index_find (index, 0, "format");
  const guint32 version_node = aft_json_index_find (index, 0, "version");
  g_autofree char *format = is_string (index, format_node) ? aft_json_index_dup_string (index, format_node) : NULL;

  if (g_strcmp0 (format, "afterword") != 0)
    {
      set_error_at (reader, format_node != AFT_JSON_NONE ? format_node : 0, error, AFT_READ_ERROR_NOT_A_DOCUMENT,
                    _("\"format\": \"afterword\" was expected; this is no document of Afterword"));
      return FALSE;
    }
  if (version_node == AFT_JSON_NONE || aft_json_index_get_type (index, version_node) != AFT_JSON_INTEGER ||
      aft_json_index_get_integer (index, version_node) < 1)
    {
      set_error_at (reader, version_node != AFT_JSON_NONE ? version_node : 0, error, AFT_READ_ERROR_NOT_A_DOCUMENT,
                    _("\"version\" with a number from 1 was expected"));
      return FALSE;
    }

  *newer = aft_json_index_get_integer (index, version_node) > AFT_DOCUMENT_VERSION;
  if (*newer)
    report (reader, version_node, _("a newer version of Afterword wrote this; it opens for reading only"));

  return TRUE;
}

static void
reader_init (Reader       *reader,
             AftJsonIndex *index)
{
  reader->index = index;
  reader->problems = g_ptr_array_new_with_free_func (problem_free);
  reader->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->problems, g_ptr_array_unref);
  g_hash_table_unref (reader->nodes);
  g_hash_table_unref (reader->ids);
}

/**
 * aft_document_read:
 * @bytes: the content of a file
 * @problems: (out) (optional) (transfer full) (element-type AftReadProblem): what is wrong in it
 *   without keeping it from being opened
 * @error: return location for an #AftJsonError or #AftReadError, with line and column
 *
 * Reads a document. One that a newer version wrote comes read only.
 *
 * Returns: (transfer full): the document, or %NULL on error
 */
AftDocument *
aft_document_read (GBytes     *bytes,
                   GPtrArray **problems,
                   GError    **error)
{
  g_autoptr(AftJsonIndex) index = aft_json_index_new (bytes, AFT_JSON_MAX_DEPTH, error);
  g_autoptr(AftDocument) document = NULL;
  Reader reader = { 0, };
  gboolean newer = FALSE;
  gboolean done;

  if (index == NULL)
    return NULL;

  document = aft_document_new ();
  reader_init (&reader, index);
  reader.document = document;

  done = read_head (&reader, &newer, error);
  if (done)
    {
      read_id (&reader, 0, AFT_ITEM (document));
      done = read_members (&reader, 0, AFT_ITEM (document), error);
    }
  if (done)
    {
      aft_item_foreach (AFT_ITEM (document), check_references, &reader);
      aft_document_set_ready (document);
      aft_history_set_read_only (aft_document_get_history (document), newer);
      if (problems != NULL)
        *problems = g_steal_pointer (&reader.problems);
    }
  reader_clear (&reader);

  return done ? g_steal_pointer (&document) : NULL;
}

/**
 * aft_document_read_item:
 * @index: strict JSON
 * @node: an object in it that is an item
 * @type: the class of the item
 * @error: return location for an #AftReadError
 *
 * Reads one item with all below it, ids included, as aft_document_write_item() writes it.
 *
 * Returns: (transfer full): an item of no document yet, or %NULL on error
 */
AftItem *
aft_document_read_item (AftJsonIndex  *index,
                        guint32        node,
                        GType          type,
                        GError       **error)
{
  g_autoptr(AftItem) item = g_object_new (type, NULL);
  Reader reader = { 0, };
  gboolean done;

  reader_init (&reader, index);
  read_id (&reader, node, item);
  done = read_members (&reader, node, item, error);
  reader_clear (&reader);

  return done ? g_steal_pointer (&item) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "aft-document-reader.h"
#include "aft-journal.h"

/* A line holds an item at most three levels deeper than a file does; at most AFT_JSON_DEEPEST. */
#define LINE_DEPTH (AFT_JSON_MAX_DEPTH + 8)

static char *
dup_string_member (AftJsonIndex *index,
                   guint32       node,
                   const char   *name)
{
  const guint32 member = aft_json_index_find (index, node, name);

  if (member == AFT_JSON_NONE || aft_json_index_get_type (index, member) != AFT_JSON_STRING)
    return NULL;

  return aft_json_index_dup_string (index, member);
}

static gboolean
get_number_member (AftJsonIndex *index,
                   guint32       node,
                   const char   *name,
                   gsize        *number)
{
  const guint32 member = aft_json_index_find (index, node, name);

  if (member == AFT_JSON_NONE || aft_json_index_get_type (index, member) != AFT_JSON_INTEGER ||
      aft_json_index_get_integer (index, member) < 0)
    return FALSE;

  *number = (gsize) aft_json_index_get_integer (index, member);
  return TRUE;
}

static const AftChildList *
find_list (AftItem    *parent,
           const char *name)
{
  const AftItemTable *table = aft_item_get_table (parent);

  for (guint i = 0; name != NULL && i < table->n_lists; i++)
    if (strcmp (table->lists[i].name, name) == 0)
      return &table->lists[i];

  return NULL;
}

static gboolean
replay_splice (AftJsonIndex   *index,
               guint32         node,
               AftItem        *item,
               guint           field_index,
               const AftField *field)
{
  g_autofree char *insert = dup_string_member (index, node, "insert");
  const char *text = aft_item_get_text (item, field_index);
  g_autoptr(GString) spliced = g_string_new (text);
  gsize offset;
  gsize removed;

  if (insert == NULL || !get_number_member (index, node, "offset", &offset) ||
      !get_number_member (index, node, "remove", &removed) || offset > spliced->len || removed > spliced->len - offset)
    return FALSE;

  g_string_erase (spliced, (gssize) offset, (gssize) removed);
  g_string_insert (spliced, (gssize) offset, insert);
  if (!g_utf8_validate (spliced->str, -1, NULL))
    return FALSE;

  g_object_set (item, field->name, spliced->str, NULL);
  return TRUE;
}

static gboolean
replay_set (AftJsonIndex *index,
            guint32       node,
            AftItem      *item)
{
  g_autofree char *name = dup_string_member (index, node, "field");
  const guint32 value_node = aft_json_index_find (index, node, "value");
  g_auto(GValue) gvalue = G_VALUE_INIT;
  const AftField *field;
  AftValue value;
  guint field_index;
  guint n_fields;

  if (name == NULL || !aft_item_find_field (item, name, &field_index))
    return FALSE;

  field = &aft_item_get_fields (item, &n_fields)[field_index];
  if (aft_field_is_text (field))
    return replay_splice (index, node, item, field_index, field);

  if (value_node == AFT_JSON_NONE || !aft_document_read_value (index, value_node, field, &value))
    return FALSE;

  g_value_init (&gvalue, g_object_class_find_property (G_OBJECT_GET_CLASS (item), name)->value_type);
  aft_field_write_gvalue (field, &value, &gvalue);
  aft_field_clear_value (field, &value);
  g_object_set_property (G_OBJECT (item), name, &gvalue);

  return TRUE;
}

static gboolean
replay_insert (AftJsonIndex *index,
               guint32       node,
               AftDocument  *document,
               AftItem      *parent,
               const char   *list_name,
               gsize         position)
{
  const AftChildList *list = find_list (parent, list_name);
  const guint32 item_node = aft_json_index_find (index, node, "item");
  g_autoptr(AftItem) item = NULL;

  if (list == NULL || item_node == AFT_JSON_NONE || aft_json_index_get_type (index, item_node) != AFT_JSON_OBJECT)
    return FALSE;

  item = aft_document_read_item (index, item_node, list->item_type (), NULL);

  return item != NULL && aft_document_find (document, aft_item_get_id (item)) == NULL &&
         aft_history_insert (aft_document_get_history (document), parent, list_name, (guint) position, item);
}

static gboolean
replay_change (AftJsonIndex *index,
               guint32       node,
               AftDocument  *document)
{
  AftHistory *history = aft_document_get_history (document);
  g_autofree char *verb = dup_string_member (index, node, "do");
  g_autofree char *id = dup_string_member (index, node, "id");
  g_autofree char *parent_id = dup_string_member (index, node, "parent");
  g_autofree char *list = dup_string_member (index, node, "list");
  AftItem *item = id != NULL ? aft_document_find (document, id) : NULL;
  AftItem *parent = parent_id != NULL ? aft_document_find (document, parent_id) : NULL;
  gsize position = 0;

  if (verb == NULL)
    return FALSE;
  if (strcmp (verb, "set") == 0)
    return item != NULL && replay_set (index, node, item);
  if (strcmp (verb, "remove") == 0)
    return item != NULL && aft_history_remove (history, item);

  if (parent == NULL || find_list (parent, list) == NULL || !get_number_member (index, node, "position", &position))
    return FALSE;
  if (strcmp (verb, "move") == 0)
    return item != NULL && aft_history_move (history, item, parent, list, (guint) position);

  return strcmp (verb, "insert") == 0 && replay_insert (index, node, document, parent, list, position);
}

/* What can't be replayed ends the replay: all before it stands. */
static gboolean
replay_line (const char  *line,
             gsize        length,
             AftDocument *document)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (line, length);
  g_autoptr(AftJsonIndex) index = aft_json_index_new (bytes, LINE_DEPTH, NULL);
  guint32 changes;
  gboolean done = TRUE;

  if (index == NULL)
    return FALSE;
  changes = aft_json_index_find (index, 0, "changes");
  if (changes == AFT_JSON_NONE || aft_json_index_get_type (index, changes) != AFT_JSON_ARRAY)
    return FALSE;

  aft_history_begin (aft_document_get_history (document), _("Recovered Edits"));
  for (guint32 child = aft_json_index_get_first (index, changes); done && child != AFT_JSON_NONE;
       child = aft_json_index_get_next (index, child))
    done = aft_json_index_get_type (index, child) == AFT_JSON_OBJECT && replay_change (index, child, document);

  if (done)
    aft_history_end (aft_document_get_history (document));
  else
    aft_history_abandon (aft_document_get_history (document));

  return done;
}

static AftRecovery *
read_header (const char  *line,
             gsize        length,
             GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (line, length);
  g_autoptr(AftJsonIndex) index = aft_json_index_new (bytes, LINE_DEPTH, error);
  g_autoptr(AftRecovery) recovery = g_new0 (AftRecovery, 1);
  g_autoptr(GBytes) base_bytes = NULL;
  char *base;

  if (index == NULL)
    return NULL;

  base = dup_string_member (index, 0, "base");
  if (base == NULL || aft_json_index_find (index, 0, "afterword-journal") == AFT_JSON_NONE)
    {
      g_free (base);
      g_set_error_literal (error, AFT_READ_ERROR, AFT_READ_ERROR_NOT_A_DOCUMENT, _("This is not a crash journal."));
      return NULL;
    }

  base_bytes = g_bytes_new_take (base, strlen (base));
  recovery->uri = dup_string_member (index, 0, "uri");
  recovery->hash = dup_string_member (index, 0, "hash");
  recovery->title = dup_string_member (index, 0, "title");
  recovery->document = aft_document_read (base_bytes, NULL, error);

  return recovery->document != NULL ? g_steal_pointer (&recovery) : NULL;
}

/**
 * aft_recovery_free:
 * @self: (transfer full): a recovery
 */
void
aft_recovery_free (AftRecovery *self)
{
  g_free (self->path);
  g_free (self->uri);
  g_free (self->hash);
  g_free (self->title);
  g_clear_object (&self->document);
  g_free (self);
}

/**
 * aft_journal_find_left:
 * @folder: the path of the folder for journals
 *
 * Returns: (transfer full) (element-type filename): the journals there whose owner lives no more
 */
GPtrArray *
aft_journal_find_left (const char *folder)
{
  GPtrArray *left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int descriptor;

      if (!g_str_has_suffix (name, ".journal"))
        continue;

      descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);
      if (descriptor < 0)
        continue;
      if (flock (descriptor, LOCK_EX | LOCK_NB) == 0)
        g_ptr_array_add (left, g_steal_pointer (&path));
      close (descriptor);
    }

  return left;
}

/**
 * aft_journal_recover:
 * @path: a journal
 * @error: return location for a #GError of GLib, #AftJsonError or #AftReadError
 *
 * Replays a journal on its base. A last line that was cut off is left out.
 *
 * Returns: (transfer full): what was found, or %NULL on error
 */
AftRecovery *
aft_journal_recover (const char  *path,
                     GError     **error)
{
  g_autoptr(AftRecovery) recovery = NULL;
  g_autofree char *content = NULL;
  const char *line;
  const char *end;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &content, &length, error))
    return NULL;

  end = memchr (content, '\n', length);
  recovery = read_header (content, end != NULL ? (gsize) (end - content) : length, error);
  if (recovery == NULL)
    return NULL;
  recovery->path = g_strdup (path);

  for (line = end != NULL ? end + 1 : content + length; line < content + length; line = end + 1)
    {
      end = memchr (line, '\n', (gsize) (content + length - line));
      if (end == NULL || !replay_line (line, (gsize) (end - line), recovery->document))
        break;
    }
  aft_history_mark_modified (aft_document_get_history (recovery->document));

  return g_steal_pointer (&recovery);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-answer.h"
#include "aft-branch-json.h"
#include "aft-branch-text.h"
#include "aft-document-reader.h"
#include "aft-document-writer.h"
#include "aft-problem.h"
#include "aft-question.h"

#define FORMAT "afterword-branch"

typedef struct
{
  AftDocument *document;
  GHashTable  *branches;
  GString     *json;
  gboolean     first;
} LinkWriter;

static GType (*const types[]) (void) = { aft_problem_get_type, aft_question_get_type, aft_answer_get_type };

static void
write_member (GString    *json,
              const char *before,
              const char *name,
              const char *text)
{
  g_string_append_printf (json, "%s\"%s\": ", before, name);
  aft_document_write_text (text, json);
}

static gboolean
stands_in_branches (AftItem    *item,
                    GHashTable *branches)
{
  for (; item != NULL; item = aft_item_get_parent (item))
    if (g_hash_table_contains (branches, item))
      return TRUE;

  return FALSE;
}

static gboolean
refers_to (AftItem        *item,
           const AftField *field,
           guint           index,
           const char     *id)
{
  return (field->type == AFT_FIELD_REFERENCE && strcmp (aft_item_get_text (item, index), id) == 0) ||
         (field->type == AFT_FIELD_REFERENCES && g_strv_contains (aft_item_get_words (item, index), id));
}

static void
write_links (AftItem  *item,
             gpointer  user_data)
{
  LinkWriter *writer = user_data;
  const char *id = aft_item_get_id (item);
  g_autoptr(GPtrArray) referrers = aft_document_get_referrers (writer->document, item, AFT_TYPE_ITEM, NULL);

  for (guint i = 0; i < referrers->len; i++)
    {
      AftItem *referrer = referrers->pdata[i];
      guint n_fields;
      const AftField *fields = aft_item_get_fields (referrer, &n_fields);

      if (stands_in_branches (referrer, writer->branches))
        continue;

      for (guint j = 0; j < n_fields; j++)
        if (refers_to (referrer, &fields[j], j, id))
          {
            write_member (writer->json, writer->first ? "\n    {" : ",\n    {", "from", aft_item_get_id (referrer));
            write_member (writer->json, ", ", "field", fields[j].name);
            write_member (writer->json, ", ", "to", id);
            g_string_append_c (writer->json, '}');
            writer->first = FALSE;
          }
    }
}

/**
 * aft_branch_json_write:
 * @document: a document
 * @branches: (element-type AftItem): problems, questions and answers of it, none below another
 *
 * Writes branches with all that is known of them, and who refers to them, so that what was cut can be
 * put back with its links.
 *
 * Returns: (transfer full): JSON for aft_branch_json_read()
 */
char *
aft_branch_json_write (AftDocument *document,
                       GPtrArray   *branches)
{
  GString *json = g_string_new ("{\n");
  g_autoptr(GHashTable) set = g_hash_table_new (NULL, NULL);
  LinkWriter writer = { document, set, json, TRUE };

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), g_string_free (json, FALSE));
  g_return_val_if_fail (branches != NULL, g_string_free (json, FALSE));

  write_member (json, "  ", "format", FORMAT);
  g_string_append_printf (json, ",\n  \"version\": %d", AFT_BRANCH_VERSION);
  write_member (json, ",\n  ", "document", aft_item_get_id (AFT_ITEM (document)));

  g_string_append (json, ",\n  \"branches\": [");
  for (guint i = 0; i < branches->len; i++)
    {
      g_hash_table_add (set, branches->pdata[i]);
      write_member (json, i == 0 ? "\n    {" : ",\n    {", "class", aft_item_get_table (branches->pdata[i])->name);
      g_string_append (json, ", \"item\": ");
      aft_document_write_item (branches->pdata[i], json, 2);
      g_string_append_c (json, '}');
    }

  g_string_append (json, "\n  ],\n  \"links\": [");
  for (guint i = 0; i < branches->len; i++)
    aft_item_foreach (branches->pdata[i], write_links, &writer);
  g_string_append (json, "\n  ]\n}\n");

  return g_string_free (json, FALSE);
}

static gboolean
has_type (AftJsonIndex *index,
          guint32       node,
          AftJsonType   type)
{
  return node != AFT_JSON_NONE && aft_json_index_get_type (index, node) == type;
}

static char *
dup_member (AftJsonIndex *index,
            guint32       node,
            const char   *name)
{
  const guint32 member = aft_json_index_find (index, node, name);

  return has_type (index, member, AFT_JSON_STRING) ? aft_json_index_dup_string (index, member) : NULL;
}

static gboolean
fail (AftJsonIndex  *index,
      guint32        node,
      GError       **error)
{
  guint line;
  guint column;

  aft_json_index_get_place (index, node, &line, &column);
  g_set_error (error, AFT_BRANCH_ERROR, AFT_BRANCH_ERROR_NO_BRANCH,
               /* Translators: of what was copied from another program */
               _("line %u, column %u: this is no branch of Afterword"), line, column);

  return FALSE;
}

static gboolean
read_head (AftJsonIndex  *index,
           GError       **error)
{
  const guint32 version = aft_json_index_find (index, 0, "version");
  g_autofree char *format = dup_member (index, 0, "format");

  if (g_strcmp0 (format, FORMAT) != 0 || !has_type (index, version, AFT_JSON_INTEGER) ||
      aft_json_index_get_integer (index, version) < 1)
    return fail (index, 0, error);

  if (aft_json_index_get_integer (index, version) > AFT_BRANCH_VERSION)
    {
      g_set_error_literal (error, AFT_BRANCH_ERROR, AFT_BRANCH_ERROR_NEWER,
                           _("A newer version of Afterword copied this."));
      return FALSE;
    }

  return TRUE;
}

static GType
find_type (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (aft_item_type_get_table (types[i] ())->name, name) == 0)
      return types[i] ();

  return G_TYPE_INVALID;
}

static gboolean
read_branch (AftJsonIndex  *index,
             guint32        node,
             GPtrArray     *items,
             GError       **error)
{
  g_autofree char *name = has_type (index, node, AFT_JSON_OBJECT) ? dup_member (index, node, "class") : NULL;
  const GType type = find_type (name);
  const guint32 item_node = name != NULL ? aft_json_index_find (index, node, "item") : AFT_JSON_NONE;
  AftItem *item;

  if (type == G_TYPE_INVALID || !has_type (index, item_node, AFT_JSON_OBJECT))
    return fail (index, node, error);

  item = aft_document_read_item (index, item_node, type, error);
  if (item == NULL)
    return FALSE;

  g_ptr_array_add (items, item);
  return TRUE;
}

static gboolean
read_link (AftJsonIndex  *index,
           guint32        node,
           AftBranches   *branches,
           GError       **error)
{
  const gboolean is_object = has_type (index, node, AFT_JSON_OBJECT);
  g_autofree char *from = is_object ? dup_member (index, node, "from") : NULL;
  g_autofree char *field = is_object ? dup_member (index, node, "field") : NULL;
  g_autofree char *to = is_object ? dup_member (index, node, "to") : NULL;

  if (from == NULL || field == NULL || to == NULL)
    return fail (index, node, error);

  aft_branches_add_link (branches, from, field, to);
  return TRUE;
}

/**
 * aft_branch_json_read:
 * @json: what is to be JSON of aft_branch_json_write()
 * @length: its length in bytes, or -1 where a zero ends it
 * @error: return location for an #AftBranchError, #AftJsonError or #AftReadError
 *
 * Reads branches strictly. What a newer version wrote into an item is kept beside it.
 *
 * Returns: (transfer full): at least one branch, with the ids that were written; %NULL on error
 */
AftBranches *
aft_branch_json_read (const char  *json,
                      gssize       length,
                      GError     **error)
{
  const gsize n_bytes = length < 0 ? strlen (json) : (gsize) length;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(AftJsonIndex) index = NULL;
  g_autoptr(AftBranches) branches = NULL;
  g_autofree char *document = NULL;
  guint32 list;

  g_return_val_if_fail (json != NULL, NULL);

  if (n_bytes > AFT_BRANCH_MAX_TEXT)
    {
      g_set_error (error, AFT_BRANCH_ERROR, AFT_BRANCH_ERROR_TOO_LARGE,
                   /* Translators: of pasted text */
                   _("The text is larger than %d MiB."), AFT_BRANCH_MAX_TEXT / (1024 * 1024));
      return NULL;
    }

  bytes = g_bytes_new_static (json, n_bytes);
  index = aft_json_index_new (bytes, AFT_JSON_DEEPEST, error);
  if (index == NULL || !read_head (index, error))
    return NULL;

  document = dup_member (index, 0, "document");
  branches = aft_branches_new (g_ptr_array_new_with_free_func (g_object_unref), document);

  list = aft_json_index_find (index, 0, "branches");
  if (!has_type (index, list, AFT_JSON_ARRAY) || aft_json_index_get_first (index, list) == AFT_JSON_NONE)
    {
      fail (index, list != AFT_JSON_NONE ? list : 0, error);
      return NULL;
    }
  for (guint32 node = aft_json_index_get_first (index, list); node != AFT_JSON_NONE;
       node = aft_json_index_get_next (index, node))
    if (!read_branch (index, node, branches->items, error))
      return NULL;

  list = aft_json_index_find (index, 0, "links");
  for (guint32 node = has_type (index, list, AFT_JSON_ARRAY) ? aft_json_index_get_first (index, list) : AFT_JSON_NONE;
       node != AFT_JSON_NONE; node = aft_json_index_get_next (index, node))
    if (!read_link (index, node, branches, error))
      return NULL;

  return g_steal_pointer (&branches);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <string.h>

#include "aft-document-private.h"
#include "aft-event.h"
#include "aft-item-private.h"

/* Who refers to whom. A reference is an id, stored on one side and indexed for the other. */

typedef void (* ReferenceFunc) (AftDocument *self,
                                AftItem     *item,
                                const char  *target);

static void
add_referrer (AftDocument *self,
              AftItem     *item,
              const char  *target)
{
  GPtrArray *list = g_hash_table_lookup (self->referrers, target);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->referrers, g_strdup (target), list);
    }
  g_ptr_array_add (list, item);
}

static void
drop_referrer (AftDocument *self,
               AftItem     *item,
               const char  *target)
{
  GPtrArray *list = g_hash_table_lookup (self->referrers, target);

  g_assert (list != NULL);

  g_ptr_array_remove (list, item);
  if (list->len == 0)
    g_hash_table_remove (self->referrers, target);
}

static void
foreach_reference (AftDocument   *self,
                   AftItem       *item,
                   guint          index,
                   ReferenceFunc  func)
{
  guint n_fields;
  const AftField *field = &aft_item_get_fields (item, &n_fields)[index];

  if (field->type == AFT_FIELD_REFERENCE)
    {
      const char *id = aft_item_get_text (item, index);

      if (id[0] != '\0')
        func (self, item, id);
    }
  else if (field->type == AFT_FIELD_REFERENCES)
    {
      const char *const *ids = aft_item_get_words (item, index);

      for (gsize i = 0; ids[i] != NULL; i++)
        func (self, item, ids[i]);
    }
}

static void
index_one (AftItem  *item,
           gpointer  user_data)
{
  AftDocument *self = user_data;
  guint n_fields;

  aft_item_get_fields (item, &n_fields);
  g_hash_table_insert (self->items, (char *) aft_item_get_id (item), item);
  aft_document_forget_key_events (self, item, NULL);
  for (guint i = 0; i < n_fields; i++)
    foreach_reference (self, item, i, add_referrer);
}

static void
unindex_one (AftItem  *item,
             gpointer  user_data)
{
  AftDocument *self = user_data;
  guint n_fields;

  aft_item_get_fields (item, &n_fields);
  g_hash_table_remove (self->items, aft_item_get_id (item));
  aft_document_forget_key_events (self, item, NULL);
  for (guint i = 0; i < n_fields; i++)
    foreach_reference (self, item, i, drop_referrer);
}

static GStrv
without_word (const char *const *words,
              const char        *word)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) != 0)
      g_strv_builder_add (builder, words[i]);

  return g_strv_builder_end (builder);
}

static void
clear_references (AftItem    *referrer,
                  const char *target)
{
  guint n_fields;
  const AftField *fields_of_referrer = aft_item_get_fields (referrer, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields_of_referrer[i].type == AFT_FIELD_REFERENCE &&
        strcmp (aft_item_get_text (referrer, i), target) == 0)
      {
        g_object_set (referrer, fields_of_referrer[i].name, "", NULL);
      }
    else if (fields_of_referrer[i].type == AFT_FIELD_REFERENCES &&
             g_strv_contains (aft_item_get_words (referrer, i), target))
      {
        g_auto(GStrv) words = without_word (aft_item_get_words (referrer, i), target);

        g_object_set (referrer, fields_of_referrer[i].name, words, NULL);
      }
}

typedef struct
{
  AftDocument *document;
  AftItem     *tree;
} ClearData;

static void
clear_references_to_one (AftItem  *item,
                         gpointer  user_data)
{
  ClearData *data = user_data;
  GPtrArray *list = g_hash_table_lookup (data->document->referrers, aft_item_get_id (item));
  g_autoptr(GPtrArray) copy = NULL;

  if (list == NULL)
    return;

  copy = g_ptr_array_copy (list, NULL, NULL);
  for (guint i = 0; i < copy->len; i++)
    if (!aft_item_is_inside (copy->pdata[i], data->tree))
      clear_references (copy->pdata[i], aft_item_get_id (item));
}

/**
 * aft_document_get_referrers:
 * @self: a document
 * @target: an item of it
 * @type: the class of the referrers, %AFT_TYPE_ITEM for all
 * @field: (nullable): the field in which they name it, %NULL for any
 *
 * Returns: (transfer container) (element-type AftItem): the items that refer to @target, once each
 */
GPtrArray *
aft_document_get_referrers (AftDocument *self,
                            AftItem     *target,
                            GType        type,
                            const char  *field)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *list;
  guint index;

  g_return_val_if_fail (AFT_IS_DOCUMENT (self), found);

  list = g_hash_table_lookup (self->referrers, aft_item_get_id (target));
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      AftItem *item = list->pdata[i];

      if (!g_type_is_a (G_OBJECT_TYPE (item), type) || g_ptr_array_find (found, item, NULL))
        continue;
      if (field != NULL &&
          (!aft_item_find_field (item, field, &index) ||
           (strcmp (aft_item_get_named_text (item, field), aft_item_get_id (target)) != 0 &&
            !g_strv_contains (aft_item_get_words (item, index), aft_item_get_id (target)))))
        continue;

      g_ptr_array_add (found, item);
    }

  return found;
}

/**
 * aft_document_resolve:
 * @self: a document
 * @ids: ids, as a references field holds them
 *
 * Returns: (transfer container) (element-type AftItem): the items there are of them
 */
GPtrArray *
aft_document_resolve (AftDocument       *self,
                      const char *const *ids)
{
  GPtrArray *found = g_ptr_array_new ();

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      AftItem *item = aft_document_find (self, ids[i]);

      if (item != NULL)
        g_ptr_array_add (found, item);
    }

  return found;
}

void
aft_document_index_tree (AftDocument *self,
                         AftItem     *item)
{
  aft_item_foreach (item, index_one, self);
}

void
aft_document_unindex_tree (AftDocument *self,
                           AftItem     *item)
{
  aft_item_foreach (item, unindex_one, self);
}

void
aft_document_index_references (AftDocument *self,
                               AftItem     *item,
                               guint        index)
{
  foreach_reference (self, item, index, add_referrer);
}

void
aft_document_unindex_references (AftDocument *self,
                                 AftItem     *item,
                                 guint        index)
{
  foreach_reference (self, item, index, drop_referrer);
}

/* Within an open transaction: what stands outside of @tree no longer names what stands in it. */
void
aft_document_clear_references_to (AftDocument *self,
                                  AftItem     *tree)
{
  ClearData data = { self, tree };

  aft_item_foreach (tree, clear_references_to_one, &data);
}

/* Something about an item changed: its place, where @field is NULL, or a field. */
void
aft_document_forget_key_events (AftDocument *self,
                                AftItem     *item,
                                const char  *field)
{
  if (self->key_events != NULL && AFT_IS_EVENT (item) && (field == NULL || g_str_equal (field, "key-moments")))
    g_clear_pointer (&self->key_events, g_ptr_array_unref);
}

/* The few of many events that the figures and phases come from, in the order of the list. */
GPtrArray *
aft_document_peek_key_events (AftDocument *self)
{
  GListModel *events = aft_document_get_events (self);
  const guint n_events = g_list_model_get_n_items (events);

  if (self->key_events != NULL)
    return self->key_events;

  self->key_events = g_ptr_array_new ();
  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr(AftEvent) event = g_list_model_get_item (events, i);

      if (aft_event_get_key_moments (event) != AFT_KEY_MOMENT_NOTHING)
        g_ptr_array_add (self->key_events, event);
    }

  return self->key_events;
}

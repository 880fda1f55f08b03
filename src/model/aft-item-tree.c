/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <string.h>

#include "aft-document-private.h"
#include "aft-item-private.h"

/* The item as a part of the tree: where it stands, and what stands below it. */

#define PRIVATE(item) (aft_item_get_private (AFT_ITEM (item)))

/**
 * aft_item_get_parent:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the item in one of whose lists it stands
 */
AftItem *
aft_item_get_parent (AftItem *self)
{
  g_return_val_if_fail (AFT_IS_ITEM (self), NULL);

  return PRIVATE (self)->parent;
}

/**
 * aft_item_get_place:
 * @self: an item
 * @position: (out) (optional): its position in the list
 *
 * Returns: (transfer none) (nullable): the list of its parent in which it stands
 */
const AftChildList *
aft_item_get_place (AftItem *self,
                    guint   *position)
{
  AftItemPrivate *priv;

  g_return_val_if_fail (AFT_IS_ITEM (self), NULL);

  priv = PRIVATE (self);
  if (priv->parent == NULL)
    return NULL;

  if (position != NULL)
    {
      *position = aft_item_list_find (PRIVATE (priv->parent)->lists[priv->list], self,
                                      priv->position_hint);
      priv->position_hint = *position;
    }

  return &AFT_ITEM_GET_CLASS (priv->parent)->table->lists[priv->list];
}

/**
 * aft_item_get_document:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the document it belongs to
 */
AftDocument *
aft_item_get_document (AftItem *self)
{
  g_return_val_if_fail (AFT_IS_ITEM (self), NULL);

  while (PRIVATE (self)->parent != NULL)
    self = PRIVATE (self)->parent;

  return AFT_IS_DOCUMENT (self) ? AFT_DOCUMENT (self) : NULL;
}

/**
 * aft_item_get_depth:
 * @self: an item
 *
 * Returns: how many parents it has
 */
guint
aft_item_get_depth (AftItem *self)
{
  guint depth = 0;

  g_return_val_if_fail (AFT_IS_ITEM (self), 0);

  while ((self = PRIVATE (self)->parent) != NULL)
    depth++;

  return depth;
}

/**
 * aft_item_is_inside:
 * @self: an item
 * @ancestor: another item
 *
 * Returns: whether @self is @ancestor or below it
 */
gboolean
aft_item_is_inside (AftItem *self,
                    AftItem *ancestor)
{
  for (; self != NULL; self = PRIVATE (self)->parent)
    if (self == ancestor)
      return TRUE;

  return FALSE;
}

/**
 * aft_item_find_list:
 * @self: an item
 * @name: a child list's name
 * @index: (out): its place among the lists
 *
 * Returns: whether the class has such a list
 */
gboolean
aft_item_find_list (AftItem    *self,
                    const char *name,
                    guint      *index)
{
  const AftItemTable *table = AFT_ITEM_GET_CLASS (self)->table;

  for (guint i = 0; i < table->n_lists; i++)
    if (strcmp (table->lists[i].name, name) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * aft_item_get_list:
 * @self: an item
 * @name: a child list's name
 *
 * Returns: (transfer none): the children there
 */
GListModel *
aft_item_get_list (AftItem    *self,
                   const char *name)
{
  guint index;

  g_return_val_if_fail (AFT_IS_ITEM (self), NULL);
  g_return_val_if_fail (aft_item_find_list (self, name, &index), NULL);

  return G_LIST_MODEL (PRIVATE (self)->lists[index]);
}

/**
 * aft_item_get_nth_list:
 * @self: an item
 * @index: the place of a child list in the table
 *
 * Returns: (transfer none): the children there
 */
GListModel *
aft_item_get_nth_list (AftItem *self,
                       guint    index)
{
  g_return_val_if_fail (AFT_IS_ITEM (self), NULL);
  g_return_val_if_fail (index < AFT_ITEM_GET_CLASS (self)->table->n_lists, NULL);

  return G_LIST_MODEL (PRIVATE (self)->lists[index]);
}

/**
 * aft_item_adopt:
 * @self: an item that is still being built: of no document, or of one that isn't ready
 * @list: the name of a child list
 * @child: (transfer none): an item without a parent
 *
 * Appends a child without recording it.
 *
 * Returns: %FALSE where it would nest deeper than %AFT_ITEM_MAX_DEPTH
 */
gboolean
aft_item_adopt (AftItem    *self,
                const char *list,
                AftItem    *child)
{
  guint index;

  g_return_val_if_fail (AFT_IS_ITEM (self), FALSE);
  g_return_val_if_fail (aft_item_get_recording_history (self) == NULL, FALSE);
  g_return_val_if_fail (AFT_IS_ITEM (child) && PRIVATE (child)->parent == NULL, FALSE);
  g_return_val_if_fail (aft_item_find_list (self, list, &index), FALSE);

  if (aft_item_get_depth (self) + 1 + aft_item_get_height (child) > AFT_ITEM_MAX_DEPTH)
    return FALSE;

  aft_item_attach (child, self, index, g_list_model_get_n_items (G_LIST_MODEL (PRIVATE (self)->lists[index])));

  return TRUE;
}

static AftItem *
duplicate_into (AftItem    *self,
                GHashTable *new_ids)
{
  AftItemPrivate *priv = PRIVATE (self);
  AftItemClass *item_class = AFT_ITEM_GET_CLASS (self);
  AftItem *copy = g_object_new (G_OBJECT_TYPE (self), NULL);

  g_hash_table_insert (new_ids, priv->id, PRIVATE (copy)->id);

  for (guint i = 0; i < item_class->n_fields; i++)
    PRIVATE (copy)->values[i] = aft_field_copy_value (&item_class->fields[i], &priv->values[i]);
  for (guint i = 0; priv->raw != NULL && i < priv->raw->len; i++)
    {
      const AftRawMember *member = priv->raw->pdata[i];

      aft_item_keep_raw (copy, member->name, member->text);
    }

  for (guint i = 0; i < item_class->table->n_lists; i++)
    for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (priv->lists[i])); j++)
      {
        g_autoptr(AftItem) child = duplicate_into (aft_item_list_peek (priv->lists[i], j), new_ids);

        aft_item_attach (child, copy, i, j);
      }

  return copy;
}

static void
turn_references (AftItem  *item,
                 gpointer  user_data)
{
  GHashTable *new_ids = user_data;
  AftItemClass *item_class = AFT_ITEM_GET_CLASS (item);

  for (guint i = 0; i < item_class->n_fields; i++)
    {
      AftValue *value = &PRIVATE (item)->values[i];

      if (item_class->fields[i].type == AFT_FIELD_REFERENCE && value->text != NULL &&
          g_hash_table_contains (new_ids, value->text))
        {
          char *text = g_strdup (g_hash_table_lookup (new_ids, value->text));

          g_free (value->text);
          value->text = text;
        }

      for (guint j = 0; item_class->fields[i].type == AFT_FIELD_REFERENCES && value->words != NULL && value->words[j] != NULL; j++)
        if (g_hash_table_contains (new_ids, value->words[j]))
          {
            char *text = g_strdup (g_hash_table_lookup (new_ids, value->words[j]));

            g_free (value->words[j]);
            value->words[j] = text;
          }
    }
}

/**
 * aft_item_duplicate:
 * @self: an item
 *
 * Copies an item and all below it under new ids. References among them follow the copies.
 *
 * Returns: (transfer full): the copy, of no document yet
 */
AftItem *
aft_item_duplicate (AftItem *self)
{
  g_autoptr(GHashTable) new_ids = g_hash_table_new (g_str_hash, g_str_equal);
  AftItem *copy;

  g_return_val_if_fail (AFT_IS_ITEM (self), NULL);

  copy = duplicate_into (self, new_ids);
  aft_item_foreach (copy, turn_references, new_ids);

  return copy;
}

/**
 * aft_item_duplicate_many:
 * @items: (element-type AftItem): items, none below another
 *
 * Copies items as aft_item_duplicate() does. References from one to another follow the copies as well.
 *
 * Returns: (transfer full) (element-type AftItem): the copies, of no document yet
 */
GPtrArray *
aft_item_duplicate_many (GPtrArray *items)
{
  g_autoptr(GHashTable) new_ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (items != NULL, copies);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (copies, duplicate_into (items->pdata[i], new_ids));
  for (guint i = 0; i < copies->len; i++)
    aft_item_foreach (copies->pdata[i], turn_references, new_ids);

  return copies;
}

static void
take_place (AftItem *self,
            AftItem *parent,
            guint    list,
            guint    position)
{
  AftItemPrivate *priv = PRIVATE (self);
  AftDocument *document;

  priv->parent = parent;
  priv->list = list;
  priv->position_hint = position;

  document = aft_item_get_document (self);
  if (document != NULL)
    aft_document_index_tree (document, self);
}

void
aft_item_attach (AftItem *self,
                 AftItem *parent,
                 guint    list,
                 guint    position)
{
  take_place (self, parent, list, position);
  aft_item_list_insert (PRIVATE (parent)->lists[list], position, self);
}

/* The items stand one after the other; the list tells it once. */
void
aft_item_attach_many (GPtrArray *items,
                      AftItem   *parent,
                      guint      list,
                      guint      position)
{
  for (guint i = 0; i < items->len; i++)
    take_place (items->pdata[i], parent, list, position + i);
  aft_item_list_insert_many (PRIVATE (parent)->lists[list], position, items);
}

/* The items stand one after the other, as they were attached. */
void
aft_item_detach_many (GPtrArray *items)
{
  AftItem *parent = PRIVATE (items->pdata[0])->parent;
  const guint list = PRIVATE (items->pdata[0])->list;
  AftDocument *document = aft_item_get_document (parent);
  guint position;

  aft_item_get_place (items->pdata[0], &position);
  for (guint i = 0; i < items->len; i++)
    {
      g_assert (aft_item_list_peek (PRIVATE (parent)->lists[list], position + i) == items->pdata[i]);

      if (document != NULL)
        aft_document_unindex_tree (document, items->pdata[i]);
      PRIVATE (items->pdata[i])->parent = NULL;
    }
  aft_item_list_remove_many (PRIVATE (parent)->lists[list], position, items->len);
}

void
aft_item_detach (AftItem *self)
{
  AftItemPrivate *priv = PRIVATE (self);
  AftItem *parent = priv->parent;
  AftDocument *document = aft_item_get_document (self);
  guint position;

  g_object_ref (self);
  aft_item_get_place (self, &position);
  if (document != NULL)
    aft_document_unindex_tree (document, self);
  priv->parent = NULL;
  aft_item_list_remove (PRIVATE (parent)->lists[priv->list], position);
  g_object_unref (self);
}

guint
aft_item_get_list_index (AftItem *self)
{
  return PRIVATE (self)->list;
}

gboolean
aft_item_is_removed (AftItem *self)
{
  return PRIVATE (self)->removed;
}

void
aft_item_mark_removed (AftItem  *self,
                       gboolean  removed)
{
  AftItemPrivate *priv = PRIVATE (self);

  priv->removed = removed;
  for (guint i = 0; i < AFT_ITEM_GET_CLASS (self)->table->n_lists; i++)
    for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (priv->lists[i])); j++)
      aft_item_mark_removed (aft_item_list_peek (priv->lists[i], j), removed);
}

/* How many levels stand below. What is kept as it stood counts as the items that nest as deep in JSON. */
guint
aft_item_get_height (AftItem *self)
{
  AftItemPrivate *priv = PRIVATE (self);
  guint height = 0;

  for (guint i = 0; priv->raw != NULL && i < priv->raw->len; i++)
    height = MAX (height, ((AftRawMember *) priv->raw->pdata[i])->depth / 2);

  for (guint i = 0; i < AFT_ITEM_GET_CLASS (self)->table->n_lists; i++)
    for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (priv->lists[i])); j++)
      {
        /* Not inside of MAX, which would ask twice, and so 2^depth times. */
        const guint below = 1 + aft_item_get_height (aft_item_list_peek (priv->lists[i], j));

        height = MAX (height, below);
      }

  return height;
}

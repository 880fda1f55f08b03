/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <string.h>

#include "aft-item-list.h"

/**
 * AftItemList:
 *
 * The children of an item in one of its lists. Outside of the history it is read only: a
 * #GListModel that reports exact positions.
 */
struct _AftItemList
{
  GObject    parent_instance;

  /* Owned */
  GPtrArray *items;

  GType      item_type;
};

static GType
aft_item_list_get_item_type (GListModel *model)
{
  return AFT_ITEM_LIST (model)->item_type;
}

static guint
aft_item_list_get_n_items (GListModel *model)
{
  return AFT_ITEM_LIST (model)->items->len;
}

static gpointer
aft_item_list_get_item (GListModel *model,
                        guint       position)
{
  AftItemList *self = AFT_ITEM_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = aft_item_list_get_item_type;
  iface->get_n_items = aft_item_list_get_n_items;
  iface->get_item = aft_item_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AftItemList, aft_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
aft_item_list_finalize (GObject *object)
{
  g_ptr_array_unref (AFT_ITEM_LIST (object)->items);

  G_OBJECT_CLASS (aft_item_list_parent_class)->finalize (object);
}

static void
aft_item_list_class_init (AftItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_item_list_finalize;
}

static void
aft_item_list_init (AftItemList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * aft_item_list_new:
 * @item_type: the type of the items
 *
 * Returns: (transfer full): an empty list
 */
AftItemList *
aft_item_list_new (GType item_type)
{
  AftItemList *self = g_object_new (AFT_TYPE_ITEM_LIST, NULL);

  self->item_type = item_type;

  return self;
}

/**
 * aft_item_list_find:
 * @self: a list
 * @item: (type GObject): an item
 * @hint: where it was last seen
 *
 * Returns: the position of @item, or %G_MAXUINT where it isn't in the list
 */
guint
aft_item_list_find (AftItemList *self,
                    gpointer     item,
                    guint        hint)
{
  guint position;

  g_return_val_if_fail (AFT_IS_ITEM_LIST (self), G_MAXUINT);

  /* After inserts and removals before it an item is most often one place off. */
  for (guint i = hint > 0 ? hint - 1 : 0; i < self->items->len && i <= hint + 1; i++)
    if (self->items->pdata[i] == item)
      return i;

  return g_ptr_array_find (self->items, item, &position) ? position : G_MAXUINT;
}

/**
 * aft_item_list_peek:
 * @self: a list
 * @position: where
 *
 * Returns: (transfer none) (nullable): the item there
 */
gpointer
aft_item_list_peek (AftItemList *self,
                    guint        position)
{
  return position < self->items->len ? self->items->pdata[position] : NULL;
}

/**
 * aft_item_list_insert:
 * @self: a list
 * @position: where
 * @item: (transfer none): an item
 *
 * Only the history and the builder of a document call this.
 */
void
aft_item_list_insert (AftItemList *self,
                      guint        position,
                      gpointer     item)
{
  g_return_if_fail (AFT_IS_ITEM_LIST (self));
  g_return_if_fail (position <= self->items->len);

  g_ptr_array_insert (self->items, (int) position, g_object_ref (item));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/**
 * aft_item_list_remove:
 * @self: a list
 * @position: where
 *
 * Only the history calls this.
 */
void
aft_item_list_remove (AftItemList *self,
                      guint        position)
{
  g_return_if_fail (AFT_IS_ITEM_LIST (self));
  g_return_if_fail (position < self->items->len);

  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/**
 * aft_item_list_insert_many:
 * @self: a list
 * @position: where
 * @items: (element-type GObject): what is inserted, in order
 *
 * Only the history calls this. Those who watch the list are told once.
 */
void
aft_item_list_insert_many (AftItemList *self,
                           guint        position,
                           GPtrArray   *items)
{
  const guint n_items = self->items->len;

  g_return_if_fail (AFT_IS_ITEM_LIST (self));
  g_return_if_fail (position <= n_items);

  g_ptr_array_set_size (self->items, (int) (n_items + items->len));
  memmove (self->items->pdata + position + items->len, self->items->pdata + position,
           (n_items - position) * sizeof (gpointer));
  for (guint i = 0; i < items->len; i++)
    self->items->pdata[position + i] = g_object_ref (items->pdata[i]);

  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, items->len);
}

/**
 * aft_item_list_remove_many:
 * @self: a list
 * @position: where
 * @n_items: how many
 *
 * Only the history calls this.
 */
void
aft_item_list_remove_many (AftItemList *self,
                           guint        position,
                           guint        n_items)
{
  g_return_if_fail (AFT_IS_ITEM_LIST (self));
  g_return_if_fail (position + n_items <= self->items->len);

  g_ptr_array_remove_range (self->items, position, n_items);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_items, 0);
}

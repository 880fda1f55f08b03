/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-document-private.h"
#include "aft-history-private.h"
#include "aft-item-private.h"

/* The four edits. */

static void
record (AftHistory *self,
        AftChange  *change)
{
  g_ptr_array_add (self->open->changes, change);
  aft_history_apply (self, change, TRUE);
}

/* A change outside of begin and end is a transaction of its own. */
static gboolean
begin_single (AftHistory *self,
              const char *format,
              const char *what)
{
  g_autofree char *name = NULL;

  if (self->open != NULL)
    return FALSE;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  name = g_strdup_printf (format, what);
#pragma GCC diagnostic pop
  self->open = aft_transaction_new (name, aft_history_next_serial (self));

  return TRUE;
}

static void
end_single (AftHistory *self,
            gboolean    single)
{
  if (single)
    aft_history_close (self);
}

/* Takes what @value holds when it returns TRUE. */
gboolean
aft_history_record_set (AftHistory *self,
                        AftItem    *item,
                        guint       index,
                        AftValue   *value)
{
  guint n_fields;
  const AftField *field = &aft_item_get_fields (item, &n_fields)[index];

  if (!aft_history_can_write (self))
    return FALSE;

  /* Translators: the name of an undoable edit; %s is a field, such as “Title” */
  if (begin_single (self, _("Edit of “%s”"), aft_field_get_label (field)))
    {
      self->implicit = TRUE;
      self->open->typing = aft_field_is_text (field);
    }
  else if (self->implicit)
    {
      self->open->typing = FALSE;
    }

  record (self, aft_change_new_set (item, index, value));
  aft_field_clear_value (field, value);

  return TRUE;
}

/**
 * aft_history_insert:
 * @self: a history
 * @parent: an item of the document, or the document
 * @list: the name of one of its lists
 * @position: where; %G_MAXUINT for the end
 * @item: (transfer none): an item that was never in a document, with what stands below it
 *
 * Returns: %FALSE where the write is refused or would nest too deep
 */
gboolean
aft_history_insert (AftHistory *self,
                    AftItem    *parent,
                    const char *list,
                    guint       position,
                    AftItem    *item)
{
  guint index;
  gboolean single;

  g_return_val_if_fail (AFT_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (AFT_IS_ITEM (parent) && AFT_IS_ITEM (item), FALSE);
  g_return_val_if_fail (aft_item_get_parent (item) == NULL && !aft_item_is_removed (item), FALSE);
  g_return_val_if_fail (aft_item_find_list (parent, list, &index), FALSE);

  if (!aft_history_can_write (self) || aft_item_get_document (parent) != self->document ||
      aft_item_get_depth (parent) + 1 + aft_item_get_height (item) > AFT_ITEM_MAX_DEPTH)
    return FALSE;

  position = MIN (position, g_list_model_get_n_items (aft_item_get_nth_list (parent, index)));
  /* Translators: the name of an undoable edit; %s is what is added, such as “Event” */
  single = begin_single (self, _("Add %s"), aft_item_get_kind_label (item));
  record (self, aft_change_new_insert (item, parent, index, position));
  end_single (self, single);

  return TRUE;
}

/**
 * aft_history_insert_many:
 * @self: a history
 * @parent: an item of the document, or the document
 * @list: the name of one of its lists
 * @position: where the first one goes; %G_MAXUINT for the end
 * @items: (element-type AftItem): items that were never in a document, with what stands below them
 *
 * Inserts items one after the other as a single change, of which the list tells once. It takes
 * about as long as it takes to index them.
 *
 * Returns: %FALSE where the write is refused or would nest too deep
 */
gboolean
aft_history_insert_many (AftHistory *self,
                         AftItem    *parent,
                         const char *list,
                         guint       position,
                         GPtrArray  *items)
{
  g_autoptr(GPtrArray) span = NULL;
  guint index;
  guint depth;
  gboolean single;

  g_return_val_if_fail (AFT_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (AFT_IS_ITEM (parent) && items != NULL, FALSE);
  g_return_val_if_fail (aft_item_find_list (parent, list, &index), FALSE);

  if (items->len == 0)
    return TRUE;
  if (!aft_history_can_write (self) || aft_item_get_document (parent) != self->document)
    return FALSE;

  depth = aft_item_get_depth (parent) + 1;
  span = g_ptr_array_new_full (items->len, g_object_unref);
  for (guint i = 0; i < items->len; i++)
    {
      AftItem *item = items->pdata[i];

      g_return_val_if_fail (AFT_IS_ITEM (item), FALSE);
      g_return_val_if_fail (aft_item_get_parent (item) == NULL && !aft_item_is_removed (item), FALSE);

      if (depth + aft_item_get_height (item) > AFT_ITEM_MAX_DEPTH)
        return FALSE;
      g_ptr_array_add (span, g_object_ref (item));
    }

  position = MIN (position, g_list_model_get_n_items (aft_item_get_nth_list (parent, index)));
  single = begin_single (self, _("Add %s"), aft_item_get_kind_label (items->pdata[0]));
  record (self, aft_change_new_insert_many (g_steal_pointer (&span), parent, index, position));
  end_single (self, single);

  return TRUE;
}

/**
 * aft_history_remove:
 * @self: a history
 * @item: an item of the document
 *
 * Removes an item with what stands below it. References to it are cleared in the same transaction.
 *
 * Returns: %FALSE where the write is refused
 */
gboolean
aft_history_remove (AftHistory *self,
                    AftItem    *item)
{
  gboolean single;

  g_return_val_if_fail (AFT_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (AFT_IS_ITEM (item), FALSE);

  if (!aft_history_can_write (self) || aft_item_get_document (item) != self->document || aft_item_get_parent (item) == NULL)
    return FALSE;

  if (self->open == NULL)
    aft_history_commit (self);

  /* Translators: the name of an undoable edit; %s is what is removed, such as “Event” */
  single = begin_single (self, _("Remove %s"), aft_item_get_kind_label (item));
  aft_document_clear_references_to (self->document, item);
  record (self, aft_change_new_remove (item));
  end_single (self, single);

  return TRUE;
}

/**
 * aft_history_can_move:
 * @self: a history
 * @item: an item of the document
 * @parent: where it might go
 * @list: the name of one of the lists there
 *
 * Returns: whether the item may stand there: not below itself, of the right class, not too deep
 */
gboolean
aft_history_can_move (AftHistory *self,
                      AftItem    *item,
                      AftItem    *parent,
                      const char *list)
{
  guint index;

  g_return_val_if_fail (AFT_IS_HISTORY (self), FALSE);

  return aft_history_can_write (self) && aft_item_get_parent (item) != NULL &&
         aft_item_get_document (item) == self->document && aft_item_get_document (parent) == self->document &&
         aft_item_find_list (parent, list, &index) && !aft_item_is_inside (parent, item) &&
         g_type_is_a (G_OBJECT_TYPE (item), g_list_model_get_item_type (aft_item_get_nth_list (parent, index))) &&
         aft_item_get_depth (parent) + 1 + aft_item_get_height (item) <= AFT_ITEM_MAX_DEPTH;
}

/**
 * aft_history_move:
 * @self: a history
 * @item: an item of the document
 * @parent: below what it goes
 * @list: the name of one of the lists there
 * @position: where, counted without @item; %G_MAXUINT for the end
 *
 * Returns: %FALSE where the write is refused, or the item may not stand there
 */
gboolean
aft_history_move (AftHistory *self,
                  AftItem    *item,
                  AftItem    *parent,
                  const char *list,
                  guint       position)
{
  guint index;
  guint was;
  guint n_items;
  gboolean here;
  gboolean single;

  g_return_val_if_fail (AFT_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (AFT_IS_ITEM (item) && AFT_IS_ITEM (parent), FALSE);
  g_return_val_if_fail (aft_item_find_list (parent, list, &index), FALSE);

  if (!aft_history_can_move (self, item, parent, list))
    return FALSE;

  aft_item_get_place (item, &was);
  here = aft_item_get_parent (item) == parent && aft_item_get_list_index (item) == index;
  n_items = g_list_model_get_n_items (aft_item_get_nth_list (parent, index));
  position = MIN (position, here ? n_items - 1 : n_items);
  if (here && position == was)
    return TRUE;

  /* Translators: the name of an undoable edit; %s is what is moved, such as “Event” */
  single = begin_single (self, _("Move %s"), aft_item_get_kind_label (item));
  record (self, aft_change_new_move (item, parent, index, position));
  end_single (self, single);

  return TRUE;
}

/* Whether a transaction brought an item into the document, itself or within another. */
static gboolean
brought (const AftTransaction *transaction,
         AftItem              *item)
{
  for (guint i = 0; i < transaction->changes->len; i++)
    {
      const AftChange *change = transaction->changes->pdata[i];

      if (change->kind == AFT_CHANGE_INSERT && aft_item_is_inside (item, change->item))
        return TRUE;
    }

  return FALSE;
}

/**
 * aft_history_begin_again:
 * @self: a history
 * @item: an item
 *
 * Goes on with the last transaction, if that brought @item into the document and nothing was saved or
 * edited since: what a user writes first in something new belongs to making it. Then it has to be ended
 * or abandoned as after aft_history_begin(); abandoned, it is as if it had never been.
 *
 * Returns: whether a transaction is open again; else begin one
 */
gboolean
aft_history_begin_again (AftHistory *self,
                         AftItem    *item)
{
  AftTransaction *last;

  g_return_val_if_fail (AFT_IS_HISTORY (self) && AFT_IS_ITEM (item), FALSE);

  last = g_queue_peek_tail (&self->undo);
  if (self->open != NULL || !aft_history_can_write (self) || last == NULL || last->serial == self->saved_state || !brought (last, item))
    return FALSE;

  self->open = g_queue_pop_tail (&self->undo);
  self->size -= self->open->size;
  self->open->serial = aft_history_next_serial (self);
  self->depth = 1;

  return TRUE;
}

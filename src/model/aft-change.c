/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <string.h>

#include "aft-change.h"
#include "aft-document.h"
#include "aft-item-private.h"

/* About what one item and its lists take. */
#define ITEM_SIZE 730

static const AftField *
get_field (const AftChange *self)
{
  guint n_fields;

  return &aft_item_get_fields (self->item, &n_fields)[self->field];
}

/* The document owns its history, so that a change must not keep it alive. */
static AftItem *
hold (AftItem *item)
{
  return AFT_IS_DOCUMENT (item) ? item : g_object_ref (item);
}

static void
let_go (AftItem *item)
{
  if (item != NULL && !AFT_IS_DOCUMENT (item))
    g_object_unref (item);
}

static AftChange *
change_new (AftChangeKind  kind,
            AftItem       *item)
{
  AftChange *self = g_new0 (AftChange, 1);

  self->kind = kind;
  self->item = hold (item);

  return self;
}

static void
place_set (AftPlace *place,
           AftItem  *parent,
           guint     list,
           guint     position)
{
  place->parent = hold (parent);
  place->list = list;
  place->position = position;
}

/* The part in which two texts differ, between whole characters. */
static void
find_splice (const char *was,
             const char *now,
             gsize      *offset,
             gsize      *n_removed,
             gsize      *n_inserted)
{
  const gsize was_length = strlen (was);
  const gsize now_length = strlen (now);
  const gsize shorter = MIN (was_length, now_length);
  gsize head = 0;
  gsize tail = 0;

  while (head < shorter && was[head] == now[head])
    head++;
  while (head > 0 && (((guchar) was[head] & 0xc0) == 0x80 || ((guchar) now[head] & 0xc0) == 0x80))
    head--;

  while (tail < shorter - head && was[was_length - tail - 1] == now[now_length - tail - 1])
    tail++;
  while (tail > 0 && ((guchar) was[was_length - tail] & 0xc0) == 0x80)
    tail--;

  *offset = head;
  *n_removed = was_length - head - tail;
  *n_inserted = now_length - head - tail;
}

static void
apply_splice (AftChange  *self,
              const char *out,
              const char *in)
{
  const char *text = aft_item_get_text (self->item, self->field);
  const gsize out_length = out != NULL ? strlen (out) : 0;
  g_autoptr(GString) string = g_string_new (NULL);
  AftValue value = { 0, };

  g_assert (self->offset + out_length <= strlen (text));

  g_string_append_len (string, text, (gssize) self->offset);
  g_string_append (string, in != NULL ? in : "");
  g_string_append (string, text + self->offset + out_length);

  value.text = string->len > 0 ? g_strdup (string->str) : NULL;
  aft_item_store (self->item, self->field, &value);
}

static void
apply_set (AftChange *self,
           gboolean   forward)
{
  const AftField *field = get_field (self);

  if (aft_field_is_text (field))
    {
      apply_splice (self, forward ? self->was.text : self->now.text, forward ? self->now.text : self->was.text);
    }
  else
    {
      AftValue value = aft_field_copy_value (field, forward ? &self->now : &self->was);

      aft_item_store (self->item, self->field, &value);
    }
}

static void
apply_place (AftChange      *self,
             const AftPlace *from,
             const AftPlace *to)
{
  if (from->parent != NULL)
    aft_item_detach (self->item);

  aft_item_mark_removed (self->item, to->parent == NULL);

  if (to->parent != NULL)
    aft_item_attach (self->item, to->parent, to->list, to->position);
}

static void
apply_places (AftChange *self,
              gboolean   forward)
{
  if (!forward)
    aft_item_detach_many (self->items);
  for (guint i = 0; i < self->items->len; i++)
    aft_item_mark_removed (self->items->pdata[i], !forward);
  if (forward)
    aft_item_attach_many (self->items, self->to.parent, self->to.list, self->to.position);
}

/**
 * aft_change_new_set:
 * @item: what changes
 * @field: the place of the field
 * @now: (transfer none): the value it gets
 *
 * Returns: (transfer full): a change, not yet applied
 */
AftChange *
aft_change_new_set (AftItem        *item,
                    guint           field,
                    const AftValue *now)
{
  AftChange *self = change_new (AFT_CHANGE_SET, item);
  const AftField *row;

  self->field = field;
  row = get_field (self);

  if (aft_field_is_text (row))
    {
      const char *was_text = aft_item_get_text (item, field);
      const char *now_text = now->text != NULL ? now->text : "";
      gsize n_removed;
      gsize n_inserted;

      find_splice (was_text, now_text, &self->offset, &n_removed, &n_inserted);
      if (n_removed > 0)
        self->was.text = g_strndup (was_text + self->offset, n_removed);
      if (n_inserted > 0)
        self->now.text = g_strndup (now_text + self->offset, n_inserted);
    }
  else
    {
      self->was = aft_field_copy_value (row, aft_item_peek_value (item, field));
      self->now = aft_field_copy_value (row, now);
    }

  return self;
}

/**
 * aft_change_new_insert:
 * @item: what is inserted
 * @parent: below what
 * @list: in which of its lists
 * @position: where there
 *
 * Returns: (transfer full): a change, not yet applied
 */
AftChange *
aft_change_new_insert (AftItem *item,
                       AftItem *parent,
                       guint    list,
                       guint    position)
{
  AftChange *self = change_new (AFT_CHANGE_INSERT, item);

  place_set (&self->to, parent, list, position);

  return self;
}

/**
 * aft_change_new_insert_many:
 * @items: (element-type AftItem) (transfer full): what is inserted, at least one item; belongs to
 *   the change alone
 * @parent: below what
 * @list: in which of its lists
 * @position: where the first one stands there
 *
 * Returns: (transfer full): a change, not yet applied
 */
AftChange *
aft_change_new_insert_many (GPtrArray *items,
                            AftItem   *parent,
                            guint      list,
                            guint      position)
{
  AftChange *self = aft_change_new_insert (items->pdata[0], parent, list, position);

  self->items = items;

  return self;
}

/**
 * aft_change_new_remove:
 * @item: what is removed
 *
 * Returns: (transfer full): a change, not yet applied
 */
AftChange *
aft_change_new_remove (AftItem *item)
{
  AftChange *self = change_new (AFT_CHANGE_REMOVE, item);
  guint position;

  aft_item_get_place (item, &position);
  place_set (&self->from, aft_item_get_parent (item), aft_item_get_list_index (item), position);

  return self;
}

/**
 * aft_change_new_move:
 * @item: what is moved
 * @parent: below what it stands then
 * @list: in which of its lists
 * @position: where there, once the item is gone from its old place
 *
 * Returns: (transfer full): a change, not yet applied
 */
AftChange *
aft_change_new_move (AftItem *item,
                     AftItem *parent,
                     guint    list,
                     guint    position)
{
  AftChange *self = aft_change_new_remove (item);

  self->kind = AFT_CHANGE_MOVE;
  place_set (&self->to, parent, list, position);

  return self;
}

/**
 * aft_change_free:
 * @self: (transfer full): a change
 */
void
aft_change_free (AftChange *self)
{
  if (self->kind == AFT_CHANGE_SET)
    {
      aft_field_clear_value (get_field (self), &self->was);
      aft_field_clear_value (get_field (self), &self->now);
    }
  let_go (self->from.parent);
  let_go (self->to.parent);
  let_go (self->item);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

/**
 * aft_change_apply:
 * @self: a change
 * @forward: %FALSE to take it back
 */
void
aft_change_apply (AftChange *self,
                  gboolean   forward)
{
  if (self->kind == AFT_CHANGE_SET)
    apply_set (self, forward);
  else if (self->items != NULL)
    apply_places (self, forward);
  else if (forward)
    apply_place (self, &self->from, &self->to);
  else
    apply_place (self, &self->to, &self->from);
}

/**
 * aft_change_merge:
 * @self: a change that was applied
 * @next: the one applied after it
 *
 * Joins typing: a splice that goes on where the other ended.
 *
 * Returns: whether @self now stands for both
 */
gboolean
aft_change_merge (AftChange       *self,
                  const AftChange *next)
{
  const gsize inserted = self->now.text != NULL ? strlen (self->now.text) : 0;

  if (self->kind != AFT_CHANGE_SET || next->kind != AFT_CHANGE_SET || self->item != next->item ||
      self->field != next->field || !aft_field_is_text (get_field (self)))
    return FALSE;

  if (next->was.text == NULL && next->offset == self->offset + inserted)
    {
      char *joined = g_strconcat (self->now.text != NULL ? self->now.text : "", next->now.text, NULL);

      g_free (self->now.text);
      self->now.text = joined;
      return TRUE;
    }

  if (inserted == 0 && next->now.text == NULL && self->was.text != NULL &&
      (next->offset == self->offset || next->offset + strlen (next->was.text) == self->offset))
    {
      const gboolean before = next->offset != self->offset;
      char *joined = before ? g_strconcat (next->was.text, self->was.text, NULL)
                            : g_strconcat (self->was.text, next->was.text, NULL);

      g_free (self->was.text);
      self->was.text = joined;
      self->offset = next->offset;
      return TRUE;
    }

  return FALSE;
}

static void
count_item (AftItem  *item,
            gpointer  user_data)
{
  gsize *size = user_data;
  guint n_fields;
  const AftField *fields = aft_item_get_fields (item, &n_fields);

  *size += ITEM_SIZE;
  for (guint i = 0; i < n_fields; i++)
    *size += aft_field_get_value_size (&fields[i], aft_item_peek_value (item, i));
}

/**
 * aft_change_get_size:
 * @self: a change
 *
 * Returns: about how many bytes it keeps alive
 */
gsize
aft_change_get_size (const AftChange *self)
{
  gsize size = sizeof *self;

  if (self->kind == AFT_CHANGE_SET)
    size += aft_field_get_value_size (get_field (self), &self->was) + aft_field_get_value_size (get_field (self), &self->now);
  else if (self->kind == AFT_CHANGE_REMOVE)
    aft_item_foreach (self->item, count_item, &size);
  if (self->items != NULL)
    size += self->items->len * sizeof (gpointer);

  return size;
}

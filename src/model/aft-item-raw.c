/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <string.h>

#include "aft-item-private.h"

/* What a newer version wrote is kept beside what is known. */

#define PRIVATE(item) (aft_item_get_private (AFT_ITEM (item)))

static void
raw_member_free (gpointer data)
{
  AftRawMember *member = data;

  g_free (member->name);
  g_free (member->text);
  g_free (member);
}

static guint
measure_depth (const char *text)
{
  gboolean quoted = FALSE;
  guint depth = 0;
  guint deepest = 0;

  for (const char *at = text; *at != '\0'; at++)
    if (*at == '\\' && at[1] != '\0')
      at++;
    else if (*at == '"')
      quoted = !quoted;
    else if (!quoted && (*at == '{' || *at == '['))
      {
        depth++;
        deepest = MAX (deepest, depth);
      }
    else if (!quoted && (*at == '}' || *at == ']') && depth > 0)
      depth--;

  return deepest;
}

/**
 * aft_item_keep_raw:
 * @self: an item that is still being built
 * @name: a member's name
 * @text: its value as it stood in the file
 *
 * Keeps a member that this version doesn't know, or can't read.
 */
void
aft_item_keep_raw (AftItem    *self,
                   const char *name,
                   const char *text)
{
  AftItemPrivate *priv;
  AftRawMember *member;

  g_return_if_fail (AFT_IS_ITEM (self));

  priv = PRIVATE (self);
  if (priv->raw == NULL)
    priv->raw = g_ptr_array_new_with_free_func (raw_member_free);

  member = g_new0 (AftRawMember, 1);
  member->name = g_strdup (name);
  member->text = g_strdup (text);
  member->depth = measure_depth (text);
  g_ptr_array_add (priv->raw, member);
}

/**
 * aft_item_get_raw:
 * @self: an item
 *
 * Returns: (transfer none) (nullable) (element-type AftRawMember): members kept as they stood
 */
const GPtrArray *
aft_item_get_raw (AftItem *self)
{
  return PRIVATE (self)->raw;
}

/**
 * aft_item_find_raw:
 * @self: an item
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): its value as it stood in the file
 */
const char *
aft_item_find_raw (AftItem    *self,
                   const char *name)
{
  const GPtrArray *raw = PRIVATE (self)->raw;

  for (guint i = 0; raw != NULL && i < raw->len; i++)
    {
      const AftRawMember *member = raw->pdata[i];

      if (strcmp (member->name, name) == 0)
        return member->text;
    }

  return NULL;
}

/**
 * aft_item_foreach:
 * @self: an item
 * @func: (scope call): called for it and everything below it, parents first
 * @user_data: for @func
 */
void
aft_item_foreach (AftItem     *self,
                  AftItemFunc  func,
                  gpointer     user_data)
{
  AftItemPrivate *priv = PRIVATE (self);

  func (self, user_data);

  /* No deeper than AFT_ITEM_MAX_DEPTH. */
  for (guint i = 0; i < AFT_ITEM_GET_CLASS (self)->table->n_lists; i++)
    for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (priv->lists[i])); j++)
      aft_item_foreach (aft_item_list_peek (priv->lists[i], j), func, user_data);
}

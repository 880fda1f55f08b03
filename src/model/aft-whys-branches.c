/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-whys-private.h"

/* What is done with many branches of whys at once, each as one edit. */

typedef struct
{
  GHashTable *chosen;
  GPtrArray  *tops;
} TopFinder;

static void
add_top (TopFinder *finder,
         AftItem   *item)
{
  const AftItemTable *table = aft_item_get_table (item);

  if (g_hash_table_contains (finder->chosen, item))
    {
      g_ptr_array_add (finder->tops, item);
      return;
    }

  for (guint i = 0; i < table->n_lists; i++)
    for (guint j = 0; j < aft_whys_count (item, table->lists[i].name); j++)
      add_top (finder, aft_whys_get_nth (item, table->lists[i].name, j));
}

/**
 * aft_whys_list_tops:
 * @document: a document
 * @items: (element-type AftItem): problems, questions and answers in any order
 *
 * Returns: (transfer container) (element-type AftItem): those of them that stand in the document and
 *   below no other of them, in the order of the document
 */
GPtrArray *
aft_whys_list_tops (AftDocument *document,
                    GPtrArray   *items)
{
  GPtrArray *tops = g_ptr_array_new ();
  g_autoptr(GHashTable) chosen = g_hash_table_new (NULL, NULL);
  TopFinder finder = { chosen, tops };

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), tops);
  g_return_val_if_fail (items != NULL, tops);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (chosen, items->pdata[i]);
  for (guint i = 0; i < aft_whys_count (AFT_ITEM (document), "problems"); i++)
    add_top (&finder, aft_whys_get_nth (AFT_ITEM (document), "problems", i));

  return tops;
}

/**
 * aft_whys_duplicate:
 * @document: a document
 * @items: (element-type AftItem): problems, questions and answers of it
 *
 * Copies branches with all below them, each right behind itself, as one edit. What they refer to among
 * each other follows the copies.
 *
 * Returns: (transfer container) (element-type AftItem) (nullable): the copies; %NULL where nothing was
 *   copied
 */
GPtrArray *
aft_whys_duplicate (AftDocument *document,
                    GPtrArray   *items)
{
  AftHistory *history;
  g_autoptr(GPtrArray) tops = NULL;
  g_autoptr(GPtrArray) copies = NULL;
  g_autoptr(GPtrArray) added = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (items != NULL, NULL);

  history = aft_document_get_history (document);
  aft_history_commit (history);
  tops = aft_whys_list_tops (document, items);
  if (tops->len == 0)
    return NULL;

  copies = aft_item_duplicate_many (tops);
  added = g_ptr_array_new ();
  /* Translators: the name of an undoable edit */
  name = g_strdup_printf (ngettext ("Duplicate Branch", "Duplicate %u Branches", tops->len), tops->len);
  aft_history_begin (history, name);
  for (guint i = 0; i < tops->len; i++)
    {
      guint position;
      const AftChildList *list = aft_item_get_place (tops->pdata[i], &position);

      if (aft_history_insert (history, aft_item_get_parent (tops->pdata[i]), list->name, position + 1,
                              copies->pdata[i]))
        g_ptr_array_add (added, copies->pdata[i]);
    }
  aft_history_end (history);

  return added->len > 0 ? g_steal_pointer (&added) : NULL;
}

/**
 * aft_whys_remove:
 * @document: a document
 * @items: (element-type AftItem): problems, questions and answers of it
 *
 * Removes branches with all below them, as one edit.
 *
 * Returns: whether something was removed
 */
gboolean
aft_whys_remove (AftDocument *document,
                 GPtrArray   *items)
{
  AftHistory *history;
  g_autoptr(GPtrArray) tops = NULL;
  g_autofree char *name = NULL;
  gboolean removed = FALSE;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (items != NULL, FALSE);

  history = aft_document_get_history (document);
  aft_history_commit (history);
  tops = aft_whys_list_tops (document, items);
  if (tops->len == 0)
    return FALSE;

  /* Translators: the name of an undoable edit */
  name = g_strdup_printf (ngettext ("Remove Branch", "Remove %u Branches", tops->len), tops->len);
  aft_history_begin (history, name);
  for (guint i = 0; i < tops->len; i++)
    removed |= aft_history_remove (history, tops->pdata[i]);
  aft_history_end (history);

  return removed;
}

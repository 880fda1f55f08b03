/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-action-outline.h"
#include "aft-corrective-action.h"
#include "aft-due.h"
#include "aft-lesson.h"
#include "aft-numbering.h"

/* Lessons, corrective actions and action items as one outline, and what keys do with it. */

typedef struct
{
  AftActionFilter  filter;
  const char      *words;
  const GDate     *today;
  GPtrArray       *found;
} Flatten;

static gboolean
holds_words (AftItem    *item,
             const char *words)
{
  g_autofree char *text = g_utf8_casefold (aft_item_get_heading (item), -1);
  g_autofree char *needle = g_utf8_casefold (words, -1);

  return strstr (text, needle) != NULL;
}

static gboolean
passes (const Flatten *flatten,
        AftItem       *item)
{
  AftActionItem *action_item;

  if (flatten->words[0] != '\0' && !holds_words (item, flatten->words))
    return FALSE;
  if (flatten->filter == AFT_ACTION_FILTER_ALL)
    return TRUE;
  if (!AFT_IS_ACTION_ITEM (item))
    return FALSE;

  action_item = AFT_ACTION_ITEM (item);
  switch (flatten->filter)
    {
    case AFT_ACTION_FILTER_OPEN: return !aft_action_item_is_settled (action_item);
    case AFT_ACTION_FILTER_OVERDUE: return aft_due_is_overdue (action_item, flatten->today);
    case AFT_ACTION_FILTER_UNDATED: return aft_action_item_get_due (action_item)[0] == '\0' && !aft_action_item_is_settled (action_item);
    case AFT_ACTION_FILTER_ALL:
    default: return TRUE;
    }
}

/* Three levels at most. */
static gboolean
flatten_one (Flatten *flatten,
             AftItem *item)
{
  const guint at = flatten->found->len;
  const AftItemTable *table = aft_item_get_table (item);
  gboolean below = FALSE;

  g_ptr_array_add (flatten->found, item);
  for (guint i = 0; i < table->n_lists; i++)
    {
      GListModel *list = aft_item_get_nth_list (item, i);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr(AftItem) child = g_list_model_get_item (list, j);

          if (flatten_one (flatten, child))
            below = TRUE;
        }
    }

  if (below || passes (flatten, item))
    return TRUE;

  g_ptr_array_set_size (flatten->found, (int) at);
  return FALSE;
}

static void
flatten_list (Flatten    *flatten,
              GListModel *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(AftItem) item = g_list_model_get_item (list, i);

      flatten_one (flatten, item);
    }
}

/**
 * aft_action_outline_flatten:
 * @document: a document
 * @filter: which action items
 * @words: what the text must hold, may be empty
 * @today: the present day
 *
 * Returns: (transfer container) (element-type AftItem): the outline, line by line
 */
GPtrArray *
aft_action_outline_flatten (AftDocument     *document,
                            AftActionFilter  filter,
                            const char      *words,
                            const GDate     *today)
{
  Flatten flatten = { filter, words, today, g_ptr_array_new () };

  flatten_list (&flatten, aft_document_get_lessons (document));
  flatten_list (&flatten, aft_document_get_other_actions (document));
  flatten_list (&flatten, aft_document_get_other_items (document));

  return flatten.found;
}

/**
 * aft_action_outline_dup_number:
 * @item: a lesson, corrective action or action item
 *
 * Returns: (transfer full): its kind and number as they print, translated
 */
char *
aft_action_outline_dup_number (AftItem *item)
{
  g_autofree char *number = aft_numbering_get_of_total (item);
  const char *due;

  if (AFT_IS_LESSON (item))
    /* Translators: %s is such as 5/5 */
    return g_strdup_printf (_("Lesson Learned (%s)"), number);
  if (AFT_IS_CORRECTIVE_ACTION (item))
    /* Translators: %s is such as 5a */
    return g_strdup_printf (_("Corrective Action (%s)"), number);

  due = aft_action_item_get_due (AFT_ACTION_ITEM (item));
  if (aft_due_get_date (due, NULL))
    /* Translators: the first %s is such as 5a-i, the second a date */
    return g_strdup_printf (_("Action Item (%s, due %s)"), number, due);

  /* Translators: %s is such as 5a-i */
  return g_strdup_printf (_("Action Item (%s)"), number);
}

/**
 * aft_action_outline_add_sibling:
 * @document: a document
 * @item: a line of the outline
 *
 * Returns: (transfer none) (nullable): a new empty line behind it, on the same level
 */
AftItem *
aft_action_outline_add_sibling (AftDocument *document,
                                AftItem     *item)
{
  guint position;
  const AftChildList *place = aft_item_get_place (item, &position);
  g_autoptr(AftItem) sibling = NULL;

  if (place == NULL)
    return NULL;

  sibling = g_object_new (G_OBJECT_TYPE (item), NULL);
  if (!aft_history_insert (aft_document_get_history (document), aft_item_get_parent (item), place->name, position + 1, sibling))
    return NULL;

  return sibling;
}

/**
 * aft_action_outline_add_child:
 * @document: a document
 * @item: a lesson or corrective action
 *
 * Returns: (transfer none) (nullable): a new empty line at the end below it
 */
AftItem *
aft_action_outline_add_child (AftDocument *document,
                              AftItem     *item)
{
  const AftItemTable *table = aft_item_get_table (item);
  g_autoptr(AftItem) child = NULL;

  if (table->n_lists == 0)
    return NULL;

  child = g_object_new (table->lists[0].item_type (), NULL);
  if (!aft_history_insert (aft_document_get_history (document), item, table->lists[0].name, G_MAXUINT, child))
    return NULL;

  return child;
}

static AftItem *
go_deeper (AftDocument *document,
           AftItem     *item)
{
  guint position;
  const AftChildList *place = aft_item_get_place (item, &position);
  g_autoptr(AftItem) before = NULL;
  AftItem *child;

  if (place == NULL || position == 0 || AFT_IS_ACTION_ITEM (item))
    return NULL;

  before = g_list_model_get_item (aft_item_get_list (aft_item_get_parent (item), place->name), position - 1);
  child = aft_action_outline_add_child (document, before);
  if (child != NULL)
    aft_history_remove (aft_document_get_history (document), item);

  return child;
}

static AftItem *
go_higher (AftDocument *document,
           AftItem     *item)
{
  AftItem *parent = aft_item_get_parent (item);
  AftItem *sibling;

  if (parent == NULL || AFT_IS_DOCUMENT (parent))
    return NULL;

  sibling = aft_action_outline_add_sibling (document, parent);
  if (sibling != NULL)
    aft_history_remove (aft_document_get_history (document), item);

  return sibling;
}

/**
 * aft_action_outline_change_level:
 * @document: a document
 * @item: an empty line of the outline
 * @step: 1 for deeper, -1 for higher
 *
 * Puts an empty line on another level, as one edit.
 *
 * Returns: (transfer none) (nullable): the line that stands for it now
 */
AftItem *
aft_action_outline_change_level (AftDocument *document,
                                 AftItem     *item,
                                 int          step)
{
  AftHistory *history = aft_document_get_history (document);
  AftItem *changed;

  if (!aft_item_is_empty (item))
    return NULL;

  aft_history_begin (history, _("Change Level"));
  changed = step > 0 ? go_deeper (document, item) : go_higher (document, item);
  aft_history_end (history);

  return changed;
}

/**
 * aft_action_outline_move:
 * @document: a document
 * @item: a line of the outline
 * @step: 1 for down, -1 for up
 *
 * Moves a line among its siblings; past the last one it goes below the next parent.
 *
 * Returns: whether it moved
 */
gboolean
aft_action_outline_move (AftDocument *document,
                         AftItem     *item,
                         int          step)
{
  AftHistory *history = aft_document_get_history (document);
  AftItem *parent = aft_item_get_parent (item);
  guint position;
  guint parent_position;
  const AftChildList *place = aft_item_get_place (item, &position);
  const AftChildList *parent_place;
  GListModel *siblings;
  g_autoptr(AftItem) neighbour = NULL;

  if (place == NULL)
    return FALSE;

  siblings = aft_item_get_list (parent, place->name);
  if ((step < 0 && position > 0) || (step > 0 && position + 1 < g_list_model_get_n_items (siblings)))
    return aft_history_move (history, item, parent, place->name, (guint) ((int) position + step));

  parent_place = aft_item_get_place (parent, &parent_position);
  if (parent_place == NULL || (step < 0 && parent_position == 0))
    return FALSE;
  neighbour = g_list_model_get_item (aft_item_get_list (aft_item_get_parent (parent), parent_place->name),
                                     (guint) ((int) parent_position + step));

  return neighbour != NULL && aft_history_move (history, item, neighbour, place->name, step > 0 ? 0 : G_MAXUINT);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-answer.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-view.h"

#include <string.h>

/**
 * AftWhysView:
 *
 * How the forest of whys is looked at: what is chosen, folded, found, and the branch that stands
 * out. Canvas and outline share it, so they are in step; the document knows nothing of it.
 */
struct _AftWhysView
{
  GObject      parent_instance;

  /* Owned */
  AftDocument *document;
  AftItem     *selected;
  AftItem     *branch;
  GHashTable  *folded;     /* set of items */
  GHashTable  *found;      /* set of items */
  GPtrArray   *order;      /* of what was found, in the order of the tree; not owned */
  char        *words;      /* case folded, empty for none */
};

G_DEFINE_FINAL_TYPE (AftWhysView, aft_whys_view, G_TYPE_OBJECT)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (AftWhysView *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
is_there (AftWhysView *self,
          AftItem     *item)
{
  return aft_item_get_document (item) == self->document;
}

static void
look_for (AftItem  *item,
          gpointer  user_data)
{
  AftWhysView *self = user_data;
  g_autofree char *text = NULL;

  if (!AFT_IS_PROBLEM (item) && !AFT_IS_QUESTION (item) && !AFT_IS_ANSWER (item))
    return;

  text = g_utf8_casefold (aft_item_get_heading (item), -1);
  if (strstr (text, self->words) == NULL)
    return;

  g_hash_table_add (self->found, item);
  g_ptr_array_add (self->order, item);
}

static void
look_again (AftWhysView *self)
{
  GListModel *problems = aft_document_get_problems (self->document);

  g_hash_table_remove_all (self->found);
  g_ptr_array_set_size (self->order, 0);
  for (guint i = 0; self->words[0] != '\0' && i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(AftItem) problem = g_list_model_get_item (problems, i);

      aft_item_foreach (problem, look_for, self);
    }
}

static void
aft_whys_view_finalize (GObject *object)
{
  AftWhysView *self = AFT_WHYS_VIEW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->selected);
  g_clear_object (&self->branch);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->found);
  g_ptr_array_unref (self->order);
  g_free (self->words);

  G_OBJECT_CLASS (aft_whys_view_parent_class)->finalize (object);
}

static void
aft_whys_view_class_init (AftWhysViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_whys_view_finalize;

  /**
   * AftWhysView::selected:
   *
   * Another item is chosen, or none.
   */
  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AftWhysView::changed:
   *
   * Something else than the choice changed: folds, what was found, or the branch that stands out.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_whys_view_init (AftWhysView *self)
{
  self->folded = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->found = g_hash_table_new (NULL, NULL);
  self->order = g_ptr_array_new ();
  self->words = g_strdup ("");
}

/**
 * aft_whys_view_new:
 * @document: a document
 *
 * Returns: (transfer full): a view of its whys, with nothing chosen
 */
AftWhysView *
aft_whys_view_new (AftDocument *document)
{
  AftWhysView *self;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  self = g_object_new (AFT_TYPE_WHYS_VIEW, NULL);
  self->document = g_object_ref (document);

  return self;
}

/**
 * aft_whys_view_get_selected:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the problem, question or answer that is chosen
 */
AftItem *
aft_whys_view_get_selected (AftWhysView *self)
{
  g_return_val_if_fail (AFT_IS_WHYS_VIEW (self), NULL);

  return self->selected;
}

/**
 * aft_whys_view_select:
 * @self: a view
 * @item: (nullable): a problem, question or answer
 *
 * Chooses an item; what hides it is unfolded.
 */
void
aft_whys_view_select (AftWhysView *self,
                      AftItem     *item)
{
  gboolean unfolded = FALSE;

  g_return_if_fail (AFT_IS_WHYS_VIEW (self));

  if (self->selected == item)
    return;

  g_set_object (&self->selected, item);
  for (AftItem *above = item != NULL ? aft_item_get_parent (item) : NULL; above != NULL;
       above = aft_item_get_parent (above))
    unfolded |= g_hash_table_remove (self->folded, above);
  if (unfolded)
    emit_changed (self);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

/**
 * aft_whys_view_can_fold:
 * @item: a problem, question or answer
 *
 * Returns: whether there is something below it that can be hidden; a question never hides its answers
 */
gboolean
aft_whys_view_can_fold (AftItem *item)
{
  return !AFT_IS_QUESTION (item) && g_list_model_get_n_items (aft_item_get_list (item, "questions")) > 0;
}

/**
 * aft_whys_view_is_folded:
 * @self: a view
 * @item: a problem, question or answer
 *
 * Returns: whether what is below it is hidden
 */
gboolean
aft_whys_view_is_folded (AftWhysView *self,
                         AftItem     *item)
{
  return g_hash_table_contains (self->folded, item) && aft_whys_view_can_fold (item);
}

/**
 * aft_whys_view_set_folded:
 * @self: a view
 * @item: a problem or answer
 * @folded: whether to hide what is below it
 */
void
aft_whys_view_set_folded (AftWhysView *self,
                          AftItem     *item,
                          gboolean     folded)
{
  gboolean changed;

  g_return_if_fail (AFT_IS_WHYS_VIEW (self) && AFT_IS_ITEM (item));

  if (folded && !aft_whys_view_can_fold (item))
    return;

  changed = folded ? g_hash_table_add (self->folded, g_object_ref (item)) : g_hash_table_remove (self->folded, item);
  if (folded && self->selected != NULL && self->selected != item && aft_item_is_inside (self->selected, item))
    aft_whys_view_select (self, item);
  if (changed)
    emit_changed (self);
}

static void
fold (AftItem  *item,
      gpointer  user_data)
{
  AftWhysView *self = user_data;

  if ((AFT_IS_PROBLEM (item) || AFT_IS_ANSWER (item)) && aft_whys_view_can_fold (item))
    g_hash_table_add (self->folded, g_object_ref (item));
}

/**
 * aft_whys_view_fold_all:
 * @self: a view
 * @folded: whether to hide what is below every answer, or to show all
 */
void
aft_whys_view_fold_all (AftWhysView *self,
                        gboolean     folded)
{
  GListModel *problems;
  AftItem *shown;

  g_return_if_fail (AFT_IS_WHYS_VIEW (self));

  problems = aft_document_get_problems (self->document);
  g_hash_table_remove_all (self->folded);
  for (guint i = 0; folded && i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(AftItem) problem = g_list_model_get_item (problems, i);

      aft_item_foreach (problem, fold, self);
      /* The first answers stay, else there is nothing to see. */
      g_hash_table_remove (self->folded, problem);
    }

  shown = self->selected;
  for (AftItem *above = shown; above != NULL; above = aft_item_get_parent (above))
    if (above != self->selected && g_hash_table_contains (self->folded, above))
      shown = above;
  emit_changed (self);
  aft_whys_view_select (self, shown);
}

/**
 * aft_whys_view_get_branch:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the item whose branch stands out
 */
AftItem *
aft_whys_view_get_branch (AftWhysView *self)
{
  g_return_val_if_fail (AFT_IS_WHYS_VIEW (self), NULL);

  return self->branch;
}

/**
 * aft_whys_view_set_branch:
 * @self: a view
 * @item: (nullable): the item whose branch is to stand out, or %NULL for all alike
 */
void
aft_whys_view_set_branch (AftWhysView *self,
                          AftItem     *item)
{
  g_return_if_fail (AFT_IS_WHYS_VIEW (self));

  if (g_set_object (&self->branch, item))
    emit_changed (self);
}

/**
 * aft_whys_view_is_faint:
 * @self: a view
 * @item: a problem, question or answer
 *
 * Returns: whether another branch stands out
 */
gboolean
aft_whys_view_is_faint (AftWhysView *self,
                        AftItem     *item)
{
  return self->branch != NULL && item != self->branch && !aft_item_is_inside (item, self->branch);
}

/**
 * aft_whys_view_find:
 * @self: a view
 * @words: what to look for, empty for nothing
 */
void
aft_whys_view_find (AftWhysView *self,
                    const char  *words)
{
  g_return_if_fail (AFT_IS_WHYS_VIEW (self) && words != NULL);

  g_free (self->words);
  self->words = g_utf8_casefold (words, -1);
  look_again (self);
  emit_changed (self);
}

/**
 * aft_whys_view_is_found:
 * @self: a view
 * @item: a problem, question or answer
 *
 * Returns: whether the words that are looked for stand in it
 */
gboolean
aft_whys_view_is_found (AftWhysView *self,
                        AftItem     *item)
{
  return g_hash_table_contains (self->found, item);
}

/**
 * aft_whys_view_count_found:
 * @self: a view
 * @position: (out): which of what was found is chosen, counted from 1; 0 for none of them
 * @n_found: (out): how many were found
 */
void
aft_whys_view_count_found (AftWhysView *self,
                           guint       *position,
                           guint       *n_found)
{
  g_return_if_fail (AFT_IS_WHYS_VIEW (self) && position != NULL && n_found != NULL);

  *n_found = self->order->len;
  *position = g_ptr_array_find (self->order, self->selected, position) ? *position + 1 : 0;
}

/**
 * aft_whys_view_find_next:
 * @self: a view
 * @step: 1 for the next of what was found, -1 for the one before, 0 for the chosen one or else the first
 */
void
aft_whys_view_find_next (AftWhysView *self,
                         int          step)
{
  guint position;
  guint n_found;
  int next;

  g_return_if_fail (AFT_IS_WHYS_VIEW (self));

  aft_whys_view_count_found (self, &position, &n_found);
  if (n_found == 0)
    return;

  if (position == 0)
    next = step < 0 ? (int) n_found - 1 : 0;
  else
    next = ((int) position - 1 + step + (int) n_found) % (int) n_found;
  aft_whys_view_select (self, g_ptr_array_index (self->order, next));
}

/**
 * aft_whys_view_prune:
 * @self: a view
 *
 * Lets go of what is no longer in the document, after an edit.
 */
void
aft_whys_view_prune (AftWhysView *self)
{
  g_return_if_fail (AFT_IS_WHYS_VIEW (self));

  look_again (self);
  if (self->branch != NULL && !is_there (self, self->branch))
    g_clear_object (&self->branch);
  if (self->selected != NULL && !is_there (self, self->selected))
    aft_whys_view_select (self, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-answer.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-canvas-private.h"

/* Writing in the boxes: what comes after what was typed. */

/**
 * aft_whys_canvas_focus_item:
 * @self: a canvas
 * @item: (nullable): a problem, question or answer
 *
 * Chooses an item and gives it the focus.
 */
void
aft_whys_canvas_focus_item (AftWhysCanvas *self,
                            AftItem       *item)
{
  GtkWidget *node;

  g_return_if_fail (AFT_IS_WHYS_CANVAS (self));

  aft_whys_view_select (self->view, item);
  if (item != NULL && !g_hash_table_contains (self->nodes, item))
    aft_whys_canvas_sync_nodes (self);
  node = item != NULL ? g_hash_table_lookup (self->nodes, item) : NULL;
  if (node != NULL)
    gtk_widget_grab_focus (node);
  else
    aft_whys_canvas_grab_focus_self (self);
}

/**
 * aft_whys_canvas_edit:
 * @self: a canvas
 * @item: a problem, question or answer
 *
 * Chooses an item and lets the user type in it.
 */
void
aft_whys_canvas_edit (AftWhysCanvas *self,
                      AftItem       *item)
{
  GtkWidget *node;

  g_return_if_fail (AFT_IS_WHYS_CANVAS (self) && AFT_IS_ITEM (item));

  aft_whys_canvas_commit (self);
  if (aft_item_get_document (item) == NULL)
    return;

  aft_whys_view_select (self->view, item);
  g_set_object (&self->editing, item);
  aft_whys_canvas_refresh (self);
  if (!aft_whys_canvas_is_readable (self))
    aft_whys_canvas_zoom (self, 1 / self->zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                          gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
  aft_whys_canvas_reveal (self, item);
  node = g_hash_table_lookup (self->nodes, item);
  if (node != NULL)
    aft_whys_node_edit (AFT_WHYS_NODE (node));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
aft_whys_canvas_edit_new (AftWhysCanvas *self,
                          AftItem       *item)
{
  if (item != NULL)
    aft_whys_canvas_edit (self, item);
  else if (aft_history_is_read_only (aft_whys_canvas_get_history (self)))
    aft_session_tell (self->session, _("This document can’t be changed."), FALSE);
  else
    aft_session_tell (self->session, _("This is as deep as a tree can go"), FALSE);
}

/* Takes over what is being written, before an undo, a save or another edit. */
void
aft_whys_canvas_commit (AftWhysCanvas *self)
{
  GtkWidget *node = self->editing != NULL ? g_hash_table_lookup (self->nodes, self->editing) : NULL;

  if (node != NULL && aft_whys_node_is_editing (AFT_WHYS_NODE (node)))
    aft_whys_node_finish (AFT_WHYS_NODE (node), AFT_WHYS_KEEP);
}

/**
 * aft_whys_canvas_is_writing:
 * @self: a canvas
 *
 * Returns: whether somebody writes in a box of it, or is about to
 */
gboolean
aft_whys_canvas_is_writing (AftWhysCanvas *self)
{
  g_return_val_if_fail (AFT_IS_WHYS_CANVAS (self), FALSE);

  return self->editing != NULL;
}

/* What somebody began to write and left empty goes, and with it a question that was only asked for it. */
static void
drop_empty (AftWhysCanvas *self,
            AftItem       *item)
{
  AftHistory *history = aft_whys_canvas_get_history (self);
  AftItem *parent = aft_item_get_parent (item);
  AftItem *above = aft_item_get_parent (parent);
  AftItem *gone = item;

  if (!AFT_IS_ANSWER (item) || !aft_item_is_empty (item))
    return;

  /* As if it had never been begun. */
  if (aft_history_begin_again (history, item))
    {
      aft_history_abandon (history);
      aft_whys_canvas_refresh (self);
      aft_whys_canvas_focus_item (self, aft_item_get_document (parent) != NULL ? parent : above);
      return;
    }

  if (g_list_model_get_n_items (aft_item_get_list (parent, "answers")) == 1)
    {
      gone = parent;
      parent = above;
    }
  if (aft_history_remove (history, gone))
    {
      aft_whys_canvas_refresh (self);
      aft_whys_canvas_focus_item (self, parent);
    }
}

/* The first words in a new box belong to making it: one undo takes both back. */
static void
write_text (AftWhysCanvas *self,
            AftItem       *item,
            const char    *text)
{
  AftHistory *history = aft_whys_canvas_get_history (self);
  const gboolean again =
    aft_item_get_heading (item)[0] == '\0' && text[0] != '\0' && aft_history_begin_again (history, item);

  g_object_set (item, "text", text, NULL);
  if (again)
    aft_history_end (history);
}

/* The next why of what was written; one that was asked before is not asked again. */
static void
ask_next (AftWhysCanvas *self,
          AftItem       *item)
{
  if (!AFT_IS_QUESTION (item) && g_list_model_get_n_items (aft_item_get_list (item, "questions")) > 0)
    {
      aft_whys_view_set_folded (self->view, item, FALSE);
      return;
    }

  aft_whys_canvas_edit_new (self, aft_whys_ask (aft_whys_canvas_get_document (self), item));
}

void
aft_whys_canvas_handle_keep (AftWhysCanvas *self,
                             AftWhysNode   *node,
                             const char    *text,
                             AftWhysKeep    keep)
{
  AftDocument *document = aft_whys_canvas_get_document (self);
  g_autoptr(AftItem) item = g_object_ref (aft_whys_node_get_item (node));
  AftItem *second = NULL;

  g_clear_object (&self->editing);
  aft_whys_measure_set_draft (self->measure, NULL, NULL);
  aft_whys_canvas_queue_refresh (self);
  if (aft_item_get_document (item) == NULL)
    return;

  /* What was typed in a new box is not lost: undo takes it back, and the box with it. */
  if (keep != AFT_WHYS_LEAVE || aft_item_get_heading (item)[0] == '\0')
    write_text (self, item, text);
  if (aft_item_get_heading (item)[0] == '\0')
    {
      drop_empty (self, item);
      return;
    }

  switch (keep)
    {
    case AFT_WHYS_KEEP_AND_ASK:
      ask_next (self, item);
      break;
    case AFT_WHYS_KEEP_AND_ALTERNATIVE:
      if (!AFT_IS_PROBLEM (item))
        aft_whys_canvas_edit_new (self, aft_whys_add_alternative (document, item));
      break;
    case AFT_WHYS_KEEP_AND_QUESTION:
      /* Another question of the answer above this one. */
      if (!AFT_IS_PROBLEM (item))
        aft_whys_canvas_edit_new (
          self, aft_whys_add_question (document, AFT_IS_ANSWER (item) ? aft_item_get_parent (item) : item));
      break;
    case AFT_WHYS_KEEP_AND_SPLIT:
      if (AFT_IS_ANSWER (item))
        second = aft_whys_split (document, AFT_ANSWER (item), (guint) aft_whys_node_get_caret (node));
      aft_whys_canvas_focus_item (self, second != NULL ? second : item);
      break;
    case AFT_WHYS_KEEP:
    case AFT_WHYS_LEAVE:
    default:
      break;
    }
}

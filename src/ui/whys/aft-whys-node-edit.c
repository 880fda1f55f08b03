/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-whys-node-private.h"

/* Writing in a box. */

static char *
dup_text (AftWhysNode *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
key_pressed_cb (AftWhysNode     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  const gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;
  const gboolean control = (modifiers & GDK_CONTROL_MASK) != 0;

  /* While an input method composes, Enter and Escape are its own. */
  if (self->composing)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Escape)
    {
      aft_whys_node_finish (self, AFT_WHYS_LEAVE);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    {
      aft_whys_node_finish (self, AFT_WHYS_KEEP);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;

  if (control && shift)
    aft_whys_node_finish (self, AFT_WHYS_KEEP_AND_QUESTION);
  else if (control)
    aft_whys_node_finish (self, AFT_WHYS_KEEP_AND_SPLIT);
  else if (shift)
    aft_whys_node_finish (self, AFT_WHYS_KEEP_AND_ALTERNATIVE);
  else
    aft_whys_node_finish (self, AFT_WHYS_KEEP_AND_ASK);

  return GDK_EVENT_STOP;
}

static void
preedit_cb (AftWhysNode *self,
            const char  *preedit)
{
  self->composing = preedit != NULL && preedit[0] != '\0';
}

/* Behind an empty editor stands what is to be written there. */
static void
show_placeholder (AftWhysNode *self,
                  gboolean     empty)
{
  gtk_widget_set_visible (self->label, empty && aft_item_get_heading (self->item)[0] == '\0');
}

static void
draft_cb (AftWhysNode *self)
{
  g_autofree char *text = NULL;

  if (self->editor == NULL)
    return;

  text = dup_text (self);
  show_placeholder (self, text[0] == '\0');
  g_signal_emit_by_name (self, "draft", text);
}

static void
focus_left_cb (AftWhysNode *self)
{
  if (self->editor != NULL)
    aft_whys_node_finish (self, AFT_WHYS_KEEP);
}

/**
 * aft_whys_node_edit:
 * @self: a node
 *
 * Lets the user type the text in place.
 */
void
aft_whys_node_edit (AftWhysNode *self)
{
  GtkEventController *keys;
  GtkEventController *focus;
  GtkTextBuffer *buffer;
  GtkTextIter end;

  g_return_if_fail (AFT_IS_WHYS_NODE (self));

  if (self->editor != NULL)
    return;

  self->editor = gtk_text_view_new ();
  self->composing = FALSE;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, aft_item_get_heading (self->item), -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->editor), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->editor), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  aft_item_get_kind_label (self->item), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  aft_whys_item_get_text (self->item), -1);

  keys = gtk_event_controller_key_new ();
  focus = gtk_event_controller_focus_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "preedit-changed", G_CALLBACK (preedit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (draft_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, keys);
  gtk_widget_add_controller (self->editor, focus);

  show_placeholder (self, TRUE);
  gtk_widget_insert_after (self->editor, GTK_WIDGET (self), self->label);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_widget_grab_focus (self->editor);
}

/**
 * aft_whys_node_get_editor:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): what the user types in
 */
GtkWidget *
aft_whys_node_get_editor (AftWhysNode *self)
{
  g_return_val_if_fail (AFT_IS_WHYS_NODE (self), NULL);

  return self->editor;
}

/**
 * aft_whys_node_is_editing:
 * @self: a node
 *
 * Returns: whether the user is typing in it
 */
gboolean
aft_whys_node_is_editing (AftWhysNode *self)
{
  return self->editor != NULL;
}

/**
 * aft_whys_node_get_caret:
 * @self: a node
 *
 * Returns: where the caret was when typing ended, in characters
 */
int
aft_whys_node_get_caret (AftWhysNode *self)
{
  g_return_val_if_fail (AFT_IS_WHYS_NODE (self), 0);

  return self->caret;
}

/**
 * aft_whys_node_finish:
 * @self: a node in which the user types
 * @keep: how typing ends
 */
void
aft_whys_node_finish (AftWhysNode *self,
                      AftWhysKeep  keep)
{
  g_autoptr(AftWhysNode) alive = NULL;
  g_autofree char *text = NULL;
  GtkWidget *editor;
  gboolean focused;

  g_return_if_fail (AFT_IS_WHYS_NODE (self));

  if (self->editor == NULL)
    return;

  alive = g_object_ref (self);
  text = dup_text (self);
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), "cursor-position", &self->caret, NULL);
  editor = g_steal_pointer (&self->editor);
  focused = gtk_widget_has_focus (editor);
  gtk_widget_set_visible (self->label, TRUE);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_unparent (editor);
  /* Blanks at the ends say nothing; those of a text that is split count for the caret. */
  if (keep != AFT_WHYS_KEEP_AND_SPLIT)
    g_strstrip (text);
  g_signal_emit_by_name (self, "keep", text, keep);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-document.h"
#include "aft-due.h"
#include "aft-field-binding.h"
#include "aft-item-choice.h"

/* One field of an item in one widget. From the item to the widget by notify; from the widget to the
 * item only when the user does something. Text goes as the smallest splice, so that the caret stays. */
typedef struct
{
  /* Borrowed: the binding is the widget's data */
  GObject        *widget;

  /* Owned */
  AftItem        *item;
  GSignalGroup   *item_signals;
  GSignalGroup   *history_signals;
  GListModel     *candidates;
  GtkEventController *focus;

  const AftField *field;
  guint           index;
  gulong          handler;
  gboolean        updating;
  /* Whether the words are understood as a whole, when the user leaves the widget. */
  gboolean        on_leave;
} Binding;

static GQuark
binding_quark (void)
{
  return g_quark_from_static_string ("aft-field-binding");
}

static void
binding_free (gpointer data)
{
  Binding *binding = data;

  g_clear_object (&binding->item_signals);
  g_clear_object (&binding->history_signals);
  g_clear_object (&binding->item);
  g_clear_object (&binding->candidates);
  g_free (binding);
}

static void
common_ends (const char *was,
             const char *now,
             glong      *head,
             glong      *tail,
             glong      *was_length,
             glong      *now_length)
{
  const char *a = was;
  const char *b = now;

  *was_length = g_utf8_strlen (was, -1);
  *now_length = g_utf8_strlen (now, -1);

  for (*head = 0; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); (*head)++)
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }

  a = was + strlen (was);
  b = now + strlen (now);
  for (*tail = 0; *tail < MIN (*was_length, *now_length) - *head; (*tail)++)
    {
      a = g_utf8_prev_char (a);
      b = g_utf8_prev_char (b);
      if (g_utf8_get_char (a) != g_utf8_get_char (b))
        break;
    }
}

static void
splice_editable (GtkEditable *editable,
                 const char  *now)
{
  const char *was = gtk_editable_get_text (editable);
  glong head;
  glong tail;
  glong was_length;
  glong now_length;
  int position;
  g_autofree char *inserted = NULL;

  if (strcmp (was, now) == 0)
    return;

  common_ends (was, now, &head, &tail, &was_length, &now_length);
  inserted = g_utf8_substring (now, head, now_length - tail);
  position = (int) head;
  gtk_editable_delete_text (editable, (int) head, (int) (was_length - tail));
  gtk_editable_insert_text (editable, inserted, -1, &position);
}

static char *
dup_buffer_text (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
splice_buffer (GtkTextBuffer *buffer,
               const char    *now)
{
  g_autofree char *was = dup_buffer_text (buffer);
  g_autofree char *inserted = NULL;
  GtkTextIter start;
  GtkTextIter end;
  glong head;
  glong tail;
  glong was_length;
  glong now_length;

  if (strcmp (was, now) == 0)
    return;

  common_ends (was, now, &head, &tail, &was_length, &now_length);
  inserted = g_utf8_substring (now, head, now_length - tail);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) head);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) (was_length - tail));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, inserted, -1);
}

static char *
dup_shown_text (Binding *binding)
{
  if (binding->field->type == AFT_FIELD_WORDS)
    return g_strjoinv (", ", (char **) aft_item_get_words (binding->item, binding->index));

  return g_strdup (aft_item_get_text (binding->item, binding->index));
}

static guint
find_candidate (Binding *binding)
{
  const char *id = aft_item_get_text (binding->item, binding->index);

  for (guint i = 0; i < g_list_model_get_n_items (binding->candidates); i++)
    {
      g_autoptr(AftItemChoice) choice = g_list_model_get_item (binding->candidates, i);
      AftItem *item = aft_item_choice_get_item (choice);

      if (item == NULL ? id[0] == '\0' : strcmp (aft_item_get_id (item), id) == 0)
        return i;
    }

  return 0;
}

static void
update_widget (Binding *binding)
{
  if (binding->updating || binding->item == NULL)
    return;

  binding->updating = TRUE;
  if (GTK_IS_TEXT_BUFFER (binding->widget))
    {
      splice_buffer (GTK_TEXT_BUFFER (binding->widget), aft_item_get_text (binding->item, binding->index));
    }
  else if (GTK_IS_DROP_DOWN (binding->widget))
    {
      const guint selected = binding->candidates != NULL ? find_candidate (binding)
                                                         : (guint) aft_item_get_integer (binding->item, binding->index);

      gtk_drop_down_set_selected (GTK_DROP_DOWN (binding->widget), selected);
    }
  else if (GTK_IS_EDITABLE (binding->widget))
    {
      g_autofree char *text = dup_shown_text (binding);

      splice_editable (GTK_EDITABLE (binding->widget), text);
    }
  else
    {
      g_object_set (binding->widget, "active", aft_item_get_integer (binding->item, binding->index) != 0, NULL);
    }
  binding->updating = FALSE;
}

static GStrv
split_words (const char *text)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = g_strsplit_set (text, ",;", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    if (g_strstrip (parts[i])[0] != '\0')
      g_strv_builder_add (builder, parts[i]);

  return g_strv_builder_end (builder);
}

static void
record_editable (Binding *binding)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (binding->widget));

  if (binding->field->type == AFT_FIELD_WORDS)
    {
      g_auto(GStrv) words = split_words (text);

      g_object_set (binding->item, binding->field->name, words, NULL);
    }
  else if (binding->on_leave)
    {
      g_autofree char *due = NULL;
      GDate today;

      aft_due_get_today (&today);
      due = aft_due_understand (text, &today);
      g_object_set (binding->item, binding->field->name, due, NULL);
    }
  else
    {
      g_object_set (binding->item, binding->field->name, text, NULL);
    }
}

static void
record_drop_down (Binding *binding)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (binding->widget);

  if (binding->candidates != NULL)
    {
      AftItemChoice *choice = gtk_drop_down_get_selected_item (drop_down);
      AftItem *target = choice != NULL ? aft_item_choice_get_item (choice) : NULL;

      g_object_set (binding->item, binding->field->name, target != NULL ? aft_item_get_id (target) : "", NULL);
    }
  else if (gtk_drop_down_get_selected (drop_down) != GTK_INVALID_LIST_POSITION)
    {
      g_object_set (binding->item, binding->field->name, (int) gtk_drop_down_get_selected (drop_down), NULL);
    }
}

/* What an item that is no longer in a document was told is not recorded, and what the history
 * itself causes is not the user's. */
static gboolean
may_record (Binding *binding)
{
  AftDocument *document = binding->item != NULL ? aft_item_get_document (binding->item) : NULL;

  return !binding->updating && document != NULL && !aft_history_is_busy (aft_document_get_history (document));
}

static void
record (Binding *binding)
{
  if (!may_record (binding))
    return;

  binding->updating = TRUE;
  if (GTK_IS_TEXT_BUFFER (binding->widget))
    {
      g_autofree char *text = dup_buffer_text (GTK_TEXT_BUFFER (binding->widget));

      g_object_set (binding->item, binding->field->name, text, NULL);
    }
  else if (GTK_IS_DROP_DOWN (binding->widget))
    {
      record_drop_down (binding);
    }
  else if (GTK_IS_EDITABLE (binding->widget))
    {
      record_editable (binding);
    }
  else
    {
      gboolean active;

      g_object_get (binding->widget, "active", &active, NULL);
      g_object_set (binding->item, binding->field->name, active, NULL);
    }
  binding->updating = FALSE;
}

static void
widget_changed_cb (Binding *binding)
{
  if (!binding->on_leave)
    record (binding);
}

static void
hand_in_cb (Binding *binding)
{
  if (!binding->on_leave)
    return;

  record (binding);
  update_widget (binding);
}

static Binding *
binding_new (GObject    *widget,
             AftItem    *item,
             const char *field_name)
{
  Binding *binding = g_new0 (Binding, 1);
  g_autofree char *notify = g_strconcat ("notify::", field_name, NULL);
  guint n_fields;

  binding->widget = widget;
  binding->item = g_object_ref (item);
  aft_item_find_field (item, field_name, &binding->index);
  binding->field = &aft_item_get_fields (item, &n_fields)[binding->index];
  binding->item_signals = g_signal_group_new (AFT_TYPE_ITEM);
  g_signal_group_connect_swapped (binding->item_signals, notify, G_CALLBACK (update_widget), binding);
  g_signal_group_set_target (binding->item_signals, item);

  return binding;
}

static void
watch_widget (Binding    *binding,
              const char *signal_name)
{
  binding->handler = g_signal_connect_swapped (binding->widget, signal_name, G_CALLBACK (widget_changed_cb), binding);
}

static void
watch_leave (Binding *binding)
{
  AftDocument *document = aft_item_get_document (binding->item);

  binding->on_leave = TRUE;
  binding->focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (binding->focus, "leave", G_CALLBACK (hand_in_cb), binding);
  gtk_widget_add_controller (GTK_WIDGET (binding->widget), binding->focus);
  if (g_signal_lookup ("activate", G_OBJECT_TYPE (binding->widget)) != 0)
    binding->handler = g_signal_connect_swapped (binding->widget, "activate", G_CALLBACK (hand_in_cb), binding);

  if (document != NULL)
    {
      binding->history_signals = g_signal_group_new (AFT_TYPE_HISTORY);
      g_signal_group_connect_swapped (binding->history_signals, "commit", G_CALLBACK (hand_in_cb), binding);
      g_signal_group_set_target (binding->history_signals, aft_document_get_history (document));
    }
}

static void
fill_choices (GtkDropDown    *drop_down,
              const AftField *field)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < aft_choice_get_n_values (field->value_type ()); i++)
    gtk_string_list_append (labels, aft_choice_get_nth_label (field->value_type (), i));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (labels));
}

/**
 * aft_field_unbind:
 * @widget: a widget or text buffer
 *
 * The widget shows no field any more; what is in it stays.
 */
void
aft_field_unbind (GObject *widget)
{
  Binding *binding = g_object_get_qdata (widget, binding_quark ());

  if (binding == NULL)
    return;

  hand_in_cb (binding);
  g_clear_signal_handler (&binding->handler, widget);
  if (binding->focus != NULL)
    gtk_widget_remove_controller (GTK_WIDGET (widget), binding->focus);
  g_object_set_qdata (widget, binding_quark (), NULL);
}

/**
 * aft_field_bind:
 * @widget: a #GtkEditable, #GtkTextBuffer, #GtkDropDown, or anything with a property "active"
 * @item: (nullable): an item of a document; %NULL unbinds
 * @field: the name of a field
 *
 * Shows a field of an item in a widget, and makes edits of what the user does there. The widget's
 * own undo is switched off. Words, such as tags, and due dates are taken when the user leaves or
 * presses Enter. A widget shows one field at a time.
 */
void
aft_field_bind (GObject    *widget,
                AftItem    *item,
                const char *field)
{
  Binding *binding;

  g_return_if_fail (G_IS_OBJECT (widget));

  aft_field_unbind (widget);
  if (item == NULL)
    return;

  g_return_if_fail (aft_item_find_field (item, field, NULL));

  binding = binding_new (widget, item, field);
  if (GTK_IS_TEXT_BUFFER (widget))
    {
      gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (widget), FALSE);
      update_widget (binding);
      watch_widget (binding, "changed");
    }
  else if (GTK_IS_DROP_DOWN (widget))
    {
      fill_choices (GTK_DROP_DOWN (widget), binding->field);
      update_widget (binding);
      watch_widget (binding, "notify::selected");
    }
  else if (GTK_IS_EDITABLE (widget))
    {
      gtk_editable_set_enable_undo (GTK_EDITABLE (widget), FALSE);
      update_widget (binding);
      if (binding->field->type == AFT_FIELD_WORDS || strcmp (field, "due") == 0)
        watch_leave (binding);
      else
        watch_widget (binding, "changed");
    }
  else
    {
      update_widget (binding);
      watch_widget (binding, "notify::active");
    }

  g_object_set_qdata_full (widget, binding_quark (), binding, binding_free);
}

static void
candidates_changed_cb (Binding *binding)
{
  /* The drop-down chose something of its own; the item knows better. */
  update_widget (binding);
}

/**
 * aft_field_bind_reference:
 * @drop_down: a drop-down
 * @item: (nullable): an item of a document; %NULL unbinds
 * @field: the name of a field that holds one reference
 * @candidates: a list of the items that may be chosen
 *
 * As aft_field_bind() for a choice among items, with "none" before them. When the item that was
 * chosen goes, the drop-down follows the document and records nothing; when it comes back, so does
 * the choice.
 */
void
aft_field_bind_reference (GtkDropDown *drop_down,
                          AftItem     *item,
                          const char  *field,
                          GListModel  *candidates)
{
  Binding *binding;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  aft_field_unbind (G_OBJECT (drop_down));
  if (item == NULL)
    return;

  binding = binding_new (G_OBJECT (drop_down), item, field);
  binding->candidates = aft_item_choice_list_new (candidates);
  binding->history_signals = g_signal_group_new (AFT_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (binding->history_signals, "edited", G_CALLBACK (candidates_changed_cb), binding);
  g_signal_group_set_target (binding->history_signals, aft_item_get_document (item));
  binding->updating = TRUE;
  aft_item_choice_set_up (drop_down, binding->candidates);
  binding->updating = FALSE;
  update_widget (binding);
  watch_widget (binding, "notify::selected");

  g_object_set_qdata_full (G_OBJECT (drop_down), binding_quark (), binding, binding_free);
}

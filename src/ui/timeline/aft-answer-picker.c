/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-answer-picker.h"
#include "aft-answer.h"

#define LIST_HEIGHT 300
#define POPOVER_WIDTH 320

/**
 * AftAnswerPicker:
 *
 * Which answers of the five whys an event is evidence of.
 */
struct _AftAnswerPicker
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *button;
  GtkWidget  *search;
  GtkWidget  *list;

  /* Owned */
  AftSession *session;
  AftEvent   *event;
};

G_DEFINE_FINAL_TYPE (AftAnswerPicker, aft_answer_picker, GTK_TYPE_WIDGET)

static gboolean
names_event (AftAnswer *answer,
             AftEvent  *event)
{
  return g_strv_contains (aft_answer_get_events (answer), aft_item_get_id (AFT_ITEM (event)));
}

static AftAnswer *
get_answer (AftAnswerPicker *self,
            GtkWidget       *check)
{
  AftItem *item = aft_document_find (aft_session_get_document (self->session),
                                     g_object_get_data (G_OBJECT (check), "answer"));

  return AFT_IS_ANSWER (item) ? AFT_ANSWER (item) : NULL;
}

static void
toggled_cb (AftAnswerPicker *self,
            GtkCheckButton  *check)
{
  AftAnswer *answer = get_answer (self, GTK_WIDGET (check));
  const gboolean wanted = gtk_check_button_get_active (check);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) ids = NULL;
  AftHistory *history;
  const char *const *events;
  const char *id;

  if (answer == NULL || self->event == NULL || names_event (answer, self->event) == wanted)
    return;

  id = aft_item_get_id (AFT_ITEM (self->event));
  events = aft_answer_get_events (answer);
  for (gsize i = 0; events[i] != NULL; i++)
    if (!g_str_equal (events[i], id))
      g_strv_builder_add (builder, events[i]);
  if (wanted)
    g_strv_builder_add (builder, id);
  ids = g_strv_builder_end (builder);

  history = aft_session_get_history (self->session);
  aft_history_commit (history);
  aft_history_begin (history, wanted
                              /* Translators: what undo takes back: an event became evidence of an answer */
                              ? _("Use as Evidence")
                              /* Translators: what undo takes back: an event is evidence of an answer no more */
                              : _("No Longer Use as Evidence"));
  g_object_set (answer, "events", ids, NULL);
  aft_history_end (history);
}

static void
add_answer (AftItem  *item,
            gpointer  user_data)
{
  AftAnswerPicker *self = user_data;
  const char *text;
  GtkWidget *check;
  GtkWidget *label;

  if (!AFT_IS_ANSWER (item))
    return;

  text = aft_answer_get_text (AFT_ANSWER (item));
  check = gtk_check_button_new ();
  label = gtk_label_new (text[0] != '\0' ? text : _("Untitled"));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  g_object_set_data_full (G_OBJECT (check), "answer", g_strdup (aft_item_get_id (item)), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), names_event (AFT_ANSWER (item), self->event));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), check);
}

static gboolean
is_found (GtkListBoxRow *row,
          gpointer       user_data)
{
  AftAnswerPicker *self = user_data;
  AftAnswer *answer = get_answer (self, gtk_list_box_row_get_child (row));
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return words[0] == '\0' || (answer != NULL && g_str_match_string (words, aft_answer_get_text (answer), TRUE));
}

static void
search_changed_cb (AftAnswerPicker *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

static void
shown_cb (AftAnswerPicker *self)
{
  aft_answer_picker_fill (self);
}

static void
aft_answer_picker_dispose (GObject *object)
{
  AftAnswerPicker *self = AFT_ANSWER_PICKER (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->event);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_answer_picker_parent_class)->dispose (object);
}

static void
aft_answer_picker_class_init (AftAnswerPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_answer_picker_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
aft_answer_picker_init (AftAnswerPicker *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  /* Translators: in the list of answers, where it is empty or none is found */
  GtkWidget *nothing = gtk_label_new (_("There is no such answer among the five whys."));

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search answers"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);

  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (nothing), TRUE);
  gtk_widget_set_margin_top (nothing, 12);
  gtk_widget_set_margin_bottom (nothing, 12);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_found, self, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), nothing);
  gtk_widget_add_css_class (self->list, "aft-answers");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Answers of the five whys"), -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);

  gtk_widget_set_size_request (box, POPOVER_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (shown_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _("Use as evidence of an answer"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Use as evidence of an answer"), -1);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * aft_answer_picker_set_event:
 * @self: a picker
 * @session: the session whose document has the answers
 * @event: (nullable): the event
 */
void
aft_answer_picker_set_event (AftAnswerPicker *self,
                             AftSession      *session,
                             AftEvent        *event)
{
  g_return_if_fail (AFT_IS_ANSWER_PICKER (self) && AFT_IS_SESSION (session));
  g_return_if_fail (event == NULL || AFT_IS_EVENT (event));

  g_set_object (&self->session, session);
  g_set_object (&self->event, event);
}

/**
 * aft_answer_picker_fill:
 * @self: a picker
 *
 * Reads the answers anew, as it does whenever it is opened.
 */
void
aft_answer_picker_fill (AftAnswerPicker *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (AFT_IS_ANSWER_PICKER (self));

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  if (self->event != NULL)
    aft_item_foreach (AFT_ITEM (aft_session_get_document (self->session)), add_answer, self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-tools.h"

#include "aft-answer.h"
#include "aft-corrective-action.h"
#include "aft-event-picker.h"
#include "aft-event.h"
#include "aft-factor-links.h"
#include "aft-factor-row.h"
#include "aft-factors-list.h"
#include "aft-lesson.h"
#include "aft-line-view.h"
#include "aft-problem.h"
#include "aft-prose-view.h"
#include "aft-question.h"

typedef struct
{
  AftDocument *document;
  AftHistory  *history;
  AftSession  *session;
  GtkWidget   *list;
  GtkWidget   *window;
  GtkWidget   *rows;
  char        *first;
  char        *told;
  AftItem     *shown;
} Fixture;

static gpointer
get_child (Fixture    *fixture,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (fixture->list, AFT_TYPE_FACTORS_LIST, name);

  g_assert_nonnull (child);

  return child;
}

static void
told_cb (Fixture    *fixture,
         const char *message)
{
  g_free (fixture->told);
  fixture->told = g_strdup (message);
}

static void
shown_cb (Fixture *fixture,
          AftItem *item)
{
  fixture->shown = item;
}

static void
remove_all (GListModel *list,
            AftHistory *history)
{
  while (g_list_model_get_n_items (list) > 0)
    {
      g_autoptr(AftItem) item = g_list_model_get_item (list, 0);

      g_assert_true (aft_history_remove (history, item));
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  filled)
{
  fixture->document = load_sample ();
  fixture->history = aft_document_get_history (fixture->document);
  remove_all (aft_document_get_factors (fixture->document), fixture->history);
  g_object_set (fixture->document, "method", AFT_METHOD_FACTORS, NULL);
  for (guint i = 0; filled != NULL && i < 3; i++)
    {
      static const char *const texts[] = { "First", "Second", "Third" };
      g_autoptr(AftFactor) factor = aft_factor_new ();

      g_object_set (factor, "text", texts[i], "note", i == 1 ? "A *note*." : "", NULL);
      g_assert_true (aft_history_insert (fixture->history, AFT_ITEM (fixture->document), "factors", G_MAXUINT,
                                         AFT_ITEM (factor)));
    }

  /* A document that was just read has nothing to take back. */
  {
    g_autoptr(GBytes) bytes = aft_document_write (fixture->document);
    g_autoptr(GError) error = NULL;

    g_object_unref (fixture->document);
    fixture->document = aft_document_read (bytes, NULL, &error);
    g_assert_no_error (error);
    fixture->history = aft_document_get_history (fixture->document);
  }
  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  g_signal_connect_swapped (fixture->session, "message", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (fixture->session, "show-item", G_CALLBACK (shown_cb), fixture);
  fixture->list = aft_factors_list_new (fixture->session);
  fixture->rows = get_child (fixture, "rows");
  fixture->window = show_in_window (fixture->list);
  fixture->first = dup_json (fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  filled)
{
  aft_session_forget (fixture->session);
  g_object_ref (fixture->list);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->document);
  g_free (fixture->first);
  g_free (fixture->told);
}

static AftFactorRow *
get_row (Fixture *fixture,
         guint    nth)
{
  GtkWidget *row = gtk_widget_get_first_child (fixture->rows);

  while (row != NULL && nth-- > 0)
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);

  return AFT_FACTOR_ROW (row);
}

static AftFactor *
get_factor (Fixture *fixture,
            guint    nth)
{
  g_autoptr(AftFactor) factor = g_list_model_get_item (aft_document_get_factors (fixture->document), nth);

  return factor;
}

static GtkWidget *
get_text (AftFactorRow *row)
{
  return aft_line_view_get_text_view (find_widget (GTK_WIDGET (row), AFT_TYPE_LINE_VIEW));
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* What stands in the rows, which is what stands in the document. */
static void
assert_texts (Fixture    *fixture,
              const char *wanted)
{
  GListModel *factors = aft_document_get_factors (fixture->document);
  g_autoptr(GString) texts = g_string_new (NULL);
  guint n = 0;

  iterate ();
  for (GtkWidget *row = gtk_widget_get_first_child (fixture->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *text = NULL;

      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text (AFT_FACTOR_ROW (row)))), "text", &text, NULL);
      g_assert_true (aft_factor_row_get_factor (AFT_FACTOR_ROW (row)) == get_factor (fixture, n));
      g_assert_cmpstr (text, ==, aft_factor_get_text (get_factor (fixture, n++)));
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           text[0] != '\0' ? text : "Untitled");
      g_string_append_printf (texts, "%s%s", texts->len > 0 ? ", " : "", text);
    }
  g_assert_cmpuint (n, ==, g_list_model_get_n_items (factors));
  g_assert_cmpstr (texts->str, ==, wanted);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "stack")), ==, n > 0 ? "list" : "empty");
}

static void
enter (Fixture    *fixture,
       const char *text)
{
  GtkWidget *entry = get_child (fixture, "entry");

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  iterate ();
  g_assert_true (has_focus (entry));
}

static void
test_add (Fixture       *fixture,
          gconstpointer  filled)
{
  GtkWidget *entry = get_child (fixture, "entry");

  assert_texts (fixture, "");
  enter (fixture, "   ");
  assert_texts (fixture, "");
  g_assert_false (aft_history_can_undo (fixture->history));

  enter (fixture, " One ");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  enter (fixture, "Two");
  enter (fixture, "Three");
  assert_texts (fixture, "One, Two, Three");
  g_assert_true (aft_history_undo (fixture->history));
  assert_texts (fixture, "One, Two");
  g_assert_true (aft_history_redo (fixture->history));
  assert_texts (fixture, "One, Two, Three");
  assert_undo_and_redo (fixture->document, fixture->first);
}

/* A long list shows what was added last. */
static void
test_scroll (Fixture       *fixture,
             gconstpointer  filled)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (get_child (fixture, "scroller"));

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *text = g_strdup_printf ("Number %u", i);

      enter (fixture, text);
    }
  wait_until (gtk_adjustment_get_value (adjustment) > 0 &&
              gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >
                gtk_adjustment_get_upper (adjustment) - 1);
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  filled)
{
  AftFactorRow *row = get_row (fixture, 0);

  assert_texts (fixture, "First, Second, Third");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text (row))), "Another", -1);
  aft_history_commit (fixture->history);
  assert_texts (fixture, "Another, Second, Third");
  g_object_set (get_factor (fixture, 2), "text", "From elsewhere", NULL);
  assert_texts (fixture, "Another, Second, From elsewhere");

  /* A note that is there is shown; another comes with a click. */
  g_assert_nonnull (find_widget (GTK_WIDGET (get_row (fixture, 1)), AFT_TYPE_PROSE_VIEW));
  g_assert_null (find_widget (GTK_WIDGET (row), AFT_TYPE_PROSE_VIEW));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (GTK_WIDGET (row), "Note and Audience")), TRUE);
  {
    GtkWidget *note = find_widget (GTK_WIDGET (row), AFT_TYPE_PROSE_VIEW);
    GtkTextView *view = find_widget (note, GTK_TYPE_TEXT_VIEW);

    gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "Said by **two**.", -1);
    aft_history_commit (fixture->history);
    g_assert_cmpstr (aft_factor_get_note (get_factor (fixture, 0)), ==, "Said by **two**.");
  }
  {
    GtkDropDown *audience = find_widget (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN);

    gtk_drop_down_set_selected (audience, AFT_AUDIENCE_TEAM);
    iterate ();
    g_assert_cmpint (aft_factor_get_audience (get_factor (fixture, 0)), ==, AFT_AUDIENCE_TEAM);
  }
  assert_undo_and_redo (fixture->document, fixture->first);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  filled)
{
  AftFactorRow *row = get_row (fixture, 0);

  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_assert_true (has_focus (get_text (row)));
  g_assert_true (press_key (GTK_WIDGET (row), GDK_KEY_Down, GDK_ALT_MASK));
  assert_texts (fixture, "Second, First, Third");
  g_assert_true (has_focus (get_text (row)));
  g_assert_true (press_key (GTK_WIDGET (row), GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_true (press_key (GTK_WIDGET (row), GDK_KEY_Down, GDK_ALT_MASK));
  assert_texts (fixture, "Second, Third, First");
  g_assert_true (press_key (GTK_WIDGET (row), GDK_KEY_Up, GDK_ALT_MASK));
  assert_texts (fixture, "Second, First, Third");
  g_assert_true (has_focus (get_text (row)));
  g_assert_false (press_key (GTK_WIDGET (row), GDK_KEY_Down, 0));
  g_assert_false (press_key (GTK_WIDGET (row), GDK_KEY_BackSpace, 0));

  /* Enter goes on to the next one, and from the last to the line at the foot. */
  g_signal_emit_by_name (find_widget (GTK_WIDGET (row), AFT_TYPE_LINE_VIEW), "activate");
  g_assert_true (has_focus (get_text (get_row (fixture, 2))));
  g_signal_emit_by_name (find_widget (GTK_WIDGET (get_row (fixture, 2)), AFT_TYPE_LINE_VIEW), "activate");
  g_assert_true (has_focus (get_child (fixture, "entry")));

  assert_undo_and_redo (fixture->document, fixture->first);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  filled)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture, 1)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_row (fixture, 1)), "factor.remove", NULL));
  assert_texts (fixture, "First, Third");
  g_assert_cmpstr (fixture->told, ==, "Contributing factor removed");
  g_assert_true (has_focus (get_text (get_row (fixture, 1))));
  g_assert_true (aft_history_undo (fixture->history));
  assert_texts (fixture, "First, Second, Third");

  /* One that holds nothing goes without a word. */
  g_clear_pointer (&fixture->told, g_free);
  g_object_set (get_factor (fixture, 2), "text", "", NULL);
  iterate ();
  gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture, 2)));
  g_assert_true (press_key (GTK_WIDGET (get_row (fixture, 2)), GDK_KEY_BackSpace, 0));
  assert_texts (fixture, "First, Second");
  g_assert_null (fixture->told);
  assert_undo_and_redo (fixture->document, fixture->first);
}

static void
drop (Fixture *fixture,
      guint    onto,
      gpointer item)
{
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean done = FALSE;

  g_value_init (&value, G_OBJECT_TYPE (item));
  g_value_set_object (&value, item);
  g_signal_emit_by_name (find_controller (GTK_WIDGET (get_row (fixture, onto)), GTK_TYPE_DROP_TARGET), "drop", &value,
                         1.0, 1.0, &done);
  g_assert_true (done);
}

static void
test_drag (Fixture       *fixture,
           gconstpointer  filled)
{
  GtkWidget *handle = gtk_widget_get_first_child (gtk_widget_get_first_child (gtk_widget_get_first_child (
    GTK_WIDGET (get_row (fixture, 0)))));
  GdkContentProvider *content = NULL;
  g_auto(GValue) value = G_VALUE_INIT;

  g_signal_emit_by_name (find_controller (handle, GTK_TYPE_DRAG_SOURCE), "prepare", 1.0, 1.0, &content);
  g_value_init (&value, AFT_TYPE_FACTOR);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_true (g_value_get_object (&value) == get_factor (fixture, 0));
  g_object_unref (content);

  drop (fixture, 2, get_factor (fixture, 0));
  assert_texts (fixture, "Second, Third, First");
  drop (fixture, 0, get_factor (fixture, 2));
  assert_texts (fixture, "First, Second, Third");
  assert_undo_and_redo (fixture->document, fixture->first);
}

static guint
count_links (AftFactorRow *row)
{
  GtkWidget *links = find_widget (GTK_WIDGET (row), AFT_TYPE_FACTOR_LINKS);
  guint n = 0;

  for (GtkWidget *link = gtk_widget_get_first_child (links); link != NULL; link = gtk_widget_get_next_sibling (link))
    if (gtk_widget_has_css_class (link, "aft-link"))
      n++;

  return n;
}

static void
follow (Fixture *fixture,
        guint    nth,
        guint    link,
        gpointer wanted)
{
  GtkWidget *at = gtk_widget_get_first_child (find_widget (GTK_WIDGET (get_row (fixture, nth)), AFT_TYPE_FACTOR_LINKS));

  while (link-- > 0)
    at = gtk_widget_get_next_sibling (at);
  fixture->shown = NULL;
  g_signal_emit_by_name (gtk_widget_get_first_child (at), "clicked");
  g_assert_true (fixture->shown == wanted);
}

static void
test_links (Fixture       *fixture,
            gconstpointer  filled)
{
  AftFactorRow *row = get_row (fixture, 0);
  GtkWidget *links = find_widget (GTK_WIDGET (row), AFT_TYPE_FACTOR_LINKS);
  g_autoptr(AftItem) event = g_list_model_get_item (aft_document_get_events (fixture->document), 3);
  g_autoptr(AftItem) other = g_list_model_get_item (aft_document_get_events (fixture->document), 4);
  g_autoptr(AftProblem) problem = g_list_model_get_item (aft_document_get_problems (fixture->document), 0);
  g_autoptr(AftQuestion) question = g_list_model_get_item (aft_problem_get_questions (problem), 0);
  g_autoptr(AftItem) answer = g_list_model_get_item (aft_question_get_answers (question), 0);
  g_autoptr(AftItem) lesson = g_list_model_get_item (aft_document_get_lessons (fixture->document), 1);
  const char *const answers[] = { aft_item_get_id (answer), NULL };

  g_assert_cmpuint (count_links (row), ==, 0);
  drop (fixture, 0, event);
  iterate ();
  g_assert_cmpuint (count_links (row), ==, 1);
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Link an Event");
  g_assert_true (gtk_widget_activate_action (links, "links.link-event", "s", aft_item_get_id (other)));
  g_object_set (get_factor (fixture, 0), "answers", answers, NULL);
  g_assert_true (gtk_widget_activate_action (links, "links.link-lesson", "s", aft_item_get_id (lesson)));
  iterate ();
  g_assert_cmpuint (count_links (row), ==, 4);
  g_assert_true (g_strv_contains (aft_lesson_get_factors (AFT_LESSON (lesson)),
                                  aft_item_get_id (AFT_ITEM (get_factor (fixture, 0)))));
  follow (fixture, 0, 0, event);
  follow (fixture, 0, 1, other);
  follow (fixture, 0, 2, answer);
  follow (fixture, 0, 3, lesson);

  g_assert_true (gtk_widget_activate_action (links, "links.unlink", "s", aft_item_get_id (event)));
  g_assert_true (gtk_widget_activate_action (links, "links.unlink", "s", aft_item_get_id (answer)));
  g_assert_true (gtk_widget_activate_action (links, "links.unlink", "s", aft_item_get_id (lesson)));
  iterate ();
  g_assert_cmpuint (count_links (row), ==, 1);
  g_assert_cmpuint (g_strv_length ((GStrv) aft_lesson_get_factors (AFT_LESSON (lesson))), ==, 0);

  /* What is linked and goes takes its link along. */
  g_assert_true (aft_history_remove (fixture->history, other));
  iterate ();
  g_assert_cmpuint (count_links (row), ==, 0);
  assert_undo_and_redo (fixture->document, fixture->first);
}

static void
test_picker (Fixture       *fixture,
             gconstpointer  filled)
{
  AftFactorRow *row = get_row (fixture, 1);
  AftEventPicker *picker = find_widget (GTK_WIDGET (row), AFT_TYPE_EVENT_PICKER);
  GListModel *found = aft_event_picker_get_found (picker);
  GtkWidget *search = aft_event_picker_get_search (picker);
  const guint n_events = g_list_model_get_n_items (aft_document_get_events (fixture->document));
  g_autoptr(AftItem) event = NULL;

  aft_event_picker_fill (picker);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, n_events);
  gtk_editable_set_text (GTK_EDITABLE (search), "PINNED");
  wait_until (g_list_model_get_n_items (found) < n_events);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 1);
  event = g_list_model_get_item (found, 0);
  g_signal_emit_by_name (search, "activate");
  iterate ();
  g_assert_cmpuint (count_links (row), ==, 1);
  g_assert_true (g_strv_contains (aft_factor_get_events (get_factor (fixture, 1)), aft_item_get_id (event)));

  /* Once more takes it away. */
  g_signal_emit_by_name (picker, "picked", event);
  iterate ();
  g_assert_cmpuint (count_links (row), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "nothing of that kind");
  wait_until (g_list_model_get_n_items (found) == 0);
  g_signal_emit_by_name (search, "activate");
  assert_undo_and_redo (fixture->document, fixture->first);
}

static void
test_lesson (Fixture       *fixture,
             gconstpointer  filled)
{
  GListModel *lessons = aft_document_get_lessons (fixture->document);
  const guint n_lessons = g_list_model_get_n_items (lessons);
  g_autoptr(AftLesson) lesson = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_row (fixture, 1)), "factor.make-lesson", NULL));
  iterate ();
  g_assert_cmpuint (g_list_model_get_n_items (lessons), ==, n_lessons + 1);
  lesson = g_list_model_get_item (lessons, n_lessons);
  g_assert_cmpstr (aft_lesson_get_text (lesson), ==, "Second");
  g_assert_cmpstr (fixture->told, ==, "Lesson added to the list of actions");
  g_assert_cmpuint (count_links (get_row (fixture, 1)), ==, 1);
  follow (fixture, 1, 0, lesson);
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Make a Lesson");
  assert_undo_and_redo (fixture->document, fixture->first);
}

/* The guidance follows the method. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  filled)
{
  AdwStatusPage *empty = get_child (fixture, "empty");
  g_autofree char *first = g_strdup (adw_status_page_get_description (empty));

  assert_texts (fixture, "");
  g_assert_nonnull (strstr (first, "No single one is the cause."));
  g_object_set (fixture->document, "method", AFT_METHOD_HOW, NULL);
  iterate ();
  g_assert_cmpstr (adw_status_page_get_description (empty), !=, first);
  g_assert_nonnull (strstr (adw_status_page_get_description (empty), "made sense"));
}

static void
test_show_item (Fixture       *fixture,
                gconstpointer  filled)
{
  g_autoptr(AftItem) event = g_list_model_get_item (aft_document_get_events (fixture->document), 0);
  g_autoptr(AftFactor) factor = aft_factor_new ();

  g_assert_true (aft_factors_list_show_item (AFT_FACTORS_LIST (fixture->list), AFT_ITEM (get_factor (fixture, 2))));
  g_assert_true (has_focus (get_text (get_row (fixture, 2))));
  g_assert_false (aft_factors_list_show_item (AFT_FACTORS_LIST (fixture->list), event));

  /* One that was added this moment too. */
  g_assert_true (aft_history_insert (fixture->history, AFT_ITEM (fixture->document), "factors", 0, AFT_ITEM (factor)));
  g_assert_true (aft_factors_list_show_item (AFT_FACTORS_LIST (fixture->list), AFT_ITEM (factor)));
  g_assert_true (has_focus (get_text (get_row (fixture, 0))));
}

/* An edit elsewhere leaves the caret and the rows where they are. */
static void
test_stays (Fixture       *fixture,
            gconstpointer  filled)
{
  AftFactorRow *row = get_row (fixture, 1);
  g_autoptr(AftLesson) lesson = g_list_model_get_item (aft_document_get_lessons (fixture->document), 0);
  g_autoptr(AftItem) event = g_list_model_get_item (aft_document_get_events (fixture->document), 3);
  GtkWidget *link;

  drop (fixture, 1, event);
  iterate ();
  link = gtk_widget_get_first_child (find_widget (GTK_WIDGET (row), AFT_TYPE_FACTOR_LINKS));
  gtk_widget_grab_focus (gtk_widget_get_first_child (link));
  g_object_set (lesson, "text", "Another", NULL);
  drop (fixture, 0, get_factor (fixture, 2));
  iterate ();
  g_assert_true (has_focus (gtk_widget_get_first_child (link)));
  g_assert_true (row == get_row (fixture, 2));

  /* Where a link goes the focus stays near. */
  g_assert_true (gtk_widget_activate_action (find_widget (GTK_WIDGET (row), AFT_TYPE_FACTOR_LINKS), "links.unlink", "s",
                                             aft_item_get_id (event)));
  iterate ();
  g_assert_cmpuint (count_links (row), ==, 0);
  g_assert_true (has_focus (find_widget (GTK_WIDGET (row), AFT_TYPE_EVENT_PICKER)));
}

static void
assert_named (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_ENTRY (widget) ||
      GTK_IS_DROP_DOWN (widget))
    if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) &&
        gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON) == NULL &&
        gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) == NULL)
      g_error ("%s has no name", G_OBJECT_TYPE_NAME (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      assert_named (child);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  filled)
{
  g_autoptr(AftItem) event = g_list_model_get_item (aft_document_get_events (fixture->document), 3);

  drop (fixture, 1, event);
  iterate ();
  assert_named (fixture->list);
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, filled, test) g_test_add ("/factors-list/" path, Fixture, filled, set_up, test, tear_down)
  ADD ("add", NULL, test_add);
  ADD ("scroll", NULL, test_scroll);
  ADD ("edit", "filled", test_edit);
  ADD ("keys", "filled", test_keys);
  ADD ("remove", "filled", test_remove);
  ADD ("drag", "filled", test_drag);
  ADD ("links", "filled", test_links);
  ADD ("picker", "filled", test_picker);
  ADD ("lesson", "filled", test_lesson);
  ADD ("empty", NULL, test_empty);
  ADD ("show-item", "filled", test_show_item);
  ADD ("stays", "filled", test_stays);
  ADD ("names", "filled", test_names);

  return tools_run ();
}

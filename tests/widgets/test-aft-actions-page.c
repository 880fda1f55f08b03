/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-tools.h"

#include "aft-action-item.h"
#include "aft-action-outline.h"
#include "aft-action-row.h"
#include "aft-actions-page.h"
#include "aft-lesson.h"
#include "aft-line-view.h"
#include "aft-observation-list.h"

typedef struct
{
  AftDocument *document;
  AftHistory  *history;
  AftSession  *session;
  GtkWidget   *page;
  GtkWidget   *window;
  GtkWidget   *rows;
  guint        n_told;
} Fixture;

static gpointer
get_child (Fixture    *fixture,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (fixture->page, AFT_TYPE_ACTIONS_PAGE, name);

  g_assert_nonnull (child);

  return child;
}

static void
told_cb (Fixture *fixture)
{
  fixture->n_told++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  filled)
{
  fixture->document = filled != NULL ? load_sample () : aft_document_new ();
  if (filled == NULL)
    aft_document_set_ready (fixture->document);
  fixture->history = aft_document_get_history (fixture->document);
  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  g_signal_connect_swapped (fixture->session, "message", G_CALLBACK (told_cb), fixture);
  fixture->page = aft_page_new (AFT_TYPE_ACTIONS_PAGE, fixture->session);
  fixture->rows = get_child (fixture, "rows");
  fixture->window = show_in_window (fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  filled)
{
  aft_session_forget (fixture->session);
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->document);
}

static GtkWidget *
get_row (Fixture *fixture,
         guint    nth)
{
  GtkWidget *row = gtk_widget_get_first_child (fixture->rows);

  while (row != NULL && nth-- > 0)
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);

  return row;
}

static guint
count_rows (Fixture *fixture)
{
  guint count = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (fixture->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    count++;

  return count;
}

/* Where the user types the text of a row. */
static GtkWidget *
get_text (GtkWidget *row)
{
  return GTK_WIDGET (aft_line_view_get_text_view (find_widget (row, AFT_TYPE_LINE_VIEW)));
}

/* The number of each row, one a line, with the text behind it. */
static char *
dup_outline (Fixture *fixture)
{
  GString *outline = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (fixture->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      AftItem *item = aft_action_row_get_item (AFT_ACTION_ROW (row));
      g_autofree char *number = aft_action_outline_dup_number (item);
      g_autofree char *text = NULL;

      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_text (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, number);
      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text (row))), "text", &text, NULL);
      g_assert_cmpstr (text, ==, aft_item_get_heading (item));
      g_string_append_printf (outline, "%s%s %s", outline->len > 0 ? "\n" : "", number, aft_item_get_heading (item));
    }

  return g_string_free (outline, FALSE);
}

static void
assert_outline (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *outline = NULL;

  iterate ();
  outline = dup_outline (fixture);
  g_assert_cmpstr (outline, ==, expected);
}

static void
write_row (Fixture    *fixture,
           guint       nth,
           const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text (get_row (fixture, nth)))), text, -1);
  iterate ();
}

static void
press_enter (Fixture *fixture,
             guint    nth)
{
  g_signal_emit_by_name (find_widget (get_row (fixture, nth), AFT_TYPE_LINE_VIEW), "activate");
  iterate ();
}

static void
assert_focus (Fixture *fixture,
              guint    nth)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);
  g_assert_true (focus == get_text (get_row (fixture, nth)));
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  filled)
{
  g_autofree char *first = dup_json (fixture->document);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "stack")), ==, "empty");
  g_assert_true (gtk_widget_activate_action (fixture->page, "actions.add-lesson", NULL));
  iterate ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "stack")), ==, "list");
  assert_focus (fixture, 0);
  write_row (fixture, 0, "Tell users");
  /* Tab in a line that is written goes on to what comes next. */
  g_assert_false (press_key (get_text (get_row (fixture, 0)), GDK_KEY_Tab, 0));

  press_enter (fixture, 0);
  assert_outline (fixture, "Lesson Learned (1/2) Tell users\nLesson Learned (2/2) ");
  assert_focus (fixture, 1);
  g_assert_true (press_key (get_text (get_row (fixture, 1)), GDK_KEY_Tab, 0));
  assert_outline (fixture, "Lesson Learned (1/1) Tell users\nCorrective Action (1a) ");
  assert_focus (fixture, 1);
  write_row (fixture, 1, "Write a playbook");
  press_enter (fixture, 1);
  g_assert_true (press_key (get_text (get_row (fixture, 2)), GDK_KEY_Tab, 0));
  write_row (fixture, 2, "Read others");
  press_enter (fixture, 2);
  assert_outline (fixture, "Lesson Learned (1/1) Tell users\nCorrective Action (1a) Write a playbook\n"
                           "Action Item (1a-i) Read others\nAction Item (1a-ii) ");
  /* No deeper than an action item. */
  g_assert_false (press_key (get_text (get_row (fixture, 3)), GDK_KEY_Tab, 0));

  g_assert_true (press_key (get_text (get_row (fixture, 3)), GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  assert_outline (fixture, "Lesson Learned (1/1) Tell users\nCorrective Action (1a) Write a playbook\n"
                           "Action Item (1a-i) Read others\nCorrective Action (1b) ");
  assert_focus (fixture, 3);
  g_assert_true (press_key (get_text (get_row (fixture, 3)), GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  assert_outline (fixture, "Lesson Learned (1/2) Tell users\nCorrective Action (1a) Write a playbook\n"
                           "Action Item (1a-i) Read others\nLesson Learned (2/2) ");
  g_assert_false (press_key (get_text (get_row (fixture, 3)), GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));

  /* An empty line goes with Backspace, without a word; a written one stays. */
  g_assert_false (press_key (get_text (get_row (fixture, 2)), GDK_KEY_BackSpace, 0));
  g_assert_true (press_key (get_text (get_row (fixture, 3)), GDK_KEY_BackSpace, 0));
  iterate ();
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_cmpuint (fixture->n_told, ==, 0);
  assert_focus (fixture, 2);

  assert_undo_and_redo (fixture->document, first);
}

static void
test_move (Fixture       *fixture,
           gconstpointer  filled)
{
  g_autofree char *first = dup_json (fixture->document);
  AftItem *lesson = aft_action_row_get_item (AFT_ACTION_ROW (get_row (fixture, 0)));

  g_assert_true (press_key (get_text (get_row (fixture, 0)), GDK_KEY_Down, GDK_ALT_MASK));
  iterate ();
  g_assert_true (aft_action_row_get_item (AFT_ACTION_ROW (get_row (fixture, 1))) == lesson);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_text (get_row (fixture, 1))), GTK_ACCESSIBLE_PROPERTY_LABEL, "Lesson Learned (2/5)");
  assert_focus (fixture, 1);
  g_assert_true (press_key (get_text (get_row (fixture, 1)), GDK_KEY_Up, GDK_ALT_MASK));
  iterate ();
  g_assert_true (aft_action_row_get_item (AFT_ACTION_ROW (get_row (fixture, 0))) == lesson);
  assert_undo_and_redo (fixture->document, first);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  filled)
{
  const guint n_rows = count_rows (fixture);
  g_autofree char *before = dup_outline (fixture);

  g_assert_true (gtk_widget_activate_action (get_row (fixture, 0), "row.remove", NULL));
  iterate ();
  g_assert_cmpuint (count_rows (fixture), ==, n_rows - 3);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_true (aft_history_undo (fixture->history));
  assert_outline (fixture, before);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  filled)
{
  const guint n_rows = count_rows (fixture);
  GtkEditable *search = get_child (fixture, "search");
  GtkDropDown *filter = get_child (fixture, "filter");
  g_autoptr(AftItem) lesson = NULL;

  g_assert_cmpuint (n_rows, ==, 14);
  gtk_drop_down_set_selected (filter, AFT_ACTION_FILTER_OVERDUE);
  iterate ();
  /* 1a-i and 5a-i, with what stands above them. */
  g_assert_cmpuint (count_rows (fixture), ==, 6);
  gtk_drop_down_set_selected (filter, AFT_ACTION_FILTER_ALL);
  gtk_editable_set_text (search, "RUSTUP");
  wait_until (count_rows (fixture) != n_rows && count_rows (fixture) != 6);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  gtk_editable_set_text (search, "nothing has this");
  wait_until (count_rows (fixture) == 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "stack")), ==, "nothing");

  /* What is shown from elsewhere takes the filter away. */
  lesson = g_list_model_get_item (aft_document_get_lessons (fixture->document), 4);
  g_assert_true (aft_page_show_item (AFT_PAGE (fixture->page), lesson));
  g_assert_cmpuint (count_rows (fixture), ==, n_rows);
}

static void
test_done (Fixture       *fixture,
           gconstpointer  filled)
{
  g_autofree char *first = dup_json (fixture->document);
  GtkCheckButton *done = find_widget (get_row (fixture, 2), GTK_TYPE_CHECK_BUTTON);
  AftActionItem *item = AFT_ACTION_ITEM (aft_action_row_get_item (AFT_ACTION_ROW (get_row (fixture, 2))));
  GtkLabel *counts = get_child (fixture, "counts");
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *before = g_strdup (gtk_label_get_text (counts));

  g_assert_false (gtk_check_button_get_active (done));
  gtk_check_button_set_active (done, TRUE);
  iterate ();
  g_assert_cmpint (aft_action_item_get_state (item), ==, AFT_ACTION_DONE);
  g_assert_cmpstr (aft_action_item_get_done_on (item), ==, today);
  g_assert_cmpstr (gtk_label_get_text (counts), !=, before);

  g_assert_true (aft_history_undo (fixture->history));
  iterate ();
  g_assert_false (gtk_check_button_get_active (done));
  g_assert_cmpstr (gtk_label_get_text (counts), ==, before);
  g_assert_true (aft_history_redo (fixture->history));
  assert_undo_and_redo (fixture->document, first);
  iterate ();
  g_assert_true (gtk_check_button_get_active (done));
}

static void
test_observation (Fixture       *fixture,
                  gconstpointer  filled)
{
  g_autofree char *first = dup_json (fixture->document);
  GtkWidget *list = find_widget (fixture->page, AFT_TYPE_OBSERVATION_LIST);
  const guint n_rows = count_rows (fixture);
  g_autoptr(AftItem) observation = g_list_model_get_item (aft_document_get_observations (fixture->document), 0);
  g_autoptr(AftItem) lesson = NULL;

  g_signal_emit_by_name (find_button (list, "Make a Lesson of This"), "clicked");
  iterate ();
  g_assert_cmpuint (count_rows (fixture), ==, n_rows + 1);
  lesson = g_list_model_get_item (aft_document_get_lessons (fixture->document), 5);
  g_assert_cmpstr (aft_lesson_get_observations (AFT_LESSON (lesson))[0], ==, aft_item_get_id (observation));

  g_assert_true (aft_history_undo (fixture->history));
  iterate ();
  g_assert_cmpuint (count_rows (fixture), ==, n_rows);
  g_assert_true (aft_history_redo (fixture->history));
  assert_undo_and_redo (fixture->document, first);
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, filled, test) g_test_add ("/actions-page/" path, Fixture, filled, set_up, test, tear_down)
  ADD ("keys", NULL, test_keys);
  ADD ("move", "filled", test_move);
  ADD ("remove", "filled", test_remove);
  ADD ("filter", "filled", test_filter);
  ADD ("done", "filled", test_done);
  ADD ("observation", "filled", test_observation);

  return tools_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "aft-answer-picker.h"
#include "aft-answer.h"
#include "aft-event-form.h"
#include "aft-event-row.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-role.h"
#include "aft-timeline-page.h"
#include "timeline-tools.h"

typedef struct
{
  AftDocument     *document;
  AftHistory      *history;
  AftSession      *session;
  AftEvent        *event;
  AftRole         *role;
  GtkWidget       *window;
  AftTimelinePage *page;
  GtkWidget       *form;
} Fixture;

static gpointer
get_child (Fixture    *fixture,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (fixture->form, AFT_TYPE_EVENT_FORM, name);

  g_assert_nonnull (child);

  return child;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = aft_document_new ();
  aft_document_set_ready (fixture->document);
  fixture->history = aft_document_get_history (fixture->document);
  fixture->event = aft_event_new ();
  g_object_set (fixture->event, "text", "What was seen", NULL);
  fixture->role = aft_role_new ();
  g_object_set (fixture->role, "role", "Incident lead", NULL);
  aft_history_insert (fixture->history, AFT_ITEM (fixture->document), "roles", 0, AFT_ITEM (fixture->role));
  aft_history_insert (fixture->history, AFT_ITEM (fixture->document), "events", 0, AFT_ITEM (fixture->event));
  fixture->session = aft_session_new (fixture->document, NULL, NULL);

  fixture->page = AFT_TIMELINE_PAGE (aft_page_new (AFT_TYPE_TIMELINE_PAGE, fixture->session));
  fixture->form = find_widget (GTK_WIDGET (fixture->page), AFT_TYPE_EVENT_FORM);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 760);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  aft_timeline_page_set_selected (fixture->page, fixture->event);
  iterate ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->page);
  g_object_unref (fixture->event);
  g_object_unref (fixture->role);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->document);
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_child (fixture, "text"));

  gtk_text_buffer_set_text (buffer, "One line\nand another", -1);
  g_assert_cmpstr (aft_event_get_text (fixture->event), ==, "One line and another");
  iterate ();
  g_assert_true (aft_history_undo (fixture->history));
  iterate ();
  g_assert_cmpstr (aft_event_get_text (fixture->event), ==, "What was seen");
}

/* Typing in the entry of an event that is removed, and undone: nothing is lost, and nothing is
 * recorded on what is not in the document. */
static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_child (fixture, "text"));
  GtkWidget *row = find_widget (GTK_WIDGET (fixture->page), AFT_TYPE_EVENT_ROW);
  GtkEditable *cell = aft_event_row_get_text (AFT_EVENT_ROW (row));
  g_autofree char *name = NULL;
  int position = -1;

  gtk_editable_insert_text (cell, " and done", -1, &position);
  g_assert_cmpstr (aft_event_get_text (fixture->event), !=, "What was seen");
  gtk_editable_set_text (cell, "Seen and done");
  g_assert_cmpstr (aft_event_get_text (fixture->event), ==, "Seen and done");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline.delete", NULL));
  g_assert_null (aft_item_get_document (AFT_ITEM (fixture->event)));
  name = g_strdup (aft_history_get_undo_name (fixture->history));

  /* The widgets are still there until the next frame. */
  gtk_editable_set_text (cell, "To nobody");
  gtk_text_buffer_set_text (buffer, "To nobody", -1);
  g_assert_cmpstr (aft_event_get_text (fixture->event), ==, "Seen and done");
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, name);
  iterate ();
  g_assert_cmpstr (aft_event_get_text (fixture->event), ==, "Seen and done");

  g_assert_true (aft_history_undo (fixture->history));
  iterate ();
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == fixture->event);
  g_assert_cmpstr (aft_event_get_text (fixture->event), ==, "Seen and done");
  row = find_widget (GTK_WIDGET (fixture->page), AFT_TYPE_EVENT_ROW);
  g_assert_cmpstr (gtk_editable_get_text (aft_event_row_get_text (AFT_EVENT_ROW (row))), ==, "Seen and done");
}

/* A role that is removed and comes back is the actor again. */
static void
test_actor (Fixture       *fixture,
            gconstpointer  data)
{
  GtkDropDown *actor = get_child (fixture, "actor");

  gtk_drop_down_set_selected (actor, 1);
  g_assert_cmpstr (aft_event_get_actor (fixture->event), ==, aft_item_get_id (AFT_ITEM (fixture->role)));

  g_assert_true (aft_history_remove (fixture->history, AFT_ITEM (fixture->role)));
  iterate ();
  g_assert_cmpstr (aft_event_get_actor (fixture->event), ==, "");
  g_assert_cmpuint (gtk_drop_down_get_selected (actor), ==, 0);

  g_assert_true (aft_history_undo (fixture->history));
  iterate ();
  g_assert_cmpstr (aft_event_get_actor (fixture->event), ==, aft_item_get_id (AFT_ITEM (fixture->role)));
  g_assert_cmpuint (gtk_drop_down_get_selected (actor), ==, 1);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  GtkGrid *keys = get_child (fixture, "keys");
  GtkWidget *detected = gtk_grid_get_child_at (keys, 0, 1);
  GtkWidget *diagnosed = gtk_grid_get_child_at (keys, 1, 2);

  gtk_test_accessible_assert_property (detected, GTK_ACCESSIBLE_PROPERTY_LABEL, "Detected");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (detected), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (diagnosed), TRUE);
  g_assert_cmpuint (aft_event_get_key_moments (fixture->event), ==, AFT_KEY_MOMENT_DETECTED | AFT_KEY_MOMENT_DIAGNOSED);

  g_assert_true (aft_history_undo (fixture->history));
  g_assert_cmpuint (aft_event_get_key_moments (fixture->event), ==, AFT_KEY_MOMENT_DETECTED);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (diagnosed)));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (detected)));
}

static GtkWidget *
find_answer (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "answer") != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_answer (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  AftAnswerPicker *picker = get_child (fixture, "answers");
  g_autoptr(AftProblem) problem = aft_problem_new ();
  g_autoptr(AftQuestion) question = aft_question_new ();
  g_autoptr(AftAnswer) answer = aft_answer_new ();
  GtkWidget *check;

  g_object_set (answer, "text", "Nobody had looked at the clock", NULL);
  g_assert_true (aft_history_insert (fixture->history, AFT_ITEM (fixture->document), "problems", 0, AFT_ITEM (problem)));
  g_assert_true (aft_history_insert (fixture->history, AFT_ITEM (problem), "questions", 0, AFT_ITEM (question)));
  g_assert_true (aft_history_insert (fixture->history, AFT_ITEM (question), "answers", 0, AFT_ITEM (answer)));
  iterate ();

  aft_answer_picker_fill (picker);
  check = find_answer (GTK_WIDGET (picker));
  g_assert_nonnull (check);
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, "Nobody had looked at the clock");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpstr (aft_answer_get_events (answer)[0], ==, aft_item_get_id (AFT_ITEM (fixture->event)));
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Use as Evidence");

  aft_answer_picker_fill (picker);
  check = find_answer (GTK_WIDGET (picker));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_null (aft_answer_get_events (answer)[0]);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  GtkStack *stack = get_child (fixture, "stack");

  g_assert_true (gtk_stack_get_visible_child (stack) == get_child (fixture, "scroller"));
  aft_timeline_page_set_selected (fixture->page, NULL);
  g_assert_true (gtk_stack_get_visible_child (stack) == get_child (fixture, "nothing"));
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/event-form/text", test_text);
  ADD ("/event-form/removed", test_removed);
  ADD ("/event-form/actor", test_actor);
  ADD ("/event-form/keys", test_keys);
  ADD ("/event-form/answers", test_answers);
  ADD ("/event-form/nothing", test_nothing);

  return tools_run ();
}

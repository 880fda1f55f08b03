/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-tools.h"

#include "aft-edition.h"
#include "aft-figure.h"
#include "aft-lesson.h"
#include "aft-publication.h"
#include "aft-publish-dialog.h"
#include "aft-role.h"

typedef struct
{
  AftDocument *document;
  AftHistory  *history;
  AftSession  *session;
  GtkWidget   *parent;
  GtkWidget   *dialog;
  guint        n_published;
} Fixture;

static void
add (Fixture    *fixture,
     const char *list,
     gpointer    item)
{
  g_assert_true (aft_history_insert (fixture->history, AFT_ITEM (fixture->document), list, G_MAXUINT, item));
  g_object_unref (item);
}

static void
published_cb (GtkWidget *dialog,
              guint      edition,
              Fixture   *fixture)
{
  g_assert_cmpuint (edition, ==, AFT_EDITION_PUBLIC);
  fixture->n_published++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  AftRole *role = aft_role_new ();
  AftLesson *lesson = aft_lesson_new ();
  AftLesson *hidden = aft_lesson_new ();
  AftFigure *figure = aft_figure_new ();

  fixture->document = aft_document_new ();
  aft_document_set_ready (fixture->document);
  fixture->history = aft_document_get_history (fixture->document);
  g_object_set (role, "role", "lead", "person", "Jane Doe", NULL);
  add (fixture, "roles", role);
  g_object_set (lesson, "text", "<b>Jane</b> & @other", NULL);
  add (fixture, "lessons", lesson);
  g_object_set (hidden, "text", "ours", "audience", AFT_AUDIENCE_TEAM, NULL);
  add (fixture, "lessons", hidden);
  g_object_set (figure, "caption", "a graph", NULL);
  add (fixture, "figures", figure);
  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  fixture->parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->parent));
  fixture->dialog = GTK_WIDGET (aft_publish_dialog_present (GTK_WINDOW (fixture->parent), fixture->session));
  g_signal_connect (fixture->dialog, "published", G_CALLBACK (published_cb), fixture);
  gtk_test_widget_wait_for_draw (fixture->dialog);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  aft_session_forget (fixture->session);
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  iterate ();
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->document);
}

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static gpointer
get_child (Fixture    *fixture,
           const char *name)
{
  return gtk_widget_get_template_child (fixture->dialog, AFT_TYPE_PUBLISH_DIALOG, name);
}

static guint
count_publications (Fixture *fixture)
{
  return g_list_model_get_n_items (aft_document_get_publications (fixture->document));
}

/* Nothing is published while something has not been looked at, not even by its action. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) ticks = g_ptr_array_new ();

  collect (get_child (fixture, "doubts"), GTK_TYPE_CHECK_BUTTON, ticks);
  g_assert_cmpuint (ticks->len, ==, 2);
  gtk_widget_activate_action (fixture->dialog, "publish.publish", NULL);
  g_assert_cmpuint (count_publications (fixture), ==, 0);

  gtk_check_button_set_active (g_ptr_array_index (ticks, 0), TRUE);
  gtk_widget_activate_action (fixture->dialog, "publish.publish", NULL);
  g_assert_cmpuint (count_publications (fixture), ==, 0);
  gtk_check_button_set_active (g_ptr_array_index (ticks, 1), TRUE);
  gtk_check_button_set_active (g_ptr_array_index (ticks, 0), FALSE);
  gtk_widget_activate_action (fixture->dialog, "publish.publish", NULL);
  g_assert_cmpuint (count_publications (fixture), ==, 0);
  g_assert_cmpuint (fixture->n_published, ==, 0);
}

/* What comes while the dialog is open is not let through unseen. */
static void
test_looked_at_again (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GPtrArray) ticks = g_ptr_array_new ();
  AftLesson *late = aft_lesson_new ();

  collect (get_child (fixture, "doubts"), GTK_TYPE_CHECK_BUTTON, ticks);
  for (guint i = 0; i < ticks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (ticks, i), TRUE);
  g_object_set (late, "text", "see http://wiki/page", NULL);
  add (fixture, "lessons", late);
  gtk_widget_activate_action (fixture->dialog, "publish.publish", NULL);
  g_assert_cmpuint (count_publications (fixture), ==, 0);

  iterate ();
  g_ptr_array_set_size (ticks, 0);
  collect (get_child (fixture, "doubts"), GTK_TYPE_CHECK_BUTTON, ticks);
  g_assert_cmpuint (ticks->len, ==, 3);
}

static void
test_recorded (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) ticks = g_ptr_array_new ();
  g_autoptr(AftPublication) publication = NULL;

  collect (get_child (fixture, "doubts"), GTK_TYPE_CHECK_BUTTON, ticks);
  for (guint i = 0; i < ticks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (ticks, i), TRUE);
  gtk_editable_set_text (get_child (fixture, "place"), " https://example.org/report ");
  gtk_widget_activate_action (fixture->dialog, "publish.publish", NULL);

  g_assert_cmpuint (fixture->n_published, ==, 1);
  g_assert_cmpuint (count_publications (fixture), ==, 1);
  publication = g_list_model_get_item (aft_document_get_publications (fixture->document), 0);
  g_assert_cmpint (aft_publication_get_edition (publication), ==, AFT_AUDIENCE_EVERYONE);
  g_assert_cmpstr (aft_publication_get_place (publication), ==, "https://example.org/report");
  g_assert_true (aft_moment_is_known (aft_publication_get_at (publication)));
  g_assert_cmpint (aft_document_get_state (fixture->document), ==, AFT_DOCUMENT_PUBLISHED);
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Publish");
  g_assert_true (aft_history_undo (fixture->history));
  g_assert_cmpuint (count_publications (fixture), ==, 0);
  g_assert_cmpint (aft_document_get_state (fixture->document), ==, AFT_DOCUMENT_DRAFT);
}

/* The organisation sees names, so there is less to say and something else to look at. */
static void
test_editions (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "names")));
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "left_out")));
  g_assert_cmpstr (adw_preferences_row_get_title (get_child (fixture, "left_out_row")), ==, "1 item is left out");
  adw_combo_row_set_selected (get_child (fixture, "edition"), 0);
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "names")));
  adw_combo_row_set_selected (get_child (fixture, "edition"), 1);
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "names")));
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);
  gtk_init ();
  adw_init ();

#define ADD(path, test) g_test_add ("/publish-dialog/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("closed", test_closed);
  ADD ("looked-at-again", test_looked_at_again);
  ADD ("recorded", test_recorded);
  ADD ("editions", test_editions);

  return tools_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-tools.h"

#include "aft-due.h"
#include "aft-library-page.h"
#include "aft-library.h"

typedef struct
{
  AftLibrary *library;
  GtkWidget  *page;
  GtkWidget  *window;
  char       *told;
} Fixture;

static GPtrArray *
list_cb (Fixture    *fixture,
         const char *words)
{
  GDate today;

  aft_due_get_today (&today);

  return aft_library_list (fixture->library, words, &today, NULL);
}

static void
told_cb (Fixture    *fixture,
         const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
sample_cb (Fixture *fixture)
{
  told_cb (fixture, "sample");
}

static void
record (Fixture    *fixture,
        const char *uri,
        gboolean    sample)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AftDocument) document = sample ? load_sample () : aft_document_new ();

  if (!sample)
    aft_document_set_ready (document);
  aft_library_record (fixture->library, document, uri, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  filled)
{
  g_autoptr(GError) error = NULL;

  fixture->library = aft_library_new (":memory:", &error);
  g_assert_no_error (error);
  if (filled != NULL)
    {
      record (fixture, "file:///there/sample.afterword", TRUE);
      record (fixture, "file:///there/empty.afterword", FALSE);
    }

  fixture->page = aft_library_page_new ();
  g_signal_connect_swapped (fixture->page, "list", G_CALLBACK (list_cb), fixture);
  g_signal_connect_swapped (fixture->page, "create", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (fixture->page, "open", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (fixture->page, "forget", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (fixture->page, "open-sample", G_CALLBACK (sample_cb), fixture);
  aft_library_page_add_template (AFT_LIBRARY_PAGE (fixture->page), "minimal", "Minimal", "One page", "afterword-report-symbolic");
  aft_library_page_add_template (AFT_LIBRARY_PAGE (fixture->page), NULL, "Example", "To read", "afterword-report-symbolic");
  fixture->window = show_in_window (fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  filled)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->library);
  g_free (fixture->told);
}

static gpointer
get_child (Fixture    *fixture,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (fixture->page, AFT_TYPE_LIBRARY_PAGE, name);

  g_assert_nonnull (child);

  return child;
}

static GtkWidget *
get_card (Fixture *fixture,
          int      nth)
{
  return gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (get_child (fixture, "templates"), nth));
}

static void
test_templates (Fixture       *fixture,
                gconstpointer  filled)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_card (fixture, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Minimal");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_card (fixture, 0)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "One page");
  g_signal_emit_by_name (get_card (fixture, 0), "clicked");
  g_assert_cmpstr (fixture->told, ==, "minimal");
  g_signal_emit_by_name (get_card (fixture, 1), "clicked");
  g_assert_cmpstr (fixture->told, ==, "sample");
  g_assert_null (gtk_flow_box_get_child_at_index (get_child (fixture, "templates"), 2));
  /* Without a document there is nothing to search in. */
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "recent_box")));
}

static void
test_recent (Fixture       *fixture,
             gconstpointer  filled)
{
  GtkListBox *recent = get_child (fixture, "recent");
  GtkListBoxRow *row = NULL;
  GtkEditable *search = get_child (fixture, "search");

  g_assert_true (gtk_widget_get_visible (get_child (fixture, "recent_box")));
  g_assert_nonnull (gtk_list_box_get_row_at_index (recent, 1));
  g_assert_null (gtk_list_box_get_row_at_index (recent, 2));
  for (int i = 0; i < 2; i++)
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_list_box_get_row_at_index (recent, i))),
                     "Rust 1.52.0 fingerprint bug"))
      row = gtk_list_box_get_row_at_index (recent, i);
  g_assert_nonnull (row);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "there"));
  g_signal_emit_by_name (recent, "row-activated", row);
  g_assert_cmpstr (fixture->told, ==, "file:///there/sample.afterword");

  gtk_editable_set_text (search, "fingerprint");
  wait_until (gtk_list_box_get_row_at_index (recent, 1) == NULL);
  g_assert_nonnull (gtk_list_box_get_row_at_index (recent, 0));
  gtk_editable_set_text (search, "nothingatall");
  wait_until (gtk_list_box_get_row_at_index (recent, 0) == NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "recent_stack")), ==, "nothing");
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "recent_box")));
}

static void
test_forget (Fixture       *fixture,
             gconstpointer  filled)
{
  GtkListBox *recent = get_child (fixture, "recent");

  g_signal_emit_by_name (find_button (GTK_WIDGET (gtk_list_box_get_row_at_index (recent, 0)), "Remove from This List"), "clicked");
  g_assert_nonnull (fixture->told);
  g_assert_true (aft_library_forget (fixture->library, fixture->told, NULL));
  aft_library_page_refresh (AFT_LIBRARY_PAGE (fixture->page));
  g_assert_null (gtk_list_box_get_row_at_index (recent, 1));
  g_assert_nonnull (gtk_list_box_get_row_at_index (recent, 0));
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, filled, test) g_test_add ("/library-page/" path, Fixture, filled, set_up, test, tear_down)
  ADD ("templates", NULL, test_templates);
  ADD ("recent", "filled", test_recent);
  ADD ("forget", "filled", test_forget);

  return tools_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-tools.h"

#include "aft-actions-page.h"
#include "aft-application.h"
#include "aft-library-page.h"
#include "aft-lesson.h"
#include "aft-preview-page.h"
#include "aft-report-page.h"
#include "aft-timeline-page.h"
#include "aft-whys-page.h"
#include "aft-window-private.h"

#define HELP_OVERLAY "/app/afterword/Afterword/gtk/help-overlay.ui"

static AftApplication *application;

typedef struct
{
  AftDocument *document;
  AftHistory  *history;
  AftWindow   *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  filled)
{
  fixture->window = aft_window_new (ADW_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  if (filled != NULL)
    {
      g_autoptr(AftSession) session = NULL;

      fixture->document = load_sample ();
      fixture->history = aft_document_get_history (fixture->document);
      session = aft_session_new (fixture->document, NULL, NULL);
      aft_window_set_session (fixture->window, session);
    }
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  iterate ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  filled)
{
  if (fixture->window->session != NULL)
    aft_session_forget (fixture->window->session);
  g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->window);
  g_clear_object (&fixture->document);
}

static void
test_library (Fixture       *fixture,
              gconstpointer  filled)
{
  g_assert_null (aft_window_get_session (fixture->window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->content), ==, "library");
  g_assert_nonnull (find_widget (GTK_WIDGET (fixture->window), AFT_TYPE_LIBRARY_PAGE));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Afterword");
  g_assert_false (aft_window_is_modified (fixture->window));

  /* A template makes a document. */
  g_signal_emit_by_name (find_widget (GTK_WIDGET (fixture->window), AFT_TYPE_LIBRARY_PAGE), "create", "minimal");
  iterate ();
  g_assert_nonnull (aft_window_get_session (fixture->window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->content), ==, "document");
  g_assert_cmpstr (aft_document_get_template (aft_session_get_document (aft_window_get_session (fixture->window))), ==, "minimal");
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  filled)
{
  const struct { const char *name; GType type; } pages[] = {
    { "report", AFT_TYPE_REPORT_PAGE },   { "timeline", AFT_TYPE_TIMELINE_PAGE }, { "whys", AFT_TYPE_WHYS_PAGE },
    { "actions", AFT_TYPE_ACTIONS_PAGE }, { "preview", AFT_TYPE_PREVIEW_PAGE },
  };

  for (gsize i = G_N_ELEMENTS (pages); i-- > 0;)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", pages[i].name));
      iterate ();
      g_assert_cmpstr (aft_window_get_page_name (fixture->window), ==, pages[i].name);
      g_assert_true (g_type_is_a (G_OBJECT_TYPE (adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (fixture->window->pages)))),
                                  pages[i].type));
    }
  g_assert_false (aft_window_show_page (fixture->window, "nothing"));
  g_assert_cmpstr (aft_window_get_page_name (fixture->window), ==, "report");
  g_assert_false (aft_history_is_modified (fixture->history));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  filled)
{
  g_autoptr(AftLesson) lesson = g_list_model_get_item (aft_document_get_lessons (fixture->document), 0);
  GtkWidget *undo = fixture->window->undo_button;
  GtkWidget *redo = fixture->window->redo_button;

  g_assert_false (gtk_widget_get_sensitive (undo));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Nothing to Undo");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Rust 1.52.0 fingerprint bug");

  g_assert_true (aft_history_remove (fixture->history, AFT_ITEM (lesson)));
  iterate ();
  g_assert_true (gtk_widget_get_sensitive (undo));
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (undo), "Undo “"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (undo), aft_history_get_undo_name (fixture->history)));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "• Rust 1.52.0 fingerprint bug");
  g_assert_cmpstr (adw_window_title_get_title (fixture->window->window_title), ==, "• Rust 1.52.0 fingerprint bug");
  g_assert_true (aft_window_is_modified (fixture->window));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  iterate ();
  g_assert_false (gtk_widget_get_sensitive (undo));
  g_assert_true (gtk_widget_get_sensitive (redo));
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (redo), "Redo “"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Rust 1.52.0 fingerprint bug");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL));
  iterate ();
  g_assert_true (aft_window_is_modified (fixture->window));
  g_assert_true (aft_history_undo (fixture->history));

  g_object_set (fixture->document, "title", "Another", NULL);
  iterate ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "• Another");
}

static void
test_show_item (Fixture       *fixture,
                gconstpointer  filled)
{
  g_autoptr(AftItem) event = g_list_model_get_item (aft_document_get_events (fixture->document), 3);
  g_autoptr(AftItem) problem = g_list_model_get_item (aft_document_get_problems (fixture->document), 1);
  g_autoptr(AftItem) lesson = g_list_model_get_item (aft_document_get_lessons (fixture->document), 4);
  g_autoptr(AftItem) section = g_list_model_get_item (aft_document_get_sections (fixture->document), 4);
  const struct { AftItem *item; const char *page; } places[] = {
    { event, "timeline" }, { problem, "whys" }, { lesson, "actions" }, { section, "report" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      aft_session_show_item (aft_window_get_session (fixture->window), places[i].item);
      iterate ();
      g_assert_cmpstr (aft_window_get_page_name (fixture->window), ==, places[i].page);
    }
}

static void
test_review (Fixture       *fixture,
             gconstpointer  filled)
{
  wait_until (gtk_label_get_text (fixture->window->review_count)[0] != '\0');
  g_assert_false (gtk_toggle_button_get_active (fixture->window->review_button));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.review", NULL));
  g_assert_true (gtk_toggle_button_get_active (fixture->window->review_button));
}

static void
test_templates (void)
{
  const GType types[] = { AFT_TYPE_LIBRARY_PAGE };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      g_assert_nonnull (gtk_widget_get_first_child (widget));
      g_assert_finalize_object (widget);
    }
}

/* Every key is told of, and nothing is told of that has no key. */
static void
test_accels (void)
{
  g_auto(GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  g_autoptr(GBytes) bytes = g_resources_lookup_data (HELP_OVERLAY, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *overlay;
  g_autoptr(GRegex) regex = g_regex_new ("name=\"action-name\">([^<]+)<", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint n_told = 0;

  g_assert_nonnull (bytes);
  overlay = g_bytes_get_data (bytes, NULL);
  g_assert_cmpuint (g_strv_length (actions), >, 10);
  for (gsize i = 0; actions[i] != NULL; i++)
    {
      g_autofree char *told = g_strdup_printf (">%s<", actions[i]);

      if (strstr (overlay, told) == NULL)
        g_error ("%s has a key, but no line in the shortcuts", actions[i]);
    }

  for (g_regex_match (regex, overlay, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *action = g_match_info_fetch (match, 1);
      g_auto(GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (application), action);

      if (accels[0] == NULL)
        g_error ("%s is in the shortcuts, but has no key", action);
      n_told++;
    }
  g_assert_cmpuint (n_told, ==, g_strv_length (actions));
}

/* Built, not shown: GTK 4.8 warns of its own page numbers there. */
static void
test_help_overlay (void)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (HELP_OVERLAY);
  GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
  gtk_window_destroy (GTK_WINDOW (overlay));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  int status;

  tools_init (&argc, &argv);
  application = aft_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

#define ADD(path, filled, test) g_test_add ("/window/" path, Fixture, filled, set_up, test, tear_down)
  ADD ("library", NULL, test_library);
  ADD ("pages", "filled", test_pages);
  ADD ("undo", "filled", test_undo);
  ADD ("show-item", "filled", test_show_item);
  ADD ("review", "filled", test_review);
  g_test_add_func ("/window/templates", test_templates);
  g_test_add_func ("/window/accels", test_accels);
  g_test_add_func ("/window/help-overlay", test_help_overlay);
  status = tools_run ();
  g_clear_object (&application);

  return status;
}

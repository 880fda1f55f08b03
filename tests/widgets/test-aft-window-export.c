/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-tools.h"

#include "aft-answer.h"
#include "aft-application.h"
#include "aft-export-dialog.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-window-private.h"

static AftApplication *application;

typedef struct
{
  AftDocument *document;
  AftHistory  *history;
  AftWindow   *window;
  char        *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(AftSession) session = NULL;
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("afterword-export-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->window = aft_window_new (ADW_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->document = load_sample ();
  fixture->history = aft_document_get_history (fixture->document);
  session = aft_session_new (fixture->document, NULL, NULL);
  aft_window_set_session (fixture->window, session);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  iterate ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  aft_session_forget (fixture->window->session);
  g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->window);
  g_clear_object (&fixture->document);
  tools_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
remove_all (Fixture    *fixture,
            GListModel *list)
{
  while (g_list_model_get_n_items (list) > 0)
    {
      g_autoptr(AftItem) item = g_list_model_get_item (list, 0);

      g_assert_true (aft_history_remove (fixture->history, item));
    }
  iterate ();
}

static gboolean
is_label (GtkWidget  *widget,
          const void *data)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), data) == 0;
}

static gboolean
is_shown (Fixture    *fixture,
          const char *text)
{
  return find_where (GTK_WIDGET (fixture->window), is_label, text) != NULL;
}

/* Each kind is written, and both ways lead to the file. */
static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  gsize n_kinds;
  const AftExportKind *kinds = aft_export_kinds_get (&n_kinds);

  for (gsize i = 0; i < n_kinds; i++)
    {
      g_autofree char *name = g_strconcat ("rust", kinds[i].ending, NULL);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *message = g_strdup_printf ("Exported to “%s”", name);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autofree char *content = NULL;
      GtkWidget *button;
      gsize length;

      aft_window_export_to (fixture->window, &kinds[i], file);
      wait_until (fixture->window->n_exports == 0);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpuint (length, >, 100);

      /* Toasts wait for one another. */
      if (i > 0)
        continue;

      wait_until (is_shown (fixture, message));
      button = find_button (GTK_WIDGET (fixture->window), "Show in _Folder");
      g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.show-exported");
      button = find_button (GTK_WIDGET (fixture->window), "_Open");
      g_assert_nonnull (button);
    }
  g_assert_false (gtk_revealer_get_reveal_child (fixture->window->banner));
  g_assert_false (aft_history_is_modified (fixture->history));
}

/* What is written is the document as it stood, and the window does not wait for it. */
static void
test_snapshot (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(AftItem) problem = g_list_model_get_item (aft_document_get_problems (fixture->document), 0);
  g_autofree char *path = g_build_filename (fixture->folder, "whys.svg", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;

  aft_window_export_to (fixture->window, aft_export_kind_find ("svg-whys"), file);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS) && is_shown (fixture, "Exported to “whys.svg”"));
  g_object_set (problem, "text", "It is another now.", NULL);
  g_assert_true (aft_history_remove (fixture->history, problem));
  wait_until (is_shown (fixture, "Exported to “whys.svg”"));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "Builds that used to work ended with an internal compiler error on stable."));
  g_assert_null (strstr (content, "It is another now."));
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "whys.png", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "whys.png", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) other_file = g_file_new_for_path (other);

  aft_window_export_to (fixture->window, aft_export_kind_find ("png-whys"), file);
  wait_until (gtk_revealer_get_reveal_child (fixture->window->banner));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (fixture->window->banner_label), "The export failed: "));

  /* What there is nothing of says so, and leaves no file. */
  gtk_revealer_set_reveal_child (fixture->window->banner, FALSE);
  remove_all (fixture, aft_document_get_problems (fixture->document));
  aft_window_export_to (fixture->window, aft_export_kind_find ("png-whys"), other_file);
  wait_until (gtk_revealer_get_reveal_child (fixture->window->banner));
  g_assert_cmpstr (gtk_label_get_text (fixture->window->banner_label), ==,
                   "The export failed: this edition has no whys");
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "whys.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  aft_window_export_to (fixture->window, aft_export_kind_find ("pdf"), file);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.cancel-export", NULL));
  for (guint i = 0; i < 20; i++)
    iterate ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (gtk_revealer_get_reveal_child (fixture->window->banner));

  /* The next one is another matter. */
  aft_window_export_to (fixture->window, aft_export_kind_find ("pdf"), file);
  wait_until (is_shown (fixture, "Exported to “whys.pdf”"));
}

/* While a large tree is drawn the window goes on. */
static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "large.png", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(AftProblem) problem = g_list_model_get_item (aft_document_get_problems (fixture->document), 0);
  g_autoptr(AftQuestion) question = g_object_new (AFT_TYPE_QUESTION, "text", "Why?", NULL);
  guint n_turns = 0;

  aft_history_begin (fixture->history, "Grow");
  g_assert_true (aft_history_insert (fixture->history, AFT_ITEM (problem), "questions", G_MAXUINT, AFT_ITEM (question)));
  for (guint i = 0; i < 600; i++)
    {
      g_autoptr(AftAnswer) answer = g_object_new (AFT_TYPE_ANSWER, "text", "It was one of many things.", NULL);

      g_assert_true (aft_history_insert (fixture->history, AFT_ITEM (question), "answers", G_MAXUINT, AFT_ITEM (answer)));
    }
  aft_history_end (fixture->history);
  iterate ();

  aft_window_export_to (fixture->window, aft_export_kind_find ("png-whys"), file);
  g_assert_false (gtk_widget_get_visible (fixture->window->exporting_button));
  while (fixture->window->n_exports > 0)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
      n_turns++;
      g_assert_false (gtk_revealer_get_reveal_child (fixture->window->banner));
    }
  /* Were it drawn here, the main loop would turn but once or twice. */
  g_assert_cmpuint (n_turns, >, 20);
  g_assert_false (gtk_widget_get_visible (fixture->window->exporting_button));
}

/* A window that closes meanwhile takes nothing along. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "whys.svg", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  AftWindow *other = aft_window_new (ADW_APPLICATION (application));
  g_autoptr(AftDocument) document = load_sample ();
  g_autoptr(AftSession) session = aft_session_new (document, NULL, NULL);

  gtk_window_present (GTK_WINDOW (other));
  aft_window_set_session (other, session);
  aft_window_export_to (other, aft_export_kind_find ("svg-whys"), file);
  aft_session_forget (session);
  gtk_window_destroy (GTK_WINDOW (other));
  wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  iterate ();
}

static GtkWidget *
find_dialog (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

static GtkWidget *
find_chooser (void)
{
  return find_dialog (GTK_TYPE_FILE_CHOOSER);
}

static GtkWidget *
open_dialog (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export", NULL));
  g_assert_nonnull (find_dialog (AFT_TYPE_EXPORT_DIALOG));
  iterate ();

  return find_dialog (AFT_TYPE_EXPORT_DIALOG);
}

static gpointer
get_child (GtkWidget  *dialog,
           const char *name)
{
  return gtk_widget_get_template_child (dialog, AFT_TYPE_EXPORT_DIALOG, name);
}

static char *
dup_kinds (GtkWidget *dialog)
{
  GListModel *model = adw_combo_row_get_model (get_child (dialog, "kind"));
  GString *kinds = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_string_append_printf (kinds, "%s%s", i > 0 ? ", " : "", gtk_string_list_get_string (GTK_STRING_LIST (model), i));

  return g_string_free (kinds, FALSE);
}

static void
assert_kinds (Fixture    *fixture,
              const char *expected)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autofree char *kinds = dup_kinds (dialog);

  g_assert_cmpstr (kinds, ==, expected);
  gtk_window_close (GTK_WINDOW (dialog));
  iterate ();
}

/* What there is nothing of is not offered, and the whys are called as their page is. */
static void
test_kinds_offered (Fixture       *fixture,
                    gconstpointer  data)
{
  assert_kinds (fixture, "Markdown, PDF Document, Web Page, Plain Text, Five Whys: SVG Picture, Five Whys: PNG Picture, "
                         "Five Whys: Indented Text, Five Whys: Mermaid Diagram, Five Whys: Graphviz Graph, "
                         "Timeline: SVG Picture, Timeline: PNG Picture, Timeline: Spreadsheet (CSV), "
                         "Actions: Spreadsheet (CSV), Actions: Calendar (iCalendar)");
  remove_all (fixture, aft_document_get_events (fixture->document));
  g_object_set (fixture->document, "method", AFT_METHOD_HOW, NULL);
  assert_kinds (fixture, "Markdown, PDF Document, Web Page, Plain Text, How: SVG Picture, How: PNG Picture, "
                         "How: Indented Text, How: Mermaid Diagram, How: Graphviz Graph, Actions: Spreadsheet (CSV), "
                         "Actions: Calendar (iCalendar)");
  remove_all (fixture, aft_document_get_problems (fixture->document));
  remove_all (fixture, aft_document_get_lessons (fixture->document));
  remove_all (fixture, aft_document_get_other_items (fixture->document));
  assert_kinds (fixture, "Markdown, PDF Document, Web Page, Plain Text");
}

/* Kind, edition and what belongs to the kind. */
static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture);

  g_assert_cmpuint (adw_combo_row_get_selected (get_child (dialog, "kind")), ==, 1);
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "paper")));
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "markdown")));
  adw_combo_row_set_selected (get_child (dialog, "kind"), 0);
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "paper")));
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "markdown")));
  gtk_switch_set_active (get_child (dialog, "mermaid"), TRUE);
  adw_combo_row_set_selected (get_child (dialog, "edition"), AFT_EDITION_PUBLIC);
  g_assert_cmpstr (gtk_label_get_text (get_child (dialog, "hint")), !=, "");
  gtk_widget_activate_action (dialog, "export.export", NULL);
  wait_until (find_chooser () != NULL);
  gtk_window_destroy (GTK_WINDOW (find_chooser ()));
  iterate ();

  dialog = open_dialog (fixture);
  g_assert_cmpuint (adw_combo_row_get_selected (get_child (dialog, "kind")), ==, 0);
  g_assert_cmpuint (adw_combo_row_get_selected (get_child (dialog, "edition")), ==, AFT_EDITION_PUBLIC);
  g_assert_true (gtk_switch_get_active (get_child (dialog, "mermaid")));
  g_assert_cmpint (aft_window_get_export_options (fixture->window).markdown, ==, AFT_MARKDOWN_MERMAID);
  gtk_switch_set_active (get_child (dialog, "mermaid"), FALSE);
  adw_combo_row_set_selected (get_child (dialog, "edition"), AFT_EDITION_TEAM);
  adw_combo_row_set_selected (get_child (dialog, "kind"), 1);
  gtk_widget_activate_action (dialog, "export.export", NULL);
  wait_until (find_chooser () != NULL);
  gtk_window_destroy (GTK_WINDOW (find_chooser ()));
  iterate ();
}

static void
test_dialog (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Rust 1.52.0 fingerprint bug-whys.mmd", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr(GListModel) filters = NULL;
  g_autoptr(GtkFileFilter) filter = NULL;
  g_autofree char *name = NULL;
  GtkWidget *chooser;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-as", "s", "mermaid"));
  wait_until (find_chooser () != NULL);
  chooser = find_chooser ();
  iterate ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (chooser)), ==, "Export “Five Whys”");
  name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (chooser));
  g_assert_cmpstr (name, ==, "Rust 1.52.0 fingerprint bug-whys.mmd");
  filters = gtk_file_chooser_get_filters (GTK_FILE_CHOOSER (chooser));
  g_assert_cmpuint (g_list_model_get_n_items (filters), ==, 1);
  filter = g_list_model_get_item (filters, 0);
  g_assert_cmpstr (gtk_file_filter_get_name (filter), ==, "Mermaid Diagram");

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  iterate ();
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  wait_until (is_shown (fixture, "Exported to “Rust 1.52.0 fingerprint bug-whys.mmd”"));
}

/* The action items go out under the name of their page. */
static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Rust 1.52.0 fingerprint bug-actions.ics", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (fixture->folder);
  g_autofree char *content = NULL;
  GtkWidget *chooser;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-as", "s", "ics"));
  wait_until (find_chooser () != NULL);
  chooser = find_chooser ();
  iterate ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (chooser)), ==, "Export “Actions”");
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  iterate ();
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  wait_until (fixture->window->n_exports == 0 && g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "BEGIN:VCALENDAR\r\n"));
}

static void
assert_clipboard (Fixture    *fixture,
                  const char *begin)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)));
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_nonnull (content);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_true (g_str_has_prefix (g_value_get_string (&value), begin));
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_assert_true (gtk_widget_activate_action (window, "win.copy", "s", "markdown"));
  assert_clipboard (fixture, "# Rust 1.52.0 fingerprint bug\n");
  g_assert_true (gtk_widget_activate_action (window, "win.copy", "s", "text"));
  assert_clipboard (fixture, "===========================\nRust 1.52.0 fingerprint bug\n");
  g_assert_true (gtk_widget_activate_action (window, "win.copy", "s", "outline"));
  assert_clipboard (fixture, "Builds that used to work ended with an internal compiler error on stable.\n  Why did ");
  g_assert_true (gtk_widget_activate_action (window, "win.copy", "s", "mermaid"));
  assert_clipboard (fixture, "flowchart LR\n");
  wait_until (is_shown (fixture, "Copied as Markdown"));
}

/* Stands for what desktops have: it keeps what it was told. */
static void
install_mailer (Fixture *fixture)
{
  g_autofree char *program = g_build_filename (fixture->folder, "xdg-email", NULL);
  g_autofree char *told = g_build_filename (fixture->folder, "told", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\nprintf '%%s\\n' \"$@\" >'%s.part'\nmv '%s.part' '%s'\n", told, told, told);
  g_autofree char *path = g_strconcat (fixture->folder, ":", g_getenv ("PATH"), NULL);

  g_assert_true (g_file_set_contents_full (program, script, -1, G_FILE_SET_CONTENTS_NONE, 0755, NULL));
  g_setenv ("PATH", path, TRUE);
}

static void
test_mail (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autofree char *told = g_build_filename (fixture->folder, "told", NULL);
  g_autofree char *content = NULL;
  g_autofree char *pdf = NULL;
  g_auto(GStrv) words = NULL;
  gsize length;

  install_mailer (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.send", NULL));
  wait_until (g_file_test (told, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (told, &content, NULL, NULL));
  words = g_strsplit (content, "\n", -1);
  g_assert_cmpstr (words[2], ==, "Rust 1.52.0 fingerprint bug");
  g_assert_cmpstr (words[5], ==, "--attach");
  g_assert_true (g_str_has_suffix (words[6], "/Rust 1.52.0 fingerprint bug.pdf"));
  g_assert_true (g_file_get_contents (words[6], &pdf, &length, NULL));
  g_assert_cmpmem (pdf, 5, "%PDF-", 5);
  g_setenv ("PATH", path, TRUE);
  iterate ();
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

#define ADD(path, test) g_test_add ("/window-export/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("kinds", test_kinds);
  ADD ("snapshot", test_snapshot);
  ADD ("failure", test_failure);
  ADD ("cancel", test_cancel);
  ADD ("large", test_large);
  ADD ("close", test_close);
  ADD ("kinds-offered", test_kinds_offered);
  ADD ("choices", test_choices);
  ADD ("dialog", test_dialog);
  ADD ("actions", test_actions);
  ADD ("copy", test_copy);
  ADD ("mail", test_mail);
  status = tools_run ();
  g_clear_object (&application);

  return status;
}

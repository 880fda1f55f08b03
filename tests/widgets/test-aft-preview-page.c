/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-tools.h"

#include "aft-edition.h"
#include "aft-paper.h"
#include "aft-preview-page.h"

typedef struct
{
  AftDocument *document;
  AftSession  *session;
  GtkWidget   *page;
  GtkWidget   *window;
} Fixture;

static gpointer
get_child (Fixture    *fixture,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (fixture->page, AFT_TYPE_PREVIEW_PAGE, name);

  g_assert_nonnull (child);

  return child;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = load_sample ();
  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  fixture->page = aft_page_new (AFT_TYPE_PREVIEW_PAGE, fixture->session);
  fixture->window = show_in_window (fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  aft_session_forget (fixture->session);
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->document);
}

static guint
count_sheets (Fixture *fixture)
{
  guint count = 0;

  for (GtkWidget *sheet = gtk_widget_get_first_child (get_child (fixture, "sheets")); sheet != NULL; sheet = gtk_widget_get_next_sibling (sheet))
    {
      g_assert_true (AFT_IS_PAPER (sheet));
      count++;
    }

  return count;
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  GtkLabel *label = get_child (fixture, "n_pages");
  const guint n_sheets = count_sheets (fixture);
  g_autofree char *text = g_strdup_printf ("%u pages", n_sheets);
  GtkWidget *sheet = gtk_widget_get_first_child (get_child (fixture, "sheets"));
  int width;
  int wider;

  g_assert_cmpuint (n_sheets, >, 2);
  g_assert_cmpstr (gtk_label_get_text (label), ==, text);
  g_assert_nonnull (gtk_list_box_get_row_at_index (get_child (fixture, "headings"), 3));

  gtk_widget_measure (sheet, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_true (gtk_widget_activate_action (fixture->page, "preview.zoom", "i", 1));
  gtk_widget_measure (sheet, GTK_ORIENTATION_HORIZONTAL, -1, &wider, NULL, NULL, NULL);
  g_assert_cmpint (wider, >, width);
  g_assert_true (gtk_widget_activate_action (fixture->page, "preview.zoom", "i", 0));
  gtk_widget_measure (sheet, GTK_ORIENTATION_HORIZONTAL, -1, &wider, NULL, NULL, NULL);
  g_assert_cmpint (wider, ==, width);
}

static char *
dup_text (Fixture *fixture)
{
  char *text;

  g_object_get (gtk_text_view_get_buffer (get_child (fixture, "text")), "text", &text, NULL);

  return text;
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *team = NULL;
  g_autofree char *public = NULL;

  gtk_drop_down_set_selected (get_child (fixture, "edition"), AFT_EDITION_TEAM);
  gtk_toggle_button_set_active (get_child (fixture, "text_toggle"), TRUE);
  iterate ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "stack")), ==, "text");
  team = dup_text (fixture);
  g_assert_true (g_str_has_prefix (team, "# Rust 1.52.0 fingerprint bug\n"));
  g_assert_nonnull (strstr (team, "facilitator of the meetings"));

  gtk_drop_down_set_selected (get_child (fixture, "edition"), AFT_EDITION_PUBLIC);
  iterate ();
  public = dup_text (fixture);
  g_assert_null (strstr (public, "facilitator of the meetings"));
  gtk_toggle_button_set_active (get_child (fixture, "text_toggle"), FALSE);
  iterate ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "stack")), ==, "pages");
}

static gboolean
shows (Fixture    *fixture,
       const char *words)
{
  g_autofree char *text = dup_text (fixture);

  return strstr (text, words) != NULL;
}

static void
test_follow (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_toggle_button_set_active (get_child (fixture, "text_toggle"), TRUE);
  iterate ();
  g_object_set (fixture->document, "title", "Another title", NULL);
  wait_until (shows (fixture, "# Another title"));
  g_assert_true (aft_history_undo (aft_document_get_history (fixture->document)));
  wait_until (!shows (fixture, "# Another title"));
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/preview-page/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("pages", test_pages);
  ADD ("text", test_text);
  ADD ("follow", test_follow);

  return tools_run ();
}

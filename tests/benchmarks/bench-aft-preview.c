/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the preview takes from choosing its page to the first picture, and from an edit until it is shown; and for
 * how long the main loop is held at most at a time meanwhile, so that a frame or a key waits, with what the toolkit
 * takes to lay out and paint. An edit waits 80 ms for the next one first. For the sample and for documents of so many sections, as pages and as text.
 * Prints a table; fails never, for a time is no fact about the code. */

#include "config.h"

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

#include "aft-document-reader.h"
#include "aft-preview-page.h"
#include "aft-preview-pane.h"
#include "aft-section.h"

#define EDITS 15

static gint64 last_poll;
static double longest;

/* What lies between two polls is what the main loop did at once. */
static gint
timed_poll (GPollFD *fds,
            guint    n_fds,
            gint     timeout)
{
  gint result;

  if (last_poll != 0)
    longest = MAX (longest, (double) (g_get_monotonic_time () - last_poll) / 1000);
  result = g_poll (fds, n_fds, timeout);
  last_poll = g_get_monotonic_time ();

  return result;
}

static AftDocument *
load_sample (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gsize length;
  AftDocument *document;

  g_file_get_contents (TEST_DATA "/samples/rust-1.52-fingerprints.afterword", &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  document = aft_document_read (bytes, NULL, &error);
  g_assert_no_error (error);

  return document;
}

static AftDocument *
create_document (guint n_sections)
{
  AftDocument *document = aft_document_new ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  g_object_set (document, "title", "Long", "language", "en", NULL);
  for (guint i = 0; i < n_sections; i++)
    {
      g_autoptr(AftSection) section = aft_section_new ();
      g_autofree char *title = g_strdup_printf ("Section %u", i + 1);
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint paragraph = 0; paragraph < 8; paragraph++)
        {
          for (guint word = 0; word < 60; word++)
            g_string_append_printf (text, "%s%c%x", word > 0 ? " " : "", g_rand_int_range (rand, 'a', 'z' + 1),
                                    g_rand_int_range (rand, 0, 65536));
          g_string_append (text, paragraph % 3 == 2 ? "\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n" : "\n\n");
        }
      g_object_set (section, "title", title, "text", text->str, NULL);
      aft_item_adopt (AFT_ITEM (document), "sections", AFT_ITEM (section));
    }
  aft_document_set_ready (document);

  return document;
}

static double
wait_for (AftPreviewPane *pane)
{
  const gint64 start = g_get_monotonic_time ();

  longest = 0;
  last_poll = 0;
  while (aft_preview_pane_is_busy (pane))
    g_main_context_iteration (NULL, TRUE);

  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
settle (void)
{
  const gint64 end = g_get_monotonic_time () + 300 * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
print_row (const char *name,
           guint       n_pages,
           gboolean    text,
           const char *what,
           double      time)
{
  g_print ("%-12s %5u  %-6s %-14s %9.1f %9.1f\n", name, n_pages, text ? "text" : "pages", what, time, longest);
}

static void
measure (const char  *name,
         AftDocument *document,
         gboolean     text)
{
  g_autoptr(AftSession) session = aft_session_new (document, NULL, NULL);
  g_autoptr(AftItem) section = g_list_model_get_item (aft_document_get_sections (document), 1);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *page = aft_page_new (AFT_TYPE_PREVIEW_PAGE, session);
  AftPreviewPane *pane;
  double sum = 0;
  double most = 0;
  double time;
  guint n_pages;

  pane = AFT_PREVIEW_PANE (gtk_widget_get_template_child (page, AFT_TYPE_PREVIEW_PAGE, "pane"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_template_child (page, AFT_TYPE_PREVIEW_PAGE,
                                                                                  "text_toggle")), text);
  gtk_stack_add_named (GTK_STACK (stack), gtk_label_new ("Another page"), "other");
  gtk_stack_add_named (GTK_STACK (stack), page, "preview");
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
  gtk_window_set_child (GTK_WINDOW (window), stack);
  gtk_window_present (GTK_WINDOW (window));
  settle ();

  gtk_stack_set_visible_child_name (GTK_STACK (stack), "preview");
  time = wait_for (pane);
  n_pages = aft_preview_pane_get_n_pages (pane);
  print_row (name, n_pages, text, "chosen", time);
  settle ();

  for (guint i = 0; i < EDITS; i++)
    {
      g_autofree char *words = g_strdup_printf ("A paragraph that is written, %u letters of it.\n\nAnother.", i);

      g_object_set (section, "text", words, NULL);
      sum += wait_for (pane);
      most = MAX (most, longest);
      settle ();
    }
  longest = most;
  print_row (name, n_pages, text, "edited", sum / EDITS);

  aft_session_forget (session);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

int
main (int    argc,
      char **argv)
{
  static const guint counts[] = { 24, 100 };

  gtk_init ();
  adw_init ();
  gtk_source_init ();
  g_main_context_set_poll_func (NULL, timed_poll);
  g_print ("%-12s %5s  %-6s %-14s %9s %9s\n", "document", "pages", "as", "until shown", "ms", "held ms");

  for (guint text = 0; text < 2; text++)
    {
      g_autoptr(AftDocument) sample = load_sample ();

      measure ("sample", sample, text == 1);
      for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
        {
          g_autoptr(AftDocument) document = create_document (counts[i]);
          g_autofree char *name = g_strdup_printf ("%u sections", counts[i]);

          measure (name, document, text == 1);
        }
    }

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>
#include <gtksourceview/gtksource.h>

#include "aft-document-reader.h"
#include "aft-document-writer.h"
#include "aft-session.h"

/* What the tests of widgets share. Each function is used by some of them only. */

static char *tools_folder;

#ifdef __SANITIZE_ADDRESS__
/* GLib keeps the table of its first 2048 names when it makes a larger one, which its library makes before
 * main (). Only the whole way up from there tells it from a leak. The library of cloud folders, which the
 * file chooser asks, keeps two paths. */
const char *__asan_default_options (void);
const char *__lsan_default_suppressions (void);

const char *
__asan_default_options (void)
{
  return "fast_unwind_on_malloc=0:malloc_context_size=12";
}

const char *
__lsan_default_suppressions (void)
{
  return "leak:call_init\nleak:libcloudproviders\n";
}
#endif

/* Nothing of a test stays on the machine: journals and indices go to a folder of its own. */
G_GNUC_UNUSED static void
tools_init (int    *argc,
            char ***argv)
{
  g_autoptr(GError) error = NULL;

  tools_folder = g_dir_make_tmp ("afterword-widgets-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_STATE_HOME", tools_folder, TRUE);
  g_setenv ("XDG_DATA_HOME", tools_folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", tools_folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", tools_folder, TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  gtk_source_init ();
}

static void
tools_remove (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      tools_remove (below);
    }
  g_remove (path);
}

G_GNUC_UNUSED static int
tools_run (void)
{
  const int status = g_test_run ();

  tools_remove (tools_folder);
  g_clear_pointer (&tools_folder, g_free);

  return status;
}

G_GNUC_UNUSED static void
iterate (void)
{
  for (int i = 0; i < 50 || g_main_context_pending (NULL); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      if (!g_main_context_pending (NULL))
        g_usleep (500);
    }
}

/* Waits for what takes a while, however slow the machine is; what never comes is told by its name. */
#define wait_until(condition) \
  do \
    { \
      const gint64 patience = g_get_monotonic_time () + 90 * G_TIME_SPAN_SECOND; \
\
      while (!(condition)) \
        { \
          if (g_get_monotonic_time () > patience) \
            g_error ("%s: waited in vain for %s", G_STRLOC, #condition); \
          if (!g_main_context_iteration (NULL, FALSE)) \
            g_usleep (500); \
        } \
    } \
  while (0)

typedef gboolean (* FindFunc) (GtkWidget  *widget,
                               const void *data);

static GtkWidget *
find_where (GtkWidget  *widget,
            FindFunc    func,
            const void *data)
{
  if (func (widget, data))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_where (child, func, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_of_type (GtkWidget  *widget,
            const void *data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

G_GNUC_UNUSED static gpointer
find_widget (GtkWidget *widget,
             GType      type)
{
  return find_where (widget, is_of_type, &type);
}

static gboolean
is_button_named (GtkWidget  *widget,
                 const void *data)
{
  return GTK_IS_BUTTON (widget) && (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), data) == 0 ||
                                    g_strcmp0 (gtk_widget_get_tooltip_text (widget), data) == 0);
}

/* By label or tooltip. */
G_GNUC_UNUSED static GtkWidget *
find_button (GtkWidget  *widget,
             const char *name)
{
  GtkWidget *found = find_where (widget, is_button_named, name);

  g_assert_nonnull (found);

  return found;
}

G_GNUC_UNUSED static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }

  g_assert_not_reached ();
}

/* What a key does that a controller of this widget watches. */
G_GNUC_UNUSED static gboolean
press_key (GtkWidget       *widget,
           guint            keyval,
           GdkModifierType  modifiers)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (widget, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", keyval, 0, modifiers, &handled);

  return handled;
}

G_GNUC_UNUSED static char *
dup_json (AftDocument *document)
{
  g_autoptr(GBytes) bytes = aft_document_write (document);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

G_GNUC_UNUSED static AftDocument *
load_sample (void)
{
  const char *path = TEST_DATA "/samples/rust-1.52-fingerprints.afterword";
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  AftDocument *document;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  document = aft_document_read (bytes, NULL, &error);
  g_assert_no_error (error);

  return document;
}

/* Undoes everything and redoes it: the document is the same at both ends. */
G_GNUC_UNUSED static void
assert_undo_and_redo (AftDocument *document,
                      const char  *first)
{
  AftHistory *history = aft_document_get_history (document);
  g_autofree char *last = dup_json (document);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  while (aft_history_undo (history))
    iterate ();
  undone = dup_json (document);
  g_assert_true (g_str_equal (undone, first));
  while (aft_history_redo (history))
    iterate ();
  redone = dup_json (document);
  g_assert_true (g_str_equal (redone, last));
}

G_GNUC_UNUSED static GtkWidget *
show_in_window (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  iterate ();

  return window;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>

#include "aft-application-private.h"
#include "aft-compat-dialogs.h"
#include "aft-icons-resource.h"
#include "aft-ui-resource.h"

G_DEFINE_FINAL_TYPE (AftApplication, aft_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *accels[3];
} AccelRow;

/* Only with Ctrl, Alt or a function key: these win over a focused entry. */
static const AccelRow accel_rows[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.open", { "<Control>o" } },
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "window.close", { "<Control>w" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.print", { "<Control>p" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z" } },
  { "win.export", { "<Control>e" } },
  { "win.export-as::pdf", { "<Control><Shift>e" } },
  { "win.review", { "F9" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.show-page::report", { "<Alt>1" } },
  { "win.show-page::timeline", { "<Alt>2" } },
  { "win.show-page::whys", { "<Alt>3" } },
  { "win.show-page::actions", { "<Alt>4" } },
  { "win.show-page::preview", { "<Alt>5" } },
};

static gboolean
close_requested_cb (AftApplication *self,
                    GtkWindow      *window)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  /* What was open last comes back. */
  if (!self->quitting && windows != NULL && windows->next == NULL)
    aft_application_save_session (self);

  return FALSE;
}

static AftWindow *
create_window (AftApplication *self)
{
  AftWindow *window = aft_window_new (ADW_APPLICATION (self));

  gtk_window_set_default_size (GTK_WINDOW (window), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (window));
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_requested_cb), self, G_CONNECT_SWAPPED);
  g_settings_bind (self->settings, "window-width", window, "default-width", G_SETTINGS_BIND_SET);
  g_settings_bind (self->settings, "window-height", window, "default-height", G_SETTINGS_BIND_SET);
  g_settings_bind (self->settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_SET);

  return window;
}

static AftWindow *
find_window (AftApplication *self,
             GFile          *file)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    if (AFT_IS_WINDOW (link->data) && aft_window_get_file (link->data) != NULL &&
        g_file_equal (aft_window_get_file (link->data), file))
      return link->data;

  return NULL;
}

/* A window in which nothing is open yet. */
static AftWindow *
find_free_window (AftApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    if (AFT_IS_WINDOW (link->data) && aft_window_get_session (link->data) == NULL && aft_window_get_file (link->data) == NULL)
      return link->data;

  return NULL;
}

AftWindow *
aft_application_open_one (AftApplication *self,
                          GFile          *file)
{
  AftWindow *window = find_window (self, file);

  if (window == NULL)
    {
      window = find_free_window (self);
      if (window == NULL)
        window = create_window (self);
      aft_window_open_file (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

AftWindow *
aft_application_open_document (AftApplication *self,
                               AftSession     *session)
{
  AftWindow *window = find_free_window (self);

  if (window == NULL)
    window = create_window (self);
  aft_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (create_window (user_data)));
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  aft_application_open_one (user_data, file);
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) documents = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (documents, _("Postmortems"));
  gtk_file_filter_add_suffix (documents, "afterword");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, documents);
  g_list_store_append (filters, all);

  aft_compat_choose_file (gtk_application_get_active_window (user_data), GTK_FILE_CHOOSER_ACTION_OPEN, _("Open Postmortem"), _("_Open"),
                          NULL, NULL, G_LIST_MODEL (filters), file_chosen_cb, user_data);
}

static void
open_uri_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  aft_application_open_one (user_data, file);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  AftApplication *self = user_data;
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  aft_application_save_session (self);
  self->quitting = TRUE;
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
  self->quitting = FALSE;
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  aft_compat_show_about (gtk_application_get_active_window (user_data), PACKAGE_VERSION);
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  gtk_show_uri (gtk_application_get_active_window (user_data), "help:afterword", GDK_CURRENT_TIME);
}

static void
window_removed_cb (AftApplication *self)
{
  if (!self->quitting && gtk_application_get_windows (GTK_APPLICATION (self)) != NULL)
    aft_application_save_session (self);
}

static gboolean
restore_idle_cb (gpointer user_data)
{
  AftApplication *self = user_data;

  self->restore_idle = 0;
  aft_application_offer_recovery (self);

  return G_SOURCE_REMOVE;
}

static void
start_once (AftApplication *self)
{
  if (self->started)
    return;

  self->started = TRUE;
  self->restore_idle = g_idle_add_full (G_PRIORITY_LOW, restore_idle_cb, self, NULL);
}

static void
aft_application_activate (GApplication *application)
{
  AftApplication *self = AFT_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  const gboolean first = !self->started;

  if (window == NULL && !(first && g_settings_get_boolean (self->settings, "restore-session") && aft_application_restore_session (self)))
    window = GTK_WINDOW (create_window (self));
  if (window != NULL)
    gtk_window_present (window);
  start_once (self);
}

static void
aft_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  AftApplication *self = AFT_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    aft_application_open_one (self, files[i]);
  start_once (self);
}

static int
aft_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Afterword %s\n", PACKAGE_VERSION);
      return 0;
    }

  if (g_variant_dict_contains (options, "new-window"))
    {
      g_autoptr(GError) error = NULL;

      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("afterword: %s\n", error->message);
          return 1;
        }
      if (g_application_get_is_remote (application))
        {
          g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
          return 0;
        }
    }

  return -1;
}

static void
query_end_cb (AftApplication *self)
{
  aft_application_save_session (self);
}

static void
aft_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "new-window", new_window_action },   { "open", open_action }, { "open-uri", open_uri_action, "s" }, { "quit", quit_action },
    { "about", about_action },             { "help", help_action },
  };
  AftApplication *self = AFT_APPLICATION (application);
  g_autoptr(GAction) restore = NULL;

  g_resources_register (aft_ui_get_resource ());
  g_resources_register (aft_icons_get_resource ());
  G_APPLICATION_CLASS (aft_application_parent_class)->startup (application);
  gtk_source_init ();

  self->settings = g_settings_new (APPLICATION_ID);
  restore = g_settings_create_action (self->settings, "restore-session");
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), restore);
  for (gsize i = 0; i < G_N_ELEMENTS (accel_rows); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accel_rows[i].action, accel_rows[i].accels);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_signal_connect (self, "window-removed", G_CALLBACK (window_removed_cb), NULL);
  g_signal_connect (self, "query-end", G_CALLBACK (query_end_cb), NULL);
}

static void
aft_application_shutdown (GApplication *application)
{
  AftApplication *self = AFT_APPLICATION (application);

  g_clear_handle_id (&self->restore_idle, g_source_remove);

  G_APPLICATION_CLASS (aft_application_parent_class)->shutdown (application);
}

static void
aft_application_finalize (GObject *object)
{
  AftApplication *self = AFT_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (aft_application_parent_class)->finalize (object);
}

static void
aft_application_class_init (AftApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = aft_application_finalize;
  application_class->activate = aft_application_activate;
  application_class->open = aft_application_open;
  application_class->handle_local_options = aft_application_handle_local_options;
  application_class->startup = aft_application_startup;
  application_class->shutdown = aft_application_shutdown;
}

static void
aft_application_init (AftApplication *self)
{
  static const GOptionEntry options[] = {
    { "new-window", 'w', 0, G_OPTION_ARG_NONE, NULL, N_("Open a new window"), NULL },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self), _("Write blameless postmortems"));
}

/**
 * aft_application_new:
 *
 * Returns: (transfer full): the application
 */
AftApplication *
aft_application_new (void)
{
  return g_object_new (AFT_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/app/afterword/Afterword", "register-session", TRUE, NULL);
}

/**
 * aft_application_get_settings:
 * @self: the application
 *
 * Returns: (transfer none): its settings
 */
GSettings *
aft_application_get_settings (AftApplication *self)
{
  return self->settings;
}

/**
 * aft_application_get_library:
 * @self: the application
 *
 * Opens the index of documents when it is first needed.
 *
 * Returns: (transfer none) (nullable): the library, %NULL where it can't be kept
 */
AftLibrary *
aft_application_get_library (AftApplication *self)
{
  g_return_val_if_fail (AFT_IS_APPLICATION (self), NULL);

  if (self->library == NULL && !self->library_failed)
    {
      g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "afterword", NULL);
      g_autofree char *path = g_build_filename (folder, "library.db", NULL);
      g_autoptr(GError) error = NULL;

      g_mkdir_with_parents (folder, 0700);
      self->library = aft_library_new (path, &error);
      if (self->library == NULL)
        {
          self->library_failed = TRUE;
          g_message ("%s", error->message);
        }
    }

  return self->library;
}

/**
 * aft_application_note_document:
 * @self: the application
 * @document: a document that was opened or saved
 * @file: where it is
 *
 * Adds it to the recent documents.
 */
void
aft_application_note_document (AftApplication *self,
                               AftDocument    *document,
                               GFile          *file)
{
  AftLibrary *library = aft_application_get_library (self);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr(GError) error = NULL;
  GtkRecentData data = { NULL, NULL, (char *) "application/vnd.afterword+json", (char *) "Afterword", (char *) "afterword %u", NULL, FALSE };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
  if (library != NULL && !aft_library_record (library, document, uri, &error))
    g_message ("%s", error->message);

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    if (AFT_IS_WINDOW (link->data))
      aft_window_refresh_library (link->data);
}

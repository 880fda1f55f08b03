/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-compat"

#include "config.h"

#include "aft-compat-files.h"

#if !GTK_CHECK_VERSION (4, 10, 0)

/* No file manager that can choose a file: the folder alone. */
static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GFile) file = user_data;
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (reply == NULL && folder != NULL)
    {
      g_autofree char *uri = g_file_get_uri (folder);

      gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
    }
}

#endif

/**
 * aft_compat_show_in_folder:
 * @parent: the window that asks
 * @file: a file
 *
 * Shows the file in its folder, in whatever application shows folders.
 */
void
aft_compat_show_in_folder (GtkWindow *parent,
                           GFile     *file)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  g_autoptr(GtkFileLauncher) launcher = NULL;
#else
  GApplication *application = g_application_get_default ();
  GDBusConnection *connection = application != NULL ? g_application_get_dbus_connection (application) : NULL;
  g_autofree char *uri = NULL;
  const char *uris[] = { NULL, NULL };
#endif

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_FILE (file));

#if GTK_CHECK_VERSION (4, 10, 0)
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_open_containing_folder (launcher, parent, NULL, NULL, NULL);
#else
  if (connection == NULL)
    return;

  uri = g_file_get_uri (file);
  uris[0] = uri;
  g_dbus_connection_call (connection, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, shown_cb, g_object_ref (file));
#endif
}

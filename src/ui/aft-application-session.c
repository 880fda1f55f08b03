/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "aft-application-private.h"
#include "aft-compat-dialogs.h"
#include "aft-journal.h"

/* What comes back at the next start: the windows that were open, and what a crash left. */

#define GROUP_PREFIX "window"

static char *
dup_session_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "afterword", "session.ini", NULL);
}

void
aft_application_save_session (AftApplication *self)
{
  g_autoptr(GKeyFile) key_file = g_key_file_new ();
  g_autofree char *path = dup_session_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;
  guint n_windows = 0;

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    {
      g_autofree char *group = NULL;
      g_autofree char *uri = NULL;

      if (!AFT_IS_WINDOW (link->data) || aft_window_get_file (link->data) == NULL)
        continue;

      group = g_strdup_printf (GROUP_PREFIX " %u", n_windows++);
      uri = g_file_get_uri (aft_window_get_file (link->data));
      g_key_file_set_string (key_file, group, "uri", uri);
      g_key_file_set_string (key_file, group, "page", aft_window_get_page_name (link->data));
    }

  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (key_file, path, &error))
    g_message ("The session could not be kept: %s", error->message);
}

gboolean
aft_application_restore_session (AftApplication *self)
{
  g_autoptr(GKeyFile) key_file = g_key_file_new ();
  g_autofree char *path = dup_session_path ();
  g_auto(GStrv) groups = NULL;
  gboolean restored = FALSE;

  if (!g_key_file_load_from_file (key_file, path, G_KEY_FILE_NONE, NULL))
    return FALSE;

  groups = g_key_file_get_groups (key_file, NULL);
  for (gsize i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *uri = g_key_file_get_string (key_file, groups[i], "uri", NULL);
      g_autofree char *page = g_key_file_get_string (key_file, groups[i], "page", NULL);
      g_autoptr(GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
      AftWindow *window;

      if (file == NULL || (g_file_is_native (file) && !g_file_query_exists (file, NULL)))
        continue;

      window = aft_application_open_one (self, file);
      if (page != NULL)
        aft_window_show_page (window, page);
      restored = TRUE;
    }

  return restored;
}

typedef struct
{
  AftApplication *application;
  GPtrArray      *recoveries;
} RecoveryData;

static void
recovery_data_free (RecoveryData *data)
{
  g_object_unref (data->application);
  g_ptr_array_unref (data->recoveries);
  g_free (data);
}

/* The file is taken up again where it still is what the journal began with. */
static void
open_recovery (AftApplication *self,
               AftRecovery    *recovery)
{
  g_autoptr(GFile) file = recovery->uri != NULL ? g_file_new_for_uri (recovery->uri) : NULL;
  g_autofree char *content = NULL;
  g_autofree char *hash = NULL;
  g_autoptr(AftSession) session = NULL;
  AftFileState state = { NULL, NULL };
  gsize length;

  if (file != NULL && g_file_load_contents (file, NULL, &content, &length, NULL, NULL))
    hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
  if (hash == NULL || g_strcmp0 (hash, recovery->hash) != 0)
    g_clear_object (&file);
  state.hash = hash;

  session = aft_session_new (recovery->document, file, file != NULL ? &state : NULL);
  aft_session_keep_recovered (session, recovery->path);
  aft_application_open_document (self, session);
}

static void
recovery_answer_cb (const char *response,
                    gpointer    user_data)
{
  RecoveryData *data = user_data;

  for (guint i = 0; i < data->recoveries->len; i++)
    {
      AftRecovery *recovery = data->recoveries->pdata[i];

      if (g_strcmp0 (response, "recover") == 0)
        open_recovery (data->application, recovery);
      else if (g_strcmp0 (response, "discard") == 0)
        g_unlink (recovery->path);
    }

  recovery_data_free (data);
}

static GPtrArray *
find_recoveries (void)
{
  GPtrArray *recoveries = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_recovery_free);
  g_autofree char *folder = aft_session_dup_journal_folder ();
  g_autoptr(GPtrArray) paths = aft_journal_find_left (folder);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr(GError) error = NULL;
      AftRecovery *recovery = aft_journal_recover (paths->pdata[i], &error);

      if (recovery != NULL)
        g_ptr_array_add (recoveries, recovery);
      else
        g_message ("A crash journal can't be read: %s", error->message);
    }

  return recoveries;
}

/* Offers what journals without an owner hold. */
void
aft_application_offer_recovery (AftApplication *self)
{
  g_autoptr(GPtrArray) recoveries = find_recoveries ();
  g_autoptr(GString) body = NULL;
  RecoveryData *data;
  const AftCompatResponse responses[] = {
    { "later", _("_Later"), ADW_RESPONSE_DEFAULT },
    { "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "recover", _("_Recover"), ADW_RESPONSE_SUGGESTED },
  };

  if (recoveries->len == 0)
    return;

  body = g_string_new (_("Afterword ended before these were saved:"));
  for (guint i = 0; i < recoveries->len; i++)
    {
      AftRecovery *recovery = recoveries->pdata[i];
      const char *title = aft_document_get_title (recovery->document);

      g_string_append_printf (body, "\n“%s”", title[0] != '\0' ? title : _("Untitled Postmortem"));
    }

  data = g_new0 (RecoveryData, 1);
  data->application = g_object_ref (self);
  data->recoveries = g_steal_pointer (&recoveries);
  aft_compat_ask (gtk_application_get_active_window (GTK_APPLICATION (self)), _("Recover Unsaved Work?"), body->str, responses,
                  G_N_ELEMENTS (responses), "recover", recovery_answer_cb, data);
}

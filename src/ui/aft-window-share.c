/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "aft-application.h"
#include "aft-export-job.h"
#include "aft-mail.h"
#include "aft-publish-dialog.h"
#include "aft-window-private.h"

/* What is done with an edition: it is published, or sent. */

/* Seconds after which nobody sends a mail any more that was begun. */
#define OLD_MAIL (24 * 60 * 60)

typedef struct
{
  GWeakRef      window;
  GApplication *application;    /* owned: held until somebody has the mail */
  GFile        *file;           /* owned */
  char         *subject;        /* owned, as what follows */
  char         *body;
} Message;

static void
message_free (Message *message)
{
  g_weak_ref_clear (&message->window);
  g_application_release (message->application);
  g_object_unref (message->application);
  g_object_unref (message->file);
  g_free (message->subject);
  g_free (message->body);
  g_free (message);
}

static void
published_cb (AftPublishDialog *dialog,
              guint             edition,
              AftWindow        *self)
{
  AftApplication *application = AFT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  /* What is exported or printed next is what was published. */
  g_settings_set_string (aft_application_get_settings (application), "preview-edition",
                         aft_edition_get_name ((AftEdition) edition));
  aft_window_tell_with_action (self, _("The document says now that it was published"), _("_Export…"), "win.export",
                               NULL);
}

static void
publish_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);

  if (self->session == NULL)
    return;

  aft_history_commit (aft_session_get_history (self->session));
  g_signal_connect_object (aft_publish_dialog_present (GTK_WINDOW (self), self->session), "published",
                           G_CALLBACK (published_cb), self, 0);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/* A mail application may read its attachment as late as it sends it; so it is left there, and taken away the
 * next time. */
static void
forget_old_mails (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *old = g_build_filename (path, name, NULL);
      GStatBuf info;

      if (g_lstat (old, &info) == 0 && S_ISDIR (info.st_mode) && now - (gint64) info.st_mtime > OLD_MAIL)
        remove_folder (old);
    }
}

static GFile *
create_attachment (const char  *name,
                   GError     **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "afterword", "mail", NULL);
  g_autofree char *own = g_build_filename (folder, "XXXXXX", NULL);

  forget_old_mails (folder);
  if (g_mkdir_with_parents (folder, 0700) != 0 || g_mkdtemp (own) == NULL)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
      return NULL;
    }

  return g_file_new_build_filename (own, name, NULL);
}

static void
tell_not_sent (AftWindow    *self,
               const GError *error)
{
  /* Translators: %s is what went wrong */
  g_autofree char *text = g_strdup_printf (_("The mail could not be begun: %s"), error->message);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    aft_window_show_banner (self, text, FALSE);
}

static void
composed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Message *message = user_data;
  g_autoptr(AftWindow) self = g_weak_ref_get (&message->window);
  g_autoptr(GError) error = NULL;

  if (!aft_mail_compose_finish (result, &error) && self != NULL && self->session != NULL)
    tell_not_sent (self, error);
  message_free (message);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Message *message = user_data;
  g_autoptr(AftWindow) self = g_weak_ref_get (&message->window);
  g_autoptr(GError) error = NULL;

  if (!aft_export_job_run_finish (result, &error))
    {
      if (self != NULL && self->session != NULL)
        tell_not_sent (self, error);
      message_free (message);
      return;
    }

  aft_mail_compose_async (message->subject, message->body, message->file, NULL, composed_cb, message);
}

static void
send_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);
  const AftExportKind *kind = aft_export_kind_find ("pdf");
  g_autoptr(AftReport) report = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *file_name = NULL;
  AftExportOptions options;
  Message *message;

  if (self->session == NULL)
    return;

  file_name = aft_window_propose_name (self, kind);
  file = create_attachment (file_name, &error);
  if (file == NULL)
    {
      tell_not_sent (self, error);
      return;
    }

  report = aft_window_build_report (self);
  options = aft_window_get_export_options (self);
  message = g_new0 (Message, 1);
  g_weak_ref_init (&message->window, self);
  message->application = g_object_ref (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  g_application_hold (message->application);
  message->file = g_object_ref (file);
  message->subject = g_strdup (aft_report_get_title (report));
  message->body = g_strdup (aft_report_get_subject (report));
  aft_export_job_run_async (kind, report, &options, file, NULL, written_cb, message);
}

static void
copy_part_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);
  g_autoptr(AftReport) report = NULL;
  g_autofree char *text = NULL;

  if (self->session == NULL)
    return;

  report = aft_window_build_report (self);
  text = aft_markdown_write_part (report, g_variant_get_string (parameter, NULL));
  if (text == NULL)
    {
      aft_window_tell (self, _("The edition that is chosen in the preview leaves this out"));
      return;
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  aft_window_tell (self, _("Copied as Markdown"));
}

void
aft_window_install_share_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.publish", NULL, publish_action);
  gtk_widget_class_install_action (widget_class, "win.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "win.copy-part", "s", copy_part_action);
}

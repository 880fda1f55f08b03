/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "aft-mail.h"

typedef struct
{
  char *subject;
  char *body;
  char *path;                   /* of the attachment */
} Mail;

static void
mail_free (gpointer data)
{
  Mail *mail = data;

  g_free (mail->subject);
  g_free (mail->body);
  g_free (mail->path);
  g_free (mail);
}

static void
script_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, error);
  else
    {
      g_clear_error (&error);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", _("no mail application took the message"));
    }
}

/* What desktops without the portal have. */
static void
call_script (GTask *task)
{
  const Mail *mail = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GSubprocess) process = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                              "xdg-email", "--utf8", "--subject", mail->subject, "--body", mail->body, "--attach",
                              mail->path, NULL);
  if (process == NULL)
    {
      g_clear_error (&error);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                               _("this desktop has no way to hand a message to a mail application"));
      g_object_unref (task);
      return;
    }

  g_subprocess_wait_check_async (process, g_task_get_cancellable (task), script_cb, task);
}

static void
portal_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), NULL,
                                                                               result, &error);

  if (reply == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      call_script (task);
      return;
    }

  if (reply != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
  g_object_unref (task);
}

/* The portal is given the open file, so that a sandbox hides nothing from the mail application. */
static gboolean
call_portal (GTask            *task,
             GDBusConnection  *bus)
{
  const Mail *mail = g_task_get_task_data (task);
  g_autoptr(GUnixFDList) files = g_unix_fd_list_new ();
  GVariantBuilder options;
  GVariantBuilder attachments;
  const int file = open (mail->path, O_RDONLY | O_CLOEXEC);
  int handle;

  if (file < 0)
    return FALSE;
  handle = g_unix_fd_list_append (files, file, NULL);
  close (file);
  if (handle < 0)
    return FALSE;

  g_variant_builder_init (&attachments, G_VARIANT_TYPE ("ah"));
  g_variant_builder_add (&attachments, "h", handle);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (mail->subject));
  g_variant_builder_add (&options, "{sv}", "body", g_variant_new_string (mail->body));
  g_variant_builder_add (&options, "{sv}", "attachment_fds", g_variant_builder_end (&attachments));
  g_dbus_connection_call_with_unix_fd_list (bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                                            "org.freedesktop.portal.Email", "ComposeEmail",
                                            g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"),
                                            G_DBUS_CALL_FLAGS_NONE, -1, files, g_task_get_cancellable (task), portal_cb,
                                            task);
  return TRUE;
}

static void
bus_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  GTask *task = user_data;
  g_autoptr(GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus == NULL || !call_portal (task, bus))
    call_script (task);
}

/**
 * aft_mail_compose_async:
 * @subject: of the message
 * @body: its text
 * @attachment: a local file
 * @cancellable: (nullable): to stop
 * @callback: when a mail application has the message, which it shows and doesn't send
 * @user_data: for @callback
 *
 * Hands a message with an attachment to the user's mail application, by the portal where there is one, else
 * by xdg-email.
 */
void
aft_mail_compose_async (const char          *subject,
                        const char          *body,
                        GFile               *attachment,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;
  Mail *mail;

  g_return_if_fail (subject != NULL);
  g_return_if_fail (body != NULL);
  g_return_if_fail (G_IS_FILE (attachment));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, aft_mail_compose_async);
  mail = g_new0 (Mail, 1);
  mail->subject = g_strdup (subject);
  mail->body = g_strdup (body);
  mail->path = g_file_get_path (attachment);
  g_task_set_task_data (task, mail, mail_free);

  g_bus_get (G_BUS_TYPE_SESSION, cancellable, bus_cb, task);
}

/**
 * aft_mail_compose_finish:
 * @result: what the callback got
 * @error: %G_IO_ERROR_NOT_SUPPORTED where the desktop can't, %G_IO_ERROR_FAILED where no application took it
 *
 * Returns: whether a mail application has the message
 */
gboolean
aft_mail_compose_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-compat"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-compat-dialogs.h"

typedef struct
{
  AftCompatAnswerFunc answered;
  AftCompatFileFunc   chosen;
  gpointer            user_data;
  GtkNativeDialog    *chooser;
} Call;

static void
response_cb (GObject    *dialog,
             const char *response,
             Call       *call)
{
  call->answered (response, call->user_data);
}

static void
call_free (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

/**
 * aft_compat_ask:
 * @parent: the window that asks
 * @heading: the question
 * @body: what follows from the answers
 * @responses: (array length=n_responses): the buttons; the first one also closes the dialog
 * @n_responses: how many
 * @default_response: what Enter means
 * @callback: called with the id of the answer
 * @user_data: for @callback
 */
void
aft_compat_ask (GtkWindow               *parent,
                const char              *heading,
                const char              *body,
                const AftCompatResponse *responses,
                guint                    n_responses,
                const char              *default_response,
                AftCompatAnswerFunc      callback,
                gpointer                 user_data)
{
  Call *call = g_new0 (Call, 1);

  g_return_if_fail (n_responses > 0);

  call->answered = callback;
  call->user_data = user_data;

#if ADW_CHECK_VERSION (1, 5, 0)
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  for (guint i = 0; i < n_responses; i++)
    {
      adw_alert_dialog_add_response (dialog, responses[i].id, responses[i].label);
      adw_alert_dialog_set_response_appearance (dialog, responses[i].id, responses[i].appearance);
    }
  adw_alert_dialog_set_close_response (dialog, responses[0].id);
  adw_alert_dialog_set_default_response (dialog, default_response);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), call, call_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
#else
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  for (guint i = 0; i < n_responses; i++)
    {
      adw_message_dialog_add_response (dialog, responses[i].id, responses[i].label);
      adw_message_dialog_set_response_appearance (dialog, responses[i].id, responses[i].appearance);
    }
  adw_message_dialog_set_close_response (dialog, responses[0].id);
  adw_message_dialog_set_default_response (dialog, default_response);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), call, call_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

static void
chooser_response_cb (GtkNativeDialog *chooser,
                     int              response,
                     Call            *call)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      if (file != NULL)
        call->chosen (file, call->user_data);
    }

  g_object_unref (chooser);
}

/**
 * aft_compat_choose_file:
 * @parent: the window that asks
 * @action: whether to open or to save
 * @title: the title of the dialog
 * @accept_label: what stands on the button
 * @folder: (nullable): where to begin
 * @name: (nullable): the name to propose for saving
 * @filters: (nullable): a list of #GtkFileFilter
 * @callback: called with the file, unless the user cancels
 * @user_data: for @callback
 *
 * The native chooser goes through the portal in a sandbox and is still there in newer toolkits.
 */
void
aft_compat_choose_file (GtkWindow            *parent,
                        GtkFileChooserAction  action,
                        const char           *title,
                        const char           *accept_label,
                        GFile                *folder,
                        const char           *name,
                        GListModel           *filters,
                        AftCompatFileFunc     callback,
                        gpointer              user_data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, accept_label, _("_Cancel"));
  Call *call = g_new0 (Call, 1);

  call->chosen = callback;
  call->user_data = user_data;

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  if (name != NULL && action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  for (guint i = 0; filters != NULL && i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr(GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
    }

  g_signal_connect_data (chooser, "response", G_CALLBACK (chooser_response_cb), call, call_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * aft_compat_show_about:
 * @parent: the window that asks
 * @version: the version of the application
 */
void
aft_compat_show_about (GtkWindow  *parent,
                       const char *version)
{
  static const char *const developers[] = { "The Afterword developers", NULL };
  const char *comments = _("Write blameless postmortems: what happened, why, and what to do so that it does not happen again.");

#if ADW_CHECK_VERSION (1, 5, 0)
  AdwDialog *about = adw_about_dialog_new ();

  g_object_set (about,
#else
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "transient-for", parent,
#endif
                "application-name", "Afterword", "application-icon", APPLICATION_ID, "version", version, "developer-name",
                _("The Afterword developers"), "developers", developers, "comments", comments, "website", "https://afterword.app",
                "issue-url", "https://afterword.app/issues", "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: your names, one a line */
                "translator-credits", _("translator-credits"), NULL);

#if ADW_CHECK_VERSION (1, 5, 0)
  adw_dialog_present (about, GTK_WIDGET (parent));
#else
  gtk_window_present (GTK_WINDOW (about));
#endif
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-application.h"
#include "aft-compat-dialogs.h"
#include "aft-window-private.h"

/* Opening, saving and closing. */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(AftWindow) self = user_data;
  g_autoptr(AftFileState) state = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(AftDocument) document = aft_document_file_load_finish (result, &state, &problems, &error);
  g_autoptr(GFile) file = g_steal_pointer (&self->loading_file);
  g_autoptr(AftSession) session = NULL;

  g_clear_object (&self->loading);
  gtk_spinner_stop (self->spinner);

  if (document == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      gtk_stack_set_visible_child_name (self->content, self->session != NULL ? "document" : "library");
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          /* Translators: a file could not be opened; the first %s is the file, the second what is wrong and where */
          g_autofree char *message = g_strdup_printf (_("“%s” could not be opened: %s"), name, error->message);

          aft_window_show_banner (self, message, FALSE);
        }
      return;
    }

  session = aft_session_new (document, file, state);
  aft_window_set_session (self, session);
  aft_application_note_document (AFT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), document, file);

  if (problems->len > 0)
    {
      AftReadProblem *first = problems->pdata[0];
      g_autofree char *message =
        /* Translators: %u is a count; then the place of the first one and what is wrong there */
        g_strdup_printf (ngettext ("%u thing in this file is not as it should be. Line %u: %s",
                                   "%u things in this file are not as they should be. The first, line %u: %s", problems->len),
                         problems->len, first->line, first->message);

      aft_window_show_banner (self, message, FALSE);
    }
}

/**
 * aft_window_open_file:
 * @self: a window
 * @file: a document
 *
 * Opens a document in the window, on a worker thread and with a way to cancel.
 */
void
aft_window_open_file (AftWindow *self,
                      GFile     *file)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (AFT_IS_WINDOW (self) && G_IS_FILE (file));

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);

  name = g_file_get_basename (file);
  /* Translators: %s is a file */
  text = g_strdup_printf (_("Opening “%s”…"), name);
  gtk_label_set_text (self->loading_label, text);
  self->loading = g_cancellable_new ();
  g_set_object (&self->loading_file, file);
  gtk_revealer_set_reveal_child (self->banner, FALSE);
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->content, "loading");

  aft_document_file_load_async (file, self->loading, loaded_cb, g_object_ref (self));
}

void
aft_window_reload (AftWindow *self)
{
  g_autoptr(GFile) file = NULL;

  if (self->session == NULL || aft_session_get_file (self->session) == NULL)
    return;

  file = g_object_ref (aft_session_get_file (self->session));
  aft_session_forget (self->session);
  aft_window_open_file (self, file);
}

static void save_to (AftWindow *self,
                     GFile     *file,
                     gboolean   overwrite);

static void
overwrite_answer_cb (const char *response,
                     gpointer    user_data)
{
  g_autoptr(AftWindow) self = user_data;

  if (g_strcmp0 (response, "overwrite") == 0 && self->session != NULL)
    save_to (self, aft_session_get_file (self->session), TRUE);
  else if (g_strcmp0 (response, "save-as") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
  else
    self->close_after_save = FALSE;
}

static void
ask_overwrite (AftWindow  *self,
               const char *message)
{
  const AftCompatResponse responses[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "save-as", _("Save _As…"), ADW_RESPONSE_SUGGESTED },
    { "overwrite", _("_Overwrite"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *body = g_strdup_printf ("%s %s", message, _("Saving here replaces what that program wrote."));

  aft_compat_ask (GTK_WINDOW (self), _("The File Changed Underneath"), body, responses, G_N_ELEMENTS (responses), "save-as",
                  overwrite_answer_cb, g_object_ref (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(AftWindow) self = user_data;
  AftSession *session = AFT_SESSION (source);
  g_autoptr(GError) error = NULL;

  self->saving = FALSE;
  if (aft_session_save_finish (session, result, &error))
    {
      aft_application_note_document (AFT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                                     aft_session_get_document (session), aft_session_get_file (session));
      gtk_revealer_set_reveal_child (self->banner, FALSE);
      if (self->close_after_save)
        gtk_window_close (GTK_WINDOW (self));
      else
        aft_window_tell (self, _("Saved"));
      return;
    }

  if (g_error_matches (error, AFT_FILE_ERROR, AFT_FILE_ERROR_CHANGED))
    {
      ask_overwrite (self, error->message);
      return;
    }

  self->close_after_save = FALSE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Translators: %s is what went wrong */
      g_autofree char *message = g_strdup_printf (_("Saving failed: %s Nothing is lost: save somewhere else, or try again."), error->message);

      aft_window_show_banner (self, message, FALSE);
    }
}

static void
save_to (AftWindow *self,
         GFile     *file,
         gboolean   overwrite)
{
  self->saving = TRUE;
  aft_session_save_async (self->session, file, overwrite, NULL, saved_cb, g_object_ref (self));
}

static GListModel *
make_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) documents = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (documents, _("Postmortems"));
  gtk_file_filter_add_suffix (documents, "afterword");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, documents);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
save_file_chosen_cb (GFile    *file,
                     gpointer  user_data)
{
  AftWindow *self = user_data;
  g_autofree char *name = g_file_get_basename (file);

  if (self->session == NULL)
    return;

  if (g_strrstr (name, ".") == NULL)
    {
      g_autoptr(GFile) folder = g_file_get_parent (file);
      g_autofree char *full = g_strconcat (name, ".afterword", NULL);
      g_autoptr(GFile) complete = g_file_get_child (folder, full);

      save_to (self, complete, FALSE);
    }
  else
    {
      save_to (self, file, FALSE);
    }
}

static char *
propose_name (AftWindow *self)
{
  GFile *file = aft_session_get_file (self->session);
  g_autofree char *title = NULL;

  if (file != NULL)
    return g_file_get_basename (file);

  title = aft_session_dup_title (self->session);
  g_strdelimit (title, "/\\:*?\"<>|\n\t", '-');

  return g_strconcat (title, ".afterword", NULL);
}

static void
save_as_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);
  g_autoptr(GListModel) filters = make_filters ();
  g_autoptr(GFile) folder = NULL;
  g_autofree char *name = NULL;

  if (self->session == NULL)
    return;

  name = propose_name (self);
  if (aft_session_get_file (self->session) != NULL)
    folder = g_file_get_parent (aft_session_get_file (self->session));
  aft_compat_choose_file (GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save Postmortem"), _("_Save"), folder, name, filters,
                          save_file_chosen_cb, self);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);

  if (self->session == NULL)
    return;

  if (aft_session_get_file (self->session) != NULL)
    save_to (self, aft_session_get_file (self->session), FALSE);
  else
    save_as_action (widget, action_name, parameter);
}

static gboolean
destroy_cb (gpointer user_data)
{
  gtk_window_destroy (user_data);

  return G_SOURCE_REMOVE;
}

static void
close_answer_cb (const char *response,
                 gpointer    user_data)
{
  g_autoptr(AftWindow) self = user_data;

  if (self->session == NULL)
    return;

  if (g_strcmp0 (response, "discard") == 0)
    {
      aft_session_forget (self->session);
      /* The dialog that asked is still closing, and must not lose its parent meanwhile. */
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, destroy_cb, g_object_ref (self), g_object_unref);
    }
  else if (g_strcmp0 (response, "save") == 0)
    {
      self->close_after_save = TRUE;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
    }
}

/* Asks where something would be lost; TRUE keeps the window open until there is an answer. */
gboolean
aft_window_confirm_close (AftWindow *self)
{
  const AftCompatResponse responses[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _("_Save"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  aft_history_commit (aft_session_get_history (self->session));
  if (!aft_window_is_modified (self))
    return FALSE;

  title = aft_session_dup_title (self->session);
  /* Translators: %s is the title of a postmortem */
  body = g_strdup_printf (_("“%s” has changes that are not saved. What you discard can not be brought back."), title);
  aft_compat_ask (GTK_WINDOW (self), _("Save Changes?"), body, responses, G_N_ELEMENTS (responses), "save", close_answer_cb,
                  g_object_ref (self));

  return TRUE;
}

void
aft_window_update_file_actions (AftWindow *self)
{
  static const char *const names[] = {
    "win.save-as", "win.export", "win.export-as", "win.copy", "win.copy-part", "win.send", "win.publish",
    "win.print", "win.review",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], self->session != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save",
                                 self->session != NULL && !aft_history_is_read_only (aft_session_get_history (self->session)));
}

void
aft_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
}

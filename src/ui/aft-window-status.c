/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-window-private.h"

/* What a window says of its document: title, undo, banner and toasts. */

void
aft_window_update_title (AftWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *marked = NULL;

  if (self->session == NULL)
    {
      adw_window_title_set_title (self->window_title, "Afterword");
      adw_window_title_set_subtitle (self->window_title, "");
      gtk_window_set_title (GTK_WINDOW (self), "Afterword");
      return;
    }

  title = aft_session_dup_title (self->session);
  folder = aft_session_dup_folder (self->session);
  marked = aft_window_is_modified (self) ? g_strconcat ("• ", title, NULL) : g_strdup (title);
  adw_window_title_set_title (self->window_title, marked);
  adw_window_title_set_subtitle (self->window_title, folder);
  gtk_window_set_title (GTK_WINDOW (self), marked);
}

void
aft_window_update_layout (AftWindow *self)
{
  const gboolean switcher = self->session != NULL && !self->narrow;
  gboolean presenting = FALSE;

  if (self->session != NULL)
    g_object_get (self->session, "presenting", &presenting, NULL);
  gtk_widget_set_visible (self->header, !presenting);
  gtk_stack_set_visible_child_name (self->title_stack, switcher ? "switcher" : "title");
  adw_view_switcher_bar_set_reveal (self->switcher_bar, self->session != NULL && self->narrow && !presenting);
  gtk_widget_set_visible (self->new_button, self->session != NULL && !self->narrow);
}

/* While a field that is not of the document has the focus, undo is not the document's. */
static gboolean
focus_is_elsewhere (AftWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

void
aft_window_update_undo (AftWindow *self)
{
  AftHistory *history = self->session != NULL ? aft_session_get_history (self->session) : NULL;
  const gboolean elsewhere = focus_is_elsewhere (self);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", history != NULL && !elsewhere && aft_history_can_undo (history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", history != NULL && !elsewhere && aft_history_can_redo (history));
  if (history == NULL)
    return;

  if (aft_history_get_undo_name (history) != NULL)
    /* Translators: %s is an edit, such as “Move Event” */
    undo = g_strdup_printf (_("Undo “%s”"), aft_history_get_undo_name (history));
  if (aft_history_get_redo_name (history) != NULL)
    /* Translators: %s is an edit, such as “Move Event” */
    redo = g_strdup_printf (_("Redo “%s”"), aft_history_get_redo_name (history));
  gtk_widget_set_tooltip_text (self->undo_button, undo != NULL ? undo : _("Nothing to Undo"));
  gtk_widget_set_tooltip_text (self->redo_button, redo != NULL ? redo : _("Nothing to Redo"));
}

static void
update_inhibit (AftWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  const gboolean modified = aft_window_is_modified (self);

  if (application == NULL)
    return;

  if (modified && self->inhibit == 0)
    {
      self->inhibit = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_LOGOUT,
                                               _("A postmortem has unsaved changes"));
    }
  else if (!modified && self->inhibit != 0)
    {
      gtk_application_uninhibit (application, self->inhibit);
      self->inhibit = 0;
    }
}

void
aft_window_update_status (AftWindow *self)
{
  aft_window_update_undo (self);
  aft_window_update_title (self);
  update_inhibit (self);
}

void
aft_window_show_banner (AftWindow  *self,
                        const char *message,
                        gboolean    reload)
{
  gtk_label_set_text (self->banner_label, message);
  gtk_widget_set_visible (self->banner_reload, reload);
  gtk_revealer_set_reveal_child (self->banner, TRUE);
}

void
aft_window_tell_with_action (AftWindow  *self,
                             const char *message,
                             const char *label,
                             const char *action,
                             GVariant   *target)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (label != NULL)
    {
      adw_toast_set_button_label (toast, label);
      adw_toast_set_action_name (toast, action);
      if (target != NULL)
        adw_toast_set_action_target_value (toast, target);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
aft_window_tell (AftWindow  *self,
                 const char *message)
{
  aft_window_tell_with_action (self, message, NULL, NULL, NULL);
}

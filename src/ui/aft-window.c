/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-action-item.h"
#include "aft-actions-page.h"
#include "aft-answer.h"
#include "aft-application.h"
#include "aft-corrective-action.h"
#include "aft-event.h"
#include "aft-factor.h"
#include "aft-lesson.h"
#include "aft-library-page.h"
#include "aft-observation.h"
#include "aft-page.h"
#include "aft-preview-page.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-report-page.h"
#include "aft-review-pane.h"
#include "aft-timeline-page.h"
#include "aft-whys-page.h"
#include "aft-window-private.h"

G_DEFINE_FINAL_TYPE (AftWindow, aft_window, ADW_TYPE_APPLICATION_WINDOW)

typedef struct
{
  const char  *name;
  const char  *title;
  const char  *icon_name;
  GType      (*type) (void);
} PageRow;

static const PageRow page_rows[] = {
  { "report", NC_("page", "Report"), "afterword-report-symbolic", aft_report_page_get_type },
  { "timeline", NC_("page", "Timeline"), "afterword-timeline-symbolic", aft_timeline_page_get_type },
  { "whys", NC_("page", "Five Whys"), "afterword-whys-symbolic", aft_whys_page_get_type },
  { "actions", NC_("page", "Actions"), "afterword-actions-symbolic", aft_actions_page_get_type },
  { "preview", NC_("page", "Preview"), "afterword-preview-symbolic", aft_preview_page_get_type },
};

static const char *
get_whys_title (AftMethod method)
{
  switch (method)
    {
    case AFT_METHOD_HOW: return C_("page", "How");
    case AFT_METHOD_FACTORS: return C_("page", "Factors");
    case AFT_METHOD_FIVE_WHYS:
    default: return C_("page", "Five Whys");
    }
}

static const char *
find_page_name (AftWindow *self,
                AftItem   *item)
{
  if (AFT_IS_FACTOR (item) && aft_document_get_method (aft_session_get_document (self->session)) == AFT_METHOD_FACTORS)
    return "whys";
  if (AFT_IS_EVENT (item))
    return "timeline";
  if (AFT_IS_PROBLEM (item) || AFT_IS_QUESTION (item) || AFT_IS_ANSWER (item))
    return "whys";
  if (AFT_IS_LESSON (item) || AFT_IS_CORRECTIVE_ACTION (item) || AFT_IS_ACTION_ITEM (item) || AFT_IS_OBSERVATION (item))
    return "actions";

  return "report";
}

/* A page is built when it is first seen. */
static GtkWidget *
ensure_page (AftWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->pages);
  AdwBin *bin = ADW_BIN (adw_view_stack_get_visible_child (self->pages));

  if (bin == NULL || self->session == NULL)
    return NULL;

  if (adw_bin_get_child (bin) == NULL)
    for (gsize i = 0; i < G_N_ELEMENTS (page_rows); i++)
      if (g_strcmp0 (page_rows[i].name, name) == 0)
        adw_bin_set_child (bin, aft_page_new (page_rows[i].type (), self->session));

  return adw_bin_get_child (bin);
}

static gboolean
review_idle_cb (gpointer user_data)
{
  AftWindow *self = user_data;
  AftReviewPane *pane = AFT_REVIEW_PANE (adw_bin_get_child (self->review_bin));
  guint n_findings;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  self->review_idle = 0;
  if (pane == NULL)
    return G_SOURCE_REMOVE;

  n_findings = aft_review_pane_refresh (pane);
  text = g_strdup_printf ("%u", n_findings);
  gtk_label_set_text (self->review_count, n_findings > 0 ? text : "");
  /* Translators: the accessible name of the review button */
  label = g_strdup_printf (ngettext ("Review: %u finding", "Review: %u findings", n_findings), n_findings);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->review_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return G_SOURCE_REMOVE;
}

static void
queue_review (AftWindow *self)
{
  if (self->review_idle == 0)
    self->review_idle = g_timeout_add (250, review_idle_cb, self);
}

static void
edited_cb (AftWindow *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  AdwViewStackPage *page = adw_view_stack_get_page (self->pages, adw_view_stack_get_child_by_name (self->pages, "whys"));

  adw_view_stack_page_set_title (page, get_whys_title (aft_document_get_method (document)));
  aft_window_update_title (self);
  queue_review (self);
}

static void
show_item_cb (AftWindow *self,
              AftItem   *item)
{
  GtkWidget *page;
  GtkWidget *before = adw_view_stack_get_visible_child (self->pages);

  adw_view_stack_set_visible_child_name (self->pages, find_page_name (self, item));
  if (adw_view_stack_get_visible_child (self->pages) != before)
    g_object_set (self->session, "presenting", FALSE, NULL);
  page = ensure_page (self);
  if (page != NULL)
    aft_page_show_item (AFT_PAGE (page), item);
}

static void
message_cb (AftWindow  *self,
            const char *message,
            gboolean    undoable)
{
  if (undoable)
    aft_window_tell_with_action (self, message, _("_Undo"), "win.undo", NULL);
  else
    aft_window_tell (self, message);
}

static void
changed_underneath_cb (AftWindow  *self,
                       const char *message)
{
  aft_window_show_banner (self, message, TRUE);
}

static void
journal_failed_cb (AftWindow  *self,
                   const char *message)
{
  g_autofree char *text = g_strdup_printf ("%s %s", message, _("Save often until this is mended."));

  aft_window_show_banner (self, text, FALSE);
}

static void
banner_close_cb (AftWindow *self)
{
  gtk_revealer_set_reveal_child (self->banner, FALSE);
}

static void
loading_cancel_cb (AftWindow *self)
{
  g_cancellable_cancel (self->loading);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);

  if (self->session != NULL)
    aft_history_undo (aft_session_get_history (self->session));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);

  if (self->session != NULL)
    aft_history_redo (aft_session_get_history (self->session));
}

static void
show_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  aft_window_show_page (AFT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toggle_review_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);

  gtk_toggle_button_set_active (self->review_button, !gtk_toggle_button_get_active (self->review_button));
}

static void
folded_cb (AftWindow *self)
{
  self->narrow = aft_fold_bin_is_folded (self->fold);
  aft_window_update_layout (self);
}

static gboolean
drop_cb (AftWindow    *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree GFile **array = g_new0 (GFile *, g_slist_length (files) + 1);
  int n_files = 0;

  for (GSList *link = files; link != NULL; link = link->next)
    array[n_files++] = link->data;
  if (n_files > 0)
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), array, n_files, "");

  return n_files > 0;
}

static void
active_cb (AftWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->session != NULL && !self->saving)
    aft_session_check (self->session);
}

static gboolean
aft_window_close_request (GtkWindow *window)
{
  AftWindow *self = AFT_WINDOW (window);

  if (self->session != NULL && aft_window_confirm_close (self))
    return TRUE;
  if (self->session != NULL)
    aft_session_forget (self->session);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);

  return GTK_WINDOW_CLASS (aft_window_parent_class)->close_request (window);
}

static void
aft_window_dispose (GObject *object)
{
  AftWindow *self = AFT_WINDOW (object);

  g_clear_handle_id (&self->review_idle, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->loading);
  g_clear_object (&self->loading_file);
  g_clear_object (&self->exporting);
  g_clear_object (&self->print_settings);
  g_clear_object (&self->page_setup);
  g_clear_handle_id (&self->export_patience, g_source_remove);
  g_clear_object (&self->session);

  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_WINDOW);

  G_OBJECT_CLASS (aft_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AftWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, fold);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, header);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, exporting_button);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, review_button);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, review_count);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, banner_reload);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, banner_close);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, content);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, library_bin);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, loading_label);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, loading_cancel);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, review_bin);
  gtk_widget_class_bind_template_child (widget_class, AftWindow, switcher_bar);
}

static void
aft_window_class_init (AftWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = aft_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/aft-window.ui");
  g_type_ensure (AFT_TYPE_FOLD_BIN);
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.review", NULL, toggle_review_action);
  aft_window_install_file_actions (widget_class);
  aft_window_install_export_actions (widget_class);
  aft_window_install_print_actions (widget_class);
  aft_window_install_share_actions (widget_class);
}

/* A page has the whole screen to itself. */
static void
presenting_cb (AftWindow *self)
{
  gboolean presenting;

  g_object_get (self->session, "presenting", &presenting, NULL);
  if (presenting)
    gtk_window_fullscreen (GTK_WINDOW (self));
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
  aft_window_update_layout (self);
}

static void
fullscreened_cb (AftWindow *self)
{
  if (self->session != NULL && !gtk_window_is_fullscreen (GTK_WINDOW (self)))
    g_object_set (self->session, "presenting", FALSE, NULL);
}

static void
add_pages (AftWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_rows); i++)
    {
      AdwViewStackPage *page = adw_view_stack_add_titled (self->pages, adw_bin_new (), page_rows[i].name,
                                                          g_dpgettext2 (NULL, "page", page_rows[i].title));

      adw_view_stack_page_set_icon_name (page, page_rows[i].icon_name);
    }
}

static void
aft_window_init (AftWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  add_pages (self);

  self->session_signals = g_signal_group_new (AFT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "show-item", G_CALLBACK (show_item_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "message", G_CALLBACK (message_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "changed-underneath", G_CALLBACK (changed_underneath_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "journal-failed", G_CALLBACK (journal_failed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::presenting", G_CALLBACK (presenting_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::file", G_CALLBACK (aft_window_update_title), self);
  self->history_signals = g_signal_group_new (AFT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "notify::modified", G_CALLBACK (aft_window_update_status), self);
  self->document_signals = g_signal_group_new (AFT_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "edited", G_CALLBACK (edited_cb), self);

  g_signal_connect_swapped (self->pages, "notify::visible-child", G_CALLBACK (ensure_page), self);
  g_signal_connect_swapped (self->banner_close, "clicked", G_CALLBACK (banner_close_cb), self);
  g_signal_connect_swapped (self->banner_reload, "clicked", G_CALLBACK (aft_window_reload), self);
  g_signal_connect_swapped (self->loading_cancel, "clicked", G_CALLBACK (loading_cancel_cb), self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (aft_window_update_undo), NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  aft_window_set_up_library (self);
  aft_window_set_session (self, NULL);
}

/**
 * aft_window_new:
 * @application: the application
 *
 * Returns: (transfer floating): a window without a document, which shows the library
 */
AftWindow *
aft_window_new (AdwApplication *application)
{
  return g_object_new (AFT_TYPE_WINDOW, "application", application, NULL);
}

/**
 * aft_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the document that is open in it
 */
AftSession *
aft_window_get_session (AftWindow *self)
{
  g_return_val_if_fail (AFT_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * aft_window_set_session:
 * @self: a window
 * @session: (nullable): the document to show; %NULL for the library
 */
void
aft_window_set_session (AftWindow  *self,
                        AftSession *session)
{
  g_return_if_fail (AFT_IS_WINDOW (self));

  for (gsize i = 0; i < G_N_ELEMENTS (page_rows); i++)
    adw_bin_set_child (ADW_BIN (adw_view_stack_get_child_by_name (self->pages, page_rows[i].name)), NULL);
  adw_bin_set_child (self->review_bin, NULL);

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals, session != NULL ? aft_session_get_history (session) : NULL);
  g_signal_group_set_target (self->document_signals, session != NULL ? aft_session_get_document (session) : NULL);

  gtk_widget_set_visible (self->undo_button, session != NULL);
  gtk_widget_set_visible (self->redo_button, session != NULL);
  gtk_widget_set_visible (self->export_button, session != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->review_button), session != NULL);
  gtk_stack_set_visible_child_name (self->content, session != NULL ? "document" : "library");
  gtk_revealer_set_reveal_child (self->banner, FALSE);

  if (session != NULL)
    {
      adw_bin_set_child (self->review_bin, aft_review_pane_new (session));
      ensure_page (self);
      edited_cb (self);
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
      if (aft_history_is_read_only (aft_session_get_history (session)))
        aft_window_show_banner (self, _("A newer version of Afterword wrote this document. It can be read and exported, but not edited."), FALSE);
    }
  aft_window_update_layout (self);
  aft_window_update_status (self);
  aft_window_update_file_actions (self);
}

/**
 * aft_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the file that is open in it, or being opened
 */
GFile *
aft_window_get_file (AftWindow *self)
{
  if (self->session != NULL)
    return aft_session_get_file (self->session);

  return self->loading_file;
}

/**
 * aft_window_is_modified:
 * @self: a window
 *
 * Returns: whether something in it is not saved
 */
gboolean
aft_window_is_modified (AftWindow *self)
{
  return self->session != NULL && aft_history_is_modified (aft_session_get_history (self->session));
}

/**
 * aft_window_show_page:
 * @self: a window
 * @name: the name of a page
 *
 * Returns: whether there is such a page
 */
gboolean
aft_window_show_page (AftWindow  *self,
                      const char *name)
{
  if (adw_view_stack_get_child_by_name (self->pages, name) == NULL)
    return FALSE;

  adw_view_stack_set_visible_child_name (self->pages, name);
  return TRUE;
}

/**
 * aft_window_get_page_name:
 * @self: a window
 *
 * Returns: (transfer none): the name of the page that is shown
 */
const char *
aft_window_get_page_name (AftWindow *self)
{
  return adw_view_stack_get_visible_child_name (self->pages);
}

/**
 * aft_window_refresh_library:
 * @self: a window
 *
 * Shows the documents anew.
 */
void
aft_window_refresh_library (AftWindow *self)
{
  aft_library_page_refresh (AFT_LIBRARY_PAGE (adw_bin_get_child (self->library_bin)));
}

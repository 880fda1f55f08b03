/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-application.h"
#include "aft-compat-dialogs.h"
#include "aft-compat-files.h"
#include "aft-corrective-action.h"
#include "aft-due.h"
#include "aft-event.h"
#include "aft-export-job.h"
#include "aft-lesson.h"
#include "aft-paper.h"
#include "aft-window-private.h"

/* What goes out of the application: files and the clipboard. */

/* Milliseconds after which an export says that it is still at work. */
#define PATIENCE 700

/* An export that is under way. */
typedef struct
{
  GWeakRef      window;
  GApplication *application;    /* owned: held until the file is written */
  GFile        *file;           /* owned */
} Export;

static AftEdition
get_edition (AftWindow *self)
{
  AftApplication *application = AFT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autofree char *name = g_settings_get_string (aft_application_get_settings (application), "preview-edition");
  AftEdition edition = AFT_EDITION_TEAM;

  aft_edition_from_name (name, &edition);

  return edition;
}

AftReport *
aft_window_build_report (AftWindow *self)
{
  GDate today;
  AftReportOptions options = { get_edition (self), NULL, &today };

  aft_history_commit (aft_session_get_history (self->session));
  aft_due_get_today (&today);

  return aft_report_build_full (aft_session_get_document (self->session), &options);
}

static void
get_paper (AftWindow *self,
           double    *width,
           double    *height)
{
  AftApplication *application = AFT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autofree char *setting = g_settings_get_string (aft_application_get_settings (application), "preview-paper");
  const gboolean letter = aft_paper_setting_is_letter (setting);

  *width = letter ? AFT_PAPER_LETTER_WIDTH : AFT_PAPER_A4_WIDTH;
  *height = letter ? AFT_PAPER_LETTER_HEIGHT : AFT_PAPER_A4_HEIGHT;
}

static char *
propose_name (AftWindow  *self,
              const char *ending)
{
  GFile *file = aft_session_get_file (self->session);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : aft_session_dup_title (self->session);
  char *dot = g_strrstr (name, ".");

  if (file != NULL && dot != NULL && dot != name)
    *dot = '\0';
  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');

  return g_strconcat (name, ending, NULL);
}

static GtkWidget *
create_folder_button (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Show in _Folder"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-exported");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  return button;
}

/* A toast has one button of its own; the other stands beside the words. */
static void
tell_exported (AftWindow *self,
               GFile     *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *uri = g_file_get_uri (file);
  /* Translators: %s is a file */
  g_autofree char *message = g_strdup_printf (_("Exported to “%s”"), name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (message);
  AdwToast *toast = adw_toast_new ("");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_tooltip_text (label, message);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), create_folder_button (file));

  adw_toast_set_custom_title (toast, box);
  adw_toast_set_button_label (toast, _("_Open"));
  adw_toast_set_action_name (toast, "win.open-exported");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
aft_window_tell_not_exported (AftWindow    *self,
                              const GError *error)
{
  /* Translators: %s is what went wrong */
  g_autofree char *message = g_strdup_printf (_("The export failed: %s"), error->message);

  aft_window_show_banner (self, message, FALSE);
}

static gboolean
patience_cb (gpointer user_data)
{
  AftWindow *self = user_data;

  self->export_patience = 0;
  gtk_widget_set_visible (self->exporting_button, TRUE);

  return G_SOURCE_REMOVE;
}

/* One more is under way, or one less. A button tells so and lets cancel, but not of what is quickly done. */
static void
count_exports (AftWindow *self,
               int        change)
{
  self->n_exports += change;
  if (self->n_exports > 0 && self->export_patience == 0)
    self->export_patience = g_timeout_add (PATIENCE, patience_cb, self);
  if (self->n_exports > 0)
    return;

  g_clear_handle_id (&self->export_patience, g_source_remove);
  gtk_widget_set_visible (self->exporting_button, FALSE);
}

static void
export_free (Export *export)
{
  g_weak_ref_clear (&export->window);
  g_application_release (export->application);
  g_object_unref (export->application);
  g_object_unref (export->file);
  g_free (export);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Export *export = user_data;
  g_autoptr(AftWindow) self = g_weak_ref_get (&export->window);
  g_autoptr(GFile) file = g_object_ref (export->file);
  g_autoptr(GError) error = NULL;
  const gboolean done = aft_export_job_run_finish (result, &error);

  /* The window may be closed by now; what it began is written all the same. */
  if (self != NULL && gtk_widget_in_destruction (GTK_WIDGET (self)))
    g_clear_object (&self);
  export_free (export);

  if (self == NULL)
    return;
  count_exports (self, -1);
  if (done)
    tell_exported (self, file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    aft_window_tell_not_exported (self, error);
}

/* The report is built at once, so that it is the document as it stands now; the rest is not waited for. */
void
aft_window_export_to (AftWindow           *self,
                      const AftExportKind *kind,
                      GFile               *file)
{
  g_autoptr(AftReport) report = NULL;
  Export *export;
  double width;
  double height;

  g_return_if_fail (AFT_IS_WINDOW (self));
  g_return_if_fail (self->session != NULL);
  g_return_if_fail (kind != NULL);
  g_return_if_fail (G_IS_FILE (file));

  report = aft_window_build_report (self);
  get_paper (self, &width, &height);

  export = g_new0 (Export, 1);
  g_weak_ref_init (&export->window, self);
  export->application = g_object_ref (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  export->file = g_object_ref (file);
  g_application_hold (export->application);
  count_exports (self, 1);

  if (self->exporting == NULL || g_cancellable_is_cancelled (self->exporting))
    {
      g_clear_object (&self->exporting);
      self->exporting = g_cancellable_new ();
    }
  aft_export_job_run_async (kind, report, width, height, file, self->exporting, exported_cb, export);
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  AftWindow *self = user_data;

  if (self->session != NULL)
    aft_window_export_to (self, self->export_kind, file);
}

static GListModel *
create_filters (const AftExportKind *kind)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, g_dpgettext2 (NULL, "file kind", kind->label));
  gtk_file_filter_add_suffix (filter, aft_export_kind_get_suffix (kind) + 1);
  for (gsize i = 0; kind->told_by[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, kind->told_by[i] + 1);
  gtk_file_filter_add_mime_type (filter, kind->media_type);
  g_list_store_append (filters, filter);

  return G_LIST_MODEL (filters);
}

/* The whys are called as their page is, where that is a page of whys. */
static const char *
get_whys_name (AftWindow *self)
{
  const AftMethod method = aft_document_get_method (aft_session_get_document (self->session));

  return method == AFT_METHOD_HOW ? C_("page", "How") : C_("page", "Five Whys");
}

static char *
dup_dialog_title (AftWindow           *self,
                  const AftExportKind *kind)
{
  switch (kind->subject)
    {
    case AFT_EXPORT_WHYS:
      /* Translators: the title of a dialog; %s is a page, such as “Five Whys” */
      return g_strdup_printf (_("Export “%s”"), get_whys_name (self));
    case AFT_EXPORT_TIMELINE:
      /* Translators: the title of a dialog; %s is a page, such as “Five Whys” */
      return g_strdup_printf (_("Export “%s”"), C_("page", "Timeline"));
    case AFT_EXPORT_ACTIONS:
      /* Translators: the title of a dialog; %s is a page, such as “Five Whys” */
      return g_strdup_printf (_("Export “%s”"), C_("page", "Actions"));
    case AFT_EXPORT_REPORT:
    default:
      /* Translators: the title of a dialog; %s is a kind of file, such as “PDF Document” */
      return g_strdup_printf (_("Export as %s"), g_dpgettext2 (NULL, "file kind", kind->label));
    }
}

static void
choose (AftWindow  *self,
        const char *kind_name)
{
  const AftExportKind *kind = aft_export_kind_find (kind_name);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autoptr(GFile) folder = NULL;
  g_autoptr(GListModel) filters = NULL;

  if (self->session == NULL || kind == NULL)
    return;

  title = dup_dialog_title (self, kind);
  name = propose_name (self, kind->ending);
  filters = create_filters (kind);
  if (aft_session_get_file (self->session) != NULL)
    folder = g_file_get_parent (aft_session_get_file (self->session));

  /* The dialog is modal, so there is one at a time. */
  self->export_kind = kind;
  aft_compat_choose_file (GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, title, _("_Export"), folder, name, filters,
                          chosen_cb, self);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  choose (AFT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
export_pdf_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  choose (AFT_WINDOW (widget), "pdf");
}

static void
export_html_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  choose (AFT_WINDOW (widget), "html");
}

static void
export_markdown_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  choose (AFT_WINDOW (widget), "markdown");
}

static void
export_text_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  choose (AFT_WINDOW (widget), "text");
}

static void
cancel_export_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  g_cancellable_cancel (AFT_WINDOW (widget)->exporting);
}

/* Text is quickly written, and what a click copies has to be there with the next one. */
static void
copy (AftWindow  *self,
      const char *kind_name,
      const char *message)
{
  const AftExportKind *kind = aft_export_kind_find (kind_name);
  g_autoptr(AftReport) report = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->session == NULL || kind == NULL || kind->write_text == NULL)
    return;

  report = aft_window_build_report (self);
  bytes = aft_export_kind_write (kind, report, 0, 0, NULL, &error);
  if (bytes == NULL)
    {
      aft_window_tell_not_exported (self, error);
      return;
    }

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  aft_window_tell (self, message);
}

static void
copy_markdown_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  copy (AFT_WINDOW (widget), "markdown", _("Copied as Markdown"));
}

static void
copy_text_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  copy (AFT_WINDOW (widget), "text", _("Copied as Text"));
}

static void
copy_whys_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  const char *kind_name = g_variant_get_string (parameter, NULL);

  copy (AFT_WINDOW (widget), kind_name, strcmp (kind_name, "mermaid") == 0 ? _("Copied as Mermaid")
                                                                           : _("Copied as Text"));
}

static void
open_exported_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  gtk_show_uri (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
show_exported_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  aft_compat_show_in_folder (GTK_WINDOW (widget), file);
}

static void
append_kinds (GMenu            *menu,
              AftExportSubject  subject,
              const char       *action)
{
  g_autoptr(GMenu) section = g_menu_new ();
  gsize n_kinds;
  const AftExportKind *kinds = aft_export_kinds_get (&n_kinds);

  for (gsize i = 0; i < n_kinds; i++)
    {
      g_autoptr(GMenuItem) item = NULL;
      g_autofree char *label = NULL;

      if (kinds[i].subject != subject)
        continue;

      /* Translators: a line of the menu of exports, which asks for a file; %s is a kind of file, such as
       * “SVG Picture” */
      label = g_strdup_printf (_("%s…"), g_dpgettext2 (NULL, "file kind", kinds[i].label));
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, action, "s", kinds[i].name);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
fill_figures_menu (AftWindow *self)
{
  g_autoptr(GMenu) whys = g_menu_new ();
  g_autoptr(GMenu) timeline = g_menu_new ();
  g_autoptr(GMenu) actions = g_menu_new ();
  g_autoptr(GMenu) copies = g_menu_new ();

  append_kinds (whys, AFT_EXPORT_WHYS, "win.export-whys");
  g_menu_append (copies, _("Copy as _Text"), "win.copy-whys::outline");
  g_menu_append (copies, _("Copy as M_ermaid"), "win.copy-whys::mermaid");
  g_menu_append_section (whys, NULL, G_MENU_MODEL (copies));
  append_kinds (timeline, AFT_EXPORT_TIMELINE, "win.export-timeline");
  append_kinds (actions, AFT_EXPORT_ACTIONS, "win.export-actions");

  g_menu_remove_all (self->figures_menu);
  g_menu_append_submenu (self->figures_menu, get_whys_name (self), G_MENU_MODEL (whys));
  g_menu_append_submenu (self->figures_menu, C_("page", "Timeline"), G_MENU_MODEL (timeline));
  g_menu_append_submenu (self->figures_menu, C_("page", "Actions"), G_MENU_MODEL (actions));
}

static gboolean
has_time (AftDocument *document)
{
  GListModel *events = aft_document_get_events (document);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(AftEvent) event = g_list_model_get_item (events, i);

      if (aft_event_get_at (event) != NULL && aft_moment_is_known (aft_event_get_at (event)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_item_below (GListModel *actions)
{
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr(AftCorrectiveAction) action = g_list_model_get_item (actions, i);

      if (g_list_model_get_n_items (aft_corrective_action_get_items (action)) > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_action_item (AftDocument *document)
{
  GListModel *lessons = aft_document_get_lessons (document);

  for (guint i = 0; i < g_list_model_get_n_items (lessons); i++)
    {
      g_autoptr(AftLesson) lesson = g_list_model_get_item (lessons, i);

      if (has_item_below (aft_lesson_get_actions (lesson)))
        return TRUE;
    }

  return has_item_below (aft_document_get_other_actions (document)) ||
         g_list_model_get_n_items (aft_document_get_other_items (document)) > 0;
}

/* Names the exports after the method of the document, and leaves out what there is nothing of. */
void
aft_window_update_exports (AftWindow *self)
{
  AftDocument *document = self->session != NULL ? aft_session_get_document (self->session) : NULL;
  const gboolean has_whys = document != NULL && g_list_model_get_n_items (aft_document_get_problems (document)) > 0;
  const gboolean has_timeline = document != NULL && has_time (document);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-whys", has_whys);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-whys", has_whys);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-timeline", has_timeline);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-actions",
                                 document != NULL && has_action_item (document));
  if (document == NULL)
    return;

  if (g_strcmp0 (self->figures_name, get_whys_name (self)) != 0)
    {
      self->figures_name = get_whys_name (self);
      fill_figures_menu (self);
    }
}

void
aft_window_install_export_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-pdf", NULL, export_pdf_action);
  gtk_widget_class_install_action (widget_class, "win.export-html", NULL, export_html_action);
  gtk_widget_class_install_action (widget_class, "win.export-markdown", NULL, export_markdown_action);
  gtk_widget_class_install_action (widget_class, "win.export-text", NULL, export_text_action);
  gtk_widget_class_install_action (widget_class, "win.export-whys", "s", export_action);
  gtk_widget_class_install_action (widget_class, "win.export-timeline", "s", export_action);
  gtk_widget_class_install_action (widget_class, "win.export-actions", "s", export_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-export", NULL, cancel_export_action);
  gtk_widget_class_install_action (widget_class, "win.copy-markdown", NULL, copy_markdown_action);
  gtk_widget_class_install_action (widget_class, "win.copy-text", NULL, copy_text_action);
  gtk_widget_class_install_action (widget_class, "win.copy-whys", "s", copy_whys_action);
  gtk_widget_class_install_action (widget_class, "win.show-exported", "s", show_exported_action);
  gtk_widget_class_install_action (widget_class, "win.open-exported", "s", open_exported_action);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-application.h"
#include "aft-compat-dialogs.h"
#include "aft-compat-files.h"
#include "aft-due.h"
#include "aft-export-dialog.h"
#include "aft-export-job.h"
#include "aft-glyphs.h"
#include "aft-paper.h"
#include "aft-window-private.h"

/* What goes out of the application: files and the clipboard. */

/* Milliseconds after which an export says that it is still at work. */
#define PATIENCE 700

/* Bytes of a proposed name: with its ending it has to fit a file system. */
#define LONGEST_NAME 150

/* An export that is under way. */
typedef struct
{
  GWeakRef      window;
  GApplication *application;    /* owned: held until the file is written */
  GFile        *file;           /* owned */
  char         *missing;        /* owned, nullable: characters without a font */
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

AftExportOptions
aft_window_get_export_options (AftWindow *self)
{
  AftApplication *application = AFT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GSettings *settings = aft_application_get_settings (application);
  g_autofree char *setting = g_settings_get_string (settings, "preview-paper");
  const gboolean letter = aft_paper_setting_is_letter (setting);

  return (AftExportOptions) { letter ? AFT_PAPER_LETTER_WIDTH : AFT_PAPER_A4_WIDTH,
                              letter ? AFT_PAPER_LETTER_HEIGHT : AFT_PAPER_A4_HEIGHT,
                              aft_export_dialog_get_markdown (settings) };
}

char *
aft_window_propose_name (AftWindow           *self,
                         const AftExportKind *kind)
{
  GFile *file = aft_session_get_file (self->session);
  g_autofree char *own = file != NULL ? g_file_get_basename (file) : aft_session_dup_title (self->session);
  g_autofree char *name = NULL;
  const char *start;
  char *dot = g_strrstr (own, ".");

  if (file != NULL && dot != NULL && dot != own)
    *dot = '\0';
  name = aft_edition_dup_plain (get_edition (self), aft_session_get_document (self->session), own);
  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  if (strlen (name) > LONGEST_NAME)
    *g_utf8_find_prev_char (name, name + LONGEST_NAME) = '\0';
  /* Nobody would find what begins with a dot. */
  for (start = name; *start == '.'; start++)
    ;

  return g_strconcat (start, kind->ending, NULL);
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
  g_free (export->missing);
  g_free (export);
}

static void
tell_missing (AftWindow  *self,
              const char *characters)
{
  /* Translators: %s is some characters */
  g_autofree char *message = g_strdup_printf (_("No font of this computer has %s. Boxes stand in their place."),
                                              characters);

  aft_window_show_banner (self, message, FALSE);
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
  g_autofree char *missing = g_steal_pointer (&export->missing);
  const gboolean done = aft_export_job_run_finish (result, &error);

  /* The window may be closed by now; what it began is written all the same. */
  if (self != NULL && gtk_widget_in_destruction (GTK_WIDGET (self)))
    g_clear_object (&self);
  export_free (export);

  if (self == NULL)
    return;
  count_exports (self, -1);
  if (done)
    {
      tell_exported (self, file);
      if (missing != NULL)
        tell_missing (self, missing);
    }
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
  AftExportOptions options;
  Export *export;

  g_return_if_fail (AFT_IS_WINDOW (self));
  g_return_if_fail (self->session != NULL);
  g_return_if_fail (kind != NULL);
  g_return_if_fail (G_IS_FILE (file));

  report = aft_window_build_report (self);
  options = aft_window_get_export_options (self);

  export = g_new0 (Export, 1);
  g_weak_ref_init (&export->window, self);
  export->application = g_object_ref (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  export->file = g_object_ref (file);
  export->missing = kind->is_drawn ? aft_glyphs_dup_missing (report) : NULL;
  g_application_hold (export->application);
  count_exports (self, 1);

  if (self->exporting == NULL || g_cancellable_is_cancelled (self->exporting))
    {
      g_clear_object (&self->exporting);
      self->exporting = g_cancellable_new ();
    }
  aft_export_job_run_async (kind, report, &options, file, self->exporting, exported_cb, export);
}

static GSettings *
get_settings (AftWindow *self)
{
  return aft_application_get_settings (AFT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

/* Where something was exported last; at first, where the document is. */
static GFile *
get_folder (AftWindow *self)
{
  g_autofree char *uri = g_settings_get_string (get_settings (self), "export-folder");
  g_autoptr(GFile) folder = uri[0] != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (folder != NULL && g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return g_steal_pointer (&folder);

  return aft_session_get_file (self->session) != NULL ? g_file_get_parent (aft_session_get_file (self->session)) : NULL;
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  AftWindow *self = user_data;
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : g_strdup ("");

  if (self->session == NULL)
    return;

  g_settings_set_string (get_settings (self), "export-folder", uri);
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

static char *
dup_dialog_title (AftWindow           *self,
                  const AftExportKind *kind)
{
  AftDocument *document = aft_session_get_document (self->session);

  if (kind->subject == AFT_EXPORT_REPORT)
    /* Translators: the title of a dialog; %s is a kind of file, such as “PDF Document” */
    return g_strdup_printf (_("Export as %s"), g_dpgettext2 (NULL, "file kind", kind->label));

  /* Translators: the title of a dialog; %s is a page, such as “Five Whys” */
  return g_strdup_printf (_("Export “%s”"), aft_export_subject_get_name (kind->subject, document));
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
  name = aft_window_propose_name (self, kind);
  filters = create_filters (kind);
  folder = get_folder (self);

  /* The dialog is modal, so there is one at a time. */
  self->export_kind = kind;
  aft_compat_choose_file (GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, title, _("_Export"), folder, name, filters,
                          file_chosen_cb, self);
}

static void
kind_chosen_cb (AftExportDialog *dialog,
                const char      *kind,
                AftWindow       *self)
{
  choose (self, kind);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);
  AftExportDialog *dialog;

  if (self->session == NULL)
    return;

  aft_history_commit (aft_session_get_history (self->session));
  dialog = aft_export_dialog_present (GTK_WINDOW (self), self->session, get_settings (self));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (kind_chosen_cb), self, 0);
}

static void
export_as_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  choose (AFT_WINDOW (widget), g_variant_get_string (parameter, NULL));
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
  AftExportOptions options;

  if (self->session == NULL || kind == NULL || !g_str_has_prefix (kind->media_type, "text/"))
    return;

  report = aft_window_build_report (self);
  options = aft_window_get_export_options (self);
  bytes = aft_export_kind_write (kind, report, &options, NULL, &error);
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
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const char *kind_name = g_variant_get_string (parameter, NULL);

  copy (AFT_WINDOW (widget), kind_name,
        strcmp (kind_name, "markdown") == 0  ? _("Copied as Markdown")
        : strcmp (kind_name, "mermaid") == 0 ? _("Copied as Mermaid")
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

void
aft_window_install_export_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.export-as", "s", export_as_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-export", NULL, cancel_export_action);
  gtk_widget_class_install_action (widget_class, "win.copy", "s", copy_action);
  gtk_widget_class_install_action (widget_class, "win.show-exported", "s", show_exported_action);
  gtk_widget_class_install_action (widget_class, "win.open-exported", "s", open_exported_action);
}

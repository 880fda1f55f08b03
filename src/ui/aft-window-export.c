/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-application.h"
#include "aft-compat-dialogs.h"
#include "aft-due.h"
#include "aft-markdown-writer.h"
#include "aft-page-layout.h"
#include "aft-paper.h"
#include "aft-pdf.h"
#include "aft-window-private.h"

/* What goes out of the application: Markdown, PDF, paper. */

static AftEdition
get_edition (AftWindow *self)
{
  AftApplication *application = AFT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autofree char *name = g_settings_get_string (aft_application_get_settings (application), "preview-edition");
  AftEdition edition = AFT_EDITION_TEAM;

  aft_edition_from_name (name, &edition);

  return edition;
}

static AftReport *
build_report (AftWindow *self)
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

static void
tell_exported (AftWindow *self,
               GFile     *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *uri = g_file_get_uri (file);
  /* Translators: %s is a file */
  g_autofree char *message = g_strdup_printf (_("Exported to “%s”"), name);

  aft_window_tell_with_action (self, message, _("_Open"), "win.open-exported", g_variant_new_string (uri));
}

static void
tell_failed (AftWindow    *self,
             const GError *error)
{
  /* Translators: %s is what went wrong */
  g_autofree char *message = g_strdup_printf (_("The export failed: %s"), error->message);

  aft_window_show_banner (self, message, FALSE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(AftWindow) self = user_data;
  GFile *file = G_FILE (source);
  g_autoptr(GError) error = NULL;

  if (g_file_replace_contents_finish (file, result, NULL, &error))
    tell_exported (self, file);
  else
    tell_failed (self, error);
}

static void
write_bytes (AftWindow *self,
             GFile     *file,
             GBytes    *bytes)
{
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb, g_object_ref (self));
}

static void
markdown_chosen_cb (GFile    *file,
                    gpointer  user_data)
{
  AftWindow *self = user_data;
  g_autoptr(AftReport) report = build_report (self);
  char *markdown = aft_markdown_write (report);
  g_autoptr(GBytes) bytes = g_bytes_new_take (markdown, strlen (markdown));

  write_bytes (self, file, bytes);
}

static void
pdf_chosen_cb (GFile    *file,
               gpointer  user_data)
{
  AftWindow *self = user_data;
  g_autoptr(AftReport) report = build_report (self);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  double width;
  double height;

  get_paper (self, &width, &height);
  if (!aft_pdf_write (report, width, height, stream, NULL, NULL, NULL, &error) || !g_output_stream_close (stream, NULL, &error))
    {
      tell_failed (self, error);
      return;
    }

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  write_bytes (self, file, bytes);
}

static void
choose (AftWindow         *self,
        const char        *title,
        const char        *ending,
        AftCompatFileFunc  callback)
{
  g_autofree char *name = NULL;
  g_autoptr(GFile) folder = NULL;

  if (self->session == NULL)
    return;

  name = propose_name (self, ending);
  if (aft_session_get_file (self->session) != NULL)
    folder = g_file_get_parent (aft_session_get_file (self->session));
  aft_compat_choose_file (GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, title, _("_Export"), folder, name, NULL, callback, self);
}

static void
export_pdf_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  choose (AFT_WINDOW (widget), _("Export as PDF"), ".pdf", pdf_chosen_cb);
}

static void
export_markdown_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  choose (AFT_WINDOW (widget), _("Export as Markdown"), ".md", markdown_chosen_cb);
}

static void
copy_markdown_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);
  g_autoptr(AftReport) report = NULL;
  g_autofree char *markdown = NULL;

  if (self->session == NULL)
    return;

  report = build_report (self);
  markdown = aft_markdown_write (report);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), markdown);
  aft_window_tell (self, _("Copied as Markdown"));
}

static void
open_exported_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  gtk_show_uri (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                AftReport         *report)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  AftPages *pages = aft_pages_new (report, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                                   gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));

  g_object_set_data_full (G_OBJECT (operation), "pages", pages, (GDestroyNotify) aft_pages_free);
  gtk_print_operation_set_n_pages (operation, (int) aft_pages_get_n_pages (pages));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              AftReport         *report)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  aft_pages_draw (g_object_get_data (G_OBJECT (operation), "pages"), (guint) page, cr);
}

static void
print_done_cb (GtkPrintOperation       *operation,
               GtkPrintOperationResult  result,
               AftWindow               *self)
{
  g_autoptr(GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      tell_failed (self, error);
    }
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autofree char *title = NULL;
  AftReport *report;

  if (self->session == NULL)
    return;

  operation = gtk_print_operation_new ();
  report = build_report (self);
  title = aft_session_dup_title (self->session);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "report", report, (GDestroyNotify) aft_report_unref);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), report);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), report);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

void
aft_window_install_export_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-pdf", NULL, export_pdf_action);
  gtk_widget_class_install_action (widget_class, "win.export-markdown", NULL, export_markdown_action);
  gtk_widget_class_install_action (widget_class, "win.copy-markdown", NULL, copy_markdown_action);
  gtk_widget_class_install_action (widget_class, "win.open-exported", "s", open_exported_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
}

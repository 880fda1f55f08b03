/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-page-layout.h"
#include "aft-window-private.h"

/* What goes to paper. */

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                AftReport         *report)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  AftPages *pages = aft_pages_new (report, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                                   gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));

  g_object_set_data_full (G_OBJECT (operation), "page-setup", gtk_page_setup_copy (setup), g_object_unref);
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

  /* The next time the dialog begins with what was chosen now. */
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&self->print_settings, gtk_print_operation_get_print_settings (operation));
      g_set_object (&self->page_setup, g_object_get_data (G_OBJECT (operation), "page-setup"));
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      aft_window_tell_not_exported (self, error);
    }
}

/* At first the paper of the preview. */
static GtkPageSetup *
create_page_setup (AftWindow *self)
{
  const AftExportOptions options = aft_window_get_export_options (self);
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (options.paper_width == AFT_PAPER_LETTER_WIDTH ? GTK_PAPER_NAME_LETTER
                                                                                           : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_paper_size_free (paper);

  return setup;
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AftWindow *self = AFT_WINDOW (widget);
  g_autoptr(GtkPrintOperation) operation = NULL;
  AftReport *report;

  if (self->session == NULL)
    return;

  operation = gtk_print_operation_new ();
  report = aft_window_build_report (self);
  if (self->page_setup == NULL)
    self->page_setup = create_page_setup (self);
  gtk_print_operation_set_default_page_setup (operation, self->page_setup);
  gtk_print_operation_set_print_settings (operation, self->print_settings);
  gtk_print_operation_set_job_name (operation, aft_report_get_title (report));
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
aft_window_install_print_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-action-item.h"
#include "aft-calendar-writer.h"
#include "aft-csv-writer.h"
#include "aft-dot-writer.h"
#include "aft-event.h"
#include "aft-export-kind.h"
#include "aft-figure-png.h"
#include "aft-figure-svg.h"
#include "aft-html-writer.h"
#include "aft-markdown-writer.h"
#include "aft-mermaid-writer.h"
#include "aft-outline-writer.h"
#include "aft-pdf.h"
#include "aft-text-writer.h"

static GBytes *
write_markdown (AftReport               *report,
                const AftExportOptions  *options,
                GCancellable            *cancellable,
                GError                 **error)
{
  char *text = aft_markdown_write (report, options->markdown);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_pdf (AftReport               *report,
           const AftExportOptions  *options,
           GCancellable            *cancellable,
           GError                 **error)
{
  return aft_pdf_write (report, options->paper_width, options->paper_height, cancellable, NULL, NULL, error);
}

/* The order is that of the dialog and of the command line's help. */
static const AftExportKind kinds[] = {
  /* Translators: a kind of file, as it stands in a menu and in the list of kinds of a file dialog */
  { "markdown", NC_("file kind", "Markdown"), ".md", { ".md" }, "text/markdown", AFT_EXPORT_REPORT, FALSE,
    .write = write_markdown },
  /* Translators: a kind of file, as it stands in a menu and in the list of kinds of a file dialog */
  { "pdf", NC_("file kind", "PDF Document"), ".pdf", { ".pdf" }, "application/pdf", AFT_EXPORT_REPORT, TRUE,
    .write = write_pdf },
  /* Translators: a kind of file, as it stands in a menu and in the list of kinds of a file dialog: HTML */
  { "html", NC_("file kind", "Web Page"), ".html", { ".html", ".htm" }, "text/html", AFT_EXPORT_REPORT, FALSE,
    .write_text = aft_html_write },
  /* Translators: a kind of file: text without any formatting, as for a mail */
  { "text", NC_("file kind", "Plain Text"), ".txt", { ".txt" }, "text/plain", AFT_EXPORT_REPORT, FALSE,
    .write_text = aft_text_write },
  /* Translators: a kind of file, as it stands in a menu and in the list of kinds of a file dialog */
  { "svg-whys", NC_("file kind", "SVG Picture"), "-whys.svg", { NULL }, "image/svg+xml", AFT_EXPORT_WHYS, TRUE,
    .write_bytes = aft_figure_svg_write_whys },
  /* Translators: a kind of file, as it stands in a menu and in the list of kinds of a file dialog */
  { "png-whys", NC_("file kind", "PNG Picture"), "-whys.png", { NULL }, "image/png", AFT_EXPORT_WHYS, TRUE,
    .write_bytes = aft_figure_png_write_whys },
  /* Translators: a kind of file, as it stands in a menu and in the list of kinds of a file dialog: each line
   * is indented as deep as it stands in the tree */
  { "outline", NC_("file kind", "Indented Text"), "-whys.txt", { NULL }, "text/plain", AFT_EXPORT_WHYS, FALSE,
    .write_text = aft_outline_write },
  /* Translators: a kind of file; Mermaid is a name */
  { "mermaid", NC_("file kind", "Mermaid Diagram"), "-whys.mmd", { ".mmd", ".mermaid" }, "text/vnd.mermaid",
    AFT_EXPORT_WHYS, FALSE, .write_text = aft_mermaid_write },
  /* Translators: a kind of file; Graphviz is a name */
  { "dot", NC_("file kind", "Graphviz Graph"), "-whys.dot", { ".dot", ".gv" }, "text/vnd.graphviz", AFT_EXPORT_WHYS,
    FALSE, .write_text = aft_dot_write },
  { "svg-timeline", NC_("file kind", "SVG Picture"), "-timeline.svg", { NULL }, "image/svg+xml", AFT_EXPORT_TIMELINE,
    TRUE, .write_bytes = aft_figure_svg_write_timeline },
  { "png-timeline", NC_("file kind", "PNG Picture"), "-timeline.png", { NULL }, "image/png", AFT_EXPORT_TIMELINE, TRUE,
    .write_bytes = aft_figure_png_write_timeline },
  /* Translators: a kind of file: a table of values set apart by commas; CSV is a name */
  { "csv", NC_("file kind", "Spreadsheet (CSV)"), "-timeline.csv", { ".csv" }, "text/csv", AFT_EXPORT_TIMELINE, FALSE,
    .write_text = aft_csv_write_timeline },
  { "csv-actions", NC_("file kind", "Spreadsheet (CSV)"), "-actions.csv", { NULL }, "text/csv", AFT_EXPORT_ACTIONS,
    FALSE, .write_text = aft_csv_write_actions },
  /* Translators: a kind of file: tasks for a calendar; iCalendar is a name */
  { "ics", NC_("file kind", "Calendar (iCalendar)"), "-actions.ics", { ".ics" }, "text/calendar", AFT_EXPORT_ACTIONS,
    FALSE, .write_text = aft_calendar_write },
};

/**
 * aft_export_kinds_get:
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): all kinds
 */
const AftExportKind *
aft_export_kinds_get (gsize *n_kinds)
{
  g_return_val_if_fail (n_kinds != NULL, NULL);

  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * aft_export_kind_find:
 * @name: the word for a kind
 *
 * Returns: (transfer none) (nullable): the kind
 */
const AftExportKind *
aft_export_kind_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      return &kinds[i];

  return NULL;
}

/* "whys.svg" ends as "login-whys.svg" does. */
static gsize
match_ending (const char *file,
              const char *ending)
{
  const char *slash = strrchr (file, G_DIR_SEPARATOR);
  const char *name = slash != NULL ? slash + 1 : file;

  if (g_str_has_suffix (name, ending) || (ending[0] == '-' && strcmp (name, ending + 1) == 0))
    return strlen (ending);

  return 0;
}

/**
 * aft_export_kind_find_by_file:
 * @file: the name of a file
 *
 * Finds the kind by the longest ending that matches: "login-whys.txt" is an outline, "login.txt" the report.
 *
 * Returns: (transfer none) (nullable): the kind that its ending tells; %NULL where it tells none, or
 *   more than one
 */
const AftExportKind *
aft_export_kind_find_by_file (const char *file)
{
  const AftExportKind *found = NULL;
  gsize longest = 0;

  g_return_val_if_fail (file != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length = match_ending (file, kinds[i].ending);

      for (gsize j = 0; kinds[i].told_by[j] != NULL; j++)
        length = MAX (length, match_ending (file, kinds[i].told_by[j]));
      if (length > longest)
        {
          found = &kinds[i];
          longest = length;
        }
    }

  return found;
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

static void
find_action_item (AftItem  *item,
                  gpointer  user_data)
{
  gboolean *found = user_data;

  *found |= AFT_IS_ACTION_ITEM (item);
}

/**
 * aft_export_kind_has_subject:
 * @self: a kind
 * @document: a document
 *
 * Returns: whether there is anything in the document that the kind could tell; whether an edition shows it
 *   is another matter
 */
gboolean
aft_export_kind_has_subject (const AftExportKind *self,
                             AftDocument         *document)
{
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (AFT_IS_DOCUMENT (document), FALSE);

  switch (self->subject)
    {
    case AFT_EXPORT_WHYS:
      return g_list_model_get_n_items (aft_document_get_problems (document)) > 0;
    case AFT_EXPORT_TIMELINE:
      return has_time (document);
    case AFT_EXPORT_ACTIONS:
      aft_item_foreach (AFT_ITEM (document), find_action_item, &found);
      return found;
    case AFT_EXPORT_REPORT:
    default:
      return TRUE;
    }
}

/**
 * aft_export_kind_get_suffix:
 * @self: a kind
 *
 * Returns: (transfer none): what all its files end with, from the dot on
 */
const char *
aft_export_kind_get_suffix (const AftExportKind *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return strrchr (self->ending, '.');
}

/**
 * aft_export_kind_write:
 * @self: a kind
 * @report: a report
 * @options: how
 * @cancellable: (nullable): to stop
 * @error: why it failed
 *
 * Writes the report as this kind. It can take long, and may be called on any thread.
 *
 * Returns: (transfer full) (nullable): what the file holds; %NULL with %G_IO_ERROR_NOT_FOUND where the
 *   report has nothing of it
 */
GBytes *
aft_export_kind_write (const AftExportKind  *self,
                       AftReport            *report,
                       const AftExportOptions *options,
                       GCancellable         *cancellable,
                       GError              **error)
{
  char *text;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (self->subject == AFT_EXPORT_WHYS && aft_report_get_trees (report)->len == 0)
    {
      /* Translators: stands behind the name of a file and a colon. */
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("this edition has no whys"));
      return NULL;
    }
  if (self->write_bytes != NULL)
    return self->write_bytes (report, error);
  if (self->write != NULL)
    return self->write (report, options, cancellable, error);

  text = self->write_text (report);
  if (text[0] == '\0' && (self->subject == AFT_EXPORT_TIMELINE || self->subject == AFT_EXPORT_ACTIONS))
    {
      g_free (text);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           self->subject == AFT_EXPORT_TIMELINE
                             /* Translators: stands behind the name of a file and a colon. */
                             ? _("this edition has no events")
                             /* Translators: stands behind the name of a file and a colon. */
                             : _("this edition has no action items"));
      return NULL;
    }

  return g_bytes_new_take (text, strlen (text));
}

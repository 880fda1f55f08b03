/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include "aft-cairo-memory.h"
#include "aft-page-painter.h"
#include "aft-pdf-artifacts.h"
#include "aft-pdf-structure.h"
#include "aft-pdf.h"
#include "aft-plain-text.h"
#include "aft-report-time.h"

static void
set_date (cairo_surface_t *surface)
{
  g_autoptr(GDateTime) date = aft_report_date_written ();
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
}

static void
set_text (cairo_surface_t      *surface,
          cairo_pdf_metadata_t  key,
          const char           *text)
{
  g_autofree char *clean = aft_plain_text_clean (text);

  if (clean[0] != '\0')
    cairo_pdf_surface_set_metadata (surface, key, clean);
}

static void
set_metadata (cairo_surface_t *surface,
              AftReport       *report)
{
  set_text (surface, CAIRO_PDF_METADATA_TITLE, aft_report_get_title (report));
  set_text (surface, CAIRO_PDF_METADATA_AUTHOR, aft_report_get_author (report));
  set_text (surface, CAIRO_PDF_METADATA_SUBJECT, aft_report_get_subject (report));
  set_text (surface, CAIRO_PDF_METADATA_KEYWORDS, aft_report_get_keywords (report));
  set_text (surface, CAIRO_PDF_METADATA_CREATOR, "Afterword " PACKAGE_VERSION);
  set_date (surface);
}

/* A tree by level: each heading below the last one that is above it. */
static void
add_outline (cairo_surface_t *surface,
             AftPages        *pages)
{
  int parents[8] = { 0 };

  for (guint i = 0; i < pages->headings->len; i++)
    {
      const AftPageHeading *heading = &g_array_index (pages->headings, AftPageHeading, i);
      g_autofree char *name = aft_page_tags_heading_name (i);
      g_autofree char *attributes = g_strdup_printf ("dest='%s'", name);
      const guint level = CLAMP (heading->box->level, 1, 6);
      const int id = cairo_pdf_surface_add_outline (surface, parents[level - 1], heading->box->title, attributes,
                                                    level <= 2 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

      for (guint below = level; below < G_N_ELEMENTS (parents); below++)
        parents[below] = id;
    }
}

static gboolean
draw_pages (AftPages        *pages,
            cairo_t         *cr,
            AftPageTags     *tags,
            GCancellable    *cancellable,
            AftPdfProgress   progress,
            gpointer         user_data,
            GError         **error)
{
  const guint n_pages = aft_pages_get_n_pages (pages);

  for (guint i = 0; i < n_pages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      aft_page_painter_draw (pages, i, cr, tags);
      aft_page_tags_end (tags);
      cairo_show_page (cr);
      if (progress != NULL)
        progress (i + 1, n_pages, user_data);
    }

  return TRUE;
}

/* What cairo can't say. A PDF of some later cairo that is written otherwise is whole without. */
static GBytes *
complete (GBytes      *written,
          AftPages    *pages,
          AftPageTags *tags)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AftPdfFile) file = aft_pdf_file_new (written, &error);
  GBytes *completed = NULL;

  if (file != NULL &&
      aft_pdf_structure_write (file, pages->report, pages->flow->tags, aft_page_tags_get_pieces (tags), &error) &&
      aft_pdf_artifacts_write (file, AFT_PAGE_ASIDE, &error))
    completed = aft_pdf_file_write (file, &error);
  if (completed == NULL)
    {
      g_warning ("The elements of a PDF could not be written: %s", error->message);
      return g_bytes_ref (written);
    }

  return completed;
}

/**
 * aft_pdf_write:
 * @report: a report
 * @width: of the paper, in points
 * @height: of the paper, in points
 * @cancellable: (nullable): to stop between two pages
 * @progress: (nullable) (scope call): told after every page
 * @user_data: for @progress
 * @error: why it failed
 *
 * Writes the pages as a PDF with outline, elements, links and text that can be selected. The same
 * report gives the same bytes where `SOURCE_DATE_EPOCH` is set.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
aft_pdf_write (AftReport       *report,
               double           width,
               double           height,
               GCancellable    *cancellable,
               AftPdfProgress   progress,
               gpointer         user_data,
               GError         **error)
{
  g_autoptr(AftPages) pages = NULL;
  g_autoptr(AftPageTags) tags = NULL;
  g_autoptr(GByteArray) bytes = NULL;
  g_autoptr(GBytes) written = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  gboolean drawn;

  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  pages = aft_pages_new (report, width, height);
  bytes = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (aft_cairo_append_bytes, bytes, pages->width, pages->height);
  /* Its objects can be read without a library. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, report);

  cr = cairo_create (surface);
  tags = aft_page_tags_new (cr);
  drawn = draw_pages (pages, cr, tags, cancellable, progress, user_data, error);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (drawn)
    add_outline (surface, pages);
  cairo_surface_finish (surface);
  status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status (surface) : status;
  cairo_surface_destroy (surface);

  if (!drawn)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }

  written = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return complete (written, pages, tags);
}

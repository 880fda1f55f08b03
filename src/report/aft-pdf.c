/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include "aft-page-painter.h"
#include "aft-pdf.h"
#include "aft-report-time.h"

typedef struct
{
  GOutputStream  *stream;
  GCancellable   *cancellable;
  GError        **error;
} Target;

/* Cairo 1.16 crashes when it is told that writing failed. So it isn't told: nothing more is written, and
 * the pages stop. */
static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  Target *target = closure;

  if (*target->error == NULL)
    g_output_stream_write_all (target->stream, data, length, NULL, target->cancellable, target->error);

  return CAIRO_STATUS_SUCCESS;
}

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
  if (text[0] != '\0')
    cairo_pdf_surface_set_metadata (surface, key, text);
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
            cairo_surface_t *surface,
            GCancellable    *cancellable,
            AftPdfProgress   progress,
            gpointer         user_data,
            GError         **error)
{
  cairo_t *cr = cairo_create (surface);
  g_autoptr(AftPageTags) tags = aft_page_tags_new (cr);
  const guint n_pages = aft_pages_get_n_pages (pages);

  for (guint i = 0; i < n_pages && *error == NULL && !g_cancellable_set_error_if_cancelled (cancellable, error); i++)
    {
      aft_page_painter_draw (pages, i, cr, tags);
      if (i + 1 == n_pages)
        aft_page_tags_move (tags, NULL);
      cairo_show_page (cr);
      if (progress != NULL)
        progress (i + 1, n_pages, user_data);
    }

  aft_page_tags_move (tags, NULL);
  if (*error == NULL && cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (cairo_status (cr)));
  cairo_destroy (cr);

  return *error == NULL;
}

/**
 * aft_pdf_write:
 * @report: a report
 * @width: of the paper, in points
 * @height: of the paper, in points
 * @stream: where to; it is not closed
 * @cancellable: (nullable): to stop between two pages
 * @progress: (nullable) (scope call): told after every page
 * @user_data: for @progress
 * @error: why it failed
 *
 * Writes the pages as a PDF with outline, elements, links and text that can be selected. The same
 * report gives the same bytes where `SOURCE_DATE_EPOCH` is set.
 *
 * Returns: whether it was written in full
 */
gboolean
aft_pdf_write (AftReport       *report,
               double           width,
               double           height,
               GOutputStream   *stream,
               GCancellable    *cancellable,
               AftPdfProgress   progress,
               gpointer         user_data,
               GError         **error)
{
  g_autoptr(AftPages) pages = NULL;
  g_autoptr(GError) local_error = NULL;
  Target target = { stream, cancellable, &local_error };
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (report != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  pages = aft_pages_new (report, width, height);
  surface = cairo_pdf_surface_create_for_stream (write_bytes, &target, pages->width, pages->height);
  set_metadata (surface, report);

  if (draw_pages (pages, surface, cancellable, progress, user_data, &local_error))
    add_outline (surface, pages);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (local_error == NULL && status != CAIRO_STATUS_SUCCESS)
    g_set_error_literal (&local_error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

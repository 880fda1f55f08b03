/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <cairo-svg.h>
#include <string.h>

#include "aft-cairo-memory.h"
#include "aft-figure-sheet.h"
#include "aft-figure-svg.h"
#include "aft-plain-text.h"

/* Cairo counts surfaces on from one picture to the next; here each starts again at 1, so that the same
 * report always gives the same bytes. */
static gboolean
renumber (const GMatchInfo *match,
          GString          *result,
          gpointer          data)
{
  GHashTable *numbers = data;
  g_autofree char *before = g_match_info_fetch (match, 1);
  g_autofree char *name = g_match_info_fetch (match, 2);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, name));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, g_strdup (name), GUINT_TO_POINTER (number));
    }
  g_string_append_printf (result, "%ss%u", before, number);

  return FALSE;
}

static char *
dup_renumbered (const char *svg)
{
  const char *pattern = "(\\bid=\"|href=\"#|url\\(#)([a-z-]+[0-9]+)(?=[\")])";
  g_autoptr(GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr(GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return g_regex_replace_eval (regex, svg, -1, 0, 0, renumber, numbers, NULL);
}

static void
append_element (GString    *out,
                const char *name,
                const char *text)
{
  g_autofree char *clean = aft_plain_text_clean (text);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);

  g_string_append_printf (out, "<%s>%s</%s>\n", name, escaped, name);
}

/* Says in words what the picture shows: a screen reader reads it, and a search finds it. */
static GBytes *
finish (AftReport            *report,
        const AftFigureSheet *sheet,
        const GString        *svg)
{
  const char *description = aft_figure_sheet_get_description (sheet);
  g_autofree char *language = g_markup_escape_text (aft_report_get_language (report), -1);
  g_autofree char *numbered = dup_renumbered (svg->str);
  GString *out = g_string_sized_new (strlen (numbered) + strlen (description) + 256);
  const char *root = strstr (numbered, "<svg ");
  const char *end = root != NULL ? strchr (root, '>') : NULL;
  gsize length;

  g_assert (end != NULL);

  g_string_append_len (out, numbered, root - numbered);
  g_string_append_printf (out, "<svg role=\"img\" xml:lang=\"%s\" ", language);
  g_string_append_len (out, root + strlen ("<svg "), end + 1 - root - (gssize) strlen ("<svg "));
  g_string_append_c (out, '\n');
  append_element (out, "title", aft_figure_sheet_get_title (sheet));
  append_element (out, "desc", description);
  g_string_append (out, end + 1 + strspn (end + 1, "\n"));

  length = out->len;
  return g_bytes_new_take (g_string_free (out, FALSE), length);
}

/* Takes the sheet, which may be nothing. */
static GBytes *
write_sheet (AftReport       *report,
             AftFigureSheet  *sheet,
             GError         **error)
{
  g_autoptr(AftFigureSheet) owned = sheet;
  g_autoptr(GString) svg = g_string_new (NULL);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double width;
  double height;

  if (owned == NULL)
    return NULL;

  aft_figure_sheet_get_size (owned, &width, &height);
  surface = cairo_svg_surface_create_for_stream (aft_cairo_append_text, svg, width, height);
  cr = cairo_create (surface);
  aft_figure_sheet_draw (owned, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }

  return finish (report, owned, svg);
}

/**
 * aft_figure_svg_write_whys:
 * @report: a report
 * @error: why it failed
 *
 * Draws the whys of all problems, whole and one below the other. The same report always gives the same
 * bytes.
 *
 * Returns: (transfer full) (nullable): a picture as SVG; %NULL with %G_IO_ERROR_NOT_FOUND where there is
 *   no problem
 */
GBytes *
aft_figure_svg_write_whys (AftReport  *report,
                           GError    **error)
{
  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return write_sheet (report, aft_figure_sheet_new_whys (report, error), error);
}

/**
 * aft_figure_svg_write_timeline:
 * @report: a report
 * @error: why it failed
 *
 * Draws the timeline, as many strips as it takes one below the other. The same report always gives the
 * same bytes.
 *
 * Returns: (transfer full) (nullable): a picture as SVG; %NULL with %G_IO_ERROR_NOT_FOUND where there is
 *   no event whose time is known
 */
GBytes *
aft_figure_svg_write_timeline (AftReport  *report,
                               GError    **error)
{
  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return write_sheet (report, aft_figure_sheet_new_timeline (report, error), error);
}

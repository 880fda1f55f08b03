/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "aft-cairo-memory.h"
#include "aft-figure-png.h"
#include "aft-figure-sheet.h"
#include "aft-plain-text.h"

/* Pixels to a point: as many as a good screen has, and as few as a text can be read at. */
#define FULL_SCALE 2.0
#define LEAST_SCALE 0.8

#define POINTS_PER_METRE (72 / 0.0254)

/* What a PNG begins with: its signature, and the chunk that tells the size. */
#define HEAD_LENGTH (8 + 12 + 13)

static void
append_number (GByteArray *out,
               guint32     number)
{
  const guint32 bytes = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &bytes, sizeof bytes);
}

static guint32
compute_crc (const guint8 *data,
             gsize         length)
{
  guint32 crc = G_MAXUINT32;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? 0xedb88320u ^ (crc >> 1) : crc >> 1;
    }

  return ~crc;
}

static void
append_chunk (GByteArray   *out,
              const char   *type,
              const guint8 *data,
              gsize         length)
{
  const guint start = out->len + 4;

  append_number (out, (guint32) length);
  g_byte_array_append (out, (const guint8 *) type, 4);
  g_byte_array_append (out, data, (guint) length);
  append_number (out, compute_crc (out->data + start, length + 4));
}

static void
append_text (GByteArray *out,
             const char *keyword,
             const char *language,
             const char *text)
{
  /* After the keyword: not compressed, and no keyword in the language. */
  static const guint8 plain[] = { 0, 0, 0 };
  static const guint8 end = 0;
  g_autoptr(GByteArray) data = g_byte_array_new ();
  g_autofree char *clean = aft_plain_text_clean (text);

  g_byte_array_append (data, (const guint8 *) keyword, (guint) strlen (keyword));
  g_byte_array_append (data, plain, sizeof plain);
  g_byte_array_append (data, (const guint8 *) language, (guint) strlen (language));
  g_byte_array_append (data, &end, 1);
  g_byte_array_append (data, &end, 1);
  g_byte_array_append (data, (const guint8 *) clean, (guint) strlen (clean));
  append_chunk (out, "iTXt", data->data, data->len);
}

/* How large the picture is meant to be stands in it, so that a letter has the same size on paper
 * whatever its scale; and what it shows, in words. */
static GBytes *
finish (AftReport            *report,
        const AftFigureSheet *sheet,
        const GByteArray     *png,
        double                scale)
{
  GByteArray *out = g_byte_array_sized_new (png->len + 4096);
  g_autoptr(GByteArray) density = g_byte_array_new ();
  const guint32 per_metre = (guint32) round (scale * POINTS_PER_METRE);
  static const guint8 metre = 1;

  g_assert (png->len > HEAD_LENGTH);

  append_number (density, per_metre);
  append_number (density, per_metre);
  g_byte_array_append (density, &metre, 1);

  g_byte_array_append (out, png->data, HEAD_LENGTH);
  append_chunk (out, "pHYs", density->data, density->len);
  append_text (out, "Title", aft_report_get_language (report), aft_figure_sheet_get_title (sheet));
  append_text (out, "Description", aft_report_get_language (report), aft_figure_sheet_get_description (sheet));
  g_byte_array_append (out, png->data + HEAD_LENGTH, png->len - HEAD_LENGTH);

  return g_byte_array_free_to_bytes (out);
}

/* Takes the sheet, which may be nothing. */
static GBytes *
write_sheet (AftReport       *report,
             AftFigureSheet  *sheet,
             GError         **error)
{
  g_autoptr(AftFigureSheet) owned = sheet;
  g_autoptr(GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double scale;
  double width;
  double height;

  if (owned == NULL)
    return NULL;

  aft_figure_sheet_get_size (owned, &width, &height);
  scale = aft_figure_png_get_scale (width, height);
  if (scale <= 0)
    {
      /* Translators: stands behind the name of a file and a colon. SVG and PNG are kinds of pictures. */
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                           _("the picture would be too large for a PNG that can be read; an SVG has no such limit"));
      return NULL;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX ((int) floor (width * scale), 1),
                                        MAX ((int) floor (height * scale), 1));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  aft_figure_sheet_draw (owned, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, aft_cairo_append_bytes, png);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }

  return finish (report, owned, png, scale);
}

/**
 * aft_figure_png_get_scale:
 * @width: of a picture, in points
 * @height: of a picture, in points
 *
 * Returns: how many pixels a point gets, so that the picture stays within %AFT_FIGURE_PNG_MAX_SIDE and
 *   %AFT_FIGURE_PNG_MAX_AREA; 0 where nobody could read it any more
 */
double
aft_figure_png_get_scale (double width,
                          double height)
{
  double scale = FULL_SCALE;

  g_return_val_if_fail (width > 0 && height > 0, 0);

  scale = MIN (scale, AFT_FIGURE_PNG_MAX_SIDE / MAX (width, height));
  scale = MIN (scale, sqrt ((double) AFT_FIGURE_PNG_MAX_AREA / (width * height)));

  return scale >= LEAST_SCALE ? scale : 0;
}

/**
 * aft_figure_png_write_whys:
 * @report: a report
 * @error: why it failed
 *
 * Draws the whys of all problems, whole and one below the other, with two pixels to a point where there
 * is room for that. The same report always gives the same bytes.
 *
 * Returns: (transfer full) (nullable): a picture as PNG; %NULL with %G_IO_ERROR_NOT_FOUND where there is
 *   no problem, and with %G_IO_ERROR_MESSAGE_TOO_LARGE where it could not be read
 */
GBytes *
aft_figure_png_write_whys (AftReport  *report,
                           GError    **error)
{
  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return write_sheet (report, aft_figure_sheet_new_whys (report, error), error);
}

/**
 * aft_figure_png_write_timeline:
 * @report: a report
 * @error: why it failed
 *
 * Draws the timeline, as many strips as it takes one below the other, with two pixels to a point where
 * there is room for that. The same report always gives the same bytes.
 *
 * Returns: (transfer full) (nullable): a picture as PNG; %NULL with %G_IO_ERROR_NOT_FOUND where there is
 *   no event whose time is known, and with %G_IO_ERROR_MESSAGE_TOO_LARGE where it could not be read
 */
GBytes *
aft_figure_png_write_timeline (AftReport  *report,
                               GError    **error)
{
  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return write_sheet (report, aft_figure_sheet_new_timeline (report, error), error);
}

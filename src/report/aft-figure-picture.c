/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

#include "aft-cairo-memory.h"
#include "aft-figure-picture.h"

/* More would only make the file larger: about 300 to the inch over the width of a page. */
#define MAX_PIXELS 2400

/* A picture that claims to be larger is not decoded at all, for it is decoded as a whole before it is made
 * smaller: this area takes 400 MB. */
#define MAX_CLAIMED      20000
#define MAX_CLAIMED_AREA (100 * 1000 * 1000)

typedef struct
{
  cairo_surface_t *surface;
  RsvgHandle      *svg;
  PangoLayout     *broken;
  double           scale;
  double           density;     /* pixels of the surface for one of 96 to the inch */
} Picture;

static Picture *
picture_new (void)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->density = 1;
  return picture;
}

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_clear_object (&picture->svg);
  g_clear_object (&picture->broken);
  g_free (picture);
}

static void
limit_size (GdkPixbufLoader *loader,
            int              width,
            int              height,
            gpointer         user_data)
{
  const int longest = MAX (width, height);

  /* The loaders fail of no size, before they take memory. */
  if (longest > MAX_CLAIMED || (gint64) width * height > MAX_CLAIMED_AREA)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (longest > MAX_PIXELS)
    gdk_pixbuf_loader_set_size (loader, MAX (width * MAX_PIXELS / longest, 1), MAX (height * MAX_PIXELS / longest, 1));
}

static cairo_surface_t *
create_surface (GdkPixbuf *pixbuf)
{
  const int width = gdk_pixbuf_get_width (pixbuf);
  const int height = gdk_pixbuf_get_height (pixbuf);
  const int channels = gdk_pixbuf_get_n_channels (pixbuf);
  const gboolean alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width,
                                                         height);
  guchar *to = cairo_image_surface_get_data (surface);

  if (to == NULL)
    return surface;

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guchar *from = gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
      guchar *row = to + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

      for (int x = 0; x < width; x++, from += channels)
        {
          const guint a = alpha ? from[3] : 255;
          const guint32 pixel = (a << 24) | ((from[0] * a + 127) / 255 << 16) | ((from[1] * a + 127) / 255 << 8) |
                                ((from[2] * a + 127) / 255);

          memcpy (row + x * 4, &pixel, 4);
        }
    }
  cairo_surface_mark_dirty (surface);

  return surface;
}

static gboolean
is_jpeg (const AftFigureData *data)
{
  return g_strcmp0 (data->media_type, "image/jpeg") == 0;
}

static gboolean
is_svg (const AftFigureData *data)
{
  return g_strcmp0 (data->media_type, "image/svg+xml") == 0;
}

static GdkPixbuf *
load_pixbuf (const AftFigureData *data)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (is_jpeg (data) ? "jpeg" : "png", NULL);
  GdkPixbuf *pixbuf;
  gsize size;
  const guchar *bytes = g_bytes_get_data (data->picture, &size);
  gboolean loaded;

  if (loader == NULL || size == 0)
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (limit_size), NULL);
  loaded = gdk_pixbuf_loader_write (loader, bytes, size, NULL);
  loaded = gdk_pixbuf_loader_close (loader, NULL) && loaded;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!loaded || pixbuf == NULL)
    return NULL;

  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

static cairo_surface_t *
load_raster (const AftFigureData *data)
{
  g_autoptr(GdkPixbuf) pixbuf = load_pixbuf (data);

  return pixbuf != NULL ? create_surface (pixbuf) : NULL;
}

/* Without a base address it can't reach for any other file. */
static RsvgHandle *
load_svg (const AftFigureData *data)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (data->picture, &size);

  return size > 0 ? rsvg_handle_new_from_data (bytes, size, NULL) : NULL;
}

static void
draw_picture (AftPanel *panel,
              cairo_t  *cr)
{
  Picture *picture = panel->data;

  cairo_save (cr);
  if (picture->broken != NULL)
    {
      aft_style_set_color (cr, AFT_COLOR_HAIRLINE);
      cairo_set_line_width (cr, 0.8);
      cairo_rectangle (cr, 0.4, 0.4, panel->width - 0.8, panel->height - 0.8);
      cairo_stroke (cr);
      aft_style_set_color (cr, AFT_COLOR_QUIET);
      cairo_move_to (cr, 10, 10);
      pango_cairo_show_layout (cr, picture->broken);
    }
  else if (picture->svg != NULL)
    {
      const RsvgRectangle viewport = { 0, 0, panel->width, panel->height };

      cairo_rectangle (cr, 0, 0, panel->width, panel->height);
      cairo_clip (cr);
      rsvg_handle_render_document (picture->svg, cr, &viewport, NULL);
    }
  else
    {
      cairo_rectangle (cr, 0, 0, panel->width, panel->height);
      cairo_clip (cr);
      cairo_scale (cr, picture->scale, picture->scale);
      cairo_set_source_surface (cr, picture->surface, 0, 0);
      cairo_paint (cr);
    }
  cairo_restore (cr);
}

static gboolean
get_size (Picture *picture,
          double  *width,
          double  *height)
{
  if (picture->surface != NULL)
    {
      /* 96 to the inch, as on a screen. */
      *width = cairo_image_surface_get_width (picture->surface) * 0.75 / picture->density;
      *height = cairo_image_surface_get_height (picture->surface) * 0.75 / picture->density;
    }
  else if (picture->svg != NULL)
    {
      gboolean has_box = FALSE;
      RsvgRectangle box = { 0, 0, 0, 0 };

      if (rsvg_handle_get_intrinsic_size_in_pixels (picture->svg, width, height))
        {
          *width *= 0.75;
          *height *= 0.75;
        }
      else
        {
          rsvg_handle_get_intrinsic_dimensions (picture->svg, NULL, NULL, NULL, NULL, &has_box, &box);
          *width = has_box ? box.width * 0.75 : 300;
          *height = has_box ? box.height * 0.75 : 200;
        }
    }

  return isfinite (*width) && isfinite (*height) && *width >= 1 && *height >= 1 && *width < 1e6 && *height < 1e6;
}

/* A drawing as the pixels that are seen, two for one where there is room. */
static void
flatten_drawing (Picture *picture)
{
  double width = 0;
  double height = 0;
  RsvgRectangle viewport = { 0, 0, 0, 0 };
  cairo_t *cr;

  if (picture->svg == NULL)
    return;
  if (!get_size (picture, &width, &height))
    {
      g_clear_object (&picture->svg);
      return;
    }

  picture->density = MIN (2, MAX_PIXELS / MAX (width / 0.75, height / 0.75));
  viewport.width = MAX (floor (width / 0.75 * picture->density), 1);
  viewport.height = MAX (floor (height / 0.75 * picture->density), 1);
  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) viewport.width, (int) viewport.height);
  cr = cairo_create (picture->surface);
  rsvg_handle_render_document (picture->svg, cr, &viewport, NULL);
  cairo_destroy (cr);
  g_clear_object (&picture->svg);
}

/**
 * aft_figure_picture_add_panels:
 * @data: a picture
 * @context: for text
 * @width: how wide it may be
 * @max_height: how high it may be
 * @panels: (element-type AftPanel): where to
 *
 * Adds the picture, scaled down where it doesn't fit. What can't be read is said.
 */
void
aft_figure_picture_add_panels (const AftFigureData *data,
                               PangoContext        *context,
                               double               width,
                               double               max_height,
                               GPtrArray           *panels)
{
  Picture *picture = picture_new ();
  double own_width = 0;
  double own_height = 0;

  if (data->picture != NULL)
    {
      if (is_svg (data))
        picture->svg = load_svg (data);
      else
        picture->surface = load_raster (data);
      if (data->flattened)
        flatten_drawing (picture);
    }

  if (get_size (picture, &own_width, &own_height))
    {
      const double fit = MIN (1, MIN (width / own_width, max_height / own_height));

      picture->scale = fit * 0.75 / picture->density;
      g_ptr_array_add (panels, aft_panel_new (own_width * fit, own_height * fit, draw_picture, picture, picture_free));
      return;
    }

  picture->broken = aft_style_create_text (context, AFT_STYLE_NOTE, data->words->broken_picture, width - 20,
                                           AFT_ALIGN_START);
  g_ptr_array_add (panels, aft_panel_new (width, 34, draw_picture, picture, picture_free));
}

/* Written anew: what a camera puts beside a picture, such as where it was taken, stays behind. */
static GBytes *
encode_raster (const AftFigureData *data,
               double              *width,
               double              *height)
{
  g_autoptr(GdkPixbuf) pixbuf = load_pixbuf (data);
  char *buffer = NULL;
  gsize size = 0;
  gboolean written;

  if (pixbuf == NULL)
    return NULL;

  written = is_jpeg (data) ? gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "jpeg", NULL, "quality", "90", NULL)
                           : gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "png", NULL, NULL);
  if (!written)
    return NULL;

  *width = gdk_pixbuf_get_width (pixbuf);
  *height = gdk_pixbuf_get_height (pixbuf);
  return g_bytes_new_take (buffer, size);
}

static GBytes *
check_svg (const AftFigureData *data,
           double              *width,
           double              *height)
{
  Picture picture = { .svg = load_svg (data), .density = 1 };
  gboolean readable = FALSE;

  if (picture.svg != NULL)
    readable = get_size (&picture, width, height);
  g_clear_object (&picture.svg);
  if (!readable)
    return NULL;

  *width /= 0.75;
  *height /= 0.75;
  return g_bytes_ref (data->picture);
}

static GBytes *
encode_drawing (const AftFigureData *data,
                double              *width,
                double              *height)
{
  Picture *picture = picture_new ();
  GBytes *encoded = NULL;

  picture->svg = load_svg (data);
  flatten_drawing (picture);
  if (get_size (picture, width, height) && picture->surface != NULL)
    {
      GByteArray *bytes = g_byte_array_new ();

      cairo_surface_write_to_png_stream (picture->surface, aft_cairo_append_bytes, bytes);
      encoded = g_byte_array_free_to_bytes (bytes);
      *width /= 0.75;
      *height /= 0.75;
    }
  picture_free (picture);

  return encoded;
}

/**
 * aft_figure_picture_encode:
 * @data: a picture
 * @media_type: (out): what the bytes are
 * @width: (out): in pixels, of which 96 make an inch
 * @height: (out): in pixels
 *
 * An SVG comes back as it is, unless it is to be flattened: it is for a place that shows pictures alone, and
 * runs or fetches nothing.
 *
 * Returns: (transfer full) (nullable): the picture for a file that holds its pictures; %NULL where it
 *   can't be read
 */
GBytes *
aft_figure_picture_encode (const AftFigureData  *data,
                           const char          **media_type,
                           double               *width,
                           double               *height)
{
  g_return_val_if_fail (data != NULL && data->kind == AFT_FIGURE_PICTURE, NULL);

  *media_type = is_svg (data) && !data->flattened ? "image/svg+xml" : is_jpeg (data) ? "image/jpeg" : "image/png";
  *width = 0;
  *height = 0;
  if (data->picture == NULL)
    return NULL;

  if (is_svg (data))
    return data->flattened ? encode_drawing (data, width, height) : check_svg (data, width, height);

  return encode_raster (data, width, height);
}

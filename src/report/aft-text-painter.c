/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-text-painter.h"

typedef struct
{
  gboolean   colored;
  PangoColor color;
  gboolean   struck;
} Look;

typedef struct
{
  AftTextTaker take;
  gpointer     user_data;
} Diversion;

static const cairo_user_data_key_t diversion_key;

static Look
get_look (const PangoItem *item)
{
  Look look = { FALSE };

  for (GSList *at = item->analysis.extra_attrs; at != NULL; at = at->next)
    {
      PangoAttribute *attribute = at->data;

      if (attribute->klass->type == PANGO_ATTR_FOREGROUND)
        {
          look.colored = TRUE;
          look.color = ((PangoAttrColor *) attribute)->color;
        }
      else if (attribute->klass->type == PANGO_ATTR_STRIKETHROUGH)
        look.struck = ((PangoAttrInt *) attribute)->value != 0;
    }

  return look;
}

static void
draw_glyphs (cairo_t        *cr,
             const char     *text,
             PangoGlyphItem *item,
             double          x,
             double          baseline,
             double          width)
{
  const Look look = get_look (item->item);

  cairo_save (cr);
  if (look.colored)
    cairo_set_source_rgb (cr, look.color.red / 65535.0, look.color.green / 65535.0, look.color.blue / 65535.0);
  cairo_move_to (cr, x, baseline);
  pango_cairo_show_glyph_item (cr, text, item);

  if (look.struck)
    {
      PangoFontMetrics *metrics = pango_font_get_metrics (item->item->analysis.font, NULL);
      const double position = (double) pango_font_metrics_get_strikethrough_position (metrics) / PANGO_SCALE;
      const double thickness = MAX ((double) pango_font_metrics_get_strikethrough_thickness (metrics) / PANGO_SCALE,
                                    0.5);

      pango_font_metrics_unref (metrics);
      cairo_rectangle (cr, x, baseline - position, width, thickness);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static AftColor
get_ink (cairo_t    *cr,
         const Look *look)
{
  double red = 0;
  double green = 0;
  double blue = 0;

  if (look->colored)
    return aft_style_find_color (look->color.red / 65535.0, look->color.green / 65535.0, look->color.blue / 65535.0);

  cairo_pattern_get_rgba (cairo_get_source (cr), &red, &green, &blue, NULL);
  return aft_style_find_color (red, green, blue);
}

static PangoFontDescription *
dup_font (PangoLayout *layout,
          int          index)
{
  PangoFontDescription *font = pango_font_description_copy (pango_layout_get_font_description (layout));
  PangoAttrIterator *iter = pango_attr_list_get_iterator (pango_layout_get_attributes (layout));
  int end;

  do
    pango_attr_iterator_range (iter, NULL, &end);
  while (end <= index && pango_attr_iterator_next (iter));
  pango_attr_iterator_get_font (iter, font, NULL, NULL);
  pango_attr_iterator_destroy (iter);

  return font;
}

/* The texts of a drawing are of one look each, so the first run speaks for the line. */
static void
divert_line (cairo_t               *cr,
             const Diversion       *diversion,
             PangoLayout           *layout,
             const PangoLayoutLine *line,
             double                 x,
             double                 baseline,
             double                 width)
{
  const PangoGlyphItem *first = line->runs != NULL ? line->runs->data : NULL;
  AftPaintedLine painted = { pango_layout_get_text (layout) + line->start_index, (gsize) line->length };
  PangoFontDescription *font;
  double zero = 0;
  Look look;

  if (first == NULL)
    return;

  look = get_look (first->item);
  font = dup_font (layout, line->start_index);
  painted.rightward = line->resolved_dir != PANGO_DIRECTION_RTL;
  painted.x = x;
  painted.baseline = baseline;
  painted.width = width;
  painted.size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  painted.strong = pango_font_description_get_weight (font) >= PANGO_WEIGHT_SEMIBOLD;
  painted.emphasised = pango_font_description_get_style (font) != PANGO_STYLE_NORMAL;
  painted.struck = look.struck;
  painted.color = get_ink (cr, &look);
  pango_font_description_free (font);

  cairo_user_to_device (cr, &painted.x, &painted.baseline);
  cairo_user_to_device_distance (cr, &painted.width, &zero);
  cairo_user_to_device_distance (cr, &painted.size, &zero);
  diversion->take (&painted, diversion->user_data);
}

/* Pango drops the blank at which a line is broken. Without one, who reads a PDF aloud or takes its text out
 * joins the words at both sides. */
static void
draw_blank (cairo_t   *cr,
            PangoItem *last,
            double     x,
            double     baseline)
{
  PangoGlyphString *glyphs = pango_glyph_string_new ();
  PangoItem blank = *last;
  PangoGlyphItem item = { &blank, glyphs };

  blank.offset = 0;
  blank.length = 1;
  blank.num_chars = 1;
  pango_shape (" ", 1, &last->analysis, glyphs);
  cairo_move_to (cr, x, baseline);
  pango_cairo_show_glyph_item (cr, " ", &item);
  pango_glyph_string_free (glyphs);
}

static gboolean
ends_with_blank (PangoLayout     *layout,
                 PangoLayoutLine *line)
{
  return line->length > 0 && pango_layout_get_text (layout)[line->start_index + line->length - 1] == ' ';
}

/* Draws the line at which @iter stands. */
static void
draw_line (cairo_t         *cr,
           PangoLayout     *layout,
           PangoLayoutIter *iter,
           double           x,
           double           y,
           double           leading,
           AftPageTags     *tags,
           GHashTable      *anchors)
{
  const Diversion *diversion = cairo_get_user_data (cr, &diversion_key);
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  PangoRectangle logical;
  double baseline;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  x += (double) logical.x / PANGO_SCALE;
  pango_layout_line_get_extents (line, NULL, &logical);
  baseline = y + (leading - (double) logical.height / PANGO_SCALE) / 2 - (double) logical.y / PANGO_SCALE;

  if (diversion != NULL)
    {
      divert_line (cr, diversion, layout, line, x, baseline, (double) logical.width / PANGO_SCALE);
      return;
    }

  for (GSList *at = line->runs; at != NULL; at = at->next)
    {
      PangoGlyphItem *item = at->data;
      const double width = (double) pango_glyph_string_get_width (item->glyphs) / PANGO_SCALE;
      const char *link = tags != NULL ? aft_style_get_link (layout, item->item->offset) : NULL;

      if (link != NULL)
        aft_page_tags_begin_link (tags, link, anchors);
      else if (tags != NULL)
        aft_page_tags_resume (tags);
      draw_glyphs (cr, pango_layout_get_text (layout), item, x, baseline, width);
      x += width;
      if (tags != NULL && at->next == NULL && ends_with_blank (layout, line))
        draw_blank (cr, item->item, x, baseline);
    }
}

/**
 * aft_text_painter_divert:
 * @cr: a context
 * @take: (scope forever): gets each line
 * @user_data: for @take
 *
 * From now on no text is drawn with this context; each line is handed over instead, for a writer that has
 * text of its own.
 */
void
aft_text_painter_divert (cairo_t      *cr,
                         AftTextTaker  take,
                         gpointer      user_data)
{
  Diversion *diversion = g_new0 (Diversion, 1);

  diversion->take = take;
  diversion->user_data = user_data;
  if (cairo_set_user_data (cr, &diversion_key, diversion, g_free) != CAIRO_STATUS_SUCCESS)
    g_free (diversion);
}

/**
 * aft_text_painter_draw_line:
 * @cr: where to, with the ink of the text
 * @layout: from aft_style_create_layout()
 * @line: which line of it
 * @x: left edge of the text
 * @y: top of the line
 * @leading: height of the line
 * @tags: (nullable): the elements of a PDF
 * @anchors: (nullable): the names of all places
 *
 * Draws a line run by run, so that links are elements of their own.
 */
void
aft_text_painter_draw_line (cairo_t     *cr,
                            PangoLayout *layout,
                            guint        line,
                            double       x,
                            double       y,
                            double       leading,
                            AftPageTags *tags,
                            GHashTable  *anchors)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  for (guint i = 0; i < line; i++)
    pango_layout_iter_next_line (iter);
  draw_line (cr, layout, iter, x, y, leading, tags, anchors);
  pango_layout_iter_free (iter);
}

/**
 * aft_text_painter_draw:
 * @cr: where to, with the ink of the text
 * @layout: from aft_style_create_layout()
 * @x: left edge
 * @y: top
 * @leading: height of a line
 *
 * Draws all lines.
 */
void
aft_text_painter_draw (cairo_t     *cr,
                       PangoLayout *layout,
                       double       x,
                       double       y,
                       double       leading)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint i = 0;

  do
    draw_line (cr, layout, iter, x, y + i++ * leading, leading, NULL, NULL);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/**
 * aft_text_painter_get_width:
 * @layout: a layout
 * @line: which line of it
 *
 * Returns: how wide the line is, in points
 */
double
aft_text_painter_get_width (PangoLayout *layout,
                            guint        line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, (int) line), NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

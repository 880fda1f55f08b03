/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "aft-cairo-memory.h"
#include "aft-figure-picture.h"
#include "aft-figure-timeline.h"
#include "aft-figure-tree.h"
#include "aft-html-figure.h"
#include "aft-html-text.h"
#include "aft-text-painter.h"

/* Pixels: the column of the page. */
#define COLUMN 864.0

/* Pixels a point. What is a little too wide is drawn a little smaller before it has to be moved. */
#define SCALE 1.7
#define LEAST_SCALE 1.45

/* Points. */
#define MARGIN 1.0
#define STRIP_WIDTH (COLUMN / SCALE - 2 * MARGIN - 1)

/* What the style of the page calls the inks. */
static const char *const inks[AFT_N_COLORS] = {
  [AFT_COLOR_TEXT] = "text",
  [AFT_COLOR_QUIET] = "quiet",
  [AFT_COLOR_ACCENT] = "accent",
  [AFT_COLOR_ALERT] = "alert",
  [AFT_COLOR_LINE] = "line",
  [AFT_COLOR_HAIRLINE] = "hairline",
  [AFT_COLOR_TINT] = "tint",
  [AFT_COLOR_PAPER] = "paper",
  [AFT_COLOR_DETECTION] = "detection",
  [AFT_COLOR_DIAGNOSIS] = "diagnosis",
  [AFT_COLOR_MITIGATION] = "mitigation",
  [AFT_COLOR_RESOLUTION] = "resolution",
};

static void
append_number (GString    *out,
               const char *name,
               double      value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  /* A hundredth of a point is finer than anybody sees; no minus before a zero. */
  g_ascii_formatd (number, sizeof number, "%.2f", value + 0.0);
  g_string_append_printf (out, " %s=\"%s\"", name, number);
}

/* Letters stay letters: they can be found and copied, and weigh little. Each line takes the width that
 * was measured, whatever font the reader has. */
static void
take_line (const AftPaintedLine *line,
           gpointer              user_data)
{
  GString *out = user_data;
  g_autofree char *text = g_strndup (line->text, line->length);

  if (g_strchomp (text)[0] == '\0')
    return;

  g_string_append (out, "<text");
  append_number (out, "x", line->rightward ? line->x : line->x + line->width);
  append_number (out, "y", line->baseline);
  append_number (out, "textLength", line->width);
  g_string_append (out, " lengthAdjust=\"spacingAndGlyphs\"");
  if (!line->rightward)
    g_string_append (out, " direction=\"rtl\"");
  append_number (out, "font-size", line->size);
  if (line->strong)
    g_string_append (out, " font-weight=\"bold\"");
  if (line->emphasised)
    g_string_append (out, " font-style=\"italic\"");
  if (line->struck)
    g_string_append (out, " text-decoration=\"line-through\"");
  g_string_append_printf (out, " fill=\"var(--%s)\">", inks[line->color]);
  aft_html_append_text (out, text);
  g_string_append (out, "</text>\n");
}

static gboolean
name_ink (const GMatchInfo *match,
          GString          *result,
          gpointer          data)
{
  double parts[3];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = g_match_info_fetch (match, (int) i + 1);

      parts[i] = g_ascii_strtod (part, NULL) / 100;
    }
  g_string_append_printf (result, "var(--%s)", inks[aft_style_find_color (parts[0], parts[1], parts[2])]);

  return FALSE;
}

/* The shapes of an SVG from cairo, each version of which has a notation of its own: without the root,
 * without names, which would clash with those of the next figure, without what is so by default, and in
 * the inks of the page, be it light or dark. */
static char *
dup_shapes (const GString *svg)
{
  static const char *const defaults[] = {
    "fill-rule:nonzero;", "fill-opacity:1;", "stroke-opacity:1;", "stroke-linecap:butt;", "stroke-linejoin:miter;",
    " fill-rule=\"nonzero\"", " fill-opacity=\"1\"", " stroke-opacity=\"1\"", " stroke-linecap=\"butt\"",
    " stroke-linejoin=\"miter\"",
  };
  g_autoptr(GRegex) names = g_regex_new (" id=\"[^\"]*\"", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr(GRegex) colors = g_regex_new ("rgb\\(([0-9.]+)%, ?([0-9.]+)%, ?([0-9.]+)%\\)", G_REGEX_OPTIMIZE, 0, NULL);
  const char *root = strstr (svg->str, "<svg ");
  const char *start = root != NULL ? strchr (root, '>') : NULL;
  const char *end = g_strrstr (svg->str, "</svg>");
  g_autoptr(GString) shapes = NULL;
  g_autofree char *nameless = NULL;

  g_assert (start != NULL && end != NULL && start < end);

  shapes = g_string_new_len (start + 1, end - start - 1);
  for (gsize i = 0; i < G_N_ELEMENTS (defaults); i++)
    g_string_replace (shapes, defaults[i], "", 0);
  nameless = g_regex_replace_literal (names, shapes->str, (gssize) shapes->len, 0, "", 0, NULL);

  return g_regex_replace_eval (colors, nameless, -1, 0, 0, name_ink, NULL, NULL);
}

static void
append_panel (GString  *out,
              AftPanel *panel)
{
  const double width = ceil (panel->width + 2 * MARGIN);
  const double height = ceil (panel->height + 2 * MARGIN);
  const double scale = CLAMP (COLUMN / width, LEAST_SCALE, SCALE);
  g_autoptr(GString) svg = g_string_new (NULL);
  g_autoptr(GString) texts = g_string_new (NULL);
  g_autofree char *shapes = NULL;
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (aft_cairo_append_text, svg, width, height);
  cairo_t *cr = cairo_create (surface);

  aft_text_painter_divert (cr, take_line, texts);
  cairo_translate (cr, MARGIN, MARGIN);
  panel->draw (panel, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  shapes = dup_shapes (svg);

  g_string_append_printf (out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" "
                               "height=\"%.0f\">\n%s\n%s</svg>\n",
                          width, height, floor (width * scale), floor (height * scale), g_strstrip (shapes),
                          texts->str);
}

/**
 * aft_html_append_drawing:
 * @out: a page
 * @data: a timeline or a tree
 * @context: from aft_style_create_context()
 *
 * Adds the figure as the pages draw it, in the inks of the page: a tree in one piece, a timeline as
 * strips between which paper may break.
 */
void
aft_html_append_drawing (GString             *out,
                         const AftFigureData *data,
                         PangoContext        *context)
{
  g_autoptr(GPtrArray) panels = aft_panels_new ();

  g_return_if_fail (out != NULL);
  g_return_if_fail (data != NULL && data->kind != AFT_FIGURE_PICTURE);

  if (data->kind == AFT_FIGURE_TIMELINE)
    aft_figure_timeline_add_panels (data, context, STRIP_WIDTH, AFT_PANEL_UNBOUNDED, panels);
  else
    aft_figure_tree_add_panels (data, context, AFT_PANEL_UNBOUNDED, AFT_PANEL_UNBOUNDED, panels);

  if (panels->len == 0)
    return;

  g_string_append (out, "<div class=\"drawing\" role=\"img\"");
  if (data->alternative != NULL)
    aft_html_append_attribute (out, "aria-label", data->alternative);
  g_string_append (out, ">\n");
  for (guint i = 0; i < panels->len; i++)
    append_panel (out, g_ptr_array_index (panels, i));
  g_string_append (out, "</div>\n");
}

/**
 * aft_html_append_picture:
 * @out: a page
 * @data: a picture of the document
 *
 * Adds the picture within the page itself, and as a picture only: an SVG of a stranger is no part of the
 * page's own markup.
 */
void
aft_html_append_picture (GString             *out,
                         const AftFigureData *data)
{
  const char *media_type;
  double width;
  double height;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *base64 = NULL;

  g_return_if_fail (out != NULL);
  g_return_if_fail (data != NULL && data->kind == AFT_FIGURE_PICTURE);

  bytes = aft_figure_picture_encode (data, &media_type, &width, &height);
  if (bytes == NULL)
    {
      g_string_append (out, "<p class=\"broken\">");
      aft_html_append_text (out, data->words->broken_picture);
      if (data->alternative != NULL && data->alternative[0] != '\0')
        {
          g_string_append (out, "<br/>");
          aft_html_append_text (out, data->alternative);
        }
      g_string_append (out, "</p>\n");
      return;
    }

  base64 = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_string_append_printf (out, "<img width=\"%.0f\" height=\"%.0f\"", MAX (width, 1), MAX (height, 1));
  aft_html_append_attribute (out, "alt", data->alternative != NULL ? data->alternative : "");
  g_string_append_printf (out, " src=\"data:%s;base64,%s\"/>\n", media_type, base64);
}

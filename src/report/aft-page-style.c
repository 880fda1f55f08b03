/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <math.h>
#include <string.h>

#include "aft-page-style.h"

/* Families with fixed weights, which every cairo embeds as they are. */
#define TEXT_FAMILY "Source Sans 3, Noto Sans, Open Sans, Liberation Sans, Nimbus Sans, DejaVu Sans, sans-serif"
#define CODE_FAMILY "Source Code Pro, Noto Sans Mono, Liberation Mono, DejaVu Sans Mono, monospace"

typedef struct
{
  double       size;
  double       leading;
  PangoWeight  weight;
  AftColor     color;
  gboolean     code;
} StyleRow;

static const StyleRow rows[AFT_N_STYLES] = {
  [AFT_STYLE_KICKER] = { 8.5, 12, PANGO_WEIGHT_BOLD, AFT_COLOR_ACCENT },
  [AFT_STYLE_TITLE] = { 25, 30, PANGO_WEIGHT_BOLD, AFT_COLOR_TEXT },
  [AFT_STYLE_HEADING_2] = { 16, 20, PANGO_WEIGHT_BOLD, AFT_COLOR_TEXT },
  [AFT_STYLE_HEADING_3] = { 12, 16, PANGO_WEIGHT_BOLD, AFT_COLOR_TEXT },
  [AFT_STYLE_HEADING_4] = { 10.2, 14.5, PANGO_WEIGHT_BOLD, AFT_COLOR_TEXT },
  [AFT_STYLE_LEAD] = { 12.5, 18, PANGO_WEIGHT_NORMAL, AFT_COLOR_TEXT },
  [AFT_STYLE_BODY] = { 10.2, 14.5, PANGO_WEIGHT_NORMAL, AFT_COLOR_TEXT },
  [AFT_STYLE_LABEL] = { 10.2, 14.5, PANGO_WEIGHT_BOLD, AFT_COLOR_TEXT },
  [AFT_STYLE_NOTE] = { 8.8, 12.5, PANGO_WEIGHT_NORMAL, AFT_COLOR_QUIET },
  [AFT_STYLE_CODE] = { 8.4, 12, PANGO_WEIGHT_NORMAL, AFT_COLOR_TEXT, TRUE },
  [AFT_STYLE_CAPTION] = { 8.8, 12.5, PANGO_WEIGHT_NORMAL, AFT_COLOR_QUIET },
  [AFT_STYLE_CELL] = { 9.2, 12.6, PANGO_WEIGHT_NORMAL, AFT_COLOR_TEXT },
  [AFT_STYLE_CELL_HEAD] = { 8.4, 12, PANGO_WEIGHT_BOLD, AFT_COLOR_QUIET },
  [AFT_STYLE_FACT_NAME] = { 9.2, 13.6, PANGO_WEIGHT_NORMAL, AFT_COLOR_QUIET },
  [AFT_STYLE_FACT_VALUE] = { 9.2, 13.6, PANGO_WEIGHT_NORMAL, AFT_COLOR_TEXT },
  [AFT_STYLE_TILE_NAME] = { 8, 11, PANGO_WEIGHT_NORMAL, AFT_COLOR_QUIET },
  [AFT_STYLE_TILE_VALUE] = { 12.5, 16, PANGO_WEIGHT_BOLD, AFT_COLOR_TEXT },
  [AFT_STYLE_RUNNING] = { 8, 11, PANGO_WEIGHT_NORMAL, AFT_COLOR_QUIET },
  [AFT_STYLE_FIGURE] = { 7.4, 9.4, PANGO_WEIGHT_NORMAL, AFT_COLOR_TEXT },
  [AFT_STYLE_FIGURE_STRONG] = { 7.4, 9.4, PANGO_WEIGHT_BOLD, AFT_COLOR_TEXT },
};

static const double inks[AFT_N_COLORS][3] = {
  [AFT_COLOR_TEXT] = { 0, 0, 0 },
  [AFT_COLOR_QUIET] = { 0.33, 0.33, 0.35 },
  [AFT_COLOR_ACCENT] = { 0.10, 0.27, 0.53 },
  [AFT_COLOR_ALERT] = { 0.65, 0.08, 0.12 },
  [AFT_COLOR_LINE] = { 0.45, 0.45, 0.47 },
  [AFT_COLOR_HAIRLINE] = { 0.80, 0.80, 0.82 },
  [AFT_COLOR_TINT] = { 0.95, 0.95, 0.96 },
  [AFT_COLOR_PAPER] = { 1, 1, 1 },
  [AFT_COLOR_DETECTION] = { 0.72, 0.72, 0.72 },
  [AFT_COLOR_DIAGNOSIS] = { 0.84, 0.84, 0.84 },
  [AFT_COLOR_MITIGATION] = { 0.78, 0.78, 0.78 },
  [AFT_COLOR_RESOLUTION] = { 0.90, 0.90, 0.90 },
};

typedef struct
{
  int   start;
  int   end;
  char *link;
} LinkSpan;

static void
link_span_free (gpointer data)
{
  LinkSpan *span = data;

  g_free (span->link);
  g_free (span);
}

static G_DEFINE_QUARK (aft-style-links, aft_style_links)

/**
 * aft_style_get_size:
 * @style: a style
 *
 * Returns: its size in points
 */
double
aft_style_get_size (AftTextStyle style)
{
  return rows[style].size;
}

/**
 * aft_style_get_leading:
 * @style: a style
 *
 * Returns: from line to line, in points
 */
double
aft_style_get_leading (AftTextStyle style)
{
  return rows[style].leading;
}

/**
 * aft_style_get_color:
 * @style: a style
 *
 * Returns: its ink
 */
AftColor
aft_style_get_color (AftTextStyle style)
{
  return rows[style].color;
}

/**
 * aft_style_set_color:
 * @cr: a context
 * @color: an ink
 */
void
aft_style_set_color (cairo_t  *cr,
                     AftColor  color)
{
  cairo_set_source_rgb (cr, inks[color][0], inks[color][1], inks[color][2]);
}

/**
 * aft_style_find_color:
 * @red: from 0 to 1
 * @green: from 0 to 1
 * @blue: from 0 to 1
 *
 * Returns: the ink that comes nearest, for writers that name inks instead of mixing them
 */
AftColor
aft_style_find_color (double red,
                      double green,
                      double blue)
{
  AftColor best = AFT_COLOR_TEXT;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < AFT_N_COLORS; i++)
    {
      const double distance = pow (inks[i][0] - red, 2) + pow (inks[i][1] - green, 2) + pow (inks[i][2] - blue, 2);

      if (distance < least)
        {
          least = distance;
          best = i;
        }
    }

  return best;
}

/**
 * aft_style_create_context:
 * @language: the language of the report
 *
 * Text is measured in points, without hints for any screen, so that pages break the same wherever
 * they are shown.
 *
 * Returns: (transfer full): a context with a font map of its own
 */
PangoContext *
aft_style_create_context (const char *language)
{
  g_autoptr(PangoFontMap) map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  if (map == NULL)
    map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);

  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));

  return context;
}

static PangoFontDescription *
create_font (AftTextStyle style)
{
  const StyleRow *row = &rows[style];
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, row->code ? CODE_FAMILY : TEXT_FAMILY);
  pango_font_description_set_weight (font, row->weight);
  pango_font_description_set_size (font, (int) (row->size * PANGO_SCALE));

  return font;
}

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               gsize           start,
               gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static PangoAttribute *
new_color_attribute (AftColor color)
{
  const double *ink = inks[color];

  return pango_attr_foreground_new ((guint16) (ink[0] * 65535), (guint16) (ink[1] * 65535),
                                    (guint16) (ink[2] * 65535));
}

static void
add_attributes (PangoAttrList *attributes,
                const AftRun  *run,
                AftTextStyle   style,
                gsize          start,
                gsize          end)
{
  if ((run->style & (AFT_RUN_STRONG | AFT_RUN_LABEL)) != 0)
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if ((run->style & AFT_RUN_EMPHASIS) != 0)
    add_attribute (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  if ((run->style & AFT_RUN_STRUCK) != 0)
    add_attribute (attributes, pango_attr_strikethrough_new (TRUE), start, end);
  if ((run->style & AFT_RUN_CODE) != 0)
    {
      add_attribute (attributes, pango_attr_family_new (CODE_FAMILY), start, end);
      add_attribute (attributes, pango_attr_size_new ((int) (rows[style].size * 0.88 * PANGO_SCALE)), start, end);
    }
  if ((run->style & AFT_RUN_ALERT) != 0)
    add_attribute (attributes, new_color_attribute (AFT_COLOR_ALERT), start, end);
  else if (run->link != NULL)
    add_attribute (attributes, new_color_attribute (AFT_COLOR_ACCENT), start, end);
  else if ((run->style & AFT_RUN_QUIET) != 0)
    add_attribute (attributes, new_color_attribute (AFT_COLOR_QUIET), start, end);
}

static PangoLayout *
create_layout (PangoContext  *context,
               AftTextStyle   style,
               const char    *text,
               PangoAttrList *attributes,
               double         width,
               AftAlign       align)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = create_font (style);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, align == AFT_ALIGN_CENTER ? PANGO_ALIGN_CENTER
                                      : align == AFT_ALIGN_END  ? PANGO_ALIGN_RIGHT
                                                                : PANGO_ALIGN_LEFT);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static PangoAttrList *
create_attributes (AftTextStyle style)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  /* A hyphen that nobody wrote would come out when the text is copied. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  /* And so would the letters of a ligature, as one. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  if (style == AFT_STYLE_KICKER)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (1.2 * PANGO_SCALE)));

  return attributes;
}

/**
 * aft_style_create_layout:
 * @context: from aft_style_create_context()
 * @style: what the text is
 * @runs: (nullable): the text
 * @width: where lines end, in points; negative for nowhere
 * @align: how lines stand
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *
aft_style_create_layout (PangoContext  *context,
                         AftTextStyle   style,
                         const AftRuns *runs,
                         double         width,
                         AftAlign       align)
{
  g_autoptr(GString) text = g_string_new (NULL);
  PangoAttrList *attributes = create_attributes (style);
  GPtrArray *links = NULL;
  PangoLayout *layout;

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const AftRun *run = g_ptr_array_index (runs, i);
      const gsize start = text->len;

      if ((run->style & AFT_RUN_BREAK) != 0)
        {
          g_string_append_c (text, '\n');
          continue;
        }

      g_string_append (text, run->text);
      add_attributes (attributes, run, style, start, text->len);
      if (run->link != NULL)
        {
          LinkSpan *span = g_new0 (LinkSpan, 1);

          span->start = (int) start;
          span->end = (int) text->len;
          span->link = g_strdup (run->link);
          if (links == NULL)
            links = g_ptr_array_new_with_free_func (link_span_free);
          g_ptr_array_add (links, span);
        }
    }

  layout = create_layout (context, style, text->str, attributes, width, align);
  pango_attr_list_unref (attributes);
  if (links != NULL)
    g_object_set_qdata_full (G_OBJECT (layout), aft_style_links_quark (), links, (GDestroyNotify) g_ptr_array_unref);

  return layout;
}

/**
 * aft_style_create_text:
 * @context: from aft_style_create_context()
 * @style: what the text is
 * @text: the text
 * @width: where lines end, in points; negative for nowhere
 * @align: how lines stand
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *
aft_style_create_text (PangoContext *context,
                       AftTextStyle  style,
                       const char   *text,
                       double        width,
                       AftAlign      align)
{
  PangoAttrList *attributes = create_attributes (style);
  PangoLayout *layout = create_layout (context, style, text, attributes, width, align);

  pango_attr_list_unref (attributes);
  return layout;
}

/**
 * aft_style_get_link:
 * @layout: from aft_style_create_layout()
 * @offset: a byte of its text
 *
 * Returns: (transfer none) (nullable): where that leads
 */
const char *
aft_style_get_link (PangoLayout *layout,
                    int          offset)
{
  GPtrArray *links = g_object_get_qdata (G_OBJECT (layout), aft_style_links_quark ());

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const LinkSpan *span = g_ptr_array_index (links, i);

      if (offset >= span->start && offset < span->end)
        return span->link;
    }

  return NULL;
}

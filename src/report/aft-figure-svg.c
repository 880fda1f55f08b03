/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "aft-figure-svg.h"
#include "aft-figure-timeline.h"
#include "aft-figure-tree.h"
#include "aft-outline-writer.h"
#include "aft-plain-text.h"
#include "aft-section.h"
#include "aft-text-painter.h"

/* Points. */
#define MARGIN 16.0
#define GAP 28.0
#define NOTE_GAP 8.0
#define TIMELINE_WIDTH 900.0

/* Always to memory, where it can't fail: cairo 1.16 crashes when it is told that writing failed. */
static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  g_string_append_len (closure, (const char *) data, length);

  return CAIRO_STATUS_SUCCESS;
}

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
finish (AftReport  *report,
        GString    *svg,
        const char *title,
        const char *description)
{
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
  append_element (out, "title", title);
  append_element (out, "desc", description);
  g_string_append (out, end + 1 + strspn (end + 1, "\n"));

  length = out->len;
  return g_bytes_new_take (g_string_free (out, FALSE), length);
}

static void
draw_panels (cairo_t         *cr,
             const GPtrArray *panels,
             PangoLayout     *note)
{
  double y = MARGIN;

  aft_style_set_color (cr, AFT_COLOR_PAPER);
  cairo_paint (cr);
  for (guint i = 0; i < panels->len; i++)
    {
      AftPanel *panel = g_ptr_array_index (panels, i);

      cairo_save (cr);
      cairo_translate (cr, MARGIN, y);
      panel->draw (panel, cr);
      cairo_restore (cr);
      y += panel->height + GAP;
    }
  if (note != NULL)
    {
      aft_style_set_color (cr, AFT_COLOR_QUIET);
      aft_text_painter_draw (cr, note, MARGIN, y - GAP + NOTE_GAP, aft_style_get_leading (AFT_STYLE_FIGURE));
    }
}

static GBytes *
write_panels (AftReport        *report,
              const GPtrArray  *panels,
              PangoLayout      *note,
              const char       *title,
              const char       *description,
              GError          **error)
{
  g_autoptr(GString) svg = g_string_new (NULL);
  double width = note != NULL ? aft_text_painter_get_width (note, 0) : 0;
  double height = 2 * MARGIN - GAP;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  for (guint i = 0; i < panels->len; i++)
    {
      const AftPanel *panel = g_ptr_array_index (panels, i);

      width = MAX (width, panel->width);
      height += panel->height + GAP;
    }
  if (note != NULL)
    height += NOTE_GAP + aft_style_get_leading (AFT_STYLE_FIGURE);

  surface = cairo_svg_surface_create_for_stream (write_bytes, svg, ceil (width + 2 * MARGIN), ceil (height));
  cr = cairo_create (surface);
  draw_panels (cr, panels, note);
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

  return finish (report, svg, title, description);
}

static char *
dup_title (AftReport      *report,
           AftSectionKind  kind)
{
  return g_strdup_printf ("%s: %s", aft_report_get_words (report)->sections[kind], aft_report_get_title (report));
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
  g_autoptr(GPtrArray) panels = NULL;
  g_autoptr(GObject) context = NULL;
  g_autofree char *title = NULL;
  g_autofree char *outline = NULL;
  const GPtrArray *trees;

  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  trees = aft_report_get_trees (report);
  if (trees->len == 0)
    {
      /* Translators: stands behind the name of a file and a colon. */
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("this edition has no whys"));
      return NULL;
    }

  panels = aft_panels_new ();
  context = G_OBJECT (aft_style_create_context (aft_report_get_language (report)));
  for (guint i = 0; i < trees->len; i++)
    aft_figure_tree_add_panels (g_ptr_array_index (trees, i), PANGO_CONTEXT (context), AFT_PANEL_UNBOUNDED,
                                AFT_PANEL_UNBOUNDED, panels);
  title = dup_title (report, AFT_SECTION_ANALYSIS);
  outline = aft_outline_write (report);

  return write_panels (report, panels, NULL, title, outline, error);
}

static void
append_event (GString                *out,
              const AftTimelineEntry *entry,
              const AftReportWords   *words)
{
  g_autofree char *text = aft_plain_text_clean (entry->text);
  const char *when = entry->moment != NULL ? entry->moment : entry->when;
  const char *separator = " (";

  g_string_append_printf (out, "%s: %s", when, text[0] != '\0' ? text : words->unknown);
  for (guint i = 0; i < G_N_ELEMENTS (words->key_moments); i++)
    if ((entry->key_moments & (1u << i)) != 0)
      {
        g_string_append_printf (out, "%s%s", separator, words->key_moments[i]);
        separator = " · ";
      }
  if (entry->planned)
    {
      g_string_append_printf (out, "%s%s", separator, words->planned);
      separator = " · ";
    }
  if (entry->effect != AFT_EFFECT_NOT_ASSESSED)
    {
      g_string_append_printf (out, "%s%s", separator, words->effects[entry->effect]);
      separator = " · ";
    }
  g_string_append (out, separator[1] == '(' ? "\n" : ")\n");
}

static char *
dup_events (const AftFigureData *timeline)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < timeline->entries->len; i++)
    append_event (out, g_ptr_array_index (timeline->entries, i), timeline->words);
  if (timeline->zone_note != NULL)
    g_string_append (out, timeline->zone_note);

  return g_string_free (out, FALSE);
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
  g_autoptr(GPtrArray) panels = NULL;
  g_autoptr(GObject) context = NULL;
  g_autoptr(GObject) note = NULL;
  g_autofree char *title = NULL;
  g_autofree char *events = NULL;
  const AftFigureData *timeline;

  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  timeline = aft_report_get_timeline (report);
  if (timeline == NULL)
    {
      /* Translators: stands behind the name of a file and a colon. */
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _("this edition has no events whose time is known"));
      return NULL;
    }

  panels = aft_panels_new ();
  context = G_OBJECT (aft_style_create_context (aft_report_get_language (report)));
  aft_figure_timeline_add_panels (timeline, PANGO_CONTEXT (context), TIMELINE_WIDTH, AFT_PANEL_UNBOUNDED, panels);
  if (timeline->zone_note != NULL)
    note = G_OBJECT (aft_style_create_text (PANGO_CONTEXT (context), AFT_STYLE_FIGURE, timeline->zone_note, -1,
                                            AFT_ALIGN_START));
  title = dup_title (report, AFT_SECTION_TIMELINE);
  events = dup_events (timeline);

  return write_panels (report, panels, PANGO_LAYOUT (note), title, events, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "aft-figure-sheet.h"
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

/**
 * AftFigureSheet:
 *
 * The whys or the timeline alone, as a picture that stands on no page: how large it is, how to draw it,
 * and what it shows in words.
 */
struct _AftFigureSheet
{
  AftReport   *report;        /* owned: what the panels are drawn from */
  GPtrArray   *panels;        /* owned, of AftPanel, one below the other */
  PangoLayout *note;          /* owned, nullable: stands below the last */
  char        *title;         /* owned */
  char        *description;   /* owned */
  double       width;
  double       height;
};

static void
measure (AftFigureSheet *self)
{
  double width = self->note != NULL ? aft_text_painter_get_width (self->note, 0) : 0;
  double height = 2 * MARGIN - GAP;

  for (guint i = 0; i < self->panels->len; i++)
    {
      const AftPanel *panel = g_ptr_array_index (self->panels, i);

      width = MAX (width, panel->width);
      height += panel->height + GAP;
    }
  if (self->note != NULL)
    height += NOTE_GAP + aft_style_get_leading (AFT_STYLE_FIGURE);

  self->width = ceil (width + 2 * MARGIN);
  self->height = ceil (height);
}

static AftFigureSheet *
sheet_new (AftReport     *report,
           AftSectionKind kind)
{
  AftFigureSheet *self = g_new0 (AftFigureSheet, 1);

  self->report = aft_report_ref (report);
  self->panels = aft_panels_new ();
  self->title = g_strdup_printf ("%s: %s", aft_report_get_words (report)->sections[kind],
                                 aft_report_get_title (report));

  return self;
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
 * aft_figure_sheet_new_whys:
 * @report: a report
 * @error: why there is nothing to draw
 *
 * Lays out the whys of all problems, whole and one below the other.
 *
 * Returns: (transfer full) (nullable): a picture; %NULL with %G_IO_ERROR_NOT_FOUND where there is no
 *   problem
 */
AftFigureSheet *
aft_figure_sheet_new_whys (AftReport  *report,
                           GError    **error)
{
  AftFigureSheet *self;
  g_autoptr(GObject) context = NULL;
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

  self = sheet_new (report, AFT_SECTION_ANALYSIS);
  context = G_OBJECT (aft_style_create_context (aft_report_get_language (report)));
  for (guint i = 0; i < trees->len; i++)
    aft_figure_tree_add_panels (g_ptr_array_index (trees, i), PANGO_CONTEXT (context), AFT_PANEL_UNBOUNDED,
                                AFT_PANEL_UNBOUNDED, self->panels);
  self->description = aft_outline_write (report);
  measure (self);

  return self;
}

/**
 * aft_figure_sheet_new_timeline:
 * @report: a report
 * @error: why there is nothing to draw
 *
 * Lays out the timeline, as many strips as it takes one below the other.
 *
 * Returns: (transfer full) (nullable): a picture; %NULL with %G_IO_ERROR_NOT_FOUND where there is no
 *   event whose time is known
 */
AftFigureSheet *
aft_figure_sheet_new_timeline (AftReport  *report,
                               GError    **error)
{
  AftFigureSheet *self;
  g_autoptr(GObject) context = NULL;
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

  self = sheet_new (report, AFT_SECTION_TIMELINE);
  context = G_OBJECT (aft_style_create_context (aft_report_get_language (report)));
  aft_figure_timeline_add_panels (timeline, PANGO_CONTEXT (context), TIMELINE_WIDTH, AFT_PANEL_UNBOUNDED,
                                  self->panels);
  if (timeline->zone_note != NULL)
    self->note = aft_style_create_text (PANGO_CONTEXT (context), AFT_STYLE_FIGURE, timeline->zone_note, -1,
                                        AFT_ALIGN_START);
  self->description = dup_events (timeline);
  measure (self);

  return self;
}

/**
 * aft_figure_sheet_free:
 * @self: (transfer full): a picture
 */
void
aft_figure_sheet_free (AftFigureSheet *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->panels);
  g_clear_object (&self->note);
  g_free (self->title);
  g_free (self->description);
  aft_report_unref (self->report);
  g_free (self);
}

/**
 * aft_figure_sheet_get_size:
 * @self: a picture
 * @width: (out): how wide it is, in whole points
 * @height: (out): how high it is, in whole points
 */
void
aft_figure_sheet_get_size (const AftFigureSheet *self,
                           double               *width,
                           double               *height)
{
  g_return_if_fail (self != NULL);

  *width = self->width;
  *height = self->height;
}

/**
 * aft_figure_sheet_get_title:
 * @self: a picture
 *
 * Returns: (transfer none): what it is
 */
const char *
aft_figure_sheet_get_title (const AftFigureSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * aft_figure_sheet_get_description:
 * @self: a picture
 *
 * Returns: (transfer none): what it shows, in words: a screen reader reads it, and a search finds it
 */
const char *
aft_figure_sheet_get_description (const AftFigureSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->description;
}

/**
 * aft_figure_sheet_draw:
 * @self: a picture
 * @cr: where to
 *
 * Draws it on a ground of paper, so that it can be read wherever it is shown.
 */
void
aft_figure_sheet_draw (AftFigureSheet *self,
                       cairo_t        *cr)
{
  double y = MARGIN;

  g_return_if_fail (self != NULL);

  aft_style_set_color (cr, AFT_COLOR_PAPER);
  cairo_paint (cr);
  for (guint i = 0; i < self->panels->len; i++)
    {
      AftPanel *panel = g_ptr_array_index (self->panels, i);

      cairo_save (cr);
      cairo_translate (cr, MARGIN, y);
      panel->draw (panel, cr);
      cairo_restore (cr);
      y += panel->height + GAP;
    }
  if (self->note != NULL)
    {
      aft_style_set_color (cr, AFT_COLOR_QUIET);
      aft_text_painter_draw (cr, self->note, MARGIN, y - GAP + NOTE_GAP, aft_style_get_leading (AFT_STYLE_FIGURE));
    }
}

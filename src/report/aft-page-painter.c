/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <math.h>

#include "aft-page-painter.h"
#include "aft-text-painter.h"

typedef struct
{
  AftPages    *pages;
  guint        page;
  cairo_t     *cr;
  AftPageTags *tags;
} Painter;

static void
move_to_tag (Painter *self,
             AftTag  *tag)
{
  if (self->tags != NULL && tag != NULL)
    aft_page_tags_move (self->tags, tag);
}

/* What is written next, with its links, belongs there. */
static void
enter_tag (Painter *self,
           AftTag  *tag)
{
  if (self->tags != NULL && tag != NULL)
    aft_page_tags_enter (self->tags, tag);
}

/* What is drawn next is not for reading aloud. */
static void
move_aside (Painter *self)
{
  if (self->tags != NULL)
    aft_page_tags_move (self->tags, NULL);
}

static void
draw_rule (Painter  *self,
           double    x,
           double    y,
           double    width,
           double    thickness,
           AftColor  color)
{
  move_aside (self);
  aft_style_set_color (self->cr, color);
  cairo_rectangle (self->cr, x, y - thickness / 2, width, thickness);
  cairo_fill (self->cr);
}

static void
draw_running (Painter    *self,
              const char *text,
              double      y,
              AftAlign    align)
{
  const double width = self->pages->width - 2 * AFT_PAGE_MARGIN_SIDE;
  g_autoptr(PangoLayout) layout = aft_style_create_text (self->pages->flow->context, AFT_STYLE_RUNNING, text, width,
                                                         align);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  aft_style_set_color (self->cr, AFT_COLOR_QUIET);
  aft_text_painter_draw_line (self->cr, layout, 0, AFT_PAGE_MARGIN_SIDE, y,
                              aft_style_get_leading (AFT_STYLE_RUNNING), NULL, NULL);
}

/* The title above, but not over itself; the number of the page below. */
static void
draw_margins (Painter *self)
{
  const AftReportWords *words = aft_report_get_words (self->pages->report);
  const double width = self->pages->width - 2 * AFT_PAGE_MARGIN_SIDE;
  g_autofree char *number = g_strdup_printf ("%u", self->page + 1);
  g_autofree char *total = g_strdup_printf ("%u", self->pages->pages->len);
  g_autofree char *text = aft_words_fill (words->page_of, number, total, NULL);

  move_aside (self);
  if (self->page > 0)
    {
      draw_running (self, aft_report_get_title (self->pages->report), AFT_PAGE_HEAD_Y, AFT_ALIGN_START);
      draw_rule (self, AFT_PAGE_MARGIN_SIDE, AFT_PAGE_HEAD_Y + 15, width, 0.4, AFT_COLOR_HAIRLINE);
    }
  draw_running (self, text, self->pages->height - AFT_PAGE_FOOT_Y - 8, AFT_ALIGN_END);
}

static gboolean
lies_behind (const AftDecor *decor,
             const AftBox   *box)
{
  for (const AftDecor *at = box->decor; at != NULL; at = at->parent)
    if (at == decor)
      return TRUE;

  return FALSE;
}

/* What lies behind a box; also behind the space above it where the box before lies there too. */
static void
draw_decor (Painter            *self,
            const AftPlacedBox *placed,
            const AftPlacedBox *before)
{
  for (const AftDecor *decor = placed->box->decor; decor != NULL; decor = decor->parent)
    {
      double top = placed->y;

      if (before != NULL && lies_behind (decor, before->box))
        top = before->y + before->box->height;

      move_aside (self);
      aft_style_set_color (self->cr, decor->filled ? AFT_COLOR_TINT : decor->strong ? AFT_COLOR_LINE
                                                                                    : AFT_COLOR_HAIRLINE);
      cairo_rectangle (self->cr, decor->x, top, decor->width, placed->y + placed->box->height - top);
      cairo_fill (self->cr);
    }
}

static void
draw_check (Painter *self,
            AftTag  *tag,
            AftCheck check,
            double   x,
            double   y,
            double   leading)
{
  const double size = 7.5;
  const double top = y + (leading - size) / 2;

  move_to_tag (self, tag);
  aft_style_set_color (self->cr, AFT_COLOR_TEXT);
  cairo_set_line_width (self->cr, 0.7);
  cairo_rectangle (self->cr, x + 0.5, top, size, size);
  cairo_stroke (self->cr);
  if (check != AFT_CHECK_DONE)
    return;

  cairo_set_line_width (self->cr, 1.2);
  cairo_move_to (self->cr, x + 2, top + size * 0.5);
  cairo_line_to (self->cr, x + 3.7, top + size * 0.78);
  cairo_line_to (self->cr, x + 7, top + size * 0.2);
  cairo_stroke (self->cr);
}

static void
draw_marker (Painter            *self,
             const AftPlacedBox *placed)
{
  const AftBox *box = placed->box;
  const double leading = box->leading > 0 ? box->leading : aft_style_get_leading (AFT_STYLE_BODY);

  if (box->check != AFT_CHECK_NONE)
    draw_check (self, box->marker_tag, box->check, box->marker_x, placed->y, leading);
  if (box->marker == NULL)
    return;

  move_to_tag (self, box->marker_tag);
  aft_style_set_color (self->cr, AFT_COLOR_TEXT);
  aft_text_painter_draw_line (self->cr, box->marker, 0, box->marker_x, placed->y, leading, NULL, NULL);
}

static void
draw_line (Painter            *self,
           const AftPlacedBox *placed)
{
  const AftBox *box = placed->box;

  enter_tag (self, box->tag);
  aft_style_set_color (self->cr, box->color);
  aft_text_painter_draw_line (self->cr, box->layout, box->line, box->x, placed->y, box->leading, self->tags,
                              self->pages->anchors);
}

static void
draw_row (Painter            *self,
          const AftPlacedBox *placed)
{
  const AftBox *box = placed->box;

  if (box->line_above > 0)
    draw_rule (self, box->x, placed->y, box->width, box->line_above, AFT_COLOR_LINE);

  for (guint i = 0; box->cells != NULL && i < box->cells->len; i++)
    {
      const AftCell *cell = g_ptr_array_index (box->cells, i);
      double y = placed->y + cell->y;

      /* A head that is said again is not for reading aloud. */
      if (placed->repeated)
        move_aside (self);
      else
        enter_tag (self, cell->tag);
      for (guint line = cell->first_line; line < cell->first_line + cell->n_lines; line++)
        {
          const double height = aft_flow_line_height (pango_layout_get_line_readonly (cell->layout, (int) line),
                                                      cell->leading);

          aft_style_set_color (self->cr, cell->color);
          aft_text_painter_draw_line (self->cr, cell->layout, line, cell->x, y, height,
                                      placed->repeated ? NULL : self->tags, self->pages->anchors);
          y += height;
        }
    }

  if (box->line_below > 0)
    draw_rule (self, box->x, placed->y + box->height, box->width, box->line_below,
               box->line_below > 0.5 ? AFT_COLOR_LINE : AFT_COLOR_HAIRLINE);
}

static void
draw_panel (Painter            *self,
            const AftPlacedBox *placed)
{
  AftPanel *panel = placed->box->panel;

  move_to_tag (self, placed->box->tag);
  cairo_save (self->cr);
  cairo_translate (self->cr, placed->box->x, placed->y);
  cairo_scale (self->cr, placed->box->width / panel->width, placed->box->width / panel->width);
  panel->draw (panel, self->cr);
  cairo_restore (self->cr);
}

/* A line of the contents: the heading, dots, the page. */
static void
draw_entry (Painter            *self,
            const AftPlacedBox *placed)
{
  const AftBox *box = placed->box;
  const AftPageHeading *heading = &g_array_index (self->pages->headings, AftPageHeading, box->target);
  g_autofree char *number = g_strdup_printf ("%u", heading->page + 1);
  g_autoptr(PangoLayout) layout = aft_style_create_text (self->pages->flow->context, AFT_STYLE_BODY, number, -1,
                                                         AFT_ALIGN_START);
  g_autofree char *name = aft_page_tags_heading_name (box->target);
  g_autofree char *link = g_strconcat ("#", name, NULL);
  const double number_width = aft_text_painter_get_width (layout, 0);
  const double from = box->x + aft_text_painter_get_width (box->layout, 0) + 6;
  const double to = box->x + box->width - number_width - 6;

  enter_tag (self, box->tag);
  if (self->tags != NULL)
    aft_page_tags_begin_link (self->tags, link, NULL);
  aft_style_set_color (self->cr, AFT_COLOR_TEXT);
  aft_text_painter_draw_line (self->cr, box->layout, 0, box->x, placed->y, box->height, NULL, NULL);
  aft_text_painter_draw_line (self->cr, layout, 0, box->x + box->width - number_width, placed->y, box->height, NULL,
                              NULL);
  move_aside (self);
  aft_style_set_color (self->cr, AFT_COLOR_LINE);
  for (double x = ceil (from / 4) * 4; x < to; x += 4)
    cairo_rectangle (self->cr, x, placed->y + box->height * 0.68, 0.7, 0.7);
  cairo_fill (self->cr);
}

static void
name_places (Painter            *self,
             const AftPlacedBox *placed,
             guint              *heading)
{
  const AftBox *box = placed->box;

  if (placed->repeated)
    return;

  if (box->level > 0)
    {
      while (*heading < self->pages->headings->len &&
             g_array_index (self->pages->headings, AftPageHeading, *heading).box != box)
        (*heading)++;
      if (self->tags != NULL)
        {
          g_autofree char *name = aft_page_tags_heading_name (*heading);

          aft_page_tags_add_place (self->tags, name, box->x, placed->y - 8);
        }
    }

  for (guint i = 0; self->tags != NULL && box->anchors != NULL && i < box->anchors->len; i++)
    {
      g_autofree char *name = g_strconcat ("anchor.", g_ptr_array_index (box->anchors, i), NULL);

      aft_page_tags_add_place (self->tags, name, box->x, placed->y - 8);
    }
}

static void
draw_box (Painter            *self,
          const AftPlacedBox *placed)
{
  const AftBox *box = placed->box;

  switch (box->kind)
    {
    case AFT_BOX_LINE:
      draw_line (self, placed);
      break;
    case AFT_BOX_ROW:
      draw_row (self, placed);
      break;
    case AFT_BOX_PANEL:
      draw_panel (self, placed);
      break;
    case AFT_BOX_ENTRY:
      draw_entry (self, placed);
      break;
    case AFT_BOX_RULE:
    default:
      if (box->line_above > 0)
        draw_rule (self, box->x, placed->y, box->width, box->line_above, AFT_COLOR_LINE);
      break;
    }
}

/**
 * aft_page_painter_draw:
 * @pages: pages
 * @page: which
 * @cr: where to
 * @tags: (nullable): the elements of a PDF, to be told what is drawn
 */
void
aft_page_painter_draw (AftPages    *pages,
                       guint        page,
                       cairo_t     *cr,
                       AftPageTags *tags)
{
  const GArray *boxes = g_ptr_array_index (pages->pages, page);
  const AftPlacedBox *before = NULL;
  Painter self = { pages, page, cr, tags };
  guint heading = 0;

  cairo_save (cr);
  draw_margins (&self);
  for (guint i = 0; i < boxes->len; i++)
    {
      const AftPlacedBox *placed = &g_array_index (boxes, AftPlacedBox, i);

      /* Grounds first, or one would cover the letters that reach into it from above. */
      draw_decor (&self, placed, before);
      name_places (&self, placed, &heading);
      draw_marker (&self, placed);
      draw_box (&self, placed);
      before = placed;
    }
  cairo_restore (cr);
}

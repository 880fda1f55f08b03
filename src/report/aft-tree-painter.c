/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-figure-tree-private.h"
#include "aft-text-painter.h"

static void
draw_edge (const AftTreePart *part,
           cairo_t           *cr,
           const AftRect     *from,
           const AftRect     *to,
           gboolean           stacked)
{
  if (stacked)
    {
      const double spine = to->x - AFT_TREE_STACK_INDENT;
      const double start = from->x + from->width / 2;
      const double top = from->y + from->height;

      cairo_move_to (cr, start, top);
      cairo_line_to (cr, start, top + 6.5);
      cairo_line_to (cr, spine, top + 6.5);
      cairo_line_to (cr, spine, to->y + to->height / 2);
      cairo_line_to (cr, to->x, to->y + to->height / 2);
    }
  else if (part->orientation == AFT_TREE_TOP_DOWN)
    {
      const double start = from->x + from->width / 2;
      const double end = to->x + to->width / 2;
      const double top = from->y + from->height;
      const double middle = to->y - 6.5;

      cairo_move_to (cr, start, top);
      cairo_line_to (cr, start, middle);
      cairo_line_to (cr, end, middle);
      cairo_line_to (cr, end, to->y);
    }
  else
    {
      const double start = from->y + from->height / 2;
      const double end = to->y + to->height / 2;
      const double middle = to->x - 7;

      cairo_move_to (cr, from->x + from->width, start);
      cairo_line_to (cr, middle, start);
      cairo_line_to (cr, middle, end);
      cairo_line_to (cr, to->x, end);
    }
  cairo_stroke (cr);
}

static void
draw_edges (const AftTreePart *part,
            cairo_t           *cr)
{
  aft_style_set_color (cr, AFT_COLOR_LINE);
  cairo_set_line_width (cr, 0.7);
  for (guint i = 0; i < part->boxes->len; i++)
    {
      const AftTreeBox *box = &g_array_index (part->boxes, AftTreeBox, i);

      if (box->parent != AFT_TREE_NO_PARENT)
        draw_edge (part, cr, &g_array_index (part->boxes, AftTreeBox, box->parent).rect, &box->rect, box->stacked);
    }
}

/* States differ without colour: a full line, a broken one, a struck text. */
static void
draw_frame (const AftTreeBox *box,
            cairo_t          *cr)
{
  static const double broken[] = { 3, 2 };
  static const double dotted[] = { 0.8, 1.8 };
  const AftRect *rect = &box->rect;
  const gboolean problem = box->entry->kind == AFT_TREE_PROBLEM;

  cairo_rectangle (cr, rect->x + 0.5, rect->y + 0.5, rect->width - 1, rect->height - 1);
  aft_style_set_color (cr, problem ? AFT_COLOR_TINT : AFT_COLOR_PAPER);
  cairo_fill_preserve (cr);

  aft_style_set_color (cr, box->entry->state == AFT_ANSWER_CONFIRMED || problem ? AFT_COLOR_TEXT : AFT_COLOR_LINE);
  cairo_set_line_width (cr, problem ? 1.2 : 0.8);
  if (box->entry->kind == AFT_TREE_MISSING || (!problem && box->entry->state == AFT_ANSWER_RULED_OUT))
    cairo_set_dash (cr, dotted, G_N_ELEMENTS (dotted), 0);
  else if (!problem && box->entry->state == AFT_ANSWER_POSSIBLE)
    cairo_set_dash (cr, broken, G_N_ELEMENTS (broken), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  if (box->entry->factor)
    {
      aft_style_set_color (cr, AFT_COLOR_TEXT);
      cairo_rectangle (cr, rect->x, rect->y, 2.4, rect->height);
      cairo_fill (cr);
    }
}

static void
draw_join (const AftTreePart *part,
           const AftTreeBox  *box,
           cairo_t           *cr)
{
  const AftRect *rect = &box->rect;
  const double leading = aft_style_get_leading (AFT_STYLE_FIGURE_STRONG);
  g_autoptr(PangoLayout) layout = aft_style_create_text (part->context, AFT_STYLE_FIGURE_STRONG,
                                                         part->words->join_signs[box->entry->join], -1,
                                                         AFT_ALIGN_START);
  const double width = aft_text_painter_get_width (layout, 0) + 10;
  const double x = rect->x + (rect->width - width) / 2;
  const double y = rect->y + rect->height - AFT_TREE_JOIN_HEIGHT + 1;
  const double radius = (AFT_TREE_JOIN_HEIGHT - 2) / 2;

  cairo_new_path (cr);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  aft_style_set_color (cr, AFT_COLOR_TEXT);
  cairo_fill (cr);
  aft_style_set_color (cr, AFT_COLOR_PAPER);
  aft_text_painter_draw (cr, layout, x + 5, y + radius - leading / 2, leading);
}

static void
draw_box (const AftTreePart *part,
          const AftTreeBox  *box,
          cairo_t           *cr)
{
  const double leading = aft_style_get_leading (AFT_STYLE_FIGURE);
  const gboolean boxed = box->entry->kind != AFT_TREE_QUESTION;
  const double x = box->rect.x + AFT_TREE_PADDING;
  double y = box->rect.y + (boxed ? AFT_TREE_PADDING : 2);

  if (boxed)
    draw_frame (box, cr);
  else
    {
      aft_style_set_color (cr, AFT_COLOR_PAPER);
      cairo_rectangle (cr, box->rect.x, box->rect.y, box->rect.width, box->rect.height);
      cairo_fill (cr);
    }

  if (box->head != NULL)
    {
      aft_style_set_color (cr, AFT_COLOR_QUIET);
      aft_text_painter_draw (cr, box->head, x, y, leading);
      y += leading * pango_layout_get_line_count (box->head);
    }
  aft_style_set_color (cr, AFT_COLOR_TEXT);
  aft_text_painter_draw (cr, box->text, x, y, leading);
  y += leading * pango_layout_get_line_count (box->text);
  if (box->foot != NULL)
    {
      aft_style_set_color (cr, AFT_COLOR_ACCENT);
      aft_text_painter_draw (cr, box->foot, x, y, leading);
    }
  if (box->entry->join != AFT_JOIN_OPEN)
    draw_join (part, box, cr);
}

/**
 * aft_tree_part_draw:
 * @panel: a panel whose data is a part of a tree
 * @cr: where to
 */
void
aft_tree_part_draw (AftPanel *panel,
                    cairo_t  *cr)
{
  AftTreePart *part = panel->data;

  cairo_save (cr);
  cairo_scale (cr, part->scale, part->scale);
  if (part->title != NULL)
    {
      aft_style_set_color (cr, AFT_COLOR_ACCENT);
      aft_text_painter_draw (cr, part->title, 0, 0, aft_style_get_leading (AFT_STYLE_FIGURE_STRONG));
    }
  draw_edges (part, cr);
  for (guint i = 0; i < part->boxes->len; i++)
    draw_box (part, &g_array_index (part->boxes, AftTreeBox, i), cr);
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-answer.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-canvas-private.h"

/* The connectors, what is too small to be read, and where a dragged branch would land. */

/* A branch smaller than this is one spot, in pixels. */
#define SPOT 4

/* A block smaller than this has no words, in pixels. */
#define WORDS_WIDTH 48
#define WORDS_HEIGHT 15

/* How many connectors to boxes out of sight are drawn from one box. */
#define MAX_CONNECTORS 64

/* Of the first words of a text. */
#define MAX_WORDS 80

typedef struct
{
  AftWhysCanvas *canvas;
  GtkSnapshot   *snapshot;
  cairo_t       *cr;
  GdkRGBA        color;
  GdkRGBA        problem;
  GdkRGBA        factor;
  GdkRGBA        accent;
  AftRect        sight;
  guint          last_parent;
  guint          n_connectors;
} Drawing;

static gboolean
is_ruled_out (AftItem *item)
{
  return AFT_IS_ANSWER (item) && aft_answer_get_state (AFT_ANSWER (item)) == AFT_ANSWER_RULED_OUT;
}

static gboolean
is_mirrored (AftWhysCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
set_color (Drawing *self,
           double   alpha)
{
  cairo_set_source_rgba (self->cr, self->color.red, self->color.green, self->color.blue, self->color.alpha * alpha);
}

static void
draw_dashed (cairo_t *cr,
             gboolean dashed)
{
  static const double dashes[] = { 4, 4 };

  cairo_set_dash (cr, dashes, dashed ? 2 : 0, 0);
}

/* To one of several that stand one behind the other: across the gap, along the line beside them, and in. */
static void
draw_bus (Drawing       *self,
          const AftRect *from,
          const AftRect *to)
{
  cairo_t *cr = self->cr;

  if (self->canvas->arrangement == AFT_WHYS_DOWN)
    {
      const double bus = to->x - AFT_WHYS_STACK_INDENT;
      const double middle = to->y + to->height / 2;
      const double half = from->y + from->height + 20 * aft_whys_measure_get_style (self->canvas->measure)->unit;

      cairo_move_to (cr, from->x + from->width / 2, from->y + from->height);
      cairo_line_to (cr, from->x + from->width / 2, half);
      cairo_line_to (cr, bus, half);
      cairo_line_to (cr, bus, middle);
      cairo_line_to (cr, to->x, middle);
    }
  else
    {
      const gboolean forward = to->x >= from->x;
      const double bus = to->y - AFT_WHYS_STACK_INDENT;
      const double middle = to->x + to->width / 2;
      const double edge = forward ? from->x + from->width : from->x;
      const double half = edge + (forward ? 1 : -1) * 20 * aft_whys_measure_get_style (self->canvas->measure)->unit;

      cairo_move_to (cr, edge, from->y + from->height / 2);
      cairo_line_to (cr, half, from->y + from->height / 2);
      cairo_line_to (cr, half, bus);
      cairo_line_to (cr, middle, bus);
      cairo_line_to (cr, middle, to->y);
    }
}

/* From the edge of the one to the edge of the other; answers that stand one behind the other hang on a line beside them. */
static void
draw_connector (Drawing            *self,
                const AftRect      *from,
                const AftRect      *to,
                const AftWhysPlace *place)
{
  cairo_t *cr = self->cr;

  draw_dashed (cr, is_ruled_out (place->item));
  set_color (self, aft_whys_view_is_faint (self->canvas->view, place->item) ? 0.15 : 0.55);
  if (place->stacked)
    {
      draw_bus (self, from, to);
    }
  else if (self->canvas->arrangement == AFT_WHYS_DOWN)
    {
      const double x1 = from->x + from->width / 2;
      const double x2 = to->x + to->width / 2;
      const double y1 = from->y + from->height;
      const double bend = (to->y - y1) / 2;

      cairo_move_to (cr, x1, y1);
      cairo_curve_to (cr, x1, y1 + bend, x2, to->y - bend, x2, to->y);
    }
  else
    {
      const gboolean forward = to->x >= from->x;
      const double x1 = forward ? from->x + from->width : from->x;
      const double x2 = forward ? to->x : to->x + to->width;
      const double y1 = from->y + from->height / 2;
      const double y2 = to->y + to->height / 2;
      const double bend = (x2 - x1) / 2;

      cairo_move_to (cr, x1, y1);
      cairo_curve_to (cr, x1 + bend, y1, x2 - bend, y2, x2, y2);
    }
  cairo_stroke (cr);
}

/* In an outline, a thin line leads from a row down to those that belong to it. */
static void
draw_rail (Drawing            *self,
           const AftRect      *from,
           const AftRect      *to,
           const AftWhysPlace *place)
{
  const gboolean mirrored = is_mirrored (self->canvas);
  const double x = mirrored ? from->x + from->width - 10 : from->x + 10;
  const double end = mirrored ? to->x + to->width : to->x;
  const double y = to->y + 14;

  draw_dashed (self->cr, is_ruled_out (place->item));
  set_color (self, aft_whys_view_is_faint (self->canvas->view, place->item) ? 0.1 : 0.25);
  cairo_move_to (self->cr, x, from->y + 26);
  cairo_line_to (self->cr, x, y);
  cairo_line_to (self->cr, end, y);
  cairo_stroke (self->cr);
}

static void
connect_place (guint    index,
               gboolean whole,
               gpointer user_data)
{
  Drawing *self = user_data;
  const AftWhysPlace *place = aft_whys_tree_get (self->canvas->tree, index);
  AftRect from;
  AftRect to;

  if (place->parent == AFT_WHYS_NONE || place->item == (self->canvas->drag_started ? self->canvas->dragged : NULL))
    return;
  if (place->parent != self->last_parent)
    {
      self->last_parent = place->parent;
      self->n_connectors = 0;
    }
  /* A thousand connectors that leave the picture at the same edge say no more than a few. */
  if (!aft_rect_intersects (&self->sight, &place->rect) && self->n_connectors++ > MAX_CONNECTORS)
    return;

  from = aft_whys_canvas_get_shown_rect (self->canvas, place->parent);
  to = aft_whys_canvas_get_shown_rect (self->canvas, index);
  if (self->canvas->arrangement == AFT_WHYS_OUTLINE)
    draw_rail (self, &from, &to, place);
  else
    draw_connector (self, &from, &to, place);
}

static void
draw_join (guint    index,
           gboolean whole,
           gpointer user_data)
{
  Drawing *self = user_data;
  const AftWhysPlace *place = aft_whys_tree_get (self->canvas->tree, index);
  const AftRect rect = aft_whys_canvas_get_shown_rect (self->canvas, index);
  g_autoptr(PangoLayout) layout = NULL;
  g_autoptr(PangoAttrList) attributes = NULL;
  GdkRGBA ground;
  AftJoin join;
  int width;
  int height;
  double x;
  double y;

  if (whole || !AFT_IS_QUESTION (place->item))
    return;
  join = aft_question_get_join (AFT_QUESTION (place->item));
  if (join == AFT_JOIN_OPEN || g_list_model_get_n_items (aft_question_get_answers (AFT_QUESTION (place->item))) < 2)
    return;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->canvas), join == AFT_JOIN_AND
    /* Translators: all answers to a question were needed; stands where the connectors branch */
    ? C_("join", "AND")
    /* Translators: each answer to a question suffices; stands where the connectors branch */
    : C_("join", "OR"));
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes,
                          pango_attr_scale_new (self->canvas->presenting ? PANGO_SCALE_MEDIUM : PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (self->canvas->arrangement == AFT_WHYS_DOWN)
    {
      x = rect.x + rect.width / 2 - width / 2.0;
      y = rect.y + rect.height + 4;
    }
  else if (self->canvas->arrangement == AFT_WHYS_OUTLINE)
    {
      x = is_mirrored (self->canvas) ? rect.x + 6 : rect.x + rect.width - width - 6;
      y = rect.y + 4;
    }
  else
    {
      const double gap = 19 * aft_whys_measure_get_style (self->canvas->measure)->unit;

      x = (is_mirrored (self->canvas) ? rect.x - gap : rect.x + rect.width + gap) - width / 2.0;
      y = rect.y + rect.height / 2 - height / 2.0;
    }

  /* On a ground of its own, so that the connectors don't cross it. */
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self->canvas)), "window_bg_color",
                                      &ground))
    gdk_cairo_set_source_rgba (self->cr, &ground);
  cairo_rectangle (self->cr, x - 3, y, width + 6, height);
  cairo_fill (self->cr);
  set_color (self, aft_whys_view_is_faint (self->canvas->view, place->item) ? 0.2 : 0.85);
  draw_dashed (self->cr, FALSE);
  cairo_set_line_width (self->cr, 1);
  cairo_rectangle (self->cr, x - 3, y, width + 6, height);
  cairo_stroke (self->cr);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

/* The first words of a text, as many as a block has room for. */
static PangoLayout *
get_words (AftWhysCanvas *self,
           AftItem       *item,
           double         width,
           double         height)
{
  PangoLayout *layout = g_hash_table_lookup (self->words, item);
  g_autofree char *words = NULL;
  g_autoptr(PangoFontDescription) font = NULL;
  const char *text = aft_whys_item_get_text (item);

  if (layout != NULL)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_height (layout, (int) (height * PANGO_SCALE));
      return layout;
    }

  words = g_utf8_strlen (text, -1) > MAX_WORDS ? g_utf8_substring (text, 0, MAX_WORDS) : g_strdup (text);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  pango_font_description_set_absolute_size (font,
                                            10.0 * PANGO_SCALE * aft_whys_measure_get_style (self->measure)->unit);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_height (layout, (int) (height * PANGO_SCALE));
  g_hash_table_insert (self->words, item, layout);

  return layout;
}

/* What is too small to be read is a block with its first words, and a branch that is too small for that one spot. */
static void
draw_block (guint    index,
            gboolean whole,
            gpointer user_data)
{
  Drawing *self = user_data;
  AftWhysCanvas *canvas = self->canvas;
  const AftWhysPlace *place = aft_whys_tree_get (canvas->tree, index);
  const AftRect ground = whole ? place->reach : aft_whys_canvas_get_shown_rect (canvas, index);
  const graphene_rect_t block = GRAPHENE_RECT_INIT (
    (float) (ground.x * canvas->zoom + canvas->offset_x), (float) (ground.y * canvas->zoom + canvas->offset_y),
    (float) MAX (ground.width * canvas->zoom, 1), (float) MAX (ground.height * canvas->zoom, 1));
  GdkRGBA color = self->color;

  if (AFT_IS_PROBLEM (place->item))
    color = self->problem;
  else if (AFT_IS_ANSWER (place->item) && aft_answer_get_contributing_factor (AFT_ANSWER (place->item)))
    color = self->factor;
  color.alpha = AFT_IS_QUESTION (place->item) ? 0.08f : is_ruled_out (place->item) ? 0.1f : 0.22f;
  if (aft_whys_view_is_found (canvas->view, place->item) || place->item == aft_whys_view_get_selected (canvas->view))
    {
      color = self->accent;
      color.alpha = 0.4f;
    }
  else if (aft_whys_view_is_faint (canvas->view, place->item))
    color.alpha /= 3;
  gtk_snapshot_append_color (self->snapshot, &color, &block);
  if (whole || block.size.width < WORDS_WIDTH || block.size.height < WORDS_HEIGHT)
    return;

  color = self->color;
  gtk_snapshot_push_clip (self->snapshot, &block);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (block.origin.x + 3, block.origin.y + 1));
  gtk_snapshot_append_layout (self->snapshot,
                              get_words (canvas, place->item, block.size.width - 6, block.size.height - 2), &color);
  gtk_snapshot_restore (self->snapshot);
  gtk_snapshot_pop (self->snapshot);
}

static void
look_up (AftWhysCanvas *self,
         const char    *name,
         GdkRGBA       *color)
{
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, color))
    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), color);
}

void
aft_whys_canvas_draw (AftWhysCanvas *self,
                      GtkSnapshot   *snapshot)
{
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  Drawing drawing = { .canvas = self,
                      .snapshot = snapshot,
                      .sight = aft_whys_canvas_get_sight (self),
                      .last_parent = AFT_WHYS_NONE };

  if (self->tree == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &drawing.color);
  look_up (self, "aft_impact_color", &drawing.problem);
  look_up (self, "aft_mitigation_color", &drawing.factor);
  look_up (self, "accent_color", &drawing.accent);

  drawing.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (drawing.cr, self->offset_x, self->offset_y);
  cairo_scale (drawing.cr, self->zoom, self->zoom);
  cairo_set_line_width (drawing.cr, MAX (1.5, 0.6 / self->zoom));
  aft_whys_tree_foreach_in (self->tree, &drawing.sight, SPOT / self->zoom, connect_place, &drawing);
  if (aft_whys_canvas_is_readable (self))
    aft_whys_tree_foreach_in (self->tree, &drawing.sight, 0, draw_join, &drawing);
  cairo_destroy (drawing.cr);

  if (!aft_whys_canvas_is_readable (self))
    aft_whys_tree_foreach_in (self->tree, &drawing.sight, SPOT / self->zoom, draw_block, &drawing);
}

/* A frame around what a branch would hang on, or a thick line where it would stand. */
void
aft_whys_canvas_draw_landing (AftWhysCanvas *self,
                              GtkSnapshot   *snapshot)
{
  const guint index = aft_whys_tree_find (self->tree, self->target);
  GskRoundedRect frame;
  graphene_rect_t line;
  GdkRGBA accent;
  AftRect rect;

  if (index == AFT_WHYS_NONE)
    return;

  rect = aft_whys_canvas_get_shown_rect (self, index);
  rect = (AftRect) { rect.x * self->zoom + self->offset_x, rect.y * self->zoom + self->offset_y, rect.width * self->zoom,
                    rect.height * self->zoom };
  look_up (self, "accent_color", &accent);
  if (self->landing == AFT_WHYS_CHILD)
    {
      gsk_rounded_rect_init_from_rect (
        &frame,
        &GRAPHENE_RECT_INIT ((float) rect.x - 4, (float) rect.y - 4, (float) rect.width + 8, (float) rect.height + 8),
        12);
      gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 3, 3, 3, 3 },
                                  (GdkRGBA[4]){ accent, accent, accent, accent });
      return;
    }

  if (self->arrangement == AFT_WHYS_DOWN)
    line = GRAPHENE_RECT_INIT ((float) (self->landing == AFT_WHYS_BEFORE ? rect.x - 9 : rect.x + rect.width + 5),
                               (float) rect.y, 4, (float) rect.height);
  else
    line = GRAPHENE_RECT_INIT ((float) rect.x,
                               (float) (self->landing == AFT_WHYS_BEFORE ? rect.y - 9 : rect.y + rect.height + 5),
                               (float) rect.width, 4);
  gtk_snapshot_append_color (snapshot, &accent, &line);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-answer.h"
#include "aft-question.h"
#include "aft-whys-canvas-private.h"

/* The connectors, and where a dragged branch would land. */

static gboolean
is_ruled_out (AftItem *item)
{
  return AFT_IS_ANSWER (item) && aft_answer_get_state (AFT_ANSWER (item)) == AFT_ANSWER_RULED_OUT;
}

static void
draw_connector (cairo_t       *cr,
                const AftRect *from,
                const AftRect *to,
                gboolean       dashed)
{
  const gboolean forward = to->x >= from->x;
  const double x1 = forward ? from->x + from->width : from->x;
  const double x2 = forward ? to->x : to->x + to->width;
  const double y1 = from->y + from->height / 2;
  const double y2 = to->y + to->height / 2;
  const double bend = (x2 - x1) / 2;
  const double dashes[] = { 4, 4 };

  cairo_set_dash (cr, dashes, dashed ? 2 : 0, 0);
  cairo_move_to (cr, x1, y1);
  cairo_curve_to (cr, x1 + bend, y1, x2 - bend, y2, x2, y2);
  cairo_stroke (cr);
}

static void
draw_join (AftWhysCanvas      *self,
           cairo_t            *cr,
           const AftWhysPlace *place)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autoptr(PangoLayout) layout = NULL;
  g_autoptr(PangoAttrList) attributes = NULL;
  AftQuestion *question = AFT_QUESTION (place->item);
  GdkRGBA ground;
  double x;
  double y;
  int width;
  int height;

  if (aft_question_get_join (question) == AFT_JOIN_OPEN || g_list_model_get_n_items (aft_question_get_answers (question)) < 2)
    return;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), aft_question_get_join (question) == AFT_JOIN_AND
    /* Translators: all answers to a question were needed; stands where the connectors branch */
    ? C_("join", "AND")
    /* Translators: each answer to a question suffices; stands where the connectors branch */
    : C_("join", "OR"));
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  x = (mirrored ? place->rect.x : place->rect.x + place->rect.width) - width / 2.0;
  y = place->rect.y + place->rect.height + 2;

  /* On a ground of its own, so that the connectors don't cross it. */
  cairo_save (cr);
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "window_bg_color", &ground))
    gdk_cairo_set_source_rgba (cr, &ground);
  cairo_rectangle (cr, x - 4, y - 1, width + 8, height + 2);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_target (AftWhysCanvas *self,
             cairo_t       *cr)
{
  const guint index = aft_whys_tree_find (self->tree, self->target);
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  const AftRect *rect;
  GdkRGBA accent;

  if (index == AFT_WHYS_NONE)
    return;

  rect = &aft_whys_tree_get (self->tree, index)->rect;
  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &accent))
    gtk_style_context_get_color (context, &accent);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 3);
  cairo_rectangle (cr, rect->x - 4, rect->y - 4, rect->width + 8, rect->height + 8);
  cairo_stroke (cr);
}

void
aft_whys_canvas_draw (AftWhysCanvas *self,
                      GtkSnapshot   *snapshot)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cr;
  GdkRGBA color;

  if (self->tree == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= 0.55f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_translate (cr, self->offset_x, self->offset_y);
  cairo_scale (cr, self->zoom, self->zoom);
  cairo_set_line_width (cr, 1.5);

  for (guint i = 0; i < aft_whys_tree_get_n (self->tree); i++)
    {
      const AftWhysPlace *place = aft_whys_tree_get (self->tree, i);

      if (place->parent != AFT_WHYS_NONE)
        draw_connector (cr, &aft_whys_tree_get (self->tree, place->parent)->rect, &place->rect, is_ruled_out (place->item));
    }
  for (guint i = 0; i < aft_whys_tree_get_n (self->tree); i++)
    if (AFT_IS_QUESTION (aft_whys_tree_get (self->tree, i)->item))
      draw_join (self, cr, aft_whys_tree_get (self->tree, i));
  if (self->target != NULL)
    draw_target (self, cr);
  cairo_destroy (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-answer.h"
#include "aft-neighbours.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-tidy-tree.h"
#include "aft-whys-node.h"
#include "aft-whys-tree.h"

/* The forest of whys as data: which items, and where they are on the ground. */

struct _AftWhysTree
{
  GArray  *places;
  AftRect  bounds;
};

static void
add_place (AftWhysTree *self,
           AftItem     *item,
           guint        parent)
{
  AftWhysPlace place = { g_object_ref (item), parent, { 0, } };

  g_array_append_val (self->places, place);
}

/* The nesting is bounded by the model. */
static void
add_tree (AftWhysTree *self,
          AftItem     *item,
          guint        parent)
{
  const guint index = self->places->len;
  GListModel *below;

  add_place (self, item, parent);
  if (AFT_IS_PROBLEM (item))
    below = aft_problem_get_questions (AFT_PROBLEM (item));
  else if (AFT_IS_QUESTION (item))
    below = aft_question_get_answers (AFT_QUESTION (item));
  else
    below = aft_answer_get_questions (AFT_ANSWER (item));

  for (guint i = 0; i < g_list_model_get_n_items (below); i++)
    {
      g_autoptr(AftItem) child = g_list_model_get_item (below, i);

      add_tree (self, child, index);
    }
}

static void
place_clear (gpointer data)
{
  AftWhysPlace *place = data;

  g_clear_object (&place->item);
}

static void
lay_out (AftWhysTree *self,
         GtkWidget   *widget,
         gboolean     mirrored)
{
  const guint n = self->places->len;
  const AftTidyTreeParams params = { mirrored ? AFT_TREE_RIGHT_TO_LEFT : AFT_TREE_LEFT_TO_RIGHT, 22, 14, 36 };
  g_autofree guint32 *parents = g_new (guint32, n);
  g_autofree double *widths = g_new (double, n);
  g_autofree double *heights = g_new (double, n);
  g_autofree double *xs = g_new (double, n);
  g_autofree double *ys = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      const AftWhysPlace *place = &g_array_index (self->places, AftWhysPlace, i);

      parents[i] = place->parent == AFT_WHYS_NONE ? AFT_TIDY_TREE_ROOT : place->parent;
      aft_whys_node_measure_item (widget, place->item, &widths[i], &heights[i]);
    }

  if (n == 0 || !aft_tidy_tree_layout (parents, widths, heights, n, &params, xs, ys, &self->bounds))
    return;

  for (guint i = 0; i < n; i++)
    g_array_index (self->places, AftWhysPlace, i).rect = (AftRect) { xs[i], ys[i], widths[i], heights[i] };
}

/**
 * aft_whys_tree_new:
 * @document: a document
 * @widget: whose fonts measure the texts
 * @mirrored: whether the trees grow from the right
 *
 * Returns: (transfer full): the forest of the document, laid out
 */
AftWhysTree *
aft_whys_tree_new (AftDocument *document,
                   GtkWidget   *widget,
                   gboolean     mirrored)
{
  AftWhysTree *self = g_new0 (AftWhysTree, 1);
  GListModel *problems = aft_document_get_problems (document);

  self->places = g_array_new (FALSE, FALSE, sizeof (AftWhysPlace));
  g_array_set_clear_func (self->places, place_clear);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(AftItem) problem = g_list_model_get_item (problems, i);

      add_tree (self, problem, AFT_WHYS_NONE);
    }
  lay_out (self, widget, mirrored);

  return self;
}

/**
 * aft_whys_tree_free:
 * @self: (transfer full): a forest
 */
void
aft_whys_tree_free (AftWhysTree *self)
{
  g_array_unref (self->places);
  g_free (self);
}

/**
 * aft_whys_tree_get_n:
 * @self: a forest
 *
 * Returns: how many problems, questions and answers there are
 */
guint
aft_whys_tree_get_n (AftWhysTree *self)
{
  return self->places->len;
}

/**
 * aft_whys_tree_get:
 * @self: a forest
 * @index: which one, parents first
 *
 * Returns: (transfer none): what stands there
 */
const AftWhysPlace *
aft_whys_tree_get (AftWhysTree *self,
                   guint        index)
{
  return &g_array_index (self->places, AftWhysPlace, index);
}

/**
 * aft_whys_tree_find:
 * @self: a forest
 * @item: (nullable): an item
 *
 * Returns: where it is, or %AFT_WHYS_NONE
 */
guint
aft_whys_tree_find (AftWhysTree *self,
                    AftItem     *item)
{
  for (guint i = 0; item != NULL && i < self->places->len; i++)
    if (g_array_index (self->places, AftWhysPlace, i).item == item)
      return i;

  return AFT_WHYS_NONE;
}

/**
 * aft_whys_tree_get_bounds:
 * @self: a forest
 *
 * Returns: the ground it takes, in pixels before zoom
 */
AftRect
aft_whys_tree_get_bounds (AftWhysTree *self)
{
  return self->bounds;
}

/**
 * aft_whys_tree_find_at:
 * @self: a forest
 * @x: on the ground
 * @y: on the ground
 *
 * Returns: what is there, or %AFT_WHYS_NONE
 */
guint
aft_whys_tree_find_at (AftWhysTree *self,
                       double       x,
                       double       y)
{
  for (guint i = 0; i < self->places->len; i++)
    if (aft_rect_contains (&g_array_index (self->places, AftWhysPlace, i).rect, x, y))
      return i;

  return AFT_WHYS_NONE;
}

/**
 * aft_whys_tree_neighbour:
 * @self: a forest
 * @index: where the user is
 * @direction: left, right, up or down as it is seen
 *
 * Returns: what a user expects there, or %AFT_WHYS_NONE
 */
guint
aft_whys_tree_neighbour (AftWhysTree      *self,
                         guint             index,
                         GtkDirectionType  direction)
{
  g_autofree AftRect *rects = g_new (AftRect, self->places->len);
  AftDirection towards;
  guint found;

  switch (direction)
    {
    case GTK_DIR_LEFT: towards = AFT_DIRECTION_LEFT; break;
    case GTK_DIR_RIGHT: towards = AFT_DIRECTION_RIGHT; break;
    case GTK_DIR_UP: towards = AFT_DIRECTION_UP; break;
    default: towards = AFT_DIRECTION_DOWN; break;
    }

  for (guint i = 0; i < self->places->len; i++)
    rects[i] = g_array_index (self->places, AftWhysPlace, i).rect;
  found = aft_neighbours_find (rects, self->places->len, index, towards);

  return found < self->places->len ? found : AFT_WHYS_NONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-answer.h"
#include "aft-neighbours.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-tidy-tree.h"
#include "aft-whys-tree.h"

/* The forest of whys as data: which items are shown, in preorder, and where they are on the ground. */

/* Up to this many texts are measured at once; more are reckoned until they come into sight. */
#define MAX_MEASURED 2000

/* Between the boxes, in pixels before zoom. */
#define LEVEL_GAP 40
#define SIBLING_GAP 14
#define ROOT_GAP 40
#define INDENT 16

/* In an outline as wide as this, in units of the text, the links stand beside the texts, else below. */
#define WIDE_OUTLINE 560

struct _AftWhysTree
{
  GArray            *places;
  GHashTable        *indices;   /* item → place, made when asked for */
  double            *heights;
  guint8            *exact;
  AftWhysTreeParams  params;
  AftWhysStyle       style;
  AftRect            bounds;
};

static AftWhysPlace *
get_place (AftWhysTree *self,
           guint        index)
{
  return &g_array_index (self->places, AftWhysPlace, index);
}

static GListModel *
get_below (AftItem *item)
{
  if (AFT_IS_PROBLEM (item))
    return aft_problem_get_questions (AFT_PROBLEM (item));
  if (AFT_IS_QUESTION (item))
    return aft_question_get_answers (AFT_QUESTION (item));

  return aft_answer_get_questions (AFT_ANSWER (item));
}

static void
count_answer (AftItem  *item,
              gpointer  user_data)
{
  guint *n_answers = user_data;

  if (AFT_IS_ANSWER (item))
    *n_answers += 1;
}

/* The nesting is bounded by the model. */
static void
add_tree (AftWhysTree *self,
          AftWhysView *view,
          AftItem     *item,
          guint        parent,
          guint        level)
{
  const guint index = self->places->len;
  const AftWhysPlace place = { g_object_ref (item), parent, 0, level };
  GListModel *below = get_below (item);

  g_array_append_val (self->places, place);
  if (aft_whys_view_is_folded (view, item))
    {
      guint n_answers = 0;

      aft_item_foreach (item, count_answer, &n_answers);
      get_place (self, index)->n_hidden = n_answers - (AFT_IS_ANSWER (item) ? 1 : 0);
    }
  else
    {
      for (guint i = 0; i < g_list_model_get_n_items (below); i++)
        {
          g_autoptr(AftItem) child = g_list_model_get_item (below, i);

          add_tree (self, view, child, index, level + 1);
        }
    }
  get_place (self, index)->end = self->places->len;
}

static void
place_clear (gpointer data)
{
  AftWhysPlace *place = data;

  g_clear_object (&place->item);
}

static double
get_width (AftWhysTree        *self,
           const AftWhysPlace *place)
{
  if (self->params.arrangement == AFT_WHYS_OUTLINE)
    return MAX (self->params.width - place->level * INDENT, self->style.question_width);

  return AFT_IS_QUESTION (place->item) ? self->style.question_width : self->style.box_width;
}

/**
 * aft_whys_tree_has_links_beside:
 * @self: an outline
 *
 * Returns: whether what an answer is linked to stands beside its text, and not below it
 */
gboolean
aft_whys_tree_has_links_beside (AftWhysTree *self)
{
  return self->params.width >= WIDE_OUTLINE * self->style.unit;
}

static double
get_text_width (AftWhysTree        *self,
                const AftWhysPlace *place)
{
  const double width = get_width (self, place);

  if (self->params.arrangement == AFT_WHYS_OUTLINE)
    return width - 2 * self->style.icon_width - 2 * self->style.question_padding -
           (AFT_IS_QUESTION (place->item)             ? 2 * self->style.icon_width
            : aft_whys_tree_has_links_beside (self) ? self->style.links_width
                                                    : 0);

  return width - 2 * (AFT_IS_QUESTION (place->item) ? self->style.question_padding : self->style.padding);
}

static double
get_height (AftWhysTree        *self,
            const AftWhysPlace *place,
            double              text_height)
{
  const double padding = AFT_IS_QUESTION (place->item) ? self->style.question_padding : self->style.padding;

  if (self->params.arrangement == AFT_WHYS_OUTLINE)
    return MAX (text_height, self->style.footer_height) + 2 * self->style.question_padding +
           (!aft_whys_tree_has_links_beside (self) && aft_whys_item_has_links (place->item) ? self->style.footer_height
                                                                                            : 0);

  return text_height + 2 * padding +
         (aft_whys_item_has_footer (place->item, place->n_hidden > 0) ? self->style.footer_height : 0);
}

/* Returns whether the height is another one. */
static gboolean
measure_place (AftWhysTree    *self,
               AftWhysMeasure *measure,
               guint           index,
               gboolean        exact)
{
  const AftWhysPlace *place = get_place (self, index);
  const double before = self->heights[index];
  double text_height;

  self->exact[index] =
    aft_whys_measure_box (measure, place->item, get_text_width (self, place), exact, &text_height) ? 1 : 0;
  self->heights[index] = get_height (self, place, text_height);

  return ABS (self->heights[index] - before) > 0.5;
}

static void
lay_out_rows (AftWhysTree *self)
{
  double y = 0;
  double width = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      AftWhysPlace *place = get_place (self, i);
      const double indent = place->level * INDENT;

      if (place->parent == AFT_WHYS_NONE && i > 0)
        y += ROOT_GAP / 2.0;
      place->rect = (AftRect) { self->params.mirrored ? 0 : indent, y, get_width (self, place), self->heights[i] };
      width = MAX (width, place->rect.width + indent);
      y += self->heights[i] + self->style.row_gap;
    }

  self->bounds = (AftRect) { 0, 0, width, y };
}

static void
lay_out_tree (AftWhysTree *self)
{
  const guint n = self->places->len;
  AftTidyTreeParams params = { .level_gap = LEVEL_GAP * self->style.unit,
                               .sibling_gap = SIBLING_GAP,
                               .root_gap = ROOT_GAP,
                               .stack_leaves = self->params.stacked,
                               .stack_indent = AFT_WHYS_STACK_INDENT };
  g_autofree guint32 *parents = g_new (guint32, n);
  g_autofree double *widths = g_new (double, n);
  g_autofree double *xs = g_new (double, n);
  g_autofree double *ys = g_new (double, n);

  params.orientation = self->params.arrangement == AFT_WHYS_DOWN ? AFT_TREE_TOP_DOWN
                       : self->params.mirrored                   ? AFT_TREE_RIGHT_TO_LEFT
                                                                 : AFT_TREE_LEFT_TO_RIGHT;
  for (guint i = 0; i < n; i++)
    {
      const AftWhysPlace *place = get_place (self, i);

      parents[i] = place->parent == AFT_WHYS_NONE ? AFT_TIDY_TREE_ROOT : place->parent;
      widths[i] = get_width (self, place);
    }

  self->bounds = (AftRect) { 0, 0, 0, 0 };
  if (n == 0 || !aft_tidy_tree_layout (parents, widths, self->heights, n, &params, xs, ys, &self->bounds))
    return;

  for (guint i = 0; i < n; i++)
    {
      get_place (self, i)->rect = (AftRect) { xs[i], ys[i], widths[i], self->heights[i] };
      get_place (self, i)->stacked = self->params.stacked && aft_tidy_tree_is_stacked (parents, n, i);
    }
}

static void
lay_out (AftWhysTree *self)
{
  if (self->params.arrangement == AFT_WHYS_OUTLINE)
    lay_out_rows (self);
  else
    lay_out_tree (self);

  for (guint i = 0; i < self->places->len; i++)
    get_place (self, i)->reach = get_place (self, i)->rect;
  for (guint i = self->places->len; i > 0; i--)
    {
      const AftWhysPlace *place = get_place (self, i - 1);

      if (place->parent != AFT_WHYS_NONE)
        {
          AftWhysPlace *above = get_place (self, place->parent);

          above->reach = aft_rect_union (&above->reach, &place->reach);
        }
    }
}

/**
 * aft_whys_tree_new:
 * @document: a document
 * @view: what is folded
 * @measure: how high the texts are
 * @params: how to arrange it
 *
 * Returns: (transfer full): the forest of the document, laid out
 */
AftWhysTree *
aft_whys_tree_new (AftDocument             *document,
                   AftWhysView             *view,
                   AftWhysMeasure          *measure,
                   const AftWhysTreeParams *params)
{
  AftWhysTree *self;
  GListModel *problems;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document) && AFT_IS_WHYS_VIEW (view), NULL);
  g_return_val_if_fail (measure != NULL && params != NULL, NULL);

  self = g_new0 (AftWhysTree, 1);
  self->params = *params;
  self->style = *aft_whys_measure_get_style (measure);
  self->places = g_array_new (FALSE, FALSE, sizeof (AftWhysPlace));
  g_array_set_clear_func (self->places, place_clear);
  problems = aft_document_get_problems (document);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(AftItem) problem = g_list_model_get_item (problems, i);

      add_tree (self, view, problem, AFT_WHYS_NONE, 0);
    }

  self->heights = g_new0 (double, self->places->len);
  self->exact = g_new0 (guint8, self->places->len);
  for (guint i = 0; i < self->places->len; i++)
    measure_place (self, measure, i, self->places->len <= MAX_MEASURED);
  lay_out (self);

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
  g_clear_pointer (&self->indices, g_hash_table_unref);
  g_free (self->heights);
  g_free (self->exact);
  g_free (self);
}

/**
 * aft_whys_tree_get_n:
 * @self: a forest
 *
 * Returns: how many problems, questions and answers are shown
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
  return get_place (self, index);
}

/**
 * aft_whys_tree_get_params:
 * @self: a forest
 *
 * Returns: (transfer none): how it is arranged
 */
const AftWhysTreeParams *
aft_whys_tree_get_params (AftWhysTree *self)
{
  return &self->params;
}

/**
 * aft_whys_tree_find:
 * @self: a forest
 * @item: (nullable): an item
 *
 * Returns: where it is, or %AFT_WHYS_NONE where it is not there or hidden
 */
guint
aft_whys_tree_find (AftWhysTree *self,
                    AftItem     *item)
{
  gpointer index;

  if (item == NULL)
    return AFT_WHYS_NONE;

  if (self->indices == NULL)
    {
      self->indices = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < self->places->len; i++)
        g_hash_table_insert (self->indices, get_place (self, i)->item, GUINT_TO_POINTER (i));
    }

  return g_hash_table_lookup_extended (self->indices, item, NULL, &index) ? GPOINTER_TO_UINT (index) : AFT_WHYS_NONE;
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
  guint i = 0;

  while (i < self->places->len)
    {
      const AftWhysPlace *place = get_place (self, i);

      if (aft_rect_contains (&place->rect, x, y))
        return i;
      i = aft_rect_contains (&place->reach, x, y) ? i + 1 : place->end;
    }

  return AFT_WHYS_NONE;
}

/**
 * aft_whys_tree_foreach_in:
 * @self: a forest
 * @area: a part of the ground
 * @least: a branch that is less wide and less high than this, in pixels before zoom, is one
 * @func: (scope call): what to do
 * @user_data: for @func
 *
 * Visits what reaches into an area, parents first. A box that is not in the area itself is visited too
 * where something below it is, or its connector. It takes no longer than what is there, whatever the forest has.
 */
void
aft_whys_tree_foreach_in (AftWhysTree      *self,
                          const AftRect    *area,
                          double            least,
                          AftWhysPlaceFunc  func,
                          gpointer          user_data)
{
  guint i = 0;

  g_return_if_fail (self != NULL && area != NULL && func != NULL);

  while (i < self->places->len)
    {
      const AftWhysPlace *place = get_place (self, i);
      const gboolean whole = place->reach.width < least && place->reach.height < least;
      AftRect reach = place->reach;

      if (place->parent != AFT_WHYS_NONE)
        reach = aft_rect_union (&reach, &get_place (self, place->parent)->rect);
      if (!aft_rect_intersects (area, &reach))
        {
          i = place->end;
          continue;
        }
      func (i, whole, user_data);
      i = whole || !aft_rect_intersects (area, &place->reach) ? place->end : i + 1;
    }
}

typedef struct
{
  AftWhysTree    *tree;
  AftWhysMeasure *measure;
  const AftRect  *area;
  gboolean        changed;
} Measuring;

static void
measure_seen (guint    index,
              gboolean whole,
              gpointer user_data)
{
  Measuring *measuring = user_data;

  if (!measuring->tree->exact[index] &&
      aft_rect_intersects (measuring->area, &get_place (measuring->tree, index)->rect))
    measuring->changed |= measure_place (measuring->tree, measuring->measure, index, TRUE);
}

/**
 * aft_whys_tree_measure_in:
 * @self: a forest
 * @measure: how high the texts are
 * @area: a part of the ground
 *
 * Measures what was only reckoned and is now in sight.
 *
 * Returns: whether something is at another place now
 */
gboolean
aft_whys_tree_measure_in (AftWhysTree    *self,
                          AftWhysMeasure *measure,
                          const AftRect  *area)
{
  Measuring measuring = { self, measure, area, FALSE };

  aft_whys_tree_foreach_in (self, area, 0, measure_seen, &measuring);
  if (measuring.changed)
    lay_out (self);

  return measuring.changed;
}

/* The one of those just below a place that stands nearest to it. */
static guint
find_nearest_below (AftWhysTree *self,
                    guint        index)
{
  const AftWhysPlace *place = get_place (self, index);
  guint nearest = AFT_WHYS_NONE;
  double least = 0;

  for (guint i = index + 1; i < place->end; i = get_place (self, i)->end)
    {
      const AftRect *rect = &get_place (self, i)->rect;
      double distance = ABS (rect->y + rect->height / 2 - place->rect.y - place->rect.height / 2);

      if (self->params.arrangement == AFT_WHYS_DOWN)
        distance = ABS (rect->x + rect->width / 2 - place->rect.x - place->rect.width / 2);
      if (nearest == AFT_WHYS_NONE || distance < least - 0.5)
        {
          nearest = i;
          least = distance;
        }
    }

  return nearest;
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
  g_autofree AftRect *rects = NULL;
  const AftWhysPlace *place = get_place (self, index);
  const gboolean down = self->params.arrangement == AFT_WHYS_DOWN;
  const GtkDirectionType forward = down ? GTK_DIR_DOWN : self->params.mirrored ? GTK_DIR_LEFT : GTK_DIR_RIGHT;
  const GtkDirectionType back = down ? GTK_DIR_UP : self->params.mirrored ? GTK_DIR_RIGHT : GTK_DIR_LEFT;
  AftDirection towards;
  guint found;

  /* In an outline, up and down walk through the rows. */
  if (self->params.arrangement == AFT_WHYS_OUTLINE && direction == GTK_DIR_UP)
    return index > 0 ? index - 1 : AFT_WHYS_NONE;
  if (self->params.arrangement == AFT_WHYS_OUTLINE && direction == GTK_DIR_DOWN)
    return index + 1 < self->places->len ? index + 1 : AFT_WHYS_NONE;

  /* Where the tree comes from and where it grows: never into another branch. */
  if (direction == back)
    return place->parent;
  if (direction == forward)
    return find_nearest_below (self, index);

  switch (direction)
    {
    case GTK_DIR_LEFT: towards = AFT_DIRECTION_LEFT; break;
    case GTK_DIR_RIGHT: towards = AFT_DIRECTION_RIGHT; break;
    case GTK_DIR_UP: towards = AFT_DIRECTION_UP; break;
    default: towards = AFT_DIRECTION_DOWN; break;
    }

  rects = g_new (AftRect, self->places->len);
  for (guint i = 0; i < self->places->len; i++)
    rects[i] = get_place (self, i)->rect;
  found = aft_neighbours_find (rects, self->places->len, index, towards);

  return found < self->places->len ? found : AFT_WHYS_NONE;
}

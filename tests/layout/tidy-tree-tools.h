/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "aft-tidy-tree.h"

#define ROOT AFT_TIDY_TREE_ROOT
#define EPSILON 1e-6

/* Trees for the tests of their layout, and what has to hold for each. Each function is used by some of them only. */

typedef struct
{
  guint    n;
  guint32 *parents;
  double  *widths;
  double  *heights;
  double  *xs;
  double  *ys;
  AftRect  bounds;
} Tree;

G_GNUC_UNUSED static Tree *
tree_new (guint n)
{
  Tree *tree = g_new0 (Tree, 1);

  tree->n = n;
  tree->parents = g_new0 (guint32, n);
  tree->widths = g_new0 (double, n);
  tree->heights = g_new0 (double, n);
  tree->xs = g_new0 (double, n);
  tree->ys = g_new0 (double, n);

  return tree;
}

G_GNUC_UNUSED static void
tree_free (Tree *tree)
{
  g_free (tree->parents);
  g_free (tree->widths);
  g_free (tree->heights);
  g_free (tree->xs);
  g_free (tree->ys);
  g_free (tree);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tree, tree_free)

G_GNUC_UNUSED static gboolean
tree_layout (Tree                    *tree,
             const AftTidyTreeParams *params)
{
  return aft_tidy_tree_layout (tree->parents, tree->widths, tree->heights, tree->n, params,
                               tree->xs, tree->ys, &tree->bounds);
}

/* A random tree in preorder: each node hangs on the last one or on one of its ancestors. */
G_GNUC_UNUSED static void
tree_fill (Tree    *tree,
           GRand   *rand,
           double   depth,
           double   roots)
{
  for (guint i = 0; i < tree->n; i++)
    {
      guint32 parent = i == 0 ? ROOT : i - 1;

      while (parent != ROOT && g_rand_double (rand) > depth &&
             (tree->parents[parent] != ROOT || g_rand_double (rand) < roots))
        parent = tree->parents[parent];

      tree->parents[i] = parent;
      tree->widths[i] = g_rand_int_range (rand, 1, 200);
      tree->heights[i] = g_rand_int_range (rand, 1, g_rand_boolean (rand) ? 20 : 200);
    }
}

G_GNUC_UNUSED static void
assert_near (double a,
             double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, EPSILON);
}

/* How near two boxes may come where the tree grows */
G_GNUC_UNUSED static double
get_least_gap (const AftTidyTreeParams *params)
{
  return params->stack_leaves ? MIN (params->level_gap, params->sibling_gap) : params->level_gap;
}

/* Each box takes half of the gap with it; so no two come nearer than the gap. */
G_GNUC_UNUSED static void
check_apart (const Tree              *tree,
             const AftTidyTreeParams *params)
{
  for (guint i = 0; i < tree->n; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          double dx = MAX (tree->xs[i], tree->xs[j]) -
                      MIN (tree->xs[i] + tree->widths[i], tree->xs[j] + tree->widths[j]);
          double dy = MAX (tree->ys[i], tree->ys[j]) -
                      MIN (tree->ys[i] + tree->heights[i], tree->ys[j] + tree->heights[j]);
          gboolean down = params->orientation == AFT_TREE_TOP_DOWN;
          double across = down ? dx : dy;
          double along = down ? dy : dx;

          g_assert_true (across >= MIN (params->sibling_gap, params->root_gap) - EPSILON ||
                         along >= get_least_gap (params) - EPSILON);
        }
    }
}

/* For each node its place in a stack, counted from 1, or 0: told from the lists of children, not from their order in
 * memory. */
G_GNUC_UNUSED static guint *
find_stacks (const Tree *tree)
{
  guint *stacks = g_new0 (guint, tree->n);
  g_autofree guint *before = g_new0 (guint, tree->n);
  g_autofree gboolean *has_children = g_new0 (gboolean, tree->n);

  for (guint i = 1; i < tree->n; i++)
    {
      if (tree->parents[i] != ROOT)
        has_children[tree->parents[i]] = TRUE;
    }

  for (guint i = 1; i < tree->n; i++)
    {
      guint32 p = tree->parents[i];
      guint previous;

      if (p == ROOT)
        continue;

      previous = before[p];
      before[p] = i;

      if (previous == 0 || has_children[i] || has_children[previous])
        continue;

      stacks[previous] = MAX (stacks[previous], 1);
      stacks[i] = stacks[previous] + 1;
    }

  return stacks;
}

/* How far behind its parent, or behind the leaf before it in a stack, a box stands */
G_GNUC_UNUSED static double
get_way_behind (const Tree              *tree,
                const AftTidyTreeParams *params,
                guint                    above,
                guint                    node)
{
  switch (params->orientation)
    {
    case AFT_TREE_LEFT_TO_RIGHT:
      return tree->xs[node] - tree->xs[above] - tree->widths[above];

    case AFT_TREE_RIGHT_TO_LEFT:
      return tree->xs[above] - tree->xs[node] - tree->widths[node];

    case AFT_TREE_TOP_DOWN:
    default:
      return tree->ys[node] - tree->ys[above] - tree->heights[above];
    }
}

/* Children right behind their parent, in order, the parent over their middle; a stack of leaves as one of them */
G_GNUC_UNUSED static void
check_families (const Tree              *tree,
                const AftTidyTreeParams *params)
{
  gboolean down = params->orientation == AFT_TREE_TOP_DOWN;
  const double *across = down ? tree->xs : tree->ys;
  const double *breadths = down ? tree->widths : tree->heights;
  g_autofree double *low = g_new (double, tree->n);
  g_autofree double *high = g_new (double, tree->n);
  g_autofree guint *last = g_new0 (guint, tree->n);
  g_autofree guint *stacks = params->stack_leaves ? find_stacks (tree) : g_new0 (guint, tree->n);

  for (guint i = 0; i < tree->n; i++)
    {
      guint32 p = tree->parents[i];
      double start = across[i] - (stacks[i] > 0 ? params->stack_indent : 0);

      g_assert_cmpfloat (tree->xs[i], >=, -EPSILON);
      g_assert_cmpfloat (tree->ys[i], >=, -EPSILON);
      g_assert_cmpfloat (start, >=, -EPSILON);
      g_assert_cmpfloat (tree->xs[i] + tree->widths[i], <=, tree->bounds.width + EPSILON);
      g_assert_cmpfloat (tree->ys[i] + tree->heights[i], <=, tree->bounds.height + EPSILON);

      if (p == ROOT)
        continue;

      if (stacks[i] > 1)
        {
          assert_near (get_way_behind (tree, params, last[p], i), params->sibling_gap);
          assert_near (across[i], across[last[p]]);
          high[p] = MAX (high[p], across[i] + breadths[i]);
        }
      else
        {
          assert_near (get_way_behind (tree, params, p, i), params->level_gap);

          if (last[p] == 0)
            low[p] = start;
          else
            g_assert_cmpfloat (start, >=, high[p] + params->sibling_gap - EPSILON);

          high[p] = across[i] + breadths[i];
        }

      last[p] = i;
    }

  for (guint i = 0; i < tree->n; i++)
    {
      if (last[i] > 0)
        assert_near (across[i] + breadths[i] / 2, (low[i] + high[i]) / 2);
    }
}

/* A box with its gaps, as far as it stands in one band across the tree */
typedef struct
{
  gint64 band;
  double start;
  double end;
  guint  index;
} Slice;

G_GNUC_UNUSED static int
compare_slices (gconstpointer a,
                gconstpointer b)
{
  const Slice *first = a;
  const Slice *second = b;

  if (first->band != second->band)
    return first->band < second->band ? -1 : 1;

  return (first->start > second->start) - (first->start < second->start);
}

/* The same as check_apart for trees of any size: only boxes that share a band can meet. */
G_GNUC_UNUSED static void
check_apart_many (const Tree              *tree,
                  const AftTidyTreeParams *params)
{
  const double band = 64;
  const gboolean down = params->orientation == AFT_TREE_TOP_DOWN;
  const double *across = down ? tree->xs : tree->ys;
  const double *breadths = down ? tree->widths : tree->heights;
  const double *along = down ? tree->ys : tree->xs;
  const double *depths = down ? tree->heights : tree->widths;
  const double gap = MIN (params->sibling_gap, params->root_gap);
  g_autoptr(GArray) slices = g_array_new (FALSE, FALSE, sizeof (Slice));

  for (guint i = 0; i < tree->n; i++)
    {
      gint64 last = (gint64) ((along[i] + depths[i] + get_least_gap (params)) / band);

      for (gint64 at = (gint64) (along[i] / band); at <= last; at++)
        {
          Slice slice = { at, across[i], across[i] + breadths[i] + gap, i };

          g_array_append_val (slices, slice);
        }
    }

  g_array_sort (slices, compare_slices);

  for (guint i = 0; i < slices->len; i++)
    {
      const Slice *slice = &g_array_index (slices, Slice, i);

      for (guint j = i + 1; j < slices->len; j++)
        {
          const Slice *next = &g_array_index (slices, Slice, j);
          double shared;

          if (next->band != slice->band || next->start >= slice->end - EPSILON)
            break;

          shared = MIN (along[slice->index] + depths[slice->index], along[next->index] + depths[next->index]) -
                   MAX (along[slice->index], along[next->index]);
          g_assert_cmpfloat (shared + get_least_gap (params), <=, EPSILON);
        }
    }
}

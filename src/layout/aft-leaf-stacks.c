/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-leaf-stacks.h"

#include "aft-tidy-tree.h"

/* Returns the node behind the last of the stack that begins with a node, or behind the node if it begins none. */
static guint32
find_end (const guint32 *parents,
          guint32        n,
          guint32        first)
{
  guint32 end = first + 1;

  if (parents[first] == AFT_TIDY_TREE_ROOT)
    return end;

  /* A node that a sibling follows at once is a leaf; the last of the row may have children. */
  while (end < n && parents[end] == parents[first])
    end++;

  if (end < n && parents[end] == end - 1 && end - 1 > first)
    end--;

  return end;
}

/**
 * aft_leaf_stacks_new:
 * @parents: (array length=n_nodes): for each node the index of its parent, or %AFT_TIDY_TREE_ROOT; in preorder
 * @n_nodes: how many nodes there are
 * @breadths: (array length=n_nodes): how broad they are
 * @depths: (array length=n_nodes): how deep they are; must live as long as what is returned
 * @gap: between the leaves of a stack
 * @indent: how much broader a stack is than its broadest leaf
 *
 * Makes one box of two or more leaves that follow one another below one parent, and one of every other node. Takes
 * O(n).
 *
 * Returns: (transfer full): the tree of the boxes
 */
AftLeafStacks *
aft_leaf_stacks_new (const guint32 *parents,
                     guint32        n_nodes,
                     const double  *breadths,
                     const double  *depths,
                     double         gap,
                     double         indent)
{
  g_autofree guint32 *boxes = NULL;
  AftLeafStacks *self;

  g_return_val_if_fail (n_nodes == 0 || (parents != NULL && breadths != NULL && depths != NULL), NULL);

  boxes = g_new (guint32, n_nodes);
  self = g_new0 (AftLeafStacks, 1);
  self->parents = g_new (guint32, n_nodes);
  self->breadths = g_new (double, n_nodes);
  self->depths = g_new (double, n_nodes);
  self->breadth = g_new (double, n_nodes);
  self->depth = g_new (double, n_nodes);
  self->firsts = g_new (guint32, (gsize) n_nodes + 1);
  self->leaf_depths = depths;
  self->gap = gap;
  self->indent = indent;

  for (guint32 i = 0, end; i < n_nodes; i = end)
    {
      guint32 box = self->n++;
      double most = breadths[i];
      double total = depths[i];

      end = find_end (parents, n_nodes, i);
      boxes[i] = box;

      for (guint32 j = i + 1; j < end; j++)
        {
          most = MAX (most, breadths[j]);
          total += gap + depths[j];
        }

      /* A parent is in no stack, so it has a box of its own. */
      self->parents[box] = parents[i] == AFT_TIDY_TREE_ROOT ? AFT_TIDY_TREE_ROOT : boxes[parents[i]];
      self->breadths[box] = end > i + 1 ? indent + most : most;
      self->depths[box] = total;
      self->firsts[box] = i;
    }

  self->firsts[self->n] = n_nodes;

  return self;
}

/**
 * aft_leaf_stacks_free:
 * @self: (transfer full): the tree of the boxes
 *
 * Frees it.
 */
void
aft_leaf_stacks_free (AftLeafStacks *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->parents);
  g_free (self->breadths);
  g_free (self->depths);
  g_free (self->breadth);
  g_free (self->depth);
  g_free (self->firsts);
  g_free (self);
}

/**
 * aft_leaf_stacks_place_leaves:
 * @self: the tree of the boxes, laid out
 * @breadth: (out caller-allocates): where the nodes go
 * @depth: (out caller-allocates): where the nodes go
 *
 * Puts the nodes into their boxes, one behind the other where there are several.
 */
void
aft_leaf_stacks_place_leaves (const AftLeafStacks *self,
                              double              *breadth,
                              double              *depth)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->n == 0 || (breadth != NULL && depth != NULL));

  for (guint32 box = 0; box < self->n; box++)
    {
      guint32 first = self->firsts[box];
      guint32 end = self->firsts[box + 1];
      double at = self->depth[box];

      for (guint32 i = first; i < end; i++)
        {
          breadth[i] = self->breadth[box] + (end > first + 1 ? self->indent : 0);
          depth[i] = at;
          at += self->leaf_depths[i] + self->gap;
        }
    }
}

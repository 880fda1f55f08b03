/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-tidy-tree.h"

#include "aft-leaf-stacks.h"

#define NONE G_MAXUINT32

/* Directions are named for a tree that grows downwards: depth runs down, breadth to the right. A box takes its gaps with
 * it: half of the gap between siblings on both sides, and the gap between levels below it. The names prelim, mod, thread,
 * shift and change are those of the papers. */

/* What a walk along a contour reads */
typedef struct
{
  double  prelim;       /* breadth of the left edge, apart from all mods */
  double  mod;          /* moves the whole subtree */
  double  breadth;
  double  bottom;
  guint32 left;         /* next in the left contour: first child or thread */
  guint32 right;        /* next in the right contour: last child or thread */
} Contour;

/* What only the work on siblings needs */
typedef struct
{
  guint32 extreme_left;         /* the deepest node at the left, and the mods from this node down to it */
  guint32 extreme_right;
  double  extreme_left_mod;
  double  extreme_right_mod;
  double  shift;
  double  change;
  guint32 next;                 /* next sibling */
} Family;

/* A list of the siblings that reach lower than all after them, lowest last in time and first in the stack */
typedef struct
{
  double  low;
  guint32 child;
  guint32 index;
} Reach;

/* How much memory a node takes */
typedef struct
{
  Contour contour;
  Family  family;
  Reach   reach;
  guint32 inner;
} Record;

typedef struct
{
  const guint32 *parents;
  guint32        n;
  Contour       *contours;
  Family        *families;
  Reach         *reaches;
  guint32        n_reaches;
  guint32       *inner;         /* the nodes that have children */
  guint32        n_inner;
} Tree;

/* Is it preorder? Each node hangs on the one before it or on an ancestor of that one; every edge is climbed once. */
static gboolean
is_preorder (const guint32 *parents,
             guint32        n)
{
  for (guint32 i = 0; i < n; i++)
    {
      guint32 above = i == 0 ? NONE : i - 1;

      while (above != NONE && above != parents[i])
        above = parents[above];

      if (above != parents[i])
        return FALSE;
    }

  return TRUE;
}

/* Without a branch, for nearly always all are. */
static gboolean
are_sizes (const double *sizes,
           guint32       n)
{
  guint32 n_sizes = 0;

  for (guint32 i = 0; i < n; i++)
    n_sizes += (sizes[i] >= 0) & (sizes[i] <= G_MAXFLOAT);

  return n_sizes == n;
}

/* Finds the children, and how deep each node is. Returns how deep they are together. */
static double
tree_init (Tree         *self,
           const double *breadths,
           const double *depths,
           double        sibling_gap,
           double        level_gap,
           double       *depth)
{
  double total = 0;

  self->n_inner = 0;

  for (guint32 i = 0; i < self->n; i++)
    {
      guint32 parent = self->parents[i];
      double top = parent == NONE ? 0 : self->contours[parent].bottom;
      Contour *above;

      depth[i] = top;
      total = MAX (total, top + depths[i]);
      self->contours[i] = (Contour) { 0, 0, breadths[i] + sibling_gap, top + depths[i] + level_gap, NONE, NONE };
      self->families[i] = (Family) { i, i, 0, 0, 0, 0, NONE };

      if (parent == NONE)
        continue;

      above = &self->contours[parent];
      self->inner[self->n_inner] = parent;

      if (parent + 1 == i)
        above->left = i;
      else
        self->families[above->right].next = i;

      self->n_inner += parent + 1 == i;
      above->right = i;
    }

  return total;
}

static void
tree_push_reach (Tree    *self,
                 double   low,
                 guint32  child,
                 guint32  index)
{
  while (self->n_reaches > 0 && low >= self->reaches[self->n_reaches - 1].low)
    self->n_reaches--;

  self->reaches[self->n_reaches++] = (Reach) { low, child, index };
}

/* Moves a child and notes that those between it and the sibling it met share the way. */
static void
tree_move_child (Tree        *self,
                 guint32      child,
                 guint32      index,
                 const Reach *met,
                 double       distance)
{
  Family *family = &self->families[child];

  self->contours[child].mod += distance;
  family->extreme_left_mod += distance;
  family->extreme_right_mod += distance;

  if (met->index + 1 < index)
    {
      double steps = index - met->index;

      self->families[self->families[met->child].next].shift += distance / steps;
      family->shift -= distance / steps;
      family->change -= distance - distance / steps;
    }
}

/* The left siblings have reached deeper: the right contour goes on in them. */
static void
tree_thread_right (Tree    *self,
                   guint32  previous,
                   guint32  child,
                   guint32  node,
                   double   mods)
{
  Family *family = &self->families[child];
  Contour *end = &self->contours[family->extreme_right];
  double difference = mods - self->contours[node].mod - family->extreme_right_mod;

  end->right = node;
  end->mod += difference;
  end->prelim -= difference;
  family->extreme_right = self->families[previous].extreme_right;
  family->extreme_right_mod = self->families[previous].extreme_right_mod;
}

/* The child has reached deeper than all before: the left contour goes on in it. */
static void
tree_thread_left (Tree    *self,
                  guint32  first,
                  guint32  child,
                  guint32  node,
                  double   mods)
{
  Family *family = &self->families[first];
  Contour *end = &self->contours[family->extreme_left];
  double difference = mods - self->contours[node].mod - family->extreme_left_mod;

  end->left = node;
  end->mod += difference;
  end->prelim -= difference;
  family->extreme_left = self->families[child].extreme_left;
  family->extreme_left_mod = self->families[child].extreme_left_mod;
}

/* Moves a child away from the siblings before it, walking down their right contour and its left one. */
static void
tree_separate (Tree    *self,
               guint32  first,
               guint32  previous,
               guint32  child,
               guint32  index)
{
  const Contour *contours = self->contours;
  const Reach *met = &self->reaches[self->n_reaches - 1];
  guint32 right = previous;
  guint32 left = child;
  double right_mods = contours[right].mod;
  double left_mods = contours[left].mod;
  /* The first step sets the two siblings side by side, which may also draw them together; later ones only part them. So a
   * child whose own children spread far to the left does not keep away from a leaf before it. */
  double least = -G_MAXDOUBLE;

  while (right != NONE && left != NONE)
    {
      double right_bottom = contours[right].bottom;
      double left_bottom = contours[left].bottom;
      double distance;

      distance = (right_mods + contours[right].prelim + contours[right].breadth) - (left_mods + contours[left].prelim);

      if (distance > least)
        {
          while (met > self->reaches && right_bottom > met->low)
            met--;

          left_mods += distance;
          tree_move_child (self, child, index, met, distance);
        }

      least = 0;

      if (right_bottom <= left_bottom)
        {
          right = contours[right].right;
          right_mods += right != NONE ? contours[right].mod : 0;
        }

      if (right_bottom >= left_bottom)
        {
          left = contours[left].left;
          left_mods += left != NONE ? contours[left].mod : 0;
        }
    }

  if (right == NONE && left != NONE)
    tree_thread_left (self, first, child, left, left_mods);
  else if (right != NONE && left == NONE)
    tree_thread_right (self, previous, child, right, right_mods);
}

/* Places the children of a node beside one another, and the node above their middle. */
static void
tree_place_children (Tree    *self,
                     guint32  node)
{
  Contour *contours = self->contours;
  Family *families = self->families;
  guint32 first = contours[node].left;
  guint32 last = contours[node].right;

  if (first != last)
    {
      guint32 previous = first;
      guint32 index = 0;

      self->reaches[0] = (Reach) { contours[families[first].extreme_left].bottom, first, 0 };
      self->n_reaches = 1;

      for (guint32 child = families[first].next; child != NONE; child = families[child].next)
        {
          /* Its own depth, before its contour is joined to that of its siblings */
          double low = contours[families[child].extreme_right].bottom;

          tree_separate (self, first, previous, child, ++index);

          if (child != last)
            tree_push_reach (self, low, child, index);

          previous = child;
        }
    }

  contours[node].prelim = (contours[first].prelim + contours[first].mod +
                           contours[last].prelim + contours[last].mod + contours[last].breadth) / 2 -
                          contours[node].breadth / 2;

  families[node].extreme_left = families[first].extreme_left;
  families[node].extreme_left_mod = families[first].extreme_left_mod;
  families[node].extreme_right = families[last].extreme_right;
  families[node].extreme_right_mod = families[last].extreme_right_mod;
}

/* From the roots down: adds up what moves each node. A node that is done counts for its children in shift and change. */
static void
tree_add_up (Tree   *self,
             double  sibling_gap,
             double *breadth)
{
  for (guint32 i = 0; i < self->n; i++)
    {
      Contour *contour = &self->contours[i];
      Family *family = &self->families[i];
      guint32 parent = self->parents[i];

      if (parent != NONE)
        {
          Family *above = &self->families[parent];

          above->shift += family->shift;
          above->change += above->shift + family->change;
          contour->mod += above->change + self->contours[parent].mod;
        }

      family->shift = 0;
      family->change = 0;
      breadth[i] = contour->prelim + contour->mod + sibling_gap / 2;
    }
}

/* Puts the trees of the forest one after the other. Returns how broad they are together. */
static double
stack_trees (const guint32 *parents,
             guint32        n,
             const double  *breadths,
             double         root_gap,
             double        *breadth)
{
  double total = 0;
  guint32 start = 0;

  while (start < n)
    {
      double least = breadth[start];
      double most = breadth[start] + breadths[start];
      guint32 end;

      for (end = start + 1; end < n && parents[end] != NONE; end++)
        {
          least = MIN (least, breadth[end]);
          most = MAX (most, breadth[end] + breadths[end]);
        }

      if (start > 0)
        total += root_gap;

      for (guint32 i = start; i < end; i++)
        breadth[i] += total - least;

      total += most - least;
      start = end;
    }

  return total;
}

/* Lays out, whichever way the tree grows. The bounds are those of a tree that grows downwards. */
static void
lay_out (const guint32           *parents,
         guint32                  n,
         const double            *breadths,
         const double            *depths,
         const AftTidyTreeParams *params,
         double                  *breadth,
         double                  *depth,
         AftRect                 *bounds)
{
  /* One block: several large ones can make the C library hand back and fetch all their pages at each layout. */
  g_autofree Record *records = g_new (Record, MAX (n, 1));
  Contour *contours = (Contour *) (gpointer) records;
  Family *families = (Family *) (gpointer) (contours + n);
  Reach *reaches = (Reach *) (gpointer) (families + n);
  guint32 *inner = (guint32 *) (gpointer) (reaches + n);
  Tree tree = { parents, n, contours, families, reaches, 0, inner, 0 };

  *bounds = (AftRect) { 0, 0, 0, 0 };
  bounds->height = tree_init (&tree, breadths, depths, params->sibling_gap, params->level_gap, depth);

  while (tree.n_inner > 0)
    tree_place_children (&tree, inner[--tree.n_inner]);

  tree_add_up (&tree, params->sibling_gap, breadth);
  bounds->width = stack_trees (parents, n, breadths, params->root_gap, breadth);
}

/**
 * aft_tidy_tree_layout:
 * @parents: (array length=n_nodes) (nullable): for each node the index of its parent, or %AFT_TIDY_TREE_ROOT; in preorder,
 *   that is each node follows its parent, and its whole subtree follows it
 * @widths: (array length=n_nodes) (nullable): the widths of the boxes, in pixels
 * @heights: (array length=n_nodes) (nullable): the heights of the boxes, in pixels
 * @n_nodes: how many nodes there are
 * @params: how to lay out
 * @xs: (array length=n_nodes) (out caller-allocates): where the left edges go, in pixels
 * @ys: (array length=n_nodes) (out caller-allocates): where the top edges go, in pixels
 * @bounds: (out caller-allocates) (optional): where the box around all goes; it begins at 0, 0
 *
 * Lays out trees of boxes of any size. Boxes of different size need not stand in columns: a child begins just behind its
 * own parent. No boxes overlap, siblings keep their order, a parent stands at the middle of the span from its first to its
 * last child, equal subtrees are drawn equal, and siblings between two that had to move apart share the way. Trees of a
 * forest stand one after the other, as if each were in a box.
 *
 * If leaves are stacked, two or more leaves that follow one another below one parent stand one behind the other where
 * the tree grows, the sibling gap apart, with their left edges in one line, or their top edges if the tree grows
 * sideways. All of the above holds for a stack as if it were one box, as broad as its broadest leaf and the indent. The
 * line that connects the leaves may run along the edge of that box, the indent before them; for which leaves, tells
 * aft_tidy_tree_is_stacked().
 *
 * Takes O(n), without recursion, and allocates a fixed number of times.
 *
 * The algorithm is that of Atze van der Ploeg, "Drawing Non-layered Tidy Trees in Linear Time", Software: Practice and
 * Experience, 2014, which extends Reingold and Tilford, 1981, and Buchheim, Jünger and Leipert, 2002. Where that only ever moves a child
 * away from the siblings before it, this one first draws it near, as Buchheim does, so that less room is lost.
 *
 * Returns: %FALSE, with nothing written, if @parents are not in preorder or a size is negative or not finite
 */
gboolean
aft_tidy_tree_layout (const guint32           *parents,
                      const double            *widths,
                      const double            *heights,
                      gsize                    n_nodes,
                      const AftTidyTreeParams *params,
                      double                  *xs,
                      double                  *ys,
                      AftRect                 *bounds)
{
  const guint32 n = (guint32) n_nodes;
  const double *breadths, *depths;
  double *breadth, *depth;
  AftRect all;
  gboolean down;

  g_return_val_if_fail (n_nodes == 0 || (parents != NULL && widths != NULL && heights != NULL), FALSE);
  g_return_val_if_fail (n_nodes == 0 || (xs != NULL && ys != NULL), FALSE);
  g_return_val_if_fail (n_nodes < NONE, FALSE);
  g_return_val_if_fail (params != NULL, FALSE);
  g_return_val_if_fail (params->level_gap >= 0 && params->sibling_gap >= 0 && params->root_gap >= 0, FALSE);
  g_return_val_if_fail (!params->stack_leaves || params->stack_indent >= 0, FALSE);

  if (!is_preorder (parents, n) || !are_sizes (widths, n) || !are_sizes (heights, n))
    return FALSE;

  down = params->orientation == AFT_TREE_TOP_DOWN;
  breadths = down ? widths : heights;
  depths = down ? heights : widths;
  breadth = down ? xs : ys;
  depth = down ? ys : xs;

  if (params->stack_leaves)
    {
      g_autoptr(AftLeafStacks) stacks = aft_leaf_stacks_new (parents, n, breadths, depths, params->sibling_gap,
                                                             params->stack_indent);

      lay_out (stacks->parents, stacks->n, stacks->breadths, stacks->depths, params, stacks->breadth, stacks->depth,
               &all);
      aft_leaf_stacks_place_leaves (stacks, breadth, depth);
    }
  else
    {
      lay_out (parents, n, breadths, depths, params, breadth, depth, &all);
    }

  if (params->orientation == AFT_TREE_RIGHT_TO_LEFT)
    {
      for (guint32 i = 0; i < n; i++)
        xs[i] = all.height - xs[i] - widths[i];
    }

  if (bounds != NULL)
    *bounds = (AftRect) { 0, 0, down ? all.width : all.height, down ? all.height : all.width };

  return TRUE;
}

/**
 * aft_tidy_tree_is_stacked:
 * @parents: (array length=n_nodes): for each node the index of its parent, as for aft_tidy_tree_layout()
 * @n_nodes: how many nodes there are
 * @node: one of them
 *
 * Tells which connectors run beside a stack, at #AftTidyTreeParams.stack_indent before its leaves. Takes O(1).
 *
 * Returns: whether @node is one of two or more leaves that follow one another below one parent, which a layout with
 *   #AftTidyTreeParams.stack_leaves stacks
 */
gboolean
aft_tidy_tree_is_stacked (const guint32 *parents,
                          gsize          n_nodes,
                          gsize          node)
{
  guint32 parent;

  g_return_val_if_fail (parents != NULL, FALSE);
  g_return_val_if_fail (node < n_nodes, FALSE);

  parent = parents[node];

  if (node == 0 || parent == NONE || (node + 1 < n_nodes && parents[node + 1] == node))
    return FALSE;

  /* The node before, if it is a sibling, is a leaf; the one behind may have children. */
  if (parents[node - 1] == parent)
    return TRUE;

  return node + 1 < n_nodes && parents[node + 1] == parent && (node + 2 == n_nodes || parents[node + 2] != node + 1);
}

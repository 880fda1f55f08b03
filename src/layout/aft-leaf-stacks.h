/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AftLeafStacks:
 * @n: how many boxes there are
 * @parents: (array length=n): for each box that of its parent, or %AFT_TIDY_TREE_ROOT; in preorder
 * @breadths: (array length=n): how broad they are
 * @depths: (array length=n): how deep they are
 * @breadth: (array length=n): where they go, for the layout to fill in
 * @depth: (array length=n): where they go, for the layout to fill in
 *
 * What a tree becomes when each stack of leaves is one box. Depth is where the tree grows, breadth is across.
 */
typedef struct
{
  guint32       n;
  guint32      *parents;
  double       *breadths;
  double       *depths;
  double       *breadth;
  double       *depth;

  /*< private >*/
  guint32      *firsts;         /* the first node in the box, and n_nodes behind the last box */
  const double *leaf_depths;    /* the caller's */
  double        gap;
  double        indent;
} AftLeafStacks;

AftLeafStacks *aft_leaf_stacks_new          (const guint32       *parents,
                                             guint32              n_nodes,
                                             const double        *breadths,
                                             const double        *depths,
                                             double               gap,
                                             double               indent);
void           aft_leaf_stacks_free         (AftLeafStacks       *self);
void           aft_leaf_stacks_place_leaves (const AftLeafStacks *self,
                                             double              *breadth,
                                             double              *depth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftLeafStacks, aft_leaf_stacks_free)

G_END_DECLS

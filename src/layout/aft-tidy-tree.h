/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "aft-rect.h"

G_BEGIN_DECLS

/**
 * AFT_TIDY_TREE_ROOT:
 *
 * The parent of a root.
 */
#define AFT_TIDY_TREE_ROOT G_MAXUINT32

/**
 * AftTreeOrientation:
 * @AFT_TREE_LEFT_TO_RIGHT: roots at the left, children to their right, siblings one below the other
 * @AFT_TREE_RIGHT_TO_LEFT: the same, mirrored
 * @AFT_TREE_TOP_DOWN: roots at the top, children below, siblings side by side
 *
 * Where a tree grows.
 */
typedef enum
{
  AFT_TREE_LEFT_TO_RIGHT,
  AFT_TREE_RIGHT_TO_LEFT,
  AFT_TREE_TOP_DOWN,
} AftTreeOrientation;

/**
 * AftTidyTreeParams:
 * @orientation: where the tree grows
 * @level_gap: between a parent and its children, in pixels, not negative
 * @sibling_gap: between boxes side by side, be they siblings or cousins, in pixels, not negative
 * @root_gap: between the trees of a forest, in pixels, not negative
 * @stack_leaves: whether leaves of one parent that follow one another stand one behind the other, where the tree grows,
 *   and not side by side
 * @stack_indent: between the leaves of a stack and the line beside them that connects them, in pixels, not negative
 *
 * How a tree is laid out.
 */
typedef struct
{
  AftTreeOrientation orientation;
  double             level_gap;
  double             sibling_gap;
  double             root_gap;
  gboolean           stack_leaves;
  double             stack_indent;
} AftTidyTreeParams;

gboolean aft_tidy_tree_layout (const guint32           *parents,
                               const double            *widths,
                               const double            *heights,
                               gsize                    n_nodes,
                               const AftTidyTreeParams *params,
                               double                  *xs,
                               double                  *ys,
                               AftRect                 *bounds);
gboolean aft_tidy_tree_is_stacked (const guint32 *parents,
                                   gsize          n_nodes,
                                   gsize          node);

G_END_DECLS

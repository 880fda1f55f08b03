/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-figure-tree.h"
#include "aft-tidy-tree.h"

G_BEGIN_DECLS

#define AFT_TREE_PADDING 4.5
#define AFT_TREE_JOIN_HEIGHT 13.0
#define AFT_TREE_STACK_INDENT 8.0

/**
 * AftTreeBox:
 * @entry: what it shows
 * @parent: index of the box above, or %AFT_TREE_NO_PARENT
 * @stacked: whether it stands in a stack of leaves, with a line at their left
 * @rect: where
 * @head: (nullable): the state, or what else stands above the text
 * @text: the text
 * @foot: (nullable): where the tree goes on
 *
 * A box of a drawn tree.
 */
typedef struct
{
  const AftTreeEntry *entry;
  guint32             parent;
  gboolean            stacked;
  AftRect             rect;
  PangoLayout        *head;
  PangoLayout        *text;
  PangoLayout        *foot;
} AftTreeBox;

/**
 * AftTreePart:
 * @boxes: (element-type AftTreeBox): parents before their children
 * @orientation: where it grows
 * @scale: below 1 where nothing else would fit
 * @words: the words of the report's language
 * @context: for text
 * @title: (nullable): which part of the tree it is
 *
 * A tree, or the part of one that fits a page.
 */
typedef struct
{
  GArray               *boxes;
  AftTreeOrientation    orientation;
  double                scale;
  const AftReportWords *words;
  PangoContext         *context;
  PangoLayout          *title;
} AftTreePart;

void aft_tree_part_draw (AftPanel *panel,
                         cairo_t  *cr);

G_END_DECLS

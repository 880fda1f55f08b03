/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-report.h"

G_BEGIN_DECLS

/**
 * AftGraphNode:
 * @entry: what it shows; of a junction, its question
 * @words: the words of the report's language
 * @junction: whether the answers of a question part here
 *
 * A node of a graph of whys.
 */
typedef struct
{
  const AftTreeEntry   *entry;
  const AftReportWords *words;
  gboolean              junction;
} AftGraphNode;

/**
 * AftGraphEdge:
 * @from: the index of a node
 * @to: the index of a node
 * @question: (nullable): the question that leads there
 *
 * An edge of a graph of whys.
 */
typedef struct
{
  guint               from;
  guint               to;
  const AftTreeEntry *question;
} AftGraphEdge;

/**
 * AftTreeGraph:
 * @trees: (element-type AftFigureData): what it is made from, and what the nodes live in
 * @nodes: (element-type AftGraphNode): the nodes
 * @edges: (element-type AftGraphEdge): the edges, after both of their nodes
 *
 * The whys of all problems as notations for graphs want them: problems and answers are nodes, questions
 * stand on the edges. A question with several answers leads to a junction.
 */
typedef struct
{
  GPtrArray *trees;
  GArray    *nodes;
  GArray    *edges;
} AftTreeGraph;

AftTreeGraph *aft_tree_graph_new      (const GPtrArray    *trees) G_GNUC_WARN_UNUSED_RESULT;
void          aft_tree_graph_free     (AftTreeGraph       *self);
char         *aft_graph_node_dup_text (const AftGraphNode *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftTreeGraph, aft_tree_graph_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-plain-text.h"
#include "aft-tree-graph.h"

static guint
add_node (AftTreeGraph         *self,
          const AftTreeEntry   *entry,
          const AftReportWords *words)
{
  const AftGraphNode node = { entry, words, entry->kind == AFT_TREE_QUESTION };

  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

static void
add_tree (AftTreeGraph        *self,
          const AftFigureData *tree)
{
  const guint n = tree->nodes->len;
  g_autofree guint *places = g_new0 (guint, n);
  g_autofree guint *children = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    {
      const AftTreeEntry *entry = g_ptr_array_index (tree->nodes, i);

      if (entry->parent != AFT_TREE_NO_PARENT)
        children[entry->parent]++;
    }

  for (guint i = 0; i < n; i++)
    {
      const AftTreeEntry *entry = g_ptr_array_index (tree->nodes, i);
      const AftTreeEntry *above = entry->parent != AFT_TREE_NO_PARENT ? g_ptr_array_index (tree->nodes, entry->parent)
                                                                      : NULL;
      AftGraphEdge edge = { 0 };

      /* A question with one answer is but the edge between the two. */
      if (entry->kind == AFT_TREE_QUESTION && above != NULL && children[i] == 1)
        {
          places[i] = places[entry->parent];
          continue;
        }

      places[i] = add_node (self, entry, tree->words);
      if (above == NULL)
        continue;

      edge.from = places[entry->parent];
      edge.to = places[i];
      if (entry->kind == AFT_TREE_QUESTION)
        edge.question = entry;
      else if (above->kind == AFT_TREE_QUESTION && children[entry->parent] == 1)
        edge.question = above;
      g_array_append_val (self->edges, edge);
    }
}

/**
 * aft_tree_graph_new:
 * @trees: (element-type AftFigureData): the whys of problems
 *
 * Returns: (transfer full): all of them
 */
AftTreeGraph *
aft_tree_graph_new (const GPtrArray *trees)
{
  AftTreeGraph *self;

  g_return_val_if_fail (trees != NULL, NULL);

  self = g_new0 (AftTreeGraph, 1);
  self->trees = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_figure_data_unref);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (AftGraphNode));
  self->edges = g_array_new (FALSE, FALSE, sizeof (AftGraphEdge));
  for (guint i = 0; i < trees->len; i++)
    {
      g_ptr_array_add (self->trees, aft_figure_data_ref (g_ptr_array_index (trees, i)));
      add_tree (self, g_ptr_array_index (trees, i));
    }

  return self;
}

/**
 * aft_tree_graph_free:
 * @self: (nullable): a graph
 */
void
aft_tree_graph_free (AftTreeGraph *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_ptr_array_unref (self->trees);
  g_free (self);
}

/**
 * aft_graph_node_dup_text:
 * @self: a node
 *
 * Returns: (transfer full): all that it says, in lines: the state of an answer, its text, what else is
 *   told of it; of a junction AND, OR or a dot
 */
char *
aft_graph_node_dup_text (const AftGraphNode *self)
{
  g_autofree char *head = NULL;
  g_autofree char *all = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->junction)
    return g_strdup (self->entry->join != AFT_JOIN_OPEN ? self->words->join_signs[self->entry->join] : "·");

  head = aft_tree_entry_dup_head (self->entry, self->words);
  all = g_strconcat (head != NULL ? head : "", head != NULL ? "\n" : "",
                     self->entry->text[0] != '\0' ? self->entry->text : self->words->unknown,
                     self->entry->remark != NULL ? "\n" : "", self->entry->remark, NULL);

  return aft_plain_text_clean (all);
}

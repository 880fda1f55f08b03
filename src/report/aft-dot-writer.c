/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-dot-writer.h"
#include "aft-plain-text.h"
#include "aft-tree-graph.h"

#define BOX_WIDTH 36
#define QUESTION_WIDTH 26

static void
append_quoted (GString    *out,
               const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    switch (*at)
      {
      case '"': g_string_append (out, "\\\""); break;
      case '\\': g_string_append (out, "\\\\"); break;
      case '\n': g_string_append (out, "\\n"); break;
      case '&': g_string_append (out, "&amp;"); break;        /* Entities are read in labels, too. */
      default: g_string_append_c (out, *at); break;
      }
  g_string_append_c (out, '"');
}

/**
 * aft_dot_escape:
 * @text: a text
 *
 * Returns: (transfer full): the text as a quoted label in the notation of Graphviz, with its quotation
 *   marks
 */
char *
aft_dot_escape (const char *text)
{
  g_autofree char *clean = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  clean = aft_plain_text_clean (text);
  out = g_string_sized_new (strlen (clean) + 2);
  append_quoted (out, clean);

  return g_string_free (out, FALSE);
}

static void
append_label (GString    *out,
              const char *text,
              guint       width)
{
  g_autofree char *clean = aft_plain_text_clean (text);
  g_auto(GStrv) lines = aft_plain_text_wrap (clean, width);
  g_autofree char *wrapped = g_strjoinv ("\n", lines);

  g_string_append (out, "label=");
  append_quoted (out, wrapped);
}

static const char *
get_style (const AftGraphNode *node)
{
  if (node->junction)
    return "shape=oval, style=filled, fillcolor=\"#333333\", fontcolor=\"#ffffff\", margin=\"0.05,0.02\", "
           "height=0.2, width=0.2";
  if (node->entry->kind == AFT_TREE_PROBLEM)
    return "style=filled, fillcolor=\"#eeeeee\", penwidth=2";
  if (node->entry->kind == AFT_TREE_MISSING)
    return "style=dotted, fontcolor=\"#666666\"";
  if (node->entry->state == AFT_ANSWER_CONFIRMED)
    return node->entry->factor ? "style=solid, penwidth=3" : "style=solid, penwidth=1.5";
  if (node->entry->state == AFT_ANSWER_RULED_OUT)
    return node->entry->factor ? "style=dotted, penwidth=3, fontcolor=\"#666666\""
                               : "style=dotted, fontcolor=\"#666666\"";

  return node->entry->factor ? "style=dashed, penwidth=3" : "style=dashed";
}

/**
 * aft_dot_write:
 * @report: a report
 *
 * Returns: (transfer full): the whys of all its problems as a graph in the notation of Graphviz
 */
char *
aft_dot_write (AftReport *report)
{
  g_autoptr(AftTreeGraph) graph = NULL;
  GString *out;

  g_return_val_if_fail (report != NULL, NULL);

  graph = aft_tree_graph_new (aft_report_get_trees (report));
  out = g_string_new ("digraph whys {\n"
                      "  graph [rankdir=LR, charset=\"UTF-8\", ranksep=0.6];\n"
                      "  node [shape=box, fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, color=\"#333333\"];\n"
                      "  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=10, color=\"#777777\"];\n");
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const AftGraphNode *node = &g_array_index (graph->nodes, AftGraphNode, i);
      g_autofree char *text = aft_graph_node_dup_text (node);

      g_string_append_printf (out, "  n%u [", i + 1);
      append_label (out, text, BOX_WIDTH);
      g_string_append_printf (out, ", %s];\n", get_style (node));
    }
  for (guint i = 0; i < graph->edges->len; i++)
    {
      const AftGraphEdge *edge = &g_array_index (graph->edges, AftGraphEdge, i);

      g_string_append_printf (out, "  n%u -> n%u", edge->from + 1, edge->to + 1);
      if (edge->question != NULL && edge->question->text[0] != '\0')
        {
          g_string_append (out, " [");
          append_label (out, edge->question->text, QUESTION_WIDTH);
          g_string_append_c (out, ']');
        }
      g_string_append (out, ";\n");
    }
  g_string_append (out, "}\n");

  return g_string_free (out, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-mermaid-writer.h"
#include "aft-plain-text.h"
#include "aft-tree-graph.h"

static const char styles[] =
  "  classDef problem fill:#eeeeee,stroke:#333333,stroke-width:2px,color:#222222\n"
  "  classDef confirmed fill:#ffffff,stroke:#333333,stroke-width:2px,color:#222222\n"
  "  classDef possible fill:#ffffff,stroke:#777777,stroke-dasharray:6 4,color:#222222\n"
  "  classDef ruledout fill:#ffffff,stroke:#999999,stroke-dasharray:2 3,color:#666666,text-decoration:line-through\n"
  "  classDef missing fill:#ffffff,stroke:#999999,stroke-dasharray:2 3,color:#666666,font-style:italic\n"
  "  classDef factor stroke-width:4px\n"
  "  classDef junction fill:#333333,stroke:#333333,color:#ffffff\n";

/* Whether the word "end", which closes a block in old versions even where it is quoted, stands here. */
static gboolean
is_end (const char *start,
        const char *at)
{
  return g_ascii_strncasecmp (at, "end", 3) == 0 && !g_ascii_isalnum (at[3]) &&
         (at == start || !g_ascii_isalnum (at[-1]));
}

/**
 * aft_mermaid_escape:
 * @text: a text
 *
 * Nothing but letters, digits, blanks and the plainest marks goes through as it is; all else is told by
 * number. So no text can end its quotation, begin a directive, a list or an icon, or bring markup along.
 *
 * Returns: (transfer full): the text, to stand between quotation marks
 */
char *
aft_mermaid_escape (const char *text)
{
  g_autofree char *clean = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  clean = aft_plain_text_clean (text);
  out = g_string_sized_new (strlen (clean) + 16);
  for (const char *at = clean; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);
      const char before = at > clean ? at[-1] : '\n';
      gboolean plain = character >= 0x80 || g_ascii_isalnum (*at) || strchr (" ,?!", *at) != NULL;

      if (*at == '.')
        plain = !g_ascii_isdigit (before) || g_ascii_isalnum (at[1]);
      else if (*at == '-')
        plain = g_ascii_isalnum (before) && g_ascii_isalnum (at[1]);
      else if (is_end (clean, at) || character == 0xfb02)
        plain = FALSE;        /* With the ligature Mermaid marks what it escapes itself. */

      if (*at == '\n')
        g_string_append (out, "<br/>");
      else if (plain)
        g_string_append_unichar (out, character);
      else
        g_string_append_printf (out, "#%u;", character);
    }

  return g_string_free (out, FALSE);
}

static const char *
get_class (const AftGraphNode *node)
{
  if (node->junction)
    return "junction";

  switch (node->entry->kind)
    {
    case AFT_TREE_PROBLEM: return "problem";
    case AFT_TREE_MISSING: return "missing";
    case AFT_TREE_QUESTION:
    case AFT_TREE_ANSWER:
    default: break;
    }

  return node->entry->state == AFT_ANSWER_CONFIRMED   ? "confirmed"
         : node->entry->state == AFT_ANSWER_RULED_OUT ? "ruledout"
                                                      : "possible";
}

static void
append_class (GString            *out,
              const AftTreeGraph *graph,
              const char         *name)
{
  gboolean any = FALSE;

  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const AftGraphNode *node = &g_array_index (graph->nodes, AftGraphNode, i);

      if (strcmp (name, "factor") == 0 ? node->junction || !node->entry->factor : strcmp (get_class (node), name) != 0)
        continue;
      g_string_append_printf (out, "%sn%u", any ? "," : "  class ", i + 1);
      any = TRUE;
    }
  if (any)
    g_string_append_printf (out, " %s\n", name);
}

/**
 * aft_mermaid_write:
 * @report: a report
 *
 * Returns: (transfer full): the whys of all its problems as a flowchart in the notation of Mermaid
 */
char *
aft_mermaid_write (AftReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  return aft_mermaid_write_trees (aft_report_get_trees (report));
}

/**
 * aft_mermaid_write_trees:
 * @trees: (element-type AftFigureData): the whys of problems
 *
 * Returns: (transfer full): these as a flowchart in the notation of Mermaid
 */
char *
aft_mermaid_write_trees (const GPtrArray *trees)
{
  static const char *const classes[] = {
    "problem", "confirmed", "possible", "ruledout", "missing", "factor", "junction",
  };
  g_autoptr(AftTreeGraph) graph = NULL;
  GString *out;

  g_return_val_if_fail (trees != NULL, NULL);

  graph = aft_tree_graph_new (trees);
  out = g_string_new ("flowchart LR\n");
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const AftGraphNode *node = &g_array_index (graph->nodes, AftGraphNode, i);
      g_autofree char *text = aft_graph_node_dup_text (node);
      g_autofree char *escaped = aft_mermaid_escape (text);

      g_string_append_printf (out, node->junction ? "  n%u([\"%s\"])\n" : "  n%u[\"%s\"]\n", i + 1, escaped);
    }
  for (guint i = 0; i < graph->edges->len; i++)
    {
      const AftGraphEdge *edge = &g_array_index (graph->edges, AftGraphEdge, i);
      g_autofree char *escaped = edge->question != NULL ? aft_mermaid_escape (edge->question->text) : NULL;

      if (escaped != NULL && escaped[0] != '\0')
        g_string_append_printf (out, "  n%u -->|\"%s\"| n%u\n", edge->from + 1, escaped, edge->to + 1);
      else
        g_string_append_printf (out, "  n%u --> n%u\n", edge->from + 1, edge->to + 1);
    }
  if (graph->nodes->len > 0)
    g_string_append (out, styles);
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    append_class (out, graph, classes[i]);

  return g_string_free (out, FALSE);
}

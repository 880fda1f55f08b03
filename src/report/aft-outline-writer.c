/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-branch-notation.h"
#include "aft-outline-writer.h"

static void
append_entry (GString              *out,
              const AftTreeEntry   *entry,
              const AftReportWords *words,
              guint                 depth)
{
  const AftBranchEntry line = {
    .kind = entry->kind == AFT_TREE_QUESTION ? AFT_BRANCH_QUESTION : entry->kind == AFT_TREE_ANSWER ? AFT_BRANCH_ANSWER : AFT_BRANCH_PROBLEM,
    .state = entry->state,
    .factor = entry->factor,
    .join = entry->join,
    .went_well = entry->went_well,
    .text = entry->text,
    .same_as = entry->same_as,
  };

  aft_branch_notation_write (out, depth, &line, words->code);
}

/**
 * aft_outline_write_tree:
 * @tree: the whys of one problem
 *
 * Every entry begins a line, two blanks deeper than the one above it, in the notation that can be pasted
 * into a document, see aft_branch_text_read(). That a question has no answer is told by none.
 *
 * Returns: (transfer full): the tree as indented text
 */
char *
aft_outline_write_tree (const AftFigureData *tree)
{
  GString *out = g_string_new (NULL);
  g_autofree guint *depths = NULL;

  g_return_val_if_fail (tree != NULL && tree->kind == AFT_FIGURE_TREE, NULL);

  depths = g_new0 (guint, tree->nodes->len);
  for (guint i = 0; i < tree->nodes->len; i++)
    {
      const AftTreeEntry *entry = g_ptr_array_index (tree->nodes, i);

      depths[i] = entry->parent == AFT_TREE_NO_PARENT ? 0 : depths[entry->parent] + 1;
      if (entry->kind != AFT_TREE_MISSING)
        append_entry (out, entry, tree->words, depths[i]);
    }

  return g_string_free (out, FALSE);
}

/**
 * aft_outline_write:
 * @report: a report
 *
 * Returns: (transfer full): the whys of all problems as indented text, see aft_outline_write_tree();
 *   empty where there is no problem
 */
char *
aft_outline_write (AftReport *report)
{
  const GPtrArray *trees;
  GString *out;

  g_return_val_if_fail (report != NULL, NULL);

  trees = aft_report_get_trees (report);
  out = g_string_new (NULL);
  for (guint i = 0; i < trees->len; i++)
    {
      g_autofree char *text = aft_outline_write_tree (g_ptr_array_index (trees, i));

      if (i > 0)
        g_string_append_c (out, '\n');
      g_string_append (out, text);
    }

  return g_string_free (out, FALSE);
}

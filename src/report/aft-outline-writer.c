/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-outline-writer.h"
#include "aft-plain-text.h"

#define INDENT 2

/* The lines of a text after its first stand two levels deeper, where no entry can begin: one level
 * deeper is a child. */
static void
append_lines (GString    *out,
              guint       depth,
              const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        {
          g_string_append_c (out, '\n');
          if (lines[i][0] != '\0')
            g_string_append_printf (out, "%*s", (int) ((depth + 2) * INDENT), "");
        }
      g_string_append (out, g_strchomp (lines[i]));
    }
}

static void
append_entry (GString              *out,
              const AftTreeEntry   *entry,
              const AftReportWords *words,
              guint                 depth)
{
  g_autofree char *head = aft_tree_entry_dup_head (entry, words);
  g_autofree char *text = aft_plain_text_clean (entry->text);

  g_string_append_printf (out, "%*s", (int) (depth * INDENT), "");
  if (head != NULL)
    g_string_append_printf (out, "%s: ", head);
  if (entry->kind == AFT_TREE_MISSING)
    g_string_append_printf (out, "(%s)", text);
  else
    append_lines (out, depth, text[0] != '\0' ? text : words->unknown);
  if (entry->join != AFT_JOIN_OPEN)
    g_string_append_printf (out, " — %s", words->joins[entry->join]);

  if (entry->remark != NULL)
    {
      g_autofree char *remark = aft_plain_text_clean (entry->remark);
      g_autofree char *below = g_strconcat ("\n", remark, NULL);

      append_lines (out, depth, below);
    }
  g_string_append_c (out, '\n');
}

/**
 * aft_outline_write_tree:
 * @tree: the whys of one problem
 *
 * Every entry begins a line, two blanks deeper than the one above it. What a text goes on with stands
 * four blanks deeper than its first line.
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

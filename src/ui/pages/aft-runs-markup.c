/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-runs-markup.h"

/* What it leads to may not be part of this edition; then it is text. */
static gboolean
leads_somewhere (const char *link,
                 GHashTable *anchors)
{
  if (link == NULL)
    return FALSE;

  return link[0] == '#' ? g_hash_table_contains (anchors, link + 1) : aft_link_is_safe (link);
}

static void
append_run (GString      *out,
            const AftRun *run,
            gboolean      linked)
{
  static const struct { AftRunStyle style; const char *begin; const char *end; } marks[] = {
    { AFT_RUN_ALERT, "<b>", "</b>" },
    { AFT_RUN_QUIET, "<span alpha=\"70%\">", "</span>" },
    { AFT_RUN_LABEL, "<b>", "</b>" },
    { AFT_RUN_STRONG, "<b>", "</b>" },
    { AFT_RUN_EMPHASIS, "<i>", "</i>" },
    { AFT_RUN_STRUCK, "<s>", "</s>" },
    { AFT_RUN_CODE, "<tt>", "</tt>" },
  };
  g_autofree char *text = g_markup_escape_text (run->text, -1);

  if (linked)
    {
      g_autofree char *address = g_markup_escape_text (run->link, -1);

      g_string_append_printf (out, "<a href=\"%s\">", address);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if ((run->style & marks[i].style) != 0)
      g_string_append (out, marks[i].begin);
  g_string_append (out, text);
  for (gsize i = G_N_ELEMENTS (marks); i > 0; i--)
    if ((run->style & marks[i - 1].style) != 0)
      g_string_append (out, marks[i - 1].end);
  if (linked)
    g_string_append (out, "</a>");
}

/**
 * aft_runs_markup_write:
 * @runs: (nullable): a text of a report
 * @anchors: (element-type utf8 utf8): the names of all places of the report; a link to another one is text
 * @first_link: (out) (optional): at which letter the first link begins; -1 where there is none
 * @last_link: (out) (optional): at which letter the last link begins; -1 where there is none
 *
 * Returns: (transfer full): the text in the markup of labels; nothing in it is markup but what we made
 */
char *
aft_runs_markup_write (const AftRuns *runs,
                       GHashTable    *anchors,
                       int           *first_link,
                       int           *last_link)
{
  GString *out = g_string_new (NULL);
  glong at = 0;

  if (first_link != NULL)
    *first_link = -1;
  if (last_link != NULL)
    *last_link = -1;

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const AftRun *run = g_ptr_array_index (runs, i);
      const gboolean linked = leads_somewhere (run->link, anchors);

      if ((run->style & AFT_RUN_BREAK) != 0)
        {
          g_string_append_c (out, '\n');
          at++;
          continue;
        }
      if (linked && first_link != NULL && *first_link < 0)
        *first_link = (int) at;
      if (linked && last_link != NULL)
        *last_link = (int) at;
      append_run (out, run, linked);
      at += g_utf8_strlen (run->text, -1);
    }

  return g_string_free (out, FALSE);
}

/**
 * aft_runs_markup_anchors:
 * @anchors: (element-type utf8 utf8): a set that borrows its names
 * @blocks: (element-type AftBlock) (nullable): blocks
 *
 * Adds the names of all places in the blocks.
 */
void
aft_runs_markup_anchors (GHashTable      *anchors,
                         const GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);

      if (block->anchor != NULL)
        g_hash_table_add (anchors, block->anchor);
      aft_runs_markup_anchors (anchors, block->children);
    }
}

static gboolean
runs_differ (const AftRuns *runs,
             GHashTable    *before,
             GHashTable    *after)
{
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const AftRun *run = g_ptr_array_index (runs, i);

      if (run->link != NULL && leads_somewhere (run->link, before) != leads_somewhere (run->link, after))
        return TRUE;
    }

  return FALSE;
}

static gboolean
row_differs (const AftTableRow *row,
             GHashTable        *before,
             GHashTable        *after)
{
  for (guint i = 0; row != NULL && i < row->cells->len; i++)
    if (runs_differ (g_ptr_array_index (row->cells, i), before, after))
      return TRUE;

  return FALSE;
}

/**
 * aft_runs_markup_differs:
 * @block: a block
 * @before: (element-type utf8 utf8): the places of a report
 * @after: (element-type utf8 utf8): the places of another one
 *
 * Returns: whether a link of the block leads somewhere in the one report and nowhere in the other
 */
gboolean
aft_runs_markup_differs (const AftBlock *block,
                         GHashTable     *before,
                         GHashTable     *after)
{
  if (runs_differ (block->runs, before, after))
    return TRUE;
  if (block->table != NULL && row_differs (block->table->head, before, after))
    return TRUE;
  for (guint i = 0; block->table != NULL && i < block->table->rows->len; i++)
    if (row_differs (g_ptr_array_index (block->table->rows, i), before, after))
      return TRUE;
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    if (aft_runs_markup_differs (g_ptr_array_index (block->children, i), before, after))
      return TRUE;

  return FALSE;
}

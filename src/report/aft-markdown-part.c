/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-markdown-writer.h"

/* A lesson, a branch or a section alone. */

static gboolean
is_called (const AftBlock *block,
           const char     *name)
{
  return g_strcmp0 (block->item_id, name) == 0 || g_strcmp0 (block->anchor, name) == 0;
}

/* An item of a list is a list of its own. */
static char *
write_item_alone (const AftBlock *list,
                  AftBlock       *item)
{
  g_autoptr(GPtrArray) children = g_ptr_array_new ();
  g_autoptr(GPtrArray) blocks = g_ptr_array_new ();
  AftBlock alone = *list;

  alone.anchor = NULL;
  alone.children = children;
  g_ptr_array_add (children, item);
  g_ptr_array_add (blocks, &alone);

  return aft_markdown_write_blocks (blocks);
}

static char *
find_item (const GPtrArray *blocks,
           const char      *name)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);
      char *found = NULL;

      for (guint j = 0; block->type == AFT_BLOCK_LIST && j < block->children->len && found == NULL; j++)
        if (is_called (g_ptr_array_index (block->children, j), name))
          found = write_item_alone (block, g_ptr_array_index (block->children, j));
      if (found == NULL && block->children != NULL)
        found = find_item (block->children, name);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A heading goes as far as the next like it, a figure takes the list that says the same. */
static guint
find_end (const GPtrArray *blocks,
          guint            first)
{
  const AftBlock *begin = g_ptr_array_index (blocks, first);
  guint end = first + 1;

  for (; end < blocks->len; end++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, end);

      if (begin->type == AFT_BLOCK_HEADING ? block->type == AFT_BLOCK_HEADING && block->level <= begin->level
                                           : begin->type != AFT_BLOCK_FIGURE || block->type != AFT_BLOCK_LIST)
        return end;
    }

  return end;
}

/**
 * aft_markdown_write_part:
 * @report: a report
 * @name: the id of an item, or the anchor of a section
 *
 * Returns: (transfer full) (nullable): what the report tells of it alone, as Markdown; %NULL where it tells
 *   nothing of it
 */
char *
aft_markdown_write_part (AftReport  *report,
                         const char *name)
{
  const GPtrArray *blocks;

  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  blocks = aft_report_get_blocks (report);
  for (guint i = 0; i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);
      g_autoptr(GPtrArray) part = NULL;

      if (!is_called (block, name) || block->type == AFT_BLOCK_TITLE)
        continue;

      part = g_ptr_array_new ();
      for (guint j = i; j < find_end (blocks, i); j++)
        g_ptr_array_add (part, g_ptr_array_index (blocks, j));
      return aft_markdown_write_blocks (part);
    }

  return find_item (blocks, name);
}

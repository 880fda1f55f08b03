/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-preview-headings.h"

static void
heading_free (gpointer data)
{
  AftPreviewHeading *heading = data;

  g_free (heading->title);
  g_free (heading->name);
  g_free (heading);
}

static void
add_headings (GPtrArray       *headings,
              const GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == AFT_BLOCK_HEADING)
        {
          AftPreviewHeading *heading = g_new0 (AftPreviewHeading, 1);

          heading->title = aft_runs_to_text (block->runs);
          heading->name = g_strdup (block->anchor != NULL ? block->anchor : heading->title);
          heading->level = block->level;
          g_ptr_array_add (headings, heading);
        }
      add_headings (headings, block->children);
    }
}

/**
 * aft_preview_headings_new:
 * @report: a report
 *
 * Returns: (transfer full) (element-type AftPreviewHeading): its headings in order, without the title
 */
GPtrArray *
aft_preview_headings_new (AftReport *report)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (heading_free);

  g_return_val_if_fail (report != NULL, headings);

  add_headings (headings, aft_report_get_blocks (report));

  return headings;
}

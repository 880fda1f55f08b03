/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-flow.h"

/* With more entries than this only the sections are listed. */
#define MAX_ENTRIES 30

/* Room for the number of the page. */
#define NUMBER_ROOM 40.0

static guint
count_headings (AftFlow *self,
                guint    deepest)
{
  guint count = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const guint level = ((AftBox *) g_ptr_array_index (self->boxes, i))->level;

      count += level > 0 && level <= deepest;
    }

  return count;
}

/**
 * aft_flow_add_contents:
 * @self: a flow
 * @at: before which box
 *
 * Adds a table of contents. Its numbers are asked for when it is drawn.
 */
void
aft_flow_add_contents (AftFlow *self,
                       guint    at)
{
  const guint first = self->boxes->len;
  const guint deepest = count_headings (self, 3) <= MAX_ENTRIES ? 3 : 2;
  g_autoptr(GPtrArray) title = aft_runs_new_text (self->words->contents, AFT_RUN_PLAIN);
  AftTag *contents = aft_flow_add_tag (self, self->root, "TOC");
  guint index = 0;

  self->pending_space = 20;
  self->tag = contents;
  aft_flow_add_text (self, AFT_STYLE_HEADING_3, title, self->left, self->width, "P");
  self->tag = self->root;
  self->glue_next = TRUE;
  aft_flow_add_space (self, 6);

  for (guint i = 0; i < first; i++)
    {
      const AftBox *heading = g_ptr_array_index (self->boxes, i);
      const double indent = heading->level > 2 ? 14 : 0;
      g_autoptr(PangoLayout) layout = NULL;
      AftBox *entry;

      if (heading->level == 0)
        continue;
      index++;
      if (heading->level > deepest)
        continue;

      layout = aft_flow_cache_create_text (self->cache, AFT_STYLE_BODY, heading->title,
                                           self->width - indent - NUMBER_ROOM, PANGO_ELLIPSIZE_END);
      if (heading->level <= 2)
        aft_flow_add_space (self, 3);
      entry = aft_flow_add_box (self, AFT_BOX_ENTRY, self->left + indent,
                                self->width - indent,
                                aft_flow_line_height (pango_layout_get_line_readonly (layout, 0),
                                                      aft_style_get_leading (AFT_STYLE_BODY)));
      entry->layout = g_steal_pointer (&layout);
      entry->color = AFT_COLOR_TEXT;
      entry->target = index - 1;
      entry->tag = aft_flow_add_tag (self, contents, "TOCI");
    }

  /* From the end of the flow to their place. */
  for (guint i = first; i < self->boxes->len; i++)
    g_ptr_array_insert (self->boxes, (gint) (at + i - first), g_ptr_array_steal_index (self->boxes, i));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-flow.h"

/* What the headings above and a caption of two lines below may take. */
#define ROOM 150.0

/**
 * aft_flow_add_figure:
 * @self: a flow
 * @block: a figure
 * @x: left edge
 * @width: its width
 *
 * Adds the panels of a figure, between which pages may break, and the caption below the last.
 */
void
aft_flow_add_figure (AftFlow        *self,
                     const AftBlock *block,
                     double          x,
                     double          width)
{
  const double max_height = MAX (self->page_height - ROOM, self->page_height * 0.5);
  AftFlowFigure *figure = aft_flow_cache_create_figure (self->cache, block->figure, width, max_height);
  AftTag *tag = aft_flow_add_tag (self, self->tag, "Figure");

  g_ptr_array_add (self->figures, figure);
  tag->alternative = block->figure->alternative;
  for (guint i = 0; i < figure->panels->len; i++)
    {
      AftPanel *panel = g_ptr_array_index (figure->panels, i);
      const double scale = MIN (1, MIN (width / panel->width, max_height / panel->height));
      AftBox *box = aft_flow_add_box (self, AFT_BOX_PANEL, x, panel->width * scale, panel->height * scale);

      box->panel = panel;
      box->tag = tag;
      aft_flow_add_space (self, 14);
    }

  if (!aft_runs_are_empty (block->runs))
    {
      self->pending_space = 6;
      self->glue_next = figure->panels->len > 0;
      aft_flow_add_text (self, AFT_STYLE_CAPTION, block->runs, x, MIN (width, AFT_PAGE_MEASURE), "Caption");
    }
}

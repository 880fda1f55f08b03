/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-flow.h"

/**
 * aft_flow_push:
 * @self: a flow
 * @step: adds the next boxes of the block
 * @block: (nullable): a block that takes more than one step
 * @x: left edge
 * @width: its width
 *
 * Returns: (transfer none): its frame, whose steps come next
 */
AftFlowFrame *
aft_flow_push (AftFlow        *self,
               AftFlowStep     step,
               const AftBlock *block,
               double          x,
               double          width)
{
  AftFlowFrame *frame = g_new0 (AftFlowFrame, 1);

  frame->below = self->top;
  frame->step = step;
  frame->block = block;
  frame->x = x;
  frame->width = width;
  frame->first = self->boxes->len;
  frame->tag = self->tag;
  frame->decor = self->decor;
  self->top = frame;

  return frame;
}

static gboolean
step_blocks (AftFlow      *self,
             AftFlowFrame *frame)
{
  if (frame->next >= frame->blocks->len)
    return FALSE;

  aft_flow_add_block (self, g_ptr_array_index (frame->blocks, frame->next++), frame->x, frame->width);
  return TRUE;
}

/**
 * aft_flow_push_blocks:
 * @self: a flow
 * @blocks: (element-type AftBlock): blocks one below the other
 * @x: left edge
 * @width: their width
 */
void
aft_flow_push_blocks (AftFlow         *self,
                      const GPtrArray *blocks,
                      double           x,
                      double           width)
{
  aft_flow_push (self, step_blocks, NULL, x, width)->blocks = blocks;
}

/**
 * aft_flow_pop:
 * @self: a flow
 *
 * Drops the frame whose steps come next.
 */
void
aft_flow_pop (AftFlow *self)
{
  AftFlowFrame *frame = self->top;

  self->top = frame->below;
  if (frame->free_data != NULL)
    frame->free_data (frame->data);
  g_free (frame);
}

/**
 * aft_flow_step:
 * @self: a flow
 *
 * Adds what comes next: a paragraph, a row of a table, or a figure.
 *
 * Returns: whether there may be more
 */
gboolean
aft_flow_step (AftFlow *self)
{
  AftFlowFrame *frame = self->top;

  if (frame == NULL)
    return FALSE;

  if (!frame->step (self, frame))
    {
      g_assert (self->top == frame);
      aft_flow_pop (self);
    }

  return self->top != NULL;
}

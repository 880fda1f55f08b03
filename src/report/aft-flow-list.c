/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-flow.h"

#define INDENT 15.0
#define OUTLINE_INDENT 13.0
#define LEVEL_INDENT 20.0

/* From here on a tree tells its levels by number. */
static gboolean
is_beyond (AftFlow        *self,
           const AftBlock *list,
           double          x)
{
  return list->list_style == AFT_LIST_OUTLINE && x - self->left > aft_flow_get_max_indent (self);
}

static void
set_marker (AftFlow        *self,
            const AftBlock *list,
            const AftBlock *item,
            guint           number,
            double          x,
            double          indent)
{
  const gboolean beyond = is_beyond (self, list, x);
  g_autofree char *text = NULL;

  self->check = item->check;
  self->marker_x = beyond ? x + indent - LEVEL_INDENT : x;
  if (item->check != AFT_CHECK_NONE)
    {
      self->marker_tag = aft_flow_add_tag (self, self->tag, "Lbl");
      self->marker_tag->alternative = item->check == AFT_CHECK_DONE ? "☑" : "☐";
    }
  if (item->check != AFT_CHECK_NONE || list->list_style == AFT_LIST_PLAIN ||
      (list->list_style == AFT_LIST_OUTLINE && !beyond))
    return;

  /* A question and its answers have the number of their why. */
  if (beyond)
    text = g_strdup_printf ("%u", (self->depth + 1) / 2);
  else
    text = list->list_style == AFT_LIST_NUMBERS ? g_strdup_printf ("%u.", number) : g_strdup ("•");
  g_clear_object (&self->marker);
  self->marker = aft_flow_cache_create_text (self->cache, beyond ? AFT_STYLE_NOTE : AFT_STYLE_BODY, text, -1,
                                             PANGO_ELLIPSIZE_NONE);
  self->marker_tag = aft_flow_add_tag (self, self->tag, "Lbl");
}

static double
get_indent (AftFlow        *self,
            const AftBlock *list,
            double          x)
{
  if (is_beyond (self, list, x) && x - self->left <= aft_flow_get_max_indent (self) + LEVEL_INDENT)
    return LEVEL_INDENT;
  if (x - self->left > aft_flow_get_max_indent (self))
    return 0;

  switch (list->list_style)
    {
    case AFT_LIST_NUMBERS: return list->start + list->children->len > 99 ? INDENT + 10 : INDENT + 3;
    case AFT_LIST_PLAIN: return self->depth > 0 ? INDENT + 3 : 0;
    case AFT_LIST_OUTLINE: return OUTLINE_INDENT;
    case AFT_LIST_BULLETS:
    default: return INDENT;
    }
}

/* What an item says stays with the first of what belongs to it: a lesson with its action, a question
 * with its answer. */
static gboolean
step_item (AftFlow      *self,
           AftFlowFrame *frame)
{
  const AftBlock *list = frame->below->block;
  const GPtrArray *children = frame->block->children;
  const gboolean keeps = list->list_style == AFT_LIST_PLAIN ||
                         (list->list_style == AFT_LIST_OUTLINE && self->depth % 2 == 1);

  if (keeps && frame->next > 0 && frame->next < children->len)
    {
      const AftBlock *before = g_ptr_array_index (children, frame->next - 1);

      if (frame->next == 1 || (before->type == AFT_BLOCK_PARAGRAPH && before->role == AFT_PARAGRAPH_NOTE))
        self->glue_next = TRUE;
    }
  if (frame->next >= children->len)
    return FALSE;

  aft_flow_add_block (self, g_ptr_array_index (children, frame->next++), frame->x, frame->width);
  return TRUE;
}

/* What stands before an item that says nothing stands before nothing. */
static void
end_item (AftFlow      *self,
          AftFlowFrame *frame)
{
  if (self->boxes->len > frame->first)
    return;

  g_clear_object (&self->marker);
  self->marker_tag = NULL;
  self->check = AFT_CHECK_NONE;
}

static gboolean
step_list (AftFlow      *self,
           AftFlowFrame *frame)
{
  const AftBlock *list = frame->block;
  const gboolean apart = list->list_style == AFT_LIST_PLAIN && self->depth == 1;
  const guint index = frame->next++;
  const AftBlock *item;

  if (index > 0)
    end_item (self, frame);
  if (index >= list->children->len)
    {
      self->depth--;
      self->tag = frame->tag;
      self->decor = frame->decor;
      self->pending_space = 0;
      aft_flow_add_space (self, self->depth > 0 ? 4 : 8);
      return FALSE;
    }

  item = g_ptr_array_index (list->children, index);
  frame->first = self->boxes->len;
  self->tag = aft_flow_add_tag (self, frame->own_tag, "LI");
  set_marker (self, list, item, MIN (list->start + index, 999999999), frame->x, frame->indent);
  self->tag = aft_flow_add_tag (self, self->tag, "LBody");
  aft_flow_add_anchor (self, item->anchor);
  if (index > 0 || self->pending_space > 4)
    {
      self->pending_space = 0;
      aft_flow_add_space (self, apart && index > 0 ? 12 : self->depth > 1 || index > 0 ? 4 : 6);
    }
  aft_flow_push (self, step_item, item, frame->x + frame->indent, frame->width - frame->indent);

  return TRUE;
}

/**
 * aft_flow_push_list:
 * @self: a flow
 * @list: a list
 * @x: left edge
 * @width: its width
 */
void
aft_flow_push_list (AftFlow        *self,
                    const AftBlock *list,
                    double          x,
                    double          width)
{
  AftFlowFrame *frame = aft_flow_push (self, step_list, list, x, width);

  frame->indent = get_indent (self, list, x);
  frame->own_tag = aft_flow_add_tag (self, self->tag, "L");
  frame->own_tag->attributes = list->list_style == AFT_LIST_NUMBERS   ? "<< /O /List /ListNumbering /Decimal >>"
                               : list->list_style == AFT_LIST_BULLETS ? "<< /O /List /ListNumbering /Disc >>"
                                                                      : NULL;

  /* One bar for the answers to a question; two a level would be a fence. */
  if (list->list_style == AFT_LIST_OUTLINE && frame->indent > 0 && self->depth % 2 == 1 && !is_beyond (self, list, x))
    self->decor = aft_flow_add_decor (self, FALSE, FALSE, x + 2, 0.6);
  self->depth++;
}

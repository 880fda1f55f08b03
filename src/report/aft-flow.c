/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-flow.h"

#define MAX_INDENT 170.0
#define CODE_PADDING 8.0

static void
box_free (gpointer data)
{
  AftBox *box = data;

  g_clear_object (&box->layout);
  g_clear_object (&box->marker);
  g_clear_pointer (&box->cells, g_ptr_array_unref);
  g_clear_pointer (&box->anchors, g_ptr_array_unref);
  g_free (box->title);
  g_free (box);
}

/**
 * aft_flow_add_tag:
 * @self: a flow
 * @parent: (nullable): the element around it
 * @name: what PDF calls it; a literal
 *
 * Returns: (transfer none): a new element
 */
AftTag *
aft_flow_add_tag (AftFlow    *self,
                  AftTag     *parent,
                  const char *name)
{
  AftTag *tag = g_new0 (AftTag, 1);

  tag->parent = parent;
  tag->name = name;
  tag->index = self->tags->len;
  g_ptr_array_add (self->tags, tag);

  return tag;
}

/**
 * aft_flow_add_decor:
 * @self: a flow
 * @filled: whether it is a ground, else a bar at the left
 * @strong: whether the bar is strong
 * @x: left edge
 * @width: its width
 *
 * Returns: (transfer none): what lies in front of what is drawn already; it is not drawn before it is set
 */
AftDecor *
aft_flow_add_decor (AftFlow  *self,
                    gboolean  filled,
                    gboolean  strong,
                    double    x,
                    double    width)
{
  AftDecor *decor = g_new0 (AftDecor, 1);

  decor->parent = self->decor;
  decor->filled = filled;
  decor->strong = strong;
  decor->x = x;
  decor->width = width;
  g_ptr_array_add (self->decors, decor);

  return decor;
}

/**
 * aft_flow_add_space:
 * @self: a flow
 * @space: in points
 *
 * Asks for space before the next box; the largest wish counts.
 */
void
aft_flow_add_space (AftFlow *self,
                    double   space)
{
  self->pending_space = MAX (self->pending_space, space);
}

/**
 * aft_flow_add_box:
 * @self: a flow
 * @kind: what it is
 * @x: left edge
 * @width: its width
 * @height: its height
 *
 * Returns: (transfer none): a new box below all others
 */
AftBox *
aft_flow_add_box (AftFlow    *self,
                  AftBoxKind  kind,
                  double      x,
                  double      width,
                  double      height)
{
  AftBox *box = g_new0 (AftBox, 1);

  box->kind = kind;
  box->x = x;
  box->width = width;
  box->height = height;
  box->space = self->boxes->len > 0 ? self->pending_space : 0;
  box->glued = self->glue_next;
  box->decor = self->decor;
  box->marker = g_steal_pointer (&self->marker);
  box->marker_x = self->marker_x;
  box->marker_tag = g_steal_pointer (&self->marker_tag);
  box->check = self->check;
  box->anchors = g_steal_pointer (&self->anchors);
  self->check = AFT_CHECK_NONE;
  self->pending_space = 0;
  self->glue_next = FALSE;
  g_ptr_array_add (self->boxes, box);

  return box;
}

/**
 * aft_flow_line_height:
 * @line: a line
 * @leading: what a line usually takes
 *
 * Returns: what this line takes; more where letters of another script need it
 */
double
aft_flow_line_height (PangoLayoutLine *line,
                      double           leading)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  return MAX (leading, (double) logical.height / PANGO_SCALE * 1.02);
}

/**
 * aft_flow_add_anchor:
 * @self: a flow
 * @anchor: (nullable): the name of the place of the next box
 */
void
aft_flow_add_anchor (AftFlow    *self,
                     const char *anchor)
{
  if (anchor == NULL)
    return;

  if (self->anchors == NULL)
    self->anchors = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->anchors, g_strdup (anchor));
}

/**
 * aft_flow_glue:
 * @self: a flow
 * @first: the index of a box
 *
 * Keeps it and all after it with the box before.
 */
void
aft_flow_glue (AftFlow *self,
               guint    first)
{
  for (guint i = first; i < self->boxes->len; i++)
    ((AftBox *) g_ptr_array_index (self->boxes, i))->glued = TRUE;
}

/**
 * aft_flow_add_layout:
 * @self: a flow
 * @style: what the text is
 * @layout: the text
 * @x: left edge
 * @width: its width
 * @tag_name: what PDF calls it
 */
void
aft_flow_add_layout (AftFlow      *self,
                     AftTextStyle  style,
                     PangoLayout  *layout,
                     double        x,
                     double        width,
                     const char   *tag_name)
{
  const int n_lines = pango_layout_get_line_count (layout);
  AftTag *tag = aft_flow_add_tag (self, self->tag, tag_name);

  for (int i = 0; i < n_lines; i++)
    {
      const double height = aft_flow_line_height (pango_layout_get_line_readonly (layout, i),
                                                  aft_style_get_leading (style));
      AftBox *box = aft_flow_add_box (self, AFT_BOX_LINE, x, width, height);

      box->layout = g_object_ref (layout);
      box->line = (guint) i;
      box->leading = height;
      box->color = aft_style_get_color (style);
      box->tag = tag;
      /* No first line alone at a foot, no last line alone at a head. */
      if (i == 1 || (i > 0 && i == n_lines - 1))
        box->glued = TRUE;
    }
}

/**
 * aft_flow_add_text:
 * @self: a flow
 * @style: what it is
 * @runs: the text
 * @x: left edge
 * @width: its width
 * @tag: what PDF calls it
 */
void
aft_flow_add_text (AftFlow       *self,
                   AftTextStyle   style,
                   const AftRuns *runs,
                   double         x,
                   double         width,
                   const char    *tag)
{
  g_autoptr(PangoLayout) layout = aft_flow_cache_create_layout (self->cache, style, runs, width, AFT_ALIGN_START);

  aft_flow_add_layout (self, style, layout, x, width, tag);
}

static void
add_heading (AftFlow        *self,
             const AftBlock *block,
             double          x,
             double          width)
{
  static const struct { AftTextStyle style; double before; double after; const char *tag; } levels[] = {
    { AFT_STYLE_HEADING_2, 28, 8, "H1" },       { AFT_STYLE_HEADING_2, 28, 8, "H1" },
    { AFT_STYLE_HEADING_2, 28, 8, "H2" },       { AFT_STYLE_HEADING_3, 18, 5, "H3" },
    { AFT_STYLE_HEADING_4, 14, 3, "H4" },       { AFT_STYLE_HEADING_4, 12, 3, "H5" },
    { AFT_STYLE_HEADING_4, 12, 3, "H6" },
  };
  const guint level = MIN (block->level, 6);
  const guint first = self->boxes->len;
  AftBox *box;

  aft_flow_add_anchor (self, block->anchor);
  aft_flow_add_space (self, levels[level].before);
  aft_flow_add_text (self, levels[level].style, block->runs, x, width, levels[level].tag);

  box = g_ptr_array_index (self->boxes, first);
  box->level = level;
  box->title = aft_runs_to_text (block->runs);
  aft_flow_glue (self, first + 1);

  self->glue_next = TRUE;
  aft_flow_add_space (self, levels[level].after);
}

static void
add_paragraph (AftFlow        *self,
               const AftBlock *block,
               double          x,
               double          width)
{
  static const struct { AftTextStyle style; double before; double after; } roles[] = {
    [AFT_PARAGRAPH_BODY] = { AFT_STYLE_BODY, 6, 6 },
    [AFT_PARAGRAPH_LEAD] = { AFT_STYLE_LEAD, 6, 9 },
    [AFT_PARAGRAPH_LABEL] = { AFT_STYLE_LABEL, 9, 1.5 },
    [AFT_PARAGRAPH_NOTE] = { AFT_STYLE_NOTE, 1, 4 },
  };
  const guint first = self->boxes->len;

  /* Lines longer than this are hard to follow; tables and figures take the whole width. */
  width = MIN (width, AFT_PAGE_MARGIN_SIDE + AFT_PAGE_MEASURE - x);
  width = MAX (width, 60);

  if (block->role == AFT_PARAGRAPH_LABEL)
    aft_flow_add_space (self, roles[block->role].before);
  else if (self->pending_space == 0)
    aft_flow_add_space (self, self->boxes->len > 0 ? roles[block->role].before : 0);
  if (block->role == AFT_PARAGRAPH_NOTE)
    self->pending_space = MIN (self->pending_space, 3);

  aft_flow_add_text (self, roles[block->role].style, block->runs, x, width, "P");
  aft_flow_add_space (self, roles[block->role].after);

  if (block->role == AFT_PARAGRAPH_LABEL)
    {
      aft_flow_glue (self, first + 1);
      self->glue_next = TRUE;
    }
  if (block->role == AFT_PARAGRAPH_NOTE)
    ((AftBox *) g_ptr_array_index (self->boxes, first))->glued = TRUE;
}

static void
add_code (AftFlow        *self,
          const AftBlock *block,
          double          x,
          double          width)
{
  AftDecor *outer = self->decor;
  g_autoptr(PangoLayout) layout = aft_flow_cache_create_text (self->cache, AFT_STYLE_CODE, block->code,
                                                              width - 2 * CODE_PADDING, PANGO_ELLIPSIZE_NONE);
  AftBox *pad;

  aft_flow_add_space (self, 8);
  self->decor = aft_flow_add_decor (self, TRUE, FALSE, x, width);
  pad = aft_flow_add_box (self, AFT_BOX_RULE, x, 0, 6);
  pad->tag = NULL;
  self->glue_next = TRUE;
  aft_flow_add_layout (self, AFT_STYLE_CODE, layout, x + CODE_PADDING, width - 2 * CODE_PADDING, "Code");
  self->glue_next = TRUE;
  aft_flow_add_box (self, AFT_BOX_RULE, x, 0, 6);
  self->decor = outer;
  aft_flow_add_space (self, 8);
}

/**
 * aft_flow_get_max_indent:
 * @self: a flow
 *
 * Returns: how far a block may move in, since a page can't indent for ever, a narrow one less
 */
double
aft_flow_get_max_indent (AftFlow *self)
{
  return MIN (MAX_INDENT, 0.4 * self->width);
}

static gboolean
end_quote (AftFlow      *self,
           AftFlowFrame *frame)
{
  self->decor = frame->decor;
  self->tag = frame->tag;
  aft_flow_add_space (self, 8);

  return FALSE;
}

static void
push_quote (AftFlow        *self,
            const AftBlock *block,
            double          x,
            double          width)
{
  const double indent = x - self->left > aft_flow_get_max_indent (self) ? 0 : 14;

  aft_flow_push (self, end_quote, block, x, width);
  aft_flow_add_space (self, 8);
  self->decor = aft_flow_add_decor (self, FALSE, TRUE, x + 2, 2);
  self->tag = aft_flow_add_tag (self, self->tag, "BlockQuote");
  aft_flow_push_blocks (self, block->children, x + indent, width - indent);
}

/* The tables below the title, which all stay with it. */
static gboolean
step_title (AftFlow      *self,
            AftFlowFrame *frame)
{
  const guint index = frame->next++;

  if (index < frame->block->children->len)
    {
      const AftBlock *child = g_ptr_array_index (frame->block->children, index);

      aft_flow_add_space (self, index > 0 ? 16 : 0);
      aft_flow_push_table (self, child->table, frame->x, frame->width, 0);
      return TRUE;
    }

  aft_flow_add_space (self, 20);
  aft_flow_glue (self, frame->first + 1);

  return FALSE;
}

static void
push_title (AftFlow        *self,
            const AftBlock *block,
            double          x,
            double          width)
{
  g_autofree char *upper = g_utf8_strup (self->words->kicker, -1);
  g_autoptr(GPtrArray) kicker = aft_runs_new_text (upper, AFT_RUN_PLAIN);

  aft_flow_push (self, step_title, block, x, width);
  aft_flow_add_text (self, AFT_STYLE_KICKER, kicker, x, width, "P");
  aft_flow_add_space (self, 5);
  aft_flow_add_anchor (self, block->anchor);
  aft_flow_add_text (self, AFT_STYLE_TITLE, block->runs, x, MIN (width, AFT_PAGE_MEASURE), "H1");
  aft_flow_add_space (self, 12);
}

/**
 * aft_flow_add_block:
 * @self: a flow
 * @block: a block
 * @x: left edge
 * @width: its width
 *
 * Adds the boxes of a block, or a frame whose steps add them.
 */
void
aft_flow_add_block (AftFlow        *self,
                    const AftBlock *block,
                    double          x,
                    double          width)
{
  AftBox *box;

  switch (block->type)
    {
    case AFT_BLOCK_TITLE:
      push_title (self, block, x, width);
      break;
    case AFT_BLOCK_HEADING:
      add_heading (self, block, x, width);
      break;
    case AFT_BLOCK_PARAGRAPH:
      add_paragraph (self, block, x, width);
      break;
    case AFT_BLOCK_LIST:
      aft_flow_push_list (self, block, x, width);
      break;
    case AFT_BLOCK_TABLE:
      aft_flow_add_space (self, 8);
      aft_flow_push_table (self, block->table, x, width, 10);
      break;
    case AFT_BLOCK_CODE:
      add_code (self, block, x, width);
      break;
    case AFT_BLOCK_QUOTE:
      push_quote (self, block, x, width);
      break;
    case AFT_BLOCK_FIGURE:
      aft_flow_add_space (self, 16);
      aft_flow_add_figure (self, block, x, width);
      aft_flow_add_space (self, 14);
      break;
    case AFT_BLOCK_RULE:
      aft_flow_add_space (self, 10);
      box = aft_flow_add_box (self, AFT_BOX_RULE, x, MIN (width, AFT_PAGE_MEASURE), 1);
      box->line_above = 0.6;
      aft_flow_add_space (self, 10);
      break;
    case AFT_BLOCK_ITEM:
    default:
      aft_flow_push_blocks (self, block->children, x, width);
      break;
    }
}

/**
 * aft_flow_new:
 * @report: a report
 * @cache: what was laid out before, as far as it is known
 * @left: left edge of the text, from the left edge of the page
 * @width: between the margins
 * @page_height: between the margins
 *
 * Returns: (transfer full): a flow without boxes, which aft_flow_step() adds
 */
AftFlow *
aft_flow_new (AftReport    *report,
              AftFlowCache *cache,
              double        left,
              double        width,
              double        page_height)
{
  AftFlow *self = g_new0 (AftFlow, 1);

  self->report = aft_report_ref (report);
  self->cache = aft_flow_cache_ref (cache);
  aft_flow_cache_begin (cache, aft_report_get_language (report));
  self->context = g_object_ref (aft_flow_cache_get_context (cache));
  self->words = aft_report_get_words (report);
  self->left = left;
  self->width = width;
  self->page_height = page_height;
  self->boxes = g_ptr_array_new_with_free_func (box_free);
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->decors = g_ptr_array_new_with_free_func (g_free);
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_flow_figure_unref);
  self->root = self->tag = aft_flow_add_tag (self, NULL, "Document");
  aft_flow_push_blocks (self, aft_report_get_blocks (report), left, width);

  return self;
}

/**
 * aft_flow_free:
 * @self: (nullable): a flow
 */
void
aft_flow_free (AftFlow *self)
{
  if (self == NULL)
    return;

  while (self->top != NULL)
    aft_flow_pop (self);
  g_clear_object (&self->marker);
  g_clear_pointer (&self->anchors, g_ptr_array_unref);
  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->decors);
  g_ptr_array_unref (self->figures);
  g_object_unref (self->context);
  g_clear_pointer (&self->cache, aft_flow_cache_unref);
  aft_report_unref (self->report);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-flow.h"

#define INDENT 15.0
#define OUTLINE_INDENT 13.0
#define MAX_INDENT 170.0
#define LEVEL_INDENT 20.0
#define CODE_PADDING 8.0

static void add_block (AftFlow        *self,
                       const AftBlock *block,
                       double          x,
                       double          width);
static void add_blocks (AftFlow         *self,
                        const GPtrArray *blocks,
                        double           x,
                        double           width);

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

static AftDecor *
add_decor (AftFlow  *self,
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

static void
add_anchor (AftFlow    *self,
            const char *anchor)
{
  if (anchor == NULL)
    return;

  if (self->anchors == NULL)
    self->anchors = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->anchors, g_strdup (anchor));
}

static void
add_layout (AftFlow      *self,
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
  g_autoptr(PangoLayout) layout = aft_style_create_layout (self->context, style, runs, width, AFT_ALIGN_START);

  add_layout (self, style, layout, x, width, tag);
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

  add_anchor (self, block->anchor);
  aft_flow_add_space (self, levels[level].before);
  aft_flow_add_text (self, levels[level].style, block->runs, x, width, levels[level].tag);

  box = g_ptr_array_index (self->boxes, first);
  box->level = level;
  box->title = aft_runs_to_text (block->runs);
  for (guint i = first + 1; i < self->boxes->len; i++)
    ((AftBox *) g_ptr_array_index (self->boxes, i))->glued = TRUE;

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
      for (guint i = first + 1; i < self->boxes->len; i++)
        ((AftBox *) g_ptr_array_index (self->boxes, i))->glued = TRUE;
      self->glue_next = TRUE;
    }
  if (block->role == AFT_PARAGRAPH_NOTE)
    ((AftBox *) g_ptr_array_index (self->boxes, first))->glued = TRUE;
}

/* A page can't indent for ever, a narrow one less. */
static double
get_max_indent (AftFlow *self)
{
  return MIN (MAX_INDENT, 0.4 * self->width);
}

/* From here on a tree tells its levels by number. */
static gboolean
is_beyond (AftFlow        *self,
           const AftBlock *list,
           double          x)
{
  return list->list_style == AFT_LIST_OUTLINE && x - self->left > get_max_indent (self);
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
  self->marker = aft_style_create_text (self->context, beyond ? AFT_STYLE_NOTE : AFT_STYLE_BODY, text, -1,
                                        AFT_ALIGN_START);
  self->marker_tag = aft_flow_add_tag (self, self->tag, "Lbl");
}

static double
get_indent (AftFlow        *self,
            const AftBlock *list,
            double          x)
{
  if (is_beyond (self, list, x) && x - self->left <= get_max_indent (self) + LEVEL_INDENT)
    return LEVEL_INDENT;
  if (x - self->left > get_max_indent (self))
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
static void
add_item (AftFlow        *self,
          const AftBlock *list,
          const AftBlock *item,
          double          x,
          double          width)
{
  const gboolean keeps = list->list_style == AFT_LIST_PLAIN ||
                         (list->list_style == AFT_LIST_OUTLINE && self->depth % 2 == 1);

  for (guint i = 0; i < item->children->len; i++)
    {
      const AftBlock *child = g_ptr_array_index (item->children, i);
      const gboolean note = child->type == AFT_BLOCK_PARAGRAPH && child->role == AFT_PARAGRAPH_NOTE;

      add_block (self, child, x, width);
      if (keeps && (i == 0 || note) && i + 1 < item->children->len)
        self->glue_next = TRUE;
    }
}

static void
add_list (AftFlow        *self,
          const AftBlock *list,
          double          x,
          double          width)
{
  const double indent = get_indent (self, list, x);
  const gboolean apart = list->list_style == AFT_LIST_PLAIN && self->depth == 0;
  AftTag *outer_tag = self->tag;
  AftDecor *outer_decor = self->decor;
  AftTag *list_tag = aft_flow_add_tag (self, outer_tag, "L");

  list_tag->attributes = list->list_style == AFT_LIST_NUMBERS   ? "<< /O /List /ListNumbering /Decimal >>"
                         : list->list_style == AFT_LIST_BULLETS ? "<< /O /List /ListNumbering /Disc >>"
                                                                : NULL;

  /* One bar for the answers to a question; two a level would be a fence. */
  if (list->list_style == AFT_LIST_OUTLINE && indent > 0 && self->depth % 2 == 1 && !is_beyond (self, list, x))
    self->decor = add_decor (self, FALSE, FALSE, x + 2, 0.6);

  self->depth++;
  for (guint i = 0; i < list->children->len; i++)
    {
      const AftBlock *item = g_ptr_array_index (list->children, i);
      const guint first = self->boxes->len;

      self->tag = aft_flow_add_tag (self, list_tag, "LI");
      set_marker (self, list, item, MIN (list->start + i, 999999999), x, indent);
      self->tag = aft_flow_add_tag (self, self->tag, "LBody");
      add_anchor (self, item->anchor);
      if (i > 0 || self->pending_space > 4)
        {
          self->pending_space = 0;
          aft_flow_add_space (self, apart && i > 0 ? 12 : self->depth > 1 || i > 0 ? 4 : 6);
        }
      add_item (self, list, item, x + indent, width - indent);
      if (self->boxes->len == first)
        {
          g_clear_object (&self->marker);
          self->marker_tag = NULL;
          self->check = AFT_CHECK_NONE;
        }
    }
  self->depth--;

  self->tag = outer_tag;
  self->decor = outer_decor;
  self->pending_space = 0;
  aft_flow_add_space (self, self->depth > 0 ? 4 : 8);
}

static void
add_code (AftFlow        *self,
          const AftBlock *block,
          double          x,
          double          width)
{
  AftDecor *outer = self->decor;
  g_autoptr(PangoLayout) layout = aft_style_create_text (self->context, AFT_STYLE_CODE, block->code,
                                                         width - 2 * CODE_PADDING, AFT_ALIGN_START);
  AftBox *pad;

  aft_flow_add_space (self, 8);
  self->decor = add_decor (self, TRUE, FALSE, x, width);
  pad = aft_flow_add_box (self, AFT_BOX_RULE, x, 0, 6);
  pad->tag = NULL;
  self->glue_next = TRUE;
  add_layout (self, AFT_STYLE_CODE, layout, x + CODE_PADDING, width - 2 * CODE_PADDING, "Code");
  self->glue_next = TRUE;
  aft_flow_add_box (self, AFT_BOX_RULE, x, 0, 6);
  self->decor = outer;
  aft_flow_add_space (self, 8);
}

static void
add_quote (AftFlow        *self,
           const AftBlock *block,
           double          x,
           double          width)
{
  AftDecor *outer = self->decor;
  AftTag *outer_tag = self->tag;
  const double indent = x - self->left > get_max_indent (self) ? 0 : 14;

  aft_flow_add_space (self, 8);
  self->decor = add_decor (self, FALSE, TRUE, x + 2, 2);
  self->tag = aft_flow_add_tag (self, self->tag, "BlockQuote");
  add_blocks (self, block->children, x + indent, width - indent);
  self->decor = outer;
  self->tag = outer_tag;
  aft_flow_add_space (self, 8);
}

static void
add_title (AftFlow        *self,
           const AftBlock *block,
           double          x,
           double          width)
{
  g_autofree char *upper = g_utf8_strup (self->words->kicker, -1);
  g_autoptr(GPtrArray) kicker = aft_runs_new_text (upper, AFT_RUN_PLAIN);
  const guint first = self->boxes->len;

  aft_flow_add_text (self, AFT_STYLE_KICKER, kicker, x, width, "P");
  aft_flow_add_space (self, 5);
  add_anchor (self, block->anchor);
  aft_flow_add_text (self, AFT_STYLE_TITLE, block->runs, x, MIN (width, AFT_PAGE_MEASURE), "H1");
  aft_flow_add_space (self, 12);
  for (guint i = 0; i < block->children->len; i++)
    {
      const AftBlock *child = g_ptr_array_index (block->children, i);

      aft_flow_add_space (self, i > 0 ? 16 : 0);
      aft_flow_add_table (self, child->table, x, width);
    }
  aft_flow_add_space (self, 20);

  for (guint i = first + 1; i < self->boxes->len; i++)
    ((AftBox *) g_ptr_array_index (self->boxes, i))->glued = TRUE;
}

static void
add_block (AftFlow        *self,
           const AftBlock *block,
           double          x,
           double          width)
{
  AftBox *box;

  switch (block->type)
    {
    case AFT_BLOCK_TITLE:
      add_title (self, block, x, width);
      break;
    case AFT_BLOCK_HEADING:
      add_heading (self, block, x, width);
      break;
    case AFT_BLOCK_PARAGRAPH:
      add_paragraph (self, block, x, width);
      break;
    case AFT_BLOCK_LIST:
      add_list (self, block, x, width);
      break;
    case AFT_BLOCK_TABLE:
      aft_flow_add_space (self, 8);
      aft_flow_add_table (self, block->table, x, width);
      aft_flow_add_space (self, 10);
      break;
    case AFT_BLOCK_CODE:
      add_code (self, block, x, width);
      break;
    case AFT_BLOCK_QUOTE:
      add_quote (self, block, x, width);
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
      add_blocks (self, block->children, x, width);
      break;
    }
}

static void
add_blocks (AftFlow         *self,
            const GPtrArray *blocks,
            double           x,
            double           width)
{
  for (guint i = 0; i < blocks->len; i++)
    add_block (self, g_ptr_array_index (blocks, i), x, width);
}

/**
 * aft_flow_new:
 * @report: a report
 * @left: left edge of the text, from the left edge of the page
 * @width: between the margins
 * @page_height: between the margins
 *
 * Returns: (transfer full): the report as boxes
 */
AftFlow *
aft_flow_new (AftReport *report,
              double     left,
              double     width,
              double     page_height)
{
  AftFlow *self = g_new0 (AftFlow, 1);

  self->context = aft_style_create_context (aft_report_get_language (report));
  self->words = aft_report_get_words (report);
  self->left = left;
  self->width = width;
  self->page_height = page_height;
  self->boxes = g_ptr_array_new_with_free_func (box_free);
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->decors = g_ptr_array_new_with_free_func (g_free);
  self->panels = aft_panels_new ();
  self->root = self->tag = aft_flow_add_tag (self, NULL, "Document");

  add_blocks (self, aft_report_get_blocks (report), left, width);

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

  g_clear_object (&self->marker);
  g_clear_pointer (&self->anchors, g_ptr_array_unref);
  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->decors);
  g_ptr_array_unref (self->panels);
  g_object_unref (self->context);
  g_free (self);
}

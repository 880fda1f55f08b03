/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-html-blocks.h"
#include "aft-html-figure.h"
#include "aft-html-text.h"
#include "aft-page-style.h"

#define DEEPEST_HEADING 6

/* Lists deeper than this tell their level by number instead of by indent. */
#define DEEPEST_INDENT 8

struct _AftHtmlBlocks
{
  AftReport    *report;         /* owned */
  PangoContext *context;        /* owned, nullable: made for the first drawing */
  GHashTable   *ids;            /* owned, of AftBlock (borrowed) to its id (borrowed from anchors) */
  GHashTable   *anchors;        /* owned, a set of all ids (owned) */
  gboolean      leftward;
  guint         levels[DEEPEST_HEADING];   /* of the headings that are open, from the outermost */
  guint         n_levels;
  guint         depth;          /* of lists */
  const char   *place;          /* borrowed: the text of the last heading, for what has no name of its own */
  GPtrArray    *places;         /* owned, of char *: what @place was */
};

static void
append_children (AftHtmlBlocks  *self,
                 const AftBlock *block,
                 GString        *out)
{
  aft_html_blocks_append (self, block->children, 0, block->children->len, out);
}

static void
name_blocks (AftHtmlBlocks   *self,
             const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);

      if (block->anchor != NULL)
        g_hash_table_insert (self->ids, (gpointer) block, (gpointer) aft_html_blocks_take_id (self, block->anchor));
      if (block->children != NULL)
        name_blocks (self, block->children);
    }
}

/* After all others, so that none of them loses its own to what was only made up. */
static void
name_headings (AftHtmlBlocks   *self,
               const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == AFT_BLOCK_HEADING && block->anchor == NULL)
        g_hash_table_insert (self->ids, (gpointer) block, (gpointer) aft_html_blocks_take_id (self, "heading"));
    }
}

/**
 * aft_html_blocks_new:
 * @report: a report
 * @leftward: whether the page is written from right to left
 *
 * Returns: (transfer full): a writer for a page of the report
 */
AftHtmlBlocks *
aft_html_blocks_new (AftReport *report,
                     gboolean   leftward)
{
  AftHtmlBlocks *self;

  g_return_val_if_fail (report != NULL, NULL);

  self = g_new0 (AftHtmlBlocks, 1);
  self->report = aft_report_ref (report);
  self->leftward = leftward;
  self->ids = g_hash_table_new (NULL, NULL);
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_ptr_array_new_with_free_func (g_free);
  self->place = aft_report_get_title (report);
  name_blocks (self, aft_report_get_blocks (report));
  name_headings (self, aft_report_get_blocks (report));

  return self;
}

/**
 * aft_html_blocks_free:
 * @self: (transfer full): a writer
 */
void
aft_html_blocks_free (AftHtmlBlocks *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->anchors);
  g_ptr_array_unref (self->places);
  g_clear_object (&self->context);
  aft_report_unref (self->report);
  g_free (self);
}

/**
 * aft_html_blocks_get_id:
 * @self: a writer
 * @block: a block of the report
 *
 * Returns: (transfer none) (nullable): the name of its place in the page
 */
const char *
aft_html_blocks_get_id (AftHtmlBlocks  *self,
                        const AftBlock *block)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->ids, block);
}

/**
 * aft_html_blocks_take_id:
 * @self: a writer
 * @wish: how a place is to be called
 *
 * Returns: (transfer none): its name, which no other place of the page has
 */
const char *
aft_html_blocks_take_id (AftHtmlBlocks *self,
                         const char    *wish)
{
  char *id;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (wish != NULL, NULL);

  id = g_strdup (wish);
  for (guint i = 2; g_hash_table_contains (self->anchors, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", wish, i);
    }
  g_hash_table_add (self->anchors, id);

  return id;
}

/* The end of a start tag: the name of the place, and the direction of its text. */
static void
end_tag (AftHtmlBlocks  *self,
         const AftBlock *block,
         const AftRuns  *runs,
         GString        *out)
{
  const char *id = block != NULL ? aft_html_blocks_get_id (self, block) : NULL;

  if (id != NULL)
    aft_html_append_attribute (out, "id", id);
  if (runs != NULL)
    {
      g_autofree char *text = aft_runs_to_text (runs);

      aft_html_append_direction (out, text, self->leftward);
    }
  g_string_append_c (out, '>');
}

static void
append_text_element (AftHtmlBlocks  *self,
                     const char     *name,
                     const char     *attributes,
                     const AftBlock *block,
                     const AftRuns  *runs,
                     GString        *out)
{
  g_string_append_printf (out, "<%s%s", name, attributes);
  end_tag (self, block, runs, out);
  aft_html_append_runs (out, runs, self->anchors);
  g_string_append_printf (out, "</%s>\n", name);
}

/* Headings of prose may leave levels out; those of a page may not. */
static guint
open_level (AftHtmlBlocks *self,
            guint          level)
{
  while (self->n_levels > 0 && self->levels[self->n_levels - 1] >= level)
    self->n_levels--;
  if (self->n_levels < DEEPEST_HEADING - 1)
    self->levels[self->n_levels++] = level;

  return self->n_levels + 1;
}

static void
append_heading (AftHtmlBlocks  *self,
                const AftBlock *block,
                GString        *out)
{
  const char name[] = { 'h', (char) ('0' + open_level (self, block->level)), '\0' };
  char *place = aft_runs_to_text (block->runs);
  g_autoptr(GPtrArray) unknown = NULL;

  g_ptr_array_add (self->places, place);
  self->place = place;
  if (aft_runs_are_empty (block->runs))
    unknown = aft_runs_new_text (aft_report_get_words (self->report)->unknown, AFT_RUN_PLAIN);
  append_text_element (self, name, "", block, unknown != NULL ? unknown : block->runs, out);
}

static void
append_paragraph (AftHtmlBlocks  *self,
                  const AftBlock *block,
                  GString        *out)
{
  static const char *const classes[] = {
    [AFT_PARAGRAPH_BODY] = "",
    [AFT_PARAGRAPH_LEAD] = " class=\"lead\"",
    [AFT_PARAGRAPH_LABEL] = " class=\"label\"",
    [AFT_PARAGRAPH_NOTE] = " class=\"note\"",
  };

  if (!aft_runs_are_empty (block->runs) || aft_html_blocks_get_id (self, block) != NULL)
    append_text_element (self, "p", classes[block->role], block, block->runs, out);
}

/* What is wider than the window moves by itself, also by keyboard, and then it needs a name. */
static void
begin_scroller (AftHtmlBlocks *self,
                const char    *name,
                GString       *out)
{
  g_string_append (out, "<div class=\"scroller\" role=\"group\" tabindex=\"0\"");
  aft_html_append_attribute (out, "aria-label", name);
  g_string_append (out, ">\n");
}

static void
append_cell (AftHtmlBlocks       *self,
             const AftBlockTable *table,
             const AftTableRow   *row,
             guint                column,
             GString             *out)
{
  static const char *const aligns[] = {
    [AFT_ALIGN_START] = "",
    [AFT_ALIGN_CENTER] = " class=\"center\"",
    [AFT_ALIGN_END] = " class=\"end\"",
  };
  const AftRuns *cell = g_ptr_array_index (row->cells, column);
  const gboolean empty = aft_runs_are_empty (cell);
  const gboolean head = row == table->head;
  const gboolean names_row = !head && column == 0 && row->item_id != NULL && table->n_columns > 1;
  g_autofree char *attributes = g_strconcat (empty       ? ""
                                             : head      ? " scope=\"col\""
                                             : names_row ? " scope=\"row\""
                                                         : "",
                                             aligns[table->aligns[column]], NULL);

  append_text_element (self, !empty && (head || names_row) ? "th" : "td", attributes, NULL, cell, out);
}

static void
append_row (AftHtmlBlocks       *self,
            const AftBlockTable *table,
            const AftTableRow   *row,
            GString             *out)
{
  g_string_append (out, "<tr>\n");
  for (guint i = 0; i < table->n_columns; i++)
    append_cell (self, table, row, i, out);
  g_string_append (out, "</tr>\n");
}

static void
append_grid (AftHtmlBlocks  *self,
             const AftBlock *label,
             const AftBlock *block,
             GString        *out)
{
  const AftBlockTable *table = block->table;
  g_autofree char *name = label != NULL ? aft_runs_to_text (label->runs) : g_strdup (self->place);

  begin_scroller (self, name, out);
  g_string_append (out, "<table");
  end_tag (self, block, NULL, out);
  g_string_append_c (out, '\n');
  if (label != NULL)
    append_text_element (self, "caption", "", label, label->runs, out);
  if (table->head != NULL)
    {
      g_string_append (out, "<thead>\n");
      append_row (self, table, table->head, out);
      g_string_append (out, "</thead>\n");
    }
  if (table->rows->len > 0)
    {
      g_string_append (out, "<tbody>\n");
      for (guint i = 0; i < table->rows->len; i++)
        append_row (self, table, g_ptr_array_index (table->rows, i), out);
      g_string_append (out, "</tbody>\n");
    }
  g_string_append (out, "</table>\n</div>\n");
}

static void
append_facts (AftHtmlBlocks  *self,
              const AftBlock *block,
              GString        *out)
{
  g_string_append (out, "<dl");
  end_tag (self, block, NULL, out);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < block->table->rows->len; i++)
    {
      const AftTableRow *row = g_ptr_array_index (block->table->rows, i);

      append_text_element (self, "dt", "", NULL, g_ptr_array_index (row->cells, 0), out);
      append_text_element (self, "dd", "", NULL, g_ptr_array_index (row->cells, 1), out);
    }
  g_string_append (out, "</dl>\n");
}

/* A list rather than a table, so that tiles find room below each other where the window is narrow. */
static void
append_tiles (AftHtmlBlocks  *self,
              const AftBlock *block,
              GString        *out)
{
  const AftTableRow *row = g_ptr_array_index (block->table->rows, 0);

  g_string_append (out, "<ul class=\"tiles\" role=\"list\"");
  end_tag (self, block, NULL, out);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < block->table->n_columns; i++)
    {
      g_string_append (out, "<li>\n");
      append_text_element (self, "p", " class=\"name\"", NULL, g_ptr_array_index (block->table->head->cells, i), out);
      append_text_element (self, "p", " class=\"value\"", NULL, g_ptr_array_index (row->cells, i), out);
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ul>\n");
}

static void
append_table (AftHtmlBlocks  *self,
              const AftBlock *label,
              const AftBlock *block,
              GString        *out)
{
  const AftBlockTable *table = block->table;

  if (table->head == NULL && table->rows->len == 0)
    return;

  if (table->style == AFT_TABLE_FACTS && table->n_columns == 2 && table->head == NULL)
    append_facts (self, block, out);
  else if (table->style == AFT_TABLE_TILES && table->head != NULL && table->rows->len == 1)
    append_tiles (self, block, out);
  else
    append_grid (self, label, block, out);
}

static void
append_item (AftHtmlBlocks  *self,
             const AftBlock *list,
             const AftBlock *item,
             GString        *out)
{
  const AftReportWords *words = aft_report_get_words (self->report);
  const gboolean done = item->check == AFT_CHECK_DONE;

  g_string_append (out, item->check != AFT_CHECK_NONE ? "<li class=\"task\"" : "<li");
  if (list->list_style == AFT_LIST_OUTLINE && self->depth > DEEPEST_INDENT)
    g_string_append_printf (out, " data-level=\"%u\"", (self->depth + 1) / 2);
  end_tag (self, item, NULL, out);
  g_string_append_c (out, '\n');
  if (item->check != AFT_CHECK_NONE)
    {
      g_string_append (out, "<span class=\"box\" role=\"img\"");
      aft_html_append_attribute (out, "aria-label", words->action_states[done ? AFT_ACTION_DONE : AFT_ACTION_OPEN]);
      g_string_append (out, done ? ">☑</span>\n<div>\n" : ">☐</span>\n<div>\n");
    }
  append_children (self, item, out);
  g_string_append (out, item->check != AFT_CHECK_NONE ? "</div>\n</li>\n" : "</li>\n");
}

static void
append_list (AftHtmlBlocks  *self,
             const AftBlock *list,
             GString        *out)
{
  static const char *const classes[] = {
    [AFT_LIST_BULLETS] = "bullets",
    [AFT_LIST_NUMBERS] = "numbers",
    [AFT_LIST_PLAIN] = "plain",
    [AFT_LIST_OUTLINE] = "outline",
  };
  const gboolean numbered = list->list_style == AFT_LIST_NUMBERS;
  const gboolean marked = numbered || list->list_style == AFT_LIST_BULLETS;

  if (list->children->len == 0)
    return;

  self->depth++;
  g_string_append_printf (out, "<%s class=\"%s", numbered ? "ol" : "ul", classes[list->list_style]);
  if (self->depth > DEEPEST_INDENT)
    g_string_append (out, " deep");
  else if (list->list_style == AFT_LIST_OUTLINE && self->depth % 2 == 0)
    g_string_append (out, " answers");
  g_string_append_c (out, '"');
  /* Without its marks a list would be no list to some screen readers. */
  if (!marked)
    g_string_append (out, " role=\"list\"");
  if (numbered && list->start != 1)
    g_string_append_printf (out, " start=\"%u\"", MIN (list->start, 999999999));
  end_tag (self, list, NULL, out);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < list->children->len; i++)
    append_item (self, list, g_ptr_array_index (list->children, i), out);
  g_string_append (out, numbered ? "</ol>\n" : "</ul>\n");
  self->depth--;
}

static void
append_figure (AftHtmlBlocks  *self,
               const AftBlock *block,
               GString        *out)
{
  const AftFigureData *data = block->figure;
  g_autofree char *caption = aft_runs_to_text (block->runs);

  g_string_append (out, "<figure");
  end_tag (self, block, NULL, out);
  g_string_append_c (out, '\n');
  if (data->kind == AFT_FIGURE_PICTURE)
    aft_html_append_picture (out, data);
  else
    {
      if (self->context == NULL)
        self->context = aft_style_create_context (aft_report_get_language (self->report));
      begin_scroller (self, caption[0] != '\0' ? caption : self->place, out);
      aft_html_append_drawing (out, data, self->context);
      g_string_append (out, "</div>\n");
    }
  if (!aft_runs_are_empty (block->runs))
    append_text_element (self, "figcaption", "", NULL, block->runs, out);
  g_string_append (out, "</figure>\n");
}

static void
append_code (AftHtmlBlocks  *self,
             const AftBlock *block,
             GString        *out)
{
  g_string_append (out, "<pre dir=\"ltr\" tabindex=\"0\"");
  end_tag (self, block, NULL, out);
  g_string_append (out, "<code>");
  aft_html_append_text (out, block->code);
  g_string_append (out, "</code></pre>\n");
}

static void
append_title (AftHtmlBlocks  *self,
              const AftBlock *block,
              GString        *out)
{
  const AftReportWords *words = aft_report_get_words (self->report);

  g_string_append (out, "<p class=\"kicker\">");
  aft_html_append_text (out, words->kicker);
  g_string_append (out, "</p>\n");
  append_text_element (self, "h1", "", block, block->runs, out);
  append_children (self, block, out);
}

static void
append_quote (AftHtmlBlocks  *self,
              const AftBlock *block,
              GString        *out)
{
  g_string_append (out, "<blockquote");
  end_tag (self, block, NULL, out);
  g_string_append_c (out, '\n');
  append_children (self, block, out);
  g_string_append (out, "</blockquote>\n");
}

static void
append_block (AftHtmlBlocks  *self,
              const AftBlock *block,
              GString        *out)
{
  switch (block->type)
    {
    case AFT_BLOCK_TITLE: append_title (self, block, out); break;
    case AFT_BLOCK_HEADING: append_heading (self, block, out); break;
    case AFT_BLOCK_PARAGRAPH: append_paragraph (self, block, out); break;
    case AFT_BLOCK_LIST: append_list (self, block, out); break;
    case AFT_BLOCK_TABLE: append_table (self, NULL, block, out); break;
    case AFT_BLOCK_CODE: append_code (self, block, out); break;
    case AFT_BLOCK_QUOTE: append_quote (self, block, out); break;
    case AFT_BLOCK_FIGURE: append_figure (self, block, out); break;
    case AFT_BLOCK_RULE: g_string_append (out, "<hr/>\n"); break;
    case AFT_BLOCK_ITEM:
    default: append_children (self, block, out); break;
    }
}

/* A table and what says what it is are one element. */
static gboolean
is_caption (const AftBlock *block,
            const AftBlock *next)
{
  return block->type == AFT_BLOCK_PARAGRAPH && block->role == AFT_PARAGRAPH_LABEL &&
         !aft_runs_are_empty (block->runs) && next->type == AFT_BLOCK_TABLE &&
         next->table->style == AFT_TABLE_GRID && (next->table->head != NULL || next->table->rows->len > 0);
}

/**
 * aft_html_blocks_append:
 * @self: a writer
 * @blocks: (element-type AftBlock): blocks of the report
 * @first: the first to be written
 * @end: the first not to be written
 * @out: a page
 *
 * Adds the blocks.
 */
void
aft_html_blocks_append (AftHtmlBlocks   *self,
                        const GPtrArray *blocks,
                        guint            first,
                        guint            end,
                        GString         *out)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (blocks != NULL && end <= blocks->len);
  g_return_if_fail (out != NULL);

  for (guint i = first; i < end; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);

      if (i + 1 < end && is_caption (block, g_ptr_array_index (blocks, i + 1)))
        append_table (self, block, g_ptr_array_index (blocks, ++i), out);
      else
        append_block (self, block, out);
    }
}

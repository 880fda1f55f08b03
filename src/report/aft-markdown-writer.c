/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-markdown-inline.h"
#include "aft-markdown-writer.h"
#include "aft-mermaid-writer.h"
#include "aft-plain-text.h"

typedef struct
{
  AftMarkdownFlags  flags;
  const char       *id;         /* borrowed, nullable: the item that was told last */
  const char       *item_id;    /* borrowed, nullable: of an item whose first paragraph is to tell it */
} Writer;

static void write_blocks (Writer          *self,
                          const GPtrArray *blocks,
                          GString         *out);

/* An id comes from the file like everything else, and could end the comment. */
static gboolean
may_be_told (const char *id)
{
  return id[strspn (id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.")] == '\0' && strstr (id, "--") == NULL &&
         !g_str_has_suffix (id, "-");
}

/* At the end of a line, for a line that begins so is none of Markdown. */
static void
append_id (Writer     *self,
           GString    *out,
           const char *id)
{
  if ((self->flags & AFT_MARKDOWN_IDS) == 0 || id == NULL || g_strcmp0 (id, self->id) == 0 ||
      !may_be_told (id))
    return;

  self->id = id;
  g_string_append_printf (out, " <!-- id: %s -->", id);
}

static void
append_id_to_line (Writer     *self,
                   GString    *out,
                   const char *id)
{
  if (out->len == 0)
    return;

  g_string_truncate (out, out->len - 1);
  append_id (self, out, id);
  g_string_append_c (out, '\n');
}

/* The first line behind @first, all others behind @rest. */
static void
append_indented (GString    *out,
                 const char *text,
                 const char *first,
                 const char *rest)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *prefix = i == 0 ? first : rest;
      const gsize start = out->len;

      if (i > 0 && lines[i][0] == '\0' && lines[i + 1] == NULL)
        break;

      g_string_append (out, prefix);
      g_string_append (out, lines[i]);
      while (lines[i][0] == '\0' && out->len > start && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      g_string_append_c (out, '\n');
    }
}

static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      width += g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;
    }

  return width;
}

static void
append_cell (GString    *out,
             const char *text,
             guint       width,
             AftAlign    align)
{
  const guint free = width - MIN (width, get_width (text));
  const guint before = align == AFT_ALIGN_END ? free : align == AFT_ALIGN_CENTER ? free / 2 : 0;

  g_string_append_printf (out, "| %*s%s%*s ", (int) before, "", text, (int) (free - before), "");
}

static void
append_delimiters (GString             *out,
                   const AftBlockTable *table,
                   const guint         *widths)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_string_append (out, table->aligns[i] == AFT_ALIGN_CENTER ? "| :" : "| -");
      for (guint j = 2; j < widths[i]; j++)
        g_string_append_c (out, '-');
      g_string_append (out, table->aligns[i] == AFT_ALIGN_START ? "- " : ": ");
    }
  g_string_append (out, "|\n");
}

static void
append_row (GString             *out,
            const AftBlockTable *table,
            const guint         *widths,
            char               **texts)
{
  for (guint i = 0; i < table->n_columns; i++)
    append_cell (out, texts[i], widths[i], table->aligns[i]);
  g_string_append (out, "|\n");
}

static void
write_grid (Writer              *self,
            const AftBlockTable *table,
            GString             *out)
{
  const guint n_columns = table->n_columns;
  g_autofree guint *widths = g_new0 (guint, n_columns);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i <= table->rows->len; i++)
    {
      const AftTableRow *row = i == 0 ? table->head : g_ptr_array_index (table->rows, i - 1);

      for (guint j = 0; j < n_columns; j++)
        {
          g_autofree char *cell = row != NULL ? aft_markdown_write_runs (g_ptr_array_index (row->cells, j),
                                                                         AFT_MARKDOWN_CELL)
                                              : NULL;
          GString *text = g_string_new (cell);

          if (j == 0 && row != NULL)
            append_id (self, text, row->item_id);
          widths[j] = MAX (widths[j], MAX (get_width (text->str), 3));
          g_ptr_array_add (texts, g_string_free (text, FALSE));
        }
    }

  /* One long cell would make every row as long. */
  for (guint i = 0; i < n_columns; i++)
    widths[i] = MIN (widths[i], 60);

  for (guint i = 0; i <= table->rows->len; i++)
    {
      append_row (out, table, widths, (char **) texts->pdata + i * n_columns);
      if (i == 0)
        append_delimiters (out, table, widths);
    }
}

static void
write_facts (const AftBlockTable *table,
             GString             *out)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const AftTableRow *row = g_ptr_array_index (table->rows, i);
      g_autofree char *name = aft_markdown_write_runs (g_ptr_array_index (row->cells, 0), AFT_MARKDOWN_CELL);
      g_autofree char *value = aft_markdown_write_runs (g_ptr_array_index (row->cells, 1), AFT_MARKDOWN_CELL);

      g_string_append_printf (out, "- **%s:** %s\n", name, value);
    }
}

static void
write_code (const AftBlock *block,
            GString        *out)
{
  const guint fence = MAX (3, aft_markdown_get_fence (block->code) + 1);

  for (guint side = 0; side < 2; side++)
    {
      for (guint i = 0; i < fence; i++)
        g_string_append_c (out, '`');
      g_string_append_c (out, '\n');
      if (side == 0 && block->code[0] != '\0')
        g_string_append_printf (out, "%s\n", block->code);
    }
}

/* An item without paragraphs to set apart: then its list needs no empty lines. */
static gboolean
is_tight (const AftBlock *item)
{
  for (guint i = 0; i < item->children->len; i++)
    {
      const AftBlock *child = g_ptr_array_index (item->children, i);

      if (child->type == AFT_BLOCK_PARAGRAPH && (i == 0 || child->role == AFT_PARAGRAPH_NOTE))
        continue;
      if (child->type != AFT_BLOCK_LIST || (child->list_style == AFT_LIST_NUMBERS && child->start != 1))
        return FALSE;
      for (guint j = 0; j < child->children->len; j++)
        if (!is_tight (g_ptr_array_index (child->children, j)))
          return FALSE;
    }

  return TRUE;
}

static void
write_item (Writer         *self,
            const AftBlock *item,
            gboolean        tight,
            GString        *out)
{
  if (item->check != AFT_CHECK_NONE)
    g_string_append (out, item->check == AFT_CHECK_DONE ? "[x] " : "[ ] ");
  self->item_id = item->item_id;
  if (item->anchor != NULL)
    g_string_append_printf (out, "<a id=\"%s\"></a>", item->anchor);

  if (!tight)
    {
      write_blocks (self, item->children, out);
      return;
    }

  for (guint i = 0; i < item->children->len; i++)
    {
      AftBlock *child = g_ptr_array_index (item->children, i);
      g_autoptr(GPtrArray) alone = g_ptr_array_new ();
      const gboolean after_text = i > 0 && child->type == AFT_BLOCK_PARAGRAPH &&
                                  ((AftBlock *) g_ptr_array_index (item->children, i - 1))->type ==
                                    AFT_BLOCK_PARAGRAPH;

      if (after_text && out->len > 0)
        g_string_insert (out, (gssize) out->len - 1, "\\");
      g_ptr_array_add (alone, child);
      write_blocks (self, alone, out);
    }
}

/* GitHub sees no box behind two signs on one line. */
static gboolean
begins_with_box (const AftBlock *item)
{
  const AftBlock *child = item->children->len > 0 ? g_ptr_array_index (item->children, 0) : NULL;
  const gboolean is_list = child != NULL && child->type == AFT_BLOCK_LIST && child->children->len > 0;
  const AftBlock *inner = is_list ? g_ptr_array_index (child->children, 0) : NULL;

  return inner != NULL && (inner->check != AFT_CHECK_NONE || begins_with_box (inner));
}

static void
write_list (Writer         *self,
            const AftBlock *list,
            gboolean        second,
            GString        *out)
{
  gboolean tight = TRUE;

  for (guint i = 0; i < list->children->len; i++)
    tight &= is_tight (g_ptr_array_index (list->children, i));

  for (guint i = 0; i < list->children->len; i++)
    {
      g_autoptr(GString) body = g_string_new (NULL);
      g_autofree char *marker = NULL;
      g_autofree char *indent = NULL;

      if (list->list_style == AFT_LIST_NUMBERS)
        marker = g_strdup_printf ("%u%s ", MIN (list->start + i, 999999999), second ? ")" : ".");
      else
        marker = g_strdup (second ? "* " : "- ");
      indent = g_strnfill (strlen (marker), ' ');

      if (i > 0 && !tight)
        g_string_append_c (out, '\n');
      if (begins_with_box (g_ptr_array_index (list->children, i)))
        g_string_append_c (body, '\n');
      write_item (self, g_ptr_array_index (list->children, i), tight, body);
      append_indented (out, body->str, marker, indent);
    }
}

static void
write_runs (GString          *out,
            const AftRuns    *runs,
            AftMarkdownPlace  place,
            const char       *before,
            const char       *after)
{
  g_autofree char *text = aft_markdown_write_runs (runs, place);

  if (text[0] != '\0')
    g_string_append_printf (out, "%s%s%s\n", before, text, after);
}

/* What it says is strong as a whole, whatever in it is strong already. */
static void
write_label (const AftBlock *block,
             GString        *out)
{
  g_autoptr(GPtrArray) strong = aft_runs_new ();

  for (guint i = 0; i < block->runs->len; i++)
    {
      const AftRun *run = g_ptr_array_index (block->runs, i);

      if ((run->style & AFT_RUN_BREAK) != 0)
        aft_runs_add_break (strong);
      else
        aft_runs_add (strong, run->text, run->style | AFT_RUN_STRONG, run->link);
    }
  write_runs (out, strong, AFT_MARKDOWN_PARAGRAPH, "", "");
}

static void
write_tree (const AftBlock *block,
            GString        *out)
{
  g_autoptr(GPtrArray) trees = g_ptr_array_new ();
  g_autofree char *diagram = NULL;

  g_ptr_array_add (trees, block->figure);
  diagram = aft_mermaid_write_trees (trees);
  g_string_append_printf (out, "```mermaid\n%s```\n", diagram);
}

/* The timeline stands in its table, the tree in its list. */
static void
write_figure (Writer         *self,
              const AftBlock *block,
              GString        *out)
{
  g_autofree char *caption = aft_runs_to_text (block->runs);
  g_autoptr(GPtrArray) runs = aft_runs_new ();

  if (block->figure->kind == AFT_FIGURE_TREE && (self->flags & AFT_MARKDOWN_MERMAID) != 0)
    write_tree (block, out);
  if (block->figure->kind != AFT_FIGURE_PICTURE)
    return;

  aft_runs_add (runs, caption, AFT_RUN_EMPHASIS, NULL);
  if (block->figure->alternative != NULL && strcmp (block->figure->alternative, caption) != 0)
    {
      if (runs->len > 0)
        aft_runs_add_break (runs);
      aft_runs_add (runs, block->figure->alternative, AFT_RUN_PLAIN, NULL);
    }
  write_runs (out, runs, AFT_MARKDOWN_PARAGRAPH, "", "");
}

static void
write_quote (Writer         *self,
             const AftBlock *block,
             GString        *out)
{
  g_autoptr(GString) body = g_string_new (NULL);

  write_blocks (self, block->children, body);
  append_indented (out, body->str, "> ", "> ");
}

static void
write_block (Writer         *self,
             const AftBlock *block,
             gboolean        second,
             GString        *out)
{
  static const char *const signs[] = { "# ", "# ", "## ", "### ", "#### ", "##### ", "###### " };

  switch (block->type)
    {
    case AFT_BLOCK_TITLE:
      write_runs (out, block->runs, AFT_MARKDOWN_HEADING, "# ", "");
      append_id_to_line (self, out, block->item_id);
      g_string_append_c (out, '\n');
      write_blocks (self, block->children, out);
      break;
    case AFT_BLOCK_HEADING:
      write_runs (out, block->runs, AFT_MARKDOWN_HEADING, signs[MIN (block->level, 6)], "");
      append_id_to_line (self, out, block->item_id);
      break;
    case AFT_BLOCK_PARAGRAPH:
      if (block->role == AFT_PARAGRAPH_LABEL)
        write_label (block, out);
      else
        write_runs (out, block->runs, AFT_MARKDOWN_PARAGRAPH, "", "");
      append_id_to_line (self, out, block->item_id != NULL ? block->item_id : self->item_id);
      self->item_id = NULL;
      break;
    case AFT_BLOCK_LIST:
      write_list (self, block, second, out);
      break;
    case AFT_BLOCK_TABLE:
      if (block->table->style == AFT_TABLE_FACTS)
        write_facts (block->table, out);
      else
        write_grid (self, block->table, out);
      break;
    case AFT_BLOCK_CODE:
      write_code (block, out);
      break;
    case AFT_BLOCK_QUOTE:
      write_quote (self, block, out);
      break;
    case AFT_BLOCK_FIGURE:
      write_figure (self, block, out);
      break;
    case AFT_BLOCK_RULE:
      g_string_append (out, "---\n");
      break;
    case AFT_BLOCK_ITEM:
    default:
      write_blocks (self, block->children, out);
      break;
    }
}

/* Two lists one after the other would be one, had they the same marks. */
static gboolean
follows_its_like (const AftBlock *block,
                  const AftBlock *last)
{
  return block->type == AFT_BLOCK_LIST && last != NULL && last->type == AFT_BLOCK_LIST &&
         (block->list_style == AFT_LIST_NUMBERS) == (last->list_style == AFT_LIST_NUMBERS);
}

static void
write_blocks (Writer          *self,
              const GPtrArray *blocks,
              GString         *out)
{
  const AftBlock *last = NULL;
  gboolean second = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);
      g_autoptr(GString) body = g_string_new (NULL);

      second = follows_its_like (block, last) && !second;
      write_block (self, block, second, body);
      if (body->len == 0)
        continue;

      if (last != NULL)
        g_string_append_c (out, '\n');
      g_string_append_len (out, body->str, (gssize) body->len);
      last = block;
    }
}

static void
append_fact (GString    *out,
             const char *name,
             const char *value)
{
  g_autofree char *clean = aft_plain_text_clean (value);

  if (clean[0] == '\0')
    return;

  g_string_append_printf (out, "%s: \"", name);
  for (const char *at = clean; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *at == '\n' ? ' ' : *at);
    }
  g_string_append (out, "\"\n");
}

static void
write_front_matter (AftReport *report,
                    GString   *out)
{
  g_string_append (out, "---\n");
  append_fact (out, "title", aft_report_get_title (report));
  append_fact (out, "description", aft_report_get_subject (report));
  append_fact (out, "author", aft_report_get_author (report));
  append_fact (out, "keywords", aft_report_get_keywords (report));
  append_fact (out, "lang", aft_report_get_language (report));
  append_fact (out, "edition", aft_edition_get_name (aft_report_get_edition (report)));
  g_string_append (out, "---\n\n");
}

/**
 * aft_markdown_write_blocks:
 * @blocks: (element-type AftBlock): blocks
 *
 * Returns: (transfer full): the blocks as Markdown, as GitHub reads it
 */
char *
aft_markdown_write_blocks (const GPtrArray *blocks)
{
  Writer self = { AFT_MARKDOWN_PLAIN };
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (blocks != NULL, g_string_free (out, FALSE));

  write_blocks (&self, blocks, out);
  return g_string_free (out, FALSE);
}

/**
 * aft_markdown_write:
 * @report: a report
 * @flags: what it is to have besides
 *
 * Returns: (transfer full): the whole report as Markdown, as GitHub reads it. No text of the document
 *   can break out of its place.
 */
char *
aft_markdown_write (AftReport        *report,
                    AftMarkdownFlags  flags)
{
  Writer self = { flags };
  GString *out;

  g_return_val_if_fail (report != NULL, NULL);

  out = g_string_new (NULL);
  if ((flags & AFT_MARKDOWN_FRONT_MATTER) != 0)
    write_front_matter (report, out);
  write_blocks (&self, aft_report_get_blocks (report), out);

  return g_string_free (out, FALSE);
}

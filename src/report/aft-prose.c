/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <md4c.h>
#include <string.h>

#include "aft-plain-text.h"
#include "aft-prose.h"

/* How deep lists and quotes may nest within prose. What lies deeper stays at this depth. */
#define MAX_NESTING 12

/* Tables of more columns, and more cells in all tables of a text, are no tables for anybody. */
#define MAX_COLUMNS 128
#define MAX_CELLS   100000

typedef struct
{
  GPtrArray     *root;         /* borrowed */
  guint          level;        /* of the heading above */
  const char    *item_id;      /* borrowed */

  GPtrArray     *holders;      /* of AftBlock or NULL: what is open, borrowed; NULL is the root */
  AftRuns       *runs;         /* owned while a paragraph, heading or cell is open */
  GString       *code;         /* owned while code is open */
  AftBlockTable *table;        /* owned while a table is open */
  AftTableRow   *row;          /* borrowed */
  guint          styles[5];    /* how often each is open */
  GPtrArray     *links;        /* of char *, what is open */
  guint          skipped;      /* holders that were too deep to open */
  guint          n_cells;
  guint          n_table_cells; /* of all tables: short rows are filled up */
  gboolean       head;
} Reader;

enum
{
  STYLE_STRONG,
  STYLE_EMPHASIS,
  STYLE_CODE,
  STYLE_STRUCK,
};

static AftBlock *
get_holder (Reader *reader)
{
  return g_ptr_array_index (reader->holders, reader->holders->len - 1);
}

static void
add_block (Reader   *reader,
           AftBlock *block)
{
  AftBlock *holder = get_holder (reader);

  block->item_id = g_strdup (reader->item_id);
  g_ptr_array_add (holder != NULL ? holder->children : reader->root, block);
}

/* The text of a tight item comes without a paragraph of its own. */
static AftRuns *
open_runs (Reader *reader)
{
  if (reader->runs == NULL)
    reader->runs = aft_runs_new ();

  return reader->runs;
}

static void
close_runs (Reader *reader)
{
  g_autoptr(GPtrArray) runs = g_steal_pointer (&reader->runs);

  if (runs != NULL && !aft_runs_are_empty (runs))
    add_block (reader, aft_block_new_paragraph (AFT_PARAGRAPH_BODY, g_steal_pointer (&runs)));
}

static void
open_holder (Reader   *reader,
             AftBlock *block)
{
  close_runs (reader);

  /* An item follows its list, or the list would hold what is none. */
  if (reader->skipped > 0 || (block->type != AFT_BLOCK_ITEM && reader->holders->len > MAX_NESTING))
    {
      aft_block_free (block);
      reader->skipped++;
      return;
    }

  add_block (reader, block);
  g_ptr_array_add (reader->holders, block);
}

static void
close_holder (Reader *reader)
{
  close_runs (reader);

  if (reader->skipped > 0)
    reader->skipped--;
  else
    g_ptr_array_set_size (reader->holders, (gint) reader->holders->len - 1);
}

static void
open_list (Reader                   *reader,
           const MD_BLOCK_OL_DETAIL *numbered)
{
  AftBlock *list = aft_block_new_list (numbered != NULL ? AFT_LIST_NUMBERS : AFT_LIST_BULLETS);

  if (numbered != NULL)
    list->start = MIN (numbered->start, 999999999);
  open_holder (reader, list);
}

static void
open_item (Reader                   *reader,
           const MD_BLOCK_LI_DETAIL *detail)
{
  AftBlock *item = aft_block_new (AFT_BLOCK_ITEM);

  if (detail->is_task)
    item->check = detail->task_mark == ' ' ? AFT_CHECK_OPEN : AFT_CHECK_DONE;
  open_holder (reader, item);
}

static void
open_cell (Reader                   *reader,
           const MD_BLOCK_TD_DETAIL *detail)
{
  const guint column = reader->n_cells++;

  reader->runs = aft_runs_new ();
  if (reader->head && column < reader->table->n_columns)
    reader->table->aligns[column] = detail->align == MD_ALIGN_RIGHT    ? AFT_ALIGN_END
                                    : detail->align == MD_ALIGN_CENTER ? AFT_ALIGN_CENTER
                                                                       : AFT_ALIGN_START;
}

static int
enter_block (MD_BLOCKTYPE  type,
             void         *detail,
             void         *user_data)
{
  Reader *reader = user_data;

  switch (type)
    {
    case MD_BLOCK_QUOTE:
      open_holder (reader, aft_block_new (AFT_BLOCK_QUOTE));
      break;
    case MD_BLOCK_UL:
      open_list (reader, NULL);
      break;
    case MD_BLOCK_OL:
      open_list (reader, detail);
      break;
    case MD_BLOCK_LI:
      open_item (reader, detail);
      break;
    case MD_BLOCK_HR:
      close_runs (reader);
      add_block (reader, aft_block_new (AFT_BLOCK_RULE));
      break;
    case MD_BLOCK_H:
    case MD_BLOCK_P:
    case MD_BLOCK_HTML:
      close_runs (reader);
      reader->runs = aft_runs_new ();
      break;
    case MD_BLOCK_CODE:
      close_runs (reader);
      reader->code = g_string_new (NULL);
      break;
    case MD_BLOCK_TABLE:
      if (((MD_BLOCK_TABLE_DETAIL *) detail)->col_count > MAX_COLUMNS)
        return -1;
      close_runs (reader);
      reader->table = aft_block_table_new (AFT_TABLE_GRID, MAX (((MD_BLOCK_TABLE_DETAIL *) detail)->col_count, 1));
      break;
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      reader->head = type == MD_BLOCK_THEAD;
      break;
    case MD_BLOCK_TR:
      reader->n_table_cells += reader->table->n_columns;
      if (reader->n_table_cells > MAX_CELLS)
        return -1;
      reader->n_cells = 0;
      if (reader->head && reader->table->head == NULL)
        reader->row = aft_block_table_add_head (reader->table);
      else
        reader->row = aft_block_table_add_row (reader->table, NULL);
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      open_cell (reader, detail);
      break;
    case MD_BLOCK_DOC:
    default:
      break;
    }

  return 0;
}

static void
close_heading (Reader                  *reader,
               const MD_BLOCK_H_DETAIL *detail)
{
  AftBlock *heading;

  if (reader->runs == NULL || aft_runs_are_empty (reader->runs))
    {
      g_clear_pointer (&reader->runs, g_ptr_array_unref);
      return;
    }

  /* Below other blocks a heading would break the outline of the report. */
  if (get_holder (reader) != NULL || reader->level >= 6)
    {
      add_block (reader, aft_block_new_paragraph (AFT_PARAGRAPH_LABEL, g_steal_pointer (&reader->runs)));
      return;
    }

  heading = aft_block_new (AFT_BLOCK_HEADING);
  heading->level = MIN (reader->level + detail->level, 6);
  heading->runs = g_steal_pointer (&reader->runs);
  add_block (reader, heading);
}

/* Lines without control characters; a tab is four blanks. */
static char *
clean_code (const char *text)
{
  GString *cleaned = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (character == '\t')
        g_string_append (cleaned, "    ");
      else if (character == '\n' || aft_plain_text_may_have (character))
        g_string_append_unichar (cleaned, character);
    }
  if (cleaned->len > 0 && cleaned->str[cleaned->len - 1] == '\n')
    g_string_truncate (cleaned, cleaned->len - 1);

  return g_string_free (cleaned, FALSE);
}

static void
close_code (Reader *reader)
{
  AftBlock *code = aft_block_new (AFT_BLOCK_CODE);

  code->code = clean_code (reader->code->str);
  g_string_free (g_steal_pointer (&reader->code), TRUE);
  add_block (reader, code);
}

static int
leave_block (MD_BLOCKTYPE  type,
             void         *detail,
             void         *user_data)
{
  Reader *reader = user_data;

  switch (type)
    {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_LI:
      close_holder (reader);
      break;
    case MD_BLOCK_H:
      close_heading (reader, detail);
      break;
    case MD_BLOCK_P:
    case MD_BLOCK_HTML:
      close_runs (reader);
      break;
    case MD_BLOCK_CODE:
      close_code (reader);
      break;
    case MD_BLOCK_TABLE:
      add_block (reader, aft_block_new_table (g_steal_pointer (&reader->table)));
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      aft_table_row_add (reader->row, g_steal_pointer (&reader->runs));
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
    default:
      break;
    }

  return 0;
}

static char *
dup_entity (const char *text,
            gsize       size)
{
  static const struct { const char *name; const char *text; } named[] = {
    { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&apos;", "'" }, { "&nbsp;", "\u00a0" },
    { "&ndash;", "–" }, { "&mdash;", "—" }, { "&hellip;", "…" }, { "&copy;", "©" }, { "&reg;", "®" },
    { "&times;", "×" }, { "&minus;", "−" }, { "&rarr;", "→" }, { "&larr;", "←" }, { "&auml;", "ä" }, { "&ouml;", "ö" },
    { "&uuml;", "ü" }, { "&Auml;", "Ä" }, { "&Ouml;", "Ö" }, { "&Uuml;", "Ü" }, { "&szlig;", "ß" }, { "&eacute;", "é" },
    { "&euro;", "€" }, { "&deg;", "°" }, { "&micro;", "µ" }, { "&asymp;", "≈" }, { "&le;", "≤" }, { "&ge;", "≥" },
  };
  g_autofree char *entity = g_strndup (text, size);
  guint64 code;

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    if (strcmp (entity, named[i].name) == 0)
      return g_strdup (named[i].text);

  if (entity[0] != '&' || entity[1] != '#')
    return g_steal_pointer (&entity);

  code = entity[2] == 'x' || entity[2] == 'X' ? g_ascii_strtoull (entity + 3, NULL, 16)
                                              : g_ascii_strtoull (entity + 2, NULL, 10);
  if (code == 0 || code > 0x10ffff || !g_unichar_validate ((gunichar) code))
    return g_strdup ("\ufffd");

  {
    char utf8[8] = { 0 };

    g_unichar_to_utf8 ((gunichar) code, utf8);
    return g_strdup (utf8);
  }
}

static char *
dup_attribute (const MD_ATTRIBUTE *attribute)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; attribute->text != NULL && attribute->substr_offsets[i] < attribute->size; i++)
    {
      const char *start = attribute->text + attribute->substr_offsets[i];
      const gsize size = attribute->substr_offsets[i + 1] - attribute->substr_offsets[i];

      if (attribute->substr_types[i] == MD_TEXT_ENTITY)
        {
          g_autofree char *entity = dup_entity (start, size);

          g_string_append (text, entity);
        }
      else if (attribute->substr_types[i] == MD_TEXT_NORMAL)
        g_string_append_len (text, start, (gssize) size);
    }

  return g_string_free (text, FALSE);
}

static int
get_style (MD_SPANTYPE type)
{
  switch (type)
    {
    case MD_SPAN_STRONG: return STYLE_STRONG;
    case MD_SPAN_EM: return STYLE_EMPHASIS;
    case MD_SPAN_CODE: return STYLE_CODE;
    case MD_SPAN_DEL: return STYLE_STRUCK;
    case MD_SPAN_A:
    case MD_SPAN_IMG:
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U:
    default: return -1;
    }
}

static int
enter_span (MD_SPANTYPE  type,
            void        *detail,
            void        *user_data)
{
  Reader *reader = user_data;
  const int style = get_style (type);

  if (style >= 0)
    reader->styles[style]++;
  else if (type == MD_SPAN_A)
    g_ptr_array_add (reader->links, dup_attribute (&((MD_SPAN_A_DETAIL *) detail)->href));

  return 0;
}

static int
leave_span (MD_SPANTYPE  type,
            void        *detail,
            void        *user_data)
{
  Reader *reader = user_data;
  const int style = get_style (type);

  if (style >= 0)
    reader->styles[style]--;
  else if (type == MD_SPAN_A)
    g_ptr_array_set_size (reader->links, (gint) reader->links->len - 1);

  return 0;
}

static int
read_text (MD_TEXTTYPE    type,
           const MD_CHAR *text,
           MD_SIZE        size,
           void          *user_data)
{
  Reader *reader = user_data;
  const char *link = reader->links->len > 0 ? g_ptr_array_index (reader->links, reader->links->len - 1) : NULL;
  AftRunStyle style = AFT_RUN_PLAIN;
  g_autofree char *copy = NULL;

  if (reader->code != NULL)
    {
      g_string_append_len (reader->code, text, size);
      return 0;
    }

  if (reader->styles[STYLE_STRONG] > 0)
    style |= AFT_RUN_STRONG;
  if (reader->styles[STYLE_EMPHASIS] > 0)
    style |= AFT_RUN_EMPHASIS;
  if (reader->styles[STYLE_CODE] > 0)
    style |= AFT_RUN_CODE;
  if (reader->styles[STYLE_STRUCK] > 0)
    style |= AFT_RUN_STRUCK;

  if (type == MD_TEXT_BR)
    aft_runs_add_break (open_runs (reader));
  else if (type == MD_TEXT_SOFTBR)
    aft_runs_add (open_runs (reader), " ", style, link);
  else if (type == MD_TEXT_NULLCHAR)
    aft_runs_add (open_runs (reader), "\ufffd", style, link);
  else
    {
      copy = type == MD_TEXT_ENTITY ? dup_entity (text, size) : g_strndup (text, size);
      /* An anchor of the report is not for prose to claim. */
      aft_runs_add (open_runs (reader), copy, style, link != NULL && link[0] != '#' ? link : NULL);
    }

  return 0;
}

/* What would take more than anybody reads is shown as it was written. */
static void
show_as_code (Reader     *reader,
              guint       first,
              const char *text)
{
  AftBlock *code = aft_block_new (AFT_BLOCK_CODE);

  g_clear_pointer (&reader->runs, g_ptr_array_unref);
  if (reader->code != NULL)
    g_string_free (g_steal_pointer (&reader->code), TRUE);
  if (reader->table != NULL)
    aft_block_free (aft_block_new_table (g_steal_pointer (&reader->table)));
  g_ptr_array_set_size (reader->root, (gint) first);

  code->code = clean_code (text);
  code->item_id = g_strdup (reader->item_id);
  g_ptr_array_add (reader->root, code);
}

/**
 * aft_prose_append:
 * @blocks: (element-type AftBlock): blocks
 * @markdown: Markdown, as GitHub writes it
 * @level: the level of the heading above; headings within the prose come below it, and below level
 *   6 they are labels
 * @item_id: (nullable): the item it comes from
 *
 * Reads prose into blocks. HTML is text, pictures are their alternative text, and links that a
 * report may not follow are text.
 */
void
aft_prose_append (GPtrArray  *blocks,
                  const char *markdown,
                  guint       level,
                  const char *item_id)
{
  static const MD_PARSER parser = {
    .flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = enter_span,
    .leave_span = leave_span,
    .text = read_text,
  };
  g_autofree char *valid = NULL;
  g_autoptr(GPtrArray) holders = g_ptr_array_new ();
  g_autoptr(GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { blocks, level, item_id, holders, NULL, NULL, NULL, NULL, { 0 }, links };
  const guint first = blocks != NULL ? blocks->len : 0;

  g_return_if_fail (blocks != NULL);
  g_return_if_fail (markdown != NULL);

  valid = g_utf8_make_valid (markdown, -1);
  g_ptr_array_add (holders, NULL);
  if (strlen (valid) >= G_MAXUINT32 || md_parse (valid, (MD_SIZE) strlen (valid), &parser, &reader) != 0)
    show_as_code (&reader, first, valid);
  close_runs (&reader);
}

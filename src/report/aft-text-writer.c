/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-text-lines.h"
#include "aft-text-sheet.h"
#include "aft-text-table.h"
#include "aft-text-writer.h"

typedef struct
{
  AftTextSheet *sheet;
  guint         depth;          /* of lists */
  gboolean      unmarked;       /* the next text is strong as the report has it, not as somebody wrote it */
  GHashTable   *numbers;        /* address to its number */
  GPtrArray    *addresses;      /* those of the section: borrowed from @numbers */
} Writer;

static void write_blocks (Writer          *self,
                          const GPtrArray *blocks,
                          gboolean         tight);

/* Whether the text shows where it leads. */
static gboolean
shows_address (const char *text,
               const char *link)
{
  const char *host = strstr (link, "://");

  return strcmp (text, link) == 0 || (host != NULL && strcmp (text, host + strlen ("://")) == 0) ||
         (g_str_has_prefix (link, "mailto:") && strcmp (text, link + strlen ("mailto:")) == 0);
}

static void
append_reference (Writer       *self,
                  AftTextPiece *piece,
                  const char   *link)
{
  char *address;
  gpointer number;
  g_autofree char *reference = NULL;

  if (!g_hash_table_lookup_extended (self->numbers, link, (gpointer *) &address, &number))
    {
      address = g_strdup (link);
      number = GUINT_TO_POINTER (g_hash_table_size (self->numbers) + 1);
      g_hash_table_insert (self->numbers, address, number);
    }
  if (!g_ptr_array_find (self->addresses, address, NULL))
    g_ptr_array_add (self->addresses, address);

  reference = g_strdup_printf (" [%u]", GPOINTER_TO_UINT (number));
  aft_text_piece_append_held (piece, reference);
}

static void
append_run (AftTextPiece *piece,
            const AftRun *run,
            gboolean      marked)
{
  const AftRunStyle strong = AFT_RUN_STRONG | AFT_RUN_EMPHASIS;
  const char *mark = "";

  if ((run->style & AFT_RUN_STRUCK) != 0)
    mark = "~~";
  else if ((run->style & AFT_RUN_CODE) != 0)
    mark = strchr (run->text, '`') == NULL ? "`" : "";
  else if (marked && (run->style & strong) != 0 && run->text[0] != ' ' && !g_str_has_suffix (run->text, " "))
    mark = "*";

  aft_text_piece_append (piece, mark);
  if (run->link != NULL && shows_address (run->text, run->link))
    aft_text_piece_append_held (piece, run->text);
  else
    aft_text_piece_append (piece, run->text);
  aft_text_piece_append (piece, mark);
}

/* What is strong in a sentence is marked, what is strong as a whole is not. */
static AftTextPiece *
create_piece (Writer        *self,
              const AftRuns *runs,
              gboolean       marked)
{
  AftTextPiece *piece = aft_text_piece_new ();

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const AftRun *run = g_ptr_array_index (runs, i);
      const AftRun *next = i + 1 < runs->len ? g_ptr_array_index (runs, i + 1) : NULL;

      if ((run->style & AFT_RUN_BREAK) != 0)
        {
          aft_text_piece_append (piece, "\n");
          continue;
        }

      append_run (piece, run, marked && runs->len > 1);
      if (run->link != NULL && run->link[0] != '#' && (next == NULL || g_strcmp0 (run->link, next->link) != 0) &&
          !shows_address (run->text, run->link))
        append_reference (self, piece, run->link);
    }

  return piece;
}

static void
write_runs (Writer        *self,
            const AftRuns *runs,
            gboolean       marked)
{
  g_autoptr(AftTextPiece) piece = create_piece (self, runs, marked);
  g_autoptr(GPtrArray) lines = NULL;

  if (aft_text_piece_is_empty (piece))
    return;

  lines = aft_text_piece_wrap (piece, aft_text_sheet_get_width (self->sheet));
  aft_text_sheet_add_lines (self->sheet, lines);
}

static int
compare_addresses (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  GHashTable *numbers = user_data;
  const guint first = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, *(const char *const *) a));
  const guint second = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, *(const char *const *) b));

  return first < second ? -1 : first > second;
}

/* Where the links of a section lead stands at its end. */
static void
write_addresses (Writer *self)
{
  if (self->addresses->len > 0)
    aft_text_sheet_ask_gap (self->sheet, 1);

  g_ptr_array_sort_with_data (self->addresses, compare_addresses, self->numbers);
  for (guint i = 0; i < self->addresses->len; i++)
    {
      const char *address = g_ptr_array_index (self->addresses, i);
      const guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, address));
      g_autofree char *line = g_strdup_printf ("[%u] %s", number, address);

      aft_text_sheet_add_line (self->sheet, line);
    }
  g_ptr_array_set_size (self->addresses, 0);
}

/* The title of the report between two lines, the headings above one. */
static void
write_heading (Writer         *self,
               const AftBlock *block)
{
  static const char signs[] = { '=', '=', '=', '-', '~', '~', '~' };
  g_autoptr(AftTextPiece) piece = create_piece (self, block->runs, FALSE);
  g_autoptr(GPtrArray) lines = aft_text_piece_wrap (piece, aft_text_sheet_get_width (self->sheet));
  const guint level = block->type == AFT_BLOCK_TITLE ? 0 : CLAMP (block->level, 1, 6);
  g_autofree char *line = NULL;
  guint width = 3;

  if (aft_text_piece_is_empty (piece))
    return;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, aft_text_get_width (g_ptr_array_index (lines, i)));
  line = g_strnfill (MIN (width, AFT_TEXT_WIDTH), signs[level]);

  if (level == 0)
    aft_text_sheet_add_line (self->sheet, line);
  aft_text_sheet_add_lines (self->sheet, lines);
  aft_text_sheet_add_line (self->sheet, line);
}

static void
write_table (Writer              *self,
             const AftBlockTable *table)
{
  g_autoptr(GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_text_piece_free);
  g_autoptr(GPtrArray) lines = NULL;

  for (guint i = table->head != NULL ? 0 : 1; i <= table->rows->len; i++)
    {
      const AftTableRow *row = i == 0 ? table->head : g_ptr_array_index (table->rows, i - 1);

      for (guint j = 0; j < table->n_columns; j++)
        g_ptr_array_add (pieces, create_piece (self, g_ptr_array_index (row->cells, j), FALSE));
    }

  lines = aft_text_table_write (table, pieces, aft_text_sheet_get_width (self->sheet));
  aft_text_sheet_add_lines (self->sheet, lines);
}

/* Here blanks are part of the text, and no line is cut. */
static void
write_code (Writer         *self,
            const AftBlock *block)
{
  g_auto(GStrv) lines = g_strsplit (block->code, "\n", -1);

  if (block->code[0] == '\0')
    return;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(GString) line = g_string_new ("    ");

      for (const char *at = lines[i]; *at != '\0'; at++)
        if (*at == '\t')
          g_string_append (line, "    ");
        else if (!g_ascii_iscntrl (*at))
          g_string_append_c (line, *at);
      aft_text_sheet_add_line (self->sheet, line->str);
    }
}

static void
write_quote (Writer         *self,
             const AftBlock *block)
{
  const AftTextIndent indent = aft_text_sheet_indent (self->sheet, "> ", "> ", "> ");

  write_blocks (self, block->children, FALSE);
  aft_text_sheet_unindent (self->sheet, &indent);
}

/* The timeline stands in its table, the tree in its list. A picture is told. */
static void
write_figure (Writer         *self,
              const AftBlock *block)
{
  g_autofree char *caption = aft_runs_to_text (block->runs);
  const char *alternative = block->figure->alternative != NULL ? block->figure->alternative : "";
  g_autoptr(GPtrArray) runs = aft_runs_new ();

  if (block->figure->kind != AFT_FIGURE_PICTURE || (caption[0] == '\0' && alternative[0] == '\0'))
    return;

  aft_runs_add (runs, "[", AFT_RUN_PLAIN, NULL);
  aft_runs_add (runs, caption, AFT_RUN_PLAIN, NULL);
  if (strcmp (caption, alternative) != 0 && alternative[0] != '\0')
    {
      aft_runs_add (runs, caption[0] != '\0' ? ": " : "", AFT_RUN_PLAIN, NULL);
      aft_runs_add (runs, alternative, AFT_RUN_PLAIN, NULL);
    }
  aft_runs_add (runs, "]", AFT_RUN_PLAIN, NULL);
  write_runs (self, runs, FALSE);
}

static gboolean
is_label (const AftBlock *block)
{
  return block->type == AFT_BLOCK_PARAGRAPH && block->role == AFT_PARAGRAPH_LABEL;
}

/* An item without paragraphs to set apart: then its list needs no empty lines. */
static gboolean
is_tight (const AftBlock *item)
{
  for (guint i = 0; i < item->children->len; i++)
    {
      const AftBlock *child = g_ptr_array_index (item->children, i);
      const AftBlock *last = i > 0 ? g_ptr_array_index (item->children, i - 1) : NULL;

      if (child->type == AFT_BLOCK_PARAGRAPH && (last == NULL || child->role != AFT_PARAGRAPH_BODY || is_label (last)))
        continue;
      if (child->type != AFT_BLOCK_LIST || child->list_style == AFT_LIST_PLAIN)
        return FALSE;
      for (guint j = 0; j < child->children->len; j++)
        if (!is_tight (g_ptr_array_index (child->children, j)))
          return FALSE;
    }

  return TRUE;
}

static char *
dup_mark (const AftBlock *list,
          guint           index)
{
  const AftBlock *item = g_ptr_array_index (list->children, index);
  const char *box = item->check == AFT_CHECK_NONE ? "" : item->check == AFT_CHECK_DONE ? "[x] " : "[ ] ";
  g_autofree char *number = NULL;

  if (list->list_style == AFT_LIST_PLAIN)
    return g_strdup (box);
  if (list->list_style != AFT_LIST_NUMBERS)
    return g_strconcat ("- ", box, NULL);

  number = g_strdup_printf ("%" G_GUINT64_FORMAT ".", (guint64) list->start + index);
  return g_strdup_printf ("%-*s %s", (int) strlen (number), number, box);
}

/* Where one can't see any more how deep it is, it is told: which why it is, or which list within a list. */
static char *
dup_depth (const Writer   *self,
           const AftBlock *list)
{
  return g_strdup_printf ("(%u) ", list->list_style == AFT_LIST_OUTLINE ? (self->depth + 1) / 2 : self->depth);
}

static void
write_list (Writer         *self,
            const AftBlock *list)
{
  gboolean tight = list->list_style != AFT_LIST_PLAIN;

  for (guint i = 0; i < list->children->len; i++)
    tight &= is_tight (g_ptr_array_index (list->children, i));

  self->depth++;
  for (guint i = 0; i < list->children->len; i++)
    {
      const AftBlock *item = g_ptr_array_index (list->children, i);
      g_autofree char *mark = dup_mark (list, i);
      g_autofree char *blanks = g_strnfill (MAX (strlen (mark), 2), ' ');
      g_autofree char *deep = dup_depth (self, list);
      AftTextIndent indent;

      if (i > 0 && !tight)
        aft_text_sheet_ask_gap (self->sheet, 1);
      indent = aft_text_sheet_indent (self->sheet, mark, blanks, deep);
      self->unmarked = list->list_style == AFT_LIST_OUTLINE;
      write_blocks (self, item->children, tight);
      aft_text_sheet_unindent (self->sheet, &indent);
    }
  self->depth--;
}

static void
write_block (Writer         *self,
             const AftBlock *block,
             gboolean        tight)
{
  switch (block->type)
    {
    case AFT_BLOCK_TITLE:
      write_heading (self, block);
      aft_text_sheet_ask_gap (self->sheet, 1);
      write_blocks (self, block->children, FALSE);
      break;
    case AFT_BLOCK_HEADING:
      write_heading (self, block);
      break;
    case AFT_BLOCK_PARAGRAPH:
      write_runs (self, block->runs, block->role == AFT_PARAGRAPH_BODY && !self->unmarked);
      self->unmarked = FALSE;
      break;
    case AFT_BLOCK_LIST:
      write_list (self, block);
      break;
    case AFT_BLOCK_TABLE:
      write_table (self, block->table);
      break;
    case AFT_BLOCK_CODE:
      write_code (self, block);
      break;
    case AFT_BLOCK_QUOTE:
      write_quote (self, block);
      break;
    case AFT_BLOCK_FIGURE:
      write_figure (self, block);
      break;
    case AFT_BLOCK_RULE:
      aft_text_sheet_add_line (self->sheet, "* * *");
      break;
    case AFT_BLOCK_ITEM:
    default:
      write_blocks (self, block->children, tight);
      break;
    }
}

/* How many empty lines stand between two blocks. */
static guint
get_gap (const AftBlock *last,
         const AftBlock *block,
         gboolean        tight)
{
  if (block->type == AFT_BLOCK_HEADING && block->level <= 2)
    return 2;
  if (tight || is_label (last))
    return 0;
  if (last->type == AFT_BLOCK_PARAGRAPH && block->type == AFT_BLOCK_PARAGRAPH && block->role == AFT_PARAGRAPH_NOTE)
    return 0;

  return 1;
}

static void
write_blocks (Writer          *self,
              const GPtrArray *blocks,
              gboolean         tight)
{
  const AftBlock *last = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);
      const guint n_lines = aft_text_sheet_get_n_lines (self->sheet);

      if (block->type == AFT_BLOCK_HEADING && block->level <= 2)
        write_addresses (self);
      if (last != NULL && get_gap (last, block, tight) > 0)
        aft_text_sheet_ask_gap (self->sheet, get_gap (last, block, tight));
      write_block (self, block, tight);
      if (aft_text_sheet_get_n_lines (self->sheet) > n_lines)
        last = block;
    }
}

/**
 * aft_text_write_blocks:
 * @blocks: (element-type AftBlock): blocks
 *
 * Returns: (transfer full): the blocks as plain text, see aft_text_write()
 */
char *
aft_text_write_blocks (const GPtrArray *blocks)
{
  Writer writer = { NULL };

  g_return_val_if_fail (blocks != NULL, NULL);

  writer.sheet = aft_text_sheet_new ();
  writer.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  writer.addresses = g_ptr_array_new ();

  write_blocks (&writer, blocks, FALSE);
  write_addresses (&writer);

  g_ptr_array_unref (writer.addresses);
  g_hash_table_unref (writer.numbers);

  return aft_text_sheet_free (writer.sheet);
}

/**
 * aft_text_write:
 * @report: a report
 *
 * Writes the report as it can stand in a mail: in lines of at most 72 cells of a terminal, but for code and
 * for what can't be cut, without blanks at their ends. Links carry numbers, which are told at the end of
 * their section.
 *
 * Returns: (transfer full): the whole report as plain text
 */
char *
aft_text_write (AftReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  return aft_text_write_blocks (aft_report_get_blocks (report));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-block.h"
#include "aft-plain-text.h"

static void
run_free (gpointer data)
{
  AftRun *run = data;

  g_free (run->text);
  g_free (run->link);
  g_free (run);
}

/**
 * aft_link_is_safe:
 * @link: (nullable): an address from a document
 *
 * Returns: whether a report may lead there: http, https and mailto alone
 */
gboolean
aft_link_is_safe (const char *link)
{
  static const char *const starts[] = { "https://", "http://", "mailto:" };

  if (link == NULL || !g_utf8_validate (link, -1, NULL))
    return FALSE;

  for (const char *at = link; *at != '\0'; at++)
    if ((guchar) *at <= ' ' || *at == 0x7f || strchr ("<>\"\\^`{|}", *at) != NULL)
      return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_ascii_strncasecmp (link, starts[i], strlen (starts[i])) == 0 && link[strlen (starts[i])] != '\0')
      return TRUE;

  return FALSE;
}

/**
 * aft_runs_new:
 *
 * Returns: (transfer full): no text yet; free it with g_ptr_array_unref()
 */
AftRuns *
aft_runs_new (void)
{
  return g_ptr_array_new_with_free_func (run_free);
}

/**
 * aft_runs_new_text:
 * @text: a text
 * @style: what it is
 *
 * Returns: (transfer full): that text alone
 */
AftRuns *
aft_runs_new_text (const char  *text,
                   AftRunStyle  style)
{
  AftRuns *self = aft_runs_new ();

  aft_runs_add (self, text, style, NULL);
  return self;
}

/* One line of valid text: white space of any kind is a blank, other controls and what is no character are gone. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *cleaned = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (character == '\n' || character == '\r' || character == '\t' || character == '\f' || character == '\v' ||
          character == 0x85 || character == 0x2028 || character == 0x2029)
        g_string_append_c (cleaned, ' ');
      else if (aft_plain_text_may_have (character))
        g_string_append_unichar (cleaned, character);
    }

  return g_string_free (cleaned, FALSE);
}

/**
 * aft_runs_add:
 * @self: runs
 * @text: a text; breaks in it are blanks
 * @style: what it is
 * @link: (nullable): where it leads; dropped where a report may not lead there
 *
 * Adds text at the end, to the last run where that is of the same kind.
 */
void
aft_runs_add (AftRuns     *self,
              const char  *text,
              AftRunStyle  style,
              const char  *link)
{
  g_autofree char *cleaned = clean (text);
  AftRun *run;

  g_return_if_fail (self != NULL);

  if (cleaned[0] == '\0')
    return;
  if (link != NULL && link[0] != '#' && !aft_link_is_safe (link))
    link = NULL;

  run = self->len > 0 ? g_ptr_array_index (self, self->len - 1) : NULL;
  if (run != NULL && run->style == style && g_strcmp0 (run->link, link) == 0)
    {
      char *joined = g_strconcat (run->text, cleaned, NULL);

      g_free (run->text);
      run->text = joined;
      return;
    }

  run = g_new0 (AftRun, 1);
  run->text = g_steal_pointer (&cleaned);
  run->link = g_strdup (link);
  run->style = style;
  g_ptr_array_add (self, run);
}

/**
 * aft_runs_add_break:
 * @self: runs
 *
 * Begins a new line.
 */
void
aft_runs_add_break (AftRuns *self)
{
  AftRun *run = g_new0 (AftRun, 1);

  run->text = g_strdup ("");
  run->style = AFT_RUN_BREAK;
  g_ptr_array_add (self, run);
}

/**
 * aft_runs_to_text:
 * @self: (nullable): runs
 *
 * Returns: (transfer full): the text alone
 */
char *
aft_runs_to_text (const AftRuns *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; self != NULL && i < self->len; i++)
    {
      const AftRun *run = g_ptr_array_index (self, i);

      if ((run->style & AFT_RUN_BREAK) != 0)
        g_string_append_c (text, '\n');
      else
        g_string_append (text, run->text);
    }

  return g_string_free (text, FALSE);
}

/**
 * aft_runs_are_empty:
 * @self: (nullable): runs
 *
 * Returns: whether nobody would see anything
 */
gboolean
aft_runs_are_empty (const AftRuns *self)
{
  g_autofree char *text = aft_runs_to_text (self);

  return g_strstrip (text)[0] == '\0';
}

static void
table_row_free (gpointer data)
{
  AftTableRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row->item_id);
  g_free (row);
}

static AftTableRow *
table_row_new (const char *item_id)
{
  AftTableRow *row = g_new0 (AftTableRow, 1);

  row->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  row->item_id = g_strdup (item_id);

  return row;
}

/**
 * aft_block_table_new:
 * @style: what it is for
 * @n_columns: how many columns, at least one
 *
 * Returns: (transfer full): a table without rows; a block takes it
 */
AftBlockTable *
aft_block_table_new (AftTableStyle style,
                     guint         n_columns)
{
  AftBlockTable *self = g_new0 (AftBlockTable, 1);

  g_assert (n_columns > 0);

  self->style = style;
  self->n_columns = n_columns;
  self->aligns = g_new0 (AftAlign, n_columns);
  self->rows = g_ptr_array_new_with_free_func (table_row_free);

  return self;
}

static void
table_free (AftBlockTable *self)
{
  g_free (self->aligns);
  g_clear_pointer (&self->head, table_row_free);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * aft_block_table_add_row:
 * @self: a table
 * @item_id: (nullable): the item it comes from
 *
 * Returns: (transfer none): a new row, without cells
 */
AftTableRow *
aft_block_table_add_row (AftBlockTable *self,
                         const char    *item_id)
{
  AftTableRow *row = table_row_new (item_id);

  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * aft_block_table_add_head:
 * @self: a table without a head
 *
 * Returns: (transfer none): the head, without cells
 */
AftTableRow *
aft_block_table_add_head (AftBlockTable *self)
{
  g_assert (self->head == NULL);

  self->head = table_row_new (NULL);
  return self->head;
}

/**
 * aft_table_row_add:
 * @self: a row
 * @cell: (transfer full): the text of its next cell
 */
void
aft_table_row_add (AftTableRow *self,
                   AftRuns     *cell)
{
  g_ptr_array_add (self->cells, cell);
}

/**
 * aft_block_table_fill:
 * @self: a table
 *
 * Gives every row as many cells as there are columns.
 */
void
aft_block_table_fill (AftBlockTable *self)
{
  for (guint i = 0; i <= self->rows->len; i++)
    {
      AftTableRow *row = i < self->rows->len ? g_ptr_array_index (self->rows, i) : self->head;

      if (row == NULL)
        continue;
      while (row->cells->len < self->n_columns)
        aft_table_row_add (row, aft_runs_new ());
      g_ptr_array_set_size (row->cells, (gint) self->n_columns);
    }
}

/**
 * aft_block_new:
 * @type: what it is
 *
 * Returns: (transfer full): an empty block
 */
AftBlock *
aft_block_new (AftBlockType type)
{
  AftBlock *self = g_new0 (AftBlock, 1);

  self->type = type;
  if (type == AFT_BLOCK_TITLE || type == AFT_BLOCK_LIST || type == AFT_BLOCK_ITEM || type == AFT_BLOCK_QUOTE)
    self->children = aft_blocks_new ();

  return self;
}

/**
 * aft_block_new_paragraph:
 * @role: what it does
 * @runs: (transfer full): its text
 *
 * Returns: (transfer full): a paragraph
 */
AftBlock *
aft_block_new_paragraph (AftParagraphRole  role,
                         AftRuns          *runs)
{
  AftBlock *self = aft_block_new (AFT_BLOCK_PARAGRAPH);

  self->role = role;
  self->runs = runs;

  return self;
}

/**
 * aft_block_new_list:
 * @style: what stands before its items
 *
 * Returns: (transfer full): a list without items
 */
AftBlock *
aft_block_new_list (AftListStyle style)
{
  AftBlock *self = aft_block_new (AFT_BLOCK_LIST);

  self->list_style = style;
  self->start = 1;

  return self;
}

/**
 * aft_block_new_table:
 * @table: (transfer full): a table
 *
 * Returns: (transfer full): its block
 */
AftBlock *
aft_block_new_table (AftBlockTable *table)
{
  AftBlock *self = aft_block_new (AFT_BLOCK_TABLE);

  aft_block_table_fill (table);
  self->table = table;

  return self;
}

/**
 * aft_block_free:
 * @self: (nullable): a block
 */
void
aft_block_free (AftBlock *self)
{
  if (self == NULL)
    return;

  g_free (self->anchor);
  g_free (self->item_id);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_free (self->code);
  g_clear_pointer (&self->table, table_free);
  g_clear_pointer (&self->figure, aft_figure_data_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

/**
 * aft_block_add:
 * @self: a block that holds others
 * @child: (transfer full): a block
 *
 * Returns: (transfer none): @child
 */
AftBlock *
aft_block_add (AftBlock *self,
               AftBlock *child)
{
  g_assert (self->children != NULL);

  g_ptr_array_add (self->children, child);
  return child;
}

/**
 * aft_blocks_new:
 *
 * Returns: (transfer full) (element-type AftBlock): no blocks yet
 */
GPtrArray *
aft_blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) aft_block_free);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-text-table.h"

/* Cells of a terminal between two columns. */
#define GAP 2

/* A column that is narrower cuts too much, unless it needs no more. The first is better where there is room. */
#define GOOD_COLUMN 16
#define LEAST_COLUMN 12

/* Lines that are no longer are words, and can stand behind one another. */
#define WORDS 24

/* A name that is wider has no column of its own. */
#define WIDEST_NAME 24

/* With a row that is higher than so many lines, one can't read along its cells. */
#define HIGHEST_ROW 5

typedef struct
{
  const AftBlockTable *table;
  const GPtrArray     *pieces;  /* the head, where there is one, then the rows */
  guint                n_columns;
  guint                n_rows;  /* with the head */
  guint                width;
  GPtrArray           *lines;   /* the result */
} Writer;

static const AftTextPiece *
get_piece (const Writer *self,
           guint         row,
           guint         column)
{
  return g_ptr_array_index (self->pieces, row * self->n_columns + column);
}

static void
append_value (AftTextPiece       *both,
              const AftTextPiece *value)
{
  g_autoptr(GPtrArray) words = NULL;

  if (aft_text_piece_get_natural (value) > WORDS)
    {
      aft_text_piece_add_piece (both, value);
      return;
    }

  words = aft_text_piece_wrap (value, WORDS);
  for (guint i = 0; i < words->len; i++)
    {
      aft_text_piece_append (both, i > 0 ? ", " : "");
      aft_text_piece_append (both, g_ptr_array_index (words, i));
    }
}

/* "Name: value", what goes on being indented. */
static void
add_record_line (Writer             *self,
                 const AftTextPiece *name,
                 const AftTextPiece *value)
{
  g_autoptr(AftTextPiece) both = aft_text_piece_new ();
  g_autoptr(GPtrArray) wrapped = NULL;

  if (aft_text_piece_is_empty (value))
    return;

  if (name != NULL && !aft_text_piece_is_empty (name))
    {
      aft_text_piece_add_piece (both, name);
      aft_text_piece_append (both, ": ");
    }
  append_value (both, value);
  wrapped = aft_text_piece_wrap (both, self->width - GAP);
  for (guint i = 0; i < wrapped->len; i++)
    g_ptr_array_add (self->lines, g_strconcat (i > 0 ? "  " : "", g_ptr_array_index (wrapped, i), NULL));
}

static void
write_records (Writer *self)
{
  const guint first = self->table->head != NULL ? 1 : 0;

  for (guint row = first; row < self->n_rows; row++)
    {
      if (row > first)
        g_ptr_array_add (self->lines, g_strdup (""));
      for (guint column = 0; column < self->n_columns; column++)
        add_record_line (self, first > 0 ? get_piece (self, 0, column) : NULL, get_piece (self, row, column));
    }
}

static void
append_cell (GString    *line,
             const char *text,
             guint       width,
             AftAlign    align)
{
  const guint free = width - MIN (width, aft_text_get_width (text));
  const guint before = align == AFT_ALIGN_END ? free : align == AFT_ALIGN_CENTER ? free / 2 : 0;

  g_string_append_printf (line, "%*s%s%*s", (int) before, "", text, (int) (free - before), "");
}

/* Cells side by side. */
static void
add_row (Writer          *self,
         const GPtrArray *cells,
         const guint     *widths,
         guint            height)
{
  for (guint i = 0; i < height; i++)
    {
      g_autoptr(GString) line = g_string_new (NULL);

      for (guint column = 0; column < self->n_columns; column++)
        {
          const GPtrArray *wrapped = g_ptr_array_index (cells, column);

          append_cell (line, i < wrapped->len ? g_ptr_array_index (wrapped, i) : "", widths[column],
                       self->table->aligns[column]);
          if (column + 1 < self->n_columns)
            g_string_append_printf (line, "%*s", GAP, "");
        }
      g_ptr_array_add (self->lines, g_strchomp (g_strdup (line->str)));
    }
}

static void
add_line_below_head (Writer      *self,
                     const guint *widths)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint column = 0; column < self->n_columns; column++)
    {
      for (guint i = 0; i < widths[column]; i++)
        g_string_append_c (line, '-');
      if (column + 1 < self->n_columns)
        g_string_append_printf (line, "%*s", GAP, "");
    }
  g_ptr_array_add (self->lines, g_strdup (line->str));
}

/* As wide as each wants to be; where that is too wide, those that would be cut the most get what is left. */
static gboolean
choose_widths (Writer      *self,
               const guint *naturals,
               const guint *leasts,
               guint        least_column,
               guint       *widths)
{
  guint sum = GAP * (self->n_columns - 1);

  for (guint column = 0; column < self->n_columns; column++)
    {
      widths[column] = MAX (MIN (naturals[column], MAX (leasts[column], least_column)), 1);
      sum += widths[column];
    }

  for (; sum < self->width; sum++)
    {
      guint best = self->n_columns;

      for (guint column = 0; column < self->n_columns; column++)
        if (widths[column] < naturals[column] &&
            (best == self->n_columns ||
             (guint64) naturals[column] * widths[best] > (guint64) naturals[best] * widths[column]))
          best = column;
      if (best == self->n_columns)
        break;
      widths[best]++;
    }

  return sum <= self->width;
}

static gboolean
measure (Writer *self,
         guint  *widths)
{
  g_autofree guint *naturals = g_new0 (guint, self->n_columns);
  g_autofree guint *leasts = g_new0 (guint, self->n_columns);

  for (guint column = 0; column < self->n_columns; column++)
    for (guint row = 0; row < self->n_rows; row++)
      {
        naturals[column] = MAX (naturals[column], aft_text_piece_get_natural (get_piece (self, row, column)));
        leasts[column] = MAX (leasts[column], aft_text_piece_get_least (get_piece (self, row, column)));
      }

  return choose_widths (self, naturals, leasts, GOOD_COLUMN, widths) ||
         choose_widths (self, naturals, leasts, LEAST_COLUMN, widths);
}

/* Returns: whether it could be written so. */
static gboolean
write_columns (Writer *self)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);
  g_autofree guint *heights = g_new0 (guint, self->n_rows);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint highest = 0;

  if (!measure (self, widths))
    return FALSE;

  for (guint row = 0; row < self->n_rows; row++)
    {
      GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

      g_ptr_array_add (rows, cells);
      for (guint column = 0; column < self->n_columns; column++)
        {
          GPtrArray *wrapped = aft_text_piece_wrap (get_piece (self, row, column), widths[column]);

          g_ptr_array_add (cells, wrapped);
          heights[row] = MAX (heights[row], wrapped->len);
        }
      highest = MAX (highest, heights[row]);
      if (highest > HIGHEST_ROW)
        return FALSE;
    }

  for (guint row = 0; row < self->n_rows; row++)
    {
      /* Where rows have several lines, an empty one tells them apart. */
      if (row > (self->table->head != NULL ? 1 : 0) && highest > 1)
        g_ptr_array_add (self->lines, g_strdup (""));
      add_row (self, g_ptr_array_index (rows, row), widths, heights[row]);
      if (row == 0 && self->table->head != NULL)
        add_line_below_head (self, widths);
    }

  return TRUE;
}

/* Names in a column, values beside them. */
static void
write_pairs (Writer   *self,
             guint     n_pairs,
             gboolean  across)
{
  guint names = 0;

  for (guint i = 0; i < n_pairs; i++)
    {
      const AftTextPiece *name = across ? get_piece (self, 0, i) : get_piece (self, i, 0);

      names = MAX (names, aft_text_piece_get_natural (name));
    }

  for (guint i = 0; i < n_pairs; i++)
    {
      const AftTextPiece *name = across ? get_piece (self, 0, i) : get_piece (self, i, 0);
      const AftTextPiece *value = across ? get_piece (self, 1, i) : get_piece (self, i, 1);
      g_autoptr(GPtrArray) wrapped_name = NULL;
      g_autoptr(GPtrArray) wrapped = NULL;

      if (names > WIDEST_NAME || names + GAP + LEAST_COLUMN > self->width)
        {
          add_record_line (self, name, value);
          continue;
        }

      wrapped_name = aft_text_piece_wrap (name, WIDEST_NAME);
      wrapped = aft_text_piece_wrap (value, self->width - names - 1 - GAP);
      for (guint j = 0; j < MAX (wrapped->len, wrapped_name->len); j++)
        {
          g_autoptr(GString) line = g_string_new (NULL);
          g_autofree char *label = j >= wrapped_name->len ? g_strdup ("")
                                   : g_strconcat (g_ptr_array_index (wrapped_name, j),
                                                  j + 1 == wrapped_name->len ? ":" : "", NULL);

          append_cell (line, label, names + 1 + GAP, AFT_ALIGN_START);
          if (j < wrapped->len)
            g_string_append (line, g_ptr_array_index (wrapped, j));
          g_ptr_array_add (self->lines, g_strchomp (g_strdup (line->str)));
        }
    }
}

/**
 * aft_text_table_write:
 * @table: a table
 * @pieces: (element-type AftTextPiece): its cells, row by row, with the head where it has one
 * @width: how many cells of a terminal a line may take
 *
 * Writes a small table in columns. Where that would cut its texts too often each row becomes a record, with
 * the heads as names.
 *
 * Returns: (transfer full) (element-type utf8): its lines
 */
GPtrArray *
aft_text_table_write (const AftBlockTable *table,
                      const GPtrArray     *pieces,
                      guint                width)
{
  Writer writer = { table, pieces };

  writer.lines = g_ptr_array_new_with_free_func (g_free);
  g_return_val_if_fail (table != NULL, writer.lines);
  g_return_val_if_fail (pieces != NULL, writer.lines);
  g_return_val_if_fail (width > GAP, writer.lines);

  writer.n_columns = table->n_columns;
  writer.n_rows = table->n_columns > 0 ? pieces->len / table->n_columns : 0;
  writer.width = width;

  if (table->style == AFT_TABLE_FACTS && table->n_columns == 2 && table->head == NULL)
    write_pairs (&writer, writer.n_rows, FALSE);
  else if (table->style == AFT_TABLE_TILES && table->head != NULL && writer.n_rows == 2)
    write_pairs (&writer, writer.n_columns, TRUE);
  else if (writer.n_rows > 0 && !write_columns (&writer))
    write_records (&writer);

  return writer.lines;
}

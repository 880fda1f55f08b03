/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <math.h>

#include "aft-flow.h"

#define GAP 14.0

/* A text as wide as its column must not break for a fraction of a point. */
#define ROUNDING 0.5

/* A row taller than this share of a page may break. */
#define MAX_ROW 0.45

/* A table lower than this share of a page doesn't break. */
#define SMALL_TABLE 0.28

typedef struct
{
  AftFlow             *flow;
  const AftBlockTable *table;
  double               x;
  double               width;
  double               gap;
  double               space;         /* below the table */
  double              *widths;        /* owned, as the next two */
  double              *naturals;
  double              *minimums;
  AftBox              *head;
  guint                first;         /* its first box */
  AftTextStyle         head_style;
  AftTextStyle         cell_style;
  double               padding;
  AftTag              *tag;
} Table;

static void
cell_free (gpointer data)
{
  AftCell *cell = data;

  g_object_unref (cell->layout);
  g_free (cell);
}

static AftTextStyle
get_cell_style (Table *self,
                gboolean head,
                guint  column)
{
  if (self->table->style == AFT_TABLE_FACTS)
    return column == 0 ? AFT_STYLE_FACT_NAME : AFT_STYLE_FACT_VALUE;

  return head ? self->head_style : self->cell_style;
}

static void
measure_cell (Table         *self,
              const AftRuns *runs,
              AftTextStyle   style,
              guint          column)
{
  double natural;
  double minimum;

  aft_flow_cache_measure (self->flow->cache, style, runs, &natural, &minimum);
  self->naturals[column] = MAX (self->naturals[column], natural + ROUNDING);
  self->minimums[column] = MAX (self->minimums[column], MIN (minimum + ROUNDING, 130));
}

/* Less than proportional, so that a long text doesn't starve a date. */
static double
get_weight (double natural)
{
  return pow (natural + 1, 0.75);
}

/* Columns that need less than their share get what they need; the others share what is left. */
static void
share_width (Table  *self,
             double  width)
{
  const double *naturals = self->naturals;
  const double *minimums = self->minimums;
  const guint n = self->table->n_columns;
  g_autofree gboolean *settled = g_new0 (gboolean, n);
  double free_width = width;
  gboolean changed = TRUE;

  while (changed)
    {
      double weights = 0;

      changed = FALSE;
      for (guint i = 0; i < n; i++)
        if (!settled[i])
          weights += get_weight (naturals[i]);

      for (guint i = 0; i < n && !changed; i++)
        {
          const double share = weights > 0 ? free_width * get_weight (naturals[i]) / weights : 0;

          if (settled[i])
            continue;

          self->widths[i] = share;
          if (naturals[i] <= share || minimums[i] > share)
            {
              self->widths[i] = naturals[i] <= share ? naturals[i] : minimums[i];
              settled[i] = TRUE;
              free_width = MAX (free_width - self->widths[i], 0);
              changed = TRUE;
            }
        }
    }
}

static gboolean
has_even_columns (Table *self)
{
  return self->table->style == AFT_TABLE_TILES;
}

static void
measure_row (Table *self,
             guint  index)
{
  const AftTableRow *row = index == 0 ? self->table->head : g_ptr_array_index (self->table->rows, index - 1);

  for (guint i = 0; row != NULL && i < self->table->n_columns; i++)
    measure_cell (self, g_ptr_array_index (row->cells, i), get_cell_style (self, index == 0, i), i);
}

static void
set_widths (Table *self)
{
  const guint n = self->table->n_columns;
  const double width = self->width - self->gap * (n - 1);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    self->widths[i] = width / n;
  if (has_even_columns (self))
    return;

  share_width (self, width);
  for (guint i = 0; i < n; i++)
    sum += self->widths[i];

  /* Too many long words: they break. Room to spare: a small table stays small, but not tiny. */
  if (sum < width && self->table->style == AFT_TABLE_GRID)
    {
      const double wanted = CLAMP (sum + n * 24, width * 0.55, width);

      for (guint i = 0; i < n; i++)
        self->widths[i] += (wanted - sum) / n;
      self->width = wanted + self->gap * (n - 1);
    }
  for (guint i = 0; i < n && sum > width; i++)
    self->widths[i] *= width / sum;
}

static void
add_cell (Table       *self,
          AftBox      *box,
          PangoLayout *layout,
          AftTextStyle style,
          double       x,
          guint        first_line,
          guint        n_lines,
          AftTag      *tag)
{
  AftCell *cell = g_new0 (AftCell, 1);

  cell->layout = g_object_ref (layout);
  cell->first_line = first_line;
  cell->n_lines = n_lines;
  cell->x = x;
  cell->y = self->padding;
  cell->leading = aft_style_get_leading (style);
  cell->color = aft_style_get_color (style);
  cell->tag = tag;
  if (box->cells == NULL)
    box->cells = g_ptr_array_new_with_free_func (cell_free);
  g_ptr_array_add (box->cells, cell);
}

static double
get_lines_height (PangoLayout  *layout,
                  AftTextStyle  style,
                  guint         first,
                  guint         n_lines)
{
  double height = 0;

  for (guint i = first; i < first + n_lines; i++)
    height += aft_flow_line_height (pango_layout_get_line_readonly (layout, (int) i), aft_style_get_leading (style));

  return height;
}

/* One box, or several where the row is so tall that it has to break. */
static AftBox *
add_row (Table             *self,
         const AftTableRow *row,
         gboolean           head,
         AftTag            *group)
{
  const guint n = self->table->n_columns;
  g_autoptr(GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) tags = g_ptr_array_new ();
  guint most_lines = 1;
  guint slice;
  double tallest = 0;
  AftTag *row_tag;
  AftBox *first_box = NULL;

  for (guint i = 0; i < n; i++)
    {
      const AftTextStyle style = get_cell_style (self, head, i);
      PangoLayout *layout = aft_flow_cache_create_layout (self->flow->cache, style, g_ptr_array_index (row->cells, i),
                                                          self->widths[i], self->table->aligns[i]);
      const guint n_lines = (guint) pango_layout_get_line_count (layout);

      g_ptr_array_add (layouts, layout);
      most_lines = MAX (most_lines, n_lines);
      tallest = MAX (tallest, get_lines_height (layout, style, 0, n_lines));
    }

  row_tag = aft_flow_add_tag (self->flow, group, "TR");
  for (guint i = 0; i < n; i++)
    {
      const gboolean names = self->table->style == AFT_TABLE_FACTS && i == 0;
      AftTag *tag = aft_flow_add_tag (self->flow, row_tag, head || names ? "TH" : "TD");

      if (head || names)
        tag->attributes = head ? "<< /O /Table /Scope /Column >>" : "<< /O /Table /Scope /Row >>";
      g_ptr_array_add (tags, tag);
    }

  slice = tallest > self->flow->page_height * MAX_ROW ? 6 : most_lines;
  for (guint from = 0; from < most_lines; from += slice)
    {
      AftBox *box = aft_flow_add_box (self->flow, AFT_BOX_ROW, self->x, self->width, 0);
      double x = self->x;

      box->tag = row_tag;
      for (guint i = 0; i < n; i++)
        {
          const AftTextStyle style = get_cell_style (self, head, i);
          PangoLayout *layout = g_ptr_array_index (layouts, i);
          const guint n_lines = (guint) pango_layout_get_line_count (layout);
          const guint shown = from < n_lines ? MIN (slice, n_lines - from) : 0;

          add_cell (self, box, layout, style, x, from, shown, g_ptr_array_index (tags, i));
          box->height = MAX (box->height, get_lines_height (layout, style, from, shown) + 2 * self->padding);
          x += self->widths[i] + self->gap;
        }
      if (first_box == NULL)
        first_box = box;
    }

  return first_box;
}

static void
set_up (Table *self)
{
  self->gap = GAP;
  self->head_style = AFT_STYLE_CELL_HEAD;
  self->cell_style = AFT_STYLE_CELL;
  self->padding = 4;

  if (self->table->style == AFT_TABLE_FACTS)
    self->padding = 0.6;
  if (self->table->style == AFT_TABLE_TILES)
    {
      self->head_style = AFT_STYLE_TILE_NAME;
      self->cell_style = AFT_STYLE_TILE_VALUE;
      self->padding = 3;
      self->gap = 10;
    }
  if (self->table->n_columns > 8)
    self->gap = 6;
}

static void
add_head (Table *self)
{
  const guint first = self->flow->boxes->len;

  self->head = add_row (self, self->table->head, TRUE, self->tag);
  self->head->line_above = self->table->style == AFT_TABLE_TILES ? 0.8 : 0;
  self->head->line_below = self->table->style == AFT_TABLE_GRID ? 0.9 : 0;
  aft_flow_glue (self->flow, first + 1);
  self->flow->glue_next = TRUE;
}

static void
add_body_row (Table             *self,
              const AftTableRow *row)
{
  const gboolean grid = self->table->style == AFT_TABLE_GRID;
  const guint first = self->flow->boxes->len;
  AftBox *last;

  add_row (self, row, FALSE, self->tag);
  for (guint i = first; i < self->flow->boxes->len; i++)
    ((AftBox *) g_ptr_array_index (self->flow->boxes, i))->head = grid ? self->head : NULL;
  last = g_ptr_array_index (self->flow->boxes, self->flow->boxes->len - 1);
  last->line_below = grid ? 0.4 : self->table->style == AFT_TABLE_TILES ? 0.8 : 0;
}

/* A small table is better on one page than on two. */
static void
keep_together (Table *self)
{
  double height = 0;

  for (guint i = self->first; i < self->flow->boxes->len; i++)
    height += ((AftBox *) g_ptr_array_index (self->flow->boxes, i))->height;

  if (height < self->flow->page_height * SMALL_TABLE)
    aft_flow_glue (self->flow, self->first + 1);
}

/* First every row is measured, then the head and every row is added. */
static gboolean
step_table (AftFlow      *flow,
            AftFlowFrame *frame)
{
  Table *self = frame->data;
  const guint n_rows = self->table->rows->len;
  const guint index = frame->next++;
  AftBox *last;

  if (index <= n_rows)
    {
      if (!has_even_columns (self))
        measure_row (self, index);
      return TRUE;
    }
  if (index == n_rows + 1)
    {
      set_widths (self);
      self->tag = aft_flow_add_tag (flow, flow->tag, "Table");
      self->first = flow->boxes->len;
      if (self->table->head != NULL)
        add_head (self);
      return TRUE;
    }
  if (index - n_rows - 2 < n_rows)
    {
      add_body_row (self, g_ptr_array_index (self->table->rows, index - n_rows - 2));
      return TRUE;
    }

  last = g_ptr_array_index (flow->boxes, flow->boxes->len - 1);
  if (self->table->style == AFT_TABLE_GRID)
    last->line_below = 0.8;
  keep_together (self);
  aft_flow_add_space (flow, self->space);

  return FALSE;
}

static void
table_free (gpointer data)
{
  Table *self = data;

  g_free (self->widths);
  g_free (self->naturals);
  g_free (self->minimums);
  g_free (self);
}

/**
 * aft_flow_push_table:
 * @self: a flow
 * @table: a table
 * @x: left edge
 * @width: its width
 * @space: below it
 */
void
aft_flow_push_table (AftFlow             *self,
                     const AftBlockTable *table,
                     double               x,
                     double               width,
                     double               space)
{
  AftFlowFrame *frame;
  Table *state;

  if (table->rows->len == 0 && table->head == NULL)
    {
      aft_flow_add_space (self, space);
      return;
    }

  state = g_new0 (Table, 1);
  state->flow = self;
  state->table = table;
  state->x = x;
  state->width = width;
  state->space = space;
  state->widths = g_new0 (double, table->n_columns);
  state->naturals = g_new0 (double, table->n_columns);
  state->minimums = g_new0 (double, table->n_columns);
  set_up (state);

  frame = aft_flow_push (self, step_table, NULL, x, width);
  frame->data = state;
  frame->free_data = table_free;
}

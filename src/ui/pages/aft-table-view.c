/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <math.h>

#include "aft-block-box.h"
#include "aft-table-view.h"

/* Pixels between two columns. */
#define GAP 18

/* No column needs to be wider than this before its text wraps. */
#define MINIMUM 84

/**
 * AftRowView:
 *
 * A row of a table, whose cells stand below those of the row above.
 */
struct _AftRowView
{
  GtkWidget parent_instance;
};

/**
 * AftTableView:
 *
 * A table of labels. Unlike a grid it has rows, which a screen reader can walk, and shares its width by
 * what the columns hold.
 */
struct _AftTableView
{
  GtkWidget      parent_instance;

  AftTableStyle  style;
  guint          n_columns;
  int           *naturals;      /* owned: the widest cell of each column in one line */
  int           *widths;        /* owned: of the columns */
  int            for_width;     /* what @widths share, or -1 */
};

G_DEFINE_FINAL_TYPE (AftRowView, aft_row_view, GTK_TYPE_WIDGET)
G_DEFINE_FINAL_TYPE (AftTableView, aft_table_view, GTK_TYPE_WIDGET)

static void
measure_columns (AftTableView *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    self->naturals[i] = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      guint column = 0;

      for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL && column < self->n_columns;
           cell = gtk_widget_get_next_sibling (cell))
        {
          int natural;

          gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
          self->naturals[column] = MAX (self->naturals[column], natural);
          column++;
        }
    }
}

/* Columns that need less than their share get what they need; the others share what is left, less than
 * proportionally, so that a long text doesn't starve a date. */
static void
share_width (AftTableView *self,
             double        width)
{
  const guint n = self->n_columns;
  g_autofree gboolean *settled = g_new0 (gboolean, n);
  gboolean changed = TRUE;

  while (changed)
    {
      double weights = 0;

      changed = FALSE;
      for (guint i = 0; i < n; i++)
        weights += settled[i] ? 0 : pow (self->naturals[i] + 1, 0.75);

      for (guint i = 0; i < n && !changed; i++)
        {
          const double share = weights > 0 ? width * pow (self->naturals[i] + 1, 0.75) / weights : 0;
          const double least = MIN (self->naturals[i], MINIMUM);

          if (settled[i])
            continue;

          self->widths[i] = (int) share;
          if (self->naturals[i] <= share || least > share)
            {
              self->widths[i] = self->naturals[i] <= share ? self->naturals[i] : (int) least;
              settled[i] = TRUE;
              width = MAX (width - self->widths[i], 0);
              changed = TRUE;
            }
        }
    }
}

static void
ensure_widths (AftTableView *self,
               int           width)
{
  const int n = (int) self->n_columns;
  const int room = MAX (width - GAP * (n - 1), n);
  int sum = 0;

  if (self->for_width == width)
    return;

  self->for_width = width;
  for (int i = 0; i < n; i++)
    self->widths[i] = room / n;
  if (self->style == AFT_TABLE_TILES)
    return;

  measure_columns (self);
  share_width (self, room);
  for (int i = 0; i < n; i++)
    sum += self->widths[i];
  for (int i = 0; i < n && sum > room; i++)
    self->widths[i] = MAX (self->widths[i] * room / sum, 1);
  /* The last column of the head is as wide as what is left, so that a line below it is as well. */
  if (sum < room)
    self->widths[n - 1] += room - sum;
}

static GtkSizeRequestMode
aft_row_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_minimum (GtkWidget *cell)
{
  int minimum;

  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

static void
aft_row_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  AftTableView *table = AFT_TABLE_VIEW (gtk_widget_get_parent (widget));
  guint column = 0;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    ensure_widths (table, MAX (for_size, 1));

  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL && column < table->n_columns;
       cell = gtk_widget_get_next_sibling (cell))
    {
      int cell_minimum;
      int cell_natural;

      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          gtk_widget_measure (cell, orientation, MAX (table->widths[column], get_minimum (cell)), &cell_minimum,
                              &cell_natural, NULL, NULL);
          *minimum = MAX (*minimum, cell_minimum);
          *natural = MAX (*natural, cell_natural);
        }
      else
        {
          gtk_widget_measure (cell, orientation, -1, &cell_minimum, &cell_natural, NULL, NULL);
          *minimum += cell_minimum + (column > 0 ? GAP : 0);
          *natural += cell_natural + (column > 0 ? GAP : 0);
        }
      column++;
    }
}

static void
aft_row_view_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  AftTableView *table = AFT_TABLE_VIEW (gtk_widget_get_parent (widget));
  const gboolean leftward = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint column = 0;
  int x = 0;

  ensure_widths (table, width);
  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL && column < table->n_columns;
       cell = gtk_widget_get_next_sibling (cell))
    {
      const int cell_width = MAX (table->widths[column], get_minimum (cell));
      const GtkAllocation place = { leftward ? width - x - cell_width : x, 0, cell_width, height };

      gtk_widget_size_allocate (cell, &place, -1);
      x += table->widths[column] + GAP;
      column++;
    }
}

static void
aft_row_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (aft_row_view_parent_class)->dispose (object);
}

static void
aft_row_view_class_init (AftRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_row_view_dispose;
  widget_class->get_request_mode = aft_row_view_get_request_mode;
  widget_class->measure = aft_row_view_measure;
  widget_class->size_allocate = aft_row_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "aftrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
aft_row_view_init (AftRowView *self)
{
}

static GtkSizeRequestMode
aft_table_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
aft_table_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size < 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &for_size, NULL, NULL);

  aft_block_stack_measure (gtk_widget_get_first_child (widget), orientation, for_size, 0, minimum, natural);
}

static void
aft_table_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  aft_block_stack_allocate (gtk_widget_get_first_child (widget), 0, 0, width, 0,
                            gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

/* Another font, other widths. */
static void
aft_table_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (aft_table_view_parent_class)->css_changed (widget, change);

  AFT_TABLE_VIEW (widget)->for_width = -1;
}

static void
aft_table_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (aft_table_view_parent_class)->dispose (object);
}

static void
aft_table_view_finalize (GObject *object)
{
  AftTableView *self = AFT_TABLE_VIEW (object);

  g_free (self->naturals);
  g_free (self->widths);

  G_OBJECT_CLASS (aft_table_view_parent_class)->finalize (object);
}

static void
aft_table_view_class_init (AftTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_table_view_dispose;
  object_class->finalize = aft_table_view_finalize;
  widget_class->get_request_mode = aft_table_view_get_request_mode;
  widget_class->measure = aft_table_view_measure;
  widget_class->size_allocate = aft_table_view_size_allocate;
  widget_class->css_changed = aft_table_view_css_changed;
  gtk_widget_class_set_css_name (widget_class, "afttable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
aft_table_view_init (AftTableView *self)
{
  self->for_width = -1;
}

/**
 * aft_table_view_new:
 * @style: what the table is for
 * @n_columns: how many columns, at least one
 *
 * Returns: (transfer floating): a table without rows
 */
GtkWidget *
aft_table_view_new (AftTableStyle style,
                    guint         n_columns)
{
  static const char *const classes[] = {
    [AFT_TABLE_GRID] = "grid",
    [AFT_TABLE_FACTS] = "facts",
    [AFT_TABLE_TILES] = "tiles",
  };
  AftTableView *self = g_object_new (AFT_TYPE_TABLE_VIEW, NULL);

  g_return_val_if_fail (n_columns > 0, NULL);

  self->style = style;
  self->n_columns = n_columns;
  self->naturals = g_new0 (int, n_columns);
  self->widths = g_new0 (int, n_columns);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[style]);

  return GTK_WIDGET (self);
}

/**
 * aft_table_view_add_row:
 * @self: a table
 * @head: whether it is the head
 *
 * Returns: (transfer none): a row at the end, without cells
 */
GtkWidget *
aft_table_view_add_row (AftTableView *self,
                        gboolean      head)
{
  GtkWidget *row = g_object_new (AFT_TYPE_ROW_VIEW, NULL);

  g_return_val_if_fail (AFT_IS_TABLE_VIEW (self), NULL);

  if (head)
    gtk_widget_add_css_class (row, "head");
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  self->for_width = -1;

  return row;
}

/**
 * aft_row_view_add_cell:
 * @self: a row of a table
 * @cell: (transfer floating): its next cell
 */
void
aft_row_view_add_cell (AftRowView *self,
                       GtkWidget  *cell)
{
  g_return_if_fail (AFT_IS_ROW_VIEW (self));

  gtk_widget_set_parent (cell, GTK_WIDGET (self));
}

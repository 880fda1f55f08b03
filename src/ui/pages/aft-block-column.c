/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-block-box.h"
#include "aft-block-column.h"

/* A line of text holds about so many letters. */
#define MEASURE 78

/* Pixels */
#define SPACING 9
#define SIDE 24
#define HEAD 30
#define FOOT 60
#define SMALLEST 120

/**
 * AftBlockColumn:
 *
 * Blocks one below the other, in the middle and no wider than lines are easy to follow. Unlike a box it is
 * never asked how wide it were if it were so high, which would lay out every text many times.
 */
struct _AftBlockColumn
{
  GtkWidget      parent_instance;

  GtkAdjustment *adjustment;    /* owned, nullable: where it is scrolled to */
  int            width;         /* of the text at most, which follows the font */
};

G_DEFINE_FINAL_TYPE (AftBlockColumn, aft_block_column, GTK_TYPE_WIDGET)

static int
get_text_width (AftBlockColumn *self,
                int             width)
{
  return CLAMP (width - 2 * SIDE, SMALLEST, self->width);
}

static GtkSizeRequestMode
aft_block_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
aft_block_column_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  AftBlockColumn *self = AFT_BLOCK_COLUMN (widget);
  const int width = get_text_width (self, for_size < 0 ? self->width + 2 * SIDE : for_size);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SMALLEST + 2 * SIDE;
      *natural = self->width + 2 * SIDE;
      return;
    }

  aft_block_stack_measure (gtk_widget_get_first_child (widget), orientation, width, SPACING, minimum, natural);
  *minimum += HEAD + FOOT;
  *natural += HEAD + FOOT;
}

static void
aft_block_column_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  const int text_width = get_text_width (AFT_BLOCK_COLUMN (widget), width);
  const gboolean leftward = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int x = MAX ((width - text_width) / 2, MIN (SIDE, width - text_width));

  aft_block_stack_allocate (gtk_widget_get_first_child (widget), x, HEAD, text_width, SPACING, leftward);
}

/* What is out of sight need not find the places of its letters yet. */
static void
aft_block_column_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  AftBlockColumn *self = AFT_BLOCK_COLUMN (widget);
  double top = 0;
  double bottom = G_MAXINT;

  if (self->adjustment != NULL)
    {
      top = gtk_adjustment_get_value (self->adjustment);
      bottom = top + gtk_adjustment_get_page_size (self->adjustment);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (child, widget, &bounds) && bounds.origin.y < bottom + SPACING &&
          bounds.origin.y + bounds.size.height > top - SPACING)
        gtk_widget_snapshot_child (widget, child, snapshot);
    }
}

/* As wide as the letters ask for, also when they are large. */
static void
aft_block_column_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  AftBlockColumn *self = AFT_BLOCK_COLUMN (widget);
  PangoFontMetrics *metrics;
  int width;

  GTK_WIDGET_CLASS (aft_block_column_parent_class)->css_changed (widget, change);

  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  width = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics) * MEASURE);
  pango_font_metrics_unref (metrics);
  if (self->width == width)
    return;

  self->width = MAX (width, SMALLEST);
  gtk_widget_queue_resize (widget);
}

static void
aft_block_column_dispose (GObject *object)
{
  AftBlockColumn *self = AFT_BLOCK_COLUMN (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (aft_block_column_parent_class)->dispose (object);
}

static void
aft_block_column_class_init (AftBlockColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_block_column_dispose;
  widget_class->get_request_mode = aft_block_column_get_request_mode;
  widget_class->measure = aft_block_column_measure;
  widget_class->size_allocate = aft_block_column_size_allocate;
  widget_class->snapshot = aft_block_column_snapshot;
  widget_class->css_changed = aft_block_column_css_changed;
  gtk_widget_class_set_css_name (widget_class, "aftcolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
aft_block_column_init (AftBlockColumn *self)
{
  self->width = 600;
}

/**
 * aft_block_column_new:
 *
 * Returns: (transfer floating): a column without blocks
 */
GtkWidget *
aft_block_column_new (void)
{
  return g_object_new (AFT_TYPE_BLOCK_COLUMN, NULL);
}

/**
 * aft_block_column_set_adjustment:
 * @self: a column
 * @adjustment: where it is scrolled to, set once
 *
 * Lets the column know which blocks are in sight.
 */
void
aft_block_column_set_adjustment (AftBlockColumn *self,
                                 GtkAdjustment  *adjustment)
{
  g_return_if_fail (AFT_IS_BLOCK_COLUMN (self));
  g_return_if_fail (self->adjustment == NULL);

  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * aft_block_column_prepare:
 * @self: a column
 * @child: a block of it
 *
 * Measures a block that is complete for the width that the column has, so that the next frame need not measure
 * all that were made since the last one.
 */
void
aft_block_column_prepare (AftBlockColumn *self,
                          GtkWidget      *child)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  int minimum;

  g_return_if_fail (AFT_IS_BLOCK_COLUMN (self));

  if (width == 0 || !gtk_widget_should_layout (child))
    return;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (minimum, get_text_width (self, width)), NULL, NULL, NULL,
                      NULL);
}

/**
 * aft_block_column_insert:
 * @self: a column
 * @child: (transfer floating): a block; unparent it to remove it
 * @before: (nullable): the block above it; the new one is the first where it is %NULL
 */
void
aft_block_column_insert (AftBlockColumn *self,
                         GtkWidget      *child,
                         GtkWidget      *before)
{
  g_return_if_fail (AFT_IS_BLOCK_COLUMN (self));

  gtk_widget_insert_after (child, GTK_WIDGET (self), before);
}

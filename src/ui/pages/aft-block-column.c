/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

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
  GtkWidget parent_instance;

  int       width;      /* of the text at most, which follows the font */
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

/* A child that needs more than there is gets it, and reaches over the edge. */
static int
get_child_width (GtkWidget *child,
                 int        width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return MAX (minimum, width);
}

static int
get_child_height (GtkWidget *child,
                  int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, get_child_width (child, width), NULL, &height, NULL, NULL);

  return height;
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
  int height = HEAD + FOOT;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SMALLEST + 2 * SIDE;
      *natural = self->width + 2 * SIDE;
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      height += get_child_height (child, width) + SPACING;
  *minimum = *natural = height;
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
  int y = HEAD;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        const int child_width = get_child_width (child, text_width);
        const GtkAllocation area = { leftward ? x + text_width - child_width : x, y, child_width,
                                     get_child_height (child, text_width) };

        gtk_widget_size_allocate (child, &area, -1);
        y += area.height + SPACING;
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
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

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

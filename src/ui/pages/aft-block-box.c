/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-block-box.h"

/* Pixels between a marker and what it stands before, and the least that a marker takes. */
#define MARKER_GAP 9
#define MARKER_WIDTH 15

/**
 * AftBlockBox:
 *
 * Blocks one below the other, with a marker before them where they are an item of a list. A GtkBox asks its
 * children also how wide they were if they were so high, which lays out every text many times more with each
 * list within a list.
 */
struct _AftBlockBox
{
  GtkWidget  parent_instance;

  GtkWidget *marker;        /* borrowed, nullable: the first child */
  int        spacing;
};

G_DEFINE_FINAL_TYPE (AftBlockBox, aft_block_box, GTK_TYPE_WIDGET)

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

/**
 * aft_block_stack_measure:
 * @first: (nullable): the first of widgets one below the other
 * @orientation: what is measured
 * @width: of them, in pixels, where their height is measured
 * @spacing: between two, in pixels
 * @minimum: (out): the least that they need, in pixels
 * @natural: (out): what they want, in pixels
 *
 * Measures @first and its siblings.
 */
void
aft_block_stack_measure (GtkWidget      *first,
                         GtkOrientation  orientation,
                         int             width,
                         int             spacing,
                         int            *minimum,
                         int            *natural)
{
  int n = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *natural += get_child_height (child, width) + (n++ > 0 ? spacing : 0);
          *minimum = *natural;
          continue;
        }

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/**
 * aft_block_stack_allocate:
 * @first: (nullable): the first of widgets one below the other
 * @x: their left edge
 * @y: the top of the first
 * @width: of them
 * @spacing: between two
 * @leftward: whether what is too wide reaches to the left
 *
 * Gives @first and its siblings their places, in pixels.
 */
void
aft_block_stack_allocate (GtkWidget *first,
                          int        x,
                          int        y,
                          int        width,
                          int        spacing,
                          gboolean   leftward)
{
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        const int child_width = get_child_width (child, width);
        const GtkAllocation area = { leftward ? x + width - child_width : x, y, child_width,
                                     get_child_height (child, width) };

        gtk_widget_size_allocate (child, &area, -1);
        y += area.height + spacing;
      }
}

static GtkWidget *
get_first (AftBlockBox *self)
{
  return self->marker != NULL ? gtk_widget_get_next_sibling (self->marker)
                              : gtk_widget_get_first_child (GTK_WIDGET (self));
}

/* With the gap behind it. */
static int
get_marker_width (AftBlockBox *self)
{
  int width;

  if (self->marker == NULL)
    return 0;

  gtk_widget_measure (self->marker, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return MAX (width, MARKER_WIDTH) + MARKER_GAP;
}

static GtkSizeRequestMode
aft_block_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
aft_block_box_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  AftBlockBox *self = AFT_BLOCK_BOX (widget);
  const int marker = get_marker_width (self);
  int marker_height;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size < 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &for_size, NULL, NULL);

  aft_block_stack_measure (get_first (self), orientation, MAX (for_size - marker, 1), self->spacing, minimum, natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += marker;
      *natural += marker;
    }
  else if (self->marker != NULL)
    {
      gtk_widget_measure (self->marker, GTK_ORIENTATION_VERTICAL, -1, NULL, &marker_height, NULL, NULL);
      *minimum = MAX (*minimum, marker_height);
      *natural = MAX (*natural, marker_height);
    }
}

static void
aft_block_box_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  AftBlockBox *self = AFT_BLOCK_BOX (widget);
  const gboolean leftward = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int marker = get_marker_width (self);

  if (self->marker != NULL)
    {
      GtkAllocation area = { leftward ? width - marker + MARKER_GAP : 0, 0, marker - MARKER_GAP, 0 };

      gtk_widget_measure (self->marker, GTK_ORIENTATION_VERTICAL, -1, NULL, &area.height, NULL, NULL);
      gtk_widget_size_allocate (self->marker, &area, -1);
    }
  aft_block_stack_allocate (get_first (self), leftward ? 0 : marker, 0, MAX (width - marker, 1), self->spacing,
                            leftward);
}

static void
aft_block_box_dispose (GObject *object)
{
  AftBlockBox *self = AFT_BLOCK_BOX (object);
  GtkWidget *child;

  self->marker = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (aft_block_box_parent_class)->dispose (object);
}

static void
aft_block_box_class_init (AftBlockBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_block_box_dispose;
  widget_class->get_request_mode = aft_block_box_get_request_mode;
  widget_class->measure = aft_block_box_measure;
  widget_class->size_allocate = aft_block_box_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "aftblock");
}

static void
aft_block_box_init (AftBlockBox *self)
{
}

/**
 * aft_block_box_new:
 * @role: what it is for a screen reader
 * @spacing: between two blocks, in pixels
 *
 * Returns: (transfer floating): a box without blocks
 */
GtkWidget *
aft_block_box_new (GtkAccessibleRole role,
                   int               spacing)
{
  AftBlockBox *self = g_object_new (AFT_TYPE_BLOCK_BOX, "accessible-role", role, NULL);

  self->spacing = spacing;

  return GTK_WIDGET (self);
}

/**
 * aft_block_box_append:
 * @self: a box
 * @child: (transfer floating): the block below all others
 */
void
aft_block_box_append (AftBlockBox *self,
                      GtkWidget   *child)
{
  g_return_if_fail (AFT_IS_BLOCK_BOX (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * aft_block_box_set_marker:
 * @self: a box without blocks
 * @marker: (transfer floating): what stands before the first line of them all, set once
 */
void
aft_block_box_set_marker (AftBlockBox *self,
                          GtkWidget   *marker)
{
  g_return_if_fail (AFT_IS_BLOCK_BOX (self));
  g_return_if_fail (gtk_widget_get_first_child (GTK_WIDGET (self)) == NULL);

  self->marker = marker;
  gtk_widget_set_parent (marker, GTK_WIDGET (self));
}

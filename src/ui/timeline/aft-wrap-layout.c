/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-wrap-layout.h"

#define SPACING 3

/**
 * AftWrapLayout:
 *
 * Children one after the other as words in a line, each as wide as it wants to be. A flow box would
 * stand them in columns as wide as the widest of each.
 */
struct _AftWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (AftWrapLayout, aft_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
get_first (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
get_next (GtkWidget *child)
{
  do
    child = gtk_widget_get_next_sibling (child);
  while (child != NULL && !gtk_widget_should_layout (child));

  return child;
}

static int
get_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* Finds the end of a line, and its height. */
static GtkWidget *
break_line (GtkWidget *first,
            int        width,
            int       *height)
{
  GtkWidget *child = first;
  int x = 0;

  *height = 0;
  do
    {
      const int child_width = get_width (child);

      if (child != first && x + child_width > width)
        break;
      x += child_width + SPACING;
      *height = MAX (*height, get_height (child, MIN (child_width, width)));
      child = get_next (child);
    }
  while (child != NULL);

  return child;
}

static GtkSizeRequestMode
aft_wrap_layout_get_request_mode (GtkLayoutManager *layout,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
aft_wrap_layout_measure (GtkLayoutManager *layout,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  GtkWidget *child = get_first (widget);
  int least = 0;
  int most = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (; child != NULL; child = get_next (child))
        {
          const int width = get_width (child);

          least = MAX (least, width);
          most += width + (most > 0 ? SPACING : 0);
        }
    }
  else
    {
      while (child != NULL)
        {
          int height;

          child = break_line (child, for_size >= 0 ? for_size : G_MAXINT, &height);
          least += height;
        }
      most = least;
    }

  *minimum = least;
  *natural = most;
}

static void
aft_wrap_layout_allocate (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = get_first (widget);
  int y = 0;

  while (child != NULL)
    {
      int line_height;
      GtkWidget *end = break_line (child, width, &line_height);

      for (int x = 0; child != end; child = get_next (child))
        {
          const int child_width = MIN (get_width (child), width);

          gtk_widget_size_allocate (child,
                                    &(GtkAllocation) { mirrored ? width - x - child_width : x, y, child_width,
                                                       line_height },
                                    -1);
          x += child_width + SPACING;
        }
      y += line_height;
    }
}

static void
aft_wrap_layout_class_init (AftWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = aft_wrap_layout_get_request_mode;
  layout_class->measure = aft_wrap_layout_measure;
  layout_class->allocate = aft_wrap_layout_allocate;
}

static void
aft_wrap_layout_init (AftWrapLayout *self)
{
}

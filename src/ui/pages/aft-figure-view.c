/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-figure-view.h"

/* The room of a page, in points: a figure looks as it does there. */
#define WIDTH 467.0
#define HEIGHT 640.0

/* Points: around the figure, and between its panels. */
#define PADDING 12.0
#define SPACING 14.0

#define PIXELS_PER_POINT (96.0 / 72.0)

/**
 * AftFigureView:
 *
 * A figure of a report, drawn on paper as the pages draw it.
 */
struct _AftFigureView
{
  GtkWidget      parent_instance;

  AftFlowFigure *figure;        /* owned */
  double         width;         /* in points, with the padding, as the next one */
  double         height;
};

/* Pixels. */
#define NARROWEST 120

G_DEFINE_FINAL_TYPE (AftFigureView, aft_figure_view, GTK_TYPE_WIDGET)

static double
get_scale (AftFigureView *self,
           int            width)
{
  return MIN (width / self->width, PIXELS_PER_POINT);
}

static GtkSizeRequestMode
aft_figure_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
aft_figure_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  AftFigureView *self = AFT_FIGURE_VIEW (widget);

  const int widest = (int) (self->width * PIXELS_PER_POINT);
  const int narrowest = MIN (widest, NARROWEST);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = widest;
      *minimum = narrowest;
      return;
    }

  /* It is the lower the narrower it is. */
  *natural = (int) (self->height * get_scale (self, for_size < 0 ? widest : for_size)) + 1;
  *minimum = for_size < 0 ? (int) (self->height * get_scale (self, narrowest)) + 1 : *natural;
}

static void
aft_figure_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  AftFigureView *self = AFT_FIGURE_VIEW (widget);
  const double scale = get_scale (self, gtk_widget_get_width (widget));
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  double y = PADDING;

  cairo_scale (cr, scale, scale);
  for (guint i = 0; i < self->figure->panels->len; i++)
    {
      AftPanel *panel = g_ptr_array_index (self->figure->panels, i);

      cairo_save (cr);
      cairo_translate (cr, PADDING, y);
      panel->draw (panel, cr);
      cairo_restore (cr);
      y += panel->height + SPACING;
    }
  cairo_destroy (cr);
}

static void
aft_figure_view_finalize (GObject *object)
{
  aft_flow_figure_unref (AFT_FIGURE_VIEW (object)->figure);

  G_OBJECT_CLASS (aft_figure_view_parent_class)->finalize (object);
}

static void
aft_figure_view_class_init (AftFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = aft_figure_view_finalize;
  widget_class->get_request_mode = aft_figure_view_get_request_mode;
  widget_class->measure = aft_figure_view_measure;
  widget_class->snapshot = aft_figure_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "aftfigure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
aft_figure_view_init (AftFigureView *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * aft_figure_view_new:
 * @cache: makes the figure
 * @data: what it is drawn from
 * @caption: what stands below it, may be empty
 *
 * Returns: (transfer floating): the figure
 */
GtkWidget *
aft_figure_view_new (AftFlowCache  *cache,
                     AftFigureData *data,
                     const char    *caption)
{
  AftFigureView *self = g_object_new (AFT_TYPE_FIGURE_VIEW, NULL);

  self->figure = aft_flow_cache_create_figure (cache, data, WIDTH, HEIGHT);
  self->height = 2 * PADDING - SPACING;
  for (guint i = 0; i < self->figure->panels->len; i++)
    {
      const AftPanel *panel = g_ptr_array_index (self->figure->panels, i);

      self->width = MAX (self->width, panel->width);
      self->height += panel->height + SPACING;
    }
  self->width += 2 * PADDING;
  self->height = MAX (self->height, 2 * PADDING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  caption[0] != '\0' ? caption : _("Figure"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  data->alternative != NULL ? data->alternative : "", -1);

  return GTK_WIDGET (self);
}

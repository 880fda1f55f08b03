/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-paper.h"

struct _AftSharedPages
{
  int       ref_count;
  AftPages *pages;
};

/**
 * AftPaper:
 *
 * One page as it will print. It draws only while it is in sight.
 */
struct _AftPaper
{
  GtkWidget       parent_instance;

  /* Owned */
  AftSharedPages *pages;

  guint           page;
  double          zoom;
};

G_DEFINE_FINAL_TYPE (AftPaper, aft_paper, GTK_TYPE_WIDGET)

/* Points to pixels at scale 1. */
#define PIXELS_PER_POINT (96.0 / 72.0)

static void
aft_paper_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  AftPaper *self = AFT_PAPER (widget);
  double width;
  double height;

  aft_pages_get_size (self->pages->pages, &width, &height);
  *minimum = *natural = (int) ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * PIXELS_PER_POINT * self->zoom);
}

static void
aft_paper_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  AftPaper *self = AFT_PAPER (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  const GdkRGBA white = { 1, 1, 1, 1 };
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &white, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, PIXELS_PER_POINT * self->zoom, PIXELS_PER_POINT * self->zoom);
  aft_pages_draw (self->pages->pages, self->page, cr);
  cairo_destroy (cr);
}

static void
aft_paper_finalize (GObject *object)
{
  aft_shared_pages_unref (AFT_PAPER (object)->pages);

  G_OBJECT_CLASS (aft_paper_parent_class)->finalize (object);
}

static void
aft_paper_class_init (AftPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = aft_paper_finalize;
  widget_class->measure = aft_paper_measure;
  widget_class->snapshot = aft_paper_snapshot;
  gtk_widget_class_set_css_name (widget_class, "aftpaper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
aft_paper_init (AftPaper *self)
{
  self->zoom = 1;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * aft_shared_pages_new:
 * @pages: (transfer full): pages
 *
 * Returns: (transfer full): the same, to be shared
 */
AftSharedPages *
aft_shared_pages_new (AftPages *pages)
{
  AftSharedPages *self = g_new0 (AftSharedPages, 1);

  self->ref_count = 1;
  self->pages = pages;

  return self;
}

/**
 * aft_shared_pages_ref:
 * @self: shared pages
 *
 * Returns: (transfer full): the same
 */
AftSharedPages *
aft_shared_pages_ref (AftSharedPages *self)
{
  self->ref_count++;

  return self;
}

/**
 * aft_shared_pages_unref:
 * @self: (transfer full): shared pages
 */
void
aft_shared_pages_unref (AftSharedPages *self)
{
  if (--self->ref_count > 0)
    return;

  aft_pages_free (self->pages);
  g_free (self);
}

/**
 * aft_shared_pages_get:
 * @self: shared pages
 *
 * Returns: (transfer none): the pages
 */
AftPages *
aft_shared_pages_get (AftSharedPages *self)
{
  return self->pages;
}

/**
 * aft_paper_setting_is_letter:
 * @setting: "a4", "letter", or anything else for what is usual in the locale
 *
 * Returns: whether the paper is Letter, else A4
 */
gboolean
aft_paper_setting_is_letter (const char *setting)
{
  if (g_strcmp0 (setting, "a4") == 0 || g_strcmp0 (setting, "letter") == 0)
    return g_strcmp0 (setting, "letter") == 0;

  return g_strcmp0 (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) == 0;
}

/**
 * aft_paper_new:
 * @pages: shared pages
 * @page: which page, counted from 0
 *
 * Returns: (transfer floating): a sheet of paper
 */
GtkWidget *
aft_paper_new (AftSharedPages *pages,
               guint           page)
{
  AftPaper *self = g_object_new (AFT_TYPE_PAPER, NULL);
  g_autofree char *label = NULL;

  self->pages = aft_shared_pages_ref (pages);
  self->page = page;
  /* Translators: the page that is shown and how many there are */
  label = g_strdup_printf (_("Page %u of %u"), page + 1, aft_pages_get_n_pages (pages->pages));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * aft_paper_set_zoom:
 * @self: a sheet of paper
 * @zoom: 1 for its real size
 */
void
aft_paper_set_zoom (AftPaper *self,
                    double    zoom)
{
  g_return_if_fail (AFT_IS_PAPER (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

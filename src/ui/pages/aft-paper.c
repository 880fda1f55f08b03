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
 * One page as it will print. It is drawn once for its size and then shown again.
 */
struct _AftPaper
{
  GtkWidget       parent_instance;

  /* Owned */
  AftSharedPages *pages;
  GdkTexture     *texture;      /* nullable: what was drawn */

  guint           page;
  double          zoom;
  guint           n_drawn;
};

G_DEFINE_FINAL_TYPE (AftPaper, aft_paper, GTK_TYPE_WIDGET)

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
  *minimum = 1;
  *natural = (int) ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * AFT_PAPER_PIXELS_PER_POINT *
                    self->zoom);
}

static GdkTexture *
create_texture (AftPaper *self,
                int       width,
                int       height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr(GBytes) bytes = NULL;
  GdkTexture *texture;
  cairo_t *cr;
  double page_width;
  double page_height;

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }

  aft_pages_get_size (self->pages->pages, &page_width, &page_height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page_width, height / page_height);
  aft_pages_draw (self->pages->pages, self->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize) cairo_image_surface_get_stride (surface));
  self->n_drawn++;

  return texture;
}

static void
aft_paper_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  AftPaper *self = AFT_PAPER (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));
  const int scale = gtk_widget_get_scale_factor (widget);
  const int width = gtk_widget_get_width (widget) * scale;
  const int height = gtk_widget_get_height (widget) * scale;

  if (width <= 0 || height <= 0)
    return;

  if (self->texture != NULL && (gdk_texture_get_width (self->texture) != width ||
                                gdk_texture_get_height (self->texture) != height))
    g_clear_object (&self->texture);
  if (self->texture == NULL)
    self->texture = create_texture (self, width, height);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
}

static void
aft_paper_finalize (GObject *object)
{
  AftPaper *self = AFT_PAPER (object);

  aft_shared_pages_unref (self->pages);
  g_clear_object (&self->texture);

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

static void
set_name (AftPaper *self)
{
  const guint n_pages = aft_pages_get_n_pages (self->pages->pages);
  /* Translators: the page that is shown and how many there are */
  g_autofree char *label = g_strdup_printf (_("Page %u of %u"), self->page + 1, n_pages);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
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

  self->pages = aft_shared_pages_ref (pages);
  self->page = page;
  set_name (self);

  return GTK_WIDGET (self);
}

/**
 * aft_paper_set_pages:
 * @self: a sheet of paper
 * @pages: shared pages, among which there is one of its number
 *
 * Shows the same page of them. It is drawn again where it looks different.
 */
void
aft_paper_set_pages (AftPaper       *self,
                     AftSharedPages *pages)
{
  g_return_if_fail (AFT_IS_PAPER (self));
  g_return_if_fail (pages != NULL);

  if (!aft_pages_same_page (self->pages->pages, pages->pages, self->page))
    aft_paper_forget (self);
  aft_shared_pages_ref (pages);
  aft_shared_pages_unref (self->pages);
  self->pages = pages;
  set_name (self);
}

/**
 * aft_paper_set_zoom:
 * @self: a sheet of paper
 * @zoom: 1 for its real size
 *
 * Takes effect when it is given its place the next time.
 */
void
aft_paper_set_zoom (AftPaper *self,
                    double    zoom)
{
  g_return_if_fail (AFT_IS_PAPER (self));

  self->zoom = zoom;
}

/**
 * aft_paper_forget:
 * @self: a sheet of paper
 *
 * Lets go of what was drawn.
 */
void
aft_paper_forget (AftPaper *self)
{
  g_return_if_fail (AFT_IS_PAPER (self));

  if (self->texture == NULL)
    return;

  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * aft_paper_get_n_drawn:
 * @self: a sheet of paper
 *
 * Returns: how often it was drawn; tests count it
 */
guint
aft_paper_get_n_drawn (AftPaper *self)
{
  g_return_val_if_fail (AFT_IS_PAPER (self), 0);

  return self->n_drawn;
}

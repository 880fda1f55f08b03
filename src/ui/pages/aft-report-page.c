/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aft-fold-bin.h"
#include "aft-head-view.h"
#include "aft-outline.h"
#include "aft-report-page.h"
#include "aft-section-view.h"

/* Below this width the outline folds away, in pixels. */
#define NARROW_WIDTH 700

/**
 * AftReportPage:
 *
 * The outline of the sections, and the sections as a form.
 */
struct _AftReportPage
{
  GtkWidget    parent_instance;

  /* Children */
  GtkWidget   *fold;
  GtkWidget   *box;
  GtkWidget   *outline_box;
  AftOutline  *outline;
  GtkWidget   *scroller;
  GtkWidget   *column;
  GtkWidget   *head;

  /* Owned */
  AftSession  *session;
  GListModel  *sections;
};

static void page_iface_init (AftPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftReportPage, aft_report_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_PAGE, page_iface_init))

enum
{
  PROP_0,
  PROP_SESSION,
};

static GtkWidget *
get_first_section (AftReportPage *self)
{
  return gtk_widget_get_next_sibling (self->head);
}

static void
scroll_to (AftReportPage *self,
           GtkWidget     *widget)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_point_t point;

  if (gtk_widget_compute_point (widget, self->column, &GRAPHENE_POINT_INIT (0, 0), &point))
    gtk_adjustment_set_value (adjustment, point.y);
}

static GtkWidget *
find_section_view (AftReportPage *self,
                   AftSection    *section)
{
  for (GtkWidget *view = get_first_section (self); view != NULL; view = gtk_widget_get_next_sibling (view))
    if (AFT_IS_SECTION_VIEW (view) && aft_section_view_get_section (AFT_SECTION_VIEW (view)) == section)
      return view;

  return NULL;
}

static void
section_chosen_cb (AftReportPage *self,
                   AftSection    *section)
{
  GtkWidget *view = section != NULL ? find_section_view (self, section) : self->head;

  if (view != NULL)
    scroll_to (self, view);
}

/* The outline follows the scroll: the last section whose top is above the upper third. */
static void
scrolled_cb (AftReportPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  const double line = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 4;
  AftSection *current = NULL;

  for (GtkWidget *view = get_first_section (self); view != NULL; view = gtk_widget_get_next_sibling (view))
    {
      graphene_point_t point;

      if (!AFT_IS_SECTION_VIEW (view) || !gtk_widget_compute_point (view, self->column, &GRAPHENE_POINT_INIT (0, 0), &point))
        continue;
      if (point.y > line)
        break;
      current = aft_section_view_get_section (AFT_SECTION_VIEW (view));
    }
  aft_outline_set_current (self->outline, current);
}

static void
sections_changed_cb (AftReportPage *self,
                     guint          position,
                     guint          removed,
                     guint          added)
{
  GtkWidget *before = self->head;
  GtkWidget *view;

  for (guint i = 0; i < position; i++)
    before = gtk_widget_get_next_sibling (before);
  for (guint i = 0; i < removed; i++)
    gtk_box_remove (GTK_BOX (self->column), gtk_widget_get_next_sibling (before));
  for (guint i = 0; i < added; i++)
    {
      g_autoptr(AftSection) section = g_list_model_get_item (self->sections, position + i);

      view = aft_section_view_new (self->session, section);
      gtk_box_insert_child_after (GTK_BOX (self->column), view, before);
      before = view;
    }
}

static gboolean
aft_report_page_show_item (AftPage *page,
                           AftItem *item)
{
  AftReportPage *self = AFT_REPORT_PAGE (page);

  if (AFT_IS_SECTION (item))
    section_chosen_cb (self, AFT_SECTION (item));

  for (GtkWidget *view = get_first_section (self); view != NULL; view = gtk_widget_get_next_sibling (view))
    if (AFT_IS_SECTION_VIEW (view) && aft_section_view_show_item (AFT_SECTION_VIEW (view), item))
      return TRUE;

  return aft_head_view_show_item (AFT_HEAD_VIEW (self->head), item);
}

static void
page_iface_init (AftPageInterface *iface)
{
  iface->show_item = aft_report_page_show_item;
}

static void
build (AftReportPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->sections = g_object_ref (aft_document_get_sections (aft_session_get_document (self->session)));
  self->outline = AFT_OUTLINE (aft_outline_new (self->session));
  g_signal_connect_object (self->outline, "section-chosen", G_CALLBACK (section_chosen_cb), self, G_CONNECT_SWAPPED);

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);
  gtk_widget_set_margin_top (self->column, 24);
  gtk_widget_set_margin_bottom (self->column, 48);
  gtk_widget_set_margin_start (self->column, 18);
  gtk_widget_set_margin_end (self->column, 18);
  self->head = aft_head_view_new (self->session);
  gtk_box_append (GTK_BOX (self->column), self->head);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->column);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);

  self->outline_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->outline_box), GTK_WIDGET (self->outline));
  gtk_box_append (GTK_BOX (self->outline_box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self->box), self->outline_box);
  gtk_box_append (GTK_BOX (self->box), self->scroller);

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sections, "items-changed", G_CALLBACK (sections_changed_cb), self, G_CONNECT_SWAPPED);
  sections_changed_cb (self, 0, 0, g_list_model_get_n_items (self->sections));
}

static void
folded_cb (AftReportPage *self)
{
  gtk_widget_set_visible (self->outline_box, !aft_fold_bin_is_folded (AFT_FOLD_BIN (self->fold)));
}

static void
aft_report_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (aft_report_page_parent_class)->constructed (object);

  build (AFT_REPORT_PAGE (object));
}

static void
aft_report_page_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  g_value_set_object (value, AFT_REPORT_PAGE (object)->session);
}

static void
aft_report_page_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  AFT_REPORT_PAGE (object)->session = g_value_dup_object (value);
}

static void
aft_report_page_dispose (GObject *object)
{
  AftReportPage *self = AFT_REPORT_PAGE (object);

  g_clear_pointer (&self->fold, gtk_widget_unparent);
  g_clear_object (&self->sections);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_report_page_parent_class)->dispose (object);
}

static void
aft_report_page_class_init (AftReportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = aft_report_page_constructed;
  object_class->dispose = aft_report_page_dispose;
  object_class->get_property = aft_report_page_get_property;
  object_class->set_property = aft_report_page_set_property;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  aft_page_install (object_class, PROP_SESSION);
}

static void
aft_report_page_init (AftReportPage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->fold = aft_fold_bin_new (NARROW_WIDTH, self->box);
  gtk_widget_set_parent (self->fold, GTK_WIDGET (self));
  g_signal_connect_object (self->fold, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
}

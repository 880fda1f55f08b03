/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aft-due.h"
#include "aft-markdown-writer.h"
#include "aft-page-layout.h"
#include "aft-paper.h"
#include "aft-preview-page.h"

/* Milliseconds from the last edit until the pages are laid out anew. */
#define DELAY 300

/**
 * AftPreviewPage:
 *
 * The pages as they will print, for the edition and the paper that are chosen; or the same report
 * as text.
 */
struct _AftPreviewPage
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkWidget      *content;
  GtkDropDown    *edition;
  GtkDropDown    *paper;
  GtkLabel       *n_pages;
  GtkStack       *stack;
  GtkWidget      *scroller;
  GtkWidget      *sheets;
  GtkTextView    *text;
  GtkWidget      *text_toggle;
  GtkListBox     *headings;
  GtkWidget      *outline;

  /* Owned */
  AftSession     *session;
  AftSharedPages *pages;

  double          zoom;
  guint           timeout;
  gboolean        stale;
};

static void page_iface_init (AftPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftPreviewPage, aft_preview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_PAGE, page_iface_init))

enum
{
  PROP_0,
  PROP_SESSION,
};

static AftReport *
build_report (AftPreviewPage *self)
{
  GDate today;
  AftReportOptions options = { (AftEdition) gtk_drop_down_get_selected (self->edition), NULL, &today };

  aft_due_get_today (&today);

  return aft_report_build_full (aft_session_get_document (self->session), &options);
}

static void
show_sheets (AftPreviewPage *self)
{
  AftPages *pages = aft_shared_pages_get (self->pages);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  const double value = gtk_adjustment_get_value (adjustment);
  const guint n_pages = aft_pages_get_n_pages (pages);
  g_autofree char *count = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->sheets)) != NULL)
    gtk_box_remove (GTK_BOX (self->sheets), child);
  for (guint i = 0; i < n_pages; i++)
    {
      GtkWidget *sheet = aft_paper_new (self->pages, i);

      aft_paper_set_zoom (AFT_PAPER (sheet), self->zoom);
      gtk_box_append (GTK_BOX (self->sheets), sheet);
    }
  gtk_label_set_text (self->n_pages, count);
  gtk_adjustment_set_value (adjustment, value);
}

static void
show_headings (AftPreviewPage *self)
{
  AftPages *pages = aft_shared_pages_get (self->pages);
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->headings, 0)) != NULL)
    gtk_list_box_remove (self->headings, GTK_WIDGET (old));

  for (guint i = 0; i < aft_pages_get_n_headings (pages); i++)
    {
      const char *title;
      guint level;
      guint page;
      GtkWidget *label;

      if (!aft_pages_get_heading (pages, i, &title, &level, &page) || level > 2)
        continue;
      label = gtk_label_new (title);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_margin_start (label, level > 1 ? 12 : 0);
      gtk_list_box_append (self->headings, label);
      g_object_set_data (G_OBJECT (gtk_widget_get_parent (label)), "page", GUINT_TO_POINTER (page));
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    }
}

static void
refresh (AftPreviewPage *self)
{
  g_autoptr(AftReport) report = NULL;
  const gboolean letter = gtk_drop_down_get_selected (self->paper) == 1;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->stale = FALSE;
  report = build_report (self);

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->text_toggle)))
    {
      g_autofree char *markdown = aft_markdown_write (report, AFT_MARKDOWN_PLAIN);

      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), markdown, -1);
      gtk_stack_set_visible_child_name (self->stack, "text");
      return;
    }

  g_clear_pointer (&self->pages, aft_shared_pages_unref);
  self->pages = aft_shared_pages_new (letter ? aft_pages_new (report, AFT_PAPER_LETTER_WIDTH, AFT_PAPER_LETTER_HEIGHT)
                                             : aft_pages_new (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT));
  show_sheets (self);
  show_headings (self);
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

static gboolean
refresh_cb (gpointer user_data)
{
  AftPreviewPage *self = user_data;

  self->timeout = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* Nothing is laid out while nobody looks. */
static void
queue_refresh (AftPreviewPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->timeout == 0)
    self->timeout = g_timeout_add_full (G_PRIORITY_LOW, DELAY, refresh_cb, self, NULL);
}

static void
choice_changed_cb (AftPreviewPage *self)
{
  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
heading_activated_cb (AftPreviewPage *self,
                      GtkListBoxRow  *row)
{
  guint page = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "page"));
  GtkWidget *sheet = gtk_widget_get_first_child (self->sheets);
  graphene_point_t point;

  for (; page > 0 && sheet != NULL; page--)
    sheet = gtk_widget_get_next_sibling (sheet);
  if (sheet != NULL && gtk_widget_compute_point (sheet, self->sheets, &GRAPHENE_POINT_INIT (0, 0), &point))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), point.y);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftPreviewPage *self = AFT_PREVIEW_PAGE (widget);
  const int step = g_variant_get_int32 (parameter);

  self->zoom = step == 0 ? 0.9 : CLAMP (self->zoom * (step > 0 ? 1.2 : 1 / 1.2), 0.3, 3);
  for (GtkWidget *sheet = gtk_widget_get_first_child (self->sheets); sheet != NULL; sheet = gtk_widget_get_next_sibling (sheet))
    aft_paper_set_zoom (AFT_PAPER (sheet), self->zoom);
}

static void
page_iface_init (AftPageInterface *iface)
{
}

static void
aft_preview_page_map (GtkWidget *widget)
{
  AftPreviewPage *self = AFT_PREVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (aft_preview_page_parent_class)->map (widget);

  if (self->stale)
    refresh (self);
}

static gboolean
edition_from_setting (GValue   *value,
                      GVariant *variant,
                      gpointer  user_data)
{
  AftEdition edition = AFT_EDITION_TEAM;

  aft_edition_from_name (g_variant_get_string (variant, NULL), &edition);
  g_value_set_uint (value, edition);

  return TRUE;
}

static GVariant *
edition_to_setting (const GValue       *value,
                    const GVariantType *type,
                    gpointer            user_data)
{
  return g_variant_new_string (aft_edition_get_name ((AftEdition) MIN (g_value_get_uint (value), AFT_EDITION_PUBLIC)));
}

static gboolean
paper_from_setting (GValue   *value,
                    GVariant *variant,
                    gpointer  user_data)
{
  g_value_set_uint (value, aft_paper_setting_is_letter (g_variant_get_string (variant, NULL)) ? 1 : 0);

  return TRUE;
}

static GVariant *
paper_to_setting (const GValue       *value,
                  const GVariantType *type,
                  gpointer            user_data)
{
  return g_variant_new_string (g_value_get_uint (value) == 1 ? "letter" : "a4");
}

static void
aft_preview_page_constructed (GObject *object)
{
  AftPreviewPage *self = AFT_PREVIEW_PAGE (object);
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);

  G_OBJECT_CLASS (aft_preview_page_parent_class)->constructed (object);

  g_settings_bind_with_mapping (settings, "preview-edition", self->edition, "selected", G_SETTINGS_BIND_DEFAULT, edition_from_setting,
                                edition_to_setting, NULL, NULL);
  g_settings_bind_with_mapping (settings, "preview-paper", self->paper, "selected", G_SETTINGS_BIND_DEFAULT, paper_from_setting,
                                paper_to_setting, NULL, NULL);
  self->stale = TRUE;
  g_signal_connect_object (aft_session_get_document (self->session), "edited", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
}

static void
aft_preview_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_set_object (value, AFT_PREVIEW_PAGE (object)->session);
}

static void
aft_preview_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AFT_PREVIEW_PAGE (object)->session = g_value_dup_object (value);
}

static void
aft_preview_page_dispose (GObject *object)
{
  AftPreviewPage *self = AFT_PREVIEW_PAGE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_PREVIEW_PAGE);
  g_clear_pointer (&self->pages, aft_shared_pages_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_preview_page_parent_class)->dispose (object);
}

static void
aft_preview_page_class_init (AftPreviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = aft_preview_page_constructed;
  object_class->dispose = aft_preview_page_dispose;
  object_class->get_property = aft_preview_page_get_property;
  object_class->set_property = aft_preview_page_set_property;
  widget_class->map = aft_preview_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  aft_page_install (object_class, PROP_SESSION);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/pages/aft-preview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, edition);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, paper);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, n_pages);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, sheets);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, text);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, text_toggle);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, headings);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, outline);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_activated_cb);

  gtk_widget_class_install_action (widget_class, "preview.zoom", "i", zoom_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom", "i", 0);
}

static void
aft_preview_page_init (AftPreviewPage *self)
{
  self->zoom = 0.9;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aft-left-out-button.h"
#include "aft-preview-outline.h"
#include "aft-preview-page.h"
#include "aft-preview-pane.h"

#define SMALLEST_ZOOM 0.25
#define LARGEST_ZOOM 4.0
#define ZOOM_STEP 1.2

/**
 * AftPreviewPage:
 *
 * The report as it will print, or as text, for the edition and the paper that are chosen; or two editions
 * side by side.
 */
struct _AftPreviewPage
{
  GtkWidget         parent_instance;

  /* Template widgets */
  GtkWidget        *content;
  GtkWidget        *panes;
  GtkDropDown      *edition;
  AftLeftOutButton *left_out;
  GtkToggleButton  *compare;
  GtkDropDown      *other_edition;
  AftLeftOutButton *other_left_out;
  GtkDropDown      *paper;
  GtkLabel         *place;
  GtkToggleButton  *text_toggle;
  GtkToggleButton  *outline_toggle;
  GtkMenuButton    *zoom_button;
  AftPreviewPane   *pane;
  AftPreviewPane   *other_pane;
  GtkWidget        *other_frame;
  GtkListBox       *headings;

  /* Owned */
  AftSession       *session;

  guint             idle;
  gboolean          is_following;
};

static void page_iface_init (AftPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftPreviewPage, aft_preview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_PAGE, page_iface_init))

enum
{
  PROP_0,
  PROP_SESSION,
};

/* Where one is: not within the layout of the pages, which tells it. */
static gboolean
show_place_cb (gpointer user_data)
{
  AftPreviewPage *self = user_data;
  const guint n_pages = aft_preview_pane_get_n_pages (self->pane);
  g_autofree char *place = NULL;
  /* Translators: how large the pages are shown, as a part of their real size */
  g_autofree char *zoom = g_strdup_printf (_("%d %%"), (int) (aft_preview_pane_get_zoom (self->pane) * 100 + 0.5));

  self->idle = 0;
  if (n_pages > 0)
    /* Translators: the page that is shown and how many there are */
    place = g_strdup_printf (_("Page %u of %u"), aft_preview_pane_get_page (self->pane) + 1, n_pages);
  gtk_label_set_text (self->place, place != NULL ? place : "");
  gtk_menu_button_set_label (self->zoom_button, zoom);

  return G_SOURCE_REMOVE;
}

static void
queue_place (AftPreviewPage *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (show_place_cb, self);
}

static void
pane_changed_cb (AftPreviewPage *self)
{
  aft_preview_outline_fill (self->headings, self->pane);
  aft_left_out_button_refresh (self->left_out);
  queue_place (self);
}

static void
other_changed_cb (AftPreviewPage *self)
{
  aft_left_out_button_refresh (self->other_left_out);
}

/* Who scrolls one of two editions scrolls the other one as well. */
static void
follow (AftPreviewPage *self,
        AftPreviewPane *pane,
        AftPreviewPane *leader)
{
  if (self->is_following || !gtk_toggle_button_get_active (self->compare) || aft_preview_pane_is_busy (pane) ||
      aft_preview_pane_is_busy (leader))
    return;

  self->is_following = TRUE;
  aft_preview_follow (pane, leader);
  self->is_following = FALSE;
}

static void
pane_moved_cb (AftPreviewPage *self)
{
  follow (self, self->other_pane, self->pane);
  queue_place (self);
}

static void
other_moved_cb (AftPreviewPage *self)
{
  follow (self, self->pane, self->other_pane);
}

static void
update (AftPreviewPage *self)
{
  const gboolean text = gtk_toggle_button_get_active (self->text_toggle);
  const gboolean letter = gtk_drop_down_get_selected (self->paper) == 1;
  const AftEdition edition = (AftEdition) MIN (gtk_drop_down_get_selected (self->edition), AFT_EDITION_PUBLIC);
  const AftEdition other = (AftEdition) MIN (gtk_drop_down_get_selected (self->other_edition), AFT_EDITION_PUBLIC);
  const gboolean compared = gtk_toggle_button_get_active (self->compare);

  aft_preview_pane_set_edition (self->pane, edition);
  aft_preview_pane_set_letter (self->pane, letter);
  aft_preview_pane_set_text (self->pane, text);
  aft_preview_pane_set_edition (self->other_pane, other);
  aft_preview_pane_set_letter (self->other_pane, letter);
  aft_preview_pane_set_text (self->other_pane, text);
  aft_left_out_button_set_edition (self->left_out, edition);
  aft_left_out_button_set_edition (self->other_left_out, compared ? other : AFT_EDITION_TEAM);

  gtk_widget_set_visible (self->other_frame, compared);
  gtk_widget_set_visible (GTK_WIDGET (self->zoom_button), !text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom", !text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.fit", !text);
  queue_place (self);
}

static void
choice_changed_cb (AftPreviewPage *self)
{
  if (self->session != NULL)
    update (self);
}

/* The first comparison is the one with what everyone may see. */
static void
compare_toggled_cb (AftPreviewPage *self)
{
  if (gtk_toggle_button_get_active (self->compare) &&
      gtk_drop_down_get_selected (self->other_edition) == gtk_drop_down_get_selected (self->edition))
    gtk_drop_down_set_selected (self->other_edition, gtk_drop_down_get_selected (self->edition) == AFT_EDITION_PUBLIC
                                                       ? AFT_EDITION_TEAM : AFT_EDITION_PUBLIC);
  choice_changed_cb (self);
}

static void
heading_activated_cb (AftPreviewPage *self,
                      GtkListBoxRow  *row)
{
  aft_preview_outline_show (self->pane, row);
}

static void
set_zoom (AftPreviewPage *self,
          double          zoom)
{
  aft_preview_pane_set_zoom (self->pane, zoom);
  aft_preview_pane_set_zoom (self->other_pane, zoom);
  queue_place (self);
}

static void
zoom_by (AftPreviewPage *self,
         double          factor)
{
  set_zoom (self, CLAMP (aft_preview_pane_get_zoom (self->pane) * factor, SMALLEST_ZOOM, LARGEST_ZOOM));
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftPreviewPage *self = AFT_PREVIEW_PAGE (widget);
  const int step = g_variant_get_int32 (parameter);

  if (step == 0)
    set_zoom (self, 1);
  else
    zoom_by (self, step > 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
fit_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  set_zoom (AFT_PREVIEW_PAGE (widget), AFT_PAPER_ROLL_FIT);
}

static gboolean
scroll_cb (AftPreviewPage           *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0 || gtk_toggle_button_get_active (self->text_toggle))
    return GDK_EVENT_PROPAGATE;

  zoom_by (self, dy < 0 ? 1.1 : 1 / 1.1);

  return GDK_EVENT_STOP;
}

static void
page_iface_init (AftPageInterface *iface)
{
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
  update (self);
  aft_preview_pane_set_session (self->pane, self->session);
  aft_preview_pane_set_session (self->other_pane, self->session);
  aft_left_out_button_set_session (self->left_out, self->session);
  aft_left_out_button_set_session (self->other_left_out, self->session);
  g_signal_connect_object (aft_preview_pane_get_roll (self->pane), "notify::page", G_CALLBACK (queue_place), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (aft_preview_pane_get_roll (self->pane))),
                           "changed", G_CALLBACK (queue_place), self, G_CONNECT_SWAPPED);
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

  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_PREVIEW_PAGE);
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
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  aft_page_install (object_class, PROP_SESSION);

  g_type_ensure (AFT_TYPE_PREVIEW_PANE);
  g_type_ensure (AFT_TYPE_LEFT_OUT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/pages/aft-preview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, panes);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, edition);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, left_out);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, compare);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, other_edition);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, other_left_out);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, paper);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, place);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, text_toggle);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, outline_toggle);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, pane);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, other_pane);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, other_frame);
  gtk_widget_class_bind_template_child (widget_class, AftPreviewPage, headings);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);

  gtk_widget_class_install_action (widget_class, "preview.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.fit", NULL, fit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom", "i", 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_9, GDK_CONTROL_MASK, "preview.fit", NULL);
}

static void
aft_preview_page_init (AftPreviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "aft-answer.h"
#include "aft-fold-bin.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-canvas.h"
#include "aft-whys-form.h"
#include "aft-whys-page.h"

/**
 * AftWhysPage:
 *
 * The five whys: the canvas, and the form of what is chosen.
 */
struct _AftWhysPage
{
  GtkWidget    parent_instance;

  /* Template widgets */
  AftFoldBin  *content;
  GtkStack    *stack;
  AdwBin      *canvas_bin;
  AdwBin      *form_bin;
  GtkRevealer *form_revealer;
  GtkWidget   *form_toggle;

  /* Owned */
  AftSession  *session;
};

static void page_iface_init (AftPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftWhysPage, aft_whys_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_PAGE, page_iface_init))

enum
{
  PROP_0,
  PROP_SESSION,
};

static AftWhysCanvas *
get_canvas (AftWhysPage *self)
{
  return AFT_WHYS_CANVAS (adw_bin_get_child (self->canvas_bin));
}

static void
selected_cb (AftWhysPage *self)
{
  AftItem *item = aft_whys_canvas_get_selected (get_canvas (self));
  const gboolean answer = AFT_IS_ANSWER (item);

  aft_whys_form_set_item (AFT_WHYS_FORM (adw_bin_get_child (self->form_bin)), item);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.ask", item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add-alternative", item != NULL && !AFT_IS_PROBLEM (item));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.mark", answer);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.remove", item != NULL);
}

static void
update_stack (AftWhysPage *self)
{
  const guint n_problems = g_list_model_get_n_items (aft_document_get_problems (aft_session_get_document (self->session)));

  gtk_stack_set_visible_child_name (self->stack, n_problems > 0 ? "canvas" : "empty");
}

/* The buttons of the page do what the canvas' own actions do. */
static void
canvas_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AftWhysPage *self = AFT_WHYS_PAGE (widget);
  g_autofree char *canvas_name = g_strconcat ("whys.", name + strlen ("page."), NULL);

  if (g_str_has_suffix (name, "add-problem"))
    gtk_stack_set_visible_child_name (self->stack, "canvas");
  gtk_widget_activate_action_variant (GTK_WIDGET (get_canvas (self)), canvas_name, parameter);
}

static gboolean
aft_whys_page_show_item (AftPage *page,
                         AftItem *item)
{
  AftWhysPage *self = AFT_WHYS_PAGE (page);

  if (!AFT_IS_PROBLEM (item) && !AFT_IS_QUESTION (item) && !AFT_IS_ANSWER (item))
    return FALSE;

  aft_whys_canvas_select (get_canvas (self), item);
  gtk_widget_grab_focus (GTK_WIDGET (get_canvas (self)));

  return TRUE;
}

static void
page_iface_init (AftPageInterface *iface)
{
  iface->show_item = aft_whys_page_show_item;
}

static void
folded_cb (AftWhysPage *self)
{
  g_object_set (self->form_toggle, "active", !aft_fold_bin_is_folded (self->content), NULL);
}

static void
aft_whys_page_constructed (GObject *object)
{
  AftWhysPage *self = AFT_WHYS_PAGE (object);
  GtkWidget *canvas;

  G_OBJECT_CLASS (aft_whys_page_parent_class)->constructed (object);

  canvas = aft_whys_canvas_new (self->session);
  adw_bin_set_child (self->canvas_bin, canvas);
  adw_bin_set_child (self->form_bin, aft_whys_form_new (self->session));
  g_signal_connect_object (canvas, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (aft_session_get_document (self->session), "edited", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  update_stack (self);
  selected_cb (self);
}

static void
aft_whys_page_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  g_value_set_object (value, AFT_WHYS_PAGE (object)->session);
}

static void
aft_whys_page_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AFT_WHYS_PAGE (object)->session = g_value_dup_object (value);
}

static void
aft_whys_page_dispose (GObject *object)
{
  AftWhysPage *self = AFT_WHYS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_WHYS_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_whys_page_parent_class)->dispose (object);
}

static void
aft_whys_page_class_init (AftWhysPageClass *klass)
{
  static const char *const plain[] = { "page.add-problem", "page.ask", "page.add-alternative", "page.remove", "page.fit", "page.zoom-in",
                                       "page.zoom-out" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = aft_whys_page_constructed;
  object_class->dispose = aft_whys_page_dispose;
  object_class->get_property = aft_whys_page_get_property;
  object_class->set_property = aft_whys_page_set_property;
  aft_page_install (object_class, PROP_SESSION);
  g_type_ensure (AFT_TYPE_FOLD_BIN);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/whys/aft-whys-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, content);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, canvas_bin);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, form_bin);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, form_revealer);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, form_toggle);
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    gtk_widget_class_install_action (widget_class, plain[i], NULL, canvas_action);
  gtk_widget_class_install_action (widget_class, "page.mark", "s", canvas_action);
}

static void
aft_whys_page_init (AftWhysPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-link-chip.h"
#include "aft-popup-menu.h"

/**
 * AftLinkChip:
 *
 * A small button with a symbol and a number that leads to what an item is linked to; where that is
 * several, it asks first which.
 */
struct _AftLinkChip
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *button;
  GtkLabel   *number;
  GtkWidget  *menu;      /* weak: only while it is open */

  /* Owned */
  AftSession *session;
  GPtrArray  *items;     /* of AftItem */
};

G_DEFINE_FINAL_TYPE (AftLinkChip, aft_link_chip, GTK_TYPE_WIDGET)

static void
clicked_cb (AftLinkChip *self)
{
  g_autoptr(GMenu) menu = NULL;

  if (self->items->len == 1)
    aft_session_show_item (self->session, self->items->pdata[0]);
  if (self->items->len < 2)
    return;

  menu = g_menu_new ();
  for (guint i = 0; i < self->items->len; i++)
    aft_popup_menu_append (menu, aft_item_get_heading (self->items->pdata[i]), "chip.show", aft_item_get_id (self->items->pdata[i]));
  aft_popup_menu_show (&self->menu, GTK_WIDGET (self), G_MENU_MODEL (menu), NULL);
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftLinkChip *self = AFT_LINK_CHIP (widget);
  AftItem *item = aft_document_find (aft_session_get_document (self->session), g_variant_get_string (parameter, NULL));

  if (item != NULL)
    aft_session_show_item (self->session, item);
}

static void
aft_link_chip_dispose (GObject *object)
{
  AftLinkChip *self = AFT_LINK_CHIP (object);

  aft_popup_menu_clear (&self->menu);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_link_chip_parent_class)->dispose (object);
}

static void
aft_link_chip_class_init (AftLinkChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_link_chip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "linkchip");
  gtk_widget_class_install_action (widget_class, "chip.show", "s", show_action);
}

static void
aft_link_chip_init (AftLinkChip *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->button = gtk_button_new ();
  self->number = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * aft_link_chip_new:
 * @session: the document
 * @icon_name: the symbol of what it leads to
 *
 * Returns: (transfer floating): a chip that leads nowhere yet, and so can't be seen
 */
GtkWidget *
aft_link_chip_new (AftSession *session,
                   const char *icon_name)
{
  AftLinkChip *self;
  GtkWidget *box;

  g_return_val_if_fail (AFT_IS_SESSION (session) && icon_name != NULL, NULL);

  self = g_object_new (AFT_TYPE_LINK_CHIP, NULL);
  self->session = g_object_ref (session);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number));
  gtk_button_set_child (GTK_BUTTON (self->button), box);

  return GTK_WIDGET (self);
}

/**
 * aft_link_chip_set_links:
 * @self: a chip
 * @items: (element-type AftItem): where it leads
 * @text: what that is, such as “2 events”
 *
 * A chip that leads nowhere can't be seen.
 */
void
aft_link_chip_set_links (AftLinkChip *self,
                         GPtrArray   *items,
                         const char  *text)
{
  g_autofree char *number = NULL;

  g_return_if_fail (AFT_IS_LINK_CHIP (self) && items != NULL && text != NULL);

  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->items, g_object_ref (items->pdata[i]));
  number = g_strdup_printf ("%u", items->len);
  gtk_label_set_text (self->number, number);
  gtk_widget_set_visible (GTK_WIDGET (self), items->len > 0);
  gtk_widget_set_tooltip_text (self->button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-page.h"

G_DEFINE_INTERFACE (AftPage, aft_page, GTK_TYPE_WIDGET)

static void
aft_page_default_init (AftPageInterface *iface)
{
  g_object_interface_install_property (iface, g_param_spec_object ("session", NULL, NULL, AFT_TYPE_SESSION,
                                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                                   G_PARAM_STATIC_STRINGS));
}

/**
 * aft_page_new:
 * @type: a class that is a page
 * @session: the session it shows
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
aft_page_new (GType       type,
              AftSession *session)
{
  g_return_val_if_fail (g_type_is_a (type, AFT_TYPE_PAGE), NULL);

  return g_object_new (type, "session", session, NULL);
}

/**
 * aft_page_install:
 * @object_class: a class that is a page
 * @property_id: the id that its properties get for "session"
 */
void
aft_page_install (GObjectClass *object_class,
                  guint         property_id)
{
  g_object_class_override_property (object_class, property_id, "session");
}

/**
 * aft_page_show_item:
 * @self: a page
 * @item: an item of the document
 *
 * Returns: whether the item has a place here and is shown
 */
gboolean
aft_page_show_item (AftPage *self,
                    AftItem *item)
{
  g_return_val_if_fail (AFT_IS_PAGE (self), FALSE);

  return AFT_PAGE_GET_IFACE (self)->show_item != NULL && AFT_PAGE_GET_IFACE (self)->show_item (self, item);
}

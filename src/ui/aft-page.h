/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_PAGE (aft_page_get_type ())

G_DECLARE_INTERFACE (AftPage, aft_page, AFT, PAGE, GtkWidget)

/**
 * AftPageInterface:
 * @show_item: brings an item into sight and chooses it; returns %FALSE where it has no place here
 *
 * A page of a document's window. It is made with a property "session".
 */
struct _AftPageInterface
{
  GTypeInterface parent_iface;

  gboolean (* show_item) (AftPage *self,
                          AftItem *item);
};

GtkWidget  *aft_page_new         (GType       type,
                                  AftSession *session);
void        aft_page_install     (GObjectClass *object_class,
                                  guint         property_id);
gboolean    aft_page_show_item   (AftPage    *self,
                                  AftItem    *item);

G_END_DECLS

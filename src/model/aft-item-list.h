/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define AFT_TYPE_ITEM_LIST (aft_item_list_get_type ())

G_DECLARE_FINAL_TYPE (AftItemList, aft_item_list, AFT, ITEM_LIST, GObject)

AftItemList *aft_item_list_new         (GType        item_type);
guint        aft_item_list_find        (AftItemList *self,
                                        gpointer     item,
                                        guint        hint);
gpointer     aft_item_list_peek        (AftItemList *self,
                                        guint        position);
void         aft_item_list_insert      (AftItemList *self,
                                        guint        position,
                                        gpointer     item);
void         aft_item_list_insert_many (AftItemList *self,
                                        guint        position,
                                        GPtrArray   *items);
void         aft_item_list_remove      (AftItemList *self,
                                        guint        position);
void         aft_item_list_remove_many (AftItemList *self,
                                        guint        position,
                                        guint        n_items);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_ITEM_CHOICE (aft_item_choice_get_type ())

G_DECLARE_FINAL_TYPE (AftItemChoice, aft_item_choice, AFT, ITEM_CHOICE, GObject)

AftItemChoice *aft_item_choice_new      (AftItem       *item) G_GNUC_WARN_UNUSED_RESULT;
AftItem       *aft_item_choice_get_item (AftItemChoice *self);
GListModel    *aft_item_choice_list_new (GListModel    *items) G_GNUC_WARN_UNUSED_RESULT;
void           aft_item_choice_set_up   (GtkDropDown   *drop_down,
                                         GListModel    *choices);

G_END_DECLS

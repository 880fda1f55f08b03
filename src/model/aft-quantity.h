/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_QUANTITY (aft_quantity_get_type ())

G_DECLARE_FINAL_TYPE (AftQuantity, aft_quantity, AFT, QUANTITY, AftItem)

AftQuantity *aft_quantity_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char  *aft_quantity_get_label    (AftQuantity *self);
const char  *aft_quantity_get_value    (AftQuantity *self);
const char  *aft_quantity_get_unit     (AftQuantity *self);
AftAudience  aft_quantity_get_audience (AftQuantity *self);

G_END_DECLS

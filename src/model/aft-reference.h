/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_REFERENCE (aft_reference_get_type ())

G_DECLARE_FINAL_TYPE (AftReference, aft_reference, AFT, REFERENCE, AftItem)

AftReference *aft_reference_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char  *aft_reference_get_title       (AftReference *self);
const char  *aft_reference_get_title_wider (AftReference *self);
const char  *aft_reference_get_link        (AftReference *self);
const char  *aft_reference_get_note        (AftReference *self);
AftAudience  aft_reference_get_audience    (AftReference *self);

G_END_DECLS

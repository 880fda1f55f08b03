/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_FACTOR (aft_factor_get_type ())

G_DECLARE_FINAL_TYPE (AftFactor, aft_factor, AFT, FACTOR, AftItem)

AftFactor *aft_factor_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char        *aft_factor_get_text       (AftFactor *self);
const char        *aft_factor_get_text_wider (AftFactor *self);
const char *const *aft_factor_get_answers    (AftFactor *self);
const char *const *aft_factor_get_events     (AftFactor *self);
const char        *aft_factor_get_note       (AftFactor *self);
AftAudience        aft_factor_get_audience   (AftFactor *self);

G_END_DECLS

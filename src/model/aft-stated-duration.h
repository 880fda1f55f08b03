/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_STATED_DURATION (aft_stated_duration_get_type ())

G_DECLARE_FINAL_TYPE (AftStatedDuration, aft_stated_duration, AFT, STATED_DURATION, AftItem)

AftStatedDuration *aft_stated_duration_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char  *aft_stated_duration_get_label    (AftStatedDuration *self);
const char  *aft_stated_duration_get_value    (AftStatedDuration *self);
const char  *aft_stated_duration_get_source   (AftStatedDuration *self);
AftAudience  aft_stated_duration_get_audience (AftStatedDuration *self);

G_END_DECLS

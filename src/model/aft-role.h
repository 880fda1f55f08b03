/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_ROLE (aft_role_get_type ())

G_DECLARE_FINAL_TYPE (AftRole, aft_role, AFT, ROLE, AftItem)

AftRole *aft_role_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char        *aft_role_get_role     (AftRole *self);
const char        *aft_role_get_person   (AftRole *self);
const char *const *aft_role_get_handles  (AftRole *self);
AftAudience        aft_role_get_audience (AftRole *self);

G_END_DECLS

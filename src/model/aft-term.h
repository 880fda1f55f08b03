/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_TERM (aft_term_get_type ())

G_DECLARE_FINAL_TYPE (AftTerm, aft_term, AFT, TERM, AftItem)

AftTerm *aft_term_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char  *aft_term_get_term          (AftTerm *self);
const char  *aft_term_get_meaning       (AftTerm *self);
const char  *aft_term_get_meaning_wider (AftTerm *self);
AftAudience  aft_term_get_audience      (AftTerm *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_QUESTION (aft_question_get_type ())

G_DECLARE_FINAL_TYPE (AftQuestion, aft_question, AFT, QUESTION, AftItem)

AftQuestion *aft_question_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char  *aft_question_get_text       (AftQuestion *self);
const char  *aft_question_get_text_wider (AftQuestion *self);
AftJoin      aft_question_get_join       (AftQuestion *self);
AftAudience  aft_question_get_audience   (AftQuestion *self);
GListModel  *aft_question_get_answers    (AftQuestion *self);

G_END_DECLS

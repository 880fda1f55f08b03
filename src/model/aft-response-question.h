/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_RESPONSE_QUESTION (aft_response_question_get_type ())

G_DECLARE_FINAL_TYPE (AftResponseQuestion, aft_response_question, AFT, RESPONSE_QUESTION, AftItem)

AftResponseQuestion *aft_response_question_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char  *aft_response_question_get_question     (AftResponseQuestion *self);
const char  *aft_response_question_get_answer       (AftResponseQuestion *self);
const char  *aft_response_question_get_answer_wider (AftResponseQuestion *self);
AftAudience  aft_response_question_get_audience     (AftResponseQuestion *self);

G_END_DECLS

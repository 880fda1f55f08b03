/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_OPEN_QUESTION (aft_open_question_get_type ())

G_DECLARE_FINAL_TYPE (AftOpenQuestion, aft_open_question, AFT, OPEN_QUESTION, AftItem)

AftOpenQuestion *aft_open_question_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char  *aft_open_question_get_text         (AftOpenQuestion *self);
const char  *aft_open_question_get_text_wider   (AftOpenQuestion *self);
const char  *aft_open_question_get_answer       (AftOpenQuestion *self);
const char  *aft_open_question_get_answer_wider (AftOpenQuestion *self);
AftAudience  aft_open_question_get_audience     (AftOpenQuestion *self);

G_END_DECLS

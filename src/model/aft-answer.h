/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_ANSWER (aft_answer_get_type ())

G_DECLARE_FINAL_TYPE (AftAnswer, aft_answer, AFT, ANSWER, AftItem)

AftAnswer *aft_answer_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char        *aft_answer_get_text                (AftAnswer *self);
const char        *aft_answer_get_text_wider          (AftAnswer *self);
AftAnswerState     aft_answer_get_state               (AftAnswer *self);
gboolean           aft_answer_get_contributing_factor (AftAnswer *self);
const char        *aft_answer_get_evidence            (AftAnswer *self);
const char        *aft_answer_get_link                (AftAnswer *self);
const char *const *aft_answer_get_events              (AftAnswer *self);
const char        *aft_answer_get_same_as             (AftAnswer *self);
const char        *aft_answer_get_note                (AftAnswer *self);
AftAudience        aft_answer_get_audience            (AftAnswer *self);
GListModel        *aft_answer_get_questions           (AftAnswer *self);

G_END_DECLS

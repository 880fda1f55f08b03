/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_PROBLEM (aft_problem_get_type ())

G_DECLARE_FINAL_TYPE (AftProblem, aft_problem, AFT, PROBLEM, AftItem)

AftProblem *aft_problem_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char  *aft_problem_get_text       (AftProblem *self);
const char  *aft_problem_get_text_wider (AftProblem *self);
gboolean     aft_problem_get_went_well  (AftProblem *self);
const char  *aft_problem_get_incident   (AftProblem *self);
AftAudience  aft_problem_get_audience   (AftProblem *self);
GListModel  *aft_problem_get_questions  (AftProblem *self);

G_END_DECLS

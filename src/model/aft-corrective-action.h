/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_CORRECTIVE_ACTION (aft_corrective_action_get_type ())

G_DECLARE_FINAL_TYPE (AftCorrectiveAction, aft_corrective_action, AFT, CORRECTIVE_ACTION, AftItem)

AftCorrectiveAction *aft_corrective_action_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char        *aft_corrective_action_get_text       (AftCorrectiveAction *self);
const char        *aft_corrective_action_get_text_wider (AftCorrectiveAction *self);
const char        *aft_corrective_action_get_reason     (AftCorrectiveAction *self);
AftActionType      aft_corrective_action_get_purpose    (AftCorrectiveAction *self);
const char        *aft_corrective_action_get_reference  (AftCorrectiveAction *self);
const char *const *aft_corrective_action_get_formerly   (AftCorrectiveAction *self);
const char *const *aft_corrective_action_get_lessons    (AftCorrectiveAction *self);
const char *const *aft_corrective_action_get_factors    (AftCorrectiveAction *self);
const char *const *aft_corrective_action_get_answers    (AftCorrectiveAction *self);
AftAudience        aft_corrective_action_get_audience   (AftCorrectiveAction *self);
GListModel        *aft_corrective_action_get_items      (AftCorrectiveAction *self);

G_END_DECLS

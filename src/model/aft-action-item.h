/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_ACTION_ITEM (aft_action_item_get_type ())

G_DECLARE_FINAL_TYPE (AftActionItem, aft_action_item, AFT, ACTION_ITEM, AftItem)

AftActionItem *aft_action_item_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char        *aft_action_item_get_text       (AftActionItem *self);
const char        *aft_action_item_get_text_wider (AftActionItem *self);
const char        *aft_action_item_get_owner      (AftActionItem *self);
const char        *aft_action_item_get_due        (AftActionItem *self);
AftActionState     aft_action_item_get_state      (AftActionItem *self);
const char        *aft_action_item_get_reason     (AftActionItem *self);
const char        *aft_action_item_get_done_on    (AftActionItem *self);
const char        *aft_action_item_get_outcome    (AftActionItem *self);
AftPriority        aft_action_item_get_priority   (AftActionItem *self);
AftActionType      aft_action_item_get_purpose    (AftActionItem *self);
const char        *aft_action_item_get_tracker    (AftActionItem *self);
const char        *aft_action_item_get_reference  (AftActionItem *self);
const char *const *aft_action_item_get_formerly   (AftActionItem *self);
const char *const *aft_action_item_get_lessons    (AftActionItem *self);
const char *const *aft_action_item_get_factors    (AftActionItem *self);
AftAudience        aft_action_item_get_audience   (AftActionItem *self);

G_END_DECLS

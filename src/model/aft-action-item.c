/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-action-item.h"

/**
 * AftActionItem:
 *
 * Something somebody does until a day.
 */
struct _AftActionItem
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftActionItem, aft_action_item, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TEXT,
  FIELD_TEXT_WIDER,
  FIELD_OWNER,
  FIELD_DUE,
  FIELD_STATE,
  FIELD_REASON,
  FIELD_DONE_ON,
  FIELD_OUTCOME,
  FIELD_PRIORITY,
  FIELD_PURPOSE,
  FIELD_TRACKER,
  FIELD_REFERENCE,
  FIELD_FORMERLY,
  FIELD_LESSONS,
  FIELD_FACTORS,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "text", AFT_FIELD_TEXT, N_("Action item"), NULL, 0, 0, 0, AFT_FIELD_REQUIRED | AFT_FIELD_WIDER },
  { "owner", AFT_FIELD_REFERENCE, N_("Owner") },
  { "due", AFT_FIELD_TEXT, N_("Due") },
  { "state", AFT_FIELD_CHOICE, N_("State"), aft_action_state_get_type },
  { "reason", AFT_FIELD_TEXT, N_("Reason") },
  { "done-on", AFT_FIELD_TEXT, N_("Done on") },
  { "outcome", AFT_FIELD_PROSE, N_("Outcome") },
  { "priority", AFT_FIELD_CHOICE, N_("Priority"), aft_priority_get_type },
  { "purpose", AFT_FIELD_CHOICE, N_("Purpose"), aft_action_type_get_type },
  { "tracker", AFT_FIELD_TEXT, N_("Tracker address") },
  { "reference", AFT_FIELD_TEXT, N_("Reference") },
  { "formerly", AFT_FIELD_WORDS, N_("Formerly") },
  { "lessons", AFT_FIELD_REFERENCES, N_("Lessons") },
  { "factors", AFT_FIELD_REFERENCES, N_("Contributing factors") },
};

static const AftItemTable table = {
  "action-item", N_("Action item"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_action_item_class_init (AftActionItemClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_action_item_init (AftActionItem *self)
{
}

/**
 * aft_action_item_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftActionItem *
aft_action_item_new (void)
{
  return g_object_new (AFT_TYPE_ACTION_ITEM, NULL);
}

const char *
aft_action_item_get_text (AftActionItem *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT);
}

const char *
aft_action_item_get_text_wider (AftActionItem *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT_WIDER);
}

const char *
aft_action_item_get_owner (AftActionItem *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_OWNER);
}

const char *
aft_action_item_get_due (AftActionItem *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_DUE);
}

AftActionState
aft_action_item_get_state (AftActionItem *self)
{
  return (AftActionState) aft_item_get_integer (AFT_ITEM (self), FIELD_STATE);
}

const char *
aft_action_item_get_reason (AftActionItem *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_REASON);
}

const char *
aft_action_item_get_done_on (AftActionItem *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_DONE_ON);
}

const char *
aft_action_item_get_outcome (AftActionItem *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_OUTCOME);
}

AftPriority
aft_action_item_get_priority (AftActionItem *self)
{
  return (AftPriority) aft_item_get_integer (AFT_ITEM (self), FIELD_PRIORITY);
}

AftActionType
aft_action_item_get_purpose (AftActionItem *self)
{
  return (AftActionType) aft_item_get_integer (AFT_ITEM (self), FIELD_PURPOSE);
}

const char *
aft_action_item_get_tracker (AftActionItem *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TRACKER);
}

const char *
aft_action_item_get_reference (AftActionItem *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_REFERENCE);
}

const char *const *
aft_action_item_get_formerly (AftActionItem *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_FORMERLY);
}

const char *const *
aft_action_item_get_lessons (AftActionItem *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_LESSONS);
}

const char *const *
aft_action_item_get_factors (AftActionItem *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_FACTORS);
}

AftAudience
aft_action_item_get_audience (AftActionItem *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

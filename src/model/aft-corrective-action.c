/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-action-item.h"
#include "aft-corrective-action.h"

/**
 * AftCorrectiveAction:
 *
 * A change that keeps the same thing from happening again, or makes it less bad.
 */
struct _AftCorrectiveAction
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftCorrectiveAction, aft_corrective_action, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TEXT,
  FIELD_TEXT_WIDER,
  FIELD_REASON,
  FIELD_PURPOSE,
  FIELD_REFERENCE,
  FIELD_FORMERLY,
  FIELD_LESSONS,
  FIELD_FACTORS,
  FIELD_ANSWERS,
  FIELD_AUDIENCE,
};

enum
{
  LIST_ITEMS,
};

static const AftField fields[] = {
  { "text", AFT_FIELD_TEXT, N_("Corrective action"), NULL, 0, 0, 0, AFT_FIELD_REQUIRED | AFT_FIELD_WIDER },
  { "reason", AFT_FIELD_TEXT, N_("Reason for no action item") },
  { "purpose", AFT_FIELD_CHOICE, N_("Purpose"), aft_action_type_get_type },
  { "reference", AFT_FIELD_TEXT, N_("Reference") },
  { "formerly", AFT_FIELD_WORDS, N_("Formerly") },
  { "lessons", AFT_FIELD_REFERENCES, N_("Lessons") },
  { "factors", AFT_FIELD_REFERENCES, N_("Contributing factors") },
  { "answers", AFT_FIELD_REFERENCES, N_("Answers") },
};

static const AftChildList lists[] = {
  { "items", N_("Action items"), aft_action_item_get_type },
};

static const AftItemTable table = {
  "corrective-action", N_("Corrective action"), fields, G_N_ELEMENTS (fields), lists, G_N_ELEMENTS (lists)
};

static void
aft_corrective_action_class_init (AftCorrectiveActionClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_corrective_action_init (AftCorrectiveAction *self)
{
}

/**
 * aft_corrective_action_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftCorrectiveAction *
aft_corrective_action_new (void)
{
  return g_object_new (AFT_TYPE_CORRECTIVE_ACTION, NULL);
}

const char *
aft_corrective_action_get_text (AftCorrectiveAction *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT);
}

const char *
aft_corrective_action_get_text_wider (AftCorrectiveAction *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT_WIDER);
}

const char *
aft_corrective_action_get_reason (AftCorrectiveAction *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_REASON);
}

AftActionType
aft_corrective_action_get_purpose (AftCorrectiveAction *self)
{
  return (AftActionType) aft_item_get_integer (AFT_ITEM (self), FIELD_PURPOSE);
}

const char *
aft_corrective_action_get_reference (AftCorrectiveAction *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_REFERENCE);
}

const char *const *
aft_corrective_action_get_formerly (AftCorrectiveAction *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_FORMERLY);
}

const char *const *
aft_corrective_action_get_lessons (AftCorrectiveAction *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_LESSONS);
}

const char *const *
aft_corrective_action_get_factors (AftCorrectiveAction *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_FACTORS);
}

const char *const *
aft_corrective_action_get_answers (AftCorrectiveAction *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_ANSWERS);
}

AftAudience
aft_corrective_action_get_audience (AftCorrectiveAction *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

GListModel *
aft_corrective_action_get_items (AftCorrectiveAction *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_ITEMS);
}

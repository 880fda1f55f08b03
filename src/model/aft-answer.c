/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-answer.h"
#include "aft-question.h"

/**
 * AftAnswer:
 *
 * An answer to a why. It may raise several questions.
 */
struct _AftAnswer
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftAnswer, aft_answer, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TEXT,
  FIELD_TEXT_WIDER,
  FIELD_STATE,
  FIELD_CONTRIBUTING_FACTOR,
  FIELD_EVIDENCE,
  FIELD_LINK,
  FIELD_EVENTS,
  FIELD_SAME_AS,
  FIELD_NOTE,
  FIELD_AUDIENCE,
};

enum
{
  LIST_QUESTIONS,
};

static const AftField fields[] = {
  { "text", AFT_FIELD_TEXT, N_("Answer"), NULL, 0, 0, 0, AFT_FIELD_REQUIRED | AFT_FIELD_WIDER },
  { "state", AFT_FIELD_CHOICE, N_("State"), aft_answer_state_get_type },
  { "contributing-factor", AFT_FIELD_BOOLEAN, N_("Contributing factor") },
  { "evidence", AFT_FIELD_PROSE, N_("Evidence") },
  { "link", AFT_FIELD_TEXT, N_("Link") },
  { "events", AFT_FIELD_REFERENCES, N_("Events") },
  { "same-as", AFT_FIELD_REFERENCE, N_("Same as") },
  { "note", AFT_FIELD_PROSE, N_("Note") },
};

static const AftChildList lists[] = {
  { "questions", N_("Questions"), aft_question_get_type },
};

static const AftItemTable table = {
  "answer", N_("Answer"), fields, G_N_ELEMENTS (fields), lists, G_N_ELEMENTS (lists)
};

static void
aft_answer_class_init (AftAnswerClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_answer_init (AftAnswer *self)
{
}

/**
 * aft_answer_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftAnswer *
aft_answer_new (void)
{
  return g_object_new (AFT_TYPE_ANSWER, NULL);
}

const char *
aft_answer_get_text (AftAnswer *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT);
}

const char *
aft_answer_get_text_wider (AftAnswer *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT_WIDER);
}

AftAnswerState
aft_answer_get_state (AftAnswer *self)
{
  return (AftAnswerState) aft_item_get_integer (AFT_ITEM (self), FIELD_STATE);
}

gboolean
aft_answer_get_contributing_factor (AftAnswer *self)
{
  return aft_item_get_integer (AFT_ITEM (self), FIELD_CONTRIBUTING_FACTOR) != 0;
}

const char *
aft_answer_get_evidence (AftAnswer *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_EVIDENCE);
}

const char *
aft_answer_get_link (AftAnswer *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_LINK);
}

const char *const *
aft_answer_get_events (AftAnswer *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_EVENTS);
}

const char *
aft_answer_get_same_as (AftAnswer *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_SAME_AS);
}

const char *
aft_answer_get_note (AftAnswer *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_NOTE);
}

AftAudience
aft_answer_get_audience (AftAnswer *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

GListModel *
aft_answer_get_questions (AftAnswer *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_QUESTIONS);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-response-question.h"

/**
 * AftResponseQuestion:
 *
 * A question about the response, and its answer.
 */
struct _AftResponseQuestion
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftResponseQuestion, aft_response_question, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_QUESTION,
  FIELD_ANSWER,
  FIELD_ANSWER_WIDER,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "question", AFT_FIELD_TEXT, N_("Question") },
  { "answer", AFT_FIELD_PROSE, N_("Answer"), NULL, 0, 0, 0, AFT_FIELD_WIDER },
};

static const AftItemTable table = {
  "response-question", N_("Question"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_response_question_class_init (AftResponseQuestionClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_response_question_init (AftResponseQuestion *self)
{
}

/**
 * aft_response_question_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftResponseQuestion *
aft_response_question_new (void)
{
  return g_object_new (AFT_TYPE_RESPONSE_QUESTION, NULL);
}

const char *
aft_response_question_get_question (AftResponseQuestion *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_QUESTION);
}

const char *
aft_response_question_get_answer (AftResponseQuestion *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_ANSWER);
}

const char *
aft_response_question_get_answer_wider (AftResponseQuestion *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_ANSWER_WIDER);
}

AftAudience
aft_response_question_get_audience (AftResponseQuestion *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

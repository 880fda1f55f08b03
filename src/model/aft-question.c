/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-answer.h"
#include "aft-question.h"

/**
 * AftQuestion:
 *
 * A why. It may have several answers.
 */
struct _AftQuestion
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftQuestion, aft_question, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TEXT,
  FIELD_TEXT_WIDER,
  FIELD_JOIN,
  FIELD_AUDIENCE,
};

enum
{
  LIST_ANSWERS,
};

static const AftField fields[] = {
  { "text", AFT_FIELD_TEXT, N_("Question"), NULL, 0, 0, 0, AFT_FIELD_WIDER },
  { "join", AFT_FIELD_CHOICE, N_("The answers"), aft_join_get_type },
};

static const AftChildList lists[] = {
  { "answers", N_("Answers"), aft_answer_get_type },
};

static const AftItemTable table = {
  "question", N_("Question"), fields, G_N_ELEMENTS (fields), lists, G_N_ELEMENTS (lists)
};

static void
aft_question_class_init (AftQuestionClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_question_init (AftQuestion *self)
{
}

/**
 * aft_question_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftQuestion *
aft_question_new (void)
{
  return g_object_new (AFT_TYPE_QUESTION, NULL);
}

const char *
aft_question_get_text (AftQuestion *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT);
}

const char *
aft_question_get_text_wider (AftQuestion *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT_WIDER);
}

AftJoin
aft_question_get_join (AftQuestion *self)
{
  return (AftJoin) aft_item_get_integer (AFT_ITEM (self), FIELD_JOIN);
}

AftAudience
aft_question_get_audience (AftQuestion *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

GListModel *
aft_question_get_answers (AftQuestion *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_ANSWERS);
}

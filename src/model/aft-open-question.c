/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-open-question.h"

/**
 * AftOpenQuestion:
 *
 * What nobody knows yet.
 */
struct _AftOpenQuestion
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftOpenQuestion, aft_open_question, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TEXT,
  FIELD_TEXT_WIDER,
  FIELD_ANSWER,
  FIELD_ANSWER_WIDER,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "text", AFT_FIELD_TEXT, N_("Question"), NULL, 0, 0, 0, AFT_FIELD_REQUIRED | AFT_FIELD_WIDER },
  { "answer", AFT_FIELD_PROSE, N_("Answer"), NULL, 0, 0, 0, AFT_FIELD_WIDER },
};

static const AftItemTable table = {
  "open-question", N_("Open question"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_open_question_class_init (AftOpenQuestionClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_open_question_init (AftOpenQuestion *self)
{
}

/**
 * aft_open_question_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftOpenQuestion *
aft_open_question_new (void)
{
  return g_object_new (AFT_TYPE_OPEN_QUESTION, NULL);
}

const char *
aft_open_question_get_text (AftOpenQuestion *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT);
}

const char *
aft_open_question_get_text_wider (AftOpenQuestion *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT_WIDER);
}

const char *
aft_open_question_get_answer (AftOpenQuestion *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_ANSWER);
}

const char *
aft_open_question_get_answer_wider (AftOpenQuestion *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_ANSWER_WIDER);
}

AftAudience
aft_open_question_get_audience (AftOpenQuestion *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

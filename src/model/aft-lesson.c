/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-corrective-action.h"
#include "aft-lesson.h"

/**
 * AftLesson:
 *
 * What was learned, with the corrective actions that follow.
 */
struct _AftLesson
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftLesson, aft_lesson, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TEXT,
  FIELD_TEXT_WIDER,
  FIELD_REASON,
  FIELD_FORMERLY,
  FIELD_ANSWERS,
  FIELD_FACTORS,
  FIELD_OBSERVATIONS,
  FIELD_AUDIENCE,
};

enum
{
  LIST_ACTIONS,
};

static const AftField fields[] = {
  { "text", AFT_FIELD_TEXT, N_("Lesson"), NULL, 0, 0, 0, AFT_FIELD_REQUIRED | AFT_FIELD_WIDER },
  { "reason", AFT_FIELD_TEXT, N_("Reason for no corrective action") },
  { "formerly", AFT_FIELD_WORDS, N_("Formerly") },
  { "answers", AFT_FIELD_REFERENCES, N_("Answers") },
  { "factors", AFT_FIELD_REFERENCES, N_("Contributing factors") },
  { "observations", AFT_FIELD_REFERENCES, N_("Observations") },
};

static const AftChildList lists[] = {
  { "actions", N_("Corrective actions"), aft_corrective_action_get_type },
};

static const AftItemTable table = {
  "lesson", N_("Lesson"), fields, G_N_ELEMENTS (fields), lists, G_N_ELEMENTS (lists)
};

static void
aft_lesson_class_init (AftLessonClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_lesson_init (AftLesson *self)
{
}

/**
 * aft_lesson_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftLesson *
aft_lesson_new (void)
{
  return g_object_new (AFT_TYPE_LESSON, NULL);
}

const char *
aft_lesson_get_text (AftLesson *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT);
}

const char *
aft_lesson_get_text_wider (AftLesson *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT_WIDER);
}

const char *
aft_lesson_get_reason (AftLesson *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_REASON);
}

const char *const *
aft_lesson_get_formerly (AftLesson *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_FORMERLY);
}

const char *const *
aft_lesson_get_answers (AftLesson *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_ANSWERS);
}

const char *const *
aft_lesson_get_factors (AftLesson *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_FACTORS);
}

const char *const *
aft_lesson_get_observations (AftLesson *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_OBSERVATIONS);
}

AftAudience
aft_lesson_get_audience (AftLesson *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

GListModel *
aft_lesson_get_actions (AftLesson *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_ACTIONS);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-problem.h"
#include "aft-question.h"

/**
 * AftProblem:
 *
 * What happened, the root of a tree of whys.
 */
struct _AftProblem
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftProblem, aft_problem, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TEXT,
  FIELD_TEXT_WIDER,
  FIELD_WENT_WELL,
  FIELD_INCIDENT,
  FIELD_AUDIENCE,
};

enum
{
  LIST_QUESTIONS,
};

static const AftField fields[] = {
  { "text", AFT_FIELD_TEXT, N_("What happened"), NULL, 0, 0, 0, AFT_FIELD_REQUIRED | AFT_FIELD_WIDER },
  { "went-well", AFT_FIELD_BOOLEAN, N_("Ask why this went well") },
  { "incident", AFT_FIELD_REFERENCE, N_("Incident") },
};

static const AftChildList lists[] = {
  { "questions", N_("Questions"), aft_question_get_type },
};

static const AftItemTable table = {
  "problem", N_("Problem"), fields, G_N_ELEMENTS (fields), lists, G_N_ELEMENTS (lists)
};

static void
aft_problem_class_init (AftProblemClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_problem_init (AftProblem *self)
{
}

/**
 * aft_problem_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftProblem *
aft_problem_new (void)
{
  return g_object_new (AFT_TYPE_PROBLEM, NULL);
}

const char *
aft_problem_get_text (AftProblem *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT);
}

const char *
aft_problem_get_text_wider (AftProblem *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT_WIDER);
}

gboolean
aft_problem_get_went_well (AftProblem *self)
{
  return aft_item_get_integer (AFT_ITEM (self), FIELD_WENT_WELL) != 0;
}

const char *
aft_problem_get_incident (AftProblem *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_INCIDENT);
}

AftAudience
aft_problem_get_audience (AftProblem *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

GListModel *
aft_problem_get_questions (AftProblem *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_QUESTIONS);
}

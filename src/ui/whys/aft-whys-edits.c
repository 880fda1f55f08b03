/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-answer.h"
#include "aft-lesson.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-edits.h"

/* What may be done with a forest of whys, each as one edit. */

static AftHistory *
get_history (AftDocument *document)
{
  return aft_document_get_history (document);
}

static const char *
propose_question (AftDocument *document,
                  AftItem     *item)
{
  AftItem *problem = item;

  while (problem != NULL && !AFT_IS_PROBLEM (problem))
    problem = aft_item_get_parent (problem);

  if (aft_document_get_method (document) == AFT_METHOD_HOW)
    return _("How did it make sense?");
  if (problem != NULL && aft_problem_get_went_well (AFT_PROBLEM (problem)))
    return _("Why did this go well?");

  return _("Why?");
}

static AftItem *
insert_answer (AftDocument *document,
               AftItem     *question,
               guint        position)
{
  g_autoptr(AftAnswer) answer = aft_answer_new ();

  return aft_history_insert (get_history (document), question, "answers", position, AFT_ITEM (answer)) ? AFT_ITEM (answer) : NULL;
}

static AftItem *
insert_question (AftDocument *document,
                 AftItem     *item)
{
  g_autoptr(AftQuestion) question = aft_question_new ();
  g_autoptr(AftAnswer) answer = aft_answer_new ();

  g_object_set (question, "text", propose_question (document, item), NULL);
  aft_item_adopt (AFT_ITEM (question), "answers", AFT_ITEM (answer));

  /* The document keeps both alive. */
  return aft_history_insert (get_history (document), item, "questions", G_MAXUINT, AFT_ITEM (question)) ? AFT_ITEM (answer) : NULL;
}

/**
 * aft_whys_add_problem:
 * @document: a document
 *
 * Returns: (transfer none) (nullable): a new problem
 */
AftItem *
aft_whys_add_problem (AftDocument *document)
{
  g_autoptr(AftProblem) problem = aft_problem_new ();

  return aft_history_insert (get_history (document), AFT_ITEM (document), "problems", G_MAXUINT, AFT_ITEM (problem)) ? AFT_ITEM (problem) : NULL;
}

/**
 * aft_whys_ask:
 * @document: a document
 * @item: a problem, question or answer
 *
 * Asks the next why: of a problem or answer a question with an empty answer, below a question an
 * empty answer. An empty answer that is there already is used.
 *
 * Returns: (transfer none) (nullable): the answer to be written; %NULL where it nests too deep
 */
AftItem *
aft_whys_ask (AftDocument *document,
              AftItem     *item)
{
  AftItem *answer;

  if (AFT_IS_QUESTION (item))
    return insert_answer (document, item, G_MAXUINT);

  aft_history_begin (get_history (document), _("Ask Why"));
  answer = insert_question (document, item);
  aft_history_end (get_history (document));

  return answer;
}

/**
 * aft_whys_add_alternative:
 * @document: a document
 * @item: an answer, or a question
 *
 * Returns: (transfer none) (nullable): another, empty answer to the same question
 */
AftItem *
aft_whys_add_alternative (AftDocument *document,
                          AftItem     *item)
{
  guint position;

  if (AFT_IS_QUESTION (item))
    return insert_answer (document, item, G_MAXUINT);
  if (!AFT_IS_ANSWER (item) || aft_item_get_place (item, &position) == NULL)
    return NULL;

  return insert_answer (document, aft_item_get_parent (item), position + 1);
}

/**
 * aft_whys_add_question:
 * @document: a document
 * @item: a problem, question or answer
 *
 * Returns: (transfer none) (nullable): the empty answer of another question of the same problem or
 *   answer: another causal path
 */
AftItem *
aft_whys_add_question (AftDocument *document,
                       AftItem     *item)
{
  if (AFT_IS_QUESTION (item))
    item = aft_item_get_parent (item);

  return aft_whys_ask (document, item);
}

/**
 * aft_whys_move_by:
 * @document: a document
 * @item: a problem, question or answer
 * @step: 1 for down, -1 for up
 *
 * Returns: whether it moved among its siblings
 */
gboolean
aft_whys_move_by (AftDocument *document,
                  AftItem     *item,
                  int          step)
{
  guint position;
  const AftChildList *place = aft_item_get_place (item, &position);

  if (place == NULL || (step < 0 && position == 0) ||
      (step > 0 && position + 1 >= g_list_model_get_n_items (aft_item_get_list (aft_item_get_parent (item), place->name))))
    return FALSE;

  return aft_history_move (get_history (document), item, aft_item_get_parent (item), place->name, (guint) ((int) position + step));
}

/* The last answer before an item among its siblings, or in a question before its own. */
static AftItem *
find_answer_before (AftItem *item)
{
  guint position;
  const AftChildList *place = aft_item_get_place (item, &position);
  g_autoptr(AftItem) before = NULL;

  if (place == NULL || position == 0)
    return NULL;

  /* The list keeps it alive. */
  before = g_list_model_get_item (aft_item_get_list (aft_item_get_parent (item), place->name), position - 1);
  return before;
}

/**
 * aft_whys_move_level:
 * @document: a document
 * @item: an answer
 * @step: 1 for deeper, below the answer before it; -1 for higher, beside the answer above it
 *
 * Returns: whether it moved
 */
gboolean
aft_whys_move_level (AftDocument *document,
                     AftItem     *item,
                     int          step)
{
  AftItem *above;
  guint position;

  if (!AFT_IS_ANSWER (item))
    return FALSE;

  if (step > 0)
    {
      AftItem *before = find_answer_before (item);

      return before != NULL && aft_whys_move_onto (document, item, before);
    }

  above = aft_item_get_parent (aft_item_get_parent (item));
  if (!AFT_IS_ANSWER (above) || aft_item_get_place (above, &position) == NULL)
    return FALSE;

  return aft_history_move (get_history (document), item, aft_item_get_parent (above), "answers", position + 1);
}

/**
 * aft_whys_can_move_onto:
 * @document: a document
 * @item: a question or answer
 * @target: what it is dropped on
 *
 * Returns: whether aft_whys_move_onto() would do something
 */
gboolean
aft_whys_can_move_onto (AftDocument *document,
                        AftItem     *item,
                        AftItem     *target)
{
  AftHistory *history = get_history (document);

  if (target == NULL || target == item || aft_item_is_inside (target, item))
    return FALSE;
  if (AFT_IS_QUESTION (item))
    return !AFT_IS_QUESTION (target) && target != aft_item_get_parent (item) && aft_history_can_move (history, item, target, "questions");
  if (!AFT_IS_ANSWER (item))
    return FALSE;
  if (AFT_IS_QUESTION (target))
    return target != aft_item_get_parent (item) && aft_history_can_move (history, item, target, "answers");

  return TRUE;
}

/**
 * aft_whys_move_onto:
 * @document: a document
 * @item: a question or answer
 * @target: a problem, question or answer
 *
 * Moves a branch: an answer to a question, or below an answer or problem under a question there; a
 * question to an answer or problem.
 *
 * Returns: whether it moved
 */
gboolean
aft_whys_move_onto (AftDocument *document,
                    AftItem     *item,
                    AftItem     *target)
{
  AftHistory *history = get_history (document);
  gboolean moved = FALSE;

  if (!aft_whys_can_move_onto (document, item, target))
    return FALSE;

  aft_history_begin (history, _("Move Branch"));
  if (AFT_IS_QUESTION (item))
    {
      moved = aft_history_move (history, item, target, "questions", G_MAXUINT);
    }
  else if (AFT_IS_QUESTION (target))
    {
      moved = aft_history_move (history, item, target, "answers", G_MAXUINT);
    }
  else
    {
      GListModel *questions = aft_item_get_list (target, "questions");
      g_autoptr(AftItem) question = g_list_model_get_item (questions, 0);

      if (question == NULL)
        {
          question = AFT_ITEM (aft_question_new ());
          g_object_set (question, "text", propose_question (document, target), NULL);
          if (!aft_history_insert (history, target, "questions", G_MAXUINT, question))
            g_clear_object (&question);
        }
      moved = question != NULL && aft_history_move (history, item, question, "answers", G_MAXUINT);
    }

  if (moved)
    aft_history_end (history);
  else
    aft_history_abandon (history);

  return moved;
}

/**
 * aft_whys_make_lesson:
 * @document: a document
 * @answer: an answer
 *
 * Returns: (transfer none) (nullable): a new lesson that is linked to the answer
 */
AftItem *
aft_whys_make_lesson (AftDocument *document,
                      AftItem     *answer)
{
  g_autoptr(AftLesson) lesson = aft_lesson_new ();
  const char *ids[] = { aft_item_get_id (answer), NULL };
  gboolean done;

  g_object_set (lesson, "text", aft_item_get_heading (answer), "answers", ids, NULL);
  aft_history_begin (get_history (document), _("Make a Lesson"));
  done = aft_history_insert (get_history (document), AFT_ITEM (document), "lessons", G_MAXUINT, AFT_ITEM (lesson));
  aft_history_end (get_history (document));

  return done ? AFT_ITEM (lesson) : NULL;
}

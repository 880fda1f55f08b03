/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-private.h"

/* What is asked and answered in a forest of whys, each as one edit. */

/* What is longer is not said again, in characters. */
#define MAX_SAID_AGAIN 80

/* Returns what is said as part of a question, or %NULL where it does not fit into one. */
static char *
dup_statement (AftItem *item)
{
  const char *text = item != NULL ? aft_item_get_heading (item) : "";
  g_autofree char *statement = g_strstrip (g_strdup (text));
  gsize length = strlen (statement);

  /* Several lines or sentences, and what asks itself, are no part of a sentence. */
  while (length > 0 && strchr (".!", statement[length - 1]) != NULL)
    statement[--length] = '\0';
  if (length == 0 || g_utf8_strlen (statement, -1) > MAX_SAID_AGAIN || strpbrk (statement, "\n?") != NULL || strstr (statement, ". ") != NULL)
    return NULL;

  return g_steal_pointer (&statement);
}

/**
 * aft_whys_propose_question:
 * @document: a document
 * @item: (nullable): a problem or answer of it
 *
 * Asks for the cause in plain words: it says again what is said there, where that is short.
 *
 * Returns: (transfer full): what is asked of @item where nobody has written a question, translated
 */
char *
aft_whys_propose_question (AftDocument *document,
                           AftItem     *item)
{
  g_autofree char *statement = dup_statement (item);
  gboolean how;
  gboolean went_well;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  how = aft_document_get_method (document) == AFT_METHOD_HOW;
  went_well = AFT_IS_PROBLEM (item) && aft_problem_get_went_well (AFT_PROBLEM (item));
  if (statement == NULL)
    return g_strdup (how ? _("How did it make sense?") : went_well ? _("Why did this go well?") : _("Why?"));

  if (how)
    /* Translators: %s is a sentence without a full stop, such as “The check was switched on” */
    return g_strdup_printf (_("%s – how did that make sense?"), statement);
  if (went_well)
    /* Translators: %s is a sentence without a full stop, such as “Users were told within minutes” */
    return g_strdup_printf (_("%s – why did this go well?"), statement);

  /* Translators: %s is a sentence without a full stop, such as “The check was switched on” */
  return g_strdup_printf (_("%s – why?"), statement);
}

static AftItem *
insert_answer (AftDocument *document,
               AftItem     *question,
               guint        position)
{
  g_autoptr(AftAnswer) answer = aft_answer_new ();

  if (!aft_history_insert (aft_document_get_history (document), question, "answers", position, AFT_ITEM (answer)))
    return NULL;

  /* The document keeps it alive. */
  return AFT_ITEM (answer);
}

static AftItem *
insert_question (AftDocument *document,
                 AftItem     *item)
{
  g_autoptr(AftQuestion) question = aft_question_new ();
  g_autoptr(AftAnswer) answer = aft_answer_new ();
  const gboolean asked = g_list_model_get_n_items (aft_item_get_list (item, "questions")) > 0;
  /* Another path is asked for in other words than the first. */
  g_autofree char *text = asked ? g_strdup (_("What else made this possible?")) : aft_whys_propose_question (document, item);

  g_object_set (question, "text", text, NULL);
  aft_item_adopt (AFT_ITEM (question), "answers", AFT_ITEM (answer));

  if (!aft_history_insert (aft_document_get_history (document), item, "questions", G_MAXUINT, AFT_ITEM (question)))
    return NULL;

  return AFT_ITEM (answer);
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

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  if (!aft_history_insert (aft_document_get_history (document), AFT_ITEM (document), "problems", G_MAXUINT,
                           AFT_ITEM (problem)))
    return NULL;

  return AFT_ITEM (problem);
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

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (AFT_IS_ITEM (item), NULL);

  if (AFT_IS_QUESTION (item))
    return insert_answer (document, item, G_MAXUINT);

  aft_history_begin (aft_document_get_history (document), _("Ask Why"));
  answer = insert_question (document, item);
  aft_history_end (aft_document_get_history (document));

  return answer;
}

/**
 * aft_whys_answer:
 * @document: a document
 * @item: a problem, question or answer
 *
 * Adds an empty answer to a question, or to the first question that is asked of a problem or an answer;
 * one is proposed where there is none.
 *
 * Returns: (transfer none) (nullable): the answer to be written; %NULL where it nests too deep
 */
AftItem *
aft_whys_answer (AftDocument *document,
                 AftItem     *item)
{
  g_autoptr(AftItem) question = NULL;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document) && AFT_IS_ITEM (item), NULL);

  if (AFT_IS_QUESTION (item))
    return insert_answer (document, item, G_MAXUINT);

  question = g_list_model_get_item (aft_item_get_list (item, "questions"), 0);

  return question != NULL ? insert_answer (document, question, G_MAXUINT) : aft_whys_ask (document, item);
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

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (AFT_IS_ITEM (item), NULL);

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
  g_return_val_if_fail (AFT_IS_ITEM (item), NULL);

  if (AFT_IS_QUESTION (item))
    item = aft_item_get_parent (item);

  return aft_whys_ask (document, item);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-corrective-action.h"
#include "aft-edition.h"
#include "aft-lesson.h"
#include "aft-whys-private.h"

/* What is done with a single answer, each as one edit. */

/* Without a word that is there already. */
GStrv
aft_whys_add_word (const char *const *words,
                   const char        *word)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    g_strv_builder_add (builder, words[i]);
  if (!g_strv_contains (words, word))
    g_strv_builder_add (builder, word);

  return g_strv_builder_end (builder);
}

GStrv
aft_whys_drop_word (const char *const *words,
                    const char        *word)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) != 0)
      g_strv_builder_add (builder, words[i]);

  return g_strv_builder_end (builder);
}

/* Sets what g_object_set() would, and tells whether it was let. */
static gboolean
set_words (AftDocument *document,
           AftItem     *item,
           const char  *field,
           GStrv        words,
           const char  *name)
{
  AftHistory *history = aft_document_get_history (document);
  guint index;

  aft_history_begin (history, name);
  g_object_set (item, field, words, NULL);
  aft_history_end (history);

  return aft_item_find_field (item, field, &index) &&
         g_strv_equal (aft_item_get_words (item, index), (const char *const *) words);
}

/**
 * aft_whys_split:
 * @document: a document
 * @answer: an answer of it
 * @offset: where, in characters of its text
 *
 * Makes two answers of one, as one edit: what stands from the offset on becomes the next answer to the
 * same question, of the same state and for the same audience. All else stays with the first.
 *
 * Returns: (transfer none) (nullable): the new answer; %NULL where one of the two would be empty, or the
 *   write is refused
 */
AftItem *
aft_whys_split (AftDocument *document,
                AftAnswer   *answer,
                guint        offset)
{
  AftHistory *history;
  g_autoptr(AftAnswer) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean done;
  guint position;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (AFT_IS_ANSWER (answer) && aft_item_get_document (AFT_ITEM (answer)) == document, NULL);

  history = aft_document_get_history (document);
  aft_history_commit (history);
  if (aft_item_get_place (AFT_ITEM (answer), &position) == NULL ||
      offset >= (guint) g_utf8_strlen (aft_answer_get_text (answer), -1))
    return NULL;

  before = g_strstrip (g_utf8_substring (aft_answer_get_text (answer), 0, offset));
  after = g_strstrip (g_utf8_substring (aft_answer_get_text (answer), offset, -1));
  if (before[0] == '\0' || after[0] == '\0')
    return NULL;

  second = aft_answer_new ();
  g_object_set (second, "text", after, "state", aft_answer_get_state (answer), "audience",
                aft_answer_get_audience (answer), NULL);
  aft_history_begin (history, _("Split Answer"));
  done = aft_history_insert (history, aft_item_get_parent (AFT_ITEM (answer)), "answers", position + 1,
                             AFT_ITEM (second));
  if (done)
    g_object_set (answer, "text", before, NULL);
  aft_history_end (history);

  return done ? AFT_ITEM (second) : NULL;
}

/* For what is made of an answer elsewhere in the document: nobody reads it who can't read the answer. */
static AftAudience
get_audience_elsewhere (AftDocument *document,
                        AftItem     *answer)
{
  const AftAudience reach = aft_edition_get_reach (answer);

  return reach < aft_edition_get_reach (AFT_ITEM (document)) ? reach : AFT_AUDIENCE_INHERIT;
}

/* Whether nothing is lost of an answer whose text stands elsewhere. */
static gboolean
is_bare (AftAnswer *answer)
{
  return aft_whys_count (AFT_ITEM (answer), "questions") == 0 && aft_answer_get_evidence (answer)[0] == '\0' &&
         aft_answer_get_note (answer)[0] == '\0' && aft_answer_get_link (answer)[0] == '\0';
}

/**
 * aft_whys_park:
 * @document: a document
 * @answer: an answer of it that is a remedy rather than a cause
 *
 * Puts the text of an answer among the other corrective actions, as one edit, so that it isn't lost while
 * the causes are still looked for. The action is linked to the answer, or problem, of which was asked,
 * and to the lessons that the answer had. The answer goes, unless something stands below it or it has
 * evidence, a note or a link.
 *
 * Returns: (transfer none) (nullable): the new #AftCorrectiveAction; %NULL where the answer says nothing
 *   or the write is refused
 */
AftItem *
aft_whys_park (AftDocument *document,
               AftAnswer   *answer)
{
  AftHistory *history;
  AftItem *above;
  g_autoptr(AftCorrectiveAction) action = NULL;
  g_autoptr(GPtrArray) lessons = NULL;
  g_autoptr(GStrvBuilder) lesson_ids = NULL;
  g_auto(GStrv) words = NULL;
  const char *ids[] = { NULL, NULL };
  gboolean done;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (AFT_IS_ANSWER (answer) && aft_item_get_document (AFT_ITEM (answer)) == document, NULL);

  history = aft_document_get_history (document);
  aft_history_commit (history);
  if (aft_item_get_document (AFT_ITEM (answer)) != document || aft_answer_get_text (answer)[0] == '\0')
    return NULL;

  above = aft_item_get_parent (aft_item_get_parent (AFT_ITEM (answer)));
  ids[0] = aft_item_get_id (above);
  lessons = aft_document_get_referrers (document, AFT_ITEM (answer), AFT_TYPE_LESSON, "answers");
  lesson_ids = g_strv_builder_new ();
  for (guint i = 0; i < lessons->len; i++)
    g_strv_builder_add (lesson_ids, aft_item_get_id (lessons->pdata[i]));
  words = g_strv_builder_end (lesson_ids);

  action = aft_corrective_action_new ();
  g_object_set (action, "text", aft_answer_get_text (answer), "text-wider", aft_answer_get_text_wider (answer),
                "audience", get_audience_elsewhere (document, AFT_ITEM (answer)), "answers", ids, "lessons", words, NULL);

  /* Translators: the name of an undoable edit: an answer goes to the list of what might be done */
  aft_history_begin (history, _("Park as Proposed Action"));
  done = aft_history_insert (history, AFT_ITEM (document), "other-actions", G_MAXUINT, AFT_ITEM (action));
  if (done && is_bare (answer))
    aft_history_remove (history, AFT_ITEM (answer));
  aft_history_end (history);

  return done ? AFT_ITEM (action) : NULL;
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

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (AFT_IS_ANSWER (answer), NULL);

  g_object_set (lesson, "text", aft_item_get_heading (answer), "answers", ids, "audience",
                get_audience_elsewhere (document, answer), NULL);
  aft_history_begin (aft_document_get_history (document), _("Make a Lesson"));
  done = aft_history_insert (aft_document_get_history (document), AFT_ITEM (document), "lessons", G_MAXUINT,
                             AFT_ITEM (lesson));
  aft_history_end (aft_document_get_history (document));

  return done ? AFT_ITEM (lesson) : NULL;
}

/**
 * aft_whys_link_event:
 * @document: a document
 * @answer: an answer of it
 * @event: an event of it
 *
 * Returns: whether the answer now names the event and didn't before
 */
gboolean
aft_whys_link_event (AftDocument *document,
                     AftAnswer   *answer,
                     AftEvent    *event)
{
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (AFT_IS_ANSWER (answer) && aft_item_get_document (AFT_ITEM (answer)) == document, FALSE);
  g_return_val_if_fail (AFT_IS_EVENT (event) && aft_item_get_document (AFT_ITEM (event)) == document, FALSE);

  if (g_strv_contains (aft_answer_get_events (answer), aft_item_get_id (AFT_ITEM (event))))
    return FALSE;

  words = aft_whys_add_word (aft_answer_get_events (answer), aft_item_get_id (AFT_ITEM (event)));

  return set_words (document, AFT_ITEM (answer), "events", words, _("Link Event"));
}

/**
 * aft_whys_unlink_event:
 * @document: a document
 * @answer: an answer of it
 * @event: an event of it
 *
 * Returns: whether the answer named the event and no longer does
 */
gboolean
aft_whys_unlink_event (AftDocument *document,
                       AftAnswer   *answer,
                       AftEvent    *event)
{
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (AFT_IS_ANSWER (answer) && aft_item_get_document (AFT_ITEM (answer)) == document, FALSE);
  g_return_val_if_fail (AFT_IS_EVENT (event), FALSE);

  if (!g_strv_contains (aft_answer_get_events (answer), aft_item_get_id (AFT_ITEM (event))))
    return FALSE;

  words = aft_whys_drop_word (aft_answer_get_events (answer), aft_item_get_id (AFT_ITEM (event)));

  return set_words (document, AFT_ITEM (answer), "events", words, _("Unlink Event"));
}

static AftAnswer *
get_same (AftDocument *document,
          AftAnswer   *answer)
{
  AftItem *same = aft_document_find (document, aft_answer_get_same_as (answer));

  return AFT_IS_ANSWER (same) ? AFT_ANSWER (same) : NULL;
}

/**
 * aft_whys_find_origin:
 * @document: a document
 * @answer: an answer of it
 *
 * Follows an answer that is the same as another, which may be the same as a third one.
 *
 * Returns: (transfer none) (nullable): the answer that is the same as no other, @answer itself where it is;
 *   %NULL where the way leads round and round
 */
AftAnswer *
aft_whys_find_origin (AftDocument *document,
                      AftAnswer   *answer)
{
  AftAnswer *slow;
  AftAnswer *next;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (AFT_IS_ANSWER (answer), NULL);

  /* In a ring the one meets the other, which goes half as fast. */
  slow = answer;
  for (guint steps = 1; (next = get_same (document, answer)) != NULL; steps++)
    {
      answer = next;
      if (answer == slow)
        return NULL;
      if (steps % 2 == 0)
        slow = get_same (document, slow);
    }

  return answer;
}

/**
 * aft_whys_can_be_same:
 * @document: a document
 * @answer: an answer of it
 * @other: another one
 *
 * Returns: whether the one may be said to be the same as the other: not where one stands below the other,
 *   nor where @other is, by however many, the same as @answer
 */
gboolean
aft_whys_can_be_same (AftDocument *document,
                      AftAnswer   *answer,
                      AftAnswer   *other)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (AFT_IS_ANSWER (answer) && AFT_IS_ANSWER (other), FALSE);

  if (aft_item_get_document (AFT_ITEM (answer)) != document || aft_item_get_document (AFT_ITEM (other)) != document ||
      aft_item_is_inside (AFT_ITEM (answer), AFT_ITEM (other)) ||
      aft_item_is_inside (AFT_ITEM (other), AFT_ITEM (answer)))
    return FALSE;

  /* What goes round is entered by no one else. */
  if (aft_whys_find_origin (document, other) == NULL)
    return FALSE;
  for (AftAnswer *at = other; at != NULL; at = get_same (document, at))
    if (at == answer)
      return FALSE;

  return TRUE;
}

/**
 * aft_whys_set_same_as:
 * @document: a document
 * @answer: an answer of it
 * @other: (nullable): what it is the same as; %NULL for none
 *
 * Returns: whether this changed; %FALSE also where it may not be, see aft_whys_can_be_same()
 */
gboolean
aft_whys_set_same_as (AftDocument *document,
                      AftAnswer   *answer,
                      AftAnswer   *other)
{
  AftHistory *history;
  const char *id;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (AFT_IS_ANSWER (answer) && aft_item_get_document (AFT_ITEM (answer)) == document, FALSE);
  g_return_val_if_fail (other == NULL || AFT_IS_ANSWER (other), FALSE);

  if (other != NULL && !aft_whys_can_be_same (document, answer, other))
    return FALSE;

  id = other != NULL ? aft_item_get_id (AFT_ITEM (other)) : "";
  if (strcmp (aft_answer_get_same_as (answer), id) == 0)
    return FALSE;

  history = aft_document_get_history (document);
  /* Translators: the name of an undoable edit: an answer is said to be the same as another one, or no longer */
  aft_history_begin (history, other != NULL ? _("Same as Another Answer") : _("Not the Same as Another Answer"));
  g_object_set (answer, "same-as", id, NULL);
  aft_history_end (history);

  return strcmp (aft_answer_get_same_as (answer), id) == 0;
}

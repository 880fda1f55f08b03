/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-edition.h"
#include "aft-history-private.h"
#include "aft-item-private.h"
#include "aft-question.h"
#include "aft-whys-private.h"

/* How two answers become one. */

static char *
join_texts (const char *first,
            const char *second,
            const char *between)
{
  g_autofree char *one = g_strstrip (g_strdup (first));
  g_autofree char *two = g_strstrip (g_strdup (second));

  if (two[0] == '\0' || strcmp (one, two) == 0)
    return g_strdup (first);
  if (one[0] == '\0')
    return g_strdup (second);

  return g_strconcat (one, between, two, NULL);
}

/* What is certain counts more than what is possible, and what is confirmed most. */
static AftAnswerState
join_states (AftAnswerState first,
             AftAnswerState second)
{
  if (first == AFT_ANSWER_CONFIRMED || second == AFT_ANSWER_CONFIRMED)
    return AFT_ANSWER_CONFIRMED;

  return first == AFT_ANSWER_POSSIBLE ? second : first;
}

/* What either said is read by nobody who couldn't read it before. */
static AftAudience
join_audiences (AftAnswer *answer,
                AftAnswer *other)
{
  const AftAudience reach = aft_edition_get_reach (AFT_ITEM (other));

  return reach < aft_edition_get_reach (AFT_ITEM (answer)) ? reach : aft_answer_get_audience (answer);
}

/* Where one of the two has a wording for wider readers, they read that and what they read of the other one. */
static char *
join_wider (AftAnswer *answer,
            AftAnswer *other)
{
  const char *first = aft_answer_get_text_wider (answer);
  const char *second = aft_answer_get_text_wider (other);

  if (first[0] == '\0' && second[0] == '\0')
    return g_strdup ("");

  return join_texts (first[0] != '\0' ? first : aft_answer_get_text (answer),
                     second[0] != '\0' ? second : aft_answer_get_text (other), "\n");
}

static void
join_fields (AftAnswer *answer,
             AftAnswer *other)
{
  g_autofree char *text = join_texts (aft_answer_get_text (answer), aft_answer_get_text (other), "\n");
  g_autofree char *wider = join_wider (answer, other);
  g_autofree char *evidence = join_texts (aft_answer_get_evidence (answer), aft_answer_get_evidence (other), "\n\n");
  g_autofree char *note = join_texts (aft_answer_get_note (answer), aft_answer_get_note (other), "\n\n");
  const char *link = aft_answer_get_link (answer);
  g_auto(GStrv) events = g_strdupv ((GStrv) aft_answer_get_events (answer));
  const char *const *more = aft_answer_get_events (other);
  const gboolean factor = aft_answer_get_contributing_factor (answer) || aft_answer_get_contributing_factor (other);

  for (gsize i = 0; more[i] != NULL; i++)
    {
      g_auto(GStrv) fewer = g_steal_pointer (&events);

      events = aft_whys_add_word ((const char *const *) fewer, more[i]);
    }

  /* There is room for one link; another one is evidence. */
  if (link[0] == '\0')
    {
      link = aft_answer_get_link (other);
    }
  else if (strcmp (link, aft_answer_get_link (other)) != 0)
    {
      g_autofree char *shorter = g_steal_pointer (&evidence);

      evidence = join_texts (shorter, aft_answer_get_link (other), "\n\n");
    }

  g_object_set (answer, "text", text, "text-wider", wider, "evidence", evidence, "note", note, "link", link, "events",
                events, "state", join_states (aft_answer_get_state (answer), aft_answer_get_state (other)),
                "contributing-factor", factor, "audience", join_audiences (answer, other), NULL);
}

static gboolean
asks_the_same (AftItem *first,
               AftItem *second)
{
  guint n_fields;
  const AftField *fields = aft_item_get_fields (first, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (!aft_field_equal_values (&fields[i], aft_item_peek_value (first, i), aft_item_peek_value (second, i)))
      return FALSE;

  return aft_item_get_raw (first) == NULL && aft_item_get_raw (second) == NULL;
}

static AftItem *
find_same_question (AftItem *answer,
                    AftItem *question)
{
  for (guint i = 0; i < aft_whys_count (answer, "questions"); i++)
    if (asks_the_same (aft_whys_get_nth (answer, "questions", i), question))
      return aft_whys_get_nth (answer, "questions", i);

  return NULL;
}

/* A question that both were asked is asked once. */
static gboolean
move_questions (AftHistory *history,
                AftItem    *answer,
                AftItem    *other)
{
  while (aft_whys_count (other, "questions") > 0)
    {
      AftItem *question = aft_whys_get_nth (other, "questions", 0);
      AftItem *same = find_same_question (answer, question);

      /* But it may be the one above the other answer. */
      if (same == NULL || aft_item_is_inside (question, same))
        {
          if (!aft_history_move (history, question, answer, "questions", G_MAXUINT))
            return FALSE;
          continue;
        }

      while (aft_whys_count (question, "answers") > 0)
        if (!aft_history_move (history, aft_whys_get_nth (question, "answers", 0), same, "answers", G_MAXUINT))
          return FALSE;
      if (!aft_history_remove (history, question))
        return FALSE;
    }

  return TRUE;
}

static void
turn_reference (AftDocument    *document,
                AftItem        *referrer,
                const AftField *field,
                guint           index,
                AftAnswer      *answer,
                AftAnswer      *other)
{
  const char *gone = aft_item_get_id (AFT_ITEM (other));
  const char *kept = aft_item_get_id (AFT_ITEM (answer));

  if (field->type == AFT_FIELD_REFERENCES && g_strv_contains (aft_item_get_words (referrer, index), gone))
    {
      g_auto(GStrv) fewer = aft_whys_drop_word (aft_item_get_words (referrer, index), gone);
      g_auto(GStrv) words = aft_whys_add_word ((const char *const *) fewer, kept);

      g_object_set (referrer, field->name, words, NULL);
    }
  else if (field->type == AFT_FIELD_REFERENCE && strcmp (aft_item_get_text (referrer, index), gone) == 0)
    {
      /* An answer that can't be the same as the kept one is the same as none. */
      const gboolean may = !AFT_IS_ANSWER (referrer) || aft_whys_can_be_same (document, AFT_ANSWER (referrer), answer);

      g_object_set (referrer, field->name, may ? kept : "", NULL);
    }
}

static void
turn_references (AftDocument *document,
                 AftAnswer   *answer,
                 AftAnswer   *other)
{
  g_autoptr(GPtrArray) referrers = aft_document_get_referrers (document, AFT_ITEM (other), AFT_TYPE_ITEM, NULL);

  for (guint i = 0; i < referrers->len; i++)
    {
      AftItem *referrer = referrers->pdata[i];
      guint n_fields;
      const AftField *fields = aft_item_get_fields (referrer, &n_fields);

      for (guint j = 0; referrer != AFT_ITEM (other) && j < n_fields; j++)
        turn_reference (document, referrer, &fields[j], j, answer, other);
    }
}

/* What the other one is the same as, the kept one is where it has nothing else to say. */
static void
join_same_as (AftDocument *document,
              AftAnswer   *answer,
              AftAnswer   *other)
{
  AftItem *same = aft_document_find (document, aft_answer_get_same_as (other));

  if (aft_answer_get_same_as (answer)[0] == '\0' && AFT_IS_ANSWER (same) && same != AFT_ITEM (other) &&
      aft_whys_can_be_same (document, answer, AFT_ANSWER (same)))
    g_object_set (answer, "same-as", aft_item_get_id (same), NULL);
}

static gboolean
merge (AftDocument *document,
       AftAnswer   *answer,
       AftAnswer   *other)
{
  g_autofree char *proposed = NULL;
  AftHistory *history = aft_document_get_history (document);
  AftItem *question = aft_item_get_parent (AFT_ITEM (other));

  if (!move_questions (history, AFT_ITEM (answer), AFT_ITEM (other)))
    return FALSE;

  join_fields (answer, other);
  turn_references (document, answer, other);
  join_same_as (document, answer, other);
  if (!aft_history_remove (history, AFT_ITEM (other)))
    return FALSE;

  /* A question that nobody wrote was there for this answer. */
  proposed = aft_whys_propose_question (document, aft_item_get_parent (question));
  if (aft_whys_count (question, "answers") == 0 && strcmp (aft_item_get_heading (question), proposed) == 0)
    return aft_history_remove (history, question);

  return TRUE;
}

/**
 * aft_whys_can_merge:
 * @document: a document
 * @answer: an answer of it
 * @other: another one
 *
 * Returns: whether aft_whys_merge() would do something: not where @answer stands below @other, nor where
 *   what stands below @other would come to stand too deep
 */
gboolean
aft_whys_can_merge (AftDocument *document,
                    AftAnswer   *answer,
                    AftAnswer   *other)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (AFT_IS_ANSWER (answer) && AFT_IS_ANSWER (other), FALSE);

  return aft_history_can_write (aft_document_get_history (document)) &&
         aft_item_get_document (AFT_ITEM (answer)) == document &&
         aft_item_get_document (AFT_ITEM (other)) == document &&
         !aft_item_is_inside (AFT_ITEM (answer), AFT_ITEM (other)) &&
         aft_item_get_depth (AFT_ITEM (answer)) + aft_item_get_height (AFT_ITEM (other)) <= AFT_ITEM_MAX_DEPTH;
}

/**
 * aft_whys_merge:
 * @document: a document
 * @answer: an answer of it, which stays
 * @other: another one, which goes
 *
 * Makes one answer of two, as one edit. It says what both said, and that once where it is the same; it has
 * the evidence, notes, events and questions of both, and the state that is more certain. Who referred to
 * the one that goes now refers to the one that stays.
 *
 * Returns: whether they became one
 */
gboolean
aft_whys_merge (AftDocument *document,
                AftAnswer   *answer,
                AftAnswer   *other)
{
  AftHistory *history;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (AFT_IS_ANSWER (answer) && AFT_IS_ANSWER (other), FALSE);

  history = aft_document_get_history (document);
  aft_history_commit (history);
  if (!aft_whys_can_merge (document, answer, other))
    return FALSE;

  aft_history_begin (history, _("Merge Answers"));
  if (merge (document, answer, other))
    {
      aft_history_end (history);
      return TRUE;
    }

  aft_history_abandon (history);
  return FALSE;
}

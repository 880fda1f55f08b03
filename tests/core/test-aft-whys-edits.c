/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "aft-branch-json.h"
#include "aft-branch-text.h"
#include "aft-corrective-action.h"
#include "aft-edition.h"
#include "aft-event.h"
#include "aft-factor.h"
#include "aft-journal.h"
#include "aft-lesson.h"
#include "whys-tools.h"

typedef struct
{
  AftDocument *document;
  AftItem     *event, *event2;
  AftItem     *lesson;
  AftItem     *problem;
  AftItem     *question;
  AftItem     *a, *b, *c;
  AftItem     *b1;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->document = aft_document_new ();
  f->event = whys_add (f->document, "events", "event");
  f->event2 = whys_add (f->document, "events", "event 2");
  f->lesson = whys_add (f->document, "lessons", "lesson");
  f->problem = whys_add (f->document, "problems", "p");
  f->question = whys_add (f->problem, "questions", "q");
  f->a = whys_add (f->question, "answers", "a");
  f->b = whys_add (f->question, "answers", "b");
  f->c = whys_add (f->question, "answers", "c");
  f->b1 = whys_add (whys_add (f->b, "questions", "Why?"), "answers", "b1");
  aft_document_set_ready (f->document);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_object_unref (f->document);
}

static GPtrArray *
list_items (gpointer first,
            ...)
{
  GPtrArray *items = g_ptr_array_new ();
  va_list arguments;

  va_start (arguments, first);
  for (gpointer item = first; item != NULL; item = va_arg (arguments, gpointer))
    g_ptr_array_add (items, item);
  va_end (arguments);

  return items;
}

static void
set_ids (AftItem    *item,
         const char *field,
         AftItem    *one,
         AftItem    *two)
{
  const char *ids[] = { aft_item_get_id (one), two != NULL ? aft_item_get_id (two) : NULL, NULL };

  g_object_set (item, field, ids, NULL);
}

static void
test_ask (Fixture       *f,
          gconstpointer  data)
{
  AftItem *answer = aft_whys_ask (f->document, f->a);
  g_autofree char *how = NULL;

  g_assert_true (AFT_IS_ANSWER (answer));
  whys_assert_shape (f->a, "a (a – why? ())");
  g_assert_true (aft_whys_add_alternative (f->document, f->a) != NULL);
  whys_assert_shape (f->question, "q (a (a – why? ()), , b (Why? (b1)), c)");
  g_object_set (f->problem, "went-well", TRUE, NULL);
  g_assert_nonnull (aft_whys_add_question (f->document, f->question));
  whys_assert_shape (f->problem, "p (q (a (a – why? ()), , b (Why? (b1)), c), What else made this possible? ())");
  g_object_set (f->document, "method", AFT_METHOD_HOW, NULL);
  how = aft_whys_propose_question (f->document, f->a);
  g_assert_cmpstr (how, ==, "a – how did that make sense?");
}

/* What is short is said again, what is no part of a sentence is not. */
static void
test_propose (Fixture       *f,
              gconstpointer  data)
{
  static const char *const texts[][2] = {
    { "The check was on.", "The check was on – why?" },
    { "  It was late!  ", "It was late – why?" },
    { "", "Why?" },
    { "...", "Why?" },
    { "Was it on?", "Why?" },
    { "One. Two.", "Why?" },
    { "One\nTwo", "Why?" },
    { "検査が有効だった", "検査が有効だった – why?" },
    { "A text that goes on for so long that to say it all again in a question would help nobody at all", "Why?" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *question = NULL;

      g_object_set (f->a, "text", texts[i][0], NULL);
      question = aft_whys_propose_question (f->document, f->a);
      g_assert_cmpstr (question, ==, texts[i][1]);
    }
}

static void
test_tops (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr(AftAnswer) stranger = aft_answer_new ();
  g_autoptr(GPtrArray) items = list_items (f->c, f->b1, f->b, f->event, stranger, f->a, NULL);
  g_autoptr(GPtrArray) tops = aft_whys_list_tops (f->document, items);

  g_assert_cmpuint (tops->len, ==, 3);
  g_assert_true (tops->pdata[0] == f->a && tops->pdata[1] == f->b && tops->pdata[2] == f->c);
}

static void
test_duplicate (Fixture       *f,
                gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autoptr(GPtrArray) items = list_items (f->b1, f->c, f->b, NULL);
  g_autoptr(GPtrArray) copies = NULL;
  g_autoptr(GPtrArray) none = list_items (f->event, NULL);

  g_object_set (f->c, "same-as", aft_item_get_id (f->b), NULL);
  g_object_set (f->b1, "same-as", aft_item_get_id (f->a), NULL);
  before = whys_dup_json (f->document);
  copies = aft_whys_duplicate (f->document, items);
  g_assert_cmpuint (copies->len, ==, 2);
  whys_assert_shape (f->question, "q (a, b (Why? (b1)), b (Why? (b1)), c, c)");
  whys_assert_one_edit (f->document, before, "Duplicate 2 Branches");
  g_assert_cmpstr (aft_answer_get_same_as (copies->pdata[1]), ==, aft_item_get_id (copies->pdata[0]));
  g_assert_null (aft_whys_duplicate (f->document, none));
}

static void
test_remove (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) items = list_items (f->b, f->b1, f->a, NULL);
  g_autoptr(GPtrArray) one = list_items (f->c, NULL);
  g_autofree char *before = NULL;

  set_ids (f->lesson, "answers", f->b1, f->c);
  before = whys_dup_json (f->document);
  g_assert_true (aft_whys_remove (f->document, items));
  whys_assert_shape (f->problem, "p (q (c))");
  g_assert_cmpuint (g_strv_length ((GStrv) aft_lesson_get_answers (AFT_LESSON (f->lesson))), ==, 1);
  whys_assert_one_edit (f->document, before, "Remove 2 Branches");
  g_assert_false (aft_whys_remove (f->document, items));
  g_assert_true (aft_whys_remove (f->document, one));
  g_assert_cmpstr (aft_history_get_undo_name (aft_document_get_history (f->document)), ==, "Remove Branch");
}

static void
test_paste (Fixture       *f,
            gconstpointer  data)
{
  static const struct { const char *text; guint target; const char *wanted; } cases[] = {
    { "? x\n\n? y", 0, "p (q (a, b (Why? (b1)), c, x, y))" },
    { "x", 0, "p (q (a, b (Why? (b1)), c, x))" },
    { "x", 1, "p (q (a, b (Why? (b1)), c, x))" },
    { "x\n  y", 2, "p (q (a (a – why? (x (Why? (y)))), b (Why? (b1)), c))" },
    { "x\ny", 3, "p (q (a, b (Why? (b1, x, y)), c))" },
    { "Since when?\n  x", 2, "p (q (a (Since when? (x)), b (Why? (b1)), c))" },
    { "Since when?\n  x", 0, "p (q (a, b (Why? (b1)), c), Since when? (x))" },
    { "Since when?\n  x", 1, "p (q (a, b (Why? (b1)), c), Since when? (x))" },
    { "One?\n\nTwo?", 1, "p (q (a, b (Why? (b1)), c), One?, Two?)" },
  };
  AftItem *const targets[] = { f->problem, f->question, f->a, f->b };

  whys_add (f->problem, "questions", "last");
  aft_history_undo (aft_document_get_history (f->document));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = whys_dup_json (f->document);
      g_autoptr(GPtrArray) added =
        aft_whys_paste_branches (f->document, targets[cases[i].target], aft_branch_text_read (cases[i].text, -1, "Why?", NULL));

      g_assert_nonnull (added);
      whys_assert_shape (f->problem, cases[i].wanted);
      whys_assert_one_edit (f->document, before, added->len > 1 ? "Paste 2 Branches" : "Paste Branch");
      aft_history_undo (aft_document_get_history (f->document));
    }
}

static void
test_paste_at_document (Fixture       *f,
                        gconstpointer  data)
{
  g_autoptr(GPtrArray) added = aft_whys_paste_branches (f->document, NULL, aft_branch_text_read ("! x [went well]\n  Why?\n    y\n\n? z\n\n✗ no\n\nHow?", -1, "Why?", NULL));

  g_assert_cmpuint (added->len, ==, 4);
  g_assert_true (AFT_IS_PROBLEM (added->pdata[0]));
  g_assert_true (AFT_IS_PROBLEM (added->pdata[1]));
  g_assert_true (AFT_IS_ANSWER (added->pdata[2]));
  g_assert_true (AFT_IS_QUESTION (added->pdata[3]));
  whys_assert_shape (f->document, " (event, event 2) (p (q (a, b (Why? (b1)), c)), x (Why? (y)), z,  (Why? (no)),  (How?)) (lesson)");
}

static void
test_merge (Fixture       *f,
            gconstpointer  data)
{
  AftItem *factor;
  g_autofree char *before = NULL;

  set_ids (f->a, "events", f->event, NULL);
  set_ids (f->b, "events", f->event2, f->event);
  g_object_set (f->a, "evidence", "one", "note", "same", "link", "https://a.example/", "state", AFT_ANSWER_RULED_OUT, NULL);
  g_object_set (f->b, "evidence", "two", "note", "same", "link", "https://b.example/", "state", AFT_ANSWER_CONFIRMED,
                "contributing-factor", TRUE, NULL);
  set_ids (f->lesson, "answers", f->b, f->a);
  g_object_set (f->c, "same-as", aft_item_get_id (f->b), NULL);
  factor = whys_add (f->document, "factors", "factor");
  set_ids (factor, "answers", f->b, f->c);
  before = whys_dup_json (f->document);

  g_assert_true (aft_whys_can_merge (f->document, AFT_ANSWER (f->a), AFT_ANSWER (f->b)));
  g_assert_true (aft_whys_merge (f->document, AFT_ANSWER (f->a), AFT_ANSWER (f->b)));
  whys_assert_shape (f->problem, "p (q (a\nb (Why? (b1)), c))");
  g_assert_cmpint (aft_answer_get_state (AFT_ANSWER (f->a)), ==, AFT_ANSWER_CONFIRMED);
  g_assert_true (aft_answer_get_contributing_factor (AFT_ANSWER (f->a)));
  g_assert_cmpstr (aft_answer_get_evidence (AFT_ANSWER (f->a)), ==, "one\n\ntwo\n\nhttps://b.example/");
  g_assert_cmpstr (aft_answer_get_note (AFT_ANSWER (f->a)), ==, "same");
  g_assert_cmpstr (aft_answer_get_link (AFT_ANSWER (f->a)), ==, "https://a.example/");
  g_assert_cmpuint (g_strv_length ((GStrv) aft_answer_get_events (AFT_ANSWER (f->a))), ==, 2);
  g_assert_cmpuint (g_strv_length ((GStrv) aft_lesson_get_answers (AFT_LESSON (f->lesson))), ==, 1);
  g_assert_cmpstr (aft_lesson_get_answers (AFT_LESSON (f->lesson))[0], ==, aft_item_get_id (f->a));
  g_assert_true (g_strv_contains (aft_factor_get_answers (AFT_FACTOR (factor)), aft_item_get_id (f->a)));
  g_assert_cmpstr (aft_answer_get_same_as (AFT_ANSWER (f->c)), ==, aft_item_get_id (f->a));
  whys_assert_one_edit (f->document, before, "Merge Answers");
}

static void
test_merge_same (Fixture       *f,
                 gconstpointer  data)
{
  AftItem *why = whys_add (f->a, "questions", "Why?");

  /* Both were asked the same; one was said to be the same as the other. */
  whys_add (why, "answers", "a1");
  g_object_set (f->b, "text", " a", NULL);
  g_object_set (f->a, "same-as", aft_item_get_id (f->b), NULL);
  g_object_set (f->b, "same-as", aft_item_get_id (f->c), NULL);
  g_assert_true (aft_whys_merge (f->document, AFT_ANSWER (f->a), AFT_ANSWER (f->b)));
  whys_assert_shape (f->problem, "p (q (a (Why? (a1, b1)), c))");
  g_assert_cmpstr (aft_answer_get_same_as (AFT_ANSWER (f->a)), ==, aft_item_get_id (f->c));
}

static void
test_merge_parent_and_child (Fixture       *f,
                             gconstpointer  data)
{
  AftItem *b2 = whys_add (whys_add (f->b1, "questions", "Why?"), "answers", "b2");

  g_object_set (f->c, "same-as", aft_item_get_id (b2), NULL);
  g_assert_false (aft_whys_can_merge (f->document, AFT_ANSWER (f->b1), AFT_ANSWER (f->b)));
  g_assert_false (aft_whys_merge (f->document, AFT_ANSWER (f->b1), AFT_ANSWER (f->b)));
  g_assert_false (aft_whys_merge (f->document, AFT_ANSWER (f->b), AFT_ANSWER (f->b)));

  /* The question that nobody wrote goes with its only answer. */
  g_assert_true (aft_whys_merge (f->document, AFT_ANSWER (f->b), AFT_ANSWER (f->b1)));
  whys_assert_shape (f->problem, "p (q (a, b\nb1 (Why? (b2)), c))");
  g_assert_true (aft_whys_merge (f->document, AFT_ANSWER (f->b), AFT_ANSWER (b2)));
  whys_assert_shape (f->problem, "p (q (a, b\nb1\nb2, c))");
  g_assert_cmpstr (aft_answer_get_same_as (AFT_ANSWER (f->c)), ==, aft_item_get_id (f->b));
}

/* What only the team may read isn't read by all because it was merged with something else. */
static void
test_merge_audience (Fixture       *f,
                     gconstpointer  data)
{
  g_object_set (f->a, "audience", AFT_AUDIENCE_EVERYONE, NULL);
  g_object_set (f->b, "audience", AFT_AUDIENCE_TEAM, "text-wider", "less", NULL);
  g_assert_true (aft_whys_merge (f->document, AFT_ANSWER (f->a), AFT_ANSWER (f->b)));
  g_assert_cmpint (aft_answer_get_audience (AFT_ANSWER (f->a)), ==, AFT_AUDIENCE_TEAM);
  g_assert_cmpstr (aft_answer_get_text_wider (AFT_ANSWER (f->a)), ==, "a\nless");
  g_assert_true (aft_whys_merge (f->document, AFT_ANSWER (f->c), AFT_ANSWER (f->a)));
  g_assert_cmpint (aft_answer_get_audience (AFT_ANSWER (f->c)), ==, AFT_AUDIENCE_TEAM);
}

static void
test_split (Fixture       *f,
            gconstpointer  data)
{
  g_autofree char *before = NULL;
  AftItem *second;

  g_object_set (f->b, "text", "Ünö 🔥 und dös", "state", AFT_ANSWER_CONFIRMED, NULL);
  before = whys_dup_json (f->document);
  g_assert_null (aft_whys_split (f->document, AFT_ANSWER (f->b), 0));
  g_assert_null (aft_whys_split (f->document, AFT_ANSWER (f->b), 13));
  g_assert_null (aft_whys_split (f->document, AFT_ANSWER (f->b), 1000));
  second = aft_whys_split (f->document, AFT_ANSWER (f->b), 5);
  whys_assert_shape (f->question, "q (a, Ünö 🔥 (Why? (b1)), und dös, c)");
  g_assert_cmpint (aft_answer_get_state (AFT_ANSWER (second)), ==, AFT_ANSWER_CONFIRMED);
  whys_assert_one_edit (f->document, before, "Split Answer");
}

static void
test_park (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *before = NULL;
  AftCorrectiveAction *action;

  set_ids (f->lesson, "answers", f->b1, NULL);
  g_object_set (f->problem, "audience", AFT_AUDIENCE_TEAM, NULL);
  before = whys_dup_json (f->document);
  action = AFT_CORRECTIVE_ACTION (aft_whys_park (f->document, AFT_ANSWER (f->b1)));
  g_assert_cmpstr (aft_corrective_action_get_text (action), ==, "b1");
  g_assert_cmpstr (aft_corrective_action_get_answers (action)[0], ==, aft_item_get_id (f->b));
  g_assert_cmpstr (aft_corrective_action_get_lessons (action)[0], ==, aft_item_get_id (f->lesson));
  g_assert_cmpint (aft_edition_get_reach (AFT_ITEM (action)), ==, AFT_AUDIENCE_TEAM);
  whys_assert_shape (f->problem, "p (q (a, b (Why?), c))");
  whys_assert_one_edit (f->document, before, "Park as Proposed Action");
  aft_history_undo (aft_document_get_history (f->document));

  /* With something below it stays. */
  action = AFT_CORRECTIVE_ACTION (aft_whys_park (f->document, AFT_ANSWER (f->b)));
  g_assert_cmpstr (aft_corrective_action_get_answers (action)[0], ==, aft_item_get_id (f->problem));
  whys_assert_shape (f->problem, "p (q (a, b (Why? (b1)), c))");

  g_object_set (f->a, "text", "", NULL);
  g_assert_null (aft_whys_park (f->document, AFT_ANSWER (f->a)));
  aft_history_set_read_only (aft_document_get_history (f->document), TRUE);
  g_assert_null (aft_whys_park (f->document, AFT_ANSWER (f->c)));
}

static void
test_make_lesson (Fixture       *f,
                  gconstpointer  data)
{
  AftItem *lesson;

  g_object_set (f->problem, "audience", AFT_AUDIENCE_ORGANISATION, NULL);
  lesson = aft_whys_make_lesson (f->document, f->b);
  g_assert_cmpstr (aft_item_get_heading (lesson), ==, "b");
  g_assert_cmpint (aft_edition_get_reach (lesson), ==, AFT_AUDIENCE_ORGANISATION);
  g_object_set (f->problem, "audience", AFT_AUDIENCE_INHERIT, NULL);
  lesson = aft_whys_make_lesson (f->document, f->b);
  g_assert_cmpint (aft_edition_get_reach (lesson), ==, AFT_AUDIENCE_EVERYONE);
}

static void
test_events (Fixture       *f,
             gconstpointer  data)
{
  g_autofree char *before = whys_dup_json (f->document);

  g_assert_false (aft_whys_unlink_event (f->document, AFT_ANSWER (f->a), AFT_EVENT (f->event)));
  g_assert_true (aft_whys_link_event (f->document, AFT_ANSWER (f->a), AFT_EVENT (f->event)));
  whys_assert_one_edit (f->document, before, "Link Event");
  g_assert_false (aft_whys_link_event (f->document, AFT_ANSWER (f->a), AFT_EVENT (f->event)));
  g_assert_true (aft_whys_link_event (f->document, AFT_ANSWER (f->a), AFT_EVENT (f->event2)));
  g_assert_true (aft_whys_unlink_event (f->document, AFT_ANSWER (f->a), AFT_EVENT (f->event)));
  g_assert_cmpstr (aft_answer_get_events (AFT_ANSWER (f->a))[0], ==, aft_item_get_id (f->event2));
  g_assert_null (aft_answer_get_events (AFT_ANSWER (f->a))[1]);
  aft_history_set_read_only (aft_document_get_history (f->document), TRUE);
  g_assert_false (aft_whys_link_event (f->document, AFT_ANSWER (f->a), AFT_EVENT (f->event)));
}

static void
test_same_as (Fixture       *f,
              gconstpointer  data)
{
  AftAnswer *a = AFT_ANSWER (f->a);
  AftAnswer *b = AFT_ANSWER (f->b);
  AftAnswer *c = AFT_ANSWER (f->c);
  g_autofree char *before = whys_dup_json (f->document);

  g_assert_false (aft_whys_set_same_as (f->document, a, a));
  g_assert_false (aft_whys_set_same_as (f->document, b, AFT_ANSWER (f->b1)));
  g_assert_false (aft_whys_set_same_as (f->document, AFT_ANSWER (f->b1), b));
  g_assert_false (aft_whys_set_same_as (f->document, a, NULL));
  g_assert_true (aft_whys_set_same_as (f->document, a, b));
  whys_assert_one_edit (f->document, before, "Same as Another Answer");
  g_assert_false (aft_whys_set_same_as (f->document, a, b));
  g_assert_true (aft_whys_set_same_as (f->document, b, c));
  g_assert_false (aft_whys_set_same_as (f->document, c, a));
  g_assert_false (aft_whys_set_same_as (f->document, c, b));
  g_assert_true (aft_whys_find_origin (f->document, a) == c);
  g_assert_true (aft_whys_find_origin (f->document, c) == c);

  /* As a file may come. */
  g_object_set (f->c, "same-as", aft_item_get_id (f->b), NULL);
  g_assert_null (aft_whys_find_origin (f->document, a));
  g_assert_null (aft_whys_find_origin (f->document, c));
  g_assert_false (aft_whys_can_be_same (f->document, AFT_ANSWER (f->b1), c));
  g_object_set (f->c, "same-as", aft_item_get_id (f->c), NULL);
  g_assert_null (aft_whys_find_origin (f->document, a));
  g_assert_true (aft_whys_set_same_as (f->document, c, NULL));
  g_assert_true (aft_whys_find_origin (f->document, a) == c);
  g_object_set (f->c, "same-as", aft_item_get_id (f->event), NULL);
  g_assert_true (aft_whys_find_origin (f->document, a) == c);
}

static void
collect_answers (AftItem  *item,
                 gpointer  user_data)
{
  if (AFT_IS_ANSWER (item))
    g_ptr_array_add (user_data, item);
}

static void
edit_at_random (AftDocument *document)
{
  g_autoptr(GPtrArray) answers = g_ptr_array_new ();
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr(GPtrArray) added = NULL;
  g_autofree char *cut = NULL;
  AftAnswer *one;
  AftAnswer *two;

  aft_item_foreach (AFT_ITEM (document), collect_answers, answers);
  if (answers->len < 4)
    return;

  one = answers->pdata[g_test_rand_int_range (0, (int) answers->len)];
  two = answers->pdata[g_test_rand_int_range (0, (int) answers->len)];
  g_ptr_array_add (chosen, one);
  switch (g_test_rand_int_range (0, 7))
    {
    case 0:
      {
        const gboolean can = aft_whys_can_merge (document, one, two);

        g_assert_cmpint (aft_whys_merge (document, one, two), ==, can);
      }
      break;
    case 1: aft_whys_split (document, one, 4); break;
    case 2: aft_whys_park (document, one); break;
    case 3: aft_whys_set_same_as (document, one, two); break;
    case 4:
      g_ptr_array_add (chosen, two);
      added = answers->len < 60 ? aft_whys_duplicate (document, chosen) : NULL;
      break;
    case 5:
      cut = aft_branch_json_write (document, chosen);
      if (!aft_item_is_inside (AFT_ITEM (two), AFT_ITEM (one)))
        {
          g_assert_true (aft_whys_remove (document, chosen));
          added = aft_whys_paste_branches (document, AFT_ITEM (two), aft_branch_json_read (cut, -1, NULL));
          g_assert_nonnull (added);
        }
      break;
    default:
      aft_whys_move (document, AFT_ITEM (one), AFT_ITEM (two), (AftWhysLanding) g_test_rand_int_range (0, 3));
      break;
    }
}

/* Edits in any order: no reference leads nowhere, all of it is undone, and a crash loses nothing. */
static void
test_random (Fixture       *f,
             gconstpointer  data)
{
  AftHistory *history = aft_document_get_history (f->document);
  g_autofree char *folder = g_dir_make_tmp ("afterword-XXXXXX", NULL);
  g_autoptr(AftJournal) journal = NULL;
  g_autoptr(AftRecovery) recovery = NULL;
  g_autoptr(GPtrArray) answers = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *start = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *recovered = NULL;
  g_autofree char *end = NULL;

  for (guint i = 0; i < 20; i++)
    whys_add (i % 2 == 0 ? whys_add (f->a, "questions", "Why?") : f->question, "answers", "more words than one");
  g_object_set (f->c, "same-as", aft_item_get_id (f->b), NULL);
  set_ids (f->lesson, "answers", f->b1, f->c);
  aft_history_mark_saved (history, aft_history_get_state (history));
  start = whys_dup_json (f->document);
  journal = aft_journal_new (f->document, folder, NULL, NULL);

  for (guint i = 0; i < 400; i++)
    edit_at_random (f->document);

  aft_item_foreach (AFT_ITEM (f->document), collect_answers, answers);
  for (guint i = 0; i < answers->len; i++)
    {
      const char *id = aft_answer_get_same_as (answers->pdata[i]);

      g_assert_true (id[0] == '\0' || aft_document_find (f->document, id) != NULL);
    }

  edited = whys_dup_json (f->document);
  g_assert_true (aft_journal_flush (journal, &error));
  g_assert_no_error (error);
  recovery = aft_journal_recover (aft_journal_get_path (journal), &error);
  g_assert_no_error (error);
  recovered = whys_dup_json (recovery->document);
  g_assert_cmpstr (recovered, ==, edited);
  aft_journal_discard (journal);
  g_clear_object (&journal);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  while (aft_history_is_modified (history))
    g_assert_true (aft_history_undo (history));
  end = whys_dup_json (f->document);
  g_assert_cmpstr (end, ==, start);
}

#define ADD(name, function) g_test_add ("/whys-edits/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("ask", test_ask);
  ADD ("propose", test_propose);
  ADD ("tops", test_tops);
  ADD ("duplicate", test_duplicate);
  ADD ("remove", test_remove);
  ADD ("paste", test_paste);
  ADD ("paste-at-document", test_paste_at_document);
  ADD ("merge", test_merge);
  ADD ("merge-same", test_merge_same);
  ADD ("merge-parent-and-child", test_merge_parent_and_child);
  ADD ("merge-audience", test_merge_audience);
  ADD ("split", test_split);
  ADD ("park", test_park);
  ADD ("make-lesson", test_make_lesson);
  ADD ("events", test_events);
  ADD ("same-as", test_same_as);
  ADD ("random", test_random);

  return g_test_run ();
}

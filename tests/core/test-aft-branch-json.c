/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "aft-branch-json.h"
#include "aft-branch-text.h"
#include "aft-document-reader.h"
#include "aft-event.h"
#include "aft-factor.h"
#include "aft-lesson.h"
#include "whys-tools.h"

typedef struct
{
  AftDocument *document;
  AftItem     *event;
  AftItem     *lesson;
  AftItem     *problem;
  AftItem     *question;
  AftItem     *answer;
  AftItem     *below;
  AftItem     *other;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  const char *events[] = { NULL, NULL };
  const char *answers[] = { NULL, NULL, NULL };

  f->document = aft_document_new ();
  f->event = whys_add (f->document, "events", "event");
  f->lesson = whys_add (f->document, "lessons", "lesson");
  f->problem = whys_add (f->document, "problems", "problem");
  f->question = whys_add (f->problem, "questions", "question");
  f->answer = whys_add (f->question, "answers", "answer");
  f->below = whys_add (whys_add (f->answer, "questions", "so?"), "answers", "below");
  f->other = whys_add (f->question, "answers", "other");
  events[0] = aft_item_get_id (f->event);
  g_object_set (f->answer, "events", events, "state", AFT_ANSWER_CONFIRMED, "evidence", "*seen*", "link", "https://example.org/",
                "note", "n", "text-wider", "w", "audience", AFT_AUDIENCE_TEAM, "contributing-factor", TRUE, NULL);
  g_object_set (f->below, "same-as", aft_item_get_id (f->other), NULL);
  answers[0] = aft_item_get_id (f->answer);
  answers[1] = aft_item_get_id (f->other);
  g_object_set (f->lesson, "answers", answers, NULL);
  aft_item_keep_raw (f->below, "mood", "{\"colour\": [1, 2]}");
  aft_document_set_ready (f->document);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_object_unref (f->document);
}

static char *
write_one (AftDocument *document,
           AftItem     *item)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);

  return aft_branch_json_write (document, items);
}

static AftBranches *
read_json (const char *json)
{
  g_autoptr(GError) error = NULL;
  AftBranches *branches = aft_branch_json_read (json, -1, &error);

  g_assert_no_error (error);

  return branches;
}

static char *
dup_item (AftItem *item)
{
  GString *json = g_string_new (NULL);

  aft_document_write_item (item, json, 0);

  return g_string_free (json, FALSE);
}

static gboolean
remove_one (AftDocument *document,
            AftItem     *item)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);

  return aft_whys_remove (document, items);
}

static void
test_round_trip (Fixture       *f,
                 gconstpointer  data)
{
  AftItem *const items[] = { f->problem, f->question, f->answer, f->below };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *json = write_one (f->document, items[i]);
      g_autoptr(AftBranches) branches = read_json (json);
      g_autofree char *wanted = dup_item (items[i]);
      g_autofree char *found = NULL;

      g_assert_cmpuint (branches->items->len, ==, 1);
      g_assert_cmpstr (branches->document, ==, aft_item_get_id (AFT_ITEM (f->document)));
      found = dup_item (branches->items->pdata[0]);
      g_assert_cmpstr (found, ==, wanted);
      /* Only what stands outside refers to it. */
      g_assert_cmpuint (branches->links->len, ==, i < 2 ? 2 : i == 2 ? 1 : 0);
    }
}

/* What was cut comes back with its ids, and so with its links. */
static void
test_cut_and_paste (Fixture       *f,
                    gconstpointer  data)
{
  g_autofree char *json = write_one (f->document, f->answer);
  g_autofree char *before = dup_item (f->answer);
  g_autofree char *id = g_strdup (aft_item_get_id (f->answer));
  g_autofree char *cut = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GPtrArray) added = NULL;

  g_assert_true (remove_one (f->document, f->answer));
  g_assert_cmpuint (g_strv_length ((GStrv) aft_lesson_get_answers (AFT_LESSON (f->lesson))), ==, 1);
  cut = whys_dup_json (f->document);

  added = aft_whys_paste_branches (f->document, f->other, read_json (json));
  g_assert_nonnull (added);
  g_assert_cmpuint (added->len, ==, 1);
  g_assert_cmpstr (aft_item_get_id (added->pdata[0]), ==, id);
  g_assert_true (aft_document_find (f->document, id) == added->pdata[0]);
  g_assert_true (g_strv_contains (aft_lesson_get_answers (AFT_LESSON (f->lesson)), id));
  whys_assert_shape (f->problem, "problem (question (other (other – why? (answer (so? (below))))))");
  whys_assert_one_edit (f->document, cut, "Paste Branch");

  /* Below the other it can't be the same as that. */
  after = dup_item (added->pdata[0]);
  g_assert_cmpstr (after, !=, before);
  g_assert_nonnull (strstr (before, "same-as"));
  g_assert_null (strstr (after, "same-as"));

  /* A second time it is another one. */
  g_ptr_array_unref (g_steal_pointer (&added));
  added = aft_whys_paste_branches (f->document, f->question, read_json (json));
  g_assert_cmpstr (aft_item_get_id (added->pdata[0]), !=, id);
  g_assert_cmpuint (g_strv_length ((GStrv) aft_lesson_get_answers (AFT_LESSON (f->lesson))), ==, 2);

  while (aft_history_undo (aft_document_get_history (f->document)))
    ;
  after = (g_free (after), dup_item (f->answer));
  g_assert_cmpstr (after, ==, before);
}

static void
test_copy_and_paste (Fixture       *f,
                     gconstpointer  data)
{
  g_autofree char *json = write_one (f->document, f->problem);
  g_autoptr(GPtrArray) added = aft_whys_paste_branches (f->document, NULL, read_json (json));
  g_autoptr(AftItem) question = g_list_model_get_item (aft_item_get_list (added->pdata[0], "questions"), 0);
  g_autoptr(AftItem) answer = g_list_model_get_item (aft_item_get_list (question, "answers"), 0);
  g_autoptr(AftItem) other = g_list_model_get_item (aft_item_get_list (question, "answers"), 1);
  g_autoptr(AftItem) so = g_list_model_get_item (aft_item_get_list (answer, "questions"), 0);
  g_autoptr(AftItem) below = g_list_model_get_item (aft_item_get_list (so, "answers"), 0);

  whys_assert_shape (added->pdata[0], "problem (question (answer (so? (below)), other))");
  g_assert_cmpstr (aft_item_get_id (answer), !=, aft_item_get_id (f->answer));
  g_assert_cmpstr (aft_answer_get_events (AFT_ANSWER (answer))[0], ==, aft_item_get_id (f->event));
  g_assert_cmpstr (aft_answer_get_same_as (AFT_ANSWER (below)), ==, aft_item_get_id (other));
  g_assert_cmpstr (aft_item_find_raw (below, "mood"), ==, "{\"colour\": [1, 2]}");
  g_assert_cmpuint (g_strv_length ((GStrv) aft_lesson_get_answers (AFT_LESSON (f->lesson))), ==, 2);
}

/* In another document there are neither the events nor the answers outside. */
static void
test_other_document (Fixture       *f,
                     gconstpointer  data)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autofree char *json = write_one (f->document, f->answer);
  g_autoptr(GPtrArray) added = NULL;
  g_autofree char *written = NULL;

  aft_document_set_ready (document);
  added = aft_whys_paste_branches (document, NULL, read_json (json));
  g_assert_cmpuint (added->len, ==, 1);
  /* What a problem can't say is kept in an answer. */
  whys_assert_shape (document, " ( (Why? (answer (so? (below)))))");
  written = whys_dup_json (document);
  g_assert_null (strstr (written, aft_item_get_id (f->answer)));
  g_assert_null (strstr (written, "\"events\""));
  g_assert_null (strstr (written, "\"same-as\""));
  g_assert_nonnull (strstr (written, "*seen*"));
}

static void
test_plain_answer_becomes_problem (Fixture       *f,
                                   gconstpointer  data)
{
  g_autofree char *json = write_one (f->document, f->other);
  g_autofree char *back = NULL;
  g_autoptr(GPtrArray) added = aft_whys_paste_branches (f->document, NULL, read_json (json));
  g_autoptr(GPtrArray) again = NULL;

  g_assert_true (AFT_IS_PROBLEM (added->pdata[0]));
  g_assert_cmpstr (aft_item_get_heading (added->pdata[0]), ==, "other");

  back = write_one (f->document, f->problem);
  again = aft_whys_paste_branches (f->document, added->pdata[0], read_json (back));
  g_assert_true (AFT_IS_ANSWER (again->pdata[0]));
  whys_assert_shape (added->pdata[0], "other (other – why? (problem (question (answer (so? (below)), other))))");
}

static const char *const bad[] = {
  "", "[]", "{}", "{\"format\": \"afterword\", \"version\": 1}", "{\"format\": \"afterword-branch\"}",
  "{\"format\": \"afterword-branch\", \"version\": 0, \"branches\": []}",
  "{\"format\": \"afterword-branch\", \"version\": 1}",
  "{\"format\": \"afterword-branch\", \"version\": 1, \"branches\": []}",
  "{\"format\": \"afterword-branch\", \"version\": 1, \"branches\": {}}",
  "{\"format\": \"afterword-branch\", \"version\": 1, \"branches\": [1]}",
  "{\"format\": \"afterword-branch\", \"version\": 1, \"branches\": [{}]}",
  "{\"format\": \"afterword-branch\", \"version\": 1, \"branches\": [{\"class\": \"lesson\", \"item\": {}}]}",
  "{\"format\": \"afterword-branch\", \"version\": 1, \"branches\": [{\"class\": \"answer\"}]}",
  "{\"format\": \"afterword-branch\", \"version\": 1, \"branches\": [{\"class\": \"answer\", \"item\": []}]}",
  "{\"format\": \"afterword-branch\", \"version\": 1, \"branches\": [{\"class\": \"answer\", \"item\": {\"questions\": [1]}}]}",
  "{\"format\": \"afterword-branch\", \"version\": 1, \"branches\": [{\"class\": \"answer\", \"item\": {}}], \"links\": [{}]}",
  "{\"format\": \"afterword-branch\", \"version\": 1, \"branches\": [{\"class\": \"answer\", \"item\": {}}], \"links\": [1]}",
  "{\"format\": \"afterword-branch\", \"version\": 2, \"branches\": [{\"class\": \"answer\", \"item\": {}}]}",
  "{\"format\": \"afterword-branch\", \"version\": 1, \"branches\": [{\"class\": \"answer\", \"item\": {\"text\": \"\xff\"}}]}",
  "- a\n  - b",
};

static void
test_bad (void)
{
  g_autoptr(GString) deep = g_string_new ("{\"format\": \"afterword-branch\", \"version\": 1, \"branches\": [{\"class\": \"answer\", \"item\": ");
  g_autofree char *large = g_strnfill (AFT_BRANCH_MAX_TEXT + 1, ' ');
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (aft_branch_json_read (bad[i], -1, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }

  g_assert_null (aft_branch_json_read (bad[17], -1, &error));
  g_assert_error (error, AFT_BRANCH_ERROR, AFT_BRANCH_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_null (aft_branch_json_read (large, -1, &error));
  g_assert_error (error, AFT_BRANCH_ERROR, AFT_BRANCH_ERROR_TOO_LARGE);
  g_clear_error (&error);

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, i % 2 == 0 ? "{\"questions\": [" : "{\"answers\": [");
  g_assert_null (aft_branch_json_read (deep->str, -1, &error));
  g_assert_error (error, AFT_JSON_ERROR, AFT_JSON_ERROR_DEPTH);
}

/* Ids from a stranger: doubled, those of the document, of other classes. */
static void
test_hostile_ids (Fixture       *f,
                  gconstpointer  data)
{
  const char *const ids[] = { aft_item_get_id (AFT_ITEM (f->document)), aft_item_get_id (f->event), aft_item_get_id (f->answer), "x", "" };
  g_autofree char *before = whys_dup_json (f->document);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *json =
        g_strdup_printf ("{\"format\": \"afterword-branch\", \"version\": 1, \"document\": \"%s\", \"branches\": ["
                         "{\"class\": \"answer\", \"item\": {\"id\": \"%s\", \"text\": \"a\", \"same-as\": \"%s\", \"events\": [\"%s\", \"nothing\"]}}, "
                         "{\"class\": \"answer\", \"item\": {\"id\": \"%s\", \"text\": \"b\", \"same-as\": \"y\"}}, "
                         "{\"class\": \"answer\", \"item\": {\"id\": \"y\", \"text\": \"c\", \"same-as\": \"%s\"}}], "
                         "\"links\": [{\"from\": \"%s\", \"field\": \"title\", \"to\": \"y\"}, {\"from\": \"%s\", \"field\": \"answers\", \"to\": \"q\"}]}",
                         ids[0], ids[i], ids[i], ids[1], ids[i], ids[i], ids[0], aft_item_get_id (f->lesson));
      g_autoptr(GPtrArray) added = aft_whys_paste_branches (f->document, f->question, read_json (json));
      g_autofree char *undone = NULL;

      g_assert_cmpuint (added->len, ==, 3);
      for (guint j = 0; j < added->len; j++)
        {
          g_assert_true (aft_document_find (f->document, aft_item_get_id (added->pdata[j])) == added->pdata[j]);
          g_assert_nonnull (aft_whys_find_origin (f->document, added->pdata[j]));
        }
      g_assert_true (aft_history_undo (aft_document_get_history (f->document)));
      undone = whys_dup_json (f->document);
      g_assert_cmpstr (undone, ==, before);
    }
}

static void
test_too_deep (Fixture       *f,
               gconstpointer  data)
{
  AftItem *at = f->other;
  g_autofree char *json = write_one (f->document, f->problem);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *deepest = NULL;
  g_autoptr(AftBranches) branches = NULL;

  while (aft_item_get_depth (at) + 4 <= AFT_ITEM_MAX_DEPTH)
    at = whys_add (whys_add (at, "questions", "?"), "answers", "!");
  before = whys_dup_json (f->document);
  g_assert_null (aft_whys_paste_branches (f->document, at, read_json (json)));
  after = whys_dup_json (f->document);
  g_assert_cmpstr (after, ==, before);

  /* The deepest branch of all can be written and read. */
  deepest = write_one (f->document, f->problem);
  branches = read_json (deepest);
  g_assert_cmpuint (branches->items->len, ==, 1);

  aft_history_set_read_only (aft_document_get_history (f->document), TRUE);
  g_assert_null (aft_whys_paste_branches (f->document, f->other, read_json (json)));
}

#define ADD(name, function) g_test_add ("/branch-json/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("round-trip", test_round_trip);
  ADD ("cut-and-paste", test_cut_and_paste);
  ADD ("copy-and-paste", test_copy_and_paste);
  ADD ("other-document", test_other_document);
  ADD ("plain-answer-becomes-problem", test_plain_answer_becomes_problem);
  g_test_add_func ("/branch-json/bad", test_bad);
  ADD ("hostile-ids", test_hostile_ids);
  ADD ("too-deep", test_too_deep);

  return g_test_run ();
}

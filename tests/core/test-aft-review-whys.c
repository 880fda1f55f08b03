/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "aft-corrective-action.h"
#include "aft-document-reader.h"
#include "aft-factor.h"
#include "aft-lesson.h"
#include "aft-review-phrases.h"
#include "aft-review.h"
#include "aft-role.h"
#include "whys-tools.h"

typedef struct
{
  AftDocument *document;
  AftItem     *problem;
  AftItem     *question;
  AftItem     *answer;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->document = aft_document_new ();
  f->problem = whys_add (f->document, "problems", "The shop was down.");
  f->question = whys_add (f->problem, "questions", "Why?");
  f->answer = whys_add (f->question, "answers", "The disk was full.");
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_object_unref (f->document);
}

static AftFinding *
find (AftDocument *document,
      const char  *rule,
      gpointer     item,
      guint       *n_found)
{
  g_autoptr(GPtrArray) findings = aft_review_run_whys (document);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(AftFinding) found = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 6, G_DATE_AUGUST, 2021);
  all = aft_review_run (document, &today, NULL, NULL);
  *n_found = 0;
  for (guint i = 0; i < findings->len; i++)
    {
      AftFinding *finding = findings->pdata[i];
      gboolean in_all = FALSE;

      g_assert_cmpstr (aft_finding_get_message (finding), !=, "");
      g_assert_cmpstr (aft_finding_get_advice (finding), !=, "");
      for (guint j = 0; j < all->len; j++)
        in_all |= aft_finding_get_item (all->pdata[j]) == aft_finding_get_item (finding) &&
                  g_str_equal (aft_finding_get_rule (all->pdata[j]), aft_finding_get_rule (finding));
      g_assert_true (in_all);

      if (g_str_equal (aft_finding_get_rule (finding), rule) && (item == NULL || (gpointer) aft_finding_get_item (finding) == item))
        {
          (*n_found)++;
          g_set_object (&found, finding);
        }
    }

  return g_steal_pointer (&found);
}

static guint
count_rule (AftDocument *document,
            const char  *rule,
            gpointer     item)
{
  guint n_found;
  g_autoptr(AftFinding) finding = find (document, rule, item, &n_found);

  return n_found;
}

static void
set_ids (gpointer    item,
         const char *field,
         gpointer    target)
{
  const char *ids[] = { aft_item_get_id (target), NULL };

  g_object_set (item, field, ids, NULL);
}

static AftItem *
ask_on (AftItem    *item,
        const char *text)
{
  return whys_add (whys_add (item, "questions", "Why?"), "answers", text);
}

static void
test_five (Fixture       *f,
           gconstpointer  data)
{
  AftItem *at = f->answer;
  AftItem *elsewhere;
  AftItem *lesson;

  g_assert_cmpuint (count_rule (f->document, "fewer-than-five-whys", f->problem), ==, 1);
  for (guint i = 2; i <= 5; i++)
    {
      g_assert_cmpuint (count_rule (f->document, "fewer-than-five-whys", NULL), ==, 1);
      at = ask_on (at, "x");
    }
  g_assert_cmpuint (count_rule (f->document, "fewer-than-five-whys", NULL), ==, 0);

  /* What is ruled out or empty is no path. */
  g_object_set (at, "state", AFT_ANSWER_RULED_OUT, NULL);
  g_assert_cmpuint (count_rule (f->document, "fewer-than-five-whys", NULL), ==, 1);
  g_object_set (at, "state", AFT_ANSWER_POSSIBLE, "text", "", NULL);
  g_assert_cmpuint (count_rule (f->document, "fewer-than-five-whys", NULL), ==, 1);

  /* It goes on where the same is said. */
  elsewhere = ask_on (whys_add (f->question, "answers", "also"), "more");
  ask_on (elsewhere, "and more");
  g_object_set (aft_item_get_parent (aft_item_get_parent (at)), "same-as", aft_item_get_id (elsewhere), NULL);
  g_assert_cmpuint (count_rule (f->document, "fewer-than-five-whys", NULL), ==, 0);
  g_object_set (aft_item_get_parent (aft_item_get_parent (at)), "same-as", "", NULL);

  /* It ends where a lesson was learned. */
  lesson = whys_add (f->document, "lessons", "lesson");
  set_ids (lesson, "answers", f->answer);
  g_assert_cmpuint (count_rule (f->document, "fewer-than-five-whys", NULL), ==, 1);
  set_ids (lesson, "answers", aft_item_get_parent (aft_item_get_parent (at)));
  g_assert_cmpuint (count_rule (f->document, "fewer-than-five-whys", NULL), ==, 0);
  g_object_set (lesson, "answers", NULL, NULL);

  g_object_set (f->problem, "went-well", TRUE, NULL);
  g_assert_cmpuint (count_rule (f->document, "fewer-than-five-whys", NULL), ==, 0);
  g_object_set (f->problem, "went-well", FALSE, NULL);
  g_object_set (f->document, "method", AFT_METHOD_HOW, NULL);
  g_assert_cmpuint (count_rule (f->document, "fewer-than-five-whys", NULL), ==, 0);
  g_object_set (f->document, "method", AFT_METHOD_FACTORS, NULL);
  g_assert_cmpuint (count_rule (f->document, "fewer-than-five-whys", NULL), ==, 0);
}

static const struct
{
  const char    *text;
  AftPhraseKind  kind;
  const char    *found;
} phrases[] = {
  { "It was human error.", AFT_PHRASE_BLAME, "human error" },
  { "HUMAN-ERROR", AFT_PHRASE_BLAME, "HUMAN-ERROR" },
  { "Human\n errors happen", AFT_PHRASE_BLAME, "Human\n errors" },
  { "They should’ve known better", AFT_PHRASE_BLAME, "should’ve known" },
  { "The operator forgot to renew it", AFT_PHRASE_BLAME, "forgot to" },
  { "Menschliches Versagen war es", AFT_PHRASE_BLAME, "Menschliches Versagen" },
  { "MENSCHLICHES VERSAGEN", AFT_PHRASE_BLAME, "MENSCHLICHES VERSAGEN" },
  { "durch einen Bedienfehler", AFT_PHRASE_BLAME, "Bedienfehler" },
  { "Bedienfehlern", AFT_PHRASE_BLAME, "Bedienfehlern" },
  { "Er war unachtsam, wie immer", AFT_PHRASE_BLAME, "unachtsam" },
  { "aus Unachtsamkeit", AFT_PHRASE_BLAME, "Unachtsamkeit" },
  { "NACHLÄSSIGKEIT", AFT_PHRASE_BLAME, "NACHLÄSSIGKEIT" },
  { "Wir hätten wissen müssen, dass", AFT_PHRASE_BLAME, "hätten wissen müssen" },
  { "This was not a human error", AFT_PHRASE_BLAME, NULL },
  { "It wasn't carelessness", AFT_PHRASE_BLAME, NULL },
  { "Kein menschliches Versagen", AFT_PHRASE_BLAME, NULL },
  { "The label “human error” hides more than it shows", AFT_PHRASE_BLAME, NULL },
  { "An inhuman error", AFT_PHRASE_BLAME, NULL },
  { "The human errored", AFT_PHRASE_BLAME, NULL },
  { "negligible load", AFT_PHRASE_BLAME, NULL },
  { "this fault was found", AFT_PHRASE_BLAME, NULL },
  { "a user reported an error", AFT_PHRASE_BLAME, NULL },
  { "the error was a user", AFT_PHRASE_BLAME, NULL },
  { "It was an act of God.", AFT_PHRASE_FATE, "act of God" },
  { "We can’t change how DNS works", AFT_PHRASE_FATE, "We can’t change" },
  { "A third-party outage", AFT_PHRASE_FATE, "third-party outage" },
  { "Höhere Gewalt", AFT_PHRASE_FATE, "Höhere Gewalt" },
  { "Das kann niemand ändern", AFT_PHRASE_FATE, "kann niemand ändern" },
  { "Nobody can read the channel", AFT_PHRASE_FATE, NULL },
  { "The value cannot change", AFT_PHRASE_FATE, NULL },
  { "Das war nicht unvermeidlich", AFT_PHRASE_FATE, NULL },
  { "Pechschwarz", AFT_PHRASE_FATE, NULL },
  { "", AFT_PHRASE_FATE, NULL },
  { "ä", AFT_PHRASE_FATE, NULL },
  { "h", AFT_PHRASE_BLAME, NULL },
  { "満杯 🔥 ممتلئ", AFT_PHRASE_BLAME, NULL },
};

static void
test_phrases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autofree char *found = aft_review_find_phrase (phrases[i].text, phrases[i].kind);

      if (g_strcmp0 (found, phrases[i].found) != 0)
        g_error ("“%s”: found “%s”, wanted “%s”", phrases[i].text, found, phrases[i].found);
    }
}

static void
test_blame (Fixture       *f,
            gconstpointer  data)
{
  g_assert_cmpuint (count_rule (f->document, "blaming-answer", NULL), ==, 0);
  g_object_set (f->answer, "text", "Human error.", NULL);
  g_assert_cmpuint (count_rule (f->document, "blaming-answer", f->answer), ==, 1);
  ask_on (f->answer, "The two buttons look the same.");
  g_assert_cmpuint (count_rule (f->document, "blaming-answer", f->answer), ==, 1);
  g_object_set (f->answer, "state", AFT_ANSWER_RULED_OUT, NULL);
  g_assert_cmpuint (count_rule (f->document, "blaming-answer", NULL), ==, 0);
}

static void
test_names (Fixture       *f,
            gconstpointer  data)
{
  static const char *const handles[] = { "gh", NULL };
  AftItem *role = g_object_new (AFT_TYPE_ROLE, "role", "release lead", "person", "Grace", "handles", handles, NULL);
  GDate today;
  g_autoptr(GPtrArray) all = NULL;
  guint n_names = 0;

  aft_item_adopt (AFT_ITEM (f->document), "roles", role);
  g_assert_cmpuint (count_rule (f->document, "name-in-answer", NULL), ==, 0);
  g_object_set (f->answer, "text", "Gracefully restarted", NULL);
  g_assert_cmpuint (count_rule (f->document, "name-in-answer", NULL), ==, 0);
  g_object_set (f->answer, "evidence", "as gh said", NULL);
  g_assert_cmpuint (count_rule (f->document, "name-in-answer", f->answer), ==, 1);

  /* And only once among all. */
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 6, G_DATE_AUGUST, 2021);
  all = aft_review_run (f->document, &today, NULL, NULL);
  for (guint i = 0; i < all->len; i++)
    n_names += g_str_has_prefix (aft_finding_get_rule (all->pdata[i]), "name-in-") ? 1 : 0;
  g_assert_cmpuint (n_names, ==, 1);
  g_object_unref (role);
}

static void
test_evidence (Fixture       *f,
               gconstpointer  data)
{
  AftItem *event = whys_add (f->document, "events", "event");
  AftItem *other = whys_add (f->question, "answers", "other");

  g_assert_cmpuint (count_rule (f->document, "confirmed-without-evidence", NULL), ==, 0);
  g_object_set (f->answer, "state", AFT_ANSWER_CONFIRMED, NULL);
  g_assert_cmpuint (count_rule (f->document, "confirmed-without-evidence", f->answer), ==, 1);
  g_object_set (f->answer, "evidence", "df", NULL);
  g_assert_cmpuint (count_rule (f->document, "confirmed-without-evidence", NULL), ==, 0);
  g_object_set (f->answer, "evidence", "", "link", "https://example.org/", NULL);
  g_assert_cmpuint (count_rule (f->document, "confirmed-without-evidence", NULL), ==, 0);
  g_object_set (f->answer, "link", "", NULL);
  set_ids (f->answer, "events", event);
  g_assert_cmpuint (count_rule (f->document, "confirmed-without-evidence", NULL), ==, 0);
  g_object_set (f->answer, "events", NULL, "same-as", aft_item_get_id (other), NULL);
  g_assert_cmpuint (count_rule (f->document, "confirmed-without-evidence", NULL), ==, 0);
}

static void
test_fate (Fixture       *f,
           gconstpointer  data)
{
  AftItem *below;

  g_object_set (f->answer, "text", "It was bad luck.", NULL);
  g_assert_cmpuint (count_rule (f->document, "nobody-can-change", f->answer), ==, 1);
  below = ask_on (f->answer, "");
  g_assert_cmpuint (count_rule (f->document, "nobody-can-change", f->answer), ==, 1);
  g_object_set (below, "text", "Nothing tells us of it.", NULL);
  g_assert_cmpuint (count_rule (f->document, "nobody-can-change", NULL), ==, 0);
}

static void
test_factors (Fixture       *f,
              gconstpointer  data)
{
  AftItem *below = ask_on (f->answer, "Nothing says when it fills.");
  AftItem *lesson = whys_add (f->document, "lessons", "lesson");
  AftItem *factor;
  AftItem *action;

  g_assert_cmpuint (count_rule (f->document, "factor-without-lesson", NULL), ==, 0);
  g_object_set (f->answer, "contributing-factor", TRUE, NULL);
  g_assert_cmpuint (count_rule (f->document, "factor-without-lesson", f->answer), ==, 1);
  set_ids (lesson, "answers", f->answer);
  g_assert_cmpuint (count_rule (f->document, "factor-without-lesson", NULL), ==, 0);
  /* Further down more is known. */
  set_ids (lesson, "answers", below);
  g_assert_cmpuint (count_rule (f->document, "factor-without-lesson", NULL), ==, 0);
  g_object_set (lesson, "answers", NULL, NULL);
  g_assert_cmpuint (count_rule (f->document, "factor-without-lesson", NULL), ==, 1);

  factor = whys_add (f->document, "factors", "factor");
  g_assert_cmpuint (count_rule (f->document, "factor-without-lesson", factor), ==, 1);
  set_ids (factor, "answers", f->answer);
  g_assert_cmpuint (count_rule (f->document, "factor-without-lesson", NULL), ==, 2);
  set_ids (lesson, "factors", factor);
  g_assert_cmpuint (count_rule (f->document, "factor-without-lesson", NULL), ==, 0);
  g_object_set (lesson, "factors", NULL, NULL);

  action = whys_add (f->document, "other-actions", "action");
  set_ids (action, "answers", f->answer);
  g_assert_cmpuint (count_rule (f->document, "factor-without-lesson", NULL), ==, 0);
  g_object_set (action, "answers", NULL, NULL);
  g_object_set (f->answer, "state", AFT_ANSWER_RULED_OUT, NULL);
  g_assert_cmpuint (count_rule (f->document, "factor-without-lesson", f->answer), ==, 0);
}

static void
test_same_as (Fixture       *f,
              gconstpointer  data)
{
  AftItem *other = whys_add (f->question, "answers", "other");
  AftItem *below = ask_on (f->answer, "below");

  g_object_set (f->answer, "same-as", aft_item_get_id (other), NULL);
  g_assert_cmpuint (count_rule (f->document, "same-as-loops", NULL), ==, 0);
  g_object_set (other, "same-as", aft_item_get_id (f->answer), NULL);
  g_assert_cmpuint (count_rule (f->document, "same-as-loops", f->answer), ==, 1);
  g_assert_cmpuint (count_rule (f->document, "same-as-loops", other), ==, 1);
  g_object_set (other, "same-as", "", NULL);
  g_object_set (f->answer, "same-as", aft_item_get_id (f->answer), NULL);
  g_assert_cmpuint (count_rule (f->document, "same-as-loops", f->answer), ==, 1);
  g_object_set (f->answer, "same-as", aft_item_get_id (below), NULL);
  g_assert_cmpuint (count_rule (f->document, "same-as-loops", f->answer), ==, 1);
  g_object_set (f->answer, "same-as", "nothing", NULL);
  g_assert_cmpuint (count_rule (f->document, "same-as-loops", NULL), ==, 0);
}

static const struct
{
  const char *text;
  gboolean    blames;
  const char *reworded;
} questions[] = {
  { "Why did you restart the server?", TRUE, "How did it make sense at the time to restart the server?" },
  { "Why didn’t you check the logs?", TRUE, "How did it make sense at the time not to check the logs?" },
  { "why did Grace not ask?", TRUE, "How did it make sense at the time not to ask?" },
  { "Why did the release lead deploy on Friday?", TRUE, "How did it make sense at the time to deploy on Friday?" },
  { "Why was Grace alone?", TRUE, NULL },
  { "Why hadn't he seen it?", TRUE, NULL },
  { "Why did you?", TRUE, NULL },
  { "Warum hast du den Server neu gestartet?", TRUE, "Wie kam es, dass man den Server neu gestartet hat?" },
  { "Wieso hat Grace nicht nachgesehen?", TRUE, "Wie kam es, dass man nicht nachgesehen hat?" },
  { "Warum habt ihr nicht gefragt?", TRUE, "Wie kam es, dass man nicht gefragt hat?" },
  { "Warum war der release lead im Urlaub?", TRUE, "Wie kam es, dass man im Urlaub war?" },
  { "Warum hat ihr Dienst versagt?", FALSE, NULL },
  { "Warum hat der Dienst versagt?", FALSE, NULL },
  { "Why did the server stop?", FALSE, NULL },
  { "Why did they meet it?", FALSE, NULL },
  { "Why did nobody notice?", FALSE, NULL },
  { "Why did Gracefulness end?", FALSE, NULL },
  { "Why did young people leave?", FALSE, NULL },
  { "Why?", FALSE, NULL },
  { "Why did", FALSE, NULL },
  { "", FALSE, NULL },
  { "How did it make sense?", FALSE, NULL },
};

static void
test_wording (void)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new ();

  g_ptr_array_add (people, (char *) "");
  g_ptr_array_add (people, (char *) "Grace");
  g_ptr_array_add (people, (char *) "Release Lead");
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      gboolean blames;
      g_autofree char *reworded = aft_review_reword (questions[i].text, people, &blames);

      if (blames != questions[i].blames || g_strcmp0 (reworded, questions[i].reworded) != 0)
        g_error ("“%s”: %d “%s”", questions[i].text, blames, reworded);
    }
}

static void
test_ask_how (Fixture       *f,
              gconstpointer  data)
{
  guint n_found;
  g_autoptr(AftFinding) none = find (f->document, "ask-how", NULL, &n_found);
  g_autoptr(AftFinding) finding = NULL;
  g_autoptr(AftFinding) hard = NULL;

  g_assert_cmpuint (n_found, ==, 0);
  g_object_set (f->question, "text", "Why did you skip it?", NULL);
  finding = find (f->document, "ask-how", f->question, &n_found);
  g_assert_cmpuint (n_found, ==, 1);
  g_assert_cmpstr (aft_finding_get_field (finding), ==, "text");
  g_object_set (f->question, aft_finding_get_field (finding), aft_finding_get_replacement (finding), NULL);
  g_assert_cmpuint (count_rule (f->document, "ask-how", NULL), ==, 0);
  g_object_set (f->question, "text", "Why were you away?", NULL);
  hard = find (f->document, "ask-how", f->question, &n_found);
  g_assert_null (aft_finding_get_field (hard));
  g_assert_null (aft_finding_get_replacement (hard));
}

/* A good postmortem is left in peace: what is confirmed there without evidence is all that is found. */
static void
test_sample (void)
{
  g_autofree char *path = g_build_filename (TEST_DATA, "samples", "rust-1.52-fingerprints.afterword", NULL);
  g_autofree char *content = NULL;
  gsize length;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(AftDocument) document = NULL;
  g_autoptr(GPtrArray) findings = NULL;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  bytes = g_bytes_new (content, length);
  document = aft_document_read (bytes, NULL, NULL);
  findings = aft_review_run_whys (document);
  g_assert_cmpuint (findings->len, <=, 5);
  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpstr (aft_finding_get_rule (findings->pdata[i]), ==, "confirmed-without-evidence");
}

static void
test_speed (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  AftItem *problem = whys_add (document, "problems", "p");
  guint n_answers = 0;
  gint64 start;
  g_autoptr(GPtrArray) findings = NULL;

  while (n_answers < 10000)
    for (AftItem *at = problem; n_answers < 10000 && aft_item_get_depth (at) + 2 <= 41; n_answers++)
      {
        at = ask_on (at, "The value that was set in March was too low for what the shop sells in a week of November.");
        if (n_answers % 3 == 0)
          g_object_set (at, "contributing-factor", TRUE, "state", AFT_ANSWER_CONFIRMED, NULL);
      }

  start = g_get_monotonic_time ();
  findings = aft_review_run_whys (document);
  g_test_message ("10,000 answers in %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (findings->len, >, 0);
}

#define ADD(name, function) g_test_add ("/review-whys/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("five", test_five);
  g_test_add_func ("/review-whys/phrases", test_phrases);
  ADD ("blame", test_blame);
  ADD ("names", test_names);
  ADD ("evidence", test_evidence);
  ADD ("fate", test_fate);
  ADD ("factors", test_factors);
  ADD ("same-as", test_same_as);
  g_test_add_func ("/review-whys/wording", test_wording);
  ADD ("ask-how", test_ask_how);
  g_test_add_func ("/review-whys/sample", test_sample);
  g_test_add_func ("/review-whys/speed", test_speed);

  return g_test_run ();
}

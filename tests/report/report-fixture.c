/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <glib/gstdio.h>
#include <stdarg.h>

#include "aft-action-item.h"
#include "aft-answer.h"
#include "aft-corrective-action.h"
#include "aft-agenda-entry.h"
#include "aft-event.h"
#include "aft-factor.h"
#include "aft-incident.h"
#include "aft-lesson.h"
#include "aft-meeting.h"
#include "aft-moment-parser.h"
#include "aft-observation.h"
#include "aft-open-question.h"
#include "aft-pdf.h"
#include "aft-problem.h"
#include "aft-quantity.h"
#include "aft-question.h"
#include "aft-reference.h"
#include "aft-response-question.h"
#include "aft-role.h"
#include "aft-section.h"
#include "aft-stated-duration.h"
#include "aft-term.h"
#include "aft-todo.h"
#include "report-fixture.h"

/**
 * report_fixture_add:
 * @parent: an item
 * @list: one of its lists
 * @type: the class of the new item
 * @...: as for g_object_new()
 *
 * Returns: (transfer none): the new item
 */
gpointer
report_fixture_add (gpointer    parent,
                    const char *list,
                    GType       type,
                    ...)
{
  g_autoptr(GObject) item = NULL;
  const char *first_property;
  va_list arguments;

  va_start (arguments, type);
  first_property = va_arg (arguments, const char *);
  item = g_object_new_valist (type, first_property, arguments);
  va_end (arguments);
  g_assert_true (aft_item_adopt (parent, list, AFT_ITEM (item)));

  return item;
}

#define ADD report_fixture_add

static AftEvent *
add_event (AftDocument *document,
           const char  *when,
           const char  *text)
{
  const AftMomentContext context = { "America/New_York", G_GINT64_CONSTANT (1625000000) * G_USEC_PER_SEC };
  g_autoptr(AftMoment) at = NULL;
  g_autoptr(GError) error = NULL;

  if (when != NULL)
    {
      at = aft_moment_parse (when, &context, &error);
      g_assert_no_error (error);
    }

  return ADD (document, "events", AFT_TYPE_EVENT, "text", text, "at", at, NULL);
}

static void
add_section (AftDocument   *document,
             AftSectionKind kind,
             const char    *text)
{
  ADD (document, "sections", AFT_TYPE_SECTION, "kind", kind, "text", text, NULL);
}

static void
add_prose (AftDocument *document)
{
  AftSection *section;

  ADD (document, "sections", AFT_TYPE_SECTION, "kind", AFT_SECTION_SUMMARY,
       "one-line", "The stable compiler of 6 May 2021 stopped with an internal error for many people who built "
                   "incrementally; four days later a point release switched incremental builds off.",
       "text", "Version 1.52.0 turned on a check that compares what the incremental cache *says* with what the "
               "compiler *finds*. The check did its work: it brought to light bugs that had been there for years. But it "
               "did so on stable, as an **internal compiler error**, in the middle of other people's work.\n\n"
               "Nobody had meant to ship it yet. Reconstructed from public sources.",
       "surprise", "The team believed that the check would reach stable with 1.53 in June, when its diagnostic would "
                   "be ready. It had landed a few days before the branch for 1.52, not after it.",
       NULL);
  add_section (document, AFT_SECTION_BACKGROUND,
               "An *incremental* build keeps what it computed the last time. For every intermediate result there is a "
               "**fingerprint**; if it is unchanged, the old result is used:\n\n"
               "1. load the dependency graph of the last session,\n"
               "2. mark what is *green*, that is unchanged,\n"
               "3. recompute what is *red*:\n"
               "   - queries are run again,\n"
               "   - their fingerprints are compared.\n\n"
               "```sh\n# switch it off for one build\nCARGO_INCREMENTAL=0 cargo build\n```\n\n"
               "> A fingerprint that differs although nothing changed is called *unstable*.\n\n"
               "| Build | Incremental | Since |\n|:------|:-----------:|------:|\n| development | on | 1.24 |\n"
               "| release | off | – |\n\nSee the [tracking issue](https://github.com/rust-lang/rust/issues/84970).");
  add_section (document, AFT_SECTION_LEAD_UP,
               "The check is older than the event by four years. It was cheap to leave behind a flag, and nobody who "
               "left it there was wrong to do so.");
  add_section (document, AFT_SECTION_IMPACT, "");
  section = ADD (document, "sections", AFT_TYPE_SECTION, "kind", AFT_SECTION_DETECTION,
                 "text", "A user reported the error three hours and twenty minutes after the release.", NULL);
  ADD (section, "questions", AFT_TYPE_RESPONSE_QUESTION, "question", "How could the time to detection be cut in half?",
       "answer", "By a group of testers who build real projects with every pre-release, *day after day*.", NULL);
  ADD (section, "questions", AFT_TYPE_RESPONSE_QUESTION, "question", "A question that nobody answered?", NULL);
  add_section (document, AFT_SECTION_MITIGATION,
               "Two ways were open:\n\n- leave the compiler as it is and give better guidance,\n"
               "- switch incremental compilation off, at the cost of slower builds.\n\n"
               "The second was taken, because no guidance reaches everybody.");
}

static void
add_lead_up (AftDocument *document)
{
  g_object_set (add_event (document, "2017", "Fingerprint checks come into the compiler behind an unstable flag."),
                "lead-up", TRUE, "link", "https://github.com/rust-lang/rust/pull/45867", "source", "PR 45867", NULL);
  g_object_set (add_event (document, "2018-02-15", "Incremental builds become the default for development builds."),
                "lead-up", TRUE, NULL);
  g_object_set (add_event (document, "2021-03", "A miscompilation leads to the check being on by default."),
                "lead-up", TRUE, "kind", AFT_EVENT_DECISION, NULL);
  g_object_set (add_event (document, "2021-05-04", "1.52.0 is offered for testing."), "lead-up", TRUE, NULL);
}

static void
add_events (AftDocument *document,
            AftRole     *lead)
{
  g_object_set (add_event (document, "2021-05-06 11:48 -04:00", "1.52.0 is released to stable."),
                "key-moments", AFT_KEY_MOMENT_TRIGGER | AFT_KEY_MOMENT_IMPACT_START, "kind", AFT_EVENT_ACTION, NULL);
  g_object_set (add_event (document, "2021-05-06 15:08 EST",
                           "A user reports an internal compiler error, “found unstable fingerprints”."),
                "key-moments", AFT_KEY_MOMENT_DETECTED, "kind", AFT_EVENT_MESSAGE, NULL);
  g_object_set (add_event (document, "2021-05-06 15:11 -04:00",
                           "A member of the team finds that the check is in 1.52.0 after all."),
                "believed", "the check would ship in 1.53, on 17 June", "effect", AFT_EFFECT_HELPED, "actor",
                aft_item_get_id (AFT_ITEM (lead)), NULL);
  g_object_set (add_event (document, "2021-05-07", "Two options are discussed: better guidance, or switch it off."),
                "effect", AFT_EFFECT_HURT, NULL);
  g_object_set (add_event (document, "2021-05-07 16:25 -04:00", "A text with the problem and a workaround is pinned."),
                "key-moments", AFT_KEY_MOMENT_USERS_TOLD, "kind", AFT_EVENT_MESSAGE, "effect", AFT_EFFECT_HELPED, NULL);
  g_object_set (add_event (document, "2021-05-08 14:54 -04:00", "The leads approve a plan: switch it off on stable."),
                "kind", AFT_EVENT_DECISION, "effect", AFT_EFFECT_HELPED, NULL);
  g_object_set (add_event (document, "2021-05-10", "1.52.1 is released: incremental compilation is off unless "
                                                   "RUSTC_FORCE_INCREMENTAL=1, and a blog post explains why."),
                "key-moments", AFT_KEY_MOMENT_MITIGATED, "kind", AFT_EVENT_ACTION, "effect", AFT_EFFECT_HELPED, NULL);
  add_event (document, "2021-06-10", "1.53 is found to need the same switch.");
  g_object_set (add_event (document, "2021-07-29", "Incremental compilation comes back with 1.54."), "planned", TRUE,
                NULL);
  add_event (document, NULL, "Somebody remembers an earlier report of the same error.");
}

static AftAnswer *
ask (gpointer        parent,
     const char     *question,
     AftJoin         join,
     const char     *answer,
     AftAnswerState  state,
     AftQuestion   **asked)
{
  AftQuestion *item = ADD (parent, "questions", AFT_TYPE_QUESTION, "text", question, "join", join, NULL);

  if (asked != NULL)
    *asked = item;
  return ADD (item, "answers", AFT_TYPE_ANSWER, "text", answer, "state", state, NULL);
}

static void
add_analysis (AftDocument *document)
{
  AftProblem *problem = ADD (document, "problems", AFT_TYPE_PROBLEM, "text",
                             "People on stable met internal compiler errors.", NULL);
  AftQuestion *question;
  AftAnswer *answer = ask (problem, "Why did they meet them?", AFT_JOIN_AND,
                           "The check was on in 1.52.0.", AFT_ANSWER_CONFIRMED, &question);
  AftAnswer *bugs = ADD (question, "answers", AFT_TYPE_ANSWER, "text",
                         "There were bugs in incremental builds since 1.24.", "state", AFT_ANSWER_CONFIRMED,
                         "contributing-factor", TRUE, NULL);

  answer = ask (answer, "Why was it on?", AFT_JOIN_OPEN,
                "It was switched on after a miscompilation, and rode the train one release earlier than everybody thought.",
                AFT_ANSWER_CONFIRMED, NULL);
  answer = ask (answer, "Why did nobody know?", AFT_JOIN_OR,
                "Nothing shows when a change that users will feel is going to ship.", AFT_ANSWER_CONFIRMED, &question);
  g_object_set (answer, "contributing-factor", TRUE, "evidence", "The milestone of the *pull request* said 1.53.",
                NULL);
  ADD (question, "answers", AFT_TYPE_ANSWER, "text", "The release notes were not read.", "state",
       AFT_ANSWER_RULED_OUT, NULL);
  ask (answer, "Why does nothing show it?", AFT_JOIN_OPEN, "Milestones are set by hand.", AFT_ANSWER_POSSIBLE, NULL);
  answer = ask (bugs, "Why were they not found?", AFT_JOIN_OPEN,
                "Tests build once. Nothing replays the edits of a working day.", AFT_ANSWER_CONFIRMED, NULL);
  ADD (answer, "questions", AFT_TYPE_QUESTION, "text", "Why does nothing replay them?", NULL);
  ask (bugs, "Why were they not reported?", AFT_JOIN_OPEN,
       "Who meets one cleans the build and goes on.", AFT_ANSWER_POSSIBLE, NULL);

  ADD (document, "factors", AFT_TYPE_FACTOR, "text", "The train of releases leaves on its day.", "note",
       "It is a *good* train.", NULL);
  ADD (document, "observations", AFT_TYPE_OBSERVATION, "text", "The first report was understood in three minutes.",
       "kind", AFT_OBSERVATION_WELL, NULL);
  ADD (document, "observations", AFT_TYPE_OBSERVATION, "text", "It took a day to tell users anything.", "kind",
       AFT_OBSERVATION_POORLY, NULL);
  ADD (document, "observations", AFT_TYPE_OBSERVATION, "text", "Only one miscompilation is known.", "kind",
       AFT_OBSERVATION_LUCKY, NULL);
}

static void
add_lessons (AftDocument *document,
             AftRole     *lead)
{
  static const char *const texts[] = {
    "See when changes that users will feel are going to ship.",
    "Know when certain internal errors become serious for users.",
    "Errors that stay unfixed must not become problems that nobody hears of again.",
    "Test the way in which people work.",
  };
  AftLesson *lesson = NULL;
  AftCorrectiveAction *action;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    lesson = ADD (document, "lessons", AFT_TYPE_LESSON, "text", texts[i], NULL);
  action = ADD (lesson, "actions", AFT_TYPE_CORRECTIVE_ACTION, "text",
                "Automated testing that replays commits one by one.", "purpose", AFT_ACTION_TYPE_DETECT, NULL);
  ADD (action, "items", AFT_TYPE_ACTION_ITEM, "text", "A first set of repositories to replay.", "due",
       "before 1.55 branches", "state", AFT_ACTION_DOING, NULL);

  lesson = ADD (document, "lessons", AFT_TYPE_LESSON, "text",
                "be willing and able to communicate more quickly with users in response to such an event", NULL);
  action = ADD (lesson, "actions", AFT_TYPE_CORRECTIVE_ACTION, "text",
                "define a playbook for communicating after a user-impacting event has been found", NULL);
  ADD (action, "items", AFT_TYPE_ACTION_ITEM, "text",
       "survey of response playbooks, especially for programming languages", "due", "2021-08-05", "owner",
       aft_item_get_id (AFT_ITEM (lead)), "priority", AFT_PRIORITY_HIGH, "tracker",
       "https://example.org/tracker/1", NULL);
  ADD (lesson, "actions", AFT_TYPE_CORRECTIVE_ACTION, "text",
       "add to rustup the ability to issue public service announcements", NULL);

  action = ADD (document, "other-actions", AFT_TYPE_CORRECTIVE_ACTION, "text", "Carry the switch forward to 1.53.",
                NULL);
  ADD (action, "items", AFT_TYPE_ACTION_ITEM, "text", "Port the change.", "state", AFT_ACTION_DONE, "done-on",
       "2021-06-11", "outcome", "In *1.53.0*.", NULL);
}

static void
add_rest (AftDocument *document)
{
  AftIncident *incident = ADD (document, "incidents", AFT_TYPE_INCIDENT, "impact",
                               "Builds stopped until the cache was cleaned, and often again after the next edit.",
                               NULL);
  AftMeeting *meeting;

  ADD (incident, "quantities", AFT_TYPE_QUANTITY, "label", "Open issues found by the check", "value", "32", NULL);
  ADD (incident, "quantities", AFT_TYPE_QUANTITY, "label", "Issues that came after the release", "value", "20", NULL);
  ADD (incident, "durations", AFT_TYPE_STATED_DURATION, "label", "Until the point release", "value", "four days",
       "source", "the blog post", NULL);
  ADD (document, "open-questions", AFT_TYPE_OPEN_QUESTION, "text", "How many people met the error and told nobody?",
       "answer", "Opt-in telemetry could tell.", NULL);
  ADD (document, "references", AFT_TYPE_REFERENCE, "title", "Point release 1.52.1", "link",
       "https://blog.rust-lang.org/2021/05/10/Rust-1.52.1.html", "note", "explains the event to users", NULL);
  ADD (document, "glossary", AFT_TYPE_TERM, "term", "Fingerprint", "meaning",
       "A hash of an intermediate result, *stable* from one session to the next.", NULL);

  meeting = ADD (document, "meetings", AFT_TYPE_MEETING, "title", "Steering meeting", "decisions",
                 "Lessons 3 and 4 stay apart.", NULL);
  ADD (meeting, "agenda", AFT_TYPE_AGENDA_ENTRY, "text", "Number the lessons again.", "kind", AFT_AGENDA_EDIT,
       "outcome", "Done in the meeting.", NULL);
  ADD (document, "todos", AFT_TYPE_TODO, "text", "Ask about the zone of 15:08", NULL);
  ADD (document, "todos", AFT_TYPE_TODO, "text", "Add the release notes", "done", TRUE, NULL);
}

/**
 * report_fixture_begin:
 * @language: of the report
 *
 * Returns: (transfer full): a document in which everything is used, after the event of Rust 1.52.0;
 *   not ready, so that more can be added
 */
AftDocument *
report_fixture_begin (const char *language)
{
  static const char *const tags[] = { "compiler", "incremental", NULL };
  AftDocument *document = aft_document_new ();
  AftRole *lead;

  g_object_set (document, "title", "Unstable fingerprints in Rust 1.52.0", "language", language, "severity", "Major",
                "zone", "America/New_York", "tags", tags, "reference", "CC-2021-1", "state", AFT_DOCUMENT_IN_REVIEW,
                NULL);
  lead = ADD (document, "roles", AFT_TYPE_ROLE, "role", "Compiler lead", "person", "Ada Example", NULL);
  add_prose (document);
  add_lead_up (document);
  add_events (document, lead);
  add_analysis (document);
  add_lessons (document, lead);
  add_rest (document);

  return document;
}

/**
 * report_fixture_new:
 * @language: of the report
 *
 * Returns: (transfer full): as report_fixture_begin(), and ready
 */
AftDocument *
report_fixture_new (const char *language)
{
  AftDocument *document = report_fixture_begin (language);

  aft_document_set_ready (document);
  return document;
}

/**
 * report_fixture_run:
 * @program: what to run
 * @...: its arguments, ended by %NULL
 *
 * Returns: (transfer full) (nullable): what it prints; %NULL where it is not installed
 */
char *
report_fixture_run (const char *program,
                    ...)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gsize size;
  char *output;
  va_list rest;

  if (path == NULL)
    return NULL;

  g_ptr_array_add (arguments, path);
  va_start (rest, program);
  for (char *argument = va_arg (rest, char *); argument != NULL; argument = va_arg (rest, char *))
    g_ptr_array_add (arguments, argument);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);

  process = g_subprocess_newv ((const char *const *) arguments->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  /* What is not text may hold anything, but no end. */
  size = g_bytes_get_size (bytes);
  output = g_malloc (size + 1);
  for (gsize i = 0; i < size; i++)
    output[i] = ((const char *) g_bytes_get_data (bytes, NULL))[i] != '\0'
                  ? ((const char *) g_bytes_get_data (bytes, NULL))[i] : ' ';
  output[size] = '\0';

  return output;
}

/**
 * report_fixture_write:
 * @report: a report
 * @width: of the paper
 * @height: of the paper
 * @name: of the file
 *
 * Returns: (transfer full): the path of a PDF in a folder of its own, or in the one that
 *   AFT_TEST_KEEP names, to be looked at
 */
char *
report_fixture_write (AftReport  *report,
                      double      width,
                      double      height,
                      const char *name)
{
  const char *kept = g_getenv ("AFT_TEST_KEEP");
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = kept != NULL ? g_strdup (kept) : g_dir_make_tmp ("afterword-XXXXXX", &error);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GBytes) pdf = aft_pdf_write (report, width, height, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);

  return path;
}

/**
 * report_fixture_remove:
 * @path: from report_fixture_write()
 *
 * Removes the file and its folder, unless they are to be looked at.
 */
void
report_fixture_remove (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_getenv ("AFT_TEST_KEEP") != NULL)
    return;

  g_unlink (path);
  g_rmdir (folder);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-action-item.h"
#include "aft-agenda-entry.h"
#include "aft-answer.h"
#include "aft-corrective-action.h"
#include "aft-event.h"
#include "aft-factor.h"
#include "aft-figure.h"
#include "aft-incident.h"
#include "aft-lesson.h"
#include "aft-markdown-writer.h"
#include "aft-meeting.h"
#include "aft-observation.h"
#include "aft-open-question.h"
#include "aft-page-layout.h"
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

#define SECRET "zanzibar"

static const AftBlock *
find_heading (AftReport  *report,
              const char *text,
              guint      *index)
{
  const GPtrArray *blocks = aft_report_get_blocks (report);

  for (guint i = 0; i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *own = block->type == AFT_BLOCK_HEADING ? aft_runs_to_text (block->runs) : NULL;

      if (g_strcmp0 (own, text) == 0)
        {
          if (index != NULL)
            *index = i;
          return block;
        }
    }

  return NULL;
}

static void
test_empty (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;

  report_fixture_add (document, "sections", AFT_TYPE_SECTION, "kind", AFT_SECTION_SUMMARY, NULL);
  report_fixture_add (document, "sections", AFT_TYPE_SECTION, "kind", AFT_SECTION_TIMELINE, NULL);
  report_fixture_add (document, "sections", AFT_TYPE_SECTION, "title", "Own", "text", "  \n", NULL);
  aft_document_set_ready (document);

  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_assert_cmpuint (aft_report_get_blocks (report)->len, ==, 1);
  g_assert_cmpstr (aft_report_get_title (report), ==, "Untitled postmortem");
  g_assert_cmpstr (aft_report_get_language (report), ==, "en");
}

static void
test_order (void)
{
  static const char *const headings[] = {
    "Summary", "Why were we surprised?", "Background", "Lead-up", "Impact", "Detection", "Mitigation", "Timeline",
    "Five whys", "Contributing factors", "Observations", "Lessons and actions", "Open questions", "Related items",
    "Glossary", "For the team",
  };
  g_autoptr(AftDocument) document = report_fixture_new ("");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  guint last = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      guint index = 0;

      g_assert_nonnull (find_heading (report, headings[i], &index));
      g_assert_cmpuint (index, >, last);
      last = index;
    }
  /* Nobody answered it. */
  {
    g_autofree char *markdown = aft_markdown_write (report, AFT_MARKDOWN_PLAIN);

    g_assert_null (strstr (markdown, "A question that nobody answered?"));
  }
}

static void
test_german (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("de-AT");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autofree char *markdown = aft_markdown_write (report, AFT_MARKDOWN_PLAIN);

  g_assert_nonnull (find_heading (report, "Zusammenfassung", NULL));
  g_assert_nonnull (strstr (markdown, "Lehre (5/5): be willing"));
  g_assert_nonnull (strstr (markdown, "Aufgabe (5a-i, fällig 2021-08-05): survey"));
  g_assert_nonnull (strstr (markdown, "Noch keine konkrete Aufgabe für (5b)."));
  g_assert_nonnull (strstr (markdown, "Do. 6. Mai 2021, 15:08 EST (19:08 oder 20:08 UTC?)"));
}

static void
test_overdue (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(GDate) today = g_date_new_dmy (6, G_DATE_AUGUST, 2021);
  const AftReportOptions options = { AFT_EDITION_TEAM, NULL, today };
  g_autoptr(AftReport) with = aft_report_build_full (document, &options);
  g_autoptr(AftReport) without = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autofree char *marked = aft_markdown_write (with, AFT_MARKDOWN_PLAIN);
  g_autofree char *unmarked = aft_markdown_write (without, AFT_MARKDOWN_PLAIN);

  g_assert_nonnull (strstr (marked, "**overdue** · Owner: Ada Example · Open"));
  g_assert_null (strstr (unmarked, "overdue"));
}

static void
test_zone (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, "Asia/Tokyo");
  g_autofree char *markdown = aft_markdown_write (report, AFT_MARKDOWN_PLAIN);

  g_assert_nonnull (strstr (markdown, "Fri 7 May 2021, 00:48"));
  g_assert_nonnull (strstr (markdown, "Times are those of Asia/Tokyo (UTC+09:00)."));
  /* Who wrote a day meant that day. */
  g_assert_nonnull (strstr (markdown, "| Mon 10 May 2021 "));
}

static void
test_gaps (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autofree char *markdown = NULL;

  report_fixture_add (document, "lessons", AFT_TYPE_LESSON, "text", "One", NULL);
  report_fixture_add (document, "lessons", AFT_TYPE_LESSON, "text", "Two", "audience", AFT_AUDIENCE_TEAM, NULL);
  report_fixture_add (document, "lessons", AFT_TYPE_LESSON, "text", "Three", "reason", "No action pays.", NULL);
  aft_document_set_ready (document);

  report = aft_report_build (document, AFT_EDITION_PUBLIC, NULL);
  markdown = aft_markdown_write (report, AFT_MARKDOWN_PLAIN);
  g_assert_nonnull (strstr (markdown, "Lesson Learned (1/3): One"));
  g_assert_nonnull (strstr (markdown, "(2/3) is not part of this edition."));
  g_assert_null (strstr (markdown, "Two"));
  g_assert_nonnull (strstr (markdown, "Lesson Learned (3/3): Three\n\n  _No action pays._"));
}

static void
plant (AftItem *item)
{
  guint n_fields;
  const AftField *fields = aft_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].type == AFT_FIELD_TEXT || fields[i].type == AFT_FIELD_PROSE)
      g_object_set (item, fields[i].name, SECRET, NULL);
  if (!AFT_IS_ROLE (item) && !AFT_IS_MEETING (item) && !AFT_IS_TODO (item))
    g_object_set (item, "audience", AFT_AUDIENCE_TEAM, NULL);
}

/* One item of every class that a document holds, each with a secret in each of its texts. */
static AftDocument *
create_secret_document (void)
{
  static const struct
  {
    const char  *list;
    GType      (*type) (void);
    const char  *below;
    GType      (*below_type) (void);
  } all[] = {
    { "roles", aft_role_get_type },
    { "meetings", aft_meeting_get_type, "agenda", aft_agenda_entry_get_type },
    { "todos", aft_todo_get_type },
    { "sections", aft_section_get_type, "questions", aft_response_question_get_type },
    { "incidents", aft_incident_get_type, "quantities", aft_quantity_get_type },
    { "incidents", aft_incident_get_type, "durations", aft_stated_duration_get_type },
    { "events", aft_event_get_type },
    { "problems", aft_problem_get_type, "questions", aft_question_get_type },
    { "factors", aft_factor_get_type },
    { "observations", aft_observation_get_type },
    { "lessons", aft_lesson_get_type, "actions", aft_corrective_action_get_type },
    { "other-actions", aft_corrective_action_get_type, "items", aft_action_item_get_type },
    { "other-items", aft_action_item_get_type },
    { "open-questions", aft_open_question_get_type },
    { "references", aft_reference_get_type },
    { "glossary", aft_term_get_type },
    { "figures", aft_figure_get_type },
  };
  AftDocument *document = report_fixture_begin ("en");
  g_autoptr(AftMoment) moment = aft_moment_new (G_GINT64_CONSTANT (1620300000) * G_USEC_PER_SEC, SECRET,
                                                AFT_PRECISION_MINUTE, FALSE, SECRET " 11:20");

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      AftItem *item = report_fixture_add (document, all[i].list, all[i].type (), NULL);

      plant (item);
      if (all[i].below != NULL)
        plant (report_fixture_add (item, all[i].below, all[i].below_type (), NULL));
      if (AFT_IS_EVENT (item))
        g_object_set (item, "at", moment, "key-moments", AFT_KEY_MOMENT_RESOLVED, NULL);
    }
  aft_document_set_ready (document);

  return document;
}

static void
test_secrets (void)
{
  static const AftEdition editions[] = { AFT_EDITION_ORGANISATION, AFT_EDITION_PUBLIC };
  g_autoptr(AftDocument) document = create_secret_document ();
  g_autoptr(AftReport) team = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autofree char *all = aft_markdown_write (team, AFT_MARKDOWN_PLAIN);

  g_assert_nonnull (strstr (all, SECRET));

  for (gsize i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_autoptr(AftReport) report = aft_report_build (document, editions[i], NULL);
      g_autofree char *markdown = aft_markdown_write (report, AFT_MARKDOWN_PLAIN);
      g_autofree char *path = report_fixture_write (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT, "secret.pdf");
      g_autofree char *text = report_fixture_run ("pdftotext", path, "-", NULL);
      g_autofree char *info = report_fixture_run ("pdfinfo", path, NULL);
      g_autofree char *bytes = report_fixture_run ("qpdf", "--qdf", "--no-warn", path, "-", NULL);
      const char *const outputs[] = { markdown, text, info, bytes };

      for (gsize j = 0; j < G_N_ELEMENTS (outputs); j++)
        if (outputs[j] != NULL)
          {
            if (strstr (outputs[j], SECRET) != NULL)
              g_test_message ("output %zu: %.300s", j, strstr (outputs[j], SECRET) - 100);
            g_assert_null (strstr (outputs[j], SECRET));
            if (editions[i] == AFT_EDITION_PUBLIC)
              g_assert_null (strstr (outputs[j], "Ada Example"));
          }
      g_assert_null (strstr (markdown, "(For the team)"));
      report_fixture_remove (path);
    }
}

static void
test_metric_of_hidden_event (void)
{
  g_autoptr(AftDocument) document = report_fixture_begin ("en");
  g_autoptr(AftMoment) moment = aft_moment_new (G_GINT64_CONSTANT (1620320000) * G_USEC_PER_SEC, "UTC",
                                                AFT_PRECISION_MINUTE, FALSE, NULL);
  g_autoptr(AftReport) team = NULL;
  g_autoptr(AftReport) public = NULL;
  g_autofree char *for_team = NULL;
  g_autofree char *for_all = NULL;

  report_fixture_add (document, "events", AFT_TYPE_EVENT, "text", "Hidden", "at", moment, "key-moments",
                      AFT_KEY_MOMENT_DIAGNOSED, "audience", AFT_AUDIENCE_TEAM, NULL);
  aft_document_set_ready (document);
  team = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  public = aft_report_build (document, AFT_EDITION_PUBLIC, NULL);
  for_team = aft_markdown_write (team, AFT_MARKDOWN_PLAIN);
  for_all = aft_markdown_write (public, AFT_MARKDOWN_PLAIN);

  g_assert_nonnull (strstr (for_team, "| Diagnosed     | **1 h 5 min**"));
  g_assert_nonnull (strstr (for_all, "| Diagnosed     | **—** "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/builder/empty", test_empty);
  g_test_add_func ("/report/builder/order", test_order);
  g_test_add_func ("/report/builder/german", test_german);
  g_test_add_func ("/report/builder/overdue", test_overdue);
  g_test_add_func ("/report/builder/zone", test_zone);
  g_test_add_func ("/report/builder/gaps", test_gaps);
  g_test_add_func ("/report/builder/secrets", test_secrets);
  g_test_add_func ("/report/builder/metric-of-hidden-event", test_metric_of_hidden_event);

  return g_test_run ();
}

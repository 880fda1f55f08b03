/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-answer.h"
#include "aft-event.h"
#include "aft-page-layout-private.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-section.h"
#include "report-fixture.h"

static const double papers[][2] = {
  { AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT },
  { AFT_PAPER_LETTER_WIDTH, AFT_PAPER_LETTER_HEIGHT },
  { 420, 595 },
};

/* No ink beyond the margins, but for a letter that leans over its edge. */
static void
assert_inside (AftPages *pages)
{
  double width;
  double height;

  aft_pages_get_size (pages, &width, &height);
  for (guint i = 0; i < aft_pages_get_n_pages (pages); i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x;
      double y;
      double ink_width;
      double ink_height;

      aft_pages_draw (pages, i, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &ink_width, &ink_height);
      cairo_surface_destroy (surface);

      g_assert_cmpfloat (ink_width, >, 20);
      g_assert_cmpfloat (x, >=, AFT_PAGE_MARGIN_SIDE - 4);
      g_assert_cmpfloat (x + ink_width, <=, width - AFT_PAGE_MARGIN_SIDE + 4);
      g_assert_cmpfloat (y, >=, AFT_PAGE_HEAD_Y - 4);
      g_assert_cmpfloat (y + ink_height, <=, height - AFT_PAGE_FOOT_Y + 6);
    }
}

static void
assert_well_broken (AftPages *pages)
{
  const double bottom = pages->height - AFT_PAGE_MARGIN_BOTTOM;
  guint n_placed = 0;

  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GArray *page = g_ptr_array_index (pages->pages, i);
      const AftPlacedBox *first = &g_array_index (page, AftPlacedBox, 0);
      const AftPlacedBox *last = &g_array_index (page, AftPlacedBox, page->len - 1);
      double y = AFT_PAGE_MARGIN_TOP;

      g_assert_cmpuint (page->len, >, 0);
      for (guint j = 0; j < page->len; j++)
        {
          const AftPlacedBox *placed = &g_array_index (page, AftPlacedBox, j);

          /* One below the other, and all above the foot. */
          g_assert_cmpfloat (placed->y, >=, y - 0.01);
          y = placed->y + placed->box->height;
          g_assert_cmpfloat (y, <=, bottom + 0.1);
          n_placed += !placed->repeated;
        }

      /* No heading at a foot; no single line of a paragraph at a foot or a head. */
      g_assert_cmpuint (last->box->level, ==, 0);
      if (last->box->kind == AFT_BOX_LINE && i + 1 < pages->pages->len)
        {
          const int n_lines = pango_layout_get_line_count (last->box->layout);

          g_assert_true (n_lines == 1 || last->box->line > 0);
          g_assert_cmpint ((int) last->box->line, !=, n_lines - 2);
        }

      /* Where a table goes on, its head is said again. */
      if (first->box->kind == AFT_BOX_ROW && !first->repeated)
        g_assert_null (first->box->head);
    }

  g_assert_cmpuint (n_placed, ==, pages->flow->boxes->len);
}

static void
test_fixture (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr(AftDocument) document = report_fixture_new (i == 1 ? "de" : "en");
      g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
      g_autoptr(AftPages) pages = aft_pages_new (report, papers[i][0], papers[i][1]);

      assert_well_broken (pages);
      assert_inside (pages);
    }
}

static void
test_empty (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autoptr(AftPages) pages = NULL;

  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_PUBLIC, NULL);
  pages = aft_pages_new (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT);
  g_assert_cmpuint (aft_pages_get_n_pages (pages), ==, 1);
  g_assert_cmpuint (aft_pages_get_n_headings (pages), ==, 0);
  assert_inside (pages);
}

static char *
create_text (GRand *rand,
             guint  n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      const gint length = g_rand_int_range (rand, 1, 12);

      if (i > 0)
        g_string_append_c (text, ' ');
      for (gint j = 0; j < length; j++)
        g_string_append_c (text, (char) ('a' + g_rand_int_range (rand, 0, 26)));
    }

  return g_string_free (text, FALSE);
}

static char *
create_prose (GRand *rand)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *words = create_text (rand, (guint) g_rand_int_range (rand, 1, 90));

      switch (g_rand_int_range (rand, 0, 7))
        {
        case 0: g_string_append_printf (text, "## %.60s\n\n%s\n\n", words, words); break;
        case 1: g_string_append_printf (text, "- %s\n- %s\n  1. %.30s\n\n", words, words, words); break;
        case 2: g_string_append_printf (text, "> %s\n>\n> - %.40s\n\n", words, words); break;
        case 3: g_string_append_printf (text, "```\n%s\n%s\n\n%s\n```\n\n", words, words, words); break;
        case 4: g_string_append_printf (text, "| a | b |\n|---|--:|\n| %s | 1 |\n| x | %s |\n\n", words, words); break;
        default: g_string_append_printf (text, "%s\n\n", words); break;
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (151);

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr(AftDocument) document = aft_document_new ();
      g_autoptr(AftReport) report = NULL;
      g_autoptr(AftPages) pages = NULL;

      for (guint i = 0; i < 6; i++)
        {
          g_autofree char *title = create_text (rand, (guint) g_rand_int_range (rand, 1, 14));
          g_autofree char *text = create_prose (rand);

          report_fixture_add (document, "sections", AFT_TYPE_SECTION, "title", title, "text", text, NULL);
        }
      aft_document_set_ready (document);
      report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
      pages = aft_pages_new (report, papers[round % 3][0], papers[round % 3][1]);
      assert_well_broken (pages);
      assert_inside (pages);
    }
}

static char *
repeat (const char *part,
        glong       length)
{
  GString *text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < length)
    g_string_append (text, part);

  return g_string_free (text, FALSE);
}

static AftAnswer *
add_why (gpointer    parent,
         const char *question,
         const char *answer)
{
  AftQuestion *why = report_fixture_add (parent, "questions", AFT_TYPE_QUESTION, "text", question, NULL);

  return report_fixture_add (why, "answers", AFT_TYPE_ANSWER, "text", answer, NULL);
}

/* A chain, many answers to one question, and texts of 10,000 characters in several scripts. */
static AftDocument *
create_trees (void)
{
  static const char *const parts[] = { "word ", "x", "🔥👩‍🚒é", "لماذا توقف الخادم؟ ", "サーバーはなぜ停止しましたか。" };
  AftDocument *document = aft_document_new ();
  AftProblem *problem;
  AftQuestion *question;
  gpointer at;

  g_object_set (document, "title", "Trees", "language", "en", NULL);
  report_fixture_add (document, "sections", AFT_TYPE_SECTION, "kind", AFT_SECTION_ANALYSIS, NULL);
  at = report_fixture_add (document, "problems", AFT_TYPE_PROBLEM, "text", "A chain", NULL);
  for (guint i = 0; i < 60; i++)
    at = add_why (at, "Why?", "It had been so for long.");

  problem = report_fixture_add (document, "problems", AFT_TYPE_PROBLEM, "text", "A crowd", NULL);
  question = report_fixture_add (problem, "questions", AFT_TYPE_QUESTION, "text", "Why?", "join", AFT_JOIN_AND, NULL);
  for (guint i = 0; i < 300; i++)
    report_fixture_add (question, "answers", AFT_TYPE_ANSWER, "text", "One of many things.", NULL);

  problem = report_fixture_add (document, "problems", AFT_TYPE_PROBLEM, "text", "Long", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = repeat (parts[i], 10000);

      add_why (add_why (problem, text, text), text, text);
    }
  aft_document_set_ready (document);

  return document;
}

static void
test_trees (void)
{
  g_autoptr(AftDocument) document = create_trees ();
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i += 2)
    {
      g_autoptr(AftPages) pages = aft_pages_new (report, papers[i][0], papers[i][1]);

      assert_inside (pages);
      assert_well_broken (pages);
    }
}

static void
test_long_table (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autoptr(AftPages) pages = NULL;
  guint n_repeated = 0;

  for (guint i = 0; i < 120; i++)
    {
      g_autoptr(AftMoment) at = aft_moment_new ((G_GINT64_CONSTANT (1620300000) + 600 * i) * G_USEC_PER_SEC, "UTC",
                                                AFT_PRECISION_MINUTE, FALSE, NULL);
      g_autofree char *text = g_strdup_printf ("Event %u, which is told in a few words", i);

      report_fixture_add (document, "events", AFT_TYPE_EVENT, "text", text, "at", at, NULL);
    }
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  pages = aft_pages_new (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT);
  assert_well_broken (pages);
  assert_inside (pages);

  for (guint i = 0; i < pages->pages->len; i++)
    n_repeated += g_array_index ((GArray *) g_ptr_array_index (pages->pages, i), AftPlacedBox, 0).repeated;
  g_assert_cmpuint (n_repeated, >=, 2);
}

/* A cell longer than a page breaks; nothing of it is lost. */
static void
test_long_cell (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *words = create_text (rand, 2500);
  g_autofree char *table = g_strdup_printf ("| a | b |\n|---|---|\n| x | %s |\n", words);
  g_autoptr(AftReport) report = NULL;
  g_autoptr(AftPages) pages = NULL;

  report_fixture_add (document, "sections", AFT_TYPE_SECTION, "title", "Long", "text", table, NULL);
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  pages = aft_pages_new (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT);
  g_assert_cmpuint (aft_pages_get_n_pages (pages), >=, 2);
  assert_well_broken (pages);
  assert_inside (pages);
}

static void
test_contents (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autoptr(AftPages) pages = aft_pages_new (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT);
  guint n_entries = 0;
  guint last = 0;

  g_assert_cmpuint (aft_pages_get_n_pages (pages), >, 4);
  for (guint i = 0; i < pages->flow->boxes->len; i++)
    {
      const AftBox *box = g_ptr_array_index (pages->flow->boxes, i);
      const char *title;
      guint page;

      if (box->kind != AFT_BOX_ENTRY)
        continue;

      n_entries++;
      g_assert_true (aft_pages_get_heading (pages, box->target, &title, NULL, &page));
      g_assert_cmpstr (pango_layout_get_text (box->layout), ==, title);
      g_assert_cmpuint (page, >=, last);
      last = page;
    }
  g_assert_cmpuint (n_entries, >, 10);
}

/* The same report gives the same pages. */
static void
test_same (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_PUBLIC, NULL);
  g_autoptr(AftPages) one = aft_pages_new (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT);
  g_autoptr(AftPages) two = aft_pages_new (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT);

  g_assert_cmpuint (one->pages->len, ==, two->pages->len);
  for (guint i = 0; i < one->pages->len; i++)
    {
      const GArray *first = g_ptr_array_index (one->pages, i);
      const GArray *second = g_ptr_array_index (two->pages, i);

      g_assert_cmpuint (first->len, ==, second->len);
      for (guint j = 0; j < first->len; j++)
        g_assert_cmpfloat (g_array_index (first, AftPlacedBox, j).y, ==, g_array_index (second, AftPlacedBox, j).y);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pages/fixture", test_fixture);
  g_test_add_func ("/report/pages/empty", test_empty);
  g_test_add_func ("/report/pages/random", test_random);
  g_test_add_func ("/report/pages/long-table", test_long_table);
  g_test_add_func ("/report/pages/trees", test_trees);
  g_test_add_func ("/report/pages/long-cell", test_long_cell);
  g_test_add_func ("/report/pages/contents", test_contents);
  g_test_add_func ("/report/pages/same", test_same);

  return g_test_run ();
}

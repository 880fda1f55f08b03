/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-answer.h"
#include "aft-dot-writer.h"
#include "aft-figure-svg.h"
#include "aft-markdown-writer.h"
#include "aft-mermaid-writer.h"
#include "aft-outline-writer.h"
#include "aft-paper-size.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-section.h"
#include "aft-text-writer.h"
#include "report-fixture.h"

#define ADD report_fixture_add

/* Every other answer has a brother that comes after all that stands below it. */
static AftDocument *
create_deep (guint *n_whys)
{
  AftDocument *document = aft_document_new ();
  gpointer at;

  g_object_set (document, "title", "Deep", "language", "en", NULL);
  ADD (document, "sections", AFT_TYPE_SECTION, "kind", AFT_SECTION_ANALYSIS, NULL);
  at = ADD (document, "problems", AFT_TYPE_PROBLEM, "text", "Problem-0.", NULL);
  for (*n_whys = 0; aft_item_get_depth (at) + 2 <= AFT_ITEM_MAX_DEPTH; (*n_whys)++)
    {
      g_autofree char *why = g_strdup_printf ("Why-%u?", *n_whys + 1);
      g_autofree char *because = g_strdup_printf ("Because-%u!", *n_whys + 1);
      AftQuestion *question = ADD (at, "questions", AFT_TYPE_QUESTION, "text", why, NULL);

      at = ADD (question, "answers", AFT_TYPE_ANSWER, "text", because, "evidence", "as *seen*", NULL);
      if (*n_whys % 2 == 1)
        {
          g_autofree char *also = g_strdup_printf ("Also-%u!", *n_whys + 1);

          ADD (question, "answers", AFT_TYPE_ANSWER, "text", also, NULL);
        }
    }
  aft_document_set_ready (document);

  return document;
}

static void
assert_whole (const char *text,
              guint       n_whys)
{
  for (guint i = 1; i <= n_whys; i++)
    {
      static const char *const formats[] = { "Why", "Because", "Also" };

      for (guint j = 0; j < (i % 2 == 0 ? 3u : 2u); j++)
        {
          g_autofree char *wanted = g_strdup_printf ("%s-%u%s", formats[j], i, j == 0 ? "?" : "!");

          if (strstr (text, wanted) == NULL)
            g_error ("“%s” is lost", wanted);
        }
    }
}

static void
test_texts (void)
{
  guint n_whys;
  g_autoptr(AftDocument) document = create_deep (&n_whys);
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autofree char *markdown = aft_markdown_write (report, AFT_MARKDOWN_PLAIN);
  g_autofree char *text = aft_text_write (report);
  g_autofree char *outline = aft_outline_write (report);
  g_autofree char *mermaid = aft_mermaid_write (report);
  g_autofree char *dot = aft_dot_write (report);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) svg = aft_figure_svg_write_whys (report, &error);

  g_assert_cmpuint (n_whys, >=, 60);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (svg), >, 1000);
  assert_whole (markdown, n_whys);
  assert_whole (text, n_whys);
  assert_whole (outline, n_whys);
  assert_whole (mermaid, n_whys);
  assert_whole (dot, n_whys);
}

/* Each line of the list stands two blanks deeper than the one above it, so that it reads back as a list. */
static void
test_markdown_indents (void)
{
  guint n_whys;
  g_autoptr(AftDocument) document = create_deep (&n_whys);
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autofree char *markdown = aft_markdown_write (report, AFT_MARKDOWN_PLAIN);
  g_autofree char *start = g_strdup_printf ("\n%*s- **Why-%u?**", (int) (n_whys - 1) * 4, "", n_whys);

  g_assert_nonnull (strstr (markdown, start));
}

/* Plain text stops indenting while there is room for words, and tells which why it is. */
static void
test_plain_text_indents (void)
{
  guint n_whys;
  g_autoptr(AftDocument) document = create_deep (&n_whys);
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autofree char *text = aft_text_write (report);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (strlen (lines[i]), <=, 72);
  g_assert_nonnull (strstr (text, "\n                                    - Why-10?\n"));
  g_assert_nonnull (strstr (text, "\n                                        (63) Why-63?\n"));
  g_assert_nonnull (strstr (text, "\n                                        (62) Possible: Also-62!\n"));
}

static void
test_pdf (void)
{
  static const double widths[] = { AFT_PAPER_A4_WIDTH, 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      guint n_whys;
      g_autoptr(AftDocument) document = create_deep (&n_whys);
      g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
      g_autofree char *path = report_fixture_write (report, widths[i], AFT_PAPER_A4_HEIGHT, "deep.pdf");
      g_autofree char *text = report_fixture_run ("pdftotext", "-raw", path, "-", NULL);

      if (text == NULL)
        g_test_skip ("pdftotext is not installed");
      else
        {
          g_auto(GStrv) words = g_strsplit_set (text, " \n\f", -1);
          g_autofree char *found = g_strjoinv ("", words);

          assert_whole (found, n_whys);
          /* Where the list indents no further it tells which why it is. */
          g_assert_nonnull (strstr (found, "63Why-63?"));
          g_assert_nonnull (strstr (found, "62Possible:Also-62!"));
        }
      report_fixture_remove (path);
    }
}

/* Of 300 answers to one question none is lost, nor a word of a long one, although the figure cuts it short. */
static void
test_crowd (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  AftProblem *problem;
  AftQuestion *question;

  g_object_set (document, "title", "Crowd", "language", "en", NULL);
  ADD (document, "sections", AFT_TYPE_SECTION, "kind", AFT_SECTION_ANALYSIS, NULL);
  problem = ADD (document, "problems", AFT_TYPE_PROBLEM, "text", "Problem", NULL);
  question = ADD (problem, "questions", AFT_TYPE_QUESTION, "text", "Why?", NULL);
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (words, "w%u. ", i);
  ADD (question, "answers", AFT_TYPE_ANSWER, "text", words->str, NULL);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *answer = g_strdup_printf ("Answer-%u!", i);

      ADD (question, "answers", AFT_TYPE_ANSWER, "text", answer, NULL);
    }
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  path = report_fixture_write (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT, "crowd.pdf");
  text = report_fixture_run ("pdftotext", "-raw", path, "-", NULL);

  if (text == NULL)
    g_test_skip ("pdftotext is not installed");
  else
    {
      g_auto(GStrv) found = g_strsplit_set (text, " \n\f", -1);

      for (guint i = 0; i < 2000; i++)
        {
          g_autofree char *word = g_strdup_printf ("w%u.", i);
          g_autofree char *answer = g_strdup_printf ("Answer-%u!", i % 300);

          g_assert_true (g_strv_contains ((const char *const *) found, word));
          g_assert_true (g_strv_contains ((const char *const *) found, answer));
        }
      g_assert_nonnull (strstr (text, "continued from part 1\n"));
    }
  report_fixture_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deep-tree/texts", test_texts);
  g_test_add_func ("/deep-tree/markdown-indents", test_markdown_indents);
  g_test_add_func ("/deep-tree/plain-text-indents", test_plain_text_indents);
  g_test_add_func ("/deep-tree/pdf", test_pdf);
  g_test_add_func ("/deep-tree/crowd", test_crowd);

  return g_test_run ();
}

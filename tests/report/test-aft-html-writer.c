/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "aft-answer.h"
#include "aft-event.h"
#include "aft-figure.h"
#include "aft-html-style.h"
#include "aft-html-text.h"
#include "aft-html-writer.h"
#include "aft-moment-parser.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-response-question.h"
#include "aft-section.h"
#include "html-page.h"
#include "report-fixture.h"

#define ADD report_fixture_add
#define HOSTILE "</style><script>alert(1)</script> & \" onload=\"x' --> ]]> <!-- <svg onload='y'> &lt; &#x3c;"

static void
check_page (const HtmlPage *self)
{
  static const char *const once[] = { "html", "title", "style", "header", "main", "footer", "h1" };
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (once); i++)
    g_assert_cmpuint (html_page_get_count (self, once[i]), ==, 1);
  for (guint i = 0; i < self->ids->len; i++)
    g_assert_true (g_hash_table_add (ids, g_ptr_array_index (self->ids, i)));
  for (guint i = 0; i < self->links->len; i++)
    {
      const char *link = g_ptr_array_index (self->links, i);

      if (link[0] == '#' && !g_hash_table_contains (ids, link + 1))
        g_error ("%s leads nowhere", link);
    }
}

static void
append_runs (GString       *out,
             const AftRuns *runs)
{
  g_autofree char *text = aft_runs_to_text (runs);

  html_page_append (out, text);
}

static void
append_table (GString             *out,
              const AftBlockTable *table,
              guint               *n_cols)
{
  /* Tiles hold a name and its value each. */
  if (table->style == AFT_TABLE_TILES)
    {
      const AftTableRow *row = g_ptr_array_index (table->rows, 0);

      for (guint i = 0; i < table->n_columns; i++)
        {
          append_runs (out, g_ptr_array_index (table->head->cells, i));
          append_runs (out, g_ptr_array_index (row->cells, i));
        }
      return;
    }

  for (guint i = 0; i <= table->rows->len; i++)
    {
      const AftTableRow *row = i == 0 ? table->head : g_ptr_array_index (table->rows, i - 1);

      for (guint j = 0; row != NULL && j < row->cells->len; j++)
        {
          append_runs (out, g_ptr_array_index (row->cells, j));
          *n_cols += i == 0 && !aft_runs_are_empty (g_ptr_array_index (row->cells, j));
        }
    }
}

/* All that a reader of the blocks reads, in order. */
static void
append_blocks (GString              *out,
               const GPtrArray      *blocks,
               const AftReportWords *words,
               guint                *n_cols)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == AFT_BLOCK_TITLE)
        html_page_append (out, words->kicker);
      if (block->check != AFT_CHECK_NONE)
        g_string_append (out, block->check == AFT_CHECK_DONE ? "☑" : "☐");
      if (block->type == AFT_BLOCK_HEADING && aft_runs_are_empty (block->runs))
        html_page_append (out, words->unknown);
      append_runs (out, block->runs);
      if (block->code != NULL)
        html_page_append (out, block->code);
      if (block->table != NULL)
        append_table (out, block->table, n_cols);
      if (block->children != NULL)
        append_blocks (out, block->children, words, n_cols);
    }
}

static void
check_texts (const HtmlPage *page,
             AftReport      *report)
{
  const GPtrArray *blocks = aft_report_get_blocks (report);
  g_autoptr(GString) wanted = g_string_new (NULL);
  guint n_cols = 0;

  append_blocks (wanted, blocks, aft_report_get_words (report), &n_cols);
  g_assert_cmpstr (page->text->str, ==, wanted->str);
  g_assert_cmpuint (page->n_cols, ==, n_cols);

  for (guint i = 0; i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);
      g_autoptr(GString) heading = g_string_new (NULL);

      append_runs (heading, block->runs);
      if (block->type == AFT_BLOCK_HEADING && block->level == 2 && html_page_get_count (page, "nav") > 0)
        g_assert_nonnull (strstr (page->listed->str, heading->str));
    }
}

/* Where it is installed, the judge of the W3C's older days looks as well. */
static void
check_tidy (const char *html)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("afterword-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "page.html", NULL);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  g_file_set_contents (path, html, -1, &error);
  g_assert_no_error (error);
  said = report_fixture_run ("tidy", "-e", "-q", path, NULL);
  if (said == NULL)
    g_test_message ("tidy is not installed");
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_text (void)
{
  static const char *const languages[] = { "en", "de", "ar" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint edition = AFT_EDITION_TEAM; edition <= AFT_EDITION_PUBLIC; edition++)
      {
        g_autoptr(AftDocument) document = report_fixture_new (languages[i]);
        g_autoptr(AftReport) report = aft_report_build (document, edition, NULL);
        g_autofree char *html = aft_html_write (report);
        g_autofree char *again = aft_html_write (report);
        g_autoptr(HtmlPage) page = html_page_read (html);

        check_page (page);
        check_texts (page, report);
        check_tidy (html);
        g_assert_cmpstr (again, ==, html);
        g_assert_cmpstr (page->language, ==, languages[i]);
        g_assert_cmpstr (page->direction, ==, i == 2 ? "rtl" : "ltr");
        g_assert_cmpuint (html_page_get_count (page, "nav"), ==, 1);
        g_assert_cmpuint (html_page_get_count (page, "figure"), ==, 2);
        g_assert_cmpuint (page->n_rows, >, 10);
      }
}

static void
test_head (void)
{
  static const char *const wanted[] = {
    "<title>Unstable fingerprints in Rust 1.52.0</title>",
    "<meta name=\"keywords\" content=\"compiler, incremental\"/>",
    "<meta name=\"description\" content=\"The stable compiler of 6 May 2021",
    "<meta name=\"generator\" content=\"Afterword " PACKAGE_VERSION "\"/>",
    "<meta name=\"referrer\" content=\"no-referrer\"/>",
    "<meta name=\"dcterms.audience\" content=\"Team\"/>",
    "<meta name=\"author\" content=\"Ada Example\"/>",
    "content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:;",
    "<a class=\"skip\" href=\"#report\">Skip to the report</a>",
    "id=\"5a-i\"",
    "id=\"lesson-5\"",
    "<h1 id=\"top\">",
  };
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autofree char *html = aft_html_write (report);

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_test_message ("%s", wanted[i]);
      g_assert_nonnull (strstr (html, wanted[i]));
    }
}

/* Every ink that a drawing names is one that the style knows, in light and in dark. */
static void
test_inks (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autofree char *html = aft_html_write (report);
  g_autoptr(GRegex) regex = g_regex_new ("var\\((--[a-z]+)\\)", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint count = 0;

  g_regex_match (regex, html, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL), count++)
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *definition = g_strconcat (name, ": #", NULL);
      const char *light = strstr (aft_html_style_get (), definition);

      g_assert_nonnull (light);
      g_assert_nonnull (strstr (light + 1, definition));
    }
  g_assert_cmpuint (count, >, 100);
  g_assert_null (strpbrk (aft_html_style_get (), "<&"));
  g_assert_null (strstr (aft_html_style_get (), "url("));
  g_assert_null (strstr (aft_html_style_get (), "@import"));
}

/* The letters of a drawing are text, line by line. */
static void
test_drawn (void)
{
  g_autoptr(AftDocument) document = report_fixture_begin ("en");
  g_autoptr(AftReport) report = NULL;
  g_autofree char *html = NULL;
  g_autoptr(HtmlPage) page = NULL;
  AftProblem *problem = ADD (document, "problems", AFT_TYPE_PROBLEM, "text", "لماذا توقف الخادم؟", NULL);
  AftQuestion *question = ADD (problem, "questions", AFT_TYPE_QUESTION, "text", "Why <not>?", NULL);

  ADD (question, "answers", AFT_TYPE_ANSWER, "text", "Ruled & out", "state", AFT_ANSWER_RULED_OUT, NULL);
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  html = aft_html_write (report);
  page = html_page_read (html);

  g_assert_nonnull (strstr (page->drawn->str, "Auserreportsaninternalcompilererror,“foundunstablefingerprints”."));
  g_assert_nonnull (strstr (page->drawn->str, "Nothingshowswhenachangethatuserswillfeelisgoingtoship."));
  g_assert_nonnull (strstr (page->drawn->str, "Ruled&out"));
  g_assert_nonnull (strstr (page->drawn->str, "لماذاتوقفالخادم؟"));
  g_assert_true (g_regex_match_simple ("<text x=\"[0-9.]+\" y=\"[0-9.]+\" textLength=\"[0-9.]+\" "
                                       "lengthAdjust=\"spacingAndGlyphs\" direction=\"rtl\" font-size=\"7.40\" "
                                       "font-weight=\"bold\" fill=\"var\\(--text\\)\">لماذا", html, 0, 0));
  g_assert_true (g_regex_match_simple ("font-size=\"7.40\" font-style=\"italic\" fill=\"var\\(--text\\)\">"
                                       "Why &lt;not&gt;\\?", html, 0, 0));
  g_assert_true (g_regex_match_simple ("text-decoration=\"line-through\" fill=\"var\\(--quiet\\)\">Ruled &amp; out",
                                       html, 0, 0));
  g_assert_cmpuint (html_page_get_count (page, "path") + html_page_get_count (page, "rect"), >, 50);
}

static AftDocument *
create_hostile (void)
{
  static const char *const prose =
    "# " HOSTILE "\n\n" HOSTILE "\n\n- " HOSTILE "\n- [ ] " HOSTILE "\n\n"
    "| <b> | `<i>` |\n|---|---|\n| </td></table> | x |\n\n"
    "```\n" HOSTILE "\n</code></pre>\n```\n\n> " HOSTILE "\n\n"
    "[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x) [d](https://example.org/?a=1&b='2') [e](#top) "
    "[f](vbscript:x) ![g](https://example.org/x.png) [h](//example.org) "
    "[i](mailto:a@example.org) <https://example.org/i>\n";
  const AftMomentContext context = { "UTC", 0 };
  g_autoptr(AftMoment) at = aft_moment_parse ("2021-05-06 12:00 UTC", &context, NULL);
  g_autoptr(AftMoment) later = aft_moment_parse ("2021-05-06 13:00 UTC", &context, NULL);
  const char *const tags[] = { HOSTILE, "b", NULL };
  AftDocument *document = aft_document_new ();
  AftProblem *problem;
  AftQuestion *question;

  g_object_set (document, "title", HOSTILE, "language", "en\"><script>", "severity", HOSTILE, "reference",
                HOSTILE, "tags", tags, NULL);
  ADD (document, "sections", AFT_TYPE_SECTION, "kind", AFT_SECTION_SUMMARY, "one-line", HOSTILE, "text", prose,
       "surprise", HOSTILE, NULL);
  ADD (document, "sections", AFT_TYPE_SECTION, "title", HOSTILE, "text", prose, NULL);
  ADD (document, "events", AFT_TYPE_EVENT, "text", HOSTILE, "at", at, "link", "javascript:alert(1)", "source",
       HOSTILE, NULL);
  ADD (document, "events", AFT_TYPE_EVENT, "text", HOSTILE, "at", later, "believed", HOSTILE, NULL);
  problem = ADD (document, "problems", AFT_TYPE_PROBLEM, "text", HOSTILE, NULL);
  question = ADD (problem, "questions", AFT_TYPE_QUESTION, "text", HOSTILE, NULL);
  ADD (question, "answers", AFT_TYPE_ANSWER, "text", HOSTILE, "link", "javascript:alert(1)", "evidence", prose, NULL);
  ADD (document, "problems", AFT_TYPE_PROBLEM, "text", "", NULL);

  return document;
}

static void
test_hostile (void)
{
  g_autoptr(AftDocument) document = create_hostile ();
  g_autoptr(AftReport) report = NULL;
  g_autofree char *html = NULL;
  g_autoptr(HtmlPage) page = NULL;
  guint n_mails = 0;

  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  html = aft_html_write (report);
  page = html_page_read (html);
  check_page (page);
  check_texts (page, report);
  check_tidy (html);

  g_assert_cmpstr (page->language, ==, "en");
  g_assert_null (strstr (html, "<script"));
  g_assert_cmpuint (html_page_get_count (page, "img"), ==, 0);
  for (guint i = 0; i < page->links->len; i++)
    n_mails += strcmp (g_ptr_array_index (page->links, i), "mailto:a@example.org") == 0;
  g_assert_cmpuint (n_mails, ==, 3);
}

static void
test_levels (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autofree char *html = NULL;
  g_autoptr(HtmlPage) page = NULL;
  AftSection *section;

  section = ADD (document, "sections", AFT_TYPE_SECTION, "title", "x", "text",
       "### Deep\n\na\n\n### Beside\n\nb\n\n# Up\n\nc\n\n#### Far down\n\nd\n\n> ## Quoted\n\n1. # In a list\n", NULL);
  /* Below the sixth level a heading is a label, and that of a table is its caption. */
  ADD (section, "questions", AFT_TYPE_RESPONSE_QUESTION, "question", "How many?", "answer",
       "# Numbers\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n", NULL);
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  html = aft_html_write (report);
  page = html_page_read (html);
  check_page (page);
  check_texts (page, report);
  g_assert_nonnull (strstr (html, ">Deep</h3>"));
  g_assert_nonnull (strstr (html, ">Beside</h3>"));
  g_assert_nonnull (strstr (html, ">Up</h3>"));
  g_assert_nonnull (strstr (html, ">Far down</h4>"));
  g_assert_nonnull (strstr (html, "aria-label=\"Numbers\">\n<table>\n<caption>Numbers</caption>\n<thead>"));
  g_assert_nonnull (strstr (html, "<p class=\"label\">How many?</p>"));
}

static void
test_directions (void)
{
  static const struct { const char *language; gboolean leftward; } cases[] = {
    { "ar", TRUE }, { "ar-EG", TRUE }, { "he", TRUE }, { "fa", TRUE }, { "ur-PK", TRUE }, { "az-Arab", TRUE },
    { "en", FALSE }, { "de-AT", FALSE }, { "ja", FALSE }, { "ur-Latn", FALSE }, { "", FALSE }, { "xx-nothing", FALSE },
  };
  static const struct { const char *text; gboolean leftward; const char *wanted; } texts[] = {
    { "abc", FALSE, "" }, { "abc", TRUE, " dir=\"ltr\"" }, { "12 حادثة", FALSE, " dir=\"rtl\"" }, { "חזרה", TRUE, "" },
    { "—", TRUE, "" }, { "12:30", TRUE, "" }, { "", FALSE, "" }, { "障害", TRUE, " dir=\"ltr\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (aft_html_language_is_leftward (cases[i].language) != cases[i].leftward)
      g_error ("%s runs the wrong way", cases[i].language);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GString) out = g_string_new (NULL);

      aft_html_append_direction (out, texts[i].text, texts[i].leftward);
      g_assert_cmpstr (out->str, ==, texts[i].wanted);
    }
}

static void
test_runs (void)
{
  g_autoptr(GHashTable) anchors = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) runs = aft_runs_new ();
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GString) odd = g_string_new (NULL);

  g_hash_table_add (anchors, (gpointer) "1a");
  aft_runs_add (runs, "here", AFT_RUN_PLAIN, "#1a");
  aft_runs_add (runs, "gone", AFT_RUN_STRONG, "#1b");
  aft_runs_add (runs, "x", AFT_RUN_STRUCK | AFT_RUN_CODE | AFT_RUN_ALERT, NULL);
  aft_runs_add_break (runs);
  aft_runs_add (runs, "https://example.org", AFT_RUN_QUIET, "https://example.org");
  aft_html_append_runs (out, runs, anchors);
  g_assert_cmpstr (out->str, ==,
                   "<a href=\"#1a\">here</a><strong>gone</strong>"
                   "<span class=\"alert\"><s><code>x</code></s></span><br/>"
                   "<a class=\"bare\" href=\"https://example.org\" rel=\"noreferrer noopener\">"
                   "<span class=\"quiet\">https://example.org</span></a>");

  aft_html_append_text (odd, "a\001b\xef\xbf\xbe" "c\xef\xb7\x90" "d\xff" "e\n\tf\x7f");
  g_assert_cmpstr (odd->str, ==, "abcd\xef\xbf\xbd" "e\n\tf");
}

static void
add_picture (AftDocument *document,
             const char  *media_type,
             const void  *bytes,
             gsize        size,
             const char  *alternative)
{
  g_autofree char *data = g_base64_encode (bytes, size);

  ADD (document, "figures", AFT_TYPE_FIGURE, "caption", "A <picture>", "alternative-text", alternative, "media-type",
       media_type, "data", data, "checked", TRUE, NULL);
}

/* A JPEG in which a camera has told where it was. */
static void
add_photograph (AftDocument *document)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 30);
  g_autofree char *buffer = NULL;
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  static const char comment[] = "\xff\xfe\x00\x0bswordfish";
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "jpeg", NULL, NULL));
  g_byte_array_append (bytes, (const guint8 *) buffer, 2);
  g_byte_array_append (bytes, (const guint8 *) comment, sizeof comment - 1);
  g_byte_array_append (bytes, (const guint8 *) buffer + 2, (guint) size - 2);
  add_picture (document, "image/jpeg", bytes->data, bytes->len, "Photograph \"of\" it");
}

static void
test_pictures (void)
{
  g_autoptr(AftReport) for_team = NULL;
  g_autofree char *whole = NULL;
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10' onload='alert(1)'>"
                            "<script>alert(1)</script><image href='https://example.org/x.png'/></svg>";
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autofree char *html = NULL;
  g_autoptr(HtmlPage) page = NULL;
  g_autofree char *encoded = NULL;
  g_autofree guchar *decoded = NULL;
  const char *start;
  gsize size;

  add_photograph (document);
  add_picture (document, "image/svg+xml", svg, strlen (svg), "Drawing");
  add_picture (document, "image/png", "no picture", 10, "Broken");
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_PUBLIC, NULL);
  html = aft_html_write (report);
  page = html_page_read (html);
  check_page (page);
  check_tidy (html);

  g_assert_cmpuint (html_page_get_count (page, "img"), ==, 2);
  g_assert_cmpuint (html_page_get_count (page, "figcaption"), ==, 3);
  g_assert_nonnull (strstr (page->text->str, "Thispicturecannotbeshown."));
  g_assert_nonnull (strstr (page->text->str, "Broken"));
  g_assert_nonnull (strstr (html, "<img width=\"40\" height=\"30\" alt=\"Photograph &quot;of&quot; it\" "
                                  "src=\"data:image/jpeg;base64,"));
  /* What is covered in a drawing, or said beside it, stays with the team. */
  g_assert_nonnull (strstr (html, "<img width=\"20\" height=\"10\" alt=\"Drawing\" src=\"data:image/png;base64,"));
  for_team = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  whole = aft_html_write (for_team);
  g_assert_nonnull (strstr (whole, "alt=\"Drawing\" src=\"data:image/svg+xml;base64,"));

  start = strstr (html, "image/jpeg;base64,") + strlen ("image/jpeg;base64,");
  encoded = g_strndup (start, strcspn (start, "\""));
  decoded = g_base64_decode (encoded, &size);
  g_assert_cmpuint (size, >, 200);
  g_assert_null (g_strstr_len ((const char *) decoded, (gssize) size, "swordfish"));
  for (gsize i = 0; i + 9 <= size; i++)
    g_assert_true (memcmp (decoded + i, "swordfish", 9) != 0);
}

/* However deep the whys go, and whatever is missing. */
static void
test_extremes (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftDocument) empty = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autoptr(AftReport) nothing = NULL;
  g_autofree char *html = NULL;
  g_autofree char *bare = NULL;
  g_autoptr(HtmlPage) page = NULL;
  g_autoptr(HtmlPage) bare_page = NULL;
  gpointer holder = ADD (document, "problems", AFT_TYPE_PROBLEM, "text", "Deep", NULL);

  for (guint i = 0; i < 60; i++)
    {
      AftQuestion *question = ADD (holder, "questions", AFT_TYPE_QUESTION, "text", "Why?", NULL);

      holder = ADD (question, "answers", AFT_TYPE_ANSWER, "text", "So.", NULL);
    }
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  html = aft_html_write (report);
  page = html_page_read (html);
  check_page (page);
  check_texts (page, report);
  g_assert_nonnull (strstr (html, "<li data-level=\"60\">"));
  g_assert_null (strstr (html, "<li data-level=\"4\">"));

  aft_document_set_ready (empty);
  nothing = aft_report_build (empty, AFT_EDITION_PUBLIC, NULL);
  bare = aft_html_write (nothing);
  bare_page = html_page_read (bare);
  check_page (bare_page);
  check_texts (bare_page, nothing);
  check_tidy (bare);
  g_assert_cmpuint (html_page_get_count (bare_page, "nav"), ==, 0);
  g_assert_nonnull (strstr (bare_page->foot->str, "Edition:Public"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/html-writer/text", test_text);
  g_test_add_func ("/report/html-writer/head", test_head);
  g_test_add_func ("/report/html-writer/inks", test_inks);
  g_test_add_func ("/report/html-writer/drawn", test_drawn);
  g_test_add_func ("/report/html-writer/hostile", test_hostile);
  g_test_add_func ("/report/html-writer/levels", test_levels);
  g_test_add_func ("/report/html-writer/directions", test_directions);
  g_test_add_func ("/report/html-writer/runs", test_runs);
  g_test_add_func ("/report/html-writer/pictures", test_pictures);
  g_test_add_func ("/report/html-writer/extremes", test_extremes);

  return g_test_run ();
}

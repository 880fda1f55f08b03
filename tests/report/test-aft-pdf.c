/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-page-layout.h"
#include "aft-page-tags.h"
#include "aft-pdf.h"
#include "aft-section.h"
#include "report-fixture.h"

static GBytes *
write_to_memory (AftReport *report)
{
  g_autoptr(GError) error = NULL;
  GBytes *pdf = aft_pdf_write (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

/* Blanks and the ends of lines and pages come out in many ways. */
static char *
without_blanks (const char *text)
{
  GString *result = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (result, g_utf8_get_char (at));

  return g_string_free (result, FALSE);
}

static void
assert_runs (const AftRuns *runs,
             const char    *found)
{
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const AftRun *run = g_ptr_array_index (runs, i);
      g_auto(GStrv) words = g_strsplit (run->text, " ", -1);

      for (gsize j = 0; words[j] != NULL; j++)
        if (strstr (found, words[j]) == NULL)
          g_error ("“%s” is not in the text of the PDF", words[j]);
    }
}

static void
assert_texts (const GPtrArray *blocks,
              const char      *found)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);

      assert_runs (block->runs, found);
      for (guint j = 0; block->table != NULL && j < block->table->rows->len; j++)
        {
          const AftTableRow *row = g_ptr_array_index (block->table->rows, j);

          for (guint k = 0; k < row->cells->len; k++)
            assert_runs (g_ptr_array_index (row->cells, k), found);
        }
      if (block->children != NULL)
        assert_texts (block->children, found);
    }
}

static void
test_text (void)
{
  static const char *const languages[] = { "en", "de" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr(AftDocument) document = report_fixture_new (languages[i]);
      g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
      g_autofree char *name = g_strdup_printf ("report-%s.pdf", languages[i]);
      g_autofree char *path = report_fixture_write (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT, name);
      g_autofree char *text = report_fixture_run ("pdftotext", "-raw", path, "-", NULL);
      g_autofree char *found = text != NULL ? without_blanks (text) : NULL;

      if (found != NULL)
        assert_texts (aft_report_get_blocks (report), found);
      else
        g_test_skip ("pdftotext is not installed");
      report_fixture_remove (path);
    }
}

static void
test_reading_order (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autofree char *path = report_fixture_write (report, AFT_PAPER_LETTER_WIDTH, AFT_PAPER_LETTER_HEIGHT, "order.pdf");
  g_autofree char *text = report_fixture_run ("pdftotext", "-raw", path, "-", NULL);
  const char *at = text;

  for (guint i = 0; text != NULL && i < 3; i++)
    {
      static const char *const parts[] = {
        "Lesson Learned (5/5): be willing", "Action Item (5a-i, due 2021-08-05): survey",
        "No concrete action item yet for (5b).",
      };

      at = strstr (at, parts[i]);
      g_assert_nonnull (at);
    }
  report_fixture_remove (path);
}

static void
test_info (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_ORGANISATION, NULL);
  g_autofree char *path = report_fixture_write (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT, "info.pdf");
  g_autofree char *info = report_fixture_run ("pdfinfo", path, NULL);
  g_autofree char *structure = report_fixture_run ("pdfinfo", "-struct-text", path, NULL);
  g_autofree char *fonts = report_fixture_run ("pdffonts", path, NULL);
  g_autofree char *checked = report_fixture_run ("qpdf", "--check", path, NULL);
  g_autofree char *plain = report_fixture_run ("qpdf", "--qdf", path, "-", NULL);

  if (info != NULL)
    {
      g_assert_nonnull (strstr (info, "Unstable fingerprints in Rust 1.52.0"));
      g_assert_nonnull (strstr (info, "compiler, incremental"));
      g_assert_nonnull (strstr (info, "The stable compiler of 6 May 2021"));
      g_assert_nonnull (strstr (info, "2021"));
      g_assert_nonnull (strstr (info, "595.276 x 841.89 pts (A4)"));
      g_assert_null (strstr (info, "Author:"));
    }
  if (structure != NULL)
    {
      static const char *const elements[] = {
        "Document", "H1", "H2", "H3", "P (", "L (", "LI", "LBody", "Table", "TR", "TH", "TD", "Link", "BlockQuote",
        "Code", "Figure", "Caption", "TOC", "TOCI", "\"Unstable fingerprints in Rust 1.52.0\"",
      };

      for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
        g_assert_nonnull (strstr (structure, elements[i]));
    }
  if (fonts != NULL)
    g_assert_null (strstr (fonts, " no  no "));
  if (checked != NULL)
    g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors"));
  if (plain != NULL)
    {
      g_assert_nonnull (strstr (plain, "/URI (https://github.com/rust-lang/rust/issues/84970)"));
      g_assert_nonnull (strstr (plain, "/Outlines"));
      g_assert_nonnull (strstr (plain, "/Dest"));
    }
  report_fixture_remove (path);
}

static gboolean
has_link (const AftRuns *runs)
{
  for (guint i = 0; i < runs->len; i++)
    if (((const AftRun *) g_ptr_array_index (runs, i))->link != NULL)
      return TRUE;

  return FALSE;
}

/* A link is an element of its own, and so are the words beside it. */
static void
assert_words (const GPtrArray *blocks,
              const char      *structure)
{
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) words = g_strsplit_set (structure, " \n\"", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    g_hash_table_add (found, g_strdup (words[i]));
  for (guint i = 0; i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);
      const gboolean is_whole = block->type == AFT_BLOCK_PARAGRAPH && !has_link (block->runs);
      g_autofree char *text = is_whole ? aft_runs_to_text (block->runs) : g_strdup ("");
      g_auto(GStrv) wanted = g_strsplit (text, " ", -1);

      for (gsize j = 0; wanted[j] != NULL; j++)
        if (strchr (wanted[j], '"') == NULL && !g_hash_table_contains (found, wanted[j]))
          g_error ("“%s” is no word of its own in the structure", wanted[j]);
      if (block->children != NULL)
        assert_words (block->children, structure);
    }
}

/* Everything that is painted belongs to an element or is said to belong to none. */
static void
assert_marked (const char *plain)
{
  g_auto(GStrv) lines = g_strsplit (plain, "\n", -1);
  gboolean within = FALSE;
  guint n_pages = 0;
  guint depth = 0;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      static const char *const painting[] = { " Tj", " TJ", " Do", " f", " f*", " S", " sh" };

      if (g_str_has_prefix (lines[i], "%% Contents for page"))
        {
          within = TRUE;
          n_pages++;
        }
      else if (strcmp (lines[i], "endstream") == 0)
        within = FALSE;
      if (!within)
        continue;

      depth += strstr (lines[i], "BDC") != NULL || strstr (lines[i], "BMC") != NULL;
      if (g_str_has_suffix (lines[i], "EMC"))
        {
          g_assert_cmpuint (depth, >, 0);
          depth--;
        }
      for (gsize j = 0; j < G_N_ELEMENTS (painting); j++)
        if (depth == 0 && (g_str_has_suffix (lines[i], painting[j]) || strcmp (lines[i], painting[j] + 1) == 0))
          g_error ("“%s” is painted outside of all elements on page %u", lines[i], n_pages);
      g_assert_cmpuint (depth, <=, 1);
    }
  g_assert_cmpuint (n_pages, >, 4);
}

static void
test_structure (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("de");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autofree char *path = report_fixture_write (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT, "structure.pdf");
  g_autofree char *structure = report_fixture_run ("pdfinfo", "-struct-text", path, NULL);
  g_autofree char *plain = report_fixture_run ("qpdf", "--qdf", path, "-", NULL);
  g_autofree char *found = structure != NULL ? without_blanks (structure) : NULL;

  if (structure != NULL)
    {
      /* Text beside a link is within its paragraph too. */
      assert_texts (aft_report_get_blocks (report), found);
      /* And words at the end of a line are not joined with those of the next. */
      assert_words (aft_report_get_blocks (report), structure);
      g_assert_nonnull (strstr (structure, "/Scope /Column"));
      g_assert_nonnull (strstr (structure, "/Scope /Row"));
      g_assert_null (strstr (structure, AFT_PAGE_ASIDE));
    }
  if (plain != NULL)
    {
      assert_marked (plain);
      g_assert_nonnull (strstr (plain, "/Lang (de)"));
      g_assert_nonnull (strstr (plain, "/DisplayDocTitle true"));
      g_assert_nonnull (strstr (plain, "/Alt "));
      g_assert_nonnull (strstr (plain, "/Artifact BMC"));
      g_assert_null (strstr (plain, "/" AFT_PAGE_ASIDE));
    }
  report_fixture_remove (path);
}

static void
test_same_bytes (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftDocument) other = report_fixture_new ("en");
  g_autoptr(AftReport) one = aft_report_build (document, AFT_EDITION_PUBLIC, NULL);
  g_autoptr(AftReport) two = aft_report_build (other, AFT_EDITION_PUBLIC, NULL);
  g_autoptr(GBytes) first = write_to_memory (one);
  g_autoptr(GBytes) second = write_to_memory (one);
  g_autoptr(GBytes) third = write_to_memory (two);

  g_assert_cmpuint (g_bytes_get_size (first), >, 10000);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_bytes_equal (first, third));
}

/* Only addresses that a report may lead to become links, and quotes in them stay in their place. */
static void
test_links (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autofree char *path = NULL;
  g_autofree char *plain = NULL;

  report_fixture_add (document, "sections", AFT_TYPE_SECTION, "title", "x",
                      "text", "[a](javascript:alert) [b](file:///etc/passwd) [c](https://example.org/it's) "
                              "[d](#top) [e](mailto:x@example.org) [f](https://example.org/dest='anchor.top') "
                              "[g](<https://example.org/)/S/JavaScript/JS(app.alert>) [h](https://example.org/ä) "
                              "<b>bold</b> ![picture](file:///etc/passwd)", NULL);
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  path = report_fixture_write (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT, "links.pdf");
  plain = report_fixture_run ("qpdf", "--qdf", path, "-", NULL);

  if (plain != NULL)
    {
      g_assert_null (strstr (plain, "javascript:"));
      g_assert_null (strstr (plain, "file:"));
      g_assert_nonnull (strstr (plain, "/URI (https://example.org/it%27s)"));
      g_assert_nonnull (strstr (plain, "/URI (https://example.org/%29/S/JavaScript/JS%28app.alert)"));
      g_assert_nonnull (strstr (plain, "/URI (https://example.org/%C3%A4)"));
      g_assert_nonnull (strstr (plain, "/URI (mailto:x@example.org)"));
    }
  report_fixture_remove (path);
}

/* What Unicode says will never be a character is nothing that cairo writes, wherever it stands. */
static void
test_no_characters (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  const char *tags[] = { "tag\xef\xbf\xbe", NULL };

  g_object_set (document, "title", "title\xef\xbf\xbf", "tags", tags, NULL);
  report_fixture_add (document, "sections", AFT_TYPE_SECTION, "title", "heading\xf4\x8f\xbf\xbf", "text",
                      "text\xef\xb7\x90\n\n    code\xef\xbf\xbe\n\n[link](https://example.org/\xef\xbf\xbe)", NULL);
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  path = report_fixture_write (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT, "characters.pdf");
  text = report_fixture_run ("pdftotext", "-raw", path, "-", NULL);
  if (text != NULL)
    g_assert_nonnull (strstr (text, "code"));
  report_fixture_remove (path);
}

static void
count_page (guint    page,
            guint    n_pages,
            gpointer user_data)
{
  guint *count = user_data;

  (*count)++;
  g_assert_cmpuint (page, ==, *count);
  g_assert_cmpuint (page, <=, n_pages);
}

static void
cancel_second (guint    page,
               guint    n_pages,
               gpointer user_data)
{
  if (page == 2)
    g_cancellable_cancel (user_data);
}

static void
test_progress (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autoptr(AftPages) pages = aft_pages_new (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT);
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  guint count = 0;

  pdf = aft_pdf_write (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT, NULL, count_page, &count, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count, ==, aft_pages_get_n_pages (pages));

  g_clear_pointer (&pdf, g_bytes_unref);
  pdf = aft_pdf_write (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT, cancellable, cancel_second, cancellable,
                       &error);
  g_assert_null (pdf);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_scripts (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_object_set (document, "title", "障害報告 תקלה حادثة 🙂 <b>&amp;</b>", NULL);
  report_fixture_add (document, "sections", AFT_TYPE_SECTION, "title", "<span>%s</span>", "text",
                      "مرحبا **بالعالم** abc\n\n日本語の文章。🙂🙂\n\n\xf0\x9d\x94\xb8 a\xcc\x81 \xe2\x80\xae" "evil", NULL);
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  bytes = write_to_memory (report);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("SOURCE_DATE_EPOCH", "1620300000", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pdf/text", test_text);
  g_test_add_func ("/report/pdf/reading-order", test_reading_order);
  g_test_add_func ("/report/pdf/info", test_info);
  g_test_add_func ("/report/pdf/structure", test_structure);
  g_test_add_func ("/report/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/report/pdf/links", test_links);
  g_test_add_func ("/report/pdf/no-characters", test_no_characters);
  g_test_add_func ("/report/pdf/progress", test_progress);
  g_test_add_func ("/report/pdf/scripts", test_scripts);

  return g_test_run ();
}

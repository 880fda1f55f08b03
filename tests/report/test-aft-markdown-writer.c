/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-action-item.h"
#include "aft-corrective-action.h"
#include "aft-item-private.h"
#include "aft-lesson.h"
#include "aft-markdown-inline.h"
#include "aft-markdown-writer.h"
#include "aft-prose.h"
#include "aft-section.h"
#include "report-fixture.h"

#define STYLES (AFT_RUN_STRONG | AFT_RUN_EMPHASIS | AFT_RUN_CODE | AFT_RUN_STRUCK)

/* One text a letter, "b" before it where it is strong and so on: what a reader sees. */
static char *
describe (const AftRuns *runs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const AftRun *run = g_ptr_array_index (runs, i);

      if ((run->style & AFT_RUN_BREAK) != 0)
        {
          g_string_append_c (text, '\n');
          continue;
        }
      for (const char *at = run->text; *at != '\0'; at = g_utf8_next_char (at))
        {
          const gunichar character = g_utf8_get_char (at);

          /* Nobody sees whether a blank is strong, and two are one. */
          if (character == ' ')
            {
              if (text->len > 0 && strchr (" \n", text->str[text->len - 1]) == NULL)
                g_string_append_c (text, ' ');
              continue;
            }
          g_string_append_printf (text, "%u:", run->style & STYLES);
          g_string_append_unichar (text, character);
        }
    }

  return g_strstrip (g_string_free (text, FALSE));
}

static void
assert_reads_back (const AftRuns    *runs,
                   AftMarkdownPlace  place,
                   const char       *before,
                   const char       *after)
{
  g_autofree char *written = aft_markdown_write_runs (runs, place);
  g_autofree char *markdown = g_strconcat (before, written, after, NULL);
  g_autofree char *expected = describe (runs);
  g_autofree char *found = NULL;
  g_autoptr(GPtrArray) blocks = aft_blocks_new ();
  const AftBlock *block;
  const AftRuns *read;

  if (aft_runs_are_empty (runs))
    return;

  aft_prose_append (blocks, markdown, 0, NULL);
  g_assert_cmpuint (blocks->len, ==, 1);
  block = g_ptr_array_index (blocks, 0);
  while (block->children != NULL)
    {
      g_assert_cmpuint (block->children->len, ==, 1);
      block = g_ptr_array_index (block->children, 0);
    }
  if (block->type == AFT_BLOCK_TABLE)
    {
      const AftTableRow *row = g_ptr_array_index (block->table->rows, 0);

      g_assert_cmpuint (block->table->rows->len, ==, 1);
      g_assert_cmpuint (block->table->n_columns, ==, 2);
      read = g_ptr_array_index (row->cells, 0);
    }
  else
    read = block->runs;

  found = describe (read);
  if (g_strcmp0 (found, expected) != 0)
    g_test_message ("<<%s>>", markdown);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_reads_back_everywhere (const AftRuns *runs)
{
  assert_reads_back (runs, AFT_MARKDOWN_PARAGRAPH, "", "\n");
  assert_reads_back (runs, AFT_MARKDOWN_HEADING, "## ", "\n");
  assert_reads_back (runs, AFT_MARKDOWN_CELL, "| a | b |\n| --- | --- |\n| ", " | b |\n");
}

static void
test_hostile (void)
{
  static const char *const texts[] = {
    "# heading", "## heading #", "- item", "+ item", "* item", "1. item", "12) item", "> quote", "```", "~~~ code",
    "---", "===", "a | b", "| a |", ":---: | ---", "<script>alert(1)</script>", "<!-- comment", "&amp; &lt; &#35;",
    "**strong** _emphasis_ __strong__ *emphasis*", "snake_case_name and _private_", "`code` ``code``", "a\\b \\* \\",
    "[link](https://example.org)", "![picture](x.png)", "[ref]: https://example.org", "[x]", "<https://example.org>",
    "~~struck~~ ~one~", "$x$", "text\nwith\n\nbreaks\n# and a heading", "    indented", "\ttab", "=", "-", "+", "#",
    "2021. A year", "1.5 million", "1986\\. What", "a*b*c", "«quoted»*x*", "ends with backslash \\", "[a]:b",
    "*", "_", "__", "`", "|", "\\|", "&", "&copy;", "&#x41;", "<", "a<b>c", "(5a-i)", "日本語 **x**", "- [ ] task",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) runs = aft_runs_new_text (texts[i], AFT_RUN_PLAIN);
      g_autoptr(GPtrArray) strong = aft_runs_new_text (texts[i], AFT_RUN_STRONG);

      assert_reads_back_everywhere (runs);
      assert_reads_back_everywhere (strong);
    }
}

/* Any text in any style, next to any other: it says the same when it is read again. */
static void
test_random (void)
{
  static const char *const letters[] = {
    "a", "b", "ä", "字", "1", " ", "*", "_", "`", "#", "-", "+", ".", ")", "(", "[", "]", "<", ">", "&", ";", "!", "|",
    "\\", "~", "$", ":", "=", "\"", "'", "“", "x", "amp",
  };
  static const AftRunStyle styles[] = {
    AFT_RUN_PLAIN, AFT_RUN_PLAIN, AFT_RUN_STRONG, AFT_RUN_EMPHASIS, AFT_RUN_STRONG | AFT_RUN_EMPHASIS, AFT_RUN_STRUCK,
    AFT_RUN_STRONG | AFT_RUN_STRUCK,
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (20210506);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr(GPtrArray) runs = aft_runs_new ();
      const guint n_runs = (guint) g_rand_int_range (rand, 1, 5);

      for (guint i = 0; i < n_runs; i++)
        {
          g_autoptr(GString) text = g_string_new (NULL);
          const guint n_letters = (guint) g_rand_int_range (rand, 1, 7);

          for (guint j = 0; j < n_letters; j++)
            g_string_append (text, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
          aft_runs_add (runs, text->str, styles[g_rand_int_range (rand, 0, G_N_ELEMENTS (styles))], NULL);
        }
      assert_reads_back_everywhere (runs);
    }
}

static void
test_code (void)
{
  static const char *const texts[] = { "a", "`", "``", "a`b", " a ", "a|b", "\\", "<b>", "*a*", "` `", "```x" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) runs = aft_runs_new_text ("see ", AFT_RUN_PLAIN);

      aft_runs_add (runs, texts[i], AFT_RUN_CODE, NULL);
      aft_runs_add (runs, " there", AFT_RUN_PLAIN, NULL);
      assert_reads_back (runs, AFT_MARKDOWN_PARAGRAPH, "", "\n");
      assert_reads_back (runs, AFT_MARKDOWN_HEADING, "## ", "\n");
      if (strchr (texts[i], '|') == NULL)
        assert_reads_back (runs, AFT_MARKDOWN_CELL, "| a | b |\n| --- | --- |\n| ", " | b |\n");
    }
}

static void
test_links (void)
{
  g_autoptr(GPtrArray) runs = aft_runs_new ();
  g_autofree char *text = NULL;

  aft_runs_add (runs, "one", AFT_RUN_PLAIN, "https://example.org/a_(b)?c=1&copy;=2");
  aft_runs_add (runs, " two", AFT_RUN_PLAIN, "javascript:alert(1)");
  aft_runs_add (runs, " three", AFT_RUN_PLAIN, "https://example.org/x\n[y](z)");
  aft_runs_add (runs, " ", AFT_RUN_PLAIN, NULL);
  aft_runs_add (runs, "mailto:a@example.org", AFT_RUN_PLAIN, "mailto:a@example.org");
  text = aft_markdown_write_runs (runs, AFT_MARKDOWN_PARAGRAPH);
  g_assert_cmpstr (text, ==, "[one](<https://example.org/a_(b)?c=1&amp;copy;=2>) two three <mailto:a@example.org>");
}

/* GitHub makes links of bare addresses and takes what protects other letters for part of them, so that nothing behind
 * one was protected. */
static void
test_bare_addresses (void)
{
  static const struct
  {
    const char *text;
    const char *written;
  } cases[] = {
    { "https://example.org/<script>", "<https://example.org/>\\<script>" },
    { "See https://example.org/a_b*c(d).", "See <https://example.org/a_b*c(d)>." },
    { "(http://example.org/~a)", "(<http://example.org/~a>)" },
    { "https://example.org/a|b", "<https://example.org/a>\\|b" },
    { "https://example.org/a\u00a0b, \u202ehttps://example.org", "<https://example.org/a>\u00a0b, "
                                                              "\u202e<https://example.org>" },
    { "https://, https://<b>", "https\\://, https\\://\\<b>" },
    { "1https://example.org, xhttps://example.org", "1https\\://example.org, xhttps\\://example.org" },
    { "ftp://example.org/\\<b>", "ftp\\://example.org/\\\\\\<b>" },
    { "WWW.example.org/<b>", "WWW\\.example.org/\\<b>" },
    { "a.b@example.org.", "<a.b@example.org>." },
    { "package@1.2.3, @someone, a@b", "package\\@1.2.3, @someone, a\\@b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) runs = aft_runs_new_text (cases[i].text, AFT_RUN_PLAIN);
      g_autoptr(GPtrArray) strong = aft_runs_new_text (cases[i].text, AFT_RUN_STRONG);
      g_autofree char *written = aft_markdown_write_runs (runs, AFT_MARKDOWN_HEADING);

      g_assert_cmpstr (written, ==, cases[i].written);
      aft_runs_add (strong, "y", AFT_RUN_PLAIN, NULL);
      assert_reads_back_everywhere (runs);
      assert_reads_back_everywhere (strong);
    }
}

/* Where it leads is said once. */
static void
test_address_in_link (void)
{
  g_autoptr(GPtrArray) runs = aft_runs_new ();
  g_autofree char *text = NULL;

  aft_runs_add (runs, "https://a.example www.a.example a@a.example", AFT_RUN_PLAIN, "https://b.example");
  text = aft_markdown_write_runs (runs, AFT_MARKDOWN_PARAGRAPH);
  g_assert_cmpstr (text, ==, "[https\\://a.example www\\.a.example a\\@a.example](https://b.example)");
}

static void
test_lessons (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_ORGANISATION, NULL);
  g_autofree char *markdown = aft_markdown_write (report, AFT_MARKDOWN_PLAIN);

  g_assert_nonnull (strstr (markdown,
    "- <a id=\"lesson-5\"></a>Lesson Learned (5/5): be willing and able to communicate more quickly with users in "
    "response to such an event\n\n"
    "  - <a id=\"5a\"></a>Corrective Action (5a): define a playbook for communicating after a user-impacting event has "
    "been found\n\n"
    "    - <a id=\"5a-i\"></a>Action Item (5a-i, due 2021-08-05): survey of response playbooks, especially for "
    "programming languages\\\n"
    "      Owner: Compiler lead · Open · Priority: high · [Tracker](https://example.org/tracker/1)\n\n"
    "  - <a id=\"5b\"></a>Corrective Action (5b): add to rustup the ability to issue public service announcements\n\n"
    "    _No concrete action item yet for (5b)._\n"));
  g_assert_nonnull (strstr (markdown, "Corrective Action (A1): Carry the switch forward to 1.53."));
}

static void
test_tables (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_ORGANISATION, NULL);
  g_autofree char *markdown = aft_markdown_write (report, AFT_MARKDOWN_PLAIN);

  g_assert_nonnull (strstr (markdown, "| Build       | Incremental | Since |\n"
                                      "| ----------- | :---------: | ----: |\n"
                                      "| development |     on      |  1.24 |\n"
                                      "| release     |     off     |     – |\n"));
  g_assert_nonnull (strstr (markdown, "Thu 6 May 2021, 15:08 EST (19:08 or 20:08 UTC?)"));
}

/* However deep quotes and lists lie within one another, an item stays in a list. */
static void
assert_items (const GPtrArray *blocks,
              gboolean         in_list)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);

      g_assert_cmpint (block->type == AFT_BLOCK_ITEM, ==, in_list);
      assert_items (block->children, block->type == AFT_BLOCK_LIST);
    }
}

static void
test_deep_prose (void)
{
  for (guint quotes = 0; quotes < 4; quotes++)
    for (guint lists = 1; lists < 15; lists++)
      for (guint ending = 0; ending < 2; ending++)
        {
          g_autoptr(GString) text = g_string_new (NULL);
          g_autoptr(GPtrArray) blocks = aft_blocks_new ();
          g_autofree char *markdown = NULL;

          for (guint i = 0; i < quotes; i++)
            g_string_append (text, "> ");
          for (guint i = 0; i < lists; i++)
            g_string_append (text, i % 2 == 0 ? "- " : "* ");
          g_string_append (text, ending == 0 ? "x\n" : "\n");
          aft_prose_append (blocks, text->str, 2, NULL);
          assert_items (blocks, FALSE);
          markdown = aft_markdown_write_blocks (blocks);
          g_assert_true (ending == 1 || strchr (markdown, 'x') != NULL);
        }
}

/* A table that would take all memory is shown as it was written, or is none for md4c already. */
static void
test_large_table (void)
{
  static const struct { guint n_columns; guint n_rows; } sizes[] = { { 3000, 10 }, { 100, 3000 }, { 100, 100 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GString) text = g_string_new ("before\n\n|");
      g_autoptr(GPtrArray) blocks = aft_blocks_new ();
      g_autofree char *markdown = NULL;

      for (guint j = 0; j < sizes[i].n_columns; j++)
        g_string_append (text, "a|");
      g_string_append (text, "\n|");
      for (guint j = 0; j < sizes[i].n_columns; j++)
        g_string_append (text, "---|");
      for (guint j = 0; j < sizes[i].n_rows; j++)
        g_string_append (text, "\n|a|");
      aft_prose_append (blocks, text->str, 2, NULL);

      for (guint j = 0; j < blocks->len; j++)
        {
          const AftBlock *block = g_ptr_array_index (blocks, j);

          g_assert_true (block->table == NULL || sizes[i].n_rows == 100);
        }
      markdown = aft_markdown_write_blocks (blocks);
      g_assert_nonnull (strstr (markdown, "before"));
    }
}

static char *
dup_part (AftReport  *report,
          gpointer    item,
          const char *anchor)
{
  return aft_markdown_write_part (report, anchor != NULL ? anchor : aft_item_get_id (item));
}

/* A lesson, a branch or a table alone. */
static void
test_parts (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_ORGANISATION, NULL);
  g_autoptr(AftItem) problem = g_list_model_get_item (aft_document_get_problems (document), 0);
  g_autoptr(AftItem) event = g_list_model_get_item (aft_document_get_events (document), 0);
  g_autofree char *item = dup_part (report, NULL, "5a");
  g_autofree char *lesson = dup_part (report, NULL, "lesson-5");
  g_autofree char *timeline = dup_part (report, NULL, "timeline");
  g_autofree char *tree = dup_part (report, problem, NULL);
  g_autofree char *nothing = dup_part (report, event, NULL);

  g_assert_true (g_str_has_prefix (item, "- <a id=\"5a\"></a>Corrective Action (5a): define a playbook"));
  g_assert_nonnull (strstr (item, "(5a-i, due"));
  g_assert_null (strstr (item, "(5b)"));
  g_assert_nonnull (strstr (lesson, "Lesson Learned (5/5)"));
  g_assert_nonnull (strstr (lesson, "(5b)"));
  g_assert_true (g_str_has_prefix (timeline, "## Timeline\n"));
  g_assert_nonnull (strstr (timeline, "| ---"));
  g_assert_null (strstr (timeline + 3, "\n## "));
  g_assert_true (g_str_has_prefix (tree, "#") || g_str_has_prefix (tree, "- "));
  g_assert_null (nothing);
}

/* In place. */
static char *
drop_widths (char *text)
{
  char *to = text;

  for (const char *at = text; *at != '\0'; at++)
    if (*at != ' ' && *at != '-')
      *to++ = *at;
  *to = '\0';

  return text;
}

static void
test_options (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_ORGANISATION, NULL);
  g_autoptr(AftItem) lesson = g_list_model_get_item (aft_document_get_lessons (document), 4);
  g_autofree char *plain = aft_markdown_write (report, AFT_MARKDOWN_PLAIN);
  g_autofree char *front = aft_markdown_write (report, AFT_MARKDOWN_FRONT_MATTER);
  g_autofree char *mermaid = aft_markdown_write (report, AFT_MARKDOWN_MERMAID);
  g_autofree char *ids = aft_markdown_write (report, AFT_MARKDOWN_IDS);
  g_autofree char *comment = g_strdup_printf (" <!-- id: %s -->\n", aft_item_get_id (lesson));
  g_autoptr(GRegex) comments = g_regex_new (" <!-- id: [0-9a-f-]{36} -->", 0, 0, NULL);
  g_autofree char *without = g_regex_replace_literal (comments, ids, -1, 0, "", 0, NULL);

  g_assert_true (g_str_has_prefix (front, "---\ntitle: \"Unstable fingerprints in Rust 1.52.0\"\n"));
  g_assert_nonnull (strstr (front, "edition: \"organisation\"\n---\n\n# "));
  g_assert_true (g_str_has_suffix (front, plain));
  g_assert_nonnull (strstr (mermaid, "```mermaid\nflowchart LR\n"));
  g_assert_null (strstr (plain, "mermaid"));
  g_assert_nonnull (strstr (ids, comment));
  /* But for the widths of columns, comments are all that is added. */
  g_assert_cmpstr (drop_widths (without), ==, drop_widths (plain));
}

static void
add_lesson (AftDocument *document,
            const char  *id)
{
  g_autoptr(AftItem) lesson = g_object_new (AFT_TYPE_LESSON, "text", "words", NULL);

  aft_item_set_id_before_use (lesson, id);
  g_assert_true (aft_item_adopt (AFT_ITEM (document), "lessons", lesson));
}

/* What the file gives as an id, and what stands at the head, end where they should. */
static void
test_hostile_head (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autofree char *markdown = NULL;
  const char *tags[] = { "a\n---\n# b", NULL };

  g_object_set (document, "title", "x\"\n---\n\\", "tags", tags, NULL);
  add_lesson (document, "--><script>");
  add_lesson (document, "a--b");
  add_lesson (document, "a-b");
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  markdown = aft_markdown_write (report, AFT_MARKDOWN_IDS | AFT_MARKDOWN_FRONT_MATTER);

  g_assert_true (g_str_has_prefix (markdown, "---\ntitle: \"x\\\" --- \\\\\"\n"));
  g_assert_nonnull (strstr (markdown, "\nkeywords: \"a --- # b\"\n"));
  g_assert_null (strstr (markdown, "<script>"));
  g_assert_null (strstr (markdown, "a--b"));
  g_assert_nonnull (strstr (markdown, "<!-- id: a-b -->"));
}

/* A text that would be a block of its own stays where it was put. */
static void
test_places (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autoptr(GPtrArray) blocks = aft_blocks_new ();
  g_autofree char *markdown = NULL;
  AftLesson *lesson;
  AftCorrectiveAction *action;
  guint n_headings = 0;

  g_object_set (document, "title", "# Title | <b>\n## x", NULL);
  lesson = report_fixture_add (document, "lessons", AFT_TYPE_LESSON, "text", "x\n\n# Heading\n\n```\ncode", NULL);
  action = report_fixture_add (lesson, "actions", AFT_TYPE_CORRECTIVE_ACTION, "text", "</a><h1>y", "reference",
                               "P-1\"><x", NULL);
  report_fixture_add (action, "items", AFT_TYPE_ACTION_ITEM, "text", "| a | b |", "due", "]( \n# z", NULL);
  aft_document_set_ready (document);

  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  markdown = aft_markdown_write (report, AFT_MARKDOWN_PLAIN);
  aft_prose_append (blocks, markdown, 0, NULL);
  for (guint i = 0; i < blocks->len; i++)
    n_headings += ((AftBlock *) g_ptr_array_index (blocks, i))->type == AFT_BLOCK_HEADING;
  g_assert_cmpuint (n_headings, ==, 2);
  g_assert_nonnull (strstr (markdown, "<a id=\"P-1---x\"></a>"));
  g_assert_nonnull (strstr (markdown, "\\</a>\\<h1>y"));
}

static void
test_nesting (void)
{
  static const char *const samples[] = {
    "1. one\n\n   ```\n   code\n   ```\n2. two\n\n   > quote\n   >\n   > - list\n",
    "- a\n- b\n\n1. c\n2. d\n", "7. seven\n8. eight\n", "> > deep\n", "- [x] done\n- [ ] open\n",
    "para\n\n---\n\npara  \nbreak\n", "- - [ ] deep\n- - - [x] deeper\n\n      ---\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr(GPtrArray) once = aft_blocks_new ();
      g_autoptr(GPtrArray) twice = aft_blocks_new ();
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      aft_prose_append (once, samples[i], 0, NULL);
      first = aft_markdown_write_blocks (once);
      aft_prose_append (twice, first, 0, NULL);
      second = aft_markdown_write_blocks (twice);
      g_assert_cmpstr (first, ==, second);
      g_assert_cmpuint (once->len, ==, twice->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/markdown/deep-prose", test_deep_prose);
  g_test_add_func ("/report/markdown/large-table", test_large_table);
  g_test_add_func ("/report/markdown/parts", test_parts);
  g_test_add_func ("/report/markdown/options", test_options);
  g_test_add_func ("/report/markdown/hostile", test_hostile);
  g_test_add_func ("/report/markdown/random", test_random);
  g_test_add_func ("/report/markdown/code", test_code);
  g_test_add_func ("/report/markdown/links", test_links);
  g_test_add_func ("/report/markdown/bare-addresses", test_bare_addresses);
  g_test_add_func ("/report/markdown/address-in-link", test_address_in_link);
  g_test_add_func ("/report/markdown/lessons", test_lessons);
  g_test_add_func ("/report/markdown/tables", test_tables);
  g_test_add_func ("/report/markdown/hostile-head", test_hostile_head);
  g_test_add_func ("/report/markdown/places", test_places);
  g_test_add_func ("/report/markdown/nesting", test_nesting);

  return g_test_run ();
}

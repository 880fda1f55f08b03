/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-event.h"
#include "aft-lesson.h"
#include "aft-problem.h"
#include "aft-prose.h"
#include "aft-question.h"
#include "aft-section.h"
#include "aft-text-lines.h"
#include "aft-text-writer.h"
#include "report-fixture.h"

#define ADD report_fixture_add

static const char *const hostile[] = {
  "From here on it was dark. From there on it was light. From now on nobody knows what the word From From From "
  "From From From From From From From From From From From From From From From From From From From From From From means.",
  ".\n\n--\n\n-- \n\nFrom me",
  "two\nlines\r\nthree\rfour   and trailing blanks   \n\n\ttab",
  "control \001\033[31m\177 characters",
  "=cmd|' /C calc'!A0; \"quotes\", commas, semicolons;",
  "👩‍🚒 🔥🔥🔥 🇩🇪 é",
  "لماذا توقف الخادم في منتصف الليل؟ لأن القرص امتلأ ولم يلاحظ أحد ذلك حتى الصباح، ثم عاد كل شيء إلى العمل.",
  "サーバーはなぜ停止しましたか。設定ファイルが壊れていたからです。とても長い文章です。もう一度確認してください。終わり。",
  "\xe2\x80\xae" "evil.exe \xe2\x80\x8f mark",
  "https://example.org/a/very/long/address/that/cannot/be/cut?because=it&would=not&work-any-more/and/so/on/and/so/on",
  "See (https://example.org/a-b-c/d-e-f/a-b-c/d-e-f/a-b-c/d-e-f/a-b-c/d-e-f), or 詳細はhttps://example.org/x/y/z-zをご覧ください。",
  "[click](https://example.org/one) and [again](https://example.org/one), [other](https://example.org/two), "
  "[bad](javascript:alert(1)), <https://example.org/three>",
  "- a\n  - b\n    1. c\n       > quoted **strong**\n       >\n       > - d\n\n```\nFrom code  \n\n\ttab -- a line that is much longer "
  "than seventy-two characters and is not cut anywhere\n```\n",
};

static char *
dup_long (const char *part)
{
  GString *text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < 3000)
    g_string_append (text, part);

  return g_string_free (text, FALSE);
}

/* What holds for every text, wherever it comes from. */
static void
assert_mailable (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      const gboolean may_be_long = strstr (line, "://") != NULL || strstr (line, "    ") != NULL;

      for (const char *at = line; *at != '\0'; at++)
        g_assert_false (g_ascii_iscntrl (*at));
      if ((aft_text_get_width (line) > 72 && !may_be_long) || g_str_has_suffix (line, " ") ||
          g_str_has_prefix (line, "From ") || strcmp (line, ".") == 0 || strcmp (line, "--") == 0)
        g_error ("line %u is not for a mail: “%s”", i + 1, line);
    }
}

/* Without blanks and without what a writer puts between words. */
static char *
squeeze (const char *text)
{
  g_autoptr(GRegex) marks = g_regex_new ("^[> ]+| \\[[0-9]+\\]|\\([0-9]+\\)", G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *bare = g_regex_replace_literal (marks, text, -1, 0, "", 0, NULL);
  GString *squeezed = g_string_new (NULL);

  for (const char *at = bare; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (!g_unichar_isspace (character) && (character >= 0x80 || strchr ("*`~>", (int) character) == NULL))
        g_string_append_unichar (squeezed, character);
    }

  return g_string_free (squeezed, FALSE);
}

static void
assert_found (const char *squeezed,
              const char *text)
{
  g_autofree char *wanted = squeeze (text);

  if (strstr (squeezed, wanted) == NULL)
    g_error ("“%s” is lost", text);
}

static gboolean
is_used (const AftBlockTable *table,
         guint                column)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const AftTableRow *row = g_ptr_array_index (table->rows, i);

      if (!aft_runs_are_empty (g_ptr_array_index (row->cells, column)))
        return TRUE;
    }

  return FALSE;
}

/* Cells that stand side by side are found word by word. A record doesn't name what it hasn't. */
static void
assert_table_found (const char          *squeezed,
                    const AftBlockTable *table)
{
  for (guint i = 0; i <= table->rows->len; i++)
    {
      const AftTableRow *row = i == 0 ? table->head : g_ptr_array_index (table->rows, i - 1);

      for (guint j = 0; row != NULL && j < row->cells->len; j++)
        {
          g_autofree char *text = aft_runs_to_text (g_ptr_array_index (row->cells, j));
          g_auto(GStrv) words = g_strsplit_set (text, " \n", -1);

          for (guint k = 0; words[k] != NULL && is_used (table, j); k++)
            if (g_utf8_strlen (words[k], -1) < 24)
              assert_found (squeezed, words[k]);
        }
    }
}

static void
assert_whole (const char      *squeezed,
              const GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *text = aft_runs_to_text (block->runs);

      if (block->type != AFT_BLOCK_FIGURE)
        assert_found (squeezed, text);
      if (block->code != NULL)
        assert_found (squeezed, block->code);
      if (block->table != NULL)
        assert_table_found (squeezed, block->table);
      assert_whole (squeezed, block->children);
    }
}

static void
test_whole (void)
{
  static const char *const languages[] = { "en", "de" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr(AftDocument) document = report_fixture_new (languages[i]);
      g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
      g_autofree char *text = aft_text_write (report);
      g_autofree char *squeezed = squeeze (text);

      assert_mailable (text);
      assert_whole (squeezed, aft_report_get_blocks (report));
      g_assert_true (g_str_has_prefix (text, "====================================\n"
                                             "Unstable fingerprints in Rust 1.52.0\n"
                                             "====================================\n\n"));
      g_assert_true (g_str_has_suffix (text, "\n"));
      g_assert_null (strstr (text, "\n\n\n\n"));
    }
}

static void
test_hostile (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(AftReport) report = NULL;
  g_autofree char *text = NULL;
  g_autofree char *squeezed = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    g_ptr_array_add (texts, g_strdup (hostile[i]));
  g_ptr_array_add (texts, dup_long ("word "));
  g_ptr_array_add (texts, dup_long ("x"));
  g_ptr_array_add (texts, dup_long ("界"));

  g_object_set (document, "language", "en", "title", "From Russia With Love", NULL);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *each = g_ptr_array_index (texts, i);

      ADD (document, "sections", AFT_TYPE_SECTION, "kind", AFT_SECTION_OTHER, "title", "--", "text", each, NULL);
      ADD (document, "events", AFT_TYPE_EVENT, "text", each, "source", each, NULL);
      ADD (document, "lessons", AFT_TYPE_LESSON, "text", each, NULL);
      ADD (ADD (document, "problems", AFT_TYPE_PROBLEM, "text", each, NULL), "questions", AFT_TYPE_QUESTION, "text",
           each, NULL);
    }
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  text = aft_text_write (report);
  squeezed = squeeze (text);

  assert_mailable (text);
  assert_whole (squeezed, aft_report_get_blocks (report));
}

static void
assert_prose (const char *markdown,
              const char *wanted)
{
  g_autoptr(GPtrArray) blocks = aft_blocks_new ();
  g_autofree char *text = NULL;

  aft_prose_append (blocks, markdown, 2, NULL);
  text = aft_text_write_blocks (blocks);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_prose (void)
{
  assert_prose ("", "");
  assert_prose ("One *two* **three** `four` ~~five~~.", "One *two* *three* `four` ~~five~~.\n");
  assert_prose ("**All of it.**", "All of it.\n");
  assert_prose ("A paragraph that is longer than what a line of a mail should hold, so that it is cut.\n\nNext.",
                "A paragraph that is longer than what a line of a mail should hold, so\nthat it is cut.\n\nNext.\n");
  assert_prose ("- one\n- two\n  - three\n    continues\n\n1. first\n2. second\n",
                "- one\n- two\n  - three continues\n\n1. first\n2. second\n");
  assert_prose ("9. An item that is longer than one line, so that the rest of it hangs below its text\n10. x\n",
                "9. An item that is longer than one line, so that the rest of it hangs\n   below its text\n10. x\n");
  assert_prose ("> quoted\n>\n> - item\n\nafter", "> quoted\n>\n> - item\n\nafter\n");
  assert_prose ("```\nif (x)\n\ty ();  \n\nend\n```\n", "    if (x)\n        y ();\n\n    end\n");
  assert_prose ("- item\n\n  ```\n  code\n  ```\n- \n- last", "- item\n\n      code\n\n-\n\n- last\n");
  assert_prose ("# Head\n\ntext\n\n---\n\nmore", "Head\n----\n\ntext\n\n* * *\n\nmore\n");
  assert_prose ("From here.\n\n&#45;&#45;\n\n&#46;", "From\u00a0here.\n\n --\n\n .\n");
}

static void
test_links (void)
{
  g_autoptr(GPtrArray) blocks = aft_blocks_new ();
  g_autofree char *text = NULL;

  assert_prose ("[a](https://example.org/a) [b](https://example.org/b) and [a *too*](https://example.org/a)",
                "a [1] b [2] and a *too* [1]\n\n[1] https://example.org/a\n[2] https://example.org/b\n");
  assert_prose ("<https://example.org/a> and <me@example.org>, [example.org](https://example.org)",
                "https://example.org/a and me@example.org, example.org\n");
  assert_prose ("[x](javascript:alert(1))", "x\n");
  assert_prose ("The address https://example.org/a-b/c-d/e-f/g-h/i-j/k-l/m-n is not cut at its hyphens.",
                "The address https://example.org/a-b/c-d/e-f/g-h/i-j/k-l/m-n is not cut\nat its hyphens.\n");
  assert_prose ("It is written at https://example.org/a-b/c-d/e-f/g-h/i-j/k-l/m-n/o-p/q-r.",
                "It is written at\nhttps://example.org/a-b/c-d/e-f/g-h/i-j/k-l/m-n/o-p/q-r.\n");

  /* Each section tells its own; a number stays with its address. */
  aft_prose_append (blocks, "[a](https://example.org/a)", 1, NULL);
  aft_prose_append (blocks, "# B\n\n[b](https://example.org/b) [a](https://example.org/a)", 1, NULL);
  text = aft_text_write_blocks (blocks);
  g_assert_cmpstr (text, ==, "a [1]\n\n[1] https://example.org/a\n\n\nB\n===\n\nb [2] a [1]\n\n"
                             "[1] https://example.org/a\n[2] https://example.org/b\n");
}

static void
test_scripts (void)
{
  assert_prose ("サーバーはなぜ停止しましたか。設定ファイルが壊れていたからです。とても長い文章です。",
                "サーバーはなぜ停止しましたか。設定ファイルが壊れていたからです。とても長\nい文章です。\n");
  assert_prose ("لماذا توقف؟", "لماذا توقف؟\n");
}

static void
add_row (AftBlockTable *table,
         const char    *first,
         const char    *second,
         const char    *third)
{
  AftTableRow *row = third == NULL ? aft_block_table_add_head (table) : aft_block_table_add_row (table, NULL);

  aft_table_row_add (row, aft_runs_new_text (first, AFT_RUN_PLAIN));
  aft_table_row_add (row, aft_runs_new_text (second, AFT_RUN_PLAIN));
  aft_table_row_add (row, aft_runs_new_text (third != NULL ? third : "Three", AFT_RUN_PLAIN));
}

static char *
write_table (const char *long_text)
{
  g_autoptr(GPtrArray) blocks = aft_blocks_new ();
  AftBlockTable *table = aft_block_table_new (AFT_TABLE_GRID, 3);

  table->aligns[1] = AFT_ALIGN_END;
  add_row (table, "One", "Two", NULL);
  add_row (table, "a", "12", long_text);
  add_row (table, "日本", "3", "");
  g_ptr_array_add (blocks, aft_block_new_table (table));

  return aft_text_write_blocks (blocks);
}

static void
test_tables (void)
{
  g_autofree char *narrow = write_table ("b");
  g_autofree char *wrapped = write_table ("A text that is somewhat longer than its column can be in one line of a mail.");
  g_autofree char *much = dup_long ("word ");
  g_autofree char *records = write_table (much);

  g_assert_cmpstr (narrow, ==, "One   Two  Three\n----  ---  -----\na      12  b\n日本    3\n");
  g_assert_cmpstr (wrapped, ==,
                   "One   Two  Three\n"
                   "----  ---  -------------------------------------------------------------\n"
                   "a      12  A text that is somewhat longer than its column can be in one\n"
                   "           line of a mail.\n"
                   "\n"
                   "日本    3\n");
  g_assert_true (g_str_has_prefix (records, "One: a\nTwo: 12\nThree: word word "));
  g_assert_nonnull (strstr (records, "\n  word word"));
  g_assert_true (g_str_has_suffix (records, "\n\nOne: 日本\nTwo: 3\n"));
  assert_mailable (records);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-writer/whole", test_whole);
  g_test_add_func ("/text-writer/hostile", test_hostile);
  g_test_add_func ("/text-writer/prose", test_prose);
  g_test_add_func ("/text-writer/links", test_links);
  g_test_add_func ("/text-writer/scripts", test_scripts);
  g_test_add_func ("/text-writer/tables", test_tables);

  return g_test_run ();
}

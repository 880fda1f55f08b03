/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <librsvg/rsvg.h>
#include <string.h>

#include "aft-answer.h"
#include "aft-branch-notation.h"
#include "aft-branch-text.h"
#include "aft-dot-writer.h"
#include "aft-event.h"
#include "aft-figure-svg.h"
#include "aft-mermaid-writer.h"
#include "aft-moment-parser.h"
#include "aft-outline-writer.h"
#include "aft-plain-text.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-role.h"
#include "aft-section.h"
#include "report-fixture.h"

#define ADD report_fixture_add
#define SECRET "swordfish"

static const char *const hostile[] = {
  "",
  "\"]; end; %%{init: {'theme':'dark'}}%%",
  "n1[\"x\"] --> n2 ::: click n1 callback",
  "end",
  "End of the end, END. blend endless",
  "1. first\n- second\n* third\n# fourth\n+ fifth",
  "\\\" \\N \\G \\l \\\\ trailing \\",
  "quotes ' \" ` and `code` and \"`markdown`\"",
  "<script>alert(1)</script> <br/> </svg> ]]> <!-- & &amp; &#34; #quot; #35;",
  "style a:b #x; classDef a:#b; fa:fa-car $$x^2$$ |pipe| {brace} (round) [square]",
  "two\nlines\r\nthree\r\n\r\nfive\twith a tab",
  "control \001\033[31m\177 and \xef\xbf\xbe nothing",
  "not \xff\xfe UTF-8",
  "\xef\xac\x82\xc2\xb0\xc2\xb0" "34\xc2\xb6\xc3\x9f",
  "👩‍🚒 🔥🔥🔥 🇩🇪 é",
  "لماذا توقف الخادم؟ 123 abc",
  "サーバーはなぜ停止しましたか。設定ファイルが壊れていたからです。とても長い文章です。",
};

static char *
dup_long (const char *part)
{
  GString *text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < 10000)
    g_string_append (text, part);

  return g_string_free (text, FALSE);
}

static GPtrArray *
list_texts (void)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    g_ptr_array_add (texts, g_strdup (hostile[i]));
  g_ptr_array_add (texts, dup_long ("word "));
  g_ptr_array_add (texts, dup_long ("x"));
  g_ptr_array_add (texts, dup_long ("\" "));

  return texts;
}

static void
assert_lines (const char *text,
              const char *pattern)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_nonnull (regex);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* What repeats is shortened, so that no limit of the matching is met. */
      g_autoptr(GString) line = g_string_new (lines[i]);

      for (gsize j = 0; j < 14; j++)
        g_string_replace (line, "xx", "x", 0);
      if (!g_regex_match (regex, line->str, 0, NULL))
        g_error ("line %u breaks out: %.300s", i + 1, lines[i]);
    }
}

static char *
unescape_mermaid (const char *text)
{
  GString *out = g_string_new (NULL);

  while (*text != '\0')
    if (g_str_has_prefix (text, "<br/>"))
      {
        g_string_append_c (out, '\n');
        text += strlen ("<br/>");
      }
    else if (*text == '#')
      {
        char *end;

        g_string_append_unichar (out, (gunichar) g_ascii_strtoull (text + 1, &end, 10));
        g_assert_cmpint (*end, ==, ';');
        text = end + 1;
      }
    else
      g_string_append_c (out, *text++);

  return g_string_free (out, FALSE);
}

static void
test_mermaid_escape (void)
{
  g_autoptr(GPtrArray) texts = list_texts ();

  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *clean = aft_plain_text_clean (g_ptr_array_index (texts, i));
      g_autofree char *escaped = aft_mermaid_escape (g_ptr_array_index (texts, i));
      g_autofree char *back = unescape_mermaid (escaped);

      g_assert_cmpstr (back, ==, clean);
      g_assert_null (strpbrk (escaped, "\"`[](){}|%\\&:*_+\n"));
    }

  {
    g_autofree char *end = aft_mermaid_escape ("end, 1.52 blend-end x--y");

    g_assert_cmpstr (end, ==, "#101;nd, 1.52 blend-#101;nd x#45;#45;y");
  }
}

static void
test_dot_escape (void)
{
  g_autoptr(GPtrArray) texts = list_texts ();

  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *clean = aft_plain_text_clean (g_ptr_array_index (texts, i));
      g_autofree char *escaped = aft_dot_escape (g_ptr_array_index (texts, i));
      const gsize length = strlen (escaped);
      g_autofree char *inner = g_strndup (escaped + 1, length - 2);
      g_autofree char *back = g_strcompress (inner);
      g_autoptr(GString) read = g_string_new (back);

      g_string_replace (read, "&amp;", "&", 0);
      g_assert_cmpstr (read->str, ==, clean);
      g_assert_true (escaped[0] == '"' && escaped[length - 1] == '"');
      for (const char *at = inner; *at != '\0'; at++)
        {
          g_assert_cmpint (*at, !=, '"');
          g_assert_cmpint (*at, !=, '\n');
          if (*at == '\\')
            g_assert_true (strchr ("\"\\n", *++at) != NULL);
        }
    }
}

static void
test_wrap (void)
{
  g_autoptr(GPtrArray) texts = list_texts ();

  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *clean = aft_plain_text_clean (g_ptr_array_index (texts, i));
      g_auto(GStrv) lines = aft_plain_text_wrap (clean, 20);
      g_autoptr(GString) found = g_string_new (NULL);
      g_autoptr(GString) wanted = g_string_new (NULL);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_assert_true (g_utf8_validate (lines[j], -1, NULL));
          g_assert_cmpint (g_utf8_strlen (lines[j], -1), <=, 21);
          for (const char *at = lines[j]; *at != '\0'; at++)
            if (!g_ascii_isspace (*at))
              g_string_append_c (found, *at);
        }
      for (const char *at = clean; *at != '\0'; at++)
        if (!g_ascii_isspace (*at))
          g_string_append_c (wanted, *at);
      g_assert_cmpstr (found->str, ==, wanted->str);
    }
}

/* One answer for every text, and a question with it. */
static AftDocument *
create_hostile (const char *language)
{
  AftDocument *document = report_fixture_begin (language);
  g_autoptr(GPtrArray) texts = list_texts ();

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      g_autofree char *valid = g_utf8_make_valid (text, -1);
      AftProblem *problem = ADD (document, "problems", AFT_TYPE_PROBLEM, "text", valid, "went-well", i == 3, NULL);
      AftQuestion *question = ADD (problem, "questions", AFT_TYPE_QUESTION, "text", valid, "join",
                                   i % 2 == 0 ? AFT_JOIN_AND : AFT_JOIN_OR, NULL);
      AftAnswer *answer = ADD (question, "answers", AFT_TYPE_ANSWER, "text", valid, "state", (int) (i % 3), NULL);

      ADD (question, "answers", AFT_TYPE_ANSWER, "text", valid, "same-as", aft_item_get_id (AFT_ITEM (answer)),
           "contributing-factor", TRUE, NULL);
      ADD (answer, "questions", AFT_TYPE_QUESTION, "text", valid, NULL);
    }
  g_object_set (document, "title", "<b>&\"'</b> ]]> サーバー", NULL);
  aft_document_set_ready (document);

  return document;
}

static void
test_mermaid (void)
{
  g_autoptr(AftDocument) document = create_hostile ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autofree char *text = aft_mermaid_write (report);
  const char *pattern = "^(flowchart LR|  n[0-9]+\\(?\\[\"[^\"\\[\\]`{}|%\\\\]*\"\\]\\)?|"
                        "  n[0-9]+ -->(\\|\"[^\"\\[\\]`{}|%\\\\]*\"\\|)? n[0-9]+|"
                        "  classDef [a-z]+ [a-z0-9#:, -]+|  class n[0-9,n]+ [a-z]+|)$";

  assert_lines (text, pattern);
  g_assert_nonnull (strstr (text, "([\"AND\"])"));
  g_assert_nonnull (strstr (text, "([\"OR\"])"));
  g_assert_nonnull (strstr (text, "Same as#58; "));
  g_assert_nonnull (strstr (text, "Ruled out<br/>"));
  g_assert_null (strstr (text, "<script"));
}

static void
test_dot (void)
{
  g_autoptr(AftDocument) document = create_hostile ("de");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autofree char *text = aft_dot_write (report);
  g_autofree char *folder = g_dir_make_tmp ("afterword-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "whys.dot", NULL);
  g_autofree char *parsed = NULL;

  assert_lines (text, "^(digraph whys \\{|  (graph|node|edge) \\[.*\\];|"
                      "  n[0-9]+ \\[label=\"([^\"\\\\]|\\\\.)*+\", [^\\\\]*\\];|"
                      "  n[0-9]+ -> n[0-9]+( \\[label=\"([^\"\\\\]|\\\\.)*+\"\\])?;|\\}|)$");
  g_assert_nonnull (strstr (text, "label=\"UND\""));
  g_assert_nonnull (strstr (text, "Ausgeschlossen"));

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  parsed = report_fixture_run ("dot", "-Tplain", path, NULL);
  if (parsed == NULL)
    g_test_skip ("dot is not installed");
  else
    g_assert_true (g_str_has_prefix (parsed, "graph "));
  report_fixture_remove (path);
}

static void
assert_entry (const AftTreeEntry *entry,
              AftItem            *item)
{
  g_autofree char *text = aft_branch_notation_clean (entry->text);

  g_assert_true (entry->kind == AFT_TREE_PROBLEM ? AFT_IS_PROBLEM (item)
                 : entry->kind == AFT_TREE_QUESTION ? AFT_IS_QUESTION (item) : AFT_IS_ANSWER (item));
  g_assert_cmpstr (aft_item_get_heading (item), ==, text);
  if (AFT_IS_ANSWER (item))
    {
      g_assert_cmpint (aft_answer_get_state (AFT_ANSWER (item)), ==, entry->state);
      g_assert_cmpint (aft_answer_get_contributing_factor (AFT_ANSWER (item)), ==, entry->factor);
      g_assert_cmpint (aft_answer_get_same_as (AFT_ANSWER (item))[0] != '\0', ==, entry->same_as != NULL && text[0] != '\0');
    }
  else if (AFT_IS_QUESTION (item))
    g_assert_cmpint (aft_question_get_join (AFT_QUESTION (item)), ==, entry->join);
  else
    g_assert_cmpint (aft_problem_get_went_well (AFT_PROBLEM (item)), ==, entry->went_well);
}

static void
collect (AftItem  *item,
         gpointer  user_data)
{
  g_ptr_array_add (user_data, item);
}

/* What is pasted gives the trees back. */
static void
test_outline (void)
{
  static const char *const languages[] = { "en", "de" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr(AftDocument) document = create_hostile (languages[i]);
      g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
      const GPtrArray *trees = aft_report_get_trees (report);
      g_autofree char *text = aft_outline_write (report);
      g_autoptr(GError) error = NULL;
      g_autoptr(AftBranches) branches = aft_branch_text_read (text, -1, "Why?", &error);

      g_assert_no_error (error);
      g_assert_cmpuint (branches->items->len, ==, trees->len);
      for (guint j = 0; j < trees->len; j++)
        {
          const AftFigureData *tree = g_ptr_array_index (trees, j);
          g_autoptr(GPtrArray) items = g_ptr_array_new ();
          guint n = 0;

          aft_item_foreach (branches->items->pdata[j], collect, items);
          for (guint k = 0; k < tree->nodes->len; k++)
            {
              const AftTreeEntry *entry = g_ptr_array_index (tree->nodes, k);

              if (entry->kind == AFT_TREE_MISSING)
                continue;
              g_assert_cmpuint (n, <, items->len);
              assert_entry (entry, items->pdata[n++]);
            }
          g_assert_cmpuint (n, ==, items->len);
        }
    }
}

static void
test_outline_words (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("de");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autofree char *text = aft_outline_write (report);

  g_assert_true (g_str_has_prefix (text, "People on stable met internal compiler errors.\n"
                                         "  Why did they meet them? [UND]\n"
                                         "    ✓ The check was on in 1.52.0.\n"
                                         "      Why was it on?\n"));
  g_assert_nonnull (strstr (text, "    ✓ There were bugs in incremental builds since 1.24. [beitragender Faktor]\n"));
  g_assert_nonnull (strstr (text, "✗ The release notes were not read.\n"));
  g_assert_nonnull (strstr (text, "Why does nothing replay them?\n"));
}

static void
assert_svg (GBytes     *bytes,
            const char *title)
{
  g_autoptr(GObject) handle = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup ((const char *) data, size);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_nonnull (strstr (text, title));
  g_assert_nonnull (strstr (text, "<desc>"));
  g_assert_null (strstr (text, "<script"));
  handle = (GObject *) rsvg_handle_new_from_data (data, size, &error);
  g_assert_no_error (error);
  g_assert_nonnull (handle);
}

static void
test_svg (void)
{
  static const char *const languages[] = { "en", "de", "ja", "a\"b<c" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr(AftDocument) document = report_fixture_new (languages[i]);
      g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) whys = aft_figure_svg_write_whys (report, &error);
      g_autoptr(GBytes) timeline = aft_figure_svg_write_timeline (report, &error);
      g_autoptr(GBytes) whys_again = aft_figure_svg_write_whys (report, &error);
      g_autoptr(GBytes) timeline_again = aft_figure_svg_write_timeline (report, &error);

      g_assert_no_error (error);
      assert_svg (whys, i == 1 ? "<title>Fünfmal warum: " : "<title>Five whys: ");
      assert_svg (timeline, i == 1 ? "<title>Zeitleiste: " : "<title>Timeline: ");
      g_assert_true (g_bytes_equal (whys, whys_again));
      g_assert_true (g_bytes_equal (timeline, timeline_again));
    }
}

static void
test_svg_hostile (void)
{
  g_autoptr(AftDocument) document = create_hostile ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) whys = aft_figure_svg_write_whys (report, &error);

  g_assert_no_error (error);
  assert_svg (whys, "<title>Five whys: &lt;b&gt;&amp;&quot;&apos;&lt;/b&gt; ]]&gt; サーバー</title>");
}

static void
assert_hidden (const char *text)
{
  g_assert_null (strstr (text, SECRET));
  g_assert_null (strstr (text, "Ada Example"));
  g_assert_nonnull (strstr (text, "Compiler lead"));
}

static void
assert_shown (const char *text)
{
  g_assert_nonnull (strstr (text, SECRET));
  g_assert_nonnull (strstr (text, "Ada Example"));
}

static void
test_editions (void)
{
  const AftMomentContext context = { "UTC", 0 };
  g_autoptr(AftMoment) at = aft_moment_parse ("2021-05-06 12:00 UTC", &context, NULL);
  g_autoptr(AftDocument) document = report_fixture_begin ("en");
  AftProblem *problem = ADD (document, "problems", AFT_TYPE_PROBLEM, "text", "What Ada Example saw", NULL);
  AftQuestion *question = ADD (problem, "questions", AFT_TYPE_QUESTION, "text", "Why?", NULL);
  AftAnswer *hidden = ADD (question, "answers", AFT_TYPE_ANSWER, "text", "It was " SECRET, "audience",
                           AFT_AUDIENCE_TEAM, NULL);
  AftQuestion *below = ADD (hidden, "questions", AFT_TYPE_QUESTION, "text", "Why " SECRET "?", NULL);

  ADD (below, "answers", AFT_TYPE_ANSWER, "text", SECRET " again", NULL);
  ADD (question, "answers", AFT_TYPE_ANSWER, "text", "Ada Example said so.", "same-as",
       aft_item_get_id (AFT_ITEM (hidden)), NULL);
  ADD (document, "events", AFT_TYPE_EVENT, "text", SECRET, "at", at, "audience", AFT_AUDIENCE_TEAM, NULL);
  ADD (document, "events", AFT_TYPE_EVENT, "text", "Ada Example looks.", "at", at, NULL);
  aft_document_set_ready (document);

  for (guint edition = AFT_EDITION_TEAM; edition <= AFT_EDITION_PUBLIC; edition++)
    {
      g_autoptr(AftReport) report = aft_report_build (document, edition, NULL);
      g_autofree char *outline = aft_outline_write (report);
      g_autofree char *mermaid = aft_mermaid_write (report);
      g_autofree char *dot = aft_dot_write (report);
      g_autoptr(GBytes) whys = aft_figure_svg_write_whys (report, NULL);
      g_autoptr(GBytes) timeline = aft_figure_svg_write_timeline (report, NULL);
      g_autofree char *whys_text = g_strndup (g_bytes_get_data (whys, NULL), g_bytes_get_size (whys));
      g_autofree char *timeline_text = g_strndup (g_bytes_get_data (timeline, NULL), g_bytes_get_size (timeline));
      const char *const all[] = { outline, mermaid, dot, whys_text, timeline_text };

      for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
        if (edition == AFT_EDITION_TEAM)
          assert_shown (all[i]);
        else if (edition == AFT_EDITION_PUBLIC)
          assert_hidden (all[i]);
        else
          g_assert_null (strstr (all[i], SECRET));
    }
}

/* An event of the lead-up says nothing of its audience; its section does. */
static void
test_lead_up (void)
{
  const AftMomentContext context = { "UTC", 0 };
  g_autoptr(AftMoment) at = aft_moment_parse ("2021-05-06 12:00 UTC", &context, NULL);

  for (guint edition = AFT_EDITION_TEAM; edition <= AFT_EDITION_PUBLIC; edition++)
    {
      g_autoptr(AftDocument) document = aft_document_new ();
      g_autoptr(AftReport) report = NULL;
      const AftFigureData *timeline;

      ADD (document, "sections", AFT_TYPE_SECTION, "kind", AFT_SECTION_LEAD_UP, "audience", AFT_AUDIENCE_TEAM, NULL);
      ADD (document, "events", AFT_TYPE_EVENT, "text", SECRET, "at", at, "lead-up", TRUE, NULL);
      ADD (document, "events", AFT_TYPE_EVENT, "text", "Seen", "at", at, NULL);
      aft_document_set_ready (document);
      report = aft_report_build (document, edition, NULL);
      timeline = aft_report_get_timeline (report);
      g_assert_nonnull (timeline);
      g_assert_cmpuint (timeline->entries->len, ==, edition == AFT_EDITION_TEAM ? 2 : 1);
      for (guint i = 0; edition != AFT_EDITION_TEAM && i < timeline->entries->len; i++)
        g_assert_cmpstr (((AftTimelineEntry *) g_ptr_array_index (timeline->entries, i))->text, ==, "Seen");
    }
}

static void
test_empty (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *outline = NULL;

  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  outline = aft_outline_write (report);
  g_assert_cmpstr (outline, ==, "");
  g_assert_null (aft_figure_svg_write_whys (report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (aft_figure_svg_write_timeline (report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/tree-writers/mermaid-escape", test_mermaid_escape);
  g_test_add_func ("/report/tree-writers/dot-escape", test_dot_escape);
  g_test_add_func ("/report/tree-writers/wrap", test_wrap);
  g_test_add_func ("/report/tree-writers/mermaid", test_mermaid);
  g_test_add_func ("/report/tree-writers/dot", test_dot);
  g_test_add_func ("/report/tree-writers/outline", test_outline);
  g_test_add_func ("/report/tree-writers/outline-words", test_outline_words);
  g_test_add_func ("/report/tree-writers/svg", test_svg);
  g_test_add_func ("/report/tree-writers/svg-hostile", test_svg_hostile);
  g_test_add_func ("/report/tree-writers/editions", test_editions);
  g_test_add_func ("/report/tree-writers/lead-up", test_lead_up);
  g_test_add_func ("/report/tree-writers/empty", test_empty);

  return g_test_run ();
}

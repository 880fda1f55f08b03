/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "aft-branch-notation.h"
#include "aft-branch-text.h"
#include "whys-tools.h"

static const char *const texts[] = {
  "The disk was full.", "Why?", "", "- no bullet", "* none", "1. May was a holiday", "12) neither", "– dash", "[x] box", "- [ ] box",
  "✓ checked", "✗", "?", "??", "!", "! Stop", "? maybe", "| pipe", "|", "= equal", "> quoted", "# heading", "###### six",
  "Confirmed: yes", "Bestätigt · Beitragender Faktor: ja", "möglich:", "Possible", "a [AND]", "why [OR]?", "x []", "[ ]", "[]", "x [factor]",
  "[UND]", "**strong**", "__strong__ [AND]", "~~struck~~", "two\nlines", "two\n\nlines?", "- a\n  - b\n\t- c", "tail?\nno", "no\ntail?",
  "a\r\nb\rc\vd\fe", "tab\tin it", "\ttab before", "  blanks  ", "🔥 ✓ 👩‍🚒 é", "لماذا توقف الخادم؟", "القرص ممتلئ", "なぜ停止しましたか？", "ディスクが一杯でした。",
  "Ends with “Why?”", "Why?!", "(Why?)", "\xef\xbb\xbf" "byte order", "line\xe2\x80\xa8separator\xe2\x80\xa9paragraph", "\x01\x02 control\x7f", "a = b", "=", "= a",
  "-", "+5 degrees", "---", "> ", "\\- backslash", "☑", "✔️ emoji", "end ]", "a [b] [AND] [OR]", "？", "x [Beitragender FAKTOR]",
};

static GPtrArray *
read_text (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AftBranches) branches = aft_branch_text_read (text, -1, "Why?", &error);

  g_assert_no_error (error);
  g_assert_nonnull (branches);
  g_assert_null (branches->document);
  g_assert_cmpuint (branches->links->len, ==, 0);

  return g_ptr_array_ref (branches->items);
}

static char *
dup_shapes (GPtrArray *branches)
{
  g_autoptr(GString) shapes = g_string_new (NULL);

  for (guint i = 0; i < branches->len; i++)
    {
      if (i > 0)
        g_string_append (shapes, " | ");
      g_string_append (shapes, AFT_IS_PROBLEM (branches->pdata[i]) ? "P:" : AFT_IS_QUESTION (branches->pdata[i]) ? "Q:" : "A:");
      whys_append_shape (shapes, branches->pdata[i]);
    }

  return g_string_free (g_steal_pointer (&shapes), FALSE);
}

static void
assert_read (const char *text,
             const char *wanted)
{
  g_autoptr(GPtrArray) branches = read_text (text);
  g_autofree char *shapes = dup_shapes (branches);

  g_assert_cmpstr (shapes, ==, wanted);
}

static void
assert_refused (const char *text,
                gssize      length,
                int         code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (aft_branch_text_read (text, length, "Why?", &error));
  g_assert_error (error, AFT_BRANCH_ERROR, code);
}

static void
test_notation (void)
{
  static const char wanted[] =
    "The shop was down for 40 minutes.\n"
    "  Why did it stop? [AND]\n"
    "    ✓ The disk was full. [contributing factor]\n"
    "      | It had been at 97 % since March.\n"
    "      |\n"
    "      | Nobody looked.\n"
    "      Why?\n"
    "        ✗ The logs were not rotated.\n"
    "      ?? Tell how\n"
    "    Nobody was told.\n"
    "      Why?\n"
    "        Mail stopped.\n"
    "          = The disk was full.\n"
    "    ? - not a bullet\n"
    "    ?\n"
    "\n"
    "Nobody was hurt. [went well]\n";
  g_autoptr(GPtrArray) branches = read_text (wanted);
  g_autofree char *written = aft_branch_text_write (branches, "en");
  g_autoptr(GString) german = g_string_new (wanted);
  g_autoptr(GPtrArray) read = NULL;
  g_autofree char *shapes = dup_shapes (branches);
  g_autofree char *in_german = NULL;

  g_assert_cmpstr (shapes, ==,
                   "P:The shop was down for 40 minutes. (Why did it stop? (The disk was full.\nIt had been at 97 % since March.\n\nNobody looked. "
                   "(Why? (The logs were not rotated.), Tell how), Nobody was told. (Why? (Mail stopped.)), - not a bullet, )) | P:Nobody was hurt.");
  g_string_replace (german, "[AND]", "[UND]", 0);
  g_string_replace (german, "[contributing factor]", "[beitragender Faktor]", 0);
  g_string_replace (german, "[went well]", "[lief gut]", 0);
  read = read_text (german->str);
  in_german = aft_branch_text_write (read, "de");

  /* What is the same is known only within a document. */
  g_string_replace (german, "          = The disk was full.\n", "", 0);
  g_assert_cmpstr (in_german, ==, german->str);
  g_assert_null (strstr (written, "= The"));
  g_assert_true (aft_problem_get_went_well (branches->pdata[1]));
}

static AftItem *
add_random (gpointer    parent,
            const char *list)
{
  AftItem *item = whys_add (parent, list, texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);

  if (AFT_IS_ANSWER (item))
    g_object_set (item, "state", g_test_rand_int_range (0, 3), "contributing-factor", g_test_rand_bit (), NULL);
  else if (AFT_IS_QUESTION (item))
    g_object_set (item, "join", g_test_rand_int_range (0, 3), NULL);
  else
    g_object_set (item, "went-well", g_test_rand_bit (), NULL);

  return item;
}

static void
add_random_below (AftItem *item,
                  guint    levels)
{
  const char *list = AFT_IS_QUESTION (item) ? "answers" : "questions";

  for (int i = g_test_rand_int_range (0, 4); levels > 0 && i > 0; i--)
    add_random_below (add_random (item, list), levels - 1);
}

static void
assert_same (AftItem *found,
             AftItem *wanted)
{
  const char *list = AFT_IS_QUESTION (wanted) ? "answers" : "questions";
  g_autofree char *text = aft_branch_notation_clean (aft_item_get_heading (wanted));

  g_assert_true (G_OBJECT_TYPE (found) == G_OBJECT_TYPE (wanted));
  g_assert_cmpstr (aft_item_get_heading (found), ==, text);
  if (AFT_IS_ANSWER (wanted))
    {
      g_assert_cmpint (aft_answer_get_state (AFT_ANSWER (found)), ==, aft_answer_get_state (AFT_ANSWER (wanted)));
      g_assert_cmpint (aft_answer_get_contributing_factor (AFT_ANSWER (found)), ==,
                       aft_answer_get_contributing_factor (AFT_ANSWER (wanted)));
    }
  else if (AFT_IS_QUESTION (wanted))
    g_assert_cmpint (aft_question_get_join (AFT_QUESTION (found)), ==, aft_question_get_join (AFT_QUESTION (wanted)));
  else
    g_assert_cmpint (aft_problem_get_went_well (AFT_PROBLEM (found)), ==, aft_problem_get_went_well (AFT_PROBLEM (wanted)));

  g_assert_cmpuint (g_list_model_get_n_items (aft_item_get_list (found, list)), ==,
                    g_list_model_get_n_items (aft_item_get_list (wanted, list)));
  for (guint i = 0; i < g_list_model_get_n_items (aft_item_get_list (wanted, list)); i++)
    {
      g_autoptr(AftItem) found_child = g_list_model_get_item (aft_item_get_list (found, list), i);
      g_autoptr(AftItem) child = g_list_model_get_item (aft_item_get_list (wanted, list), i);

      assert_same (found_child, child);
    }
}

static void
test_round_trip (void)
{
  const guint n_rounds = g_test_slow () ? 3000 : 300;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr(GPtrArray) branches = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(GPtrArray) read = NULL;
      g_autofree char *text = NULL;

      for (int j = g_test_rand_int_range (1, 4); j > 0; j--)
        {
          static GType (*const types[]) (void) = { aft_problem_get_type, aft_question_get_type, aft_answer_get_type };
          AftItem *item = g_object_new (types[g_test_rand_int_range (0, 3)] (), NULL);

          g_object_set (item, "text", texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))], NULL);
          add_random_below (item, 5);
          g_ptr_array_add (branches, item);
        }

      text = aft_branch_text_write (branches, g_test_rand_bit () ? "en" : "de_AT");
      read = read_text (text);
      g_assert_cmpuint (read->len, ==, branches->len);
      for (guint j = 0; j < read->len; j++)
        assert_same (read->pdata[j], branches->pdata[j]);
    }
}

/* Each text in each place, so that none is left to chance. */
static void
test_every_text (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) branches = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(GPtrArray) read = NULL;
      g_autofree char *text = NULL;
      AftItem *problem = AFT_ITEM (aft_problem_new ());

      g_ptr_array_add (branches, problem);
      g_object_set (problem, "text", texts[i], "went-well", i % 2 == 0, NULL);
      for (guint state = 0; state < 6; state++)
        {
          AftItem *question = whys_add (problem, "questions", texts[i]);
          AftItem *answer = whys_add (question, "answers", texts[i]);

          g_object_set (question, "join", (int) (state % 3), NULL);
          g_object_set (answer, "state", (int) (state % 3), "contributing-factor", state > 2, NULL);
        }
      text = aft_branch_text_write (branches, "en");
      read = read_text (text);
      g_assert_cmpuint (read->len, ==, 1);
      assert_same (read->pdata[0], problem);
    }
}

static void
test_same_as (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  AftItem *problem = whys_add (document, "problems", "p");
  AftItem *question = whys_add (problem, "questions", "Why?");
  AftItem *first = whys_add (question, "answers", "twin");
  AftItem *second = whys_add (question, "answers", "twin");
  AftItem *third = whys_add (whys_add (second, "questions", "And why?"), "answers", "third");
  g_autoptr(GPtrArray) branches = g_ptr_array_new ();
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) read = NULL;
  g_autoptr(AftItem) read_question = NULL;
  g_autoptr(AftItem) read_first = NULL;
  g_autoptr(AftItem) read_second = NULL;

  g_object_set (first, "same-as", aft_item_get_id (second), NULL);
  g_object_set (third, "same-as", aft_item_get_id (first), NULL);
  g_ptr_array_add (branches, problem);
  text = aft_branch_text_write (branches, "en");
  g_assert_cmpstr (text, ==, "p\n  Why?\n    twin\n      = twin\n    twin\n      And why?\n        third\n          = twin\n");
  read = read_text (text);
  read_question = g_list_model_get_item (aft_item_get_list (read->pdata[0], "questions"), 0);
  read_first = g_list_model_get_item (aft_item_get_list (read_question, "answers"), 0);
  read_second = g_list_model_get_item (aft_item_get_list (read_question, "answers"), 1);
  g_assert_cmpstr (aft_answer_get_same_as (AFT_ANSWER (read_first)), ==, aft_item_get_id (read_second));

  /* What isn't there, is the answer itself, or leads back, stays as text. */
  assert_read ("p\n  Why?\n    a\n      = nothing", "P:p (Why? (a\n= nothing))");
  assert_read ("p\n  Why?\n    a\n      = a", "P:p (Why? (a\n= a))");
  assert_read ("p\n  Why?\n    a\n      = b\n    b\n      = a", "P:p (Why? (a, b\n= a))");
  assert_read ("p\n  Why?\n    a\n      Why so?\n        b\n          = a", "P:p (Why? (a (Why so? (b\n= a))))");
}

static void
test_bullets (void)
{
  static const char *const signs[] = { "-", "*", "+", "•", "–", "1.", "1)", "10.", "- [ ]", "- [x]", "* [X]", "◦" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s Site down\n    %s Why?\n        %s Disk full\n        %s Too hot\n", signs[i], signs[i],
                                               signs[i], signs[i]);

      assert_read (text, "P:Site down (Why? (Disk full, Too hot))");
    }

  assert_read ("- Site down\n  - Disk full\n  - Too hot\n    - No fan", "P:Site down (Why? (Disk full, Too hot (Why? (No fan))))");
  assert_read ("-5 °C\n  *not* a list", "P:-5 °C (Why? (*not* a list))");
}

static void
test_mixed (void)
{
  /* A tab goes to the next multiple of eight. */
  assert_read ("a\n    b\n\tc\n    \td\n        e\n", "P:a (Why? (b (Why? (c, d, e))))");
  assert_read ("a\n\tb\n\t\tc\n\td\n", "P:a (Why? (b (Why? (c)), d))");
  /* Back to where nothing stands: below the nearest line that is indented less. */
  assert_read ("a\n      b\n   c\n d\ne", "P:a (Why? (b, c, d)) | P:e");
  assert_read ("    a\n  b\nc", "P:a | P:b | P:c");
  /* Ends of lines, empty lines, a byte order mark, blanks of other scripts. */
  assert_read ("\xef\xbb\xbf" "a\r\n\r\n  b\r  c\n\n\n", "P:a (Why? (b, c))");
  assert_read ("a\n\xc2\xa0\xc2\xa0" "b\n\xe3\x80\x80" "c", "P:a (Why? (b, c))");
  /* Questions need not alternate with answers. */
  assert_read ("p\n  Why a?\n    x\n  y\n  Why b?\n    z\n  w", "P:p (Why a? (x), Why? (y, w), Why b? (z))");
  assert_read ("Why?\n  Maybe this?\n    Since when?", "Q:Why? (Maybe this? (Since when?))");
  assert_read ("なぜ？\n  満杯\n    لماذا؟\n      ممتلئ", "Q:なぜ？ (満杯 (لماذا؟ (ممتلئ)))");
  /* Answers that are not indented. */
  assert_read ("Why a?\nx\ny\nWhy b?\nz", "Q:Why a? (x, y) | Q:Why b? (z)");
  assert_read ("p\n  Why a?\n  x\n    Why so?\n    x2\n  y\n  Why b?", "P:p (Why a? (x (Why so? (x2)), y), Why b?)");
  assert_read ("Why a?\n  x\ny", "Q:Why a? (x) | P:y");
  /* A question below a question stands beside it where it says so. */
  assert_read ("p\n  Why?\n    ?? Since when\n      x", "P:p (Why?, Since when (x))");
}

static void
test_markdown_and_mail (void)
{
  assert_read ("Why did it stop?\n- disk full\n- too hot\n", "Q:Why did it stop? (disk full, too hot)");
  assert_read ("# Report\n## Site down\n\n- **Why?**\n  - Confirmed: disk full\n    and nobody\n    looked\n  - Ruled out: ~~too hot~~\n\n## Slow\n",
               "P:Report (Why? (Site down (Why? (disk full\nand nobody\nlooked, too hot)), Slow))");
  assert_read ("- Site down\n  Why?\n  - Disk full\n    Why so?\n    - Logs", "P:Site down (Why? (Disk full (Why so? (Logs))))");
  assert_read ("- Why did the site\n  go down?\n  - Disk full", "Q:Why did the site\ngo down? (Disk full)");
  assert_read ("> > Site down\n> >   Why?\n> >     Disk full\n> >\n", "P:Site down (Why? (Disk full))");
  assert_read ("> Site down\nnot quoted", "P:> Site down | P:not quoted");
}

static void
test_states_in_words (void)
{
  static const struct { const char *line; AftAnswerState state; gboolean factor; } lines[] = {
    { "Confirmed: x", AFT_ANSWER_CONFIRMED, FALSE }, { "bestätigt: x", AFT_ANSWER_CONFIRMED, FALSE },
    { "Ruled out · Contributing factor: x", AFT_ANSWER_RULED_OUT, TRUE },
    { "Möglich · Beitragender Faktor: x", AFT_ANSWER_POSSIBLE, TRUE }, { "Ausgeschlossen: x", AFT_ANSWER_RULED_OUT, FALSE },
    { "- ✅ x", AFT_ANSWER_CONFIRMED, FALSE }, { "✔️ x [Faktor]", AFT_ANSWER_CONFIRMED, TRUE }, { "❌ x", AFT_ANSWER_RULED_OUT, FALSE },
    { "x [CONTRIBUTING factor]", AFT_ANSWER_POSSIBLE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(GPtrArray) branches = read_text (lines[i].line);
      AftAnswer *answer = branches->pdata[0];

      g_assert_true (AFT_IS_ANSWER (answer));
      g_assert_cmpstr (aft_answer_get_text (answer), ==, "x");
      g_assert_cmpint (aft_answer_get_state (answer), ==, lines[i].state);
      g_assert_cmpint (aft_answer_get_contributing_factor (answer), ==, lines[i].factor);
    }
}

/* A thousand lines as people indent them, compared with a second, simpler reading of their columns. */
static void
test_thousand_lines (void)
{
  g_autoptr(GString) text = g_string_new ("root 0\n");
  g_autoptr(GString) wanted = g_string_new (NULL);
  guint columns[1001] = { 0 };
  g_autoptr(GPtrArray) branches = NULL;
  g_autoptr(GHashTable) above = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n_found = 0;

  for (guint i = 1; i <= 1000; i++)
    {
      guint column = 0;

      for (int j = g_test_rand_int_range (1, 6); j > 0 && column < 60; j--)
        if (g_test_rand_bit ())
          {
            g_string_append_c (text, '\t');
            column += 8 - column % 8;
          }
        else
          {
            g_string_append_c (text, ' ');
            column++;
          }
      g_string_append_printf (text, "🔥 line %u سطر\n", i);
      columns[i] = column;
    }

  branches = read_text (text->str);
  g_assert_cmpuint (branches->len, ==, 1);
  for (guint i = 1; i <= 1000; i++)
    {
      guint parent = i - 1;

      while (columns[parent] >= columns[i])
        parent--;
      g_hash_table_insert (above, g_strdup_printf ("🔥 line %u سطر", i),
                           parent == 0 ? g_strdup ("root 0") : g_strdup_printf ("🔥 line %u سطر", parent));
    }

  {
    g_autoptr(GPtrArray) stack = g_ptr_array_new ();

    g_ptr_array_add (stack, branches->pdata[0]);
    while (stack->len > 0)
      {
        AftItem *item = g_ptr_array_steal_index (stack, stack->len - 1);
        GListModel *children = aft_item_get_list (item, AFT_IS_QUESTION (item) ? "answers" : "questions");

        if (AFT_IS_ANSWER (item))
          {
            AftItem *parent = aft_item_get_parent (aft_item_get_parent (item));

            g_assert_cmpstr (g_hash_table_lookup (above, aft_item_get_heading (item)), ==, aft_item_get_heading (parent));
            n_found++;
          }
        else if (AFT_IS_QUESTION (item))
          g_assert_cmpstr (aft_item_get_heading (item), ==, "Why?");

        for (guint i = 0; i < g_list_model_get_n_items (children); i++)
          {
            g_autoptr(AftItem) child = g_list_model_get_item (children, i);

            g_ptr_array_add (stack, child);
          }
      }
  }
  g_assert_cmpuint (n_found, ==, 1000);
}

static void
test_long_text (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) branches = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) read = NULL;
  g_autofree char *written = NULL;

  while (g_utf8_strlen (text->str, -1) < 10000)
    g_string_append (text, "満杯 🔥\n- ");
  g_ptr_array_add (branches, aft_answer_new ());
  g_object_set (branches->pdata[0], "text", text->str, NULL);
  written = aft_branch_text_write (branches, "en");
  read = read_text (written);
  assert_same (read->pdata[0], branches->pdata[0]);
}

static void
test_limits (void)
{
  g_autoptr(GString) text = g_string_new ("p\n");
  g_autoptr(GString) many = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *large = g_malloc0 (AFT_BRANCH_MAX_TEXT + 2);

  assert_refused ("", -1, AFT_BRANCH_ERROR_EMPTY);
  assert_refused (" \n\t\r\n\xc2\xa0\n", -1, AFT_BRANCH_ERROR_EMPTY);
  assert_refused ("> \n>\n", -1, AFT_BRANCH_ERROR_EMPTY);
  assert_refused ("a\xff", -1, AFT_BRANCH_ERROR_ENCODING);
  assert_refused ("a\0b", 3, AFT_BRANCH_ERROR_ENCODING);
  memset (large, 'a', AFT_BRANCH_MAX_TEXT + 1);
  assert_refused (large, -1, AFT_BRANCH_ERROR_TOO_LARGE);
  large[AFT_BRANCH_MAX_TEXT] = '\0';
  memset (large, '>', AFT_BRANCH_MAX_TEXT);
  g_ptr_array_unref (read_text (large));

  for (guint i = 1; i <= 63; i++)
    g_string_append_printf (text, "%*sa\n", (int) i, "");
  g_ptr_array_unref (read_text (text->str));
  g_string_append_printf (text, "%*stoo deep\n", 64, "");
  g_assert_null (aft_branch_text_read (text->str, -1, "Why?", &error));
  g_assert_error (error, AFT_BRANCH_ERROR, AFT_BRANCH_ERROR_TOO_DEEP);
  g_assert_nonnull (strstr (error->message, "Line 65 "));

  for (guint i = 0; i < AFT_BRANCH_MAX_LINES; i++)
    g_string_append (many, i % 2 == 0 ? "| a\n" : "- = a\n");
  g_ptr_array_unref (read_text (many->str));
  g_string_append (many, "a");
  assert_refused (many->str, -1, AFT_BRANCH_ERROR_TOO_LARGE);
}

/* Whatever bytes come: a branch or an error, and what is a branch is read back as it was. */
static void
test_noise (void)
{
  static const char *const parts[] = { "\n", "\n", " ", "  ", "\t", "- ", "* ", "1. ", "? ", "?? ", "! ", "✓ ", "✗ ", "| ", "= ", "=", "a", "b c",
                                       "?", "[AND]", " []", "> ", "# ", "**", "\r", "\v", "لماذا", "🔥", "[x] ", "Confirmed: ", "\xe2\x80\xa8" };

  for (guint i = 0; i < (g_test_slow () ? 20000u : 2000u); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(AftBranches) branches = NULL;
      g_autoptr(GPtrArray) again = NULL;
      g_autofree char *written = NULL;

      for (int j = g_test_rand_int_range (1, 40); j > 0; j--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);

      branches = aft_branch_text_read (text->str, (gssize) text->len, "Why?", NULL);
      if (branches == NULL)
        continue;
      written = aft_branch_text_write (branches->items, "en");
      again = read_text (written);
      g_assert_cmpuint (again->len, ==, branches->items->len);
      for (guint j = 0; j < again->len; j++)
        assert_same (again->pdata[j], branches->items->pdata[j]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/branch-text/notation", test_notation);
  g_test_add_func ("/branch-text/every-text", test_every_text);
  g_test_add_func ("/branch-text/round-trip", test_round_trip);
  g_test_add_func ("/branch-text/same-as", test_same_as);
  g_test_add_func ("/branch-text/bullets", test_bullets);
  g_test_add_func ("/branch-text/mixed", test_mixed);
  g_test_add_func ("/branch-text/markdown-and-mail", test_markdown_and_mail);
  g_test_add_func ("/branch-text/states-in-words", test_states_in_words);
  g_test_add_func ("/branch-text/thousand-lines", test_thousand_lines);
  g_test_add_func ("/branch-text/long-text", test_long_text);
  g_test_add_func ("/branch-text/limits", test_limits);
  g_test_add_func ("/branch-text/noise", test_noise);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aft-action-item.h"
#include "aft-corrective-action.h"
#include "aft-document.h"
#include "aft-due.h"
#include "aft-lesson.h"
#include "aft-numbering.h"

static void
test_letters (void)
{
  static const struct { guint number; const char *letters; } cases[] = {
    { 1, "a" }, { 26, "z" }, { 27, "aa" }, { 28, "ab" }, { 52, "az" }, { 53, "ba" }, { 702, "zz" }, { 703, "aaa" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *letters = aft_numbering_format_letters (cases[i].number);

      g_assert_cmpstr (letters, ==, cases[i].letters);
    }
}

static void
test_roman (void)
{
  static const struct { guint number; const char *roman; } cases[] = {
    { 1, "i" }, { 4, "iv" }, { 9, "ix" }, { 14, "xiv" }, { 40, "xl" }, { 99, "xcix" }, { 444, "cdxliv" }, { 1994, "mcmxciv" }, { 4000, "mmmm" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *roman = aft_numbering_format_roman (cases[i].number);

      g_assert_cmpstr (roman, ==, cases[i].roman);
    }
}

static void
check_number (gpointer    item,
              const char *wanted)
{
  g_autofree char *number = aft_numbering_get_of_total (AFT_ITEM (item));

  g_assert_cmpstr (number, ==, wanted);
}

static void
test_follows_place (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  AftHistory *history = aft_document_get_history (document);
  g_autoptr(AftLesson) first = aft_lesson_new ();
  g_autoptr(AftLesson) second = aft_lesson_new ();
  g_autoptr(AftCorrectiveAction) action = aft_corrective_action_new ();
  g_autoptr(AftCorrectiveAction) other = aft_corrective_action_new ();
  g_autoptr(AftActionItem) item = aft_action_item_new ();
  g_autoptr(AftActionItem) loose = aft_action_item_new ();

  aft_document_set_ready (document);
  aft_history_insert (history, AFT_ITEM (document), "lessons", 0, AFT_ITEM (first));
  aft_history_insert (history, AFT_ITEM (document), "lessons", 1, AFT_ITEM (second));
  aft_history_insert (history, AFT_ITEM (second), "actions", 0, AFT_ITEM (action));
  aft_history_insert (history, AFT_ITEM (action), "items", 0, AFT_ITEM (item));
  aft_history_insert (history, AFT_ITEM (document), "other-actions", 0, AFT_ITEM (other));
  aft_history_insert (history, AFT_ITEM (document), "other-items", 0, AFT_ITEM (loose));

  check_number (second, "2/2");
  check_number (action, "2a");
  check_number (item, "2a-i");
  check_number (other, "A1");
  check_number (loose, "A2");

  aft_history_move (history, AFT_ITEM (second), AFT_ITEM (document), "lessons", 0);
  check_number (item, "1a-i");
  aft_history_undo (history);
  check_number (item, "2a-i");

  g_object_set (loose, "reference", "P-1", NULL);
  check_number (loose, "P-1");
}

static void
test_due_words (void)
{
  static const struct { const char *text; const char *due; } cases[] = {
    { "4 weeks", "2021-06-03" }, { "in 10 days", "2021-05-16" }, { "1 month", "2021-06-06" }, { "2 years", "2023-05-06" },
    { "2021-08-05", "2021-08-05" }, { " tomorrow ", "2021-05-07" }, { "when 1.54 is out", "when 1.54 is out" }, { "4 moons", "4 moons" },
  };
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 6, G_DATE_MAY, 2021);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *due = aft_due_understand (cases[i].text, &today);

      g_assert_cmpstr (due, ==, cases[i].due);
    }
}

static void
test_overdue (void)
{
  g_autoptr(AftActionItem) item = aft_action_item_new ();
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 6, G_DATE_AUGUST, 2021);
  g_object_set (item, "due", "2021-08-05", NULL);
  g_assert_true (aft_due_is_overdue (item, &today));
  g_object_set (item, "state", AFT_ACTION_DONE, NULL);
  g_assert_false (aft_due_is_overdue (item, &today));
  g_object_set (item, "state", AFT_ACTION_DOING, "due", "2021-08-06", NULL);
  g_assert_false (aft_due_is_overdue (item, &today));
  g_object_set (item, "due", "2021-02-30", NULL);
  g_assert_false (aft_due_is_overdue (item, &today));
}

static void
test_counts (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  AftActionCounts counts;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 6, G_DATE_AUGUST, 2021);
  for (int i = 0; i < 4; i++)
    {
      g_autoptr(AftActionItem) item = aft_action_item_new ();

      g_object_set (item, "due", i < 2 ? "2021-08-05" : "", "state", i == 0 ? AFT_ACTION_DECLINED : AFT_ACTION_OPEN, NULL);
      aft_item_adopt (AFT_ITEM (document), "other-items", AFT_ITEM (item));
    }
  aft_due_count (AFT_ITEM (document), &today, &counts);
  g_assert_cmpuint (counts.total, ==, 4);
  g_assert_cmpuint (counts.open, ==, 3);
  g_assert_cmpuint (counts.overdue, ==, 1);
  g_assert_cmpuint (counts.undated, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/numbering/letters", test_letters);
  g_test_add_func ("/numbering/roman", test_roman);
  g_test_add_func ("/numbering/follows-place", test_follows_place);
  g_test_add_func ("/due/words", test_due_words);
  g_test_add_func ("/due/overdue", test_overdue);
  g_test_add_func ("/due/counts", test_counts);

  return g_test_run ();
}

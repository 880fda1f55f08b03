/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "whys-tools.h"

typedef struct
{
  AftDocument *document;
  AftItem     *p1, *p2;
  AftItem     *q1, *q2;
  AftItem     *a1, *a2, *a3;
  AftItem     *q3, *b1;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = aft_document_new ();
  fixture->p1 = whys_add (fixture->document, "problems", "p1");
  fixture->p2 = whys_add (fixture->document, "problems", "p2");
  fixture->q1 = whys_add (fixture->p1, "questions", "q1");
  fixture->q2 = whys_add (fixture->p1, "questions", "q2");
  fixture->a1 = whys_add (fixture->q1, "answers", "a1");
  fixture->a2 = whys_add (fixture->q1, "answers", "a2");
  fixture->a3 = whys_add (fixture->q1, "answers", "a3");
  fixture->q3 = whys_add (fixture->a1, "questions", "q3");
  fixture->b1 = whys_add (fixture->q3, "answers", "b1");
  aft_document_set_ready (fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->document);
}

static void
assert_move (Fixture        *fixture,
             AftItem        *item,
             AftItem        *target,
             AftWhysLanding  landing,
             const char     *wanted)
{
  AftHistory *history = aft_document_get_history (fixture->document);
  g_autofree char *before = whys_dup_json (fixture->document);
  const gboolean can = aft_whys_can_move (fixture->document, item, target, landing);

  g_assert_cmpint (can, ==, wanted != NULL);
  g_assert_cmpint (aft_whys_move (fixture->document, item, target, landing), ==, can);
  if (wanted == NULL)
    {
      g_autofree char *after = whys_dup_json (fixture->document);

      g_assert_cmpstr (after, ==, before);
      return;
    }

  whys_assert_shape (fixture->document, wanted);
  whys_assert_one_edit (fixture->document, before, "Move Branch");
  g_assert_true (aft_history_undo (history));
}

static void
test_answers (Fixture       *f,
              gconstpointer  data)
{
  assert_move (f, f->a1, f->a3, AFT_WHYS_AFTER, " (p1 (q1 (a2, a3, a1 (q3 (b1))), q2), p2)");
  assert_move (f, f->a1, f->a3, AFT_WHYS_BEFORE, " (p1 (q1 (a2, a1 (q3 (b1)), a3), q2), p2)");
  assert_move (f, f->a3, f->a1, AFT_WHYS_BEFORE, " (p1 (q1 (a3, a1 (q3 (b1)), a2), q2), p2)");
  assert_move (f, f->a3, f->a1, AFT_WHYS_AFTER, " (p1 (q1 (a1 (q3 (b1)), a3, a2), q2), p2)");
  assert_move (f, f->a3, f->b1, AFT_WHYS_BEFORE, " (p1 (q1 (a1 (q3 (a3, b1)), a2), q2), p2)");
  assert_move (f, f->b1, f->a2, AFT_WHYS_AFTER, " (p1 (q1 (a1 (q3), a2, b1, a3), q2), p2)");
  assert_move (f, f->a2, f->a1, AFT_WHYS_CHILD, " (p1 (q1 (a1 (q3 (b1, a2)), a3), q2), p2)");
  assert_move (f, f->a1, f->a2, AFT_WHYS_CHILD, " (p1 (q1 (a2 (a2 – why? (a1 (q3 (b1)))), a3), q2), p2)");
  assert_move (f, f->a1, f->q2, AFT_WHYS_CHILD, " (p1 (q1 (a2, a3), q2 (a1 (q3 (b1)))), p2)");
  assert_move (f, f->a1, f->q1, AFT_WHYS_CHILD, " (p1 (q1 (a2, a3, a1 (q3 (b1))), q2), p2)");
  assert_move (f, f->a1, f->p1, AFT_WHYS_CHILD, " (p1 (q1 (a2, a3, a1 (q3 (b1))), q2), p2)");
  assert_move (f, f->a1, f->p2, AFT_WHYS_CHILD, " (p1 (q1 (a2, a3), q2), p2 (p2 – why? (a1 (q3 (b1)))))");
}

static void
test_questions (Fixture       *f,
                gconstpointer  data)
{
  assert_move (f, f->q1, f->q2, AFT_WHYS_AFTER, " (p1 (q2, q1 (a1 (q3 (b1)), a2, a3)), p2)");
  assert_move (f, f->q3, f->q2, AFT_WHYS_BEFORE, " (p1 (q1 (a1, a2, a3), q3 (b1), q2), p2)");
  assert_move (f, f->q2, f->b1, AFT_WHYS_CHILD, " (p1 (q1 (a1 (q3 (b1 (q2))), a2, a3)), p2)");
  assert_move (f, f->q2, f->a1, AFT_WHYS_CHILD, " (p1 (q1 (a1 (q3 (b1), q2), a2, a3)), p2)");
  assert_move (f, f->q1, f->p1, AFT_WHYS_CHILD, " (p1 (q2, q1 (a1 (q3 (b1)), a2, a3)), p2)");
  assert_move (f, f->q1, f->p2, AFT_WHYS_CHILD, " (p1 (q2), p2 (q1 (a1 (q3 (b1)), a2, a3)))");
}

static void
test_problems (Fixture       *f,
               gconstpointer  data)
{
  assert_move (f, f->p1, f->p2, AFT_WHYS_AFTER, " (p2, p1 (q1 (a1 (q3 (b1)), a2, a3), q2))");
  assert_move (f, f->p2, f->p1, AFT_WHYS_BEFORE, " (p2, p1 (q1 (a1 (q3 (b1)), a2, a3), q2))");
  assert_move (f, f->p2, f->p1, AFT_WHYS_CHILD, NULL);
  assert_move (f, f->p2, f->a1, AFT_WHYS_CHILD, NULL);
  assert_move (f, f->p2, f->q1, AFT_WHYS_AFTER, NULL);
}

static void
test_refused (Fixture       *f,
              gconstpointer  data)
{
  static const AftWhysLanding landings[] = { AFT_WHYS_CHILD, AFT_WHYS_BEFORE, AFT_WHYS_AFTER };

  /* Below or beside what stands below itself. */
  for (gsize i = 0; i < G_N_ELEMENTS (landings); i++)
    {
      assert_move (f, f->a1, f->a1, landings[i], NULL);
      assert_move (f, f->a1, f->b1, landings[i], NULL);
      assert_move (f, f->q1, f->q3, landings[i], NULL);
      assert_move (f, f->a1, f->q3, landings[i], NULL);
      assert_move (f, f->a1, NULL, landings[i], NULL);
      assert_move (f, f->a1, AFT_ITEM (f->document), landings[i], NULL);
    }

  /* What means nothing. */
  assert_move (f, f->a2, f->q2, AFT_WHYS_BEFORE, NULL);
  assert_move (f, f->a2, f->q2, AFT_WHYS_AFTER, NULL);
  assert_move (f, f->a2, f->p2, AFT_WHYS_AFTER, NULL);
  assert_move (f, f->q1, f->q2, AFT_WHYS_CHILD, NULL);
  assert_move (f, f->q1, f->p2, AFT_WHYS_BEFORE, NULL);

  /* Where it stands already. */
  assert_move (f, f->a1, f->a2, AFT_WHYS_BEFORE, NULL);
  assert_move (f, f->a2, f->a1, AFT_WHYS_AFTER, NULL);
  assert_move (f, f->a3, f->q1, AFT_WHYS_CHILD, NULL);
  assert_move (f, f->a3, f->p1, AFT_WHYS_CHILD, NULL);
  assert_move (f, f->q2, f->p1, AFT_WHYS_CHILD, NULL);
  assert_move (f, f->p1, f->p2, AFT_WHYS_BEFORE, NULL);

  aft_history_set_read_only (aft_document_get_history (f->document), TRUE);
  assert_move (f, f->a1, f->a3, AFT_WHYS_AFTER, NULL);
  assert_move (f, f->a1, f->p2, AFT_WHYS_CHILD, NULL);
}

static void
test_too_deep (Fixture       *f,
               gconstpointer  data)
{
  AftItem *at = f->a2;

  while (aft_item_get_depth (at) + 2 <= AFT_ITEM_MAX_DEPTH)
    at = whys_add (whys_add (at, "questions", "?"), "answers", "!");

  assert_move (f, f->a3, at, AFT_WHYS_CHILD, NULL);
  assert_move (f, f->a1, at, AFT_WHYS_AFTER, NULL);
  g_assert_true (aft_whys_can_move (f->document, f->a3, at, AFT_WHYS_BEFORE));
  at = aft_item_get_parent (aft_item_get_parent (at));
  g_assert_false (aft_whys_can_move (f->document, f->a1, at, AFT_WHYS_CHILD));
  g_assert_true (aft_whys_can_move (f->document, f->a1, at, AFT_WHYS_AFTER));
}

static void
test_by_and_level (Fixture       *f,
                   gconstpointer  data)
{
  g_autofree char *before = whys_dup_json (f->document);

  g_assert_false (aft_whys_move_by (f->document, f->a1, -1));
  g_assert_false (aft_whys_move_by (f->document, f->a3, 1));
  g_assert_false (aft_whys_move_by (f->document, f->a1, 0));
  g_assert_true (aft_whys_move_by (f->document, f->a1, 1));
  whys_assert_shape (f->q1, "q1 (a2, a1 (q3 (b1)), a3)");
  whys_assert_one_edit (f->document, before, "Move Branch");
  g_assert_true (aft_whys_move_by (f->document, f->a1, -1));
  g_assert_true (aft_whys_move_by (f->document, f->p2, -1));
  g_assert_true (aft_whys_move_by (f->document, f->q1, 1));
  whys_assert_shape (f->document, " (p2, p1 (q2, q1 (a1 (q3 (b1)), a2, a3)))");

  g_assert_false (aft_whys_move_level (f->document, f->a1, 1));
  g_assert_false (aft_whys_move_level (f->document, f->a1, -1));
  g_assert_false (aft_whys_move_level (f->document, f->q1, 1));
  g_assert_true (aft_whys_move_level (f->document, f->a2, 1));
  whys_assert_shape (f->q1, "q1 (a1 (q3 (b1, a2)), a3)");
  g_assert_true (aft_whys_move_level (f->document, f->b1, -1));
  whys_assert_shape (f->q1, "q1 (a1 (q3 (a2)), b1, a3)");
}

static void
collect (AftItem  *item,
         gpointer  user_data)
{
  if (!AFT_IS_DOCUMENT (item))
    g_ptr_array_add (user_data, item);
}

/* Whatever is dropped wherever: what can be moved moves, what can't changes nothing, and all of it is undone. */
static void
test_random (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  guint n_moved = 0;

  for (guint i = 0; i < 3; i++)
    {
      AftItem *at = whys_add (document, "problems", "p");

      for (guint j = 0; j < 6; j++)
        {
          AftItem *question = whys_add (at, "questions", "q");

          at = whys_add (question, "answers", "a");
          whys_add (question, "answers", "b");
        }
    }
  aft_document_set_ready (document);
  aft_item_foreach (AFT_ITEM (document), collect, items);
  start = whys_dup_json (document);

  for (guint i = 0; i < 3000; i++)
    {
      AftItem *item = items->pdata[g_test_rand_int_range (0, (int) items->len)];
      AftItem *target = items->pdata[g_test_rand_int_range (0, (int) items->len)];
      const AftWhysLanding landing = (AftWhysLanding) g_test_rand_int_range (0, 3);
      const gboolean can = aft_whys_can_move (document, item, target, landing);
      g_autofree char *before = can ? NULL : whys_dup_shape (document);

      g_assert_cmpint (aft_whys_move (document, item, target, landing), ==, can);
      if (before != NULL)
        whys_assert_shape (document, before);
      else
        n_moved++;
      g_assert_false (aft_whys_can_move (document, item, target, landing));
    }

  g_assert_cmpuint (n_moved, >, 300);
  for (guint i = 0; i < n_moved; i++)
    g_assert_true (aft_history_undo (aft_document_get_history (document)));
  g_assert_false (aft_history_can_undo (aft_document_get_history (document)));
  end = whys_dup_json (document);
  g_assert_cmpstr (end, ==, start);
}

#define ADD(name, function) g_test_add ("/whys-moves/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("answers", test_answers);
  ADD ("questions", test_questions);
  ADD ("problems", test_problems);
  ADD ("refused", test_refused);
  ADD ("too-deep", test_too_deep);
  ADD ("by-and-level", test_by_and_level);
  g_test_add_func ("/whys-moves/random", test_random);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "tidy-tree-tools.h"

/* A root with a leaf of 10, a branch, and three leaves of 10, 20 and 30, of which the second is the broadest */
static void
test_small (void)
{
  static const guint32 parents[] = { ROOT, 0, 0, 2, 0, 0, 0 };
  static const double widths[] = { 50, 10, 10, 10, 10, 30, 20 };
  static const double heights[] = { 12, 10, 10, 10, 10, 20, 30 };
  AftTidyTreeParams params = { AFT_TREE_TOP_DOWN, 40, 5, 100, TRUE, 8 };
  double xs[7], ys[7];
  AftRect bounds;

  g_assert_true (aft_tidy_tree_layout (parents, widths, heights, 7, &params, xs, ys, &bounds));

  /* The first leaf stands alone. */
  assert_near (xs[1], 0);
  assert_near (ys[1], 52);
  assert_near (xs[2], 15);

  /* The gap, and the indent */
  for (guint i = 4; i < 7; i++)
    assert_near (xs[i], 25 + 5 + 8);

  assert_near (ys[4], 52);
  assert_near (ys[5], 52 + 10 + 5);
  assert_near (ys[6], 52 + 10 + 5 + 20 + 5);

  /* Over the middle of all, the broadest leaf and the indent too */
  assert_near (xs[0], (38 + 30) / 2.0 - 25);
  assert_near (bounds.width, 68);
  assert_near (bounds.height, 52 + 10 + 5 + 20 + 5 + 30);

  params.orientation = AFT_TREE_LEFT_TO_RIGHT;
  g_assert_true (aft_tidy_tree_layout (parents, widths, heights, 7, &params, xs, ys, &bounds));
  assert_near (ys[4], 25 + 5 + 8);
  assert_near (ys[5], 38);
  assert_near (ys[6], 38);
  assert_near (xs[4], 90);
  assert_near (xs[5], 90 + 10 + 5);
  assert_near (xs[6], 90 + 10 + 5 + 30 + 5);
  assert_near (bounds.width, 90 + 10 + 5 + 30 + 5 + 20);
  assert_near (bounds.height, 68);

  params.orientation = AFT_TREE_RIGHT_TO_LEFT;
  g_assert_true (aft_tidy_tree_layout (parents, widths, heights, 7, &params, xs, ys, &bounds));
  assert_near (xs[6], 0);
  assert_near (xs[5], 25);
  assert_near (ys[5], 38);

  g_assert_true (aft_tidy_tree_layout (NULL, NULL, NULL, 0, &params, NULL, NULL, &bounds));
  assert_near (bounds.width, 0);
}

static void
test_is_stacked (void)
{
  static const guint32 parents[] = { ROOT, 0, 0, 0, 3, 0, 5, 5, 0, ROOT, ROOT, 10, 10 };
  static const gboolean stacked[] = { FALSE, TRUE, TRUE, FALSE, FALSE, FALSE, TRUE, TRUE, FALSE, FALSE, FALSE, TRUE,
                                      TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    g_assert_cmpint (aft_tidy_tree_is_stacked (parents, G_N_ELEMENTS (parents), i), ==, stacked[i]);

  for (guint32 seed = 0; seed < 1000; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Tree) tree = tree_new ((guint) g_rand_int_range (rand, 1, 80));
      g_autofree guint *stacks = NULL;

      tree_fill (tree, rand, g_rand_double_range (rand, 0.2, 0.9), seed % 4 == 0 ? 0.9 : 0);
      stacks = find_stacks (tree);

      for (guint i = 0; i < tree->n; i++)
        g_assert_cmpint (aft_tidy_tree_is_stacked (tree->parents, tree->n, i), ==, stacks[i] > 0);
    }
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < 3000; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Tree) tree = tree_new ((guint) g_rand_int_range (rand, 1, seed % 40 == 0 ? 300 : 60));
      AftTidyTreeParams params = { (AftTreeOrientation) (seed % 3), g_rand_int_range (rand, 0, 40),
                                   g_rand_int_range (rand, 0, 20), g_rand_int_range (rand, 0, 40),
                                   TRUE, g_rand_int_range (rand, 0, 20) };

      tree_fill (tree, rand, g_rand_double_range (rand, 0.2, 0.9), seed % 4 == 0 ? 0.9 : 0);
      g_assert_true (tree_layout (tree, &params));
      check_apart (tree, &params);
      check_families (tree, &params);
    }
}

/* A stack is laid out as one box is: the same tree with such boxes in their place gives the same, so it is as tight. */
static void
test_as_one_box (void)
{
  for (guint32 seed = 0; seed < 1000; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Tree) tree = tree_new ((guint) g_rand_int_range (rand, 1, 100));
      g_autoptr(Tree) plain = tree_new (tree->n);
      g_autofree guint *stacks = NULL;
      g_autofree guint *boxes = g_new0 (guint, tree->n);
      AftTidyTreeParams params = { AFT_TREE_TOP_DOWN, 20, 10, 30, TRUE, 6 };

      tree_fill (tree, rand, g_rand_double_range (rand, 0.2, 0.9), 0.1);
      stacks = find_stacks (tree);
      plain->n = 0;

      for (guint i = 0; i < tree->n; i++)
        {
          double indent = stacks[i] > 0 ? params.stack_indent : 0;

          if (stacks[i] > 1)
            {
              guint box = boxes[i] = plain->n - 1;

              plain->widths[box] = MAX (plain->widths[box], tree->widths[i] + indent);
              plain->heights[box] += params.sibling_gap + tree->heights[i];
            }
          else
            {
              guint box = boxes[i] = plain->n++;

              plain->parents[box] = tree->parents[i] == ROOT ? ROOT : boxes[tree->parents[i]];
              plain->widths[box] = tree->widths[i] + indent;
              plain->heights[box] = tree->heights[i];
            }
        }

      g_assert_true (tree_layout (tree, &params));
      params.stack_leaves = FALSE;
      g_assert_true (tree_layout (plain, &params));
      assert_near (tree->bounds.width, plain->bounds.width);
      assert_near (tree->bounds.height, plain->bounds.height);

      for (guint i = 0; i < tree->n; i++)
        {
          assert_near (tree->xs[i], plain->xs[boxes[i]] + (stacks[i] > 0 ? params.stack_indent : 0));

          if (stacks[i] <= 1)
            assert_near (tree->ys[i], plain->ys[boxes[i]]);
        }
    }
}

/* Without two leaves that follow one another, stacking changes nothing. */
static void
test_nothing_to_stack (void)
{
  for (guint32 seed = 0; seed < 1000; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Tree) tree = tree_new (2 * (guint) g_rand_int_range (rand, 1, 50));
      g_autofree double *xs = NULL;
      g_autofree double *ys = NULL;
      AftTidyTreeParams params = { (AftTreeOrientation) (seed % 3), 20, 10, 30, FALSE, 6 };

      /* Each second node is an only child. */
      tree_fill (tree, rand, 0.5, 0.1);

      for (guint i = tree->n; i > 0; i--)
        {
          guint32 p = tree->parents[(i - 1) / 2];

          tree->parents[i - 1] = i % 2 == 0 ? i - 2 : p == ROOT ? ROOT : 2 * p;
        }

      g_assert_true (tree_layout (tree, &params));
      xs = g_memdup2 (tree->xs, tree->n * sizeof (double));
      ys = g_memdup2 (tree->ys, tree->n * sizeof (double));
      params.stack_leaves = TRUE;
      g_assert_true (tree_layout (tree, &params));
      g_assert_cmpmem (tree->xs, tree->n * sizeof (double), xs, tree->n * sizeof (double));
      g_assert_cmpmem (tree->ys, tree->n * sizeof (double), ys, tree->n * sizeof (double));
    }
}

static void
test_mirror (void)
{
  for (guint32 seed = 0; seed < 1000; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Tree) tree = tree_new ((guint) g_rand_int_range (rand, 1, 100));
      g_autofree double *xs = NULL;
      g_autofree double *ys = NULL;
      AftTidyTreeParams params = { AFT_TREE_LEFT_TO_RIGHT, 20, 10, 30, TRUE, 6 };

      tree_fill (tree, rand, 0.5, 0.3);
      g_assert_true (tree_layout (tree, &params));
      xs = g_memdup2 (tree->xs, tree->n * sizeof (double));
      ys = g_memdup2 (tree->ys, tree->n * sizeof (double));
      params.orientation = AFT_TREE_RIGHT_TO_LEFT;
      g_assert_true (tree_layout (tree, &params));

      for (guint i = 0; i < tree->n; i++)
        {
          g_assert_cmpfloat (tree->ys[i], ==, ys[i]);
          g_assert_cmpfloat (tree->xs[i], ==, tree->bounds.width - xs[i] - tree->widths[i]);
        }
    }
}

/* The same subtree twice, at different depths and beside different siblings, has the same shape. */
static void
test_identical (void)
{
  for (guint32 seed = 0; seed < 1000; seed++)
    {
      const guint size = 40;
      const guint second = size + 3;
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Tree) part = tree_new (size);
      g_autoptr(Tree) tree = tree_new (second + size + 2);
      AftTidyTreeParams params = { (AftTreeOrientation) (seed % 3), 20, 10, 30, TRUE, 6 };

      tree_fill (part, rand, 0.5, 0);
      tree->parents[0] = ROOT;

      for (guint i = 0; i < tree->n; i++)
        {
          if (i > 0)
            tree->parents[i] = 0;

          tree->widths[i] = g_rand_int_range (rand, 1, 300);
          tree->heights[i] = g_rand_int_range (rand, 1, 300);
        }

      for (guint i = 0; i < size; i++)
        {
          guint32 parent = part->parents[i];

          tree->parents[1 + i] = parent == ROOT ? 0 : 1 + parent;
          tree->parents[second + i] = parent == ROOT ? second - 1 : second + parent;
          tree->widths[1 + i] = tree->widths[second + i] = part->widths[i];
          tree->heights[1 + i] = tree->heights[second + i] = part->heights[i];
        }

      g_assert_true (tree_layout (tree, &params));
      check_families (tree, &params);

      for (guint i = 0; i < size; i++)
        {
          assert_near (tree->xs[1 + i] - tree->xs[1], tree->xs[second + i] - tree->xs[second]);
          assert_near (tree->ys[1 + i] - tree->ys[1], tree->ys[second + i] - tree->ys[second]);
        }
    }
}

static void
test_siblings (void)
{
  for (guint way = AFT_TREE_LEFT_TO_RIGHT; way <= AFT_TREE_TOP_DOWN; way++)
    {
      g_autoptr(Tree) tree = tree_new (100001);
      AftTidyTreeParams params = { (AftTreeOrientation) way, 5, 5, 5, TRUE, 6 };

      for (guint i = 0; i < tree->n; i++)
        {
          tree->parents[i] = i == 0 ? ROOT : 0;
          tree->widths[i] = tree->heights[i] = 10;
        }

      g_assert_true (tree_layout (tree, &params));
      check_families (tree, &params);
      assert_near (MAX (tree->bounds.width, tree->bounds.height), 15.0 * tree->n - 5);
      assert_near (MIN (tree->bounds.width, tree->bounds.height), 16);
    }
}

/* Thirty thousand levels with two leaves each, and a hundred thousand at random */
static void
test_many (void)
{
  for (guint32 seed = 0; seed < 4; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Tree) tree = tree_new (100000);
      AftTidyTreeParams params = { (AftTreeOrientation) (seed % 3), 10, 6, 6, TRUE, 6 };

      tree_fill (tree, rand, seed % 2 ? 0.5 : 0.8, 0.01);

      if (seed == 0)
        {
          for (guint i = 1; i < tree->n; i++)
            tree->parents[i] = (i - 1) / 3 * 3;
        }

      g_assert_true (tree_layout (tree, &params));
      check_families (tree, &params);
      check_apart_many (tree, &params);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/leaf-stacks/small", test_small);
  g_test_add_func ("/layout/leaf-stacks/is-stacked", test_is_stacked);
  g_test_add_func ("/layout/leaf-stacks/random", test_random);
  g_test_add_func ("/layout/leaf-stacks/as-one-box", test_as_one_box);
  g_test_add_func ("/layout/leaf-stacks/nothing-to-stack", test_nothing_to_stack);
  g_test_add_func ("/layout/leaf-stacks/mirror", test_mirror);
  g_test_add_func ("/layout/leaf-stacks/identical", test_identical);
  g_test_add_func ("/layout/leaf-stacks/siblings", test_siblings);
  g_test_add_func ("/layout/leaf-stacks/many", test_many);

  return g_test_run ();
}

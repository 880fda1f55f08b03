/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include <math.h>

#include "tidy-tree-tools.h"

/* No more room than needed: the subtree of a last child touches that of a sibling before it, but for the gap. */
static void
check_tight (const Tree              *tree,
             const AftTidyTreeParams *params)
{
  gboolean down = params->orientation == AFT_TREE_TOP_DOWN;
  const double *across = down ? tree->xs : tree->ys;
  const double *breadths = down ? tree->widths : tree->heights;
  const double *along = down ? tree->ys : tree->xs;
  const double *depths = down ? tree->heights : tree->widths;

  for (guint p = 0; p < tree->n; p++)
    {
      guint last = 0;
      guint end = p + 1;
      double least = G_MAXDOUBLE;

      while (end < tree->n && tree->parents[end] != ROOT && tree->parents[end] >= p)
        {
          if (tree->parents[end] == p)
            last = end;

          end++;
        }

      if (last <= p + 1)
        continue;

      for (guint i = last; i < end; i++)
        {
          for (guint j = p + 1; j < last; j++)
            {
              double shared = MIN (along[i] + depths[i], along[j] + depths[j]) - MAX (along[i], along[j]);

              if (shared + params->level_gap > EPSILON)
                least = MIN (least, across[i] - across[j] - breadths[j]);
            }
        }

      assert_near (least, params->sibling_gap);
    }
}

static void
test_small (void)
{
  /* A root with three leaves of 10, 20 and 30 */
  static const guint32 parents[] = { ROOT, 0, 0, 0 };
  static const double widths[] = { 50, 10, 20, 30 };
  static const double heights[] = { 12, 10, 20, 30 };
  AftTidyTreeParams params = { AFT_TREE_LEFT_TO_RIGHT, 40, 5, 100 };
  double xs[4], ys[4];
  AftRect bounds;

  g_assert_true (aft_tidy_tree_layout (parents, widths, heights, 4, &params, xs, ys, &bounds));
  assert_near (ys[1], 0);
  assert_near (ys[2], 15);
  assert_near (ys[3], 40);
  assert_near (ys[0], 29);
  assert_near (xs[0], 0);
  assert_near (xs[1], 90);
  assert_near (bounds.x, 0);
  assert_near (bounds.y, 0);
  assert_near (bounds.width, 120);
  assert_near (bounds.height, 70);

  params.orientation = AFT_TREE_TOP_DOWN;
  g_assert_true (aft_tidy_tree_layout (parents, widths, heights, 4, &params, xs, ys, NULL));
  assert_near (xs[3], 40);
  assert_near (xs[0], 10);
  assert_near (ys[1], 52);

  g_assert_true (aft_tidy_tree_layout (NULL, NULL, NULL, 0, &params, NULL, NULL, &bounds));
  assert_near (bounds.width, 0);
}

/* Two big subtrees push apart; the small leaves between them share the way evenly. */
static void
test_spread (void)
{
  static const guint32 parents[] = { ROOT, 0, 1, 0, 0, 0, 5 };
  static const double sizes[] = { 10, 10, 100, 10, 10, 10, 100 };
  AftTidyTreeParams params = { AFT_TREE_TOP_DOWN, 10, 0, 0 };
  double xs[7], ys[7];

  g_assert_true (aft_tidy_tree_layout (parents, sizes, sizes, 7, &params, xs, ys, NULL));
  assert_near (xs[2], 0);
  assert_near (xs[6], 100);
  assert_near (xs[1], 45);
  assert_near (xs[5], 145);
  assert_near (xs[3] - xs[1], 100.0 / 3);
  assert_near (xs[4] - xs[3], 100.0 / 3);
}

/* A low child tucks in under the roof of a deep one: the trees are not stacked by their boxes. */
static void
test_tucks_in (void)
{
  static const guint32 parents[] = { ROOT, 0, 1, 0 };
  static const double widths[] = { 10, 10, 10, 100 };
  static const double heights[] = { 10, 10, 300, 10 };
  AftTidyTreeParams params = { AFT_TREE_LEFT_TO_RIGHT, 0, 0, 0 };
  double xs[4], ys[4];

  /* The wide one must go past the high grandchild. */
  g_assert_true (aft_tidy_tree_layout (parents, widths, heights, 4, &params, xs, ys, NULL));
  assert_near (ys[3], 300);

  /* A narrow one need not. */
  {
    static const double narrow[] = { 10, 10, 10, 10 };

    g_assert_true (aft_tidy_tree_layout (parents, narrow, heights, 4, &params, xs, ys, NULL));
    assert_near (ys[3] - ys[1], 10);
  }
}

static void
test_forest (void)
{
  static const guint32 parents[] = { ROOT, 0, 0, ROOT, ROOT, 4 };
  static const double widths[] = { 10, 10, 10, 70, 10, 10 };
  static const double heights[] = { 10, 20, 20, 15, 10, 30 };
  AftTidyTreeParams params = { AFT_TREE_LEFT_TO_RIGHT, 10, 4, 25 };
  double xs[6], ys[6];
  AftRect bounds;

  g_assert_true (aft_tidy_tree_layout (parents, widths, heights, 6, &params, xs, ys, &bounds));
  assert_near (ys[1], 0);
  assert_near (ys[2], 24);
  assert_near (ys[0], 17);
  assert_near (ys[3], 44 + 25);
  assert_near (ys[5], 44 + 25 + 15 + 25);
  assert_near (ys[4], 44 + 25 + 15 + 25 + 10);
  assert_near (xs[3], 0);
  assert_near (xs[4], 0);
  assert_near (bounds.height, 44 + 25 + 15 + 25 + 30);
  assert_near (bounds.width, 70);
}

static void
test_refuses (void)
{
  static const guint32 forward[] = { ROOT, 2, 0 };
  static const guint32 itself[] = { ROOT, 1, 0 };
  static const guint32 left[] = { ROOT, 0, 0, 1 };      /* the subtree of 1 was over */
  static const guint32 headless[] = { 0, 0, 0 };
  static const guint32 other[] = { ROOT, ROOT, 0 };     /* the first tree was over */
  static const guint32 good[] = { ROOT, 0, 0, 0 };
  double sizes[] = { 1, 1, 1, 1 };
  AftTidyTreeParams params = { AFT_TREE_LEFT_TO_RIGHT, 10, 4, 25 };
  double xs[4] = { 77, 77, 77, 77 };
  double ys[4];

  g_assert_false (aft_tidy_tree_layout (forward, sizes, sizes, 3, &params, xs, ys, NULL));
  g_assert_false (aft_tidy_tree_layout (itself, sizes, sizes, 3, &params, xs, ys, NULL));
  g_assert_false (aft_tidy_tree_layout (left, sizes, sizes, 4, &params, xs, ys, NULL));
  g_assert_false (aft_tidy_tree_layout (headless, sizes, sizes, 3, &params, xs, ys, NULL));
  g_assert_false (aft_tidy_tree_layout (other, sizes, sizes, 3, &params, xs, ys, NULL));

  sizes[2] = -1;
  g_assert_false (aft_tidy_tree_layout (good, sizes, sizes, 4, &params, xs, ys, NULL));
  sizes[2] = NAN;
  g_assert_false (aft_tidy_tree_layout (good, sizes, sizes, 4, &params, xs, ys, NULL));
  sizes[2] = INFINITY;
  g_assert_false (aft_tidy_tree_layout (good, sizes, sizes, 4, &params, xs, ys, NULL));
  g_assert_cmpfloat (xs[0], ==, 77);
  sizes[2] = 0;
  g_assert_true (aft_tidy_tree_layout (good, sizes, sizes, 4, &params, xs, ys, NULL));
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < 2000; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Tree) tree = tree_new ((guint) g_rand_int_range (rand, 1, seed % 40 == 0 ? 300 : 60));
      AftTidyTreeParams params = { (AftTreeOrientation) (seed % 3), g_rand_int_range (rand, 0, 40),
                                   g_rand_int_range (rand, 0, 20), g_rand_int_range (rand, 0, 40) };

      tree_fill (tree, rand, g_rand_double_range (rand, 0.2, 0.9), seed % 4 == 0 ? 0.9 : 0);
      g_assert_true (tree_layout (tree, &params));
      check_apart (tree, &params);
      check_families (tree, &params);
      check_tight (tree, &params);
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
      AftTidyTreeParams params = { AFT_TREE_LEFT_TO_RIGHT, 20, 10, 30 };

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
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Tree) part = tree_new (size);
      g_autoptr(Tree) tree = tree_new (2 * size + 4);
      AftTidyTreeParams params = { (AftTreeOrientation) (seed % 3), 20, 10, 30 };
      guint second = size + 3;

      tree_fill (part, rand, 0.5, 0);

      for (guint i = 0; i < tree->n; i++)
        {
          tree->parents[i] = 0;
          tree->widths[i] = g_rand_int_range (rand, 1, 300);
          tree->heights[i] = g_rand_int_range (rand, 1, 300);
        }

      tree->parents[0] = ROOT;

      for (guint i = 0; i < size; i++)
        {
          guint32 parent = part->parents[i];

          tree->parents[1 + i] = parent == ROOT ? 0 : 1 + parent;
          tree->parents[second + i] = parent == ROOT ? second - 1 : second + parent;
          tree->widths[1 + i] = tree->widths[second + i] = part->widths[i];
          tree->heights[1 + i] = tree->heights[second + i] = part->heights[i];
        }

      g_assert_true (tree_layout (tree, &params));

      for (guint i = 0; i < size; i++)
        {
          assert_near (tree->xs[1 + i] - tree->xs[1], tree->xs[second + i] - tree->xs[second]);
          assert_near (tree->ys[1 + i] - tree->ys[1], tree->ys[second + i] - tree->ys[second]);
        }
    }
}

/* Down is right with the axes changed. */
static void
test_turned (void)
{
  for (guint32 seed = 0; seed < 1000; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Tree) tree = tree_new ((guint) g_rand_int_range (rand, 1, 100));
      g_autoptr(Tree) turned = tree_new (tree->n);
      AftTidyTreeParams params = { AFT_TREE_LEFT_TO_RIGHT, 20, 10, 30 };

      tree_fill (tree, rand, 0.5, 0.3);
      memcpy (turned->parents, tree->parents, tree->n * sizeof (guint32));
      memcpy (turned->widths, tree->heights, tree->n * sizeof (double));
      memcpy (turned->heights, tree->widths, tree->n * sizeof (double));

      g_assert_true (tree_layout (tree, &params));
      params.orientation = AFT_TREE_TOP_DOWN;
      g_assert_true (tree_layout (turned, &params));

      for (guint i = 0; i < tree->n; i++)
        {
          g_assert_cmpfloat (tree->xs[i], ==, turned->ys[i]);
          g_assert_cmpfloat (tree->ys[i], ==, turned->xs[i]);
        }
    }
}

static void
test_path (void)
{
  for (guint way = AFT_TREE_LEFT_TO_RIGHT; way <= AFT_TREE_TOP_DOWN; way++)
    {
      const guint n = 100000;
      g_autoptr(Tree) tree = tree_new (n);
      AftTidyTreeParams params = { (AftTreeOrientation) way, 5, 5, 5 };

      for (guint i = 0; i < n; i++)
        {
          tree->parents[i] = i == 0 ? ROOT : i - 1;
          tree->widths[i] = i % 2 ? 10 : 20;
          tree->heights[i] = i % 2 ? 10 : 20;
        }

      g_assert_true (tree_layout (tree, &params));
      check_families (tree, &params);
      assert_near (MAX (tree->bounds.width, tree->bounds.height), 20.0 * n - 5);
      assert_near (MIN (tree->bounds.width, tree->bounds.height), 20);
    }
}

static void
test_siblings (void)
{
  for (guint way = AFT_TREE_LEFT_TO_RIGHT; way <= AFT_TREE_TOP_DOWN; way++)
    {
      const guint n = 100001;
      g_autoptr(Tree) tree = tree_new (n);
      AftTidyTreeParams params = { (AftTreeOrientation) way, 5, 5, 5 };
      const double *across = way == AFT_TREE_TOP_DOWN ? tree->xs : tree->ys;

      for (guint i = 0; i < n; i++)
        {
          tree->parents[i] = i == 0 ? ROOT : 0;
          tree->widths[i] = 10;
          tree->heights[i] = 10;
        }

      g_assert_true (tree_layout (tree, &params));
      assert_near (across[0], (15.0 * (n - 1) - 5) / 2 - 5);

      for (guint i = 1; i < n; i++)
        assert_near (across[i], 15.0 * (i - 1));
    }
}

/* Fifty thousand levels, each with a leaf before the way down, behind it, or now here and now there. */
static void
test_combs (void)
{
  for (guint kind = 0; kind < 3; kind++)
    {
      const guint n = 100001;
      const guint levels = n / 2;
      g_autoptr(Tree) tree = tree_new (n);
      g_autofree guint *open = g_new (guint, levels);
      AftTidyTreeParams params = { AFT_TREE_LEFT_TO_RIGHT, 5, 5, 5 };
      guint32 spine = 0;
      guint n_open = 0;
      guint i = 1;

      tree->parents[0] = ROOT;

      for (guint level = 0; level < levels; level++)
        {
          if (kind == 0 || (kind == 2 && level % 2 == 0))
            tree->parents[i++] = spine;
          else
            open[n_open++] = spine;

          tree->parents[i] = spine;
          spine = i++;
        }

      /* The leaves behind the way down come when all below it is done. */
      while (n_open > 0)
        tree->parents[i++] = open[--n_open];

      g_assert_cmpuint (i, ==, n);

      for (i = 0; i < n; i++)
        tree->widths[i] = tree->heights[i] = 10 + i % 3;

      g_assert_true (tree_layout (tree, &params));
      check_families (tree, &params);
      check_apart_many (tree, &params);
    }
}

/* Children that each reach one level deeper than the one before, or one less: every contour is a thread. */
static void
test_stairs (void)
{
  for (guint kind = 0; kind < 2; kind++)
    {
      const guint steps = 445;
      g_autoptr(Tree) tree = tree_new (1 + steps * (steps + 1) / 2);
      AftTidyTreeParams params = { AFT_TREE_LEFT_TO_RIGHT, 5, 5, 5 };
      guint i = 1;

      tree->parents[0] = ROOT;

      for (guint step = 0; step < steps; step++)
        {
          guint length = kind == 0 ? step + 1 : steps - step;

          for (guint level = 0; level < length; level++)
            {
              tree->parents[i] = level == 0 ? 0 : i - 1;
              i++;
            }
        }

      g_assert_cmpuint (i, ==, tree->n);

      for (i = 0; i < tree->n; i++)
        tree->widths[i] = tree->heights[i] = 10 + i % 3;

      g_assert_true (tree_layout (tree, &params));
      check_families (tree, &params);
      check_apart_many (tree, &params);
    }
}

/* A hundred thousand at random, in forests bushy and with long branches */
static void
test_many (void)
{
  for (guint32 seed = 0; seed < 6; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Tree) tree = tree_new (100000);
      AftTidyTreeParams params = { (AftTreeOrientation) (seed % 3), 10, 6, 6 };

      tree_fill (tree, rand, seed % 2 ? 0.5 : 0.8, 0.01);
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

  g_test_add_func ("/layout/tidy-tree/small", test_small);
  g_test_add_func ("/layout/tidy-tree/spread", test_spread);
  g_test_add_func ("/layout/tidy-tree/tucks-in", test_tucks_in);
  g_test_add_func ("/layout/tidy-tree/forest", test_forest);
  g_test_add_func ("/layout/tidy-tree/refuses", test_refuses);
  g_test_add_func ("/layout/tidy-tree/random", test_random);
  g_test_add_func ("/layout/tidy-tree/mirror", test_mirror);
  g_test_add_func ("/layout/tidy-tree/turned", test_turned);
  g_test_add_func ("/layout/tidy-tree/identical", test_identical);
  g_test_add_func ("/layout/tidy-tree/path", test_path);
  g_test_add_func ("/layout/tidy-tree/siblings", test_siblings);
  g_test_add_func ("/layout/tidy-tree/combs", test_combs);
  g_test_add_func ("/layout/tidy-tree/stairs", test_stairs);
  g_test_add_func ("/layout/tidy-tree/many", test_many);

  return g_test_run ();
}

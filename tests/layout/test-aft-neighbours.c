/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include <math.h>

#include "aft-neighbours.h"
#include "aft-tidy-tree.h"

#define NONE AFT_NEIGHBOURS_NONE
#define LEFT AFT_DIRECTION_LEFT
#define RIGHT AFT_DIRECTION_RIGHT
#define UP AFT_DIRECTION_UP
#define DOWN AFT_DIRECTION_DOWN

static void
test_grid (void)
{
  AftRect rects[30];

  for (guint i = 0; i < 30; i++)
    rects[i] = (AftRect) { (i % 6) * 110, (i / 6) * 50, 100, 40 };

  for (guint i = 0; i < 30; i++)
    {
      g_assert_cmpuint (aft_neighbours_find (rects, 30, i, RIGHT), ==, i % 6 < 5 ? i + 1 : NONE);
      g_assert_cmpuint (aft_neighbours_find (rects, 30, i, LEFT), ==, i % 6 > 0 ? i - 1 : NONE);
      g_assert_cmpuint (aft_neighbours_find (rects, 30, i, DOWN), ==, i / 6 < 4 ? i + 6 : NONE);
      g_assert_cmpuint (aft_neighbours_find (rects, 30, i, UP), ==, i / 6 > 0 ? i - 6 : NONE);
    }
}

static void
test_beam (void)
{
  static const AftRect rects[] = {
    { 0, 100, 50, 20 },
    { 60, 130, 50, 20 },        /* near, but aside */
    { 400, 110, 50, 20 },       /* far, but ahead */
    { 0, 400, 50, 20 },         /* below */
    { -60, 140, 50, 20 },       /* aside at the left, nothing ahead there */
  };
  guint n = G_N_ELEMENTS (rects);

  g_assert_cmpuint (aft_neighbours_find (rects, n, 0, RIGHT), ==, 2);
  g_assert_cmpuint (aft_neighbours_find (rects, n, 0, LEFT), ==, 4);
  g_assert_cmpuint (aft_neighbours_find (rects, n, 0, DOWN), ==, 3);
  g_assert_cmpuint (aft_neighbours_find (rects, n, 0, UP), ==, NONE);
  g_assert_cmpuint (aft_neighbours_find (rects, n, 2, LEFT), ==, 0);
  g_assert_cmpuint (aft_neighbours_find (rects, n, 3, UP), ==, 0);
}

/* Ahead counts more than across; of equals the first is taken. */
static void
test_nearest (void)
{
  static const AftRect rects[] = {
    { 0, 0, 10, 10 },
    { 40, 100, 10, 10 },
    { 80, 20, 10, 10 },
    { 0, 300, 10, 10 },
    { 50, 350, 10, 10 },
    { 50, 250, 10, 10 },
  };

  /* 13 × 30² + 100² is less than 13 × 70² + 20². */
  g_assert_cmpuint (aft_neighbours_find (rects, 3, 0, RIGHT), ==, 1);
  g_assert_cmpuint (aft_neighbours_find (rects, 6, 3, RIGHT), ==, 4);
  g_assert_cmpuint (aft_neighbours_find (rects, 1, 0, RIGHT), ==, NONE);
}

/* A card that overlaps the current one in time stands to its right if it begins and ends later. */
static void
test_lanes (void)
{
  static const AftRect rects[] = {
    { 0, 0, 100, 20 },
    { 60, 30, 100, 20 },
    { 110, 0, 100, 20 },
    { 10, 60, 50, 20 },
  };

  g_assert_cmpuint (aft_neighbours_find (rects, 4, 0, RIGHT), ==, 2);
  g_assert_cmpuint (aft_neighbours_find (rects, 4, 0, DOWN), ==, 1);
  g_assert_cmpuint (aft_neighbours_find (rects, 4, 1, UP), ==, 2);
  g_assert_cmpuint (aft_neighbours_find (rects, 4, 2, LEFT), ==, 0);
  g_assert_cmpuint (aft_neighbours_find (rects, 4, 1, LEFT), ==, 0);
  g_assert_cmpuint (aft_neighbours_find (rects, 4, 3, UP), ==, 0);
  g_assert_cmpuint (aft_neighbours_find (rects, 2, 0, RIGHT), ==, 1);
}

/* A box within the current one is in no direction; marks of no height in one row follow one another. */
static void
test_odd_boxes (void)
{
  static const AftRect nested[] = { { 0, 0, 100, 100 }, { 20, 20, 50, 50 }, { 300, 150, 10, 10 } };
  static const AftRect marks[] = { { 0, 50, 10, 0 }, { 300, 50, 10, 0 }, { 20, 52, 10, 0 } };

  g_assert_cmpuint (aft_neighbours_find (nested, 2, 0, RIGHT), ==, NONE);
  g_assert_cmpuint (aft_neighbours_find (nested, 3, 0, RIGHT), ==, 2);
  g_assert_cmpuint (aft_neighbours_find (marks, 3, 0, RIGHT), ==, 1);
}

static void
test_no_current (void)
{
  static const AftRect rects[] = { { 50, 10, 10, 10 }, { 20, 5, 10, 10 }, { 10, 5, 10, 10 }, { 0, 90, 10, 10 } };

  g_assert_cmpuint (aft_neighbours_find (rects, 4, NONE, RIGHT), ==, 2);
  g_assert_cmpuint (aft_neighbours_find (rects, 4, NONE, UP), ==, 2);
  g_assert_cmpuint (aft_neighbours_find (NULL, 0, NONE, UP), ==, NONE);
}

static void
test_hit (void)
{
  static const AftRect rects[] = { { 0, 0, 100, 100 }, { 50, 50, 100, 100 }, { 200, 0, 0, 50 } };

  g_assert_cmpuint (aft_neighbours_hit (rects, 3, 10, 10), ==, 0);
  g_assert_cmpuint (aft_neighbours_hit (rects, 3, 60, 60), ==, 1);
  g_assert_cmpuint (aft_neighbours_hit (rects, 3, 50, 50), ==, 1);
  g_assert_cmpuint (aft_neighbours_hit (rects, 3, 149.9, 149.9), ==, 1);
  g_assert_cmpuint (aft_neighbours_hit (rects, 3, 150, 60), ==, NONE);
  g_assert_cmpuint (aft_neighbours_hit (rects, 3, 200, 10), ==, NONE);
  g_assert_cmpuint (aft_neighbours_hit (NULL, 0, 0, 0), ==, NONE);
}

/* In every tree each answer can be reached by the arrows, a key leads where it says, and never on the spot. */
static void
test_reaches_all (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      const guint n = 60;
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      guint32 parents[60];
      double widths[60], heights[60], xs[60], ys[60];
      AftRect rects[60];
      gboolean seen[60] = { FALSE };
      guint queue[60];
      guint first = 0;
      guint end = 1;
      AftTidyTreeParams params = { (AftTreeOrientation) (seed % 3), 40, 12, 30 };

      for (guint i = 0; i < n; i++)
        {
          parents[i] = i == 0 ? AFT_TIDY_TREE_ROOT : i - 1;

          while (i > 0 && parents[i] != 0 && g_rand_boolean (rand))
            parents[i] = parents[parents[i]];

          widths[i] = 220;
          heights[i] = g_rand_int_range (rand, 40, 140);
        }

      g_assert_true (aft_tidy_tree_layout (parents, widths, heights, n, &params, xs, ys, NULL));

      for (guint i = 0; i < n; i++)
        rects[i] = (AftRect) { xs[i], ys[i], widths[i], heights[i] };

      seen[0] = TRUE;
      queue[0] = 0;

      for (; first < end; first++)
        {
          const AftRect *from = &rects[queue[first]];

          for (guint direction = LEFT; direction <= DOWN; direction++)
            {
              guint to = aft_neighbours_find (rects, n, queue[first], (AftDirection) direction);

              if (to == NONE)
                continue;

              g_assert_cmpuint (to, !=, queue[first]);

              if (direction == RIGHT)
                g_assert_cmpfloat (rects[to].x, >, from->x);
              else if (direction == LEFT)
                g_assert_cmpfloat (rects[to].x + rects[to].width, <, from->x + from->width);
              else if (direction == DOWN)
                g_assert_cmpfloat (rects[to].y, >, from->y);
              else
                g_assert_cmpfloat (rects[to].y + rects[to].height, <, from->y + from->height);

              if (!seen[to])
                {
                  seen[to] = TRUE;
                  queue[end++] = to;
                }
            }
        }

      g_assert_cmpuint (end, ==, n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/neighbours/grid", test_grid);
  g_test_add_func ("/layout/neighbours/beam", test_beam);
  g_test_add_func ("/layout/neighbours/nearest", test_nearest);
  g_test_add_func ("/layout/neighbours/lanes", test_lanes);
  g_test_add_func ("/layout/neighbours/odd-boxes", test_odd_boxes);
  g_test_add_func ("/layout/neighbours/no-current", test_no_current);
  g_test_add_func ("/layout/neighbours/hit", test_hit);
  g_test_add_func ("/layout/neighbours/reaches-all", test_reaches_all);

  return g_test_run ();
}

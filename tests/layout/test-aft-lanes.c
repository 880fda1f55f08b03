/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include <math.h>

#include "aft-lanes.h"

#define NONE AFT_LANES_NONE
#define WIDTH 1000.0

/* A pixel is a second. */
#define PX G_TIME_SPAN_SECOND

typedef struct
{
  const double *widths;
  double        width;
} Widths;

static double
measure (guint    index,
         gpointer user_data)
{
  const Widths *widths = user_data;

  return widths->widths != NULL ? widths->widths[index] : widths->width;
}

static AftScale *
make_scale (gboolean mirrored)
{
  const AftScaleConfig config = { 0, 100000 * PX, 1.0 / PX, 40, 0, mirrored };

  return aft_scale_new (&config, NULL, 0);
}

/* No two cards of a lane are nearer than the gap, all are in sight and as wide as they may be. */
static void
assert_packed (AftLanes            *lanes,
               const gint64        *instants,
               guint                n,
               const AftScale      *scale,
               const AftLaneParams *params,
               Widths              *widths)
{
  guint n_cards;
  guint n_clusters;
  const AftLaneCard *cards = aft_lanes_get_cards (lanes, &n_cards);
  const AftCluster *clusters = aft_lanes_get_clusters (lanes, &n_clusters);
  guint held = 0;

  for (guint i = 0; i < n_cards; i++)
    {
      const double x = aft_scale_to_x (scale, instants[cards[i].index]);

      g_assert_cmpuint (cards[i].lane, <, params->max_lanes);
      g_assert_cmpfloat (cards[i].width, >=, params->least_width);
      g_assert_cmpfloat (cards[i].width, <=, MAX (measure (cards[i].index, widths), params->least_width) + 1e-6);
      g_assert_cmpfloat_with_epsilon (aft_scale_is_mirrored (scale) ? cards[i].x + cards[i].width : cards[i].x, x, 1e-6);
      g_assert_true (aft_lanes_find (lanes, cards[i].index) == &cards[i]);
      for (guint j = 0; j < i; j++)
        {
          g_assert_cmpuint (cards[j].index, <, cards[i].index);
          g_assert_true (cards[i].lane != cards[j].lane ||
                         cards[i].x >= cards[j].x + cards[j].width + params->gap - 1e-6 ||
                         cards[j].x >= cards[i].x + cards[i].width + params->gap - 1e-6);
        }
    }

  for (guint i = 0; i < n_clusters; i++)
    {
      g_assert_cmpuint (clusters[i].count, >, 0);
      g_assert_null (aft_lanes_find (lanes, clusters[i].first));
      held += clusters[i].count;
      for (guint j = 0; j < i; j++)
        g_assert_true (clusters[i].x >= clusters[j].x + clusters[j].width + params->gap - 1e-6 ||
                       clusters[j].x >= clusters[i].x + clusters[i].width + params->gap - 1e-6);
    }
  /* Nothing is lost. */
  g_assert_cmpuint (n_cards + held, ==, n);
}

static void
test_few (void)
{
  const gint64 instants[] = { 0, 50 * PX, 104 * PX, 105 * PX, 110 * PX };
  const double list[] = { 100, 100, 10, 10, 10 };
  const guint expected[] = { 0, 1, 2, 0, 3 };
  const AftLaneParams params = { 5, 9, 5, 30 };
  Widths widths = { list };
  g_autoptr(AftScale) scale = make_scale (FALSE);
  g_autoptr(AftLanes) lanes = aft_lanes_new ();

  aft_lanes_pack (lanes, instants, 5, scale, 0, WIDTH, &params, measure, &widths);
  assert_packed (lanes, instants, 5, scale, &params, &widths);
  g_assert_cmpuint (aft_lanes_get_n_lanes (lanes), ==, 4);
  /* The third is 4 from the first, which is too near; the fourth is 5 from it, which is enough. */
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (aft_lanes_find (lanes, i)->lane, ==, expected[i]);

  aft_lanes_pack (lanes, NULL, 0, scale, 0, WIDTH, &params, measure, &widths);
  g_assert_cmpuint (aft_lanes_get_n_lanes (lanes), ==, 0);
  g_assert_null (aft_lanes_find (lanes, 0));
}

static void
test_wanted (void)
{
  const gint64 instants[] = { 0, 10 * PX, 20 * PX, 30 * PX };
  const AftLaneParams params = { 5, 2, 50, 30 };
  Widths widths = { NULL, 100 };
  g_autoptr(AftScale) scale = make_scale (FALSE);
  g_autoptr(AftLanes) lanes = aft_lanes_new ();

  /* Who asks first has a card, and the lane it had. */
  aft_lanes_want (lanes, 3, NONE, 0);
  aft_lanes_want (lanes, 2, 1, 70);
  aft_lanes_want (lanes, 1, 1, 0);
  aft_lanes_pack (lanes, instants, 4, scale, 0, WIDTH, &params, measure, &widths);
  assert_packed (lanes, instants, 4, scale, &params, &widths);
  g_assert_cmpuint (aft_lanes_find (lanes, 3)->lane, ==, 0);
  g_assert_cmpuint (aft_lanes_find (lanes, 2)->lane, ==, 1);
  g_assert_cmpfloat (aft_lanes_find (lanes, 2)->width, ==, 70);
  g_assert_null (aft_lanes_find (lanes, 1));
  g_assert_null (aft_lanes_find (lanes, 0));

  /* It was asked once only. */
  aft_lanes_pack (lanes, instants, 4, scale, 0, WIDTH, &params, measure, &widths);
  g_assert_cmpuint (aft_lanes_find (lanes, 0)->lane, ==, 0);
  g_assert_cmpuint (aft_lanes_find (lanes, 1)->lane, ==, 1);
}

static void
test_narrower (void)
{
  const gint64 instants[] = { 0, 70 * PX };
  const AftLaneParams params = { 5, 1, 50, 30 };
  Widths widths = { NULL, 100 };
  g_autoptr(AftScale) scale = make_scale (FALSE);
  g_autoptr(AftLanes) lanes = aft_lanes_new ();

  /* Before one that stands already, another is as wide as there is room. */
  aft_lanes_want (lanes, 1, NONE, 0);
  aft_lanes_pack (lanes, instants, 2, scale, 0, WIDTH, &params, measure, &widths);
  g_assert_cmpfloat (aft_lanes_find (lanes, 0)->width, ==, 65);
  assert_packed (lanes, instants, 2, scale, &params, &widths);
}

static void
test_clusters (void)
{
  gint64 instants[10];
  const AftLaneParams params = { 2, 2, 40, 30 };
  Widths widths = { NULL, 900 };
  g_autoptr(AftScale) scale = make_scale (FALSE);
  g_autoptr(AftLanes) lanes = aft_lanes_new ();
  const AftCluster *clusters;
  guint n_clusters;

  for (guint i = 0; i < 10; i++)
    instants[i] = i * 8 * PX;
  aft_lanes_pack (lanes, instants, 10, scale, 0, WIDTH, &params, measure, &widths);
  assert_packed (lanes, instants, 10, scale, &params, &widths);
  clusters = aft_lanes_get_clusters (lanes, &n_clusters);
  g_assert_cmpuint (n_clusters, ==, 2);
  g_assert_cmpuint (clusters[0].first, ==, 2);
  g_assert_cmpuint (clusters[0].last, ==, 5);      /* 16 + 30 + 2 = 48 begins the next one */
  g_assert_cmpuint (clusters[0].count, ==, 4);
  g_assert_cmpfloat (clusters[0].x, ==, 16);
  g_assert_cmpfloat (clusters[0].width, ==, 30);
  g_assert_cmpuint (clusters[1].first, ==, 6);
  g_assert_cmpuint (clusters[1].last, ==, 9);
}

static guint
fill_random (gint64 *instants,
             double *list,
             guint   most)
{
  const guint n = (guint) g_test_rand_int_range (1, (gint32) most);
  gint64 at = 0;

  for (guint i = 0; i < n; i++)
    {
      at += g_test_rand_int_range (0, 5) == 0 ? 0 : (gint64) (g_test_rand_double_range (0, 2 * WIDTH / n) * PX);
      instants[i] = at;
      list[i] = g_test_rand_double_range (1, 200);
    }

  while (at > (gint64) (WIDTH - 1) * PX)
    {
      for (guint i = 0; i < n; i++)
        instants[i] /= 2;
      at /= 2;
    }

  return n;
}

static void
test_random (void)
{
  g_autoptr(AftLanes) lanes = aft_lanes_new ();
  gint64 instants[400];
  double list[400];

  for (guint round = 0; round < 2000; round++)
    {
      const guint n = fill_random (instants, list, G_N_ELEMENTS (instants));
      const AftLaneParams params = { g_test_rand_double_range (0, 10), (guint) g_test_rand_int_range (1, 8),
                                     g_test_rand_double_range (1, 60), g_test_rand_double_range (1, 60) };
      Widths widths = { list };
      g_autoptr(AftScale) scale = make_scale (round % 2 == 1);
      const double x = round % 2 == 1 ? -WIDTH : 0;

      for (guint i = 0; i < 20; i++)
        aft_lanes_want (lanes, (guint) g_test_rand_int_range (0, (gint32) n + 3), (guint) g_test_rand_int_range (0, 9),
                        g_test_rand_double_range (0, 200));
      /* Wider than it would like: only a test wishes that. */
      for (guint i = 0; i < n; i++)
        list[i] = MAX (list[i], 200);
      aft_lanes_pack (lanes, instants, n, scale, x, WIDTH, &params, measure, &widths);
      assert_packed (lanes, instants, n, scale, &params, &widths);
    }
}

/* What had a card has it again, in the same lane, when it is packed anew a little further on. */
static void
test_stable (void)
{
  g_autoptr(AftLanes) lanes = aft_lanes_new ();
  const AftLaneParams params = { 8, 4, 50, 40 };
  g_autoptr(AftScale) scale = make_scale (FALSE);
  gint64 instants[300];
  double list[300];

  for (guint round = 0; round < 200; round++)
    {
      const guint n = fill_random (instants, list, G_N_ELEMENTS (instants));
      Widths widths = { list };
      g_autofree AftLaneCard *before = NULL;
      const AftLaneCard *cards;
      guint n_before;

      aft_lanes_pack (lanes, instants, n, scale, 0, WIDTH, &params, measure, &widths);
      cards = aft_lanes_get_cards (lanes, &n_before);
      before = g_memdup2 (cards, n_before * sizeof (AftLaneCard));
      for (guint i = 0; i < n_before; i++)
        aft_lanes_want (lanes, before[i].index, before[i].lane, before[i].width);
      aft_lanes_pack (lanes, instants, n, scale, 200, WIDTH, &params, measure, &widths);

      for (guint i = 0; i < n_before; i++)
        if (before[i].x >= 201)
          {
            const AftLaneCard *after = aft_lanes_find (lanes, before[i].index);

            g_assert_nonnull (after);
            g_assert_cmpuint (after->lane, ==, before[i].lane);
            g_assert_cmpfloat (after->width, ==, before[i].width);
          }
    }
}

static void
test_mirrored (void)
{
  g_autoptr(AftLanes) lanes = aft_lanes_new ();
  g_autoptr(AftLanes) mirrored = aft_lanes_new ();
  g_autoptr(AftScale) scale = make_scale (FALSE);
  g_autoptr(AftScale) backwards = make_scale (TRUE);
  const AftLaneParams params = { 8, 4, 50, 40 };
  gint64 instants[300];
  double list[300];
  const guint n = fill_random (instants, list, G_N_ELEMENTS (instants));
  Widths widths = { list };
  guint n_cards;
  guint n_mirrored;
  const AftLaneCard *cards;

  aft_lanes_pack (lanes, instants, n, scale, 0, WIDTH, &params, measure, &widths);
  aft_lanes_pack (mirrored, instants, n, backwards, -WIDTH, WIDTH, &params, measure, &widths);
  cards = aft_lanes_get_cards (lanes, &n_cards);
  aft_lanes_get_cards (mirrored, &n_mirrored);
  g_assert_cmpuint (n_cards, ==, n_mirrored);
  for (guint i = 0; i < n_cards; i++)
    {
      const AftLaneCard *card = aft_lanes_find (mirrored, cards[i].index);

      g_assert_nonnull (card);
      g_assert_cmpuint (card->lane, ==, cards[i].lane);
      g_assert_cmpfloat_with_epsilon (card->x + card->width, -cards[i].x, 1e-6);
    }
}

/* A million at one place take no longer than a few: the test would not end. */
static void
test_many (void)
{
  const guint n = 1000000;
  g_autofree gint64 *instants = g_new (gint64, n);
  const AftLaneParams params = { 8, 4, 50, 40 };
  Widths widths = { NULL, 100 };
  g_autoptr(AftScale) scale = make_scale (FALSE);
  g_autoptr(AftLanes) lanes = aft_lanes_new ();

  for (guint i = 0; i < n; i++)
    instants[i] = 10 * PX + (i > n / 2 ? (gint64) i * 900 : 0);
  for (guint round = 0; round < 1000; round++)
    aft_lanes_pack (lanes, instants, n, scale, 0, WIDTH, &params, measure, &widths);
  assert_packed (lanes, instants, n, scale, &params, &widths);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lanes/few", test_few);
  g_test_add_func ("/lanes/wanted", test_wanted);
  g_test_add_func ("/lanes/narrower", test_narrower);
  g_test_add_func ("/lanes/clusters", test_clusters);
  g_test_add_func ("/lanes/random", test_random);
  g_test_add_func ("/lanes/stable", test_stable);
  g_test_add_func ("/lanes/mirrored", test_mirrored);
  g_test_add_func ("/lanes/many", test_many);

  return g_test_run ();
}

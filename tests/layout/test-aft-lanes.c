/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include <math.h>

#include "aft-lanes.h"

#define NONE AFT_LANES_NONE

static GArray *
clusters_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (AftCluster));
}

static void
test_few (void)
{
  AftLaneCard cards[] = {
    { 0, 100, NONE }, { 50, 100, NONE }, { 104, 10, NONE }, { 110, 10, NONE }, { 105, 10, NONE },
  };
  AftLaneParams params = { 5, 0, 0 };
  AftLaneSlot slots[G_N_ELEMENTS (cards)];
  g_autoptr (GArray) clusters = clusters_new ();

  /* The third is 4 from the first, which is too near; the fifth is 5 from it, which is enough. */
  g_assert_cmpuint (aft_lanes_pack (cards, G_N_ELEMENTS (cards), &params, slots, clusters), ==, 4);
  g_assert_cmpuint (slots[0].lane, ==, 0);
  g_assert_cmpuint (slots[1].lane, ==, 1);
  g_assert_cmpuint (slots[2].lane, ==, 2);
  g_assert_cmpuint (slots[4].lane, ==, 0);
  g_assert_cmpuint (slots[3].lane, ==, 3);
  g_assert_cmpuint (clusters->len, ==, 0);
  g_assert_cmpuint (aft_lanes_pack (NULL, 0, &params, NULL, clusters), ==, 0);
}

static void
test_preferred (void)
{
  AftLaneCard cards[] = { { 0, 100, 1 }, { 10, 100, 0 }, { 500, 10, 1 }, { 600, 10, 7 }, { 605, 10, NONE } };
  AftLaneParams params = { 5, 0, 0 };
  AftLaneSlot slots[G_N_ELEMENTS (cards)];
  g_autoptr (GArray) clusters = clusters_new ();

  g_assert_cmpuint (aft_lanes_pack (cards, G_N_ELEMENTS (cards), &params, slots, clusters), ==, 2);
  g_assert_cmpuint (slots[0].lane, ==, 1);
  g_assert_cmpuint (slots[1].lane, ==, 0);
  g_assert_cmpuint (slots[2].lane, ==, 1);
  g_assert_cmpuint (slots[3].lane, ==, 0);      /* there is no lane 7 */
  g_assert_cmpuint (slots[4].lane, ==, 1);
}

static void
test_clusters (void)
{
  AftLaneCard cards[10];
  AftLaneParams params = { 2, 2, 30 };
  AftLaneSlot slots[10];
  g_autoptr (GArray) clusters = clusters_new ();
  const AftCluster *cluster;

  for (guint i = 0; i < 10; i++)
    cards[i] = (AftLaneCard) { i * 8, 1000, NONE };

  g_assert_cmpuint (aft_lanes_pack (cards, 10, &params, slots, clusters), ==, 2);
  g_assert_cmpuint (clusters->len, ==, 2);
  cluster = &g_array_index (clusters, AftCluster, 0);
  g_assert_cmpuint (cluster->first, ==, 2);
  g_assert_cmpuint (cluster->last, ==, 5);      /* 16 + 30 + 2 = 48 begins the next one */
  g_assert_cmpuint (cluster->count, ==, 4);
  g_assert_cmpfloat (cluster->x, ==, 16);
  g_assert_cmpfloat (cluster->width, ==, 30);
  cluster = &g_array_index (clusters, AftCluster, 1);
  g_assert_cmpuint (cluster->first, ==, 6);
  g_assert_cmpuint (cluster->last, ==, 9);
  g_assert_cmpuint (cluster->count, ==, 4);
  g_assert_cmpuint (slots[5].lane, ==, NONE);
  g_assert_cmpuint (slots[5].cluster, ==, 0);
  g_assert_cmpuint (slots[6].cluster, ==, 1);
  g_assert_cmpuint (slots[1].cluster, ==, NONE);
}

/* The most cards that want one pixel, counted the slow way */
static guint
count_slowly (const AftLaneCard *cards,
              guint              n,
              double             gap)
{
  guint most = 0;

  for (guint i = 0; i < n; i++)
    {
      guint here = 0;

      for (guint j = 0; j < n; j++)
        {
          if (cards[j].x <= cards[i].x && cards[i].x < cards[j].x + cards[j].width + gap)
            here++;
        }

      most = MAX (most, here);
    }

  return most;
}

static void
check_slots (const AftLaneCard *cards,
             const AftLaneSlot *slots,
             guint              n,
             guint              n_lanes,
             double             gap,
             GArray            *clusters)
{
  g_autofree guint *counts = g_new0 (guint, clusters->len + 1);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true ((slots[i].lane == NONE) != (slots[i].cluster == NONE));

      if (slots[i].lane == NONE)
        {
          const AftCluster *cluster;

          g_assert_cmpuint (slots[i].cluster, <, clusters->len);
          cluster = &g_array_index (clusters, AftCluster, slots[i].cluster);
          counts[slots[i].cluster]++;
          g_assert_cmpfloat (cards[i].x, >=, cluster->x);
          g_assert_cmpfloat (cards[i].x, <, cluster->x + cluster->width + gap);
          g_assert_cmpfloat (cards[cluster->first].x, <=, cards[i].x);
          g_assert_cmpfloat (cards[cluster->last].x, >=, cards[i].x);
          continue;
        }

      g_assert_cmpuint (slots[i].lane, <, n_lanes);

      for (guint j = 0; j < i; j++)
        {
          if (slots[i].lane == slots[j].lane)
            g_assert_true (cards[i].x + cards[i].width + gap <= cards[j].x ||
                           cards[j].x + cards[j].width + gap <= cards[i].x);
        }
    }

  for (guint i = 0; i < clusters->len; i++)
    {
      const AftCluster *cluster = &g_array_index (clusters, AftCluster, i);

      g_assert_cmpuint (cluster->count, ==, counts[i]);
      g_assert_true (i == 0 || cluster[-1].x + cluster[-1].width + gap <= cluster->x);
    }
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GArray) clusters = clusters_new ();
      guint n = (guint) g_rand_int_range (rand, 1, 150);
      AftLaneCard cards[150];
      AftLaneSlot slots[150];
      AftLaneParams params = { g_rand_int_range (rand, 0, 8), 0, 40 };
      guint n_lanes;

      for (guint i = 0; i < n; i++)
        {
          cards[i].x = g_rand_int_range (rand, 0, 2000);
          cards[i].width = g_rand_int_range (rand, 1, 1 + (gint) (seed % 7) * 60 + 5);
          cards[i].preferred = g_rand_boolean (rand) ? NONE : (guint) g_rand_int_range (rand, 0, 12);
        }

      n_lanes = aft_lanes_pack (cards, n, &params, slots, clusters);
      g_assert_cmpuint (clusters->len, ==, 0);
      g_assert_cmpuint (n_lanes, <=, count_slowly (cards, n, params.gap));
      check_slots (cards, slots, n, n_lanes, params.gap, clusters);

      /* Packed again with what came out nothing moves. */
      for (guint i = 0; i < n; i++)
        cards[i].preferred = slots[i].lane;

      {
        AftLaneSlot again[150];

        g_assert_cmpuint (aft_lanes_pack (cards, n, &params, again, clusters), ==, n_lanes);

        for (guint i = 0; i < n; i++)
          g_assert_cmpuint (again[i].lane, ==, slots[i].lane);
      }

      params.max_lanes = 1 + seed % 4;
      n_lanes = aft_lanes_pack (cards, n, &params, slots, clusters);
      g_assert_cmpuint (n_lanes, <=, params.max_lanes);
      check_slots (cards, slots, n, n_lanes, params.gap, clusters);
    }
}

static void
test_many (void)
{
  const guint n = 100000;
  g_autofree AftLaneCard *cards = g_new (AftLaneCard, n);
  g_autofree AftLaneSlot *slots = g_new (AftLaneSlot, n);
  g_autoptr (GArray) clusters = clusters_new ();
  AftLaneParams params = { 4, 0, 40 };

  /* Each begins a pixel after the last and takes 100 with its gap: as many lanes. */
  for (guint i = 0; i < n; i++)
    cards[i] = (AftLaneCard) { n - 1 - i, 96, NONE };

  g_assert_cmpuint (aft_lanes_pack (cards, n, &params, slots, clusters), ==, 100);

  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (slots[i].lane, ==, (n - 1 - i) % 100);

  /* All at one place */
  for (guint i = 0; i < n; i++)
    cards[i].x = 7;

  g_assert_cmpuint (aft_lanes_pack (cards, n, &params, slots, clusters), ==, n);
  params.max_lanes = 5;
  g_assert_cmpuint (aft_lanes_pack (cards, n, &params, slots, clusters), ==, 5);
  g_assert_cmpuint (clusters->len, ==, 1);
  g_assert_cmpuint (g_array_index (clusters, AftCluster, 0).count, ==, n - 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/lanes/few", test_few);
  g_test_add_func ("/layout/lanes/preferred", test_preferred);
  g_test_add_func ("/layout/lanes/clusters", test_clusters);
  g_test_add_func ("/layout/lanes/random", test_random);
  g_test_add_func ("/layout/lanes/many", test_many);

  return g_test_run ();
}

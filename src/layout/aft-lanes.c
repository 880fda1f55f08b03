/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-lanes.h"

typedef struct
{
  double x;
  double end;     /* where the next card in the lane may begin */
  guint  index;
} Card;

/* For each lane where the next card may begin, and above them the least of each pair, up to the root at 1. So the first
 * lane that is free at a pixel is found by one walk down. */
typedef struct
{
  double *free_from;
  guint   n_leaves;
} Tournament;

static int
compare_cards (gconstpointer a,
               gconstpointer b,
               gpointer      data G_GNUC_UNUSED)
{
  const Card *left = a;
  const Card *right = b;

  if (left->x != right->x)
    return left->x < right->x ? -1 : 1;

  return (left->index > right->index) - (left->index < right->index);
}

static int
compare_ends (gconstpointer a,
              gconstpointer b,
              gpointer      data G_GNUC_UNUSED)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Usually the cards come sorted; then nothing is done. */
static Card *
sort_cards (const AftLaneCard *cards,
            guint              n_cards,
            double             gap)
{
  Card *sorted = g_new (Card, n_cards);
  gboolean is_sorted = TRUE;

  for (guint i = 0; i < n_cards; i++)
    {
      sorted[i].x = cards[i].x;
      sorted[i].end = cards[i].x + MAX (cards[i].width, 0) + gap;
      sorted[i].index = i;
      is_sorted = is_sorted && (i == 0 || sorted[i - 1].x <= sorted[i].x);
    }

  if (!is_sorted)
    g_qsort_with_data (sorted, (gint) n_cards, sizeof (Card), compare_cards, NULL);

  return sorted;
}

/* The most cards that want the same pixel: with so many lanes every card finds one, whichever free lane the others took. */
static guint
count_lanes (const Card *sorted,
             guint       n_cards)
{
  g_autofree double *ends = g_new (double, n_cards);
  gboolean is_sorted = TRUE;
  guint over = 0;
  guint most = 0;

  for (guint i = 0; i < n_cards; i++)
    {
      ends[i] = sorted[i].end;
      is_sorted = is_sorted && (i == 0 || ends[i - 1] <= ends[i]);
    }

  if (!is_sorted)
    g_qsort_with_data (ends, (gint) n_cards, sizeof (double), compare_ends, NULL);

  for (guint i = 0; i < n_cards; i++)
    {
      while (over < i && ends[over] <= sorted[i].x)
        over++;

      most = MAX (most, i + 1 - over);
    }

  return most;
}

static void
tournament_init (Tournament *self,
                 guint       n_lanes)
{
  self->n_leaves = 1;

  while (self->n_leaves < n_lanes)
    self->n_leaves *= 2;

  self->free_from = g_new (double, 2 * (gsize) self->n_leaves);

  for (guint i = 0; i < self->n_leaves; i++)
    self->free_from[self->n_leaves + i] = i < n_lanes ? -G_MAXDOUBLE : G_MAXDOUBLE;

  for (guint i = self->n_leaves - 1; i > 0; i--)
    self->free_from[i] = MIN (self->free_from[2 * i], self->free_from[2 * i + 1]);
}

static guint
tournament_first_free (const Tournament *self,
                       double            x)
{
  guint node = 1;

  if (!(self->free_from[1] <= x))
    return AFT_LANES_NONE;

  while (node < self->n_leaves)
    node = 2 * node + (self->free_from[2 * node] <= x ? 0 : 1);

  return node - self->n_leaves;
}

static void
tournament_take (Tournament *self,
                 guint       lane,
                 double      end)
{
  guint node = self->n_leaves + lane;

  self->free_from[node] = end;

  for (node /= 2; node > 0; node /= 2)
    self->free_from[node] = MIN (self->free_from[2 * node], self->free_from[2 * node + 1]);
}

/* Cards come from left to right, so only the last cluster can take one. */
static guint
clusters_add (GArray     *clusters,
              const Card *card,
              double      width,
              double      gap)
{
  AftCluster *last = clusters->len > 0 ? &g_array_index (clusters, AftCluster, clusters->len - 1) : NULL;

  if (last != NULL && card->x < last->x + last->width + gap)
    {
      last->last = card->index;
      last->count++;
    }
  else
    {
      AftCluster cluster = { card->x, width, card->index, card->index, 1 };

      g_array_append_val (clusters, cluster);
    }

  return clusters->len - 1;
}

/**
 * aft_lanes_pack:
 * @cards: (array length=n_cards) (nullable): the cards, in any order; fastest if sorted by @x
 * @n_cards: how many there are
 * @params: how to pack
 * @slots: (array length=n_cards) (out caller-allocates): where the place of each card goes, in the order of @cards
 * @clusters: (element-type AftCluster): an array of `AftCluster`, emptied first; where the clusters go, from left to right
 *
 * Packs cards into as few lanes as possible, so that in no lane two cards overlap or are nearer than the gap. A card goes
 * to the lane it prefers if that one is free there, and is one of those few, else to the nearest free lane to the axis. So
 * a card that had a lane keeps it under small moves. What finds no lane, if their number is limited, is gathered in
 * clusters. Takes O(n log n).
 *
 * This is the greedy colouring of an interval graph by left ends (Gupta, Lee and Leung, 1979), over a tournament tree.
 *
 * Returns: the number of lanes that are used, from 0 on
 */
guint
aft_lanes_pack (const AftLaneCard   *cards,
                gsize                n_cards,
                const AftLaneParams *params,
                AftLaneSlot         *slots,
                GArray              *clusters)
{
  g_autofree Card *sorted = NULL;
  g_autofree double *memory = NULL;
  Tournament tournament;
  double gap;
  guint n_lanes;
  guint used = 0;

  g_return_val_if_fail (cards != NULL || n_cards == 0, 0);
  g_return_val_if_fail (n_cards <= G_MAXINT, 0);
  g_return_val_if_fail (params != NULL, 0);
  g_return_val_if_fail (slots != NULL || n_cards == 0, 0);
  g_return_val_if_fail (clusters != NULL, 0);
  g_return_val_if_fail (g_array_get_element_size (clusters) == sizeof (AftCluster), 0);

  g_array_set_size (clusters, 0);

  if (n_cards == 0)
    return 0;

  gap = MAX (params->gap, 0);
  sorted = sort_cards (cards, (guint) n_cards, gap);
  n_lanes = count_lanes (sorted, (guint) n_cards);

  if (params->max_lanes > 0)
    n_lanes = MIN (n_lanes, params->max_lanes);

  tournament_init (&tournament, n_lanes);
  memory = tournament.free_from;

  for (guint i = 0; i < n_cards; i++)
    {
      const Card *card = &sorted[i];
      AftLaneSlot *slot = &slots[card->index];
      guint preferred = cards[card->index].preferred;

      if (preferred < n_lanes && tournament.free_from[tournament.n_leaves + preferred] <= card->x)
        slot->lane = preferred;
      else
        slot->lane = tournament_first_free (&tournament, card->x);

      slot->cluster = AFT_LANES_NONE;

      if (slot->lane != AFT_LANES_NONE)
        {
          tournament_take (&tournament, slot->lane, card->end);
          used = MAX (used, slot->lane + 1);
        }
      else
        {
          slot->cluster = clusters_add (clusters, card, MAX (params->cluster_width, 0), gap);
        }
    }

  return used;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-instants.h"
#include "aft-lanes.h"

/* Nothing wants more cards than can be read. */
#define MOST_WANTED 512

typedef struct
{
  guint  index;
  guint  lane;
  double width;
} Wish;

/* What is taken of a lane, in the direction of time. */
typedef struct
{
  double start;
  double end;
} Taken;

typedef struct
{
  guint first;
  guint end;
} Run;

/**
 * AftLanes:
 *
 * The cards in sight and the clusters of those for which there is no room.
 */
struct _AftLanes
{
  GArray *cards;
  GArray *clusters;
  GArray *wishes;
  GArray *runs;
  GArray *lanes;      /* of arrays of Taken, sorted */
  guint   n_lanes;
};

typedef struct
{
  AftLanes            *lanes;
  const gint64        *instants;
  guint                n_instants;
  const AftScale      *scale;
  double               sign;
  const AftLaneParams *params;
  AftLaneMeasureFunc   measure;
  gpointer             user_data;
} Packer;

static void
clear_lane (gpointer data)
{
  g_array_unref (*(GArray **) data);
}

static int
compare_cards (gconstpointer a,
               gconstpointer b)
{
  const AftLaneCard *first = a;
  const AftLaneCard *second = b;

  return (first->index > second->index) - (first->index < second->index);
}

/* Where an instant stands in the direction in which time runs. */
static double
get_place (const Packer *packer,
           guint         index)
{
  return packer->sign * aft_scale_to_x (packer->scale, packer->instants[index]);
}

static GArray *
get_lane (const Packer *packer,
          guint         lane)
{
  return g_array_index (packer->lanes->lanes, GArray *, lane);
}

/* The first stretch of a lane that ends past a place. */
static guint
find_taken (const GArray *lane,
            double        place)
{
  guint low = 0;
  guint high = lane->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (lane, Taken, middle).end <= place)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* How wide a card at a place of a lane could be, negative where it is taken. */
static double
get_room (const Packer *packer,
          guint         lane,
          double        place)
{
  const GArray *taken = get_lane (packer, lane);
  const guint next = find_taken (taken, place);

  return next < taken->len ? g_array_index (taken, Taken, next).start - packer->params->gap - place : G_MAXDOUBLE;
}

/* The first place past another one at which the narrowest card would fit a lane. */
static double
find_room (const Packer *packer,
           guint         lane,
           double        place)
{
  const GArray *taken = get_lane (packer, lane);

  for (guint i = find_taken (taken, place); i < taken->len; i++)
    {
      const Taken *next = &g_array_index (taken, Taken, i);

      if (next->start - packer->params->gap - place >= packer->params->least_width)
        return place;
      place = MAX (place, next->end);
    }

  return place;
}

static void
put (Packer *packer,
     guint   index,
     guint   lane,
     double  place,
     double  width)
{
  AftLanes *self = packer->lanes;
  GArray *taken = get_lane (packer, lane);
  const Taken stretch = { place, place + width + packer->params->gap };
  const AftLaneCard card = { index, lane, packer->sign < 0 ? -place - width : place, width };

  g_array_insert_val (taken, find_taken (taken, place), stretch);
  g_array_append_val (self->cards, card);
  self->n_lanes = MAX (self->n_lanes, lane + 1);
}

/* The lane nearest to the axis that is wide enough; else the widest, where a narrower card fits. */
static gboolean
put_anywhere (Packer *packer,
              guint   index,
              double  place)
{
  const double wanted = MAX (packer->measure (index, packer->user_data), packer->params->least_width);
  double most = packer->params->least_width;
  guint best = AFT_LANES_NONE;

  for (guint lane = 0; lane < packer->params->max_lanes; lane++)
    {
      const double room = get_room (packer, lane, place);

      if (room >= wanted)
        {
          put (packer, index, lane, place, wanted);
          return TRUE;
        }
      if (room >= most && (best == AFT_LANES_NONE || room > most))
        {
          most = room;
          best = lane;
        }
    }

  if (best == AFT_LANES_NONE)
    return FALSE;

  put (packer, index, best, place, most);
  return TRUE;
}

static void
grant_wishes (Packer *packer,
              guint   first,
              guint   end)
{
  const GArray *wishes = packer->lanes->wishes;
  g_autoptr(GHashTable) granted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < wishes->len; i++)
    {
      const Wish *wish = &g_array_index (wishes, Wish, i);
      double place;
      double wanted;

      if (wish->index < first || wish->index >= end || !g_hash_table_add (granted, GUINT_TO_POINTER (wish->index + 1)))
        continue;

      place = get_place (packer, wish->index);
      wanted = wish->width > 0 ? wish->width : packer->measure (wish->index, packer->user_data);
      wanted = MAX (wanted, packer->params->least_width);
      if (wish->lane < packer->params->max_lanes && get_room (packer, wish->lane, place) >= wanted)
        put (packer, wish->index, wish->lane, place, wanted);
      else if (wish->lane == AFT_LANES_NONE)
        put_anywhere (packer, wish->index, place);
    }
}

static void
skip (Packer *packer,
      guint   first,
      guint   end)
{
  GArray *runs = packer->lanes->runs;
  Run *last = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;
  const Run run = { first, end };

  if (last != NULL && last->end == first)
    last->end = end;
  else
    g_array_append_val (runs, run);
}

/* Where all lanes are full, those that stand before the next free place are passed at once: so the
 * work follows the cards there are, not the instants. */
static void
fill (Packer *packer,
      guint   first,
      guint   end,
      guint   n_granted)
{
  const GArray *cards = packer->lanes->cards;
  guint granted = 0;
  guint i = first;

  while (i < end)
    {
      double place;
      double next = G_MAXDOUBLE;
      guint to;

      while (granted < n_granted && g_array_index (cards, AftLaneCard, granted).index < i)
        granted++;
      if (granted < n_granted && g_array_index (cards, AftLaneCard, granted).index == i)
        {
          i++;
          continue;
        }

      place = get_place (packer, i);
      if (put_anywhere (packer, i, place))
        {
          i++;
          continue;
        }

      for (guint lane = 0; lane < packer->params->max_lanes; lane++)
        next = MIN (next, find_room (packer, lane, place));
      to = aft_instants_find_at (packer->instants, packer->n_instants, packer->scale, next + 0.5);
      to = CLAMP (to, i + 1, end);
      skip (packer, i, to);
      i = to;
    }
}

/* The first card that doesn't come before an instant. */
static guint
find_card (const AftLanes *self,
           guint           index)
{
  guint low = 0;
  guint high = self->cards->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (self->cards, AftLaneCard, middle).index < index)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* How many of a range have a card. */
static guint
count_cards (const AftLanes *self,
             guint           first,
             guint           end)
{
  return find_card (self, end) - find_card (self, first);
}

static void
gather (Packer *packer)
{
  AftLanes *self = packer->lanes;
  const double width = packer->params->cluster_width;
  double cluster_end = -G_MAXDOUBLE;

  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);
      guint first = run->first;

      while (first < run->end)
        {
          const double place = get_place (packer, first);
          AftCluster *cluster;
          guint end;

          if (count_cards (self, first, first + 1) > 0)
            {
              first++;
              continue;
            }
          if (place >= cluster_end)
            {
              const AftCluster fresh = { packer->sign < 0 ? -place - width : place, width, first, first, 0 };

              g_array_append_val (self->clusters, fresh);
              cluster_end = place + width + packer->params->gap;
            }

          cluster = &g_array_index (self->clusters, AftCluster, self->clusters->len - 1);
          end = aft_instants_find_at (packer->instants, packer->n_instants, packer->scale, cluster_end);
          end = CLAMP (end, first + 1, run->end);
          cluster->count += end - first - count_cards (self, first, end);
          cluster->last = end - 1;
          first = end;
        }
    }
}

/**
 * aft_lanes_new:
 *
 * Returns: (transfer full): lanes without cards
 */
AftLanes *
aft_lanes_new (void)
{
  AftLanes *self = g_new0 (AftLanes, 1);

  self->cards = g_array_new (FALSE, FALSE, sizeof (AftLaneCard));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (AftCluster));
  self->wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (GArray *));
  g_array_set_clear_func (self->lanes, clear_lane);

  return self;
}

/**
 * aft_lanes_free:
 * @self: (transfer full): lanes
 */
void
aft_lanes_free (AftLanes *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->cards);
  g_array_unref (self->clusters);
  g_array_unref (self->wishes);
  g_array_unref (self->runs);
  g_array_unref (self->lanes);
  g_free (self);
}

/**
 * aft_lanes_want:
 * @self: lanes
 * @index: which instant
 * @lane: the lane it would like, usually the one it had, or %AFT_LANES_NONE for any
 * @width: how wide it should be, usually as it was, in pixels; 0 for as wide as it would like
 *
 * Asks that at the next packing an instant has its card before others do; who asks first comes first.
 * One that asks for a lane that is taken waits its turn like all others.
 */
void
aft_lanes_want (AftLanes *self,
                guint     index,
                guint     lane,
                double    width)
{
  const Wish wish = { index, lane, width };

  g_return_if_fail (self != NULL);

  if (self->wishes->len < MOST_WANTED)
    g_array_append_val (self->wishes, wish);
}

/**
 * aft_lanes_pack:
 * @self: lanes
 * @instants: (array length=n_instants) (nullable): microseconds since 1970, UTC, sorted
 * @n_instants: how many there are
 * @scale: a scale
 * @x: left edge of what is packed, in pixels
 * @width: of what is packed
 * @params: how to pack
 * @measure: (scope call): how wide each card would like to be
 * @user_data: for @measure
 *
 * Packs the cards of a stretch of pixels, so that in no lane two overlap or are nearer than the gap. First
 * come those that were wanted, each in its lane: so cards stay where they are while one pans, zooms a little
 * or edits. The others follow in order, each in the lane nearest to the axis in which it fits. What finds no
 * lane is gathered in clusters. A card stands after its instant, before it where the scale is mirrored.
 *
 * The greedy filling is that of an interval graph by left ends (Gupta, Lee and Leung, 1979); where no lane is
 * free it gallops to the next place at which one is (Bentley and Yao, 1976, by bisection). So it takes
 * O(cards × (lanes + log n)), and the cards are bounded by the pixels.
 */
void
aft_lanes_pack (AftLanes            *self,
                const gint64        *instants,
                guint                n_instants,
                const AftScale      *scale,
                double               x,
                double               width,
                const AftLaneParams *params,
                AftLaneMeasureFunc   measure,
                gpointer             user_data)
{
  Packer packer = { self, instants, n_instants, scale, 1, params, measure, user_data };
  guint first;
  guint end;

  g_return_if_fail (self != NULL && scale != NULL && params != NULL && measure != NULL);
  g_return_if_fail (instants != NULL || n_instants == 0);
  g_return_if_fail (params->max_lanes > 0 && params->least_width > 0);

  packer.sign = aft_scale_is_mirrored (scale) ? -1 : 1;
  g_array_set_size (self->cards, 0);
  g_array_set_size (self->clusters, 0);
  g_array_set_size (self->runs, 0);
  g_array_set_size (self->lanes, 0);
  self->n_lanes = 0;
  for (guint i = 0; i < params->max_lanes; i++)
    {
      GArray *lane = g_array_new (FALSE, FALSE, sizeof (Taken));

      g_array_append_val (self->lanes, lane);
    }

  aft_instants_in_sight (instants, n_instants, scale, x, width, &first, &end);
  grant_wishes (&packer, first, end);
  g_array_set_size (self->wishes, 0);
  g_array_sort (self->cards, compare_cards);
  fill (&packer, first, end, self->cards->len);
  g_array_sort (self->cards, compare_cards);
  gather (&packer);
}

/**
 * aft_lanes_get_n_lanes:
 * @self: lanes
 *
 * Returns: how many lanes are used, from 0 on
 */
guint
aft_lanes_get_n_lanes (const AftLanes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_lanes;
}

/**
 * aft_lanes_get_cards:
 * @self: lanes
 * @n_cards: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_cards): the cards, in the order of their instants
 */
const AftLaneCard *
aft_lanes_get_cards (const AftLanes *self,
                     guint          *n_cards)
{
  g_return_val_if_fail (self != NULL && n_cards != NULL, NULL);

  *n_cards = self->cards->len;

  return (const AftLaneCard *) (gpointer) self->cards->data;
}

/**
 * aft_lanes_get_clusters:
 * @self: lanes
 * @n_clusters: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_clusters): the clusters, in the order of time
 */
const AftCluster *
aft_lanes_get_clusters (const AftLanes *self,
                        guint          *n_clusters)
{
  g_return_val_if_fail (self != NULL && n_clusters != NULL, NULL);

  *n_clusters = self->clusters->len;

  return (const AftCluster *) (gpointer) self->clusters->data;
}

/**
 * aft_lanes_find:
 * @self: lanes
 * @index: which instant
 *
 * Returns: (transfer none) (nullable): its card, %NULL where it has none
 */
const AftLaneCard *
aft_lanes_find (const AftLanes *self,
                guint           index)
{
  const AftLaneCard *card;
  guint nth;

  g_return_val_if_fail (self != NULL, NULL);

  nth = find_card (self, index);
  if (nth == self->cards->len)
    return NULL;
  card = &g_array_index (self->cards, AftLaneCard, nth);

  return card->index == index ? card : NULL;
}

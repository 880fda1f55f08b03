/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-event-words.h"
#include "aft-instants.h"
#include "aft-timeline-canvas-private.h"

#define CARD_GAP 8
#define MOST_KEYS 64

/* Which events have cards, and in which lanes. */

/* The widest that a card may be. */
double
aft_timeline_canvas_get_most_width (AftTimelineCanvas *self)
{
  return 25 * self->char_width + 22;
}

/* A guess that costs nothing: text is cut with an ellipsis where it is wrong, and never measured for
 * cards that nobody sees. */
static double
measure_card (guint    nth,
              gpointer user_data)
{
  AftTimelineCanvas *self = user_data;
  const guint index = aft_timeline_geometry_get_shown (self->geometry, nth);
  AftEvent *event = aft_timeline_geometry_get_event (self->geometry, index);
  const AftTimelinePoint *point = aft_timeline_geometry_get_point (self->geometry, index);
  const double most = aft_timeline_canvas_get_most_width (self);
  const glong length = g_utf8_strlen (aft_event_get_text (event), 200);
  const AftKeyMoments keys = aft_event_get_key_moments (event);
  guint n_icons = 1 + (aft_effect_get_icon (aft_event_get_effect (event)) != NULL) +
                  aft_event_get_known_afterwards (event);
  double time = 12;

  for (guint i = 0; i < AFT_N_KEY_MOMENTS; i++)
    n_icons += (keys & (1u << i)) != 0;
  if (point->known && !point->lasts && aft_moment_has_clock (aft_event_get_at (event)))
    time = 6;

  return MIN (MAX (time * self->char_width + n_icons * 20, (double) length * self->char_width) + 22, most);
}

static gboolean
matches (AftEvent *event,
         gpointer  filter)
{
  return aft_event_filter_matches (filter, event);
}

void
aft_timeline_canvas_filter (AftTimelineCanvas *self)
{
  const gboolean active = self->filter != NULL && aft_event_filter_is_active (self->filter);

  aft_timeline_geometry_show (self->geometry, active ? matches : NULL, self->filter);
  self->refilter = FALSE;
}

/* Which events have cards, and where. */
GHashTable *
aft_timeline_canvas_remember_cards (AftTimelineCanvas *self)
{
  GHashTable *remembered = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  guint n_cards;
  const AftLaneCard *cards = aft_lanes_get_cards (self->lanes, &n_cards);

  for (guint i = 0; i < n_cards; i++)
    if (cards[i].index < self->geometry->n_shown)
      {
        const guint index = aft_timeline_geometry_get_shown (self->geometry, cards[i].index);

        g_hash_table_insert (remembered, g_object_ref (aft_timeline_geometry_get_event (self->geometry, index)),
                             g_memdup2 (&cards[i], sizeof (AftLaneCard)));
      }

  return remembered;
}

static void
want (AftTimelineCanvas *self,
      GHashTable        *remembered,
      guint              index,
      gboolean           widths)
{
  const guint nth = aft_timeline_geometry_find_shown (self->geometry, index);
  const AftLaneCard *card = NULL;

  if (nth == G_MAXUINT)
    return;

  card = g_hash_table_lookup (remembered, aft_timeline_geometry_get_event (self->geometry, index));
  if (card != NULL)
    aft_lanes_want (self->lanes, nth, card->lane, widths ? card->width : 0);
  aft_lanes_want (self->lanes, nth, AFT_LANES_NONE, 0);
}

/* The chosen event first, then those that everybody looks for, then those that have a card. */
static void
want_cards (AftTimelineCanvas *self,
            GHashTable        *remembered,
            gboolean           widths,
            double             x,
            double             width)
{
  const AftTimelineGeometry *geometry = self->geometry;
  const guint lead = aft_timeline_geometry_find (geometry, aft_timeline_canvas_get_selected (self));
  GHashTableIter iter;
  gpointer event;
  gpointer card;
  guint first;
  guint end;
  guint n_keys = 0;

  if (lead != G_MAXUINT)
    want (self, remembered, lead, widths);

  aft_instants_in_sight (geometry->starts, geometry->events->len, self->scale, x, width, &first, &end);
  for (guint i = 0; i < geometry->keys->len && n_keys < MOST_KEYS; i++)
    {
      const guint index = g_array_index (geometry->keys, guint, i);

      if (index < first || index >= end)
        continue;
      want (self, remembered, index, widths);
      n_keys++;
    }

  g_hash_table_iter_init (&iter, remembered);
  while (g_hash_table_iter_next (&iter, &event, &card))
    {
      const guint nth = aft_timeline_geometry_find_shown (geometry, aft_timeline_geometry_find (geometry, event));

      if (nth != G_MAXUINT)
        aft_lanes_want (self->lanes, nth, ((AftLaneCard *) card)->lane, widths ? ((AftLaneCard *) card)->width : 0);
    }
}

/* A stretch thrice as wide as what is in sight, so that panning needs no packing for a while. */
void
aft_timeline_canvas_pack (AftTimelineCanvas *self,
                          GHashTable        *remembered)
{
  const double height = self->rows.clusters - self->rows.lanes;
  const AftLaneParams params = {
    .gap = CARD_GAP,
    .max_lanes = (guint) MAX (1, height / self->rows.lane_height),
    .least_width = 14 * self->char_width + 22,
    .cluster_width = 5 * self->char_width + 16,
  };
  const gboolean same = self->packed != NULL &&
                        aft_scale_get_px_per_us (self->packed) == aft_scale_get_px_per_us (self->scale);

  self->packed_from = -self->width;
  self->packed_width = 3 * self->width;
  want_cards (self, remembered, same, self->packed_from, self->packed_width);
  aft_lanes_pack (self->lanes, self->geometry->shown != NULL ? self->geometry->shown_starts : self->geometry->starts,
                  self->geometry->n_shown, self->scale, self->packed_from, self->packed_width, &params,
                  measure_card, self);
  g_clear_pointer (&self->packed, aft_scale_unref);
  self->packed = aft_scale_ref (self->scale);
  self->repack = FALSE;
}

/* Panned within what is packed, everything has its place already. */
gboolean
aft_timeline_canvas_is_packed (AftTimelineCanvas *self)
{
  return !self->repack && self->packed != NULL &&
         aft_scale_get_px_per_us (self->scale) == aft_scale_get_px_per_us (self->packed) &&
         aft_scale_get_fold_width (self->scale) == aft_scale_get_fold_width (self->packed) &&
         ABS (aft_timeline_canvas_get_offset (self)) < self->width * 0.75;
}

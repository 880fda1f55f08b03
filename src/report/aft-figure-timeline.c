/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-figure-timeline-private.h"
#include "aft-phases.h"
#include "aft-timeline-points.h"

#define CARD_WIDTH 100.0
#define CARD_PADDING 4.5
#define CARD_LINES 5
#define LANE_GAP 6.0
#define CARD_GAP 5.0
#define FOLD_WIDTH 42.0
#define TICK_DISTANCE 40.0

/* More events than this make a strip too deep to follow. */
#define STRIP_CARDS 8

static void
card_clear (gpointer data)
{
  AftStripCard *card = data;

  g_clear_object (&card->when);
  g_clear_object (&card->keys);
  g_clear_object (&card->text);
}

static void
strip_free (gpointer data)
{
  AftStrip *strip = data;

  g_clear_pointer (&strip->scale, aft_scale_unref);
  g_clear_pointer (&strip->ticks, aft_ticks_free);
  g_array_unref (strip->cards);
  g_time_zone_unref (strip->zone);
  g_object_unref (strip->context);
  g_free (strip);
}

static double
get_height (PangoLayout *layout,
            AftTextStyle style)
{
  return layout != NULL ? pango_layout_get_line_count (layout) * aft_style_get_leading (style) : 0;
}

static PangoLayout *
create_keys (AftStrip               *strip,
             const AftTimelineEntry *entry)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (strip->words->key_moments); i++)
    if ((entry->key_moments & (1u << i)) != 0)
      {
        if (text->len > 0)
          g_string_append (text, " · ");
        g_string_append (text, strip->words->key_moments[i]);
      }
  if (entry->planned)
    g_string_append (text, strip->words->planned);

  if (text->len == 0)
    return NULL;

  return aft_style_create_text (strip->context, AFT_STYLE_FIGURE_STRONG, text->str, CARD_WIDTH - 2 * CARD_PADDING,
                                AFT_ALIGN_START);
}

static void
add_card (AftStrip               *strip,
          const AftTimelineEntry *entry,
          gboolean                whole)
{
  const double width = CARD_WIDTH - 2 * CARD_PADDING;
  AftStripCard card = { entry };

  card.width = CARD_WIDTH;
  card.when = aft_style_create_text (strip->context, AFT_STYLE_FIGURE_STRONG, entry->when, width, AFT_ALIGN_START);
  card.keys = create_keys (strip, entry);
  card.text = aft_style_create_text (strip->context, AFT_STYLE_FIGURE, entry->text, width, AFT_ALIGN_START);
  if (!whole)
    {
      pango_layout_set_height (card.text, -CARD_LINES);
      pango_layout_set_ellipsize (card.text, PANGO_ELLIPSIZE_END);
    }
  card.height = get_height (card.when, AFT_STYLE_FIGURE_STRONG) + get_height (card.keys, AFT_STYLE_FIGURE_STRONG) +
                get_height (card.text, AFT_STYLE_FIGURE) + 2 * CARD_PADDING;
  g_array_append_val (strip->cards, card);
}

static gint64
find_key (const GPtrArray *entries,
          AftKeyMoments    key)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const AftTimelineEntry *entry = g_ptr_array_index (entries, i);

      if (!entry->planned && (entry->key_moments & key) != 0)
        return entry->start;
    }

  return AFT_PHASES_UNKNOWN;
}

/* From the events that this edition shows, so that nothing else can be read off them. */
static void
find_phases (AftStrip        *strip,
             const GPtrArray *entries)
{
  gint64 instants[AFT_N_KEY_MOMENTS];
  g_autoptr(GArray) phases = NULL;

  for (guint i = 0; i < AFT_N_KEY_MOMENTS; i++)
    instants[i] = find_key (entries, 1u << i);

  phases = aft_phases_derive (instants);
  for (guint i = 0; i < phases->len && strip->n_phases < AFT_N_PHASES; i++)
    {
      const AftPhaseSpan *phase = &g_array_index (phases, AftPhaseSpan, i);

      if (phase->phase != AFT_PHASE_IMPACT)
        strip->phases[strip->n_phases++] = (AftStripPhase) { phase->start_us, phase->end_us, phase->phase };
    }
}

static void
create_scale (AftStrip *strip)
{
  const guint n = strip->cards->len;
  g_autofree AftTimelinePoint *points = g_new0 (AftTimelinePoint, n);
  g_autoptr(GArray) folds = NULL;
  g_autoptr(AftScale) scale = NULL;
  AftScaleConfig config = { 0, 0, 1e-9, FOLD_WIDTH, 0, FALSE };
  AftSpan range;

  for (guint i = 0; i < n; i++)
    {
      const AftTimelineEntry *entry = g_array_index (strip->cards, AftStripCard, i).entry;

      points[i] = (AftTimelinePoint) { { entry->start, entry->start }, entry->start, TRUE, entry->lead_up != FALSE };
    }

  folds = aft_timeline_points_find_folds (points, n);
  config.start_us = points[0].span.start_us;
  config.end_us = MAX (points[n - 1].span.start_us, config.start_us + G_TIME_SPAN_MINUTE);
  scale = aft_scale_new (&config, (const AftSpan *) (void *) folds->data, folds->len);
  range = (AftSpan) { config.start_us, config.end_us };
  strip->scale = aft_scale_fit (scale, &range, 8, strip->width - CARD_WIDTH - 8);
}

static gboolean
is_free (AftStrip           *strip,
         const AftStripCard *card,
         guint               lane)
{
  for (guint i = 0; i < strip->cards->len; i++)
    {
      const AftStripCard *other = &g_array_index (strip->cards, AftStripCard, i);

      if (other == card || other->lane == G_MAXUINT)
        continue;
      if (other->lane == lane && card->x < other->x + other->width + CARD_GAP &&
          other->x < card->x + card->width + CARD_GAP)
        return FALSE;
      /* No card over a stem that goes down to a deeper one, on either side. */
      if (other->lane > lane && other->stem > card->x + 1 && other->stem < card->x + card->width + 2)
        return FALSE;
      if (other->lane < lane && card->stem > other->x + 1 && card->stem < other->x + other->width + 2)
        return FALSE;
    }

  return TRUE;
}

/* From the last to the first, so that every stem comes down left of the cards it passes. */
static void
place_cards (AftStrip *strip)
{
  const guint n = strip->cards->len;
  g_autofree double *heights = g_new0 (double, n + 1);
  double y = AFT_STRIP_AXIS_Y + 8 + (strip->n_phases > 0 ? AFT_STRIP_PHASE_HEIGHT + 3 : 0);

  for (guint i = 0; i < n; i++)
    {
      AftStripCard *card = &g_array_index (strip->cards, AftStripCard, i);

      card->lane = G_MAXUINT;
      card->stem = aft_scale_to_x (strip->scale, card->entry->start);
      card->x = card->stem;
    }

  for (guint i = n; i > 0; i--)
    {
      AftStripCard *card = &g_array_index (strip->cards, AftStripCard, i - 1);
      guint lane = 0;

      while (lane < n && !is_free (strip, card, lane))
        lane++;
      card->lane = lane;
      heights[lane] = MAX (heights[lane], card->height);
    }

  for (guint lane = 0; lane <= n; lane++)
    {
      if (heights[lane] <= 0)
        continue;
      for (guint i = 0; i < n; i++)
        {
          AftStripCard *card = &g_array_index (strip->cards, AftStripCard, i);

          if (card->lane == lane)
            card->y = y;
        }
      y += heights[lane] + LANE_GAP;
    }
  strip->height = y;
}

/* A break in the axis may fall between two strips: then the second says how long it was. */
static void
find_pause (AftStrip        *strip,
            const GPtrArray *entries,
            guint            first,
            guint            end)
{
  const AftTimelineEntry *before = first > 0 ? g_ptr_array_index (entries, first - 1) : NULL;
  const AftTimelineEntry *start = g_ptr_array_index (entries, first);
  const AftTimelineEntry *last = g_ptr_array_index (entries, end - 1);

  if (before != NULL && before->lead_up == start->lead_up &&
      start->start - before->start > (last->start - start->start) / 4)
    strip->pause = (AftSpan) { before->start, start->start };
}

static AftStrip *
strip_new (const AftFigureData *data,
           const GPtrArray     *entries,
           guint                first,
           guint                end,
           PangoContext        *context,
           double               width,
           gboolean             whole,
           gboolean             legend)
{
  const AftTickParams ticks = { TICK_DISTANCE, 1 };
  AftStrip *strip = g_new0 (AftStrip, 1);

  strip->words = data->words;
  strip->context = g_object_ref (context);
  strip->zone = g_time_zone_ref (data->zone);
  strip->cards = g_array_new (FALSE, FALSE, sizeof (AftStripCard));
  g_array_set_clear_func (strip->cards, card_clear);
  strip->width = width;
  strip->lead_up = ((const AftTimelineEntry *) g_ptr_array_index (entries, first))->lead_up;
  strip->legend = legend;

  for (guint i = first; i < end; i++)
    add_card (strip, g_ptr_array_index (entries, i), whole);
  if (!strip->lead_up)
    find_phases (strip, entries);
  find_pause (strip, entries, first, end);
  create_scale (strip);
  strip->ticks = aft_ticks_new ();
  aft_ticks_update (strip->ticks, strip->scale, strip->zone, 0, width, &ticks);
  place_cards (strip);
  if (legend)
    strip->height += AFT_STRIP_LEGEND_HEIGHT;

  return strip;
}

/* Near where the events are cut into equal parts, at the longest pause. */
static guint
find_cut (const GPtrArray *entries,
          guint            first,
          guint            wanted)
{
  const guint from = MAX (wanted > 2 ? wanted - 2 : 0, first + 1);
  const guint to = MIN (wanted + 2, entries->len - 1);
  guint best = wanted;
  gint64 longest = -1;

  for (guint i = from; i <= to; i++)
    {
      const AftTimelineEntry *before = g_ptr_array_index (entries, i - 1);
      const AftTimelineEntry *after = g_ptr_array_index (entries, i);

      if (after->start - before->start > longest)
        {
          longest = after->start - before->start;
          best = i;
        }
    }

  return best;
}

typedef struct
{
  const AftFigureData *data;
  PangoContext        *context;
  double               width;
  double               max_height;
  GPtrArray           *panels;
} Splitter;

/* Halves a stretch until a strip of it fits a page. */
static void
add_stretch (Splitter        *self,
             const GPtrArray *entries,
             guint            first,
             guint            end,
             gboolean         last)
{
  AftStrip *strip = strip_new (self->data, entries, first, end, self->context, self->width,
                               self->max_height >= AFT_PANEL_UNBOUNDED, last && end == entries->len);

  if (strip->height <= self->max_height || end - first == 1)
    {
      g_ptr_array_add (self->panels, aft_panel_new (self->width, strip->height, aft_strip_draw, strip, strip_free));
      return;
    }

  strip_free (strip);
  add_stretch (self, entries, first, first + (end - first) / 2, last);
  add_stretch (self, entries, first + (end - first) / 2, end, last);
}

static void
add_strips (Splitter        *self,
            const GPtrArray *entries,
            gboolean         last)
{
  const guint n_strips = (entries->len + STRIP_CARDS - 1) / STRIP_CARDS;
  guint first = 0;

  for (guint i = 0; i < n_strips && first < entries->len; i++)
    {
      const guint wanted = MAX ((i + 1) * entries->len / n_strips, first + 1);
      const guint end = i + 1 < n_strips ? find_cut (entries, first, wanted) : entries->len;

      add_stretch (self, entries, first, end, last);
      first = end;
    }
}

/**
 * aft_figure_timeline_add_panels:
 * @data: a timeline
 * @context: for text
 * @width: how wide it may be
 * @max_height: how high a panel may be, or %AFT_PANEL_UNBOUNDED
 * @panels: (element-type AftPanel): where to
 *
 * Adds the timeline as strips, each for a stretch of time: first the lead-up, then the event.
 */
void
aft_figure_timeline_add_panels (const AftFigureData *data,
                                PangoContext        *context,
                                double               width,
                                double               max_height,
                                GPtrArray           *panels)
{
  g_autoptr(GPtrArray) lead_up = g_ptr_array_new ();
  g_autoptr(GPtrArray) event = g_ptr_array_new ();
  Splitter self = { data, context, width, max_height, panels };

  for (guint i = 0; i < data->entries->len; i++)
    {
      AftTimelineEntry *entry = g_ptr_array_index (data->entries, i);

      g_ptr_array_add (entry->lead_up ? lead_up : event, entry);
    }

  add_strips (&self, lead_up, event->len == 0);
  add_strips (&self, event, TRUE);
}

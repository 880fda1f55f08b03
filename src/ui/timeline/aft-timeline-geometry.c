/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-chronology.h"
#include "aft-folds.h"
#include "aft-timeline-geometry.h"

#define CARD_GAP 8
#define LEAD_UP_GAP (G_TIME_SPAN_HOUR * 6)
#define LEAD_UP_MARGIN (G_TIME_SPAN_MINUTE * 30)

typedef struct
{
  const char *label;
  const char *color;
  const char *icon;
} PhaseRow;

static const PhaseRow phases[] = {
  [AFT_PHASE_DETECTION] = { NC_("phase", "Detection"), "aft_detection_color", "afterword-detected-symbolic" },
  [AFT_PHASE_DIAGNOSIS] = { NC_("phase", "Diagnosis"), "aft_diagnosis_color", "afterword-diagnosed-symbolic" },
  [AFT_PHASE_MITIGATION] = { NC_("phase", "Mitigation"), "aft_mitigation_color", "afterword-mitigated-symbolic" },
  [AFT_PHASE_RESOLUTION] = { NC_("phase", "Resolution"), "aft_resolution_color", "afterword-resolved-symbolic" },
  [AFT_PHASE_IMPACT] = { NC_("phase", "Impact"), "aft_impact_color", "afterword-impact-symbolic" },
};

static void
clear_entry (gpointer data)
{
  AftTimelineEntry *entry = data;

  g_clear_object (&entry->event);
}

static gint64
clamp_instant (gint64 instant)
{
  return CLAMP (instant, AFT_INSTANT_MIN, AFT_INSTANT_MAX);
}

/* Where an event reaches: to its end, else as far as a coarse time leaves it open. */
static AftTimelineEntry
read_entry (AftEvent *event,
            gint64    before)
{
  AftTimelineEntry entry = { g_object_ref (event), { before, before } };
  AftMoment *at = aft_event_get_at (event);
  AftMoment *end = aft_event_get_end (event);

  entry.lane = AFT_LANES_NONE;
  if (!aft_moment_is_known (at))
    return entry;

  entry.known = TRUE;
  entry.span.start_us = clamp_instant (aft_moment_get_instant (at));
  entry.span.end_us = clamp_instant (aft_moment_get_end (at));
  if (aft_moment_is_known (end))
    entry.span.end_us = MAX (entry.span.start_us, clamp_instant (aft_moment_get_end (end)));
  entry.lasts = entry.span.end_us > entry.span.start_us;

  return entry;
}

static void
read_entries (AftTimelineGeometry *self,
              AftDocument         *document)
{
  g_autoptr(GPtrArray) order = aft_chronology_order (document);
  gint64 before = 0;

  g_array_set_size (self->entries, 0);
  self->n_known = 0;
  for (guint i = 0; i < order->len && before == 0; i++)
    if (aft_moment_is_known (aft_event_get_at (order->pdata[i])))
      before = clamp_instant (aft_moment_get_instant (aft_event_get_at (order->pdata[i])));

  self->range = (AftSpan) { before, before };
  for (guint i = 0; i < order->len; i++)
    {
      const AftTimelineEntry entry = read_entry (order->pdata[i], before);

      before = entry.span.start_us;
      self->n_known += entry.known;
      self->range.end_us = MAX (self->range.end_us, entry.span.end_us);
      g_array_append_val (self->entries, entry);
    }
}

static int
compare_instants (gconstpointer a,
                  gconstpointer b)
{
  const gint64 first = *(const gint64 *) a;
  const gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
add_fold (AftTimelineGeometry *self,
          gint64               from,
          gint64               to)
{
  const gint64 margin = MIN ((to - from) / 8, LEAD_UP_MARGIN);
  const AftSpan fold = { from + margin, to - margin };

  if (to - from >= LEAD_UP_GAP)
    g_array_append_val (self->folds, fold);
}

/* Years of lead-up take no more room than its events need: all longer gaps are folded, up to the
 * first event of the incident, and the quiet inside what lasted too. */
static void
fold_lead_up (AftTimelineGeometry *self,
              gint64               next)
{
  g_autoptr(GArray) instants = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const AftTimelineEntry *entry = aft_timeline_geometry_get (self, i);

      if (!entry->known || !aft_event_is_lead_up (entry->event) || entry->span.start_us >= next)
        continue;
      g_array_append_val (instants, entry->span.start_us);
      if (aft_moment_is_known (aft_event_get_end (entry->event)) && entry->span.end_us < next)
        g_array_append_val (instants, entry->span.end_us);
    }
  if (next != AFT_INSTANT_MAX && instants->len > 0)
    g_array_append_val (instants, next);

  g_array_sort (instants, compare_instants);
  for (guint i = 1; i < instants->len; i++)
    add_fold (self, g_array_index (instants, gint64, i - 1), g_array_index (instants, gint64, i));
}

/* The rest of a year in which something happened is as quiet as any other stretch; what has an end
 * lasts. */
static void
read_folds (AftTimelineGeometry *self)
{
  AftFoldParams params = AFT_FOLD_PARAMS_DEFAULT;
  g_autoptr(GArray) busy = g_array_new (FALSE, FALSE, sizeof (AftSpan));
  gint64 next = AFT_INSTANT_MAX;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const AftTimelineEntry *entry = aft_timeline_geometry_get (self, i);
      AftSpan span = entry->span;

      if (!entry->known || aft_event_is_lead_up (entry->event))
        continue;
      next = MIN (next, span.start_us);
      if (!aft_moment_is_known (aft_event_get_end (entry->event)))
        span.end_us = aft_moment_get_precision (aft_event_get_at (entry->event)) == AFT_PRECISION_DAY ? span.end_us
            : span.start_us;
      g_array_append_val (busy, span);
    }

  params.margin = 0.1;
  g_clear_pointer (&self->folds, g_array_unref);
  self->folds = aft_folds_propose_around ((const AftSpan *) (gpointer) busy->data, busy->len, &params);
  fold_lead_up (self, next);
}

static void
read_lead_up (AftTimelineGeometry *self)
{
  gint64 last = AFT_INSTANT_MIN;
  gint64 next = AFT_INSTANT_MAX;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const AftTimelineEntry *entry = aft_timeline_geometry_get (self, i);

      if (!entry->known)
        continue;
      if (aft_event_is_lead_up (entry->event))
        last = MAX (last, entry->span.start_us);
      else
        next = MIN (next, entry->span.start_us);
    }

  if (last == AFT_INSTANT_MIN)
    self->lead_up_end = AFT_INSTANT_MIN;
  else if (next > last && next != AFT_INSTANT_MAX)
    self->lead_up_end = MAX (last + (next - last) / 2, next - LEAD_UP_MARGIN);
  else
    self->lead_up_end = next == AFT_INSTANT_MAX ? self->range.end_us : MAX (last, next);
}

static gboolean
find_key (AftDocument   *document,
          AftIncident   *incident,
          AftKeyMoments  key,
          gint64        *instant)
{
  AftEvent *event = aft_chronology_get_key_event (document, incident, key);

  if (event == NULL || !aft_moment_is_known (aft_event_get_at (event)))
    return FALSE;

  *instant = clamp_instant (aft_moment_get_instant (aft_event_get_at (event)));
  return TRUE;
}

static int
compare_bands (gconstpointer a,
               gconstpointer b)
{
  const AftPhaseBand *first = a;
  const AftPhaseBand *second = b;

  if (first->span.end_us != second->span.end_us)
    return first->span.end_us < second->span.end_us ? -1 : 1;

  return (int) first->phase - (int) second->phase;
}

/* Each phase ends with its key moment, in whatever order they came, and begins where the one before
 * it ended. */
static void
read_phases (AftTimelineGeometry *self,
             AftDocument         *document,
             AftIncident         *incident,
             guint                row)
{
  static const struct { AftPhase phase; AftKeyMoments key; } ends[] = {
    { AFT_PHASE_DETECTION, AFT_KEY_MOMENT_DETECTED },
    { AFT_PHASE_DIAGNOSIS, AFT_KEY_MOMENT_DIAGNOSED },
    { AFT_PHASE_MITIGATION, AFT_KEY_MOMENT_MITIGATED },
    { AFT_PHASE_RESOLUTION, AFT_KEY_MOMENT_RESOLVED },
  };
  g_autoptr(GArray) bands = g_array_new (FALSE, FALSE, sizeof (AftPhaseBand));
  gint64 start;
  gint64 end;

  if (!find_key (document, incident, AFT_KEY_MOMENT_IMPACT_START, &start) &&
      !find_key (document, incident, AFT_KEY_MOMENT_TRIGGER, &start))
    return;

  if (find_key (document, incident, AFT_KEY_MOMENT_IMPACT_END, &end) ||
      find_key (document, incident, AFT_KEY_MOMENT_MITIGATED, &end))
    {
      const AftPhaseBand impact = { AFT_PHASE_IMPACT, row, { MIN (start, end), MAX (start, end) } };

      if (start < end)
        g_array_append_val (self->bands, impact);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (find_key (document, incident, ends[i].key, &end))
      {
        const AftPhaseBand band = { ends[i].phase, row, { end, end } };

        g_array_append_val (bands, band);
      }
  g_array_sort (bands, compare_bands);

  for (guint i = 0; i < bands->len; i++)
    {
      AftPhaseBand *band = &g_array_index (bands, AftPhaseBand, i);

      if (band->span.end_us < start)
        {
          /* Seen before users felt it. */
          band->span.start_us = band->span.end_us;
          band->span.end_us = start;
          g_array_append_val (self->bands, *band);
          continue;
        }

      band->span.start_us = start;
      start = band->span.end_us;
      if (band->span.end_us > band->span.start_us)
        g_array_append_val (self->bands, *band);
    }
}

static void
read_bands (AftTimelineGeometry *self,
            AftDocument         *document)
{
  GListModel *incidents = aft_document_get_incidents (document);
  const guint n_incidents = g_list_model_get_n_items (incidents);

  g_array_set_size (self->bands, 0);
  self->n_rows = 0;
  for (guint i = 0; i < MAX (n_incidents, 1); i++)
    {
      g_autoptr(AftIncident) incident = g_list_model_get_item (incidents, i);
      const guint before = self->bands->len;

      read_phases (self, document, incident, self->n_rows);
      if (self->bands->len > before)
        self->n_rows++;
    }
}

/* A guess that costs nothing: text is cut with an ellipsis where it is wrong, and never measured for
 * cards that nobody sees. */
static double
measure_card (const AftTimelineEntry *entry,
              const AftTimelineRoom  *room)
{
  const AftMoment *at = aft_event_get_at (entry->event);
  const glong length = g_utf8_strlen (aft_event_get_text (entry->event), -1);
  const guint n_keys = (guint) __builtin_popcount ((guint) aft_event_get_key_moments (entry->event));
  const guint n_icons = 1 + n_keys + (aft_event_get_effect (entry->event) == AFT_EFFECT_HELPED ||
                                      aft_event_get_effect (entry->event) == AFT_EFFECT_HURT);
  const double time = entry->known && aft_moment_has_clock (at) &&
      !aft_moment_is_known (aft_event_get_end (entry->event)) ? 6 : 12;
  const double top = time * room->char_width + n_icons * room->icon_width;
  const double text = (double) length * room->char_width;

  return CLAMP (MAX (top, text) + room->padding, room->least_width, room->most_width);
}

/**
 * aft_phase_get_label:
 * @phase: a phase
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
aft_phase_get_label (AftPhase phase)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "phase", phases[phase].label);
}

/**
 * aft_phase_get_color_name:
 * @phase: a phase
 *
 * Returns: (transfer none): the name of its colour in the style
 */
const char *
aft_phase_get_color_name (AftPhase phase)
{
  return phases[phase].color;
}

/**
 * aft_phase_get_icon:
 * @phase: a phase
 *
 * Returns: (transfer none): the name of its symbol
 */
const char *
aft_phase_get_icon (AftPhase phase)
{
  return phases[phase].icon;
}

/**
 * aft_timeline_geometry_new:
 *
 * Returns: (transfer full): the geometry of nothing yet
 */
AftTimelineGeometry *
aft_timeline_geometry_new (void)
{
  AftTimelineGeometry *self = g_new0 (AftTimelineGeometry, 1);

  self->entries = g_array_new (FALSE, TRUE, sizeof (AftTimelineEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->folds = g_array_new (FALSE, FALSE, sizeof (AftSpan));
  self->bands = g_array_new (FALSE, FALSE, sizeof (AftPhaseBand));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (AftCluster));
  self->lanes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lead_up_end = AFT_INSTANT_MIN;

  return self;
}

/**
 * aft_timeline_geometry_free:
 * @self: (transfer full): a geometry
 */
void
aft_timeline_geometry_free (AftTimelineGeometry *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->folds);
  g_array_unref (self->bands);
  g_array_unref (self->clusters);
  g_hash_table_unref (self->lanes);
  g_free (self);
}

/**
 * aft_timeline_geometry_read:
 * @self: a geometry
 * @document: a document
 *
 * Reads events, key moments and quiet stretches anew. Cards keep the lanes they had.
 */
void
aft_timeline_geometry_read (AftTimelineGeometry *self,
                            AftDocument         *document)
{
  g_return_if_fail (self != NULL && AFT_IS_DOCUMENT (document));

  read_entries (self, document);
  read_folds (self);
  read_lead_up (self);
  read_bands (self, document);
}

/**
 * aft_timeline_geometry_lay_out:
 * @self: a geometry
 * @scale: the scale
 * @room: what cards need and what there is
 *
 * Places all cards. Panning needs no new layout, only a zoom or an edit does.
 */
void
aft_timeline_geometry_lay_out (AftTimelineGeometry   *self,
                               const AftScale        *scale,
                               const AftTimelineRoom *room)
{
  const guint n = self->entries->len;
  const AftLaneParams params = { CARD_GAP, MAX (room->max_lanes, 1), room->cluster_width };
  g_autofree AftLaneCard *cards = g_new (AftLaneCard, n + 1);
  g_autofree AftLaneSlot *slots = g_new (AftLaneSlot, n + 1);

  for (guint i = 0; i < n; i++)
    {
      AftTimelineEntry *entry = aft_timeline_geometry_get (self, i);
      const char *id = aft_item_get_id (AFT_ITEM (entry->event));

      entry->x = aft_scale_to_x (scale, entry->span.start_us);
      entry->card_width = measure_card (entry, room);
      entry->card_x = aft_scale_is_mirrored (scale) ? entry->x - entry->card_width : entry->x;
      /* A lane is kept as its number and one, so that 0 is none. */
      cards[i] = (AftLaneCard) { entry->card_x, entry->card_width,
                                 GPOINTER_TO_UINT (g_hash_table_lookup (self->lanes, id)) - 1 };
    }

  self->n_lanes = aft_lanes_pack (cards, n, &params, slots, self->clusters);

  g_hash_table_remove_all (self->lanes);
  for (guint i = 0; i < n; i++)
    {
      AftTimelineEntry *entry = aft_timeline_geometry_get (self, i);

      entry->lane = slots[i].lane;
      g_hash_table_insert (self->lanes, g_strdup (aft_item_get_id (AFT_ITEM (entry->event))),
                           GUINT_TO_POINTER (slots[i].lane + 1));
    }
}

/**
 * aft_timeline_geometry_get:
 * @self: a geometry
 * @index: which event, in order
 *
 * Returns: (transfer none): where it stands
 */
AftTimelineEntry *
aft_timeline_geometry_get (const AftTimelineGeometry *self,
                           guint                      index)
{
  return &g_array_index (self->entries, AftTimelineEntry, index);
}

/**
 * aft_timeline_geometry_find:
 * @self: a geometry
 * @event: (nullable): an event
 *
 * Returns: its index, or %G_MAXUINT
 */
guint
aft_timeline_geometry_find (const AftTimelineGeometry *self,
                            AftEvent                  *event)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (aft_timeline_geometry_get (self, i)->event == event)
      return i;

  return G_MAXUINT;
}

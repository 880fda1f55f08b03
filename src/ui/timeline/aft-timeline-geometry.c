/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-chronology.h"
#include "aft-instants.h"
#include "aft-timeline-geometry.h"

typedef struct
{
  AftEvent         *event;
  AftTimelinePoint  point;
  guint             place;
} Entry;

static gint64
clamp_instant (gint64 instant)
{
  return CLAMP (instant, AFT_INSTANT_MIN, AFT_INSTANT_MAX);
}

/* Where an event reaches: to its end, else as far as a coarse time leaves it open. The rest of a year in
 * which something happened is as quiet as any other stretch. */
static AftTimelinePoint
read_point (AftEvent    *event,
            AftScenario *scenario,
            gint64       before)
{
  AftTimelinePoint point = { { before, before }, before };
  AftMoment *at = aft_scenario_get_at (scenario, event);
  AftMoment *end = aft_event_get_end (event);

  point.lead_up = aft_event_is_lead_up (event);
  if (!aft_moment_is_known (at))
    return point;

  point.known = TRUE;
  point.span.start_us = clamp_instant (aft_moment_get_instant (at));
  point.span.end_us = clamp_instant (aft_moment_get_end (at));
  point.busy_us = aft_moment_get_precision (at) == AFT_PRECISION_DAY ? point.span.end_us : point.span.start_us;
  if (aft_moment_is_known (end))
    {
      point.lasts = TRUE;
      point.span.end_us = MAX (point.span.start_us, clamp_instant (aft_moment_get_end (end)));
      point.busy_us = point.span.end_us;
    }

  return point;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->point.span.start_us != second->point.span.start_us)
    return first->point.span.start_us < second->point.span.start_us ? -1 : 1;

  return (first->place > second->place) - (first->place < second->place);
}

static int
compare_indexes (gconstpointer a,
                 gconstpointer b)
{
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* In a scenario some stand elsewhere in the order. */
static void
sort_again (AftTimelineGeometry *self)
{
  g_autoptr(GArray) entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), self->points->len);

  for (guint i = 0; i < self->points->len; i++)
    {
      const Entry entry = { self->events->pdata[i], g_array_index (self->points, AftTimelinePoint, i), i };

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      self->events->pdata[i] = entry->event;
      g_array_index (self->points, AftTimelinePoint, i) = entry->point;
    }
}

static void
read_points (AftTimelineGeometry *self,
             AftDocument         *document,
             AftScenario         *scenario)
{
  g_autoptr(GPtrArray) order = aft_chronology_order (document);
  gint64 before = 0;

  g_ptr_array_set_size (self->events, 0);
  g_array_set_size (self->points, 0);
  for (guint i = 0; i < order->len; i++)
    if (aft_moment_is_known (aft_scenario_get_at (scenario, order->pdata[i])))
      {
        before = clamp_instant (aft_moment_get_instant (aft_scenario_get_at (scenario, order->pdata[i])));
        break;
      }

  for (guint i = 0; i < order->len; i++)
    {
      const AftTimelinePoint point = read_point (order->pdata[i], scenario, before);

      before = point.span.start_us;
      g_ptr_array_add (self->events, g_object_ref (order->pdata[i]));
      g_array_append_val (self->points, point);
    }
  if (scenario != NULL)
    sort_again (self);
}

static void
index_points (AftTimelineGeometry *self)
{
  const guint n = self->points->len;
  gint64 reach = AFT_INSTANT_MIN;

  self->starts = g_renew (gint64, self->starts, n + 1);
  self->reaches = g_renew (gint64, self->reaches, n + 1);
  g_array_set_size (self->lasting, 0);
  g_array_set_size (self->keys, 0);
  for (guint i = 0; i < n; i++)
    {
      const AftTimelinePoint *point = aft_timeline_geometry_get_point (self, i);

      reach = MAX (reach, point->span.end_us);
      self->starts[i] = point->span.start_us;
      self->reaches[i] = reach;
      if (point->span.end_us > point->span.start_us)
        g_array_append_val (self->lasting, i);
    }
}

static void
read_keys (AftTimelineGeometry *self,
           AftDocument         *document)
{
  g_autoptr(GPtrArray) events = aft_chronology_dup_key_events (document);

  for (guint i = 0; i < events->len; i++)
    {
      const guint index = aft_timeline_geometry_find (self, events->pdata[i]);

      if (index != G_MAXUINT)
        g_array_append_val (self->keys, index);
    }
  g_array_sort (self->keys, compare_indexes);
}

static void
read_folds (AftTimelineGeometry *self)
{
  g_clear_pointer (&self->folds, g_array_unref);
  self->folds = aft_timeline_points_choose_folds ((const AftTimelinePoint *) (gpointer) self->points->data,
                                                  self->points->len, self->opened, self->closed);
}

static void
read_bands (AftTimelineGeometry *self,
            AftDocument         *document,
            AftScenario         *scenario)
{
  GListModel *incidents = aft_document_get_incidents (document);
  const guint n_incidents = MAX (g_list_model_get_n_items (incidents), 1);

  g_array_set_size (self->bands, 0);
  self->n_rows = 0;
  for (guint i = 0; i < n_incidents; i++)
    {
      g_autoptr(AftIncident) incident = g_list_model_get_item (incidents, i);
      g_autoptr(GArray) phases = aft_phases_compute (document, incident, scenario);

      for (guint nth = 0; nth < phases->len; nth++)
        {
          const AftPhaseSpan *phase = &g_array_index (phases, AftPhaseSpan, nth);
          const AftPhaseBand band = { phase->phase, self->n_rows,
                                      { clamp_instant (phase->start_us), clamp_instant (phase->end_us) } };

          g_array_append_val (self->bands, band);
        }
      self->n_rows += phases->len > 0;
    }
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

  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  self->points = g_array_new (FALSE, FALSE, sizeof (AftTimelinePoint));
  self->lasting = g_array_new (FALSE, FALSE, sizeof (guint));
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint));
  self->folds = g_array_new (FALSE, FALSE, sizeof (AftSpan));
  self->opened = g_array_new (FALSE, FALSE, sizeof (AftSpan));
  self->closed = g_array_new (FALSE, FALSE, sizeof (AftSpan));
  self->bands = g_array_new (FALSE, FALSE, sizeof (AftPhaseBand));
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
  g_ptr_array_unref (self->events);
  g_array_unref (self->points);
  g_array_unref (self->lasting);
  g_array_unref (self->keys);
  g_clear_pointer (&self->shown, g_array_unref);
  g_array_unref (self->folds);
  g_array_unref (self->opened);
  g_array_unref (self->closed);
  g_array_unref (self->bands);
  g_free (self->starts);
  g_free (self->reaches);
  g_free (self->shown_starts);
  g_free (self);
}

/**
 * aft_timeline_geometry_read:
 * @self: a geometry
 * @document: a document
 * @scenario: (nullable): what if, %NULL for the facts
 *
 * Reads events, key moments and quiet stretches anew. All of them have cards.
 */
void
aft_timeline_geometry_read (AftTimelineGeometry *self,
                            AftDocument         *document,
                            AftScenario         *scenario)
{
  const AftTimelinePoint *points;

  g_return_if_fail (self != NULL && AFT_IS_DOCUMENT (document));
  g_return_if_fail (scenario == NULL || AFT_IS_SCENARIO (scenario));

  read_points (self, document, scenario);
  index_points (self);
  read_keys (self, document);
  points = (const AftTimelinePoint *) (gpointer) self->points->data;
  self->range = aft_timeline_points_get_range (points, self->points->len);
  self->lead_up_end = aft_timeline_points_get_lead_up (points, self->points->len);
  read_folds (self);
  read_bands (self, document, scenario);
  aft_timeline_geometry_show (self, NULL, NULL);
}

/**
 * aft_timeline_geometry_show:
 * @self: a geometry
 * @func: (nullable) (scope call): which events have cards, %NULL for all
 * @user_data: for @func
 *
 * The others are marks on the axis only.
 */
void
aft_timeline_geometry_show (AftTimelineGeometry *self,
                            AftTimelineShowFunc  func,
                            gpointer             user_data)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->shown_starts, g_free);
  self->n_shown = self->points->len;
  if (func == NULL)
    return;

  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->points->len; i++)
    if (func (self->events->pdata[i], user_data))
      g_array_append_val (self->shown, i);

  self->n_shown = self->shown->len;
  self->shown_starts = g_new (gint64, self->n_shown + 1);
  for (guint i = 0; i < self->n_shown; i++)
    self->shown_starts[i] = self->starts[g_array_index (self->shown, guint, i)];
}

/**
 * aft_timeline_geometry_get_point:
 * @self: a geometry
 * @index: which event, in order
 *
 * Returns: (transfer none): where it stands
 */
const AftTimelinePoint *
aft_timeline_geometry_get_point (const AftTimelineGeometry *self,
                                 guint                      index)
{
  return &g_array_index (self->points, AftTimelinePoint, index);
}

/**
 * aft_timeline_geometry_get_event:
 * @self: a geometry
 * @index: which event, in order
 *
 * Returns: (transfer none): the event
 */
AftEvent *
aft_timeline_geometry_get_event (const AftTimelineGeometry *self,
                                 guint                      index)
{
  return self->events->pdata[index];
}

/**
 * aft_timeline_geometry_find:
 * @self: a geometry
 * @event: (nullable): an event
 *
 * Takes O(log n) where its time is known.
 *
 * Returns: its index, or %G_MAXUINT
 */
guint
aft_timeline_geometry_find (const AftTimelineGeometry *self,
                            AftEvent                  *event)
{
  AftMoment *at = event != NULL ? aft_event_get_at (event) : NULL;
  const guint n = self->events->len;

  if (event == NULL)
    return G_MAXUINT;

  if (aft_moment_is_known (at))
    {
      const gint64 start = clamp_instant (aft_moment_get_instant (at));

      for (guint i = aft_instants_find (self->starts, n, start); i < n && self->starts[i] == start; i++)
        if (self->events->pdata[i] == event)
          return i;
    }

  /* Nobody knows when, a scenario says otherwise, or it was moved since all was read. */
  for (guint i = 0; i < n; i++)
    if (self->events->pdata[i] == event)
      return i;

  return G_MAXUINT;
}

/**
 * aft_timeline_geometry_get_shown:
 * @self: a geometry
 * @nth: which of the events that have cards
 *
 * Returns: its index
 */
guint
aft_timeline_geometry_get_shown (const AftTimelineGeometry *self,
                                 guint                      nth)
{
  return self->shown != NULL ? g_array_index (self->shown, guint, nth) : nth;
}

/**
 * aft_timeline_geometry_find_shown:
 * @self: a geometry
 * @index: which event, in order
 *
 * Returns: which of the events that have cards it is, or %G_MAXUINT
 */
guint
aft_timeline_geometry_find_shown (const AftTimelineGeometry *self,
                                  guint                      index)
{
  guint nth;

  if (index >= self->events->len)
    return G_MAXUINT;
  if (self->shown == NULL)
    return index;

  return g_array_binary_search (self->shown, &index, compare_indexes, &nth) ? nth : G_MAXUINT;
}

/**
 * aft_timeline_geometry_find_lasting:
 * @self: a geometry
 * @index: which event, in order
 *
 * Returns: which of those that reach over a stretch of time is the first that doesn't come before it
 */
guint
aft_timeline_geometry_find_lasting (const AftTimelineGeometry *self,
                                    guint                      index)
{
  guint low = 0;
  guint high = self->lasting->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (self->lasting, guint, middle) < index)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * aft_timeline_geometry_open_fold:
 * @self: a geometry
 * @fold: a quiet stretch
 *
 * Returns: whether it was folded
 */
gboolean
aft_timeline_geometry_open_fold (AftTimelineGeometry *self,
                                 const AftSpan       *fold)
{
  gboolean folded = FALSE;

  g_return_val_if_fail (self != NULL && fold != NULL, FALSE);

  for (guint i = self->closed->len; i > 0; i--)
    {
      const AftSpan *closed = &g_array_index (self->closed, AftSpan, i - 1);

      if (closed->start_us < fold->end_us && closed->end_us > fold->start_us)
        {
          folded = TRUE;
          g_array_remove_index (self->closed, i - 1);
        }
    }
  for (guint i = 0; i < self->folds->len; i++)
    {
      const AftSpan span = g_array_index (self->folds, AftSpan, i);

      if (span.start_us < fold->end_us && span.end_us > fold->start_us)
        {
          folded = TRUE;
          g_array_append_val (self->opened, span);
        }
    }
  read_folds (self);

  return folded;
}

/**
 * aft_timeline_geometry_fold_gap:
 * @self: a geometry
 * @instant_us: microseconds since 1970, UTC
 *
 * Folds the stretch between the two events around an instant.
 *
 * Returns: %FALSE where there is none
 */
gboolean
aft_timeline_geometry_fold_gap (AftTimelineGeometry *self,
                                gint64               instant_us)
{
  AftSpan gap;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!aft_timeline_points_find_gap ((const AftTimelinePoint *) (gpointer) self->points->data, self->points->len,
                                     instant_us, &gap))
    return FALSE;

  for (guint i = self->opened->len; i > 0; i--)
    {
      const AftSpan *opened = &g_array_index (self->opened, AftSpan, i - 1);

      if (opened->start_us < gap.end_us && opened->end_us > gap.start_us)
        {
          gap.start_us = MIN (gap.start_us, opened->start_us);
          gap.end_us = MAX (gap.end_us, opened->end_us);
          g_array_remove_index (self->opened, i - 1);
        }
    }
  g_array_append_val (self->closed, gap);
  read_folds (self);

  return TRUE;
}

/**
 * aft_timeline_geometry_open_all:
 * @self: a geometry
 *
 * Nothing is folded any more.
 */
void
aft_timeline_geometry_open_all (AftTimelineGeometry *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->closed, 0);
  g_array_append_vals (self->opened, self->folds->data, self->folds->len);
  read_folds (self);
}

/**
 * aft_timeline_geometry_fold_all:
 * @self: a geometry
 *
 * All quiet stretches are folded again.
 */
void
aft_timeline_geometry_fold_all (AftTimelineGeometry *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->opened, 0);
  read_folds (self);
}

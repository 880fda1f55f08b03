/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-folds.h"
#include "aft-timeline-points.h"

#define LEAD_UP_GAP (G_TIME_SPAN_HOUR * 6)
#define LEAD_UP_MARGIN (G_TIME_SPAN_MINUTE * 30)

/* How much of a gap stays open beside whatever ends it, as its part, when it is folded by hand. */
#define GAP_MARGIN 20

static int
compare_instants (gconstpointer a,
                  gconstpointer b)
{
  const gint64 first = *(const gint64 *) a;
  const gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const AftSpan *first = a;
  const AftSpan *second = b;

  return (first->start_us > second->start_us) - (first->start_us < second->start_us);
}

/* The first event that doesn't belong to the lead-up. */
static gint64
find_first (const AftTimelinePoint *points,
            guint                   n_points)
{
  for (guint i = 0; i < n_points; i++)
    if (points[i].known && !points[i].lead_up)
      return points[i].span.start_us;

  return AFT_INSTANT_MAX;
}

/* Years of lead-up take no more room than its events need: all longer gaps are folded, up to the
 * first event of the incident, and the quiet inside what lasted too. */
static void
fold_lead_up (const AftTimelinePoint *points,
              guint                   n_points,
              GArray                 *folds)
{
  g_autoptr(GArray) instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 next = find_first (points, n_points);

  for (guint i = 0; i < n_points && points[i].span.start_us < next; i++)
    {
      if (!points[i].known || !points[i].lead_up)
        continue;
      g_array_append_val (instants, points[i].span.start_us);
      if (points[i].lasts && points[i].span.end_us < next)
        g_array_append_val (instants, points[i].span.end_us);
    }
  if (next != AFT_INSTANT_MAX && instants->len > 0)
    g_array_append_val (instants, next);

  g_array_sort (instants, compare_instants);
  for (guint i = 1; i < instants->len; i++)
    {
      const gint64 from = g_array_index (instants, gint64, i - 1);
      const gint64 to = g_array_index (instants, gint64, i);
      const gint64 margin = MIN ((to - from) / 8, LEAD_UP_MARGIN);
      const AftSpan fold = { from + margin, to - margin };

      if (to - from >= LEAD_UP_GAP)
        g_array_append_val (folds, fold);
    }
}

/**
 * aft_timeline_points_get_range:
 * @points: (array length=n_points) (nullable): the events, sorted
 * @n_points: how many there are
 *
 * Returns: from the first to the last
 */
AftSpan
aft_timeline_points_get_range (const AftTimelinePoint *points,
                               guint                   n_points)
{
  AftSpan range = { 0, 0 };

  g_return_val_if_fail (points != NULL || n_points == 0, range);

  for (guint i = 0; i < n_points; i++)
    {
      if (i == 0)
        range = points[i].span;
      range.end_us = MAX (range.end_us, points[i].span.end_us);
    }

  return range;
}

/**
 * aft_timeline_points_get_lead_up:
 * @points: (array length=n_points) (nullable): the events, sorted
 * @n_points: how many there are
 *
 * Returns: where the lead-up ends, %AFT_INSTANT_MIN where there is none
 */
gint64
aft_timeline_points_get_lead_up (const AftTimelinePoint *points,
                                 guint                   n_points)
{
  const gint64 next = find_first (points, n_points);
  gint64 last = AFT_INSTANT_MIN;

  g_return_val_if_fail (points != NULL || n_points == 0, last);

  for (guint i = 0; i < n_points; i++)
    if (points[i].known && points[i].lead_up)
      last = MAX (last, points[i].span.start_us);

  if (last == AFT_INSTANT_MIN)
    return last;
  if (next == AFT_INSTANT_MAX)
    return aft_timeline_points_get_range (points, n_points).end_us;
  if (next > last)
    return MAX (last + (next - last) / 2, next - LEAD_UP_MARGIN);

  return last;
}

/**
 * aft_timeline_points_find_folds:
 * @points: (array length=n_points) (nullable): the events, sorted
 * @n_points: how many there are
 *
 * Returns: (transfer full) (element-type AftSpan): the quiet stretches, none of which holds an event
 */
GArray *
aft_timeline_points_find_folds (const AftTimelinePoint *points,
                                guint                   n_points)
{
  AftFoldParams params = AFT_FOLD_PARAMS_DEFAULT;
  g_autoptr(GArray) busy = NULL;
  g_autoptr(GArray) folds = NULL;

  g_return_val_if_fail (points != NULL || n_points == 0, NULL);

  busy = g_array_sized_new (FALSE, FALSE, sizeof (AftSpan), n_points);
  for (guint i = 0; i < n_points; i++)
    {
      const AftSpan span = { points[i].span.start_us, points[i].busy_us };

      if (points[i].known && !points[i].lead_up)
        g_array_append_val (busy, span);
    }

  params.margin = 0.1;
  folds = aft_folds_propose_around ((const AftSpan *) (gpointer) busy->data, busy->len, &params);
  fold_lead_up (points, n_points, folds);
  g_array_sort (folds, compare_spans);

  return g_steal_pointer (&folds);
}

/**
 * aft_timeline_points_find_gap:
 * @points: (array length=n_points) (nullable): the events, sorted
 * @n_points: how many there are
 * @instant_us: microseconds since 1970, UTC
 * @gap: (out caller-allocates): the stretch between two events around it, with some room beside them
 *
 * Returns: %FALSE where an event stands before or after it no more, or just there
 */
gboolean
aft_timeline_points_find_gap (const AftTimelinePoint *points,
                              guint                   n_points,
                              gint64                  instant_us,
                              AftSpan                *gap)
{
  guint low = 0;
  guint high = n_points;
  gint64 margin;

  g_return_val_if_fail (points != NULL || n_points == 0, FALSE);
  g_return_val_if_fail (gap != NULL, FALSE);

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (points[middle].span.start_us <= instant_us)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0 || low == n_points)
    return FALSE;

  *gap = (AftSpan) { points[low - 1].span.start_us, points[low].span.start_us };
  margin = MAX ((gap->end_us - gap->start_us) / GAP_MARGIN, 1);
  gap->start_us += margin;
  gap->end_us -= margin;

  return gap->end_us > gap->start_us;
}

static gboolean
is_opened (const AftSpan *fold,
           const GArray  *opened)
{
  for (guint i = 0; i < opened->len; i++)
    {
      const AftSpan *span = &g_array_index (opened, AftSpan, i);
      const gint64 common = MIN (fold->end_us, span->end_us) - MAX (fold->start_us, span->start_us);

      if (common > (fold->end_us - fold->start_us) / 2)
        return TRUE;
    }

  return FALSE;
}

/**
 * aft_timeline_points_choose_folds:
 * @points: (array length=n_points) (nullable): the events, sorted
 * @n_points: how many there are
 * @opened: (element-type AftSpan): quiet stretches that somebody opened
 * @closed: (element-type AftSpan): stretches that somebody folded by hand
 *
 * What was chosen holds on while events move a little; a fold that an event has come into folds what is
 * left of its gap.
 *
 * Returns: (transfer full) (element-type AftSpan): what is folded
 */
GArray *
aft_timeline_points_choose_folds (const AftTimelinePoint *points,
                                  guint                   n_points,
                                  const GArray           *opened,
                                  const GArray           *closed)
{
  g_autoptr(GArray) folds = NULL;

  g_return_val_if_fail (points != NULL || n_points == 0, NULL);
  g_return_val_if_fail (opened != NULL && closed != NULL, NULL);

  folds = aft_timeline_points_find_folds (points, n_points);
  for (guint i = folds->len; i > 0; i--)
    if (is_opened (&g_array_index (folds, AftSpan, i - 1), opened))
      g_array_remove_index (folds, i - 1);

  for (guint i = 0; i < closed->len; i++)
    {
      const AftSpan *span = &g_array_index (closed, AftSpan, i);
      AftSpan gap;

      if (!aft_timeline_points_find_gap (points, n_points, span->start_us + (span->end_us - span->start_us) / 2, &gap))
        continue;
      gap.start_us = MAX (gap.start_us, span->start_us);
      gap.end_us = MIN (gap.end_us, span->end_us);
      if (gap.end_us > gap.start_us)
        g_array_append_val (folds, gap);
    }

  return g_steal_pointer (&folds);
}

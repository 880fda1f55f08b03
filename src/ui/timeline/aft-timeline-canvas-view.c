/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-calendar.h"
#include "aft-timeline-canvas-private.h"


#define FOLD_WIDTH 56
#define LANE_GAP 6
#define SIDE_MARGIN 24
#define LEAST_IN_SIGHT 64
#define FIRST_PX_PER_HOUR 120.0

/* What the canvas shows of time: the scale, which part is in sight, and how far a step leads. */

static gboolean
is_mirrored (AftTimelineCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
update_rows (AftTimelineCanvas *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  AftTimelineRows *rows = &self->rows;

  rows->line = (pango_font_metrics_get_ascent (metrics) +
                pango_font_metrics_get_descent (metrics)) / (double) PANGO_SCALE;
  self->char_width = pango_font_metrics_get_approximate_char_width (metrics) / (double) PANGO_SCALE;
  pango_font_metrics_unref (metrics);

  rows->band_height = rows->line + 4;
  rows->ticks = rows->line + 10;
  rows->second_ticks = rows->ticks + rows->line + 4;
  rows->bands = (self->second_zone != NULL ? rows->second_ticks : rows->ticks) + rows->line + 6;
  rows->axis = rows->bands + self->geometry->n_rows * (rows->band_height + 8) + 8;
  rows->lanes = rows->axis + 18;
  rows->lane_height = self->card_height + LANE_GAP;
  rows->cluster_height = rows->line + 12;
  rows->clusters = MAX (rows->lanes, self->height - rows->cluster_height - 6);
}

static AftScale *
make_scale (AftTimelineCanvas *self,
            double             px_per_us)
{
  const AftScaleConfig config = {
    .start_us = self->geometry->range.start_us,
    .end_us = self->geometry->range.end_us,
    .px_per_us = px_per_us,
    .fold_width = FOLD_WIDTH,
    .origin_x = 0,
    .mirrored = is_mirrored (self),
  };

  return aft_scale_new (&config, (const AftSpan *) (gpointer) self->geometry->folds->data, self->geometry->folds->len);
}

static AftScale *
fit_scale (AftTimelineCanvas *self)
{
  const double reserve = MIN (aft_timeline_canvas_get_most_width (self), self->width / 4.0);
  const double width = MAX (1, self->width - 2 * SIDE_MARGIN - reserve);
  g_autoptr(AftScale) scale = make_scale (self, FIRST_PX_PER_HOUR / G_TIME_SPAN_HOUR);

  return aft_scale_fit (scale, &self->geometry->range, is_mirrored (self) ? SIDE_MARGIN + reserve : SIDE_MARGIN, width);
}

/* After an edit what the user looks at keeps its place: the selected event where it is in sight,
 * else what stands at the start. */
static AftScale *
follow_scale (AftTimelineCanvas *self)
{
  g_autoptr(AftScale) fresh = make_scale (self, aft_scale_get_px_per_us (self->scale));
  gint64 anchor = aft_scale_to_instant (self->scale, is_mirrored (self) ? self->width - SIDE_MARGIN : SIDE_MARGIN);
  const guint lead = aft_timeline_geometry_find (self->geometry, aft_timeline_canvas_get_selected (self));

  if (lead != G_MAXUINT)
    {
      const gint64 instant = self->geometry->starts[lead];
      const double x = aft_scale_to_x (self->scale, instant);

      if (x >= 0 && x <= self->width)
        anchor = instant;
    }

  return aft_scale_pan (fresh, aft_scale_to_x (self->scale, anchor) - aft_scale_to_x (fresh, anchor));
}

static gboolean
all_in_sight (AftTimelineCanvas *self,
              AftScale          *scale)
{
  const double start = aft_scale_to_x (scale, self->geometry->range.start_us);
  const double end = aft_scale_to_x (scale, self->geometry->range.end_us);

  return MIN (start, end) >= 0 && MAX (start, end) <= self->width;
}

static AftScale *
keep_in_sight (AftTimelineCanvas *self,
               AftScale          *scale)
{
  double x;
  double width;
  double dx = 0;

  aft_scale_get_extent (scale, &x, &width);
  if (x > self->width - LEAST_IN_SIGHT)
    dx = self->width - LEAST_IN_SIGHT - x;
  else if (x + width < LEAST_IN_SIGHT)
    dx = LEAST_IN_SIGHT - x - width;

  return dx != 0 ? aft_scale_pan (scale, dx) : aft_scale_ref (scale);
}

static GHashTable *
read_document (AftTimelineCanvas *self)
{
  GHashTable *remembered = aft_timeline_canvas_remember_cards (self);
  g_autoptr(AftScale) followed = NULL;

  aft_timeline_geometry_read (self->geometry, aft_session_get_document (self->session), self->scenario);
  aft_timeline_canvas_filter (self);
  update_rows (self);

  followed = self->scale != NULL ? follow_scale (self) : NULL;
  if (followed != NULL && self->fitted && !all_in_sight (self, followed))
    g_clear_pointer (&followed, aft_scale_unref);
  if (followed == NULL)
    followed = fit_scale (self);

  g_clear_pointer (&self->scale, aft_scale_unref);
  self->scale = keep_in_sight (self, followed);
  self->dirty = FALSE;
  self->repack = TRUE;
  self->stale_cards = TRUE;

  return remembered;
}

static void
reveal_now (AftTimelineCanvas *self)
{
  const guint index = aft_timeline_geometry_find (self->geometry, aft_timeline_canvas_get_selected (self));
  const double most = aft_timeline_canvas_get_most_width (self);
  AftScale *panned;
  double x;

  self->reveal = FALSE;
  if (index == G_MAXUINT)
    return;

  x = aft_scale_to_x (self->scale, self->geometry->starts[index]);
  if (aft_scale_is_mirrored (self->scale) ? x >= most && x <= self->width : x >= 0 && x + most <= self->width)
    return;
  /* At the edge part of a card is enough. */
  if (aft_lanes_find (self->lanes, aft_timeline_geometry_find_shown (self->geometry, index)) != NULL &&
      x >= SIDE_MARGIN && x <= self->width - SIDE_MARGIN)
    {
      const AftLaneCard *card = aft_lanes_find (self->lanes, aft_timeline_geometry_find_shown (self->geometry, index));
      const double left = card->x + aft_timeline_canvas_get_offset (self);

      if (left >= 0 && left + card->width <= self->width)
        return;
    }

  panned = aft_scale_pan (self->scale, (self->width - most) / 2 - x);
  g_clear_pointer (&self->scale, aft_scale_unref);
  self->scale = panned;
}

static gint64
round_to (gint64 number,
          gint64 step)
{
  return aft_calendar_floor_div (number + step / 2, step) * step;
}

/* The next month begins within 31 days, the one before not further back than 28. */
static gint64
get_step (AftTimelineCanvas *self,
          AftMoment         *moment,
          gboolean           fine,
          gboolean           later)
{
  const AftPrecision precision = aft_moment_is_known (moment) ? aft_moment_get_precision (moment)
                                                              : AFT_PRECISION_MINUTE;
  gint64 least = G_TIME_SPAN_MINUTE;
  gint64 step = G_TIME_SPAN_MINUTE;

  if (self->scale != NULL)
    {
      const AftTickStep ticks = aft_tick_step_choose (aft_scale_get_px_per_us (self->scale),
                                                      AFT_TIMELINE_TICK_DISTANCE);

      step = ticks.count * aft_tick_unit_us (ticks.unit);
    }

  if (precision == AFT_PRECISION_YEAR)
    return (later ? 366 : 365) * G_TIME_SPAN_DAY;
  if (precision == AFT_PRECISION_MONTH)
    return (later ? 31 : 28) * G_TIME_SPAN_DAY;
  if (precision == AFT_PRECISION_DAY)
    least = G_TIME_SPAN_DAY;
  else if (precision == AFT_PRECISION_HOUR)
    least = G_TIME_SPAN_HOUR;
  else if (precision == AFT_PRECISION_SECOND)
    least = G_TIME_SPAN_SECOND;

  return MAX (least, fine ? step / 10 : step);
}

/* Reads the document again where it was edited, and packs what comes into sight. */
void
aft_timeline_canvas_update_view (AftTimelineCanvas *self)
{
  g_autoptr(GHashTable) remembered = NULL;

  if (self->dirty || self->scale == NULL)
    remembered = read_document (self);
  else if (self->refilter)
    {
      remembered = aft_timeline_canvas_remember_cards (self);
      aft_timeline_canvas_filter (self);
      self->repack = TRUE;
    }
  if (self->reveal)
    reveal_now (self);
  if (aft_timeline_canvas_is_packed (self))
    return;

  if (remembered == NULL)
    remembered = aft_timeline_canvas_remember_cards (self);
  aft_timeline_canvas_pack (self, remembered);
}

/* Something else is known of the height of cards. */
void
aft_timeline_canvas_pack_again (AftTimelineCanvas *self)
{
  g_autoptr(GHashTable) remembered = aft_timeline_canvas_remember_cards (self);

  update_rows (self);
  aft_timeline_canvas_pack (self, remembered);
}

/* Takes a scale of its own; the next update lays it out. */
void
aft_timeline_canvas_take_scale (AftTimelineCanvas *self,
                                AftScale          *scale)
{
  g_clear_pointer (&self->scale, aft_scale_unref);
  self->scale = keep_in_sight (self, scale);
  aft_scale_unref (scale);
  aft_timeline_canvas_queue_update (self);
}

/* How far what is shown was panned since it was packed. */
double
aft_timeline_canvas_get_offset (AftTimelineCanvas *self)
{
  const gint64 start = self->geometry->range.start_us;

  if (self->scale == NULL || self->packed == NULL)
    return 0;

  return aft_scale_to_x (self->scale, start) - aft_scale_to_x (self->packed, start);
}

/* The nearest instant at which something may be dropped. */
gint64
aft_timeline_canvas_snap (AftTimelineCanvas *self,
                          AftMoment         *moment,
                          gint64             instant,
                          gboolean           fine)
{
  const gint64 step = MIN (get_step (self, moment, fine, TRUE), G_TIME_SPAN_DAY);
  const gint64 offset = aft_calendar_offset (aft_session_get_zone (self->session),
                                             aft_calendar_floor_div (instant, G_USEC_PER_SEC)) * G_USEC_PER_SEC;

  return round_to (instant + offset, step) - offset;
}

/**
 * aft_timeline_canvas_fit:
 * @self: a canvas
 *
 * Brings all events into sight.
 */
void
aft_timeline_canvas_fit (AftTimelineCanvas *self)
{
  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self));

  self->fitted = TRUE;
  g_clear_pointer (&self->scale, aft_scale_unref);
  aft_timeline_canvas_queue_update (self);
}

/**
 * aft_timeline_canvas_zoom:
 * @self: a canvas
 * @factor: how much larger
 *
 * Zooms about the selected event where it is in sight, else about the middle.
 */
void
aft_timeline_canvas_zoom (AftTimelineCanvas *self,
                          double             factor)
{
  guint lead;
  double x;

  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self));

  if (self->scale == NULL)
    return;

  x = self->width / 2.0;
  lead = aft_timeline_geometry_find (self->geometry, aft_timeline_canvas_get_selected (self));
  if (lead != G_MAXUINT)
    {
      const double lead_x = aft_scale_to_x (self->scale, self->geometry->starts[lead]);

      if (lead_x >= 0 && lead_x <= self->width)
        x = lead_x;
    }

  self->fitted = FALSE;
  aft_timeline_canvas_take_scale (self, aft_scale_zoom (self->scale, x, factor));
}

/**
 * aft_timeline_canvas_get_step:
 * @self: a canvas
 * @event: an event
 * @fine: whether a finer step is wanted
 * @later: whether it leads on rather than back
 *
 * How far an event moves at once: by the distance of two ticks, never finer than its time is known.
 *
 * Returns: a step, in microseconds
 */
gint64
aft_timeline_canvas_get_step (AftTimelineCanvas *self,
                              AftEvent          *event,
                              gboolean           fine,
                              gboolean           later)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self) && AFT_IS_EVENT (event), G_TIME_SPAN_MINUTE);

  return get_step (self, aft_scenario_get_at (self->scenario, event), fine, later);
}

/**
 * aft_timeline_canvas_get_instant:
 * @self: a canvas
 *
 * Returns: the instant in the middle of what is in sight, to the minute
 */
gint64
aft_timeline_canvas_get_instant (AftTimelineCanvas *self)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self), 0);

  if (self->scale == NULL)
    return 0;

  return round_to (aft_scale_to_instant (self->scale, self->width / 2.0), G_TIME_SPAN_MINUTE);
}

/**
 * aft_timeline_canvas_show_scale:
 * @self: a canvas
 * @scale: (transfer none): a scale with the same folds
 *
 * Zooms and pans to where another scale is.
 */
void
aft_timeline_canvas_show_scale (AftTimelineCanvas *self,
                                AftScale          *scale)
{
  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self) && scale != NULL);

  self->fitted = FALSE;
  aft_timeline_canvas_take_scale (self, aft_scale_ref (scale));
}

/**
 * aft_timeline_canvas_get_scale:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the scale that is in sight, %NULL before anything is
 */
AftScale *
aft_timeline_canvas_get_scale (AftTimelineCanvas *self)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self), NULL);

  return self->scale;
}

/**
 * aft_timeline_canvas_get_geometry:
 * @self: a canvas
 *
 * Returns: (transfer none): where everything stands
 */
const AftTimelineGeometry *
aft_timeline_canvas_get_geometry (AftTimelineCanvas *self)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self), NULL);

  return self->geometry;
}

/**
 * aft_timeline_canvas_reveal:
 * @self: a canvas
 * @event: an event
 *
 * Selects an event and brings it into sight.
 */
void
aft_timeline_canvas_reveal (AftTimelineCanvas *self,
                            AftEvent          *event)
{
  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self) && AFT_IS_EVENT (event));

  aft_timeline_canvas_set_selected (self, event);
  self->reveal = TRUE;
  aft_timeline_canvas_queue_update (self);
}

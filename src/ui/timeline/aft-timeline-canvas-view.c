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
  rows->bands = rows->ticks + rows->line + 6;
  rows->axis = rows->bands + self->geometry->n_rows * (rows->band_height + 8) + 8;
  rows->lanes = rows->axis + 18;
  rows->lane_height = self->card_height + LANE_GAP;
  rows->cluster_height = rows->line + 12;
  rows->clusters = MAX (rows->lanes, self->height - rows->cluster_height - 6);
}

static AftTimelineRoom
measure_room (AftTimelineCanvas *self)
{
  const double height = self->rows.clusters - self->rows.lanes;

  return (AftTimelineRoom) {
    .char_width = self->char_width,
    .icon_width = 20,
    .padding = 22,
    .least_width = 9 * self->char_width + 22,
    .most_width = 25 * self->char_width + 22,
    .max_lanes = (guint) MAX (1, height / self->rows.lane_height),
    .cluster_width = 5 * self->char_width + 16,
  };
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
  const AftTimelineRoom room = measure_room (self);
  const double reserve = MIN (room.most_width, self->width / 4.0);
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

  if (self->selected != NULL && aft_moment_is_known (aft_event_get_at (self->selected)))
    {
      const gint64 instant = aft_moment_get_instant (aft_event_get_at (self->selected));
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

static void
lay_out (AftTimelineCanvas *self)
{
  const AftTimelineRoom room = measure_room (self);

  aft_timeline_geometry_lay_out (self->geometry, self->scale, &room);
  g_clear_pointer (&self->layout_scale, aft_scale_unref);
  self->layout_scale = aft_scale_ref (self->scale);
}

static void
read_document (AftTimelineCanvas *self)
{
  g_autoptr(AftScale) followed = NULL;

  aft_timeline_geometry_read (self->geometry, aft_session_get_document (self->session));
  update_rows (self);

  followed = self->scale != NULL ? follow_scale (self) : NULL;
  if (followed != NULL && self->fitted && !all_in_sight (self, followed))
    g_clear_pointer (&followed, aft_scale_unref);
  if (followed == NULL)
    followed = fit_scale (self);

  g_clear_pointer (&self->scale, aft_scale_unref);
  self->scale = keep_in_sight (self, followed);
  lay_out (self);
  self->dirty = FALSE;
}

static void
reveal_now (AftTimelineCanvas *self)
{
  const guint index = aft_timeline_geometry_find (self->geometry, self->selected);
  const AftTimelineEntry *entry;
  AftScale *panned;
  double x;

  self->reveal = FALSE;
  if (index == G_MAXUINT)
    return;

  entry = aft_timeline_geometry_get (self->geometry, index);
  x = entry->card_x + aft_timeline_canvas_get_offset (self);
  if (x >= 0 && x + entry->card_width <= self->width)
    return;

  panned = aft_scale_pan (self->scale, (self->width - entry->card_width) / 2 - x);
  g_clear_pointer (&self->scale, aft_scale_unref);
  self->scale = panned;
}

static gint64
round_to (gint64 number,
          gint64 step)
{
  return aft_calendar_floor_div (number + step / 2, step) * step;
}

/* Reads the document again where it was edited, and lays out what the scale shows. */
void
aft_timeline_canvas_update_view (AftTimelineCanvas *self)
{
  if (self->dirty || self->scale == NULL)
    read_document (self);
  if (self->layout_scale == NULL ||
      aft_scale_get_px_per_us (self->scale) != aft_scale_get_px_per_us (self->layout_scale) ||
      aft_scale_get_fold_width (self->scale) != aft_scale_get_fold_width (self->layout_scale))
    lay_out (self);
  if (self->reveal)
    reveal_now (self);
}

void
aft_timeline_canvas_lay_out (AftTimelineCanvas *self)
{
  update_rows (self);
  lay_out (self);
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

/* How far what is shown was panned since it was laid out. */
double
aft_timeline_canvas_get_offset (AftTimelineCanvas *self)
{
  const gint64 start = self->geometry->range.start_us;

  if (self->scale == NULL || self->layout_scale == NULL)
    return 0;

  return aft_scale_to_x (self->scale, start) - aft_scale_to_x (self->layout_scale, start);
}

/* The lane in which a card stands. One that a cluster holds, but that has to be seen, stands in the
 * last one, beside its cluster. */
guint
aft_timeline_canvas_get_lane (AftTimelineCanvas      *self,
                              const AftTimelineEntry *entry)
{
  if (entry->lane != AFT_LANES_NONE)
    return entry->lane;

  return MAX (self->geometry->n_lanes, 1) - 1;
}

/* The left edge of a card, also while it is dragged. */
double
aft_timeline_canvas_place (AftTimelineCanvas      *self,
                           const AftTimelineEntry *entry)
{
  double x = entry->card_x + aft_timeline_canvas_get_offset (self);

  if (self->drag.moving && entry->event == self->drag.event)
    x += aft_scale_to_x (self->scale, entry->span.start_us + self->drag.delta) -
         aft_scale_to_x (self->scale, entry->span.start_us);

  return x;
}

/* The nearest instant at which an event may be dropped. */
gint64
aft_timeline_canvas_snap (AftTimelineCanvas *self,
                          AftEvent          *event,
                          gint64             instant,
                          gboolean           fine)
{
  const gint64 step = MIN (aft_timeline_canvas_get_step (self, event, fine, TRUE), G_TIME_SPAN_DAY);
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
  double x;

  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self));

  if (self->scale == NULL)
    return;

  x = self->width / 2.0;
  if (self->selected != NULL && aft_moment_is_known (aft_event_get_at (self->selected)))
    {
      const double selected_x = aft_scale_to_x (self->scale,
                                                aft_moment_get_instant (aft_event_get_at (self->selected)));

      if (selected_x >= 0 && selected_x <= self->width)
        x = selected_x;
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
  AftPrecision precision;
  gint64 least = G_TIME_SPAN_MINUTE;
  gint64 step = G_TIME_SPAN_MINUTE;

  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self) && AFT_IS_EVENT (event), least);

  if (self->scale != NULL)
    {
      const AftTickStep ticks = aft_tick_step_choose (aft_scale_get_px_per_us (self->scale),
                                                      AFT_TIMELINE_TICK_DISTANCE);

      step = ticks.count * aft_tick_unit_us (ticks.unit);
    }

  precision = aft_moment_is_known (aft_event_get_at (event)) ? aft_moment_get_precision (aft_event_get_at (event))
                                                             : AFT_PRECISION_MINUTE;
  /* The next month begins within 31 days, the one before not further back than 28. */
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

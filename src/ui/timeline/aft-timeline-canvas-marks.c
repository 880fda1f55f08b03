/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <math.h>

#include "aft-instants.h"
#include "aft-timeline-canvas-private.h"

#define DOT 5.0
#define FLAG_WIDTH 9.0
#define FLAG_HEIGHT 8.0

/* More in sight than this run into each other: then their number is drawn instead. */
#define MOST_MARKS 400
#define COLUMN_WIDTH 4.0
#define COLUMN_HEIGHT 16.0

/* The events on the axis: a disc, a triangle up for what helped, one down for what hurt, a ring where
 * nobody knows when or where it is only planned, a halo where it is only about so, a bar as long as it
 * lasted or as its time is coarse, and a flag for a key moment. */

static GdkRGBA
get_color (AftTimelinePainter *painter,
           AftEvent           *event)
{
  static const struct { AftKeyMoments keys; const char *name; } colors[] = {
    { AFT_KEY_MOMENT_RESOLVED, "aft_resolution_color" },
    { AFT_KEY_MOMENT_MITIGATED, "aft_mitigation_color" },
    { AFT_KEY_MOMENT_USERS_TOLD, "aft_mitigation_color" },
    { AFT_KEY_MOMENT_DIAGNOSED, "aft_diagnosis_color" },
    { AFT_KEY_MOMENT_DETECTED | AFT_KEY_MOMENT_ACKNOWLEDGED, "aft_detection_color" },
    { AFT_KEY_MOMENT_TRIGGER | AFT_KEY_MOMENT_IMPACT_START | AFT_KEY_MOMENT_IMPACT_END, "aft_impact_color" },
  };
  const AftKeyMoments keys = aft_event_get_key_moments (event);

  for (gsize i = 0; i < G_N_ELEMENTS (colors); i++)
    if ((keys & colors[i].keys) != 0)
      return aft_timeline_painter_look_up (painter, colors[i].name);

  return painter->dim;
}

static void
fill_triangle (AftTimelinePainter *painter,
               double              x,
               double              y,
               gboolean            up,
               const GdkRGBA      *color)
{
  const double height = up ? -DOT - 1 : DOT + 1;
  cairo_t *cr = gtk_snapshot_append_cairo (painter->snapshot,
                                           &GRAPHENE_RECT_INIT ((float) (x - DOT - 2), (float) (y - DOT - 2),
                                                                (float) (2 * DOT + 4), (float) (2 * DOT + 4)));

  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, x, y + height);
  cairo_line_to (cr, x + DOT + 1, y - height * 0.75);
  cairo_line_to (cr, x - DOT - 1, y - height * 0.75);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_disc (AftTimelinePainter *painter,
           double              x,
           double              radius,
           GdkRGBA             color)
{
  const double y = painter->canvas->rows.axis;

  aft_timeline_painter_fill_round (painter, x - radius + 0.5, y - radius + 0.5, 2 * radius, 2 * radius, radius, color);
}

static void
draw_shape (AftTimelinePainter     *painter,
            AftEvent               *event,
            const AftTimelinePoint *point,
            double                  x,
            GdkRGBA                 color)
{
  AftTimelineCanvas *self = painter->canvas;
  const AftMoment *at = aft_scenario_get_at (self->scenario, event);
  const AftEffect effect = aft_event_get_effect (event);

  if (point->known && aft_moment_is_approximate (at))
    draw_disc (painter, x, DOT + 4, aft_timeline_painter_fade (color, 0.3));
  if (aft_event_selection_contains (self->selection, event))
    draw_disc (painter, x, DOT + 3, aft_timeline_painter_fade (aft_timeline_painter_look_up (painter, "accent_color"),
                                                               0.45));

  if (effect == AFT_EFFECT_HELPED || effect == AFT_EFFECT_HURT)
    {
      fill_triangle (painter, x + 0.5, self->rows.axis + 0.5, effect == AFT_EFFECT_HELPED, &color);
      return;
    }

  draw_disc (painter, x, DOT, color);
  if (!point->known || aft_event_is_planned (event))
    draw_disc (painter, x, DOT - 2, painter->ground);
}

/* Up from the axis through the phases. */
static void
draw_flag (AftTimelinePainter *painter,
           double              x,
           GdkRGBA             color)
{
  AftTimelineCanvas *self = painter->canvas;
  const double direction = aft_scale_is_mirrored (self->scale) ? -1 : 1;
  const double top = self->rows.bands - 2;
  cairo_t *cr;

  aft_timeline_painter_fill (painter, x, top, 1, self->rows.axis - top, color);
  cr = gtk_snapshot_append_cairo (painter->snapshot,
                                  &GRAPHENE_RECT_INIT ((float) (x - FLAG_WIDTH), (float) (top - 1),
                                                       (float) (2 * FLAG_WIDTH + 1), (float) (FLAG_HEIGHT + 2)));
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_move_to (cr, x + 0.5, top);
  cairo_line_to (cr, x + 0.5 + direction * FLAG_WIDTH, top + FLAG_HEIGHT / 2);
  cairo_line_to (cr, x + 0.5, top + FLAG_HEIGHT);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_bar (AftTimelinePainter *painter,
          guint               index)
{
  AftTimelineCanvas *self = painter->canvas;
  const AftTimelinePoint *point = aft_timeline_geometry_get_point (self->geometry, index);
  AftEvent *event = aft_timeline_geometry_get_event (self->geometry, index);
  const gint64 delta = aft_timeline_canvas_get_drag_delta (self, event);
  const gint64 stretch = self->drag.moving && self->drag.grip == AFT_TIMELINE_GRIP_END && self->drag.event == event
      ? self->drag.delta : 0;
  const AftSpan span = { point->span.start_us + delta, point->span.end_us + delta + stretch };
  double x;
  double width;

  aft_timeline_painter_locate (painter, &span, &x, &width);
  aft_timeline_painter_fill_round (painter, x, self->rows.axis - 3, MAX (width, 6), 7, 3,
                                   aft_timeline_painter_fade (get_color (painter, event), point->lasts ? 0.8 : 0.3));
}

/* Those that began before what is in sight reach into it too. */
static void
draw_bars (AftTimelinePainter *painter,
           guint               end)
{
  AftTimelineCanvas *self = painter->canvas;
  const AftTimelineGeometry *geometry = self->geometry;
  const gint64 edges[] = { aft_scale_to_instant (self->scale, 0), aft_scale_to_instant (self->scale, self->width) };
  const guint first = aft_instants_find (geometry->reaches, geometry->events->len, MIN (edges[0], edges[1]));
  g_autoptr(GArray) united = NULL;
  guint indexes[MOST_MARKS];
  guint n = 0;

  for (guint i = aft_timeline_geometry_find_lasting (geometry, first); i < geometry->lasting->len && n < MOST_MARKS; i++)
    {
      const guint index = g_array_index (geometry->lasting, guint, i);

      if (index >= end)
        break;
      if (aft_timeline_geometry_get_point (geometry, index)->span.end_us >= MIN (edges[0], edges[1]))
        indexes[n++] = index;
    }

  if (n < MOST_MARKS)
    {
      for (guint i = 0; i < n; i++)
        draw_bar (painter, indexes[i]);
      return;
    }

  united = g_array_new (FALSE, FALSE, sizeof (AftSpan));
  aft_instants_unite_spans (geometry->starts, geometry->reaches, geometry->events->len, self->scale, 0, self->width, 2,
                            united);
  for (guint i = 0; i < united->len; i++)
    {
      double x;
      double width;

      aft_timeline_painter_locate (painter, &g_array_index (united, AftSpan, i), &x, &width);
      aft_timeline_painter_fill (painter, x, self->rows.axis - 3, MAX (width, 2), 7,
                                 aft_timeline_painter_fade (painter->dim, 0.5));
    }
}

/* How many there are, where nobody could count them. */
static void
draw_columns (AftTimelinePainter *painter,
              const gint64       *starts,
              guint               n_starts,
              GdkRGBA             color)
{
  AftTimelineCanvas *self = painter->canvas;
  const guint n_columns = (guint) ceil (self->width / COLUMN_WIDTH);
  g_autofree guint *counts = g_new0 (guint, n_columns + 1);
  const guint most = aft_instants_count (starts, n_starts, self->scale, 0, COLUMN_WIDTH, n_columns, counts);

  for (guint i = 0; i < n_columns; i++)
    if (counts[i] > 0)
      {
        const double height = COLUMN_HEIGHT * log1p (counts[i]) / log1p (most);

        aft_timeline_painter_fill (painter, i * COLUMN_WIDTH, self->rows.axis - height / 2, COLUMN_WIDTH - 1, height,
                                   color);
      }
}

static void
draw_stem (AftTimelinePainter *painter,
           guint               index,
           double              x,
           GdkRGBA             color)
{
  AftTimelineCanvas *self = painter->canvas;
  const AftLaneCard *card = aft_lanes_find (self->lanes, aft_timeline_geometry_find_shown (self->geometry, index));

  if (card != NULL)
    aft_timeline_painter_fill (painter, x, self->rows.axis, 1,
                               self->rows.lanes + card->lane * self->rows.lane_height - self->rows.axis + 2,
                               aft_timeline_painter_fade (color, 0.6));
}

static double
place (AftTimelinePainter *painter,
       guint               index)
{
  AftTimelineCanvas *self = painter->canvas;
  const gint64 delta = aft_timeline_canvas_get_drag_delta (self, aft_timeline_geometry_get_event (self->geometry, index));

  return aft_scale_to_x (self->scale, self->geometry->starts[index] + delta);
}

static void
draw_event (AftTimelinePainter *painter,
            guint               index,
            gboolean            shown)
{
  AftTimelineCanvas *self = painter->canvas;
  AftEvent *event = aft_timeline_geometry_get_event (self->geometry, index);
  const AftTimelinePoint *point = aft_timeline_geometry_get_point (self->geometry, index);
  const double x = place (painter, index);
  GdkRGBA color = get_color (painter, event);

  if (!shown)
    {
      draw_disc (painter, x, DOT - 2, aft_timeline_painter_fade (painter->dim, 0.35));
      return;
    }

  if (aft_event_selection_contains (self->selection, event))
    draw_stem (painter, index, x, aft_timeline_painter_look_up (painter, "accent_color"));
  else
    draw_stem (painter, index, x, color);
  if (aft_event_get_key_moments (event) != AFT_KEY_MOMENT_NOTHING && !aft_event_is_planned (event))
    draw_flag (painter, x, color);
  draw_shape (painter, event, point, x, color);
}

/* Where an event stands in truth, while a scenario has it elsewhere. */
static void
draw_facts (AftTimelinePainter *painter)
{
  AftTimelineCanvas *self = painter->canvas;
  g_autoptr(GPtrArray) moved = self->scenario != NULL ? aft_scenario_dup_moved (self->scenario) : NULL;

  for (guint i = 0; moved != NULL && i < moved->len; i++)
    {
      const AftMoment *at = aft_event_get_at (moved->pdata[i]);
      const double x = aft_moment_is_known (at) ? aft_scale_to_x (self->scale, aft_moment_get_instant (at)) : -1;

      if (x < 0 || x > self->width)
        continue;
      draw_disc (painter, x, DOT, painter->dim);
      draw_disc (painter, x, DOT - 1.5, painter->ground);
    }
}

void
aft_timeline_painter_draw_events (AftTimelinePainter *painter)
{
  AftTimelineCanvas *self = painter->canvas;
  const AftTimelineGeometry *geometry = self->geometry;
  guint first;
  guint end;
  guint n_cards;
  const AftLaneCard *cards = aft_lanes_get_cards (self->lanes, &n_cards);

  aft_instants_in_sight (geometry->starts, geometry->events->len, self->scale, -2 * DOT, self->width + 4 * DOT, &first,
                         &end);
  draw_bars (painter, end);
  draw_facts (painter);

  if (end - first <= MOST_MARKS)
    {
      for (guint i = first; i < end; i++)
        draw_event (painter, i, aft_timeline_geometry_find_shown (geometry, i) != G_MAXUINT);
      return;
    }

  draw_columns (painter, geometry->starts, geometry->events->len,
                aft_timeline_painter_fade (painter->dim, geometry->shown != NULL ? 0.3 : 0.7));
  if (geometry->shown != NULL)
    draw_columns (painter, geometry->shown_starts, geometry->n_shown, painter->dim);
  for (guint i = 0; i < n_cards && cards[i].index < geometry->n_shown; i++)
    {
      const guint index = aft_timeline_geometry_get_shown (geometry, cards[i].index);

      if (index >= first && index < end)
        draw_event (painter, index, TRUE);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-calendar.h"
#include "aft-phase-words.h"
#include "aft-timeline-canvas-private.h"

#define LABEL_MARGIN 6
#define ICON_SIZE 16

/* A day narrower than this isn't shaded, a fold not drawn. */
#define LEAST_DAY 10.0
#define LEAST_FOLD 6.0

/* What is drawn around the cards. Everything here is also said by a card or by the metrics, so that
 * nobody misses it who doesn't see it. */

GdkRGBA
aft_timeline_painter_fade (GdkRGBA color,
            double  alpha)
{
  color.alpha *= (float) alpha;

  return color;
}

GdkRGBA
aft_timeline_painter_look_up (AftTimelinePainter *painter,
         const char *name)
{
  GdkRGBA color;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (painter->canvas)), name, &color))
    return color;

  return painter->text;
}

void
aft_timeline_painter_fill (AftTimelinePainter *painter,
      double   x,
      double   y,
      double   width,
      double   height,
      GdkRGBA  color)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (painter->snapshot, &color,
                               &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

void
aft_timeline_painter_fill_round (AftTimelinePainter *painter,
            double   x,
            double   y,
            double   width,
            double   height,
            double   radius,
            GdkRGBA  color)
{
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height),
                                   (float) MIN (radius, MIN (width, height) / 2));
  gtk_snapshot_push_rounded_clip (painter->snapshot, &rect);
  aft_timeline_painter_fill (painter, x, y, width, height, color);
  gtk_snapshot_pop (painter->snapshot);
}

static PangoLayout *
make_layout (AftTimelinePainter *painter,
             const char *text,
             gboolean    strong)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (painter->canvas), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (strong ? 0.9 : 0.82));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static double
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

static void
draw_layout (AftTimelinePainter *painter,
             PangoLayout *layout,
             double       x,
             double       y,
             double       height,
             GdkRGBA      color)
{
  int layout_height;

  pango_layout_get_pixel_size (layout, NULL, &layout_height);
  gtk_snapshot_save (painter->snapshot);
  gtk_snapshot_translate (painter->snapshot,
                          &GRAPHENE_POINT_INIT ((float) (int) x, (float) (int) (y + (height - layout_height) / 2)));
  gtk_snapshot_append_layout (painter->snapshot, layout, &color);
  gtk_snapshot_restore (painter->snapshot);
}

static void
draw_icon (AftTimelinePainter *painter,
           const char *name,
           double      x,
           double      y,
           GdkRGBA     color)
{
  GtkWidget *widget = GTK_WIDGET (painter->canvas);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr(GtkIconPaintable) icon = NULL;
  const GdkRGBA colors[] = { color, color, color, color };

  icon = gtk_icon_theme_lookup_icon (theme, name, NULL, ICON_SIZE, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  gtk_snapshot_save (painter->snapshot);
  gtk_snapshot_translate (painter->snapshot, &GRAPHENE_POINT_INIT ((float) (int) x, (float) (int) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), painter->snapshot, ICON_SIZE, ICON_SIZE,
                                            colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (painter->snapshot);
}

static char *
format_instant (GTimeZone  *zone,
                gint64      instant,
                const char *format)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC - (instant % G_USEC_PER_SEC < 0));
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? g_date_time_format (local, format) : g_strdup ("");
}

/* The edges of a span on the screen, the left one first. */
void
aft_timeline_painter_locate (AftTimelinePainter *painter,
        const AftSpan *span,
        double        *x,
        double        *width)
{
  const double start = aft_scale_to_x (painter->canvas->scale, span->start_us);
  const double end = aft_scale_to_x (painter->canvas->scale, span->end_us);
  const double left = MAX (MIN (start, end), -LABEL_MARGIN);
  const double right = MIN (MAX (start, end), painter->canvas->width + LABEL_MARGIN);

  *x = left;
  *width = MAX (0, right - left);
}

static gboolean
meets_band (AftTimelinePainter *painter,
            double              x,
            double              width)
{
  const AftTimelineGeometry *geometry = painter->canvas->geometry;

  for (guint i = 0; i < geometry->bands->len; i++)
    {
      const AftPhaseBand *band = &g_array_index (geometry->bands, AftPhaseBand, i);
      double band_x;
      double band_width;

      aft_timeline_painter_locate (painter, &band->span, &band_x, &band_width);
      if (band->row == 0 && band_width > 0 && band_x < x + width && band_x + band_width > x)
        return TRUE;
    }

  return FALSE;
}

static void
draw_lead_up (AftTimelinePainter *painter)
{
  AftTimelineCanvas *self = painter->canvas;
  const AftSpan span = { AFT_INSTANT_MIN, self->geometry->lead_up_end };
  const GdkRGBA color = aft_timeline_painter_look_up (painter, "aft_lead_up_color");
  g_autoptr(PangoLayout) layout = NULL;
  const gboolean mirrored = aft_scale_is_mirrored (self->scale);
  double x;
  double width;
  double text_x;

  if (span.end_us == AFT_INSTANT_MIN)
    return;

  aft_timeline_painter_locate (painter, &span, &x, &width);
  if (width <= 0)
    return;

  aft_timeline_painter_fill (painter, x, 0, width, self->height, aft_timeline_painter_fade (color, 0.10));
  aft_timeline_painter_fill (painter, mirrored ? x : x + width - 1, 0, 1, self->height, aft_timeline_painter_fade (color, 0.5));

  /* Translators: the time before an incident, on the timeline */
  layout = make_layout (painter, C_("phase", "Lead-up"), FALSE);
  if (width < get_width (layout) + ICON_SIZE + 4 * LABEL_MARGIN)
    return;

  text_x = mirrored ? x + LABEL_MARGIN : x + width - get_width (layout) - LABEL_MARGIN - 4;
  /* What was known before users felt it has its band here. */
  if (meets_band (painter, text_x - ICON_SIZE - LABEL_MARGIN, get_width (layout) + 2 * (ICON_SIZE + LABEL_MARGIN)))
    return;
  draw_layout (painter, layout, text_x, self->rows.bands + 2, self->rows.band_height, color);
  draw_icon (painter, "afterword-lead-up-symbolic",
             mirrored ? text_x + get_width (layout) + LABEL_MARGIN : text_x - ICON_SIZE - LABEL_MARGIN,
             self->rows.bands + 2 + (self->rows.band_height - ICON_SIZE) / 2, color);
}

/* The longest way to write the date for which there is room. */
static PangoLayout *
make_heading (AftTimelinePainter *painter,
              gint64   instant,
              double   room)
{
  AftTimelineCanvas *self = painter->canvas;
  const char *const formats[] = {
    /* Translators: a day as g_date_time_format() writes it, such as Thu 6 May 2021 */
    _("%a %-d %b %Y"),
    /* Translators: a day as g_date_time_format() writes it, short, such as Thu 6 May */
    _("%a %-d %b"),
    /* Translators: a day as g_date_time_format() writes it, very short, such as 6 May */
    _("%-d %b"),
    /* Translators: a month as g_date_time_format() writes it, such as May 2021 */
    _("%b %Y"),
    "%Y",
  };
  const guint first = self->ticks->heading_unit == AFT_TICK_UNIT_DAY ? 0
      : self->ticks->heading_unit == AFT_TICK_UNIT_MONTH ? 3 : 4;

  for (guint i = first; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = format_instant (aft_session_get_zone (self->session), instant, formats[i]);
      g_autoptr(PangoLayout) layout = make_layout (painter, text, TRUE);

      if (get_width (layout) <= room)
        return g_steal_pointer (&layout);
    }

  return NULL;
}

static void
draw_headings (AftTimelinePainter *painter)
{
  AftTimelineCanvas *self = painter->canvas;
  const gboolean mirrored = aft_scale_is_mirrored (self->scale);

  for (guint i = 0; i < self->ticks->n_headings; i++)
    {
      const AftTick *heading = &self->ticks->headings[i];
      double end = mirrored ? 0 : self->width;
      g_autoptr(PangoLayout) layout = NULL;

      if (i + 1 < self->ticks->n_headings)
        end = self->ticks->headings[i + 1].x;

      layout = make_heading (painter, heading->instant, ABS (end - heading->x) - LABEL_MARGIN - 2);
      if (heading->x > 1 && heading->x < self->width - 1)
        aft_timeline_painter_fill (painter, heading->x, 0, 1, self->rows.bands, painter->line);
      if (layout != NULL)
        draw_layout (painter, layout,
                     mirrored ? heading->x - LABEL_MARGIN - get_width (layout) : heading->x + LABEL_MARGIN,
                     2, self->rows.ticks - 2, painter->text);
    }
}

static const char *
get_tick_format (AftTickUnit unit,
                 AftTickUnit step)
{
  if (step == AFT_TICK_UNIT_SECOND)
    return "%H:%M:%S";
  if (step < AFT_TICK_UNIT_DAY)
    return "%H:%M";
  if (unit == AFT_TICK_UNIT_YEAR)
    return "%Y";
  if (unit == AFT_TICK_UNIT_MONTH)
    return "%b";

  return "%-d";
}

static void
draw_tick_label (AftTimelinePainter *painter,
                 const AftTick      *tick,
                 GTimeZone          *zone,
                 const char         *format,
                 double              y,
                 GdkRGBA             color)
{
  AftTimelineCanvas *self = painter->canvas;
  g_autofree char *text = format_instant (zone, tick->instant, format);
  g_autoptr(PangoLayout) layout = make_layout (painter, text, FALSE);
  const double width = get_width (layout);
  const double x = aft_scale_is_mirrored (self->scale) ? tick->x - 4 - width : tick->x + 4;
  guint first;

  /* Above a fold stands how long it is. */
  if (aft_scale_find_folds (self->scale, x, width, &first) == 0)
    draw_layout (painter, layout, x, y, self->rows.line + 6, color);
}

static void
draw_ticks (AftTimelinePainter *painter)
{
  AftTimelineCanvas *self = painter->canvas;
  const gboolean clock = self->ticks->step.unit < AFT_TICK_UNIT_DAY;

  for (guint i = 0; i < self->ticks->n_ticks; i++)
    {
      const AftTick *tick = &self->ticks->ticks[i];
      const char *format = get_tick_format (tick->unit, self->ticks->step.unit);

      aft_timeline_painter_fill (painter, tick->x, self->rows.ticks + 2, 1, self->height, painter->faint);
      draw_tick_label (painter, tick, aft_session_get_zone (self->session), format, self->rows.ticks, painter->dim);
      /* Of the other clock also the day, for it may be another one. */
      if (self->second_zone != NULL && clock)
        draw_tick_label (painter, tick, self->second_zone, tick->date_change || i == 0 ? "%a %H:%M" : "%H:%M",
                         self->rows.second_ticks, aft_timeline_painter_fade (painter->text, 0.45));
    }
}

/* Saturdays and Sundays, where days can be told apart. */
static void
draw_weekends (AftTimelinePainter *painter)
{
  AftTimelineCanvas *self = painter->canvas;
  GTimeZone *zone = aft_session_get_zone (self->session);
  const gint64 edges[] = { aft_scale_to_instant (self->scale, 0), aft_scale_to_instant (self->scale, self->width) };
  const gint64 first = aft_calendar_day_of (zone, aft_calendar_floor_div (MIN (edges[0], edges[1]), G_USEC_PER_SEC));
  const gint64 last = aft_calendar_day_of (zone, aft_calendar_floor_div (MAX (edges[0], edges[1]), G_USEC_PER_SEC));
  /* The first day of 1970 was a Thursday. */
  gint64 saturday = first - (first + 5 - 7 * aft_calendar_floor_div (first + 5, 7));

  if (aft_scale_get_px_per_us (self->scale) * G_TIME_SPAN_DAY < LEAST_DAY)
    return;

  for (guint n = 0; saturday <= last && n < self->width / LEAST_DAY; saturday += 7, n++)
    {
      const AftSpan span = { aft_calendar_day_start (zone, saturday) * G_USEC_PER_SEC,
                             aft_calendar_day_start (zone, saturday + 2) * G_USEC_PER_SEC };
      double x;
      double width;

      aft_timeline_painter_locate (painter, &span, &x, &width);
      aft_timeline_painter_fill (painter, x, self->rows.ticks, width, self->height, painter->faint);
    }
}

/* Two waves where time was cut out. How much of it says the button above. */
static void
draw_fold (AftTimelinePainter *painter,
           const AftFold      *fold)
{
  AftTimelineCanvas *self = painter->canvas;
  const double top = self->rows.ticks;
  cairo_t *cr;

  aft_timeline_painter_fill (painter, fold->x, top, fold->width, self->height - top, painter->faint);
  cr = gtk_snapshot_append_cairo (painter->snapshot,
                                  &GRAPHENE_RECT_INIT ((float) fold->x - 4, (float) self->rows.axis - 8,
                                                       (float) fold->width + 8, 17));
  gdk_cairo_set_source_rgba (cr, &painter->dim);
  cairo_set_line_width (cr, 1.5);
  for (int i = 0; i < 2; i++)
    {
      const double x = fold->x + fold->width / 2 + (i == 0 ? -3 : 3);

      cairo_move_to (cr, x, self->rows.axis - 7);
      cairo_curve_to (cr, x + 6, self->rows.axis - 2, x - 6, self->rows.axis + 2, x, self->rows.axis + 7);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_folds (AftTimelinePainter *painter)
{
  AftTimelineCanvas *self = painter->canvas;
  guint first;
  const guint n_folds = aft_scale_find_folds (self->scale, 0, self->width, &first);

  /* So many that each is a hair's breadth: waves would be a blur. */
  if (aft_scale_get_fold_width (self->scale) < LEAST_FOLD)
    return;

  for (guint i = first; i < first + n_folds; i++)
    {
      AftFold fold;

      aft_scale_get_fold (self->scale, i, &fold);
      draw_fold (painter, &fold);
    }
}

static void
draw_band (AftTimelinePainter *painter,
           const AftPhaseBand *band)
{
  AftTimelineCanvas *self = painter->canvas;
  const GdkRGBA color = aft_timeline_painter_look_up (painter, aft_phase_get_color_name (band->phase));
  const gboolean mirrored = aft_scale_is_mirrored (self->scale);
  const double y = self->rows.bands + 2 + band->row * (self->rows.band_height + 8);
  g_autoptr(PangoLayout) layout = NULL;
  double inner;
  double x;
  double width;

  aft_timeline_painter_locate (painter, &band->span, &x, &width);
  if (width <= 0)
    return;

  if (band->phase == AFT_PHASE_IMPACT)
    {
      aft_timeline_painter_fill_round (painter, x, y + self->rows.band_height + 2, width, 4, 2, color);
      return;
    }

  aft_timeline_painter_fill_round (painter, x, y, MAX (width - 1, 1), self->rows.band_height, 5, aft_timeline_painter_fade (color, 0.22));
  aft_timeline_painter_fill (painter, mirrored ? x + width - 3 : x, y, MIN (3, width), self->rows.band_height, color);

  layout = make_layout (painter, aft_phase_get_label (band->phase), FALSE);
  inner = width - ICON_SIZE - 2 * LABEL_MARGIN;
  if (inner < 2)
    return;

  draw_icon (painter, aft_phase_get_icon (band->phase),
             mirrored ? x + width - ICON_SIZE - LABEL_MARGIN : x + LABEL_MARGIN + 1,
             y + (self->rows.band_height - ICON_SIZE) / 2, color);
  if (inner >= get_width (layout) + LABEL_MARGIN)
    draw_layout (painter, layout, mirrored ? x + width - ICON_SIZE - 2 * LABEL_MARGIN - get_width (layout)
                                           : x + ICON_SIZE + 2 * LABEL_MARGIN,
                 y, self->rows.band_height, painter->text);
}

static void
draw_axis (AftTimelinePainter *painter)
{
  AftTimelineCanvas *self = painter->canvas;

  aft_timeline_painter_fill (painter, 0, self->rows.bands - 1, self->width, 1, painter->line);
  aft_timeline_painter_fill (painter, 0, self->rows.axis, self->width, 1, painter->dim);
}

/* What the pointer spans. */
static void
draw_rubber_band (AftTimelinePainter *painter)
{
  AftTimelineCanvas *self = painter->canvas;
  const GdkRGBA color = aft_timeline_painter_look_up (painter, "accent_bg_color");
  const double start = self->drag.start_x + self->drag.panned;
  const double x = MIN (start, self->drag.x);
  const double y = MIN (self->drag.start_y, self->drag.y);
  const double width = ABS (self->drag.x - start);
  const double height = ABS (self->drag.y - self->drag.start_y);

  if (!self->drag.moving || self->drag.grip != AFT_TIMELINE_GRIP_BAND)
    return;

  aft_timeline_painter_fill_round (painter, x, y, width, height, 4, aft_timeline_painter_fade (color, 0.25));
}

void
aft_timeline_canvas_draw (AftTimelineCanvas *self,
                          GtkSnapshot       *snapshot)
{
  const AftTickParams params = { AFT_TIMELINE_TICK_DISTANCE, 1 };
  AftTimelinePainter painter = { self, snapshot };

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &painter.text);
  painter.dim = aft_timeline_painter_fade (painter.text, 0.65);
  painter.line = aft_timeline_painter_fade (painter.text, 0.15);
  painter.faint = aft_timeline_painter_fade (painter.text, 0.06);
  painter.ground = aft_timeline_painter_look_up (&painter, "view_bg_color");

  aft_ticks_update (self->ticks, self->scale, aft_session_get_zone (self->session), 0, self->width, &params);
  draw_lead_up (&painter);
  draw_weekends (&painter);
  draw_ticks (&painter);
  draw_folds (&painter);
  draw_headings (&painter);
  draw_axis (&painter);
  for (guint i = 0; i < self->geometry->bands->len; i++)
    draw_band (&painter, &g_array_index (self->geometry->bands, AftPhaseBand, i));
  aft_timeline_painter_draw_events (&painter);
  draw_rubber_band (&painter);
}

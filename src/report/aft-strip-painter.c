/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <math.h>

#include "aft-figure-timeline-private.h"
#include "aft-report-time.h"
#include "aft-text-painter.h"

#define MARK 3.2

static double
draw_text (AftStrip    *strip,
           cairo_t     *cr,
           const char  *text,
           AftTextStyle style,
           AftColor     color,
           double       x,
           double       y)
{
  g_autoptr(PangoLayout) layout = aft_style_create_text (strip->context, style, text, -1, AFT_ALIGN_START);

  aft_style_set_color (cr, color);
  aft_text_painter_draw (cr, layout, x, y, aft_style_get_leading (style));

  return aft_text_painter_get_width (layout, 0);
}

static double
measure (AftStrip    *strip,
         const char  *text,
         AftTextStyle style)
{
  g_autoptr(PangoLayout) layout = aft_style_create_text (strip->context, style, text, -1, AFT_ALIGN_START);

  return aft_text_painter_get_width (layout, 0);
}

static char *
dup_heading (AftStrip      *strip,
             const AftTick *tick)
{
  g_autoptr(GDateTime) at = aft_report_date_time (tick->instant, strip->zone);
  g_autofree char *year = NULL;

  if (at == NULL)
    return g_strdup ("");
  if (strip->ticks->heading_unit == AFT_TICK_UNIT_DAY)
    return aft_report_format_day (strip->words, strip->words->date, at, TRUE);

  year = g_strdup_printf ("%d", g_date_time_get_year (at));
  if (strip->ticks->heading_unit == AFT_TICK_UNIT_MONTH)
    return aft_words_fill (strip->words->month_year, strip->words->months[g_date_time_get_month (at) - 1], year, NULL);

  return g_steal_pointer (&year);
}

static char *
dup_tick (AftStrip      *strip,
          const AftTick *tick)
{
  g_autoptr(GDateTime) at = aft_report_date_time (tick->instant, strip->zone);
  const AftTickUnit unit = strip->ticks->step.unit;

  if (at == NULL || tick->unit >= strip->ticks->heading_unit)
    return NULL;
  if (unit >= AFT_TICK_UNIT_MONTH)
    return g_strdup (strip->words->months_short[g_date_time_get_month (at) - 1]);
  if (unit >= AFT_TICK_UNIT_DAY)
    return g_strdup_printf ("%d", g_date_time_get_day_of_month (at));
  if (unit == AFT_TICK_UNIT_SECOND)
    return g_strdup_printf ("%02d:%02d:%02d", g_date_time_get_hour (at), g_date_time_get_minute (at),
                            g_date_time_get_second (at));

  return g_strdup_printf ("%02d:%02d", g_date_time_get_hour (at), g_date_time_get_minute (at));
}

static char *
dup_pause (AftStrip      *strip,
           const AftSpan *span)
{
  const char *const patterns[] = {
    [AFT_TICK_UNIT_SECOND] = strip->words->seconds,   [AFT_TICK_UNIT_MINUTE] = strip->words->minutes,
    [AFT_TICK_UNIT_HOUR] = strip->words->hours,       [AFT_TICK_UNIT_DAY] = strip->words->days,
    [AFT_TICK_UNIT_WEEK] = strip->words->weeks_span,  [AFT_TICK_UNIT_MONTH] = strip->words->months_span,
    [AFT_TICK_UNIT_YEAR] = strip->words->years,
  };
  AftTickUnit unit;
  guint count;
  g_autofree char *number = NULL;

  aft_span_measure (span->end_us - span->start_us, &unit, &count);
  number = g_strdup_printf ("%u", count);
  return aft_words_fill (patterns[unit], number, NULL);
}

/* What stands at the end of the row of dates. */
static char *
dup_remark (AftStrip *strip)
{
  g_autofree char *pause = NULL;
  g_autofree char *later = NULL;

  if (strip->pause.end_us > strip->pause.start_us)
    {
      pause = dup_pause (strip, &strip->pause);
      later = aft_words_fill (strip->words->later, pause, NULL);
    }
  if (!strip->lead_up)
    return g_steal_pointer (&later);
  if (later == NULL)
    return g_strdup (strip->words->sections[AFT_SECTION_LEAD_UP]);

  return g_strdup_printf ("%s · %s", strip->words->sections[AFT_SECTION_LEAD_UP], later);
}

/* Dates in the upper row, hours in the lower one; what would run into its neighbour is left out. */
static void
draw_ticks (AftStrip *strip,
            cairo_t  *cr)
{
  g_autofree char *remark = dup_remark (strip);
  double end = 0;
  double right = strip->width;

  if (remark != NULL)
    {
      right -= measure (strip, remark, AFT_STYLE_FIGURE_STRONG);
      draw_text (strip, cr, remark, AFT_STYLE_FIGURE_STRONG, AFT_COLOR_QUIET, right, AFT_STRIP_HEADING_Y);
      right -= 10;
    }

  for (guint i = 0; i < strip->ticks->n_headings; i++)
    {
      const AftTick *tick = &strip->ticks->headings[i];
      const double x = MAX (tick->x, 0);
      g_autofree char *text = dup_heading (strip, tick);
      const double width = measure (strip, text, AFT_STYLE_FIGURE_STRONG);

      /* The rest of a day before the first event says less than the day of that event. */
      if (i == 0 && strip->ticks->n_headings > 1 && strip->ticks->headings[1].x < x + width + 8)
        continue;
      if (x < end || x + width > right)
        continue;
      draw_text (strip, cr, text, AFT_STYLE_FIGURE_STRONG, AFT_COLOR_TEXT, x, AFT_STRIP_HEADING_Y);
      end = x + width + 8;
    }

  end = 0;
  for (guint i = 0; i < strip->ticks->n_ticks; i++)
    {
      const AftTick *tick = &strip->ticks->ticks[i];
      const gboolean heavy = tick->unit >= strip->ticks->heading_unit;
      g_autofree char *text = dup_tick (strip, tick);

      aft_style_set_color (cr, AFT_COLOR_LINE);
      cairo_rectangle (cr, tick->x - 0.25, AFT_STRIP_AXIS_Y - (heavy ? 7 : 4), 0.5, heavy ? 7 : 4);
      cairo_fill (cr);
      if (text != NULL)
        {
          const double width = measure (strip, text, AFT_STYLE_FIGURE);

          if (tick->x - width / 2 < end || tick->x + width / 2 > strip->width)
            continue;
          draw_text (strip, cr, text, AFT_STYLE_FIGURE, AFT_COLOR_QUIET, tick->x - width / 2, AFT_STRIP_TICK_Y);
          end = tick->x + width / 2 + 6;
        }
    }
}

/* The axis stops, says how long nothing happened, and goes on. */
static void
draw_axis (AftStrip *strip,
           cairo_t  *cr)
{
  const double y = AFT_STRIP_AXIS_Y;
  double x = 0;

  for (guint i = 0; i <= aft_scale_get_n_folds (strip->scale); i++)
    {
      AftFold fold = { { 0, 0 }, strip->width, 0 };

      if (i < aft_scale_get_n_folds (strip->scale))
        aft_scale_get_fold (strip->scale, i, &fold);

      aft_style_set_color (cr, AFT_COLOR_TEXT);
      cairo_rectangle (cr, x, y - 0.5, MAX (fold.x - x, 0), 1);
      cairo_fill (cr);
      if (fold.width > 0)
        {
          g_autofree char *text = dup_pause (strip, &fold.span);
          const double width = measure (strip, text, AFT_STYLE_FIGURE);

          cairo_set_line_width (cr, 0.8);
          for (guint side = 0; side < 2; side++)
            {
              const double at = side == 0 ? fold.x : fold.x + fold.width;

              cairo_move_to (cr, at - 2, y + 4);
              cairo_line_to (cr, at + 2, y - 4);
              cairo_stroke (cr);
            }
          draw_text (strip, cr, text, AFT_STYLE_FIGURE, AFT_COLOR_QUIET, fold.x + (fold.width - width) / 2,
                     y - aft_style_get_leading (AFT_STYLE_FIGURE) / 2);
        }
      x = fold.x + fold.width;
    }
}

static void
draw_phases (AftStrip *strip,
             cairo_t  *cr)
{
  static const AftColor grounds[AFT_N_PHASES] = { AFT_COLOR_DETECTION, AFT_COLOR_DIAGNOSIS, AFT_COLOR_MITIGATION,
                                                  AFT_COLOR_RESOLUTION };
  const double y = AFT_STRIP_AXIS_Y + 4;
  double x;
  double width;

  aft_scale_get_extent (strip->scale, &x, &width);
  for (guint i = 0; i < strip->n_phases; i++)
    {
      const AftStripPhase *phase = &strip->phases[i];
      const double from = CLAMP (aft_scale_to_x (strip->scale, phase->start), x, x + width);
      const double to = CLAMP (aft_scale_to_x (strip->scale, phase->end), x, x + width);
      const char *name = strip->words->sections[AFT_SECTION_DETECTION + phase->kind];

      if (to - from < 0.8)
        continue;

      aft_style_set_color (cr, grounds[phase->kind]);
      cairo_rectangle (cr, from, y, to - from, AFT_STRIP_PHASE_HEIGHT);
      cairo_fill (cr);
      aft_style_set_color (cr, AFT_COLOR_PAPER);
      cairo_rectangle (cr, to - 1, y, 1, AFT_STRIP_PHASE_HEIGHT);
      cairo_fill (cr);
      if (measure (strip, name, AFT_STYLE_FIGURE) + 6 < to - from)
        draw_text (strip, cr, name, AFT_STYLE_FIGURE, AFT_COLOR_TEXT, from + 3,
                   y + (AFT_STRIP_PHASE_HEIGHT - aft_style_get_leading (AFT_STYLE_FIGURE)) / 2);
    }
}

/* What an event did is said by its shape: up helped, down hurt, a ring did nothing, a dot nobody knows. */
static void
draw_mark (cairo_t  *cr,
           AftEffect effect,
           double    x,
           double    y)
{
  cairo_new_path (cr);
  if (effect == AFT_EFFECT_HELPED || effect == AFT_EFFECT_HURT)
    {
      const double up = effect == AFT_EFFECT_HELPED ? -1 : 1;

      cairo_move_to (cr, x, y + up * MARK * 1.25);
      cairo_line_to (cr, x + MARK * 1.15, y - up * MARK * 0.85);
      cairo_line_to (cr, x - MARK * 1.15, y - up * MARK * 0.85);
      cairo_close_path (cr);
    }
  else
    cairo_arc (cr, x, y, effect == AFT_EFFECT_NONE ? MARK * 0.9 : MARK * 0.75, 0, 2 * G_PI);

  /* A white edge keeps it apart from the axis. */
  aft_style_set_color (cr, AFT_COLOR_PAPER);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke_preserve (cr);
  if (effect == AFT_EFFECT_NONE)
    {
      cairo_fill_preserve (cr);
      aft_style_set_color (cr, AFT_COLOR_TEXT);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
  else
    {
      aft_style_set_color (cr, effect == AFT_EFFECT_HELPED ? AFT_COLOR_ACCENT
                               : effect == AFT_EFFECT_HURT ? AFT_COLOR_ALERT
                                                           : AFT_COLOR_TEXT);
      cairo_fill (cr);
    }
}

static void
draw_flag (cairo_t *cr,
           double   x,
           double   y)
{
  aft_style_set_color (cr, AFT_COLOR_TEXT);
  cairo_rectangle (cr, x - 0.4, y - 14, 0.8, 14);
  cairo_fill (cr);
  cairo_move_to (cr, x, y - 14);
  cairo_line_to (cr, x + 6.5, y - 11.4);
  cairo_line_to (cr, x, y - 8.8);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_card (cairo_t            *cr,
           const AftStripCard *card)
{
  static const double dashes[] = { 2, 1.6 };
  const double leading = aft_style_get_leading (AFT_STYLE_FIGURE);
  const double x = card->x + 4.5;
  double y = card->y + 4.5;

  aft_style_set_color (cr, AFT_COLOR_LINE);
  cairo_rectangle (cr, card->stem - 0.25, AFT_STRIP_AXIS_Y, 0.5, card->y - AFT_STRIP_AXIS_Y);
  cairo_fill (cr);

  cairo_rectangle (cr, card->x + 0.25, card->y + 0.25, card->width - 0.5, card->height - 0.5);
  aft_style_set_color (cr, AFT_COLOR_PAPER);
  cairo_fill_preserve (cr);
  aft_style_set_color (cr, AFT_COLOR_LINE);
  cairo_set_line_width (cr, 0.5);
  if (card->entry->planned)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (card->entry->key_moments != AFT_KEY_MOMENT_NOTHING)
    {
      aft_style_set_color (cr, AFT_COLOR_TEXT);
      cairo_rectangle (cr, card->x, card->y, 1.8, card->height);
      cairo_fill (cr);
    }

  aft_style_set_color (cr, AFT_COLOR_TEXT);
  aft_text_painter_draw (cr, card->when, x, y, leading);
  y += leading * pango_layout_get_line_count (card->when);
  if (card->keys != NULL)
    {
      aft_style_set_color (cr, AFT_COLOR_ACCENT);
      aft_text_painter_draw (cr, card->keys, x, y, leading);
      y += leading * pango_layout_get_line_count (card->keys);
    }
  aft_style_set_color (cr, AFT_COLOR_TEXT);
  aft_text_painter_draw (cr, card->text, x, y, leading);
}

static void
draw_legend (AftStrip *strip,
             cairo_t  *cr)
{
  static const AftEffect effects[] = { AFT_EFFECT_HELPED, AFT_EFFECT_HURT, AFT_EFFECT_NONE, AFT_EFFECT_NOT_ASSESSED };
  const double leading = aft_style_get_leading (AFT_STYLE_FIGURE);
  const double y = strip->height - leading - 2;
  double x = 4;

  for (gsize i = 0; i < G_N_ELEMENTS (effects); i++)
    {
      draw_mark (cr, effects[i], x, y + leading / 2);
      x += 8 + draw_text (strip, cr, strip->words->effects[effects[i]], AFT_STYLE_FIGURE, AFT_COLOR_QUIET, x + 8, y) +
           16;
    }
  draw_flag (cr, x, y + leading + 1);
  draw_text (strip, cr, strip->words->key_moment, AFT_STYLE_FIGURE, AFT_COLOR_QUIET, x + 11, y);
}

/**
 * aft_strip_draw:
 * @panel: a panel whose data is a strip
 * @cr: where to
 */
void
aft_strip_draw (AftPanel *panel,
                cairo_t  *cr)
{
  AftStrip *strip = panel->data;

  cairo_save (cr);
  if (strip->lead_up)
    {
      const double bottom = strip->height - (strip->legend ? AFT_STRIP_LEGEND_HEIGHT : 0);

      aft_style_set_color (cr, AFT_COLOR_TINT);
      cairo_rectangle (cr, 0, AFT_STRIP_AXIS_Y, strip->width, bottom - AFT_STRIP_AXIS_Y);
      cairo_fill (cr);
    }

  draw_ticks (strip, cr);
  draw_phases (strip, cr);
  draw_axis (strip, cr);
  for (guint i = 0; i < strip->cards->len; i++)
    draw_card (cr, &g_array_index (strip->cards, AftStripCard, i));
  for (guint i = 0; i < strip->cards->len; i++)
    {
      const AftStripCard *card = &g_array_index (strip->cards, AftStripCard, i);

      if (card->entry->key_moments != AFT_KEY_MOMENT_NOTHING)
        draw_flag (cr, card->stem, AFT_STRIP_AXIS_Y);
      draw_mark (cr, card->entry->effect, card->stem, AFT_STRIP_AXIS_Y);
    }
  if (strip->legend)
    draw_legend (strip, cr);
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "aft-chronology.h"
#include "aft-metrics.h"

typedef struct
{
  AftKeyMoments  to_key;
  const char    *label;
  const char    *definition;
} MetricRow;

static const MetricRow rows[AFT_N_METRICS] = {
  { AFT_KEY_MOMENT_DETECTED, NC_("metric", "Detected"),
    N_("From %s until the team knew that something was wrong.") },
  { AFT_KEY_MOMENT_USERS_TOLD, NC_("metric", "Users told"),
    N_("From %s until the users were told.") },
  { AFT_KEY_MOMENT_DIAGNOSED, NC_("metric", "Diagnosed"),
    N_("From %s until the cause was known well enough to act.") },
  { AFT_KEY_MOMENT_MITIGATED, NC_("metric", "Mitigated"),
    N_("From %s until the users no longer felt it.") },
  { AFT_KEY_MOMENT_RESOLVED, NC_("metric", "Resolved"),
    N_("From %s until the cause was gone.") },
  { AFT_KEY_MOMENT_IMPACT_END, NC_("metric", "Impact lasted"),
    N_("From %s until its end.") },
};

static const MetricRow *
find_row (const AftMetric *metric)
{
  for (gsize i = 0; i < AFT_N_METRICS; i++)
    if (rows[i].to_key == metric->to_key)
      return &rows[i];

  g_return_val_if_reached (&rows[0]);
}

/* Of a coarse moment the middle is the fairest guess. */
static gint64
get_middle (AftMoment *moment)
{
  const gint64 start = aft_moment_get_instant (moment);

  return start + (aft_moment_get_end (moment) - start) / 2;
}

/**
 * aft_metrics_compute_in:
 * @document: a document
 * @incident: (nullable): one of its incidents
 * @scenario: (nullable): what if, %NULL for the facts
 * @metrics: (out caller-allocates): the figures, always all of them
 *
 * Computes the time from the start of the impact, else from the trigger, to each of the key
 * moments, and how long the impact lasted.
 */
void
aft_metrics_compute_in (AftDocument *document,
                        AftIncident *incident,
                        AftScenario *scenario,
                        AftMetric    metrics[AFT_N_METRICS])
{
  AftKeyMoments from_key = AFT_KEY_MOMENT_IMPACT_START;
  AftEvent *keys[AFT_N_KEY_MOMENTS];
  AftEvent *from;

  g_return_if_fail (AFT_IS_DOCUMENT (document));

  aft_chronology_find_key_events (document, incident, scenario, keys);
  if (keys[g_bit_nth_lsf (from_key, -1)] == NULL && keys[g_bit_nth_lsf (AFT_KEY_MOMENT_TRIGGER, -1)] != NULL)
    from_key = AFT_KEY_MOMENT_TRIGGER;
  from = keys[g_bit_nth_lsf (from_key, -1)];

  for (gsize i = 0; i < AFT_N_METRICS; i++)
    {
      AftMetric *metric = &metrics[i];
      AftMoment *start;
      AftMoment *end;

      *metric = (AftMetric) { rows[i].to_key, from_key, from };
      metric->to = keys[g_bit_nth_lsf (rows[i].to_key, -1)];
      start = from != NULL ? aft_scenario_get_at (scenario, from) : NULL;
      end = metric->to != NULL ? aft_scenario_get_at (scenario, metric->to) : NULL;

      if (!aft_moment_is_known (start) || !aft_moment_is_known (end))
        continue;

      metric->known = TRUE;
      metric->precision = MIN (aft_moment_get_precision (start), aft_moment_get_precision (end));
      metric->approximate = metric->precision < AFT_PRECISION_MINUTE || aft_moment_is_approximate (start) ||
                            aft_moment_is_approximate (end);
      metric->duration = get_middle (end) - get_middle (start);
      if (from == metric->to)
        metric->duration = 0;
    }
}

/**
 * aft_metrics_compute:
 * @document: a document
 * @incident: (nullable): one of its incidents
 * @metrics: (out caller-allocates): the figures, always all of them
 *
 * Computes the figures as they were. See aft_metrics_compute_in().
 */
void
aft_metrics_compute (AftDocument *document,
                     AftIncident *incident,
                     AftMetric    metrics[AFT_N_METRICS])
{
  aft_metrics_compute_in (document, incident, NULL, metrics);
}

/**
 * aft_metric_get_label:
 * @self: a metric
 *
 * Returns: (transfer none): its name, translated
 */
const char *
aft_metric_get_label (const AftMetric *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "metric", find_row (self)->label);
}

/**
 * aft_metric_get_source_label:
 * @self: a metric
 *
 * Returns: (transfer none): its name in English, as it stands in the source
 */
const char *
aft_metric_get_source_label (const AftMetric *self)
{
  return find_row (self)->label;
}

/**
 * aft_metric_get_definition:
 * @self: a metric
 *
 * Returns: (transfer full): what it counts, in a sentence
 */
char *
aft_metric_get_definition (const AftMetric *self)
{
  const char *from = self->from_key == AFT_KEY_MOMENT_TRIGGER
    /* Translators: completes "From %s until the users were told." */
    ? _("the trigger (no start of the impact is set)")
    /* Translators: completes "From %s until the users were told." */
    : _("the start of the impact");

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, find_row (self)->definition), from);
#pragma GCC diagnostic pop
}

/**
 * aft_duration_format:
 * @microseconds: a duration; may be negative
 * @precision: how exactly it is known
 * @approximate: whether it is only about so
 *
 * Returns: (transfer full): such as "3 h 20 min", "≈ 4 d", "−20 min"
 */
char *
aft_duration_format (gint64       microseconds,
                     AftPrecision precision,
                     gboolean     approximate)
{
  const char *about = approximate ? "≈ " : "";
  const char *minus = microseconds < 0 ? "−" : "";
  const gint64 span = ABS (microseconds);
  const gint64 minutes = span / G_TIME_SPAN_MINUTE;
  const double days = (double) span / G_TIME_SPAN_DAY;

  if (precision == AFT_PRECISION_YEAR || days > 2 * 365)
    /* Translators: about so many years; first comes "≈ " or nothing, then "−" or nothing */
    return g_strdup_printf (_("%s%s%.0f yr"), about, minus, round (days / 365.2425));
  if (precision == AFT_PRECISION_MONTH)
    /* Translators: about so many months; first comes "≈ " or nothing, then "−" or nothing */
    return g_strdup_printf (_("%s%s%.0f mo"), about, minus, round (days / 30.44));
  if (precision == AFT_PRECISION_DAY)
    /* Translators: about so many days; first comes "≈ " or nothing, then "−" or nothing */
    return g_strdup_printf (_("%s%s%.0f d"), about, minus, round (days));
  if (minutes >= 72 * 60)
    /* Translators: days and hours; first comes "≈ " or nothing, then "−" or nothing */
    return g_strdup_printf (_("%s%s%d d %d h"), about, minus, (int) (minutes / 1440), (int) (minutes % 1440 / 60));
  if (minutes >= 60 && minutes % 60 == 0)
    /* Translators: hours; first comes "≈ " or nothing, then "−" or nothing */
    return g_strdup_printf (_("%s%s%d h"), about, minus, (int) (minutes / 60));
  if (minutes >= 60)
    /* Translators: hours and minutes; first comes "≈ " or nothing, then "−" or nothing */
    return g_strdup_printf (_("%s%s%d h %d min"), about, minus, (int) (minutes / 60), (int) (minutes % 60));
  if (minutes > 0 || precision < AFT_PRECISION_SECOND)
    /* Translators: minutes; first comes "≈ " or nothing, then "−" or nothing */
    return g_strdup_printf (_("%s%s%d min"), about, minus, (int) minutes);

  /* Translators: seconds; first comes "≈ " or nothing, then "−" or nothing */
  return g_strdup_printf (_("%s%s%d s"), about, minus, (int) (span / G_TIME_SPAN_SECOND));
}

/**
 * aft_metric_format:
 * @self: a metric
 *
 * Returns: (transfer full): the figure, "—" where it is unknown
 */
char *
aft_metric_format (const AftMetric *self)
{
  return self->known ? aft_duration_format (self->duration, self->precision, self->approximate) : g_strdup ("—");
}

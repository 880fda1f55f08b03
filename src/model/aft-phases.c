/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include "aft-chronology.h"
#include "aft-phases.h"

typedef struct
{
  AftEvent    *events[AFT_N_KEY_MOMENTS];
  AftScenario *scenario;
} Keys;

static gboolean
find_instant (const Keys    *keys,
              AftKeyMoments  key,
              gint64        *instant)
{
  AftEvent *event = keys->events[g_bit_nth_lsf (key, -1)];
  AftMoment *at = event != NULL ? aft_scenario_get_at (keys->scenario, event) : NULL;

  if (!aft_moment_is_known (at))
    return FALSE;

  *instant = aft_moment_get_instant (at);
  return TRUE;
}

static void
add (GArray   *spans,
     AftPhase  phase,
     gint64    start,
     gint64    end)
{
  const AftPhaseSpan span = { phase, start, end };

  if (start < end)
    g_array_append_val (spans, span);
}

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const AftPhaseSpan *first = a;
  const AftPhaseSpan *second = b;

  if (first->end_us != second->end_us)
    return first->end_us < second->end_us ? -1 : 1;

  return (int) first->phase - (int) second->phase;
}

/**
 * aft_phases_compute:
 * @document: a document
 * @incident: (nullable): one of its incidents
 * @scenario: (nullable): what if, %NULL for the facts
 *
 * Each phase ends with its key moment, in whatever order they came, and begins where the one before it
 * ended, the first one where the impact began, else at the trigger. What was known before that lies
 * before it.
 *
 * Returns: (transfer full) (element-type AftPhaseSpan): the impact, then the phases in the order of their ends
 */
GArray *
aft_phases_compute (AftDocument *document,
                    AftIncident *incident,
                    AftScenario *scenario)
{
  static const struct { AftPhase phase; AftKeyMoments key; } ends[] = {
    { AFT_PHASE_DETECTION, AFT_KEY_MOMENT_DETECTED },
    { AFT_PHASE_DIAGNOSIS, AFT_KEY_MOMENT_DIAGNOSED },
    { AFT_PHASE_MITIGATION, AFT_KEY_MOMENT_MITIGATED },
    { AFT_PHASE_RESOLUTION, AFT_KEY_MOMENT_RESOLVED },
  };
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (AftPhaseSpan));
  g_autoptr(GArray) known = g_array_new (FALSE, FALSE, sizeof (AftPhaseSpan));
  Keys keys = { .scenario = scenario };
  gint64 start;
  gint64 end;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  aft_chronology_find_key_events (document, incident, scenario, keys.events);
  if (!find_instant (&keys, AFT_KEY_MOMENT_IMPACT_START, &start) &&
      !find_instant (&keys, AFT_KEY_MOMENT_TRIGGER, &start))
    return g_steal_pointer (&spans);

  if (find_instant (&keys, AFT_KEY_MOMENT_IMPACT_END, &end) || find_instant (&keys, AFT_KEY_MOMENT_MITIGATED, &end))
    add (spans, AFT_PHASE_IMPACT, MIN (start, end), MAX (start, end));

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (find_instant (&keys, ends[i].key, &end))
      {
        const AftPhaseSpan span = { ends[i].phase, end, end };

        g_array_append_val (known, span);
      }
  g_array_sort (known, compare_ends);

  for (guint i = 0; i < known->len; i++)
    {
      const AftPhaseSpan *span = &g_array_index (known, AftPhaseSpan, i);

      if (span->end_us < start)
        {
          add (spans, span->phase, span->end_us, start);
          continue;
        }
      add (spans, span->phase, start, span->end_us);
      start = span->end_us;
    }

  return g_steal_pointer (&spans);
}

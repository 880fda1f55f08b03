/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include "aft-chronology.h"
#include "aft-phases.h"

static gboolean
find_instant (const gint64  *instants,
              AftKeyMoments  key,
              gint64        *instant)
{
  *instant = instants[g_bit_nth_lsf (key, -1)];

  return *instant != AFT_PHASES_UNKNOWN;
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
 * aft_phases_derive:
 * @instants: (array fixed-size=9): when each key moment was, %AFT_PHASES_UNKNOWN where nobody knows
 *
 * Each phase ends with its key moment, in whatever order they came, and begins where the one before it
 * ended, the first one where the impact began, else at the trigger. What was known before that lies
 * before it.
 *
 * Returns: (transfer full) (element-type AftPhaseSpan): the impact, then the phases in the order of their ends
 */
GArray *
aft_phases_derive (const gint64 instants[AFT_N_KEY_MOMENTS])
{
  static const struct { AftPhase phase; AftKeyMoments key; } ends[] = {
    { AFT_PHASE_DETECTION, AFT_KEY_MOMENT_DETECTED },
    { AFT_PHASE_DIAGNOSIS, AFT_KEY_MOMENT_DIAGNOSED },
    { AFT_PHASE_MITIGATION, AFT_KEY_MOMENT_MITIGATED },
    { AFT_PHASE_RESOLUTION, AFT_KEY_MOMENT_RESOLVED },
  };
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (AftPhaseSpan));
  g_autoptr(GArray) known = g_array_new (FALSE, FALSE, sizeof (AftPhaseSpan));
  gint64 start;
  gint64 end;

  g_return_val_if_fail (instants != NULL, NULL);

  if (!find_instant (instants, AFT_KEY_MOMENT_IMPACT_START, &start) &&
      !find_instant (instants, AFT_KEY_MOMENT_TRIGGER, &start))
    return g_steal_pointer (&spans);

  if (find_instant (instants, AFT_KEY_MOMENT_IMPACT_END, &end) || find_instant (instants, AFT_KEY_MOMENT_MITIGATED, &end))
    add (spans, AFT_PHASE_IMPACT, MIN (start, end), MAX (start, end));

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (find_instant (instants, ends[i].key, &end))
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

/**
 * aft_phases_compute:
 * @document: a document
 * @incident: (nullable): one of its incidents
 * @scenario: (nullable): what if, %NULL for the facts
 *
 * Returns: (transfer full) (element-type AftPhaseSpan): its phases, as aft_phases_derive() has them
 */
GArray *
aft_phases_compute (AftDocument *document,
                    AftIncident *incident,
                    AftScenario *scenario)
{
  AftEvent *events[AFT_N_KEY_MOMENTS];
  gint64 instants[AFT_N_KEY_MOMENTS];

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  aft_chronology_find_key_events (document, incident, scenario, events);
  for (guint i = 0; i < AFT_N_KEY_MOMENTS; i++)
    {
      AftMoment *at = events[i] != NULL ? aft_scenario_get_at (scenario, events[i]) : NULL;

      instants[i] = aft_moment_is_known (at) ? aft_moment_get_instant (at) : AFT_PHASES_UNKNOWN;
    }

  return aft_phases_derive (instants);
}

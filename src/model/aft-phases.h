/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"
#include "aft-incident.h"
#include "aft-scenario.h"

G_BEGIN_DECLS

/**
 * AftPhase:
 * @AFT_PHASE_DETECTION: until the team knew
 * @AFT_PHASE_DIAGNOSIS: until the cause was known
 * @AFT_PHASE_MITIGATION: until users no longer felt it
 * @AFT_PHASE_RESOLUTION: until the cause was gone
 * @AFT_PHASE_IMPACT: while users felt it
 *
 * A phase of an incident.
 */
typedef enum
{
  AFT_PHASE_DETECTION,
  AFT_PHASE_DIAGNOSIS,
  AFT_PHASE_MITIGATION,
  AFT_PHASE_RESOLUTION,
  AFT_PHASE_IMPACT,
} AftPhase;

/**
 * AftPhaseSpan:
 * @phase: which phase
 * @start_us: when it began, in microseconds since 1970, UTC
 * @end_us: when it ended, later than @start_us
 *
 * A phase as it went.
 */
typedef struct
{
  AftPhase phase;
  gint64   start_us;
  gint64   end_us;
} AftPhaseSpan;

/**
 * AFT_PHASES_UNKNOWN:
 *
 * The instant of a key moment that nobody knows.
 */
#define AFT_PHASES_UNKNOWN G_MININT64

GArray *aft_phases_derive  (const gint64 instants[AFT_N_KEY_MOMENTS]) G_GNUC_WARN_UNUSED_RESULT;
GArray *aft_phases_compute (AftDocument *document,
                            AftIncident *incident,
                            AftScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

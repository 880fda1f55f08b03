/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"
#include "aft-event.h"
#include "aft-incident.h"
#include "aft-scenario.h"

G_BEGIN_DECLS

/**
 * AFT_N_METRICS:
 *
 * How many figures there are for each incident.
 */
#define AFT_N_METRICS 6

/**
 * AftMetric:
 * @to_key: the key moment up to which it counts
 * @from_key: the key moment from which it counts: impact start, else the trigger
 * @from: (nullable): the event that carries it
 * @to: (nullable): the event that carries it
 * @known: whether both moments are known
 * @duration: from the one to the other, in microseconds; negative where the other came first
 * @precision: the coarser of the two precisions
 * @approximate: whether a moment is coarse or only about so
 *
 * One figure about the response to an incident, with the two moments it comes from.
 */
typedef struct
{
  AftKeyMoments to_key;
  AftKeyMoments from_key;
  AftEvent     *from;
  AftEvent     *to;
  gboolean      known;
  gint64        duration;
  AftPrecision  precision;
  gboolean      approximate;
} AftMetric;

void        aft_metrics_compute         (AftDocument     *document,
                                         AftIncident     *incident,
                                         AftMetric        metrics[AFT_N_METRICS]);
void        aft_metrics_compute_in      (AftDocument     *document,
                                         AftIncident     *incident,
                                         AftScenario     *scenario,
                                         AftMetric        metrics[AFT_N_METRICS]);
const char *aft_metric_get_label        (const AftMetric *self);
const char *aft_metric_get_source_label (const AftMetric *self);
char       *aft_metric_get_definition   (const AftMetric *self);
char       *aft_metric_format           (const AftMetric *self);
char       *aft_duration_format         (gint64           microseconds,
                                         AftPrecision     precision,
                                         gboolean         approximate);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_OBSERVATION (aft_observation_get_type ())

G_DECLARE_FINAL_TYPE (AftObservation, aft_observation, AFT, OBSERVATION, AftItem)

AftObservation *aft_observation_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char         *aft_observation_get_text       (AftObservation *self);
const char         *aft_observation_get_text_wider (AftObservation *self);
AftObservationKind  aft_observation_get_kind       (AftObservation *self);
AftAudience         aft_observation_get_audience   (AftObservation *self);

G_END_DECLS

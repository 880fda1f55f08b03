/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-phases.h"

G_BEGIN_DECLS

const char *aft_phase_get_label      (AftPhase phase);
const char *aft_phase_get_color_name (AftPhase phase);
const char *aft_phase_get_icon       (AftPhase phase);

G_END_DECLS

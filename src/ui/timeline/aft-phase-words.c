/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-phase-words.h"

typedef struct
{
  const char *label;
  const char *color;
  const char *icon;
} PhaseRow;

static const PhaseRow phases[] = {
  /* Translators: a phase of an incident: until the team knew */
  [AFT_PHASE_DETECTION] = { NC_("phase", "Detection"), "aft_detection_color", "afterword-detected-symbolic" },
  /* Translators: a phase of an incident: until the cause was known */
  [AFT_PHASE_DIAGNOSIS] = { NC_("phase", "Diagnosis"), "aft_diagnosis_color", "afterword-diagnosed-symbolic" },
  /* Translators: a phase of an incident: until the users no longer felt it */
  [AFT_PHASE_MITIGATION] = { NC_("phase", "Mitigation"), "aft_mitigation_color", "afterword-mitigated-symbolic" },
  /* Translators: a phase of an incident: until the cause was gone */
  [AFT_PHASE_RESOLUTION] = { NC_("phase", "Resolution"), "aft_resolution_color", "afterword-resolved-symbolic" },
  /* Translators: a phase of an incident: as long as the users felt it */
  [AFT_PHASE_IMPACT] = { NC_("phase", "Impact"), "aft_impact_color", "afterword-impact-symbolic" },
};

/**
 * aft_phase_get_label:
 * @phase: a phase
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
aft_phase_get_label (AftPhase phase)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "phase", phases[phase].label);
}

/**
 * aft_phase_get_color_name:
 * @phase: a phase
 *
 * Returns: (transfer none): the name of its colour in the style
 */
const char *
aft_phase_get_color_name (AftPhase phase)
{
  return phases[phase].color;
}

/**
 * aft_phase_get_icon:
 * @phase: a phase
 *
 * Returns: (transfer none): the name of its symbol
 */
const char *
aft_phase_get_icon (AftPhase phase)
{
  return phases[phase].icon;
}

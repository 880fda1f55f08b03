/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-observation.h"

/**
 * AftObservation:
 *
 * What went well or poorly, where we were lucky, what surprised us. Not numbered.
 */
struct _AftObservation
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftObservation, aft_observation, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TEXT,
  FIELD_TEXT_WIDER,
  FIELD_KIND,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "text", AFT_FIELD_TEXT, N_("Observation"), NULL, 0, 0, 0, AFT_FIELD_REQUIRED | AFT_FIELD_WIDER },
  { "kind", AFT_FIELD_CHOICE, N_("Kind"), aft_observation_kind_get_type },
};

static const AftItemTable table = {
  "observation", N_("Observation"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_observation_class_init (AftObservationClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_observation_init (AftObservation *self)
{
}

/**
 * aft_observation_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftObservation *
aft_observation_new (void)
{
  return g_object_new (AFT_TYPE_OBSERVATION, NULL);
}

const char *
aft_observation_get_text (AftObservation *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT);
}

const char *
aft_observation_get_text_wider (AftObservation *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT_WIDER);
}

AftObservationKind
aft_observation_get_kind (AftObservation *self)
{
  return (AftObservationKind) aft_item_get_integer (AFT_ITEM (self), FIELD_KIND);
}

AftAudience
aft_observation_get_audience (AftObservation *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

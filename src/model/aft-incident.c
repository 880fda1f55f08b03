/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-incident.h"
#include "aft-quantity.h"
#include "aft-stated-duration.h"

/**
 * AftIncident:
 *
 * What happened once. A document may hold several waves or recurrences.
 */
struct _AftIncident
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftIncident, aft_incident, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TITLE,
  FIELD_IMPACT,
  FIELD_IMPACT_WIDER,
  FIELD_AUDIENCE,
};

enum
{
  LIST_QUANTITIES,
  LIST_DURATIONS,
};

static const AftField fields[] = {
  { "title", AFT_FIELD_TEXT, N_("Title") },
  { "impact", AFT_FIELD_PROSE, N_("Impact"), NULL, 0, 0, 0, AFT_FIELD_WIDER },
};

static const AftChildList lists[] = {
  { "quantities", N_("Quantities"), aft_quantity_get_type },
  { "durations", N_("Stated durations"), aft_stated_duration_get_type },
};

static const AftItemTable table = {
  "incident", N_("Incident"), fields, G_N_ELEMENTS (fields), lists, G_N_ELEMENTS (lists)
};

static void
aft_incident_class_init (AftIncidentClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_incident_init (AftIncident *self)
{
}

/**
 * aft_incident_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftIncident *
aft_incident_new (void)
{
  return g_object_new (AFT_TYPE_INCIDENT, NULL);
}

const char *
aft_incident_get_title (AftIncident *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TITLE);
}

const char *
aft_incident_get_impact (AftIncident *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_IMPACT);
}

const char *
aft_incident_get_impact_wider (AftIncident *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_IMPACT_WIDER);
}

AftAudience
aft_incident_get_audience (AftIncident *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

GListModel *
aft_incident_get_quantities (AftIncident *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_QUANTITIES);
}

GListModel *
aft_incident_get_durations (AftIncident *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_DURATIONS);
}

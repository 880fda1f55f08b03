/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-event.h"

/**
 * AftEvent:
 *
 * One event of the timeline or of the lead-up.
 */
struct _AftEvent
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftEvent, aft_event, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TEXT,
  FIELD_TEXT_WIDER,
  FIELD_AT,
  FIELD_END,
  FIELD_LEAD_UP,
  FIELD_PLANNED,
  FIELD_INCIDENT,
  FIELD_KIND,
  FIELD_KEY_MOMENTS,
  FIELD_ACTOR,
  FIELD_BELIEVED,
  FIELD_KNOWN_AFTERWARDS,
  FIELD_EFFECT,
  FIELD_TAGS,
  FIELD_SOURCE,
  FIELD_LINK,
  FIELD_REFERENCES,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "text", AFT_FIELD_TEXT, N_("What happened"), NULL, 0, 0, 0, AFT_FIELD_REQUIRED | AFT_FIELD_WIDER },
  { "at", AFT_FIELD_MOMENT, N_("When") },
  { "end", AFT_FIELD_MOMENT, N_("Until") },
  { "lead-up", AFT_FIELD_BOOLEAN, N_("Before the event (lead-up)") },
  { "planned", AFT_FIELD_BOOLEAN, N_("Planned, not yet happened") },
  { "incident", AFT_FIELD_REFERENCE, N_("Incident") },
  { "kind", AFT_FIELD_CHOICE, N_("Kind"), aft_event_kind_get_type },
  { "key-moments", AFT_FIELD_MARKS, N_("Key moments"), aft_key_moments_get_type },
  { "actor", AFT_FIELD_REFERENCE, N_("Who, as a role") },
  { "believed", AFT_FIELD_TEXT, N_("What was believed at the time") },
  { "known-afterwards", AFT_FIELD_BOOLEAN, N_("Known only afterwards") },
  { "effect", AFT_FIELD_CHOICE, N_("Effect"), aft_effect_get_type },
  { "tags", AFT_FIELD_WORDS, N_("Tags") },
  { "source", AFT_FIELD_TEXT, N_("Source") },
  { "link", AFT_FIELD_TEXT, N_("Link") },
  { "references", AFT_FIELD_REFERENCES, N_("Related items") },
};

static const AftItemTable table = {
  "event", N_("Event"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_event_class_init (AftEventClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_event_init (AftEvent *self)
{
}

/**
 * aft_event_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftEvent *
aft_event_new (void)
{
  return g_object_new (AFT_TYPE_EVENT, NULL);
}

const char *
aft_event_get_text (AftEvent *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT);
}

const char *
aft_event_get_text_wider (AftEvent *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT_WIDER);
}

AftMoment *
aft_event_get_at (AftEvent *self)
{
  return aft_item_get_moment (AFT_ITEM (self), FIELD_AT);
}

AftMoment *
aft_event_get_end (AftEvent *self)
{
  return aft_item_get_moment (AFT_ITEM (self), FIELD_END);
}

gboolean
aft_event_is_lead_up (AftEvent *self)
{
  return aft_item_get_integer (AFT_ITEM (self), FIELD_LEAD_UP) != 0;
}

gboolean
aft_event_is_planned (AftEvent *self)
{
  return aft_item_get_integer (AFT_ITEM (self), FIELD_PLANNED) != 0;
}

const char *
aft_event_get_incident (AftEvent *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_INCIDENT);
}

AftEventKind
aft_event_get_kind (AftEvent *self)
{
  return (AftEventKind) aft_item_get_integer (AFT_ITEM (self), FIELD_KIND);
}

AftKeyMoments
aft_event_get_key_moments (AftEvent *self)
{
  return (AftKeyMoments) aft_item_get_integer (AFT_ITEM (self), FIELD_KEY_MOMENTS);
}

const char *
aft_event_get_actor (AftEvent *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_ACTOR);
}

const char *
aft_event_get_believed (AftEvent *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_BELIEVED);
}

gboolean
aft_event_get_known_afterwards (AftEvent *self)
{
  return aft_item_get_integer (AFT_ITEM (self), FIELD_KNOWN_AFTERWARDS) != 0;
}

AftEffect
aft_event_get_effect (AftEvent *self)
{
  return (AftEffect) aft_item_get_integer (AFT_ITEM (self), FIELD_EFFECT);
}

const char *const *
aft_event_get_tags (AftEvent *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_TAGS);
}

const char *
aft_event_get_source (AftEvent *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_SOURCE);
}

const char *
aft_event_get_link (AftEvent *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_LINK);
}

const char *const *
aft_event_get_references (AftEvent *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_REFERENCES);
}

AftAudience
aft_event_get_audience (AftEvent *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

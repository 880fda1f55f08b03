/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-factor.h"

/**
 * AftFactor:
 *
 * A condition that contributed, with what it belongs to.
 */
struct _AftFactor
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftFactor, aft_factor, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TEXT,
  FIELD_TEXT_WIDER,
  FIELD_ANSWERS,
  FIELD_EVENTS,
  FIELD_NOTE,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "text", AFT_FIELD_TEXT, N_("Contributing factor"), NULL, 0, 0, 0, AFT_FIELD_REQUIRED | AFT_FIELD_WIDER },
  { "answers", AFT_FIELD_REFERENCES, N_("Answers") },
  { "events", AFT_FIELD_REFERENCES, N_("Events") },
  { "note", AFT_FIELD_PROSE, N_("Note") },
};

static const AftItemTable table = {
  "factor", N_("Contributing factor"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_factor_class_init (AftFactorClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_factor_init (AftFactor *self)
{
}

/**
 * aft_factor_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftFactor *
aft_factor_new (void)
{
  return g_object_new (AFT_TYPE_FACTOR, NULL);
}

const char *
aft_factor_get_text (AftFactor *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT);
}

const char *
aft_factor_get_text_wider (AftFactor *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT_WIDER);
}

const char *const *
aft_factor_get_answers (AftFactor *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_ANSWERS);
}

const char *const *
aft_factor_get_events (AftFactor *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_EVENTS);
}

const char *
aft_factor_get_note (AftFactor *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_NOTE);
}

AftAudience
aft_factor_get_audience (AftFactor *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

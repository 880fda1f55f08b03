/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-stated-duration.h"

/**
 * AftStatedDuration:
 *
 * A duration that people stated, kept beside the computed ones.
 */
struct _AftStatedDuration
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftStatedDuration, aft_stated_duration, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_LABEL,
  FIELD_VALUE,
  FIELD_SOURCE,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "label", AFT_FIELD_TEXT, N_("What") },
  { "value", AFT_FIELD_TEXT, N_("Duration") },
  { "source", AFT_FIELD_TEXT, N_("Who says so") },
};

static const AftItemTable table = {
  "stated-duration", N_("Stated duration"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_stated_duration_class_init (AftStatedDurationClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_stated_duration_init (AftStatedDuration *self)
{
}

/**
 * aft_stated_duration_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftStatedDuration *
aft_stated_duration_new (void)
{
  return g_object_new (AFT_TYPE_STATED_DURATION, NULL);
}

const char *
aft_stated_duration_get_label (AftStatedDuration *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_LABEL);
}

const char *
aft_stated_duration_get_value (AftStatedDuration *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_VALUE);
}

const char *
aft_stated_duration_get_source (AftStatedDuration *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_SOURCE);
}

AftAudience
aft_stated_duration_get_audience (AftStatedDuration *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

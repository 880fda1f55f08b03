/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-reference.h"

/**
 * AftReference:
 *
 * Something outside that belongs to it: an issue, a change, a page.
 */
struct _AftReference
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftReference, aft_reference, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TITLE,
  FIELD_TITLE_WIDER,
  FIELD_LINK,
  FIELD_NOTE,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "title", AFT_FIELD_TEXT, N_("Title"), NULL, 0, 0, 0, AFT_FIELD_WIDER },
  { "link", AFT_FIELD_TEXT, N_("Link") },
  { "note", AFT_FIELD_TEXT, N_("Note") },
};

static const AftItemTable table = {
  "reference", N_("Related item"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_reference_class_init (AftReferenceClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_reference_init (AftReference *self)
{
}

/**
 * aft_reference_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftReference *
aft_reference_new (void)
{
  return g_object_new (AFT_TYPE_REFERENCE, NULL);
}

const char *
aft_reference_get_title (AftReference *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TITLE);
}

const char *
aft_reference_get_title_wider (AftReference *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TITLE_WIDER);
}

const char *
aft_reference_get_link (AftReference *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_LINK);
}

const char *
aft_reference_get_note (AftReference *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_NOTE);
}

AftAudience
aft_reference_get_audience (AftReference *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

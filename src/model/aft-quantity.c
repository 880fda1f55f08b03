/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-quantity.h"

/**
 * AftQuantity:
 *
 * A figure that tells how large the impact was, as people wrote it.
 */
struct _AftQuantity
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftQuantity, aft_quantity, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_LABEL,
  FIELD_VALUE,
  FIELD_UNIT,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "label", AFT_FIELD_TEXT, N_("What") },
  { "value", AFT_FIELD_TEXT, N_("Value") },
  { "unit", AFT_FIELD_TEXT, N_("Unit") },
};

static const AftItemTable table = {
  "quantity", N_("Quantity"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_quantity_class_init (AftQuantityClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_quantity_init (AftQuantity *self)
{
}

/**
 * aft_quantity_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftQuantity *
aft_quantity_new (void)
{
  return g_object_new (AFT_TYPE_QUANTITY, NULL);
}

const char *
aft_quantity_get_label (AftQuantity *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_LABEL);
}

const char *
aft_quantity_get_value (AftQuantity *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_VALUE);
}

const char *
aft_quantity_get_unit (AftQuantity *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_UNIT);
}

AftAudience
aft_quantity_get_audience (AftQuantity *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

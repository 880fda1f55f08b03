/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-role.h"

/**
 * AftRole:
 *
 * Someone who took part, as a role. People stand here alone, and never in a public edition.
 */
struct _AftRole
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftRole, aft_role, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_ROLE,
  FIELD_PERSON,
  FIELD_HANDLES,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "role", AFT_FIELD_TEXT, N_("Role"), NULL, 0, 0, 0, AFT_FIELD_REQUIRED },
  { "person", AFT_FIELD_TEXT, N_("Person"), NULL, 0, 0, 0, AFT_FIELD_PRIVATE },
  { "handles", AFT_FIELD_WORDS, N_("Handles and addresses"), NULL, 0, 0, 0, AFT_FIELD_PRIVATE },
};

static const AftItemTable table = {
  "role", N_("Role"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_role_class_init (AftRoleClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_role_init (AftRole *self)
{
}

/**
 * aft_role_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftRole *
aft_role_new (void)
{
  return g_object_new (AFT_TYPE_ROLE, NULL);
}

const char *
aft_role_get_role (AftRole *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_ROLE);
}

const char *
aft_role_get_person (AftRole *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_PERSON);
}

const char *const *
aft_role_get_handles (AftRole *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_HANDLES);
}

AftAudience
aft_role_get_audience (AftRole *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

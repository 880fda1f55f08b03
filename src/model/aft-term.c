/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-term.h"

/**
 * AftTerm:
 *
 * A word of the trade, and what it means.
 */
struct _AftTerm
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftTerm, aft_term, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TERM,
  FIELD_MEANING,
  FIELD_MEANING_WIDER,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "term", AFT_FIELD_TEXT, N_("Term") },
  { "meaning", AFT_FIELD_PROSE, N_("Meaning"), NULL, 0, 0, 0, AFT_FIELD_WIDER },
};

static const AftItemTable table = {
  "term", N_("Term"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_term_class_init (AftTermClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_term_init (AftTerm *self)
{
}

/**
 * aft_term_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftTerm *
aft_term_new (void)
{
  return g_object_new (AFT_TYPE_TERM, NULL);
}

const char *
aft_term_get_term (AftTerm *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TERM);
}

const char *
aft_term_get_meaning (AftTerm *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_MEANING);
}

const char *
aft_term_get_meaning_wider (AftTerm *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_MEANING_WIDER);
}

AftAudience
aft_term_get_audience (AftTerm *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

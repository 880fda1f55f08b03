/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-agenda-entry.h"

/**
 * AftAgendaEntry:
 *
 * One entry of the agenda of a meeting.
 */
struct _AftAgendaEntry
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftAgendaEntry, aft_agenda_entry, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TEXT,
  FIELD_KIND,
  FIELD_OUTCOME,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "text", AFT_FIELD_PROSE, N_("Entry") },
  { "kind", AFT_FIELD_CHOICE, N_("Kind"), aft_agenda_kind_get_type },
  { "outcome", AFT_FIELD_PROSE, N_("Outcome") },
};

static const AftItemTable table = {
  "agenda-entry", N_("Agenda entry"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_agenda_entry_class_init (AftAgendaEntryClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_agenda_entry_init (AftAgendaEntry *self)
{
}

/**
 * aft_agenda_entry_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftAgendaEntry *
aft_agenda_entry_new (void)
{
  return g_object_new (AFT_TYPE_AGENDA_ENTRY, NULL);
}

const char *
aft_agenda_entry_get_text (AftAgendaEntry *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT);
}

AftAgendaKind
aft_agenda_entry_get_kind (AftAgendaEntry *self)
{
  return (AftAgendaKind) aft_item_get_integer (AFT_ITEM (self), FIELD_KIND);
}

const char *
aft_agenda_entry_get_outcome (AftAgendaEntry *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_OUTCOME);
}

AftAudience
aft_agenda_entry_get_audience (AftAgendaEntry *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

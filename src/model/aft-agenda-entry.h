/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_AGENDA_ENTRY (aft_agenda_entry_get_type ())

G_DECLARE_FINAL_TYPE (AftAgendaEntry, aft_agenda_entry, AFT, AGENDA_ENTRY, AftItem)

AftAgendaEntry *aft_agenda_entry_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char    *aft_agenda_entry_get_text     (AftAgendaEntry *self);
AftAgendaKind  aft_agenda_entry_get_kind     (AftAgendaEntry *self);
const char    *aft_agenda_entry_get_outcome  (AftAgendaEntry *self);
AftAudience    aft_agenda_entry_get_audience (AftAgendaEntry *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-change.h"

G_BEGIN_DECLS

/* What only the journal calls. */

void        aft_journal_line_add_member    (GString         *line,
                                            const char      *name,
                                            const char      *text);
void        aft_journal_line_add_set       (GString         *line,
                                            const AftChange *change,
                                            gboolean         forward);
void        aft_journal_line_add_insert    (GString         *line,
                                            AftItem         *item,
                                            const char      *parent,
                                            const char      *list,
                                            guint            position);
void        aft_journal_line_add_remove    (GString         *line,
                                            AftItem         *item);
void        aft_journal_line_add_move      (GString         *line,
                                            AftItem         *item,
                                            const AftPlace  *to);
const char *aft_journal_line_get_list_name (const AftPlace  *place);

G_END_DECLS

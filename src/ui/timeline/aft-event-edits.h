/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-event.h"
#include "aft-session.h"

G_BEGIN_DECLS

AftEvent  *aft_event_edits_add           (AftSession  *session,
                                          AftMoment   *at,
                                          const char  *text,
                                          AftEvent    *after);
AftEvent  *aft_event_edits_add_line      (AftSession  *session,
                                          const char  *line,
                                          AftEvent    *after,
                                          GError     **error);
AftEvent  *aft_event_edits_add_dropped   (AftSession  *session,
                                          const char  *text,
                                          gint64       instant,
                                          GError     **error);
AftEvent  *aft_event_edits_insert        (AftSession  *session,
                                          GPtrArray   *events,
                                          AftEvent    *after);
AftEvent  *aft_event_edits_find_last     (AftSession  *session);
AftMoment *aft_event_edits_find_previous (AftSession  *session,
                                          AftEvent    *after);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-event.h"
#include "aft-session.h"

G_BEGIN_DECLS

AftEvent *aft_event_edits_add       (AftSession      *session,
                                     AftMoment       *at,
                                     const char      *text,
                                     AftEvent        *after);
AftEvent *aft_event_edits_add_lines (AftSession      *session,
                                     const char      *lines,
                                     AftEvent        *after,
                                     guint           *n_added,
                                     guint           *n_without_time);
AftEvent *aft_event_edits_add_line  (AftSession      *session,
                                     const char      *line,
                                     AftEvent        *after,
                                     GError         **error);
gboolean  aft_event_edits_move      (AftSession      *session,
                                     AftEvent        *event,
                                     gint64           microseconds);
gboolean  aft_event_edits_remove    (AftSession      *session,
                                     AftEvent        *event);
AftEvent *aft_event_edits_find_last (AftSession      *session);

G_END_DECLS

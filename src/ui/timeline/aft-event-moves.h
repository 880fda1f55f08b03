/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-event.h"
#include "aft-session.h"
#include "aft-shift.h"

G_BEGIN_DECLS

gboolean   aft_event_moves_shift     (AftSession *session,
                                      GPtrArray  *events,
                                      gint64      microseconds);
gboolean   aft_event_moves_apply     (AftSession *session,
                                      GPtrArray  *events,
                                      const AftShift *shift);
gboolean   aft_event_moves_shift_end (AftSession *session,
                                      AftEvent   *event,
                                      gint64      microseconds);
GPtrArray *aft_event_moves_duplicate (AftSession *session,
                                      GPtrArray  *events);
gboolean   aft_event_moves_remove    (AftSession *session,
                                      GPtrArray  *events);

G_END_DECLS

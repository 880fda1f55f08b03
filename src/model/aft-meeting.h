/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_MEETING (aft_meeting_get_type ())

G_DECLARE_FINAL_TYPE (AftMeeting, aft_meeting, AFT, MEETING, AftItem)

AftMeeting *aft_meeting_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char  *aft_meeting_get_title     (AftMeeting *self);
AftMoment   *aft_meeting_get_at        (AftMeeting *self);
const char  *aft_meeting_get_decisions (AftMeeting *self);
AftAudience  aft_meeting_get_audience  (AftMeeting *self);
GListModel  *aft_meeting_get_agenda    (AftMeeting *self);

G_END_DECLS

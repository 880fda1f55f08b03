/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-agenda-entry.h"
#include "aft-meeting.h"

/**
 * AftMeeting:
 *
 * A meeting about the document. Never published.
 */
struct _AftMeeting
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftMeeting, aft_meeting, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TITLE,
  FIELD_AT,
  FIELD_DECISIONS,
  FIELD_AUDIENCE,
};

enum
{
  LIST_AGENDA,
};

static const AftField fields[] = {
  { "title", AFT_FIELD_TEXT, N_("Title") },
  { "at", AFT_FIELD_MOMENT, N_("When") },
  { "decisions", AFT_FIELD_PROSE, N_("Decisions") },
};

static const AftChildList lists[] = {
  { "agenda", N_("Agenda"), aft_agenda_entry_get_type },
};

static const AftItemTable table = {
  "meeting", N_("Meeting"), fields, G_N_ELEMENTS (fields), lists, G_N_ELEMENTS (lists)
};

static void
aft_meeting_class_init (AftMeetingClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_meeting_init (AftMeeting *self)
{
}

/**
 * aft_meeting_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftMeeting *
aft_meeting_new (void)
{
  return g_object_new (AFT_TYPE_MEETING, NULL);
}

const char *
aft_meeting_get_title (AftMeeting *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TITLE);
}

AftMoment *
aft_meeting_get_at (AftMeeting *self)
{
  return aft_item_get_moment (AFT_ITEM (self), FIELD_AT);
}

const char *
aft_meeting_get_decisions (AftMeeting *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_DECISIONS);
}

AftAudience
aft_meeting_get_audience (AftMeeting *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

GListModel *
aft_meeting_get_agenda (AftMeeting *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_AGENDA);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "aft-enums.h"

G_BEGIN_DECLS

/**
 * AftReportEvent:
 * @start: the start as RFC 3339 where somebody gave a clock time, else the year, month or day; may be empty
 * @end: the end in the same notation; may be empty
 * @when: both as the report writes them
 * @is_known: whether there is a time at all
 * @precision: how exactly the start is known
 * @approximate: whether a time is only about so
 * @doubtful: whether somebody still has to decide which instant is meant
 * @kind: what it is
 * @text: what happened
 * @key_moments: what it marks; nothing where it is planned
 * @actor: who, as the edition names them; may be empty, as all texts that follow
 * @believed: what was believed at the time
 * @known_afterwards: whether it was known only afterwards
 * @effect: what it did
 * @tags: its tags, set apart by commas
 * @source: where it is known from
 * @link: the address of the source; any text
 * @planned: whether it has not happened yet
 * @lead_up: whether it came before the event
 * @item_id: the event it comes from
 *
 * One event, in the words of an edition.
 */
typedef struct
{
  char          *start;
  char          *end;
  char          *when;
  gboolean       is_known;
  AftPrecision   precision;
  gboolean       approximate;
  gboolean       doubtful;
  AftEventKind   kind;
  char          *text;
  AftKeyMoments  key_moments;
  char          *actor;
  char          *believed;
  gboolean       known_afterwards;
  AftEffect      effect;
  char          *tags;
  char          *source;
  char          *link;
  gboolean       planned;
  gboolean       lead_up;
  char          *item_id;
} AftReportEvent;

/**
 * AftReportAction:
 * @number: what is printed for it, such as "5a-i"
 * @text: what is to be done
 * @state: how far it is
 * @owner: who, as the edition names them; may be empty, as all texts that follow
 * @due: a day such as 2021-08-05, or a condition in words
 * @overdue: whether its day is past
 * @done_on: when it was done
 * @priority: how pressing it is
 * @purpose: what it is for
 * @outcome: what came of it
 * @reason: why it was declined
 * @tracker: its address; any text
 * @lesson_number: what is printed for the lesson; where there are several, set apart by commas
 * @lesson: the lesson; where there are several, each on a line
 * @corrective_number: what is printed for the corrective action
 * @corrective: the corrective action
 * @item_id: the action item it comes from
 *
 * One action item, in the words of an edition.
 */
typedef struct
{
  char           *number;
  char           *text;
  AftActionState  state;
  char           *owner;
  char           *due;
  gboolean        overdue;
  char           *done_on;
  AftPriority     priority;
  AftActionType   purpose;
  char           *outcome;
  char           *reason;
  char           *tracker;
  char           *lesson_number;
  char           *lesson;
  char           *corrective_number;
  char           *corrective;
  char           *item_id;
} AftReportAction;

void aft_report_event_free  (AftReportEvent  *self);
void aft_report_action_free (AftReportAction *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AftReportWords:
 *
 * The words of a report in one language. A report speaks the language of its document, whatever the
 * interface speaks; so these are a table, and not translated. Where a word has places to fill in,
 * they are {0}, {1} and so on, see aft_words_fill(). Arrays follow the order of the enumerations.
 */
typedef struct
{
  const char *code;

  /* Dates: {0} day, {1} month, {2} year, {3} weekday. */
  const char *months[12];
  const char *months_short[12];
  const char *weekdays[7];
  const char *date;
  const char *date_long;
  const char *date_short;
  const char *day_month;
  const char *days_of_month;
  const char *days_of_year;
  const char *month_year;
  const char *date_time;
  const char *hour;
  const char *doubt;
  const char *doubt_or;
  const char *zone_note;
  const char *years;
  const char *months_span;
  const char *weeks_span;
  const char *days;
  const char *days_hours;
  const char *hours;
  const char *hours_minutes;
  const char *minutes;
  const char *seconds;
  const char *unknown;

  /* The values of the enumerations. */
  const char *states[5];
  const char *sections[19];
  const char *analysis_how;
  const char *event_kinds[5];
  const char *effects[4];
  const char *key_moments[9];
  const char *answer_states[3];
  const char *joins[3];
  const char *join_signs[3];
  const char *observations[4];
  const char *action_states[4];
  const char *priorities[4];
  const char *purposes[5];
  const char *agenda_kinds[3];
  const char *metrics[6];
  const char *definitions[6];
  const char *from_impact;
  const char *from_trigger;

  /* The title block. */
  const char *kicker;
  const char *state;
  const char *severity;
  const char *event_dates;
  const char *reference;
  const char *tags;
  const char *edition;
  const char *editions[3];
  const char *contents;
  const char *page_of;
  const char *skip;
  const char *footnotes;
  const char *untitled;

  /* Labels. */
  const char *surprise;
  const char *when;
  const char *what_happened;
  const char *marks;
  const char *what;
  const char *value;
  const char *duration;
  const char *who_says;
  const char *measure;
  const char *meaning;
  const char *believed;
  const char *afterwards;
  const char *planned;
  const char *key_moment;
  const char *source;
  const char *who;
  const char *incident_n;
  const char *lead_up_events;
  const char *evidence;
  const char *note;
  const char *same_as;
  const char *events;
  const char *factor;
  const char *went_well;
  const char *no_answer;
  const char *not_in_edition;
  const char *one_not_in_edition;

  /* Lessons and actions: {0} number, {1} due. */
  const char *lesson;
  const char *corrective_action;
  const char *action_item;
  const char *action_item_due;
  const char *due;
  const char *overdue;
  const char *owner;
  const char *done_on;
  const char *outcome;
  const char *priority;
  const char *purpose;
  const char *tracker;
  const char *reason;
  const char *formerly;
  const char *comes_from;
  const char *also_for;
  const char *no_item_yet;
  const char *no_action_yet;
  const char *other_actions;

  /* The appendix. */
  const char *appendix;
  const char *roles;
  const char *role;
  const char *person;
  const char *meetings;
  const char *meeting_n;
  const char *agenda;
  const char *decisions;
  const char *todos;
  const char *publications;
  const char *place;
  const char *term;

  /* Figures. */
  const char *timeline_caption;
  const char *timeline_alternative;
  const char *tree_caption;
  const char *tree_alternative;
  const char *tree_part;
  const char *tree_part_from;
  const char *continued;
  const char *later;
  const char *broken_picture;

  /* Tables that are exported alone, in the order of their columns. */
  const char *event_columns[18];
  const char *action_columns[17];
  const char *precisions[6];
  const char *no;
  const char *yes;
  const char *due_when;
  const char *in_doubt;
} AftReportWords;

const AftReportWords *aft_report_words_get (const char *language);
char                 *aft_words_fill       (const char *pattern,
                                            ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

extern const AftReportWords aft_report_words_english;
extern const AftReportWords aft_report_words_german;

G_END_DECLS

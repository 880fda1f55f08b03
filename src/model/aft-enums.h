/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AftDocumentState:
 * @AFT_DOCUMENT_DRAFT: draft
 * @AFT_DOCUMENT_IN_REVIEW: in review
 * @AFT_DOCUMENT_REVIEWED: reviewed
 * @AFT_DOCUMENT_PUBLISHED: published
 * @AFT_DOCUMENT_CLOSED: closed
 *
 * How far a document has come.
 */
typedef enum
{
  AFT_DOCUMENT_DRAFT,
  AFT_DOCUMENT_IN_REVIEW,
  AFT_DOCUMENT_REVIEWED,
  AFT_DOCUMENT_PUBLISHED,
  AFT_DOCUMENT_CLOSED,
} AftDocumentState;

#define AFT_TYPE_DOCUMENT_STATE (aft_document_state_get_type ())
GType aft_document_state_get_type (void) G_GNUC_CONST;

/**
 * AftMethod:
 * @AFT_METHOD_FIVE_WHYS: five whys
 * @AFT_METHOD_HOW: how did it make sense?
 * @AFT_METHOD_FACTORS: contributing factors
 *
 * How the analysis is done.
 */
typedef enum
{
  AFT_METHOD_FIVE_WHYS,
  AFT_METHOD_HOW,
  AFT_METHOD_FACTORS,
} AftMethod;

#define AFT_TYPE_METHOD (aft_method_get_type ())
GType aft_method_get_type (void) G_GNUC_CONST;

/**
 * AftAudience:
 * @AFT_AUDIENCE_INHERIT: as usual here
 * @AFT_AUDIENCE_TEAM: team
 * @AFT_AUDIENCE_ORGANISATION: organisation
 * @AFT_AUDIENCE_EVERYONE: everyone
 *
 * Who an item is for. A child never reaches further than its parent.
 */
typedef enum
{
  AFT_AUDIENCE_INHERIT,
  AFT_AUDIENCE_TEAM,
  AFT_AUDIENCE_ORGANISATION,
  AFT_AUDIENCE_EVERYONE,
} AftAudience;

#define AFT_TYPE_AUDIENCE (aft_audience_get_type ())
GType aft_audience_get_type (void) G_GNUC_CONST;

/**
 * AftSectionKind:
 * @AFT_SECTION_OTHER: section
 * @AFT_SECTION_SUMMARY: summary
 * @AFT_SECTION_BACKGROUND: background
 * @AFT_SECTION_LEAD_UP: lead-up
 * @AFT_SECTION_IMPACT: impact
 * @AFT_SECTION_DETECTION: detection
 * @AFT_SECTION_DIAGNOSIS: diagnosis
 * @AFT_SECTION_MITIGATION: mitigation
 * @AFT_SECTION_RESOLUTION: resolution
 * @AFT_SECTION_KNOWN_BEFORE: known before?
 * @AFT_SECTION_TIMELINE: timeline
 * @AFT_SECTION_ANALYSIS: five whys
 * @AFT_SECTION_FACTORS: contributing factors
 * @AFT_SECTION_OBSERVATIONS: observations
 * @AFT_SECTION_LESSONS: lessons and actions
 * @AFT_SECTION_OPEN_QUESTIONS: open questions
 * @AFT_SECTION_RELATED: related items
 * @AFT_SECTION_GLOSSARY: glossary
 * @AFT_SECTION_FIGURES: figures
 *
 * What a section of the report holds.
 */
typedef enum
{
  AFT_SECTION_OTHER,
  AFT_SECTION_SUMMARY,
  AFT_SECTION_BACKGROUND,
  AFT_SECTION_LEAD_UP,
  AFT_SECTION_IMPACT,
  AFT_SECTION_DETECTION,
  AFT_SECTION_DIAGNOSIS,
  AFT_SECTION_MITIGATION,
  AFT_SECTION_RESOLUTION,
  AFT_SECTION_KNOWN_BEFORE,
  AFT_SECTION_TIMELINE,
  AFT_SECTION_ANALYSIS,
  AFT_SECTION_FACTORS,
  AFT_SECTION_OBSERVATIONS,
  AFT_SECTION_LESSONS,
  AFT_SECTION_OPEN_QUESTIONS,
  AFT_SECTION_RELATED,
  AFT_SECTION_GLOSSARY,
  AFT_SECTION_FIGURES,
} AftSectionKind;

#define AFT_TYPE_SECTION_KIND (aft_section_kind_get_type ())
GType aft_section_kind_get_type (void) G_GNUC_CONST;

/**
 * AftPrecision:
 * @AFT_PRECISION_YEAR: year
 * @AFT_PRECISION_MONTH: month
 * @AFT_PRECISION_DAY: day
 * @AFT_PRECISION_HOUR: hour
 * @AFT_PRECISION_MINUTE: minute
 * @AFT_PRECISION_SECOND: second
 *
 * How exactly a moment is known.
 */
typedef enum
{
  AFT_PRECISION_YEAR,
  AFT_PRECISION_MONTH,
  AFT_PRECISION_DAY,
  AFT_PRECISION_HOUR,
  AFT_PRECISION_MINUTE,
  AFT_PRECISION_SECOND,
} AftPrecision;

#define AFT_TYPE_PRECISION (aft_precision_get_type ())
GType aft_precision_get_type (void) G_GNUC_CONST;

/**
 * AftEventKind:
 * @AFT_EVENT_OBSERVATION: observation
 * @AFT_EVENT_ACTION: action
 * @AFT_EVENT_DECISION: decision
 * @AFT_EVENT_HYPOTHESIS: hypothesis
 * @AFT_EVENT_MESSAGE: message
 *
 * What an event is.
 */
typedef enum
{
  AFT_EVENT_OBSERVATION,
  AFT_EVENT_ACTION,
  AFT_EVENT_DECISION,
  AFT_EVENT_HYPOTHESIS,
  AFT_EVENT_MESSAGE,
} AftEventKind;

#define AFT_TYPE_EVENT_KIND (aft_event_kind_get_type ())
GType aft_event_kind_get_type (void) G_GNUC_CONST;

/**
 * AftEffect:
 * @AFT_EFFECT_NOT_ASSESSED: not assessed
 * @AFT_EFFECT_HELPED: helped
 * @AFT_EFFECT_HURT: hurt
 * @AFT_EFFECT_NONE: none
 *
 * What an event did to the response.
 */
typedef enum
{
  AFT_EFFECT_NOT_ASSESSED,
  AFT_EFFECT_HELPED,
  AFT_EFFECT_HURT,
  AFT_EFFECT_NONE,
} AftEffect;

#define AFT_TYPE_EFFECT (aft_effect_get_type ())
GType aft_effect_get_type (void) G_GNUC_CONST;

/**
 * AftKeyMoments:
 * @AFT_KEY_MOMENT_TRIGGER: trigger
 * @AFT_KEY_MOMENT_IMPACT_START: impact start
 * @AFT_KEY_MOMENT_DETECTED: detected
 * @AFT_KEY_MOMENT_ACKNOWLEDGED: acknowledged
 * @AFT_KEY_MOMENT_USERS_TOLD: users told
 * @AFT_KEY_MOMENT_DIAGNOSED: diagnosed
 * @AFT_KEY_MOMENT_MITIGATED: mitigated
 * @AFT_KEY_MOMENT_RESOLVED: resolved
 * @AFT_KEY_MOMENT_IMPACT_END: impact end
 *
 * The key moments of an incident. An event may carry several, in any order.
 */
typedef enum
{
  AFT_KEY_MOMENT_NOTHING = 0,
  AFT_KEY_MOMENT_TRIGGER = 1 << 0,
  AFT_KEY_MOMENT_IMPACT_START = 1 << 1,
  AFT_KEY_MOMENT_DETECTED = 1 << 2,
  AFT_KEY_MOMENT_ACKNOWLEDGED = 1 << 3,
  AFT_KEY_MOMENT_USERS_TOLD = 1 << 4,
  AFT_KEY_MOMENT_DIAGNOSED = 1 << 5,
  AFT_KEY_MOMENT_MITIGATED = 1 << 6,
  AFT_KEY_MOMENT_RESOLVED = 1 << 7,
  AFT_KEY_MOMENT_IMPACT_END = 1 << 8,
} AftKeyMoments;

/**
 * AFT_N_KEY_MOMENTS:
 *
 * How many key moments there are.
 */
#define AFT_N_KEY_MOMENTS 9

#define AFT_TYPE_KEY_MOMENTS (aft_key_moments_get_type ())
GType aft_key_moments_get_type (void) G_GNUC_CONST;

/**
 * AftAnswerState:
 * @AFT_ANSWER_POSSIBLE: possible
 * @AFT_ANSWER_CONFIRMED: confirmed
 * @AFT_ANSWER_RULED_OUT: ruled out
 *
 * How sure the team is of an answer.
 */
typedef enum
{
  AFT_ANSWER_POSSIBLE,
  AFT_ANSWER_CONFIRMED,
  AFT_ANSWER_RULED_OUT,
} AftAnswerState;

#define AFT_TYPE_ANSWER_STATE (aft_answer_state_get_type ())
GType aft_answer_state_get_type (void) G_GNUC_CONST;

/**
 * AftJoin:
 * @AFT_JOIN_OPEN: not said
 * @AFT_JOIN_AND: and: all were needed
 * @AFT_JOIN_OR: or: each suffices
 *
 * How the answers to one question belong together.
 */
typedef enum
{
  AFT_JOIN_OPEN,
  AFT_JOIN_AND,
  AFT_JOIN_OR,
} AftJoin;

#define AFT_TYPE_JOIN (aft_join_get_type ())
GType aft_join_get_type (void) G_GNUC_CONST;

/**
 * AftObservationKind:
 * @AFT_OBSERVATION_WELL: what went well
 * @AFT_OBSERVATION_POORLY: what went poorly
 * @AFT_OBSERVATION_LUCKY: where we were lucky
 * @AFT_OBSERVATION_SURPRISE: what surprised us
 *
 * What kind of observation it is.
 */
typedef enum
{
  AFT_OBSERVATION_WELL,
  AFT_OBSERVATION_POORLY,
  AFT_OBSERVATION_LUCKY,
  AFT_OBSERVATION_SURPRISE,
} AftObservationKind;

#define AFT_TYPE_OBSERVATION_KIND (aft_observation_kind_get_type ())
GType aft_observation_kind_get_type (void) G_GNUC_CONST;

/**
 * AftActionState:
 * @AFT_ACTION_OPEN: open
 * @AFT_ACTION_DOING: doing
 * @AFT_ACTION_DONE: done
 * @AFT_ACTION_DECLINED: declined
 *
 * How far an action item has come.
 */
typedef enum
{
  AFT_ACTION_OPEN,
  AFT_ACTION_DOING,
  AFT_ACTION_DONE,
  AFT_ACTION_DECLINED,
} AftActionState;

#define AFT_TYPE_ACTION_STATE (aft_action_state_get_type ())
GType aft_action_state_get_type (void) G_GNUC_CONST;

/**
 * AftPriority:
 * @AFT_PRIORITY_NONE: no priority
 * @AFT_PRIORITY_LOW: low
 * @AFT_PRIORITY_MEDIUM: medium
 * @AFT_PRIORITY_HIGH: high
 *
 * How much an action item matters.
 */
typedef enum
{
  AFT_PRIORITY_NONE,
  AFT_PRIORITY_LOW,
  AFT_PRIORITY_MEDIUM,
  AFT_PRIORITY_HIGH,
} AftPriority;

#define AFT_TYPE_PRIORITY (aft_priority_get_type ())
GType aft_priority_get_type (void) G_GNUC_CONST;

/**
 * AftActionType:
 * @AFT_ACTION_TYPE_UNSET: no type
 * @AFT_ACTION_TYPE_PREVENT: prevent
 * @AFT_ACTION_TYPE_DETECT: detect
 * @AFT_ACTION_TYPE_MITIGATE: mitigate
 * @AFT_ACTION_TYPE_PROCESS: process
 *
 * What an action does about a recurrence.
 */
typedef enum
{
  AFT_ACTION_TYPE_UNSET,
  AFT_ACTION_TYPE_PREVENT,
  AFT_ACTION_TYPE_DETECT,
  AFT_ACTION_TYPE_MITIGATE,
  AFT_ACTION_TYPE_PROCESS,
} AftActionType;

#define AFT_TYPE_ACTION_TYPE (aft_action_type_get_type ())
GType aft_action_type_get_type (void) G_GNUC_CONST;

/**
 * AftAgendaKind:
 * @AFT_AGENDA_PROPOSED_ACTION: proposed action
 * @AFT_AGENDA_EDIT: edit
 * @AFT_AGENDA_DISCUSS: discuss
 *
 * What a meeting is to do with an entry of its agenda.
 */
typedef enum
{
  AFT_AGENDA_PROPOSED_ACTION,
  AFT_AGENDA_EDIT,
  AFT_AGENDA_DISCUSS,
} AftAgendaKind;

#define AFT_TYPE_AGENDA_KIND (aft_agenda_kind_get_type ())
GType aft_agenda_kind_get_type (void) G_GNUC_CONST;

guint       aft_choice_get_n_values         (GType       type);
const char *aft_choice_get_nth_label        (GType       type,
                                             guint       nth);
const char *aft_choice_get_nth_source_label (GType       type,
                                             guint       nth);
const char *aft_choice_get_nick             (GType       type,
                                             int         value);
gboolean    aft_choice_from_nick            (GType       type,
                                             const char *nick,
                                             int        *value);
gboolean    aft_marks_from_nick             (GType       type,
                                             const char *nick,
                                             guint      *value);

G_END_DECLS

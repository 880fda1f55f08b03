/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-enums.h"

G_DEFINE_ENUM_TYPE (AftDocumentState, aft_document_state,
                    G_DEFINE_ENUM_VALUE (AFT_DOCUMENT_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (AFT_DOCUMENT_IN_REVIEW, "in-review"),
                    G_DEFINE_ENUM_VALUE (AFT_DOCUMENT_REVIEWED, "reviewed"),
                    G_DEFINE_ENUM_VALUE (AFT_DOCUMENT_PUBLISHED, "published"),
                    G_DEFINE_ENUM_VALUE (AFT_DOCUMENT_CLOSED, "closed"))

G_DEFINE_ENUM_TYPE (AftMethod, aft_method,
                    G_DEFINE_ENUM_VALUE (AFT_METHOD_FIVE_WHYS, "five-whys"),
                    G_DEFINE_ENUM_VALUE (AFT_METHOD_HOW, "how"),
                    G_DEFINE_ENUM_VALUE (AFT_METHOD_FACTORS, "factors"))

G_DEFINE_ENUM_TYPE (AftAudience, aft_audience,
                    G_DEFINE_ENUM_VALUE (AFT_AUDIENCE_INHERIT, "inherit"),
                    G_DEFINE_ENUM_VALUE (AFT_AUDIENCE_TEAM, "team"),
                    G_DEFINE_ENUM_VALUE (AFT_AUDIENCE_ORGANISATION, "organisation"),
                    G_DEFINE_ENUM_VALUE (AFT_AUDIENCE_EVERYONE, "everyone"))

G_DEFINE_ENUM_TYPE (AftSectionKind, aft_section_kind,
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_OTHER, "other"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_SUMMARY, "summary"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_BACKGROUND, "background"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_LEAD_UP, "lead-up"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_IMPACT, "impact"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_DETECTION, "detection"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_DIAGNOSIS, "diagnosis"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_MITIGATION, "mitigation"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_RESOLUTION, "resolution"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_KNOWN_BEFORE, "known-before"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_TIMELINE, "timeline"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_ANALYSIS, "analysis"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_FACTORS, "factors"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_OBSERVATIONS, "observations"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_LESSONS, "lessons"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_OPEN_QUESTIONS, "open-questions"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_RELATED, "related"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_GLOSSARY, "glossary"),
                    G_DEFINE_ENUM_VALUE (AFT_SECTION_FIGURES, "figures"))

G_DEFINE_ENUM_TYPE (AftPrecision, aft_precision,
                    G_DEFINE_ENUM_VALUE (AFT_PRECISION_YEAR, "year"),
                    G_DEFINE_ENUM_VALUE (AFT_PRECISION_MONTH, "month"),
                    G_DEFINE_ENUM_VALUE (AFT_PRECISION_DAY, "day"),
                    G_DEFINE_ENUM_VALUE (AFT_PRECISION_HOUR, "hour"),
                    G_DEFINE_ENUM_VALUE (AFT_PRECISION_MINUTE, "minute"),
                    G_DEFINE_ENUM_VALUE (AFT_PRECISION_SECOND, "second"))

G_DEFINE_ENUM_TYPE (AftEventKind, aft_event_kind,
                    G_DEFINE_ENUM_VALUE (AFT_EVENT_OBSERVATION, "observation"),
                    G_DEFINE_ENUM_VALUE (AFT_EVENT_ACTION, "action"),
                    G_DEFINE_ENUM_VALUE (AFT_EVENT_DECISION, "decision"),
                    G_DEFINE_ENUM_VALUE (AFT_EVENT_HYPOTHESIS, "hypothesis"),
                    G_DEFINE_ENUM_VALUE (AFT_EVENT_MESSAGE, "message"))

G_DEFINE_ENUM_TYPE (AftEffect, aft_effect,
                    G_DEFINE_ENUM_VALUE (AFT_EFFECT_NOT_ASSESSED, "not-assessed"),
                    G_DEFINE_ENUM_VALUE (AFT_EFFECT_HELPED, "helped"),
                    G_DEFINE_ENUM_VALUE (AFT_EFFECT_HURT, "hurt"),
                    G_DEFINE_ENUM_VALUE (AFT_EFFECT_NONE, "none"))

G_DEFINE_FLAGS_TYPE (AftKeyMoments, aft_key_moments,
                    G_DEFINE_ENUM_VALUE (AFT_KEY_MOMENT_TRIGGER, "trigger"),
                    G_DEFINE_ENUM_VALUE (AFT_KEY_MOMENT_IMPACT_START, "impact-start"),
                    G_DEFINE_ENUM_VALUE (AFT_KEY_MOMENT_DETECTED, "detected"),
                    G_DEFINE_ENUM_VALUE (AFT_KEY_MOMENT_ACKNOWLEDGED, "acknowledged"),
                    G_DEFINE_ENUM_VALUE (AFT_KEY_MOMENT_USERS_TOLD, "users-told"),
                    G_DEFINE_ENUM_VALUE (AFT_KEY_MOMENT_DIAGNOSED, "diagnosed"),
                    G_DEFINE_ENUM_VALUE (AFT_KEY_MOMENT_MITIGATED, "mitigated"),
                    G_DEFINE_ENUM_VALUE (AFT_KEY_MOMENT_RESOLVED, "resolved"),
                    G_DEFINE_ENUM_VALUE (AFT_KEY_MOMENT_IMPACT_END, "impact-end"))

G_DEFINE_ENUM_TYPE (AftAnswerState, aft_answer_state,
                    G_DEFINE_ENUM_VALUE (AFT_ANSWER_POSSIBLE, "possible"),
                    G_DEFINE_ENUM_VALUE (AFT_ANSWER_CONFIRMED, "confirmed"),
                    G_DEFINE_ENUM_VALUE (AFT_ANSWER_RULED_OUT, "ruled-out"))

G_DEFINE_ENUM_TYPE (AftJoin, aft_join,
                    G_DEFINE_ENUM_VALUE (AFT_JOIN_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (AFT_JOIN_AND, "and"),
                    G_DEFINE_ENUM_VALUE (AFT_JOIN_OR, "or"))

G_DEFINE_ENUM_TYPE (AftObservationKind, aft_observation_kind,
                    G_DEFINE_ENUM_VALUE (AFT_OBSERVATION_WELL, "well"),
                    G_DEFINE_ENUM_VALUE (AFT_OBSERVATION_POORLY, "poorly"),
                    G_DEFINE_ENUM_VALUE (AFT_OBSERVATION_LUCKY, "lucky"),
                    G_DEFINE_ENUM_VALUE (AFT_OBSERVATION_SURPRISE, "surprise"))

G_DEFINE_ENUM_TYPE (AftActionState, aft_action_state,
                    G_DEFINE_ENUM_VALUE (AFT_ACTION_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (AFT_ACTION_DOING, "doing"),
                    G_DEFINE_ENUM_VALUE (AFT_ACTION_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (AFT_ACTION_DECLINED, "declined"))

G_DEFINE_ENUM_TYPE (AftPriority, aft_priority,
                    G_DEFINE_ENUM_VALUE (AFT_PRIORITY_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (AFT_PRIORITY_LOW, "low"),
                    G_DEFINE_ENUM_VALUE (AFT_PRIORITY_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (AFT_PRIORITY_HIGH, "high"))

G_DEFINE_ENUM_TYPE (AftActionType, aft_action_type,
                    G_DEFINE_ENUM_VALUE (AFT_ACTION_TYPE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (AFT_ACTION_TYPE_PREVENT, "prevent"),
                    G_DEFINE_ENUM_VALUE (AFT_ACTION_TYPE_DETECT, "detect"),
                    G_DEFINE_ENUM_VALUE (AFT_ACTION_TYPE_MITIGATE, "mitigate"),
                    G_DEFINE_ENUM_VALUE (AFT_ACTION_TYPE_PROCESS, "process"))

G_DEFINE_ENUM_TYPE (AftAgendaKind, aft_agenda_kind,
                    G_DEFINE_ENUM_VALUE (AFT_AGENDA_PROPOSED_ACTION, "proposed-action"),
                    G_DEFINE_ENUM_VALUE (AFT_AGENDA_EDIT, "edit"),
                    G_DEFINE_ENUM_VALUE (AFT_AGENDA_DISCUSS, "discuss"))

typedef struct
{
  GType       (*type) (void);
  const char   *context;
  const char   *labels[20];
} ChoiceLabels;

/* In the order of the values. */
static const ChoiceLabels choice_labels[] = {
  { aft_document_state_get_type, "state",
    { NC_("state", "Draft"),
      NC_("state", "In review"),
      NC_("state", "Reviewed"),
      NC_("state", "Published"),
      NC_("state", "Closed") } },
  { aft_method_get_type, "method",
    { NC_("method", "Five whys"),
      NC_("method", "How did it make sense?"),
      NC_("method", "Contributing factors") } },
  { aft_audience_get_type, "audience",
    { NC_("audience", "As usual here"),
      NC_("audience", "Team"),
      NC_("audience", "Organisation"),
      NC_("audience", "Everyone") } },
  { aft_section_kind_get_type, "section",
    { NC_("section", "Section"),
      NC_("section", "Summary"),
      NC_("section", "Background"),
      NC_("section", "Lead-up"),
      NC_("section", "Impact"),
      NC_("section", "Detection"),
      NC_("section", "Diagnosis"),
      NC_("section", "Mitigation"),
      NC_("section", "Resolution"),
      NC_("section", "Known before?"),
      NC_("section", "Timeline"),
      NC_("section", "Five whys"),
      NC_("section", "Contributing factors"),
      NC_("section", "Observations"),
      NC_("section", "Lessons and actions"),
      NC_("section", "Open questions"),
      NC_("section", "Related items"),
      NC_("section", "Glossary"),
      NC_("section", "Figures") } },
  { aft_precision_get_type, "precision",
    { NC_("precision", "Year"),
      NC_("precision", "Month"),
      NC_("precision", "Day"),
      NC_("precision", "Hour"),
      NC_("precision", "Minute"),
      NC_("precision", "Second") } },
  { aft_event_kind_get_type, "event kind",
    { NC_("event kind", "Observation"),
      NC_("event kind", "Action"),
      NC_("event kind", "Decision"),
      NC_("event kind", "Hypothesis"),
      NC_("event kind", "Message") } },
  { aft_effect_get_type, "effect",
    { NC_("effect", "Not assessed"),
      NC_("effect", "Helped"),
      NC_("effect", "Hurt"),
      NC_("effect", "None") } },
  { aft_key_moments_get_type, "key moment",
    { NC_("key moment", "Trigger"),
      NC_("key moment", "Impact start"),
      NC_("key moment", "Detected"),
      NC_("key moment", "Acknowledged"),
      NC_("key moment", "Users told"),
      NC_("key moment", "Diagnosed"),
      NC_("key moment", "Mitigated"),
      NC_("key moment", "Resolved"),
      NC_("key moment", "Impact end") } },
  { aft_answer_state_get_type, "answer",
    { NC_("answer", "Possible"),
      NC_("answer", "Confirmed"),
      NC_("answer", "Ruled out") } },
  { aft_join_get_type, "join",
    { NC_("join", "Not said"),
      NC_("join", "And: all were needed"),
      NC_("join", "Or: each suffices") } },
  { aft_observation_kind_get_type, "observation",
    { NC_("observation", "What went well"),
      NC_("observation", "What went poorly"),
      NC_("observation", "Where we were lucky"),
      NC_("observation", "What surprised us") } },
  { aft_action_state_get_type, "action",
    { NC_("action", "Open"),
      NC_("action", "Doing"),
      NC_("action", "Done"),
      NC_("action", "Declined") } },
  { aft_priority_get_type, "priority",
    { NC_("priority", "No priority"),
      NC_("priority", "Low"),
      NC_("priority", "Medium"),
      NC_("priority", "High") } },
  { aft_action_type_get_type, "action type",
    { NC_("action type", "No type"),
      NC_("action type", "Prevent"),
      NC_("action type", "Detect"),
      NC_("action type", "Mitigate"),
      NC_("action type", "Process") } },
  { aft_agenda_kind_get_type, "agenda",
    { NC_("agenda", "Proposed action"),
      NC_("agenda", "Edit"),
      NC_("agenda", "Discuss") } },
};

static const ChoiceLabels *
find_labels (GType type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choice_labels); i++)
    if (choice_labels[i].type () == type)
      return &choice_labels[i];

  g_return_val_if_reached (&choice_labels[0]);
}

/**
 * aft_choice_get_n_values:
 * @type: one of the enumerations or flags here
 *
 * Returns: how many values it has
 */
guint
aft_choice_get_n_values (GType type)
{
  const ChoiceLabels *labels = find_labels (type);
  guint n_values = 0;

  while (n_values < G_N_ELEMENTS (labels->labels) && labels->labels[n_values] != NULL)
    n_values++;

  return n_values;
}

/**
 * aft_choice_get_nth_label:
 * @type: one of the enumerations or flags here
 * @nth: which value, counted from 0 (for flags: which bit)
 *
 * Returns: (transfer none): what people call the value, translated
 */
const char *
aft_choice_get_nth_label (GType type,
                          guint nth)
{
  const ChoiceLabels *labels = find_labels (type);

  g_return_val_if_fail (nth < aft_choice_get_n_values (type), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, labels->context, labels->labels[nth]);
}

/**
 * aft_choice_get_nth_source_label:
 * @type: one of the enumerations or flags here
 * @nth: which value, counted from 0 (for flags: which bit)
 *
 * Returns: (transfer none): the same in English, as it stands in the source
 */
const char *
aft_choice_get_nth_source_label (GType type,
                                 guint nth)
{
  g_return_val_if_fail (nth < aft_choice_get_n_values (type), "");

  return find_labels (type)->labels[nth];
}

/**
 * aft_choice_get_nick:
 * @type: one of the enumerations here
 * @value: a value of it
 *
 * Returns: (transfer none) (nullable): the word for it in the file
 */
const char *
aft_choice_get_nick (GType type,
                     int   value)
{
  GEnumClass *enum_class = g_type_class_ref (type);
  GEnumValue *row = g_enum_get_value (enum_class, value);

  return row != NULL ? row->value_nick : NULL;
}

/**
 * aft_choice_from_nick:
 * @type: one of the enumerations here
 * @nick: a word
 * @value: (out): what it means
 *
 * Returns: whether the word is known
 */
gboolean
aft_choice_from_nick (GType       type,
                      const char *nick,
                      int        *value)
{
  GEnumClass *enum_class = g_type_class_ref (type);
  GEnumValue *row = g_enum_get_value_by_nick (enum_class, nick);

  if (row != NULL)
    *value = row->value;

  return row != NULL;
}

/**
 * aft_marks_from_nick:
 * @type: one of the flags here
 * @nick: a word
 * @value: (out): what it means
 *
 * Returns: whether the word is known
 */
gboolean
aft_marks_from_nick (GType       type,
                     const char *nick,
                     guint      *value)
{
  GFlagsClass *flags_class = g_type_class_ref (type);
  GFlagsValue *row = g_flags_get_value_by_nick (flags_class, nick);

  if (row != NULL)
    *value = row->value;

  return row != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-words.h"
#include "aft-metrics.h"
#include "aft-scenario-note.h"
#include "aft-section.h"

/* What a scenario taught becomes an answered question in the section of the report that tells of that
 * part of the response: there people look for what could have been sooner. No fact is touched. */

static gboolean
is_changed (const AftMetric *fact,
            const AftMetric *what_if)
{
  g_autofree char *before = aft_metric_format (fact);
  g_autofree char *after = aft_metric_format (what_if);

  return fact->known && what_if->known && !g_str_equal (before, after);
}

/* The figure that would have gained most. */
static int
find_best (AftSession      *session,
           AftIncident     *incident,
           AftScenario     *scenario,
           AftMetric        facts[AFT_N_METRICS],
           AftMetric        what_ifs[AFT_N_METRICS])
{
  double best_share = G_MAXDOUBLE;
  int best = -1;

  aft_metrics_compute (aft_session_get_document (session), incident, facts);
  aft_metrics_compute_in (aft_session_get_document (session), incident, scenario, what_ifs);
  for (int i = 0; i < AFT_N_METRICS; i++)
    {
      const double share = facts[i].duration != 0 ? (double) what_ifs[i].duration / facts[i].duration : 1;

      if (is_changed (&facts[i], &what_ifs[i]) && share < best_share)
        {
          best = i;
          best_share = share;
        }
    }

  return best;
}

static char *
dup_sentence (const AftMetric *fact,
              const AftMetric *what_if)
{
  g_autofree char *before = aft_metric_format (fact);
  g_autofree char *after = aft_metric_format (what_if);

  switch (fact->to_key)
    {
    case AFT_KEY_MOMENT_DETECTED:
      /* Translators: of a scenario: a duration that might have been, and the one that was */
      return g_strdup_printf (_("Detected after %s instead of %s"), after, before);
    case AFT_KEY_MOMENT_USERS_TOLD:
      /* Translators: of a scenario: a duration that might have been, and the one that was */
      return g_strdup_printf (_("Users told after %s instead of %s"), after, before);
    case AFT_KEY_MOMENT_DIAGNOSED:
      /* Translators: of a scenario: a duration that might have been, and the one that was */
      return g_strdup_printf (_("Diagnosed after %s instead of %s"), after, before);
    case AFT_KEY_MOMENT_MITIGATED:
      /* Translators: of a scenario: a duration that might have been, and the one that was */
      return g_strdup_printf (_("Mitigated after %s instead of %s"), after, before);
    case AFT_KEY_MOMENT_RESOLVED:
      /* Translators: of a scenario: a duration that might have been, and the one that was */
      return g_strdup_printf (_("Resolved after %s instead of %s"), after, before);
    case AFT_KEY_MOMENT_NOTHING:
    case AFT_KEY_MOMENT_TRIGGER:
    case AFT_KEY_MOMENT_IMPACT_START:
    case AFT_KEY_MOMENT_ACKNOWLEDGED:
    case AFT_KEY_MOMENT_IMPACT_END:
    default:
      /* Translators: of a scenario: a duration that might have been, and the one that was */
      return g_strdup_printf (_("Impact lasted %s instead of %s"), after, before);
    }
}

static AftSectionKind
get_kind (const AftMetric *metric)
{
  if (metric == NULL)
    return AFT_SECTION_TIMELINE;

  switch (metric->to_key)
    {
    case AFT_KEY_MOMENT_DETECTED:
      return AFT_SECTION_DETECTION;
    case AFT_KEY_MOMENT_DIAGNOSED:
      return AFT_SECTION_DIAGNOSIS;
    case AFT_KEY_MOMENT_USERS_TOLD:
    case AFT_KEY_MOMENT_MITIGATED:
      return AFT_SECTION_MITIGATION;
    case AFT_KEY_MOMENT_RESOLVED:
      return AFT_SECTION_RESOLUTION;
    case AFT_KEY_MOMENT_IMPACT_END:
      return AFT_SECTION_IMPACT;
    case AFT_KEY_MOMENT_NOTHING:
    case AFT_KEY_MOMENT_TRIGGER:
    case AFT_KEY_MOMENT_IMPACT_START:
    case AFT_KEY_MOMENT_ACKNOWLEDGED:
    default:
      return AFT_SECTION_TIMELINE;
    }
}

/* Not every template has all of them. */
static AftSection *
find_section (AftDocument    *document,
              AftSectionKind  kind)
{
  const AftSectionKind kinds[] = {
    kind, AFT_SECTION_MITIGATION, AFT_SECTION_RESOLUTION, AFT_SECTION_DETECTION, AFT_SECTION_DIAGNOSIS,
    AFT_SECTION_TIMELINE, AFT_SECTION_ANALYSIS,
  };
  GListModel *sections = aft_document_get_sections (document);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < g_list_model_get_n_items (sections); j++)
      {
        g_autoptr(AftSection) section = g_list_model_get_item (sections, j);

        if (aft_section_get_kind (section) == kinds[i])
          return section;
      }

  return NULL;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 first = aft_moment_get_instant (aft_event_get_at (*(AftEvent **) a));
  const gint64 second = aft_moment_get_instant (aft_event_get_at (*(AftEvent **) b));

  return (first > second) - (first < second);
}

static char *
dup_text (AftSession      *session,
          AftScenario     *scenario,
          const AftMetric  facts[AFT_N_METRICS],
          const AftMetric  what_ifs[AFT_N_METRICS])
{
  g_autoptr(GPtrArray) moved = aft_scenario_dup_moved (scenario);
  GString *text = g_string_new (_("A scenario, not what happened."));
  GTimeZone *zone = aft_session_get_zone (session);

  g_string_append (text, "\n");
  for (int i = 0; i < AFT_N_METRICS; i++)
    if (is_changed (&facts[i], &what_ifs[i]))
      {
        g_autofree char *sentence = dup_sentence (&facts[i], &what_ifs[i]);

        g_string_append_printf (text, "\n- %s", sentence);
      }
  g_ptr_array_sort (moved, compare_times);
  for (guint i = 0; i < moved->len; i++)
    {
      g_autofree char *before = aft_moment_format (aft_event_get_at (moved->pdata[i]), zone, AFT_MOMENT_STYLE_FULL);
      g_autofree char *after = aft_moment_format (aft_scenario_get_at (scenario, moved->pdata[i]), zone,
                                                  AFT_MOMENT_STYLE_FULL);
      g_autofree char *title = aft_event_dup_title (moved->pdata[i]);
      /* Translators: of an event in a scenario: its text, when it would have been, and when it was */
      g_autofree char *line = g_strdup_printf (_("“%s”: %s instead of %s"), title, after, before);

      g_string_append_printf (text, "\n- %s", line);
    }

  return g_string_free (text, FALSE);
}

/**
 * aft_scenario_note_dup_name:
 * @session: a session
 * @incident: (nullable): an incident of its document
 * @scenario: a scenario
 *
 * Returns: (transfer full): what a note on it may be called, after the figure that gains most
 */
char *
aft_scenario_note_dup_name (AftSession  *session,
                            AftIncident *incident,
                            AftScenario *scenario)
{
  AftMetric facts[AFT_N_METRICS];
  AftMetric what_ifs[AFT_N_METRICS];
  int best;

  g_return_val_if_fail (AFT_IS_SESSION (session) && AFT_IS_SCENARIO (scenario), NULL);

  best = find_best (session, incident, scenario, facts, what_ifs);
  if (best < 0)
    return g_strdup (_("What if some events had been at another time?"));

  return dup_sentence (&facts[best], &what_ifs[best]);
}

/**
 * aft_scenario_note_keep:
 * @session: a session
 * @incident: (nullable): an incident of its document
 * @scenario: a scenario
 * @name: what the note is called
 *
 * Keeps what a scenario taught in the section that tells of that part of the response, in one edit.
 * The events stay as they were.
 *
 * Returns: (transfer none) (nullable): the note, %NULL where the document can't be changed
 */
AftResponseQuestion *
aft_scenario_note_keep (AftSession  *session,
                        AftIncident *incident,
                        AftScenario *scenario,
                        const char  *name)
{
  AftMetric facts[AFT_N_METRICS];
  AftMetric what_ifs[AFT_N_METRICS];
  AftDocument *document;
  AftHistory *history;
  AftSection *section;
  g_autoptr(AftResponseQuestion) note = NULL;
  g_autofree char *text = NULL;
  AftSectionKind kind;
  int best;

  g_return_val_if_fail (AFT_IS_SESSION (session) && AFT_IS_SCENARIO (scenario) && name != NULL, NULL);

  document = aft_session_get_document (session);
  history = aft_session_get_history (session);
  if (aft_history_is_read_only (history))
    return NULL;

  best = find_best (session, incident, scenario, facts, what_ifs);
  kind = get_kind (best >= 0 ? &facts[best] : NULL);
  text = dup_text (session, scenario, facts, what_ifs);
  note = aft_response_question_new ();
  g_object_set (note, "question", name, "answer", text, NULL);

  aft_history_commit (history);
  aft_history_begin (history, _("Keep Scenario as Note"));
  section = find_section (document, kind);
  if (section == NULL)
    {
      g_autoptr(AftSection) made = aft_section_new ();
      GListModel *sections = aft_document_get_sections (document);

      g_object_set (made, "kind", kind, "title", aft_choice_get_nth_label (AFT_TYPE_SECTION_KIND, kind), NULL);
      if (aft_history_insert (history, AFT_ITEM (document), "sections", g_list_model_get_n_items (sections),
                              AFT_ITEM (made)))
        section = made;
    }
  if (section != NULL)
    aft_history_insert (history, AFT_ITEM (section), "questions",
                        g_list_model_get_n_items (aft_section_get_questions (section)), AFT_ITEM (note));
  aft_history_end (history);

  /* The document keeps it. */
  return note;
}

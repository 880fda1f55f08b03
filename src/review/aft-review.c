/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-review"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-review-private.h"
#include "aft-response-question.h"
#include "aft-section.h"

static guint
count (GListModel *list)
{
  return g_list_model_get_n_items (list);
}

static gboolean
has_text (AftSection *section)
{
  GListModel *questions = aft_section_get_questions (section);

  if (aft_section_get_text (section)[0] != '\0' || aft_section_get_one_line (section)[0] != '\0' ||
      aft_section_get_surprise (section)[0] != '\0')
    return TRUE;

  for (guint i = 0; i < count (questions); i++)
    {
      g_autoptr(AftResponseQuestion) question = g_list_model_get_item (questions, i);

      if (aft_response_question_get_answer (question)[0] != '\0')
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_event (AftDocument *document,
           gboolean     lead_up)
{
  GListModel *events = aft_document_get_events (document);
  gboolean found = FALSE;

  for (guint i = 0; i < count (events) && !found; i++)
    {
      g_autoptr(AftItem) event = g_list_model_get_item (events, i);
      gboolean is_lead_up;

      g_object_get (event, "lead-up", &is_lead_up, NULL);
      found = is_lead_up == lead_up;
    }

  return found;
}

static gboolean
has_impact (AftDocument *document)
{
  GListModel *incidents = aft_document_get_incidents (document);

  for (guint i = 0; i < count (incidents); i++)
    {
      g_autoptr(AftItem) incident = g_list_model_get_item (incidents, i);

      if (aft_item_get_named_text (incident, "impact")[0] != '\0' || count (aft_item_get_list (incident, "quantities")) > 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * aft_review_section_is_empty:
 * @document: a document
 * @section: one of its sections
 *
 * Returns: whether nothing stands in the section, nor in what it shows
 */
gboolean
aft_review_section_is_empty (AftDocument *document,
                             AftItem     *section)
{
  if (has_text (AFT_SECTION (section)))
    return FALSE;

  switch (aft_section_get_kind (AFT_SECTION (section)))
    {
    case AFT_SECTION_LEAD_UP: return !has_event (document, TRUE);
    case AFT_SECTION_TIMELINE: return !has_event (document, FALSE);
    case AFT_SECTION_IMPACT: return !has_impact (document);
    case AFT_SECTION_ANALYSIS: return count (aft_document_get_problems (document)) == 0;
    case AFT_SECTION_FACTORS: return count (aft_document_get_factors (document)) == 0;
    case AFT_SECTION_OBSERVATIONS: return count (aft_document_get_observations (document)) == 0;
    case AFT_SECTION_LESSONS:
      return count (aft_document_get_lessons (document)) == 0 && count (aft_document_get_other_actions (document)) == 0 &&
             count (aft_document_get_other_items (document)) == 0;
    case AFT_SECTION_OPEN_QUESTIONS: return count (aft_document_get_open_questions (document)) == 0;
    case AFT_SECTION_RELATED: return count (aft_document_get_references (document)) == 0;
    case AFT_SECTION_GLOSSARY: return count (aft_document_get_glossary (document)) == 0;
    case AFT_SECTION_FIGURES: return count (aft_document_get_figures (document)) == 0;
    case AFT_SECTION_OTHER:
    case AFT_SECTION_SUMMARY:
    case AFT_SECTION_BACKGROUND:
    case AFT_SECTION_DETECTION:
    case AFT_SECTION_DIAGNOSIS:
    case AFT_SECTION_MITIGATION:
    case AFT_SECTION_RESOLUTION:
    case AFT_SECTION_KNOWN_BEFORE:
    default: return TRUE;
    }
}

void
aft_review_add (AftReview        *self,
                const char       *rule,
                AftFindingWeight  weight,
                AftItem          *item,
                const char       *message,
                const char       *advice)
{
  g_ptr_array_add (self->findings, aft_finding_new (rule, weight, item, message, advice));
}

/* Without a mend where @replacement is NULL. */
void
aft_review_add_mend (AftReview        *self,
                     const char       *rule,
                     AftFindingWeight  weight,
                     AftItem          *item,
                     const char       *message,
                     const char       *advice,
                     const char       *field,
                     const char       *replacement)
{
  aft_review_add (self, rule, weight, item, message, advice);
  if (replacement != NULL)
    aft_finding_offer (g_ptr_array_index (self->findings, self->findings->len - 1), field, replacement);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  AftFinding *first = *(AftFinding *const *) a;
  AftFinding *second = *(AftFinding *const *) b;

  return (int) aft_finding_get_weight (first) - (int) aft_finding_get_weight (second);
}

/**
 * aft_review_run:
 * @document: a document
 * @today: the present day
 * @required: (nullable) (scope call): says which sections have to be written
 * @user_data: for @required
 *
 * Looks for what is missing, contradictory or blaming.
 *
 * Returns: (transfer full) (element-type AftFinding): the findings, faults first, each kind in the
 *   order of the document
 */
GPtrArray *
aft_review_run (AftDocument     *document,
                const GDate     *today,
                AftRequiredFunc  required,
                gpointer         user_data)
{
  AftReview self = { document, today, required, user_data, NULL };

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  self.findings = g_ptr_array_new_with_free_func (g_object_unref);
  aft_review_check_sections (&self);
  aft_review_check_times (&self);
  aft_review_check_texts (&self);
  aft_review_check_whys (&self);
  aft_review_check_actions (&self);

  /* A merge sort in GLib: it keeps the order of equals. */
  g_ptr_array_sort (self.findings, compare_findings);

  return self.findings;
}

/**
 * aft_review_run_whys:
 * @document: a document
 *
 * Looks at the whys and the contributing factors alone, which takes a few milliseconds for thousands of
 * answers. aft_review_run() finds the same among the rest.
 *
 * Returns: (transfer full) (element-type AftFinding): the findings, faults first, each kind in the
 *   order of the document
 */
GPtrArray *
aft_review_run_whys (AftDocument *document)
{
  AftReview self = { .document = document };

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  self.findings = g_ptr_array_new_with_free_func (g_object_unref);
  aft_review_check_whys (&self);
  g_ptr_array_sort (self.findings, compare_findings);

  return self.findings;
}

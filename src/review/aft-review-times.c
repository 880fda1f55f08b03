/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-review"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-chronology.h"
#include "aft-event.h"
#include "aft-review-private.h"

/* What is said of moments and their order. */

typedef struct
{
  AftKeyMoments  first;
  AftKeyMoments  second;
  const char    *message;
} OrderRule;

/* What can't come before what. Detection before the impact is legitimate. */
static const OrderRule order_rules[] = {
  { AFT_KEY_MOMENT_IMPACT_START, AFT_KEY_MOMENT_IMPACT_END, N_("The impact ends before it starts.") },
  { AFT_KEY_MOMENT_TRIGGER, AFT_KEY_MOMENT_IMPACT_START, N_("The impact starts before its trigger.") },
  { AFT_KEY_MOMENT_DETECTED, AFT_KEY_MOMENT_ACKNOWLEDGED, N_("It was acknowledged before it was detected.") },
  { AFT_KEY_MOMENT_DETECTED, AFT_KEY_MOMENT_DIAGNOSED, N_("It was diagnosed before it was detected.") },
  { AFT_KEY_MOMENT_MITIGATED, AFT_KEY_MOMENT_RESOLVED, N_("It was resolved before it was mitigated.") },
};

static gboolean
is_before (AftMoment *first,
           AftMoment *second)
{
  return aft_moment_is_known (first) && aft_moment_is_known (second) &&
         MAX (aft_moment_get_end (first), aft_moment_get_instant (first)) < aft_moment_get_instant (second);
}

static void
check_event (AftReview *self,
             AftEvent  *event)
{
  AftMoment *at = aft_event_get_at (event);
  AftMoment *end = aft_event_get_end (event);

  if (is_before (end, at))
    aft_review_add (self, "end-before-start", AFT_FINDING_FAULT, AFT_ITEM (event),
                    _("An event ends before it starts."), _("Correct one of its two times."));

  if (aft_moment_is_doubtful (at) || aft_moment_is_doubtful (end))
    {
      AftMoment *doubtful = aft_moment_is_doubtful (at) ? at : end;
      /* Translators: %s is a time as somebody wrote it */
      g_autofree char *message = g_strdup_printf (_("“%s” can mean more than one time."), aft_moment_get_written (doubtful));

      aft_review_add (self, "open-doubt", AFT_FINDING_GAP, AFT_ITEM (event), message,
                      _("Ask whoever wrote it, and choose the reading that is right."));
    }

  if (aft_event_is_planned (event) && aft_event_get_key_moments (event) != 0)
    aft_review_add (self, "planned-key-moment", AFT_FINDING_FAULT, AFT_ITEM (event),
                    _("A plan carries a key moment."), _("A key moment is something that happened: take it off the plan."));
}

static void
check_incident (AftReview   *self,
                AftIncident *incident)
{
  for (gsize i = 0; i < G_N_ELEMENTS (order_rules); i++)
    {
      AftEvent *first = aft_chronology_get_key_event (self->document, incident, order_rules[i].first);
      AftEvent *second = aft_chronology_get_key_event (self->document, incident, order_rules[i].second);

      if (first != NULL && second != NULL && is_before (aft_event_get_at (second), aft_event_get_at (first)))
        aft_review_add (self, "key-moment-order", AFT_FINDING_FAULT, AFT_ITEM (second), _(order_rules[i].message),
                        _("Correct the time of one of the two events, or move the key moment."));
    }
}

void
aft_review_check_times (AftReview *self)
{
  GListModel *events = aft_document_get_events (self->document);
  GListModel *incidents = aft_document_get_incidents (self->document);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(AftEvent) event = g_list_model_get_item (events, i);

      check_event (self, event);
    }

  for (guint i = 0; i < g_list_model_get_n_items (incidents); i++)
    {
      g_autoptr(AftIncident) incident = g_list_model_get_item (incidents, i);

      check_incident (self, incident);
    }
  if (g_list_model_get_n_items (incidents) == 0)
    check_incident (self, NULL);
}

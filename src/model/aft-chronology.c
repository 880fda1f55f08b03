/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <string.h>

#include "aft-chronology.h"
#include "aft-document-private.h"

typedef struct
{
  AftEvent     *event;
  gint64        instant;
  AftPrecision  precision;
  guint         place;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->instant != second->instant)
    return first->instant < second->instant ? -1 : 1;
  if (first->precision != second->precision)
    return first->precision < second->precision ? -1 : 1;

  return first->place < second->place ? -1 : 1;
}

/**
 * aft_chronology_order:
 * @document: a document
 *
 * The total order of events: by start, by precision (the coarser first), by place in the list. An
 * event whose moment is unknown takes the key of the one before it in the list.
 *
 * Returns: (transfer container) (element-type AftEvent): all events in order
 */
GPtrArray *
aft_chronology_order (AftDocument *document)
{
  GListModel *events;
  GPtrArray *ordered;
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Entry last = { NULL, G_MININT64, AFT_PRECISION_YEAR, 0 };
  gboolean sorted = TRUE;
  guint n_events;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  events = aft_document_get_events (document);
  n_events = g_list_model_get_n_items (events);
  g_array_set_size (entries, n_events);
  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr(AftEvent) event = g_list_model_get_item (events, i);
      AftMoment *at = aft_event_get_at (event);

      last.event = event;
      last.place = i;
      if (aft_moment_is_known (at))
        {
          last.instant = aft_moment_get_instant (at);
          last.precision = aft_moment_get_precision (at);
        }
      g_array_index (entries, Entry, i) = last;
      sorted = sorted && (i == 0 || compare_entries (&g_array_index (entries, Entry, i - 1), &last) <= 0);
    }

  /* Most documents are told in order. */
  if (!sorted)
    g_array_sort (entries, compare_entries);

  ordered = g_ptr_array_sized_new (entries->len);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (ordered, g_array_index (entries, Entry, i).event);

  return ordered;
}

/**
 * aft_chronology_get_incident:
 * @document: a document
 * @event: an event of it
 *
 * Returns: (transfer none) (nullable): the incident to which it belongs: the one it names, else the
 *   first
 */
AftIncident *
aft_chronology_get_incident (AftDocument *document,
                             AftEvent    *event)
{
  AftItem *named = aft_document_find (document, aft_event_get_incident (event));
  g_autoptr(AftIncident) first = NULL;

  if (AFT_IS_INCIDENT (named))
    return AFT_INCIDENT (named);

  /* The list keeps it alive. */
  first = g_list_model_get_item (aft_document_get_incidents (document), 0);
  return first;
}

static gboolean
is_earlier (AftScenario *scenario,
            AftEvent    *event,
            AftEvent    *than)
{
  AftMoment *at = aft_scenario_get_at (scenario, event);
  AftMoment *other = aft_scenario_get_at (scenario, than);

  if (!aft_moment_is_known (other))
    return TRUE;

  return aft_moment_is_known (at) && aft_moment_get_instant (at) < aft_moment_get_instant (other);
}

/**
 * aft_chronology_find_key_events:
 * @document: a document
 * @incident: (nullable): one of its incidents
 * @scenario: (nullable): what if, %NULL for the facts
 * @events: (out caller-allocates) (array fixed-size=9): for each key moment the first event that carries it,
 *   %NULL where none does; a plan never does
 *
 * Takes one walk over the events, and none while no key moment changes.
 */
void
aft_chronology_find_key_events (AftDocument *document,
                                AftIncident *incident,
                                AftScenario *scenario,
                                AftEvent    *events[AFT_N_KEY_MOMENTS])
{
  GPtrArray *all;

  g_return_if_fail (AFT_IS_DOCUMENT (document) && events != NULL);

  memset (events, 0, AFT_N_KEY_MOMENTS * sizeof (AftEvent *));
  all = aft_document_peek_key_events (document);
  for (guint i = 0; i < all->len; i++)
    {
      AftEvent *event = all->pdata[i];
      const AftKeyMoments keys = aft_event_get_key_moments (event);

      if (aft_event_is_planned (event) || aft_chronology_get_incident (document, event) != incident)
        continue;

      for (guint nth = 0; nth < AFT_N_KEY_MOMENTS; nth++)
        if ((keys & (1u << nth)) != 0 && (events[nth] == NULL || is_earlier (scenario, event, events[nth])))
          events[nth] = event;
    }
}

/**
 * aft_chronology_dup_key_events:
 * @document: a document
 *
 * Returns: (transfer container) (element-type AftEvent): all events that carry a key moment, plans too, in the order of
 *   the list
 */
GPtrArray *
aft_chronology_dup_key_events (AftDocument *document)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  return g_ptr_array_copy (aft_document_peek_key_events (document), NULL, NULL);
}

/**
 * aft_chronology_get_key_event:
 * @document: a document
 * @incident: (nullable): one of its incidents
 * @key: one key moment
 *
 * Returns: (transfer none) (nullable): the first event that carries it; a plan never does
 */
AftEvent *
aft_chronology_get_key_event (AftDocument   *document,
                              AftIncident   *incident,
                              AftKeyMoments  key)
{
  AftEvent *events[AFT_N_KEY_MOMENTS];
  const int nth = g_bit_nth_lsf (key, -1);

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (nth >= 0 && nth < AFT_N_KEY_MOMENTS, NULL);

  aft_chronology_find_key_events (document, incident, NULL, events);

  return events[nth];
}

/**
 * aft_chronology_get_zone_name:
 * @document: a document
 *
 * Returns: (transfer full): the zone in which the document shows its times
 */
char *
aft_chronology_get_zone_name (AftDocument *document)
{
  const char *zone = aft_document_get_zone (document);

  return g_strdup (aft_zone_is_known (zone) ? zone : "UTC");
}

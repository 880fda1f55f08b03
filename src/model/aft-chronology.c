/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <string.h>

#include "aft-chronology.h"

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

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  events = aft_document_get_events (document);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
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
      g_array_append_val (entries, last);
    }

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
  GListModel *events = aft_document_get_events (document);
  AftEvent *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(AftEvent) event = g_list_model_get_item (events, i);

      if ((aft_event_get_key_moments (event) & key) == 0 || aft_event_is_planned (event) ||
          aft_chronology_get_incident (document, event) != incident)
        continue;

      if (found == NULL || !aft_moment_is_known (aft_event_get_at (found)) ||
          (aft_moment_is_known (aft_event_get_at (event)) &&
           aft_moment_get_instant (aft_event_get_at (event)) < aft_moment_get_instant (aft_event_get_at (found))))
        found = event;
    }

  return found;
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

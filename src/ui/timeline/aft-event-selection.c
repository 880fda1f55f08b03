/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-event-selection.h"

/**
 * AftEventSelection:
 *
 * The chosen events of a window, and among them the lead: the one that the form shows and that the
 * keys begin from. The canvas, the table and the form share one.
 */
struct _AftEventSelection
{
  GObject     parent_instance;

  /* Owned */
  GHashTable *events;
  AftEvent   *lead;
};

G_DEFINE_FINAL_TYPE (AftEventSelection, aft_event_selection, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LEAD,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
take (AftEventSelection *self,
      AftEvent          *lead)
{
  const gboolean led = g_set_object (&self->lead, lead);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (led)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEAD]);
}

static AftEvent *
find_any (AftEventSelection *self)
{
  GHashTableIter iter;
  gpointer event;

  g_hash_table_iter_init (&iter, self->events);

  return g_hash_table_iter_next (&iter, &event, NULL) ? event : NULL;
}

static void
aft_event_selection_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  AftEventSelection *self = AFT_EVENT_SELECTION (object);

  switch (property_id)
    {
    case PROP_LEAD:
      g_value_set_object (value, self->lead);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_event_selection_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  AftEventSelection *self = AFT_EVENT_SELECTION (object);

  switch (property_id)
    {
    case PROP_LEAD:
      aft_event_selection_choose (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_event_selection_finalize (GObject *object)
{
  AftEventSelection *self = AFT_EVENT_SELECTION (object);

  g_hash_table_unref (self->events);
  g_clear_object (&self->lead);

  G_OBJECT_CLASS (aft_event_selection_parent_class)->finalize (object);
}

static void
aft_event_selection_class_init (AftEventSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = aft_event_selection_finalize;
  object_class->get_property = aft_event_selection_get_property;
  object_class->set_property = aft_event_selection_set_property;

  /**
   * AftEventSelection:lead:
   *
   * The event that the form shows. Setting it chooses it alone.
   */
  properties[PROP_LEAD] = g_param_spec_object ("lead", NULL, NULL, AFT_TYPE_EVENT,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AftEventSelection::changed:
   *
   * Other events are chosen, or another one leads.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
aft_event_selection_init (AftEventSelection *self)
{
  self->events = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * aft_event_selection_new:
 *
 * Returns: (transfer full): a selection of nothing
 */
AftEventSelection *
aft_event_selection_new (void)
{
  return g_object_new (AFT_TYPE_EVENT_SELECTION, NULL);
}

/**
 * aft_event_selection_get_lead:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the event that leads, %NULL where nothing is chosen
 */
AftEvent *
aft_event_selection_get_lead (AftEventSelection *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_SELECTION (self), NULL);

  return self->lead;
}

/**
 * aft_event_selection_get_n_events:
 * @self: a selection
 *
 * Returns: how many events are chosen
 */
guint
aft_event_selection_get_n_events (AftEventSelection *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_SELECTION (self), 0);

  return g_hash_table_size (self->events);
}

/**
 * aft_event_selection_contains:
 * @self: a selection
 * @event: (nullable): an event
 *
 * Returns: whether it is chosen
 */
gboolean
aft_event_selection_contains (AftEventSelection *self,
                              AftEvent          *event)
{
  g_return_val_if_fail (AFT_IS_EVENT_SELECTION (self), FALSE);

  return event != NULL && g_hash_table_contains (self->events, event);
}

/**
 * aft_event_selection_dup_events:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type AftEvent): the chosen events, in no order
 */
GPtrArray *
aft_event_selection_dup_events (AftEventSelection *self)
{
  g_autoptr(GPtrArray) events = NULL;
  GHashTableIter iter;
  gpointer event;

  g_return_val_if_fail (AFT_IS_EVENT_SELECTION (self), NULL);

  events = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->events);
  while (g_hash_table_iter_next (&iter, &event, NULL))
    g_ptr_array_add (events, g_object_ref (event));

  return g_steal_pointer (&events);
}

/**
 * aft_event_selection_choose:
 * @self: a selection
 * @event: (nullable): an event
 *
 * Chooses one event alone, or none.
 */
void
aft_event_selection_choose (AftEventSelection *self,
                            AftEvent          *event)
{
  g_return_if_fail (AFT_IS_EVENT_SELECTION (self));
  g_return_if_fail (event == NULL || AFT_IS_EVENT (event));

  if (event == self->lead && g_hash_table_size (self->events) == (event != NULL ? 1 : 0))
    return;

  g_hash_table_remove_all (self->events);
  if (event != NULL)
    g_hash_table_add (self->events, g_object_ref (event));
  take (self, event);
}

/**
 * aft_event_selection_choose_many:
 * @self: a selection
 * @events: (element-type AftEvent): events
 * @lead: (nullable): which of them leads; %NULL for the last one
 *
 * Chooses several events, and no other.
 */
void
aft_event_selection_choose_many (AftEventSelection *self,
                                 GPtrArray         *events,
                                 AftEvent          *lead)
{
  g_return_if_fail (AFT_IS_EVENT_SELECTION (self) && events != NULL);

  g_hash_table_remove_all (self->events);
  for (guint i = 0; i < events->len; i++)
    g_hash_table_add (self->events, g_object_ref (events->pdata[i]));
  if (lead == NULL || !g_hash_table_contains (self->events, lead))
    lead = events->len > 0 ? events->pdata[events->len - 1] : NULL;
  take (self, lead);
}

/**
 * aft_event_selection_toggle:
 * @self: a selection
 * @event: an event
 *
 * Adds an event to those that are chosen, or takes it away.
 */
void
aft_event_selection_toggle (AftEventSelection *self,
                            AftEvent          *event)
{
  g_return_if_fail (AFT_IS_EVENT_SELECTION (self) && AFT_IS_EVENT (event));

  if (g_hash_table_remove (self->events, event))
    {
      take (self, self->lead == event ? find_any (self) : self->lead);
      return;
    }

  g_hash_table_add (self->events, g_object_ref (event));
  take (self, event);
}

/**
 * aft_event_selection_forget_removed:
 * @self: a selection
 *
 * Drops the events that are in no document any more.
 */
void
aft_event_selection_forget_removed (AftEventSelection *self)
{
  GHashTableIter iter;
  gpointer event;
  gboolean any = FALSE;

  g_return_if_fail (AFT_IS_EVENT_SELECTION (self));

  g_hash_table_iter_init (&iter, self->events);
  while (g_hash_table_iter_next (&iter, &event, NULL))
    if (aft_item_get_document (event) == NULL)
      {
        any = TRUE;
        g_hash_table_iter_remove (&iter);
      }
  if (any)
    take (self, aft_event_selection_contains (self, self->lead) ? self->lead : find_any (self));
}

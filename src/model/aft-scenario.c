/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include "aft-scenario.h"

/**
 * AftScenario:
 *
 * “Cut it in half”: what if some events had been at another time? It never touches the document.
 */
struct _AftScenario
{
  GObject     parent_instance;

  /* Owned: an event each and when it would have been */
  GHashTable *moved;
};

G_DEFINE_FINAL_TYPE (AftScenario, aft_scenario, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
aft_scenario_finalize (GObject *object)
{
  g_hash_table_unref (AFT_SCENARIO (object)->moved);

  G_OBJECT_CLASS (aft_scenario_parent_class)->finalize (object);
}

static void
aft_scenario_class_init (AftScenarioClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_scenario_finalize;

  /**
   * AftScenario::changed:
   *
   * Something would have been at another time.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
aft_scenario_init (AftScenario *self)
{
  self->moved = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) aft_moment_unref);
}

/**
 * aft_scenario_new:
 *
 * Returns: (transfer full): a scenario in which everything was as it was
 */
AftScenario *
aft_scenario_new (void)
{
  return g_object_new (AFT_TYPE_SCENARIO, NULL);
}

/**
 * aft_scenario_get_at:
 * @self: (nullable): a scenario, %NULL for the facts
 * @event: an event
 *
 * Returns: (transfer none) (nullable): when it would have been
 */
AftMoment *
aft_scenario_get_at (AftScenario *self,
                     AftEvent    *event)
{
  AftMoment *moved;

  g_return_val_if_fail (self == NULL || AFT_IS_SCENARIO (self), NULL);
  g_return_val_if_fail (AFT_IS_EVENT (event), NULL);

  moved = self != NULL ? g_hash_table_lookup (self->moved, event) : NULL;

  return moved != NULL ? moved : aft_event_get_at (event);
}

/**
 * aft_scenario_is_moved:
 * @self: (nullable): a scenario
 * @event: an event
 *
 * Returns: whether it would have been at another time
 */
gboolean
aft_scenario_is_moved (AftScenario *self,
                       AftEvent    *event)
{
  g_return_val_if_fail (self == NULL || AFT_IS_SCENARIO (self), FALSE);

  return self != NULL && g_hash_table_contains (self->moved, event);
}

/**
 * aft_scenario_get_n_moved:
 * @self: a scenario
 *
 * Returns: how many events would have been at another time
 */
guint
aft_scenario_get_n_moved (AftScenario *self)
{
  g_return_val_if_fail (AFT_IS_SCENARIO (self), 0);

  return g_hash_table_size (self->moved);
}

/**
 * aft_scenario_dup_moved:
 * @self: a scenario
 *
 * Returns: (transfer full) (element-type AftEvent): the events that would have been at another time, in no order
 */
GPtrArray *
aft_scenario_dup_moved (AftScenario *self)
{
  g_autoptr(GPtrArray) events = NULL;
  GHashTableIter iter;
  gpointer event;

  g_return_val_if_fail (AFT_IS_SCENARIO (self), NULL);

  events = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->moved);
  while (g_hash_table_iter_next (&iter, &event, NULL))
    g_ptr_array_add (events, g_object_ref (event));

  return g_steal_pointer (&events);
}

/**
 * aft_scenario_move:
 * @self: a scenario
 * @event: an event whose time is known
 * @microseconds: by how much it would have been later than it stands in the scenario
 */
void
aft_scenario_move (AftScenario *self,
                   AftEvent    *event,
                   gint64       microseconds)
{
  g_autoptr(AftMoment) shifted = NULL;
  AftMoment *fact;

  g_return_if_fail (AFT_IS_SCENARIO (self) && AFT_IS_EVENT (event));

  fact = aft_event_get_at (event);
  if (!aft_moment_is_known (fact))
    return;

  shifted = aft_moment_shift (aft_scenario_get_at (self, event), microseconds);
  if (aft_moment_get_instant (shifted) == aft_moment_get_instant (fact))
    g_hash_table_remove (self->moved, event);
  else
    g_hash_table_insert (self->moved, g_object_ref (event), g_steal_pointer (&shifted));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * aft_scenario_forget_removed:
 * @self: a scenario
 *
 * Forgets events that are no longer in a document.
 */
void
aft_scenario_forget_removed (AftScenario *self)
{
  GHashTableIter iter;
  gpointer event;
  gboolean changed = FALSE;

  g_return_if_fail (AFT_IS_SCENARIO (self));

  g_hash_table_iter_init (&iter, self->moved);
  while (g_hash_table_iter_next (&iter, &event, NULL))
    if (aft_item_get_document (event) == NULL)
      {
        g_hash_table_iter_remove (&iter);
        changed = TRUE;
      }
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * aft_scenario_reset:
 * @self: a scenario
 *
 * Everything is as it was again.
 */
void
aft_scenario_reset (AftScenario *self)
{
  g_return_if_fail (AFT_IS_SCENARIO (self));

  g_hash_table_remove_all (self->moved);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

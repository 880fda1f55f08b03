/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-event-chooser.h"

/**
 * AftEventChooser:
 *
 * Keeps the rows that a list view shows as selected and the chosen events the same. The events are
 * the truth: those that a filter hides stay chosen.
 */
struct _AftEventChooser
{
  GObject            parent_instance;

  /* Owned */
  AftEventList      *events;
  GtkSelectionModel *model;
  AftEventSelection *selection;
  GSignalGroup      *selection_signals;
  /* Weak: where a range begins */
  AftEvent          *anchor;

  guint              frozen;
};

G_DEFINE_FINAL_TYPE (AftEventChooser, aft_event_chooser, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show (AftEventChooser *self)
{
  const guint n_events = g_list_model_get_n_items (G_LIST_MODEL (self->events));
  const guint n_chosen = aft_event_selection_get_n_events (self->selection);
  g_autoptr(GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) all = gtk_bitset_new_range (0, n_events);
  guint position;

  if (n_chosen == 1 && aft_event_list_find (self->events, aft_event_selection_get_lead (self->selection), &position))
    gtk_bitset_add (selected, position);
  for (guint i = 0; n_chosen > 1 && i < n_events; i++)
    if (aft_event_selection_contains (self->selection, aft_event_list_peek (self->events, i)))
      gtk_bitset_add (selected, i);

  self->frozen++;
  gtk_selection_model_set_selection (self->model, selected, all);
  self->frozen--;
}

static void
chosen_changed_cb (AftEventChooser *self)
{
  if (aft_event_selection_get_n_events (self->selection) <= 1)
    g_set_weak_pointer (&self->anchor, aft_event_selection_get_lead (self->selection));
  if (self->frozen == 0)
    show (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What the list view does of its own accord, such as selecting all. */
static void
rows_changed_cb (AftEventChooser *self)
{
  g_autoptr(GtkBitset) selected = NULL;
  g_autoptr(GPtrArray) events = NULL;
  GtkBitsetIter iter;
  guint position;

  if (self->frozen > 0)
    return;

  selected = gtk_selection_model_get_selection (self->model);
  events = g_ptr_array_new ();
  for (gboolean any = gtk_bitset_iter_init_first (&iter, selected, &position); any;
       any = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (events, aft_event_list_peek (self->events, position));

  self->frozen++;
  aft_event_selection_choose_many (self->selection, events, aft_event_selection_get_lead (self->selection));
  self->frozen--;
}

static void
extend (AftEventChooser *self,
        AftEvent        *event)
{
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(AftEvent) anchor = NULL;
  guint from;
  guint to;

  if (!aft_event_list_find (self->events, self->anchor, &from) || !aft_event_list_find (self->events, event, &to))
    {
      aft_event_selection_choose (self->selection, event);
      return;
    }

  anchor = g_object_ref (self->anchor);
  events = g_ptr_array_new ();
  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    g_ptr_array_add (events, aft_event_list_peek (self->events, i));
  aft_event_selection_choose_many (self->selection, events, event);
  g_set_weak_pointer (&self->anchor, anchor);
}

static void
lead (AftEventChooser *self,
      AftEvent        *event)
{
  g_autoptr(GPtrArray) events = NULL;

  if (event == aft_event_selection_get_lead (self->selection))
    return;

  if (!aft_event_selection_contains (self->selection, event))
    {
      aft_event_selection_choose (self->selection, event);
      return;
    }

  events = aft_event_selection_dup_events (self->selection);
  aft_event_selection_choose_many (self->selection, events, event);
}

static void
aft_event_chooser_dispose (GObject *object)
{
  AftEventChooser *self = AFT_EVENT_CHOOSER (object);

  g_clear_weak_pointer (&self->anchor);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->events);

  G_OBJECT_CLASS (aft_event_chooser_parent_class)->dispose (object);
}

static void
aft_event_chooser_class_init (AftEventChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_event_chooser_dispose;

  /**
   * AftEventChooser::changed:
   *
   * Other events are chosen, or another one leads.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
aft_event_chooser_init (AftEventChooser *self)
{
  self->selection_signals = g_signal_group_new (AFT_TYPE_EVENT_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (chosen_changed_cb), self);
}

/**
 * aft_event_chooser_new:
 * @events: the events of a list view
 *
 * Returns: (transfer full): a chooser with a selection of its own
 */
AftEventChooser *
aft_event_chooser_new (AftEventList *events)
{
  AftEventChooser *self;

  g_return_val_if_fail (AFT_IS_EVENT_LIST (events), NULL);

  self = g_object_new (AFT_TYPE_EVENT_CHOOSER, NULL);
  self->events = g_object_ref (events);
  self->model = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (events))));
  self->selection = aft_event_selection_new ();
  g_signal_group_set_target (self->selection_signals, self->selection);
  g_signal_connect_object (self->model, "selection-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * aft_event_chooser_get_model:
 * @self: a chooser
 *
 * Returns: (transfer none): what the list view shows
 */
GtkSelectionModel *
aft_event_chooser_get_model (AftEventChooser *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_CHOOSER (self), NULL);

  return self->model;
}

/**
 * aft_event_chooser_get_selection:
 * @self: a chooser
 *
 * Returns: (transfer none): the chosen events
 */
AftEventSelection *
aft_event_chooser_get_selection (AftEventChooser *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_CHOOSER (self), NULL);

  return self->selection;
}

/**
 * aft_event_chooser_set_selection:
 * @self: a chooser
 * @selection: the chosen events, shared with others
 */
void
aft_event_chooser_set_selection (AftEventChooser   *self,
                                 AftEventSelection *selection)
{
  g_return_if_fail (AFT_IS_EVENT_CHOOSER (self) && AFT_IS_EVENT_SELECTION (selection));

  if (!g_set_object (&self->selection, selection))
    return;

  g_signal_group_set_target (self->selection_signals, selection);
  chosen_changed_cb (self);
}

/**
 * aft_event_chooser_choose:
 * @self: a chooser
 * @event: the event that somebody turns to
 * @how: what happens to the others
 */
void
aft_event_chooser_choose (AftEventChooser *self,
                          AftEvent        *event,
                          AftEventChoice   how)
{
  g_return_if_fail (AFT_IS_EVENT_CHOOSER (self) && AFT_IS_EVENT (event));

  switch (how)
    {
    case AFT_EVENT_CHOICE_LEAD:
      lead (self, event);
      break;
    case AFT_EVENT_CHOICE_TOGGLE:
      aft_event_selection_toggle (self->selection, event);
      g_set_weak_pointer (&self->anchor, event);
      break;
    case AFT_EVENT_CHOICE_EXTEND:
      extend (self, event);
      break;
    case AFT_EVENT_CHOICE_ALONE:
    default:
      aft_event_selection_choose (self->selection, event);
    }
}

/**
 * aft_event_chooser_freeze:
 * @self: a chooser
 *
 * Until aft_event_chooser_thaw(), rows come and go without meaning anything.
 */
void
aft_event_chooser_freeze (AftEventChooser *self)
{
  g_return_if_fail (AFT_IS_EVENT_CHOOSER (self));

  self->frozen++;
}

/**
 * aft_event_chooser_thaw:
 * @self: a chooser
 *
 * Shows as selected what is chosen now.
 */
void
aft_event_chooser_thaw (AftEventChooser *self)
{
  g_return_if_fail (AFT_IS_EVENT_CHOOSER (self) && self->frozen > 0);

  if (--self->frozen == 0)
    show (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-table-private.h"

/* How long one step may take, in microseconds */
#define STEP (12 * G_TIME_SPAN_MILLISECOND)

/**
 * AftEventTable:
 *
 * The events that match a filter, edited in place, above them what filters, and below them the line
 * that takes new ones.
 */

G_DEFINE_FINAL_TYPE (AftEventTable, aft_event_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_counts (AftEventTable *self)
{
  const guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->events));
  const guint n_all = aft_event_list_get_n_all (self->events);

  aft_filter_bar_set_counts (AFT_FILTER_BAR (self->bar), n_shown, n_all);
  gtk_widget_set_visible (self->bar, n_all > 0);
  gtk_widget_set_visible (self->nothing, n_all > 0 && n_shown == 0);
  gtk_widget_set_visible (self->scroller, n_all == 0 || n_shown > 0);
}

/* Where there are very many events it takes several steps to look at them all. */
static gboolean
refill (AftEventTable *self,
        gint64         deadline)
{
  AftEventRow *focused = aft_event_table_get_focused_row (self);
  const AftEventCell cell = focused != NULL ? aft_event_row_get_cell (focused) : AFT_EVENT_CELL_NONE;
  g_autoptr(AftEvent) written = NULL;

  if (cell != AFT_EVENT_CELL_NONE)
    written = g_object_ref (aft_event_row_get_event (focused));
  aft_event_list_set_sort (self->events, aft_filter_bar_get_sort (AFT_FILTER_BAR (self->bar)));
  aft_event_list_set_kept (self->events, written, self->added);
  if (self->edited)
    aft_event_list_read (self->events, aft_session_get_document (self->session));
  else if (self->outdated)
    aft_event_list_restart (self->events);
  self->edited = FALSE;
  self->outdated = FALSE;
  if (!aft_event_list_look (self->events, deadline))
    return FALSE;

  aft_event_chooser_freeze (self->chooser);
  aft_event_list_update (self->events);
  aft_event_chooser_thaw (self->chooser);
  show_counts (self);
  aft_event_table_show_headings (self);
  if (written != NULL && aft_item_get_document (AFT_ITEM (written)) != NULL)
    aft_event_table_focus_event (self, written, cell);

  return TRUE;
}

static void
show_selected (AftEventTable *self)
{
  guint position;

  if (gtk_widget_get_focus_child (self->list) == NULL &&
      aft_event_list_find (self->events, self->selected, &position))
    aft_event_table_scroll_to (self, position);
}

static gboolean
more_cb (gpointer user_data)
{
  AftEventTable *self = user_data;
  gboolean more;

  aft_event_chooser_freeze (self->chooser);
  more = aft_event_list_tell_more (self->events);
  aft_event_chooser_thaw (self->chooser);
  if (more)
    return G_SOURCE_CONTINUE;

  self->more_id = 0;
  show_selected (self);

  return G_SOURCE_REMOVE;
}

static gboolean
update_cb (gpointer user_data)
{
  AftEventTable *self = user_data;

  self->update_id = 0;
  if (refill (self, g_get_monotonic_time () + STEP))
    {
      show_selected (self);
      if (self->more_id == 0)
        self->more_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, more_cb, self, NULL);
    }
  else
    self->update_id = g_idle_add (update_cb, self);

  return G_SOURCE_REMOVE;
}

void
aft_event_table_queue_update (AftEventTable *self)
{
  self->outdated = TRUE;
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, update_cb, self, NULL);
}

static void
edited_cb (AftEventTable *self)
{
  self->edited = TRUE;
  aft_event_table_queue_update (self);
}

static void
filter_changed_cb (AftEventTable *self)
{
  g_clear_weak_pointer (&self->added);
  aft_event_table_queue_update (self);
}

static void
added_cb (AftEventTable *self,
          AftEvent      *event)
{
  g_set_weak_pointer (&self->added, event);
}

static void
chosen_changed_cb (AftEventTable *self)
{
  if (!g_set_object (&self->selected,
                     aft_event_selection_get_lead (aft_event_chooser_get_selection (self->chooser))))
    return;

  show_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
left_bar_cb (AftEventTable *self)
{
  AftEvent *event = self->selected;
  guint position;

  /* What was typed last may not be filtered yet. */
  if (self->update_id != 0)
    {
      g_clear_handle_id (&self->update_id, g_source_remove);
      refill (self, G_MAXINT64);
    }
  if (!aft_event_list_find (self->events, event, &position))
    event = aft_event_list_peek (self->events, 0);
  if (event == NULL)
    return;

  aft_event_chooser_choose (self->chooser, event, AFT_EVENT_CHOICE_LEAD);
  aft_event_table_focus_event (self, event, AFT_EVENT_CELL_TEXT);
}

static void
aft_event_table_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AftEventTable *self = AFT_EVENT_TABLE (object);

  switch (property_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_event_table_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  AftEventTable *self = AFT_EVENT_TABLE (object);

  switch (property_id)
    {
    case PROP_SELECTED:
      aft_event_table_set_selected (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_event_table_dispose (GObject *object)
{
  AftEventTable *self = AFT_EVENT_TABLE (object);

  g_clear_handle_id (&self->more_id, g_source_remove);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_weak_pointer (&self->added);
  g_clear_object (&self->filter_signals);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->chooser);
  g_clear_object (&self->events);
  g_clear_object (&self->filter);
  g_clear_object (&self->selected);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_event_table_parent_class)->dispose (object);
}

static void
aft_event_table_class_init (AftEventTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_event_table_dispose;
  object_class->get_property = aft_event_table_get_property;
  object_class->set_property = aft_event_table_set_property;

  /**
   * AftEventTable:selected:
   *
   * The event that is chosen, the one that leads of several.
   */
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, AFT_TYPE_EVENT,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "aft-event-table");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "timeline.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "timeline.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "timeline.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Insert, 0, "timeline.add", NULL);
}

static void
aft_event_table_init (AftEventTable *self)
{
  self->events = aft_event_list_new ();
  self->chooser = aft_event_chooser_new (self->events);
  g_signal_connect_object (self->chooser, "changed", G_CALLBACK (chosen_changed_cb), self, G_CONNECT_SWAPPED);
  self->filter_signals = g_signal_group_new (AFT_TYPE_EVENT_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "changed", G_CALLBACK (filter_changed_cb), self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->bar = aft_filter_bar_new ();
  g_signal_connect_object (self->bar, "notify::sort", G_CALLBACK (aft_event_table_queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "left", G_CALLBACK (left_bar_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->bar);

  aft_event_table_add_list (self);

  self->line = aft_entry_line_new ();
  gtk_widget_add_css_class (self->line, "aft-foot");
  g_signal_connect_object (self->line, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->line);
}

/**
 * aft_event_table_set_session:
 * @self: a table
 * @session: the session it shows
 */
void
aft_event_table_set_session (AftEventTable *self,
                             AftSession    *session)
{
  g_return_if_fail (AFT_IS_EVENT_TABLE (self) && AFT_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  aft_entry_line_set_session (AFT_ENTRY_LINE (self->line), session);
  aft_filter_bar_set_session (AFT_FILTER_BAR (self->bar), session);
  g_signal_connect_object (aft_session_get_document (session), "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  self->edited = TRUE;
  refill (self, G_MAXINT64);
}

/**
 * aft_event_table_set_filter:
 * @self: a table
 * @filter: which events it shows; others stay away
 */
void
aft_event_table_set_filter (AftEventTable  *self,
                            AftEventFilter *filter)
{
  g_return_if_fail (AFT_IS_EVENT_TABLE (self) && AFT_IS_EVENT_FILTER (filter));

  if (!g_set_object (&self->filter, filter))
    return;

  g_signal_group_set_target (self->filter_signals, filter);
  aft_event_list_set_filter (self->events, filter);
  aft_filter_bar_set_filter (AFT_FILTER_BAR (self->bar), filter);
  filter_changed_cb (self);
}

/**
 * aft_event_table_set_selection:
 * @self: a table
 * @selection: the chosen events, shared with others
 */
void
aft_event_table_set_selection (AftEventTable     *self,
                               AftEventSelection *selection)
{
  g_return_if_fail (AFT_IS_EVENT_TABLE (self) && AFT_IS_EVENT_SELECTION (selection));

  aft_event_chooser_set_selection (self->chooser, selection);
}

/**
 * aft_event_table_get_selected:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the chosen event
 */
AftEvent *
aft_event_table_get_selected (AftEventTable *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_TABLE (self), NULL);

  return self->selected;
}

/**
 * aft_event_table_set_selected:
 * @self: a table
 * @event: (nullable): an event
 */
void
aft_event_table_set_selected (AftEventTable *self,
                              AftEvent      *event)
{
  g_return_if_fail (AFT_IS_EVENT_TABLE (self));
  g_return_if_fail (event == NULL || AFT_IS_EVENT (event));

  if (self->selected != event)
    aft_event_selection_choose (aft_event_chooser_get_selection (self->chooser), event);
}

/**
 * aft_event_table_get_events:
 * @self: a table
 *
 * Returns: (transfer none): its events in the order in which they stand
 */
GListModel *
aft_event_table_get_events (AftEventTable *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_TABLE (self), NULL);

  return G_LIST_MODEL (self->events);
}

/**
 * aft_event_table_get_filter_bar:
 * @self: a table
 *
 * Returns: (transfer none): where the user says which events are shown
 */
AftFilterBar *
aft_event_table_get_filter_bar (AftEventTable *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_TABLE (self), NULL);

  return AFT_FILTER_BAR (self->bar);
}

/**
 * aft_event_table_get_entry_line:
 * @self: a table
 *
 * Returns: (transfer none): the line that takes new events
 */
AftEntryLine *
aft_event_table_get_entry_line (AftEventTable *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_TABLE (self), NULL);

  return AFT_ENTRY_LINE (self->line);
}

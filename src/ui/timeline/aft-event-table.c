/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-chronology.h"
#include "aft-event-row.h"
#include "aft-event-table.h"

/**
 * AftEventTable:
 *
 * All events in the order of time, edited in place, and below them the line that takes new ones.
 */
struct _AftEventTable
{
  GtkWidget           parent_instance;

  /* Children */
  GtkWidget          *box;
  GtkWidget          *scroller;
  GtkWidget          *list;
  GtkWidget          *line;

  /* Owned */
  AftSession         *session;
  AftEvent           *selected;
  GListStore         *events;
  GtkSingleSelection *selection;

  guint               update_id;
  gboolean            syncing;
};

G_DEFINE_FINAL_TYPE (AftEventTable, aft_event_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Only what differs is replaced, so that rows in which somebody writes stay. */
static void
refill (AftEventTable *self)
{
  g_autoptr(GPtrArray) order = aft_chronology_order (aft_session_get_document (self->session));
  const guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->events));
  guint head = 0;
  guint tail = 0;

  for (; head < MIN (n_before, order->len); head++)
    {
      g_autoptr(AftEvent) event = g_list_model_get_item (G_LIST_MODEL (self->events), head);

      if (event != order->pdata[head])
        break;
    }
  for (; tail < MIN (n_before, order->len) - head; tail++)
    {
      g_autoptr(AftEvent) event = g_list_model_get_item (G_LIST_MODEL (self->events), n_before - 1 - tail);

      if (event != order->pdata[order->len - 1 - tail])
        break;
    }

  if (head + tail < n_before || head + tail < order->len)
    g_list_store_splice (self->events, head, n_before - head - tail, order->pdata + head, order->len - head - tail);
}

static void
show_selected (AftEventTable *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->selected == NULL || !g_list_store_find (self->events, self->selected, &position))
    position = GTK_INVALID_LIST_POSITION;

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_focus_child (self->list) == NULL)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

static gboolean
update_cb (gpointer user_data)
{
  AftEventTable *self = user_data;

  self->update_id = 0;
  self->syncing = TRUE;
  refill (self);
  self->syncing = FALSE;
  show_selected (self);

  return G_SOURCE_REMOVE;
}

static void
edited_cb (AftEventTable *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, update_cb, self, NULL);
}

static void
selection_changed_cb (AftEventTable *self)
{
  AftEvent *event = gtk_single_selection_get_selected_item (self->selection);

  if (!self->syncing && event != NULL)
    aft_event_table_set_selected (self, event);
}

static void
setup_cb (AftEventTable *self,
          GtkListItem   *list_item)
{
  GtkWidget *row = aft_event_row_new (self->session);

  g_signal_connect_object (row, "chosen", G_CALLBACK (aft_event_table_set_selected), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (AftEventTable *self,
         GtkListItem   *list_item)
{
  aft_event_row_set_event (AFT_EVENT_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (AftEventTable *self,
           GtkListItem   *list_item)
{
  aft_event_row_set_event (AFT_EVENT_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
turn_to (AftEventTable *self,
         int            step)
{
  guint position;
  g_autoptr(AftEvent) event = NULL;
  GtkWidget *row;

  if (self->selected == NULL || !g_list_store_find (self->events, self->selected, &position))
    return;

  event = g_list_model_get_item (G_LIST_MODEL (self->events), position + (guint) step);
  if (event == NULL)
    {
      if (step > 0)
        gtk_widget_grab_focus (self->line);
      return;
    }

  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position + (guint) step);
  aft_event_table_set_selected (self, event);
  row = aft_event_table_get_row (self, event);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
next_row_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  turn_to (AFT_EVENT_TABLE (widget), 1);
}

static void
previous_row_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  turn_to (AFT_EVENT_TABLE (widget), -1);
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

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->events);
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
   * The event that is chosen.
   */
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, AFT_TYPE_EVENT,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "aft-event-table");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "table.next-row", NULL, next_row_cb);
  gtk_widget_class_install_action (widget_class, "table.previous-row", NULL, previous_row_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "timeline.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "timeline.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "timeline.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Insert, 0, "timeline.add", NULL);
}

static void
aft_event_table_init (AftEventTable *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->events = g_list_store_new (AFT_TYPE_EVENT);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->events)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), g_steal_pointer (&factory));
  gtk_widget_add_css_class (self->list, "aft-events");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Events in the order of time"), -1);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->scroller);

  self->line = aft_entry_line_new ();
  gtk_widget_add_css_class (self->line, "aft-foot");
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
  g_signal_connect_object (aft_session_get_document (session), "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  refill (self);
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

  if (!g_set_object (&self->selected, event))
    return;

  show_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
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
 * aft_event_table_get_row:
 * @self: a table
 * @event: (nullable): an event
 *
 * Returns: (transfer none) (nullable): its row, %NULL where it is out of sight
 */
GtkWidget *
aft_event_table_get_row (AftEventTable *self,
                         AftEvent      *event)
{
  g_return_val_if_fail (AFT_IS_EVENT_TABLE (self), NULL);

  for (GtkWidget *item = gtk_widget_get_first_child (self->list); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (AFT_IS_EVENT_ROW (row) && event != NULL && aft_event_row_get_event (AFT_EVENT_ROW (row)) == event)
        return row;
    }

  return NULL;
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

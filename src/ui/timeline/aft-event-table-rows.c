/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-table-private.h"

/* The rows of the table: how they are made, found, and turned to with the keys. */

AftEventRow *
aft_event_table_get_focused_row (AftEventTable *self)
{
  GtkWidget *item = gtk_widget_get_focus_child (self->list);
  GtkWidget *row = item != NULL ? gtk_widget_get_first_child (item) : NULL;

  return AFT_IS_EVENT_ROW (row) ? AFT_EVENT_ROW (row) : NULL;
}

void
aft_event_table_scroll_to (AftEventTable *self,
           guint          position)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

void
aft_event_table_focus_event (AftEventTable *self,
             AftEvent      *event,
             AftEventCell   cell)
{
  GtkWidget *row = aft_event_table_get_row (self, event);
  guint position;

  if ((row != NULL && aft_event_row_get_cell (AFT_EVENT_ROW (row)) == cell) ||
      !aft_event_list_find (self->events, event, &position))
    return;

  self->turning = TRUE;
  aft_event_table_scroll_to (self, position);
  row = aft_event_table_get_row (self, event);
  if (row != NULL)
    aft_event_row_focus_cell (AFT_EVENT_ROW (row), cell);
  self->turning = FALSE;
}

static void
show_heading (AftEventTable *self,
              AftEventRow   *row)
{
  AftEvent *event = aft_event_row_get_event (row);

  aft_event_row_set_heading (row, event != NULL && event == aft_event_list_get_first_late (self->events)
                                  /* Translators: the heading of a group of events */
                                  ? C_("events", "Known only afterwards") : NULL);
}

void
aft_event_table_show_headings (AftEventTable *self)
{
  for (GtkWidget *item = gtk_widget_get_first_child (self->list); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    if (AFT_IS_EVENT_ROW (gtk_widget_get_first_child (item)))
      show_heading (self, AFT_EVENT_ROW (gtk_widget_get_first_child (item)));
}

static void
row_chosen_cb (AftEventTable  *self,
               AftEvent       *event,
               AftEventChoice  how)
{
  if (self->turning)
    return;

  aft_event_chooser_choose (self->chooser, event, how);
  if (how == AFT_EVENT_CHOICE_TOGGLE || how == AFT_EVENT_CHOICE_EXTEND)
    aft_event_table_focus_event (self, event, AFT_EVENT_CELL_TEXT);
  /* The row that was left needn't stay. */
  else if (how == AFT_EVENT_CHOICE_LEAD && self->filter != NULL && aft_event_filter_is_active (self->filter))
    aft_event_table_queue_update (self);
}

static gboolean
turn_cb (AftEventTable *self,
         int            step,
         AftEventCell   cell,
         gboolean       extend,
         AftEventRow   *row)
{
  const gboolean same_cell = cell == aft_event_row_get_cell (row);
  guint position;
  AftEvent *event;

  if (!aft_event_list_find (self->events, aft_event_row_get_event (row), &position))
    return FALSE;

  event = aft_event_list_peek (self->events, position + (guint) step);
  if (event == NULL)
    {
      /* A tab goes on by itself. */
      if (step > 0 && !extend && same_cell)
        gtk_widget_grab_focus (self->line);
      return same_cell;
    }

  aft_event_chooser_choose (self->chooser, event, extend ? AFT_EVENT_CHOICE_EXTEND : AFT_EVENT_CHOICE_ALONE);
  aft_event_table_focus_event (self, event, cell);

  return TRUE;
}

static void
setup_cb (AftEventTable *self,
          GtkListItem   *list_item)
{
  GtkWidget *row = aft_event_row_new (self->session);

  g_signal_connect_object (row, "chosen", G_CALLBACK (row_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "turn", G_CALLBACK (turn_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (AftEventTable *self,
         GtkListItem   *list_item)
{
  AftEventRow *row = AFT_EVENT_ROW (gtk_list_item_get_child (list_item));

  aft_event_row_set_event (row, gtk_list_item_get_item (list_item));
  show_heading (self, row);
}

static void
unbind_cb (AftEventTable *self,
           GtkListItem   *list_item)
{
  aft_event_row_set_event (AFT_EVENT_ROW (gtk_list_item_get_child (list_item)), NULL);
}

void
aft_event_table_add_list (AftEventTable *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);

  self->list = gtk_list_view_new (g_object_ref (aft_event_chooser_get_model (self->chooser)),
                                  g_steal_pointer (&factory));
  gtk_widget_add_css_class (self->list, "aft-events");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Events in the order of time"), -1);

  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->list,
                                 "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (self->box), self->scroller);

  self->nothing = g_object_new (GTK_TYPE_LABEL, "label", _("No event matches the filter."), "wrap", TRUE, "justify",
                                GTK_JUSTIFY_CENTER, "vexpand", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->nothing);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-chronology.h"
#include "aft-event-picker.h"
#include "aft-event-words.h"

#define LIST_HEIGHT 320
#define POPOVER_WIDTH 380

/**
 * AftEventPicker:
 *
 * A button that lists the events in their order, to be searched, and tells which one the user picks.
 */
struct _AftEventPicker
{
  GtkWidget        parent_instance;

  /* Children */
  GtkWidget       *button;
  GtkWidget       *search;
  GtkWidget       *stack;

  /* Owned */
  AftSession      *session;
  GListStore      *events;
  GtkFilter       *filter;
  GListModel      *found;
  GStrv            picked;
};

G_DEFINE_FINAL_TYPE (AftEventPicker, aft_event_picker, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_found (gpointer event,
          gpointer user_data)
{
  AftEventPicker *self = user_data;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *label = NULL;

  if (words[0] == '\0')
    return TRUE;

  label = aft_event_picker_dup_label (self->session, event);

  return g_str_match_string (words, label, TRUE);
}

static void
update_stack (AftEventPicker *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    g_list_model_get_n_items (self->found) > 0 ? "list" : "nothing");
}

static void
search_changed_cb (AftEventPicker *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
}

static void
pick (AftEventPicker *self,
      guint           position)
{
  g_autoptr(AftEvent) event = g_list_model_get_item (self->found, position);

  if (event == NULL)
    return;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, event);
}

static void
row_activated_cb (AftEventPicker *self,
                  guint           position)
{
  pick (self, position);
}

static gboolean
is_picked (AftEventPicker *self,
           AftEvent       *event)
{
  return self->picked != NULL &&
         g_strv_contains ((const char *const *) self->picked, aft_item_get_id (AFT_ITEM (event)));
}

/* Who searches and presses Enter wants one more. */
static void
search_activated_cb (AftEventPicker *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->found); i++)
    {
      g_autoptr(AftEvent) event = g_list_model_get_item (self->found, i);

      if (!is_picked (self, event))
        {
          pick (self, i);
          return;
        }
    }
}

static void
set_up_row_cb (GtkListItemFactory *factory,
               GtkListItem        *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (row, box);
}

static void
bind_row_cb (GtkListItemFactory *factory,
             GtkListItem        *row,
             AftEventPicker     *self)
{
  AftEvent *event = gtk_list_item_get_item (row);
  GtkWidget *box = gtk_list_item_get_child (row);
  GtkWidget *label = gtk_widget_get_first_child (box);
  g_autofree char *text = aft_event_picker_dup_label (self->session, event);
  const gboolean picked = is_picked (self, event);
  /* Translators: what a screen reader says of an event in a list; %s is the event */
  g_autofree char *spoken = picked ? g_strdup_printf (_("%s, linked"), text) : g_strdup (text);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (box, text);
  gtk_widget_set_opacity (gtk_widget_get_last_child (box), picked ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
shown_cb (AftEventPicker *self)
{
  aft_event_picker_fill (self);
  gtk_widget_grab_focus (self->search);
}

static void
aft_event_picker_dispose (GObject *object)
{
  AftEventPicker *self = AFT_EVENT_PICKER (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->events);
  g_clear_object (&self->session);
  g_clear_pointer (&self->picked, g_strfreev);

  G_OBJECT_CLASS (aft_event_picker_parent_class)->dispose (object);
}

static void
aft_event_picker_class_init (AftEventPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_event_picker_dispose;

  /**
   * AftEventPicker::picked:
   * @event: an event
   *
   * The user picked an event, which may be one that was picked before.
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, AFT_TYPE_EVENT);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_list (AftEventPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list;

  self->events = g_list_store_new (AFT_TYPE_EVENT);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  self->found = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->events)),
                                                         g_object_ref (self->filter)));

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, 0);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->found))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

static void
aft_event_picker_init (AftEventPicker *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  /* Translators: in a list of events that is empty, or in which none is found */
  GtkWidget *nothing = gtk_label_new (_("There is no such event on the timeline."));

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search events"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (nothing), TRUE);
  gtk_widget_set_margin_top (nothing, 12);
  gtk_widget_set_margin_bottom (nothing, 12);

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), create_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), nothing, "nothing");

  gtk_widget_set_size_request (box, POPOVER_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * aft_event_picker_new:
 * @session: the session whose document has the events
 * @label: what stands on the button
 *
 * Returns: (transfer floating): a picker
 */
GtkWidget *
aft_event_picker_new (AftSession *session,
                      const char *label)
{
  AftEventPicker *self;

  g_return_val_if_fail (AFT_IS_SESSION (session), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (AFT_TYPE_EVENT_PICKER, NULL);
  self->session = g_object_ref (session);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * aft_event_picker_dup_label:
 * @session: a session
 * @event: an event of its document
 *
 * Returns: (transfer full): one line that tells which event it is: its date, its time and its text
 */
char *
aft_event_picker_dup_label (AftSession *session,
                            AftEvent   *event)
{
  g_autofree char *time = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (AFT_IS_SESSION (session), NULL);
  g_return_val_if_fail (AFT_IS_EVENT (event), NULL);

  time = aft_event_dup_full_time (event, aft_session_get_zone (session));
  title = aft_event_dup_title (event);

  return g_strdup_printf ("%s  %s", time, title);
}

/**
 * aft_event_picker_set_picked:
 * @self: a picker
 * @ids: (array zero-terminated=1): the ids of the events that are picked already, which get a mark
 */
void
aft_event_picker_set_picked (AftEventPicker    *self,
                             const char *const *ids)
{
  g_return_if_fail (AFT_IS_EVENT_PICKER (self));
  g_return_if_fail (ids != NULL);

  g_strfreev (self->picked);
  self->picked = g_strdupv ((GStrv) ids);
}

/**
 * aft_event_picker_fill:
 * @self: a picker
 *
 * Reads the events anew, as it does whenever it is opened.
 */
void
aft_event_picker_fill (AftEventPicker *self)
{
  g_autoptr(GPtrArray) order = NULL;

  g_return_if_fail (AFT_IS_EVENT_PICKER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  order = aft_chronology_order (aft_session_get_document (self->session));
  g_list_store_splice (self->events, 0, g_list_model_get_n_items (G_LIST_MODEL (self->events)), order->pdata,
                       order->len);
  update_stack (self);
}

/**
 * aft_event_picker_get_found:
 * @self: a picker
 *
 * Returns: (transfer none): the events that are listed
 */
GListModel *
aft_event_picker_get_found (AftEventPicker *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_PICKER (self), NULL);

  return self->found;
}

/**
 * aft_event_picker_get_search:
 * @self: a picker
 *
 * Returns: (transfer none): where the user types
 */
GtkWidget *
aft_event_picker_get_search (AftEventPicker *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_PICKER (self), NULL);

  return self->search;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-answer.h"
#include "aft-chronology.h"
#include "aft-event.h"
#include "aft-whys-edits.h"
#include "aft-whys-events.h"

/**
 * AftWhysEvents:
 *
 * The events of the timeline beside the five whys, to be dragged onto the answers they are evidence
 * of. Enter links one to the answer that is chosen.
 */
struct _AftWhysEvents
{
  GtkWidget           parent_instance;

  /* Children */
  GtkWidget          *box;
  GtkEditable        *search;
  GtkListView        *list;

  /* Owned */
  AftSession         *session;
  AftWhysView        *view;
  GListStore         *events;
  GtkStringFilter    *filter;
  GtkFilterListModel *found;

  gboolean            stale;
};

G_DEFINE_FINAL_TYPE (AftWhysEvents, aft_whys_events, GTK_TYPE_WIDGET)

/* In the order of time, and only while somebody looks. */
static void
fill (AftWhysEvents *self)
{
  g_autoptr(GPtrArray) events = NULL;

  if (!self->stale || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->stale = FALSE;
  events = aft_chronology_order (aft_session_get_document (self->session));
  g_list_store_splice (self->events, 0, g_list_model_get_n_items (G_LIST_MODEL (self->events)), events->pdata,
                       events->len);
}

static void
edited_cb (AftWhysEvents *self)
{
  self->stale = TRUE;
  fill (self);
}

static void
search_changed_cb (AftWhysEvents *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (self->search));
}

static void
activated_cb (AftWhysEvents *self,
              guint          position)
{
  g_autoptr(AftEvent) event = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  AftItem *answer = aft_whys_view_get_selected (self->view);

  if (!AFT_IS_ANSWER (answer))
    aft_session_tell (self->session, _("Choose the answer first that this event is evidence of."), FALSE);
  else if (aft_whys_link_event (aft_session_get_document (self->session), AFT_ANSWER (answer), event))
    aft_session_tell (self->session, _("Linked to the chosen answer"), TRUE);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            GtkListItem   *list_item)
{
  AftEvent *event = gtk_list_item_get_item (list_item);
  g_autoptr(GdkPaintable) picture = NULL;

  if (event == NULL)
    return NULL;

  picture = gtk_widget_paintable_new (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);

  return gdk_content_provider_new_typed (AFT_TYPE_EVENT, event);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          AftWhysEvents            *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *time = gtk_label_new ("");
  GtkWidget *text = gtk_label_new ("");
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_label_set_xalign (GTK_LABEL (time), 0);
  gtk_label_set_ellipsize (GTK_LABEL (time), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (time, "caption");
  gtk_widget_add_css_class (time, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_lines (GTK_LABEL (text), 3);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (text), 20);
  gtk_box_append (GTK_BOX (row), time);
  gtk_box_append (GTK_BOX (row), text);
  gtk_drag_source_set_actions (source, GDK_ACTION_LINK);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), list_item, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         AftWhysEvents            *self)
{
  AftEvent *event = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  g_autoptr(GPtrArray) answers =
    aft_document_get_referrers (aft_session_get_document (self->session), AFT_ITEM (event), AFT_TYPE_ANSWER, "events");
  g_autofree char *time =
    aft_moment_format (aft_event_get_at (event), aft_session_get_zone (self->session), AFT_MOMENT_STYLE_FULL);
  g_autofree char *line = NULL;

  if (answers->len > 0)
    /* Translators: a time, and how many answers of the five whys the event is evidence of */
    line = g_strdup_printf (ngettext ("%s · evidence of %u answer", "%s · evidence of %u answers", answers->len), time,
                            answers->len);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (row)), line != NULL ? line : time);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), aft_event_get_text (event));
}

static void
aft_whys_events_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (aft_whys_events_parent_class)->map (widget);
  fill (AFT_WHYS_EVENTS (widget));
}

static void
aft_whys_events_dispose (GObject *object)
{
  AftWhysEvents *self = AFT_WHYS_EVENTS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->events);
  g_clear_object (&self->view);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_whys_events_parent_class)->dispose (object);
}

static void
aft_whys_events_class_init (AftWhysEventsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_whys_events_dispose;
  widget_class->map = aft_whys_events_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
aft_whys_events_init (AftWhysEvents *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *hint = gtk_label_new (
    _ ("Drag an event onto the answer it is evidence of, or press Enter to link it to the chosen answer."));
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->stale = TRUE;
  self->events = g_list_store_new (AFT_TYPE_EVENT);
  self->filter = gtk_string_filter_new (gtk_property_expression_new (AFT_TYPE_EVENT, NULL, "text"));
  self->found =
    gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->events)), g_object_ref (GTK_FILTER (self->filter)));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find an Event"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_width_chars (GTK_LABEL (hint), 20);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "caption");

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  self->list = GTK_LIST_VIEW (
    gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->found)))),
                       g_steal_pointer (&factory)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);

  gtk_widget_set_margin_start (hint, 12);
  gtk_widget_set_margin_end (hint, 12);
  gtk_widget_set_margin_start (GTK_WIDGET (self->search), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->search), 12);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (self->box), hint);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * aft_whys_events_new:
 * @session: the document
 * @view: what is chosen
 *
 * Returns: (transfer floating): a list of the events
 */
GtkWidget *
aft_whys_events_new (AftSession  *session,
                     AftWhysView *view)
{
  AftWhysEvents *self;

  g_return_val_if_fail (AFT_IS_SESSION (session) && AFT_IS_WHYS_VIEW (view), NULL);

  self = g_object_new (AFT_TYPE_WHYS_EVENTS, NULL);
  self->session = g_object_ref (session);
  self->view = g_object_ref (view);
  g_signal_connect_object (aft_session_get_document (session), "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

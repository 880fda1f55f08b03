/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-card.h"
#include "aft-timeline-canvas-private.h"

/* Before the first card is measured. */
#define CARD_HEIGHT 46

/**
 * AftTimelineCanvas:
 *
 * The events of a document on an axis of time. Events in sight are child widgets; axis, bands and
 * stems are drawn. It changes nothing itself: what the user wants to do to an event it emits.
 */
G_DEFINE_FINAL_TYPE (AftTimelineCanvas, aft_timeline_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

enum
{
  SIGNAL_MOVE_REQUESTED,
  SIGNAL_END_MOVE_REQUESTED,
  SIGNAL_EDIT_REQUESTED,
  SIGNAL_TEXT_DROPPED,
  SIGNAL_VIEW_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What the next frame needs. */
void
aft_timeline_canvas_update_now (AftTimelineCanvas *self)
{
  const gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL ||
                           gtk_widget_has_focus (GTK_WIDGET (self));
  AftEvent *lead = aft_timeline_canvas_get_selected (self);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->session == NULL || self->width <= 0)
    return;

  aft_timeline_canvas_update_view (self);
  aft_timeline_canvas_sync_children (self);

  if (focused && lead != NULL && !self->drag.moving)
    {
      GtkWidget *card = aft_timeline_canvas_get_card (self, lead);

      if (card != NULL && !gtk_widget_has_focus (card))
        gtk_widget_grab_focus (card);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_VIEW_CHANGED], 0);
}

static gboolean
update_cb (gpointer user_data)
{
  AftTimelineCanvas *self = user_data;

  self->update_id = 0;
  aft_timeline_canvas_update_now (self);

  return G_SOURCE_REMOVE;
}

static void
edited_cb (AftTimelineCanvas *self)
{
  self->dirty = TRUE;
  aft_timeline_canvas_queue_update (self);
}

static void
filter_changed_cb (AftTimelineCanvas *self)
{
  self->refilter = TRUE;
  aft_timeline_canvas_queue_update (self);
}

static void
selection_changed_cb (AftTimelineCanvas *self)
{
  self->reveal = aft_event_selection_get_lead (self->selection) != self->revealed;
  self->revealed = aft_event_selection_get_lead (self->selection);
  self->repack = TRUE;
  self->stale_cards = TRUE;
  aft_timeline_canvas_queue_update (self);
}

static void
lead_changed_cb (AftTimelineCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
aft_timeline_canvas_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  AftTimelineCanvas *self = AFT_TIMELINE_CANVAS (widget);

  if (width != self->width || height != self->height)
    {
      self->width = width;
      self->height = height;
      if (self->fitted)
        g_clear_pointer (&self->scale, aft_scale_unref);
      self->repack = TRUE;
      aft_timeline_canvas_queue_update (self);
    }

  aft_timeline_canvas_allocate_children (self);
}

static void
aft_timeline_canvas_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  /* Room for two lanes. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 232;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 320;
}

static void
aft_timeline_canvas_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  AftTimelineCanvas *self = AFT_TIMELINE_CANVAS (widget);
  GtkWidget *last = aft_timeline_canvas_get_card (self, aft_timeline_canvas_get_selected (self));

  if (self->scale != NULL && self->geometry->events->len > 0)
    aft_timeline_canvas_draw (self, snapshot);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != last && child != self->drag_label)
      gtk_widget_snapshot_child (widget, child, snapshot);
  if (last != NULL)
    gtk_widget_snapshot_child (widget, last, snapshot);
  gtk_widget_snapshot_child (widget, self->drag_label, snapshot);
}

static gboolean
aft_timeline_canvas_grab_focus (GtkWidget *widget)
{
  AftTimelineCanvas *self = AFT_TIMELINE_CANVAS (widget);
  GtkWidget *card = aft_timeline_canvas_get_card (self, aft_timeline_canvas_get_selected (self));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); card == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (AFT_IS_EVENT_CARD (child) && gtk_widget_get_visible (child))
      card = child;

  return card != NULL ? gtk_widget_grab_focus (card)
      : GTK_WIDGET_CLASS (aft_timeline_canvas_parent_class)->grab_focus (widget);
}

/* The canvas is one stop for Tab; within it, arrows lead from event to event. */
static gboolean
aft_timeline_canvas_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static void
aft_timeline_canvas_set_focus_child (GtkWidget *widget,
                                     GtkWidget *child)
{
  GTK_WIDGET_CLASS (aft_timeline_canvas_parent_class)->set_focus_child (widget, child);

  if (AFT_IS_EVENT_CARD (child))
    {
      AftTimelineCanvas *self = AFT_TIMELINE_CANVAS (widget);
      AftEvent *event = aft_event_card_get_event (AFT_EVENT_CARD (child));

      /* One of several that are chosen stays one of them. */
      if (event != NULL && !aft_event_selection_contains (self->selection, event))
        aft_event_selection_choose (self->selection, event);
    }
}

static void
aft_timeline_canvas_direction_changed (GtkWidget        *widget,
                                       GtkTextDirection  previous)
{
  AftTimelineCanvas *self = AFT_TIMELINE_CANVAS (widget);

  g_clear_pointer (&self->scale, aft_scale_unref);
  self->dirty = TRUE;
  aft_timeline_canvas_queue_update (self);
}

static void
aft_timeline_canvas_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  AftTimelineCanvas *self = AFT_TIMELINE_CANVAS (object);

  switch (property_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, aft_timeline_canvas_get_selected (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_timeline_canvas_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  AftTimelineCanvas *self = AFT_TIMELINE_CANVAS (object);

  switch (property_id)
    {
    case PROP_SELECTED:
      aft_timeline_canvas_set_selected (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_timeline_canvas_dispose (GObject *object)
{
  AftTimelineCanvas *self = AFT_TIMELINE_CANVAS (object);
  GtkWidget *child;

  aft_timeline_canvas_clear_drag (self);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->late_id, g_source_remove);
  g_clear_handle_id (&self->menu_idle, g_source_remove);
  g_clear_weak_pointer (&self->anchor);
  g_hash_table_remove_all (self->cards);
  g_ptr_array_set_size (self->spare, 0);
  g_ptr_array_set_size (self->marks, 0);
  g_ptr_array_set_size (self->folds, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->drag_label = NULL;
  self->menu = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->scenario);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_timeline_canvas_parent_class)->dispose (object);
}

static void
aft_timeline_canvas_finalize (GObject *object)
{
  AftTimelineCanvas *self = AFT_TIMELINE_CANVAS (object);

  g_hash_table_unref (self->cards);
  g_ptr_array_unref (self->spare);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->folds);
  aft_timeline_geometry_free (self->geometry);
  aft_lanes_free (self->lanes);
  g_clear_pointer (&self->second_zone, g_time_zone_unref);
  g_clear_pointer (&self->scale, aft_scale_unref);
  g_clear_pointer (&self->packed, aft_scale_unref);
  g_clear_pointer (&self->pinched, aft_scale_unref);
  aft_ticks_free (self->ticks);

  G_OBJECT_CLASS (aft_timeline_canvas_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  /**
   * AftTimelineCanvas::move-requested:
   * @events: (element-type AftEvent): events
   * @microseconds: by how much
   *
   * The user wants events to be at another time.
   */
  signals[SIGNAL_MOVE_REQUESTED] = g_signal_new ("move-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_INT64);
  /**
   * AftTimelineCanvas::end-move-requested:
   * @event: an event that has an end
   * @microseconds: by how much
   *
   * The user wants it to end at another time.
   */
  signals[SIGNAL_END_MOVE_REQUESTED] = g_signal_new ("end-move-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                     NULL, G_TYPE_NONE, 2, AFT_TYPE_EVENT, G_TYPE_INT64);
  /**
   * AftTimelineCanvas::edit-requested:
   * @event: an event
   */
  signals[SIGNAL_EDIT_REQUESTED] = g_signal_new ("edit-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, AFT_TYPE_EVENT);
  /**
   * AftTimelineCanvas::text-dropped:
   * @text: what was dropped
   * @instant: where, in microseconds since 1970, UTC
   */
  signals[SIGNAL_TEXT_DROPPED] = g_signal_new ("text-dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  /**
   * AftTimelineCanvas::view-changed:
   *
   * Something else is in sight, or it looks different.
   */
  signals[SIGNAL_VIEW_CHANGED] = g_signal_new ("view-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 0);
}

static void
aft_timeline_canvas_class_init (AftTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = aft_timeline_canvas_dispose;
  object_class->finalize = aft_timeline_canvas_finalize;
  object_class->get_property = aft_timeline_canvas_get_property;
  object_class->set_property = aft_timeline_canvas_set_property;

  widget_class->size_allocate = aft_timeline_canvas_size_allocate;
  widget_class->measure = aft_timeline_canvas_measure;
  widget_class->snapshot = aft_timeline_canvas_snapshot;
  widget_class->grab_focus = aft_timeline_canvas_grab_focus;
  widget_class->focus = aft_timeline_canvas_focus;
  widget_class->set_focus_child = aft_timeline_canvas_set_focus_child;
  widget_class->direction_changed = aft_timeline_canvas_direction_changed;

  /**
   * AftTimelineCanvas:selected:
   *
   * The event that is chosen.
   */
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, AFT_TYPE_EVENT,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_signals (type);

  gtk_widget_class_set_css_name (widget_class, "aft-timeline-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  aft_timeline_canvas_bind_keys (widget_class);
}

static void
aft_timeline_canvas_init (AftTimelineCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr(AftEventSelection) selection = aft_event_selection_new ();

  self->geometry = aft_timeline_geometry_new ();
  self->lanes = aft_lanes_new ();
  self->ticks = aft_ticks_new ();
  self->cards = g_hash_table_new (NULL, NULL);
  self->spare = g_ptr_array_new ();
  self->marks = g_ptr_array_new ();
  self->folds = g_ptr_array_new ();
  self->card_height = CARD_HEIGHT;
  self->fitted = TRUE;

  self->drag_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->drag_label, "aft-drag-label");
  gtk_widget_set_can_target (self->drag_label, FALSE);
  gtk_widget_set_visible (self->drag_label, FALSE);
  gtk_widget_set_parent (self->drag_label, widget);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
  aft_timeline_canvas_init_input (self);
  aft_timeline_canvas_init_drag (self);
  aft_timeline_canvas_init_menu (self);

  aft_timeline_canvas_set_selection (self, selection);
}

/* Before the next frame, once for however much happened. */
void
aft_timeline_canvas_queue_update (AftTimelineCanvas *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, update_cb, self, NULL);
}

void
aft_timeline_canvas_request_move (AftTimelineCanvas *self,
                                  GPtrArray         *events,
                                  gint64             delta)
{
  g_signal_emit (self, signals[SIGNAL_MOVE_REQUESTED], 0, events, delta);
}

void
aft_timeline_canvas_request_end_move (AftTimelineCanvas *self,
                                      AftEvent          *event,
                                      gint64             delta)
{
  g_signal_emit (self, signals[SIGNAL_END_MOVE_REQUESTED], 0, event, delta);
}

void
aft_timeline_canvas_request_edit (AftTimelineCanvas *self,
                                  AftEvent          *event)
{
  g_signal_emit (self, signals[SIGNAL_EDIT_REQUESTED], 0, event);
}

void
aft_timeline_canvas_request_text (AftTimelineCanvas *self,
                                  const char        *text,
                                  gint64             instant)
{
  g_signal_emit (self, signals[SIGNAL_TEXT_DROPPED], 0, text, instant);
}

/**
 * aft_timeline_canvas_set_session:
 * @self: a canvas
 * @session: the session it shows
 */
void
aft_timeline_canvas_set_session (AftTimelineCanvas *self,
                                 AftSession        *session)
{
  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self) && AFT_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (aft_session_get_document (session), "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::zone", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  edited_cb (self);
}

/**
 * aft_timeline_canvas_set_selection:
 * @self: a canvas
 * @selection: which events are chosen, here and elsewhere
 */
void
aft_timeline_canvas_set_selection (AftTimelineCanvas *self,
                                   AftEventSelection *selection)
{
  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self) && AFT_IS_EVENT_SELECTION (selection));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_set_object (&self->selection, selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::lead", G_CALLBACK (lead_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * aft_timeline_canvas_get_selection:
 * @self: a canvas
 *
 * Returns: (transfer none): which events are chosen
 */
AftEventSelection *
aft_timeline_canvas_get_selection (AftTimelineCanvas *self)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self), NULL);

  return self->selection;
}

/**
 * aft_timeline_canvas_get_filter:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): which events have cards
 */
AftEventFilter *
aft_timeline_canvas_get_filter (AftTimelineCanvas *self)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self), NULL);

  return self->filter;
}

/**
 * aft_timeline_canvas_set_filter:
 * @self: a canvas
 * @filter: which events have cards; the others are faint marks
 */
void
aft_timeline_canvas_set_filter (AftTimelineCanvas *self,
                                AftEventFilter    *filter)
{
  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self) && AFT_IS_EVENT_FILTER (filter) && self->filter == NULL);

  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
}

/**
 * aft_timeline_canvas_set_scenario:
 * @self: a canvas
 * @scenario: (nullable): what if; %NULL shows the facts
 */
void
aft_timeline_canvas_set_scenario (AftTimelineCanvas *self,
                                  AftScenario       *scenario)
{
  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self) && (scenario == NULL || AFT_IS_SCENARIO (scenario)));

  if (self->scenario != NULL)
    g_signal_handlers_disconnect_by_data (self->scenario, self);
  g_set_object (&self->scenario, scenario);
  if (scenario != NULL)
    g_signal_connect_object (scenario, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  edited_cb (self);
}

/**
 * aft_timeline_canvas_set_second_zone:
 * @self: a canvas
 * @zone: (nullable): a zone whose clock stands beside that of the document, %NULL for none
 */
void
aft_timeline_canvas_set_second_zone (AftTimelineCanvas *self,
                                     GTimeZone         *zone)
{
  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self));

  g_clear_pointer (&self->second_zone, g_time_zone_unref);
  self->second_zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  edited_cb (self);
}

/**
 * aft_timeline_canvas_get_card:
 * @self: a canvas
 * @event: (nullable): an event
 *
 * Returns: (transfer none) (nullable): the widget that shows it, %NULL where it is out of sight
 */
GtkWidget *
aft_timeline_canvas_get_card (AftTimelineCanvas *self,
                              AftEvent          *event)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self), NULL);

  return event != NULL ? g_hash_table_lookup (self->cards, event) : NULL;
}

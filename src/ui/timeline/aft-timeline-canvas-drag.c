/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-chronology.h"
#include "aft-event-card.h"
#include "aft-instants.h"
#include "aft-metrics.h"
#include "aft-timeline-canvas-private.h"

#define EDGE 32
#define EDGE_PAN 8
#define REACH 8

/* A label of more lines than this would hide what it is about. */
#define MOST_CHANGES 3

/* What the pointer drags: events, the end of one, a rubber band, or the ground. */

static void
add_change (GString         *text,
            const AftMetric *before,
            const AftMetric *after)
{
  g_autofree char *was = aft_metric_format (before);
  g_autofree char *would_be = aft_metric_format (after);

  if (g_str_equal (was, would_be))
    return;

  g_string_append_c (text, '\n');
  /* Translators: a figure and how it changes while an event is dragged, such as “Detected 3 h → 2 h 40 min” */
  g_string_append_printf (text, C_("metric", "%s %s → %s"), aft_metric_get_label (after), was, would_be);
}

/* What the drag would do to the figures of the incident. */
static void
add_changes (AftTimelineCanvas *self,
             GString           *text)
{
  AftDocument *document = aft_session_get_document (self->session);
  AftIncident *incident = aft_chronology_get_incident (document, self->drag.event);
  AftMetric before[AFT_N_METRICS];
  AftMetric after[AFT_N_METRICS];
  guint n = 0;

  aft_metrics_compute_in (document, incident, self->scenario, before);
  aft_metrics_compute_in (document, incident, self->drag.what_if, after);
  for (guint i = 0; i < AFT_N_METRICS && n < MOST_CHANGES; i++)
    if (before[i].known && after[i].known && before[i].duration != after[i].duration)
      {
        add_change (text, &before[i], &after[i]);
        n++;
      }
}

static gboolean
carries_key (GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    if (aft_event_get_key_moments (events->pdata[i]) != AFT_KEY_MOMENT_NOTHING)
      return TRUE;

  return FALSE;
}

/* Where everything would be: what a scenario says already, and what is dragged. */
static void
imagine (AftTimelineCanvas *self,
         GPtrArray         *events)
{
  g_clear_object (&self->drag.what_if);
  self->drag.what_if = aft_scenario_new ();
  for (guint i = 0; i < events->len; i++)
    aft_scenario_move (self->drag.what_if, events->pdata[i], self->drag.delta);
  if (self->scenario != NULL)
    {
      g_autoptr(GPtrArray) moved = aft_scenario_dup_moved (self->scenario);

      for (guint i = 0; i < moved->len; i++)
        {
          AftEvent *event = moved->pdata[i];
          const gint64 fact = aft_moment_get_instant (aft_event_get_at (event));

          aft_scenario_move (self->drag.what_if, event,
                             aft_moment_get_instant (aft_scenario_get_at (self->scenario, event)) - fact);
        }
    }
}

static void
show_drag_label (AftTimelineCanvas *self,
                 AftMoment         *moment)
{
  g_autofree char *time = aft_moment_format (moment, aft_session_get_zone (self->session), AFT_MOMENT_STYLE_FULL);
  g_autoptr(GString) text = g_string_new (time);

  if (self->drag.grip == AFT_TIMELINE_GRIP_EVENTS)
    {
      g_autoptr(GPtrArray) events = aft_event_selection_dup_events (self->selection);

      if (events->len > 1)
        {
          g_string_append_c (text, '\n');
          g_string_append_printf (text, ngettext ("%u event", "%u events", events->len), events->len);
        }
      if (carries_key (events))
        {
          imagine (self, events);
          add_changes (self, text);
        }
    }

  gtk_label_set_text (GTK_LABEL (self->drag_label), text->str);
  gtk_widget_set_visible (self->drag_label, TRUE);
}

/* What is met by the rubber band is chosen, besides what was chosen before where more is wanted. */
static void
follow_band (AftTimelineCanvas *self)
{
  const double start = self->drag.start_x + self->drag.panned;
  const double left = MIN (start, self->drag.x);
  const double right = MAX (start, self->drag.x);
  const double top = MIN (self->drag.start_y, self->drag.y);
  const double bottom = MAX (self->drag.start_y, self->drag.y);
  const double offset = aft_timeline_canvas_get_offset (self);
  g_autoptr(GPtrArray) events = g_ptr_array_new ();
  guint n_cards;
  const AftLaneCard *cards = aft_lanes_get_cards (self->lanes, &n_cards);

  for (guint i = 0; self->drag.adding && i < self->drag.chosen->len; i++)
    g_ptr_array_add (events, self->drag.chosen->pdata[i]);
  for (guint i = 0; i < n_cards && cards[i].index < self->geometry->n_shown; i++)
    {
      const double x = cards[i].x + offset;
      const double y = self->rows.lanes + cards[i].lane * self->rows.lane_height;
      const guint index = aft_timeline_geometry_get_shown (self->geometry, cards[i].index);

      if (x < right && x + cards[i].width > left && y < bottom && y + self->card_height > top)
        g_ptr_array_add (events, aft_timeline_geometry_get_event (self->geometry, index));
    }

  aft_event_selection_choose_many (self->selection, events, NULL);
  /* What is under the pointer stays there. */
  self->reveal = FALSE;
}

/* What is shown is where it would really go: a day moves by whole days. */
static void
follow_events (AftTimelineCanvas *self)
{
  const gboolean end = self->drag.grip == AFT_TIMELINE_GRIP_END;
  AftMoment *moment = end ? aft_event_get_end (self->drag.event)
                          : aft_scenario_get_at (self->scenario, self->drag.event);
  const gint64 before = aft_moment_get_instant (moment);
  gint64 wanted = aft_scale_to_instant (self->scale, self->drag.x - self->drag.offset);
  g_autoptr(AftMoment) shifted = NULL;

  if (end)
    wanted = MAX (wanted, aft_moment_get_instant (aft_event_get_at (self->drag.event)));
  shifted = aft_moment_shift (moment, aft_timeline_canvas_snap (self, moment, wanted, self->drag.fine) - before);
  self->drag.delta = aft_moment_get_instant (shifted) - before;
  show_drag_label (self, shifted);
}

void
aft_timeline_canvas_follow_pointer (AftTimelineCanvas *self)
{
  if (self->drag.grip == AFT_TIMELINE_GRIP_GROUND)
    return;

  if (self->drag.grip == AFT_TIMELINE_GRIP_BAND)
    follow_band (self);
  else
    follow_events (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* By how much an event would move. */
gint64
aft_timeline_canvas_get_drag_delta (AftTimelineCanvas *self,
                                    AftEvent          *event)
{
  if (!self->drag.moving || self->drag.grip != AFT_TIMELINE_GRIP_EVENTS ||
      !aft_event_selection_contains (self->selection, event))
    return 0;

  return self->drag.delta;
}

/* The event whose card or mark is at a place. */
AftEvent *
aft_timeline_canvas_find_event (AftTimelineCanvas *self,
                                double             x,
                                double             y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *card = widget != NULL ? gtk_widget_get_ancestor (widget, AFT_TYPE_EVENT_CARD) : NULL;
  guint first;
  guint end;
  guint nearest = G_MAXUINT;
  double distance = REACH;

  if (card != NULL)
    return aft_event_card_get_event (AFT_EVENT_CARD (card));
  if (self->scale == NULL || ABS (y - self->rows.axis) > REACH)
    return NULL;

  aft_instants_in_sight (self->geometry->starts, self->geometry->events->len, self->scale, x - REACH, 2 * REACH, &first,
                         &end);
  for (guint i = first; i < end && i < first + 100; i++)
    {
      const double away = ABS (aft_scale_to_x (self->scale, self->geometry->starts[i]) - x);

      if (away <= distance && aft_timeline_geometry_find_shown (self->geometry, i) != G_MAXUINT)
        {
          distance = away;
          nearest = i;
        }
    }

  return nearest != G_MAXUINT ? aft_timeline_geometry_get_event (self->geometry, nearest) : NULL;
}

/* The event whose bar ends at a place, the chosen one first. */
AftEvent *
aft_timeline_canvas_find_end (AftTimelineCanvas *self,
                              double             x,
                              double             y)
{
  const AftTimelineGeometry *geometry = self->geometry;
  AftEvent *found = NULL;
  gint64 from;
  guint i;

  if (self->scale == NULL || ABS (y - self->rows.axis) > REACH)
    return NULL;

  from = aft_scale_to_instant (self->scale, aft_scale_is_mirrored (self->scale) ? x + REACH : x - REACH);
  i = aft_timeline_geometry_find_lasting (geometry, aft_instants_find (geometry->reaches, geometry->events->len, from));
  for (guint n = 0; i < geometry->lasting->len && n < 1000; i++, n++)
    {
      const guint index = g_array_index (geometry->lasting, guint, i);
      const AftTimelinePoint *point = aft_timeline_geometry_get_point (geometry, index);
      AftEvent *event = aft_timeline_geometry_get_event (geometry, index);

      if (!point->lasts || aft_scenario_is_moved (self->scenario, event) ||
          ABS (aft_scale_to_x (self->scale, point->span.end_us) - x) > REACH)
        continue;
      found = event;
      if (event == aft_timeline_canvas_get_selected (self))
        break;
    }

  return found;
}

static gboolean
edge_scroll_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  AftTimelineCanvas *self = AFT_TIMELINE_CANVAS (widget);
  double dx = 0;

  if (self->drag.x < EDGE)
    dx = EDGE_PAN;
  else if (self->drag.x > self->width - EDGE)
    dx = -EDGE_PAN;

  if (dx != 0 && self->drag.moving)
    {
      self->fitted = FALSE;
      aft_timeline_canvas_take_scale (self, aft_scale_pan (self->scale, dx));
      self->drag.panned += dx;
      aft_timeline_canvas_follow_pointer (self);
    }

  return G_SOURCE_CONTINUE;
}

static void
start_moving (AftTimelineCanvas *self)
{
  self->drag.moving = TRUE;
  if (self->drag.grip == AFT_TIMELINE_GRIP_GROUND)
    {
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      return;
    }

  self->drag.scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), edge_scroll_cb, NULL, NULL);
  aft_timeline_canvas_queue_update (self);
}

static gboolean
is_touch (GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* A finger pans everywhere; a pointer pans above the cards, and spans a band among them. */
static void
begin_ground (AftTimelineCanvas *self,
              GtkGestureDrag    *gesture,
              double             y)
{
  /* The ground itself, not a card, which would be chosen and brought into sight. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), GTK_WIDGET (self));
  if (y < self->rows.lanes || is_touch (GTK_EVENT_CONTROLLER (gesture)))
    return;

  self->drag.grip = AFT_TIMELINE_GRIP_BAND;
  self->drag.chosen = aft_event_selection_dup_events (self->selection);
}

static void
choose (AftTimelineCanvas *self,
        AftEvent          *event,
        GdkModifierType    state)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    aft_event_selection_toggle (self->selection, event);
  else if ((state & GDK_SHIFT_MASK) != 0)
    aft_timeline_canvas_select_to (self, event);
  else if (!aft_event_selection_contains (self->selection, event))
    aft_event_selection_choose (self->selection, event);
}

static void
begin_event (AftTimelineCanvas *self,
             AftEvent          *event,
             double             x,
             GdkModifierType    state)
{
  GtkWidget *card;
  AftMoment *at = aft_scenario_get_at (self->scenario, event);

  choose (self, event, state);
  card = aft_timeline_canvas_get_card (self, event);
  if (card != NULL && aft_event_selection_contains (self->selection, event))
    gtk_widget_grab_focus (card);
  /* What is under the pointer stays there. */
  self->reveal = FALSE;
  if (aft_history_is_read_only (aft_session_get_history (self->session)) || !aft_moment_is_known (at) ||
      !aft_event_selection_contains (self->selection, event))
    {
      self->drag.pressed = FALSE;
      return;
    }

  self->drag.grip = AFT_TIMELINE_GRIP_EVENTS;
  self->drag.event = g_object_ref (event);
  self->drag.offset = x - aft_scale_to_x (self->scale, aft_moment_get_instant (at));
}

static void
drag_begin_cb (AftTimelineCanvas *self,
               double             x,
               double             y,
               GtkGestureDrag    *gesture)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  AftEvent *ending;
  AftEvent *event;

  aft_timeline_canvas_clear_drag (self);
  if (self->scale == NULL)
    return;

  self->drag.pressed = TRUE;
  self->drag.adding = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
  self->drag.start_x = self->drag.x = x;
  self->drag.start_y = self->drag.y = y;
  ending = aft_timeline_canvas_find_end (self, x, y);
  event = ending != NULL ? ending : aft_timeline_canvas_find_event (self, x, y);
  if (event == NULL)
    {
      begin_ground (self, gesture, y);
      return;
    }

  begin_event (self, event, x, state);
  if (ending != NULL && self->drag.pressed)
    {
      self->drag.grip = AFT_TIMELINE_GRIP_END;
      self->drag.offset = x - aft_scale_to_x (self->scale, aft_moment_get_instant (aft_event_get_end (event)));
    }
}

static void
drag_update_cb (AftTimelineCanvas *self,
                double             dx,
                double             dy,
                GtkGestureDrag    *gesture)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!self->drag.pressed)
    return;

  self->drag.x = self->drag.start_x + dx;
  self->drag.y = self->drag.start_y + dy;
  self->drag.fine = (state & GDK_SHIFT_MASK) != 0;
  if (!self->drag.moving)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;

      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      start_moving (self);
    }

  if (self->drag.grip != AFT_TIMELINE_GRIP_GROUND)
    {
      aft_timeline_canvas_follow_pointer (self);
      return;
    }

  self->fitted = FALSE;
  aft_timeline_canvas_take_scale (self, aft_scale_pan (self->scale, dx - self->drag.panned));
  self->drag.panned = dx;
}

static void
drag_end_cb (AftTimelineCanvas *self,
             double             dx,
             double             dy,
             GtkGestureDrag    *gesture)
{
  g_autoptr(AftEvent) event = NULL;
  const gboolean pressed = self->drag.pressed;
  gboolean moved;
  gboolean adding;
  AftTimelineGrip grip;
  gint64 delta;

  drag_update_cb (self, dx, dy, gesture);
  moved = self->drag.moving;
  delta = self->drag.delta;
  grip = self->drag.grip;
  adding = self->drag.adding;
  event = g_steal_pointer (&self->drag.event);
  aft_timeline_canvas_clear_drag (self);
  if (!pressed)
    return;

  if (!moved && event == NULL && !adding)
    aft_event_selection_choose (self->selection, NULL);
  else if (!moved && event != NULL && !adding)
    /* A click on one of several chooses it alone. */
    aft_event_selection_choose (self->selection, event);
  else if (grip == AFT_TIMELINE_GRIP_END && delta != 0)
    aft_timeline_canvas_request_end_move (self, event, delta);
  else if (grip == AFT_TIMELINE_GRIP_EVENTS && delta != 0)
    {
      g_autoptr(GPtrArray) events = aft_event_selection_dup_events (self->selection);

      aft_timeline_canvas_request_move (self, events, delta);
    }
}

static void
clicked_cb (AftTimelineCanvas *self,
            int                n_press,
            double             x,
            double             y)
{
  AftEvent *event = n_press == 2 ? aft_timeline_canvas_find_event (self, x, y) : NULL;

  if (event != NULL)
    aft_timeline_canvas_request_edit (self, event);
}

static gboolean
drop_cb (AftTimelineCanvas *self,
         const GValue      *value,
         double             x,
         double             y)
{
  if (self->scale == NULL || aft_history_is_read_only (aft_session_get_history (self->session)))
    return FALSE;

  aft_timeline_canvas_request_text (self, g_value_get_string (value),
                                    self->geometry->n_shown > 0 ? aft_scale_to_instant (self->scale, x)
                                                                : g_get_real_time ());
  return TRUE;
}

void
aft_timeline_canvas_init_drag (AftTimelineCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  self->drag_gesture = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag_gesture, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "cancel", G_CALLBACK (aft_timeline_canvas_clear_drag), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), self);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);

  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag_gesture));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/* The pointer does nothing any more. The document never knew. */
void
aft_timeline_canvas_clear_drag (AftTimelineCanvas *self)
{
  const gboolean moved = self->drag.moving;

  if (self->drag.scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.scroll_id);
  g_clear_object (&self->drag.event);
  g_clear_object (&self->drag.what_if);
  g_clear_pointer (&self->drag.chosen, g_ptr_array_unref);
  self->drag = (AftTimelineDrag) { AFT_TIMELINE_GRIP_GROUND };
  if (self->drag_label != NULL)
    gtk_widget_set_visible (self->drag_label, FALSE);
  if (moved)
    gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  if (self->session != NULL && self->width > 0)
    aft_timeline_canvas_queue_update (self);
}

/**
 * aft_timeline_canvas_drop_drag:
 * @self: a canvas
 *
 * Gives up what is being dragged.
 *
 * Returns: %FALSE where nothing is
 */
gboolean
aft_timeline_canvas_drop_drag (AftTimelineCanvas *self)
{
  g_autoptr(GPtrArray) chosen = NULL;

  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self), FALSE);

  if (!self->drag.moving)
    return FALSE;

  chosen = g_steal_pointer (&self->drag.chosen);
  aft_timeline_canvas_clear_drag (self);
  gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_DENIED);
  if (chosen != NULL)
    aft_event_selection_choose_many (self->selection, chosen, NULL);

  return TRUE;
}

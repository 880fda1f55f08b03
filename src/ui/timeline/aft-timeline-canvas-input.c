/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "aft-chronology.h"
#include "aft-event-card.h"
#include "aft-metrics.h"
#include "aft-timeline-canvas-private.h"

#define ZOOM_STEP 1.25
#define WHEEL_PAN 60
#define EDGE 32
#define EDGE_PAN 8

/* What pointer and keys want of the canvas. */

static AftEvent *
find_event_at (AftTimelineCanvas *self,
               double             x,
               double             y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *card = widget != NULL ? gtk_widget_get_ancestor (widget, AFT_TYPE_EVENT_CARD) : NULL;

  return card != NULL ? aft_event_card_get_event (AFT_EVENT_CARD (card)) : NULL;
}

/* What the drag would do to the first figure that ends with this event. */
static char *
dup_metric_preview (AftTimelineCanvas *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  AftMetric metrics[AFT_N_METRICS];

  aft_metrics_compute (document, aft_chronology_get_incident (document, self->drag.event), metrics);
  for (guint i = 0; i < AFT_N_METRICS; i++)
    if (metrics[i].known && metrics[i].to == self->drag.event && metrics[i].from != self->drag.event)
      {
        g_autofree char *figure = aft_duration_format (metrics[i].duration + self->drag.delta, metrics[i].precision,
                                                       metrics[i].approximate);

        return g_strdup_printf ("%s %s", aft_metric_get_label (&metrics[i]), figure);
      }

  return NULL;
}

static void
show_drag_label (AftTimelineCanvas *self,
                 AftMoment         *moment)
{
  g_autofree char *time = aft_moment_format (moment, aft_session_get_zone (self->session), AFT_MOMENT_STYLE_FULL);
  g_autofree char *metric = dup_metric_preview (self);
  g_autofree char *text = metric != NULL ? g_strconcat (time, "\n", metric, NULL) : g_strdup (time);

  gtk_label_set_text (GTK_LABEL (self->drag_label), text);
  gtk_widget_set_visible (self->drag_label, TRUE);
}

static void
follow_pointer (AftTimelineCanvas *self)
{
  AftMoment *at = aft_event_get_at (self->drag.event);
  const gint64 start = aft_moment_get_instant (at);
  const gint64 wanted = aft_scale_to_instant (self->scale, self->drag.x - self->drag.grip);
  g_autoptr(AftMoment) shifted = NULL;

  /* What is shown is where it would really go: a day moves by whole days. */
  shifted = aft_moment_shift (at, aft_timeline_canvas_snap (self, self->drag.event, wanted, self->drag.fine) - start);
  self->drag.delta = aft_moment_get_instant (shifted) - start;
  show_drag_label (self, shifted);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
      follow_pointer (self);
    }

  return G_SOURCE_CONTINUE;
}

static void
start_moving (AftTimelineCanvas *self)
{
  self->drag.moving = TRUE;
  self->drag.scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), edge_scroll_cb, NULL, NULL);
  aft_timeline_canvas_queue_update (self);
}

static void
drag_begin_cb (AftTimelineCanvas *self,
               double             x,
               double             y,
               GtkGestureDrag    *gesture)
{
  AftEvent *event = find_event_at (self, x, y);
  AftHistory *history = aft_session_get_history (self->session);

  aft_timeline_canvas_clear_drag (self);
  if (self->scale == NULL)
    return;

  self->drag.pressed = TRUE;
  self->drag.start_x = self->drag.x = x;
  self->drag.start_y = self->drag.y = y;
  if (event == NULL)
    {
      /* The ground itself, not a card, which would be chosen and brought into sight. */
      gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), GTK_WIDGET (self));
      return;
    }

  aft_timeline_canvas_set_selected (self, event);
  gtk_widget_grab_focus (aft_timeline_canvas_get_card (self, event));
  /* What is under the pointer stays there. */
  self->reveal = FALSE;
  if (aft_history_is_read_only (history) || !aft_moment_is_known (aft_event_get_at (event)))
    {
      self->drag.pressed = FALSE;
      return;
    }

  self->drag.event = g_object_ref (event);
  self->drag.grip = x - aft_scale_to_x (self->scale, aft_moment_get_instant (aft_event_get_at (event)));
}

static void
drag_update_cb (AftTimelineCanvas *self,
                double             dx,
                double             dy,
                GtkGestureDrag    *gesture)
{
  if (!self->drag.pressed)
    return;

  self->drag.x = self->drag.start_x + dx;
  self->drag.y = self->drag.start_y + dy;
  self->drag.fine = (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK) != 0;
  if (!self->drag.moving)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;

      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      if (self->drag.event != NULL)
        start_moving (self);
      self->drag.moving = TRUE;
    }

  if (self->drag.event != NULL)
    {
      follow_pointer (self);
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
  const gboolean moved = self->drag.moving;
  const gboolean pressed = self->drag.pressed;
  gint64 delta;

  drag_update_cb (self, dx, dy, gesture);
  delta = self->drag.delta;
  event = g_steal_pointer (&self->drag.event);
  aft_timeline_canvas_clear_drag (self);

  if (event != NULL && moved && delta != 0)
    aft_timeline_canvas_request_move (self, event, delta);
  else if (event == NULL && pressed && !moved)
    aft_timeline_canvas_set_selected (self, NULL);
}

static void
clicked_cb (AftTimelineCanvas *self,
            int                n_press,
            double             x,
            double             y)
{
  AftEvent *event = n_press == 2 ? find_event_at (self, x, y) : NULL;

  if (event != NULL)
    aft_timeline_canvas_request_edit (self, event);
}

static void
motion_cb (AftTimelineCanvas *self,
           double             x,
           double             y)
{
  self->pointer_x = x;
}

static gboolean
scroll_cb (AftTimelineCanvas  *self,
           double              dx,
           double              dy,
           GtkEventController *controller)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  const double way = fabs (dx) > fabs (dy) ? dx : dy;

  if (self->scale == NULL || way == 0)
    return FALSE;

  self->fitted = FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    aft_timeline_canvas_take_scale (self, aft_scale_zoom (self->scale, self->pointer_x, pow (ZOOM_STEP, -way)));
  else
    aft_timeline_canvas_take_scale (self, aft_scale_pan (self->scale, way == dy && aft_scale_is_mirrored (self->scale)
                                                                      ? way * WHEEL_PAN : -way * WHEEL_PAN));
  if (self->drag.moving && self->drag.event != NULL)
    follow_pointer (self);

  return TRUE;
}

static void
pinch_begin_cb (AftTimelineCanvas *self)
{
  g_clear_pointer (&self->pinched, aft_scale_unref);
  if (self->scale != NULL)
    self->pinched = aft_scale_ref (self->scale);
  aft_timeline_canvas_drop_drag (self);
}

static void
pinch_cb (AftTimelineCanvas *self,
          double             factor,
          GtkGesture        *gesture)
{
  double x;
  double y;

  if (self->pinched == NULL || factor <= 0)
    return;
  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    x = self->width / 2.0;

  self->fitted = FALSE;
  aft_timeline_canvas_take_scale (self, aft_scale_zoom (self->pinched, x, factor));
}

/* Arrows follow the picture; actions follow time. */
static gboolean
arrow_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean right;
  const char *earlier;
  const char *later;

  g_variant_get (args, "(b&s&s)", &right, &earlier, &later);

  return gtk_widget_activate_action_variant (widget, right != mirrored ? later : earlier, NULL);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  return aft_timeline_canvas_drop_drag (AFT_TIMELINE_CANVAS (widget));
}

static void
bind_arrows (GtkWidgetClass  *widget_class,
             GdkModifierType  modifiers,
             const char      *earlier,
             const char      *later)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, modifiers, arrow_cb, "(bss)", FALSE, earlier, later);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, modifiers, arrow_cb, "(bss)", FALSE, earlier, later);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, modifiers, arrow_cb, "(bss)", TRUE, earlier, later);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, modifiers, arrow_cb, "(bss)", TRUE, earlier, later);
}

void
aft_timeline_canvas_bind_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_Up, "timeline.previous" },
    { GDK_KEY_Down, "timeline.next" },
    { GDK_KEY_Home, "timeline.first" },
    { GDK_KEY_End, "timeline.last" },
    { GDK_KEY_Delete, "timeline.delete" },
    { GDK_KEY_KP_Delete, "timeline.delete" },
    { GDK_KEY_Insert, "timeline.add" },
    { GDK_KEY_KP_Insert, "timeline.add" },
    { GDK_KEY_Return, "timeline.edit" },
    { GDK_KEY_KP_Enter, "timeline.edit" },
  };
  static const struct { guint key; const char *action; } zoom_keys[] = {
    { GDK_KEY_plus, "timeline.zoom-in" },
    { GDK_KEY_KP_Add, "timeline.zoom-in" },
    { GDK_KEY_equal, "timeline.zoom-in" },
    { GDK_KEY_minus, "timeline.zoom-out" },
    { GDK_KEY_KP_Subtract, "timeline.zoom-out" },
    { GDK_KEY_0, "timeline.fit" },
    { GDK_KEY_KP_0, "timeline.fit" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
  /* With Ctrl as everywhere, and without, for one hand is on the pointer. */
  for (gsize i = 0; i < G_N_ELEMENTS (zoom_keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, zoom_keys[i].key, 0, zoom_keys[i].action, NULL);
      gtk_widget_class_add_binding_action (widget_class, zoom_keys[i].key, GDK_CONTROL_MASK, zoom_keys[i].action, NULL);
    }
  bind_arrows (widget_class, 0, "timeline.previous", "timeline.next");
  bind_arrows (widget_class, GDK_ALT_MASK, "timeline.nudge-earlier", "timeline.nudge-later");
  bind_arrows (widget_class, GDK_ALT_MASK | GDK_SHIFT_MASK, "timeline.nudge-earlier-fine", "timeline.nudge-later-fine");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

void
aft_timeline_canvas_init_input (AftTimelineCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->drag_gesture = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag_gesture, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "cancel", G_CALLBACK (aft_timeline_canvas_clear_drag), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);

  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag_gesture));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

/* The pointer does nothing any more. The document never knew. */
void
aft_timeline_canvas_clear_drag (AftTimelineCanvas *self)
{
  if (self->drag.scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.scroll_id);
  g_clear_object (&self->drag.event);
  self->drag = (AftTimelineDrag) { NULL };
  if (self->drag_label != NULL)
    gtk_widget_set_visible (self->drag_label, FALSE);
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
  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self), FALSE);

  if (!self->drag.moving)
    return FALSE;

  aft_timeline_canvas_clear_drag (self);
  gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_DENIED);

  return TRUE;
}

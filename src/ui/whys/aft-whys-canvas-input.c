/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-answer.h"
#include "aft-event.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-canvas-private.h"

/* The pointer, and keys that are no actions: typing. A drag shows where a branch would land and
 * changes the document on release. */

/* How far the pointer goes before a press is a drag, in pixels. */
#define DRAG_THRESHOLD 6

/* At an edge so wide the ground moves by itself, so far a frame, in pixels. */
#define EDGE 36
#define EDGE_STEP 14

/* How far a notch of the wheel goes, in pixels. */
#define SCROLL_STEP 60

/* Which part of a box, at its sides, means beside it and not below it. */
#define SIDE 0.28

void
aft_whys_canvas_drop_drag (AftWhysCanvas *self)
{
  const gboolean started = self->drag_started;

  g_clear_object (&self->dragged);
  g_clear_object (&self->target);
  self->panning = FALSE;
  self->drag_started = FALSE;
  if (started)
    aft_whys_canvas_update_nodes (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               AftWhysCanvas  *self)
{
  const guint index = aft_whys_canvas_find_at (self, x, y);
  AftItem *item = index != AFT_WHYS_NONE ? aft_whys_tree_get (self->tree, index)->item : NULL;
  const gboolean middle = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_MIDDLE;

  aft_whys_canvas_drop_drag (self);
  if (item != NULL && item == self->editing && aft_whys_canvas_is_editing (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->start_x = self->pointer_x = x;
  self->start_y = self->pointer_y = y;
  self->grab_x = self->offset_x;
  self->grab_y = self->offset_y;
  if (item == NULL || middle)
    {
      self->panning = TRUE;
      return;
    }

  aft_whys_canvas_focus_item (self, item);
  g_set_object (&self->dragged, item);
}

/* What a branch would become there: beside what it is over, or below it. */
static void
find_landing (AftWhysCanvas *self)
{
  AftDocument *document = aft_whys_canvas_get_document (self);
  const guint index = aft_whys_canvas_find_at (self, self->pointer_x, self->pointer_y);
  const gboolean down = self->arrangement == AFT_WHYS_DOWN;
  AftItem *item;
  AftRect rect;
  double part;
  AftWhysLanding landing = AFT_WHYS_CHILD;

  g_clear_object (&self->target);
  if (index == AFT_WHYS_NONE)
    return;

  item = aft_whys_tree_get (self->tree, index)->item;
  rect = aft_whys_tree_get (self->tree, index)->rect;
  if (down)
    part = ((self->pointer_x - self->offset_x) / self->zoom - rect.x) / rect.width;
  else
    part = ((self->pointer_y - self->offset_y) / self->zoom - rect.y) / rect.height;
  if (down && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    part = 1 - part;
  if (part < SIDE)
    landing = AFT_WHYS_BEFORE;
  else if (part > 1 - SIDE)
    landing = AFT_WHYS_AFTER;

  /* Where it can't stand beside a box, it may hang on it. */
  if (!aft_whys_can_move (document, self->dragged, item, landing))
    landing = AFT_WHYS_CHILD;
  if (!aft_whys_can_move (document, self->dragged, item, landing))
    return;

  self->landing = landing;
  self->target = g_object_ref (item);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                AftWhysCanvas  *self)
{
  self->pointer_x = self->start_x + dx;
  self->pointer_y = self->start_y + dy;
  if (self->panning)
    {
      aft_whys_canvas_pan (self, self->grab_x + dx - self->offset_x, self->grab_y + dy - self->offset_y);
      return;
    }
  if (self->dragged == NULL || (!self->drag_started && ABS (dx) < DRAG_THRESHOLD && ABS (dy) < DRAG_THRESHOLD))
    return;

  if (!self->drag_started)
    {
      self->drag_started = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      aft_whys_canvas_update_nodes (self);
      aft_whys_canvas_queue_refresh (self);
    }
  find_landing (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             AftWhysCanvas  *self)
{
  g_autoptr(AftItem) dragged = g_steal_pointer (&self->dragged);
  g_autoptr(AftItem) target = g_steal_pointer (&self->target);
  const AftWhysLanding landing = self->landing;
  const gboolean clicked = self->panning && ABS (dx) < DRAG_THRESHOLD && ABS (dy) < DRAG_THRESHOLD &&
                           gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY;

  aft_whys_canvas_drop_drag (self);
  /* A click on the ground chooses nothing. */
  if (clicked)
    aft_whys_canvas_focus_item (self, NULL);
  if (dragged == NULL || target == NULL)
    return;

  aft_whys_view_set_folded (self->view, target, FALSE);
  if (aft_whys_move (aft_whys_canvas_get_document (self), dragged, target, landing))
    {
      /* What it was dropped on stays where it is. */
      self->anchor = target;
      aft_whys_canvas_refresh (self);
      self->anchor = NULL;
      aft_whys_canvas_focus_item (self, dragged);
    }
}

/* Moves the ground while a branch is dragged at an edge. Returns whether it goes on. */
gboolean
aft_whys_canvas_scroll_at_edge (AftWhysCanvas *self)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  double dx = 0;
  double dy = 0;

  if (!self->drag_started || self->dragged == NULL)
    return FALSE;

  if (self->pointer_x < EDGE)
    dx = EDGE_STEP;
  else if (self->pointer_x > width - EDGE)
    dx = -EDGE_STEP;
  if (self->pointer_y < EDGE)
    dy = EDGE_STEP;
  else if (self->pointer_y > height - EDGE)
    dy = -EDGE_STEP;
  if (dx != 0 || dy != 0)
    {
      const double x = self->offset_x;
      const double y = self->offset_y;

      aft_whys_canvas_pan (self, dx, dy);
      /* The box stays under the pointer. */
      self->start_x += self->offset_x - x;
      self->start_y += self->offset_y - y;
      find_landing (self);
    }

  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            AftWhysCanvas   *self)
{
  const guint index = aft_whys_canvas_find_at (self, x, y);
  const gboolean secondary =
    gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY;

  if (secondary)
    {
      aft_whys_canvas_focus_item (self, index != AFT_WHYS_NONE ? aft_whys_tree_get (self->tree, index)->item : NULL);
      gtk_widget_activate_action (GTK_WIDGET (self), "whys.menu", "(dd)", x, y);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  else if (n_press == 2 && index != AFT_WHYS_NONE &&
           gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY)
    {
      if (!aft_whys_canvas_is_readable (self))
        aft_whys_canvas_zoom (self, 1 / self->zoom, x, y);
      aft_whys_canvas_edit (self, aft_whys_tree_get (self->tree, index)->item);
    }
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller,
             double                    dx,
             double                    dy,
             AftWhysCanvas            *self)
{
  const GdkModifierType held = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (held & GDK_CONTROL_MASK)
    aft_whys_canvas_zoom (self, dy < 0 ? 1.12 : 1 / 1.12, self->pointer_x, self->pointer_y);
  else if (held & GDK_SHIFT_MASK)
    aft_whys_canvas_pan (self, -(dx + dy) * SCROLL_STEP, 0);
  else
    aft_whys_canvas_pan (self, -dx * SCROLL_STEP, -dy * SCROLL_STEP);

  return GDK_EVENT_STOP;
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           AftWhysCanvas            *self)
{
  if (self->drag_started)
    return;

  self->pointer_x = x;
  self->pointer_y = y;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                AftWhysCanvas    *self)
{
  self->pinch_zoom = self->zoom;
  aft_whys_canvas_drop_drag (self);
}

static void
pinched_cb (GtkGestureZoom *gesture,
            double          scale,
            AftWhysCanvas  *self)
{
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  aft_whys_canvas_zoom (self, self->pinch_zoom * scale / self->zoom, x, y);
}

/* Typing with a box chosen begins an answer; the key goes on to where it is written. */
static gboolean
type_answer (AftWhysCanvas      *self,
             GtkEventController *controller,
             gunichar            letter)
{
  AftItem *selected = aft_whys_view_get_selected (self->view);
  GtkWidget *node;
  GtkWidget *editor;
  char text[7] = "";

  if (selected == NULL || self->presenting || letter == 0 || !g_unichar_isgraph (letter))
    return FALSE;

  aft_whys_canvas_edit_new (self, aft_whys_answer (aft_whys_canvas_get_document (self), selected));
  node = self->editing != NULL ? g_hash_table_lookup (self->nodes, self->editing) : NULL;
  editor = node != NULL ? aft_whys_node_get_editor (AFT_WHYS_NODE (node)) : NULL;
  if (editor == NULL)
    return TRUE;

  if (gtk_event_controller_get_current_event (controller) == NULL ||
      !gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller), editor))
    {
      g_unichar_to_utf8 (letter, text);
      gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text, -1);
    }

  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventController *controller,
                guint               keyval,
                guint               keycode,
                GdkModifierType     modifiers,
                AftWhysCanvas      *self)
{
  if (keyval == GDK_KEY_Escape && self->dragged != NULL && self->drag_started)
    {
      aft_whys_canvas_drop_drag (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape && aft_whys_view_get_branch (self->view) != NULL)
    {
      aft_whys_view_set_branch (self->view, NULL);
      return GDK_EVENT_STOP;
    }
  if (self->presenting && modifiers == 0 && aft_whys_canvas_press_presenting (self, keyval))
    return GDK_EVENT_STOP;
  if (aft_whys_canvas_is_editing (self) ||
      (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  return type_answer (self, controller, gdk_keyval_to_unicode (keyval));
}

static GdkDragAction
event_moved_cb (GtkDropTarget *drop,
                double         x,
                double         y,
                AftWhysCanvas *self)
{
  const guint index = aft_whys_canvas_find_at (self, x, y);
  AftItem *item = index != AFT_WHYS_NONE ? aft_whys_tree_get (self->tree, index)->item : NULL;

  if (!AFT_IS_ANSWER (item))
    item = NULL;
  g_set_object (&self->target, item);
  self->landing = AFT_WHYS_CHILD;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return self->target != NULL ? GDK_ACTION_LINK : 0;
}

static void
event_left_cb (AftWhysCanvas *self)
{
  g_clear_object (&self->target);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* An event that is dropped on an answer is its evidence. */
static gboolean
event_dropped_cb (GtkDropTarget *drop,
                  const GValue  *value,
                  double         x,
                  double         y,
                  AftWhysCanvas *self)
{
  const guint index = aft_whys_canvas_find_at (self, x, y);
  AftItem *item = index != AFT_WHYS_NONE ? aft_whys_tree_get (self->tree, index)->item : NULL;

  event_left_cb (self);
  if (!AFT_IS_ANSWER (item) ||
      !aft_whys_link_event (aft_whys_canvas_get_document (self), AFT_ANSWER (item), g_value_get_object (value)))
    return FALSE;

  aft_whys_canvas_focus_item (self, item);

  return TRUE;
}

static void
add_drop (AftWhysCanvas *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (AFT_TYPE_EVENT, GDK_ACTION_LINK);

  g_signal_connect_object (drop, "enter", G_CALLBACK (event_moved_cb), self, 0);
  g_signal_connect_object (drop, "motion", G_CALLBACK (event_moved_cb), self, 0);
  g_signal_connect_object (drop, "leave", G_CALLBACK (event_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (event_dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

void
aft_whys_canvas_add_input (AftWhysCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (aft_whys_canvas_drop_drag), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinched_cb), self, 0);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_drop (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <math.h>

#include "aft-timeline-canvas-private.h"

#define ZOOM_STEP 1.25
#define WHEEL_PAN 60

/* What pointer and keys want of the canvas. */

static void
motion_cb (AftTimelineCanvas *self,
           double             x,
           double             y)
{
  const char *cursor = NULL;

  self->pointer_x = x;
  if (self->scale == NULL || self->drag.pressed)
    return;

  if (aft_timeline_canvas_find_end (self, x, y) != NULL)
    cursor = "ew-resize";
  else if (y < self->rows.axis - 8)
    cursor = "grab";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
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
  if (self->drag.moving)
    aft_timeline_canvas_follow_pointer (self);

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

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  aft_timeline_canvas_open_menu (AFT_TIMELINE_CANVAS (widget));

  return TRUE;
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
  /* Of several keys a menu shows the last one. */
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_Up, "timeline.previous" },
    { GDK_KEY_Down, "timeline.next" },
    { GDK_KEY_Home, "timeline.first" },
    { GDK_KEY_End, "timeline.last" },
    { GDK_KEY_KP_Delete, "timeline.delete" },
    { GDK_KEY_Delete, "timeline.delete" },
    { GDK_KEY_KP_Insert, "timeline.add" },
    { GDK_KEY_Insert, "timeline.add" },
    { GDK_KEY_KP_Enter, "timeline.edit" },
    { GDK_KEY_Return, "timeline.edit" },
    { GDK_KEY_Page_Up, "timeline.previous-key" },
    { GDK_KEY_KP_Page_Up, "timeline.previous-key" },
    { GDK_KEY_Page_Down, "timeline.next-key" },
    { GDK_KEY_KP_Page_Down, "timeline.next-key" },
    { GDK_KEY_space, "timeline.toggle-fold" },
    { GDK_KEY_bracketleft, "timeline.end-earlier" },
    { GDK_KEY_bracketright, "timeline.end-later" },
  };
  static const struct { guint key; const char *action; } zoom_keys[] = {
    { GDK_KEY_plus, "timeline.zoom-in" },
    { GDK_KEY_KP_Add, "timeline.zoom-in" },
    { GDK_KEY_equal, "timeline.zoom-in" },
    { GDK_KEY_minus, "timeline.zoom-out" },
    { GDK_KEY_KP_Subtract, "timeline.zoom-out" },
    { GDK_KEY_KP_0, "timeline.fit" },
    { GDK_KEY_0, "timeline.fit" },
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
  bind_arrows (widget_class, GDK_SHIFT_MASK, "timeline.extend-earlier", "timeline.extend-later");
  bind_arrows (widget_class, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.end-earlier", "timeline.end-later");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "timeline.select-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "timeline.duplicate", NULL);
  bind_arrows (widget_class, GDK_ALT_MASK, "timeline.nudge-earlier", "timeline.nudge-later");
  bind_arrows (widget_class, GDK_ALT_MASK | GDK_SHIFT_MASK, "timeline.nudge-earlier-fine", "timeline.nudge-later-fine");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}

void
aft_timeline_canvas_init_input (AftTimelineCanvas *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);

  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

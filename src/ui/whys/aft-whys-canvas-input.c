/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-answer.h"
#include "aft-problem.h"
#include "aft-whys-canvas-private.h"
#include "aft-whys-edits.h"

/* Pointer and keys. A drag shows where a branch would land and changes the document on release. */

/* How far the pointer goes before a press is a drag, in pixels. */
#define DRAG_THRESHOLD 6

static AftDocument *
get_document (AftWhysCanvas *self)
{
  return aft_session_get_document (self->session);
}

static AftHistory *
get_history (AftWhysCanvas *self)
{
  return aft_session_get_history (self->session);
}

static guint
find_at (AftWhysCanvas *self,
         double         x,
         double         y)
{
  return aft_whys_tree_find_at (self->tree, (x - self->offset_x) / self->zoom, (y - self->offset_y) / self->zoom);
}

static void
focus_item (AftWhysCanvas *self,
            AftItem       *item)
{
  GtkWidget *node;

  aft_whys_canvas_select (self, item);
  node = item != NULL ? g_hash_table_lookup (self->nodes, item) : NULL;
  if (node != NULL)
    gtk_widget_grab_focus (node);
}

static void
edit_new (AftWhysCanvas *self,
          AftItem       *item)
{
  if (item != NULL)
    aft_whys_canvas_edit (self, item);
  else
    aft_session_tell (self->session, _("This is as deep as a tree can go"), FALSE);
}

static void
remove_item (AftWhysCanvas *self,
             AftItem       *item)
{
  AftItem *parent = aft_item_get_parent (item);

  if (aft_history_remove (get_history (self), item))
    {
      aft_whys_canvas_refresh (self);
      focus_item (self, AFT_IS_DOCUMENT (parent) ? NULL : parent);
      aft_session_tell (self->session, _("Branch removed"), TRUE);
    }
}

/* What somebody began to write and left empty goes, and with it a question that was only asked for it. */
static void
drop_empty (AftWhysCanvas *self,
            AftItem       *item)
{
  AftItem *parent = aft_item_get_parent (item);
  AftItem *gone = item;

  if (!AFT_IS_ANSWER (item) || !aft_item_is_empty (item))
    return;

  if (g_list_model_get_n_items (aft_item_get_list (parent, "answers")) == 1)
    {
      gone = parent;
      parent = aft_item_get_parent (parent);
    }
  if (aft_history_remove (get_history (self), gone))
    {
      aft_whys_canvas_refresh (self);
      focus_item (self, parent);
    }
}

void
aft_whys_canvas_handle_keep (AftWhysCanvas *self,
                             AftItem       *item,
                             const char    *text,
                             AftWhysKeep    keep)
{
  if (keep != AFT_WHYS_LEAVE && aft_item_get_document (item) != NULL)
    g_object_set (item, "text", text, NULL);

  if (aft_item_get_document (item) == NULL)
    return;

  if (aft_item_get_heading (item)[0] == '\0')
    {
      drop_empty (self, item);
      return;
    }

  switch (keep)
    {
    case AFT_WHYS_KEEP_AND_ASK:
      edit_new (self, aft_whys_ask (get_document (self), item));
      break;
    case AFT_WHYS_KEEP_AND_ALTERNATIVE:
      if (!AFT_IS_PROBLEM (item))
        edit_new (self, aft_whys_add_alternative (get_document (self), item));
      break;
    case AFT_WHYS_KEEP_AND_QUESTION:
      /* Another question of the answer above this one. */
      if (!AFT_IS_PROBLEM (item))
        edit_new (self, aft_whys_add_question (get_document (self), AFT_IS_ANSWER (item) ? aft_item_get_parent (item) : item));
      break;
    case AFT_WHYS_KEEP:
    case AFT_WHYS_LEAVE:
    default:
      break;
    }
}

void
aft_whys_canvas_drop_drag (AftWhysCanvas *self)
{
  g_clear_object (&self->dragged);
  g_clear_object (&self->target);
  self->panning = FALSE;
  self->drag_started = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               AftWhysCanvas  *self)
{
  const guint index = find_at (self, x, y);
  AftItem *item = index != AFT_WHYS_NONE ? aft_whys_tree_get (self->tree, index)->item : NULL;
  GtkWidget *node = item != NULL ? g_hash_table_lookup (self->nodes, item) : NULL;

  aft_whys_canvas_drop_drag (self);
  if (node != NULL && aft_whys_node_is_editing (AFT_WHYS_NODE (node)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  if (item != NULL)
    {
      focus_item (self, item);
      if (!AFT_IS_PROBLEM (item))
        g_set_object (&self->dragged, item);
    }
  else
    {
      self->panning = TRUE;
      self->grab_x = self->offset_x;
      self->grab_y = self->offset_y;
    }
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                AftWhysCanvas  *self)
{
  double x;
  double y;
  guint index;
  AftItem *target = NULL;

  if (self->panning)
    {
      self->offset_x = self->grab_x + dx;
      self->offset_y = self->grab_y + dy;
      aft_whys_canvas_sync_nodes (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  if (self->dragged == NULL || (!self->drag_started && ABS (dx) < DRAG_THRESHOLD && ABS (dy) < DRAG_THRESHOLD))
    return;

  self->drag_started = TRUE;
  self->drag_x = dx;
  self->drag_y = dy;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  index = find_at (self, x + dx, y + dy);
  if (index != AFT_WHYS_NONE)
    target = aft_whys_tree_get (self->tree, index)->item;
  if (!aft_whys_can_move_onto (get_document (self), self->dragged, target))
    target = NULL;
  g_set_object (&self->target, target);
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

  aft_whys_canvas_drop_drag (self);
  if (dragged == NULL || target == NULL)
    return;

  if (aft_whys_move_onto (get_document (self), dragged, target))
    {
      aft_whys_canvas_refresh (self);
      focus_item (self, dragged);
    }
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            AftWhysCanvas   *self)
{
  const guint index = find_at (self, x, y);

  if (n_press == 2 && index != AFT_WHYS_NONE)
    aft_whys_canvas_edit (self, aft_whys_tree_get (self->tree, index)->item);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller,
             double                    dx,
             double                    dy,
             AftWhysCanvas            *self)
{
  const GdkModifierType held = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (held & GDK_CONTROL_MASK)
    {
      aft_whys_canvas_zoom (self, dy < 0 ? 1.1 : 1 / 1.1);
      return GDK_EVENT_STOP;
    }

  if (held & GDK_SHIFT_MASK)
    self->offset_x -= dy * 60;
  else
    self->offset_y -= dy * 60;
  self->offset_x -= dx * 60;
  aft_whys_canvas_sync_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (AftWhysCanvas   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  if (keyval == GDK_KEY_Escape && self->dragged != NULL)
    {
      aft_whys_canvas_drop_drag (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
walk_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  const guint index = aft_whys_tree_find (self->tree, self->selected);
  guint found;

  if (index == AFT_WHYS_NONE)
    {
      gtk_widget_grab_focus (widget);
      return;
    }

  found = aft_whys_tree_neighbour (self->tree, index, (GtkDirectionType) g_variant_get_int32 (parameter));
  if (found != AFT_WHYS_NONE)
    focus_item (self, aft_whys_tree_get (self->tree, found)->item);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  g_autoptr(AftItem) item = self->selected != NULL ? g_object_ref (self->selected) : NULL;

  if (strcmp (name, "whys.add-problem") == 0)
    edit_new (self, aft_whys_add_problem (get_document (self)));
  else if (item == NULL)
    return;
  else if (strcmp (name, "whys.edit") == 0)
    aft_whys_canvas_edit (self, item);
  else if (strcmp (name, "whys.ask") == 0)
    edit_new (self, aft_whys_ask (get_document (self), item));
  else if (strcmp (name, "whys.add-alternative") == 0 && !AFT_IS_PROBLEM (item))
    edit_new (self, aft_whys_add_alternative (get_document (self), item));
  else if (strcmp (name, "whys.add-question") == 0)
    edit_new (self, aft_whys_add_question (get_document (self), item));
  else if (strcmp (name, "whys.remove") == 0)
    remove_item (self, item);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  const int step = g_variant_get_int32 (parameter);
  g_autoptr(AftItem) item = self->selected != NULL ? g_object_ref (self->selected) : NULL;
  gboolean moved;

  if (item == NULL)
    return;

  if (strcmp (name, "whys.move") == 0)
    moved = aft_whys_move_by (get_document (self), item, step);
  else
    moved = aft_whys_move_level (get_document (self), item, step);
  if (moved)
    {
      aft_whys_canvas_refresh (self);
      focus_item (self, item);
    }
}

static void
mark_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  int state;

  if (AFT_IS_ANSWER (self->selected) && aft_choice_from_nick (AFT_TYPE_ANSWER_STATE, g_variant_get_string (parameter, NULL), &state))
    g_object_set (self->selected, "state", state, NULL);
}

static void
factor_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);

  if (AFT_IS_ANSWER (self->selected))
    g_object_set (self->selected, "contributing-factor", !aft_answer_get_contributing_factor (AFT_ANSWER (self->selected)), NULL);
}

static void
view_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);

  if (strcmp (name, "whys.fit") == 0)
    aft_whys_canvas_fit (self);
  else
    aft_whys_canvas_zoom (self, strcmp (name, "whys.zoom-in") == 0 ? 1.2 : 1 / 1.2);
}

void
aft_whys_canvas_install_input (GtkWidgetClass *widget_class)
{
  static const char *const edits[] = { "whys.add-problem", "whys.edit", "whys.ask", "whys.add-alternative", "whys.add-question", "whys.remove" };
  static const struct { guint key; GtkDirectionType direction; } walks[] = {
    { GDK_KEY_Left, GTK_DIR_LEFT }, { GDK_KEY_Right, GTK_DIR_RIGHT }, { GDK_KEY_Up, GTK_DIR_UP }, { GDK_KEY_Down, GTK_DIR_DOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_class_install_action (widget_class, edits[i], NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "whys.walk", "i", walk_action);
  gtk_widget_class_install_action (widget_class, "whys.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "whys.move-level", "i", move_action);
  gtk_widget_class_install_action (widget_class, "whys.mark", "s", mark_action);
  gtk_widget_class_install_action (widget_class, "whys.toggle-factor", NULL, factor_action);
  gtk_widget_class_install_action (widget_class, "whys.fit", NULL, view_action);
  gtk_widget_class_install_action (widget_class, "whys.zoom-in", NULL, view_action);
  gtk_widget_class_install_action (widget_class, "whys.zoom-out", NULL, view_action);

  for (gsize i = 0; i < G_N_ELEMENTS (walks); i++)
    gtk_widget_class_add_binding_action (widget_class, walks[i].key, 0, "whys.walk", "i", (int) walks[i].direction);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "whys.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "whys.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "whys.ask", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "whys.ask", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, "whys.add-alternative", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK | GDK_CONTROL_MASK, "whys.add-question", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "whys.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "whys.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "whys.move", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "whys.move-level", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "whys.move-level", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_CONTROL_MASK, "whys.mark", "s", "possible");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_CONTROL_MASK, "whys.mark", "s", "confirmed");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_3, GDK_CONTROL_MASK, "whys.mark", "s", "ruled-out");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_4, GDK_CONTROL_MASK, "whys.toggle-factor", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "whys.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "whys.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "whys.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "whys.fit", NULL);
}

void
aft_whys_canvas_add_input (AftWhysCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-question.h"
#include "aft-whys-canvas-private.h"

/* The widgets of what is in sight. They are never made while allocating. */

/* The ground beyond the widget for which nodes are kept, in pixels. */
#define KEPT_MARGIN 200

static AftRect
get_kept_area (AftWhysCanvas *self)
{
  const AftRect sight = aft_whys_canvas_get_sight (self);
  const double margin = KEPT_MARGIN / self->zoom;

  return (AftRect) { sight.x - margin, sight.y - margin, sight.width + 2 * margin, sight.height + 2 * margin };
}

static void
keep_cb (AftWhysNode   *node,
         const char    *text,
         int            keep,
         AftWhysCanvas *self)
{
  aft_whys_canvas_handle_keep (self, node, text, (AftWhysKeep) keep);
}

static void
draft_cb (AftWhysNode   *node,
          const char    *text,
          AftWhysCanvas *self)
{
  aft_whys_measure_set_draft (self->measure, aft_whys_node_get_item (node), text);
  aft_whys_canvas_queue_refresh (self);
}

static void
fold_cb (AftWhysNode   *node,
         AftWhysCanvas *self)
{
  AftItem *item = aft_whys_node_get_item (node);

  aft_whys_view_set_folded (self->view, item, !aft_whys_view_is_folded (self->view, item));
}

static void
focused_cb (GtkEventController *controller,
            AftWhysCanvas      *self)
{
  AftItem *item = aft_whys_node_get_item (AFT_WHYS_NODE (gtk_event_controller_get_widget (controller)));

  /* After an undo a box may still be there for a frame; what gets the focus must not go meanwhile. */
  if (aft_item_get_document (item) != NULL)
    aft_whys_view_select (self->view, item);
}

static GtkWidget *
create_node (AftWhysCanvas *self,
             AftItem       *item)
{
  GtkWidget *node = aft_whys_node_new (self->session, item, aft_whys_measure_get_style (self->measure));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, 0);
  gtk_widget_add_controller (node, focus);
  g_signal_connect_object (node, "keep", G_CALLBACK (keep_cb), self, 0);
  g_signal_connect_object (node, "draft", G_CALLBACK (draft_cb), self, 0);
  g_signal_connect_object (node, "fold", G_CALLBACK (fold_cb), self, 0);
  gtk_widget_set_parent (node, GTK_WIDGET (self));
  g_hash_table_insert (self->nodes, g_object_ref (item), node);

  return node;
}

static void
update_node (AftWhysCanvas      *self,
             const AftWhysPlace *place,
             GtkWidget          *node)
{
  AftWhysNodeState state = { .level = place->level + 1, .position = 1, .n_siblings = 1 };
  guint position;
  const AftChildList *list = aft_item_get_place (place->item, &position);

  if (list != NULL)
    {
      state.position = position + 1;
      state.n_siblings = g_list_model_get_n_items (aft_item_get_list (aft_item_get_parent (place->item), list->name));
    }
  state.n_below =
    g_list_model_get_n_items (aft_item_get_list (place->item, AFT_IS_QUESTION (place->item) ? "answers" : "questions"));
  state.n_hidden = place->n_hidden;
  state.row = self->arrangement == AFT_WHYS_OUTLINE;
  state.beside = aft_whys_tree_has_links_beside (self->tree);
  state.selected = place->item == aft_whys_view_get_selected (self->view);
  state.faint = aft_whys_view_is_faint (self->view, place->item) ||
                (self->drag_started && self->dragged != NULL && place->item != self->dragged &&
                 aft_item_is_inside (place->item, self->dragged));
  gtk_widget_set_opacity (node, self->drag_started && place->item == self->dragged ? 0.6 : 1);
  state.found = aft_whys_view_is_found (self->view, place->item);
  aft_whys_node_update (AFT_WHYS_NODE (node), &state);
}

/* Far out nothing can be read, so nothing is a widget but what has to be. */
static gboolean
must_stay (AftWhysCanvas *self,
           AftItem       *item)
{
  return item == aft_whys_view_get_selected (self->view) || item == self->dragged || item == self->editing;
}

static void
add_seen (guint    index,
          gboolean whole,
          gpointer user_data)
{
  AftWhysCanvas *self = user_data;
  const AftWhysPlace *place = aft_whys_tree_get (self->tree, index);
  const AftRect area = get_kept_area (self);

  if (!whole && aft_rect_intersects (&area, &place->rect) && !g_hash_table_contains (self->nodes, place->item))
    update_node (self, place, create_node (self, place->item));
}

static void
add_item (AftWhysCanvas *self,
          AftItem       *item)
{
  const guint index = aft_whys_tree_find (self->tree, item);

  if (index != AFT_WHYS_NONE && !g_hash_table_contains (self->nodes, item))
    update_node (self, aft_whys_tree_get (self->tree, index), create_node (self, item));
}

/* Makes the nodes that are in sight, and lets go of the others. */
void
aft_whys_canvas_sync_nodes (AftWhysCanvas *self)
{
  const AftRect area = get_kept_area (self);
  const gboolean readable = aft_whys_canvas_is_readable (self);
  GHashTableIter iter;
  gpointer item;
  gpointer node;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &item, &node))
    {
      const guint index = aft_whys_tree_find (self->tree, item);

      if (index != AFT_WHYS_NONE &&
          (must_stay (self, item) ||
           (readable && aft_rect_intersects (&area, &aft_whys_tree_get (self->tree, index)->rect))))
        continue;
      /* The focus stays on the canvas, so that its keys go on working. */
      if (node == gtk_widget_get_focus_child (GTK_WIDGET (self)))
        aft_whys_canvas_grab_focus_self (self);
      gtk_widget_unparent (node);
      g_hash_table_iter_remove (&iter);
    }

  if (readable)
    aft_whys_tree_foreach_in (self->tree, &area, 0, add_seen, self);
  add_item (self, aft_whys_view_get_selected (self->view));
  add_item (self, self->editing);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Shows the items as they are now. */
void
aft_whys_canvas_update_nodes (AftWhysCanvas *self)
{
  GHashTableIter iter;
  gpointer item;
  gpointer node;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &item, &node))
    {
      const guint index = aft_whys_tree_find (self->tree, item);

      if (index != AFT_WHYS_NONE)
        update_node (self, aft_whys_tree_get (self->tree, index), node);
    }
}

void
aft_whys_canvas_allocate_nodes (AftWhysCanvas *self)
{
  GHashTableIter iter;
  gpointer item;
  gpointer node;

  g_hash_table_iter_init (&iter, self->nodes);
  while (self->tree != NULL && g_hash_table_iter_next (&iter, &item, &node))
    {
      const guint index = aft_whys_tree_find (self->tree, item);
      const gboolean dragged = item == self->dragged && self->drag_started;
      GskTransform *transform;
      AftRect rect;

      if (index == AFT_WHYS_NONE)
        continue;

      rect = aft_whys_canvas_get_shown_rect (self, index);
      rect.x = rect.x * self->zoom + self->offset_x + (dragged ? self->pointer_x - self->start_x : 0);
      rect.y = rect.y * self->zoom + self->offset_y + (dragged ? self->pointer_y - self->start_y : 0);
      transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) rect.x, (float) rect.y));
      transform = gsk_transform_scale (transform, (float) self->zoom, (float) self->zoom);
      gtk_widget_set_child_visible (node, aft_whys_canvas_is_readable (self) || item == self->editing);
      gtk_widget_measure (node, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (node, (int) ceil (rect.width), (int) ceil (rect.height), -1, transform);
    }
}

/* The boxes are to be made anew, as after a change of the fonts; what is being written is kept first. */
void
aft_whys_canvas_clear_nodes (AftWhysCanvas *self)
{
  GHashTableIter iter;
  gpointer node;

  aft_whys_canvas_commit (self);
  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &node))
    gtk_widget_unparent (node);
  g_hash_table_remove_all (self->nodes);
}

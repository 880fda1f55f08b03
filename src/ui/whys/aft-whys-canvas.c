/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-whys-canvas-private.h"

/* The ground beyond the widget for which nodes are kept, in pixels. */
#define MARGIN 200

#define MIN_ZOOM 0.4
#define MAX_ZOOM 2.0

/* Below this texts are too small to read at once. */
#define READABLE_ZOOM 0.85

/**
 * AftWhysCanvas:
 *
 * The forest of whys, drawn. What is in sight is a real widget; connectors are drawn. It emits what
 * the user chooses; edits go through the history.
 */
G_DEFINE_FINAL_TYPE (AftWhysCanvas, aft_whys_canvas, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AftDocument *
get_document (AftWhysCanvas *self)
{
  return aft_session_get_document (self->session);
}

static gboolean
is_in_sight (AftWhysCanvas *self,
             const AftRect *rect)
{
  const AftRect sight = { -MARGIN, -MARGIN, gtk_widget_get_width (GTK_WIDGET (self)) + 2 * MARGIN,
                          gtk_widget_get_height (GTK_WIDGET (self)) + 2 * MARGIN };
  const AftRect shown = { rect->x * self->zoom + self->offset_x, rect->y * self->zoom + self->offset_y, rect->width * self->zoom,
                          rect->height * self->zoom };

  return aft_rect_intersects (&sight, &shown);
}

static void
node_keep_cb (AftWhysNode   *node,
              const char    *text,
              int            keep,
              AftWhysCanvas *self)
{
  g_autoptr(AftItem) item = g_object_ref (aft_whys_node_get_item (node));

  aft_whys_canvas_handle_keep (self, item, text, (AftWhysKeep) keep);
}

static void
node_focused_cb (GtkEventController *controller,
                 AftWhysCanvas      *self)
{
  AftWhysNode *node = AFT_WHYS_NODE (gtk_event_controller_get_widget (controller));

  aft_whys_canvas_select (self, aft_whys_node_get_item (node));
}

static GtkWidget *
ensure_node (AftWhysCanvas *self,
             AftItem       *item)
{
  GtkWidget *node = g_hash_table_lookup (self->nodes, item);
  GtkEventController *focus;

  if (node != NULL)
    return node;

  node = aft_whys_node_new (item);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "enter", G_CALLBACK (node_focused_cb), self, 0);
  gtk_widget_add_controller (node, focus);
  g_signal_connect_object (node, "keep", G_CALLBACK (node_keep_cb), self, 0);
  gtk_widget_set_parent (node, GTK_WIDGET (self));
  g_hash_table_insert (self->nodes, g_object_ref (item), node);

  return node;
}

static gboolean
must_stay (AftWhysCanvas *self,
           AftItem       *item,
           GtkWidget     *node)
{
  return item == self->selected || item == self->dragged || item == self->editing ||
         aft_whys_node_is_editing (AFT_WHYS_NODE (node)) || gtk_widget_has_focus (node);
}

static void
count_siblings (AftItem *item,
                guint   *position,
                guint   *n_siblings)
{
  const AftChildList *place = aft_item_get_place (item, position);

  *n_siblings = place != NULL ? g_list_model_get_n_items (aft_item_get_list (aft_item_get_parent (item), place->name)) : 1;
}

/* Makes the nodes that are in sight, and lets go of the others; never while allocating. */
void
aft_whys_canvas_sync_nodes (AftWhysCanvas *self)
{
  GHashTableIter iter;
  gpointer item;
  gpointer node;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &item, &node))
    {
      const guint index = aft_whys_tree_find (self->tree, item);

      if (index != AFT_WHYS_NONE && (must_stay (self, item, node) || is_in_sight (self, &aft_whys_tree_get (self->tree, index)->rect)))
        continue;
      gtk_widget_unparent (node);
      g_hash_table_iter_remove (&iter);
    }

  for (guint i = 0; i < aft_whys_tree_get_n (self->tree); i++)
    {
      const AftWhysPlace *place = aft_whys_tree_get (self->tree, i);
      guint position;
      guint n_siblings;

      if (!is_in_sight (self, &place->rect) && !g_hash_table_contains (self->nodes, place->item) && place->item != self->editing)
        continue;
      count_siblings (place->item, &position, &n_siblings);
      aft_whys_node_update (AFT_WHYS_NODE (ensure_node (self, place->item)), aft_item_get_depth (place->item), position + 1, n_siblings,
                            place->item == self->selected);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
begin_editing (AftWhysCanvas *self)
{
  g_autoptr(AftItem) item = g_steal_pointer (&self->editing);
  GtkWidget *node = item != NULL ? g_hash_table_lookup (self->nodes, item) : NULL;

  if (node != NULL)
    aft_whys_node_edit (AFT_WHYS_NODE (node));
}

void
aft_whys_canvas_refresh (AftWhysCanvas *self)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->refresh_tick != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->refresh_tick);
      self->refresh_tick = 0;
    }

  if (self->selected != NULL && aft_item_get_document (self->selected) == NULL)
    aft_whys_canvas_select (self, NULL);

  g_clear_pointer (&self->tree, aft_whys_tree_free);
  self->tree = aft_whys_tree_new (get_document (self), GTK_WIDGET (self), mirrored);
  if (!self->fitted && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    {
      self->fitted = TRUE;
      aft_whys_canvas_fit (self);
    }
  if (self->editing != NULL)
    aft_whys_canvas_reveal (self, aft_whys_tree_find (self->tree, self->editing));
  aft_whys_canvas_sync_nodes (self);
  if (self->editing != NULL)
    begin_editing (self);
}

static gboolean
refresh_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);

  self->refresh_tick = 0;
  aft_whys_canvas_refresh (self);

  return G_SOURCE_REMOVE;
}

void
aft_whys_canvas_queue_refresh (AftWhysCanvas *self)
{
  if (self->refresh_tick == 0)
    self->refresh_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), refresh_cb, NULL, NULL);
}

/* Brings a place into sight with as little movement as possible. */
void
aft_whys_canvas_reveal (AftWhysCanvas *self,
                        guint          index)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const AftRect *rect;
  double left;
  double top;

  if (index == AFT_WHYS_NONE || width <= 0)
    return;

  rect = &aft_whys_tree_get (self->tree, index)->rect;
  left = rect->x * self->zoom + self->offset_x;
  top = rect->y * self->zoom + self->offset_y;
  if (left + rect->width * self->zoom > width - 24)
    self->offset_x -= left + rect->width * self->zoom - width + 24;
  else if (left < 24)
    self->offset_x += 24 - left;
  if (top + rect->height * self->zoom > height - 24)
    self->offset_y -= top + rect->height * self->zoom - height + 24;
  else if (top < 24)
    self->offset_y += 24 - top;
}

static void
aft_whys_canvas_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  /* It shows whatever part of the ground there is room for. */
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 400;
}

static void
aft_whys_canvas_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  GHashTableIter iter;
  gpointer item;
  gpointer node;

  /* Another part of the ground may be in sight; nodes are not made while allocating. */
  if (!self->fitted || width != self->last_width || height != self->last_height)
    aft_whys_canvas_queue_refresh (self);
  self->last_width = width;
  self->last_height = height;

  g_hash_table_iter_init (&iter, self->nodes);
  while (self->tree != NULL && g_hash_table_iter_next (&iter, &item, &node))
    {
      const guint index = aft_whys_tree_find (self->tree, item);
      const AftRect *rect;
      GskTransform *transform;
      int minimum_height;
      double x;
      double y;

      if (index == AFT_WHYS_NONE)
        continue;

      rect = &aft_whys_tree_get (self->tree, index)->rect;
      x = rect->x * self->zoom + self->offset_x + (item == self->dragged && self->drag_started ? self->drag_x : 0);
      y = rect->y * self->zoom + self->offset_y + (item == self->dragged && self->drag_started ? self->drag_y : 0);
      transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));
      transform = gsk_transform_scale (transform, (float) self->zoom, (float) self->zoom);
      gtk_widget_measure (node, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_measure (node, GTK_ORIENTATION_VERTICAL, (int) rect->width, &minimum_height, NULL, NULL, NULL);
      gtk_widget_allocate (node, (int) rect->width, MAX ((int) rect->height, minimum_height), -1, transform);
    }
}

static void
aft_whys_canvas_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  aft_whys_canvas_draw (AFT_WHYS_CANVAS (widget), snapshot);

  GTK_WIDGET_CLASS (aft_whys_canvas_parent_class)->snapshot (widget, snapshot);
}

static gboolean
aft_whys_canvas_grab_focus (GtkWidget *widget)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  GtkWidget *node = self->selected != NULL ? g_hash_table_lookup (self->nodes, self->selected) : NULL;

  if (node == NULL && self->tree != NULL && aft_whys_tree_get_n (self->tree) > 0)
    node = g_hash_table_lookup (self->nodes, aft_whys_tree_get (self->tree, 0)->item);

  return node != NULL ? gtk_widget_grab_focus (node) : GTK_WIDGET_CLASS (aft_whys_canvas_parent_class)->grab_focus (widget);
}

/* Tab enters and leaves the canvas; inside it the arrow keys walk. */
static gboolean
aft_whys_canvas_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static void
aft_whys_canvas_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  previous)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);

  self->fitted = FALSE;
  if (self->session != NULL)
    aft_whys_canvas_queue_refresh (self);
}

static void
aft_whys_canvas_dispose (GObject *object)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (object);
  GHashTableIter iter;
  gpointer node;

  if (self->refresh_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->refresh_tick);
  self->refresh_tick = 0;
  if (self->nodes != NULL)
    {
      g_hash_table_iter_init (&iter, self->nodes);
      while (g_hash_table_iter_next (&iter, NULL, &node))
        gtk_widget_unparent (node);
    }
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_pointer (&self->tree, aft_whys_tree_free);
  g_clear_object (&self->selected);
  g_clear_object (&self->editing);
  g_clear_object (&self->dragged);
  g_clear_object (&self->target);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_whys_canvas_parent_class)->dispose (object);
}

static void
aft_whys_canvas_class_init (AftWhysCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_whys_canvas_dispose;
  widget_class->measure = aft_whys_canvas_measure;
  widget_class->size_allocate = aft_whys_canvas_size_allocate;
  widget_class->snapshot = aft_whys_canvas_snapshot;
  widget_class->grab_focus = aft_whys_canvas_grab_focus;
  widget_class->focus = aft_whys_canvas_focus;
  widget_class->direction_changed = aft_whys_canvas_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "whycanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE);
  aft_whys_canvas_install_input (widget_class);

  /**
   * AftWhysCanvas::selected:
   *
   * Another item is chosen, or none.
   */
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_whys_canvas_init (AftWhysCanvas *self)
{
  self->zoom = 1;
  self->nodes = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Questions and answers"), -1);
  aft_whys_canvas_add_input (self);
}

/**
 * aft_whys_canvas_new:
 * @session: the document
 *
 * Returns: (transfer floating): a canvas of its forest of whys
 */
GtkWidget *
aft_whys_canvas_new (AftSession *session)
{
  AftWhysCanvas *self = g_object_new (AFT_TYPE_WHYS_CANVAS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (get_document (self), "edited", G_CALLBACK (aft_whys_canvas_queue_refresh), self, G_CONNECT_SWAPPED);
  aft_whys_canvas_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * aft_whys_canvas_get_selected:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the item that is chosen
 */
AftItem *
aft_whys_canvas_get_selected (AftWhysCanvas *self)
{
  return self->selected;
}

/**
 * aft_whys_canvas_select:
 * @self: a canvas
 * @item: (nullable): a problem, question or answer
 */
void
aft_whys_canvas_select (AftWhysCanvas *self,
                        AftItem       *item)
{
  g_return_if_fail (AFT_IS_WHYS_CANVAS (self));

  if (self->selected == item)
    return;

  g_set_object (&self->selected, item);
  if (self->tree != NULL)
    {
      aft_whys_canvas_reveal (self, aft_whys_tree_find (self->tree, item));
      aft_whys_canvas_sync_nodes (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

/**
 * aft_whys_canvas_edit:
 * @self: a canvas
 * @item: a problem, question or answer
 *
 * Chooses an item and lets the user type in it.
 */
void
aft_whys_canvas_edit (AftWhysCanvas *self,
                      AftItem       *item)
{
  g_return_if_fail (AFT_IS_WHYS_CANVAS (self) && AFT_IS_ITEM (item));

  g_set_object (&self->editing, item);
  aft_whys_canvas_refresh (self);
  aft_whys_canvas_select (self, item);
}

/**
 * aft_whys_canvas_zoom:
 * @self: a canvas
 * @factor: how much larger to show everything, about the middle
 */
void
aft_whys_canvas_zoom (AftWhysCanvas *self,
                      double         factor)
{
  const double zoom = CLAMP (self->zoom * factor, MIN_ZOOM, MAX_ZOOM);
  const double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  const double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  g_return_if_fail (AFT_IS_WHYS_CANVAS (self));

  self->offset_x = x - (x - self->offset_x) * zoom / self->zoom;
  self->offset_y = y - (y - self->offset_y) * zoom / self->zoom;
  self->zoom = zoom;
  aft_whys_canvas_sync_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * aft_whys_canvas_fit:
 * @self: a canvas
 *
 * Shows the whole forest where that can be read, else its beginning.
 */
void
aft_whys_canvas_fit (AftWhysCanvas *self)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  AftRect bounds;

  g_return_if_fail (AFT_IS_WHYS_CANVAS (self));

  if (self->tree == NULL || aft_whys_tree_get_n (self->tree) == 0 || width <= 0)
    return;

  bounds = aft_whys_tree_get_bounds (self->tree);
  self->zoom = CLAMP (MIN ((width - 48) / MAX (bounds.width, 1), (height - 48) / MAX (bounds.height, 1)), READABLE_ZOOM, 1);
  if (bounds.width * self->zoom <= width - 48)
    self->offset_x = (width - bounds.width * self->zoom) / 2 - bounds.x * self->zoom;
  else if (mirrored)
    self->offset_x = width - 24 - (bounds.x + bounds.width) * self->zoom;
  else
    self->offset_x = 24 - bounds.x * self->zoom;
  if (bounds.height * self->zoom <= height - 48)
    self->offset_y = (height - bounds.height * self->zoom) / 2 - bounds.y * self->zoom;
  else
    self->offset_y = 24 - bounds.y * self->zoom;

  aft_whys_canvas_sync_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

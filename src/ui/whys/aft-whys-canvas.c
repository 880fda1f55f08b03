/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aft-popup-menu.h"
#include "aft-whys-canvas-private.h"

/* The smallest text that is shown as text, in pixels. */
#define READABLE_SIZE 9.5
#define TEXT_SIZE 14.667

/* How long boxes take to their new places, in microseconds. */
#define MOVE_TIME (160 * G_TIME_SPAN_MILLISECOND)

/**
 * AftWhysCanvas:
 *
 * The forest of whys, drawn, or as an outline: the same boxes in rows. What is in sight is a real
 * widget; connectors and what is too small to read are drawn. Edits go through the history, and what
 * is chosen and folded is the view's.
 */
G_DEFINE_FINAL_TYPE (AftWhysCanvas, aft_whys_canvas, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MOVED,
  SIGNAL_REDRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

AftDocument *
aft_whys_canvas_get_document (AftWhysCanvas *self)
{
  return aft_session_get_document (self->session);
}

AftHistory *
aft_whys_canvas_get_history (AftWhysCanvas *self)
{
  return aft_session_get_history (self->session);
}

/* Whether texts are large enough to be read, so that boxes are widgets. */
gboolean
aft_whys_canvas_is_readable (AftWhysCanvas *self)
{
  return self->zoom * aft_whys_measure_get_style (self->measure)->unit * TEXT_SIZE >= READABLE_SIZE;
}

gboolean
aft_whys_canvas_is_editing (AftWhysCanvas *self)
{
  GtkWidget *node = self->editing != NULL ? g_hash_table_lookup (self->nodes, self->editing) : NULL;

  return node != NULL && aft_whys_node_is_editing (AFT_WHYS_NODE (node));
}

/* Where a box is at this moment, on the ground. */
AftRect
aft_whys_canvas_get_shown_rect (AftWhysCanvas *self,
                                guint          index)
{
  const AftWhysPlace *place = aft_whys_tree_get (self->tree, index);
  const AftRect *from = self->from != NULL ? g_hash_table_lookup (self->from, place->item) : NULL;
  AftRect rect = place->rect;

  if (from != NULL)
    {
      rect.x = from->x + (rect.x - from->x) * self->progress;
      rect.y = from->y + (rect.y - from->y) * self->progress;
    }

  return rect;
}

guint
aft_whys_canvas_find_at (AftWhysCanvas *self,
                         double         x,
                         double         y)
{
  return aft_whys_tree_find_at (self->tree, (x - self->offset_x) / self->zoom, (y - self->offset_y) / self->zoom);
}

static void
queue_tick (AftWhysCanvas *self);

static AftWhysTree *
create_tree (AftWhysCanvas *self)
{
  const AftWhysTreeParams params = { self->arrangement,
                                     gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL, self->stacked,
                                     gtk_widget_get_width (GTK_WIDGET (self)) - AFT_WHYS_MARGIN };

  return aft_whys_tree_new (aft_whys_canvas_get_document (self), self->view, self->measure, &params);
}

static void
stop_moving (AftWhysCanvas *self)
{
  g_clear_pointer (&self->from, g_hash_table_unref);
  self->progress = 1;
}

/* Remembers where the boxes are, so that they can be seen to go to their new places. */
static GHashTable *
remember_places (AftWhysCanvas *self)
{
  GHashTable *places;
  GHashTableIter iter;
  gpointer item;

  if (self->tree == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      !adw_get_enable_animations (GTK_WIDGET (self)))
    return NULL;

  places = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      const guint index = aft_whys_tree_find (self->tree, item);
      AftRect rect;

      if (index == AFT_WHYS_NONE)
        continue;
      rect = aft_whys_canvas_get_shown_rect (self, index);
      g_hash_table_insert (places, g_object_ref (item), g_memdup2 (&rect, sizeof rect));
    }

  return places;
}

/* The box that stays where it is on the screen while the forest changes around it. */
static AftItem *
find_anchor (AftWhysCanvas *self)
{
  const AftRect sight = aft_whys_canvas_get_sight (self);
  AftItem *const candidates[] = { self->anchor, self->editing, aft_whys_view_get_selected (self->view) };
  guint index;

  if (self->tree == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      index = aft_whys_tree_find (self->tree, candidates[i]);
      if (index != AFT_WHYS_NONE && aft_rect_intersects (&sight, &aft_whys_tree_get (self->tree, index)->rect))
        return candidates[i];
    }
  index = aft_whys_tree_find_at (self->tree, sight.x + sight.width / 2, sight.y + sight.height / 2);

  return index != AFT_WHYS_NONE ? aft_whys_tree_get (self->tree, index)->item : NULL;
}

static void
keep_anchor (AftWhysCanvas *self,
             AftWhysTree   *before,
             AftItem       *anchor,
             GHashTable    *places)
{
  const guint index = aft_whys_tree_find (self->tree, anchor);
  GHashTableIter iter;
  gpointer place;
  double dx;
  double dy;

  if (before == NULL || index == AFT_WHYS_NONE)
    return;

  dx = aft_whys_tree_get (self->tree, index)->rect.x -
       aft_whys_tree_get (before, aft_whys_tree_find (before, anchor))->rect.x;
  dy = aft_whys_tree_get (self->tree, index)->rect.y -
       aft_whys_tree_get (before, aft_whys_tree_find (before, anchor))->rect.y;
  self->offset_x -= dx * self->zoom;
  self->offset_y -= dy * self->zoom;
  if (places == NULL)
    return;

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    {
      ((AftRect *) place)->x += dx;
      ((AftRect *) place)->y += dy;
    }
}

void
aft_whys_canvas_refresh (AftWhysCanvas *self)
{
  g_autoptr(AftWhysTree) before = NULL;
  g_autoptr(GHashTable) places = remember_places (self);
  g_autoptr(AftItem) anchor = NULL;

  self->stale = FALSE;
  g_set_object (&anchor, find_anchor (self));
  g_hash_table_remove_all (self->words);
  before = g_steal_pointer (&self->tree);
  self->tree = create_tree (self);
  keep_anchor (self, before, anchor, places);

  stop_moving (self);
  if (places != NULL && before != NULL && self->fitted)
    {
      self->from = g_steal_pointer (&places);
      self->progress = 0;
      self->moved_at = 0;
      queue_tick (self);
    }
  if (!self->fitted && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    {
      self->fitted = TRUE;
      aft_whys_canvas_fit_again (self, NULL, FALSE);
      aft_whys_canvas_reveal (self, aft_whys_view_get_selected (self->view));
    }
  aft_whys_canvas_clamp_outline (self);
  aft_whys_canvas_moved (self);
  aft_whys_canvas_update_nodes (self);
  if (self->refocus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->refocus = FALSE;
  g_signal_emit (self, signals[SIGNAL_REDRAWN], 0);
}

static double
ease_out (double progress)
{
  return 1 - (1 - progress) * (1 - progress) * (1 - progress);
}

/* Returns whether the boxes still move. */
static gboolean
move_on (AftWhysCanvas *self,
         gint64         now)
{
  double progress;

  if (self->from == NULL)
    return FALSE;

  if (self->moved_at == 0)
    self->moved_at = now;
  progress = (now - self->moved_at) / (double) MOVE_TIME;
  if (progress >= 1)
    stop_moving (self);
  else
    self->progress = ease_out (progress);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return self->from != NULL;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  gboolean more = FALSE;

  if (self->stale)
    aft_whys_canvas_refresh (self);
  more |= move_on (self, gdk_frame_clock_get_frame_time (clock));
  more |= aft_whys_canvas_scroll_at_edge (self);
  if (more || self->stale)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
queue_tick (AftWhysCanvas *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

void
aft_whys_canvas_queue_refresh (AftWhysCanvas *self)
{
  self->stale = TRUE;
  queue_tick (self);
}

static void
edited_cb (AftWhysCanvas *self)
{
  aft_whys_view_prune (self->view);
  aft_whys_canvas_queue_refresh (self);
}

static void
selected_cb (AftWhysCanvas *self)
{
  AftItem *item = aft_whys_view_get_selected (self->view);

  if (self->stale && item != NULL)
    aft_whys_canvas_refresh (self);
  aft_whys_canvas_reveal (self, item);
  aft_whys_canvas_update_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 400;
}

static void
aft_whys_canvas_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);

  /* Another part of the ground may be in sight; nodes are not made while allocating. */
  if (!self->fitted || width != self->last_width || height != self->last_height)
    aft_whys_canvas_queue_refresh (self);
  self->last_width = width;
  self->last_height = height;
  aft_whys_canvas_allocate_nodes (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
aft_whys_canvas_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  aft_whys_canvas_draw (AFT_WHYS_CANVAS (widget), snapshot);
  GTK_WIDGET_CLASS (aft_whys_canvas_parent_class)->snapshot (widget, snapshot);
  aft_whys_canvas_draw_landing (AFT_WHYS_CANVAS (widget), snapshot);
}

/* The focus on the canvas, and on none of its boxes. */
void
aft_whys_canvas_grab_focus_self (AftWhysCanvas *self)
{
  GTK_WIDGET_CLASS (aft_whys_canvas_parent_class)->grab_focus (GTK_WIDGET (self));
}

static gboolean
aft_whys_canvas_grab_focus (GtkWidget *widget)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  AftItem *item = aft_whys_view_get_selected (self->view);
  GtkWidget *node;

  if (item == NULL && aft_whys_tree_get_n (self->tree) > 0)
    item = aft_whys_tree_get (self->tree, 0)->item;
  node = item != NULL ? g_hash_table_lookup (self->nodes, item) : NULL;

  return node != NULL ? gtk_widget_grab_focus (node)
                      : GTK_WIDGET_CLASS (aft_whys_canvas_parent_class)->grab_focus (widget);
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
aft_whys_canvas_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);

  GTK_WIDGET_CLASS (aft_whys_canvas_parent_class)->css_changed (widget, change);
  if (self->session == NULL || !aft_whys_measure_reset (self->measure))
    return;

  /* All boxes are made anew, and the focus has to find its own again. */
  self->refocus = gtk_widget_get_focus_child (widget) != NULL;
  aft_whys_canvas_clear_nodes (self);
  aft_whys_canvas_queue_refresh (self);
}

static void
aft_whys_canvas_dispose (GObject *object)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  aft_popup_menu_clear (&self->menu);
  if (self->nodes != NULL)
    aft_whys_canvas_clear_nodes (self);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->from, g_hash_table_unref);
  g_clear_pointer (&self->tree, aft_whys_tree_free);
  g_clear_pointer (&self->measure, aft_whys_measure_free);
  g_clear_object (&self->editing);
  g_clear_object (&self->dragged);
  g_clear_object (&self->target);
  g_clear_object (&self->view);
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
  widget_class->css_changed = aft_whys_canvas_css_changed;
  gtk_widget_class_set_css_name (widget_class, "whycanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE);
  aft_whys_canvas_install_actions (widget_class);

  /**
   * AftWhysCanvas::moved:
   *
   * Another part of the ground is in sight.
   */
  signals[SIGNAL_MOVED] =
    g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AftWhysCanvas::redrawn:
   *
   * The forest was laid out again.
   */
  signals[SIGNAL_REDRAWN] =
    g_signal_new ("redrawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_whys_canvas_init (AftWhysCanvas *self)
{
  self->zoom = 1;
  self->progress = 1;
  self->nodes = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->words = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Questions and answers"), -1);
  aft_whys_canvas_add_input (self);
}

/**
 * aft_whys_canvas_new:
 * @session: the document
 * @view: what is chosen and folded
 *
 * Returns: (transfer floating): a canvas of its forest of whys
 */
GtkWidget *
aft_whys_canvas_new (AftSession  *session,
                     AftWhysView *view)
{
  AftWhysCanvas *self;

  g_return_val_if_fail (AFT_IS_SESSION (session) && AFT_IS_WHYS_VIEW (view), NULL);

  self = g_object_new (AFT_TYPE_WHYS_CANVAS, NULL);
  self->measure = aft_whys_measure_new (GTK_WIDGET (self));
  self->view = g_object_ref (view);
  self->session = g_object_ref (session);
  g_signal_connect_object (aft_whys_canvas_get_document (self), "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (aft_whys_canvas_get_history (self), "commit", G_CALLBACK (aft_whys_canvas_commit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "changed", G_CALLBACK (aft_whys_canvas_refresh), self, G_CONNECT_SWAPPED);
  aft_whys_canvas_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * aft_whys_canvas_get_view:
 * @self: a canvas
 *
 * Returns: (transfer none): what is chosen and folded
 */
AftWhysView *
aft_whys_canvas_get_view (AftWhysCanvas *self)
{
  g_return_val_if_fail (AFT_IS_WHYS_CANVAS (self), NULL);

  return self->view;
}

/**
 * aft_whys_canvas_get_tree:
 * @self: a canvas
 *
 * Returns: (transfer none): the forest as it is laid out
 */
AftWhysTree *
aft_whys_canvas_get_tree (AftWhysCanvas *self)
{
  g_return_val_if_fail (AFT_IS_WHYS_CANVAS (self), NULL);

  return self->tree;
}

/**
 * aft_whys_canvas_set_arrangement:
 * @self: a canvas
 * @arrangement: how to arrange the forest
 * @stacked: whether answers without questions stand one behind the other
 */
void
aft_whys_canvas_set_arrangement (AftWhysCanvas      *self,
                                 AftWhysArrangement  arrangement,
                                 gboolean            stacked)
{
  g_return_if_fail (AFT_IS_WHYS_CANVAS (self));

  if (self->arrangement == arrangement && self->stacked == stacked)
    return;

  self->arrangement = arrangement;
  self->stacked = stacked;
  self->fitted = FALSE;
  aft_whys_canvas_refresh (self);
}

/**
 * aft_whys_canvas_set_presenting:
 * @self: a canvas
 * @presenting: whether it is shown on a projector: no text is small, and some keys are commands
 */
void
aft_whys_canvas_set_presenting (AftWhysCanvas *self,
                                gboolean       presenting)
{
  g_return_if_fail (AFT_IS_WHYS_CANVAS (self));

  self->presenting = presenting;
  self->fitted = FALSE;
  aft_whys_canvas_queue_refresh (self);
}


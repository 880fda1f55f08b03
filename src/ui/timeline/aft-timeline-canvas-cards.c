/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-card.h"
#include "aft-span-words.h"
#include "aft-timeline-canvas-private.h"

/* More folds than this in sight are drawn, but aren't buttons. */
#define MOST_FOLDS 24

/* While one zooms or pans, no more cards than this are new in one frame; the others follow in the next ones. */
#define MOST_FRESH 10

/* What of the canvas is a child widget: the events, clusters and folds in sight. */

static gboolean
is_in_sight (AftTimelineCanvas *self,
             double             x,
             double             width)
{
  return x < self->width && x + width > 0;
}

static GtkWidget *
take_card (AftTimelineCanvas *self,
           AftEvent          *event)
{
  GtkWidget *card = g_hash_table_lookup (self->cards, event);
  const gboolean dragged = self->drag.moving && aft_timeline_canvas_get_drag_delta (self, event) != 0;

  if (card == NULL)
    {
      if (self->spare->len > 0)
        {
          card = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
          gtk_widget_set_visible (card, TRUE);
        }
      else
        {
          card = aft_event_card_new ();
          gtk_widget_set_parent (card, GTK_WIDGET (self));
        }
      g_hash_table_insert (self->cards, event, card);
      aft_event_card_show (AFT_EVENT_CARD (card), event, aft_scenario_get_at (self->scenario, event),
                           aft_session_get_zone (self->session));
    }
  else if (self->stale_cards)
    aft_event_card_show (AFT_EVENT_CARD (card), event, aft_scenario_get_at (self->scenario, event),
                         aft_session_get_zone (self->session));

  aft_event_card_set_selected (AFT_EVENT_CARD (card), aft_event_selection_contains (self->selection, event));
  aft_event_card_set_dragged (AFT_EVENT_CARD (card), dragged);

  return card;
}

static void
drop_cards (AftTimelineCanvas *self,
            GHashTable        *wanted)
{
  GHashTableIter iter;
  gpointer event;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &event, &card))
    {
      if (g_hash_table_contains (wanted, event))
        continue;

      /* Else the toolkit would turn to any other card, and choose it. */
      if (gtk_widget_has_focus (card))
        gtk_root_set_focus (gtk_widget_get_root (card), GTK_WIDGET (self));
      g_hash_table_iter_remove (&iter);
      gtk_widget_set_visible (card, FALSE);
      aft_event_card_show (card, NULL, NULL, NULL);
      g_ptr_array_add (self->spare, card);
    }
}

static AftEvent *
get_card_event (AftTimelineCanvas *self,
                const AftLaneCard *card,
                guint             *index)
{
  *index = aft_timeline_geometry_get_shown (self->geometry, card->index);

  return aft_timeline_geometry_get_event (self->geometry, *index);
}

/* After the frame is painted. */
static gboolean
late_cb (gpointer user_data)
{
  AftTimelineCanvas *self = user_data;

  self->late_id = 0;
  aft_timeline_canvas_queue_update (self);

  return G_SOURCE_REMOVE;
}

/* Only what is in sight is a widget, in the order of time, also for a screen reader. */
static void
sync_cards (AftTimelineCanvas *self)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new (NULL, NULL);
  const double offset = aft_timeline_canvas_get_offset (self);
  GtkWidget *previous = NULL;
  guint n_cards;
  const AftLaneCard *cards = aft_lanes_get_cards (self->lanes, &n_cards);
  const gboolean all = self->stale_cards || g_hash_table_size (self->cards) == 0;
  guint n_fresh = 0;
  guint index;

  for (guint i = 0; i < n_cards; i++)
    {
      AftEvent *event = get_card_event (self, &cards[i], &index);
      GtkWidget *card = g_hash_table_lookup (self->cards, event);

      if (is_in_sight (self, cards[i].x + offset, cards[i].width) || event == self->drag.event ||
          (card != NULL && gtk_widget_has_focus (card)))
        g_hash_table_add (wanted, event);
    }
  drop_cards (self, wanted);

  for (guint i = 0; i < n_cards; i++)
    {
      AftEvent *event = get_card_event (self, &cards[i], &index);
      GtkWidget *card;

      if (!g_hash_table_contains (wanted, event))
        continue;
      if (!all && !g_hash_table_contains (self->cards, event) && event != aft_timeline_canvas_get_selected (self) &&
          n_fresh++ >= MOST_FRESH)
        continue;

      card = take_card (self, event);
      aft_event_card_set_place (AFT_EVENT_CARD (card), index, self->geometry->events->len);
      if (gtk_widget_get_prev_sibling (card) != previous)
        gtk_widget_insert_after (card, GTK_WIDGET (self), previous);
      previous = card;
    }
  self->stale_cards = FALSE;
  if (n_fresh > MOST_FRESH && self->late_id == 0)
    self->late_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, late_cb, self, NULL);
}

/* Where they can't be told apart by zooming, all of them are chosen instead: the table leads on. */
static void
mark_clicked_cb (AftTimelineCanvas *self,
                 GtkButton         *mark)
{
  const guint first = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (mark), "first"));
  const guint last = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (mark), "last"));
  g_autoptr(AftScale) fitted = NULL;
  AftSpan span;

  /* The document may be newer than the picture. */
  if (MAX (first, last) >= self->geometry->n_shown || self->scale == NULL)
    return;

  span.start_us = self->geometry->starts[aft_timeline_geometry_get_shown (self->geometry, first)];
  span.end_us = self->geometry->starts[aft_timeline_geometry_get_shown (self->geometry, last)];
  fitted = aft_scale_fit (self->scale, &span, self->width / 4.0, self->width / 4.0);
  if (aft_scale_get_px_per_us (fitted) > aft_scale_get_px_per_us (self->scale) * 1.01)
    {
      self->fitted = FALSE;
      aft_timeline_canvas_take_scale (self, g_steal_pointer (&fitted));
      return;
    }

  if (last - first < 1000)
    {
      g_autoptr(GPtrArray) events = g_ptr_array_new ();

      for (guint i = first; i <= last; i++)
        g_ptr_array_add (events, aft_timeline_geometry_get_event (self->geometry,
                                                                  aft_timeline_geometry_get_shown (self->geometry, i)));
      aft_event_selection_choose_many (self->selection, events, events->pdata[0]);
    }
}

static char *
dup_mark_name (GtkWidget *mark)
{
  const guint count = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (mark), "count"));

  /* Translators: of events for which there is no room on the timeline */
  return g_strdup_printf (ngettext ("%u more event, zoom in to see it", "%u more events, zoom in to see them", count),
                          count);
}

static char *
dup_fold_name (GtkWidget *button)
{
  /* Translators: %s is how long nothing happened, such as “4 yr” */
  return g_strdup_printf (_("Nothing happened for %s: open this stretch"), gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)))));
}

/* Words that are asked for rarely are made when they are. */
static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip,
                  gpointer    user_data)
{
  char *(* dup_name) (GtkWidget *widget) = user_data;
  g_autofree char *name = dup_name (widget);

  gtk_tooltip_set_text (tooltip, name);

  return TRUE;
}

static GtkWidget *
create_button (AftTimelineCanvas *self,
               const char        *css_class,
               GCallback          clicked,
               gpointer           dup_name)
{
  GtkWidget *button = gtk_button_new ();

  /* A child of its own: newer toolkits name a button after the label that they make themselves. */
  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (NULL));
  gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_has_tooltip (button, TRUE);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect (button, "query-tooltip", G_CALLBACK (query_tooltip_cb), dup_name);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
get_mark (AftTimelineCanvas *self,
          guint              index)
{
  GtkWidget *mark;

  if (index < self->marks->len)
    return self->marks->pdata[index];

  mark = create_button (self, "aft-cluster", G_CALLBACK (mark_clicked_cb), dup_mark_name);
  g_ptr_array_add (self->marks, mark);

  return mark;
}

/* Formatting and speaking cost, and panning changes nothing of it. */
static void
show_mark (GtkWidget        *mark,
           const AftCluster *cluster)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (mark), "count")) == cluster->count)
    return;

  g_object_set_data (G_OBJECT (mark), "count", GUINT_TO_POINTER (cluster->count));
  /* Translators: the number of further events for which there is no room */
  label = g_strdup_printf (_("+%u"), cluster->count);
  name = dup_mark_name (mark);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (mark))), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
hide_rest (GPtrArray *widgets,
           guint      used)
{
  for (guint i = used; i < widgets->len; i++)
    gtk_widget_set_visible (widgets->pdata[i], FALSE);
}

static void
sync_marks (AftTimelineCanvas *self)
{
  const double offset = aft_timeline_canvas_get_offset (self);
  guint n_clusters;
  const AftCluster *clusters = aft_lanes_get_clusters (self->lanes, &n_clusters);
  guint used = 0;

  for (guint i = 0; i < n_clusters; i++)
    {
      GtkWidget *mark;

      if (!is_in_sight (self, clusters[i].x + offset, clusters[i].width))
        continue;

      mark = get_mark (self, used++);
      show_mark (mark, &clusters[i]);
      g_object_set_data (G_OBJECT (mark), "cluster", GUINT_TO_POINTER (i));
      g_object_set_data (G_OBJECT (mark), "first", GUINT_TO_POINTER (clusters[i].first));
      g_object_set_data (G_OBJECT (mark), "last", GUINT_TO_POINTER (clusters[i].last));
      gtk_widget_set_visible (mark, TRUE);
    }
  hide_rest (self->marks, used);
}

static void
fold_clicked_cb (AftTimelineCanvas *self,
                 GtkButton         *button)
{
  const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "fold"));
  AftFold fold;

  if (self->scale == NULL || index >= aft_scale_get_n_folds (self->scale))
    return;

  aft_scale_get_fold (self->scale, index, &fold);
  aft_timeline_canvas_open_fold (self, &fold.span);
}

static GtkWidget *
get_fold (AftTimelineCanvas *self,
          guint              index)
{
  GtkWidget *button;

  if (index < self->folds->len)
    return self->folds->pdata[index];

  button = create_button (self, "aft-break", G_CALLBACK (fold_clicked_cb), dup_fold_name);
  gtk_widget_add_css_class (button, "flat");
  g_ptr_array_add (self->folds, button);

  return button;
}

static void
show_fold (GtkWidget     *button,
           const AftFold *fold)
{
  const gint64 length = fold->span.end_us - fold->span.start_us;
  gint64 *shown = g_object_get_data (G_OBJECT (button), "length");
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (shown == NULL)
    {
      shown = g_new0 (gint64, 1);
      g_object_set_data_full (G_OBJECT (button), "length", shown, g_free);
    }
  if (*shown == length)
    return;

  *shown = length;
  label = aft_span_dup_words (length);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), label);
  name = dup_fold_name (button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
sync_folds (AftTimelineCanvas *self)
{
  guint first = 0;
  guint n_folds = aft_scale_find_folds (self->scale, 0, self->width, &first);
  guint used = 0;

  if (n_folds > MOST_FOLDS || self->geometry->events->len == 0)
    n_folds = 0;
  for (guint i = first; i < first + n_folds; i++)
    {
      GtkWidget *button = get_fold (self, used++);
      AftFold fold;

      aft_scale_get_fold (self->scale, i, &fold);
      show_fold (button, &fold);
      g_object_set_data (G_OBJECT (button), "fold", GUINT_TO_POINTER (i));
      gtk_widget_set_visible (button, TRUE);
    }
  hide_rest (self->folds, used);
}

static void
measure_cards (AftTimelineCanvas *self)
{
  GHashTableIter iter;
  gpointer card;
  int natural;

  g_hash_table_iter_init (&iter, self->cards);
  if (!g_hash_table_iter_next (&iter, NULL, &card))
    return;

  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  if (natural == (int) self->card_height || natural <= 0)
    return;

  self->card_height = natural;
  aft_timeline_canvas_pack_again (self);
  sync_cards (self);
}

static void
allocate_child (GtkWidget *child,
                double     x,
                double     y,
                int        width,
                int        height)
{
  int least;

  /* A card may need more than its lane was told; cut off it would be unreadable. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (width, least);
  /* No text here wraps: whatever the width, the height is the same, and the toolkit knows it already. */
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { (int) x, (int) y, width, MAX (height, least) }, -1);
}

static void
allocate_drag_label (AftTimelineCanvas *self)
{
  GtkRequisition size;
  double x;

  if (!gtk_widget_get_visible (self->drag_label))
    return;

  gtk_widget_get_preferred_size (self->drag_label, NULL, &size);
  x = CLAMP (self->drag.x + 12, 0, MAX (0, self->width - size.width));
  allocate_child (self->drag_label, x, CLAMP (self->drag.y - size.height - 12, 0, MAX (0, self->height - size.height)),
                  size.width, size.height);
}

/* The left edge of a card, also while it is dragged. */
static double
place_card (AftTimelineCanvas *self,
            const AftLaneCard *card,
            guint              index,
            AftEvent          *event)
{
  const gint64 delta = aft_timeline_canvas_get_drag_delta (self, event);
  const double x = card->x + aft_timeline_canvas_get_offset (self);

  if (delta == 0)
    return x;

  return x + aft_scale_to_x (self->scale, self->geometry->starts[index] + delta) -
         aft_scale_to_x (self->scale, self->geometry->starts[index]);
}

static void
allocate_folds (AftTimelineCanvas *self)
{
  for (guint i = 0; i < self->folds->len; i++)
    {
      GtkWidget *button = self->folds->pdata[i];
      const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "fold"));
      AftFold fold;
      int least;

      if (!gtk_widget_get_visible (button))
        continue;
      if (self->scale == NULL || index >= aft_scale_get_n_folds (self->scale))
        {
          allocate_child (button, -10000, 0, 1, 1);
          continue;
        }

      aft_scale_get_fold (self->scale, index, &fold);
      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      allocate_child (button, fold.x + MIN (0, (fold.width - least) / 2), self->rows.ticks,
                      (int) fold.width, (int) (self->rows.bands - self->rows.ticks) - 2);
    }
}

void
aft_timeline_canvas_allocate_children (AftTimelineCanvas *self)
{
  const double offset = aft_timeline_canvas_get_offset (self);
  guint n;
  const AftLaneCard *cards = aft_lanes_get_cards (self->lanes, &n);
  const AftCluster *clusters;

  for (guint i = 0; i < n && cards[i].index < self->geometry->n_shown; i++)
    {
      guint index;
      AftEvent *event = get_card_event (self, &cards[i], &index);
      GtkWidget *card = g_hash_table_lookup (self->cards, event);

      if (card != NULL)
        allocate_child (card, place_card (self, &cards[i], index, event),
                        self->rows.lanes + cards[i].lane * self->rows.lane_height, (int) cards[i].width,
                        (int) self->card_height);
    }

  clusters = aft_lanes_get_clusters (self->lanes, &n);
  for (guint i = 0; i < self->marks->len; i++)
    {
      GtkWidget *mark = self->marks->pdata[i];
      const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (mark), "cluster"));

      if (gtk_widget_get_visible (mark))
        allocate_child (mark, index < n ? clusters[index].x + offset : -10000, self->rows.clusters,
                        index < n ? (int) clusters[index].width : 1, (int) self->rows.cluster_height);
    }

  allocate_folds (self);
  allocate_drag_label (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* Makes, takes back and fills children. Never within a size allocation. */
void
aft_timeline_canvas_sync_children (AftTimelineCanvas *self)
{
  sync_cards (self);
  measure_cards (self);
  sync_marks (self);
  sync_folds (self);
}

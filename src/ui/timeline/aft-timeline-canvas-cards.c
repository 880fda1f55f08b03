/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-card.h"
#include "aft-timeline-canvas-private.h"

/* The events in sight, as child widgets. */

static gboolean
is_wanted (AftTimelineCanvas      *self,
           const AftTimelineEntry *entry,
           double                  offset)
{
  GtkWidget *card;

  if (entry->event == self->selected || entry->event == self->drag.event)
    return TRUE;
  if (entry->lane != AFT_LANES_NONE &&
      entry->card_x + offset < self->width && entry->card_x + entry->card_width + offset > 0)
    return TRUE;

  card = g_hash_table_lookup (self->cards, entry->event);

  return card != NULL && gtk_widget_has_focus (card);
}

static GtkWidget *
take_card (AftTimelineCanvas *self,
           AftEvent          *event)
{
  GtkWidget *card = g_hash_table_lookup (self->cards, event);

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
    }

  aft_event_card_show (AFT_EVENT_CARD (card), event, aft_session_get_zone (self->session));
  aft_event_card_set_selected (AFT_EVENT_CARD (card), event == self->selected);
  aft_event_card_set_dragged (AFT_EVENT_CARD (card), event == self->drag.event && self->drag.moving);
  /* The label beside the pointer says more. */
  if (event == self->drag.event)
    gtk_widget_set_has_tooltip (card, FALSE);

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
      aft_event_card_show (card, NULL, NULL);
      g_ptr_array_add (self->spare, card);
    }
}

/* Only what is in sight is a widget, in the order of time, also for a screen reader. */
static void
sync_cards (AftTimelineCanvas *self)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new (NULL, NULL);
  const double offset = aft_timeline_canvas_get_offset (self);
  GtkWidget *previous = NULL;

  for (guint i = 0; i < self->geometry->entries->len; i++)
    {
      const AftTimelineEntry *entry = aft_timeline_geometry_get (self->geometry, i);

      if (is_wanted (self, entry, offset))
        g_hash_table_insert (wanted, entry->event, GUINT_TO_POINTER (i + 1));
    }
  drop_cards (self, wanted);

  for (guint i = 0; i < self->geometry->entries->len; i++)
    {
      const AftTimelineEntry *entry = aft_timeline_geometry_get (self->geometry, i);
      GtkWidget *card;

      if (!g_hash_table_contains (wanted, entry->event))
        continue;

      card = take_card (self, entry->event);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (card),
                                      GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) i + 1,
                                      GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) self->geometry->entries->len,
                                      -1);
      if (gtk_widget_get_prev_sibling (card) != previous)
        gtk_widget_insert_after (card, GTK_WIDGET (self), previous);
      previous = card;
    }
}

static void
mark_clicked_cb (AftTimelineCanvas *self,
                 GtkButton         *mark)
{
  const guint first = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (mark), "first"));
  const guint last = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (mark), "last"));
  AftEvent *event;
  gint64 from;
  gint64 to;
  AftSpan span;

  /* The document may be newer than the picture. */
  if (MAX (first, last) >= self->geometry->entries->len)
    return;

  event = aft_timeline_geometry_get (self->geometry, first)->event;
  from = aft_timeline_geometry_get (self->geometry, first)->span.start_us;
  to = aft_timeline_geometry_get (self->geometry, last)->span.start_us;
  span = (AftSpan) { MIN (from, to), MAX (from, to) };
  if (span.start_us == span.end_us)
    {
      aft_timeline_canvas_set_selected (self, event);
      return;
    }

  self->fitted = FALSE;
  aft_timeline_canvas_take_scale (self, aft_scale_fit (self->scale, &span, self->width / 4.0, self->width / 4.0));
}

static GtkWidget *
get_mark (AftTimelineCanvas *self,
          guint              index)
{
  GtkWidget *mark;

  if (index < self->marks->len)
    return self->marks->pdata[index];

  mark = gtk_button_new ();
  gtk_widget_add_css_class (mark, "aft-cluster");
  gtk_widget_set_parent (mark, GTK_WIDGET (self));
  g_signal_connect_object (mark, "clicked", G_CALLBACK (mark_clicked_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->marks, mark);

  return mark;
}

static void
sync_marks (AftTimelineCanvas *self)
{
  const double offset = aft_timeline_canvas_get_offset (self);
  guint used = 0;

  for (guint i = 0; i < self->geometry->clusters->len; i++)
    {
      const AftCluster *cluster = &g_array_index (self->geometry->clusters, AftCluster, i);
      g_autofree char *label = NULL;
      g_autofree char *tooltip = NULL;
      GtkWidget *mark;

      if (cluster->x + offset > self->width || cluster->x + cluster->width + offset < 0)
        continue;

      /* Translators: the number of further events for which there is no room */
      label = g_strdup_printf (_("+%u"), cluster->count);
      tooltip = g_strdup_printf (ngettext ("%u more event, zoom in to see it", "%u more events, zoom in to see them",
                                           cluster->count),
                                 cluster->count);
      mark = get_mark (self, used++);
      gtk_button_set_label (GTK_BUTTON (mark), label);
      gtk_widget_set_tooltip_text (mark, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
      g_object_set_data (G_OBJECT (mark), "cluster", GUINT_TO_POINTER (i));
      g_object_set_data (G_OBJECT (mark), "first", GUINT_TO_POINTER (cluster->first));
      g_object_set_data (G_OBJECT (mark), "last", GUINT_TO_POINTER (cluster->last));
      gtk_widget_set_visible (mark, TRUE);
    }

  for (guint i = used; i < self->marks->len; i++)
    gtk_widget_set_visible (self->marks->pdata[i], FALSE);
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
  aft_timeline_canvas_lay_out (self);
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
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
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

void
aft_timeline_canvas_allocate_children (AftTimelineCanvas *self)
{
  const double offset = aft_timeline_canvas_get_offset (self);
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    {
      const guint index = aft_timeline_geometry_find (self->geometry, aft_event_card_get_event (card));
      const AftTimelineEntry *entry = index != G_MAXUINT ? aft_timeline_geometry_get (self->geometry, index) : NULL;
      const guint lane = entry != NULL ? aft_timeline_canvas_get_lane (self, entry) : 0;

      allocate_child (card, entry != NULL ? aft_timeline_canvas_place (self, entry) : -10000,
                      self->rows.lanes + lane * self->rows.lane_height,
                      entry != NULL ? (int) entry->card_width : 1, (int) self->card_height);
    }

  for (guint i = 0; i < self->marks->len; i++)
    {
      GtkWidget *mark = self->marks->pdata[i];
      const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (mark), "cluster"));
      const AftCluster *cluster = index < self->geometry->clusters->len
          ? &g_array_index (self->geometry->clusters, AftCluster, index) : NULL;

      if (gtk_widget_get_visible (mark))
        allocate_child (mark, cluster != NULL ? cluster->x + offset : -10000, self->rows.clusters,
                        cluster != NULL ? (int) cluster->width : 1, (int) self->rows.cluster_height);
    }

  allocate_drag_label (self);
}

/* Makes, takes back and fills children. Never within a size allocation. */
void
aft_timeline_canvas_sync_children (AftTimelineCanvas *self)
{
  sync_cards (self);
  measure_cards (self);
  sync_marks (self);
}

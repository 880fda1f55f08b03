/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-calendar.h"
#include "aft-timeline-canvas-private.h"

/* A stretch that is opened fills at most so much of what is in sight. */
#define OPENED_SHARE 0.7

/* What is chosen, what is folded, and the menu that offers it at a place. */

static AftEvent *
get_shown_event (AftTimelineCanvas *self,
                 guint              nth)
{
  return aft_timeline_geometry_get_event (self->geometry, aft_timeline_geometry_get_shown (self->geometry, nth));
}

/* The document may be newer than what is in sight. */
static void
bring_up_to_date (AftTimelineCanvas *self)
{
  if ((self->dirty || self->refilter || self->scale == NULL) && self->session != NULL && self->width > 0)
    aft_timeline_canvas_update_view (self);
}

/**
 * aft_timeline_canvas_get_selected:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the event that leads those that are chosen
 */
AftEvent *
aft_timeline_canvas_get_selected (AftTimelineCanvas *self)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self), NULL);

  return self->selection != NULL ? aft_event_selection_get_lead (self->selection) : NULL;
}

/**
 * aft_timeline_canvas_set_selected:
 * @self: a canvas
 * @event: (nullable): an event
 *
 * Chooses an event alone and brings it into sight.
 */
void
aft_timeline_canvas_set_selected (AftTimelineCanvas *self,
                                  AftEvent          *event)
{
  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self));
  g_return_if_fail (event == NULL || AFT_IS_EVENT (event));

  if (event != aft_event_selection_get_lead (self->selection))
    aft_event_selection_choose (self->selection, event);
}

/**
 * aft_timeline_canvas_get_neighbour:
 * @self: a canvas
 * @step: how far on, or back where it is negative
 *
 * Returns: (transfer none) (nullable): the event so far from the chosen one in the order of time, the last one
 *   where there are not as many; of those that have cards
 */
AftEvent *
aft_timeline_canvas_get_neighbour (AftTimelineCanvas *self,
                                   int                step)
{
  guint nth;

  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self), NULL);

  bring_up_to_date (self);
  if (self->geometry->n_shown == 0)
    return NULL;

  nth = aft_timeline_geometry_find_shown (self->geometry,
                                          aft_timeline_geometry_find (self->geometry,
                                                                      aft_timeline_canvas_get_selected (self)));
  if (nth == G_MAXUINT)
    {
      /* One step on from nowhere is the first; as far as it goes is the last. */
      const gboolean first = ABS (step) == 1 ? step > 0 : step < 0;

      return get_shown_event (self, first ? 0 : self->geometry->n_shown - 1);
    }

  return get_shown_event (self, (guint) CLAMP ((gint64) nth + step, 0, (gint64) self->geometry->n_shown - 1));
}

/**
 * aft_timeline_canvas_get_key_neighbour:
 * @self: a canvas
 * @step: 1 for the next one, -1 for the one before
 *
 * Returns: (transfer none) (nullable): the nearest event on that side of the chosen one that carries a key moment,
 *   %NULL where there is none
 */
AftEvent *
aft_timeline_canvas_get_key_neighbour (AftTimelineCanvas *self,
                                       int                step)
{
  const AftTimelineGeometry *geometry;
  guint from;

  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self), NULL);

  bring_up_to_date (self);
  geometry = self->geometry;
  from = aft_timeline_geometry_find (geometry, aft_timeline_canvas_get_selected (self));
  if (from == G_MAXUINT)
    return geometry->keys->len == 0 ? NULL : aft_timeline_geometry_get_event (geometry,
        g_array_index (geometry->keys, guint, step > 0 ? 0 : geometry->keys->len - 1));

  for (guint i = 0; i < geometry->keys->len; i++)
    {
      const guint nth = step > 0 ? i : geometry->keys->len - 1 - i;
      const guint index = g_array_index (geometry->keys, guint, nth);

      if (step > 0 ? index > from : index < from)
        return aft_timeline_geometry_get_event (geometry, index);
    }

  return NULL;
}

/**
 * aft_timeline_canvas_select_to:
 * @self: a canvas
 * @event: an event
 *
 * Chooses all events from the one where choosing began up to this one, which leads.
 */
void
aft_timeline_canvas_select_to (AftTimelineCanvas *self,
                               AftEvent          *event)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new ();
  guint from;
  guint to;

  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self) && AFT_IS_EVENT (event));

  bring_up_to_date (self);
  if (self->anchor == NULL || aft_event_selection_get_n_events (self->selection) < 2 ||
      !aft_event_selection_contains (self->selection, self->anchor))
    g_set_weak_pointer (&self->anchor, aft_timeline_canvas_get_selected (self));

  from = aft_timeline_geometry_find_shown (self->geometry, aft_timeline_geometry_find (self->geometry, self->anchor));
  to = aft_timeline_geometry_find_shown (self->geometry, aft_timeline_geometry_find (self->geometry, event));
  if (from == G_MAXUINT || to == G_MAXUINT)
    {
      aft_event_selection_choose (self->selection, event);
      return;
    }

  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    g_ptr_array_add (events, get_shown_event (self, i));
  aft_event_selection_choose_many (self->selection, events, event);
}

/**
 * aft_timeline_canvas_select_all:
 * @self: a canvas
 *
 * Chooses all events that have cards.
 */
void
aft_timeline_canvas_select_all (AftTimelineCanvas *self)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new ();

  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self));

  bring_up_to_date (self);
  for (guint i = 0; i < self->geometry->n_shown; i++)
    g_ptr_array_add (events, get_shown_event (self, i));
  aft_event_selection_choose_many (self->selection, events, aft_timeline_canvas_get_selected (self));
}

/* What stands at a pixel stays there. */
static void
refold (AftTimelineCanvas *self,
        double             x)
{
  const GArray *folds = self->geometry->folds;

  self->fitted = FALSE;
  self->repack = TRUE;
  aft_timeline_canvas_take_scale (self, aft_scale_refold (self->scale, (const AftSpan *) (gpointer) folds->data,
                                                          folds->len, x));
}

/* Opened, it is to be seen whole, with what stands on either side. */
void
aft_timeline_canvas_open_fold (AftTimelineCanvas *self,
                               const AftSpan     *fold)
{
  const AftSpan span = *fold;
  double x;
  double width;

  if (!aft_timeline_geometry_open_fold (self->geometry, &span))
    return;

  refold (self, aft_scale_to_x (self->scale, span.start_us));
  x = aft_scale_to_x (self->scale, span.start_us);
  width = ABS (aft_scale_to_x (self->scale, span.end_us) - x);
  if (width > self->width * OPENED_SHARE)
    aft_timeline_canvas_take_scale (self, aft_scale_fit (self->scale, &span, self->width * (1 - OPENED_SHARE) / 2,
                                                         self->width * OPENED_SHARE));
}

/**
 * aft_timeline_canvas_get_here:
 * @self: a canvas
 *
 * Returns: the instant that is meant by “here”, to the minute: where the menu was opened, else that of the chosen event,
 *   else the middle of what is in sight
 */
gint64
aft_timeline_canvas_get_here (AftTimelineCanvas *self)
{
  AftEvent *lead;

  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self), 0);

  lead = aft_timeline_canvas_get_selected (self);
  if (self->menu_is_open)
    return self->menu_instant;
  if (lead != NULL && aft_moment_is_known (aft_event_get_at (lead)))
    return aft_moment_get_instant (aft_event_get_at (lead));

  return aft_timeline_canvas_get_instant (self);
}

/**
 * aft_timeline_canvas_toggle_fold:
 * @self: a canvas
 *
 * Opens the fold that is here, or after the chosen event; else folds the stretch up to the next event.
 *
 * Returns: whether there was anything to open or to fold
 */
gboolean
aft_timeline_canvas_toggle_fold (AftTimelineCanvas *self)
{
  const AftTimelineGeometry *geometry;
  gint64 here;
  AftSpan gap;

  g_return_val_if_fail (AFT_IS_TIMELINE_CANVAS (self), FALSE);

  bring_up_to_date (self);
  if (self->scale == NULL)
    return FALSE;

  geometry = self->geometry;
  here = aft_timeline_canvas_get_here (self);
  if (!aft_timeline_points_find_gap ((const AftTimelinePoint *) (gpointer) geometry->points->data,
                                     geometry->points->len, here, &gap))
    return FALSE;

  for (guint i = 0; i < geometry->folds->len; i++)
    {
      const AftSpan fold = g_array_index (geometry->folds, AftSpan, i);

      if (fold.start_us < gap.end_us && fold.end_us > gap.start_us)
        {
          aft_timeline_canvas_open_fold (self, &fold);
          return TRUE;
        }
    }

  if (!aft_timeline_geometry_fold_gap (self->geometry, here))
    return FALSE;
  refold (self, aft_scale_to_x (self->scale, gap.start_us));

  return TRUE;
}

/**
 * aft_timeline_canvas_open_folds:
 * @self: a canvas
 *
 * Nothing is folded any more, and all is in sight.
 */
void
aft_timeline_canvas_open_folds (AftTimelineCanvas *self)
{
  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self));

  bring_up_to_date (self);
  aft_timeline_geometry_open_all (self->geometry);
  self->repack = TRUE;
  aft_timeline_canvas_fit (self);
}

/**
 * aft_timeline_canvas_fold_quiet:
 * @self: a canvas
 *
 * Folds all quiet stretches again, and brings all into sight.
 */
void
aft_timeline_canvas_fold_quiet (AftTimelineCanvas *self)
{
  g_return_if_fail (AFT_IS_TIMELINE_CANVAS (self));

  bring_up_to_date (self);
  aft_timeline_geometry_fold_all (self->geometry);
  self->repack = TRUE;
  aft_timeline_canvas_fit (self);
}

static GMenuModel *
create_menu (void)
{
  static const struct { const char *label; const char *action; guint section; } rows[] = {
    /* Translators: here is where on the timeline the menu was opened */
    { N_("Add Event _Here"), "timeline.add-here", 0 },
    /* Translators: the event */
    { N_("_Edit"), "timeline.edit", 1 },
    { N_("D_uplicate"), "timeline.duplicate", 1 },
    /* Translators: corrects the times of the chosen events by an amount or to a time zone */
    { N_("_Shift…"), "timeline.shift", 1 },
    { N_("_Delete"), "timeline.delete", 1 },
    /* Translators: a stretch of the timeline is folded where it is drawn short, for nothing happened in it */
    { N_("_Fold or Open This Stretch"), "timeline.toggle-fold", 2 },
    { N_("_Open All Folds"), "timeline.open-folds", 2 },
    { N_("Fold _Quiet Stretches"), "timeline.fold-quiet", 2 },
    { N_("Show E_verything"), "timeline.fit", 3 },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) section = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_menu_append (section, _(rows[i].label), rows[i].action);
      if (i + 1 == G_N_ELEMENTS (rows) || rows[i + 1].section != rows[i].section)
        {
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
          g_object_unref (section);
          section = g_menu_new ();
        }
    }

  return G_MENU_MODEL (menu);
}

static gboolean
forget_place_cb (gpointer user_data)
{
  AftTimelineCanvas *self = user_data;

  self->menu_idle = 0;
  self->menu_is_open = FALSE;

  return G_SOURCE_REMOVE;
}

/* The action that was chosen comes after the menu is closed. */
static void
menu_closed_cb (AftTimelineCanvas *self)
{
  if (self->menu_idle == 0)
    self->menu_idle = g_idle_add (forget_place_cb, self);
}

static void
open_menu (AftTimelineCanvas *self,
           double             x,
           double             y)
{
  if (self->menu == NULL)
    {
      g_autoptr(GMenuModel) model = create_menu ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
    }

  g_clear_handle_id (&self->menu_idle, g_source_remove);
  self->menu_is_open = TRUE;
  if (self->scale != NULL)
    self->menu_instant = aft_calendar_floor_div (aft_scale_to_instant (self->scale, x), G_TIME_SPAN_MINUTE) *
                         G_TIME_SPAN_MINUTE;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (AftTimelineCanvas *self,
            int                n_press,
            double             x,
            double             y,
            GtkGesture        *gesture)
{
  AftEvent *event = aft_timeline_canvas_find_event (self, x, y);

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (event != NULL && !aft_event_selection_contains (self->selection, event))
    {
      aft_event_selection_choose (self->selection, event);
      self->reveal = FALSE;
    }
  open_menu (self, x, y);
}

void
aft_timeline_canvas_open_menu (AftTimelineCanvas *self)
{
  GtkWidget *card = aft_timeline_canvas_get_card (self, aft_timeline_canvas_get_selected (self));
  graphene_rect_t bounds;

  if (card != NULL && gtk_widget_compute_bounds (card, GTK_WIDGET (self), &bounds))
    {
      open_menu (self, bounds.origin.x, bounds.origin.y + bounds.size.height);
      /* Here is where the chosen event stands. */
      self->menu_is_open = FALSE;
    }
  else
    open_menu (self, self->width / 2.0, self->rows.axis);
}

void
aft_timeline_canvas_init_menu (AftTimelineCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

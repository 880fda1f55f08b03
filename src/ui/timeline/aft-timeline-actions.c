/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-edits.h"
#include "aft-event-moves.h"
#include "aft-shift-dialog.h"
#include "aft-timeline-page-private.h"

#define ZOOM_FACTOR 1.5

/* What keys, menus and buttons of the timeline do. Each has a pointer's equal on the canvas, and each
 * thing the pointer does has one here. */

static AftMoment *
make_moment (AftTimelinePage *self,
             gint64           instant)
{
  return aft_moment_new (instant, aft_session_get_zone_name (self->session), AFT_PRECISION_MINUTE, FALSE, NULL);
}

static void
add_at (AftTimelinePage *self,
        gint64           instant)
{
  g_autoptr(AftMoment) at = make_moment (self, instant);
  AftEvent *event = aft_event_edits_add (self->session, at, "", aft_timeline_page_get_selected (self));

  if (event == NULL)
    return;

  aft_timeline_page_set_selected (self, event);
  aft_timeline_page_edit_selected (self);
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);

  if (!aft_timeline_page_has_events (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (aft_event_table_get_entry_line (self->table)));
      return;
    }

  add_at (self, aft_timeline_canvas_get_here (self->canvas));
}

static void
add_now_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  const gint64 now = g_get_real_time ();

  add_at (AFT_TIMELINE_PAGE (widget), now - now % G_TIME_SPAN_MINUTE);
}

/* The neighbour of what goes is chosen next. */
static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);
  g_autoptr(GPtrArray) events = aft_event_selection_dup_events (self->selection);
  AftEvent *lead = aft_timeline_page_get_selected (self);
  AftEvent *neighbour;

  if (lead == NULL)
    return;

  neighbour = aft_timeline_canvas_get_neighbour (self->canvas, 1);
  if (aft_event_selection_contains (self->selection, neighbour))
    neighbour = aft_timeline_canvas_get_neighbour (self->canvas, -1);
  if (aft_event_selection_contains (self->selection, neighbour))
    neighbour = NULL;
  if (!aft_event_moves_remove (self->session, events))
    return;

  g_set_weak_pointer (&self->removed, lead);
  aft_timeline_page_set_selected (self, neighbour);
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);
  g_autoptr(GPtrArray) events = aft_event_selection_dup_events (self->selection);
  g_autoptr(GPtrArray) copies = aft_event_moves_duplicate (self->session, events);

  if (copies->len > 0)
    aft_event_selection_choose_many (self->selection, copies, NULL);
}

static void
shift_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);
  g_autoptr(GPtrArray) events = aft_event_selection_dup_events (self->selection);

  if (events->len > 0)
    aft_shift_dialog_present (widget, self->session, events);
  else
    gtk_widget_error_bell (widget);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  aft_timeline_page_edit_selected (AFT_TIMELINE_PAGE (widget));
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);

  self->editing = FALSE;
  aft_timeline_page_arrange (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  static const struct { const char *name; int step; } steps[] = {
    { "timeline.next", 1 }, { "timeline.previous", -1 }, { "timeline.last", G_MAXINT }, { "timeline.first", -G_MAXINT },
  };
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].name, action_name))
      aft_event_selection_choose (self->selection, aft_timeline_canvas_get_neighbour (self->canvas, steps[i].step));
}

static void
choose_key_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);
  const int step = g_str_equal (action_name, "timeline.next-key") ? 1 : -1;
  AftEvent *event = aft_timeline_canvas_get_key_neighbour (self->canvas, step);

  if (event != NULL)
    aft_timeline_canvas_reveal (self->canvas, event);
}

static void
extend_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);
  const int step = g_str_equal (action_name, "timeline.extend-later") ? 1 : -1;
  AftEvent *event = aft_timeline_canvas_get_neighbour (self->canvas, step);

  if (event != NULL)
    aft_timeline_canvas_select_to (self->canvas, event);
}

static void
select_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  aft_timeline_canvas_select_all (AFT_TIMELINE_PAGE (widget)->canvas);
}

static void
nudge_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);
  AftEvent *lead = aft_timeline_page_get_selected (self);
  g_autoptr(GPtrArray) events = aft_event_selection_dup_events (self->selection);
  const gboolean later = g_str_has_prefix (action_name, "timeline.nudge-later");
  const gboolean fine = g_str_has_suffix (action_name, "-fine");
  gint64 step;

  if (lead == NULL)
    return;

  step = aft_timeline_canvas_get_step (self->canvas, lead, fine, later);
  aft_timeline_page_move (self, events, later ? step : -step);
}

/* The pointer drags the end of a bar. */
static void
nudge_end_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);
  AftEvent *lead = aft_timeline_page_get_selected (self);
  const gboolean later = g_str_equal (action_name, "timeline.end-later");
  gint64 step;

  if (lead == NULL || self->scenario != NULL)
    return;

  step = aft_timeline_canvas_get_step (self->canvas, lead, FALSE, later);
  aft_event_moves_shift_end (self->session, lead, later ? step : -step);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  aft_timeline_canvas_zoom (AFT_TIMELINE_PAGE (widget)->canvas,
                            g_str_equal (action_name, "timeline.zoom-in") ? ZOOM_FACTOR : 1 / ZOOM_FACTOR);
}

static void
fit_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  aft_timeline_canvas_fit (AFT_TIMELINE_PAGE (widget)->canvas);
}

static void
fold_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);

  if (g_str_equal (action_name, "timeline.open-folds"))
    aft_timeline_canvas_open_folds (self->canvas);
  else if (g_str_equal (action_name, "timeline.fold-quiet"))
    aft_timeline_canvas_fold_quiet (self->canvas);
  else if (!aft_timeline_canvas_toggle_fold (self->canvas))
    gtk_widget_error_bell (widget);
}

static void
scenario_reset_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);

  if (self->scenario != NULL)
    aft_scenario_reset (self->scenario);
}

static void
drop_drag_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  aft_timeline_canvas_drop_drag (AFT_TIMELINE_PAGE (widget)->canvas);
}

static void
filter_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);

  self->editing = FALSE;
  if (self->view == AFT_TIMELINE_VIEW_CANVAS)
    g_object_set (self, "view", AFT_TIMELINE_VIEW_BOTH, NULL);
  aft_timeline_page_arrange (self);
  gtk_widget_grab_focus (GTK_WIDGET (aft_event_table_get_filter_bar (self->table)));
}

void
aft_timeline_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc activate; } actions[] = {
    { "timeline.add", add_cb },
    { "timeline.add-here", add_cb },
    { "timeline.add-now", add_now_cb },
    { "timeline.duplicate", duplicate_cb },
    { "timeline.delete", delete_cb },
    { "timeline.shift", shift_cb },
    { "timeline.edit", edit_cb },
    { "timeline.back", back_cb },
    { "timeline.next", choose_cb },
    { "timeline.previous", choose_cb },
    { "timeline.first", choose_cb },
    { "timeline.last", choose_cb },
    { "timeline.next-key", choose_key_cb },
    { "timeline.previous-key", choose_key_cb },
    { "timeline.extend-later", extend_cb },
    { "timeline.extend-earlier", extend_cb },
    { "timeline.select-all", select_all_cb },
    { "timeline.nudge-later", nudge_cb },
    { "timeline.nudge-earlier", nudge_cb },
    { "timeline.nudge-later-fine", nudge_cb },
    { "timeline.nudge-earlier-fine", nudge_cb },
    { "timeline.end-later", nudge_end_cb },
    { "timeline.end-earlier", nudge_end_cb },
    { "timeline.zoom-in", zoom_cb },
    { "timeline.zoom-out", zoom_cb },
    { "timeline.fit", fit_cb },
    { "timeline.toggle-fold", fold_cb },
    { "timeline.open-folds", fold_cb },
    { "timeline.fold-quiet", fold_cb },
    { "timeline.scenario-reset", scenario_reset_cb },
    { "timeline.drop-drag", drop_drag_cb },
    { "timeline.filter", filter_cb },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "timeline.view", "view");
  gtk_widget_class_install_property_action (widget_class, "timeline.scenario", "what-if");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK | GDK_CONTROL_MASK,
                                       "timeline.add-now", NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-edits.h"
#include "aft-event-moves.h"
#include "aft-paste-dialog.h"
#include "aft-timeline-legend.h"
#include "aft-timeline-overview.h"
#include "aft-timeline-page-private.h"

#define COMPACT_WIDTH 1120
#define NARROW_WIDTH 700
#define LEAST_WIDTH 320
#define SIDE_WIDTH 360

/**
 * AftTimelinePage:
 *
 * What happened when: the figures, the canvas, the table, and the chosen event's form. What its
 * parts ask for becomes an edit here.
 */

static void aft_timeline_page_page_init (AftPageInterface *iface);

G_DEFINE_ENUM_TYPE (AftTimelineView, aft_timeline_view,
                    G_DEFINE_ENUM_VALUE (AFT_TIMELINE_VIEW_CANVAS, "canvas"),
                    G_DEFINE_ENUM_VALUE (AFT_TIMELINE_VIEW_BOTH, "both"),
                    G_DEFINE_ENUM_VALUE (AFT_TIMELINE_VIEW_TABLE, "table"))

G_DEFINE_FINAL_TYPE_WITH_CODE (AftTimelinePage, aft_timeline_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_PAGE, aft_timeline_page_page_init))

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_VIEW,
  PROP_WHAT_IF,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

gboolean
aft_timeline_page_has_events (AftTimelinePage *self)
{
  return g_list_model_get_n_items (aft_document_get_events (aft_session_get_document (self->session))) > 0;
}

void
aft_timeline_page_arrange (AftTimelinePage *self)
{
  const gboolean filled = aft_timeline_page_has_events (self);
  const gboolean form_alone = self->narrow && self->editing && filled;
  const gboolean many = aft_event_selection_get_n_events (self->selection) > 1;

  if (self->compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  gtk_widget_set_visible (self->upper, filled && self->view != AFT_TIMELINE_VIEW_TABLE);
  gtk_widget_set_visible (self->lower, !filled || self->view != AFT_TIMELINE_VIEW_CANVAS);
  gtk_widget_set_visible (self->empty, !filled);
  gtk_widget_set_visible (self->table_side, !form_alone);
  gtk_widget_set_visible (self->side, filled && (!self->narrow || form_alone));
  gtk_widget_set_visible (self->side_separator, filled && !self->narrow);
  gtk_widget_set_visible (self->back, form_alone);
  gtk_widget_set_visible (self->many, many);
  gtk_widget_set_visible (GTK_WIDGET (self->form), !many);
  gtk_widget_set_hexpand (self->side, form_alone);
  gtk_widget_set_size_request (self->side, form_alone ? -1 : SIDE_WIDTH, -1);
}

static gboolean
is_here (AftEvent *event)
{
  return event != NULL && aft_item_get_document (AFT_ITEM (event)) != NULL;
}

static gboolean
update_cb (gpointer user_data)
{
  AftTimelinePage *self = user_data;
  AftEvent *selected = aft_timeline_page_get_selected (self);

  self->update_id = 0;
  if (is_here (self->removed))
    {
      selected = self->removed;
      g_clear_weak_pointer (&self->removed);
      aft_timeline_page_set_selected (self, selected);
    }
  else if (selected != NULL && !is_here (selected))
    {
      g_set_weak_pointer (&self->removed, selected);
      aft_timeline_page_set_selected (self, NULL);
    }
  aft_event_selection_forget_removed (self->selection);
  if (self->scenario != NULL)
    aft_scenario_forget_removed (self->scenario);
  aft_timeline_page_arrange (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (AftTimelinePage *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 6, update_cb, self, NULL);
}

/* A form for one would mislead while several are chosen. */
static void
selection_changed_cb (AftTimelinePage *self)
{
  const guint n_events = aft_event_selection_get_n_events (self->selection);
  /* Translators: how many events are selected */
  g_autofree char *text = g_strdup_printf (ngettext ("%u event chosen", "%u events chosen", n_events), n_events);

  gtk_label_set_text (self->many_label, text);
  aft_timeline_page_arrange (self);
}

void
aft_timeline_page_edit_selected (AftTimelinePage *self)
{
  AftEvent *selected = aft_timeline_page_get_selected (self);

  if (selected == NULL)
    return;

  if (aft_event_selection_get_n_events (self->selection) > 1)
    aft_event_selection_choose (self->selection, selected);
  self->editing = TRUE;
  if (self->view == AFT_TIMELINE_VIEW_CANVAS)
    g_object_set (self, "view", AFT_TIMELINE_VIEW_BOTH, NULL);
  aft_timeline_page_arrange (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/* In a scenario nothing is moved in truth. */
void
aft_timeline_page_move (AftTimelinePage *self,
                        GPtrArray       *events,
                        gint64           microseconds)
{
  if (self->scenario == NULL)
    {
      aft_event_moves_shift (self->session, events, microseconds);
      return;
    }

  for (guint i = 0; i < events->len; i++)
    aft_scenario_move (self->scenario, events->pdata[i], microseconds);
}

static void
move_requested_cb (AftTimelinePage *self,
                   GPtrArray       *events,
                   gint64           microseconds)
{
  aft_timeline_page_move (self, events, microseconds);
}

static void
end_move_requested_cb (AftTimelinePage *self,
                       AftEvent        *event,
                       gint64           microseconds)
{
  if (self->scenario == NULL)
    aft_event_moves_shift_end (self->session, event, microseconds);
}

static void
text_dropped_cb (AftTimelinePage *self,
                 const char      *text,
                 gint64           instant)
{
  g_autoptr(GError) error = NULL;
  AftEvent *event = aft_paste_dialog_drop (GTK_WIDGET (self), self->session, text, instant, &error);

  if (event != NULL)
    aft_timeline_page_set_selected (self, event);
  else if (error != NULL)
    aft_session_tell (self->session, error->message, FALSE);
}

static void
second_zone_cb (AftTimelinePage *self)
{
  const gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->second));
  g_autoptr(GTimeZone) zone = NULL;

  if (active)
    zone = g_time_zone_new_identifier (aft_zone_button_get_zone (self->second_zone));
  aft_timeline_canvas_set_second_zone (self->canvas, zone);
}

static void
edit_requested_cb (AftTimelinePage *self,
                   AftEvent        *event)
{
  aft_timeline_page_set_selected (self, event);
  aft_timeline_page_edit_selected (self);
}

static void
event_chosen_cb (AftTimelinePage *self,
                 AftEvent        *event)
{
  aft_timeline_canvas_reveal (self->canvas, event);
}

static void
keep_cb (AftTimelinePage *self,
         const char      *name)
{
  aft_timeline_page_keep_scenario (self, name);
}

static gboolean
aft_timeline_page_show_item (AftPage *page,
                             AftItem *item)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (page);

  if (!AFT_IS_EVENT (item))
    return FALSE;

  aft_timeline_canvas_reveal (self->canvas, AFT_EVENT (item));

  return TRUE;
}

static void
aft_timeline_page_page_init (AftPageInterface *iface)
{
  iface->show_item = aft_timeline_page_show_item;
}

static void
aft_timeline_page_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);

  gtk_widget_measure (self->box, orientation, -1, minimum, natural, NULL, NULL);
  /* The form folds away where there is no room. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST_WIDTH);
}

static void
aft_timeline_page_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);
  const gboolean compact = width < COMPACT_WIDTH;
  const gboolean narrow = width < NARROW_WIDTH;
  int least;

  if (narrow != self->narrow || compact != self->compact)
    {
      self->compact = compact;
      self->narrow = narrow;
      queue_update (self);
    }

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, MAX (width, least), height }, baseline);
}

static void
aft_timeline_page_map (GtkWidget *widget)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);

  GTK_WIDGET_CLASS (aft_timeline_page_parent_class)->map (widget);

  if (!aft_timeline_page_has_events (self))
    gtk_widget_grab_focus (GTK_WIDGET (aft_event_table_get_entry_line (self->table)));
}

static gboolean
aft_timeline_page_grab_focus (GtkWidget *widget)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (widget);

  if (aft_timeline_page_has_events (self) && self->view != AFT_TIMELINE_VIEW_TABLE)
    return gtk_widget_grab_focus (GTK_WIDGET (self->canvas));

  return gtk_widget_grab_focus (GTK_WIDGET (aft_event_table_get_entry_line (self->table)));
}

static void
set_session (AftTimelinePage *self,
             AftSession      *session)
{
  self->session = g_object_ref (session);
  aft_metrics_strip_set_session (self->strip, session);
  aft_zone_button_set_session (self->zone, session);
  aft_zone_button_set_zone (self->second_zone, "UTC");
  g_signal_connect_object (self->second_zone, "chosen", G_CALLBACK (second_zone_cb), self, G_CONNECT_SWAPPED);
  aft_timeline_canvas_set_session (self->canvas, session);
  aft_timeline_overview_set_canvas (AFT_TIMELINE_OVERVIEW (self->overview), self->canvas);
  aft_event_table_set_session (self->table, session);
  aft_event_form_set_session (self->form, session);
  aft_event_table_set_filter (self->table, self->filter);
  aft_event_table_set_selection (self->table, self->selection);
  aft_timeline_canvas_set_filter (self->canvas, self->filter);
  aft_timeline_canvas_set_selection (self->canvas, self->selection);

  g_object_bind_property (self->canvas, "selected", self->form, "event", G_BINDING_DEFAULT);
  g_signal_connect_object (aft_event_table_get_entry_line (self->table), "added",
                           G_CALLBACK (aft_timeline_page_set_selected),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (aft_session_get_document (session), "edited", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  aft_timeline_page_arrange (self);
}

static void
aft_timeline_page_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_VIEW:
      g_value_set_enum (value, self->view);
      break;
    case PROP_WHAT_IF:
      g_value_set_boolean (value, self->scenario != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_timeline_page_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_VIEW:
      if (self->view == (AftTimelineView) g_value_get_enum (value))
        break;
      self->view = g_value_get_enum (value);
      aft_timeline_page_arrange (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_WHAT_IF:
      aft_timeline_page_set_what_if (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_timeline_page_dispose (GObject *object)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_weak_pointer (&self->removed);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_TIMELINE_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->scenario);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_timeline_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/timeline/aft-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, box);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, strip);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, zone);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, scenario_bar);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, upper);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, canvas);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, overview);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, second_zone);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, second);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, lower);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, table_side);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, table);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, empty);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, side_separator);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, side);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, back);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, many);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, many_label);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, form);
  gtk_widget_class_bind_template_callback (widget_class, event_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_move_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, second_zone_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
}

static void
aft_timeline_page_class_init (AftTimelinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_timeline_page_dispose;
  object_class->get_property = aft_timeline_page_get_property;
  object_class->set_property = aft_timeline_page_set_property;

  widget_class->measure = aft_timeline_page_measure;
  widget_class->size_allocate = aft_timeline_page_size_allocate;
  widget_class->map = aft_timeline_page_map;
  widget_class->grab_focus = aft_timeline_page_grab_focus;

  aft_page_install (object_class, PROP_SESSION);
  /**
   * AftTimelinePage:view:
   *
   * Whether the canvas, the table or both are shown.
   */
  properties[PROP_VIEW] = g_param_spec_enum ("view", NULL, NULL, AFT_TYPE_TIMELINE_VIEW, AFT_TIMELINE_VIEW_BOTH,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_VIEW, properties[PROP_VIEW]);
  /**
   * AftTimelinePage:what-if:
   *
   * Whether events are moved only in a scenario.
   */
  properties[PROP_WHAT_IF] = g_param_spec_boolean ("what-if", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_WHAT_IF, properties[PROP_WHAT_IF]);

  gtk_widget_class_set_css_name (widget_class, "aft-timeline-page");
  g_type_ensure (AFT_TYPE_METRICS_STRIP);
  g_type_ensure (AFT_TYPE_SCENARIO_BAR);
  g_type_ensure (AFT_TYPE_ZONE_BUTTON);
  g_type_ensure (AFT_TYPE_TIMELINE_CANVAS);
  g_type_ensure (AFT_TYPE_TIMELINE_LEGEND);
  g_type_ensure (AFT_TYPE_TIMELINE_OVERVIEW);
  g_type_ensure (AFT_TYPE_EVENT_TABLE);
  g_type_ensure (AFT_TYPE_EVENT_FORM);
  bind_template (widget_class);
  aft_timeline_page_install_actions (widget_class);
}

/* Also from the header, but not from another page. */
static gboolean
shortcut_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   action)
{
  return gtk_widget_get_mapped (widget) && aft_timeline_page_has_events (AFT_TIMELINE_PAGE (widget)) &&
         gtk_widget_activate_action (widget, action, NULL);
}

static void
add_shortcuts (AftTimelinePage *self)
{
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_f, "timeline.filter" }, { GDK_KEY_m, "timeline.shift" }, { GDK_KEY_t, "timeline.scenario" },
  };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                                                            gtk_callback_action_new (shortcut_cb, (gpointer) keys[i].action,
                                                                                     NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
aft_timeline_page_init (AftTimelinePage *self)
{
  self->view = AFT_TIMELINE_VIEW_BOTH;
  self->selection = aft_event_selection_new ();
  self->filter = aft_event_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_shortcuts (self);
}

/**
 * aft_timeline_page_get_selected:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the chosen event
 */
AftEvent *
aft_timeline_page_get_selected (AftTimelinePage *self)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_PAGE (self), NULL);

  return aft_timeline_canvas_get_selected (self->canvas);
}

/**
 * aft_timeline_page_set_selected:
 * @self: a page
 * @event: (nullable): an event
 */
void
aft_timeline_page_set_selected (AftTimelinePage *self,
                                AftEvent        *event)
{
  g_return_if_fail (AFT_IS_TIMELINE_PAGE (self));

  aft_timeline_canvas_set_selected (self->canvas, event);
}

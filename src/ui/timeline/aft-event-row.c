/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-row.h"
#include "aft-event-words.h"
#include "aft-field-binding.h"
#include "aft-time-cell.h"

/**
 * AftEventRow:
 *
 * One event in the table, with its time and its text to be edited in place. It may have a heading
 * above it, with which a group of events begins.
 */
struct _AftEventRow
{
  GtkWidget     parent_instance;

  /* Children */
  GtkWidget    *heading;
  GtkWidget    *cells;
  GtkWidget    *message;
  GtkWidget    *time;
  GtkWidget    *kind;
  GtkWidget    *text;
  GtkWidget    *marks;

  /* Owned */
  AftSession   *session;
  AftEvent     *event;
  GSignalGroup *event_signals;
  GSignalGroup *session_signals;

  /* What the marks tell now */
  gboolean      doubtful;
  AftKeyMoments keys;
  AftEffect     effect;
};

G_DEFINE_FINAL_TYPE (AftEventRow, aft_event_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_TURN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_mark (AftEventRow *self,
          const char  *icon,
          const char  *css_class,
          const char  *tooltip)
{
  GtkWidget *mark = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (mark, css_class);
  gtk_widget_set_tooltip_text (mark, tooltip);
  gtk_box_append (GTK_BOX (self->marks), mark);
}

/* Most events have none: only what is seen is made, as a list makes very many rows. */
static void
show_marks (AftEventRow *self)
{
  AftMoment *at = aft_event_get_at (self->event);
  const gboolean doubtful = at != NULL && aft_moment_is_doubtful (at);
  const AftKeyMoments keys = aft_event_get_key_moments (self->event);
  const AftEffect effect = aft_event_get_effect (self->event);
  const char *effect_icon = aft_effect_get_icon (effect);
  GtkWidget *child;

  if (doubtful == self->doubtful && keys == self->keys && effect == self->effect)
    return;

  self->doubtful = doubtful;
  self->keys = keys;
  self->effect = effect;
  while ((child = gtk_widget_get_first_child (self->marks)) != NULL)
    gtk_box_remove (GTK_BOX (self->marks), child);

  if (doubtful)
    add_mark (self, "dialog-question-symbolic", "doubt", _("This time can be read in more than one way"));
  for (guint i = 0; i < AFT_N_KEY_MOMENTS; i++)
    if ((keys & (1u << i)) != 0)
      {
        g_autofree char *name = g_strdup_printf ("key-%u", i);

        add_mark (self, aft_key_moment_get_icon (i), name, aft_key_moment_get_label (i));
      }
  if (effect_icon != NULL)
    add_mark (self, effect_icon, effect == AFT_EFFECT_HELPED ? "helped" : "hurt",
              aft_choice_get_nth_label (AFT_TYPE_EFFECT, effect));
  gtk_widget_set_visible (self->marks, gtk_widget_get_first_child (self->marks) != NULL);
}

static void
show_event (AftEventRow *self)
{
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (self->event == NULL)
    return;

  label = aft_event_dup_label (self->event, aft_session_get_zone (self->session));
  description = aft_event_dup_description (self->event);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->kind), aft_event_kind_get_icon (aft_event_get_kind (self->event)));
  gtk_widget_set_tooltip_text (self->kind,
                               aft_choice_get_nth_label (AFT_TYPE_EVENT_KIND, aft_event_get_kind (self->event)));
  show_marks (self);
  if (list_row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                    -1);
}

static gboolean
has_focus (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show_message (AftEventRow *self)
{
  const char *message = aft_time_cell_get_message (AFT_TIME_CELL (self->time));

  gtk_label_set_text (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

static void
choose (AftEventRow    *self,
        AftEventChoice  how)
{
  if (self->event != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->event, how);
}

static gboolean
turn (AftEventRow  *self,
      int           step,
      AftEventCell  cell,
      gboolean      extend)
{
  gboolean turned = FALSE;

  g_signal_emit (self, signals[SIGNAL_TURN], 0, step, cell, extend, &turned);

  return turned;
}

static void
enter_cb (AftEventRow *self)
{
  choose (self, AFT_EVENT_CHOICE_LEAD);
}

/* Before the texts see it: what they would make of it is another thing. */
static void
pressed_cb (AftEventRow *self,
            int          n_press,
            double       x,
            double       y,
            GtkGesture  *gesture)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if ((state & GDK_SHIFT_MASK) != 0 && aft_event_row_get_cell (self) != AFT_EVENT_CELL_NONE)
    return;

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    {
      choose (self, AFT_EVENT_CHOICE_ALONE);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  choose (self, (state & GDK_SHIFT_MASK) != 0 ? AFT_EVENT_CHOICE_EXTEND : AFT_EVENT_CHOICE_TOGGLE);
}

static gboolean
key_pressed_cb (AftEventRow        *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                GtkEventController *controller)
{
  const AftEventCell cell = aft_event_row_get_cell (self);
  const gboolean extend = (state & GDK_SHIFT_MASK) != 0;

  if ((state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return turn (self, -1, cell, extend);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return turn (self, 1, cell, extend);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return !extend && cell == AFT_EVENT_CELL_TEXT && turn (self, 1, cell, FALSE);
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return !extend && cell == AFT_EVENT_CELL_TEXT && turn (self, 1, AFT_EVENT_CELL_TIME, FALSE);
    case GDK_KEY_ISO_Left_Tab:
      return cell == AFT_EVENT_CELL_TIME && turn (self, -1, AFT_EVENT_CELL_TEXT, FALSE);
    default:
      return FALSE;
    }
}

static gboolean
aft_event_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AFT_EVENT_ROW (widget)->text);
}

static void
aft_event_row_dispose (GObject *object)
{
  AftEventRow *self = AFT_EVENT_ROW (object);
  GtkWidget *child;

  if (self->text != NULL)
    aft_field_unbind (G_OBJECT (self->text));
  self->text = NULL;
  g_clear_object (&self->event_signals);
  g_clear_object (&self->session_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->event);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_event_row_parent_class)->dispose (object);
}

static void
aft_event_row_class_init (AftEventRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_event_row_dispose;
  widget_class->grab_focus = aft_event_row_grab_focus;

  /**
   * AftEventRow::chosen:
   * @event: the event that the user turned to
   * @how: an #AftEventChoice
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, AFT_TYPE_EVENT, G_TYPE_INT);
  /**
   * AftEventRow::turn:
   * @step: how many rows further, or less than 0 for back
   * @cell: an #AftEventCell to write in
   * @extend: whether everything up to there is chosen
   *
   * Returns: whether that was possible
   */
  signals[SIGNAL_TURN] = g_signal_new ("turn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       g_signal_accumulator_true_handled, NULL, NULL,
                                       G_TYPE_BOOLEAN, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "aft-event-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
add_controllers (AftEventRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
aft_event_row_init (AftEventRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);

  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->heading, "caption-heading");
  gtk_widget_add_css_class (self->heading, "aft-group");
  gtk_widget_set_visible (self->heading, FALSE);
  gtk_widget_set_parent (self->heading, widget);

  self->cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_set_vexpand (self->cells, TRUE);
  gtk_widget_set_parent (self->cells, widget);

  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "caption");
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_add_css_class (self->message, "aft-message");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_set_parent (self->message, widget);

  self->kind = gtk_image_new ();
  gtk_widget_add_css_class (self->kind, "dim-label");
  gtk_box_append (GTK_BOX (self->cells), self->kind);

  self->text = gtk_text_new ();
  gtk_text_set_placeholder_text (GTK_TEXT (self->text), _("What happened?"));
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What happened"), -1);
  gtk_box_append (GTK_BOX (self->cells), self->text);

  self->marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_set_visible (self->marks, FALSE);
  gtk_box_append (GTK_BOX (self->cells), self->marks);

  add_controllers (self);

  self->event_signals = g_signal_group_new (AFT_TYPE_EVENT);
  g_signal_group_connect_swapped (self->event_signals, "notify", G_CALLBACK (show_event), self);
  self->session_signals = g_signal_group_new (AFT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::zone", G_CALLBACK (show_event), self);
}

/**
 * aft_event_row_new:
 * @session: a session
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
aft_event_row_new (AftSession *session)
{
  AftEventRow *self = g_object_new (AFT_TYPE_EVENT_ROW, NULL);

  self->session = g_object_ref (session);
  g_signal_group_set_target (self->session_signals, session);
  self->time = aft_time_cell_new (session);
  gtk_widget_add_css_class (self->time, "numeric");
  gtk_box_prepend (GTK_BOX (self->cells), self->time);
  g_signal_connect_object (self->time, "notify::message", G_CALLBACK (show_message), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * aft_event_row_set_event:
 * @self: a row
 * @event: (nullable): an event
 *
 * Shows an event, and follows it.
 */
void
aft_event_row_set_event (AftEventRow *self,
                         AftEvent    *event)
{
  g_return_if_fail (AFT_IS_EVENT_ROW (self));

  if (!g_set_object (&self->event, event))
    return;

  g_signal_group_set_target (self->event_signals, event);
  aft_field_bind (G_OBJECT (self->text), AFT_ITEM (event), "text");
  aft_time_cell_set_event (AFT_TIME_CELL (self->time), event);
  show_event (self);
}

/**
 * aft_event_row_get_event:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the event it shows
 */
AftEvent *
aft_event_row_get_event (AftEventRow *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_ROW (self), NULL);

  return self->event;
}

/**
 * aft_event_row_set_heading:
 * @self: a row
 * @heading: (nullable): what stands above it, where a group of events begins
 */
void
aft_event_row_set_heading (AftEventRow *self,
                           const char  *heading)
{
  g_return_if_fail (AFT_IS_EVENT_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->heading), heading != NULL ? heading : "");
  gtk_widget_set_visible (self->heading, heading != NULL);
}

/**
 * aft_event_row_get_cell:
 * @self: a row
 *
 * Returns: the cell in which the user writes
 */
AftEventCell
aft_event_row_get_cell (AftEventRow *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_ROW (self), AFT_EVENT_CELL_NONE);

  if (has_focus (self->text))
    return AFT_EVENT_CELL_TEXT;

  return has_focus (self->time) ? AFT_EVENT_CELL_TIME : AFT_EVENT_CELL_NONE;
}

/**
 * aft_event_row_focus_cell:
 * @self: a row
 * @cell: where the user wants to write
 *
 * Returns: whether it has the focus now
 */
gboolean
aft_event_row_focus_cell (AftEventRow  *self,
                          AftEventCell  cell)
{
  g_return_val_if_fail (AFT_IS_EVENT_ROW (self), FALSE);

  return gtk_widget_grab_focus (cell == AFT_EVENT_CELL_TIME ? self->time : self->text);
}

/**
 * aft_event_row_get_time:
 * @self: a row
 *
 * Returns: (transfer none): where the user writes when it was
 */
GtkEditable *
aft_event_row_get_time (AftEventRow *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_ROW (self), NULL);

  return aft_time_cell_get_text (AFT_TIME_CELL (self->time));
}

/**
 * aft_event_row_get_text:
 * @self: a row
 *
 * Returns: (transfer none): where the user writes what happened
 */
GtkEditable *
aft_event_row_get_text (AftEventRow *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_ROW (self), NULL);

  return GTK_EDITABLE (self->text);
}

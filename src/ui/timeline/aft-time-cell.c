/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-moment-words.h"
#include "aft-time-cell.h"

/**
 * AftTimeCell:
 *
 * When an event was, to be edited in place. It shows the time as the table shows times, and while
 * somebody writes in it, the words in which it can be changed. What can't be understood stays as it
 * was typed, even where the row is out of sight for a while.
 */
struct _AftTimeCell
{
  GtkWidget     parent_instance;

  /* Children */
  GtkWidget    *text;

  /* Owned */
  AftSession   *session;
  AftEvent     *event;
  GSignalGroup *event_signals;
  GSignalGroup *session_signals;
  GSignalGroup *history_signals;
  char         *shown;
  char         *message;

  guint         open_id;
  gboolean      open;
  gboolean      recording;
};

G_DEFINE_FINAL_TYPE (AftTimeCell, aft_time_cell, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static G_DEFINE_QUARK (aft-time-cell-typed, typed)

static void
set_message (AftTimeCell *self,
             const char  *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (self->text, message);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text),
                               GTK_ACCESSIBLE_STATE_INVALID, message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                   : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static void
set_text (AftTimeCell *self,
          const char  *text)
{
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->text)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
}

static gboolean
is_changed (AftTimeCell *self)
{
  return self->event != NULL && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->text)), self->shown) != 0;
}

static void
show_time (AftTimeCell *self)
{
  AftMoment *at;

  if (self->event == NULL || self->recording)
    return;

  at = aft_event_get_at (self->event);
  g_free (self->shown);
  self->shown = self->open ? aft_moment_words_dup (self->session, at)
                           : aft_moment_format (at, aft_session_get_zone (self->session), AFT_MOMENT_STYLE_FULL);
  set_text (self, self->shown);
  set_message (self, NULL);
  g_object_set_qdata (G_OBJECT (self->event), typed_quark (), NULL);
}

static gboolean
hand_in (AftTimeCell *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autoptr(AftMoment) moment = NULL;
  g_autoptr(GError) error = NULL;
  guint field;

  if (self->recording || !is_changed (self) || aft_item_get_document (AFT_ITEM (self->event)) == NULL ||
      aft_history_is_busy (aft_session_get_history (self->session)) ||
      !aft_item_find_field (AFT_ITEM (self->event), "at", &field))
    return TRUE;

  moment = aft_moment_words_read (self->session, AFT_ITEM (self->event), field, text, &error);
  if (error != NULL)
    {
      g_object_set_qdata_full (G_OBJECT (self->event), typed_quark (), g_strdup (text), g_free);
      set_message (self, error->message);
      return FALSE;
    }

  self->recording = TRUE;
  g_object_set (self->event, "at", moment, NULL);
  self->recording = FALSE;
  show_time (self);

  return TRUE;
}

/* To come into sight is no reason for an edit. */
static void
restore_typed (AftTimeCell *self)
{
  g_autofree char *typed = g_strdup (g_object_get_qdata (G_OBJECT (self->event), typed_quark ()));
  g_autoptr(AftMoment) moment = NULL;
  g_autoptr(GError) error = NULL;
  guint field;

  show_time (self);
  if (typed == NULL || !aft_item_find_field (AFT_ITEM (self->event), "at", &field))
    return;

  set_text (self, typed);
  g_object_set_qdata_full (G_OBJECT (self->event), typed_quark (), g_strdup (typed), g_free);
  moment = aft_moment_words_read (self->session, AFT_ITEM (self->event), field, typed, &error);
  set_message (self, error != NULL ? error->message : NULL);
}

static void
zone_changed_cb (AftTimeCell *self)
{
  /* What is being typed stays. */
  if (!is_changed (self))
    show_time (self);
}

/* The text that the pointer went down on is still needed until all of that is over. */
static gboolean
open_cb (gpointer user_data)
{
  AftTimeCell *self = user_data;

  self->open_id = 0;
  self->open = TRUE;
  if (!is_changed (self))
    {
      show_time (self);
      gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
    }

  return G_SOURCE_REMOVE;
}

static void
enter_cb (AftTimeCell *self)
{
  if (self->open_id == 0 && !self->open)
    self->open_id = g_idle_add_full (G_PRIORITY_HIGH, open_cb, self, NULL);
}

static void
leave_cb (AftTimeCell *self)
{
  g_clear_handle_id (&self->open_id, g_source_remove);
  self->open = FALSE;
  if (hand_in (self))
    show_time (self);
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, 0);
}

static void
activate_cb (AftTimeCell *self)
{
  if (hand_in (self))
    gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
}

static gboolean
key_pressed_cb (AftTimeCell     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape || !is_changed (self))
    return FALSE;

  show_time (self);
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);

  return TRUE;
}

static void
aft_time_cell_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AftTimeCell *self = AFT_TIME_CELL (object);

  switch (property_id)
    {
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
aft_time_cell_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AFT_TIME_CELL (widget)->text);
}

static void
aft_time_cell_dispose (GObject *object)
{
  AftTimeCell *self = AFT_TIME_CELL (object);

  g_clear_handle_id (&self->open_id, g_source_remove);
  g_clear_object (&self->event_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->event);
  g_clear_object (&self->session);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_time_cell_parent_class)->dispose (object);
}

static void
aft_time_cell_finalize (GObject *object)
{
  AftTimeCell *self = AFT_TIME_CELL (object);

  g_free (self->shown);
  g_free (self->message);

  G_OBJECT_CLASS (aft_time_cell_parent_class)->finalize (object);
}

static void
aft_time_cell_class_init (AftTimeCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_time_cell_dispose;
  object_class->finalize = aft_time_cell_finalize;
  object_class->get_property = aft_time_cell_get_property;

  widget_class->grab_focus = aft_time_cell_grab_focus;

  /**
   * AftTimeCell:message:
   *
   * Why what was typed is not a time; %NULL where it is.
   */
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "aft-time-cell");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
aft_time_cell_init (AftTimeCell *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = gtk_text_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 16);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->text), 16);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("When"), -1);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));

  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->text, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->text, keys);

  self->event_signals = g_signal_group_new (AFT_TYPE_EVENT);
  g_signal_group_connect_swapped (self->event_signals, "notify::at", G_CALLBACK (show_time), self);
  self->session_signals = g_signal_group_new (AFT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::zone", G_CALLBACK (zone_changed_cb), self);
  self->history_signals = g_signal_group_new (AFT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "commit", G_CALLBACK (hand_in), self);
}

/**
 * aft_time_cell_new:
 * @session: a session
 *
 * Returns: (transfer floating): a cell that shows nothing yet
 */
GtkWidget *
aft_time_cell_new (AftSession *session)
{
  AftTimeCell *self;

  g_return_val_if_fail (AFT_IS_SESSION (session), NULL);

  self = g_object_new (AFT_TYPE_TIME_CELL, NULL);
  self->session = g_object_ref (session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals, aft_session_get_history (session));

  return GTK_WIDGET (self);
}

/**
 * aft_time_cell_set_event:
 * @self: a cell
 * @event: (nullable): an event of the session's document
 *
 * Shows when an event was. What was typed for the one before is handed in.
 */
void
aft_time_cell_set_event (AftTimeCell *self,
                         AftEvent    *event)
{
  g_return_if_fail (AFT_IS_TIME_CELL (self));

  if (self->event == event)
    return;

  hand_in (self);
  g_set_object (&self->event, event);
  g_signal_group_set_target (self->event_signals, event);
  g_clear_pointer (&self->shown, g_free);
  set_message (self, NULL);
  if (event != NULL)
    restore_typed (self);
}

/**
 * aft_time_cell_get_message:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): why what was typed is not a time
 */
const char *
aft_time_cell_get_message (AftTimeCell *self)
{
  g_return_val_if_fail (AFT_IS_TIME_CELL (self), NULL);

  return self->message;
}

/**
 * aft_time_cell_get_text:
 * @self: a cell
 *
 * Returns: (transfer none): where the user types
 */
GtkEditable *
aft_time_cell_get_text (AftTimeCell *self)
{
  g_return_val_if_fail (AFT_IS_TIME_CELL (self), NULL);

  return GTK_EDITABLE (self->text);
}

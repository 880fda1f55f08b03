/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-row.h"
#include "aft-event-words.h"
#include "aft-field-binding.h"

/**
 * AftEventRow:
 *
 * One event in the table, with its text to be edited in place.
 */
struct _AftEventRow
{
  GtkWidget     parent_instance;

  /* Children */
  GtkWidget    *time;
  GtkWidget    *kind;
  GtkWidget    *text;
  GtkWidget    *doubt;
  GtkWidget    *keys[AFT_N_KEY_MOMENTS];
  GtkWidget    *effect;

  /* Owned */
  AftSession   *session;
  AftEvent     *event;
  GSignalGroup *event_signals;
  GSignalGroup *session_signals;
};

G_DEFINE_FINAL_TYPE (AftEventRow, aft_event_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_event (AftEventRow *self)
{
  g_autofree char *time = NULL;
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  AftKeyMoments keys;
  const char *effect;

  if (self->event == NULL)
    return;

  time = aft_moment_format (aft_event_get_at (self->event), aft_session_get_zone (self->session),
                            AFT_MOMENT_STYLE_FULL);
  label = aft_event_dup_label (self->event, aft_session_get_zone (self->session));
  description = aft_event_dup_description (self->event);
  keys = aft_event_get_key_moments (self->event);
  effect = aft_effect_get_icon (aft_event_get_effect (self->event));

  gtk_label_set_text (GTK_LABEL (self->time), time);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->kind), aft_event_kind_get_icon (aft_event_get_kind (self->event)));
  gtk_widget_set_tooltip_text (self->kind,
                               aft_choice_get_nth_label (AFT_TYPE_EVENT_KIND, aft_event_get_kind (self->event)));
  gtk_widget_set_visible (self->doubt, aft_event_get_at (self->event) != NULL &&
                          aft_moment_is_doubtful (aft_event_get_at (self->event)));
  for (guint i = 0; i < AFT_N_KEY_MOMENTS; i++)
    gtk_widget_set_visible (self->keys[i], (keys & (1u << i)) != 0);
  gtk_widget_set_visible (self->effect, effect != NULL);
  if (effect != NULL)
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (self->effect), effect);
      gtk_widget_remove_css_class (self->effect,
                                   aft_event_get_effect (self->event) == AFT_EFFECT_HELPED ? "hurt" : "helped");
      gtk_widget_add_css_class (self->effect,
                                aft_event_get_effect (self->event) == AFT_EFFECT_HELPED ? "helped" : "hurt");
      gtk_widget_set_tooltip_text (self->effect,
                                   aft_choice_get_nth_label (AFT_TYPE_EFFECT, aft_event_get_effect (self->event)));
    }
  if (list_row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                    -1);
}

static void
choose_cb (AftEventRow *self)
{
  if (self->event != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->event);
}

static gboolean
key_pressed_cb (AftEventRow        *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                GtkEventController *controller)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return gtk_widget_activate_action (GTK_WIDGET (self), "table.previous-row", NULL);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return gtk_widget_activate_action (GTK_WIDGET (self), "table.next-row", NULL);
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
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, AFT_TYPE_EVENT);

  gtk_widget_class_set_css_name (widget_class, "aft-event-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
aft_event_row_init (AftEventRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 9);

  self->time = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->time), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->time), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (self->time), 16);
  gtk_label_set_ellipsize (GTK_LABEL (self->time), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->time, "numeric");
  gtk_widget_add_css_class (self->time, "dim-label");
  gtk_widget_set_parent (self->time, widget);

  self->kind = gtk_image_new ();
  gtk_widget_add_css_class (self->kind, "dim-label");
  gtk_widget_set_parent (self->kind, widget);

  self->text = gtk_text_new ();
  gtk_text_set_placeholder_text (GTK_TEXT (self->text), _("What happened?"));
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What happened"), -1);
  gtk_widget_set_parent (self->text, widget);

  self->doubt = gtk_image_new_from_icon_name ("dialog-question-symbolic");
  gtk_widget_add_css_class (self->doubt, "doubt");
  gtk_widget_set_tooltip_text (self->doubt, _("This time can be read in more than one way"));
  gtk_widget_set_parent (self->doubt, widget);
  for (guint i = 0; i < AFT_N_KEY_MOMENTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("key-%u", i);

      self->keys[i] = gtk_image_new_from_icon_name (aft_key_moment_get_icon (i));
      gtk_widget_add_css_class (self->keys[i], name);
      gtk_widget_set_tooltip_text (self->keys[i], aft_key_moment_get_label (i));
      gtk_widget_set_parent (self->keys[i], widget);
    }
  self->effect = gtk_image_new ();
  gtk_widget_set_parent (self->effect, widget);

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (choose_cb), self);
  gtk_widget_add_controller (widget, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);

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

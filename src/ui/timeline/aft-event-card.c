/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-event-card.h"
#include "aft-event-words.h"

enum
{
  SLOT_DOUBT,
  SLOT_KEYS,
  SLOT_AFTERWARDS = SLOT_KEYS + AFT_N_KEY_MOMENTS,
  SLOT_EFFECT,
  N_SLOTS
};

static const char *const key_classes[AFT_N_KEY_MOMENTS] = {
  "key-0", "key-1", "key-2", "key-3", "key-4", "key-5", "key-6", "key-7", "key-8",
};

/**
 * AftEventCard:
 *
 * One event on the canvas. It only shows; what is done to it goes to the canvas as an action.
 */
struct _AftEventCard
{
  GtkWidget  parent_instance;

  /* Children */
  GtkWidget *top;
  GtkWidget *kind;
  GtkWidget *time;
  GtkWidget *icons[N_SLOTS];
  GtkWidget *text;

  /* Owned */
  AftEvent  *event;
  GTimeZone *zone;

  guint      index;
  guint      n_events;
  gboolean   selected;
  gboolean   dragged;
};

G_DEFINE_FINAL_TYPE (AftEventCard, aft_event_card, GTK_TYPE_WIDGET)

static void
set_css_class (AftEventCard *self,
               const char   *name,
               gboolean      on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* Most cards have few symbols: those that nobody sees aren't made. Their order is that of the slots. */
static void
show_icon (AftEventCard *self,
           guint         slot,
           const char   *icon,
           const char   *css_class)
{
  GtkWidget *image = self->icons[slot];
  GtkWidget *before = self->time;

  if (icon == NULL)
    {
      if (image != NULL)
        gtk_widget_set_visible (image, FALSE);
      return;
    }

  if (image == NULL)
    {
      for (guint i = 0; i < slot; i++)
        if (self->icons[i] != NULL)
          before = self->icons[i];
      image = self->icons[slot] = gtk_image_new ();
      gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_widget_add_css_class (image, css_class);
      gtk_widget_insert_after (image, self->top, before);
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
  gtk_widget_set_visible (image, TRUE);
}

static void
update_marks (AftEventCard *self)
{
  const AftKeyMoments keys = aft_event_get_key_moments (self->event);
  const AftMoment *at = aft_event_get_at (self->event);
  const char *effect = aft_effect_get_icon (aft_event_get_effect (self->event));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->kind), aft_event_kind_get_icon (aft_event_get_kind (self->event)));
  show_icon (self, SLOT_DOUBT, at != NULL && aft_moment_is_doubtful (at) ? "dialog-question-symbolic" : NULL, "doubt");
  for (guint i = 0; i < AFT_N_KEY_MOMENTS; i++)
    show_icon (self, SLOT_KEYS + i, (keys & (1u << i)) != 0 ? aft_key_moment_get_icon (i) : NULL, key_classes[i]);
  show_icon (self, SLOT_AFTERWARDS,
             aft_event_get_known_afterwards (self->event) ? "afterword-known-afterwards-symbolic" : NULL, "dim-label");
  show_icon (self, SLOT_EFFECT, effect, "effect");

  set_css_class (self, "helped", aft_event_get_effect (self->event) == AFT_EFFECT_HELPED);
  set_css_class (self, "hurt", aft_event_get_effect (self->event) == AFT_EFFECT_HURT);
  set_css_class (self, "planned", aft_event_is_planned (self->event));
  set_css_class (self, "lead-up", aft_event_is_lead_up (self->event));
  set_css_class (self, "known-afterwards", aft_event_get_known_afterwards (self->event));
  set_css_class (self, "unknown", !aft_moment_is_known (at));
  set_css_class (self, "doubtful", at != NULL && aft_moment_is_doubtful (at));
  set_css_class (self, "approximate", aft_moment_is_known (at) && (aft_moment_is_approximate (at) ||
                                                                   aft_moment_get_precision (at) < AFT_PRECISION_HOUR));
}

/* Words that are asked for rarely are made when they are. */
static gboolean
aft_event_card_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  AftEventCard *self = AFT_EVENT_CARD (widget);
  g_autofree char *time = NULL;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  g_autofree char *text = NULL;

  if (self->event == NULL)
    return FALSE;

  time = aft_event_dup_full_time (self->event, self->zone);
  title = aft_event_dup_title (self->event);
  description = aft_event_dup_description (self->event);
  text = g_strjoin ("\n", time, title, description[0] != '\0' ? description : NULL, NULL);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
aft_event_card_dispose (GObject *object)
{
  AftEventCard *self = AFT_EVENT_CARD (object);

  g_clear_pointer (&self->top, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_object (&self->event);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (aft_event_card_parent_class)->dispose (object);
}

static void
aft_event_card_class_init (AftEventCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_event_card_dispose;
  widget_class->query_tooltip = aft_event_card_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "aft-event-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
aft_event_card_init (AftEventCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  self->top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_set_parent (self->top, GTK_WIDGET (self));

  self->kind = gtk_image_new ();
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (self->kind, "dim-label");
  gtk_box_append (GTK_BOX (self->top), self->kind);

  self->time = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->time, "caption");
  gtk_widget_add_css_class (self->time, "numeric");
  gtk_widget_add_css_class (self->time, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (self->time), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->time), 0);
  gtk_widget_set_hexpand (self->time, TRUE);
  gtk_box_append (GTK_BOX (self->top), self->time);

  self->text = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->text), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
}

/**
 * aft_event_card_new:
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
aft_event_card_new (void)
{
  return g_object_new (AFT_TYPE_EVENT_CARD, NULL);
}

/**
 * aft_event_card_get_event:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the event it shows
 */
AftEvent *
aft_event_card_get_event (AftEventCard *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_CARD (self), NULL);

  return self->event;
}

/**
 * aft_event_card_show:
 * @self: a card
 * @event: (nullable): an event
 * @at: (nullable): when it was, or would have been in a scenario
 * @zone: (nullable): the zone in which to show its time
 *
 * Shows an event as it is now.
 */
void
aft_event_card_show (AftEventCard *self,
                     AftEvent     *event,
                     AftMoment    *at,
                     GTimeZone    *zone)
{
  const gboolean what_if = event != NULL && at != aft_event_get_at (event);
  g_autofree char *time = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (AFT_IS_EVENT_CARD (self));

  g_set_object (&self->event, event);
  if (event == NULL)
    return;

  time = what_if ? aft_moment_format (at, zone, AFT_MOMENT_STYLE_TIME) : aft_event_dup_time (event, zone);
  title = aft_event_dup_title (event);
  label = aft_event_dup_label (event, zone);
  description = aft_event_dup_description (event);

  gtk_label_set_text (GTK_LABEL (self->time), time);
  gtk_label_set_text (GTK_LABEL (self->text), title);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_ref (zone);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  set_css_class (self, "what-if", what_if);
  update_marks (self);
}

/**
 * aft_event_card_set_place:
 * @self: a card
 * @index: which of all events it is, counted from 0
 * @n_events: how many events there are
 *
 * Says to a screen reader where the event stands in the order.
 */
void
aft_event_card_set_place (AftEventCard *self,
                          guint         index,
                          guint         n_events)
{
  g_return_if_fail (AFT_IS_EVENT_CARD (self));

  if (self->index == index + 1 && self->n_events == n_events)
    return;

  self->index = index + 1;
  self->n_events = n_events;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) index + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_events,
                                  -1);
}

/**
 * aft_event_card_set_selected:
 * @self: a card
 * @selected: whether its event is the selected one
 */
void
aft_event_card_set_selected (AftEventCard *self,
                             gboolean      selected)
{
  g_return_if_fail (AFT_IS_EVENT_CARD (self));

  if (selected == self->selected)
    return;

  self->selected = selected;
  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * aft_event_card_set_dragged:
 * @self: a card
 * @dragged: whether it is being moved
 */
void
aft_event_card_set_dragged (AftEventCard *self,
                            gboolean      dragged)
{
  g_return_if_fail (AFT_IS_EVENT_CARD (self));

  if (dragged == self->dragged)
    return;

  self->dragged = dragged;
  /* The label beside the pointer says more. */
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), !dragged);
  set_css_class (self, "dragged", dragged);
}

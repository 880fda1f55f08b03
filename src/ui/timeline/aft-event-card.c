/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-event-card.h"
#include "aft-event-words.h"

#define ICON_SIZE 16
#define GAP 4
#define LINE_GAP 1
#define LEAST_WIDTH 48

enum
{
  SLOT_KIND,
  SLOT_DOUBT,
  SLOT_KEYS,
  SLOT_AFTERWARDS = SLOT_KEYS + AFT_N_KEY_MOMENTS,
  SLOT_EFFECT,
  N_SLOTS
};

/* NULL is the colour of text, dimmed. */
static const char *const slot_colors[N_SLOTS] = {
  [SLOT_DOUBT] = "warning_color",
  [SLOT_KEYS] = "aft_impact_color",
  [SLOT_KEYS + 1] = "aft_impact_color",
  [SLOT_KEYS + 2] = "aft_detection_color",
  [SLOT_KEYS + 3] = "aft_detection_color",
  [SLOT_KEYS + 4] = "aft_mitigation_color",
  [SLOT_KEYS + 5] = "aft_diagnosis_color",
  [SLOT_KEYS + 6] = "aft_mitigation_color",
  [SLOT_KEYS + 7] = "aft_resolution_color",
  [SLOT_KEYS + 8] = "aft_impact_color",
};

/**
 * AftEventCard:
 *
 * One event on the canvas. It only shows; what is done to it goes to the canvas as an action. It draws
 * its words and symbols itself, for cards come and go with every step of a zoom.
 */
struct _AftEventCard
{
  GtkWidget         parent_instance;

  /* Owned */
  AftEvent         *event;
  GTimeZone        *zone;
  PangoLayout      *time;
  PangoLayout      *text;
  GtkIconPaintable *icons[N_SLOTS];

  guint             index;
  guint             n_events;
  gboolean          selected;
  gboolean          dragged;
};

G_DEFINE_FINAL_TYPE (AftEventCard, aft_event_card, GTK_TYPE_WIDGET)

static void
set_css_class (AftEventCard *self,
               const char   *name,
               gboolean      on)
{
  if (on == gtk_widget_has_css_class (GTK_WIDGET (self), name))
    return;

  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
set_icon (AftEventCard *self,
          guint         slot,
          const char   *name)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_clear_object (&self->icons[slot]);
  if (name != NULL)
    self->icons[slot] = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
                                                    name, NULL, ICON_SIZE, gtk_widget_get_scale_factor (widget),
                                                    gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
}

static void
update_marks (AftEventCard *self)
{
  const AftKeyMoments keys = aft_event_get_key_moments (self->event);
  const AftMoment *at = aft_event_get_at (self->event);

  set_icon (self, SLOT_KIND, aft_event_kind_get_icon (aft_event_get_kind (self->event)));
  set_icon (self, SLOT_DOUBT, at != NULL && aft_moment_is_doubtful (at) ? "dialog-question-symbolic" : NULL);
  for (guint i = 0; i < AFT_N_KEY_MOMENTS; i++)
    set_icon (self, SLOT_KEYS + i, (keys & (1u << i)) != 0 ? aft_key_moment_get_icon (i) : NULL);
  set_icon (self, SLOT_AFTERWARDS,
            aft_event_get_known_afterwards (self->event) ? "afterword-known-afterwards-symbolic" : NULL);
  set_icon (self, SLOT_EFFECT, aft_effect_get_icon (aft_event_get_effect (self->event)));

  set_css_class (self, "planned", aft_event_is_planned (self->event));
  set_css_class (self, "lead-up", aft_event_is_lead_up (self->event));
  set_css_class (self, "known-afterwards", aft_event_get_known_afterwards (self->event));
  set_css_class (self, "unknown", !aft_moment_is_known (at));
  set_css_class (self, "doubtful", at != NULL && aft_moment_is_doubtful (at));
}

/* One line, cut at its end. */
static PangoLayout *
create_layout (AftEventCard *self,
               const char   *text,
               gboolean      small)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (small)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_scale_new (0.9));
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }

  return layout;
}

static void
set_text (AftEventCard  *self,
          PangoLayout  **layout,
          const char    *text,
          gboolean       small)
{
  if (*layout == NULL)
    *layout = create_layout (self, text, small);
  else if (!g_str_equal (pango_layout_get_text (*layout), text))
    pango_layout_set_text (*layout, text, -1);
}

static GdkRGBA
get_slot_color (AftEventCard *self,
                guint         slot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  const char *name = slot_colors[slot];
  GdkRGBA color;

  if (slot == SLOT_EFFECT)
    name = aft_event_get_effect (self->event) == AFT_EFFECT_HELPED ? "aft_resolution_color" : "aft_impact_color";
  if (name != NULL && gtk_style_context_lookup_color (context, name, &color))
    return color;

  gtk_style_context_get_color (context, &color);
  color.alpha *= 0.55f;

  return color;
}

static void
draw_icon (AftEventCard *self,
           GtkSnapshot  *snapshot,
           guint         slot,
           double        x,
           double        y)
{
  const GdkRGBA color = get_slot_color (self, slot);
  const GdkRGBA colors[] = { color, color, color, color };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (int) x, (float) (int) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->icons[slot]), snapshot, ICON_SIZE, ICON_SIZE,
                                            colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (snapshot);
}

/* At the start of its room, whichever side that is. */
static void
draw_text (AftEventCard *self,
           GtkSnapshot  *snapshot,
           PangoLayout  *layout,
           double        start,
           double        y,
           double        room,
           GdkRGBA       color)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  PangoRectangle extents;
  double left;

  if (room <= 0)
    return;
  if (pango_layout_get_width (layout) != (int) room * PANGO_SCALE)
    pango_layout_set_width (layout, (int) room * PANGO_SCALE);

  /* Where in its room the text stands depends on which way it runs: it is moved to where it should be. */
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  left = mirrored ? width - start - extents.width : start;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (int) (left - extents.x), (float) (int) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static int
get_line_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static int
get_top_height (AftEventCard *self)
{
  const int height = get_line_height (self->time);

  return MAX (ICON_SIZE, height);
}

static void
aft_event_card_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  AftEventCard *self = AFT_EVENT_CARD (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const double width = gtk_widget_get_width (widget);
  const int top = self->time != NULL ? get_top_height (self) : 0;
  const double icon_y = (top - ICON_SIZE) / 2;
  double end = width;
  GdkRGBA color;

  if (self->event == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  draw_icon (self, snapshot, SLOT_KIND, mirrored ? width - ICON_SIZE : 0, icon_y);
  for (guint slot = N_SLOTS - 1; slot > SLOT_KIND; slot--)
    if (self->icons[slot] != NULL && end >= 2 * (ICON_SIZE + GAP))
      {
        end -= ICON_SIZE;
        draw_icon (self, snapshot, slot, mirrored ? width - end - ICON_SIZE : end, icon_y);
        end -= GAP;
      }

  draw_text (self, snapshot, self->time, ICON_SIZE + GAP, (top - get_line_height (self->time)) / 2,
             end - ICON_SIZE - GAP, get_slot_color (self, SLOT_KIND));
  draw_text (self, snapshot, self->text, 0, top + LINE_GAP, width, color);
}

static void
aft_event_card_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  AftEventCard *self = AFT_EVENT_CARD (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH;
  else
    *minimum = *natural = self->time != NULL ? get_top_height (self) + LINE_GAP + get_line_height (self->text) : 0;
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

  for (guint i = 0; i < N_SLOTS; i++)
    g_clear_object (&self->icons[i]);
  g_clear_object (&self->time);
  g_clear_object (&self->text);
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
  widget_class->measure = aft_event_card_measure;
  widget_class->snapshot = aft_event_card_snapshot;

  gtk_widget_class_set_css_name (widget_class, "aft-event-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
aft_event_card_init (AftEventCard *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
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

  set_text (self, &self->time, time, TRUE);
  set_text (self, &self->text, title, FALSE);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_ref (zone);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  set_css_class (self, "what-if", what_if);
  update_marks (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-moment-entry.h"
#include "aft-moment-words.h"

/**
 * AftMomentEntry:
 *
 * An entry for a time as people type it. Below it stands what was understood and, where the words
 * can be read in several ways, a button for each way, which settles the doubt. What can't be
 * understood stays as it was typed, with a word on why.
 */
struct _AftMomentEntry
{
  GtkWidget     parent_instance;

  /* Children */
  GtkWidget    *box;
  GtkWidget    *entry;
  GtkWidget    *understood;
  GtkWidget    *readings;

  /* Owned */
  AftSession   *session;
  AftItem      *item;
  GSignalGroup *item_signals;
  GSignalGroup *history_signals;
  char         *shown;
  char         *label;

  guint         field;
  gboolean      recording;
};

G_DEFINE_FINAL_TYPE (AftMomentEntry, aft_moment_entry, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
get_field_name (AftMomentEntry *self)
{
  guint n_fields;

  return aft_item_get_fields (self->item, &n_fields)[self->field].name;
}

static AftMoment *
get_moment (AftMomentEntry *self)
{
  return self->item != NULL ? aft_item_get_moment (self->item, self->field) : NULL;
}

static char *
dup_understood (AftMomentEntry *self)
{
  AftMoment *moment = get_moment (self);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *shown = NULL;
  g_autofree char *universal = NULL;

  if (moment == NULL)
    return g_strdup ("");
  if (!aft_moment_is_known (moment))
    return g_strdup (_("Nobody knows when; it keeps its place in the order."));

  shown = aft_moment_format (moment, aft_session_get_zone (self->session), AFT_MOMENT_STYLE_FULL);
  if (!aft_moment_has_clock (moment))
    return g_steal_pointer (&shown);
  if (strcmp (aft_session_get_zone_name (self->session), "UTC") == 0)
    /* Translators: a date and time in coordinated universal time */
    return g_strdup_printf (_("%s UTC"), shown);

  universal = aft_moment_format (moment, utc, AFT_MOMENT_STYLE_FULL);
  /* Translators: a date and time, the name of its zone, and the same in coordinated universal time */
  return g_strdup_printf (_("%s in %s, %s UTC"), shown, aft_session_get_zone_name (self->session), universal);
}

static char *
dup_city (const char *zone)
{
  const char *slash = strrchr (zone, '/');
  char *city = g_strdup (slash != NULL ? slash + 1 : zone);

  return g_strdelimit (city, "_", ' ');
}

/* The letters of a zone at the end of the words, such as EST. */
static const char *
find_letters (const char *written)
{
  const char *letters;

  if (written == NULL)
    return "";
  letters = written + strlen (written);
  while (letters > written && g_ascii_isalpha (letters[-1]))
    letters--;

  return letters;
}

static GDateTime *
get_wall (gint64     instant,
          GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

static char *
dup_reading_label (AftMoment *moment,
                   guint      nth)
{
  guint n_readings;
  const gint64 *readings = aft_moment_get_readings (moment, &n_readings);
  g_autoptr(GTimeZone) zone = aft_zone_new (aft_moment_get_zone (moment));
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) first = get_wall (readings[0], zone);
  g_autoptr(GDateTime) wall = get_wall (readings[nth], zone);
  g_autoptr(AftMoment) settled = aft_moment_settle (moment, nth);
  g_autofree char *time = NULL;
  g_autofree char *city = dup_city (aft_moment_get_zone (moment));
  AftMomentStyle style = AFT_MOMENT_STYLE_TIME;

  if (first == NULL || wall == NULL)
    return g_strdup ("—");
  if (!aft_moment_has_clock (moment))
    return aft_moment_format (settled, zone, AFT_MOMENT_STYLE_FULL);
  if (aft_moment_is_skipped (moment))
    {
      g_autofree char *shown = aft_moment_format (settled, zone, AFT_MOMENT_STYLE_TIME);

      /* Translators: a time, the letters of a zone such as EDT, and a city */
      return g_strdup_printf (_("%s %s in %s"), shown, g_date_time_get_timezone_abbreviation (wall), city);
    }

  for (guint i = 0; i < n_readings; i++)
    if (readings[i] / G_TIME_SPAN_DAY != readings[0] / G_TIME_SPAN_DAY)
      style = AFT_MOMENT_STYLE_FULL;

  time = aft_moment_format (settled, utc, style);
  if (g_date_time_get_hour (first) == g_date_time_get_hour (wall) &&
      g_date_time_get_minute (first) == g_date_time_get_minute (wall))
    /* Translators: a time, the letters of a zone such as EDT, and a city */
    return g_strdup_printf (_("%s UTC (%s, as the clocks in %s showed)"), time,
                            g_date_time_get_timezone_abbreviation (wall), city);

  /* Translators: a time and the letters of a zone such as EST */
  return g_strdup_printf (_("%s UTC (%s as written)"), time, find_letters (aft_moment_get_written (moment)));
}

static void
settle_cb (AftMomentEntry *self,
           GtkButton      *button)
{
  const guint nth = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "reading"));
  AftHistory *history = aft_session_get_history (self->session);
  g_autoptr(AftMoment) settled = NULL;
  guint n_readings;

  aft_moment_get_readings (get_moment (self), &n_readings);
  if (nth >= n_readings)
    return;

  settled = aft_moment_settle (get_moment (self), nth);
  gtk_widget_grab_focus (self->entry);
  /* Translators: what undo takes back: one of the readings of a doubtful time was chosen */
  aft_history_begin (history, _("Settle Time"));
  g_object_set (self->item, get_field_name (self), settled, NULL);
  aft_history_end (history);
}

static void
show_readings (AftMomentEntry *self)
{
  AftMoment *moment = get_moment (self);
  GtkWidget *child;
  guint n_readings = 0;

  while ((child = gtk_widget_get_first_child (self->readings)) != NULL)
    gtk_box_remove (GTK_BOX (self->readings), child);

  if (moment != NULL && aft_moment_is_doubtful (moment))
    aft_moment_get_readings (moment, &n_readings);
  gtk_widget_set_visible (self->readings, n_readings > 0);
  if (n_readings == 0)
    return;

  child = gtk_label_new (aft_moment_is_skipped (moment)
                         ? _("There was no such time that day: the clocks were put forward over it. Which is meant?")
                         : _("This can be read in more than one way. Which is meant?"));
  gtk_label_set_wrap (GTK_LABEL (child), TRUE);
  gtk_label_set_xalign (GTK_LABEL (child), 0);
  gtk_widget_add_css_class (child, "caption");
  gtk_box_append (GTK_BOX (self->readings), child);

  for (guint i = 0; i < n_readings; i++)
    {
      g_autofree char *label = dup_reading_label (moment, i);
      GtkWidget *text = gtk_label_new (label);
      GtkWidget *button = gtk_button_new ();

      gtk_label_set_wrap (GTK_LABEL (text), TRUE);
      gtk_label_set_xalign (GTK_LABEL (text), 0);
      gtk_button_set_child (GTK_BUTTON (button), text);
      gtk_widget_add_css_class (button, "aft-reading");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_object_set_data (G_OBJECT (button), "reading", GUINT_TO_POINTER (i));
      g_signal_connect_object (button, "clicked", G_CALLBACK (settle_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->readings), button);
    }
}

static void
show_message (AftMomentEntry *self,
              const char     *message,
              gboolean        wrong)
{
  gtk_label_set_text (GTK_LABEL (self->understood), message);
  gtk_widget_set_visible (self->understood, message[0] != '\0');
  if (wrong)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_widget_add_css_class (self->understood, "error");
    }
  else
    {
      gtk_widget_remove_css_class (self->entry, "error");
      gtk_widget_remove_css_class (self->understood, "error");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID, wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                   : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* An end that lies before the start in every way it can be read. */
static gboolean
ends_before_start (AftMomentEntry *self)
{
  AftMoment *end = get_moment (self);
  AftMoment *start = NULL;
  const gint64 *readings;
  guint n_readings;
  guint index;

  if (strcmp (get_field_name (self), "end") != 0 || !aft_item_find_field (self->item, "at", &index))
    return FALSE;
  start = aft_item_get_moment (self->item, index);
  if (!aft_moment_is_known (start) || !aft_moment_is_known (end))
    return FALSE;

  readings = aft_moment_get_readings (end, &n_readings);
  for (guint i = 0; i < n_readings; i++)
    if (readings[i] >= aft_moment_get_instant (start))
      return FALSE;

  return aft_moment_get_end (end) <= aft_moment_get_instant (start);
}

static void
show_item (AftMomentEntry *self)
{
  g_autofree char *text = NULL;
  g_autofree char *understood = NULL;

  if (self->recording || self->item == NULL)
    return;

  text = aft_moment_words_dup (self->session, get_moment (self));
  understood = dup_understood (self);
  g_free (self->shown);
  self->shown = g_strdup (text);
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  if (ends_before_start (self))
    {
      /* Translators: %s is the time that was understood */
      g_autofree char *message = g_strdup_printf (_("The end is before the start: %s"), understood);

      show_message (self, message, TRUE);
    }
  else
    {
      show_message (self, understood, FALSE);
    }
  show_readings (self);
}

static void
hand_in (AftMomentEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  AftDocument *document = self->item != NULL ? aft_item_get_document (self->item) : NULL;
  g_autoptr(AftMoment) moment = NULL;
  g_autoptr(GError) error = NULL;

  if (self->recording || document == NULL || g_strcmp0 (text, self->shown) == 0 ||
      aft_history_is_busy (aft_session_get_history (self->session)))
    return;

  moment = aft_moment_words_read (self->session, self->item, self->field, text, &error);
  if (error != NULL)
    {
      show_message (self, error->message, TRUE);
      return;
    }

  self->recording = TRUE;
  g_object_set (self->item, get_field_name (self), moment, NULL);
  self->recording = FALSE;
  show_item (self);
}

static void
zone_changed_cb (AftMomentEntry *self)
{
  /* What is being typed stays. */
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->shown) == 0)
    show_item (self);
}

static void
item_changed_cb (AftMomentEntry *self,
                 GParamSpec     *pspec)
{
  if (strcmp (pspec->name, get_field_name (self)) == 0)
    show_item (self);
  else if (strcmp (pspec->name, "at") == 0)
    /* The start says whether an end can be; what is being typed stays. */
    zone_changed_cb (self);
}

static void
aft_moment_entry_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AftMomentEntry *self = AFT_MOMENT_ENTRY (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_moment_entry_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AftMomentEntry *self = AFT_MOMENT_ENTRY (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      if (self->label != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
aft_moment_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AFT_MOMENT_ENTRY (widget)->entry);
}

static void
aft_moment_entry_dispose (GObject *object)
{
  AftMomentEntry *self = AFT_MOMENT_ENTRY (object);

  g_clear_object (&self->item_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->item);
  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_moment_entry_parent_class)->dispose (object);
}

static void
aft_moment_entry_finalize (GObject *object)
{
  AftMomentEntry *self = AFT_MOMENT_ENTRY (object);

  g_free (self->shown);
  g_free (self->label);

  G_OBJECT_CLASS (aft_moment_entry_parent_class)->finalize (object);
}

static void
aft_moment_entry_class_init (AftMomentEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_moment_entry_dispose;
  object_class->finalize = aft_moment_entry_finalize;
  object_class->get_property = aft_moment_entry_get_property;
  object_class->set_property = aft_moment_entry_set_property;

  widget_class->grab_focus = aft_moment_entry_grab_focus;

  /**
   * AftMomentEntry:label:
   *
   * What the entry is called by a screen reader.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "aft-moment-entry");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
aft_moment_entry_init (AftMomentEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("15:08, 6 May 2021 15:08, 2021-05…"));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_box_append (GTK_BOX (self->box), self->entry);

  self->understood = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->understood), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->understood), 0);
  gtk_widget_add_css_class (self->understood, "caption");
  gtk_widget_add_css_class (self->understood, "dim-label");
  gtk_widget_set_visible (self->understood, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->understood);

  self->readings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_visible (self->readings, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->readings);

  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (hand_in), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (hand_in), self);
  gtk_widget_add_controller (self->entry, focus);

  self->item_signals = g_signal_group_new (AFT_TYPE_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify", G_CALLBACK (item_changed_cb), self);
  self->history_signals = g_signal_group_new (AFT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "commit", G_CALLBACK (hand_in), self);
}

/**
 * aft_moment_entry_new:
 * @label: what a screen reader calls it
 *
 * Returns: (transfer floating): an entry that shows nothing yet
 */
GtkWidget *
aft_moment_entry_new (const char *label)
{
  return g_object_new (AFT_TYPE_MOMENT_ENTRY, "label", label, NULL);
}

/**
 * aft_moment_entry_bind:
 * @self: an entry
 * @session: (nullable): the session of the item
 * @item: (nullable): an item of its document; %NULL unbinds
 * @field: the name of a field that holds a moment
 *
 * Shows a time of an item and records what the user types when it is complete: with Enter, on
 * leaving, and before anything else that needs it. What was typed for the item before is handed in.
 */
void
aft_moment_entry_bind (AftMomentEntry *self,
                       AftSession     *session,
                       AftItem        *item,
                       const char     *field)
{
  g_return_if_fail (AFT_IS_MOMENT_ENTRY (self));
  g_return_if_fail (item == NULL || (AFT_IS_ITEM (item) && AFT_IS_SESSION (session)));

  hand_in (self);

  if (session != NULL && g_set_object (&self->session, session))
    g_signal_connect_object (session, "notify::zone", G_CALLBACK (zone_changed_cb), self, G_CONNECT_SWAPPED);
  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  g_signal_group_set_target (self->history_signals, session != NULL ? aft_session_get_history (session) : NULL);
  g_clear_pointer (&self->shown, g_free);
  if (item == NULL)
    return;

  g_return_if_fail (aft_item_find_field (item, field, &self->field));
  show_item (self);
}

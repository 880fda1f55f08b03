/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-moves.h"
#include "aft-shift-dialog.h"
#include "aft-shifted-row.h"
#include "aft-zone-button.h"

/**
 * AftShiftDialog:
 *
 * Corrects the times of several events at once: the clock of their source was wrong, or they were
 * written in another zone. It shows each before and after while it is typed.
 */
struct _AftShiftDialog
{
  AdwWindow       parent_instance;

  /* Template */
  GtkWidget      *apply;
  GtkCheckButton *by_amount;
  GtkCheckButton *by_zone;
  GtkEditable    *amount;
  GtkDropDown    *direction;
  AftZoneButton  *zone;
  GtkLabel       *error;
  GtkLabel       *summary;
  GtkLabel       *shown_in;
  GtkListView    *list;

  /* Owned */
  AftSession     *session;
  GPtrArray      *events;
  GListStore     *shown;
  /* Owned: the rows in sight, and the event of each */
  GHashTable     *rows;

  gint64          microseconds;
  gboolean        valid;
};

G_DEFINE_FINAL_TYPE (AftShiftDialog, aft_shift_dialog, ADW_TYPE_WINDOW)

#define EARLIER 1

static AftShift
get_shift (AftShiftDialog *self)
{
  if (gtk_check_button_get_active (self->by_zone))
    return (AftShift) { 0, aft_zone_button_get_zone (self->zone) };

  return (AftShift) { self->valid ? self->microseconds : 0, NULL };
}

static char *
append_fact (char *facts,
             char *fact)
{
  /* Translators: two parts of a sentence, such as “20 events added, 2 of them have no time” */
  char *both = g_strdup_printf (C_("two facts", "%s, %s"), facts, fact);

  g_free (facts);
  g_free (fact);

  return both;
}

/* Returns how many would change. */
static guint
show_summary (AftShiftDialog *self,
              const AftShift *shift)
{
  guint n_changed = 0;
  guint n_unknown = 0;
  guint n_doubtful = 0;
  guint n_same;
  char *summary;

  for (guint i = 0; i < self->events->len; i++)
    {
      AftMoment *at = aft_event_get_at (self->events->pdata[i]);
      g_autoptr(AftMoment) moved = NULL;

      if (!aft_moment_is_known (at))
        {
          n_unknown++;
          continue;
        }
      moved = aft_shift_apply (shift, at);
      if (aft_moment_equal (at, moved))
        continue;
      n_changed++;
      n_doubtful += aft_moment_is_doubtful (moved) && !aft_moment_is_doubtful (at);
    }

  n_same = self->events->len - n_changed - n_unknown;
  /* Translators: how many events will get another time */
  summary = g_strdup_printf (ngettext ("%u event moves", "%u events move", n_changed), n_changed);
  if (n_doubtful > 0)
    /* Translators: of the events that will be moved: how many get a time that can be read in several ways */
    summary = append_fact (summary, g_strdup_printf (ngettext ("%u becomes doubtful", "%u become doubtful", n_doubtful), n_doubtful));
  if (n_same > 0 && n_changed > 0)
    /* Translators: of the chosen events: how many keep their time, which is not so exact or right already */
    summary = append_fact (summary, g_strdup_printf (ngettext ("%u stays as it is", "%u stay as they are", n_same), n_same));
  if (n_unknown > 0)
    /* Translators: of the chosen events */
    summary = append_fact (summary, g_strdup_printf (ngettext ("%u has no time and stays", "%u have no time and stay",
                                                               n_unknown),
                                                     n_unknown));
  gtk_label_set_text (self->summary, summary);
  g_free (summary);

  return n_changed;
}

static void
show_shift (AftShiftDialog *self)
{
  const AftShift shift = get_shift (self);
  const guint n_changed = show_summary (self, &shift);
  GHashTableIter iter;
  gpointer row;
  gpointer event;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, &event))
    aft_shifted_row_show (row, event, &shift, aft_session_get_zone (self->session));
  gtk_widget_set_sensitive (self->apply, n_changed > 0);
}

static void
show_error (AftShiftDialog *self,
            const char     *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->amount), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->amount), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->amount), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->amount), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
changed_cb (AftShiftDialog *self)
{
  const gboolean by_amount = gtk_check_button_get_active (self->by_amount);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->amount)));
  g_autoptr(GError) error = NULL;
  gboolean is_signed = FALSE;

  self->valid = text[0] != '\0' && aft_shift_parse_amount (text, &self->microseconds, &is_signed, &error);
  /* A sign says it already. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->direction), !is_signed);
  if (self->valid && !is_signed && gtk_drop_down_get_selected (self->direction) == EARLIER)
    self->microseconds = -self->microseconds;
  show_error (self, by_amount && error != NULL ? error->message : NULL);
  show_shift (self);
}

/* Who types an amount or chooses a zone wants that. */

static void
amount_changed_cb (AftShiftDialog *self)
{
  gtk_check_button_set_active (self->by_amount, TRUE);
  changed_cb (self);
}

static void
zone_chosen_cb (AftShiftDialog *self)
{
  gtk_check_button_set_active (self->by_zone, TRUE);
  changed_cb (self);
}

static void
apply_cb (AftShiftDialog *self)
{
  const AftShift shift = get_shift (self);
  g_autoptr(AftShiftDialog) keep = g_object_ref (self);

  if (!gtk_widget_get_sensitive (self->apply))
    return;

  if (!aft_event_moves_apply (self->session, self->events, &shift))
    aft_session_tell (self->session, _("This document can’t be changed."), FALSE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
setup_cb (AftShiftDialog *self,
          GtkListItem    *list_item)
{
  gtk_list_item_set_activatable (list_item, TRUE);
  gtk_list_item_set_child (list_item, aft_shifted_row_new ());
}

static void
bind_cb (AftShiftDialog *self,
         GtkListItem    *list_item)
{
  const AftShift shift = get_shift (self);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  AftEvent *event = gtk_list_item_get_item (list_item);

  g_hash_table_insert (self->rows, g_object_ref (row), g_object_ref (event));
  aft_shifted_row_show (AFT_SHIFTED_ROW (row), event, &shift, aft_session_get_zone (self->session));
}

static void
unbind_cb (AftShiftDialog *self,
           GtkListItem    *list_item)
{
  if (self->rows != NULL)
    g_hash_table_remove (self->rows, gtk_list_item_get_child (list_item));
}

static void
aft_shift_dialog_dispose (GObject *object)
{
  AftShiftDialog *self = AFT_SHIFT_DIALOG (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_SHIFT_DIALOG);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_shift_dialog_parent_class)->dispose (object);
}

static void
aft_shift_dialog_class_init (AftShiftDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_shift_dialog_dispose;

  g_type_ensure (AFT_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/timeline/aft-shift-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AftShiftDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, AftShiftDialog, by_amount);
  gtk_widget_class_bind_template_child (widget_class, AftShiftDialog, by_zone);
  gtk_widget_class_bind_template_child (widget_class, AftShiftDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, AftShiftDialog, direction);
  gtk_widget_class_bind_template_child (widget_class, AftShiftDialog, zone);
  gtk_widget_class_bind_template_child (widget_class, AftShiftDialog, error);
  gtk_widget_class_bind_template_child (widget_class, AftShiftDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, AftShiftDialog, shown_in);
  gtk_widget_class_bind_template_child (widget_class, AftShiftDialog, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
aft_shift_dialog_init (AftShiftDialog *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->shown = g_list_store_new (AFT_TYPE_EVENT);

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (apply_cb), self);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (apply_cb), self);
}

static int
get_rank (const AftMoment *at)
{
  if (!aft_moment_is_known (at))
    return 2;

  return aft_moment_has_clock (at) ? 0 : 1;
}

/* First what can differ, in the order in which it was. */
static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const AftMoment *first = aft_event_get_at (*(AftEvent **) a);
  const AftMoment *second = aft_event_get_at (*(AftEvent **) b);
  gint64 difference = get_rank (first) - get_rank (second);

  if (difference == 0 && aft_moment_is_known (first))
    difference = aft_moment_get_instant (first) - aft_moment_get_instant (second);

  return (difference > 0) - (difference < 0);
}

static const char *
get_first_zone (AftShiftDialog *self)
{
  const AftMoment *first = self->events->len > 0 ? aft_event_get_at (self->events->pdata[0]) : NULL;
  const char *zone = aft_moment_is_known (first) ? aft_moment_get_zone (first) : "";

  return zone[0] != '\0' ? zone : aft_session_get_zone_name (self->session);
}

/**
 * aft_shift_dialog_present:
 * @parent: where the events were chosen
 * @session: a session
 * @events: (element-type AftEvent): events of its document
 *
 * Asks how the source of events was wrong, and corrects their times in one edit.
 *
 * Returns: (transfer none): the dialog, which lives until it is closed
 */
AftShiftDialog *
aft_shift_dialog_present (GtkWidget  *parent,
                          AftSession *session,
                          GPtrArray  *events)
{
  AftShiftDialog *self;
  GtkSelectionModel *selection;
  GtkRoot *root;
  g_autofree char *shown_in = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && AFT_IS_SESSION (session) && events != NULL, NULL);

  root = gtk_widget_get_root (parent);
  self = g_object_new (AFT_TYPE_SHIFT_DIALOG, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  self->session = g_object_ref (session);
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (self->events, g_object_ref (events->pdata[i]));
  g_ptr_array_sort (self->events, compare_events);
  g_list_store_splice (self->shown, 0, 0, self->events->pdata, self->events->len);

  aft_zone_button_set_zone (self->zone, get_first_zone (self));
  /* Translators: %s is the name of a time zone, such as Europe/Berlin */
  shown_in = g_strdup_printf (_("Shown in the time of %s"), aft_session_get_zone_name (session));
  gtk_label_set_text (self->shown_in, shown_in);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown))));
  gtk_list_view_set_model (self->list, selection);
  g_object_unref (selection);

  g_signal_connect_swapped (self->amount, "changed", G_CALLBACK (amount_changed_cb), self);
  g_signal_connect_swapped (self->direction, "notify::selected", G_CALLBACK (amount_changed_cb), self);
  g_signal_connect_swapped (self->zone, "chosen", G_CALLBACK (zone_chosen_cb), self);
  g_signal_connect_swapped (self->by_amount, "toggled", G_CALLBACK (changed_cb), self);
  changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->amount));
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

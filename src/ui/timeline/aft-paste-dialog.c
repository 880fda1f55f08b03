/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-event-edits.h"
#include "aft-moment-parser.h"
#include "aft-paste-dialog.h"
#include "aft-pasted-lines.h"
#include "aft-pasted-row.h"
#include "aft-zone-button.h"

/* Bytes that are read at once; more are read in a thread. */
#define SMALL (32 * 1024)

/* Microseconds in which events are made before others have their turn. */
#define SLICE 8000

/* How many lines take long to free. */
#define MANY 10000

/* Milliseconds between two looks at how far it is. */
#define PROGRESS_INTERVAL 80

typedef struct
{
  char          *text;
  char          *zone;
  AftMoment     *day;
  AftPastedJoin  join;
  gint64         now;
  int            permille;
} Reading;

/**
 * AftPasteDialog:
 *
 * Shows how pasted lines were understood and asks once for what they leave unsaid, the day and the
 * zone. Enter adds all of them in one edit.
 */
struct _AftPasteDialog
{
  AdwWindow       parent_instance;

  /* Template */
  GtkWidget      *add;
  GtkWidget      *progress;
  GtkWidget      *questions;
  GtkWidget      *day_row;
  GtkEditable    *day;
  GtkWidget      *understood;
  GtkWidget      *zone_row;
  AftZoneButton  *zone;
  GtkCheckButton *join;
  GtkWidget      *summary;
  GtkWidget      *shown_in;
  GtkListView    *list;

  /* Owned */
  AftSession     *session;
  AftEvent       *after;
  char           *text;
  AftPastedLines *lines;
  GPtrArray      *events;
  GCancellable   *cancellable;
  Reading        *reading;

  guint           progress_id;
  guint           slice_id;
  gboolean        showing;
  gboolean        join_chosen;
};

G_DEFINE_FINAL_TYPE (AftPasteDialog, aft_paste_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
reading_clear (gpointer data)
{
  Reading *reading = data;

  g_ref_string_release (reading->text);
  g_free (reading->zone);
  g_clear_pointer (&reading->day, aft_moment_unref);
}

static void
reading_unref (gpointer reading)
{
  g_atomic_rc_box_release_full (reading, reading_clear);
}

static void
show_progress (AftPasteDialog *self,
               double          fraction)
{
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), fraction);
  gtk_widget_set_visible (self->progress, TRUE);
}

static void
stop_reading (AftPasteDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_pointer (&self->reading, reading_unref);
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

static char *
dup_summary (AftPasteDialog *self)
{
  const guint n_events = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  const guint n_impossible = aft_pasted_lines_count (self->lines, AFT_PASTED_IMPOSSIBLE);
  const guint n_without = aft_pasted_lines_count (self->lines, AFT_PASTED_NO_TIME);
  const guint n_doubtful = aft_pasted_lines_count (self->lines, AFT_PASTED_DOUBTFUL);
  char *summary = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);

  if (n_without > 0)
    /* Translators: of the events that will be added */
    summary = append_fact (summary, g_strdup_printf (ngettext ("%u without a time", "%u without a time", n_without), n_without));
  if (n_impossible > 0)
    /* Translators: of the events that will be added: how many have a time such as 25:10 */
    summary = append_fact (summary, g_strdup_printf (ngettext ("%u with an impossible time", "%u with impossible times",
                                                               n_impossible),
                                                     n_impossible));
  if (n_doubtful > 0)
    /* Translators: of the events that will be added: how many have a time that can be read in several ways */
    summary = append_fact (summary, g_strdup_printf (ngettext ("%u doubtful", "%u doubtful", n_doubtful), n_doubtful));

  return summary;
}

/* Noon, so that it is the same day in about every zone. */
static AftMoment *
read_day (AftPasteDialog *self)
{
  const AftMomentContext context = { aft_zone_button_get_zone (self->zone), g_get_real_time (), NULL };
  g_autoptr(AftMoment) day = aft_moment_parse (gtk_editable_get_text (self->day), &context, NULL);

  if (day == NULL || !aft_moment_is_known (day) || aft_moment_get_precision (day) < AFT_PRECISION_DAY)
    return NULL;

  return aft_moment_new (aft_moment_get_instant (day) + (aft_moment_has_clock (day) ? 0 : 12 * G_TIME_SPAN_HOUR),
                         aft_zone_button_get_zone (self->zone), AFT_PRECISION_MINUTE, FALSE, NULL);
}

static void
show_day (AftPasteDialog *self,
          AftMoment      *day)
{
  g_autoptr(GTimeZone) zone = aft_zone_new (aft_zone_button_get_zone (self->zone));
  g_autoptr(GDateTime) utc = NULL;
  g_autoptr(GDateTime) local = NULL;
  g_autofree char *date = NULL;
  g_autofree char *weekday = NULL;
  g_autofree char *understood = NULL;

  if (day != NULL)
    {
      utc = g_date_time_new_from_unix_utc (aft_moment_get_instant (day) / G_USEC_PER_SEC);
      local = g_date_time_to_timezone (utc, zone);
      date = aft_moment_format (day, zone, AFT_MOMENT_STYLE_DATE);
      weekday = g_date_time_format (local, "%A");
      /* Translators: the name of a weekday and a date */
      understood = g_strdup_printf (C_("weekday and date", "%s, %s"), weekday, date);
      gtk_widget_remove_css_class (GTK_WIDGET (self->day), "error");
    }
  else
    {
      understood = g_strdup (_("This is not a day. Write it as 2021-05-06, 6 May or yesterday."));
      gtk_widget_add_css_class (GTK_WIDGET (self->day), "error");
    }

  gtk_label_set_text (GTK_LABEL (self->understood), understood);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, understood, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_STATE_INVALID,
                               day != NULL ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
show_lines (AftPasteDialog *self,
            AftPastedLines *lines)
{
  g_autofree char *summary = NULL;
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (lines)));
  const gboolean can_join = aft_pasted_lines_can_be_joined (lines);

  g_set_object (&self->lines, lines);
  self->showing = TRUE;
  gtk_check_button_set_active (self->join, aft_pasted_lines_are_joined (lines));
  self->showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->join), can_join);
  gtk_widget_set_visible (self->day_row, aft_pasted_lines_need_day (lines));
  gtk_widget_set_visible (self->zone_row, aft_pasted_lines_need_zone (lines));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);

  summary = dup_summary (self);
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_widget_set_sensitive (self->add, g_list_model_get_n_items (G_LIST_MODEL (lines)) > 0);
}

static AftPastedLines *
read_lines (Reading      *reading,
            GCancellable *cancellable)
{
  const AftPastedContext context = { reading->zone, reading->now, reading->day, reading->join };

  return aft_pasted_lines_read (reading->text, &context, cancellable, &reading->permille);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  AftPastedLines *lines = read_lines (task_data, cancellable);

  if (lines != NULL)
    g_task_return_pointer (task, lines, g_object_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GWeakRef *dialog = user_data;
  g_autoptr(AftPasteDialog) self = g_weak_ref_get (dialog);
  g_autoptr(AftPastedLines) lines = g_task_propagate_pointer (G_TASK (result), NULL);

  g_weak_ref_clear (dialog);
  g_free (dialog);
  if (lines != NULL && self != NULL && self->session != NULL)
    {
      stop_reading (self);
      show_lines (self, lines);
    }
}

static gboolean
progress_cb (gpointer user_data)
{
  AftPasteDialog *self = user_data;

  show_progress (self, g_atomic_int_get (&self->reading->permille) / 1000.0);

  return G_SOURCE_CONTINUE;
}

static void
read_again (AftPasteDialog *self)
{
  g_autoptr(AftMoment) day = read_day (self);
  g_autoptr(GTask) task = NULL;
  GWeakRef *dialog;

  stop_reading (self);
  show_day (self, day);
  gtk_widget_set_sensitive (self->add, FALSE);
  if (day == NULL && gtk_widget_get_visible (self->day_row))
    return;

  self->reading = g_atomic_rc_box_new0 (Reading);
  self->reading->text = g_ref_string_acquire (self->text);
  self->reading->zone = g_strdup (aft_zone_button_get_zone (self->zone));
  self->reading->day = g_steal_pointer (&day);
  self->reading->now = g_get_real_time ();
  self->reading->join = AFT_PASTED_JOIN_AUTOMATIC;
  if (self->join_chosen)
    self->reading->join = gtk_check_button_get_active (self->join) ? AFT_PASTED_JOIN_ALWAYS : AFT_PASTED_JOIN_NEVER;

  if (g_ref_string_length (self->text) < SMALL)
    {
      g_autoptr(AftPastedLines) lines = read_lines (self->reading, NULL);

      stop_reading (self);
      show_lines (self, lines);
      return;
    }

  self->cancellable = g_cancellable_new ();
  self->progress_id = g_timeout_add (PROGRESS_INTERVAL, progress_cb, self);
  show_progress (self, 0);
  /* It holds no dialog: one that is closed has to go at once, and never in a thread. */
  dialog = g_new0 (GWeakRef, 1);
  g_weak_ref_init (dialog, self);
  task = g_task_new (NULL, self->cancellable, read_cb, dialog);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->reading), reading_unref);
  g_task_run_in_thread (task, read_thread);
}

static void
join_toggled_cb (AftPasteDialog *self)
{
  if (self->showing)
    return;

  self->join_chosen = TRUE;
  read_again (self);
}

static void
finish (AftPasteDialog *self)
{
  g_autoptr(AftPasteDialog) keep = g_object_ref (self);
  const guint n_added = self->events->len;
  const guint n_without = aft_pasted_lines_count (self->lines, AFT_PASTED_NO_TIME) +
                          aft_pasted_lines_count (self->lines, AFT_PASTED_IMPOSSIBLE);
  AftEvent *last = aft_event_edits_insert (self->session, self->events, self->after);
  g_autofree char *message = NULL;

  if (last == NULL)
    {
      aft_session_tell (self->session, _("This document can’t be changed."), FALSE);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  /* Translators: told beside a button that takes them back */
  message = g_strdup_printf (ngettext ("%u event added", "%u events added", n_added), n_added);
  if (n_without > 0)
    /* Translators: of the events that were added */
    message = append_fact (message, g_strdup_printf (ngettext ("%u of them has no time", "%u of them have no time",
                                                               n_without),
                                                     n_without));
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, last);
  aft_session_tell (self->session, message, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Returns whether there are more. */
static gboolean
make_events (AftPasteDialog *self)
{
  const guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  const gint64 end = g_get_monotonic_time () + SLICE;

  while (self->events->len < n_lines && g_get_monotonic_time () < end)
    {
      AftPastedLine *line = aft_pasted_lines_peek (self->lines, self->events->len);
      AftEvent *event = aft_event_new ();

      g_object_set (event, "text", aft_pasted_line_get_text (line), "at", aft_pasted_line_get_at (line), NULL);
      g_ptr_array_add (self->events, event);
    }

  show_progress (self, self->events->len / (double) n_lines);

  return self->events->len < n_lines;
}

static gboolean
slice_cb (gpointer user_data)
{
  AftPasteDialog *self = user_data;

  if (make_events (self))
    return G_SOURCE_CONTINUE;

  self->slice_id = 0;
  finish (self);

  return G_SOURCE_REMOVE;
}

static void
add_cb (AftPasteDialog *self)
{
  if (self->lines == NULL || self->events != NULL || self->reading != NULL ||
      g_list_model_get_n_items (G_LIST_MODEL (self->lines)) == 0)
    return;

  gtk_widget_set_sensitive (self->questions, FALSE);
  gtk_widget_set_sensitive (self->add, FALSE);
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  if (make_events (self))
    self->slice_id = g_idle_add (slice_cb, self);
  else
    finish (self);
}

static void
setup_cb (AftPasteDialog *self,
          GtkListItem    *list_item)
{
  gtk_list_item_set_activatable (list_item, TRUE);
  gtk_list_item_set_child (list_item, aft_pasted_row_new ());
}

static void
bind_cb (AftPasteDialog *self,
         GtkListItem    *list_item)
{
  aft_pasted_row_show (AFT_PASTED_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item),
                       aft_session_get_zone (self->session));
}

static gpointer
free_thread (gpointer lines)
{
  g_object_unref (lines);

  return NULL;
}

static void
aft_paste_dialog_dispose (GObject *object)
{
  AftPasteDialog *self = AFT_PASTE_DIALOG (object);

  stop_reading (self);
  g_clear_handle_id (&self->slice_id, g_source_remove);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_object (&self->after);
  g_clear_object (&self->session);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_PASTE_DIALOG);
  /* Nobody has to wait until many are gone. */
  if (self->lines != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->lines)) > MANY)
    g_thread_unref (g_thread_new ("free-lines", free_thread, g_steal_pointer (&self->lines)));
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (aft_paste_dialog_parent_class)->dispose (object);
}

static void
aft_paste_dialog_finalize (GObject *object)
{
  g_clear_pointer (&AFT_PASTE_DIALOG (object)->text, g_ref_string_release);

  G_OBJECT_CLASS (aft_paste_dialog_parent_class)->finalize (object);
}

static void
aft_paste_dialog_class_init (AftPasteDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_paste_dialog_dispose;
  object_class->finalize = aft_paste_dialog_finalize;

  /**
   * AftPasteDialog::added:
   * @event: the last of the events that were made
   */
  signals[SIGNAL_ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, AFT_TYPE_EVENT);

  g_type_ensure (AFT_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/timeline/aft-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AftPasteDialog, add);
  gtk_widget_class_bind_template_child (widget_class, AftPasteDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, AftPasteDialog, questions);
  gtk_widget_class_bind_template_child (widget_class, AftPasteDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, AftPasteDialog, day);
  gtk_widget_class_bind_template_child (widget_class, AftPasteDialog, understood);
  gtk_widget_class_bind_template_child (widget_class, AftPasteDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, AftPasteDialog, zone);
  gtk_widget_class_bind_template_child (widget_class, AftPasteDialog, join);
  gtk_widget_class_bind_template_child (widget_class, AftPasteDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, AftPasteDialog, shown_in);
  gtk_widget_class_bind_template_child (widget_class, AftPasteDialog, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
aft_paste_dialog_init (AftPasteDialog *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);

  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->join, "toggled", G_CALLBACK (join_toggled_cb), self);
}

static char *
dup_default_day (AftSession *session,
                 AftEvent   *after)
{
  AftMoment *previous = aft_event_edits_find_previous (session, after);
  const gint64 instant = previous != NULL ? aft_moment_get_instant (previous) : g_get_real_time ();
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, aft_session_get_zone (session)) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : g_strdup ("");
}

/**
 * aft_paste_dialog_present:
 * @parent: what the lines were pasted into
 * @session: where the events go
 * @text: several lines
 * @after: (nullable): the event told before
 *
 * Asks once for what the lines leave unsaid, and adds them.
 *
 * Returns: (transfer none): the dialog, which lives until it is closed
 */
AftPasteDialog *
aft_paste_dialog_present (GtkWidget  *parent,
                          AftSession *session,
                          const char *text,
                          AftEvent   *after)
{
  AftPasteDialog *self;
  GtkRoot *root;
  g_autofree char *day = NULL;
  g_autofree char *shown_in = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && AFT_IS_SESSION (session) && text != NULL, NULL);

  root = gtk_widget_get_root (parent);
  self = g_object_new (AFT_TYPE_PASTE_DIALOG, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  self->session = g_object_ref (session);
  g_set_object (&self->after, after);
  self->text = g_ref_string_new (text);

  day = dup_default_day (session, after);
  gtk_editable_set_text (self->day, day);
  aft_zone_button_set_zone (self->zone, aft_session_get_zone_name (session));
  /* Translators: %s is the name of a time zone, such as Europe/Berlin */
  shown_in = g_strdup_printf (_("Shown in the time of %s"), aft_session_get_zone_name (session));
  gtk_label_set_text (GTK_LABEL (self->shown_in), shown_in);
  g_signal_connect_swapped (self->day, "changed", G_CALLBACK (read_again), self);
  g_signal_connect_swapped (self->zone, "chosen", G_CALLBACK (read_again), self);

  read_again (self);
  gtk_window_set_focus (GTK_WINDOW (self), gtk_widget_get_visible (self->day_row) ? GTK_WIDGET (self->day) : self->add);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

/**
 * aft_paste_dialog_drop:
 * @parent: where it was dropped
 * @session: where events go
 * @text: text of another application
 * @instant: the place where it was dropped, in microseconds since 1970-01-01T00:00:00Z
 * @error: return location for an #AftMomentError
 *
 * One line becomes an event at once, see aft_event_edits_add_dropped(); several lines open the
 * dialog.
 *
 * Returns: (transfer none) (nullable): the new event; %NULL without an error where there is none yet
 */
AftEvent *
aft_paste_dialog_drop (GtkWidget   *parent,
                       AftSession  *session,
                       const char  *text,
                       gint64       instant,
                       GError     **error)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent) && AFT_IS_SESSION (session) && text != NULL, NULL);

  if (!aft_pasted_text_is_several (text))
    return aft_event_edits_add_dropped (session, text, instant, error);

  aft_paste_dialog_present (parent, session, text, aft_event_edits_find_last (session));

  return NULL;
}

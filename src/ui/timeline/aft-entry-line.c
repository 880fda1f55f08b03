/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-entry-line.h"
#include "aft-event-edits.h"
#include "aft-paste-dialog.h"
#include "aft-pasted-lines.h"

/**
 * AftEntryLine:
 *
 * One line that takes a time and what happened, as people type it. Enter adds an event and the line
 * stays. For several lines that are pasted a dialog asks what they leave unsaid.
 */
struct _AftEntryLine
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *box;
  GtkWidget  *entry;
  GtkWidget  *message;

  /* Owned */
  AftSession *session;
  /* Weak: the event that was entered last */
  AftEvent   *last;
};

G_DEFINE_FINAL_TYPE (AftEntryLine, aft_entry_line, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_message (AftEntryLine *self,
              const char   *message)
{
  gtk_label_set_text (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_example (AftEntryLine *self)
{
  GListModel *events = aft_document_get_events (aft_session_get_document (self->session));

  /* The first event has to say which day it was. */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  g_list_model_get_n_items (events) > 0
                                  /* Translators: an example of a line that makes an event of the timeline */
                                  ? _("15:08 users report internal errors")
                                  /* Translators: an example of a line that makes the first event of the timeline */
                                  : _("2021-05-06 15:08 users report internal errors"));
}

static AftEvent *
get_last (AftEntryLine *self)
{
  if (self->last != NULL && aft_item_get_document (AFT_ITEM (self->last)) != NULL)
    return self->last;

  return aft_event_edits_find_last (self->session);
}

static void
take (AftEntryLine *self,
      AftEvent     *event)
{
  g_set_weak_pointer (&self->last, event);
  show_message (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, event);
}

static void
activate_cb (AftEntryLine *self)
{
  g_autofree char *line = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr(GError) error = NULL;
  AftEvent *event;

  if (line[0] == '\0' || self->session == NULL)
    return;

  event = aft_event_edits_add_line (self->session, line, get_last (self), &error);
  if (event != NULL)
    take (self, event);
  else
    show_message (self, error != NULL ? error->message : _("This document can’t be changed."));
}

static void
changed_cb (AftEntryLine *self)
{
  show_message (self, NULL);
}

/* A paste or a drop of several lines is not text for this line. */
static void
insert_text_cb (GtkEditable  *delegate,
                const char   *text,
                int           length,
                int          *position,
                AftEntryLine *self)
{
  g_autofree char *inserted = g_strndup (text, length >= 0 ? (gsize) length : strlen (text));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *all = NULL;
  AftPasteDialog *dialog;

  if (strpbrk (inserted, "\r\n") == NULL || self->session == NULL)
    return;

  g_signal_stop_emission_by_name (delegate, "insert-text");
  if (!aft_pasted_text_is_several (inserted))
    {
      g_strstrip (inserted);
      gtk_editable_insert_text (delegate, inserted, -1, position);
      return;
    }

  before = gtk_editable_get_chars (delegate, 0, *position);
  after = gtk_editable_get_chars (delegate, *position, -1);
  all = g_strconcat (before, inserted, after, NULL);
  dialog = aft_paste_dialog_present (GTK_WIDGET (self), self->session, all, get_last (self));
  g_signal_connect_object (dialog, "added", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
}

static gboolean
aft_entry_line_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AFT_ENTRY_LINE (widget)->entry);
}

static void
aft_entry_line_dispose (GObject *object)
{
  AftEntryLine *self = AFT_ENTRY_LINE (object);

  g_clear_weak_pointer (&self->last);
  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_entry_line_parent_class)->dispose (object);
}

static void
aft_entry_line_class_init (AftEntryLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_entry_line_dispose;
  widget_class->grab_focus = aft_entry_line_grab_focus;

  /**
   * AftEntryLine::added:
   * @event: the event that was made, the last one of several
   */
  signals[SIGNAL_ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, AFT_TYPE_EVENT);

  gtk_widget_class_set_css_name (widget_class, "aft-entry-line");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
aft_entry_line_init (AftEntryLine *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "caption");
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->message);

  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "list-add-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("New event: time and what happened"),
                                  -1);
  gtk_box_append (GTK_BOX (self->box), self->entry);

  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), "insert-text", G_CALLBACK (insert_text_cb),
                    self);
}

/**
 * aft_entry_line_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
aft_entry_line_new (void)
{
  return g_object_new (AFT_TYPE_ENTRY_LINE, NULL);
}

/**
 * aft_entry_line_set_session:
 * @self: a line
 * @session: where its events go
 */
void
aft_entry_line_set_session (AftEntryLine *self,
                            AftSession   *session)
{
  g_return_if_fail (AFT_IS_ENTRY_LINE (self) && AFT_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (aft_document_get_events (aft_session_get_document (session)), "items-changed",
                           G_CALLBACK (show_example), self, G_CONNECT_SWAPPED);
  show_example (self);
}

/**
 * aft_entry_line_get_entry:
 * @self: a line
 *
 * Returns: (transfer none): where the user types
 */
GtkEditable *
aft_entry_line_get_entry (AftEntryLine *self)
{
  g_return_val_if_fail (AFT_IS_ENTRY_LINE (self), NULL);

  return GTK_EDITABLE (self->entry);
}

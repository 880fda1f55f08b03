/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "aft-answer-picker.h"
#include "aft-event-form.h"
#include "aft-event-words.h"
#include "aft-field-binding.h"
#include "aft-moment-entry.h"

/**
 * AftEventForm:
 *
 * Everything about one event.
 */
struct _AftEventForm
{
  GtkWidget       parent_instance;

  /* Template children */
  GtkWidget      *stack;
  GtkWidget      *nothing;
  GtkWidget      *scroller;
  GtkWidget      *text;
  AftMomentEntry *at;
  AftMomentEntry *end;
  GtkWidget      *kind;
  GtkWidget      *effect;
  GtkDropDown    *actor;
  GtkWidget      *incident_row;
  GtkDropDown    *incident;
  GtkWidget      *planned;
  GtkWidget      *lead_up;
  GtkGrid        *keys;
  GtkWidget      *believed;
  GtkWidget      *known_afterwards;
  GtkWidget      *tags;
  GtkWidget      *source;
  GtkWidget      *link;
  GtkWidget      *audience;
  GtkWidget      *related;
  AftAnswerPicker *answers;

  /* Children */
  GtkWidget      *checks[AFT_N_KEY_MOMENTS];

  /* Owned */
  AftSession     *session;
  AftEvent       *event;
  GSignalGroup   *event_signals;
  GPtrArray      *related_rows;

  guint           update_id;
  gboolean        updating;
};

G_DEFINE_FINAL_TYPE (AftEventForm, aft_event_form, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_EVENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_keys (AftEventForm *self)
{
  if (self->event == NULL)
    return;

  self->updating = TRUE;
  for (guint i = 0; i < AFT_N_KEY_MOMENTS; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[i]),
                                 (aft_event_get_key_moments (self->event) & (1u << i)) != 0);
  self->updating = FALSE;
}

static void
key_toggled_cb (AftEventForm *self)
{
  AftKeyMoments keys = AFT_KEY_MOMENT_NOTHING;

  if (self->updating || self->event == NULL || aft_item_get_document (AFT_ITEM (self->event)) == NULL ||
      aft_history_is_busy (aft_session_get_history (self->session)))
    return;

  for (guint i = 0; i < AFT_N_KEY_MOMENTS; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[i])))
      keys |= 1u << i;

  g_object_set (self->event, "key-moments", keys, NULL);
}

static void
related_activated_cb (AftEventForm *self,
                      GtkWidget    *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "item");
  AftItem *item = aft_document_find (aft_session_get_document (self->session), id);

  if (item != NULL)
    aft_session_show_item (self->session, item);
}

static void
add_related (AftEventForm *self,
             AftItem      *item)
{
  const char *heading = aft_item_get_heading (item);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading[0] != '\0' ? heading : _("Untitled"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), aft_item_get_kind_label (item));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "item", g_strdup (aft_item_get_id (item)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (related_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->related), row);
  g_ptr_array_add (self->related_rows, row);
}

static void
show_related (AftEventForm *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  g_autoptr(GPtrArray) referrers = NULL;
  g_autoptr(GPtrArray) references = NULL;

  for (guint i = 0; i < self->related_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->related), self->related_rows->pdata[i]);
  g_ptr_array_set_size (self->related_rows, 0);

  if (self->event != NULL)
    {
      referrers = aft_document_get_referrers (document, AFT_ITEM (self->event), AFT_TYPE_ITEM, NULL);
      references = aft_document_resolve (document, aft_event_get_references (self->event));
      for (guint i = 0; i < referrers->len; i++)
        add_related (self, referrers->pdata[i]);
      for (guint i = 0; i < references->len; i++)
        add_related (self, references->pdata[i]);
    }
  aft_answer_picker_set_event (self->answers, self->session, self->event);
}

static gboolean
update_cb (gpointer user_data)
{
  AftEventForm *self = user_data;
  GListModel *incidents = aft_document_get_incidents (aft_session_get_document (self->session));

  self->update_id = 0;
  show_related (self);
  gtk_widget_set_visible (self->incident_row, g_list_model_get_n_items (incidents) > 1);

  return G_SOURCE_REMOVE;
}

static void
edited_cb (AftEventForm *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, update_cb, self, NULL);
}

/* The field is one line: what a paste brings more becomes a blank. */
static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter   *location,
                const char    *text,
                int            length)
{
  g_autofree char *inserted = g_strndup (text, length >= 0 ? (gsize) length : strlen (text));

  if (strpbrk (inserted, "\r\n") == NULL)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  g_strdelimit (inserted, "\r\n", ' ');
  if (strcmp (inserted, " ") != 0)
    gtk_text_buffer_insert (buffer, location, inserted, -1);
}

static void
bind_fields (AftEventForm *self)
{
  AftItem *item = AFT_ITEM (self->event);
  AftDocument *document = aft_session_get_document (self->session);
  const struct { gpointer widget; const char *field; } fields[] = {
    { gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "text" },
    { self->kind, "kind" },
    { self->effect, "effect" },
    { self->planned, "planned" },
    { self->lead_up, "lead-up" },
    { gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->believed)), "believed" },
    { self->known_afterwards, "known-afterwards" },
    { self->tags, "tags" },
    { self->source, "source" },
    { self->link, "link" },
    { self->audience, "audience" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    aft_field_bind (fields[i].widget, item, fields[i].field);
  aft_field_bind_reference (self->actor, item, "actor", aft_document_get_roles (document));
  aft_field_bind_reference (self->incident, item, "incident", aft_document_get_incidents (document));
  aft_moment_entry_bind (self->at, self->session, item, "at");
  aft_moment_entry_bind (self->end, self->session, item, "end");
}

static void
aft_event_form_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AftEventForm *self = AFT_EVENT_FORM (object);

  switch (property_id)
    {
    case PROP_EVENT:
      g_value_set_object (value, self->event);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_event_form_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AftEventForm *self = AFT_EVENT_FORM (object);

  switch (property_id)
    {
    case PROP_EVENT:
      aft_event_form_set_event (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
aft_event_form_grab_focus (GtkWidget *widget)
{
  AftEventForm *self = AFT_EVENT_FORM (widget);

  return self->event != NULL && gtk_widget_grab_focus (self->text);
}

static void
aft_event_form_dispose (GObject *object)
{
  AftEventForm *self = AFT_EVENT_FORM (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->session != NULL)
    aft_event_form_set_event (self, NULL);
  g_clear_object (&self->event_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->related_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_EVENT_FORM);

  G_OBJECT_CLASS (aft_event_form_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AFT_TYPE_ANSWER_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/timeline/aft-event-form.ui");
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, stack);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, nothing);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, text);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, at);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, end);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, kind);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, effect);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, actor);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, incident_row);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, incident);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, planned);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, lead_up);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, keys);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, believed);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, known_afterwards);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, tags);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, source);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, link);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, audience);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, related);
  gtk_widget_class_bind_template_child (widget_class, AftEventForm, answers);
}

static void
aft_event_form_class_init (AftEventFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_event_form_dispose;
  object_class->get_property = aft_event_form_get_property;
  object_class->set_property = aft_event_form_set_property;

  widget_class->grab_focus = aft_event_form_grab_focus;

  /**
   * AftEventForm:event:
   *
   * The event it shows.
   */
  properties[PROP_EVENT] = g_param_spec_object ("event", NULL, NULL, AFT_TYPE_EVENT,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "aft-event-form");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
  g_type_ensure (AFT_TYPE_MOMENT_ENTRY);
  bind_template (widget_class);
}

static void
add_check (AftEventForm *self,
           guint         nth)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (aft_key_moment_get_label (nth));
  GtkWidget *image = gtk_image_new_from_icon_name (aft_key_moment_get_icon (nth));
  g_autofree char *name = g_strdup_printf ("key-%u", nth);

  gtk_widget_add_css_class (image, name);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (content), image);
  gtk_box_append (GTK_BOX (content), label);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  aft_key_moment_get_label (nth), -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (key_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->keys, check, (int) nth % 2, (int) nth / 2, 1, 1);
  self->checks[nth] = check;
}

static void
aft_event_form_init (AftEventForm *self)
{
  self->related_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < AFT_N_KEY_MOMENTS; i++)
    add_check (self, i);

  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "insert-text", G_CALLBACK (insert_text_cb),
                    NULL);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->believed)), "insert-text",
                    G_CALLBACK (insert_text_cb), NULL);

  self->event_signals = g_signal_group_new (AFT_TYPE_EVENT);
  g_signal_group_connect_swapped (self->event_signals, "notify::key-moments", G_CALLBACK (show_keys), self);
}

/**
 * aft_event_form_set_session:
 * @self: a form
 * @session: the session of the events it will show
 */
void
aft_event_form_set_session (AftEventForm *self,
                            AftSession   *session)
{
  g_return_if_fail (AFT_IS_EVENT_FORM (self) && AFT_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (aft_session_get_document (session), "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  edited_cb (self);
}

/**
 * aft_event_form_set_event:
 * @self: a form
 * @event: (nullable): an event
 *
 * Shows an event. What was typed for the one before is handed in.
 */
void
aft_event_form_set_event (AftEventForm *self,
                          AftEvent     *event)
{
  g_return_if_fail (AFT_IS_EVENT_FORM (self));

  if (self->event == event)
    return;

  g_set_object (&self->event, event);
  g_signal_group_set_target (self->event_signals, event);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), event != NULL ? self->scroller : self->nothing);
  bind_fields (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  show_keys (self);
  show_related (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVENT]);
}

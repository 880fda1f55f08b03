/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aft-field-binding.h"
#include "aft-head-view.h"
#include "aft-item-form.h"
#include "aft-item-list-view.h"
#include "aft-template.h"
#include "aft-zone-button.h"

/**
 * AftHeadView:
 *
 * The head matter: title, state, severity, tags, zone, template; and what is never published:
 * roles, meetings and to-dos.
 */
struct _AftHeadView
{
  GtkWidget    parent_instance;

  /* Children */
  GtkWidget   *box;
  GtkWidget   *title;
  GtkDropDown *templates;
  GtkDropDown *languages;
  GtkExpander *working;

  /* Owned */
  AftSession  *session;
  GPtrArray   *lists;

  gboolean     updating;
};

G_DEFINE_FINAL_TYPE (AftHeadView, aft_head_view, GTK_TYPE_WIDGET)

static void
update_template (AftHeadView *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  g_autoptr(GPtrArray) templates = aft_template_list ();

  self->updating = TRUE;
  for (guint i = 0; i < templates->len; i++)
    if (g_strcmp0 (aft_template_get_id (templates->pdata[i]), aft_document_get_template (document)) == 0)
      gtk_drop_down_set_selected (self->templates, i);
  self->updating = FALSE;
}

static void
template_selected_cb (AftHeadView *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  g_autoptr(GPtrArray) templates = aft_template_list ();
  const guint selected = gtk_drop_down_get_selected (self->templates);

  if (self->updating || selected >= templates->len || aft_history_is_busy (aft_session_get_history (self->session)) ||
      g_strcmp0 (aft_template_get_id (templates->pdata[selected]), aft_document_get_template (document)) == 0)
    return;

  aft_template_apply (templates->pdata[selected], document);
  aft_session_tell (self->session, _("Template changed; nothing you wrote was lost"), TRUE);
}

/* The languages that a report can speak, in their own names. */
static const struct { const char *code; const char *name; } languages[] = {
  { "en", "English" },
  { "de", "Deutsch" },
};

static void
update_language (AftHeadView *self)
{
  const char *code = aft_document_get_language (aft_session_get_document (self->session));

  self->updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_has_prefix (code[0] != '\0' ? code : "en", languages[i].code))
      gtk_drop_down_set_selected (self->languages, i);
  self->updating = FALSE;
}

static void
language_selected_cb (AftHeadView *self)
{
  const guint selected = gtk_drop_down_get_selected (self->languages);

  if (self->updating || selected >= G_N_ELEMENTS (languages) || aft_history_is_busy (aft_session_get_history (self->session)))
    return;

  g_object_set (aft_session_get_document (self->session), "language", languages[selected].code, NULL);
}

static GtkWidget *
create_captioned (const char *caption,
                  GtkWidget  *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (caption);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);

  return box;
}

static GtkWidget *
create_language_field (AftHeadView *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    gtk_string_list_append (names, languages[i].name);
  self->languages = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_model (self->languages, G_LIST_MODEL (names));

  return create_captioned (_("Language of the report"), GTK_WIDGET (self->languages));
}

static GtkWidget *
create_template_field (AftHeadView *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) templates = aft_template_list ();

  for (guint i = 0; i < templates->len; i++)
    gtk_string_list_append (names, aft_template_get_name (templates->pdata[i]));
  self->templates = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_model (self->templates, G_LIST_MODEL (names));

  return create_captioned (_("Template"), GTK_WIDGET (self->templates));
}

static GtkWidget *
create_zone_button (AftHeadView *self)
{
  GtkWidget *button = g_object_new (AFT_TYPE_ZONE_BUTTON, NULL);

  aft_zone_button_set_session (AFT_ZONE_BUTTON (button), self->session);

  return button;
}

static void
add_fields (AftHeadView *self)
{
  static const char *const fields[] = { "state", "severity", "reference", "tags" };
  AftItem *document = AFT_ITEM (aft_session_get_document (self->session));
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 9);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), aft_item_form_create_field (self->session, document, fields[0]), -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), create_template_field (self), -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), create_captioned (_("Time zone"), create_zone_button (self)), -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), create_language_field (self), -1);
  for (gsize i = 1; i < G_N_ELEMENTS (fields); i++)
    gtk_flow_box_insert (GTK_FLOW_BOX (flow), aft_item_form_create_field (self->session, document, fields[i]), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (flow); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("About this document"), -1);
  gtk_box_append (GTK_BOX (self->box), flow);
}

static void
add_list (AftHeadView       *self,
          GtkWidget         *box,
          const char        *title,
          const char        *list,
          const char *const *fields,
          const char        *add_label)
{
  AftItem *document = AFT_ITEM (aft_session_get_document (self->session));
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *view = aft_item_list_view_new (self->session, document, list, fields, add_label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  g_ptr_array_add (self->lists, view);
}

static void
add_working_matter (AftHeadView *self)
{
  static const char *const role_fields[] = { "role", "+person", "handles", NULL };
  static const char *const meeting_fields[] = { "title", "at", "decisions", NULL };
  static const char *const todo_fields[] = { "text", "done", NULL };
  static const char *const publication_fields[] = { "edition", "at", "place", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *note = gtk_label_new (_("Roles, meetings and to-dos help you work. They are never in the public edition, and people are named here alone."));

  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_set_margin_top (box, 9);
  gtk_box_append (GTK_BOX (box), note);
  add_list (self, box, _("Roles"), "roles", role_fields, _("Add Role"));
  add_list (self, box, _("Meetings"), "meetings", meeting_fields, _("Add Meeting"));
  add_list (self, box, _("To-do of the document"), "todos", todo_fields, _("Add To-Do"));
  add_list (self, box, _("Publications"), "publications", publication_fields, _("Add Publication"));

  self->working = GTK_EXPANDER (gtk_expander_new (_("Roles, meetings and to-dos")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->working), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Roles, meetings and to-dos"), -1);
  gtk_expander_set_child (self->working, box);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->working));
}

static void
aft_head_view_dispose (GObject *object)
{
  AftHeadView *self = AFT_HEAD_VIEW (object);

  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_head_view_parent_class)->dispose (object);
}

static void
aft_head_view_class_init (AftHeadViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_head_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
aft_head_view_init (AftHeadView *self)
{
  self->lists = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * aft_head_view_new:
 * @session: the document
 *
 * Returns: (transfer floating): a form of its head matter
 */
GtkWidget *
aft_head_view_new (AftSession *session)
{
  AftHeadView *self = g_object_new (AFT_TYPE_HEAD_VIEW, NULL);
  AftDocument *document = aft_session_get_document (session);

  self->session = g_object_ref (session);

  self->title = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->title), _("What happened, in a few words"));
  gtk_widget_add_css_class (self->title, "title-1");
  gtk_widget_add_css_class (self->title, "aft-title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"), -1);
  aft_field_bind (G_OBJECT (self->title), AFT_ITEM (document), "title");
  gtk_box_append (GTK_BOX (self->box), self->title);

  add_fields (self);
  add_working_matter (self);
  update_template (self);
  update_language (self);
  g_signal_connect_object (self->languages, "notify::selected", G_CALLBACK (language_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::language", G_CALLBACK (update_language), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->templates, "notify::selected", G_CALLBACK (template_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::template", G_CALLBACK (update_template), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * aft_head_view_show_item:
 * @self: a head view
 * @item: an item
 *
 * Returns: whether the item stands here and has the focus now
 */
gboolean
aft_head_view_show_item (AftHeadView *self,
                         AftItem     *item)
{
  g_return_val_if_fail (AFT_IS_HEAD_VIEW (self), FALSE);

  if (AFT_IS_DOCUMENT (item))
    return gtk_widget_grab_focus (self->title);

  for (guint i = 0; i < self->lists->len; i++)
    {
      const AftChildList *place = aft_item_get_place (item, NULL);

      if (place == NULL)
        return FALSE;
      if (aft_item_list_view_show_item (self->lists->pdata[i], item))
        {
          gtk_expander_set_expanded (self->working, TRUE);
          return aft_item_list_view_show_item (self->lists->pdata[i], item);
        }
    }

  return FALSE;
}

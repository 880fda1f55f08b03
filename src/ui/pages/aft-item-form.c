/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-field-binding.h"
#include "aft-item-form.h"
#include "aft-line-view.h"
#include "aft-moment-entry.h"
#include "aft-prose-view.h"

/* Forms out of the table of a class: one editor for each type of field. */

static GtkWidget *
create_entry (AftItem        *item,
              const AftField *field)
{
  GtkWidget *entry = gtk_entry_new ();

  aft_field_bind (G_OBJECT (entry), item, field->name);
  gtk_widget_set_hexpand (entry, TRUE);
  if (field->type == AFT_FIELD_WORDS)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Separated by commas"));

  return entry;
}

static GtkWidget *
create_drop_down (AftSession     *session,
                  AftItem        *item,
                  const AftField *field)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  AftDocument *document = aft_session_get_document (session);

  if (field->type == AFT_FIELD_CHOICE)
    aft_field_bind (G_OBJECT (drop_down), item, field->name);
  else if (strcmp (field->name, "incident") == 0)
    aft_field_bind_reference (GTK_DROP_DOWN (drop_down), item, field->name, aft_document_get_incidents (document));
  else
    aft_field_bind_reference (GTK_DROP_DOWN (drop_down), item, field->name, aft_document_get_roles (document));
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);

  return drop_down;
}

/**
 * aft_item_form_create_editor:
 * @session: the document
 * @item: an item of it
 * @field: the name of a field
 *
 * Returns: (transfer floating): a widget that edits the field and is named by its label
 */
GtkWidget *
aft_item_form_create_editor (AftSession *session,
                             AftItem    *item,
                             const char *field)
{
  const AftField *row;
  GtkWidget *editor;
  guint index;
  guint n_fields;

  g_return_val_if_fail (aft_item_find_field (item, field, &index), NULL);

  row = &aft_item_get_fields (item, &n_fields)[index];
  switch (row->type)
    {
    case AFT_FIELD_PROSE:
      return aft_prose_view_new (item, field, aft_field_get_label (row));
    case AFT_FIELD_BOOLEAN:
      editor = gtk_check_button_new_with_label (aft_field_get_label (row));
      aft_field_bind (G_OBJECT (editor), item, field);
      return editor;
    case AFT_FIELD_CHOICE:
    case AFT_FIELD_REFERENCE:
      editor = create_drop_down (session, item, row);
      break;
    case AFT_FIELD_MOMENT:
      editor = aft_moment_entry_new (aft_field_get_label (row));
      aft_moment_entry_bind (AFT_MOMENT_ENTRY (editor), session, item, field);
      return editor;
    case AFT_FIELD_TEXT:
      /* What has a second wording is a sentence. */
      if (row->flags & AFT_FIELD_WIDER)
        return aft_line_view_new (item, field, aft_field_get_label (row));
      editor = create_entry (item, row);
      break;
    case AFT_FIELD_WORDS:
    case AFT_FIELD_INTEGER:
    case AFT_FIELD_MARKS:
    case AFT_FIELD_REFERENCES:
    default:
      editor = create_entry (item, row);
      break;
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL, aft_field_get_label (row), -1);

  return editor;
}

/**
 * aft_item_form_create_field:
 * @session: the document
 * @item: an item of it
 * @field: the name of a field
 *
 * Returns: (transfer floating): the editor of the field below its label
 */
GtkWidget *
aft_item_form_create_field (AftSession *session,
                            AftItem    *item,
                            const char *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *editor = aft_item_form_create_editor (session, item, field);
  GtkWidget *label;
  guint index;
  guint n_fields;

  if (GTK_IS_CHECK_BUTTON (editor))
    {
      gtk_widget_set_valign (editor, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), editor);
      return box;
    }

  aft_item_find_field (item, field, &index);
  label = gtk_label_new (aft_field_get_label (&aft_item_get_fields (item, &n_fields)[index]));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), editor);

  return box;
}

/**
 * aft_item_form_create:
 * @session: the document
 * @item: an item of it
 * @fields: (array zero-terminated=1): names of fields; one that begins with "+" stands beside the
 *   one before it
 *
 * Returns: (transfer floating): the editors, one below the other
 */
GtkWidget *
aft_item_form_create (AftSession        *session,
                      AftItem           *item,
                      const char *const *fields)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *line = NULL;

  for (gsize i = 0; fields[i] != NULL; i++)
    {
      const gboolean beside = fields[i][0] == '+' && line != NULL;
      GtkWidget *field = aft_item_form_create_field (session, item, beside ? fields[i] + 1 : fields[i]);

      if (!beside)
        {
          line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
          gtk_box_append (GTK_BOX (form), line);
        }
      gtk_widget_set_hexpand (field, TRUE);
      gtk_box_append (GTK_BOX (line), field);
    }

  return form;
}

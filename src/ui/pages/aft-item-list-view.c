/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-box-rows.h"
#include "aft-item-form.h"
#include "aft-item-list-view.h"
#include "aft-meeting.h"

/**
 * AftItemListView:
 *
 * The children of an item in one of its lists, each as a small form that can be added, removed and
 * moved.
 */
struct _AftItemListView
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *box;
  GtkWidget  *rows;
  GtkWidget  *add;

  /* Owned */
  AftSession *session;
  AftItem    *parent;
  GListModel *items;
  GStrv       fields;
  char       *list;
};

G_DEFINE_FINAL_TYPE (AftItemListView, aft_item_list_view, GTK_TYPE_WIDGET)

static AftItem *
get_row_item (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

static void
move_by (AftItemListView *self,
         GtkWidget       *row,
         int              step)
{
  AftItem *item = get_row_item (row);
  guint position;

  if (aft_item_get_place (item, &position) == NULL || (step < 0 && position == 0))
    return;

  aft_history_move (aft_session_get_history (self->session), item, self->parent, self->list, (guint) ((int) position + step));
}

static void
move_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  AftItemListView *self = AFT_ITEM_LIST_VIEW (widget);
  AftItem *item = aft_document_find (aft_session_get_document (self->session), g_variant_get_string (parameter, NULL));

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); item != NULL && row != NULL; row = gtk_widget_get_next_sibling (row))
    if (get_row_item (row) == item)
      {
        move_by (self, row, strcmp (name, "list.move-up") == 0 ? -1 : 1);
        return;
      }
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AftItemListView *self = AFT_ITEM_LIST_VIEW (widget);
  AftItem *item = aft_document_find (aft_session_get_document (self->session), g_variant_get_string (parameter, NULL));
  g_autofree char *message = NULL;

  if (item == NULL || aft_item_get_parent (item) != self->parent)
    return;

  /* Translators: %s is what was removed, such as “Role” */
  message = g_strdup_printf (_("%s removed"), aft_item_get_kind_label (item));
  if (aft_history_remove (aft_session_get_history (self->session), item))
    aft_session_tell (self->session, message, TRUE);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AftItemListView *self = AFT_ITEM_LIST_VIEW (widget);
  g_autoptr(AftItem) item = g_object_new (g_list_model_get_item_type (self->items), NULL);

  if (!aft_history_insert (aft_session_get_history (self->session), self->parent, self->list, G_MAXUINT, item))
    return;

  aft_item_list_view_show_item (self, item);
}

static GtkWidget *
create_menu_button (AftItem *item)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  static const struct { const char *label; const char *action; } entries[] = {
    { N_("Move _Up"), "list.move-up" }, { N_("Move _Down"), "list.move-down" }, { N_("_Remove"), "list.remove" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr(GMenuItem) entry = g_menu_item_new (_(entries[i].label), NULL);

      g_menu_item_set_action_and_target (entry, entries[i].action, "s", aft_item_get_id (item));
      g_menu_append_item (menu, entry);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);

  return button;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  AftItemListView *self = user_data;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *form = aft_item_form_create (self->session, item, (const char *const *) self->fields);

  gtk_widget_add_css_class (row, "aft-item-row");
  gtk_widget_set_hexpand (form, TRUE);
  gtk_box_append (GTK_BOX (row), form);
  gtk_box_append (GTK_BOX (row), create_menu_button (item));
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);

  if (AFT_IS_MEETING (item))
    {
      static const char *const agenda_fields[] = { "kind", "+text", "outcome", NULL };

      gtk_box_append (GTK_BOX (form), aft_item_list_view_new (self->session, item, "agenda", agenda_fields, _("Add Agenda Entry")));
    }

  return row;
}

static void
items_changed_cb (AftItemListView *self,
                  guint            position,
                  guint            removed,
                  guint            added)
{
  aft_box_rows_update (GTK_BOX (self->rows), self->items, position, removed, added, create_row, self);
}

static void
set_add_label (AftItemListView *self,
               const char      *label)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (self->add), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
aft_item_list_view_dispose (GObject *object)
{
  AftItemListView *self = AFT_ITEM_LIST_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->parent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->fields, g_strfreev);
  g_clear_pointer (&self->list, g_free);

  G_OBJECT_CLASS (aft_item_list_view_parent_class)->dispose (object);
}

static void
aft_item_list_view_class_init (AftItemListViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_item_list_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "list.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "list.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "list.move-up", "s", move_action);
  gtk_widget_class_install_action (widget_class, "list.move-down", "s", move_action);
}

static void
aft_item_list_view_init (AftItemListView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->add = gtk_button_new ();
  gtk_widget_add_css_class (self->rows, "card");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "list.add");
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), self->add);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * aft_item_list_view_new:
 * @session: the document
 * @parent: an item of it
 * @list: the name of one of its lists
 * @fields: (array zero-terminated=1): the fields to show, see aft_item_form_create()
 * @add_label: (nullable): what stands on the button that adds one; %NULL for no button
 *
 * Returns: (transfer floating): a view of the children there
 */
GtkWidget *
aft_item_list_view_new (AftSession        *session,
                        AftItem           *parent,
                        const char        *list,
                        const char *const *fields,
                        const char        *add_label)
{
  AftItemListView *self = g_object_new (AFT_TYPE_ITEM_LIST_VIEW, NULL);

  self->session = g_object_ref (session);
  self->parent = g_object_ref (parent);
  self->list = g_strdup (list);
  self->fields = g_strdupv ((char **) fields);
  self->items = g_object_ref (aft_item_get_list (parent, list));

  if (add_label != NULL)
    set_add_label (self, add_label);
  gtk_widget_set_visible (self->add, add_label != NULL);

  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (self->items));

  return GTK_WIDGET (self);
}

/**
 * aft_item_list_view_show_item:
 * @self: a view
 * @item: an item
 *
 * Puts the focus in the form of an item.
 *
 * Returns: whether it is one of the list
 */
gboolean
aft_item_list_view_show_item (AftItemListView *self,
                              AftItem         *item)
{
  g_return_val_if_fail (AFT_IS_ITEM_LIST_VIEW (self), FALSE);

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (aft_item_is_inside (item, get_row_item (row)))
      return gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);

  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-left-out-button.h"
#include "aft-publication-check.h"

/**
 * AftLeftOutButton:
 *
 * Tells how many items an edition leaves out. It opens a list of them, which leads to each, and of the
 * names in whose place the edition puts a role. The team's edition leaves nothing out: there it is hidden.
 */
struct _AftLeftOutButton
{
  GtkWidget   parent_instance;

  GtkWidget  *button;
  GtkWidget  *list;

  AftSession *session;      /* owned, nullable */
  AftEdition  edition;
};

G_DEFINE_FINAL_TYPE (AftLeftOutButton, aft_left_out_button, GTK_TYPE_WIDGET)

static GtkWidget *
create_line (const char *text,
             gboolean    quiet)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (quiet)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
    }

  return label;
}

/* A row with an item leads to it; one without is only read. */
static void
add_row (AftLeftOutButton *self,
         const char       *title,
         const char       *subtitle,
         AftItem          *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *name = g_strdup_printf ("%s, %s", title, subtitle);

  gtk_box_append (GTK_BOX (box), create_line (title, FALSE));
  gtk_box_append (GTK_BOX (box), create_line (subtitle, TRUE));
  gtk_widget_add_css_class (box, "aft-left-out");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), item != NULL);
  if (item != NULL)
    g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_head (AftLeftOutButton *self,
          const char       *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text,
                                   "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "aft-left-out");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_items (AftLeftOutButton *self,
           GPtrArray        *items)
{
  if (items->len > 0)
    add_head (self, _("Left out"));
  for (guint i = 0; i < items->len; i++)
    add_row (self, aft_item_get_heading (items->pdata[i]), aft_item_get_kind_label (items->pdata[i]), items->pdata[i]);
}

static void
add_names (AftLeftOutButton *self,
           GPtrArray        *names)
{
  if (names->len > 0)
    add_head (self, _("Names that are replaced"));
  for (guint i = 0; i < names->len; i++)
    {
      const AftNameUse *use = names->pdata[i];
      /* Translators: a name in the document, and what its readers see in its place: “Jane → release lead” */
      g_autofree char *title = g_strdup_printf (_("%s → %s"), use->found, use->shown);
      g_autofree char *count = g_strdup_printf (ngettext ("%u place", "%u places", use->count), use->count);

      add_row (self, title, count, NULL);
    }
}

static void
fill_list (AftLeftOutButton *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  g_autoptr(GPtrArray) items = aft_edition_list_left_out (self->edition, document);
  g_autoptr(GPtrArray) names = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));

  add_items (self, items);
  if (self->edition == AFT_EDITION_PUBLIC)
    {
      names = aft_publication_check_list_names (document, self->edition);
      add_names (self, names);
    }
  if (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0) == NULL)
    add_head (self, _("Nothing but names, roles and meetings is left out."));
}

/* The list is made when somebody looks. */
static void
popover_shown_cb (AftLeftOutButton *self)
{
  if (self->session != NULL)
    fill_list (self);
}

static void
row_activated_cb (AftLeftOutButton *self,
                  GtkListBoxRow    *row)
{
  AftItem *item = g_object_get_data (G_OBJECT (row), "item");

  if (item == NULL)
    return;

  g_object_ref (item);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  aft_session_show_item (self->session, item);
  g_object_unref (item);
}

static void
aft_left_out_button_dispose (GObject *object)
{
  AftLeftOutButton *self = AFT_LEFT_OUT_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_left_out_button_parent_class)->dispose (object);
}

static void
aft_left_out_button_class_init (AftLeftOutButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_left_out_button_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
aft_left_out_button_init (AftLeftOutButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What this edition leaves out"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "menu");
  g_signal_connect_swapped (popover, "show", G_CALLBACK (popover_shown_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_tooltip_text (self->button, _("What this edition leaves out"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * aft_left_out_button_refresh:
 * @self: a button
 *
 * Counts again, after an edit.
 */
void
aft_left_out_button_refresh (AftLeftOutButton *self)
{
  g_autoptr(GPtrArray) items = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (AFT_IS_LEFT_OUT_BUTTON (self));

  gtk_widget_set_visible (GTK_WIDGET (self), self->session != NULL && self->edition != AFT_EDITION_TEAM);
  if (self->session == NULL || self->edition == AFT_EDITION_TEAM)
    return;

  items = aft_edition_list_left_out (self->edition, aft_session_get_document (self->session));
  /* Translators: how many items of the document the chosen edition doesn't show */
  label = items->len > 0 ? g_strdup_printf (ngettext ("%u left out", "%u left out", items->len), items->len)
                         : g_strdup (_("Nothing left out"));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * aft_left_out_button_set_session:
 * @self: a button
 * @session: a session
 */
void
aft_left_out_button_set_session (AftLeftOutButton *self,
                                 AftSession       *session)
{
  g_return_if_fail (AFT_IS_LEFT_OUT_BUTTON (self));

  if (g_set_object (&self->session, session))
    aft_left_out_button_refresh (self);
}

/**
 * aft_left_out_button_set_edition:
 * @self: a button
 * @edition: the edition that is shown
 */
void
aft_left_out_button_set_edition (AftLeftOutButton *self,
                                 AftEdition        edition)
{
  g_return_if_fail (AFT_IS_LEFT_OUT_BUTTON (self));

  self->edition = edition;
  aft_left_out_button_refresh (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-zone-button.h"

#define ZONE_TABLE "/usr/share/zoneinfo/tzdata.zi"

/**
 * AftZoneButton:
 *
 * A zone, chosen by a search over the names of the IANA: the one in which a document shows its times
 * where it has a session, else one that somebody else asks for.
 */
struct _AftZoneButton
{
  GtkWidget           parent_instance;

  /* Children */
  GtkWidget          *button;
  GtkWidget          *popover;
  GtkWidget          *search;
  GtkWidget          *list;

  /* Owned */
  AftSession         *session;
  char               *zone;
  GtkStringList      *names;
  GtkStringFilter    *filter;
  GtkFilterListModel *found;
  GCancellable       *cancellable;
};

G_DEFINE_FINAL_TYPE (AftZoneButton, aft_zone_button, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Zones ("Z name …") and further names of them ("L target name") of the table that every system has. */
static void
take_names (AftZoneButton *self,
            const char    *table)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) lines = g_strsplit (table, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == 'Z' || lines[i][0] == 'L')
      {
        g_auto(GStrv) words = g_strsplit (lines[i], " ", 4);
        const guint nth = lines[i][0] == 'Z' ? 1 : 2;

        if (g_strv_length (words) > nth && strchr (words[nth], '/') != NULL && !g_str_has_prefix (words[nth], "Etc/"))
          g_ptr_array_add (names, g_strdup (words[nth]));
      }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_insert (names, 0, g_strdup ("UTC"));
  g_ptr_array_add (names, NULL);

  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char *const *) names->pdata);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(AftZoneButton) self = user_data;
  g_autofree char *table = NULL;

  if (g_file_load_contents_finish (G_FILE (source), result, &table, NULL, NULL, NULL) && self->names != NULL)
    take_names (self, table);
}

static void
show_zone (AftZoneButton *self)
{
  const char *zone = aft_zone_button_get_zone (self);
  /* Translators: %s is the name of a time zone, such as America/New_York */
  g_autofree char *name = g_strdup_printf (_("Time zone: %s"), zone);
  const char *slash = strrchr (zone, '/');
  g_autofree char *city = g_strdelimit (g_strdup (slash != NULL ? slash + 1 : zone), "_", ' ');

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), city);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
choose (AftZoneButton *self,
        const char    *zone)
{
  AftHistory *history;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (!aft_zone_is_known (zone))
    return;

  if (self->session == NULL)
    {
      aft_zone_button_set_zone (self, zone);
      g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
      return;
    }

  history = aft_session_get_history (self->session);
  aft_history_begin (history, _("Change Time Zone"));
  g_object_set (aft_session_get_document (self->session), "zone", zone, NULL);
  aft_history_end (history);
}

static void
row_activated_cb (AftZoneButton *self,
                  guint          position)
{
  g_autoptr(GtkStringObject) name = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (name != NULL)
    choose (self, gtk_string_object_get_string (name));
}

static void
search_changed_cb (AftZoneButton *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  gtk_string_filter_set_search (self->filter, g_strdelimit (words, " ", '_'));
}

static void
search_activated_cb (AftZoneButton *self)
{
  row_activated_cb (self, 0);
}

static void
popover_shown_cb (AftZoneButton *self)
{
  g_autoptr(GFile) table = NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
  if (self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  table = g_file_new_for_path (ZONE_TABLE);
  g_file_load_contents_async (table, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
setup_cb (AftZoneButton *self,
          GtkListItem   *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (AftZoneButton *self,
         GtkListItem   *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (list_item));

  gtk_label_set_text (GTK_LABEL (label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
aft_zone_button_dispose (GObject *object)
{
  AftZoneButton *self = AFT_ZONE_BUTTON (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->names);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_zone_button_parent_class)->dispose (object);
}

static void
aft_zone_button_finalize (GObject *object)
{
  g_free (AFT_ZONE_BUTTON (object)->zone);

  G_OBJECT_CLASS (aft_zone_button_parent_class)->finalize (object);
}

static void
aft_zone_button_class_init (AftZoneButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_zone_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = aft_zone_button_finalize;

  /**
   * AftZoneButton::chosen:
   *
   * The user chose another zone, and there is no session that takes it.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "aft-zone-button");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
make_popover (AftZoneButton *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)));

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search time zones"),
                                  -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activated_cb), self);
  gtk_box_append (GTK_BOX (box), self->search);

  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), g_steal_pointer (&factory));
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time zones"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 260, 280);
  gtk_box_append (GTK_BOX (box), scroller);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (popover_shown_cb), self);
}

static void
aft_zone_button_init (AftZoneButton *self)
{
  GtkExpression *string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->names = gtk_string_list_new ((const char *const[]) { "UTC", NULL });
  self->filter = gtk_string_filter_new (string);
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->names)),
                                           g_object_ref (GTK_FILTER (self->filter)));
  make_popover (self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * aft_zone_button_set_session:
 * @self: a button
 * @session: the session whose zone it shows and changes
 */
void
aft_zone_button_set_session (AftZoneButton *self,
                             AftSession    *session)
{
  g_return_if_fail (AFT_IS_ZONE_BUTTON (self) && AFT_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::zone", G_CALLBACK (show_zone), self, G_CONNECT_SWAPPED);
  show_zone (self);
}

/**
 * aft_zone_button_set_zone:
 * @self: a button without a session
 * @zone: the IANA name of a zone
 */
void
aft_zone_button_set_zone (AftZoneButton *self,
                          const char    *zone)
{
  g_return_if_fail (AFT_IS_ZONE_BUTTON (self) && zone != NULL && self->session == NULL);

  if (g_strcmp0 (self->zone, zone) == 0)
    return;

  g_free (self->zone);
  self->zone = g_strdup (zone);
  show_zone (self);
}

/**
 * aft_zone_button_get_zone:
 * @self: a button
 *
 * Returns: (transfer none) (nullable): the IANA name of the zone it shows
 */
const char *
aft_zone_button_get_zone (AftZoneButton *self)
{
  g_return_val_if_fail (AFT_IS_ZONE_BUTTON (self), NULL);

  return self->session != NULL ? aft_session_get_zone_name (self->session) : self->zone;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aft-due.h"
#include "aft-library-page.h"
#include "aft-library.h"

/* The library page asks for everything by its parameters: it knows neither window nor application. */

/**
 * AftLibraryPage:
 *
 * What a window shows without a document: ways to start a postmortem, and the recent ones.
 */
struct _AftLibraryPage
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkWidget      *scroller;
  GtkFlowBox     *templates;
  GtkSearchEntry *search;
  GtkListBox     *recent;
  GtkWidget      *recent_box;
  GtkStack       *recent_stack;
  AdwStatusPage  *nothing;
};

G_DEFINE_FINAL_TYPE (AftLibraryPage, aft_library_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CREATE,
  SIGNAL_OPEN_SAMPLE,
  SIGNAL_OPEN,
  SIGNAL_FORGET,
  SIGNAL_LIST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
card_clicked_cb (GtkButton      *button,
                 AftLibraryPage *self)
{
  const char *template = g_object_get_data (G_OBJECT (button), "template");

  if (template != NULL)
    g_signal_emit (self, signals[SIGNAL_CREATE], 0, template);
  else
    g_signal_emit (self, signals[SIGNAL_OPEN_SAMPLE], 0);
}

static void
add_card (AftLibraryPage *self,
          const char     *template,
          const char     *name,
          const char     *description,
          const char     *icon_name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *text = gtk_label_new (description);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 24);
  gtk_widget_set_halign (icon, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_yalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (text), 22);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 26);
  gtk_widget_set_vexpand (text, TRUE);
  gtk_widget_add_css_class (text, "dim-label");
  gtk_widget_add_css_class (text, "caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "aft-start-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  g_object_set_data_full (G_OBJECT (button), "template", g_strdup (template), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (card_clicked_cb), self, 0);

  gtk_flow_box_insert (self->templates, button, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static char *
describe_actions (const AftLibraryEntry *entry)
{
  g_autofree char *open = NULL;
  g_autofree char *overdue = NULL;

  if (entry->open == 0)
    return g_strdup ("");

  /* Translators: how many action items are open */
  open = g_strdup_printf (ngettext ("%u open", "%u open", entry->open), entry->open);
  if (entry->overdue == 0)
    return g_steal_pointer (&open);

  /* Translators: how many action items are past their day */
  overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", entry->overdue), entry->overdue);
  return g_strconcat (open, " · ", overdue, NULL);
}

static char *
describe_place (const AftLibraryEntry *entry)
{
  g_autoptr(GFile) file = g_file_new_for_uri (entry->uri);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *name = folder != NULL ? g_file_get_basename (folder) : g_strdup ("");

  return entry->dates != NULL && entry->dates[0] != '\0' ? g_strconcat (entry->dates, " · ", name, NULL) : g_steal_pointer (&name);
}

static void
forget_clicked_cb (GtkButton      *button,
                   AftLibraryPage *self)
{
  g_signal_emit (self, signals[SIGNAL_FORGET], 0, g_object_get_data (G_OBJECT (button), "uri"));
}

static GtkWidget *
create_row (AftLibraryPage        *self,
            const AftLibraryEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *state = gtk_label_new (aft_choice_get_nth_label (AFT_TYPE_DOCUMENT_STATE, entry->state));
  g_autofree char *actions_text = describe_actions (entry);
  g_autofree char *place = describe_place (entry);
  g_autofree char *spoken = NULL;
  GtkWidget *actions = gtk_label_new (actions_text);
  GtkWidget *forget = gtk_button_new_from_icon_name ("window-close-symbolic");
  const char *title = entry->title[0] != '\0' ? entry->title : _("Untitled Postmortem");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);

  gtk_widget_add_css_class (state, "dim-label");
  gtk_widget_add_css_class (state, "caption");
  gtk_widget_add_css_class (actions, "caption");
  gtk_widget_add_css_class (actions, entry->overdue > 0 ? "warning" : "dim-label");
  gtk_widget_add_css_class (actions, "numeric");
  gtk_widget_add_css_class (forget, "flat");
  gtk_widget_set_valign (forget, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (forget, _("Remove from This List"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (forget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove from This List"), -1);
  g_object_set_data_full (G_OBJECT (forget), "uri", g_strdup (entry->uri), g_free);
  g_signal_connect_object (forget, "clicked", G_CALLBACK (forget_clicked_cb), self, 0);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), actions);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), state);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), forget);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (entry->uri), g_free);
  spoken = g_strjoin (", ", title, gtk_label_get_text (GTK_LABEL (state)), place, actions_text, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return row;
}

static void
row_activated_cb (AftLibraryPage *self,
                  GtkListBoxRow  *row)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, g_object_get_data (G_OBJECT (row), "uri"));
}

static void
aft_library_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (aft_library_page_parent_class)->map (widget);

  aft_library_page_refresh (AFT_LIBRARY_PAGE (widget));
}

static void
aft_library_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_LIBRARY_PAGE);

  G_OBJECT_CLASS (aft_library_page_parent_class)->dispose (object);
}

static void
aft_library_page_class_init (AftLibraryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_library_page_dispose;
  widget_class->map = aft_library_page_map;

  /**
   * AftLibraryPage::create:
   * @template: the id of a template
   */
  signals[SIGNAL_CREATE] = g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * AftLibraryPage::open-sample:
   */
  signals[SIGNAL_OPEN_SAMPLE] = g_signal_new ("open-sample", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * AftLibraryPage::open:
   * @uri: a document
   */
  signals[SIGNAL_OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * AftLibraryPage::forget:
   * @uri: a document that is no longer to be listed
   */
  signals[SIGNAL_FORGET] = g_signal_new ("forget", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * AftLibraryPage::list:
   * @words: what the user searches, may be empty
   *
   * Returns: (transfer full) (element-type AftLibraryEntry): the documents to show
   */
  signals[SIGNAL_LIST] = g_signal_new ("list", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_first_wins, NULL, NULL,
                                       G_TYPE_PTR_ARRAY, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/pages/aft-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, templates);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, search);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, recent);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, recent_stack);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, aft_library_page_refresh);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
aft_library_page_init (AftLibraryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * aft_library_page_add_template:
 * @self: a library page
 * @id: (nullable): the id of a template, %NULL for the sample
 * @name: what it is called
 * @description: what it is good for
 * @icon_name: its symbol
 *
 * Offers one more way to start.
 */
void
aft_library_page_add_template (AftLibraryPage *self,
                               const char     *id,
                               const char     *name,
                               const char     *description,
                               const char     *icon_name)
{
  g_return_if_fail (AFT_IS_LIBRARY_PAGE (self));

  add_card (self, id, name, description, icon_name);
}

/**
 * aft_library_page_refresh:
 * @self: a library page
 *
 * Lists the documents anew.
 */
void
aft_library_page_refresh (AftLibraryPage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr(GPtrArray) entries = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (AFT_IS_LIBRARY_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_LIST], 0, words, &entries);
  while ((row = gtk_list_box_get_row_at_index (self->recent, 0)) != NULL)
    gtk_list_box_remove (self->recent, GTK_WIDGET (row));

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    gtk_list_box_append (self->recent, create_row (self, entries->pdata[i]));

  gtk_widget_set_visible (self->recent_box, words[0] != '\0' || (entries != NULL && entries->len > 0));
  gtk_stack_set_visible_child_name (self->recent_stack, entries != NULL && entries->len > 0 ? "list" : "nothing");
}

/**
 * aft_library_page_new:
 *
 * Returns: (transfer floating): a new page, with nothing to start from yet
 */
GtkWidget *
aft_library_page_new (void)
{
  return g_object_new (AFT_TYPE_LIBRARY_PAGE, NULL);
}

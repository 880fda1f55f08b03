/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-outline.h"
#include "aft-response-question.h"
#include "aft-review.h"
#include "aft-section-view.h"

/**
 * AftOutline:
 *
 * The sections of a document, each with a mark of how complete it is. Sections are added, removed
 * and put in another order here, by drag or with Alt and the arrow keys.
 */
struct _AftOutline
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *box;
  GtkListBox *list;

  /* Owned */
  AftSession *session;
  GListModel *sections;

  guint       update_idle;
  gboolean    moving;
};

G_DEFINE_FINAL_TYPE (AftOutline, aft_outline, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SECTION_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AftSection *
get_row_section (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "section") : NULL;
}

static gboolean
has_focus (AftOutline *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static gboolean
has_open_question (AftSection *section)
{
  GListModel *questions = aft_section_get_questions (section);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr(AftResponseQuestion) question = g_list_model_get_item (questions, i);

      if (aft_response_question_get_answer (question)[0] == '\0')
        return TRUE;
    }

  if (aft_section_get_kind (section) == AFT_SECTION_SUMMARY)
    return aft_section_get_one_line (section)[0] == '\0' || aft_section_get_text (section)[0] == '\0' ||
           aft_section_get_surprise (section)[0] == '\0';

  return FALSE;
}

static void
update_row (AftOutline    *self,
            GtkListBoxRow *row)
{
  AftDocument *document = aft_session_get_document (self->session);
  AftSection *section = get_row_section (row);
  const gboolean empty = aft_review_section_is_empty (document, AFT_ITEM (section));
  const gboolean open = has_open_question (section);
  const guint n_items = aft_section_count_items (document, section);
  g_autofree char *title = aft_section_dup_title (document, section);
  g_autofree char *count = n_items > 0 ? g_strdup_printf ("%u", n_items) : g_strdup ("");
  g_autofree char *spoken = NULL;
  const char *state;

  if (empty)
    /* Translators: a section in which nothing is written */
    state = C_("section", "empty");
  else if (open)
    /* Translators: a section in which something is still missing */
    state = C_("section", "begun");
  else
    /* Translators: a section that is written */
    state = C_("section", "complete");

  gtk_image_set_from_icon_name (g_object_get_data (G_OBJECT (row), "mark"),
                                empty ? "afterword-empty-symbolic" : open ? "afterword-begun-symbolic" : "afterword-complete-symbolic");
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "title"), title[0] != '\0' ? title : _("Untitled Section"));
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "count"), count);
  spoken = g_strdup_printf ("%s, %s", title, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static gboolean
update_cb (gpointer user_data)
{
  AftOutline *self = user_data;
  GtkListBoxRow *row;

  self->update_idle = 0;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    update_row (self, row);

  return G_SOURCE_REMOVE;
}

static void
queue_update (AftOutline *self)
{
  if (self->update_idle == 0)
    self->update_idle = g_idle_add (update_cb, self);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         AftOutline    *self)
{
  AftSection *section = g_value_get_object (value);
  AftSection *onto = get_row_section (GTK_LIST_BOX_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target))));
  guint position;

  if (section == NULL || onto == NULL || section == onto || aft_item_get_place (AFT_ITEM (onto), &position) == NULL)
    return FALSE;

  return aft_history_move (aft_session_get_history (self->session), AFT_ITEM (section),
                           AFT_ITEM (aft_session_get_document (self->session)), "sections", position);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            AftOutline    *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (AFT_TYPE_SECTION, get_row_section (GTK_LIST_BOX_ROW (row)));
}

static GtkWidget *
create_row (AftOutline *self,
            AftSection *section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *mark = gtk_image_new ();
  GtkWidget *title = gtk_label_new ("");
  GtkWidget *count = gtk_label_new ("");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (AFT_TYPE_SECTION, GDK_ACTION_MOVE);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "section", g_object_ref (section), g_object_unref);
  g_object_set_data (G_OBJECT (row), "mark", mark);
  g_object_set_data (G_OBJECT (row), "title", title);
  g_object_set_data (G_OBJECT (row), "count", count);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  update_row (self, GTK_LIST_BOX_ROW (row));

  return row;
}

static void
sections_changed_cb (AftOutline *self,
                     guint       position,
                     guint       removed,
                     guint       added)
{
  for (guint i = 0; i < removed; i++)
    gtk_list_box_remove (self->list, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) position)));
  for (guint i = 0; i < added; i++)
    {
      g_autoptr(AftSection) section = g_list_model_get_item (self->sections, position + i);

      gtk_list_box_insert (self->list, create_row (self, section), (int) (position + i));
    }
}

static void
row_activated_cb (AftOutline    *self,
                  GtkListBoxRow *row)
{
  self->moving = FALSE;
  g_signal_emit (self, signals[SIGNAL_SECTION_CHOSEN], 0, get_row_section (row));
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftOutline *self = AFT_OUTLINE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  AftItem *document = AFT_ITEM (aft_session_get_document (self->session));
  const int step = g_variant_get_int32 (parameter);
  guint position;

  if (row == NULL || aft_item_get_place (AFT_ITEM (get_row_section (row)), &position) == NULL || (step < 0 && position == 0))
    return;

  aft_history_move (aft_session_get_history (self->session), AFT_ITEM (get_row_section (row)), document, "sections",
                    (guint) ((int) position + step));
  row = gtk_list_box_get_row_at_index (self->list, (int) position + step);
  if (row != NULL)
    {
      self->moving = TRUE;
      gtk_list_box_select_row (self->list, row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AftOutline *self = AFT_OUTLINE (widget);
  AftSection *section = get_row_section (gtk_list_box_get_selected_row (self->list));

  if (section != NULL && aft_history_remove (aft_session_get_history (self->session), AFT_ITEM (section)))
    aft_session_tell (self->session, _("Section removed"), TRUE);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AftOutline *self = AFT_OUTLINE (widget);
  g_autoptr(AftSection) section = aft_section_new ();

  g_object_set (section, "kind", g_variant_get_int32 (parameter), NULL);
  if (aft_history_insert (aft_session_get_history (self->session), AFT_ITEM (aft_session_get_document (self->session)), "sections",
                          G_MAXUINT, AFT_ITEM (section)))
    g_signal_emit (self, signals[SIGNAL_SECTION_CHOSEN], 0, section);
}

static void
aft_outline_dispose (GObject *object)
{
  AftOutline *self = AFT_OUTLINE (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->sections);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_outline_parent_class)->dispose (object);
}

static void
aft_outline_class_init (AftOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_outline_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /**
   * AftOutline::section-chosen:
   * @section: the section to show
   */
  signals[SIGNAL_SECTION_CHOSEN] =
    g_signal_new ("section-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, AFT_TYPE_SECTION);

  gtk_widget_class_install_action (widget_class, "outline.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "outline.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "outline.add", "i", add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "outline.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "outline.move", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "outline.remove", NULL);
}

static GMenuModel *
create_add_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < aft_choice_get_n_values (AFT_TYPE_SECTION_KIND); i++)
    {
      g_autoptr(GMenuItem) entry = g_menu_item_new (aft_choice_get_nth_label (AFT_TYPE_SECTION_KIND, i), NULL);

      g_menu_item_set_action_and_target (entry, "outline.add", "i", (int) i);
      g_menu_append_item (menu, entry);
    }

  return G_MENU_MODEL (menu);
}

static void
aft_outline_init (AftOutline *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *add = gtk_menu_button_new ();
  g_autoptr(GMenuModel) menu = create_add_menu ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sections"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (add), _("Add Section"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (add), menu);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (add), GTK_ARROW_UP);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_margin_top (add, 6);
  gtk_widget_set_margin_bottom (add, 6);
  gtk_widget_set_margin_start (add, 6);
  gtk_widget_set_margin_end (add, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Section"), -1);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request (self->box, 220, -1);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_box_append (GTK_BOX (self->box), add);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * aft_outline_new:
 * @session: the document
 *
 * Returns: (transfer floating): an outline of its sections
 */
GtkWidget *
aft_outline_new (AftSession *session)
{
  AftOutline *self = g_object_new (AFT_TYPE_OUTLINE, NULL);
  AftDocument *document = aft_session_get_document (session);

  self->session = g_object_ref (session);
  self->sections = g_object_ref (aft_document_get_sections (document));
  g_signal_connect_object (self->sections, "items-changed", G_CALLBACK (sections_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "edited", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  sections_changed_cb (self, 0, 0, g_list_model_get_n_items (self->sections));

  return GTK_WIDGET (self);
}

/**
 * aft_outline_set_current:
 * @self: an outline
 * @section: (nullable): the section that is in sight
 */
void
aft_outline_set_current (AftOutline *self,
                         AftSection *section)
{
  GtkListBoxRow *row;

  g_return_if_fail (AFT_IS_OUTLINE (self));

  /* While somebody moves a section here, it stays chosen. */
  if (self->moving && has_focus (self))
    return;
  self->moving = FALSE;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_row_section (row) == section)
      {
        gtk_list_box_select_row (self->list, row);
        return;
      }
  gtk_list_box_unselect_all (self->list);
}

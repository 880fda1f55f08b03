/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-field-binding.h"
#include "aft-box-rows.h"
#include "aft-item-form.h"
#include "aft-lesson.h"
#include "aft-observation-list.h"
#include "aft-observation.h"

/**
 * AftObservationList:
 *
 * What went well or poorly, where we were lucky, what surprised us: not numbered, and each becomes
 * a lesson by one action.
 */
struct _AftObservationList
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *box;
  GtkWidget  *rows;

  /* Owned */
  AftSession *session;
  GListModel *observations;
};

G_DEFINE_FINAL_TYPE (AftObservationList, aft_observation_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_LESSON_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AftItem *
get_row_item (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

static void
make_lesson_cb (GtkButton          *button,
                AftObservationList *self)
{
  AftObservation *observation = AFT_OBSERVATION (get_row_item (gtk_widget_get_parent (GTK_WIDGET (button))));
  AftDocument *document = aft_session_get_document (self->session);
  AftHistory *history = aft_document_get_history (document);
  g_autoptr(AftLesson) lesson = aft_lesson_new ();
  const char *ids[] = { aft_item_get_id (AFT_ITEM (observation)), NULL };

  g_object_set (lesson, "text", aft_observation_get_text (observation), "observations", ids, NULL);
  aft_history_begin (history, _("Make a Lesson"));
  aft_history_insert (history, AFT_ITEM (document), "lessons", G_MAXUINT, AFT_ITEM (lesson));
  aft_history_end (history);
  g_signal_emit (self, signals[SIGNAL_LESSON_MADE], 0, lesson);
}

static void
remove_cb (GtkButton          *button,
           AftObservationList *self)
{
  AftItem *item = get_row_item (gtk_widget_get_parent (GTK_WIDGET (button)));

  if (aft_history_remove (aft_session_get_history (self->session), item))
    aft_session_tell (self->session, _("Observation removed"), TRUE);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  AftObservationList *self = user_data;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *text = aft_item_form_create_editor (self->session, item, "text");
  GtkWidget *lesson = gtk_button_new_with_label (_("Make a Lesson"));
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (lesson, "flat");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (lesson, _("Make a Lesson of This"));
  gtk_widget_set_tooltip_text (remove, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove"), -1);
  g_signal_connect_object (lesson, "clicked", G_CALLBACK (make_lesson_cb), self, 0);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, 0);
  gtk_box_append (GTK_BOX (row), aft_item_form_create_editor (self->session, item, "kind"));
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), lesson);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_widget_add_css_class (row, "aft-item-row");
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);

  return row;
}

static void
items_changed_cb (AftObservationList *self,
                  guint               position,
                  guint               removed,
                  guint               added)
{
  aft_box_rows_update (GTK_BOX (self->rows), self->observations, position, removed, added, create_row, self);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AftObservationList *self = AFT_OBSERVATION_LIST (widget);
  g_autoptr(AftObservation) observation = aft_observation_new ();

  g_object_set (observation, "kind", g_variant_get_int32 (parameter), NULL);
  if (aft_history_insert (aft_session_get_history (self->session), AFT_ITEM (aft_session_get_document (self->session)), "observations",
                          G_MAXUINT, AFT_ITEM (observation)))
    aft_observation_list_show_item (self, AFT_ITEM (observation));
}

static void
aft_observation_list_dispose (GObject *object)
{
  AftObservationList *self = AFT_OBSERVATION_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->observations);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_observation_list_parent_class)->dispose (object);
}

static void
aft_observation_list_class_init (AftObservationListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_observation_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "observations.add", "i", add_action);

  /**
   * AftObservationList::lesson-made:
   * @lesson: the new lesson
   */
  signals[SIGNAL_LESSON_MADE] = g_signal_new ("lesson-made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                              1, AFT_TYPE_ITEM);
}

static void
aft_observation_list_init (AftObservationList *self)
{
  GtkWidget *add = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < aft_choice_get_n_values (AFT_TYPE_OBSERVATION_KIND); i++)
    {
      g_autoptr(GMenuItem) entry = g_menu_item_new (aft_choice_get_nth_label (AFT_TYPE_OBSERVATION_KIND, i), NULL);

      g_menu_item_set_action_and_target (entry, "observations.add", "i", (int) i);
      g_menu_append_item (menu, entry);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (add), _("Add Observation"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (add), G_MENU_MODEL (menu));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Observation"), -1);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "card");
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), add);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * aft_observation_list_new:
 * @session: the document
 *
 * Returns: (transfer floating): a list of its observations
 */
GtkWidget *
aft_observation_list_new (AftSession *session)
{
  AftObservationList *self = g_object_new (AFT_TYPE_OBSERVATION_LIST, NULL);

  self->session = g_object_ref (session);
  self->observations = g_object_ref (aft_document_get_observations (aft_session_get_document (session)));
  g_signal_connect_object (self->observations, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (self->observations));

  return GTK_WIDGET (self);
}

/**
 * aft_observation_list_show_item:
 * @self: a list
 * @item: an item
 *
 * Returns: whether it is an observation of the list, and has the focus now
 */
gboolean
aft_observation_list_show_item (AftObservationList *self,
                                AftItem            *item)
{
  g_return_val_if_fail (AFT_IS_OBSERVATION_LIST (self), FALSE);

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (get_row_item (row) == item)
      return gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);

  return FALSE;
}

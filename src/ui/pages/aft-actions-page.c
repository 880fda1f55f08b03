/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aft-action-outline.h"
#include "aft-action-row.h"
#include "aft-actions-page.h"
#include "aft-due.h"
#include "aft-item-list-view.h"
#include "aft-lesson.h"
#include "aft-observation.h"
#include "aft-observation-list.h"

/**
 * AftActionsPage:
 *
 * Lessons, corrective actions and action items as one numbered list, and the observations apart.
 */
struct _AftActionsPage
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkWidget      *content;
  GtkDropDown    *filter;
  GtkSearchEntry *search;
  GtkLabel       *counts;
  GtkWidget      *rows;
  GtkStack       *stack;
  AdwBin         *observations;

  /* Owned */
  AftSession     *session;

  guint           update_idle;
};

static void page_iface_init (AftPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftActionsPage, aft_actions_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_PAGE, page_iface_init))

enum
{
  PROP_0,
  PROP_SESSION,
};

static AftDocument *
get_document (AftActionsPage *self)
{
  return aft_session_get_document (self->session);
}

static GtkWidget *
find_row (AftActionsPage *self,
          AftItem        *item)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (aft_action_row_get_item (AFT_ACTION_ROW (row)) == item)
      return row;

  return NULL;
}

static void update_rows (AftActionsPage *self);

static void
focus_item (AftActionsPage *self,
            AftItem        *item)
{
  GtkWidget *row;

  if (item == NULL)
    return;

  update_rows (self);
  row = find_row (self, item);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
add_sibling_cb (AftActionRow   *row,
                AftActionsPage *self)
{
  focus_item (self, aft_action_outline_add_sibling (get_document (self), aft_action_row_get_item (row)));
}

static void
add_child_cb (AftActionRow   *row,
              AftActionsPage *self)
{
  focus_item (self, aft_action_outline_add_child (get_document (self), aft_action_row_get_item (row)));
}

static gboolean
change_level_cb (AftActionRow   *row,
                 int             step,
                 AftActionsPage *self)
{
  AftItem *changed = aft_action_outline_change_level (get_document (self), aft_action_row_get_item (row), step);

  focus_item (self, changed);

  return changed != NULL;
}

static void
move_cb (AftActionRow   *row,
         int             step,
         AftActionsPage *self)
{
  g_autoptr(AftItem) item = g_object_ref (aft_action_row_get_item (row));

  if (aft_action_outline_move (get_document (self), item, step))
    focus_item (self, item);
}

static void
remove_cb (AftActionRow   *row,
           AftActionsPage *self)
{
  g_autoptr(AftItem) item = g_object_ref (aft_action_row_get_item (row));
  GtkWidget *neighbour = gtk_widget_get_prev_sibling (GTK_WIDGET (row));
  const gboolean empty = aft_item_is_empty (item);

  if (neighbour == NULL)
    neighbour = gtk_widget_get_next_sibling (GTK_WIDGET (row));
  if (neighbour != NULL)
    gtk_widget_grab_focus (neighbour);

  if (aft_history_remove (aft_session_get_history (self->session), item) && !empty)
    {
      /* Translators: %s is what was removed, such as “Lesson” */
      g_autofree char *message = g_strdup_printf (_("%s removed"), aft_item_get_kind_label (item));

      aft_session_tell (self->session, message, TRUE);
    }
}

static GtkWidget *
create_row (AftActionsPage *self,
            AftItem        *item)
{
  GtkWidget *row = aft_action_row_new (self->session, item);

  g_signal_connect_object (row, "add-sibling", G_CALLBACK (add_sibling_cb), self, 0);
  g_signal_connect_object (row, "add-child", G_CALLBACK (add_child_cb), self, 0);
  g_signal_connect_object (row, "change-level", G_CALLBACK (change_level_cb), self, 0);
  g_signal_connect_object (row, "move", G_CALLBACK (move_cb), self, 0);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, 0);

  return row;
}

static void
update_counts (AftActionsPage *self,
               const GDate    *today)
{
  AftActionCounts counts;
  g_autofree char *total = NULL;
  g_autofree char *open = NULL;
  g_autofree char *overdue = NULL;
  g_autofree char *text = NULL;

  aft_due_count (AFT_ITEM (get_document (self)), today, &counts);
  total = g_strdup_printf (ngettext ("%u item", "%u items", counts.total), counts.total);
  open = g_strdup_printf (ngettext ("%u open", "%u open", counts.open), counts.open);
  overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", counts.overdue), counts.overdue);
  text = counts.overdue > 0 ? g_strjoin (" · ", total, open, overdue, NULL) : g_strjoin (" · ", total, open, NULL);
  gtk_label_set_text (self->counts, text);
}

/* Rows stay with their items, so that focus and caret stay where they are. */
static void
update_rows (AftActionsPage *self)
{
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(GHashTable) wanted = g_hash_table_new (NULL, NULL);
  GtkWidget *before = NULL;
  GtkWidget *row;
  GDate today;

  g_clear_handle_id (&self->update_idle, g_source_remove);
  aft_due_get_today (&today);
  items = aft_action_outline_flatten (get_document (self), (AftActionFilter) gtk_drop_down_get_selected (self->filter),
                                      gtk_editable_get_text (GTK_EDITABLE (self->search)), &today);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (wanted, items->pdata[i]);

  row = gtk_widget_get_first_child (self->rows);
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (!g_hash_table_contains (wanted, aft_action_row_get_item (AFT_ACTION_ROW (row))))
        gtk_box_remove (GTK_BOX (self->rows), row);
      row = next;
    }

  for (guint i = 0; i < items->len; i++)
    {
      row = find_row (self, items->pdata[i]);
      if (row == NULL)
        {
          row = create_row (self, items->pdata[i]);
          gtk_box_insert_child_after (GTK_BOX (self->rows), row, before);
        }
      else if (gtk_widget_get_prev_sibling (row) != before)
        {
          gtk_box_reorder_child_after (GTK_BOX (self->rows), row, before);
        }
      aft_action_row_update (AFT_ACTION_ROW (row), &today);
      before = row;
    }

  update_counts (self, &today);
  if (items->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack,
                                      g_list_model_get_n_items (aft_document_get_lessons (get_document (self))) > 0 ? "nothing" : "empty");
}

static gboolean
update_cb (gpointer user_data)
{
  AftActionsPage *self = user_data;

  self->update_idle = 0;
  update_rows (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (AftActionsPage *self)
{
  if (self->update_idle == 0)
    self->update_idle = g_idle_add (update_cb, self);
}

static void
add_to_document (AftActionsPage *self,
                 const char     *list,
                 GType           type)
{
  g_autoptr(AftItem) item = g_object_new (type, NULL);

  gtk_drop_down_set_selected (self->filter, AFT_ACTION_FILTER_ALL);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (aft_history_insert (aft_session_get_history (self->session), AFT_ITEM (get_document (self)), list, G_MAXUINT, item))
    focus_item (self, item);
}

static void
add_lesson_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  add_to_document (AFT_ACTIONS_PAGE (widget), "lessons", AFT_TYPE_LESSON);
}

static void
add_item_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  add_to_document (AFT_ACTIONS_PAGE (widget), "other-items", AFT_TYPE_ACTION_ITEM);
}

static void
lesson_made_cb (AftActionsPage *self,
                AftItem        *lesson)
{
  focus_item (self, lesson);
}

static gboolean
aft_actions_page_show_item (AftPage *page,
                            AftItem *item)
{
  AftActionsPage *self = AFT_ACTIONS_PAGE (page);

  if (AFT_IS_OBSERVATION (item))
    return aft_observation_list_show_item (AFT_OBSERVATION_LIST (adw_bin_get_child (self->observations)), item);

  gtk_drop_down_set_selected (self->filter, AFT_ACTION_FILTER_ALL);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  focus_item (self, item);

  return find_row (self, item) != NULL;
}

static void
page_iface_init (AftPageInterface *iface)
{
  iface->show_item = aft_actions_page_show_item;
}

static void
aft_actions_page_constructed (GObject *object)
{
  AftActionsPage *self = AFT_ACTIONS_PAGE (object);
  GtkWidget *observations;

  G_OBJECT_CLASS (aft_actions_page_parent_class)->constructed (object);

  observations = aft_observation_list_new (self->session);
  g_signal_connect_object (observations, "lesson-made", G_CALLBACK (lesson_made_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->observations, observations);
  g_signal_connect_object (get_document (self), "edited", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update_rows (self);
}

static void
aft_actions_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_set_object (value, AFT_ACTIONS_PAGE (object)->session);
}

static void
aft_actions_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AFT_ACTIONS_PAGE (object)->session = g_value_dup_object (value);
}

static void
aft_actions_page_dispose (GObject *object)
{
  AftActionsPage *self = AFT_ACTIONS_PAGE (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_ACTIONS_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_actions_page_parent_class)->dispose (object);
}

static void
aft_actions_page_class_init (AftActionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = aft_actions_page_constructed;
  object_class->dispose = aft_actions_page_dispose;
  object_class->get_property = aft_actions_page_get_property;
  object_class->set_property = aft_actions_page_set_property;
  aft_page_install (object_class, PROP_SESSION);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/pages/aft-actions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AftActionsPage, content);
  gtk_widget_class_bind_template_child (widget_class, AftActionsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, AftActionsPage, search);
  gtk_widget_class_bind_template_child (widget_class, AftActionsPage, counts);
  gtk_widget_class_bind_template_child (widget_class, AftActionsPage, rows);
  gtk_widget_class_bind_template_child (widget_class, AftActionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AftActionsPage, observations);
  gtk_widget_class_bind_template_callback (widget_class, queue_update);
  gtk_widget_class_install_action (widget_class, "actions.add-lesson", NULL, add_lesson_action);
  gtk_widget_class_install_action (widget_class, "actions.add-item", NULL, add_item_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
aft_actions_page_init (AftActionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aft-factor-row.h"
#include "aft-factors-list.h"

/**
 * AftFactorsList:
 *
 * The contributing factors as a list, for whoever works without a tree of whys. A line at its foot adds
 * one after the other.
 */
struct _AftFactorsList
{
  GtkWidget      parent_instance;

  /* Template widgets */
  GtkWidget     *content;
  GtkWidget     *scroller;
  GtkStack      *stack;
  GtkWidget     *rows;
  GtkLabel      *guidance;
  AdwStatusPage *empty;
  GtkWidget     *entry;

  /* Owned */
  AftSession    *session;

  guint          update_idle;
  gboolean       at_end;      /* whether the end is to be shown once the rows are laid out */
};

G_DEFINE_FINAL_TYPE (AftFactorsList, aft_factors_list, GTK_TYPE_WIDGET)

static AftDocument *
get_document (AftFactorsList *self)
{
  return aft_session_get_document (self->session);
}

static GtkWidget *
find_row (AftFactorsList *self,
          gpointer        factor)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (aft_factor_row_get_factor (AFT_FACTOR_ROW (row)) == factor)
      return row;

  return NULL;
}

static void
leave_cb (AftFactorRow   *row,
          AftFactorsList *self)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (row));

  gtk_widget_grab_focus (next != NULL ? next : self->entry);
}

static void update_rows (AftFactorsList *self);

static void
move_cb (AftFactorRow   *row,
         int             step,
         AftFactorsList *self)
{
  AftHistory *history = aft_session_get_history (self->session);
  AftItem *factor = AFT_ITEM (aft_factor_row_get_factor (row));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint position;

  if (aft_item_get_place (factor, &position) == NULL || (step < 0 && position == 0))
    return;

  aft_history_commit (history);
  position = step < 0 ? position - 1 : position + 1;
  if (aft_history_move (history, factor, AFT_ITEM (get_document (self)), "factors", position))
    {
      update_rows (self);
      /* Wherever it was in the row; from the menu it comes to the text. */
      if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (row)) || !gtk_widget_grab_focus (focus))
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
remove_cb (AftFactorRow   *row,
           AftFactorsList *self)
{
  g_autoptr(AftItem) factor = g_object_ref (AFT_ITEM (aft_factor_row_get_factor (row)));
  GtkWidget *neighbour = gtk_widget_get_next_sibling (GTK_WIDGET (row));
  const gboolean empty = aft_item_is_empty (factor);

  if (neighbour == NULL)
    neighbour = gtk_widget_get_prev_sibling (GTK_WIDGET (row));
  gtk_widget_grab_focus (neighbour != NULL ? neighbour : self->entry);

  if (aft_history_remove (aft_session_get_history (self->session), factor) && !empty)
    {
      /* Translators: %s is what was removed, such as “Lesson” */
      g_autofree char *message = g_strdup_printf (_("%s removed"), aft_item_get_kind_label (factor));

      aft_session_tell (self->session, message, TRUE);
    }
}

static GtkWidget *
create_row (AftFactorsList *self,
            AftFactor      *factor)
{
  GtkWidget *row = aft_factor_row_new (self->session, factor);

  g_signal_connect_object (row, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (row, "move", G_CALLBACK (move_cb), self, 0);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, 0);

  return row;
}

static void
update_words (AftFactorsList *self)
{
  const char *guidance;

  switch (aft_document_get_method (get_document (self)))
    {
    case AFT_METHOD_FACTORS:
      guidance = _("List the conditions that together made this possible: in the technology, the tools, the rules and "
                   "the way of working. No single one is the cause.");
      break;
    case AFT_METHOD_HOW:
      guidance = _("List the conditions under which what people did made sense to them, and which together led here.");
      break;
    case AFT_METHOD_FIVE_WHYS:
    default:
      guidance = _("List the conditions that the five whys brought to light, and those that stand beside them.");
    }

  gtk_label_set_label (self->guidance, guidance);
  adw_status_page_set_description (self->empty, guidance);
}

/* Rows stay with their factors, so that focus and caret stay where they are. */
static void
update_rows (AftFactorsList *self)
{
  GListModel *factors = aft_document_get_factors (get_document (self));
  const guint n_factors = g_list_model_get_n_items (factors);
  GtkWidget *row = gtk_widget_get_first_child (self->rows);
  GtkWidget *before = NULL;

  g_clear_handle_id (&self->update_idle, g_source_remove);

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (aft_item_get_document (AFT_ITEM (aft_factor_row_get_factor (AFT_FACTOR_ROW (row)))) == NULL)
        gtk_box_remove (GTK_BOX (self->rows), row);
      row = next;
    }

  for (guint i = 0; i < n_factors; i++)
    {
      g_autoptr(AftFactor) factor = g_list_model_get_item (factors, i);

      row = before != NULL ? gtk_widget_get_next_sibling (before) : gtk_widget_get_first_child (self->rows);
      if (row == NULL || aft_factor_row_get_factor (AFT_FACTOR_ROW (row)) != factor)
        {
          row = find_row (self, factor);
          if (row != NULL)
            gtk_box_reorder_child_after (GTK_BOX (self->rows), row, before);
          else
            {
              row = create_row (self, factor);
              gtk_box_insert_child_after (GTK_BOX (self->rows), row, before);
            }
        }
      aft_factor_row_update (AFT_FACTOR_ROW (row));
      before = row;
    }

  gtk_stack_set_visible_child_name (self->stack, n_factors > 0 ? "list" : "empty");
  update_words (self);
}

static gboolean
update_cb (gpointer user_data)
{
  AftFactorsList *self = user_data;

  self->update_idle = 0;
  update_rows (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (AftFactorsList *self)
{
  if (self->update_idle == 0)
    self->update_idle = g_idle_add (update_cb, self);
}

static void
resized_cb (AftFactorsList *self,
            GParamSpec     *pspec,
            GtkAdjustment  *adjustment)
{
  if (!self->at_end)
    return;

  self->at_end = FALSE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

/* Enter adds and stays: the next one comes at once. */
static void
entered_cb (AftFactorsList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr(AftFactor) factor = NULL;

  if (text[0] == '\0')
    return;

  factor = aft_factor_new ();
  g_object_set (factor, "text", text, NULL);
  if (!aft_history_insert (aft_session_get_history (self->session), AFT_ITEM (get_document (self)), "factors",
                           G_MAXUINT, AFT_ITEM (factor)))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->at_end = TRUE;
  update_rows (self);
}

static void
aft_factors_list_dispose (GObject *object)
{
  AftFactorsList *self = AFT_FACTORS_LIST (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_FACTORS_LIST);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_factors_list_parent_class)->dispose (object);
}

static gboolean
aft_factors_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AFT_FACTORS_LIST (widget)->entry);
}

static void
aft_factors_list_class_init (AftFactorsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_factors_list_dispose;
  widget_class->grab_focus = aft_factors_list_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/whys/aft-factors-list.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_child (widget_class, AftFactorsList, content);
  gtk_widget_class_bind_template_child (widget_class, AftFactorsList, scroller);
  gtk_widget_class_bind_template_child (widget_class, AftFactorsList, stack);
  gtk_widget_class_bind_template_child (widget_class, AftFactorsList, rows);
  gtk_widget_class_bind_template_child (widget_class, AftFactorsList, guidance);
  gtk_widget_class_bind_template_child (widget_class, AftFactorsList, empty);
  gtk_widget_class_bind_template_child (widget_class, AftFactorsList, entry);
}

static void
aft_factors_list_init (AftFactorsList *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
}

/**
 * aft_factors_list_new:
 * @session: the document
 *
 * Returns: (transfer floating): a list of its contributing factors
 */
GtkWidget *
aft_factors_list_new (AftSession *session)
{
  AftFactorsList *self;
  AftDocument *document;

  g_return_val_if_fail (AFT_IS_SESSION (session), NULL);

  self = g_object_new (AFT_TYPE_FACTORS_LIST, NULL);
  self->session = g_object_ref (session);
  document = get_document (self);
  gtk_widget_set_visible (self->entry, !aft_history_is_read_only (aft_session_get_history (session)));
  g_signal_connect_object (aft_document_get_factors (document), "items-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "edited", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update_rows (self);

  return GTK_WIDGET (self);
}

/**
 * aft_factors_list_show_item:
 * @self: a list
 * @factor: an item
 *
 * Returns: whether it is a factor of the list, and has the focus now
 */
gboolean
aft_factors_list_show_item (AftFactorsList *self,
                            AftItem        *factor)
{
  GtkWidget *row;

  g_return_val_if_fail (AFT_IS_FACTORS_LIST (self), FALSE);
  g_return_val_if_fail (AFT_IS_ITEM (factor), FALSE);

  update_rows (self);
  row = find_row (self, factor);

  return row != NULL && gtk_widget_grab_focus (row);
}

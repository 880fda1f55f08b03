/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-box-rows.h"

/**
 * aft_box_rows_update:
 * @box: a box with one row for each item of a list
 * @items: the list
 * @position: where it changed
 * @removed: how many items went
 * @added: how many items came
 * @create_row: (scope call): makes a row
 * @user_data: for @create_row
 *
 * Lets the rows of a box follow its list. Rows that did not change stay, and with them focus and
 * caret. A box without rows is hidden.
 */
void
aft_box_rows_update (GtkBox           *box,
                     GListModel       *items,
                     guint             position,
                     guint             removed,
                     guint             added,
                     AftCreateRowFunc  create_row,
                     gpointer          user_data)
{
  GtkWidget *before = NULL;
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (box));

  for (guint i = 0; i < position; i++)
    {
      before = row;
      row = gtk_widget_get_next_sibling (row);
    }
  for (guint i = 0; i < removed; i++)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (box, row);
      row = next;
    }
  for (guint i = 0; i < added; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (items, position + i);

      row = create_row (item, user_data);
      gtk_box_insert_child_after (box, row, before);
      before = row;
    }

  gtk_widget_set_visible (GTK_WIDGET (box), g_list_model_get_n_items (items) > 0);
}

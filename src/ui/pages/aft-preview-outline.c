/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-preview-outline.h"

/* Headings below this level are too many to find one's way by. */
#define DEEPEST 3

static void
set_row (GtkListBoxRow *row,
         const char    *title,
         guint          level,
         guint          index)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);

  /* What is the same is left alone while somebody types. */
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), title) != 0)
    {
      gtk_label_set_text (GTK_LABEL (label), title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    }
  gtk_widget_set_margin_start (label, level > 2 ? 12 : 0);
  g_object_set_data (G_OBJECT (row), "heading", GUINT_TO_POINTER (index));
}

static GtkListBoxRow *
append_row (GtkListBox *list)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_append (list, row);

  return GTK_LIST_BOX_ROW (row);
}

/**
 * aft_preview_outline_fill:
 * @list: a list
 * @pane: what is shown
 *
 * Lists the headings of a pane.
 */
void
aft_preview_outline_fill (GtkListBox     *list,
                          AftPreviewPane *pane)
{
  GtkListBoxRow *row;
  guint n_rows = 0;

  for (guint i = 0; i < aft_preview_pane_get_n_headings (pane); i++)
    {
      const char *title;
      guint level;

      if (!aft_preview_pane_get_heading (pane, i, &title, &level, NULL) || level > DEEPEST)
        continue;

      row = gtk_list_box_get_row_at_index (list, (int) n_rows);
      set_row (row != NULL ? row : append_row (list), title, level, i);
      n_rows++;
    }
  while ((row = gtk_list_box_get_row_at_index (list, (int) n_rows)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/**
 * aft_preview_outline_show:
 * @pane: a pane
 * @row: a row of its outline
 *
 * Goes to the heading of the row.
 */
void
aft_preview_outline_show (AftPreviewPane *pane,
                          GtkListBoxRow  *row)
{
  aft_preview_pane_show_heading (pane, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "heading")));
}

/* The heading of that name. Titles that come twice are told apart by their order. */
static int
find_heading (AftPreviewPane *pane,
              AftPreviewPane *other,
              guint           index)
{
  const char *wanted;
  guint n_before = 0;

  if (!aft_preview_pane_get_heading (other, index, NULL, NULL, &wanted))
    return -1;

  for (guint i = 0; i < index; i++)
    {
      const char *name;

      aft_preview_pane_get_heading (other, i, NULL, NULL, &name);
      n_before += g_strcmp0 (name, wanted) == 0;
    }
  for (guint i = 0; i < aft_preview_pane_get_n_headings (pane); i++)
    {
      const char *name;

      aft_preview_pane_get_heading (pane, i, NULL, NULL, &name);
      if (g_strcmp0 (name, wanted) == 0 && n_before-- == 0)
        return (int) i;
    }

  return -1;
}

/* What is below a heading ends with the next one that is there, or with the end. */
static double
get_end (const GArray  *places,
         GtkAdjustment *adjustment,
         int            index)
{
  return index + 1 < (int) places->len ? g_array_index (places, double, index + 1)
                                       : gtk_adjustment_get_upper (adjustment);
}

static double
get_start (const GArray *places,
           int           index)
{
  return index >= 0 && index < (int) places->len ? g_array_index (places, double, index) : 0;
}

/**
 * aft_preview_follow:
 * @pane: a pane
 * @leader: another pane of the same document
 *
 * Scrolls to the part of the report that the other one shows. A part that this edition leaves out is
 * passed over while it is read there.
 */
void
aft_preview_follow (AftPreviewPane *pane,
                    AftPreviewPane *leader)
{
  GtkAdjustment *from = aft_preview_pane_get_adjustment (leader);
  GtkAdjustment *to = aft_preview_pane_get_adjustment (pane);
  g_autoptr(GArray) led = aft_preview_pane_list_places (leader);
  g_autoptr(GArray) places = aft_preview_pane_list_places (pane);
  const double size = gtk_adjustment_get_page_size (from);
  const double value = gtk_adjustment_get_value (from);
  /* What one reads is a little below the head of the sight; at both ends it is the very head or foot. */
  const double reach = gtk_adjustment_get_upper (from) - size;
  const double line = reach > 0 ? size * CLAMP (value / reach, 0, 1) : 0;
  int at = -1;
  int own = -1;
  double part;
  double start;
  double end;

  while (at + 1 < (int) led->len && g_array_index (led, double, at + 1) <= value + line)
    at++;

  start = get_start (led, at);
  end = get_end (led, from, at);
  part = end > start ? CLAMP ((value + line - start) / (end - start), 0, 1) : 0;
  for (; at >= 0 && own < 0; at--)
    {
      own = find_heading (pane, leader, (guint) at);
      if (own < 0)
        part = 1;
    }

  start = get_start (places, own);
  end = get_end (places, to, own);
  gtk_adjustment_set_value (to, start + part * (end - start) -
                                  (size > 0 ? gtk_adjustment_get_page_size (to) * line / size : 0));
}

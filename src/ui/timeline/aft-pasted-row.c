/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-pasted-row.h"

/**
 * AftPastedRow:
 *
 * How one pasted line was understood: its time, its words, and what is to be said of them.
 */
struct _AftPastedRow
{
  GtkWidget  parent_instance;

  /* Children */
  GtkWidget *box;
  GtkWidget *time;
  GtkWidget *text;
  GtkWidget *mark;
  GtkWidget *icon;
};

G_DEFINE_FINAL_TYPE (AftPastedRow, aft_pasted_row, GTK_TYPE_WIDGET)

static const char *
get_mark_text (AftPastedLine *line)
{
  switch (aft_pasted_line_get_mark (line))
    {
    case AFT_PASTED_DOUBTFUL:
      if (aft_moment_is_skipped (aft_pasted_line_get_at (line)))
        /* Translators: of a clock time in the hour that is left out when summer time begins */
        return _("the clocks skipped it");
      /* Translators: of a time that can be read in more than one way */
      return _("doubtful");
    case AFT_PASTED_NO_TIME:
      /* Translators: of an event whose time isn't said */
      return _("no time");
    case AFT_PASTED_IMPOSSIBLE:
      /* Translators: of a time such as 25:10 */
      return _("no such time");
    case AFT_PASTED_TIMED:
    default:
      return "";
    }
}

static void
aft_pasted_row_dispose (GObject *object)
{
  g_clear_pointer (&AFT_PASTED_ROW (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_pasted_row_parent_class)->dispose (object);
}

static void
aft_pasted_row_class_init (AftPastedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_pasted_row_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "aft-pasted-row");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
aft_pasted_row_init (AftPastedRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->time = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->time), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->time), 20);
  gtk_widget_add_css_class (self->time, "numeric");
  gtk_widget_add_css_class (self->time, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->time);

  self->text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->text), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (self->text), TRUE);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->text);

  self->icon = gtk_image_new ();
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (self->box), self->icon);

  self->mark = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->mark, "caption");
  gtk_box_append (GTK_BOX (self->box), self->mark);
}

/**
 * aft_pasted_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
aft_pasted_row_new (void)
{
  return g_object_new (AFT_TYPE_PASTED_ROW, NULL);
}

/**
 * aft_pasted_row_show:
 * @self: a row
 * @line: what it shows
 * @zone: the zone in which times are shown
 */
void
aft_pasted_row_show (AftPastedRow  *self,
                     AftPastedLine *line,
                     GTimeZone     *zone)
{
  g_autofree char *time = NULL;
  g_autofree char *name = NULL;
  const char *mark;
  AftPastedMark kind;

  g_return_if_fail (AFT_IS_PASTED_ROW (self) && AFT_IS_PASTED_LINE (line));

  kind = aft_pasted_line_get_mark (line);
  mark = get_mark_text (line);
  if (aft_moment_is_known (aft_pasted_line_get_at (line)))
    time = aft_moment_format (aft_pasted_line_get_at (line), zone, AFT_MOMENT_STYLE_FULL);
  gtk_label_set_text (GTK_LABEL (self->time), time != NULL ? time : "—");
  gtk_label_set_text (GTK_LABEL (self->text), aft_pasted_line_get_text (line));
  gtk_label_set_text (GTK_LABEL (self->mark), mark);
  gtk_widget_set_visible (self->mark, kind != AFT_PASTED_TIMED);
  gtk_widget_set_visible (self->icon, kind == AFT_PASTED_DOUBTFUL || kind == AFT_PASTED_IMPOSSIBLE);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), kind == AFT_PASTED_DOUBTFUL ? "dialog-question-symbolic"
                                                                                    : "dialog-warning-symbolic");
  if (kind == AFT_PASTED_NO_TIME)
    gtk_widget_add_css_class (self->mark, "dim-label");
  else
    gtk_widget_remove_css_class (self->mark, "dim-label");

  name = g_strjoin (", ", time != NULL ? time : mark, aft_pasted_line_get_text (line), time != NULL && mark[0] != '\0' ? mark : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

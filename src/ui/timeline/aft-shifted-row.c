/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-words.h"
#include "aft-shifted-row.h"

/**
 * AftShiftedRow:
 *
 * When an event was, when it would be, and what is to be said of that.
 */
struct _AftShiftedRow
{
  GtkWidget  parent_instance;

  /* Children */
  GtkWidget *box;
  GtkWidget *before;
  GtkWidget *arrow;
  GtkWidget *after;
  GtkWidget *text;
  GtkWidget *icon;
  GtkWidget *mark;
};

G_DEFINE_FINAL_TYPE (AftShiftedRow, aft_shifted_row, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (AftShiftedRow *self,
           const char    *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);

  return label;
}

static void
aft_shifted_row_dispose (GObject *object)
{
  g_clear_pointer (&AFT_SHIFTED_ROW (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_shifted_row_parent_class)->dispose (object);
}

static void
aft_shifted_row_class_init (AftShiftedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_shifted_row_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "aft-shifted-row");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
aft_shifted_row_init (AftShiftedRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->before = add_label (self, "numeric");
  gtk_widget_add_css_class (self->before, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (self->before), 17);

  self->arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  gtk_widget_add_css_class (self->arrow, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->arrow);

  self->after = add_label (self, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (self->after), 17);

  self->text = add_label (self, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (self->text), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (self->text), TRUE);
  gtk_widget_set_hexpand (self->text, TRUE);

  self->icon = gtk_image_new_from_icon_name ("dialog-question-symbolic");
  gtk_widget_add_css_class (self->icon, "doubt");
  gtk_box_append (GTK_BOX (self->box), self->icon);
  self->mark = add_label (self, "caption");
}

/**
 * aft_shifted_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
aft_shifted_row_new (void)
{
  return g_object_new (AFT_TYPE_SHIFTED_ROW, NULL);
}

static const char *
get_mark (const AftMoment *before,
          const AftMoment *after)
{
  if (!aft_moment_is_known (before))
    /* Translators: of an event whose time nobody knows, which therefore isn't moved */
    return _("no time, stays");
  if (aft_moment_equal (before, after))
    /* Translators: of an event that wouldn't be moved */
    return _("stays");
  if (!aft_moment_is_doubtful (after) || aft_moment_is_doubtful (before))
    return "";
  if (aft_moment_is_skipped (after))
    /* Translators: of a clock time in the hour that is left out when summer time begins */
    return _("the clocks skipped it");

  /* Translators: of a time that can be read in more than one way */
  return _("doubtful");
}

/**
 * aft_shifted_row_show:
 * @self: a row
 * @event: what it shows
 * @shift: how it would be moved
 * @zone: the zone in which times are shown
 */
void
aft_shifted_row_show (AftShiftedRow  *self,
                      AftEvent       *event,
                      const AftShift *shift,
                      GTimeZone      *zone)
{
  AftMoment *at;
  g_autoptr(AftMoment) moved = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  const char *mark;
  gboolean doubtful;

  g_return_if_fail (AFT_IS_SHIFTED_ROW (self) && AFT_IS_EVENT (event) && shift != NULL && zone != NULL);

  at = aft_event_get_at (event);
  moved = at != NULL ? aft_shift_apply (shift, at) : NULL;
  before = aft_moment_format (at, zone, AFT_MOMENT_STYLE_FULL);
  after = aft_moment_format (moved, zone, AFT_MOMENT_STYLE_FULL);
  title = aft_event_dup_title (event);
  mark = get_mark (at, moved);
  doubtful = mark[0] != '\0' && !aft_moment_is_doubtful (at) && aft_moment_is_doubtful (moved);

  gtk_label_set_text (GTK_LABEL (self->before), before);
  gtk_label_set_text (GTK_LABEL (self->after), after);
  gtk_label_set_text (GTK_LABEL (self->text), title);
  gtk_label_set_text (GTK_LABEL (self->mark), mark);
  gtk_widget_set_visible (self->mark, mark[0] != '\0');
  gtk_widget_set_visible (self->icon, doubtful);
  if (doubtful)
    gtk_widget_remove_css_class (self->mark, "dim-label");
  else
    gtk_widget_add_css_class (self->mark, "dim-label");

  /* Translators: of an event that will be moved: its text, its time before and its time after */
  name = g_strdup_printf (C_("event, before, after", "%s, from %s to %s"), title, before, after);
  if (mark[0] != '\0')
    {
      g_autofree char *bare = g_steal_pointer (&name);

      name = g_strjoin (", ", bare, mark, NULL);
    }
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

#include "aft-field-binding.h"
#include "aft-prose-view.h"

/* Room for about three lines, in pixels. */
#define MIN_HEIGHT 72

/**
 * AftProseView:
 *
 * An editor for one field of Markdown. It grows with its text, and Tab leaves it. Highlighting
 * begins after the first frame, for the first Markdown buffer is slow to set up.
 */
struct _AftProseView
{
  GtkWidget      parent_instance;

  /* Children */
  GtkWidget     *view;

  guint          highlight_idle;
};

G_DEFINE_FINAL_TYPE (AftProseView, aft_prose_view, GTK_TYPE_WIDGET)

static void
update_scheme (AftProseView *self)
{
  const gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleScheme *scheme =
    gtk_source_style_scheme_manager_get_scheme (gtk_source_style_scheme_manager_get_default (), dark ? "Adwaita-dark" : "Adwaita");

  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))), scheme);
}

static gboolean
highlight_cb (gpointer user_data)
{
  AftProseView *self = user_data;
  GtkSourceLanguage *language = gtk_source_language_manager_get_language (gtk_source_language_manager_get_default (), "markdown");

  self->highlight_idle = 0;
  gtk_source_buffer_set_language (GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))), language);

  return G_SOURCE_REMOVE;
}

/* In a column of editors the caret does not stay in sight by itself. */
static void
caret_moved_cb (AftProseView *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkAdjustment *adjustment;
  GdkRectangle caret;
  GtkTextIter iter;
  graphene_point_t point;
  int x;
  int y;

  if (scroller == NULL || !gtk_widget_has_focus (self->view))
    return;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &caret);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y, &x, &y);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  if (!gtk_widget_compute_point (self->view, scroller, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  y = (int) (point.y + gtk_adjustment_get_value (adjustment));
  gtk_adjustment_clamp_page (adjustment, y - 12, y + caret.height + 12);
}

static void
aft_prose_view_map (GtkWidget *widget)
{
  AftProseView *self = AFT_PROSE_VIEW (widget);
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)));

  GTK_WIDGET_CLASS (aft_prose_view_parent_class)->map (widget);

  if (self->highlight_idle == 0 && gtk_source_buffer_get_language (buffer) == NULL)
    self->highlight_idle = g_timeout_add_full (G_PRIORITY_LOW, 150, highlight_cb, self, NULL);
}

static gboolean
aft_prose_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AFT_PROSE_VIEW (widget)->view);
}

static void
aft_prose_view_dispose (GObject *object)
{
  AftProseView *self = AFT_PROSE_VIEW (object);

  g_clear_handle_id (&self->highlight_idle, g_source_remove);
  if (self->view != NULL)
    aft_field_unbind (G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))));
  g_clear_pointer (&self->view, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_prose_view_parent_class)->dispose (object);
}

static void
aft_prose_view_class_init (AftProseViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_prose_view_dispose;
  widget_class->map = aft_prose_view_map;
  widget_class->grab_focus = aft_prose_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "aftprose");
}

static void
aft_prose_view_init (AftProseView *self)
{
  g_autoptr(GtkSourceBuffer) buffer = gtk_source_buffer_new (NULL);

  self->view = gtk_source_view_new_with_buffer (buffer);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 12);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self->view), 2);
  gtk_widget_set_size_request (self->view, -1, MIN_HEIGHT);
  gtk_widget_set_hexpand (self->view, TRUE);
  gtk_widget_add_css_class (self->view, "aft-prose");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));

  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (caret_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_scheme), self, G_CONNECT_SWAPPED);
  update_scheme (self);
}

/**
 * aft_prose_view_new:
 * @item: an item of a document
 * @field: the name of a field of prose
 * @label: what a screen reader calls it
 *
 * Returns: (transfer floating): an editor of the field
 */
GtkWidget *
aft_prose_view_new (AftItem    *item,
                    const char *field,
                    const char *label)
{
  AftProseView *self = g_object_new (AFT_TYPE_PROSE_VIEW, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  aft_field_bind (G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))), item, field);

  return GTK_WIDGET (self);
}

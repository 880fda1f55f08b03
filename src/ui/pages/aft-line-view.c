/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <string.h>

#include "aft-field-binding.h"
#include "aft-line-view.h"

/* Around the text, in pixels. */
#define MARGIN_X 9
#define MARGIN_Y 7

/**
 * AftLineView:
 *
 * An editor for one line of text that may be a whole sentence: it wraps instead of cutting it off.
 * Enter activates it, Tab leaves it, and line breaks that are pasted become blanks.
 */
struct _AftLineView
{
  GtkWidget  parent_instance;

  /* Children */
  GtkWidget *view;
  GtkWidget *placeholder;
};

G_DEFINE_FINAL_TYPE (AftLineView, aft_line_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter   *location,
                char          *text,
                int            length,
                AftLineView   *self)
{
  g_autofree char *line = NULL;

  if (memchr (text, '\n', (gsize) length) == NULL && memchr (text, '\r', (gsize) length) == NULL)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  line = g_strndup (text, (gsize) length);
  gtk_text_buffer_insert (buffer, location, g_strdelimit (line, "\r\n", ' '), -1);
}

static void
changed_cb (AftLineView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (buffer) == 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
key_pressed_cb (AftLineView     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
  return GDK_EVENT_STOP;
}

/* A text view knows its height only once it is laid out, which is too late for a row. */
static void
aft_line_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  AftLineView *self = AFT_LINE_VIEW (widget);
  g_autoptr(PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;
  int height;

  /* GTK wants every child measured before it is allocated. */
  gtk_widget_measure (self->view, orientation, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->placeholder, orientation, -1, NULL, NULL, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 80;
      *natural = 240;
      return;
    }

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), &start, &end);
  text = gtk_text_iter_get_text (&start, &end);
  layout = gtk_widget_create_pango_layout (self->view, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, for_size > 2 * MARGIN_X ? (for_size - 2 * MARGIN_X) * PANGO_SCALE : -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = height + 2 * MARGIN_Y;
}

static void
aft_line_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  AftLineView *self = AFT_LINE_VIEW (widget);
  const GtkAllocation allocation = { 0, 0, width, height };
  const GtkAllocation inside = { MARGIN_X, MARGIN_Y, MAX (0, width - 2 * MARGIN_X), MAX (0, height - 2 * MARGIN_Y) };

  gtk_widget_size_allocate (self->view, &allocation, -1);
  if (gtk_widget_get_visible (self->placeholder))
    gtk_widget_size_allocate (self->placeholder, &inside, -1);
}

static GtkSizeRequestMode
aft_line_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
aft_line_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AFT_LINE_VIEW (widget)->view);
}

static void
aft_line_view_dispose (GObject *object)
{
  AftLineView *self = AFT_LINE_VIEW (object);

  if (self->view != NULL)
    aft_field_unbind (G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))));
  g_clear_pointer (&self->placeholder, gtk_widget_unparent);
  g_clear_pointer (&self->view, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_line_view_parent_class)->dispose (object);
}

static void
aft_line_view_class_init (AftLineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_line_view_dispose;
  widget_class->grab_focus = aft_line_view_grab_focus;
  widget_class->measure = aft_line_view_measure;
  widget_class->size_allocate = aft_line_view_size_allocate;
  widget_class->get_request_mode = aft_line_view_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "aftline");

  /**
   * AftLineView::activate:
   *
   * The user pressed Enter.
   */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_line_view_init (AftLineView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), MARGIN_Y);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), MARGIN_Y);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), MARGIN_X);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), MARGIN_X);
  gtk_widget_set_hexpand (self->view, TRUE);
  gtk_widget_add_css_class (self->view, "aft-line");
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));

  self->placeholder = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->placeholder), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->placeholder), PANGO_ELLIPSIZE_END);
  gtk_widget_set_can_target (self->placeholder, FALSE);
  gtk_widget_add_css_class (self->placeholder, "dim-label");
  gtk_widget_set_parent (self->placeholder, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * aft_line_view_new:
 * @item: an item of a document
 * @field: the name of a text field
 * @placeholder: what is shown while it is empty, and what a screen reader calls it
 *
 * Returns: (transfer floating): an editor of the field
 */
GtkWidget *
aft_line_view_new (AftItem    *item,
                   const char *field,
                   const char *placeholder)
{
  AftLineView *self = g_object_new (AFT_TYPE_LINE_VIEW, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  gtk_label_set_text (GTK_LABEL (self->placeholder), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  aft_field_bind (G_OBJECT (buffer), item, field);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * aft_line_view_get_text_view:
 * @self: a line view
 *
 * Returns: (transfer none): the widget in which the user types
 */
GtkWidget *
aft_line_view_get_text_view (AftLineView *self)
{
  g_return_val_if_fail (AFT_IS_LINE_VIEW (self), NULL);

  return self->view;
}

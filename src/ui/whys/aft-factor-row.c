/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event.h"
#include "aft-factor-links.h"
#include "aft-factor-row.h"
#include "aft-item-form.h"
#include "aft-lesson.h"
#include "aft-line-view.h"

/* As far in as the text, in pixels. */
#define INDENT 34

/**
 * AftFactorRow:
 *
 * A contributing factor, edited in place: its text, its note and audience, and its links. What moves the
 * focus to other rows it tells the list.
 */
struct _AftFactorRow
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *box;
  GtkWidget  *text;
  GtkWidget  *details;
  GtkWidget  *revealer;
  GtkWidget  *links;

  /* Owned */
  AftSession *session;
  AftFactor  *factor;
};

G_DEFINE_FINAL_TYPE (AftFactorRow, aft_factor_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_LEAVE,
  SIGNAL_MOVE,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
key_pressed_cb (AftFactorRow    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  const GdkModifierType held = modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);
  GtkWidget *view = aft_line_view_get_text_view (AFT_LINE_VIEW (self->text));

  if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_Down) && held == GDK_ALT_MASK)
    {
      g_signal_emit (self, signals[SIGNAL_MOVE], 0, keyval == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_BackSpace && held == 0 && gtk_widget_has_focus (view) &&
      aft_factor_get_text (self->factor)[0] == '\0' &&
      gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))) == 0)
    {
      g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
activated_cb (AftFactorRow *self)
{
  g_signal_emit (self, signals[SIGNAL_LEAVE], 0);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVE], 0);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MOVE], 0, g_str_has_suffix (name, "up") ? -1 : 1);
}

static void
make_lesson_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AftFactorRow *self = AFT_FACTOR_ROW (widget);
  AftHistory *history = aft_session_get_history (self->session);
  AftItem *document = AFT_ITEM (aft_session_get_document (self->session));
  g_autoptr(AftLesson) lesson = aft_lesson_new ();
  const char *ids[] = { aft_item_get_id (AFT_ITEM (self->factor)), NULL };
  gboolean made;

  aft_history_commit (history);
  g_object_set (lesson, "text", aft_factor_get_text (self->factor), "factors", ids, NULL);
  aft_history_begin (history, _("Make a Lesson"));
  made = aft_history_insert (history, document, "lessons", G_MAXUINT, AFT_ITEM (lesson));
  aft_history_end (history);

  if (made)
    aft_session_tell (self->session, _("Lesson added to the list of actions"), TRUE);
}

/* The form is made when it is first wanted: editors of prose are slow to make. */
static void
details_toggled_cb (AftFactorRow *self)
{
  static const char *const fields[] = { "note", "audience", NULL };
  const gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->details));

  if (active && gtk_revealer_get_child (GTK_REVEALER (self->revealer)) == NULL)
    gtk_revealer_set_child (GTK_REVEALER (self->revealer),
                            aft_item_form_create (self->session, AFT_ITEM (self->factor), fields));
  gtk_widget_set_visible (self->revealer, active);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), active);
}

static GdkContentProvider *
prepare_cb (AftFactorRow *self)
{
  return gdk_content_provider_new_typed (AFT_TYPE_FACTOR, self->factor);
}

static void
drag_begin_cb (AftFactorRow  *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (self->text);

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static gboolean
drop_cb (AftFactorRow *self,
         const GValue *value)
{
  return aft_factor_row_drop (self, value);
}

static GtkWidget *
create_handle (AftFactorRow *self)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_set_valign (handle, GTK_ALIGN_START);
  gtk_widget_set_margin_top (handle, 9);
  gtk_widget_add_css_class (handle, "dim-label");
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_tooltip_text (handle, _("Drag to Reorder, or Alt+Up and Alt+Down"));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));

  return handle;
}

static GtkWidget *
create_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Move _Up"), "factor.move-up");
  g_menu_append (menu, _("Move _Down"), "factor.move-down");
  g_menu_append (menu, _("_Make a Lesson of This"), "factor.make-lesson");
  g_menu_append (menu, _("_Remove"), "factor.remove");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);

  return button;
}

static void
build (AftFactorRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_COPY | GDK_ACTION_LINK);
  GType types[] = { AFT_TYPE_FACTOR, AFT_TYPE_EVENT };

  self->text = aft_line_view_new (AFT_ITEM (self->factor), "text", aft_item_get_kind_label (AFT_ITEM (self->factor)));
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_add_css_class (self->text, "inline");
  g_signal_connect_object (self->text, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  self->details = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->details), "document-properties-symbolic");
  gtk_widget_add_css_class (self->details, "flat");
  gtk_widget_set_valign (self->details, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->details, _("Note and Audience"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->details), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note and Audience"),
                                  -1);
  g_signal_connect_object (self->details, "toggled", G_CALLBACK (details_toggled_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (line), create_handle (self));
  gtk_box_append (GTK_BOX (line), self->text);
  gtk_box_append (GTK_BOX (line), self->details);
  gtk_box_append (GTK_BOX (line), create_menu_button ());

  self->revealer = gtk_revealer_new ();
  gtk_widget_set_visible (self->revealer, FALSE);
  gtk_widget_set_margin_start (self->revealer, INDENT);
  self->links = aft_factor_links_new (self->session, self->factor);
  gtk_widget_set_margin_start (self->links, INDENT);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->revealer);
  gtk_box_append (GTK_BOX (self->box), self->links);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  /* What somebody wrote is not hidden. */
  if (aft_factor_get_note (self->factor)[0] != '\0')
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->details), TRUE);
}

static gboolean
aft_factor_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AFT_FACTOR_ROW (widget)->text);
}

static void
aft_factor_row_dispose (GObject *object)
{
  AftFactorRow *self = AFT_FACTOR_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->factor);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_factor_row_parent_class)->dispose (object);
}

static void
aft_factor_row_class_init (AftFactorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_factor_row_dispose;
  widget_class->grab_focus = aft_factor_row_grab_focus;

  /**
   * AftFactorRow::leave:
   *
   * The user pressed Enter, and is done with this one.
   */
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AftFactorRow::move:
   * @step: 1 for down, -1 for up
   *
   * The user wants it at another place.
   */
  signals[SIGNAL_MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_INT);

  /**
   * AftFactorRow::remove:
   *
   * The user wants it gone.
   */
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "factor.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "factor.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "factor.make-lesson", NULL, make_lesson_action);
  gtk_widget_class_install_action (widget_class, "factor.remove", NULL, remove_action);
}

static void
aft_factor_row_init (AftFactorRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "aft-item-row");
}

/**
 * aft_factor_row_new:
 * @session: the document
 * @factor: a contributing factor of it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
aft_factor_row_new (AftSession *session,
                    AftFactor  *factor)
{
  AftFactorRow *self;

  g_return_val_if_fail (AFT_IS_SESSION (session), NULL);
  g_return_val_if_fail (AFT_IS_FACTOR (factor), NULL);

  self = g_object_new (AFT_TYPE_FACTOR_ROW, NULL);
  self->session = g_object_ref (session);
  self->factor = g_object_ref (factor);
  build (self);
  aft_factor_row_update (self);

  return GTK_WIDGET (self);
}

/**
 * aft_factor_row_get_factor:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
AftFactor *
aft_factor_row_get_factor (AftFactorRow *self)
{
  g_return_val_if_fail (AFT_IS_FACTOR_ROW (self), NULL);

  return self->factor;
}

/**
 * aft_factor_row_update:
 * @self: a row
 *
 * Shows its links as they are now, and says what it may do.
 */
void
aft_factor_row_update (AftFactorRow *self)
{
  GListModel *factors;
  const char *text;
  guint position = 0;

  g_return_if_fail (AFT_IS_FACTOR_ROW (self));

  if (aft_item_get_document (AFT_ITEM (self->factor)) == NULL)
    return;

  text = aft_factor_get_text (self->factor);
  factors = aft_document_get_factors (aft_session_get_document (self->session));
  aft_item_get_place (AFT_ITEM (self->factor), &position);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "factor.move-up", position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "factor.move-down",
                                 position + 1 < g_list_model_get_n_items (factors));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "factor.make-lesson", text[0] != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text[0] != '\0' ? text : _("Untitled"), -1);
  aft_factor_links_update (AFT_FACTOR_LINKS (self->links));
}

/**
 * aft_factor_row_drop:
 * @self: a row
 * @value: what is dropped on it
 *
 * Another factor comes to the place of this one; an event is linked with it.
 *
 * Returns: whether anything came of it
 */
gboolean
aft_factor_row_drop (AftFactorRow *self,
                     const GValue *value)
{
  AftDocument *document;
  AftItem *item;
  guint position;

  g_return_val_if_fail (AFT_IS_FACTOR_ROW (self), FALSE);
  g_return_val_if_fail (G_IS_VALUE (value), FALSE);

  document = aft_session_get_document (self->session);
  item = g_value_get_object (value);
  if (AFT_IS_EVENT (item))
    return aft_factor_links_link_event (AFT_FACTOR_LINKS (self->links), item);
  if (!AFT_IS_FACTOR (item) || item == AFT_ITEM (self->factor) || aft_item_get_document (item) != document ||
      aft_item_get_place (AFT_ITEM (self->factor), &position) == NULL)
    return FALSE;

  aft_history_commit (aft_session_get_history (self->session));

  return aft_history_move (aft_session_get_history (self->session), item, AFT_ITEM (document), "factors", position);
}

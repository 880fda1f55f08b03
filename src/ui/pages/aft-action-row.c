/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-action-outline.h"
#include "aft-action-row.h"
#include "aft-corrective-action.h"
#include "aft-due.h"
#include "aft-field-binding.h"
#include "aft-item-form.h"
#include "aft-lesson.h"
#include "aft-line-view.h"
#include "aft-link-chip.h"
#include "aft-numbering.h"

/* A level further in, in pixels. */
#define INDENT 30

/**
 * AftActionRow:
 *
 * A lesson, corrective action or action item with its number as it prints. It emits what the user
 * wants done with the list; the page does it.
 */
struct _AftActionRow
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *box;
  GtkLabel   *number;
  GtkWidget  *text;
  GtkWidget  *answers;
  GtkWidget  *details;
  GtkWidget  *due;
  GtkWidget  *overdue;
  GtkWidget  *reason;
  GtkWidget  *done;

  /* Owned */
  AftSession *session;
  AftItem    *item;
};

G_DEFINE_FINAL_TYPE (AftActionRow, aft_action_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ADD_SIBLING,
  SIGNAL_CHANGE_LEVEL,
  SIGNAL_MOVE,
  SIGNAL_REMOVE,
  SIGNAL_ADD_CHILD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
key_pressed_cb (AftActionRow    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  const gboolean empty = aft_item_get_heading (self->item)[0] == '\0';
  const GdkModifierType held = modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);

  if ((keyval == GDK_KEY_Tab && held == 0 && empty) || (keyval == GDK_KEY_ISO_Left_Tab && empty))
    {
      gboolean done = FALSE;

      g_signal_emit (self, signals[SIGNAL_CHANGE_LEVEL], 0, keyval == GDK_KEY_Tab ? 1 : -1, &done);
      return done;
    }
  if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_Down) && held == GDK_ALT_MASK)
    {
      g_signal_emit (self, signals[SIGNAL_MOVE], 0, keyval == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_BackSpace && held == 0 && empty)
    {
      g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
activated_cb (AftActionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ADD_SIBLING], 0);
}

static void
row_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AftActionRow *self = AFT_ACTION_ROW (widget);

  if (strcmp (name, "row.remove") == 0)
    g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
  else if (strcmp (name, "row.move-up") == 0)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, -1);
  else if (strcmp (name, "row.move-down") == 0)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, 1);
  else if (strcmp (name, "row.add-child") == 0)
    g_signal_emit (self, signals[SIGNAL_ADD_CHILD], 0);
  else
    g_signal_emit (self, signals[SIGNAL_ADD_SIBLING], 0);
}

static void
done_toggled_cb (AftActionRow *self)
{
  AftActionItem *item = AFT_ACTION_ITEM (self->item);
  const gboolean active = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->done));

  if (aft_history_is_busy (aft_session_get_history (self->session)) ||
      active == (aft_action_item_get_state (item) == AFT_ACTION_DONE))
    return;

  if (active)
    {
      g_autoptr(GDateTime) now = g_date_time_new_now_local ();
      g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

      g_object_set (item, "state", AFT_ACTION_DONE, "done-on", day, NULL);
    }
  else
    {
      g_object_set (item, "state", AFT_ACTION_OPEN, "done-on", "", NULL);
    }
}

static void
state_changed_cb (AftActionRow *self)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->done), aft_action_item_get_state (AFT_ACTION_ITEM (self->item)) == AFT_ACTION_DONE);
}

static void
day_selected_cb (GtkCalendar  *calendar,
                 AftActionRow *self)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  g_object_set (self->item, "due", day, NULL);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER)));
}

static void
calendar_shown_cb (GtkWidget    *popover,
                   AftActionRow *self)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (GTK_POPOVER (popover)));
  GDate date;

  if (aft_due_get_date (aft_action_item_get_due (AFT_ACTION_ITEM (self->item)), &date))
    {
      g_autoptr(GDateTime) day = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);

      g_signal_handlers_block_by_func (calendar, day_selected_cb, self);
      gtk_calendar_select_day (calendar, day);
      g_signal_handlers_unblock_by_func (calendar, day_selected_cb, self);
    }
}

static GtkWidget *
create_calendar_button (AftActionRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _("Choose a Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a Day"), -1);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), self, 0);
  g_signal_connect_object (popover, "show", G_CALLBACK (calendar_shown_cb), self, 0);

  return button;
}

/* The form is made when it is first wanted. */
static void
details_shown_cb (GtkPopover   *popover,
                  AftActionRow *self)
{
  static const char *const item_fields[] = { "reason", "priority", "+purpose", "done-on", "+reference", "tracker", "outcome", "audience", NULL };
  static const char *const action_fields[] = { "purpose", "+reference", "audience", NULL };
  static const char *const lesson_fields[] = { "audience", NULL };
  GtkWidget *form;

  if (gtk_popover_get_child (popover) != NULL)
    return;

  form = aft_item_form_create (self->session, self->item,
                               AFT_IS_ACTION_ITEM (self->item) ? item_fields
                               : AFT_IS_LESSON (self->item)    ? lesson_fields
                                                               : action_fields);
  gtk_widget_set_size_request (form, 320, -1);
  gtk_widget_set_margin_top (form, 6);
  gtk_widget_set_margin_bottom (form, 6);
  gtk_widget_set_margin_start (form, 6);
  gtk_widget_set_margin_end (form, 6);
  gtk_popover_set_child (popover, form);
}

static GtkWidget *
create_details_button (AftActionRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-properties-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Details"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Details"), -1);
  g_signal_connect_object (popover, "show", G_CALLBACK (details_shown_cb), self, 0);

  return button;
}

static void
add_item_details (AftActionRow *self)
{
  GtkWidget *flow = gtk_flow_box_new ();
  GtkWidget *due_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *owner = aft_item_form_create_editor (self->session, self->item, "owner");

  self->due = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->due), _("Due: 4 weeks, 2021-08-05"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->due), 14);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->due), 22);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->due), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Due"), -1);
  aft_field_bind (G_OBJECT (self->due), self->item, "due");
  gtk_widget_add_css_class (due_box, "linked");
  gtk_box_append (GTK_BOX (due_box), self->due);
  gtk_box_append (GTK_BOX (due_box), create_calendar_button (self));

  self->overdue = gtk_label_new (_("Overdue"));
  gtk_widget_add_css_class (self->overdue, "warning");
  gtk_widget_add_css_class (self->overdue, "caption-heading");

  gtk_widget_set_tooltip_text (owner, _("Owner"));
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 9);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 4);
  gtk_widget_set_hexpand (flow, TRUE);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), owner, -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), due_box, -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), aft_item_form_create_editor (self->session, self->item, "state"), -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), self->overdue, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (flow); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_set_focusable (child, FALSE);
      gtk_widget_set_halign (child, GTK_ALIGN_START);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Owner, due date and state"), -1);
  gtk_box_append (GTK_BOX (self->details), flow);
}

static void
add_reason (AftActionRow *self,
            const char   *placeholder,
            const char   *label)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (label);

  self->reason = aft_line_view_new (self->item, "reason", placeholder);
  gtk_widget_set_hexpand (self->reason, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "row.add-child");
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->details), self->reason);
  gtk_box_append (GTK_BOX (self->details), add);
}

static GtkWidget *
create_menu_button (AftActionRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenuItem) copy = NULL;

  g_menu_append (menu, _("Add Another _Below"), "row.add-sibling");
  if (AFT_IS_LESSON (self->item))
    g_menu_append (menu, _("Add _Corrective Action"), "row.add-child");
  else if (AFT_IS_CORRECTIVE_ACTION (self->item))
    g_menu_append (menu, _("Add Action _Item"), "row.add-child");
  g_menu_append (menu, _("Move _Up"), "row.move-up");
  g_menu_append (menu, _("Move _Down"), "row.move-down");
  copy = g_menu_item_new (_("Copy as _Markdown"), NULL);
  g_menu_item_set_action_and_target (copy, "win.copy-part", "s", aft_item_get_id (self->item));
  g_menu_append_item (menu, copy);
  g_menu_append (menu, _("_Remove"), "row.remove");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);

  return button;
}

static void
build (AftActionRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkEventController *keys = gtk_event_controller_key_new ();
  const guint level = AFT_IS_LESSON (self->item) ? 0 : AFT_IS_CORRECTIVE_ACTION (self->item) ? 1 : 2;

  if (AFT_IS_ACTION_ITEM (self->item))
    {
      self->done = gtk_check_button_new ();
      gtk_widget_set_tooltip_text (self->done, _("Done"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->done), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Done"), -1);
      gtk_widget_set_valign (self->done, GTK_ALIGN_START);
      gtk_widget_set_margin_top (self->done, 5);
      gtk_box_append (GTK_BOX (line), self->done);
      state_changed_cb (self);
      g_signal_connect_object (self->item, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->done, "toggled", G_CALLBACK (done_toggled_cb), self, G_CONNECT_SWAPPED);
    }

  self->number = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->number, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), level == 0 ? "heading" : "dim-label");
  gtk_label_set_yalign (self->number, 0);
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_START);
  gtk_widget_set_margin_top (GTK_WIDGET (self->number), 7);
  self->text = aft_line_view_new (self->item, "text", aft_item_get_kind_label (self->item));
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_add_css_class (self->text, "inline");
  g_signal_connect_object (self->text, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (aft_line_view_get_text_view (AFT_LINE_VIEW (self->text)), keys);

  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (line), self->text);
  if (!AFT_IS_ACTION_ITEM (self->item))
    {
      self->answers = aft_link_chip_new (self->session, "afterword-whys-symbolic");
      gtk_widget_set_valign (self->answers, GTK_ALIGN_START);
      gtk_widget_set_margin_top (self->answers, 6);
      gtk_box_append (GTK_BOX (line), self->answers);
    }
  gtk_box_append (GTK_BOX (line), create_details_button (self));
  gtk_box_append (GTK_BOX (line), create_menu_button (self));

  self->details = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_set_margin_start (self->details, level == 2 ? 30 : 0);
  if (AFT_IS_ACTION_ITEM (self->item))
    add_item_details (self);
  else if (AFT_IS_CORRECTIVE_ACTION (self->item))
    add_reason (self, _("No concrete action item yet: say why"), _("Add Action _Item"));
  else
    add_reason (self, _("No corrective action yet: say why"), _("Add _Corrective Action"));

  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->details);
  gtk_widget_set_margin_start (self->box, (int) level * INDENT);
}

static gboolean
aft_action_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (AFT_ACTION_ROW (widget)->text);
}

static void
aft_action_row_dispose (GObject *object)
{
  AftActionRow *self = AFT_ACTION_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_action_row_parent_class)->dispose (object);
}

static void
aft_action_row_class_init (AftActionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_action_row_dispose;
  widget_class->grab_focus = aft_action_row_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);

  signals[SIGNAL_ADD_SIBLING] = g_signal_new ("add-sibling", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * AftActionRow::change-level:
   * @step: 1 for deeper, -1 for higher
   *
   * Returns: whether that was possible; otherwise the key moves the focus
   */
  signals[SIGNAL_CHANGE_LEVEL] = g_signal_new ("change-level", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                               G_TYPE_BOOLEAN, 1, G_TYPE_INT);
  signals[SIGNAL_MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ADD_CHILD] = g_signal_new ("add-child", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "row.add-sibling", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "row.add-child", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "row.move-up", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "row.move-down", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, row_action);
}

static void
aft_action_row_init (AftActionRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "aft-action-row");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * aft_action_row_new:
 * @session: the document
 * @item: a lesson, corrective action or action item
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
aft_action_row_new (AftSession *session,
                    AftItem    *item)
{
  AftActionRow *self = g_object_new (AFT_TYPE_ACTION_ROW, NULL);

  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  build (self);

  return GTK_WIDGET (self);
}

/**
 * aft_action_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
AftItem *
aft_action_row_get_item (AftActionRow *self)
{
  return self->item;
}

/* The answers of the whys that it comes from. */
static void
show_answers (AftActionRow *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  g_autoptr(GPtrArray) answers = NULL;
  const char *const *ids;
  g_autofree char *text = NULL;

  if (self->answers == NULL)
    return;

  answers = g_ptr_array_new ();
  ids = AFT_IS_LESSON (self->item) ? aft_lesson_get_answers (AFT_LESSON (self->item))
                                   : aft_corrective_action_get_answers (AFT_CORRECTIVE_ACTION (self->item));
  for (gsize i = 0; ids[i] != NULL; i++)
    if (aft_document_find (document, ids[i]) != NULL)
      g_ptr_array_add (answers, aft_document_find (document, ids[i]));
  text = g_strdup_printf (ngettext ("From %u answer of the whys", "From %u answers of the whys", answers->len), answers->len);
  aft_link_chip_set_links (AFT_LINK_CHIP (self->answers), answers, text);
}

/**
 * aft_action_row_update:
 * @self: a row
 * @today: the present day
 *
 * Shows the number, which follows from the place, and what is overdue.
 */
void
aft_action_row_update (AftActionRow *self,
                       const GDate  *today)
{
  g_autofree char *number = NULL;

  g_return_if_fail (AFT_IS_ACTION_ROW (self));

  number = aft_action_outline_dup_number (self->item);
  gtk_label_set_text (self->number, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (aft_line_view_get_text_view (AFT_LINE_VIEW (self->text))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, number, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, number, -1);

  show_answers (self);
  if (AFT_IS_ACTION_ITEM (self->item))
    {
      const gboolean overdue = aft_due_is_overdue (AFT_ACTION_ITEM (self->item), today);

      gtk_widget_set_visible (self->overdue, overdue);
      if (overdue)
        gtk_widget_add_css_class (self->due, "warning");
      else
        gtk_widget_remove_css_class (self->due, "warning");
    }
  else
    {
      GListModel *below = AFT_IS_LESSON (self->item) ? aft_lesson_get_actions (AFT_LESSON (self->item))
                                                     : aft_corrective_action_get_items (AFT_CORRECTIVE_ACTION (self->item));

      gtk_widget_set_visible (self->details, g_list_model_get_n_items (below) == 0);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-answer.h"
#include "aft-document.h"
#include "aft-lesson.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-node.h"
#include "aft-whys-tree.h"

/* The measures of a box, in pixels; whys.css has the same. */
#define PADDING 10
#define FOOTER_HEIGHT 22
#define QUESTION_PADDING 4
#define MAX_LINES 8

/**
 * AftWhysNode:
 *
 * A problem, question or answer on the canvas: a real widget with a focus, a name and a place in
 * the tree for a screen reader. Its text is edited in place.
 */
struct _AftWhysNode
{
  GtkWidget  parent_instance;

  /* Children */
  GtkWidget *box;
  GtkStack  *stack;
  GtkLabel  *label;
  GtkWidget *entry;
  GtkWidget *footer;
  GtkImage  *state_icon;
  GtkLabel  *state_label;

  /* Owned */
  AftItem   *item;

  gboolean   editing;
};

G_DEFINE_FINAL_TYPE (AftWhysNode, aft_whys_node, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_KEEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (AftItem *item)
{
  const char *text = aft_item_get_heading (item);

  if (text[0] != '\0')
    return text;
  if (AFT_IS_PROBLEM (item))
    return _("What happened?");

  return AFT_IS_QUESTION (item) ? _("Why?") : _("Because…");
}

static const char *
get_state_icon_name (AftAnswer *answer)
{
  switch (aft_answer_get_state (answer))
    {
    case AFT_ANSWER_CONFIRMED: return "afterword-confirmed-symbolic";
    case AFT_ANSWER_RULED_OUT: return "afterword-ruled-out-symbolic";
    case AFT_ANSWER_POSSIBLE:
    default: return "afterword-possible-symbolic";
    }
}

static char *
describe (AftItem *item)
{
  AftDocument *document = aft_item_get_document (item);
  g_autoptr(GString) text = NULL;
  guint n_events = 0;

  if (AFT_IS_PROBLEM (item))
    return g_strdup (aft_problem_get_went_well (AFT_PROBLEM (item)) ? _("went well") : "");
  if (!AFT_IS_ANSWER (item))
    return g_strdup ("");

  text = g_string_new (aft_choice_get_nth_label (AFT_TYPE_ANSWER_STATE, aft_answer_get_state (AFT_ANSWER (item))));
  if (aft_answer_get_contributing_factor (AFT_ANSWER (item)))
    /* Translators: said of an answer of the five whys, short for contributing factor */
    g_string_append_printf (text, " · %s", C_("answer", "factor"));
  for (const char *const *id = aft_answer_get_events (AFT_ANSWER (item)); *id != NULL; id++)
    n_events++;
  if (n_events > 0)
    g_string_append_printf (text, ngettext (" · %u event", " · %u events", n_events), n_events);
  if (document != NULL)
    {
      g_autoptr(GPtrArray) lessons = aft_document_get_referrers (document, item, AFT_TYPE_LESSON, "answers");

      if (lessons->len > 0)
        g_string_append_printf (text, ngettext (" · %u lesson", " · %u lessons", lessons->len), lessons->len);
    }

  return g_strdup (text->str);
}

static gboolean
key_pressed_cb (AftWhysNode     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  const gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;
  const gboolean control = (modifiers & GDK_CONTROL_MASK) != 0;

  if (keyval == GDK_KEY_Escape)
    {
      aft_whys_node_finish (self, AFT_WHYS_LEAVE);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;

  if (control && shift)
    aft_whys_node_finish (self, AFT_WHYS_KEEP_AND_QUESTION);
  else if (shift)
    aft_whys_node_finish (self, AFT_WHYS_KEEP_AND_ALTERNATIVE);
  else
    aft_whys_node_finish (self, AFT_WHYS_KEEP_AND_ASK);

  return GDK_EVENT_STOP;
}

static void
focus_left_cb (AftWhysNode *self)
{
  if (self->editing)
    aft_whys_node_finish (self, AFT_WHYS_KEEP);
}

static void
aft_whys_node_dispose (GObject *object)
{
  AftWhysNode *self = AFT_WHYS_NODE (object);

  self->editing = FALSE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (aft_whys_node_parent_class)->dispose (object);
}

static void
aft_whys_node_class_init (AftWhysNodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_whys_node_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "whynode");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE_ITEM);

  /**
   * AftWhysNode::keep:
   * @text: what was typed
   * @keep: an #AftWhysKeep
   *
   * The user ended typing.
   */
  signals[SIGNAL_KEEP] = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                       G_TYPE_STRING, G_TYPE_INT);
}

static void
aft_whys_node_init (AftWhysNode *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->label = GTK_LABEL (gtk_label_new (""));
  self->footer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->state_icon = GTK_IMAGE (gtk_image_new ());
  self->state_label = GTK_LABEL (gtk_label_new (""));

  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_yalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (self->label, MAX_LINES);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->label), "label");
  gtk_label_set_ellipsize (self->state_label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->state_label), "caption");
  gtk_widget_add_css_class (self->footer, "dim-label");
  gtk_box_append (GTK_BOX (self->footer), GTK_WIDGET (self->state_icon));
  gtk_box_append (GTK_BOX (self->footer), GTK_WIDGET (self->state_label));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (self->box), self->footer);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * aft_whys_node_new:
 * @item: a problem, question or answer
 *
 * Returns: (transfer floating): a widget for it
 */
GtkWidget *
aft_whys_node_new (AftItem *item)
{
  AftWhysNode *self = g_object_new (AFT_TYPE_WHYS_NODE, NULL);

  self->item = g_object_ref (item);
  if (AFT_IS_QUESTION (item))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "question");
      gtk_label_set_xalign (self->label, 0.5);
      gtk_label_set_justify (self->label, GTK_JUSTIFY_CENTER);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), AFT_IS_PROBLEM (item) ? "problem" : "answer");
    }

  return GTK_WIDGET (self);
}

/**
 * aft_whys_node_get_item:
 * @self: a node
 *
 * Returns: (transfer none): what it shows
 */
AftItem *
aft_whys_node_get_item (AftWhysNode *self)
{
  return self->item;
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The symbol says the state already: where there is more to say, the word for it gives way. */
static const char *
get_footer_text (const char *description)
{
  const char *rest = strstr (description, " · ");

  return rest != NULL ? rest + strlen (" · ") : description;
}

/**
 * aft_whys_node_update:
 * @self: a node
 * @level: how deep it stands, counted from 1
 * @position: its place among its siblings, counted from 1
 * @n_siblings: how many there are
 * @selected: whether it is chosen
 *
 * Shows the item as it is now.
 */
void
aft_whys_node_update (AftWhysNode *self,
                      guint        level,
                      guint        position,
                      guint        n_siblings,
                      gboolean     selected)
{
  g_autofree char *state = describe (self->item);
  g_autofree char *spoken = NULL;
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean ruled_out = AFT_IS_ANSWER (self->item) && aft_answer_get_state (AFT_ANSWER (self->item)) == AFT_ANSWER_RULED_OUT;

  gtk_label_set_text (self->label, get_text (self->item));
  set_class (widget, "placeholder", aft_item_get_heading (self->item)[0] == '\0');
  set_class (widget, "selected", selected);
  set_class (widget, "ruled-out", ruled_out);
  set_class (widget, "confirmed", AFT_IS_ANSWER (self->item) && aft_answer_get_state (AFT_ANSWER (self->item)) == AFT_ANSWER_CONFIRMED);
  set_class (widget, "factor", AFT_IS_ANSWER (self->item) && aft_answer_get_contributing_factor (AFT_ANSWER (self->item)));
  gtk_widget_set_visible (self->footer, state[0] != '\0');
  gtk_label_set_text (self->state_label, get_footer_text (state));
  gtk_widget_set_visible (GTK_WIDGET (self->state_icon), AFT_IS_ANSWER (self->item));
  if (AFT_IS_ANSWER (self->item))
    gtk_image_set_from_icon_name (self->state_icon, get_state_icon_name (AFT_ANSWER (self->item)));

  /* GTK makes a description of the tooltip; ours comes after it. */
  gtk_widget_set_tooltip_text (widget, g_utf8_strlen (get_text (self->item), -1) > 120 ? get_text (self->item) : NULL);
  spoken = g_strdup_printf ("%s: %s", aft_item_get_kind_label (self->item), get_text (self->item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) level, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_siblings, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * aft_whys_node_edit:
 * @self: a node
 *
 * Lets the user type the text in place.
 */
void
aft_whys_node_edit (AftWhysNode *self)
{
  GtkEventController *keys;
  GtkEventController *focus;

  g_return_if_fail (AFT_IS_WHYS_NODE (self));

  if (self->editing)
    return;

  /* A text of its own has no role, and so is nothing to a screen reader. */
  self->entry = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  keys = gtk_event_controller_key_new ();
  focus = gtk_event_controller_focus_new ();
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), aft_item_get_heading (self->item));
  gtk_text_set_placeholder_text (GTK_TEXT (self->entry), get_text (self->item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, aft_item_get_kind_label (self->item), -1);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
  gtk_stack_add_named (self->stack, self->entry, "entry");
  gtk_stack_set_visible_child (self->stack, self->entry);
  self->editing = TRUE;
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * aft_whys_node_is_editing:
 * @self: a node
 *
 * Returns: whether the user is typing in it
 */
gboolean
aft_whys_node_is_editing (AftWhysNode *self)
{
  return self->editing;
}

/**
 * aft_whys_node_finish:
 * @self: a node in which the user types
 * @keep: how typing ends
 */
void
aft_whys_node_finish (AftWhysNode *self,
                      AftWhysKeep  keep)
{
  g_autofree char *text = NULL;
  GtkWidget *entry;
  gboolean focused;

  g_return_if_fail (AFT_IS_WHYS_NODE (self));

  if (!self->editing)
    return;

  self->editing = FALSE;
  entry = self->entry;
  self->entry = NULL;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  focused = gtk_widget_has_focus (entry);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->label));
  g_object_ref (self);
  gtk_stack_remove (self->stack, entry);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_KEEP], 0, text, keep);
  g_object_unref (self);
}

/**
 * aft_whys_node_measure_item:
 * @widget: whose fonts to use
 * @item: a problem, question or answer
 * @width: (out): in pixels before zoom
 * @height: (out): in pixels before zoom
 *
 * How large the box of an item is, without making one.
 */
void
aft_whys_node_measure_item (GtkWidget *widget,
                            AftItem   *item,
                            double    *width,
                            double    *height)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, get_text (item));
  const gboolean question = AFT_IS_QUESTION (item);
  const int padding = question ? QUESTION_PADDING : PADDING;
  int text_height;

  *width = question ? AFT_WHYS_QUESTION_WIDTH : AFT_WHYS_BOX_WIDTH;
  pango_layout_set_width (layout, ((int) *width - 2 * padding) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -MAX_LINES);
  pango_layout_get_pixel_size (layout, NULL, &text_height);

  *height = text_height + 2 * padding;
  if (AFT_IS_ANSWER (item) || (AFT_IS_PROBLEM (item) && aft_problem_get_went_well (AFT_PROBLEM (item))))
    *height += FOOTER_HEIGHT;
}

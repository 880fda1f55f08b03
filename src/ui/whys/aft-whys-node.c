/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-answer.h"
#include "aft-corrective-action.h"
#include "aft-event.h"
#include "aft-lesson.h"
#include "aft-link-chip.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-node-private.h"

/* Between the parts of a footer, in pixels. */
#define SPACING 6

/**
 * AftWhysNode:
 *
 * A problem, question or answer on the canvas or in the outline: a real widget with a focus, a name
 * and a place in the tree for a screen reader. Its text is edited in place.
 */
G_DEFINE_FINAL_TYPE (AftWhysNode, aft_whys_node, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_KEEP,
  SIGNAL_DRAFT,
  SIGNAL_FOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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

static void
fold_cb (AftWhysNode *self)
{
  g_signal_emit (self, signals[SIGNAL_FOLD], 0);
}

/* Where a child goes: @x counts from the start of the line. */
static void
allocate (AftWhysNode *self,
          GtkWidget   *child,
          double       x,
          double       y,
          double       width,
          double       height)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation allocation = { (int) (mirrored ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x), (int) y,
                               (int) width, (int) height };
  int minimum;

  if (child == NULL || !gtk_widget_should_layout (child))
    return;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  allocation.width = MAX (allocation.width, minimum);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, allocation.width, &minimum, NULL, NULL, NULL);
  allocation.height = MAX (allocation.height, minimum);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
aft_whys_node_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  AftWhysNode *self = AFT_WHYS_NODE (widget);
  const gboolean has_footer = gtk_widget_get_visible (self->footer);
  const double icon = self->style.icon_width;
  const double foot = self->style.footer_height;
  int fold_width = 0;

  if (self->state.row)
    {
      const double links = AFT_IS_QUESTION (self->item) ? 2 * icon : self->state.beside ? self->style.links_width : 0;
      const double below = has_footer && !self->state.beside ? foot : 0;

      const double x = AFT_IS_ANSWER (self->item) ? 2 * icon : icon;

      allocate (self, self->fold, 0, 0, icon - 2, foot - 6);
      allocate (self, self->state_icon, icon, 0, icon - SPACING, foot - 6);
      allocate (self, self->label, x, 0, width - 2 * icon - links, height - below);
      allocate (self, self->editor, x, 0, width - 2 * icon - links, height - below);
      if (self->state.beside)
        allocate (self, self->footer, width - links + SPACING, 0, links - SPACING, foot - 6);
      else
        allocate (self, self->footer, x, height - foot + 2, width - 2 * icon, foot - 4);
      return;
    }

  if (gtk_widget_get_visible (self->fold))
    gtk_widget_measure (self->fold, GTK_ORIENTATION_HORIZONTAL, -1, &fold_width, NULL, NULL, NULL);
  allocate (self, self->label, 0, 0, width, has_footer ? height - foot : height);
  allocate (self, self->editor, 0, 0, width, has_footer ? height - foot : height);
  allocate (self, self->state_icon, 0, height - foot + 6, 16, foot - 6);
  allocate (self, self->footer, AFT_IS_ANSWER (self->item) ? 16 + SPACING : 0, height - foot + 6,
            width - 16 - SPACING - fold_width, foot - 6);
  allocate (self, self->fold, width - fold_width, height - foot + 6, fold_width, foot - 6);
}

static void
aft_whys_node_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  /* The layout of the whole forest says how large it is. */
  *minimum = *natural = 1;
}

static void
aft_whys_node_dispose (GObject *object)
{
  AftWhysNode *self = AFT_WHYS_NODE (object);

  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->footer, gtk_widget_unparent);
  g_clear_pointer (&self->state_icon, gtk_widget_unparent);
  g_clear_pointer (&self->fold, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_whys_node_parent_class)->dispose (object);
}

static void
aft_whys_node_class_init (AftWhysNodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_whys_node_dispose;
  widget_class->measure = aft_whys_node_measure;
  widget_class->size_allocate = aft_whys_node_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "whynode");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE_ITEM);

  /**
   * AftWhysNode::keep:
   * @text: what was typed
   * @keep: an #AftWhysKeep
   *
   * The user ended typing.
   */
  signals[SIGNAL_KEEP] = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  /**
   * AftWhysNode::draft:
   * @text: what stands in the box
   *
   * The user types.
   */
  signals[SIGNAL_DRAFT] = g_signal_new ("draft", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * AftWhysNode::fold:
   *
   * The user wants what is below hidden, or shown.
   */
  signals[SIGNAL_FOLD] =
    g_signal_new ("fold", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_whys_node_init (AftWhysNode *self)
{
  self->label = gtk_label_new ("");
  self->footer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->state_icon = gtk_image_new ();
  self->state_label = gtk_label_new ("");
  self->fold = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_yalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (self->label), AFT_WHYS_MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->state_label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->state_label, "caption");
  gtk_widget_add_css_class (self->state_icon, "dim-label");
  gtk_widget_add_css_class (self->footer, "footer");
  gtk_box_append (GTK_BOX (self->footer), self->state_label);

  gtk_widget_add_css_class (self->fold, "fold");
  gtk_widget_add_css_class (self->fold, "flat");
  gtk_widget_set_focusable (self->fold, FALSE);
  g_signal_connect_swapped (self->fold, "clicked", G_CALLBACK (fold_cb), self);

  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->state_icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->footer, GTK_WIDGET (self));
  gtk_widget_set_parent (self->fold, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * aft_whys_node_new:
 * @session: the document
 * @item: a problem, question or answer
 * @style: the measures of its parts
 *
 * Returns: (transfer floating): a widget for it
 */
GtkWidget *
aft_whys_node_new (AftSession         *session,
                   AftItem            *item,
                   const AftWhysStyle *style)
{
  AftWhysNode *self;

  g_return_val_if_fail (AFT_IS_SESSION (session) && AFT_IS_ITEM (item) && style != NULL, NULL);

  self = g_object_new (AFT_TYPE_WHYS_NODE, NULL);
  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  self->style = *style;
  gtk_widget_add_css_class (GTK_WIDGET (self), AFT_IS_QUESTION (item)  ? "question"
                                               : AFT_IS_PROBLEM (item) ? "problem"
                                                                       : "answer");

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
  g_return_val_if_fail (AFT_IS_WHYS_NODE (self), NULL);

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

static void
append_fact (GString    *text,
             const char *fact)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, fact);
}

/* Shows links of one kind, and adds them to what is said. */
static void
show_chip (AftWhysNode *self,
           GtkWidget  **chip,
           const char  *icon_name,
           GPtrArray   *links,
           const char  *text,
           GString     *spoken)
{
  if (links->len > 0)
    append_fact (spoken, text);
  if (*chip == NULL && links->len > 0)
    {
      *chip = aft_link_chip_new (self->session, icon_name);
      gtk_widget_set_can_focus (*chip, FALSE);
      gtk_box_append (GTK_BOX (self->footer), *chip);
    }
  if (*chip != NULL)
    aft_link_chip_set_links (AFT_LINK_CHIP (*chip), links, text);
}

static void
show_links (AftWhysNode *self,
            GString     *spoken)
{
  g_autoptr(GPtrArray) events = aft_whys_item_list_links_of (self->item, AFT_TYPE_EVENT);
  g_autoptr(GPtrArray) lessons = aft_whys_item_list_links_of (self->item, AFT_TYPE_LESSON);
  g_autoptr(GPtrArray) actions = aft_whys_item_list_links_of (self->item, AFT_TYPE_CORRECTIVE_ACTION);
  g_autoptr(GPtrArray) same = aft_whys_item_list_links_of (self->item, AFT_TYPE_ANSWER);
  g_autofree char *n_events = g_strdup_printf (ngettext ("%u event", "%u events", events->len), events->len);
  g_autofree char *n_lessons = g_strdup_printf (ngettext ("%u lesson", "%u lessons", lessons->len), lessons->len);
  g_autofree char *n_actions =
    g_strdup_printf (ngettext ("%u proposed action", "%u proposed actions", actions->len), actions->len);

  show_chip (self, &self->events, "afterword-timeline-symbolic", events, n_events, spoken);
  show_chip (self, &self->lessons, "afterword-lesson-symbolic", lessons, n_lessons, spoken);
  show_chip (self, &self->actions, "afterword-actions-symbolic", actions, n_actions, spoken);
  show_chip (self, &self->same, "afterword-same-symbolic", same, _("same as another answer"), spoken);
}

static void
show_fold (AftWhysNode *self,
           GString     *spoken)
{
  const AftWhysNodeState *state = &self->state;
  const gboolean can_fold = state->n_below > 0 && !AFT_IS_QUESTION (self->item);
  g_autofree char *text = NULL;
  g_autofree char *hidden = NULL;

  gtk_widget_set_visible (self->fold, can_fold && (state->row || state->n_hidden > 0));
  if (can_fold)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, state->n_hidden == 0, -1);
  if (state->n_hidden > 0)
    {
      hidden = g_strdup_printf (ngettext ("%u answer hidden", "%u answers hidden", state->n_hidden), state->n_hidden);
      append_fact (spoken, hidden);
    }
  if (!can_fold)
    return;

  /* Translators: on a button: how many answers are hidden below this one */
  text = g_strdup_printf (C_("hidden answers", "+%u"), state->n_hidden);
  if (state->row)
    gtk_button_set_icon_name (GTK_BUTTON (self->fold), state->n_hidden > 0 ? "pan-end-symbolic" : "pan-down-symbolic");
  else
    gtk_button_set_label (GTK_BUTTON (self->fold), text);
  gtk_widget_set_tooltip_text (self->fold, hidden);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  state->n_hidden > 0 ? _("Show what is below") : _("Hide what is below"), -1);
}

static void
tell_accessible (AftWhysNode *self,
                 const char  *facts)
{
  g_autofree char *spoken =
    g_strdup_printf ("%s: %s", aft_item_get_kind_label (self->item), aft_whys_item_get_text (self->item));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, facts, GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int) self->state.level, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) self->state.position,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) self->state.n_siblings, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, self->state.selected, -1);
}

static void
append_below (AftWhysNode *self,
              GString     *facts)
{
  const guint n = self->state.n_below;
  g_autofree char *below = NULL;

  if (n == 0)
    return;

  below = AFT_IS_QUESTION (self->item) ? g_strdup_printf (ngettext ("%u answer", "%u answers", n), n)
                                       : g_strdup_printf (ngettext ("%u question", "%u questions", n), n);
  append_fact (facts, below);
}

/**
 * aft_whys_node_update:
 * @self: a node
 * @state: what it shows besides its item
 *
 * Shows the item as it is now.
 */
void
aft_whys_node_update (AftWhysNode            *self,
                      const AftWhysNodeState *state)
{
  g_autoptr(GString) facts = g_string_new (NULL);
  GtkWidget *widget = GTK_WIDGET (self);
  AftAnswer *answer = AFT_IS_ANSWER (self->item) ? AFT_ANSWER (self->item) : NULL;
  const gboolean factor = answer != NULL && aft_answer_get_contributing_factor (answer);
  const gboolean went_well = AFT_IS_PROBLEM (self->item) && aft_problem_get_went_well (AFT_PROBLEM (self->item));
  const char *text = aft_whys_item_get_text (self->item);

  g_return_if_fail (AFT_IS_WHYS_NODE (self) && state != NULL);

  self->state = *state;
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_label_set_xalign (GTK_LABEL (self->label), AFT_IS_QUESTION (self->item) && !state->row ? 0.5f : 0);
  gtk_label_set_justify (GTK_LABEL (self->label),
                         AFT_IS_QUESTION (self->item) && !state->row ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  set_class (widget, "row", state->row);
  set_class (widget, "placeholder", aft_item_get_heading (self->item)[0] == '\0');
  set_class (widget, "selected", state->selected);
  set_class (widget, "faint", state->faint);
  set_class (widget, "found", state->found);
  set_class (widget, "ruled-out", answer != NULL && aft_answer_get_state (answer) == AFT_ANSWER_RULED_OUT);
  set_class (widget, "confirmed", answer != NULL && aft_answer_get_state (answer) == AFT_ANSWER_CONFIRMED);
  set_class (widget, "factor", factor);

  gtk_widget_set_visible (self->state_icon, answer != NULL);
  gtk_widget_set_visible (self->footer, state->row ? aft_whys_item_has_links (self->item)
                                                   : aft_whys_item_has_footer (self->item, state->n_hidden > 0));
  if (answer != NULL)
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (self->state_icon), get_state_icon_name (answer));
      append_fact (facts, aft_choice_get_nth_label (AFT_TYPE_ANSWER_STATE, aft_answer_get_state (answer)));
      if (factor)
        append_fact (facts, _("contributing factor"));
      show_links (self, facts);
    }
  else if (went_well)
    {
      append_fact (facts, _("went well"));
    }
  /* Translators: said of an answer of the five whys, short for contributing factor */
  gtk_label_set_text (GTK_LABEL (self->state_label), factor ? C_("answer", "factor") : went_well ? _("went well") : "");
  gtk_widget_set_visible (self->state_label, factor || went_well);
  show_fold (self, facts);
  append_below (self, facts);

  /* GTK makes a description of the tooltip; ours comes after it. */
  gtk_widget_set_tooltip_text (widget, g_utf8_strlen (text, -1) > 120 ? text : NULL);
  tell_accessible (self, facts->str);
}

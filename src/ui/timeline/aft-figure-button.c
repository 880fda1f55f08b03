/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-words.h"
#include "aft-figure-button.h"

/**
 * AftFigureButton:
 *
 * A figure of the response. It opens to what it counts and to the two moments it comes from, each of
 * which leads to its event. In a scenario it says what it would have been.
 */
struct _AftFigureButton
{
  GtkWidget  parent_instance;

  /* Children */
  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *number;
  GtkWidget *popover;
  GtkWidget *definition;
  GtkWidget *unknown;
  GtkWidget *rows[2];
  GtkWidget *times[2];
  GtkWidget *titles[2];

  /* Owned: from, to */
  AftEvent  *events[2];
};

G_DEFINE_FINAL_TYPE (AftFigureButton, aft_figure_button, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EVENT_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_clicked_cb (AftFigureButton *self,
                GtkWidget       *row)
{
  g_autoptr(AftEvent) event = NULL;

  g_set_object (&event, self->events[row == self->rows[1]]);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (event != NULL)
    g_signal_emit (self, signals[SIGNAL_EVENT_CHOSEN], 0, event);
}

static void
aft_figure_button_dispose (GObject *object)
{
  AftFigureButton *self = AFT_FIGURE_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->events[0]);
  g_clear_object (&self->events[1]);

  G_OBJECT_CLASS (aft_figure_button_parent_class)->dispose (object);
}

static void
aft_figure_button_class_init (AftFigureButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_figure_button_dispose;

  /**
   * AftFigureButton::event-chosen:
   * @event: an event that the figure comes from
   */
  signals[SIGNAL_EVENT_CHOSEN] = g_signal_new ("event-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 1, AFT_TYPE_EVENT);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "aft-figure-button");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_wrapped (const char *css_class)
{
  GtkWidget *label = make_label (css_class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);

  return label;
}

static GtkWidget *
make_row (AftFigureButton *self,
          guint            nth)
{
  GtkWidget *row = gtk_button_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->times[nth] = make_label ("caption");
  gtk_widget_add_css_class (self->times[nth], "dim-label");
  gtk_widget_add_css_class (self->times[nth], "numeric");
  gtk_box_append (GTK_BOX (column), self->times[nth]);
  self->titles[nth] = make_label ("body");
  gtk_label_set_ellipsize (GTK_LABEL (self->titles[nth]), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->titles[nth]), 36);
  gtk_label_set_single_line_mode (GTK_LABEL (self->titles[nth]), TRUE);
  gtk_box_append (GTK_BOX (column), self->titles[nth]);

  gtk_button_set_child (GTK_BUTTON (row), column);
  gtk_widget_add_css_class (row, "flat");
  g_signal_connect_swapped (row, "clicked", G_CALLBACK (row_clicked_cb), self);

  return row;
}

static void
aft_figure_button_init (AftFigureButton *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->label = make_label ("caption");
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_box_append (GTK_BOX (column), self->label);
  self->number = make_label ("title-4");
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_box_append (GTK_BOX (column), self->number);

  self->definition = make_wrapped ("aft-definition");
  gtk_box_append (GTK_BOX (box), self->definition);
  self->unknown = make_wrapped ("dim-label");
  gtk_label_set_text (GTK_LABEL (self->unknown), _("Not known yet: mark the events that are these key moments."));
  gtk_box_append (GTK_BOX (box), self->unknown);
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    {
      self->rows[i] = make_row (self, i);
      gtk_box_append (GTK_BOX (box), self->rows[i]);
    }

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), column);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_add_css_class (self->button, "aft-figure");
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * aft_figure_button_new:
 *
 * Returns: (transfer floating): a button that shows nothing yet
 */
GtkWidget *
aft_figure_button_new (void)
{
  return g_object_new (AFT_TYPE_FIGURE_BUTTON, NULL);
}

static void
show_event (AftFigureButton *self,
            guint            nth,
            AftEvent        *event,
            AftScenario     *scenario,
            GTimeZone       *zone)
{
  g_autofree char *time = NULL;
  g_autofree char *from_or_to = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  g_set_object (&self->events[nth], event);
  gtk_widget_set_visible (self->rows[nth], event != NULL);
  if (event == NULL)
    return;

  if (aft_scenario_is_moved (scenario, event))
    time = aft_moment_format (aft_scenario_get_at (scenario, event), zone, AFT_MOMENT_STYLE_FULL);
  else
    time = aft_event_dup_full_time (event, zone);
  from_or_to = g_strdup_printf (nth == 0
                                /* Translators: %s is the time at which a figure begins */
                                ? C_("figure", "From %s")
                                /* Translators: %s is the time at which a figure ends */
                                : C_("figure", "To %s"), time);
  title = aft_event_dup_title (event);
  /* Translators: a time and the text of an event, as a screen reader says it */
  name = g_strdup_printf (C_("time, event", "%s, %s"), from_or_to, title);

  gtk_label_set_text (GTK_LABEL (self->times[nth]), from_or_to);
  gtk_label_set_text (GTK_LABEL (self->titles[nth]), title);
  gtk_widget_set_tooltip_text (self->rows[nth], _("Go to the event"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[nth]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Of all of them the shorter is the better; what would be before its start is neither. */
static int
compare (const AftMetric *fact,
         const AftMetric *what_if)
{
  if (!fact->known || !what_if->known || what_if->duration < 0)
    return 0;

  return (what_if->duration > fact->duration) - (what_if->duration < fact->duration);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/**
 * aft_figure_button_show:
 * @self: a button
 * @fact: the figure as it was
 * @what_if: (nullable): the figure as it would have been in @scenario
 * @scenario: (nullable): a scenario
 * @zone: the zone in which times are shown
 */
void
aft_figure_button_show (AftFigureButton *self,
                        const AftMetric *fact,
                        const AftMetric *what_if,
                        AftScenario     *scenario,
                        GTimeZone       *zone)
{
  const AftMetric *shown = what_if != NULL ? what_if : fact;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *definition = NULL;
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;
  int order;
  gboolean changed;

  g_return_if_fail (AFT_IS_FIGURE_BUTTON (self) && fact != NULL && zone != NULL);

  before = aft_metric_format (fact);
  after = aft_metric_format (shown);
  definition = aft_metric_get_definition (shown);
  order = what_if != NULL ? compare (fact, what_if) : 0;
  changed = what_if != NULL && !g_str_equal (before, after);

  if (changed && order == 0)
    {
      number = g_strdup_printf ("%s → %s", before, after);
      /* Translators: the name of a figure, what it would be and what it was */
      name = g_strdup_printf (C_("metric", "%s: %s instead of %s"), aft_metric_get_label (shown), after, before);
    }
  else if (changed)
    {
      number = g_strdup_printf ("%s %s → %s", order < 0 ? "↓" : "↑", before, after);
      /* Translators: the name of a figure, what it would be and what it was; it would be shorter */
      name = g_strdup_printf (order < 0 ? C_("metric", "%s: shorter, %s instead of %s")
                              /* Translators: the name of a figure, what it would be and what it was; it would be longer */
                              : C_("metric", "%s: longer, %s instead of %s"),
                              aft_metric_get_label (shown), after, before);
    }
  else
    {
      number = g_strdup (after);
      /* Translators: the name of a figure and the figure, such as “Detected: 3 h 20 min” */
      name = g_strdup_printf (C_("metric", "%s: %s"), aft_metric_get_label (shown),
                              /* Translators: of a figure, such as “Detected: unknown” */
                              shown->known ? after : _("unknown"));
    }

  gtk_label_set_text (GTK_LABEL (self->label), aft_metric_get_label (shown));
  gtk_label_set_text (GTK_LABEL (self->number), number);
  set_class (self->number, "better", changed && order < 0);
  set_class (self->number, "worse", changed && order > 0);
  gtk_label_set_text (GTK_LABEL (self->definition), definition);
  gtk_widget_set_visible (self->unknown, !shown->known);
  show_event (self, 0, shown->from, scenario, zone);
  show_event (self, 1, shown->to, scenario, zone);
  gtk_widget_set_tooltip_text (self->button, definition);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, definition,
                                  -1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-words.h"
#include "aft-phase-words.h"
#include "aft-timeline-legend.h"

/* Of the window, so that what stands side by side has room. */
#define LEAST_WIDE 780
#define LEAST_HEIGHT 240
#define MARGIN 120

/**
 * AftTimelineLegend:
 *
 * What the colours and shapes of the timeline mean.
 */
struct _AftTimelineLegend
{
  GtkPopover  parent_instance;

  /* Children */
  GtkWidget  *box;
  GtkWidget  *scroller;
};

G_DEFINE_FINAL_TYPE (AftTimelineLegend, aft_timeline_legend, GTK_TYPE_POPOVER)

static GtkWidget *
create_column (const char *title)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_bottom (heading, 3);
  gtk_box_append (GTK_BOX (column), heading);

  return column;
}

static void
add_row (GtkWidget  *column,
         const char *icon,
         const char *css_class,
         const char *label)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = icon != NULL ? gtk_image_new_from_icon_name (icon) : gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *text = gtk_label_new (label);

  gtk_widget_set_size_request (image, 16, 16);
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (image, css_class);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (column), row);
}

static GtkWidget *
create_phases (void)
{
  /* Translators: a heading in the legend of the timeline: phases of an incident */
  GtkWidget *column = create_column (_("Phases"));

  for (guint i = AFT_PHASE_DETECTION; i <= AFT_PHASE_IMPACT; i++)
    {
      g_autofree char *css_class = g_strdup_printf ("phase-%u", i);

      add_row (column, aft_phase_get_icon (i), css_class, aft_phase_get_label (i));
    }
  /* Translators: the time before an incident, on the timeline */
  add_row (column, "afterword-lead-up-symbolic", "phase-lead-up", C_("phase", "Lead-up"));

  return column;
}

static GtkWidget *
create_keys (void)
{
  /* Translators: a heading in the legend of the timeline */
  GtkWidget *column = create_column (_("Key Moments"));

  for (guint i = 0; i < AFT_N_KEY_MOMENTS; i++)
    {
      g_autofree char *css_class = g_strdup_printf ("key-%u", i);

      add_row (column, aft_key_moment_get_icon (i), css_class, aft_key_moment_get_label (i));
    }

  return column;
}

static GtkWidget *
create_marks (void)
{
  /* Translators: a heading in the legend of the timeline: signs with which events are marked */
  GtkWidget *column = create_column (_("Marks"));

  /* Translators: of an event, in the legend of the timeline */
  add_row (column, "afterword-helped-symbolic", "effect-helped", _("Triangle up: it helped"));
  /* Translators: of an event, in the legend of the timeline */
  add_row (column, "afterword-hurt-symbolic", "effect-hurt", _("Triangle down: it hurt"));
  /* Translators: of an event that is drawn as a ring instead of a dot */
  add_row (column, NULL, "mark-ring", _("Ring: planned, or time unknown"));
  /* Translators: of an event whose time is only approximate */
  add_row (column, NULL, "mark-halo", _("Halo: about this time"));
  /* Translators: of an event that has an end */
  add_row (column, NULL, "mark-bar", _("Bar: how long it lasted"));
  /* Translators: of an event of which only the day, the month or the year is known */
  add_row (column, NULL, "mark-faint-bar", _("Faint bar: as exactly as the time is known"));
  add_row (column, "afterword-known-afterwards-symbolic", "dim-label", _("Known only afterwards"));
  add_row (column, "dialog-question-symbolic", "doubt", _("The time can be read in more than one way"));

  return column;
}

/* Side by side where the window is wide enough, else one below the other. */
static void
aft_timeline_legend_show (GtkWidget *widget)
{
  AftTimelineLegend *self = AFT_TIMELINE_LEGEND (widget);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  const gboolean wide = root == NULL || gtk_widget_get_width (root) >= LEAST_WIDE;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              root != NULL ? MAX (LEAST_HEIGHT, gtk_widget_get_height (root) - MARGIN)
                                                           : -1);

  GTK_WIDGET_CLASS (aft_timeline_legend_parent_class)->show (widget);
}

static void
aft_timeline_legend_class_init (AftTimelineLegendClass *klass)
{
  GTK_WIDGET_CLASS (klass)->show = aft_timeline_legend_show;
}

static void
aft_timeline_legend_init (AftTimelineLegend *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  gtk_box_append (GTK_BOX (self->box), create_phases ());
  gtk_box_append (GTK_BOX (self->box), create_keys ());
  gtk_box_append (GTK_BOX (self->box), create_marks ());
  gtk_widget_add_css_class (self->box, "aft-legend");

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_popover_set_child (GTK_POPOVER (self), self->scroller);
  /* Translators: of the timeline: what its colours and shapes mean */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Legend"), -1);
}

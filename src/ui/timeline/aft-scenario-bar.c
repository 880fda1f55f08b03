/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-scenario-bar.h"

/**
 * AftScenarioBar:
 *
 * Says that what is moved now is only a scenario, and lets it be kept as a note.
 */
struct _AftScenarioBar
{
  GtkWidget      parent_instance;

  /* Template */
  GtkRevealer   *revealer;
  GtkWidget     *start_over;
  GtkMenuButton *keep;
  GtkPopover    *popover;
  GtkEditable   *name;
  GtkWidget     *keep_named;

  /* Owned: what a note would be called */
  char          *default_name;
};

G_DEFINE_FINAL_TYPE (AftScenarioBar, aft_scenario_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_KEEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_name (AftScenarioBar *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

static void
popover_shown_cb (AftScenarioBar *self)
{
  gtk_editable_set_text (self->name, self->default_name != NULL ? self->default_name : "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
name_changed_cb (AftScenarioBar *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_set_sensitive (self->keep_named, name[0] != '\0');
}

static void
keep_cb (AftScenarioBar *self)
{
  g_autofree char *name = dup_name (self);

  if (name[0] == '\0')
    return;

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_KEEP], 0, name);
}

static void
aft_scenario_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_SCENARIO_BAR);

  G_OBJECT_CLASS (aft_scenario_bar_parent_class)->dispose (object);
}

static void
aft_scenario_bar_finalize (GObject *object)
{
  g_free (AFT_SCENARIO_BAR (object)->default_name);

  G_OBJECT_CLASS (aft_scenario_bar_parent_class)->finalize (object);
}

static void
aft_scenario_bar_class_init (AftScenarioBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_scenario_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = aft_scenario_bar_finalize;

  /**
   * AftScenarioBar::keep:
   * @name: what the note is called
   *
   * The user wants a note on the scenario.
   */
  signals[SIGNAL_KEEP] = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "aft-scenario-bar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/timeline/aft-scenario-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AftScenarioBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, AftScenarioBar, start_over);
  gtk_widget_class_bind_template_child (widget_class, AftScenarioBar, keep);
  gtk_widget_class_bind_template_child (widget_class, AftScenarioBar, popover);
  gtk_widget_class_bind_template_child (widget_class, AftScenarioBar, name);
  gtk_widget_class_bind_template_child (widget_class, AftScenarioBar, keep_named);
}

static void
aft_scenario_bar_init (AftScenarioBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (popover_shown_cb), self);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (name_changed_cb), self);
  g_signal_connect_swapped (self->name, "activate", G_CALLBACK (keep_cb), self);
  g_signal_connect_swapped (self->keep_named, "clicked", G_CALLBACK (keep_cb), self);
  aft_scenario_bar_set_name (self, NULL);
}

/**
 * aft_scenario_bar_set_revealed:
 * @self: a bar
 * @revealed: whether there is a scenario
 */
void
aft_scenario_bar_set_revealed (AftScenarioBar *self,
                               gboolean        revealed)
{
  g_return_if_fail (AFT_IS_SCENARIO_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, revealed);
}

/**
 * aft_scenario_bar_set_name:
 * @self: a bar
 * @name: (nullable): what a note would be called, %NULL while there is nothing to keep
 */
void
aft_scenario_bar_set_name (AftScenarioBar *self,
                           const char     *name)
{
  g_return_if_fail (AFT_IS_SCENARIO_BAR (self));

  g_free (self->default_name);
  self->default_name = g_strdup (name);
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), name != NULL);
  gtk_widget_set_sensitive (self->start_over, name != NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-words.h"
#include "aft-incident.h"
#include "aft-metrics-strip.h"
#include "aft-metrics.h"

/**
 * AftMetricsStrip:
 *
 * The figures of an incident. Each leads to the two events it comes from.
 */
struct _AftMetricsStrip
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *box;
  GtkWidget  *incidents;
  GtkWidget  *buttons[AFT_N_METRICS];
  GtkWidget  *numbers[AFT_N_METRICS];
  GtkWidget  *labels[AFT_N_METRICS];

  /* Owned */
  AftSession *session;

  guint       update_id;
  /* Which of the two events a second click leads to. */
  gboolean    to_start[AFT_N_METRICS];
  gboolean    updating;
};

G_DEFINE_FINAL_TYPE (AftMetricsStrip, aft_metrics_strip, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EVENT_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AftIncident *
get_incident (AftMetricsStrip *self)
{
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->incidents));
  GListModel *incidents = aft_document_get_incidents (aft_session_get_document (self->session));
  g_autoptr(AftIncident) incident = NULL;

  incident = g_list_model_get_item (incidents, selected != GTK_INVALID_LIST_POSITION ? selected : 0);

  /* The document keeps it. */
  return incident;
}

static void
show_metric (AftMetricsStrip *self,
             guint            nth,
             AftMetric       *metric)
{
  g_autofree char *number = aft_metric_format (metric);
  g_autofree char *definition = aft_metric_get_definition (metric);
  g_autoptr(GString) tooltip = g_string_new (definition);
  /* Translators: the name of a figure and the figure, such as “Detected: 3 h 20 min” */
  g_autofree char *name = g_strdup_printf (C_("metric", "%s: %s"), aft_metric_get_label (metric),
                                           metric->known ? number : _("unknown"));
  AftEvent *events[] = { metric->from, metric->to };

  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    if (events[i] != NULL)
      {
        g_autofree char *time = aft_event_dup_full_time (events[i], aft_session_get_zone (self->session));
        g_autofree char *title = aft_event_dup_title (events[i]);

        g_string_append_printf (tooltip, "\n%s  %s", time, title);
      }

  gtk_label_set_text (GTK_LABEL (self->numbers[nth]), number);
  gtk_label_set_text (GTK_LABEL (self->labels[nth]), aft_metric_get_label (metric));
  gtk_widget_set_tooltip_text (self->buttons[nth], tooltip->str);
  gtk_widget_set_sensitive (self->buttons[nth], metric->from != NULL || metric->to != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[nth]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, definition,
                                  -1);
}

static void
show_metrics (AftMetricsStrip *self)
{
  AftMetric metrics[AFT_N_METRICS];

  aft_metrics_compute (aft_session_get_document (self->session), get_incident (self), metrics);
  for (guint i = 0; i < AFT_N_METRICS; i++)
    show_metric (self, i, &metrics[i]);
}

static void
fill_incidents (AftMetricsStrip *self)
{
  GListModel *incidents = aft_document_get_incidents (aft_session_get_document (self->session));
  const guint n_incidents = g_list_model_get_n_items (incidents);
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->incidents));
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_incidents; i++)
    {
      g_autoptr(AftIncident) incident = g_list_model_get_item (incidents, i);
      const char *title = aft_incident_get_title (incident);
      /* Translators: an incident that has no title, by its number */
      g_autofree char *number = g_strdup_printf (_("Incident %u"), i + 1);

      gtk_string_list_append (titles, title[0] != '\0' ? title : number);
    }

  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->incidents), G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->incidents), selected < n_incidents ? selected : 0);
  self->updating = FALSE;
  gtk_widget_set_visible (self->incidents, n_incidents > 1);
}

static gboolean
update_cb (gpointer user_data)
{
  AftMetricsStrip *self = user_data;

  self->update_id = 0;
  fill_incidents (self);
  show_metrics (self);

  return G_SOURCE_REMOVE;
}

static void
edited_cb (AftMetricsStrip *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, update_cb, self, NULL);
}

static void
incident_chosen_cb (AftMetricsStrip *self)
{
  if (!self->updating)
    show_metrics (self);
}

static void
clicked_cb (AftMetricsStrip *self,
            GtkButton       *button)
{
  AftMetric metrics[AFT_N_METRICS];
  AftEvent *event;
  guint nth = 0;

  while (nth + 1 < AFT_N_METRICS && self->buttons[nth] != GTK_WIDGET (button))
    nth++;

  aft_metrics_compute (aft_session_get_document (self->session), get_incident (self), metrics);
  event = self->to_start[nth] || metrics[nth].to == NULL ? metrics[nth].from : metrics[nth].to;
  self->to_start[nth] = !self->to_start[nth] && metrics[nth].from != NULL;
  if (event == NULL)
    event = metrics[nth].to;
  if (event != NULL)
    g_signal_emit (self, signals[SIGNAL_EVENT_CHOSEN], 0, event);
}

static void
aft_metrics_strip_dispose (GObject *object)
{
  AftMetricsStrip *self = AFT_METRICS_STRIP (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_metrics_strip_parent_class)->dispose (object);
}

static void
aft_metrics_strip_class_init (AftMetricsStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_metrics_strip_dispose;

  /**
   * AftMetricsStrip::event-chosen:
   * @event: an event that a figure comes from
   */
  signals[SIGNAL_EVENT_CHOSEN] = g_signal_new ("event-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL,
                                               NULL, G_TYPE_NONE, 1, AFT_TYPE_EVENT);

  gtk_widget_class_set_css_name (widget_class, "aft-metrics-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_figure (AftMetricsStrip *self,
            guint            nth)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->labels[nth] = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->labels[nth]), 0);
  gtk_widget_add_css_class (self->labels[nth], "caption");
  gtk_widget_add_css_class (self->labels[nth], "dim-label");
  gtk_box_append (GTK_BOX (column), self->labels[nth]);

  self->numbers[nth] = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->numbers[nth]), 0);
  gtk_widget_add_css_class (self->numbers[nth], "title-4");
  gtk_widget_add_css_class (self->numbers[nth], "numeric");
  gtk_box_append (GTK_BOX (column), self->numbers[nth]);

  self->buttons[nth] = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->buttons[nth]), column);
  gtk_widget_add_css_class (self->buttons[nth], "flat");
  gtk_widget_add_css_class (self->buttons[nth], "aft-figure");
  g_signal_connect_swapped (self->buttons[nth], "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->buttons[nth]);
}

static void
aft_metrics_strip_init (AftMetricsStrip *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->incidents = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_valign (self->incidents, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->incidents, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->incidents), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Incident"), -1);
  g_signal_connect_swapped (self->incidents, "notify::selected", G_CALLBACK (incident_chosen_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->incidents);

  for (guint i = 0; i < AFT_N_METRICS; i++)
    add_figure (self, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Figures of the response"),
                                  -1);
}

/**
 * aft_metrics_strip_set_session:
 * @self: a strip
 * @session: the session it shows
 */
void
aft_metrics_strip_set_session (AftMetricsStrip *self,
                               AftSession      *session)
{
  g_return_if_fail (AFT_IS_METRICS_STRIP (self) && AFT_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (aft_session_get_document (session), "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::zone", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  fill_incidents (self);
  show_metrics (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-figure-button.h"
#include "aft-incident.h"
#include "aft-metrics-strip.h"
#include "aft-metrics.h"
#include "aft-wrap-layout.h"

/**
 * AftMetricsStrip:
 *
 * The figures of an incident. Each leads to the two events it comes from, and says in a scenario what
 * it would have been.
 */
struct _AftMetricsStrip
{
  GtkWidget    parent_instance;

  /* Children */
  GtkWidget   *incidents;
  GtkWidget   *figures[AFT_N_METRICS];

  /* Owned */
  AftSession  *session;
  AftScenario *scenario;

  guint        update_id;
  gboolean     updating;
};

G_DEFINE_FINAL_TYPE (AftMetricsStrip, aft_metrics_strip, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EVENT_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_metrics (AftMetricsStrip *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  AftIncident *incident = aft_metrics_strip_get_incident (self);
  AftMetric facts[AFT_N_METRICS];
  AftMetric what_ifs[AFT_N_METRICS];

  aft_metrics_compute (document, incident, facts);
  aft_metrics_compute_in (document, incident, self->scenario, what_ifs);
  for (guint i = 0; i < AFT_N_METRICS; i++)
    aft_figure_button_show (AFT_FIGURE_BUTTON (self->figures[i]), &facts[i],
                            self->scenario != NULL ? &what_ifs[i] : NULL, self->scenario,
                            aft_session_get_zone (self->session));
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
event_chosen_cb (AftMetricsStrip *self,
                 AftEvent        *event)
{
  g_signal_emit (self, signals[SIGNAL_EVENT_CHOSEN], 0, event);
}

static void
aft_metrics_strip_dispose (GObject *object)
{
  AftMetricsStrip *self = AFT_METRICS_STRIP (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->incidents, gtk_widget_unparent);
  for (guint i = 0; i < AFT_N_METRICS; i++)
    g_clear_pointer (&self->figures[i], gtk_widget_unparent);
  g_clear_object (&self->scenario);
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
  gtk_widget_class_set_layout_manager_type (widget_class, AFT_TYPE_WRAP_LAYOUT);
}

static void
aft_metrics_strip_init (AftMetricsStrip *self)
{
  self->incidents = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_valign (self->incidents, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->incidents), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Incident"), -1);
  g_signal_connect_swapped (self->incidents, "notify::selected", G_CALLBACK (incident_chosen_cb), self);
  gtk_widget_set_visible (self->incidents, FALSE);
  gtk_widget_set_parent (self->incidents, GTK_WIDGET (self));

  for (guint i = 0; i < AFT_N_METRICS; i++)
    {
      self->figures[i] = aft_figure_button_new ();
      g_signal_connect_swapped (self->figures[i], "event-chosen", G_CALLBACK (event_chosen_cb), self);
      gtk_widget_set_parent (self->figures[i], GTK_WIDGET (self));
    }
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

/**
 * aft_metrics_strip_get_incident:
 * @self: a strip that has a session
 *
 * Returns: (transfer none) (nullable): the incident whose figures are shown
 */
AftIncident *
aft_metrics_strip_get_incident (AftMetricsStrip *self)
{
  g_autoptr(AftIncident) incident = NULL;
  GListModel *incidents;
  guint selected;

  g_return_val_if_fail (AFT_IS_METRICS_STRIP (self) && self->session != NULL, NULL);

  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->incidents));
  incidents = aft_document_get_incidents (aft_session_get_document (self->session));
  incident = g_list_model_get_item (incidents, selected != GTK_INVALID_LIST_POSITION ? selected : 0);

  /* The document keeps it. */
  return incident;
}

/**
 * aft_metrics_strip_set_scenario:
 * @self: a strip that has a session
 * @scenario: (nullable): what if; %NULL shows the facts
 */
void
aft_metrics_strip_set_scenario (AftMetricsStrip *self,
                                AftScenario     *scenario)
{
  g_return_if_fail (AFT_IS_METRICS_STRIP (self) && (scenario == NULL || AFT_IS_SCENARIO (scenario)));

  if (self->scenario != NULL)
    g_signal_handlers_disconnect_by_data (self->scenario, self);
  g_set_object (&self->scenario, scenario);
  if (scenario != NULL)
    g_signal_connect_object (scenario, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  edited_cb (self);
}

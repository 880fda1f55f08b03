/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "aft-chronology.h"
#include "aft-cli.h"
#include "aft-due.h"
#include "aft-metrics.h"

/* The counts that are shown, by the names of the lists. */
static const char *const counted[] = { "events", "problems", "factors", "observations", "lessons", "meetings", "references" };

static void
add_metrics (JsonBuilder *builder,
             AftDocument *document,
             AftIncident *incident)
{
  AftMetric metrics[AFT_N_METRICS];
  GFlagsClass *keys = g_type_class_ref (AFT_TYPE_KEY_MOMENTS);

  aft_metrics_compute (document, incident, metrics);
  json_builder_begin_object (builder);
  if (incident != NULL)
    {
      json_builder_set_member_name (builder, "incident");
      json_builder_add_string_value (builder, aft_item_get_id (AFT_ITEM (incident)));
    }
  for (guint i = 0; i < AFT_N_METRICS; i++)
    {
      json_builder_set_member_name (builder, g_flags_get_first_value (keys, metrics[i].to_key)->value_nick);
      if (!metrics[i].known)
        {
          json_builder_add_null_value (builder);
          continue;
        }
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "from");
      json_builder_add_string_value (builder, g_flags_get_first_value (keys, metrics[i].from_key)->value_nick);
      json_builder_set_member_name (builder, "seconds");
      json_builder_add_int_value (builder, metrics[i].duration / G_USEC_PER_SEC);
      json_builder_set_member_name (builder, "approximate");
      json_builder_add_boolean_value (builder, metrics[i].approximate);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
print_json (AftDocument           *document,
            const AftActionCounts *counts)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  GListModel *incidents = aft_document_get_incidents (document);
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, aft_document_get_title (document));
  json_builder_set_member_name (builder, "state");
  json_builder_add_string_value (builder, aft_choice_get_nick (AFT_TYPE_DOCUMENT_STATE, aft_document_get_state (document)));
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      json_builder_set_member_name (builder, counted[i]);
      json_builder_add_int_value (builder, g_list_model_get_n_items (aft_item_get_list (AFT_ITEM (document), counted[i])));
    }
  json_builder_set_member_name (builder, "action-items");
  json_builder_add_int_value (builder, counts->total);
  json_builder_set_member_name (builder, "open");
  json_builder_add_int_value (builder, counts->open);
  json_builder_set_member_name (builder, "overdue");
  json_builder_add_int_value (builder, counts->overdue);
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "metrics");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (incidents); i++)
    {
      g_autoptr(AftIncident) incident = g_list_model_get_item (incidents, i);

      add_metrics (builder, document, incident);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static void
print_metrics (AftDocument *document,
               AftIncident *incident)
{
  AftMetric metrics[AFT_N_METRICS];

  aft_metrics_compute (document, incident, metrics);
  for (guint i = 0; i < AFT_N_METRICS; i++)
    {
      g_autofree char *value = aft_metric_format (&metrics[i]);

      g_print ("  %-16s %s\n", aft_metric_get_label (&metrics[i]), value);
    }
}

static void
print_text (AftDocument           *document,
            const AftActionCounts *counts)
{
  GListModel *incidents = aft_document_get_incidents (document);

  g_print ("%s\n", aft_document_get_title (document)[0] != '\0' ? aft_document_get_title (document) : _("Untitled Postmortem"));
  g_print ("%s\n\n", aft_choice_get_nth_label (AFT_TYPE_DOCUMENT_STATE, aft_document_get_state (document)));

  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      GListModel *list = aft_item_get_list (AFT_ITEM (document), counted[i]);
      const AftItemTable *table = aft_item_get_table (AFT_ITEM (document));

      for (guint j = 0; j < table->n_lists; j++)
        if (g_strcmp0 (table->lists[j].name, counted[i]) == 0)
          g_print ("  %-24s %u\n", g_dgettext (GETTEXT_PACKAGE, table->lists[j].label), g_list_model_get_n_items (list));
    }
  g_print ("  %-24s %u (", _("Action items"), counts->total);
  g_print (ngettext ("%u open", "%u open", counts->open), counts->open);
  g_print (", ");
  g_print (ngettext ("%u overdue", "%u overdue", counts->overdue), counts->overdue);
  g_print (")\n");

  for (guint i = 0; i < g_list_model_get_n_items (incidents); i++)
    {
      g_autoptr(AftIncident) incident = g_list_model_get_item (incidents, i);

      g_print ("\n%s\n", aft_incident_get_title (incident)[0] != '\0' ? aft_incident_get_title (incident) : _("Response"));
      print_metrics (document, incident);
    }
}

int
aft_cli_show (int    argc,
              char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  g_autoptr(AftDocument) document = NULL;
  AftActionCounts counts;
  GDate today;
  int status;

  if (!aft_cli_parse ("show", entries, &argc, &argv, &status))
    return status;
  if (argc != 2)
    {
      aft_cli_complain (_("show takes one file"));
      return AFT_CLI_UNUSABLE;
    }

  document = aft_cli_load (argv[1], NULL, NULL, &status);
  if (document == NULL)
    return status;

  aft_due_get_today (&today);
  aft_due_count (AFT_ITEM (document), &today, &counts);
  if (json)
    print_json (document, &counts);
  else
    print_text (document, &counts);

  return AFT_CLI_DONE;
}

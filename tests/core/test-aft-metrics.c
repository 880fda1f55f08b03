/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "aft-chronology.h"
#include "aft-metrics.h"

static AftMoment *
moment_at (const char   *text,
           AftPrecision  precision)
{
  g_autoptr(GDateTime) date_time = g_date_time_new_from_iso8601 (text, NULL);

  return aft_moment_new (g_date_time_to_unix (date_time) * G_USEC_PER_SEC, "UTC", precision, FALSE, NULL);
}

static AftEvent *
add_event (AftDocument   *document,
           const char    *text,
           AftPrecision   precision,
           AftKeyMoments  keys)
{
  g_autoptr(AftEvent) event = aft_event_new ();
  g_autoptr(AftMoment) at = text != NULL ? moment_at (text, precision) : NULL;

  g_object_set (event, "at", at, "key-moments", keys, NULL);
  aft_item_adopt (AFT_ITEM (document), "events", AFT_ITEM (event));

  return event;
}

static void
check_metric (AftDocument   *document,
              AftIncident   *incident,
              AftKeyMoments  key,
              const char    *wanted)
{
  AftMetric metrics[AFT_N_METRICS];

  aft_metrics_compute (document, incident, metrics);
  for (guint i = 0; i < AFT_N_METRICS; i++)
    if (metrics[i].to_key == key)
      {
        g_autofree char *text = aft_metric_format (&metrics[i]);

        g_assert_cmpstr (text, ==, wanted);
        return;
      }
  g_assert_not_reached ();
}

static AftDocument *
create_rust_event (void)
{
  AftDocument *document = aft_document_new ();

  add_event (document, "2021-05-06T15:48:00Z", AFT_PRECISION_MINUTE, AFT_KEY_MOMENT_IMPACT_START | AFT_KEY_MOMENT_TRIGGER);
  add_event (document, "2021-05-06T19:08:00Z", AFT_PRECISION_MINUTE, AFT_KEY_MOMENT_DETECTED);
  add_event (document, "2021-05-07T20:25:00Z", AFT_PRECISION_MINUTE, AFT_KEY_MOMENT_USERS_TOLD);
  add_event (document, "2021-05-10T00:00:00Z", AFT_PRECISION_DAY, AFT_KEY_MOMENT_MITIGATED);

  return document;
}

static void
test_from_impact_start (void)
{
  g_autoptr(AftDocument) document = create_rust_event ();

  check_metric (document, NULL, AFT_KEY_MOMENT_DETECTED, "3 h 20 min");
  check_metric (document, NULL, AFT_KEY_MOMENT_USERS_TOLD, "28 h 37 min");
  check_metric (document, NULL, AFT_KEY_MOMENT_MITIGATED, "≈ 4 d");
  check_metric (document, NULL, AFT_KEY_MOMENT_RESOLVED, "—");
}

static void
test_else_from_trigger (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  AftMetric metrics[AFT_N_METRICS];
  g_autofree char *definition = NULL;

  add_event (document, "2021-05-06T15:00:00Z", AFT_PRECISION_MINUTE, AFT_KEY_MOMENT_TRIGGER);
  add_event (document, "2021-05-06T15:45:00Z", AFT_PRECISION_MINUTE, AFT_KEY_MOMENT_DETECTED);
  check_metric (document, NULL, AFT_KEY_MOMENT_DETECTED, "45 min");
  aft_metrics_compute (document, NULL, metrics);
  g_assert_cmpint (metrics[0].from_key, ==, AFT_KEY_MOMENT_TRIGGER);
  definition = aft_metric_get_definition (&metrics[0]);
  g_assert_nonnull (strstr (definition, "trigger"));
}

/* Detection before the impact is legitimate. */
static void
test_negative (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();

  add_event (document, "2021-05-06T15:20:00Z", AFT_PRECISION_MINUTE, AFT_KEY_MOMENT_IMPACT_START);
  add_event (document, "2021-05-06T15:00:00Z", AFT_PRECISION_MINUTE, AFT_KEY_MOMENT_DETECTED);
  check_metric (document, NULL, AFT_KEY_MOMENT_DETECTED, "−20 min");
}

static void
test_plan_sets_none (void)
{
  g_autoptr(AftDocument) document = create_rust_event ();
  AftEvent *plan = add_event (document, "2021-07-01T00:00:00Z", AFT_PRECISION_DAY, AFT_KEY_MOMENT_RESOLVED);

  g_object_set (plan, "planned", TRUE, NULL);
  check_metric (document, NULL, AFT_KEY_MOMENT_RESOLVED, "—");
}

static void
test_each_incident (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftIncident) first = aft_incident_new ();
  g_autoptr(AftIncident) second = aft_incident_new ();
  AftEvent *event;

  aft_item_adopt (AFT_ITEM (document), "incidents", AFT_ITEM (first));
  aft_item_adopt (AFT_ITEM (document), "incidents", AFT_ITEM (second));
  add_event (document, "2021-05-06T15:00:00Z", AFT_PRECISION_MINUTE, AFT_KEY_MOMENT_IMPACT_START);
  add_event (document, "2021-05-06T16:00:00Z", AFT_PRECISION_MINUTE, AFT_KEY_MOMENT_DETECTED);
  event = add_event (document, "2021-05-08T15:00:00Z", AFT_PRECISION_MINUTE, AFT_KEY_MOMENT_IMPACT_START | AFT_KEY_MOMENT_DETECTED);
  g_object_set (event, "incident", aft_item_get_id (AFT_ITEM (second)), NULL);
  check_metric (document, first, AFT_KEY_MOMENT_DETECTED, "1 h");
  check_metric (document, second, AFT_KEY_MOMENT_DETECTED, "0 min");
}

static void
test_order (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  AftEvent *late = add_event (document, "2021-05-08T15:00:00Z", AFT_PRECISION_MINUTE, 0);
  AftEvent *unknown = add_event (document, NULL, AFT_PRECISION_MINUTE, 0);
  AftEvent *minute = add_event (document, "2021-05-06T00:00:00Z", AFT_PRECISION_MINUTE, 0);
  AftEvent *day = add_event (document, "2021-05-06T00:00:00Z", AFT_PRECISION_DAY, 0);
  g_autoptr(GPtrArray) ordered = aft_chronology_order (document);

  g_assert_true (ordered->pdata[0] == day);
  g_assert_true (ordered->pdata[1] == minute);
  g_assert_true (ordered->pdata[2] == late);
  g_assert_true (ordered->pdata[3] == unknown);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/metrics/from-impact-start", test_from_impact_start);
  g_test_add_func ("/metrics/else-from-trigger", test_else_from_trigger);
  g_test_add_func ("/metrics/negative", test_negative);
  g_test_add_func ("/metrics/plan-sets-none", test_plan_sets_none);
  g_test_add_func ("/metrics/each-incident", test_each_incident);
  g_test_add_func ("/chronology/order", test_order);

  return g_test_run ();
}

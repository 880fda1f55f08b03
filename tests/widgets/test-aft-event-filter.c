/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aft-document.h"
#include "aft-event-filter.h"
#include "aft-role.h"

typedef struct
{
  AftEventFilter *filter;
  AftDocument    *document;
  AftEvent       *event;
  guint           n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *const tags[] = { "database", "Zürich", NULL };
  g_autoptr(AftRole) role = aft_role_new ();
  AftHistory *history;

  fixture->document = aft_document_new ();
  aft_document_set_ready (fixture->document);
  history = aft_document_get_history (fixture->document);
  g_object_set (role, "role", "Incident Commander", NULL);
  g_assert_true (aft_history_insert (history, AFT_ITEM (fixture->document), "roles", 0, AFT_ITEM (role)));

  fixture->event = aft_event_new ();
  g_object_set (fixture->event, "text", "The café’s Straße is closed", "believed", "A route flaps", "source", "pager",
                "tags", tags, "kind", AFT_EVENT_DECISION, "effect", AFT_EFFECT_HURT, NULL);
  g_assert_true (aft_history_insert (history, AFT_ITEM (fixture->document), "events", 0, AFT_ITEM (fixture->event)));
  g_object_set (fixture->event, "actor", aft_item_get_id (AFT_ITEM (role)), NULL);

  fixture->filter = aft_event_filter_new ();
  g_signal_connect_swapped (fixture->filter, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->filter);
  g_object_unref (fixture->event);
  g_object_unref (fixture->document);
}

static gboolean
finds (Fixture    *fixture,
       const char *text)
{
  aft_event_filter_set_text (fixture->filter, text);

  return aft_event_filter_matches (fixture->filter, fixture->event);
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (finds (fixture, ""));
  g_assert_true (finds (fixture, "closed"));
  g_assert_true (finds (fixture, "CLOSED the"));
  g_assert_true (finds (fixture, "cafe"));
  g_assert_true (finds (fixture, "CAFÉ"));
  g_assert_true (finds (fixture, "cafe\xcc\x81"));
  g_assert_true (finds (fixture, "STRASSE"));
  g_assert_true (finds (fixture, "  flaps   zurich pager commander "));
  g_assert_false (finds (fixture, "flaps elsewhere"));
  g_assert_false (finds (fixture, "closeda"));
}

static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  g_object_set (fixture->filter, "kind", AFT_EVENT_DECISION, "effect", AFT_EFFECT_HURT, "tag", "database", "source",
                "pager", NULL);
  g_assert_true (aft_event_filter_matches (fixture->filter, fixture->event));

  aft_event_filter_set_kind (fixture->filter, AFT_EVENT_OBSERVATION);
  g_assert_false (aft_event_filter_matches (fixture->filter, fixture->event));
  aft_event_filter_set_kind (fixture->filter, AFT_EVENT_FILTER_ANY);
  aft_event_filter_set_effect (fixture->filter, AFT_EFFECT_HELPED);
  g_assert_false (aft_event_filter_matches (fixture->filter, fixture->event));
  aft_event_filter_set_effect (fixture->filter, AFT_EVENT_FILTER_ANY);
  aft_event_filter_set_tag (fixture->filter, "data");
  g_assert_false (aft_event_filter_matches (fixture->filter, fixture->event));
  aft_event_filter_set_tag (fixture->filter, NULL);
  aft_event_filter_set_source (fixture->filter, "chat");
  g_assert_false (aft_event_filter_matches (fixture->filter, fixture->event));
  aft_event_filter_set_source (fixture->filter, "");
  g_assert_true (aft_event_filter_matches (fixture->filter, fixture->event));
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_false (aft_event_filter_is_active (fixture->filter));
  aft_event_filter_clear (fixture->filter);
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  aft_event_filter_set_text (fixture->filter, "closed");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_true (aft_event_filter_is_active (fixture->filter));
  /* The same words. */
  aft_event_filter_set_text (fixture->filter, "Closed ");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpstr (aft_event_filter_get_text (fixture->filter), ==, "Closed ");

  aft_event_filter_set_tag (fixture->filter, "database");
  aft_event_filter_set_kind (fixture->filter, AFT_EVENT_ACTION);
  g_assert_cmpuint (fixture->n_changes, ==, 3);
  aft_event_filter_clear (fixture->filter);
  g_assert_cmpuint (fixture->n_changes, ==, 4);
  g_assert_false (aft_event_filter_is_active (fixture->filter));
  g_assert_cmpstr (aft_event_filter_get_text (fixture->filter), ==, "");
  g_assert_cmpint (aft_event_filter_get_kind (fixture->filter), ==, AFT_EVENT_FILTER_ANY);

  aft_event_filter_set_text (fixture->filter, "   ");
  g_assert_false (aft_event_filter_is_active (fixture->filter));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/event-filter/text", test_text);
  ADD ("/event-filter/choices", test_choices);
  ADD ("/event-filter/changed", test_changed);

  return g_test_run ();
}

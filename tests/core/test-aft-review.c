/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aft-action-item.h"
#include "aft-corrective-action.h"
#include "aft-event.h"
#include "aft-lesson.h"
#include "aft-review.h"
#include "aft-role.h"
#include "aft-section.h"

typedef struct
{
  AftDocument *document;
  GDate        today;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = aft_document_new ();
  g_date_clear (&fixture->today, 1);
  g_date_set_dmy (&fixture->today, 6, G_DATE_AUGUST, 2021);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->document);
}

static gboolean
always (AftItem  *section,
        gpointer  user_data)
{
  return TRUE;
}

static guint
count_rule (Fixture    *fixture,
            const char *rule,
            gpointer    item)
{
  g_autoptr(GPtrArray) findings = aft_review_run (fixture->document, &fixture->today, always, NULL);
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    if (g_strcmp0 (aft_finding_get_rule (findings->pdata[i]), rule) == 0 &&
        (item == NULL || (gpointer) aft_finding_get_item (findings->pdata[i]) == item))
      {
        g_assert_cmpstr (aft_finding_get_advice (findings->pdata[i]), !=, "");
        count++;
      }

  return count;
}

static gpointer
add (Fixture    *fixture,
     AftItem    *parent,
     const char *list,
     GType       type)
{
  g_autoptr(AftItem) item = g_object_new (type, NULL);

  aft_item_adopt (parent != NULL ? parent : AFT_ITEM (fixture->document), list, item);

  return item;
}

static AftEvent *
add_event (Fixture       *fixture,
           gint64         minute,
           AftKeyMoments  keys)
{
  AftEvent *event = add (fixture, NULL, "events", AFT_TYPE_EVENT);
  g_autoptr(AftMoment) at = aft_moment_new (minute * G_TIME_SPAN_MINUTE, "UTC", AFT_PRECISION_MINUTE, FALSE, NULL);

  g_object_set (event, "text", "x", "at", at, "key-moments", keys, NULL);

  return event;
}

static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  AftItem *item = add (fixture, NULL, "other-items", AFT_TYPE_ACTION_ITEM);

  g_object_set (item, "text", "x", NULL);
  g_assert_cmpuint (count_rule (fixture, "no-due-date", item), ==, 1);
  g_object_set (item, "due", "2021-08-05", NULL);
  g_assert_cmpuint (count_rule (fixture, "no-due-date", item), ==, 0);
  g_assert_cmpuint (count_rule (fixture, "overdue", item), ==, 1);
  g_object_set (item, "state", AFT_ACTION_DONE, NULL);
  g_assert_cmpuint (count_rule (fixture, "overdue", item), ==, 0);
  g_object_set (item, "state", AFT_ACTION_DECLINED, NULL);
  g_assert_cmpuint (count_rule (fixture, "declined-without-reason", item), ==, 1);
}

static void
test_nothing_below (Fixture       *fixture,
                    gconstpointer  data)
{
  AftItem *lesson = add (fixture, NULL, "lessons", AFT_TYPE_LESSON);
  AftItem *action;

  g_assert_cmpuint (count_rule (fixture, "nothing-below-lesson", lesson), ==, 1);
  action = add (fixture, lesson, "actions", AFT_TYPE_CORRECTIVE_ACTION);
  g_assert_cmpuint (count_rule (fixture, "nothing-below-lesson", lesson), ==, 0);
  g_assert_cmpuint (count_rule (fixture, "nothing-below-action", action), ==, 1);
  g_object_set (action, "reason", "not yet", NULL);
  g_assert_cmpuint (count_rule (fixture, "nothing-below-action", action), ==, 0);
}

static void
test_key_moments (Fixture       *fixture,
                  gconstpointer  data)
{
  AftEvent *mitigated = add_event (fixture, 100, AFT_KEY_MOMENT_MITIGATED | AFT_KEY_MOMENT_DETECTED);
  AftEvent *resolved = add_event (fixture, 50, AFT_KEY_MOMENT_RESOLVED);

  add_event (fixture, 200, AFT_KEY_MOMENT_IMPACT_START);
  g_assert_nonnull (mitigated);
  g_assert_cmpuint (count_rule (fixture, "key-moment-order", resolved), ==, 1);
  /* Detection before the impact is no contradiction. */
  g_assert_cmpuint (count_rule (fixture, "key-moment-order", NULL), ==, 1);
  g_object_set (resolved, "planned", TRUE, NULL);
  g_assert_cmpuint (count_rule (fixture, "key-moment-order", NULL), ==, 0);
  g_assert_cmpuint (count_rule (fixture, "planned-key-moment", resolved), ==, 1);
}

static void
test_times (Fixture       *fixture,
            gconstpointer  data)
{
  AftEvent *event = add_event (fixture, 100, 0);
  const gint64 readings[] = { 0, G_TIME_SPAN_HOUR };
  g_autoptr(AftMoment) before = aft_moment_new (50 * G_TIME_SPAN_MINUTE, "UTC", AFT_PRECISION_MINUTE, FALSE, NULL);
  g_autoptr(AftMoment) doubt = aft_moment_new_readings (readings, 2, "UTC", AFT_PRECISION_MINUTE, FALSE, "15:08 EST");

  g_object_set (event, "end", before, NULL);
  g_assert_cmpuint (count_rule (fixture, "end-before-start", event), ==, 1);
  g_object_set (event, "end", NULL, "at", doubt, NULL);
  g_assert_cmpuint (count_rule (fixture, "end-before-start", event), ==, 0);
  g_assert_cmpuint (count_rule (fixture, "open-doubt", event), ==, 1);
}

static void
test_reference_to_nothing (Fixture       *fixture,
                           gconstpointer  data)
{
  AftEvent *event = add_event (fixture, 100, 0);

  g_object_set (event, "actor", "nobody", NULL);
  g_assert_cmpuint (count_rule (fixture, "reference-to-nothing", event), ==, 1);
}

static void
test_name_in_prose (Fixture       *fixture,
                    gconstpointer  data)
{
  AftItem *role = add (fixture, NULL, "roles", AFT_TYPE_ROLE);
  AftEvent *event = add_event (fixture, 100, 0);

  g_object_set (role, "role", "release lead", "person", "Grace", NULL);
  g_object_set (event, "text", "Gracefully restarted", NULL);
  g_assert_cmpuint (count_rule (fixture, "name-in-prose", NULL), ==, 0);
  g_object_set (event, "text", "Restarted by Grace.", NULL);
  g_assert_cmpuint (count_rule (fixture, "name-in-prose", event), ==, 1);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  AftItem *section = add (fixture, NULL, "sections", AFT_TYPE_SECTION);
  AftItem *timeline = add (fixture, NULL, "sections", AFT_TYPE_SECTION);
  AftItem *lesson;

  g_object_set (section, "kind", AFT_SECTION_BACKGROUND, NULL);
  g_object_set (timeline, "kind", AFT_SECTION_TIMELINE, NULL);
  g_assert_cmpuint (count_rule (fixture, "empty-section", section), ==, 1);
  g_assert_cmpuint (count_rule (fixture, "empty-section", timeline), ==, 1);
  g_object_set (section, "text", "words", NULL);
  add_event (fixture, 1, 0);
  g_assert_cmpuint (count_rule (fixture, "empty-section", NULL), ==, 0);

  lesson = add (fixture, NULL, "lessons", AFT_TYPE_LESSON);
  g_assert_cmpuint (count_rule (fixture, "empty-item", lesson), ==, 1);
}

#define ADD(name, function) g_test_add ("/review/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("due", test_due);
  ADD ("nothing-below", test_nothing_below);
  ADD ("key-moments", test_key_moments);
  ADD ("times", test_times);
  ADD ("reference-to-nothing", test_reference_to_nothing);
  ADD ("name-in-prose", test_name_in_prose);
  ADD ("empty", test_empty);

  return g_test_run ();
}

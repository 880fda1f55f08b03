/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <libical/ical.h>
#include <string.h>

#include "aft-action-item.h"
#include "aft-calendar-writer.h"
#include "aft-corrective-action.h"
#include "aft-lesson.h"
#include "aft-plain-text.h"
#include "report-fixture.h"

#define ADD report_fixture_add
#define FOUR(text) text text text text

static const char *const hostile[] = {
  "=cmd|' /C calc'!A0",
  "a \"quoted\" word, a comma; a semicolon: and a back\\slash \\n \\, \\;",
  "two\r\nlines\rthree\nfour",
  "ends\r\nEND:VTODO\r\nEND:VCALENDAR\r\nBEGIN:VEVENT",
  "👩‍🚒🔥🔥🔥🇩🇪👩‍🚒🔥🔥🔥🇩🇪👩‍🚒🔥🔥🔥🇩🇪👩‍🚒🔥🔥🔥🇩🇪 é",
  "لماذا توقف الخادم في منتصف الليل؟ \xe2\x80\xaf\xe2\x80\xae لأن القرص امتلأ ولم يلاحظ أحد ذلك",
  "サーバーはなぜ停止しましたか。設定ファイルが壊れていたからです。とても長い文章です。",
  "control \001\033[31m\177 characters",
  FOUR (FOUR (FOUR ("a long line, "))) "end",
  FOUR (FOUR (FOUR ("xxxxxxxxxxxx"))),
  "trailing \\",
};

/* RFC 5545 wants lines of 75 octets, ended by CR LF, and characters in one piece. */
static void
assert_lines (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      for (const char *at = lines[i]; *at != '\0'; at++)
        g_assert_false (g_ascii_iscntrl (*at));
    }
}

static icalcomponent *
read_calendar (AftReport *report)
{
  g_autofree char *text = aft_calendar_write (report);
  icalcomponent *calendar;

  assert_lines (text);
  calendar = icalparser_parse_string (text);
  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);

  return calendar;
}

static icalcomponent *
get_todo (icalcomponent *calendar,
          guint          index)
{
  icalcomponent *todo = icalcomponent_get_first_component (calendar, ICAL_VTODO_COMPONENT);

  while (index-- > 0)
    todo = icalcomponent_get_next_component (calendar, ICAL_VTODO_COMPONENT);
  g_assert_nonnull (todo);

  return todo;
}

static void
free_calendar (icalcomponent *calendar)
{
  icalcomponent_free (calendar);
  icalmemory_free_ring ();
}

static void
test_fixture (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  icalcomponent *calendar = read_calendar (report);
  icalcomponent *doing = get_todo (calendar, 0);
  icalcomponent *survey = get_todo (calendar, 1);
  icalcomponent *done = get_todo (calendar, 2);
  icalproperty *url = icalcomponent_get_first_property (survey, ICAL_URL_PROPERTY);
  icalproperty *priority = icalcomponent_get_first_property (survey, ICAL_PRIORITY_PROPERTY);
  icalproperty *completed = icalcomponent_get_first_property (done, ICAL_COMPLETED_PROPERTY);
  struct icaltimetype due;

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, 3);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTODO_COMPONENT), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const char *uid = icalcomponent_get_uid (get_todo (calendar, i));
      g_autofree char *id = g_strndup (uid, strcspn (uid, "@"));

      g_assert_true (g_str_has_suffix (uid, "@afterword.app"));
      g_assert_true (AFT_IS_ACTION_ITEM (aft_document_find (document, id)));
      g_assert_cmpint (icalcomponent_count_properties (get_todo (calendar, i), ICAL_ATTENDEE_PROPERTY), ==, 0);
      g_assert_cmpint (icalcomponent_count_properties (get_todo (calendar, i), ICAL_ORGANIZER_PROPERTY), ==, 0);
    }

  /* A condition is no date. */
  g_assert_cmpstr (icalcomponent_get_summary (doing), ==, "(4a-i) A first set of repositories to replay.");
  g_assert_cmpint (icalcomponent_get_status (doing), ==, ICAL_STATUS_INPROCESS);
  g_assert_cmpint (icalcomponent_count_properties (doing, ICAL_DUE_PROPERTY), ==, 0);
  g_assert_nonnull (strstr (icalcomponent_get_description (doing), "Due: before 1.55 branches"));
  g_assert_nonnull (strstr (icalcomponent_get_description (doing), "Lesson Learned (4): Test the way"));
  g_assert_cmpint (icalcomponent_count_properties (doing, ICAL_PRIORITY_PROPERTY), ==, 0);

  due = icalcomponent_get_due (survey);
  g_assert_cmpint (icalcomponent_get_status (survey), ==, ICAL_STATUS_NEEDSACTION);
  g_assert_true (due.is_date);
  g_assert_cmpint (due.year * 10000 + due.month * 100 + due.day, ==, 20210805);
  g_assert_cmpstr (icalproperty_get_url (url), ==, "https://example.org/tracker/1");
  g_assert_cmpint (icalproperty_get_priority (priority), ==, 1);
  g_assert_nonnull (strstr (icalcomponent_get_description (survey), "Owner: Ada Example"));

  due = icalproperty_get_completed (completed);
  g_assert_cmpint (icalcomponent_get_status (done), ==, ICAL_STATUS_COMPLETED);
  g_assert_false (due.is_date);
  g_assert_true (icaltime_is_utc (due));
  g_assert_cmpint (due.year * 10000 + due.month * 100 + due.day, ==, 20210611);
  g_assert_nonnull (strstr (icalcomponent_get_description (done), "Outcome: In *1.53.0*."));
  free_calendar (calendar);
}

static void
test_hostile (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  AftLesson *lesson = ADD (document, "lessons", AFT_TYPE_LESSON, "text", hostile[3], NULL);
  AftCorrectiveAction *action = ADD (lesson, "actions", AFT_TYPE_CORRECTIVE_ACTION, "text", hostile[1], NULL);
  g_autoptr(AftReport) report = NULL;
  icalcomponent *calendar;

  g_object_set (document, "language", "de;X=1:2\r\nBEGIN:VEVENT", "title", hostile[3], NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    ADD (action, "items", AFT_TYPE_ACTION_ITEM, "text", hostile[i], "due", hostile[i], "done-on", hostile[i],
         "outcome", hostile[i], "reason", hostile[i], "tracker", hostile[i], "state", AFT_ACTION_DECLINED, NULL);
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  calendar = read_calendar (report);

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, G_N_ELEMENTS (hostile));
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTODO_COMPONENT), ==, G_N_ELEMENTS (hostile));
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      icalcomponent *todo = get_todo (calendar, i);
      g_autofree char *clean = aft_plain_text_clean (hostile[i]);
      g_autofree char *reason = aft_words_fill (aft_report_get_words (report)->reason, clean, NULL);
      g_auto(GStrv) lines = g_strsplit (clean, "\n", -1);
      g_autofree char *line = g_strjoinv (" ", lines);
      const char *summary = icalcomponent_get_summary (todo);

      g_assert_nonnull (strstr (summary, ") "));
      g_assert_cmpstr (strstr (summary, ") ") + 2, ==, line);
      g_assert_nonnull (strstr (icalcomponent_get_description (todo), reason));
      g_assert_cmpint (icalcomponent_get_status (todo), ==, ICAL_STATUS_CANCELLED);
      g_assert_cmpint (icalcomponent_count_properties (todo, ICAL_URL_PROPERTY), ==, 0);
      g_assert_cmpint (icalcomponent_count_properties (todo, ICAL_COMPLETED_PROPERTY), ==, 0);
    }
  free_calendar (calendar);
}

/* Only an address of the web becomes one of the calendar. */
static void
test_addresses (void)
{
  static const char *const addresses[][2] = {
    { "https://example.org/1,2;3", "https://example.org/1,2;3" },
    { "http://example.org/ä", "http://example.org/%C3%A4" },
    { "mailto:a@example.org", NULL },
    { "javascript:alert(1)", NULL },
    { "file:///etc/passwd", NULL },
    { "https://example.org/\r\nATTENDEE:mailto:x", NULL },
    { "https://example.org/a b", NULL },
    { "", NULL },
  };
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  icalcomponent *calendar;

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    ADD (document, "other-items", AFT_TYPE_ACTION_ITEM, "text", "Do", "tracker", addresses[i][0], NULL);
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  calendar = read_calendar (report);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      icalcomponent *todo = get_todo (calendar, i);
      icalproperty *url = icalcomponent_get_first_property (todo, ICAL_URL_PROPERTY);

      g_assert_cmpstr (url != NULL ? icalproperty_get_url (url) : NULL, ==, addresses[i][1]);
      g_assert_cmpint (icalcomponent_count_properties (todo, ICAL_ATTENDEE_PROPERTY), ==, 0);
    }
  free_calendar (calendar);
}

static void
test_same_bytes (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("de");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_PUBLIC, NULL);
  g_autoptr(AftReport) again = aft_report_build (document, AFT_EDITION_PUBLIC, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1620300000", TRUE);
  first = aft_calendar_write (report);
  second = aft_calendar_write (again);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, "\r\nDTSTAMP:20210506T112000Z\r\n"));
  g_assert_nonnull (strstr (first, "\r\nSUMMARY;LANGUAGE=de:("));
  g_assert_null (strstr (first, "Ada"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar-writer/fixture", test_fixture);
  g_test_add_func ("/calendar-writer/hostile", test_hostile);
  g_test_add_func ("/calendar-writer/addresses", test_addresses);
  g_test_add_func ("/calendar-writer/same-bytes", test_same_bytes);

  return g_test_run ();
}

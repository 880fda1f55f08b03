/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-action-item.h"
#include "aft-corrective-action.h"
#include "aft-csv-writer.h"
#include "aft-event.h"
#include "aft-export-kind.h"
#include "aft-lesson.h"
#include "aft-plain-text.h"
#include "aft-role.h"
#include "aft-section.h"
#include "report-fixture.h"

#define ADD report_fixture_add
#define SECRET "swordfish"
#define FOUR(text) text text text text
#define AT(seconds) (G_GINT64_CONSTANT (seconds) * G_USEC_PER_SEC)

static const char *const hostile[] = {
  "=cmd|' /C calc'!A0",
  "  =1+1",
  "\"=1+1\"",
  "'=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠x",
  "\xef\xbb\xbf=1+1",
  "\xe2\x80\xae=1+1",
  "harmless;=1+1",
  "harmless\n=1+1",
  "a \"quoted\" word, a comma; a semicolon",
  "two\r\nlines\rthree\nfour",
  FOUR (FOUR (FOUR ("a long line, "))) "end",
  "👩‍🚒 é لماذا توقف؟ サーバー",
  "",
};

/* Reads as RFC 4180 has it. */
static GPtrArray *
read_csv (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const char *at = text;

  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
  for (at += 3; *at != '\0';)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (rows, row);
      for (gboolean more = TRUE; more;)
        {
          GString *cell = g_string_new (NULL);

          if (*at == '"')
            {
              for (at++; *at != '"' || at[1] == '"'; at++)
                {
                  g_assert_cmpint (*at, !=, '\0');
                  g_assert_cmpint (*at, !=, '\r');
                  at += *at == '"';
                  g_string_append_c (cell, *at);
                }
              at++;
            }
          else
            for (; strchr (",\"\r\n", *at) == NULL; at++)
              g_string_append_c (cell, *at);

          g_ptr_array_add (row, g_string_free (cell, FALSE));
          more = *at == ',';
          at += more;
        }
      g_assert_true (g_str_has_prefix (at, "\r\n"));
      at += 2;
    }

  return rows;
}

static const char *
get_cell (GPtrArray *rows,
          guint      row,
          guint      column)
{
  g_assert_cmpuint (row, <, rows->len);
  g_assert_cmpuint (column, <, ((GPtrArray *) g_ptr_array_index (rows, row))->len);

  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, row), column);
}

static void
test_escape (void)
{
  static const char *const texts[][2] = {
    { "", "" },
    { "plain", "plain" },
    { "a, b", "\"a, b\"" },
    { "say \"yes\"", "\"say \"\"yes\"\"\"" },
    { "one\r\ntwo\rthree", "\"one\ntwo\nthree\"" },
    { "=1+1", "'=1+1" },
    { "\t=1+1", "'=1+1" },
    { "' =1+1", "'' =1+1" },
    { "\"=1\"", "\"'\"\"=1\"\"\"" },
    { "＝1+1", "'＝1+1" },
    { "\xe2\x80\x8b=1", "'\xe2\x80\x8b=1" },
    { "@x", "'@x" },
    { "a;=1", "\"a;'=1\"" },
    { "a; -b", "\"a;' -b\"" },
    { "a\n- b", "\"a\n'- b\"" },
    { "a - b = c", "a - b = c" },
    { "2-3", "2-3" },
    /* What is a number and nothing else computes nothing. */
    { "-3", "-3" },
    { "+49", "+49" },
    { "-3.5", "-3.5" },
    { "-3,5", "\"-3,5\"" },
    { "+49 30 1234", "'+49 30 1234" },
    { "-3+1", "'-3+1" },
    { "-", "'-" },
    { "-.", "'-." },
    { "−3", "−3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *cell = aft_csv_escape (texts[i][0]);

      g_assert_cmpstr (cell, ==, texts[i][1]);
    }
}

static gboolean
computes (const char *text)
{
  while (*text != '\0' && (g_unichar_isspace (g_utf8_get_char (text)) || strchr ("\"'", *text) != NULL ||
                           g_unichar_type (g_utf8_get_char (text)) == G_UNICODE_FORMAT))
    if (*text++ == '\'')
      return FALSE;
    else
      while ((*text & 0xc0) == 0x80)
        text++;

  return g_utf8_strchr ("=+-@＝＋－＠", -1, g_utf8_get_char (text)) != NULL && *text != '\0';
}

/* Nothing computes, whether a reader separates at commas or, without regard to quotes, at semicolons. */
static void
assert_harmless (const char *csv)
{
  g_autoptr(GPtrArray) rows = read_csv (csv);
  g_auto(GStrv) pieces = g_strsplit_set (csv + 3, ";\n", -1);

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < ((GPtrArray *) g_ptr_array_index (rows, i))->len; j++)
      if (computes (get_cell (rows, i, j)))
        g_error ("“%s” computes", get_cell (rows, i, j));
  for (guint i = 0; pieces[i] != NULL; i++)
    if (computes (pieces[i]))
      g_error ("“%s” computes", pieces[i]);
}

/* The text, but for the apostrophes that guard it. */
static void
assert_same_text (const char *found,
                  const char *text)
{
  g_autofree char *clean = aft_plain_text_clean (text);
  g_auto(GStrv) wanted = g_strsplit (clean, "'", -1);
  g_auto(GStrv) given = g_strsplit (found, "'", -1);
  g_autofree char *wanted_joined = g_strjoinv ("", wanted);
  g_autofree char *given_joined = g_strjoinv ("", given);

  g_assert_cmpstr (given_joined, ==, wanted_joined);
}

static void
test_hostile (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  AftLesson *lesson = ADD (document, "lessons", AFT_TYPE_LESSON, "text", "=lesson", NULL);
  AftCorrectiveAction *action = ADD (lesson, "actions", AFT_TYPE_CORRECTIVE_ACTION, "text", "@action", NULL);
  g_autoptr(AftReport) report = NULL;
  g_autofree char *timeline = NULL;
  g_autofree char *actions = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(GPtrArray) items = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      const char *const tags[] = { hostile[i], NULL };

      ADD (document, "events", AFT_TYPE_EVENT, "text", hostile[i], "believed", hostile[i], "source", hostile[i],
           "link", hostile[i], "tags", tags, NULL);
      ADD (action, "items", AFT_TYPE_ACTION_ITEM, "text", hostile[i], "due", hostile[i], "outcome", hostile[i],
           "reason", hostile[i], "done-on", hostile[i], "tracker", hostile[i], "reference", hostile[i], NULL);
    }
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  timeline = aft_csv_write_timeline (report);
  actions = aft_csv_write_actions (report);
  assert_harmless (timeline);
  assert_harmless (actions);

  events = read_csv (timeline);
  items = read_csv (actions);
  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (hostile) + 1);
  g_assert_cmpuint (items->len, ==, G_N_ELEMENTS (hostile) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      assert_same_text (get_cell (events, i + 1, 6), hostile[i]);
      assert_same_text (get_cell (events, i + 1, 9), hostile[i]);
      assert_same_text (get_cell (items, i + 1, 1), hostile[i]);
      assert_same_text (get_cell (items, i + 1, 9), hostile[i]);
      g_assert_cmpstr (get_cell (items, i + 1, 13), ==, "'=lesson");
      g_assert_cmpstr (get_cell (items, i + 1, 15), ==, "'@action");
    }
}

static void
add_event (AftDocument  *document,
           gint64        instant,
           AftPrecision  precision,
           gboolean      approximate,
           const char   *text)
{
  g_autoptr(AftMoment) at = aft_moment_new (instant, "America/New_York", precision, approximate, NULL);

  ADD (document, "events", AFT_TYPE_EVENT, "text", text, "at", at, NULL);
}

/* No clock time appears that nobody gave. */
static void
test_times (void)
{
  static const char *const wanted[][4] = {
    { "2021", "year", "no", "a" },
    { "2021-05", "month", "yes", "b" },
    { "2021-05-06", "day", "no", "c" },
    { "2021-05-06T18:00:00+02:00", "hour", "no", "d" },
    { "2021-05-06T17:48:00+02:00", "minute", "no", "e" },
    { "2021-05-06T17:48:07+02:00", "second", "yes", "f" },
    { "2021-05-06T21:08:00+02:00", "minute", "in doubt", "g" },
    { "", "", "no", "h" },
  };
  const gint64 readings[] = { AT (1620328080), AT (1620331680) };
  g_autoptr(AftMoment) doubtful = aft_moment_new_readings (readings, 2, "America/New_York", AFT_PRECISION_MINUTE, FALSE,
                                                           "15:08 EST");
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autofree char *csv = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  add_event (document, AT (1609477200), AFT_PRECISION_YEAR, FALSE, "a");
  add_event (document, AT (1619841600), AFT_PRECISION_MONTH, TRUE, "b");
  add_event (document, AT (1620273600), AFT_PRECISION_DAY, FALSE, "c");
  add_event (document, AT (1620316800), AFT_PRECISION_HOUR, FALSE, "d");
  add_event (document, AT (1620316080), AFT_PRECISION_MINUTE, FALSE, "e");
  add_event (document, AT (1620316087), AFT_PRECISION_SECOND, TRUE, "f");
  ADD (document, "events", AFT_TYPE_EVENT, "text", "g", "at", doubtful, NULL);
  ADD (document, "events", AFT_TYPE_EVENT, "text", "h", NULL);
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, "Europe/Berlin");
  csv = aft_csv_write_timeline (report);
  rows = read_csv (csv);

  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (wanted) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      gboolean found = FALSE;

      for (guint row = 1; row < rows->len; row++)
        if (strcmp (get_cell (rows, row, 6), wanted[i][3]) == 0)
          {
            found = TRUE;
            g_assert_cmpstr (get_cell (rows, row, 0), ==, wanted[i][0]);
            g_assert_cmpstr (get_cell (rows, row, 3), ==, wanted[i][1]);
            g_assert_cmpstr (get_cell (rows, row, 4), ==, wanted[i][2]);
          }
      g_assert_true (found);
    }
}

static void
assert_row (GPtrArray         *rows,
            guint              row,
            const char *const *wanted,
            guint              n_wanted)
{
  g_assert_cmpuint (((GPtrArray *) g_ptr_array_index (rows, row))->len, ==, n_wanted);
  for (guint i = 0; i < n_wanted; i++)
    if (wanted[i] != NULL)
      g_assert_cmpstr (get_cell (rows, row, i), ==, wanted[i]);
}

static void
test_columns (void)
{
  static const char *const head[] = { "Beginn", "Ende", "Wann", "Genauigkeit", "Ungefähr", "Art", "Was geschah",
                                      "Schlüsselmomente", "Wer", "Damals angenommen", "Erst hinterher bekannt", "Wirkung",
                                      "Schlagwörter", "Quelle", "Adresse der Quelle", "Geplant", "Vor dem Ereignis",
                                      "ID" };
  static const char *const lead_up[] = { "2017", "", "2017", "Jahr", "nein", "Beobachtung",
                                         "Fingerprint checks come into the compiler behind an unstable flag.", "", "", "",
                                         "nein", "Nicht beurteilt", "", "PR 45867",
                                         "https://github.com/rust-lang/rust/pull/45867", "nein", "ja", NULL };
  static const char *const release[] = { "2021-05-06T11:48:00-04:00", "", "Do. 6. Mai 2021, 11:48", "Minute", "nein",
                                         "Handlung", "1.52.0 is released to stable.",
                                         "Auslöser, Beginn der Auswirkungen", "", "", "nein", "Nicht beurteilt", "", "",
                                         "", "nein", "nein", NULL };
  static const char *const doing[] = { "4a-i", "A first set of repositories to replay.", "In Arbeit", "",
                                       "before 1.55 branches", "nein", "", "", "", "", "", "", "4",
                                       "Test the way in which people work.", "4a",
                                       "Automated testing that replays commits one by one.", NULL };
  static const char *const survey[] = { "5a-i", NULL, "Offen", "Ada Example", "2021-08-05", "ja", "", "hoch", "", "", "",
                                        "https://example.org/tracker/1", "5", NULL, "5a", NULL, NULL };
  static const char *const done[] = { "A1-i", "Port the change.", "Erledigt", "", "", "nein", "2021-06-11", "", "",
                                      "In *1.53.0*.", "", "", "", "", "A1", "Carry the switch forward to 1.53.", NULL };
  g_autoptr(AftDocument) document = report_fixture_new ("de");
  g_autoptr(GDate) today = g_date_new_dmy (1, G_DATE_SEPTEMBER, 2021);
  const AftReportOptions options = { AFT_EDITION_TEAM, NULL, today };
  g_autoptr(AftReport) report = aft_report_build_full (document, &options);
  g_autofree char *timeline = aft_csv_write_timeline (report);
  g_autofree char *actions = aft_csv_write_actions (report);
  g_autoptr(GPtrArray) events = read_csv (timeline);
  g_autoptr(GPtrArray) items = read_csv (actions);
  g_autoptr(AftItem) role = g_list_model_get_item (aft_document_get_roles (document), 0);

  g_assert_cmpuint (events->len, ==, 15);
  assert_row (events, 0, head, G_N_ELEMENTS (head));
  assert_row (events, 1, lead_up, G_N_ELEMENTS (lead_up));
  assert_row (events, 5, release, G_N_ELEMENTS (release));
  g_assert_cmpuint (items->len, ==, 4);
  assert_row (items, 1, doing, G_N_ELEMENTS (doing));
  assert_row (items, 2, survey, G_N_ELEMENTS (survey));
  assert_row (items, 3, done, G_N_ELEMENTS (done));

  /* A row is found by the id of its item; that of a role is nobody's business. */
  g_assert_nonnull (aft_document_find (document, get_cell (events, 1, 17)));
  g_assert_nonnull (aft_document_find (document, get_cell (items, 1, 16)));
  g_assert_null (strstr (timeline, aft_item_get_id (role)));
  g_assert_null (strstr (actions, aft_item_get_id (role)));
}

static void
test_lessons_named (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  AftLesson *first = ADD (document, "lessons", AFT_TYPE_LESSON, "text", "One", NULL);
  AftLesson *second = ADD (document, "lessons", AFT_TYPE_LESSON, "text", "Two", NULL);
  const char *ids[] = { aft_item_get_id (AFT_ITEM (second)), aft_item_get_id (AFT_ITEM (first)), NULL };
  AftCorrectiveAction *action = ADD (document, "other-actions", AFT_TYPE_CORRECTIVE_ACTION, "text", "Do", "lessons", ids,
                                     NULL);
  g_autoptr(AftReport) report = NULL;
  g_autofree char *csv = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  ADD (action, "items", AFT_TYPE_ACTION_ITEM, "text", "This", NULL);
  ADD (document, "other-items", AFT_TYPE_ACTION_ITEM, "text", "That", "lessons", ids, NULL);
  ADD (document, "other-items", AFT_TYPE_ACTION_ITEM, "text", "Those", NULL);
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  csv = aft_csv_write_actions (report);
  rows = read_csv (csv);

  for (guint row = 1; row < 3; row++)
    {
      g_assert_cmpstr (get_cell (rows, row, 12), ==, "2, 1");
      g_assert_cmpstr (get_cell (rows, row, 13), ==, "Two\nOne");
    }
  g_assert_cmpstr (get_cell (rows, 3, 12), ==, "");
}

/* What an edition hides is in none of its tables, and what it words otherwise has these words. */
static void
test_editions (void)
{
  static const char *const tags[] = { "Ada Example", NULL };
  g_autoptr(AftDocument) document = aft_document_new ();
  AftRole *role = ADD (document, "roles", AFT_TYPE_ROLE, "role", "lead", "person", "Ada Example", NULL);
  const char *who = aft_item_get_id (AFT_ITEM (role));
  AftLesson *lesson = ADD (document, "lessons", AFT_TYPE_LESSON, "text", "Ada Example " SECRET, "text-wider", "Shown", NULL);
  AftCorrectiveAction *action = ADD (lesson, "actions", AFT_TYPE_CORRECTIVE_ACTION, "text", "Shown", NULL);
  AftLesson *hidden = ADD (document, "lessons", AFT_TYPE_LESSON, "text", SECRET, "audience", AFT_AUDIENCE_TEAM, NULL);
  AftEdition editions[] = { AFT_EDITION_TEAM, AFT_EDITION_ORGANISATION, AFT_EDITION_PUBLIC };

  ADD (document, "events", AFT_TYPE_EVENT, "text", "Ada Example was here " SECRET, "text-wider", "Ada Example came", "actor",
       who, "tags", tags, NULL);
  ADD (document, "events", AFT_TYPE_EVENT, "text", SECRET, "audience", AFT_AUDIENCE_TEAM, NULL);
  ADD (action, "items", AFT_TYPE_ACTION_ITEM, "text", "Do it with Ada Example", "owner", who, NULL);
  ADD (ADD (hidden, "actions", AFT_TYPE_CORRECTIVE_ACTION, "text", SECRET, NULL), "items", AFT_TYPE_ACTION_ITEM, "text",
       SECRET, NULL);
  aft_document_set_ready (document);

  for (gsize i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_autoptr(AftReport) report = aft_report_build (document, editions[i], NULL);
      g_autofree char *timeline = aft_csv_write_timeline (report);
      g_autofree char *actions = aft_csv_write_actions (report);
      g_autofree char *both = g_strconcat (timeline, actions, NULL);
      g_autoptr(GPtrArray) events = read_csv (timeline);
      g_autoptr(GPtrArray) items = read_csv (actions);

      g_assert_cmpint (strstr (both, SECRET) != NULL, ==, editions[i] == AFT_EDITION_TEAM);
      g_assert_cmpint (strstr (both, "Ada Example") != NULL, ==, editions[i] != AFT_EDITION_PUBLIC);
      g_assert_null (strstr (both, who));
      g_assert_cmpuint (events->len, ==, editions[i] == AFT_EDITION_TEAM ? 3 : 2);
      g_assert_cmpuint (items->len, ==, editions[i] == AFT_EDITION_TEAM ? 3 : 2);
      g_assert_cmpstr (get_cell (events, 1, 8), ==,
                       editions[i] == AFT_EDITION_TEAM ? "Ada Example" : editions[i] == AFT_EDITION_ORGANISATION ? "lead" : "");
      g_assert_cmpstr (get_cell (items, 1, 0), ==, "1a-i");
    }
}

static void
assert_nothing (AftReport  *report,
                const char *kind,
                const char *message)
{
  g_autoptr(GError) error = NULL;
  const AftExportOptions options = { 0 };
  g_autoptr(GBytes) bytes = aft_export_kind_write (aft_export_kind_find (kind), report, &options, NULL, &error);

  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, message);
}

/* A section that the edition leaves out takes along what it holds. */
static void
test_sections (void)
{
  g_autoptr(AftDocument) document = report_fixture_begin ("en");
  g_autoptr(AftReport) report = NULL;
  g_autofree char *timeline = NULL;
  g_autoptr(GPtrArray) events = NULL;

  ADD (document, "sections", AFT_TYPE_SECTION, "kind", AFT_SECTION_TIMELINE, "audience", AFT_AUDIENCE_TEAM, NULL);
  ADD (document, "sections", AFT_TYPE_SECTION, "kind", AFT_SECTION_LESSONS, "audience", AFT_AUDIENCE_TEAM, NULL);
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_PUBLIC, NULL);
  timeline = aft_csv_write_timeline (report);
  events = read_csv (timeline);
  g_assert_cmpuint (events->len, ==, 5);
  for (guint i = 1; i < events->len; i++)
    g_assert_cmpstr (get_cell (events, i, 16), ==, "yes");
  assert_nothing (report, "csv-actions", "this edition has no action items");
  assert_nothing (report, "ics", "this edition has no action items");
}

static void
test_nothing (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;

  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  assert_nothing (report, "csv", "this edition has no events");
  assert_nothing (report, "csv-actions", "this edition has no action items");
  assert_nothing (report, "ics", "this edition has no action items");
}

/* The name of a file tells the kind by its longest ending. */
static void
test_kinds (void)
{
  static const char *const names[][2] = {
    { "a.txt", "text" },
    { "a-whys.txt", "outline" },
    { "/tmp/whys.txt", "outline" },
    { "a-timeline.txt", "text" },
    { "a.csv", "csv" },
    { "a-timeline.csv", "csv" },
    { "a-actions.csv", "csv-actions" },
    { "actions.csv", "csv-actions" },
    { "transactions.csv", "csv" },
    { "a.ics", "ics" },
    { "a-actions.ics", "ics" },
    { "a-whys.svg", "svg-whys" },
    { "whys.d/a.svg", NULL },
    { "a-timeline.png", "png-timeline" },
    { "a.md", "markdown" },
    { "a-whys.md", "markdown" },
    { "a.png", NULL },
    { "txt", NULL },
    { "a.txt.gz", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const AftExportKind *kind = aft_export_kind_find_by_file (names[i][0]);

      g_assert_cmpstr (kind != NULL ? kind->name : NULL, ==, names[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-writer/escape", test_escape);
  g_test_add_func ("/csv-writer/hostile", test_hostile);
  g_test_add_func ("/csv-writer/times", test_times);
  g_test_add_func ("/csv-writer/columns", test_columns);
  g_test_add_func ("/csv-writer/lessons-named", test_lessons_named);
  g_test_add_func ("/csv-writer/editions", test_editions);
  g_test_add_func ("/csv-writer/sections", test_sections);
  g_test_add_func ("/csv-writer/nothing", test_nothing);
  g_test_add_func ("/csv-writer/kinds", test_kinds);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aft-moment-parser.h"
#include "aft-pasted-lines.h"

/* 2021-05-06T20:00:00Z, a Thursday */
#define NOW (G_GINT64_CONSTANT (1620331200) * G_USEC_PER_SEC)

static AftPastedLines *
read_in (const char    *text,
         const char    *zone,
         AftPastedJoin  join)
{
  g_autoptr(AftMoment) day = aft_moment_new (NOW - 20 * G_TIME_SPAN_HOUR, zone, AFT_PRECISION_DAY, FALSE, NULL);
  const AftPastedContext context = { zone, NOW, day, join };
  AftPastedLines *lines = aft_pasted_lines_read (text, &context, NULL, NULL);

  g_assert_nonnull (lines);

  return lines;
}

static void
assert_line (AftPastedLines *lines,
             guint           position,
             const char     *time,
             const char     *text)
{
  AftPastedLine *line = aft_pasted_lines_peek (lines, position);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *shown = NULL;

  g_assert_nonnull (line);
  if (aft_moment_is_known (aft_pasted_line_get_at (line)))
    shown = aft_moment_format (aft_pasted_line_get_at (line), utc, AFT_MOMENT_STYLE_ISO);
  g_assert_cmpstr (aft_pasted_line_get_text (line), ==, text);
  g_assert_cmpstr (shown, ==, time);
}

static void
test_heads (void)
{
  static const struct { const char *line; const char *time; const char *text; } cases[] = {
    { "[15:08] anna: it is down", "2021-05-06 15:08", "anna: it is down" },
    { "15:08 anna it is down", "2021-05-06 15:08", "anna it is down" },
    { "2021-05-05T19:08:00Z it is down", "2021-05-05 19:08:00", "it is down" },
    { "[2021-05-05 15:08:22] it is down", "2021-05-05 15:08:22", "it is down" },
    { "15:08:22 - it is down", "2021-05-06 15:08:22", "it is down" },
    { "3:08 PM it is down", "2021-05-06 15:08", "it is down" },
    { "[06/May/2021:15:08:22 +0000] \"GET /\" 500", "2021-05-06 15:08:22", "\"GET /\" 500" },
    { "- 15:08: it is down", "2021-05-06 15:08", "it is down" },
    { "| 15:08 | it is down |", "2021-05-06 15:08", "it is down |" },
    { "**15:08** it is down", "2021-05-06 15:08", "it is down" },
    { "06.05.21, 15:08 - Anna: it is down", "2021-05-06 15:08", "Anna: it is down" },
    { "15.08 Uhr Anna: es geht nicht", "2021-05-06 15:08", "Anna: es geht nicht" },
    { "5000 users are gone", NULL, "5000 users are gone" },
    { "1/2 of them are gone", NULL, "1/2 of them are gone" },
    { "now it is down", NULL, "now it is down" },
    { "[x] 15:08 done", NULL, "[x] 15:08 done" },
    { "-5 minutes of silence", NULL, "-5 minutes of silence" },
    { "25:10 it is down", NULL, "25:10 it is down" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(AftPastedLines) lines = read_in (cases[i].line, "UTC", AFT_PASTED_JOIN_AUTOMATIC);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (lines)), ==, 1);
      assert_line (lines, 0, cases[i].time, cases[i].text);
    }
}

static void
test_marks (void)
{
  g_autoptr(AftPastedLines) lines = read_in ("2021-05-06 15:08 EST one\n\nnobody knows when\r\n26:10 two\n  15:10 three\n",
                                             "UTC", AFT_PASTED_JOIN_AUTOMATIC);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (lines)), ==, 4);
  g_assert_cmpuint (aft_pasted_lines_count (lines, AFT_PASTED_DOUBTFUL), ==, 1);
  g_assert_cmpuint (aft_pasted_lines_count (lines, AFT_PASTED_NO_TIME), ==, 1);
  g_assert_cmpuint (aft_pasted_lines_count (lines, AFT_PASTED_IMPOSSIBLE), ==, 1);
  g_assert_cmpuint (aft_pasted_lines_count (lines, AFT_PASTED_TIMED), ==, 1);
  g_assert_false (aft_pasted_lines_need_day (lines));
  g_assert_true (aft_pasted_lines_need_zone (lines));
  assert_line (lines, 1, NULL, "nobody knows when");
  assert_line (lines, 2, NULL, "26:10 two");
  assert_line (lines, 3, "2021-05-06 15:10", "three");
}

static void
test_needs (void)
{
  static const struct { const char *text; gboolean day; gboolean zone; } cases[] = {
    { "15:08 one\n15:09 two", TRUE, TRUE },
    { "15:08Z one\n15:09Z two", TRUE, FALSE },
    { "2021-05-06 15:08 one\n15:09 two", FALSE, TRUE },
    { "2021-05-06T15:08:00Z one\n2021-05-06T15:09:00+02:00 two", FALSE, FALSE },
    { "2021-05-06: one\n2021-05-07: two", FALSE, FALSE },
    { "one\ntwo", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(AftPastedLines) lines = read_in (cases[i].text, "UTC", AFT_PASTED_JOIN_AUTOMATIC);

      g_assert_cmpint (aft_pasted_lines_need_day (lines), ==, cases[i].day);
      g_assert_cmpint (aft_pasted_lines_need_zone (lines), ==, cases[i].zone);
    }
}

static void
test_headers (void)
{
  const char *text = "Anna Smith  3:08 PM\nit is down\nfor everyone\nBen — Today at 3:10 PM\nI look\n3:12 PM\nit is back\n";
  g_autoptr(AftPastedLines) lines = read_in (text, "UTC", AFT_PASTED_JOIN_AUTOMATIC);
  g_autoptr(AftPastedLines) apart = read_in (text, "UTC", AFT_PASTED_JOIN_NEVER);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (lines)), ==, 3);
  g_assert_true (aft_pasted_lines_are_joined (lines));
  assert_line (lines, 0, "2021-05-06 15:08", "Anna Smith: it is down for everyone");
  assert_line (lines, 1, "2021-05-06 15:10", "Ben: I look");
  assert_line (lines, 2, "2021-05-06 15:12", "it is back");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (apart)), ==, 4);
  assert_line (apart, 1, NULL, "for everyone");
}

static void
test_join (void)
{
  const char *notes = "15:08 one\n15:09 two\nand so on\n15:10 three";
  const char *indented = "15:08 one\n15:09 two\n  and so on\n15:10 three";
  g_autoptr(AftPastedLines) apart = read_in (notes, "UTC", AFT_PASTED_JOIN_AUTOMATIC);
  g_autoptr(AftPastedLines) joined = read_in (notes, "UTC", AFT_PASTED_JOIN_ALWAYS);
  g_autoptr(AftPastedLines) alone = read_in (indented, "UTC", AFT_PASTED_JOIN_AUTOMATIC);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (apart)), ==, 4);
  g_assert_false (aft_pasted_lines_are_joined (apart));
  g_assert_true (aft_pasted_lines_can_be_joined (apart));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (joined)), ==, 3);
  assert_line (joined, 1, "2021-05-06 15:09", "two and so on");
  g_assert_true (aft_pasted_lines_are_joined (alone));
}

static void
test_midnight (void)
{
  g_autoptr(AftPastedLines) lines = read_in ("23:58 one\n00:03 two\n00:01 three\n", "Europe/Berlin", AFT_PASTED_JOIN_NEVER);

  assert_line (lines, 0, "2021-05-06 21:58", "one");
  assert_line (lines, 1, "2021-05-06 22:03", "two");
  assert_line (lines, 2, "2021-05-06 22:01", "three");
}

static gpointer
read_in_thread (gpointer data)
{
  const char *const *zone = data;
  g_autoptr(GString) text = g_string_new (NULL);

  for (int i = 0; i < 20000; i++)
    g_string_append_printf (text, "2021-%02d-%02d %02d:%02d line %d\n", i % 12 + 1, i % 28 + 1, i % 24, i % 60, i);

  return read_in (text->str, *zone, AFT_PASTED_JOIN_AUTOMATIC);
}

/* Threads that read in several zones at once don't meet. */
static void
test_threads (void)
{
  static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC" };
  GThread *threads[G_N_ELEMENTS (zones)];

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    threads[i] = g_thread_new ("read", read_in_thread, (gpointer) &zones[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr(AftPastedLines) lines = g_thread_join (threads[i]);
      g_autofree char *text = NULL;

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (lines)), ==, 20000);
      text = g_strdup (aft_pasted_line_get_text (aft_pasted_lines_peek (lines, 19999)));
      g_assert_cmpstr (text, ==, "line 19999");
      g_assert_cmpuint (aft_pasted_lines_count (lines, AFT_PASTED_NO_TIME), ==, 0);
    }
}

static void
test_cancel (void)
{
  const AftPastedContext context = { "UTC", NOW, NULL, AFT_PASTED_JOIN_NEVER };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(AftPastedLines) lines = NULL;

  g_cancellable_cancel (cancellable);
  lines = aft_pasted_lines_read ("15:08 one\n15:09 two", &context, cancellable, NULL);
  g_assert_null (lines);
}

static void
test_several (void)
{
  g_assert_false (aft_pasted_text_is_several (""));
  g_assert_false (aft_pasted_text_is_several ("\n  one \n \r\n"));
  g_assert_true (aft_pasted_text_is_several ("\none\r\ntwo"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pasted-lines/heads", test_heads);
  g_test_add_func ("/pasted-lines/marks", test_marks);
  g_test_add_func ("/pasted-lines/needs", test_needs);
  g_test_add_func ("/pasted-lines/headers", test_headers);
  g_test_add_func ("/pasted-lines/join", test_join);
  g_test_add_func ("/pasted-lines/midnight", test_midnight);
  g_test_add_func ("/pasted-lines/threads", test_threads);
  g_test_add_func ("/pasted-lines/cancel", test_cancel);
  g_test_add_func ("/pasted-lines/several", test_several);

  return g_test_run ();
}

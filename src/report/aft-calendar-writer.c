/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-calendar-writer.h"
#include "aft-due.h"
#include "aft-plain-text.h"
#include "aft-report-time.h"

/* In octets and without the break, as RFC 5545 has it. */
#define LINE_LENGTH 75

/* The word of a language is a parameter, and nothing that could end it may stand there. */
static gboolean
is_language_tag (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-')
      return FALSE;

  return text[0] != '\0';
}

/* A line that goes on begins with a blank, which counts. No character is cut. */
static void
append_line (GString    *out,
             const char *line)
{
  gsize length = 0;

  while (*line != '\0')
    {
      const gsize size = (gsize) (g_utf8_next_char (line) - line);

      if (length + size > LINE_LENGTH)
        {
          g_string_append (out, "\r\n ");
          length = 1;
        }
      g_string_append_len (out, line, (gssize) size);
      length += size;
      line += size;
    }
  g_string_append (out, "\r\n");
}

static void
append_property (GString    *out,
                 const char *name,
                 const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);

  append_line (out, line);
}

/* A text as RFC 5545 escapes it. */
static void
append_text (GString    *out,
             const char *name,
             const char *text)
{
  g_autofree char *clean = aft_plain_text_clean (text);
  g_autoptr(GString) escaped = g_string_new (NULL);

  if (clean[0] == '\0')
    return;

  for (const char *at = clean; *at != '\0'; at++)
    {
      if (*at == '\n')
        {
          g_string_append (escaped, "\\n");
          continue;
        }
      if (*at == '\\' || *at == ';' || *at == ',')
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *at);
    }
  append_property (out, name, escaped->str);
}

static void
append_text_in (GString    *out,
                const char *name,
                const char *language,
                const char *text)
{
  g_autofree char *with_language = g_strconcat (name, ";LANGUAGE=", language, NULL);

  append_text (out, is_language_tag (language) ? with_language : name, text);
}

static void
append_summary (GString               *out,
                AftReport             *report,
                const AftReportAction *action)
{
  g_autofree char *text = aft_plain_text_clean (action->text);
  g_autofree char *summary = g_strdup_printf ("(%s) %s", action->number, text);

  g_strdelimit (summary, "\n", ' ');
  append_text_in (out, "SUMMARY", aft_report_get_language (report), summary);
}

static void
add_paragraph (GString    *description,
               const char *pattern,
               const char *value,
               const char *number)
{
  g_autofree char *label = aft_words_fill (pattern, number != NULL ? number : value, NULL);

  if (value[0] == '\0')
    return;
  if (description->len > 0)
    g_string_append_c (description, '\n');
  g_string_append (description, label);
  if (number != NULL)
    g_string_append_printf (description, " %s", value);
}

/* What has no property of its own, or none that takes what people write there. */
static void
append_description (GString               *out,
                    AftReport             *report,
                    const AftReportAction *action)
{
  const AftReportWords *words = aft_report_get_words (report);
  g_autoptr(GString) description = g_string_new (NULL);

  add_paragraph (description, words->lesson, action->lesson, action->lesson_number);
  add_paragraph (description, words->corrective_action, action->corrective, action->corrective_number);
  add_paragraph (description, words->owner, action->owner, NULL);
  if (!aft_due_get_date (action->due, NULL))
    add_paragraph (description, words->due_when, action->due, NULL);
  if (!aft_due_get_date (action->done_on, NULL))
    add_paragraph (description, words->done_on, action->done_on, NULL);
  add_paragraph (description, words->outcome, action->outcome, "");
  add_paragraph (description, words->reason, action->reason, NULL);
  if (action->tracker[0] != '\0')
    {
      g_autofree char *label = g_strconcat (words->tracker, ":", NULL);

      add_paragraph (description, label, action->tracker, "");
    }
  append_text_in (out, "DESCRIPTION", aft_report_get_language (report), description->str);
}

/* A day without a clock time. */
static void
append_due (GString               *out,
            const AftReportAction *action)
{
  GDate date;
  g_autofree char *text = NULL;

  if (!aft_due_get_date (action->due, &date))
    return;

  text = g_strdup_printf ("%04d%02d%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
  append_property (out, "DUE;VALUE=DATE", text);
}

/* RFC 5545 wants a clock time here, and none is known. Noon in UTC falls on the same day nearly everywhere. */
static void
append_completed (GString               *out,
                  const AftReportAction *action)
{
  GDate date;
  g_autofree char *text = NULL;

  if (action->state != AFT_ACTION_DONE)
    return;

  append_property (out, "PERCENT-COMPLETE", "100");
  if (!aft_due_get_date (action->done_on, &date))
    return;

  text = g_strdup_printf ("%04d%02d%02dT120000Z", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
  append_property (out, "COMPLETED", text);
}

/* An address of the web; what is not ASCII is written as its bytes. */
static void
append_address (GString               *out,
                const AftReportAction *action)
{
  g_autoptr(GString) address = g_string_new (NULL);

  if (!aft_link_is_safe (action->tracker) || g_ascii_strncasecmp (action->tracker, "http", 4) != 0)
    return;

  for (const char *at = action->tracker; *at != '\0'; at++)
    if ((guchar) *at < 0x80)
      g_string_append_c (address, *at);
    else
      g_string_append_printf (address, "%%%02X", (guchar) *at);
  append_property (out, "URL", address->str);
}

static void
append_todo (GString               *out,
             AftReport             *report,
             const AftReportAction *action,
             const char            *stamp)
{
  static const char *const states[] = { "NEEDS-ACTION", "IN-PROCESS", "COMPLETED", "CANCELLED" };
  static const char *const priorities[] = { NULL, "9", "5", "1" };
  g_autofree char *identity = g_strconcat (action->item_id, "@afterword.app", NULL);
  const char *purpose = aft_report_get_words (report)->purposes[action->purpose];

  append_property (out, "BEGIN", "VTODO");
  append_text (out, "UID", identity);
  append_property (out, "DTSTAMP", stamp);
  append_summary (out, report, action);
  append_description (out, report, action);
  append_due (out, action);
  append_property (out, "STATUS", states[action->state]);
  append_completed (out, action);
  if (priorities[action->priority] != NULL)
    append_property (out, "PRIORITY", priorities[action->priority]);
  append_text_in (out, "CATEGORIES", aft_report_get_words (report)->code, purpose);
  append_address (out, action);
  append_property (out, "END", "VTODO");
}

/**
 * aft_calendar_write:
 * @report: a report
 *
 * Writes the action items as tasks of iCalendar (RFC 5545). The names of owners stand in the description
 * alone: no task is an invitation. The same report gives the same bytes where `SOURCE_DATE_EPOCH` is set.
 *
 * Returns: (transfer full): the action items; empty where there are none
 */
char *
aft_calendar_write (AftReport *report)
{
  const GPtrArray *actions;
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GDateTime) date = NULL;
  g_autofree char *stamp = NULL;

  g_return_val_if_fail (report != NULL, NULL);

  actions = aft_report_get_actions (report);
  if (actions->len == 0)
    return g_strdup ("");

  date = aft_report_date_written ();
  stamp = g_date_time_format (date, "%Y%m%dT%H%M%SZ");
  append_property (out, "BEGIN", "VCALENDAR");
  append_property (out, "VERSION", "2.0");
  append_property (out, "PRODID", "-//Afterword//Afterword " PACKAGE_VERSION "//EN");
  append_text (out, "X-WR-CALNAME", aft_report_get_title (report));
  for (guint i = 0; i < actions->len; i++)
    append_todo (out, report, g_ptr_array_index (actions, i), stamp);
  append_property (out, "END", "VCALENDAR");

  return g_string_free (g_steal_pointer (&out), FALSE);
}

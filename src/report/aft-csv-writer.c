/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-csv-writer.h"
#include "aft-plain-text.h"

/* Without this mark Excel takes UTF-8 for the characters of the machine's own language. All others skip it. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* What may stand before a formula without making it a text: blanks, quotes, and what nobody sees. */
static gboolean
is_skipped (gunichar character)
{
  return character == '"' || character == '\'' || g_unichar_isspace (character) ||
         g_unichar_iszerowidth (character) || g_unichar_type (character) == G_UNICODE_FORMAT;
}

/* @sign is the first character that counts, of the last time: many line breaks have the same behind them. */
static gboolean
begins_formula (const char  *text,
                const char **sign)
{
  if (*sign == NULL || text > *sign)
    {
      *sign = text;
      while (**sign != '\0' && is_skipped (g_utf8_get_char (*sign)))
        *sign = g_utf8_next_char (*sign);
    }

  switch (g_utf8_get_char (*sign))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case 0xff1d:
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A sign and digits compute nothing, and are a number to whoever reads them. */
static gboolean
is_number (const char *text)
{
  const gsize sign = text[0] == '+' || text[0] == '-' ? 1 : 0;
  const gsize digits = strspn (text + sign, "0123456789");
  const char *rest = text + sign + digits;

  if (digits > 0 && (*rest == '.' || *rest == ',') && g_ascii_isdigit (rest[1]))
    rest += 1 + strspn (rest + 1, "0123456789");

  return digits > 0 && *rest == '\0';
}

/**
 * aft_csv_escape:
 * @text: any text
 *
 * Makes a cell of it that no spreadsheet computes. Where a formula could begin, an apostrophe is put before:
 * at the start, but a plain number such as -3 stays one; and behind a semicolon and a line break, since a
 * spreadsheet of a language that separates cells by semicolons splits there, and doesn't see the quotes.
 *
 * Returns: (transfer full): the cell, in quotes where it needs them
 */
char *
aft_csv_escape (const char *text)
{
  g_autofree char *clean = NULL;
  g_autoptr(GString) guarded = g_string_new (NULL);
  const char *sign = NULL;
  gboolean at_start;

  g_return_val_if_fail (text != NULL, NULL);

  clean = aft_plain_text_clean (text);
  at_start = !is_number (clean);
  for (const char *at = clean; *at != '\0'; at++)
    {
      if (at_start && begins_formula (at, &sign))
        g_string_append_c (guarded, '\'');
      at_start = *at == ';' || *at == '\n';
      if (*at == '"')
        g_string_append_c (guarded, '"');
      g_string_append_c (guarded, *at);
    }

  if (strpbrk (guarded->str, "\",;\n") == NULL)
    return g_strdup (guarded->str);

  return g_strconcat ("\"", guarded->str, "\"", NULL);
}

static void
append_row (GString           *out,
            const char *const *cells,
            gsize              n_cells)
{
  for (gsize i = 0; i < n_cells; i++)
    {
      g_autofree char *cell = aft_csv_escape (cells[i]);

      if (i > 0)
        g_string_append_c (out, ',');
      g_string_append (out, cell);
    }
  g_string_append (out, "\r\n");
}

static char *
dup_key_moments (const AftReportWords *words,
                 AftKeyMoments         keys)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words->key_moments); i++)
    if ((keys & (1u << i)) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", words->key_moments[i]);

  return g_string_free (list, FALSE);
}

static const char *
get_answer (const AftReportWords *words,
            gboolean              answer)
{
  return answer ? words->yes : words->no;
}

static void
append_event (GString              *out,
              const AftReportWords *words,
              const AftReportEvent *event)
{
  g_autofree char *keys = dup_key_moments (words, event->key_moments);
  const char *const cells[] = {
    event->start,
    event->end,
    event->when,
    event->is_known ? words->precisions[event->precision] : "",
    event->doubtful ? words->in_doubt : get_answer (words, event->approximate),
    words->event_kinds[event->kind],
    event->text,
    keys,
    event->actor,
    event->believed,
    get_answer (words, event->known_afterwards),
    words->effects[event->effect],
    event->tags,
    event->source,
    event->link,
    get_answer (words, event->planned),
    get_answer (words, event->lead_up),
    event->item_id,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (cells) == G_N_ELEMENTS (words->event_columns));
  append_row (out, cells, G_N_ELEMENTS (cells));
}

static void
append_action (GString               *out,
               const AftReportWords  *words,
               const AftReportAction *action)
{
  const char *const cells[] = {
    action->number,
    action->text,
    words->action_states[action->state],
    action->owner,
    action->due,
    get_answer (words, action->overdue),
    action->done_on,
    words->priorities[action->priority],
    words->purposes[action->purpose],
    action->outcome,
    action->reason,
    action->tracker,
    action->lesson_number,
    action->lesson,
    action->corrective_number,
    action->corrective,
    action->item_id,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (cells) == G_N_ELEMENTS (words->action_columns));
  append_row (out, cells, G_N_ELEMENTS (cells));
}

/**
 * aft_csv_write_timeline:
 * @report: a report
 *
 * Writes the events as RFC 4180 has it, in UTF-8 with a byte order mark, under heads in the language of the
 * report.
 *
 * Returns: (transfer full): the events as CSV; empty where there are none
 */
char *
aft_csv_write_timeline (AftReport *report)
{
  const AftReportWords *words;
  const GPtrArray *events;
  g_autoptr(GString) out = g_string_new (NULL);

  g_return_val_if_fail (report != NULL, NULL);

  words = aft_report_get_words (report);
  events = aft_report_get_events (report);
  if (events->len == 0)
    return g_strdup ("");

  g_string_append (out, BYTE_ORDER_MARK);
  append_row (out, words->event_columns, G_N_ELEMENTS (words->event_columns));
  for (guint i = 0; i < events->len; i++)
    append_event (out, words, g_ptr_array_index (events, i));

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * aft_csv_write_actions:
 * @report: a report
 *
 * Writes the action items as aft_csv_write_timeline() does the events.
 *
 * Returns: (transfer full): the action items as CSV; empty where there are none
 */
char *
aft_csv_write_actions (AftReport *report)
{
  const AftReportWords *words;
  const GPtrArray *actions;
  g_autoptr(GString) out = g_string_new (NULL);

  g_return_val_if_fail (report != NULL, NULL);

  words = aft_report_get_words (report);
  actions = aft_report_get_actions (report);
  if (actions->len == 0)
    return g_strdup ("");

  g_string_append (out, BYTE_ORDER_MARK);
  append_row (out, words->action_columns, G_N_ELEMENTS (words->action_columns));
  for (guint i = 0; i < actions->len; i++)
    append_action (out, words, g_ptr_array_index (actions, i));

  return g_string_free (g_steal_pointer (&out), FALSE);
}

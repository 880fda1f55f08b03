/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <string.h>

#include "aft-pasted-head.h"
#include "aft-written-time.h"

/* The longest name that may stand before a time at the end of a line. */
#define MAX_NAME 80

/* What programs and people put before a line of a list. */
static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "-", "*", "•", "|", ">", "–" };

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]) && g_unichar_isspace (g_utf8_get_char (line + strlen (bullets[i]))))
      {
        line += strlen (bullets[i]);
        aft_written_time_skip_blanks (&line);
        break;
      }

  return line;
}

static const char *
find_closing (const char *line)
{
  static const char *const pairs[][2] = { { "[", "]" }, { "(", ")" }, { "<", ">" }, { "**", "**" }, { "`", "`" } };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_has_prefix (line, pairs[i][0]))
      return pairs[i][1];

  return NULL;
}

static gboolean
has_year (const char *words)
{
  int digits = 0;

  for (; *words != '\0'; words++)
    {
      digits = g_ascii_isdigit (*words) ? digits + 1 : 0;
      if (digits == 4)
        return TRUE;
    }

  return FALSE;
}

/* “5000 users” and “1/2 of them” begin with what may be a date, but are none here. */
static gboolean
is_meant (const AftMoment *at,
          const char      *rest)
{
  if (aft_moment_has_clock (at))
    return TRUE;
  if (aft_moment_get_precision (at) == AFT_PRECISION_DAY && has_year (aft_moment_get_written (at)))
    return TRUE;

  aft_written_time_skip_blanks (&rest);

  return *rest == '\0' || strchr (":-|,;", *rest) != NULL || g_str_has_prefix (rest, "–") || g_str_has_prefix (rest, "—");
}

static void
set_no_time_error (GError **error)
{
  g_set_error_literal (error, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_NO_TIME, "no time");
}

/**
 * aft_pasted_head_skip_separator:
 * @text: what follows a time
 *
 * Returns: the words after a dash, a colon or what else stands between
 */
const char *
aft_pasted_head_skip_separator (const char *text)
{
  static const char *const separators[] = { "–", "—", "-", ":", "|", ",", ";" };

  aft_written_time_skip_blanks (&text);
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (text, separators[i]))
      {
        text += strlen (separators[i]);
        break;
      }
  aft_written_time_skip_blanks (&text);

  return text;
}

/**
 * aft_pasted_head_read:
 * @line: a line of a chat, a log or notes
 * @context: what it leaves unsaid
 * @head: (out): how it begins
 * @error: return location for an #AftMomentError, not meant for people
 *
 * Reads the time at the start of a line: bare, in brackets, in a list or a table. A word that
 * people begin sentences with, such as “now”, is no time here.
 *
 * Returns: (transfer full) (nullable): the time, or %NULL on error
 */
AftMoment *
aft_pasted_head_read (const char             *line,
                      const AftMomentContext *context,
                      AftPastedHead          *head,
                      GError                **error)
{
  const char *start = line;
  const char *closing;
  const char *rest = NULL;
  g_autoptr(AftMoment) at = NULL;
  g_autoptr(GError) failure = NULL;

  g_return_val_if_fail (line != NULL && context != NULL && head != NULL, NULL);

  aft_written_time_skip_blanks (&start);
  start = skip_bullet (start);
  closing = find_closing (start);
  if (closing != NULL)
    start += strspn (start, "[(<*`");

  head->text = line;
  at = aft_moment_parse_leading (start, context, &rest, &failure);
  if (at == NULL)
    {
      /* “10:99” was meant as a time, “99 of 100” was not. */
      if (g_error_matches (failure, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_RANGE) && !has_year (start) &&
          strcspn (start, ":") > 12)
        set_no_time_error (error);
      else
        g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  if (closing != NULL)
    {
      aft_written_time_skip_blanks (&rest);
      if (!g_str_has_prefix (rest, closing))
        {
          set_no_time_error (error);
          return NULL;
        }
      rest += strlen (closing);
    }
  if (aft_moment_get_written (at)[0] == '\0' || (closing == NULL && !is_meant (at, rest)))
    {
      set_no_time_error (error);
      return NULL;
    }

  head->text = aft_pasted_head_skip_separator (rest);
  head->is_machine = (closing != NULL && closing[0] != '*') ||
                     (aft_moment_has_clock (at) && has_year (aft_moment_get_written (at)));

  return g_steal_pointer (&at);
}

/**
 * aft_pasted_head_starts_line:
 * @line: a line
 *
 * Returns: whether it begins with a time, be it one that can't be
 */
gboolean
aft_pasted_head_starts_line (const char *line)
{
  const AftMomentContext context = { NULL, 0, NULL };
  AftPastedHead head = { NULL, };
  g_autoptr(GError) error = NULL;
  g_autoptr(AftMoment) at = aft_pasted_head_read (line, &context, &head, &error);

  return at != NULL || !g_error_matches (error, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_NO_TIME);
}

static const char *
find_last (const char *line)
{
  static const char *const marks[] = { "  ", "\t", " — ", " [", "\u00a0 ", " \u00a0" };
  const char *last = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *found = g_strrstr (line, marks[i]);

      if (found != NULL && (last == NULL || found > last))
        last = found;
    }

  return last;
}

/**
 * aft_pasted_head_split_header:
 * @line: a line
 * @name: (out): who
 * @time: (out): the words behind, which begin with a time
 *
 * Some chats write who and when above what was said, such as `Anna  3:08 PM`.
 *
 * Returns: whether the line is such a header
 */
gboolean
aft_pasted_head_split_header (const char  *line,
                              char       **name,
                              char       **time)
{
  const AftMomentContext context = { NULL, 0, NULL };
  const char *mark = find_last (line);
  const char *at = mark;
  AftPastedHead head = { NULL, };
  g_autoptr(AftMoment) moment = NULL;
  g_autoptr(GError) error = NULL;

  if (mark == NULL || mark == line || mark - line > MAX_NAME)
    return FALSE;

  aft_written_time_skip_blanks (&at);
  if (g_str_has_prefix (at, "—"))
    at += strlen ("—");
  aft_written_time_skip_blanks (&at);
  moment = aft_pasted_head_read (at, &context, &head, &error);
  if (moment == NULL && !g_error_matches (error, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_NO_DATE))
    return FALSE;
  if (moment != NULL && (!aft_moment_has_clock (moment) || head.text[0] != '\0'))
    return FALSE;
  if (moment == NULL && strlen (at) > 24)
    return FALSE;

  *name = g_strchomp (g_strndup (line, (gsize) (mark - line)));
  *time = g_strdup (at);

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "aft-report-words.h"

/**
 * aft_report_words_get:
 * @language: (nullable): a language tag such as "de" or "en-GB"; empty for English
 *
 * Returns: (transfer none): the words of that language; those of English where nobody wrote them yet
 */
const AftReportWords *
aft_report_words_get (const char *language)
{
  static const AftReportWords *const all[] = { &aft_report_words_english, &aft_report_words_german };

  for (gsize i = 0; language != NULL && i < G_N_ELEMENTS (all); i++)
    {
      const gsize length = strlen (all[i]->code);

      if (g_ascii_strncasecmp (language, all[i]->code, length) == 0 && !g_ascii_isalpha (language[length]))
        return all[i];
    }

  return all[0];
}

/**
 * aft_words_fill:
 * @pattern: words with places {0} to {7}
 * @...: what to fill in, ended by %NULL
 *
 * What is filled in is not looked at for places again.
 *
 * Returns: (transfer full): the words
 */
char *
aft_words_fill (const char *pattern,
                ...)
{
  const char *values[8];
  guint n_values = 0;
  GString *filled = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, pattern);
  for (const char *value = va_arg (arguments, const char *);
       value != NULL && n_values < G_N_ELEMENTS (values);
       value = va_arg (arguments, const char *))
    values[n_values++] = value;
  va_end (arguments);

  for (const char *at = pattern; *at != '\0'; at++)
    if (at[0] == '{' && g_ascii_isdigit (at[1]) && at[2] == '}' && (guint) (at[1] - '0') < n_values)
      {
        g_string_append (filled, values[at[1] - '0']);
        at += 2;
      }
    else
      g_string_append_c (filled, *at);

  return g_string_free (filled, FALSE);
}

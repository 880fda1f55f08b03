/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <string.h>

#include "aft-moment.h"
#include "aft-written-time.h"

typedef struct
{
  const char *letters;
  int         minutes;
  const char *zone;
} Abbreviation;

/* What the letters say, and the place where people use them. */
static const Abbreviation abbreviations[] = {
  { "AEDT", 660, "Australia/Sydney" },   { "AEST", 600, "Australia/Sydney" },
  { "BST", 60, "Europe/London" },        { "CDT", -300, "America/Chicago" },
  { "CEST", 120, "Europe/Berlin" },      { "CET", 60, "Europe/Berlin" },
  { "CST", -360, "America/Chicago" },    { "EDT", -240, "America/New_York" },
  { "EEST", 180, "Europe/Helsinki" },    { "EET", 120, "Europe/Helsinki" },
  { "EST", -300, "America/New_York" },   { "GMT", 0, NULL },
  { "IST", 330, "Asia/Kolkata" },        { "JST", 540, "Asia/Tokyo" },
  { "MDT", -360, "America/Denver" },     { "MST", -420, "America/Denver" },
  { "PDT", -420, "America/Los_Angeles" },{ "PST", -480, "America/Los_Angeles" },
  { "UTC", 0, NULL },                    { "WEST", 60, "Europe/Lisbon" },
  { "WET", 0, "Europe/Lisbon" },         { "Z", 0, NULL },
};

static const char *const month_names[] = {
  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
};

void
aft_written_time_skip_blanks (const char **text)
{
  while (g_ascii_isspace (**text))
    (*text)++;
}

/* Reads between @least and @most digits. */
gboolean
aft_written_time_read_number (const char **text,
             int          least,
             int          most,
             int         *number)
{
  const char *at = *text;
  int digits = 0;
  int value = 0;

  while (digits < most && g_ascii_isdigit (at[digits]))
    value = value * 10 + (at[digits++] - '0');
  if (digits < least || g_ascii_isdigit (at[digits]))
    return FALSE;

  *text = at + digits;
  *number = value;
  return TRUE;
}

gboolean
aft_written_time_read_word (const char **text,
           const char  *word)
{
  const gsize length = strlen (word);

  if (g_ascii_strncasecmp (*text, word, length) != 0 ||
      (g_ascii_isalpha (word[length - 1]) && g_ascii_isalpha ((*text)[length])))
    return FALSE;

  *text += length;
  return TRUE;
}

void
aft_written_time_read_about (const char **text,
            AftWrittenTime     *written)
{
  static const char *const words[] = { "≈", "~", "about", "approximately", "circa", "ca.", "around" };

  aft_written_time_skip_blanks (text);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (aft_written_time_read_word (text, words[i]))
      {
        written->approximate = TRUE;
        aft_written_time_skip_blanks (text);
        return;
      }
}

static gboolean
read_month_name (const char **text,
                 int         *month)
{
  for (int i = 0; i < 12; i++)
    if (g_ascii_strncasecmp (*text, month_names[i], 3) == 0)
      {
        while (g_ascii_isalpha (**text))
          (*text)++;
        if (**text == '.')
          (*text)++;
        *month = i + 1;
        return TRUE;
      }

  return FALSE;
}

/* 2021-05-06, 2021-05, 2021 */
static gboolean
read_iso_date (const char **text,
               AftWrittenTime     *written)
{
  const char *at = *text;

  if (!aft_written_time_read_number (&at, 4, 4, &written->year) || *at == ':')
    return FALSE;

  written->month = written->day = 0;
  if (*at == '-' && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]))
    {
      at++;
      if (!aft_written_time_read_number (&at, 2, 2, &written->month))
        return FALSE;
      if (*at == '-' && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]))
        {
          at++;
          if (!aft_written_time_read_number (&at, 2, 2, &written->day))
            return FALSE;
        }
    }

  *text = at;
  written->has_date = TRUE;
  return TRUE;
}

/* 6 May 2021, 6 May, May 6 2021, May 6, May 2021 */
static gboolean
read_worded_date (const char **text,
                  AftWrittenTime     *written)
{
  const char *at = *text;
  int number;

  written->day = written->year = 0;
  if (aft_written_time_read_number (&at, 1, 2, &written->day))
    {
      if (*at == '.')
        at++;
      aft_written_time_skip_blanks (&at);
      if (!read_month_name (&at, &written->month))
        return FALSE;
    }
  else if (read_month_name (&at, &written->month))
    {
      const char *after = at;

      aft_written_time_skip_blanks (&after);
      if (aft_written_time_read_number (&after, 1, 2, &number) && *after != ':')
        {
          written->day = number;
          at = after;
        }
    }
  else
    {
      return FALSE;
    }

  *text = at;
  if (*at == ',')
    at++;
  aft_written_time_skip_blanks (&at);
  if (aft_written_time_read_number (&at, 4, 4, &number) && *at != ':')
    {
      written->year = number;
      *text = at;
    }

  written->has_date = TRUE;
  return TRUE;
}

/* 06/05, 06/05/2021: which is the day? 06.05.2021: the day first. */
static gboolean
read_numeric_date (const char **text,
                   AftWrittenTime     *written)
{
  const char *at = *text;
  char separator;

  if (!aft_written_time_read_number (&at, 1, 2, &written->day) || (*at != '/' && *at != '.'))
    return FALSE;
  separator = *at++;
  if (!aft_written_time_read_number (&at, 1, 2, &written->month))
    return FALSE;

  written->year = 0;
  if (*at == separator)
    {
      at++;
      if (g_ascii_isdigit (*at) && !aft_written_time_read_number (&at, 4, 4, &written->year))
        return FALSE;
    }
  else if (separator == '.')
    {
      return FALSE;
    }

  if (separator == '/' && written->day <= 12 && written->month > 12)
    {
      int day = written->month;

      written->month = written->day;
      written->day = day;
    }
  else
    {
      written->swapped = separator == '/' && written->day <= 12 && written->day != written->month;
    }

  *text = at;
  written->has_date = TRUE;
  return TRUE;
}

gboolean
aft_written_time_read_clock (const char **text,
            AftWrittenTime     *written)
{
  const char *at = *text;
  gboolean has_minute = FALSE;

  if (!aft_written_time_read_number (&at, 1, 2, &written->hour))
    return FALSE;
  if (*at == ':')
    {
      at++;
      if (!aft_written_time_read_number (&at, 2, 2, &written->minute))
        return FALSE;
      has_minute = TRUE;
      if (*at == ':')
        {
          at++;
          if (!aft_written_time_read_number (&at, 2, 2, &written->second))
            return FALSE;
          written->has_second = TRUE;
          if (*at == '.' || *at == ',')
            for (at++; g_ascii_isdigit (*at); at++)
              ;
        }
    }

  *text = at;
  aft_written_time_skip_blanks (&at);
  if ((g_ascii_tolower (at[0]) == 'a' || g_ascii_tolower (at[0]) == 'p') && g_ascii_tolower (at[1]) == 'm' &&
      !g_ascii_isalpha (at[2]))
    {
      if (written->hour < 1 || written->hour > 12)
        return FALSE;
      written->hour = written->hour % 12 + (g_ascii_tolower (at[0]) == 'p' ? 12 : 0);
      *text = at + 2;
      has_minute = TRUE;
    }

  written->has_time = has_minute;
  return has_minute;
}

void
aft_written_time_read_zone (const char **text,
           AftWrittenTime     *written)
{
  const char *at = *text;
  gsize length = 0;

  aft_written_time_skip_blanks (&at);

  if (*at == '+' || *at == '-' || g_str_has_prefix (at, "−"))
    {
      const int sign = *at == '+' ? 1 : -1;
      int hours;
      int minutes = 0;

      at += *at == '+' || *at == '-' ? 1 : strlen ("−");
      if (!g_ascii_isdigit (at[0]) || !g_ascii_isdigit (at[1]))
        return;
      hours = (at[0] - '0') * 10 + (at[1] - '0');
      at += 2;
      if (*at == ':')
        at++;
      if (g_ascii_isdigit (at[0]) && g_ascii_isdigit (at[1]))
        {
          minutes = (at[0] - '0') * 10 + (at[1] - '0');
          at += 2;
        }
      if (g_ascii_isdigit (*at) || hours > 14 || minutes > 59)
        return;
      written->offset = sign * (hours * 60 + minutes);
      written->has_offset = TRUE;
      g_snprintf (written->zone, sizeof written->zone, "%c%02d:%02d", sign > 0 ? '+' : '-', hours, minutes);
      *text = at;
      return;
    }

  while (g_ascii_isalnum (at[length]) || at[length] == '/' || at[length] == '_' || (at[length] == '-' && length > 0))
    length++;
  if (length == 0 || length >= sizeof written->zone)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (strlen (abbreviations[i].letters) == length && strncmp (at, abbreviations[i].letters, length) == 0)
      {
        written->letters = abbreviations[i].letters;
        written->offset = abbreviations[i].minutes;
        written->has_offset = TRUE;
        g_strlcpy (written->zone, abbreviations[i].zone != NULL ? abbreviations[i].zone : "UTC", sizeof written->zone);
        *text = at + length;
        return;
      }

  if (memchr (at, '/', length) != NULL)
    {
      g_strlcpy (written->zone, at, length + 1);
      if (aft_zone_is_known (written->zone))
        *text = at + length;
      else
        written->zone[0] = '\0';
    }
}

gboolean
aft_written_time_read_date (const char     **text,
                            AftWrittenTime  *written)
{
  return read_iso_date (text, written) || read_worded_date (text, written) || read_numeric_date (text, written);
}

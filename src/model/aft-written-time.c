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
  { "MESZ", 120, "Europe/Berlin" },      { "MEZ", 60, "Europe/Berlin" },
  { "MDT", -360, "America/Denver" },     { "MST", -420, "America/Denver" },
  { "PDT", -420, "America/Los_Angeles" },{ "PST", -480, "America/Los_Angeles" },
  { "UTC", 0, NULL },                    { "WEST", 60, "Europe/Lisbon" },
  { "WET", 0, "Europe/Lisbon" },         { "Z", 0, NULL },
};

typedef struct
{
  const char *name;
  int         number;
} Name;

/* In the languages in which people write postmortems here. */
static const Name month_names[] = {
  { "jan", 1 },  { "january", 1 },   { "januar", 1 },   { "jän", 1 },   { "jänner", 1 },
  { "feb", 2 },  { "february", 2 },  { "februar", 2 },
  { "mar", 3 },  { "march", 3 },     { "märz", 3 },     { "mär", 3 },   { "maerz", 3 },   { "mrz", 3 },
  { "apr", 4 },  { "april", 4 },
  { "may", 5 },  { "mai", 5 },
  { "jun", 6 },  { "june", 6 },      { "juni", 6 },
  { "jul", 7 },  { "july", 7 },      { "juli", 7 },
  { "aug", 8 },  { "august", 8 },
  { "sep", 9 },  { "sept", 9 },      { "september", 9 },
  { "oct", 10 }, { "october", 10 },  { "okt", 10 },     { "oktober", 10 },
  { "nov", 11 }, { "november", 11 },
  { "dec", 12 }, { "december", 12 }, { "dez", 12 },     { "dezember", 12 },
};

/* Monday is 1. */
static const Name weekday_names[] = {
  { "mon", 1 }, { "monday", 1 },    { "mo", 1 }, { "montag", 1 },
  { "tue", 2 }, { "tues", 2 },      { "tuesday", 2 },  { "di", 2 }, { "dienstag", 2 },
  { "wed", 3 }, { "wednesday", 3 }, { "mi", 3 }, { "mittwoch", 3 },
  { "thu", 4 }, { "thur", 4 },      { "thurs", 4 },    { "thursday", 4 }, { "do", 4 }, { "donnerstag", 4 },
  { "fri", 5 }, { "friday", 5 },    { "fr", 5 }, { "freitag", 5 },
  { "sat", 6 }, { "saturday", 6 },  { "sa", 6 }, { "samstag", 6 },  { "sonnabend", 6 },
  { "sun", 7 }, { "sunday", 7 },    { "so", 7 }, { "sonntag", 7 },
};

void
aft_written_time_skip_blanks (const char **text)
{
  while (g_unichar_isspace (g_utf8_get_char (*text)))
    *text = g_utf8_next_char (*text);
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

/* Reads a word that stands alone, in capitals or not. */
gboolean
aft_written_time_read_word (const char **text,
                            const char  *word)
{
  const char *at = *text;
  gunichar last = 0;

  for (; *word != '\0'; word = g_utf8_next_char (word), at = g_utf8_next_char (at))
    {
      last = g_utf8_get_char (word);
      if (*at == '\0' || g_unichar_tolower (g_utf8_get_char (at)) != last)
        return FALSE;
    }
  if (g_unichar_isalpha (last) && g_unichar_isalpha (g_utf8_get_char (at)))
    return FALSE;

  *text = at;
  return TRUE;
}

void
aft_written_time_read_about (const char **text,
            AftWrittenTime     *written)
{
  static const char *const words[] = { "≈", "~", "about", "approximately", "circa", "ca.", "around", "etwa", "gegen",
                                       "ungefähr" };

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
read_name (const char **text,
           const Name  *names,
           gsize        n_names,
           int         *number)
{
  for (gsize i = 0; i < n_names; i++)
    if (aft_written_time_read_word (text, names[i].name))
      {
        if (**text == '.')
          (*text)++;
        *number = names[i].number;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_month_name (const char **text,
                 int         *month)
{
  return read_name (text, month_names, G_N_ELEMENTS (month_names), month);
}

/* A year of more digits than four is written as a date but can't be one. */
static gboolean
read_large_year (const char     **text,
                 AftWrittenTime  *written)
{
  const char *at = *text;

  while (g_ascii_isdigit (*at))
    at++;
  if (at - *text < 5 || strspn (at, "-0123456789") < 6 || at[0] != '-' || at[3] != '-')
    return FALSE;

  *text = at + 6;
  written->year = written->month = written->day = 0;
  written->has_date = written->has_year = TRUE;
  return TRUE;
}

/* 2021-05-06, 2021/05/06, 2021-05, 2021 */
static gboolean
read_iso_date (const char     **text,
               AftWrittenTime  *written)
{
  const char *at = *text;
  char separator;

  if (read_large_year (text, written))
    return TRUE;
  if (!aft_written_time_read_number (&at, 4, 4, &written->year) || *at == ':')
    return FALSE;

  separator = *at;
  written->month = written->day = 0;
  if ((separator == '-' || separator == '/') && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]))
    {
      at++;
      if (!aft_written_time_read_number (&at, 2, 2, &written->month))
        return FALSE;
      if (*at == separator && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]))
        {
          at++;
          if (!aft_written_time_read_number (&at, 2, 2, &written->day))
            return FALSE;
        }
    }

  *text = at;
  written->has_date = written->has_year = TRUE;
  return TRUE;
}

/* The year after a worded date, with the comma, the blank or what else joins them. */
static void
read_year (const char     **text,
           AftWrittenTime  *written)
{
  const char *at = *text;
  int number;

  if (*at == ',' || *at == '/' || *at == '-')
    at++;
  aft_written_time_skip_blanks (&at);
  if (!aft_written_time_read_number (&at, 4, 4, &number) || (*at == ':' && g_ascii_isdigit (at[1]) && **text != '/'))
    return;

  written->year = number;
  written->has_year = TRUE;
  *text = at;
}

/* 6 May 2021, 6 May, 6. Mai, 06/May/2021, May 6 2021, May 6, May 2021 */
static gboolean
read_worded_date (const char     **text,
                  AftWrittenTime  *written)
{
  const char *at = *text;
  int number;

  written->day = written->year = 0;
  if (aft_written_time_read_number (&at, 1, 2, &written->day))
    {
      if (*at == '.' || *at == '/' || *at == '-')
        at++;
      else if (!aft_written_time_read_word (&at, "st") && !aft_written_time_read_word (&at, "nd") &&
               !aft_written_time_read_word (&at, "rd"))
        aft_written_time_read_word (&at, "th");
      aft_written_time_skip_blanks (&at);
      if (!read_month_name (&at, &written->month))
        return FALSE;
    }
  else if (read_month_name (&at, &written->month))
    {
      const char *after = at;

      aft_written_time_skip_blanks (&after);
      if ((aft_written_time_read_number (&after, 1, 2, &number)) && *after != ':')
        {
          written->day = number;
          if (!aft_written_time_read_word (&after, "st") && !aft_written_time_read_word (&after, "nd") &&
              !aft_written_time_read_word (&after, "rd"))
            aft_written_time_read_word (&after, "th");
          at = after;
        }
    }
  else
    {
      return FALSE;
    }

  read_year (&at, written);
  /* “May we …” is no date. */
  if (written->day == 0 && !written->has_year && *at != '\0')
    return FALSE;

  *text = at;
  written->has_date = TRUE;
  return TRUE;
}

/* 06/05, 06/05/2021, 06/05/21: which is the day? 06.05.2021: the day first. */
static gboolean
read_numeric_date (const char     **text,
                   AftWrittenTime  *written)
{
  const char *at = *text;
  char separator;

  if (!aft_written_time_read_number (&at, 1, 2, &written->day) || (*at != '/' && *at != '.'))
    return FALSE;
  separator = *at++;
  if (!aft_written_time_read_number (&at, 1, 2, &written->month) || written->day > 31 || written->month > 31)
    return FALSE;

  written->year = 0;
  if (*at == separator)
    {
      at++;
      if (aft_written_time_read_number (&at, 4, 4, &written->year))
        {
          written->has_year = TRUE;
        }
      else if (aft_written_time_read_number (&at, 2, 2, &written->year))
        {
          written->year += 2000;
          written->has_year = TRUE;
        }
      else if (g_ascii_isdigit (*at))
        {
          return FALSE;
        }
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

/* am, pm, Uhr, h */
static gboolean
read_half (const char     **text,
           AftWrittenTime  *written)
{
  const char *at = *text;
  gboolean is_afternoon;

  aft_written_time_skip_blanks (&at);
  if (aft_written_time_read_word (&at, "uhr") || (at == *text && aft_written_time_read_word (&at, "h")))
    {
      *text = at;
      return TRUE;
    }

  is_afternoon = aft_written_time_read_word (&at, "pm") || aft_written_time_read_word (&at, "p.m.");
  if (!is_afternoon && !aft_written_time_read_word (&at, "am") && !aft_written_time_read_word (&at, "a.m."))
    return FALSE;

  /* After 15:08 “am” is another word. */
  if (written->hour < 1 || written->hour > 12)
    return FALSE;

  written->hour = written->hour % 12 + (is_afternoon ? 12 : 0);
  *text = at;
  return TRUE;
}

/* 15.08 Uhr */
static gboolean
read_dotted_clock (const char     **text,
                   AftWrittenTime  *written)
{
  const char *at = *text + 1;
  int minute;

  if (**text != '.' || !aft_written_time_read_number (&at, 2, 2, &minute))
    return FALSE;
  aft_written_time_skip_blanks (&at);
  if (!aft_written_time_read_word (&at, "uhr"))
    return FALSE;

  written->minute = minute;
  *text = at;
  return TRUE;
}

gboolean
aft_written_time_read_clock (const char     **text,
                             AftWrittenTime  *written)
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
      if (*at == ':' && g_ascii_isdigit (at[1]))
        {
          at++;
          if (!aft_written_time_read_number (&at, 2, 2, &written->second))
            return FALSE;
          written->has_second = TRUE;
          if ((*at == '.' || *at == ',') && g_ascii_isdigit (at[1]))
            for (at++; g_ascii_isdigit (*at); at++)
              ;
        }
    }
  else if (read_dotted_clock (&at, written))
    {
      has_minute = TRUE;
    }

  if (read_half (&at, written))
    has_minute = TRUE;
  if (!has_minute)
    return FALSE;

  *text = at;
  written->has_time = TRUE;
  return TRUE;
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
aft_written_time_read_weekday (const char **text,
                               int         *weekday)
{
  if (!read_name (text, weekday_names, G_N_ELEMENTS (weekday_names), weekday))
    return FALSE;

  if (**text == ',')
    (*text)++;
  aft_written_time_skip_blanks (text);
  return TRUE;
}

gboolean
aft_written_time_read_date (const char     **text,
                            AftWrittenTime  *written)
{
  return read_iso_date (text, written) || read_worded_date (text, written) || read_numeric_date (text, written);
}

/* Reads a unit of time, in English or German. */
gboolean
aft_written_time_read_unit (const char **text,
                            gint64      *span)
{
  static const struct { const char *word; gint64 span; } units[] = {
    { "s", G_TIME_SPAN_SECOND },  { "sec", G_TIME_SPAN_SECOND },    { "second", G_TIME_SPAN_SECOND },
    { "seconds", G_TIME_SPAN_SECOND }, { "sekunde", G_TIME_SPAN_SECOND }, { "sekunden", G_TIME_SPAN_SECOND },
    { "m", G_TIME_SPAN_MINUTE },  { "min", G_TIME_SPAN_MINUTE },    { "mins", G_TIME_SPAN_MINUTE },
    { "minute", G_TIME_SPAN_MINUTE }, { "minutes", G_TIME_SPAN_MINUTE }, { "minuten", G_TIME_SPAN_MINUTE },
    { "h", G_TIME_SPAN_HOUR },    { "hour", G_TIME_SPAN_HOUR },     { "hours", G_TIME_SPAN_HOUR },
    { "std", G_TIME_SPAN_HOUR },  { "stunde", G_TIME_SPAN_HOUR },   { "stunden", G_TIME_SPAN_HOUR },
    { "d", G_TIME_SPAN_DAY },     { "day", G_TIME_SPAN_DAY },       { "days", G_TIME_SPAN_DAY },
    { "tag", G_TIME_SPAN_DAY },   { "tage", G_TIME_SPAN_DAY },      { "tagen", G_TIME_SPAN_DAY },
    { "w", 7 * G_TIME_SPAN_DAY }, { "wk", 7 * G_TIME_SPAN_DAY },    { "week", 7 * G_TIME_SPAN_DAY },
    { "weeks", 7 * G_TIME_SPAN_DAY }, { "woche", 7 * G_TIME_SPAN_DAY }, { "wochen", 7 * G_TIME_SPAN_DAY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (aft_written_time_read_word (text, units[i].word))
      {
        *span = units[i].span;
        return TRUE;
      }

  return FALSE;
}

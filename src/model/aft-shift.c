/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-moment-parser.h"
#include "aft-shift.h"
#include "aft-written-time.h"

/* Two hundred years, more than any clock was ever wrong. */
#define MOST (G_GINT64_CONSTANT (73050) * G_TIME_SPAN_DAY)

/* As many as the parser of times keeps. */
#define MAX_READINGS 8

G_DEFINE_QUARK (aft-shift-error-quark, aft_shift_error)

static void
skip_sign (const char **text,
           int         *sign,
           gboolean    *is_signed)
{
  static const struct { const char *text; int sign; } signs[] = {
    { "+", 1 }, { "-", -1 }, { "−", -1 }, { "–", -1 },
  };

  *sign = 1;
  *is_signed = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (*text, signs[i].text))
      {
        *text += strlen (signs[i].text);
        *sign = signs[i].sign;
        *is_signed = TRUE;
        aft_written_time_skip_blanks (text);
        return;
      }
}

/* 1:30, 1:30:15 */
static gboolean
read_clock_amount (const char **text,
                   gint64      *amount)
{
  const char *at = *text;
  int parts[3] = { 0, 0, 0 };

  if (!aft_written_time_read_number (&at, 1, 4, &parts[0]) || *at != ':')
    return FALSE;
  for (int i = 1; i < 3 && *at == ':'; i++)
    {
      at++;
      if (!aft_written_time_read_number (&at, 2, 2, &parts[i]) || parts[i] > 59)
        return FALSE;
    }

  *amount = parts[0] * G_TIME_SPAN_HOUR + parts[1] * G_TIME_SPAN_MINUTE + parts[2] * G_TIME_SPAN_SECOND;
  *text = at;

  return TRUE;
}

/* 12, 1.5, 1,5 */
static gboolean
read_decimal (const char **text,
              double      *number)
{
  const char *at = *text;
  double place = 0.1;
  int whole;

  if (!aft_written_time_read_number (&at, 1, 7, &whole))
    return FALSE;

  *number = whole;
  if ((*at == '.' || *at == ',') && g_ascii_isdigit (at[1]))
    for (at++; g_ascii_isdigit (*at); at++, place /= 10)
      *number += (*at - '0') * place;
  *text = at;

  return TRUE;
}

/**
 * aft_shift_parse_amount:
 * @text: an amount of time as people type it
 * @microseconds: (out): how much it is, negative for earlier
 * @is_signed: (out): whether a sign says so
 * @error: return location for an #AftShiftError
 *
 * Understands `1h`, `-5 min`, `90 s`, `2 d`, `1 h 30 min`, `1.5 h`, `1:30`, and in German `2 Tage`.
 *
 * Returns: whether it is one
 */
gboolean
aft_shift_parse_amount (const char  *text,
                        gint64      *microseconds,
                        gboolean    *is_signed,
                        GError     **error)
{
  g_autofree char *words = NULL;
  const char *at;
  double sum = 0;
  gint64 amount;
  gint64 unit;
  double number;
  int sign;

  g_return_val_if_fail (text != NULL && microseconds != NULL && is_signed != NULL, FALSE);

  at = words = g_strstrip (g_strdup (text));
  skip_sign (&at, &sign, is_signed);
  if (read_clock_amount (&at, &amount))
    {
      sum = amount;
    }
  else
    {
      do
        {
          if (!read_decimal (&at, &number))
            {
              g_set_error (error, AFT_SHIFT_ERROR, AFT_SHIFT_ERROR_NO_AMOUNT,
                           _("This is not an amount of time. Write it as 5 min, 1:30 or 2 d."));
              return FALSE;
            }
          aft_written_time_skip_blanks (&at);
          if (!aft_written_time_read_unit (&at, &unit))
            {
              g_set_error (error, AFT_SHIFT_ERROR, AFT_SHIFT_ERROR_NO_UNIT,
                           _("Say of what: s, min, h or d."));
              return FALSE;
            }
          sum += number * unit;
          if (*at == '.' || *at == ',')
            at++;
          aft_written_time_skip_blanks (&at);
        }
      while (g_ascii_isdigit (*at));
    }

  if (*at != '\0')
    {
      g_set_error (error, AFT_SHIFT_ERROR, AFT_SHIFT_ERROR_NO_AMOUNT,
                   /* Translators: %s are words that stand after an amount of time and don't belong to one */
                   _("“%s” is not part of an amount of time."), at);
      return FALSE;
    }
  if (sum > MOST)
    {
      g_set_error (error, AFT_SHIFT_ERROR, AFT_SHIFT_ERROR_RANGE, _("That is too far."));
      return FALSE;
    }

  *microseconds = sign * (gint64) (sum + 0.5);

  return TRUE;
}

static gint64
get_offset (GTimeZone *zone,
            gint64     instant)
{
  const int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant / G_USEC_PER_SEC);

  return interval >= 0 ? g_time_zone_get_offset (zone, interval) * G_TIME_SPAN_SECOND : 0;
}

/* What the clock showed, for each reading once, as if it had been in UTC. */
static guint
find_walls (const AftMoment *moment,
            gint64           walls[MAX_READINGS])
{
  g_autoptr(GTimeZone) zone = aft_zone_new (aft_moment_get_zone (moment));
  const gint64 instant = aft_moment_get_instant (moment);
  guint n_readings;
  const gint64 *readings = aft_moment_get_readings (moment, &n_readings);
  guint n_walls = 0;

  /* No clock of that zone showed it: it was read once with the offset before, once with that behind. */
  if (aft_moment_is_skipped (moment))
    {
      walls[0] = readings[0] + get_offset (zone, readings[1]);
      return 1;
    }
  if (n_readings == 0)
    {
      readings = &instant;
      n_readings = 1;
    }

  for (guint i = 0; i < n_readings && n_walls < MAX_READINGS; i++)
    {
      const gint64 wall = readings[i] + get_offset (zone, readings[i]);
      gboolean known = FALSE;

      for (guint j = 0; j < n_walls; j++)
        known |= walls[j] == wall;
      if (!known)
        walls[n_walls++] = wall;
    }

  return n_walls;
}

/* Each instant at which the clocks of the zone show that. */
static AftMoment *
read_wall (gint64      wall,
           const char *zone)
{
  const AftMomentContext context = { zone, 0, NULL };
  g_autoptr(GDateTime) date_time = g_date_time_new_from_unix_utc (wall / G_USEC_PER_SEC);
  g_autofree char *words = date_time != NULL ? g_date_time_format (date_time, "%Y-%m-%d %H:%M:%S") : NULL;

  return words != NULL ? aft_moment_parse (words, &context, NULL) : NULL;
}

/* The words stay if they still say the same. */
static const char *
keep_written (const AftMoment *before,
              AftMoment       *after)
{
  const AftMomentContext context = { aft_moment_get_zone (after), aft_moment_get_instant (after), after };
  const char *written = aft_moment_get_written (before);
  g_autoptr(AftMoment) read = written[0] != '\0' ? aft_moment_parse (written, &context, NULL) : NULL;

  if (!aft_moment_is_known (read) || aft_moment_get_instant (read) != aft_moment_get_instant (after) ||
      g_strcmp0 (aft_moment_get_zone (read), aft_moment_get_zone (after)) != 0)
    return NULL;

  return written;
}

static AftMoment *
change_zone (AftMoment  *moment,
             const char *zone)
{
  const AftPrecision precision = aft_moment_get_precision (moment);
  const gint64 rest = aft_moment_get_instant (moment) % G_USEC_PER_SEC;
  g_autoptr(AftMoment) plain = NULL;
  gint64 walls[MAX_READINGS];
  gint64 readings[MAX_READINGS];
  guint n_readings = 0;
  guint n_walls;

  if (g_str_equal (aft_moment_get_zone (moment), zone))
    return aft_moment_ref (moment);

  n_walls = find_walls (moment, walls);
  for (guint i = 0; i < n_walls; i++)
    {
      g_autoptr(AftMoment) read = read_wall (walls[i], zone);
      const gint64 instant = read != NULL ? aft_moment_get_instant (read) : 0;
      guint n_more = 0;
      const gint64 *more = read != NULL ? aft_moment_get_readings (read, &n_more) : NULL;

      if (read != NULL && n_more == 0)
        {
          more = &instant;
          n_more = 1;
        }
      /* A whole day has no doubt about its hour. */
      if (precision < AFT_PRECISION_HOUR)
        n_more = MIN (n_more, 1);
      for (guint j = 0; j < n_more && n_readings < MAX_READINGS; j++)
        readings[n_readings++] = more[j] + MAX (rest, 0);
    }
  if (n_readings == 0)
    return aft_moment_ref (moment);

  plain = aft_moment_new_readings (readings, n_readings, zone, precision, aft_moment_is_approximate (moment), NULL);

  return aft_moment_new_readings (readings, n_readings, zone, precision, aft_moment_is_approximate (moment),
                                  keep_written (moment, plain));
}

/**
 * aft_shift_apply:
 * @self: a shift
 * @moment: a moment
 *
 * Says when it was if the source was wrong in this way. In another zone the clock time stays; where
 * the clocks there showed it twice or never, both readings are kept. What nobody knows stays
 * unknown, and a day, month or year moves by whole ones.
 *
 * Returns: (transfer full): a moment
 */
AftMoment *
aft_shift_apply (const AftShift *self,
                 AftMoment      *moment)
{
  g_autoptr(AftMoment) shifted = NULL;

  g_return_val_if_fail (self != NULL && moment != NULL, NULL);

  if (!aft_moment_is_known (moment))
    return aft_moment_ref (moment);
  if (self->zone != NULL)
    return change_zone (moment, self->zone);

  shifted = aft_moment_shift (moment, self->microseconds);
  /* What is not known so exactly stays as it was written. */
  if (aft_moment_get_instant (shifted) == aft_moment_get_instant (moment))
    return aft_moment_ref (moment);

  return g_steal_pointer (&shifted);
}

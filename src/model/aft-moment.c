/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-moment.h"

struct _AftMoment
{
  gatomicrefcount ref_count;

  gint64          instant;
  char           *zone;
  char           *written;
  gint64         *readings;
  guint           n_readings;
  AftPrecision    precision;
  gboolean        approximate;
  gboolean        known;
};

G_DEFINE_BOXED_TYPE (AftMoment, aft_moment, aft_moment_ref, aft_moment_unref)

static AftMoment *
moment_alloc (const char *zone,
              const char *written)
{
  AftMoment *self = g_new0 (AftMoment, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->zone = g_strdup (zone != NULL ? zone : "");
  self->written = g_strdup (written != NULL ? written : "");

  return self;
}

static GDateTime *
date_time_at (gint64     instant,
              GTimeZone *zone)
{
  gint64 seconds = instant / G_USEC_PER_SEC;
  gint64 rest = instant % G_USEC_PER_SEC;
  g_autoptr(GDateTime) utc = NULL;
  g_autoptr(GDateTime) exact = NULL;

  if (rest < 0)
    {
      rest += G_USEC_PER_SEC;
      seconds--;
    }

  utc = g_date_time_new_from_unix_utc (seconds);
  if (utc == NULL)
    return NULL;

  exact = g_date_time_add (utc, rest);
  return g_date_time_to_timezone (exact, zone);
}

/**
 * aft_zone_new:
 * @name: (nullable): an IANA name, an offset such as "+02:00", or nothing for UTC
 *
 * Returns: (transfer full): the zone, or UTC where the name isn't known
 */
GTimeZone *
aft_zone_new (const char *name)
{
  GTimeZone *zone = NULL;

  if (name != NULL && name[0] != '\0')
    zone = g_time_zone_new_identifier (name);

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/**
 * aft_zone_is_known:
 * @name: a zone's name
 *
 * Returns: whether this machine knows its rules
 */
gboolean
aft_zone_is_known (const char *name)
{
  g_autoptr(GTimeZone) zone = NULL;

  if (name == NULL || name[0] == '\0')
    return FALSE;

  zone = g_time_zone_new_identifier (name);
  return zone != NULL;
}

/**
 * aft_moment_new:
 * @instant: microseconds since 1970-01-01T00:00:00Z; the start of what is known
 * @zone: (nullable): the zone in which it was written
 * @precision: how exactly it is known
 * @approximate: whether it is only about so
 * @written: (nullable): the words as they were written
 *
 * Returns: (transfer full): a new moment
 */
AftMoment *
aft_moment_new (gint64        instant,
                const char   *zone,
                AftPrecision  precision,
                gboolean      approximate,
                const char   *written)
{
  AftMoment *self = moment_alloc (zone, written);

  self->known = TRUE;
  self->instant = instant;
  self->precision = precision;
  self->approximate = approximate;

  return self;
}

/**
 * aft_moment_new_unknown:
 * @written: (nullable): what is said of the time
 *
 * Returns: (transfer full): a moment nobody knows, which stays at its place in the order
 */
AftMoment *
aft_moment_new_unknown (const char *written)
{
  return moment_alloc (NULL, written);
}

/**
 * aft_moment_new_readings:
 * @readings: (array length=n_readings): instants that the words may mean, the likeliest first
 * @n_readings: how many, at least one
 * @zone: (nullable): the zone in which it was written
 * @precision: how exactly it is known
 * @approximate: whether it is only about so
 * @written: (nullable): the words as they were written
 *
 * Returns: (transfer full): a moment that is in doubt while it has more than one reading
 */
AftMoment *
aft_moment_new_readings (const gint64 *readings,
                         guint         n_readings,
                         const char   *zone,
                         AftPrecision  precision,
                         gboolean      approximate,
                         const char   *written)
{
  AftMoment *self;

  g_return_val_if_fail (n_readings > 0, NULL);

  self = aft_moment_new (readings[0], zone, precision, approximate, written);
  if (n_readings > 1)
    {
      self->readings = g_memdup2 (readings, n_readings * sizeof *readings);
      self->n_readings = n_readings;
    }

  return self;
}

/**
 * aft_moment_ref:
 * @self: a moment
 *
 * Returns: (transfer full): the same moment
 */
AftMoment *
aft_moment_ref (AftMoment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * aft_moment_unref:
 * @self: (transfer full): a moment
 */
void
aft_moment_unref (AftMoment *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->zone);
  g_free (self->written);
  g_free (self->readings);
  g_free (self);
}

/**
 * aft_moment_equal:
 * @a: (nullable): a moment
 * @b: (nullable): another
 *
 * Returns: whether both say the same
 */
gboolean
aft_moment_equal (const AftMoment *a,
                  const AftMoment *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  return a->known == b->known && a->instant == b->instant && a->precision == b->precision &&
         a->approximate == b->approximate && a->n_readings == b->n_readings &&
         strcmp (a->zone, b->zone) == 0 && strcmp (a->written, b->written) == 0 &&
         (a->n_readings == 0 || memcmp (a->readings, b->readings, a->n_readings * sizeof *a->readings) == 0);
}

/**
 * aft_moment_is_known:
 * @self: (nullable): a moment
 *
 * Returns: whether there is an instant at all
 */
gboolean
aft_moment_is_known (const AftMoment *self)
{
  return self != NULL && self->known;
}

/**
 * aft_moment_get_instant:
 * @self: a moment
 *
 * Returns: the start of what is known, in microseconds since 1970-01-01T00:00:00Z
 */
gint64
aft_moment_get_instant (const AftMoment *self)
{
  return self->instant;
}

/**
 * aft_moment_get_end:
 * @self: a moment
 *
 * A year, month or day lasts until the next one begins in the zone where it was written.
 *
 * Returns: the end of what is known, in microseconds since 1970-01-01T00:00:00Z
 */
gint64
aft_moment_get_end (const AftMoment *self)
{
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(GDateTime) start = NULL;
  g_autoptr(GDateTime) end = NULL;

  switch (self->precision)
    {
    case AFT_PRECISION_SECOND:
      return self->instant;
    case AFT_PRECISION_MINUTE:
      return self->instant;
    case AFT_PRECISION_HOUR:
      return self->instant + G_TIME_SPAN_HOUR;
    case AFT_PRECISION_YEAR:
    case AFT_PRECISION_MONTH:
    case AFT_PRECISION_DAY:
    default:
      break;
    }

  zone = aft_zone_new (self->zone);
  start = date_time_at (self->instant, zone);
  if (start == NULL)
    return self->instant;

  if (self->precision == AFT_PRECISION_YEAR)
    end = g_date_time_add_years (start, 1);
  else if (self->precision == AFT_PRECISION_MONTH)
    end = g_date_time_add_months (start, 1);
  else
    end = g_date_time_add_days (start, 1);

  return end != NULL ? g_date_time_to_unix (end) * G_USEC_PER_SEC : self->instant;
}

/**
 * aft_moment_get_zone:
 * @self: a moment
 *
 * Returns: (transfer none): the zone in which it was written, or the empty text
 */
const char *
aft_moment_get_zone (const AftMoment *self)
{
  return self->zone;
}

/**
 * aft_moment_get_precision:
 * @self: a moment
 *
 * Returns: how exactly it is known
 */
AftPrecision
aft_moment_get_precision (const AftMoment *self)
{
  return self->precision;
}

/**
 * aft_moment_is_approximate:
 * @self: a moment
 *
 * Returns: whether it is only about so
 */
gboolean
aft_moment_is_approximate (const AftMoment *self)
{
  return self->approximate;
}

/**
 * aft_moment_has_clock:
 * @self: (nullable): a moment
 *
 * Returns: whether somebody gave a clock time
 */
gboolean
aft_moment_has_clock (const AftMoment *self)
{
  return aft_moment_is_known (self) && self->precision >= AFT_PRECISION_HOUR;
}

/**
 * aft_moment_get_written:
 * @self: a moment
 *
 * Returns: (transfer none): the words as they were written, or the empty text
 */
const char *
aft_moment_get_written (const AftMoment *self)
{
  return self->written;
}

/**
 * aft_moment_get_readings:
 * @self: a moment
 * @n_readings: (out): how many
 *
 * Returns: (transfer none) (nullable) (array length=n_readings): the instants the words may mean
 */
const gint64 *
aft_moment_get_readings (const AftMoment *self,
                         guint           *n_readings)
{
  *n_readings = self->n_readings;
  return self->readings;
}

/**
 * aft_moment_is_doubtful:
 * @self: (nullable): a moment
 *
 * Returns: whether a person still has to decide which instant is meant
 */
gboolean
aft_moment_is_doubtful (const AftMoment *self)
{
  return self != NULL && self->n_readings > 1;
}

/**
 * aft_moment_is_skipped:
 * @self: (nullable): a moment
 *
 * Returns: whether the clocks of its zone never showed that time, because they were put forward
 */
gboolean
aft_moment_is_skipped (const AftMoment *self)
{
  g_autoptr(GTimeZone) zone = NULL;
  gint64 offsets[2];

  if (!aft_moment_is_doubtful (self) || self->n_readings != 2)
    return FALSE;

  zone = aft_zone_new (self->zone);
  for (int i = 0; i < 2; i++)
    {
      const int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, self->readings[i] / G_USEC_PER_SEC);

      offsets[i] = interval >= 0 ? g_time_zone_get_offset (zone, interval) * G_TIME_SPAN_SECOND : 0;
    }

  /* Each reading was made with the offset that holds at the other one. */
  return offsets[0] != offsets[1] && self->readings[0] + offsets[1] == self->readings[1] + offsets[0];
}

/**
 * aft_moment_settle:
 * @self: a moment in doubt
 * @reading: which reading is right
 *
 * Returns: (transfer full): the same moment without a doubt
 */
AftMoment *
aft_moment_settle (const AftMoment *self,
                   guint            reading)
{
  g_return_val_if_fail (reading < self->n_readings, NULL);

  return aft_moment_new (self->readings[reading], self->zone, self->precision, self->approximate, self->written);
}

/**
 * aft_moment_shift:
 * @self: a known moment
 * @microseconds: by how much
 *
 * Moves a moment. The words as written no longer hold, so they go; a doubt stays and moves along.
 * What had no clock time moves by whole days, months or years only as far as its precision goes,
 * and gets none.
 *
 * Returns: (transfer full): a new moment
 */
AftMoment *
aft_moment_shift (const AftMoment *self,
                  gint64           microseconds)
{
  AftMoment *shifted;

  g_return_val_if_fail (self->known, NULL);

  if (self->precision < AFT_PRECISION_HOUR)
    {
      g_autoptr(GTimeZone) zone = aft_zone_new (self->zone);
      g_autoptr(GDateTime) moved = date_time_at (self->instant + microseconds + G_TIME_SPAN_HOUR * 12, zone);
      g_autoptr(GDateTime) whole = NULL;

      if (moved != NULL)
        whole = g_date_time_new (zone, g_date_time_get_year (moved),
                                 self->precision == AFT_PRECISION_YEAR ? 1 : g_date_time_get_month (moved),
                                 self->precision == AFT_PRECISION_DAY ? g_date_time_get_day_of_month (moved) : 1,
                                 0, 0, 0);
      if (whole == NULL)
        return aft_moment_new (self->instant, self->zone, self->precision, self->approximate, self->written);

      return aft_moment_new (g_date_time_to_unix (whole) * G_USEC_PER_SEC, self->zone, self->precision,
                             self->approximate, NULL);
    }

  shifted = aft_moment_new (self->instant + microseconds, self->zone, self->precision, self->approximate, NULL);
  if (self->n_readings > 0)
    {
      shifted->readings = g_memdup2 (self->readings, self->n_readings * sizeof *self->readings);
      shifted->n_readings = self->n_readings;
      for (guint i = 0; i < self->n_readings; i++)
        shifted->readings[i] += microseconds;
    }

  return shifted;
}

static const char *
get_format (AftPrecision   precision,
            AftMomentStyle style)
{
  const gboolean date_only = style == AFT_MOMENT_STYLE_DATE;

  if (style == AFT_MOMENT_STYLE_ISO)
    switch (precision)
      {
      case AFT_PRECISION_YEAR: return "%Y";
      case AFT_PRECISION_MONTH: return "%Y-%m";
      case AFT_PRECISION_DAY: return "%Y-%m-%d";
      case AFT_PRECISION_SECOND: return "%Y-%m-%d %H:%M:%S";
      case AFT_PRECISION_HOUR:
      case AFT_PRECISION_MINUTE:
      default: return "%Y-%m-%d %H:%M";
      }

  switch (precision)
    {
    case AFT_PRECISION_YEAR:
      return "%Y";
    case AFT_PRECISION_MONTH:
      /* Translators: a month of a year, such as "March 2021", see g_date_time_format() */
      return _("%B %Y");
    case AFT_PRECISION_SECOND:
      if (style == AFT_MOMENT_STYLE_TIME)
        return "%H:%M:%S";
      if (!date_only)
        /* Translators: a date and a time to the second, see g_date_time_format() */
        return _("%-d %b %Y %H:%M:%S");
      break;
    case AFT_PRECISION_HOUR:
    case AFT_PRECISION_MINUTE:
      if (style == AFT_MOMENT_STYLE_TIME)
        return "%H:%M";
      if (!date_only)
        /* Translators: a date and a time, such as "6 May 2021 15:08", see g_date_time_format() */
        return _("%-d %b %Y %H:%M");
      break;
    case AFT_PRECISION_DAY:
    default:
      break;
    }

  /* Translators: a date, such as "6 May 2021", see g_date_time_format() */
  return _("%-d %b %Y");
}

/**
 * aft_moment_format:
 * @self: (nullable): a moment
 * @zone: the zone to show it in
 * @style: how
 *
 * Writes a moment out. No clock time appears that nobody gave: a day, month or year is shown as it
 * was meant where it was written, whatever @zone says. The result is in the language of the
 * interface, except for the ISO style.
 *
 * Returns: (transfer full): text, "—" where the moment is unknown
 */
char *
aft_moment_format (const AftMoment *self,
                   GTimeZone       *zone,
                   AftMomentStyle   style)
{
  g_autoptr(GTimeZone) own_zone = NULL;
  g_autoptr(GDateTime) date_time = NULL;
  g_autofree char *text = NULL;

  if (!aft_moment_is_known (self))
    return g_strdup ("—");

  if (!aft_moment_has_clock (self))
    zone = own_zone = aft_zone_new (self->zone);

  date_time = date_time_at (self->instant, zone);
  if (date_time == NULL)
    return g_strdup ("—");

  text = g_date_time_format (date_time, get_format (self->precision, style));

  return self->approximate ? g_strconcat ("≈ ", text, NULL) : g_steal_pointer (&text);
}

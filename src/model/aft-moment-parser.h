/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-moment.h"

G_BEGIN_DECLS

/**
 * AftMomentError:
 * @AFT_MOMENT_ERROR_NO_TIME: there is no date or time in the words
 * @AFT_MOMENT_ERROR_NO_DATE: there is a clock time, but nobody said of which day
 * @AFT_MOMENT_ERROR_RANGE: such a date or time doesn't exist
 * @AFT_MOMENT_ERROR_REST: there are words that don't belong to a time
 *
 * Why words are not a moment.
 */
typedef enum
{
  AFT_MOMENT_ERROR_NO_TIME,
  AFT_MOMENT_ERROR_NO_DATE,
  AFT_MOMENT_ERROR_RANGE,
  AFT_MOMENT_ERROR_REST,
} AftMomentError;

#define AFT_MOMENT_ERROR (aft_moment_error_quark ())
GQuark aft_moment_error_quark (void);

/**
 * AftMomentContext:
 * @zone: (nullable): the zone that is meant where none is written
 * @now: the present, in microseconds since 1970-01-01T00:00:00Z
 * @previous: (nullable): the moment before, whose day is meant where only a clock time is written
 *
 * What the words leave unsaid.
 */
typedef struct
{
  const char      *zone;
  gint64           now;
  const AftMoment *previous;
} AftMomentContext;

AftMoment *aft_moment_parse         (const char              *text,
                                     const AftMomentContext  *context,
                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
AftMoment *aft_moment_parse_leading (const char              *text,
                                     const AftMomentContext  *context,
                                     const char             **rest,
                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-moment.h"

G_BEGIN_DECLS

/**
 * AftShift:
 * @microseconds: by how much later, where @zone is %NULL
 * @zone: (nullable): the zone whose clock was meant
 *
 * How a source was wrong: its clock, or the zone in which its times were read.
 */
typedef struct
{
  gint64      microseconds;
  const char *zone;
} AftShift;

/**
 * AftShiftError:
 * @AFT_SHIFT_ERROR_NO_AMOUNT: there is no amount of time in the words
 * @AFT_SHIFT_ERROR_NO_UNIT: there is a number, but nobody said of what
 * @AFT_SHIFT_ERROR_RANGE: nothing is moved so far
 *
 * Why words are not an amount of time.
 */
typedef enum
{
  AFT_SHIFT_ERROR_NO_AMOUNT,
  AFT_SHIFT_ERROR_NO_UNIT,
  AFT_SHIFT_ERROR_RANGE,
} AftShiftError;

#define AFT_SHIFT_ERROR (aft_shift_error_quark ())
GQuark aft_shift_error_quark (void);

gboolean   aft_shift_parse_amount (const char      *text,
                                   gint64          *microseconds,
                                   gboolean        *is_signed,
                                   GError         **error);
AftMoment *aft_shift_apply        (const AftShift  *self,
                                   AftMoment       *moment) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

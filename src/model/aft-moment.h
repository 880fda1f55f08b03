/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "aft-enums.h"

G_BEGIN_DECLS

#define AFT_TYPE_MOMENT (aft_moment_get_type ())

/**
 * AftMoment:
 *
 * A point in time as people know it: an instant, the zone that was written, a precision, whether it
 * is approximate, the words as written, and the readings it may have while nobody has settled it.
 * Or a moment that is unknown but has its place in the order. It never changes once it is made.
 */
typedef struct _AftMoment AftMoment;

/**
 * AftMomentStyle:
 * @AFT_MOMENT_STYLE_FULL: date and time as far as they are known
 * @AFT_MOMENT_STYLE_TIME: the clock time where there is one, else the date
 * @AFT_MOMENT_STYLE_DATE: the date as far as it is known
 * @AFT_MOMENT_STYLE_ISO: as FULL, in the notation of ISO 8601
 *
 * How a moment is written out.
 */
typedef enum
{
  AFT_MOMENT_STYLE_FULL,
  AFT_MOMENT_STYLE_TIME,
  AFT_MOMENT_STYLE_DATE,
  AFT_MOMENT_STYLE_ISO,
} AftMomentStyle;

GType         aft_moment_get_type       (void) G_GNUC_CONST;
AftMoment    *aft_moment_new            (gint64            instant,
                                         const char       *zone,
                                         AftPrecision      precision,
                                         gboolean          approximate,
                                         const char       *written) G_GNUC_WARN_UNUSED_RESULT;
AftMoment    *aft_moment_new_unknown    (const char       *written) G_GNUC_WARN_UNUSED_RESULT;
AftMoment    *aft_moment_new_readings   (const gint64     *readings,
                                         guint             n_readings,
                                         const char       *zone,
                                         AftPrecision      precision,
                                         gboolean          approximate,
                                         const char       *written) G_GNUC_WARN_UNUSED_RESULT;
AftMoment    *aft_moment_ref            (AftMoment        *self);
void          aft_moment_unref          (AftMoment        *self);
gboolean      aft_moment_equal          (const AftMoment  *a,
                                         const AftMoment  *b);
gboolean      aft_moment_is_known       (const AftMoment  *self);
gint64        aft_moment_get_instant    (const AftMoment  *self);
gint64        aft_moment_get_end        (const AftMoment  *self);
const char   *aft_moment_get_zone       (const AftMoment  *self);
AftPrecision  aft_moment_get_precision  (const AftMoment  *self);
gboolean      aft_moment_is_approximate (const AftMoment  *self);
gboolean      aft_moment_has_clock      (const AftMoment  *self);
const char   *aft_moment_get_written    (const AftMoment  *self);
const gint64 *aft_moment_get_readings   (const AftMoment  *self,
                                         guint            *n_readings);
gboolean      aft_moment_is_doubtful    (const AftMoment  *self);
gboolean      aft_moment_is_skipped     (const AftMoment  *self);
AftMoment    *aft_moment_settle         (const AftMoment  *self,
                                         guint             reading) G_GNUC_WARN_UNUSED_RESULT;
AftMoment    *aft_moment_shift          (const AftMoment  *self,
                                         gint64            microseconds) G_GNUC_WARN_UNUSED_RESULT;
char         *aft_moment_format         (const AftMoment  *self,
                                         GTimeZone        *zone,
                                         AftMomentStyle    style);
GTimeZone    *aft_zone_new              (const char       *name);
gboolean      aft_zone_is_known         (const char       *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftMoment, aft_moment_unref)

G_END_DECLS

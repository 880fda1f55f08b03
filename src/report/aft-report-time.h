/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-metrics.h"
#include "aft-moment.h"
#include "aft-report-words.h"

G_BEGIN_DECLS

/**
 * AftReportTimeStyle:
 * @AFT_REPORT_TIME_FULL: weekday, date and clock time as far as they are known
 * @AFT_REPORT_TIME_SHORT: the clock time where there is one, else the date
 * @AFT_REPORT_TIME_DATE: the date as far as it is known, without a weekday
 *
 * How a report writes a moment.
 */
typedef enum
{
  AFT_REPORT_TIME_FULL,
  AFT_REPORT_TIME_SHORT,
  AFT_REPORT_TIME_DATE,
} AftReportTimeStyle;

char *aft_report_format_moment   (const AftReportWords *words,
                                  const AftMoment      *moment,
                                  GTimeZone            *zone,
                                  AftReportTimeStyle    style) G_GNUC_WARN_UNUSED_RESULT;
char *aft_report_format_iso      (const AftMoment      *moment,
                                  GTimeZone            *zone) G_GNUC_WARN_UNUSED_RESULT;
char *aft_report_format_span     (const AftReportWords *words,
                                  const AftMoment      *start,
                                  const AftMoment      *end,
                                  GTimeZone            *zone) G_GNUC_WARN_UNUSED_RESULT;
char *aft_report_format_dates    (const AftReportWords *words,
                                  const AftMoment      *first,
                                  const AftMoment      *last,
                                  GTimeZone            *zone) G_GNUC_WARN_UNUSED_RESULT;
char *aft_report_format_duration (const AftReportWords *words,
                                  gint64                microseconds,
                                  AftPrecision          precision,
                                  gboolean              approximate) G_GNUC_WARN_UNUSED_RESULT;
char *aft_report_format_metric   (const AftReportWords *words,
                                  const AftMetric      *metric) G_GNUC_WARN_UNUSED_RESULT;
char *aft_report_format_day      (const AftReportWords *words,
                                  const char           *pattern,
                                  GDateTime            *day,
                                  gboolean              short_month) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *aft_report_date_time  (gint64                instant,
                                  GTimeZone            *zone) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *aft_report_date_written (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

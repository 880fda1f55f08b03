/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AftWrittenTime:
 *
 * What stands in words about a time, before anybody asks which instant it is. Absent parts are 0.
 * Each reader advances the text behind what it read, and leaves it alone where it returns %FALSE.
 */
typedef struct
{
  int      year;
  int      month;
  int      day;
  int      hour;
  int      minute;
  int      second;
  int      offset;
  gboolean has_date;
  gboolean has_year;
  gboolean has_time;
  gboolean has_second;
  gboolean has_offset;
  gboolean swapped;
  gboolean approximate;
  const char *letters;
  char     zone[64];
} AftWrittenTime;

void     aft_written_time_skip_blanks (const char     **text);
gboolean aft_written_time_read_number (const char     **text,
                                       int              least,
                                       int              most,
                                       int             *number);
gboolean aft_written_time_read_word   (const char     **text,
                                       const char      *word);
void     aft_written_time_read_about  (const char     **text,
                                       AftWrittenTime  *written);
gboolean aft_written_time_read_date   (const char     **text,
                                       AftWrittenTime  *written);
gboolean aft_written_time_read_weekday (const char    **text,
                                        int             *weekday);
gboolean aft_written_time_read_clock  (const char     **text,
                                       AftWrittenTime  *written);
void     aft_written_time_read_zone   (const char     **text,
                                       AftWrittenTime  *written);
gboolean aft_written_time_read_unit   (const char     **text,
                                       gint64          *span);

G_END_DECLS

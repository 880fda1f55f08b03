/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aft-moment.h"

G_BEGIN_DECLS

/**
 * AftPastedMark:
 * @AFT_PASTED_TIMED: its time is clear
 * @AFT_PASTED_DOUBTFUL: its time can be read in more than one way
 * @AFT_PASTED_NO_TIME: it says no time
 * @AFT_PASTED_IMPOSSIBLE: it says a time that can't be, and so has none
 *
 * What is to be said of a pasted line.
 */
typedef enum
{
  AFT_PASTED_TIMED,
  AFT_PASTED_DOUBTFUL,
  AFT_PASTED_NO_TIME,
  AFT_PASTED_IMPOSSIBLE,
} AftPastedMark;

/**
 * AftPastedJoin:
 * @AFT_PASTED_JOIN_NEVER: each line is an event
 * @AFT_PASTED_JOIN_ALWAYS: a line without a time belongs to the one before
 * @AFT_PASTED_JOIN_AUTOMATIC: so where the text looks as a program wrote it
 *
 * What a line without a time is.
 */
typedef enum
{
  AFT_PASTED_JOIN_NEVER,
  AFT_PASTED_JOIN_ALWAYS,
  AFT_PASTED_JOIN_AUTOMATIC,
} AftPastedJoin;

/**
 * AftPastedContext:
 * @zone: the zone that is meant where a line names none
 * @now: the present, in microseconds since 1970-01-01T00:00:00Z
 * @day: (nullable): the day that is meant where no line has said one yet
 * @join: what a line without a time is
 *
 * What the lines leave unsaid.
 */
typedef struct
{
  const char      *zone;
  gint64           now;
  const AftMoment *day;
  AftPastedJoin    join;
} AftPastedContext;

#define AFT_TYPE_PASTED_LINE (aft_pasted_line_get_type ())
#define AFT_TYPE_PASTED_LINES (aft_pasted_lines_get_type ())

G_DECLARE_FINAL_TYPE (AftPastedLine, aft_pasted_line, AFT, PASTED_LINE, GObject)
G_DECLARE_FINAL_TYPE (AftPastedLines, aft_pasted_lines, AFT, PASTED_LINES, GObject)

AftMoment      *aft_pasted_line_get_at        (AftPastedLine           *self);
const char     *aft_pasted_line_get_text      (AftPastedLine           *self);
AftPastedMark   aft_pasted_line_get_mark      (AftPastedLine           *self);

AftPastedLines *aft_pasted_lines_read         (const char              *text,
                                               const AftPastedContext  *context,
                                               GCancellable            *cancellable,
                                               int                     *permille) G_GNUC_WARN_UNUSED_RESULT;
AftPastedLine  *aft_pasted_lines_peek         (AftPastedLines          *self,
                                               guint                    position);
guint           aft_pasted_lines_count        (AftPastedLines          *self,
                                               AftPastedMark            mark);
gboolean        aft_pasted_lines_need_day     (AftPastedLines          *self);
gboolean        aft_pasted_lines_need_zone    (AftPastedLines          *self);
gboolean        aft_pasted_lines_are_joined   (AftPastedLines          *self);
gboolean        aft_pasted_lines_can_be_joined (AftPastedLines         *self);
gboolean        aft_pasted_text_is_several    (const char              *text);

G_END_DECLS

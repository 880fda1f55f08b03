/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-moment-parser.h"

G_BEGIN_DECLS

/**
 * AftPastedHead:
 * @text: the words behind the time, in the line that was read
 * @is_machine: whether the time looks as programs write it: in brackets, or with its date
 *
 * How a line of a chat or a log begins.
 */
typedef struct
{
  const char *text;
  gboolean    is_machine;
} AftPastedHead;

AftMoment  *aft_pasted_head_read           (const char              *line,
                                            const AftMomentContext  *context,
                                            AftPastedHead           *head,
                                            GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    aft_pasted_head_starts_line    (const char              *line);
gboolean    aft_pasted_head_split_header   (const char              *line,
                                            char                   **name,
                                            char                   **time);
const char *aft_pasted_head_skip_separator (const char              *text);

G_END_DECLS

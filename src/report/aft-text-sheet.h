/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a mail holds, with room for the marks of those who quote it; in cells of a terminal. */
#define AFT_TEXT_WIDTH 72

/**
 * AftTextSheet:
 *
 * Lines of plain text, one below the other, with what stands before them: marks of lists and quotes, and
 * empty lines between.
 */
typedef struct _AftTextSheet AftTextSheet;

/**
 * AftTextIndent:
 * @length: how much stood before lines
 * @n_lines: how many lines there were
 *
 * What a sheet was before something was put before its lines.
 */
typedef struct
{
  gsize length;
  guint n_lines;
} AftTextIndent;

AftTextSheet  *aft_text_sheet_new         (void) G_GNUC_WARN_UNUSED_RESULT;
char          *aft_text_sheet_free        (AftTextSheet        *self) G_GNUC_WARN_UNUSED_RESULT;
guint          aft_text_sheet_get_n_lines (const AftTextSheet  *self);
guint          aft_text_sheet_get_width   (const AftTextSheet  *self);
void           aft_text_sheet_add_line    (AftTextSheet        *self,
                                           const char          *text);
void           aft_text_sheet_add_lines   (AftTextSheet        *self,
                                           const GPtrArray     *lines);
void           aft_text_sheet_ask_gap     (AftTextSheet        *self,
                                           guint                n_lines);
AftTextIndent  aft_text_sheet_indent      (AftTextSheet        *self,
                                           const char          *first,
                                           const char          *rest,
                                           const char          *deep);
void           aft_text_sheet_unindent    (AftTextSheet        *self,
                                           const AftTextIndent *indent);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-block.h"

G_BEGIN_DECLS

/**
 * AftMarkdownPlace:
 * @AFT_MARKDOWN_PARAGRAPH: lines of their own
 * @AFT_MARKDOWN_HEADING: behind the signs of a heading
 * @AFT_MARKDOWN_CELL: in a cell of a table
 *
 * Where text stands, and so what in it has to be escaped.
 */
typedef enum
{
  AFT_MARKDOWN_PARAGRAPH,
  AFT_MARKDOWN_HEADING,
  AFT_MARKDOWN_CELL,
} AftMarkdownPlace;

char *aft_markdown_write_runs (const AftRuns    *runs,
                               AftMarkdownPlace  place) G_GNUC_WARN_UNUSED_RESULT;
guint aft_markdown_get_fence  (const char       *text);

G_END_DECLS

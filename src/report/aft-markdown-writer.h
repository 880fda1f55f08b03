/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-report.h"

G_BEGIN_DECLS

/**
 * AftMarkdownFlags:
 * @AFT_MARKDOWN_PLAIN: what every reader of Markdown knows
 * @AFT_MARKDOWN_FRONT_MATTER: title, summary and more stand before the report, as YAML
 * @AFT_MARKDOWN_MERMAID: the whys are drawn as well, by readers that know Mermaid
 * @AFT_MARKDOWN_IDS: says in comments, which readers don't show, which item each part comes from
 *
 * What Markdown can have besides.
 */
typedef enum
{
  AFT_MARKDOWN_PLAIN = 0,
  AFT_MARKDOWN_FRONT_MATTER = 1 << 0,
  AFT_MARKDOWN_MERMAID = 1 << 1,
  AFT_MARKDOWN_IDS = 1 << 2,
} AftMarkdownFlags;

char *aft_markdown_write        (AftReport        *report,
                                 AftMarkdownFlags  flags) G_GNUC_WARN_UNUSED_RESULT;
char *aft_markdown_write_part   (AftReport        *report,
                                 const char       *name) G_GNUC_WARN_UNUSED_RESULT;
char *aft_markdown_write_blocks (const GPtrArray  *blocks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

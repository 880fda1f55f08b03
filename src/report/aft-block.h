/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "aft-figure-data.h"

G_BEGIN_DECLS

/**
 * AftRunStyle:
 * @AFT_RUN_PLAIN: as its block is
 * @AFT_RUN_STRONG: strong
 * @AFT_RUN_EMPHASIS: emphasised
 * @AFT_RUN_CODE: code
 * @AFT_RUN_STRUCK: no longer valid
 * @AFT_RUN_QUIET: beside the point
 * @AFT_RUN_ALERT: wants attention
 * @AFT_RUN_LABEL: a number with what it counts; strong on a page, plain where it has to be found as it stands
 * @AFT_RUN_BREAK: a line ends here; such a run has no text
 *
 * What a stretch of text is; any of them together, but a break alone.
 */
typedef enum
{
  AFT_RUN_PLAIN = 0,
  AFT_RUN_STRONG = 1 << 0,
  AFT_RUN_EMPHASIS = 1 << 1,
  AFT_RUN_CODE = 1 << 2,
  AFT_RUN_STRUCK = 1 << 3,
  AFT_RUN_QUIET = 1 << 4,
  AFT_RUN_ALERT = 1 << 5,
  AFT_RUN_LABEL = 1 << 6,
  AFT_RUN_BREAK = 1 << 7,
} AftRunStyle;

/**
 * AftRun:
 * @text: the text, without control characters; never %NULL
 * @link: (nullable): an address that aft_link_is_safe(), or "#" and an anchor of the report
 * @style: what it is
 *
 * A stretch of text. Text is always data: no writer reads markup in it.
 */
typedef struct
{
  char        *text;
  char        *link;
  AftRunStyle  style;
} AftRun;

/**
 * AftRuns:
 *
 * The text of a paragraph, a heading or a cell: an array of #AftRun.
 */
typedef GPtrArray AftRuns;

gboolean  aft_link_is_safe   (const char     *link);
AftRuns  *aft_runs_new       (void) G_GNUC_WARN_UNUSED_RESULT;
AftRuns  *aft_runs_new_text  (const char     *text,
                              AftRunStyle     style) G_GNUC_WARN_UNUSED_RESULT;
void      aft_runs_add       (AftRuns        *self,
                              const char     *text,
                              AftRunStyle     style,
                              const char     *link);
void      aft_runs_add_break (AftRuns        *self);
char     *aft_runs_to_text   (const AftRuns  *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean  aft_runs_are_empty (const AftRuns  *self);

/**
 * AftAlign:
 * @AFT_ALIGN_START: where reading starts
 * @AFT_ALIGN_CENTER: centred
 * @AFT_ALIGN_END: at the other side, as for numbers
 *
 * How the text of a column stands.
 */
typedef enum
{
  AFT_ALIGN_START,
  AFT_ALIGN_CENTER,
  AFT_ALIGN_END,
} AftAlign;

/**
 * AftTableStyle:
 * @AFT_TABLE_GRID: head, rows and lines between them
 * @AFT_TABLE_FACTS: two columns, names and values
 * @AFT_TABLE_TILES: few figures, each large below its name
 *
 * What a table is for.
 */
typedef enum
{
  AFT_TABLE_GRID,
  AFT_TABLE_FACTS,
  AFT_TABLE_TILES,
} AftTableStyle;

/**
 * AftTableRow:
 * @cells: (element-type AftRuns): as many as there are columns
 * @item_id: (nullable): the item it comes from
 *
 * One row of a table.
 */
typedef struct
{
  GPtrArray *cells;
  char      *item_id;
} AftTableRow;

/**
 * AftBlockTable:
 * @style: what it is for
 * @n_columns: how many columns
 * @aligns: (array length=n_columns): how each stands
 * @head: (nullable): the head
 * @rows: (element-type AftTableRow): the rows
 *
 * A table.
 */
typedef struct
{
  AftTableStyle  style;
  guint          n_columns;
  AftAlign      *aligns;
  AftTableRow   *head;
  GPtrArray     *rows;
} AftBlockTable;

AftBlockTable *aft_block_table_new      (AftTableStyle    style,
                                         guint            n_columns) G_GNUC_WARN_UNUSED_RESULT;
AftTableRow   *aft_block_table_add_row  (AftBlockTable   *self,
                                         const char      *item_id);
AftTableRow   *aft_block_table_add_head (AftBlockTable   *self);
void           aft_table_row_add        (AftTableRow     *self,
                                         AftRuns         *cell);
void           aft_block_table_fill     (AftBlockTable   *self);

/**
 * AftBlockType:
 * @AFT_BLOCK_TITLE: the head of the report: its runs are the title, its children tables
 * @AFT_BLOCK_HEADING: a heading
 * @AFT_BLOCK_PARAGRAPH: a paragraph
 * @AFT_BLOCK_LIST: a list; its children are items
 * @AFT_BLOCK_ITEM: an item of a list; its children are any blocks
 * @AFT_BLOCK_TABLE: a table
 * @AFT_BLOCK_CODE: lines of code
 * @AFT_BLOCK_QUOTE: a quotation; its children are any blocks
 * @AFT_BLOCK_FIGURE: a figure; its runs are the caption
 * @AFT_BLOCK_RULE: a line across
 *
 * What a block is.
 */
typedef enum
{
  AFT_BLOCK_TITLE,
  AFT_BLOCK_HEADING,
  AFT_BLOCK_PARAGRAPH,
  AFT_BLOCK_LIST,
  AFT_BLOCK_ITEM,
  AFT_BLOCK_TABLE,
  AFT_BLOCK_CODE,
  AFT_BLOCK_QUOTE,
  AFT_BLOCK_FIGURE,
  AFT_BLOCK_RULE,
} AftBlockType;

/**
 * AftParagraphRole:
 * @AFT_PARAGRAPH_BODY: ordinary text
 * @AFT_PARAGRAPH_LEAD: the one sentence that everybody reads
 * @AFT_PARAGRAPH_LABEL: says what the next block is, and stays with it
 * @AFT_PARAGRAPH_NOTE: small print
 *
 * What a paragraph does.
 */
typedef enum
{
  AFT_PARAGRAPH_BODY,
  AFT_PARAGRAPH_LEAD,
  AFT_PARAGRAPH_LABEL,
  AFT_PARAGRAPH_NOTE,
} AftParagraphRole;

/**
 * AftListStyle:
 * @AFT_LIST_BULLETS: bullets
 * @AFT_LIST_NUMBERS: numbers
 * @AFT_LIST_PLAIN: nothing, the texts carry numbers of their own
 * @AFT_LIST_OUTLINE: a tree of thoughts, whose items show who belongs to whom
 *
 * What stands before the items.
 */
typedef enum
{
  AFT_LIST_BULLETS,
  AFT_LIST_NUMBERS,
  AFT_LIST_PLAIN,
  AFT_LIST_OUTLINE,
} AftListStyle;

/**
 * AftCheck:
 * @AFT_CHECK_NONE: no box
 * @AFT_CHECK_OPEN: an empty box
 * @AFT_CHECK_DONE: a ticked box
 *
 * The box of an item of a list.
 */
typedef enum
{
  AFT_CHECK_NONE,
  AFT_CHECK_OPEN,
  AFT_CHECK_DONE,
} AftCheck;

typedef struct _AftBlock AftBlock;

/**
 * AftBlock:
 * @type: what it is
 * @level: of a heading, 1 to 6
 * @role: of a paragraph
 * @list_style: of a list
 * @start: of a numbered list, its first number
 * @check: of an item
 * @anchor: (nullable): its name within the report
 * @item_id: (nullable): the item it comes from
 * @runs: (nullable): its text
 * @code: (nullable): of code, its lines
 * @table: (nullable): of a table
 * @figure: (nullable): of a figure
 * @children: (nullable) (element-type AftBlock): the blocks within it
 *
 * One block of a report.
 */
struct _AftBlock
{
  AftBlockType      type;
  guint             level;
  AftParagraphRole  role;
  AftListStyle      list_style;
  guint             start;
  AftCheck          check;
  char             *anchor;
  char             *item_id;
  AftRuns          *runs;
  char             *code;
  AftBlockTable    *table;
  AftFigureData    *figure;
  GPtrArray        *children;
};

AftBlock  *aft_block_new           (AftBlockType      type) G_GNUC_WARN_UNUSED_RESULT;
AftBlock  *aft_block_new_paragraph (AftParagraphRole  role,
                                    AftRuns          *runs) G_GNUC_WARN_UNUSED_RESULT;
AftBlock  *aft_block_new_list      (AftListStyle      style) G_GNUC_WARN_UNUSED_RESULT;
AftBlock  *aft_block_new_table     (AftBlockTable    *table) G_GNUC_WARN_UNUSED_RESULT;
void       aft_block_free          (AftBlock         *self);
AftBlock  *aft_block_add           (AftBlock         *self,
                                    AftBlock         *child);
GPtrArray *aft_blocks_new          (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftBlock, aft_block_free)

G_END_DECLS

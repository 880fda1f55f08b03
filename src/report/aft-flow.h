/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-flow-cache.h"
#include "aft-page-style.h"
#include "aft-panel.h"
#include "aft-report.h"

G_BEGIN_DECLS

typedef struct _AftTag AftTag;

/**
 * AftTag:
 * @parent: (nullable): the element around it
 * @name: what PDF calls it
 * @index: which element of the report it is
 * @attributes: (nullable): what PDF says more of it, as a dictionary
 * @alternative: (nullable): the text for those who do not see it
 *
 * An element of the structure that a screen reader walks.
 */
struct _AftTag
{
  AftTag     *parent;
  const char *name;
  guint       index;
  const char *attributes;
  const char *alternative;
};

/**
 * AftDecor:
 * @parent: (nullable): what lies behind it
 * @filled: whether it is a ground, else a bar at the left
 * @strong: whether the bar is strong
 * @x: left edge
 * @width: its width
 *
 * What is drawn behind a stretch of boxes.
 */
typedef struct _AftDecor AftDecor;
struct _AftDecor
{
  AftDecor *parent;
  gboolean  filled;
  gboolean  strong;
  double    x;
  double    width;
};

/**
 * AftCell:
 * @layout: its text
 * @first_line: the first line of it that this row shows
 * @n_lines: how many lines it shows
 * @x: left edge
 * @y: below the top of the row
 * @tag: its element
 *
 * A cell, or the part of one that its row has room for.
 */
typedef struct
{
  PangoLayout *layout;
  guint        first_line;
  guint        n_lines;
  double       x;
  double       y;
  double       leading;
  AftColor     color;
  AftTag      *tag;
} AftCell;

/**
 * AftBoxKind:
 * @AFT_BOX_LINE: a line of text
 * @AFT_BOX_ROW: a row of a table
 * @AFT_BOX_PANEL: a picture
 * @AFT_BOX_RULE: a line across
 * @AFT_BOX_ENTRY: a line of the table of contents
 *
 * What a box is.
 */
typedef enum
{
  AFT_BOX_LINE,
  AFT_BOX_ROW,
  AFT_BOX_PANEL,
  AFT_BOX_RULE,
  AFT_BOX_ENTRY,
} AftBoxKind;

typedef struct _AftBox AftBox;

/**
 * AftBox:
 * @kind: what it is
 * @x: left edge, from the left edge of the page
 * @width: its width
 * @height: its height
 * @space: above it, but not at the head of a page
 * @glued: whether it stays on the page of the box before it
 * @tag: (nullable): its element
 * @decor: (nullable): what is drawn behind it
 * @layout: (nullable): of a line, the text
 * @line: of a line, which
 * @leading: of a line, from line to line
 * @color: of a line, its ink
 * @marker: (nullable): what stands before the text of an item
 * @marker_x: where
 * @marker_tag: (nullable): its element
 * @check: the box to tick before the text
 * @cells: (nullable) (element-type AftCell): of a row
 * @line_above: of a row, the width of the line above it, 0 for none
 * @line_below: of a row, the width of the line below it, 0 for none
 * @head: (nullable): of a row below a head, that head, to be repeated on a new page
 * @panel: (nullable): of a panel
 * @anchors: (nullable) (element-type utf8): names of this place
 * @level: of a heading, else 0
 * @title: (nullable): of a heading, its text
 * @target: of an entry, the index of its heading among all headings
 *
 * What never breaks over pages. All measures in points.
 */
struct _AftBox
{
  AftBoxKind   kind;
  double       x;
  double       width;
  double       height;
  double       space;
  gboolean     glued;
  AftTag      *tag;
  AftDecor    *decor;
  PangoLayout *layout;
  guint        line;
  double       leading;
  AftColor     color;
  PangoLayout *marker;
  double       marker_x;
  AftTag      *marker_tag;
  AftCheck     check;
  GPtrArray   *cells;
  double       line_above;
  double       line_below;
  AftBox      *head;
  AftPanel    *panel;
  GPtrArray   *anchors;
  guint        level;
  char        *title;
  guint        target;
};

typedef struct _AftFlowFrame AftFlowFrame;

/**
 * AftFlow:
 * @context: for text
 * @words: the words of the report's language
 * @left: left edge of the text, from the left edge of the page
 * @width: between the margins
 * @page_height: between the margins
 * @boxes: (element-type AftBox): all boxes in order
 * @root: the element of the whole
 *
 * A report as boxes one below the other, before anybody asks where pages end.
 */
typedef struct
{
  PangoContext         *context;
  const AftReportWords *words;
  double                left;
  double                width;
  double                page_height;
  GPtrArray            *boxes;
  AftTag               *root;

  /*< private >*/
  GPtrArray            *tags;
  GPtrArray            *decors;
  GPtrArray            *figures;
  AftReport            *report;
  AftFlowCache         *cache;
  AftFlowFrame         *top;
  AftTag               *tag;
  AftDecor             *decor;
  double                pending_space;
  gboolean              glue_next;
  PangoLayout          *marker;
  double                marker_x;
  AftTag               *marker_tag;
  AftCheck              check;
  GPtrArray            *anchors;
  guint                 depth;
} AftFlow;

/**
 * AftFlowStep:
 * @flow: a flow
 * @frame: where it is in one of the blocks
 *
 * Adds the next few boxes of a block, or a frame for one of the blocks in it.
 *
 * Returns: whether the block goes on
 */
typedef gboolean (* AftFlowStep) (AftFlow      *flow,
                                  AftFlowFrame *frame);

/**
 * AftFlowFrame:
 * @below: (nullable): the frame of the block around it
 * @step: adds the next boxes
 * @block: (nullable): the block
 * @blocks: (nullable): the blocks within it
 * @next: which of these, or of its rows, comes next
 * @x: left edge
 * @width: its width
 * @indent: of a list, of its items
 * @first: the index of the first box of it, or of its last item
 * @tag: (nullable): the element around it
 * @own_tag: (nullable): the element of it
 * @decor: (nullable): what is drawn behind the block around it
 * @data: (nullable): what else @step has to know
 * @free_data: (nullable): frees @data
 *
 * Where a flow is in a block that takes more than one step. So a flow can stop anywhere, and a document
 * that is deeper than any stack does no harm.
 */
struct _AftFlowFrame
{
  AftFlowFrame    *below;
  AftFlowStep      step;
  const AftBlock  *block;
  const GPtrArray *blocks;
  guint            next;
  double           x;
  double           width;
  double           indent;
  guint            first;
  AftTag          *tag;
  AftTag          *own_tag;
  AftDecor        *decor;
  gpointer         data;
  GDestroyNotify   free_data;
};

AftFlow *aft_flow_new         (AftReport    *report,
                               AftFlowCache *cache,
                               double        left,
                               double        width,
                               double        page_height) G_GNUC_WARN_UNUSED_RESULT;
gboolean aft_flow_step        (AftFlow      *self);
void     aft_flow_free        (AftFlow      *self);

/* For the parts of the flow. */
AftTag  *aft_flow_add_tag     (AftFlow    *self,
                               AftTag     *parent,
                               const char *name);
AftDecor *aft_flow_add_decor  (AftFlow    *self,
                               gboolean    filled,
                               gboolean    strong,
                               double      x,
                               double      width);
AftBox  *aft_flow_add_box     (AftFlow    *self,
                               AftBoxKind  kind,
                               double      x,
                               double      width,
                               double      height);
void     aft_flow_add_anchor  (AftFlow    *self,
                               const char *anchor);
void     aft_flow_glue        (AftFlow    *self,
                               guint       first);
void     aft_flow_add_space   (AftFlow    *self,
                               double      space);
void     aft_flow_add_text    (AftFlow       *self,
                               AftTextStyle   style,
                               const AftRuns *runs,
                               double         x,
                               double         width,
                               const char    *tag);
void     aft_flow_add_layout  (AftFlow       *self,
                               AftTextStyle   style,
                               PangoLayout   *layout,
                               double         x,
                               double         width,
                               const char    *tag);
double   aft_flow_get_max_indent (AftFlow     *self);
AftFlowFrame *aft_flow_push   (AftFlow        *self,
                               AftFlowStep     step,
                               const AftBlock *block,
                               double          x,
                               double          width);
void     aft_flow_pop         (AftFlow        *self);
void     aft_flow_push_blocks (AftFlow         *self,
                               const GPtrArray *blocks,
                               double           x,
                               double           width);
void     aft_flow_add_block   (AftFlow         *self,
                               const AftBlock  *block,
                               double           x,
                               double           width);
void     aft_flow_push_list   (AftFlow         *self,
                               const AftBlock  *list,
                               double           x,
                               double           width);
double   aft_flow_line_height (PangoLayoutLine *line,
                               double           leading);
void     aft_flow_push_table  (AftFlow             *self,
                               const AftBlockTable *table,
                               double               x,
                               double               width,
                               double               space);
void     aft_flow_add_figure  (AftFlow             *self,
                               const AftBlock      *block,
                               double               x,
                               double               width);
void     aft_flow_add_contents (AftFlow            *self,
                                guint               at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftFlow, aft_flow_free)

G_END_DECLS

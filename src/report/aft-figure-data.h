/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "aft-enums.h"
#include "aft-report-words.h"

G_BEGIN_DECLS

/**
 * AftTimelineEntry:
 * @start: when, in microseconds since 1970, UTC
 * @end: until when; as @start where it has no end
 * @when: the clock time, or the date where there is none
 * @moment: day and time, for where no axis tells the day
 * @text: what happened
 * @key_moments: which key moments it carries
 * @effect: its effect
 * @lead_up: whether it came before the event
 * @planned: whether it is only a plan
 *
 * An event on the drawn timeline. One whose moment is unknown is not there, only in the table.
 */
typedef struct
{
  gint64         start;
  gint64         end;
  char          *when;
  char          *moment;
  char          *text;
  AftKeyMoments  key_moments;
  AftEffect      effect;
  gboolean       lead_up;
  gboolean       planned;
} AftTimelineEntry;

/**
 * AftTreeKind:
 * @AFT_TREE_PROBLEM: what happened
 * @AFT_TREE_QUESTION: a why
 * @AFT_TREE_ANSWER: an answer
 * @AFT_TREE_MISSING: a question that nobody has answered yet
 *
 * What an entry of a tree is.
 */
typedef enum
{
  AFT_TREE_PROBLEM,
  AFT_TREE_QUESTION,
  AFT_TREE_ANSWER,
  AFT_TREE_MISSING,
} AftTreeKind;

/**
 * AFT_TREE_NO_PARENT:
 *
 * The parent of the root.
 */
#define AFT_TREE_NO_PARENT G_MAXUINT32

/**
 * AftTreeEntry:
 * @parent: the index of the entry above it, or %AFT_TREE_NO_PARENT
 * @kind: what it is
 * @state: of an answer
 * @join: of a question
 * @factor: of an answer, whether it is a contributing factor
 * @text: what it says
 * @went_well: of a problem, whether it is one that went well
 * @same_as: (nullable): of an answer, what the answer says that it is the same as
 * @remark: (nullable): what else is told of it, in the words of the report
 *
 * An entry of a drawn tree. Parents come before their children.
 */
typedef struct
{
  guint32         parent;
  AftTreeKind     kind;
  AftAnswerState  state;
  AftJoin         join;
  gboolean        factor;
  gboolean        went_well;
  char           *text;
  char           *same_as;
  char           *remark;
} AftTreeEntry;

/**
 * AftFigureKind:
 * @AFT_FIGURE_TIMELINE: the timeline
 * @AFT_FIGURE_TREE: the whys
 * @AFT_FIGURE_PICTURE: a picture of the document
 *
 * What a figure shows.
 */
typedef enum
{
  AFT_FIGURE_TIMELINE,
  AFT_FIGURE_TREE,
  AFT_FIGURE_PICTURE,
} AftFigureKind;

/**
 * AftFigureData:
 * @kind: what it shows
 * @words: the words of the report's language
 * @alternative: the text for those who do not see it
 * @zone: of a timeline, the zone whose days and hours stand on the axis
 * @zone_note: (nullable): of a timeline, of which zone its times are, in words
 * @entries: (element-type AftTimelineEntry) (nullable): of a timeline, by time
 * @nodes: (element-type AftTreeEntry) (nullable): of a tree
 * @picture: (nullable): of a picture, its bytes
 * @media_type: (nullable): of a picture, what they are
 * @flattened: of a picture, whether a drawing leaves as pixels: what is covered or only said beside it stays
 *   behind
 *
 * What a figure is drawn from.
 */
typedef struct
{
  AftFigureKind         kind;
  const AftReportWords *words;
  char                 *alternative;
  GTimeZone            *zone;
  char                 *zone_note;
  GPtrArray            *entries;
  GPtrArray            *nodes;
  GBytes               *picture;
  char                 *media_type;
  gboolean              flattened;
} AftFigureData;

AftFigureData    *aft_figure_data_new       (AftFigureKind         kind,
                                             const AftReportWords *words) G_GNUC_WARN_UNUSED_RESULT;
AftFigureData    *aft_figure_data_ref       (AftFigureData        *self);
void              aft_figure_data_unref     (AftFigureData        *self);
AftTimelineEntry *aft_figure_data_add_entry (AftFigureData        *self);
AftTreeEntry     *aft_figure_data_add_node  (AftFigureData        *self,
                                             guint32               parent,
                                             AftTreeKind           kind,
                                             const char           *text);
char             *aft_tree_entry_dup_head   (const AftTreeEntry   *self,
                                             const AftReportWords *words) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftFigureData, aft_figure_data_unref)

G_END_DECLS

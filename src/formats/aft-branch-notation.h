/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-enums.h"

G_BEGIN_DECLS

/**
 * AftBranchKind:
 * @AFT_BRANCH_ANY: a line doesn't say
 * @AFT_BRANCH_PROBLEM: a problem
 * @AFT_BRANCH_QUESTION: a why
 * @AFT_BRANCH_ANSWER: an answer
 *
 * What an entry of a branch in indented text is.
 */
typedef enum
{
  AFT_BRANCH_ANY,
  AFT_BRANCH_PROBLEM,
  AFT_BRANCH_QUESTION,
  AFT_BRANCH_ANSWER,
} AftBranchKind;

/**
 * AftBranchEntry:
 * @kind: what it is
 * @told: whether it has to tell what it is, because nothing above it does
 * @state: of an answer
 * @factor: of an answer, whether it is a contributing factor
 * @join: of a question
 * @went_well: of a problem, whether it is one that went well
 * @text: what it says
 * @same_as: (nullable): of an answer, what the answer says that it is the same as
 *
 * An entry of a branch as it is written, see aft_branch_notation_write().
 */
typedef struct
{
  AftBranchKind   kind;
  gboolean        told;
  AftAnswerState  state;
  gboolean        factor;
  AftJoin         join;
  gboolean        went_well;
  const char     *text;
  const char     *same_as;
} AftBranchEntry;

/**
 * AftBranchHead:
 * @bullet: how many characters the bullet takes with the blanks behind it, 0 for none
 * @heading: the level of a heading in Markdown, 0 for none
 * @goes_on: whether the line goes on with the text of the one before
 * @same: whether the line tells what the entry before is the same as
 * @marked: whether a mark says what it is
 * @kind: what it says that it is
 * @state: of an answer
 * @factor: whether it says that it is a contributing factor
 * @join: of a question
 * @went_well: of a problem
 * @text: (transfer full): what is left
 *
 * What a line says of itself, see aft_branch_notation_read().
 */
typedef struct
{
  guint           bullet;
  guint           heading;
  gboolean        goes_on;
  gboolean        same;
  gboolean        marked;
  AftBranchKind   kind;
  AftAnswerState  state;
  gboolean        factor;
  AftJoin         join;
  gboolean        went_well;
  char           *text;
} AftBranchHead;

char     *aft_branch_notation_clean    (const char           *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean  aft_branch_notation_asks     (const char           *text);
void      aft_branch_notation_write    (GString              *out,
                                        guint                 depth,
                                        const AftBranchEntry *entry,
                                        const char           *language);
void      aft_branch_notation_read     (const char           *line,
                                        AftBranchHead        *head);

G_END_DECLS

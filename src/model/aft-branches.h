/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

/**
 * AftBranchLink:
 * @from: the id of an item outside
 * @field: the field in which it refers to one of the branches
 * @to: the id to which it refers
 *
 * Who referred to a branch when it was written.
 */
typedef struct
{
  char *from;
  char *field;
  char *to;
} AftBranchLink;

/**
 * AftBranches:
 * @items: (element-type AftItem): problems, questions and answers of no document, with the ids they had
 * @document: (nullable): the id of the document they come from
 * @links: (element-type AftBranchLink): who referred to them there
 *
 * Branches of whys on their way from one place to another.
 */
typedef struct
{
  GPtrArray *items;
  char      *document;
  GPtrArray *links;
} AftBranches;

AftBranches *aft_branches_new      (GPtrArray    *items,
                                    const char   *document) G_GNUC_WARN_UNUSED_RESULT;
void         aft_branches_free     (AftBranches  *self);
void         aft_branches_add_link (AftBranches  *self,
                                    const char   *from,
                                    const char   *field,
                                    const char   *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftBranches, aft_branches_free)

G_END_DECLS

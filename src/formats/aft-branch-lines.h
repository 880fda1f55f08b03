/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-branch-notation.h"

G_BEGIN_DECLS

/**
 * AftBranchLine:
 * @number: the line it begins in, from 1
 * @level: how far it is indented; more is deeper, and nothing else is told by it
 * @apart: whether an empty line stands before it
 * @head: what it says of itself, with the text of all lines that go on with it
 * @same_as: (nullable): what it says that it is the same as
 *
 * An entry of indented text.
 */
typedef struct
{
  guint          number;
  int            level;
  gboolean       apart;
  AftBranchHead  head;
  char          *same_as;
} AftBranchLine;

GPtrArray *aft_branch_lines_read (const char *text,
                                  gssize      length,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

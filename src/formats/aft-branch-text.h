/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-branches.h"

G_BEGIN_DECLS

/**
 * AFT_BRANCH_MAX_LINES:
 *
 * How many lines indented text may have.
 */
#define AFT_BRANCH_MAX_LINES 10000

/**
 * AFT_BRANCH_MAX_TEXT:
 *
 * How large indented text may be, in bytes.
 */
#define AFT_BRANCH_MAX_TEXT (16 * 1024 * 1024)

/**
 * AftBranchError:
 * @AFT_BRANCH_ERROR_ENCODING: it is not UTF-8
 * @AFT_BRANCH_ERROR_EMPTY: nothing stands in it
 * @AFT_BRANCH_ERROR_TOO_LARGE: it is too large, or has too many lines
 * @AFT_BRANCH_ERROR_TOO_DEEP: it nests deeper than items may
 * @AFT_BRANCH_ERROR_NO_BRANCH: it is something else
 * @AFT_BRANCH_ERROR_NEWER: a newer version wrote it
 *
 * Why text is not a branch of whys.
 */
typedef enum
{
  AFT_BRANCH_ERROR_ENCODING,
  AFT_BRANCH_ERROR_EMPTY,
  AFT_BRANCH_ERROR_TOO_LARGE,
  AFT_BRANCH_ERROR_TOO_DEEP,
  AFT_BRANCH_ERROR_NO_BRANCH,
  AFT_BRANCH_ERROR_NEWER,
} AftBranchError;

#define AFT_BRANCH_ERROR (aft_branch_error_quark ())
GQuark aft_branch_error_quark (void);

char        *aft_branch_text_write (GPtrArray   *branches,
                                    const char  *language) G_GNUC_WARN_UNUSED_RESULT;
AftBranches *aft_branch_text_read  (const char  *text,
                                    gssize       length,
                                    const char  *question,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

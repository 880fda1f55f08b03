/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-branches.h"
#include "aft-document.h"

G_BEGIN_DECLS

/**
 * AFT_BRANCH_MEDIA_TYPE:
 *
 * What branches are called on a clipboard.
 */
#define AFT_BRANCH_MEDIA_TYPE "application/vnd.afterword.branch+json"

/**
 * AFT_BRANCH_VERSION:
 *
 * The version of the notation that this program writes.
 */
#define AFT_BRANCH_VERSION 1

char        *aft_branch_json_write (AftDocument  *document,
                                    GPtrArray    *branches) G_GNUC_WARN_UNUSED_RESULT;
AftBranches *aft_branch_json_read  (const char   *json,
                                    gssize        length,
                                    GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

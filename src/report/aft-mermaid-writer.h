/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-report.h"

G_BEGIN_DECLS

char *aft_mermaid_escape      (const char      *text) G_GNUC_WARN_UNUSED_RESULT;
char *aft_mermaid_write       (AftReport       *report) G_GNUC_WARN_UNUSED_RESULT;
char *aft_mermaid_write_trees (const GPtrArray *trees) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-report.h"

G_BEGIN_DECLS

char *aft_text_write        (AftReport       *report) G_GNUC_WARN_UNUSED_RESULT;
char *aft_text_write_blocks (const GPtrArray *blocks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

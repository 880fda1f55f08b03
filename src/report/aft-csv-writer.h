/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-report.h"

G_BEGIN_DECLS

char *aft_csv_escape         (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *aft_csv_write_timeline (AftReport  *report) G_GNUC_WARN_UNUSED_RESULT;
char *aft_csv_write_actions  (AftReport  *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

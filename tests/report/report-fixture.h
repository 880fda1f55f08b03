/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-report.h"

G_BEGIN_DECLS

AftDocument *report_fixture_new     (const char  *language);
AftDocument *report_fixture_begin   (const char  *language);
gpointer     report_fixture_add     (gpointer     parent,
                                     const char  *list,
                                     GType        type,
                                     ...) G_GNUC_NULL_TERMINATED;
char        *report_fixture_run     (const char  *program,
                                     ...) G_GNUC_NULL_TERMINATED;
char        *report_fixture_write   (AftReport   *report,
                                     double       width,
                                     double       height,
                                     const char  *name);
void         report_fixture_remove  (const char  *path);

G_END_DECLS

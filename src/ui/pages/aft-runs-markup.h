/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-block.h"

G_BEGIN_DECLS

char     *aft_runs_markup_write   (const AftRuns  *runs,
                                   GHashTable     *anchors,
                                   int            *first_link,
                                   int            *last_link) G_GNUC_WARN_UNUSED_RESULT;
void      aft_runs_markup_anchors (GHashTable     *anchors,
                                   const GPtrArray *blocks);
gboolean  aft_runs_markup_differs (const AftBlock *block,
                                   GHashTable     *before,
                                   GHashTable     *after);

G_END_DECLS

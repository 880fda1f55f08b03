/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-block.h"

G_BEGIN_DECLS

gboolean aft_runs_equal        (const AftRuns       *a,
                                const AftRuns       *b);
gboolean aft_figure_data_equal (const AftFigureData *a,
                                const AftFigureData *b);
gboolean aft_block_equal       (const AftBlock      *a,
                                const AftBlock      *b);
void     aft_blocks_match      (const GPtrArray     *a,
                                const GPtrArray     *b,
                                guint               *n_first,
                                guint               *n_last);

G_END_DECLS

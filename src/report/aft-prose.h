/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-block.h"

G_BEGIN_DECLS

void aft_prose_append (GPtrArray  *blocks,
                       const char *markdown,
                       guint       level,
                       const char *item_id);

G_END_DECLS

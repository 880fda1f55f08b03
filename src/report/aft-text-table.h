/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-block.h"
#include "aft-text-lines.h"

G_BEGIN_DECLS

GPtrArray *aft_text_table_write (const AftBlockTable *table,
                                 const GPtrArray     *pieces,
                                 guint                width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

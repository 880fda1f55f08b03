/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-report.h"

G_BEGIN_DECLS

/**
 * AftHtmlBlocks:
 *
 * Writes blocks as elements of one page, and knows the names of all its places.
 */
typedef struct _AftHtmlBlocks AftHtmlBlocks;

AftHtmlBlocks *aft_html_blocks_new     (AftReport       *report,
                                        gboolean         leftward) G_GNUC_WARN_UNUSED_RESULT;
void           aft_html_blocks_free    (AftHtmlBlocks   *self);
const char    *aft_html_blocks_get_id  (AftHtmlBlocks   *self,
                                        const AftBlock  *block);
const char    *aft_html_blocks_take_id (AftHtmlBlocks   *self,
                                        const char      *wish);
void           aft_html_blocks_append  (AftHtmlBlocks   *self,
                                        const GPtrArray *blocks,
                                        guint            first,
                                        guint            end,
                                        GString         *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftHtmlBlocks, aft_html_blocks_free)

G_END_DECLS

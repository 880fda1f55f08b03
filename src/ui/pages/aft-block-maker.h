/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-block.h"
#include "aft-flow-cache.h"

G_BEGIN_DECLS

/**
 * AftBlockMaker:
 *
 * Makes widgets of the blocks of a report, a small piece at a time.
 */
typedef struct _AftBlockMaker AftBlockMaker;

AftBlockMaker *aft_block_maker_new      (GCallback       link_cb,
                                         gpointer        user_data) G_GNUC_WARN_UNUSED_RESULT;
void           aft_block_maker_free     (AftBlockMaker  *self);
void           aft_block_maker_set_up   (AftBlockMaker  *self,
                                         const char     *language,
                                         const char     *kicker,
                                         GHashTable     *anchors);
GtkWidget     *aft_block_maker_begin    (AftBlockMaker  *self,
                                         const AftBlock *block);
gboolean       aft_block_maker_step     (AftBlockMaker  *self);
void           aft_block_maker_cancel   (AftBlockMaker  *self);
void           aft_block_maker_end      (AftBlockMaker  *self);

/* Of a label: at which letter its first and its last link begin. */
gboolean       aft_block_label_get_link (GtkWidget      *label,
                                         gboolean        last,
                                         int            *at);
const char    *aft_block_get_anchor     (GtkWidget      *widget);

G_END_DECLS

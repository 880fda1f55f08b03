/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AftBlockWalk:
 * @AFT_BLOCK_WALK_TEXTS: all texts
 * @AFT_BLOCK_WALK_HEADINGS: headings alone
 * @AFT_BLOCK_WALK_LINKS: texts with a link
 *
 * Which texts of a report one goes through.
 */
typedef enum
{
  AFT_BLOCK_WALK_TEXTS,
  AFT_BLOCK_WALK_HEADINGS,
  AFT_BLOCK_WALK_LINKS,
} AftBlockWalk;

GtkWidget *aft_block_walk_next          (GtkWidget    *column,
                                         GtkWidget    *from,
                                         gboolean      forward,
                                         AftBlockWalk  kind);
GtkWidget *aft_block_walk_find_anchor   (GtkWidget    *column,
                                         const char   *anchor);
GtkWidget *aft_block_walk_find_text     (GtkWidget    *block);
GPtrArray *aft_block_walk_list_headings (GtkWidget    *column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_WHYS_NODE (aft_whys_node_get_type ())

G_DECLARE_FINAL_TYPE (AftWhysNode, aft_whys_node, AFT, WHYS_NODE, GtkWidget)

/**
 * AftWhysKeep:
 * @AFT_WHYS_KEEP: keep what was typed
 * @AFT_WHYS_KEEP_AND_ASK: keep it and ask the next why of it
 * @AFT_WHYS_KEEP_AND_ALTERNATIVE: keep it and add another answer to the same question
 * @AFT_WHYS_KEEP_AND_QUESTION: keep it and add another question of the same answer
 * @AFT_WHYS_LEAVE: leave it as it was
 *
 * How the user ends typing in a box.
 */
typedef enum
{
  AFT_WHYS_KEEP,
  AFT_WHYS_KEEP_AND_ASK,
  AFT_WHYS_KEEP_AND_ALTERNATIVE,
  AFT_WHYS_KEEP_AND_QUESTION,
  AFT_WHYS_LEAVE,
} AftWhysKeep;

GtkWidget  *aft_whys_node_new          (AftItem     *item);
AftItem    *aft_whys_node_get_item     (AftWhysNode *self);
void        aft_whys_node_update       (AftWhysNode *self,
                                        guint        level,
                                        guint        position,
                                        guint        n_siblings,
                                        gboolean     selected);
void        aft_whys_node_edit         (AftWhysNode *self);
gboolean    aft_whys_node_is_editing   (AftWhysNode *self);
void        aft_whys_node_finish       (AftWhysNode *self,
                                        AftWhysKeep  keep);
void        aft_whys_node_measure_item (GtkWidget   *widget,
                                        AftItem     *item,
                                        double      *width,
                                        double      *height);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-session.h"
#include "aft-whys-measure.h"

G_BEGIN_DECLS

#define AFT_TYPE_WHYS_NODE (aft_whys_node_get_type ())

G_DECLARE_FINAL_TYPE (AftWhysNode, aft_whys_node, AFT, WHYS_NODE, GtkWidget)

/**
 * AftWhysKeep:
 * @AFT_WHYS_KEEP: keep what was typed
 * @AFT_WHYS_KEEP_AND_ASK: keep it and ask the next why of it
 * @AFT_WHYS_KEEP_AND_ALTERNATIVE: keep it and add another answer to the same question
 * @AFT_WHYS_KEEP_AND_QUESTION: keep it and add another question of the same answer
 * @AFT_WHYS_KEEP_AND_SPLIT: keep it, and make an answer of its own of what follows the caret
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
  AFT_WHYS_KEEP_AND_SPLIT,
  AFT_WHYS_LEAVE,
} AftWhysKeep;

/**
 * AftWhysNodeState:
 * @level: how deep it stands, counted from 1
 * @position: its place among its siblings, counted from 1
 * @n_siblings: how many there are
 * @n_below: how many questions or answers stand just below it, hidden or not
 * @n_hidden: how many answers are hidden below it
 * @row: whether it is a row of an outline
 * @beside: whether the links of a row stand beside the text
 * @selected: whether it is chosen
 * @faint: whether another branch stands out
 * @found: whether words that are looked for stand in it
 *
 * What a node shows besides its item.
 */
typedef struct
{
  guint    level;
  guint    position;
  guint    n_siblings;
  guint    n_below;
  guint    n_hidden;
  gboolean row;
  gboolean beside;
  gboolean selected;
  gboolean faint;
  gboolean found;
} AftWhysNodeState;

GtkWidget *aft_whys_node_new        (AftSession             *session,
                                     AftItem                *item,
                                     const AftWhysStyle     *style);
AftItem   *aft_whys_node_get_item   (AftWhysNode            *self);
void       aft_whys_node_update     (AftWhysNode            *self,
                                     const AftWhysNodeState *state);
void       aft_whys_node_edit       (AftWhysNode            *self);
GtkWidget *aft_whys_node_get_editor (AftWhysNode            *self);
gboolean   aft_whys_node_is_editing (AftWhysNode            *self);
int        aft_whys_node_get_caret  (AftWhysNode            *self);
void       aft_whys_node_finish     (AftWhysNode            *self,
                                     AftWhysKeep             keep);

G_END_DECLS

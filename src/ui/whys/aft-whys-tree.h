/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-document.h"
#include "aft-rect.h"

G_BEGIN_DECLS

/**
 * AFT_WHYS_BOX_WIDTH:
 *
 * How wide a problem or an answer is, in pixels before zoom.
 */
#define AFT_WHYS_BOX_WIDTH 220

/**
 * AFT_WHYS_QUESTION_WIDTH:
 *
 * How wide a question on its connector is, in pixels before zoom.
 */
#define AFT_WHYS_QUESTION_WIDTH 130

/**
 * AftWhysPlace:
 * @item: (nullable): a problem, question or answer
 * @parent: the place above it, %AFT_WHYS_NONE for a problem
 * @rect: where it is on the ground, in pixels before zoom
 *
 * One item of the forest of whys, laid out.
 */
typedef struct
{
  AftItem *item;
  guint    parent;
  AftRect  rect;
} AftWhysPlace;

#define AFT_WHYS_NONE G_MAXUINT

typedef struct _AftWhysTree AftWhysTree;

AftWhysTree        *aft_whys_tree_new        (AftDocument    *document,
                                              GtkWidget      *widget,
                                              gboolean        mirrored) G_GNUC_WARN_UNUSED_RESULT;
void                aft_whys_tree_free       (AftWhysTree    *self);
guint               aft_whys_tree_get_n      (AftWhysTree    *self);
const AftWhysPlace *aft_whys_tree_get        (AftWhysTree    *self,
                                              guint           index);
guint               aft_whys_tree_find       (AftWhysTree    *self,
                                              AftItem        *item);
AftRect             aft_whys_tree_get_bounds (AftWhysTree    *self);
guint               aft_whys_tree_find_at    (AftWhysTree    *self,
                                              double          x,
                                              double          y);
guint               aft_whys_tree_neighbour  (AftWhysTree    *self,
                                              guint           index,
                                              GtkDirectionType direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftWhysTree, aft_whys_tree_free)

G_END_DECLS

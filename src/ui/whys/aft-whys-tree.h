/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-rect.h"
#include "aft-whys-measure.h"
#include "aft-whys-view.h"

G_BEGIN_DECLS

/**
 * AftWhysArrangement:
 * @AFT_WHYS_SIDEWAYS: causes stand beside what they cause, in the direction of the text
 * @AFT_WHYS_DOWN: causes stand below what they cause
 * @AFT_WHYS_OUTLINE: one row each, indented
 *
 * How a forest of whys is arranged.
 */
typedef enum
{
  AFT_WHYS_SIDEWAYS,
  AFT_WHYS_DOWN,
  AFT_WHYS_OUTLINE,
} AftWhysArrangement;

/**
 * AftWhysTreeParams:
 * @arrangement: how
 * @mirrored: whether text runs from right to left
 * @stacked: whether answers without questions stand one behind the other, see #AftTidyTreeParams
 * @width: of the rows of an outline, in pixels
 */
typedef struct
{
  AftWhysArrangement arrangement;
  gboolean           mirrored;
  gboolean           stacked;
  double             width;
} AftWhysTreeParams;

/**
 * AftWhysPlace:
 * @item: a problem, question or answer
 * @parent: the place above it, %AFT_WHYS_NONE for a problem
 * @end: the place after all that are below it
 * @level: how deep it stands, counted from 0
 * @n_hidden: how many answers are hidden below it
 * @stacked: whether it is one of several answers that stand one behind the other
 * @rect: where it is on the ground, in pixels before zoom
 * @reach: what it and all below it take of the ground
 *
 * One item of the forest of whys, laid out.
 */
typedef struct
{
  AftItem *item;
  guint    parent;
  guint    end;
  guint    level;
  guint    n_hidden;
  gboolean stacked;
  AftRect  rect;
  AftRect  reach;
} AftWhysPlace;

#define AFT_WHYS_NONE G_MAXUINT

/**
 * AFT_WHYS_STACK_INDENT:
 *
 * Between answers that stand one behind the other and the line beside them, in pixels before zoom.
 */
#define AFT_WHYS_STACK_INDENT 18

typedef struct _AftWhysTree AftWhysTree;

/**
 * AftWhysPlaceFunc:
 * @index: a place
 * @whole: whether it stands for all below it too, which is too small to be told apart
 * @user_data: what was given
 */
typedef void (*AftWhysPlaceFunc) (guint    index,
                                  gboolean whole,
                                  gpointer user_data);

AftWhysTree             *aft_whys_tree_new         (AftDocument             *document,
                                                    AftWhysView             *view,
                                                    AftWhysMeasure          *measure,
                                                    const AftWhysTreeParams *params) G_GNUC_WARN_UNUSED_RESULT;
void                     aft_whys_tree_free        (AftWhysTree             *self);
guint                    aft_whys_tree_get_n       (AftWhysTree             *self);
const AftWhysPlace      *aft_whys_tree_get         (AftWhysTree             *self,
                                                    guint                    index);
const AftWhysTreeParams *aft_whys_tree_get_params  (AftWhysTree             *self);
guint                    aft_whys_tree_find        (AftWhysTree             *self,
                                                    AftItem                 *item);
gboolean                 aft_whys_tree_has_links_beside (AftWhysTree        *self);
AftRect                  aft_whys_tree_get_bounds  (AftWhysTree             *self);
guint                    aft_whys_tree_find_at     (AftWhysTree             *self,
                                                    double                   x,
                                                    double                   y);
void                     aft_whys_tree_foreach_in  (AftWhysTree             *self,
                                                    const AftRect           *area,
                                                    double                   least,
                                                    AftWhysPlaceFunc         func,
                                                    gpointer                 user_data);
gboolean                 aft_whys_tree_measure_in  (AftWhysTree             *self,
                                                    AftWhysMeasure          *measure,
                                                    const AftRect           *area);
guint                    aft_whys_tree_neighbour   (AftWhysTree             *self,
                                                    guint                    index,
                                                    GtkDirectionType         direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftWhysTree, aft_whys_tree_free)

G_END_DECLS

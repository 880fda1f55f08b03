/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-figure-data.h"

G_BEGIN_DECLS

typedef struct _AftTreePiece AftTreePiece;

/**
 * AftTreeSeam:
 * @index: the entry that goes on elsewhere
 * @piece: where
 *
 * Where a piece of a tree ends although the tree does not.
 */
typedef struct
{
  guint32       index;
  AftTreePiece *piece;
} AftTreeSeam;

/**
 * AftTreePiece:
 * @entries: (element-type guint32): the indices of its entries, parents before their children
 * @seams: (element-type AftTreeSeam): where it goes on, in reading order
 * @number: which one it is, from 1 in reading order
 * @from: the number of the piece that goes on here; 0 for the first
 *
 * A piece of a tree that fits a page. What goes on in another piece is shown in both.
 */
struct _AftTreePiece
{
  GArray *entries;
  GArray *seams;
  guint   number;
  guint   from;
};

/**
 * AftTreeFits:
 * @entries: (element-type guint32): indices of entries, parents before their children
 * @goes_on: for each entry of the tree, whether it has to say that it goes on elsewhere
 * @user_data: what was given
 *
 * Returns: whether they fit a page
 */
typedef gboolean (* AftTreeFits) (const GArray   *entries,
                                  const gboolean *goes_on,
                                  gpointer        user_data);

GPtrArray    *aft_tree_pieces_split   (const GPtrArray    *nodes,
                                       AftTreeFits         fits,
                                       gpointer            user_data) G_GNUC_WARN_UNUSED_RESULT;
AftTreePiece *aft_tree_piece_get_next (const AftTreePiece *self,
                                       guint32             index);

G_END_DECLS

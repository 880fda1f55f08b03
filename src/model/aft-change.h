/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

/**
 * AftChangeKind:
 * @AFT_CHANGE_SET: a field got another value
 * @AFT_CHANGE_INSERT: an item came to the document
 * @AFT_CHANGE_REMOVE: an item left the document
 * @AFT_CHANGE_MOVE: an item went to another place
 *
 * The four changes, and there are no more.
 */
typedef enum
{
  AFT_CHANGE_SET,
  AFT_CHANGE_INSERT,
  AFT_CHANGE_REMOVE,
  AFT_CHANGE_MOVE,
} AftChangeKind;

/**
 * AftPlace:
 * @parent: (nullable): the item in one of whose lists it is
 * @list: the place of the list in the parent's table
 * @position: the position in the list
 *
 * Where an item stands.
 */
typedef struct
{
  AftItem *parent;
  guint    list;
  guint    position;
} AftPlace;

/**
 * AftChange:
 * @kind: which of the four
 * @item: what it happens to
 * @items: (nullable) (element-type AftItem): for an insertion of several that stand one after the
 *   other: all of them, @item first
 * @field: for a set: the place of the field
 * @offset: for a set of text: where it differs, in bytes
 * @was: for a set: the value before; for text only what was taken out, may be %NULL
 * @now: for a set: the value after; for text only what was put in, may be %NULL
 * @from: for a removal or move: where it stood
 * @to: for an insertion or move: where it stands then
 *
 * One change, which is also its own inverse. Text is kept as a splice.
 */
typedef struct
{
  AftChangeKind kind;
  AftItem      *item;
  GPtrArray    *items;
  guint         field;
  gsize         offset;
  AftValue      was;
  AftValue      now;
  AftPlace      from;
  AftPlace      to;
} AftChange;

AftChange *aft_change_new_set    (AftItem        *item,
                                  guint           field,
                                  const AftValue *now);
AftChange *aft_change_new_insert (AftItem        *item,
                                  AftItem        *parent,
                                  guint           list,
                                  guint           position);
AftChange *aft_change_new_insert_many (GPtrArray *items,
                                       AftItem   *parent,
                                       guint      list,
                                       guint      position);
AftChange *aft_change_new_remove (AftItem        *item);
AftChange *aft_change_new_move   (AftItem        *item,
                                  AftItem        *parent,
                                  guint           list,
                                  guint           position);
void       aft_change_free       (AftChange      *self);
void       aft_change_apply      (AftChange      *self,
                                  gboolean        forward);
gboolean   aft_change_merge      (AftChange      *self,
                                  const AftChange *next);
gsize      aft_change_get_size   (const AftChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftChange, aft_change_free)

G_END_DECLS

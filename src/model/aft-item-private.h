/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"
#include "aft-item-list.h"

G_BEGIN_DECLS

/* What only the history and the document may call. */

typedef struct
{
  /* Owned */
  char         *id;
  AftValue     *values;
  AftItemList **lists;
  GPtrArray    *raw;

  /* Borrowed */
  AftItem      *parent;

  guint         list;
  guint         position_hint;
  gboolean      removed;
} AftItemPrivate;

AftItemPrivate *aft_item_get_private (AftItem *self);

struct _AftHistory *aft_item_get_recording_history (AftItem *self);

void     aft_item_set_id_before_use (AftItem    *self,
                                     const char *id);
void     aft_item_store             (AftItem    *self,
                                     guint       field,
                                     AftValue   *value);
void     aft_item_attach            (AftItem    *self,
                                     AftItem    *parent,
                                     guint       list,
                                     guint       position);
void     aft_item_attach_many       (GPtrArray  *items,
                                     AftItem    *parent,
                                     guint       list,
                                     guint       position);
void     aft_item_detach            (AftItem    *self);
void     aft_item_detach_many       (GPtrArray  *items);
guint    aft_item_get_list_index    (AftItem    *self);
gboolean aft_item_find_list         (AftItem    *self,
                                     const char *name,
                                     guint      *index);
gboolean aft_item_is_removed        (AftItem    *self);
void     aft_item_mark_removed      (AftItem    *self,
                                     gboolean    removed);
guint    aft_item_get_height        (AftItem    *self);

G_END_DECLS

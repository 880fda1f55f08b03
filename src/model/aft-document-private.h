/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"

G_BEGIN_DECLS

struct _AftDocument
{
  AftItem     parent_instance;

  /* Owned */
  AftHistory *history;
  GHashTable *items;     /* id → item, borrowed */
  GHashTable *referrers; /* id → GPtrArray of the items that name it, borrowed, once for each time */
  GPtrArray  *key_events; /* events that carry key moments, borrowed; NULL until somebody asks */

  gboolean    ready;
};

void       aft_document_index_tree           (AftDocument *self,
                                              AftItem     *item);
void       aft_document_unindex_tree         (AftDocument *self,
                                              AftItem     *item);
void       aft_document_index_references     (AftDocument *self,
                                              AftItem     *item,
                                              guint        field);
void       aft_document_unindex_references   (AftDocument *self,
                                              AftItem     *item,
                                              guint        field);
void       aft_document_clear_references_to  (AftDocument *self,
                                              AftItem     *tree);
void       aft_document_forget_key_events    (AftDocument *self,
                                              AftItem     *item,
                                              const char  *field);
GPtrArray *aft_document_peek_key_events      (AftDocument *self);
void       aft_document_emit_edited          (AftDocument *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-change.h"

G_BEGIN_DECLS

/**
 * AftTransaction:
 * @name: what the user did, translated
 * @changes: (element-type AftChange): in the order in which they were applied
 * @size: about how many bytes it keeps alive
 * @serial: names the state of the document after it
 * @started: monotonic time in microseconds
 * @typing: whether it is one piece of typing, which later typing may join
 *
 * What is undone and redone as one. Private to the history.
 */
typedef struct
{
  char      *name;
  GPtrArray *changes;
  gsize      size;
  guint64    serial;
  gint64     started;
  gboolean   typing;
} AftTransaction;

AftTransaction *aft_transaction_new    (const char           *name,
                                        guint64               serial);
void            aft_transaction_free   (AftTransaction       *self);
void            aft_transaction_weigh  (AftTransaction       *self);
gboolean        aft_transaction_absorb (AftTransaction       *self,
                                        const AftTransaction *next);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftTransaction, aft_transaction_free)

G_END_DECLS

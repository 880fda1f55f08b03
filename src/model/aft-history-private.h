/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-history.h"
#include "aft-transaction.h"

G_BEGIN_DECLS

struct _AftHistory
{
  GObject         parent_instance;

  /* Borrowed: the document owns its history */
  AftDocument    *document;

  /* Owned */
  GQueue          undo;
  GQueue          redo;
  AftTransaction *open;

  gsize           size;
  gsize           limit;
  guint           depth;
  guint           blocked;
  guint64         last_serial;
  guint64         saved_state;
  guint64         oldest_state;
  gboolean        implicit;
  gboolean        broken;
  gboolean        read_only;
};

AftHistory *aft_history_new        (AftDocument *document);
gboolean    aft_history_record_set (AftHistory  *self,
                                    AftItem     *item,
                                    guint        field,
                                    AftValue    *value);
void        aft_history_block      (AftHistory  *self);
void        aft_history_unblock    (AftHistory  *self);
gboolean    aft_history_can_write   (AftHistory  *self);
guint64     aft_history_next_serial (AftHistory  *self);
void        aft_history_apply       (AftHistory  *self,
                                     AftChange   *change,
                                     gboolean     forward);
void        aft_history_close       (AftHistory  *self);
void        aft_history_settle     (AftHistory  *self);

G_END_DECLS

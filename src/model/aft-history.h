/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-change.h"

G_BEGIN_DECLS

#define AFT_TYPE_HISTORY (aft_history_get_type ())

G_DECLARE_FINAL_TYPE (AftHistory, aft_history, AFT, HISTORY, GObject)

void        aft_history_begin         (AftHistory *self,
                                       const char *name);
gboolean    aft_history_begin_again   (AftHistory *self,
                                       AftItem    *item);
void        aft_history_end           (AftHistory *self);
void        aft_history_abandon       (AftHistory *self);
gboolean    aft_history_insert        (AftHistory *self,
                                       AftItem    *parent,
                                       const char *list,
                                       guint       position,
                                       AftItem    *item);
gboolean    aft_history_insert_many   (AftHistory *self,
                                       AftItem    *parent,
                                       const char *list,
                                       guint       position,
                                       GPtrArray  *items);
gboolean    aft_history_remove        (AftHistory *self,
                                       AftItem    *item);
gboolean    aft_history_move          (AftHistory *self,
                                       AftItem    *item,
                                       AftItem    *parent,
                                       const char *list,
                                       guint       position);
gboolean    aft_history_can_move      (AftHistory *self,
                                       AftItem    *item,
                                       AftItem    *parent,
                                       const char *list);
gboolean    aft_history_undo          (AftHistory *self);
gboolean    aft_history_redo          (AftHistory *self);
gboolean    aft_history_can_undo      (AftHistory *self);
gboolean    aft_history_can_redo      (AftHistory *self);
const char *aft_history_get_undo_name (AftHistory *self);
const char *aft_history_get_redo_name (AftHistory *self);
gboolean    aft_history_is_modified   (AftHistory *self);
guint64     aft_history_get_state     (AftHistory *self);
void        aft_history_mark_saved    (AftHistory *self,
                                       guint64     state);
void        aft_history_mark_modified (AftHistory *self);
void        aft_history_commit        (AftHistory *self);
void        aft_history_break         (AftHistory *self);
gboolean    aft_history_is_busy       (AftHistory *self);
gboolean    aft_history_is_read_only  (AftHistory *self);
void        aft_history_set_read_only (AftHistory *self,
                                       gboolean    read_only);
void        aft_history_set_limit     (AftHistory *self,
                                       gsize       bytes);

G_END_DECLS

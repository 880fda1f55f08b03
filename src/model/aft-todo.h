/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_TODO (aft_todo_get_type ())

G_DECLARE_FINAL_TYPE (AftTodo, aft_todo, AFT, TODO, AftItem)

AftTodo *aft_todo_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char  *aft_todo_get_text     (AftTodo *self);
gboolean     aft_todo_is_done      (AftTodo *self);
AftAudience  aft_todo_get_audience (AftTodo *self);

G_END_DECLS

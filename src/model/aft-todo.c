/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-todo.h"

/**
 * AftTodo:
 *
 * Something left to do on the document itself. Never published.
 */
struct _AftTodo
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftTodo, aft_todo, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TEXT,
  FIELD_DONE,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "text", AFT_FIELD_TEXT, N_("To-do") },
  { "done", AFT_FIELD_BOOLEAN, N_("Done") },
};

static const AftItemTable table = {
  "todo", N_("To-do"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_todo_class_init (AftTodoClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_todo_init (AftTodo *self)
{
}

/**
 * aft_todo_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftTodo *
aft_todo_new (void)
{
  return g_object_new (AFT_TYPE_TODO, NULL);
}

const char *
aft_todo_get_text (AftTodo *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT);
}

gboolean
aft_todo_is_done (AftTodo *self)
{
  return aft_item_get_integer (AFT_ITEM (self), FIELD_DONE) != 0;
}

AftAudience
aft_todo_get_audience (AftTodo *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-answer.h"
#include "aft-document-writer.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-edits.h"

/* Forests of whys for tests, without a display. */

G_GNUC_UNUSED static gpointer
whys_add (gpointer    parent,
          const char *list,
          const char *text)
{
  g_autoptr(AftItem) item = g_object_new (g_list_model_get_item_type (aft_item_get_list (parent, list)), "text", text, NULL);
  AftDocument *document = aft_item_get_document (parent);

  if (document != NULL && aft_document_is_ready (document))
    g_assert_true (aft_history_insert (aft_document_get_history (document), parent, list, G_MAXUINT, item));
  else
    g_assert_true (aft_item_adopt (parent, list, item));

  return item;
}

G_GNUC_UNUSED static char *
whys_dup_json (AftDocument *document)
{
  g_autoptr(GBytes) bytes = aft_document_write (document);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

static void
whys_append_shape (GString *shape,
                   AftItem *item)
{
  const AftItemTable *table = aft_item_get_table (item);

  g_string_append (shape, aft_item_get_heading (item));
  for (guint i = 0; i < table->n_lists; i++)
    {
      GListModel *list = aft_item_get_nth_list (item, i);
      const guint n_items = g_list_model_get_n_items (list);

      for (guint j = 0; j < n_items; j++)
        {
          g_autoptr(AftItem) child = g_list_model_get_item (list, j);

          g_string_append (shape, j == 0 ? " (" : ", ");
          whys_append_shape (shape, child);
        }
      if (n_items > 0)
        g_string_append_c (shape, ')');
    }
}

/* The texts of an item and of what stands below it: "a (b (c, d))". */
G_GNUC_UNUSED static char *
whys_dup_shape (gpointer item)
{
  GString *shape = g_string_new (NULL);

  whys_append_shape (shape, item);

  return g_string_free (shape, FALSE);
}

G_GNUC_UNUSED static void
whys_assert_shape (gpointer    item,
                   const char *wanted)
{
  g_autofree char *shape = whys_dup_shape (item);

  g_assert_cmpstr (shape, ==, wanted);
}

/* One edit, that undoes and redoes. */
G_GNUC_UNUSED static void
whys_assert_one_edit (AftDocument *document,
                      const char  *before,
                      const char  *name)
{
  AftHistory *history = aft_document_get_history (document);
  g_autofree char *now = whys_dup_json (document);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (now, !=, before);
  g_assert_cmpstr (aft_history_get_undo_name (history), ==, name);
  g_assert_true (aft_history_undo (history));
  undone = whys_dup_json (document);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (aft_history_redo (history));
  redone = whys_dup_json (document);
  g_assert_cmpstr (redone, ==, now);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widget-tools.h"

#include "aft-answer.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-canvas-private.h"
#include "aft-whys-page.h"

/* What the tests of the five whys make and find. */

typedef struct
{
  AftDocument   *document;
  AftHistory    *history;
  AftSession    *session;
  GtkWidget     *page;
  GtkWidget     *window;
  AftWhysCanvas *canvas;
  AftWhysCanvas *outline;
  AftWhysView   *view;
} Fixture;

G_GNUC_UNUSED static gboolean
is_outline (GtkWidget  *widget,
            const void *data)
{
  return AFT_IS_WHYS_CANVAS (widget) && AFT_WHYS_CANVAS (widget)->arrangement == AFT_WHYS_OUTLINE;
}

G_GNUC_UNUSED static gboolean
is_tree (GtkWidget  *widget,
         const void *data)
{
  return AFT_IS_WHYS_CANVAS (widget) && AFT_WHYS_CANVAS (widget)->arrangement != AFT_WHYS_OUTLINE;
}

G_GNUC_UNUSED static AftWhysCanvas *
find_canvas (GtkWidget *page,
             gboolean   outline)
{
  GtkWidget *found = find_where (page, outline ? is_outline : is_tree, NULL);

  g_assert_nonnull (found);

  return AFT_WHYS_CANVAS (found);
}

G_GNUC_UNUSED static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = aft_document_new ();
  aft_document_set_ready (fixture->document);
  fixture->history = aft_document_get_history (fixture->document);
  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  fixture->page = aft_page_new (AFT_TYPE_WHYS_PAGE, fixture->session);
  fixture->canvas = find_canvas (fixture->page, FALSE);
  fixture->outline = find_canvas (fixture->page, TRUE);
  fixture->view = aft_whys_canvas_get_view (fixture->canvas);
  fixture->window = show_in_window (fixture->page);
}

G_GNUC_UNUSED static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  aft_session_forget (fixture->session);
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->document);
}

G_GNUC_UNUSED static AftItem *
get_child (gpointer    item,
           const char *list,
           guint       position)
{
  g_autoptr(AftItem) child = g_list_model_get_item (aft_item_get_list (item, list), position);

  g_assert_nonnull (child);

  return child;
}

G_GNUC_UNUSED static guint
count (gpointer    item,
       const char *list)
{
  return g_list_model_get_n_items (aft_item_get_list (item, list));
}

G_GNUC_UNUSED static AftWhysNode *
get_node (Fixture *fixture,
          AftItem *item)
{
  GtkWidget *node = g_hash_table_lookup (fixture->canvas->nodes, item);

  g_assert_nonnull (node);

  return AFT_WHYS_NODE (node);
}

G_GNUC_UNUSED static AftWhysNode *
find_editing (Fixture *fixture)
{
  GHashTableIter iter;
  gpointer node;

  g_hash_table_iter_init (&iter, fixture->canvas->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &node))
    if (aft_whys_node_is_editing (node))
      return node;

  return NULL;
}

G_GNUC_UNUSED static void
act (Fixture    *fixture,
     const char *name,
     const char *format,
     ...)
{
  GVariant *parameter = NULL;
  va_list arguments;

  if (format != NULL)
    {
      va_start (arguments, format);
      parameter = g_variant_new_va (format, NULL, &arguments);
      va_end (arguments);
    }
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->canvas), name, parameter));
  iterate ();
}

G_GNUC_UNUSED static void
set_text (AftWhysNode *node,
          const char  *text)
{
  GtkWidget *editor = aft_whys_node_get_editor (node);

  g_assert_nonnull (editor);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text, -1);
}

/* Types into the box that is open, and ends in one way or another. */
G_GNUC_UNUSED static AftItem *
write_box (Fixture     *fixture,
           const char  *text,
           AftWhysKeep  keep)
{
  AftWhysNode *node = find_editing (fixture);
  AftItem *item;

  g_assert_nonnull (node);
  item = aft_whys_node_get_item (node);
  set_text (node, text);
  aft_whys_node_finish (node, keep);
  iterate ();

  return item;
}

/* A problem with two questions, of which the first has two answers. */
G_GNUC_UNUSED static void
build (Fixture *fixture)
{
  AftItem *problem;

  act (fixture, "whys.add-problem", NULL);
  problem = write_box (fixture, "Builds failed", AFT_WHYS_KEEP_AND_ASK);
  write_box (fixture, "The check was on", AFT_WHYS_KEEP_AND_ALTERNATIVE);
  write_box (fixture, "The check was wrong", AFT_WHYS_KEEP_AND_QUESTION);
  write_box (fixture, "There were flaws", AFT_WHYS_KEEP_AND_ASK);
  write_box (fixture, "Nobody looked", AFT_WHYS_KEEP);
  g_assert_cmpuint (count (problem, "questions"), ==, 2);
}

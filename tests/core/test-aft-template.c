/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aft-document-writer.h"
#include "aft-response-question.h"
#include "aft-template.h"

static char *
dup_json (AftDocument *document)
{
  g_autoptr(GBytes) bytes = aft_document_write (document);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

static void
test_all_make_documents (void)
{
  g_autoptr(GPtrArray) templates = aft_template_list ();

  g_assert_cmpuint (templates->len, ==, 6);
  for (guint i = 0; i < templates->len; i++)
    {
      g_autoptr(AftDocument) document = aft_template_create_document (templates->pdata[i], "T");
      GListModel *sections = aft_document_get_sections (document);

      g_assert_cmpuint (g_list_model_get_n_items (sections), >, 3);
      g_assert_false (aft_history_is_modified (aft_document_get_history (document)));
      g_assert_cmpuint (g_list_model_get_n_items (aft_document_get_incidents (document)), ==, 1);
      for (guint j = 0; j < g_list_model_get_n_items (sections); j++)
        {
          g_autoptr(AftSection) section = g_list_model_get_item (sections, j);

          g_assert_cmpstr (aft_template_get_guidance (templates->pdata[i], section), !=, "");
        }
    }
}

static void
fill (AftDocument *document)
{
  GListModel *sections = aft_document_get_sections (document);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr(AftSection) section = g_list_model_get_item (sections, i);
      GListModel *questions = aft_section_get_questions (section);
      g_autofree char *text = g_strdup_printf ("written %u", i);

      g_object_set (section, "text", text, NULL);
      for (guint j = 0; j < g_list_model_get_n_items (questions); j++)
        {
          g_autoptr(AftResponseQuestion) question = g_list_model_get_item (questions, j);

          g_object_set (question, "answer", text, NULL);
        }
    }
}

static void
collect_text (AftItem  *item,
              gpointer  user_data)
{
  GHashTable *texts = user_data;

  if (AFT_IS_SECTION (item))
    g_hash_table_add (texts, g_strdup (aft_section_get_text (AFT_SECTION (item))));
  else if (AFT_IS_RESPONSE_QUESTION (item))
    g_hash_table_add (texts, g_strdup (aft_response_question_get_answer (AFT_RESPONSE_QUESTION (item))));
}

/* Through every template and back: nothing that was written is lost, and each change is one edit. */
static void
test_change_loses_nothing (void)
{
  g_autoptr(GPtrArray) templates = aft_template_list ();

  for (guint from = 0; from < templates->len; from++)
    {
      g_autoptr(AftDocument) document = aft_template_create_document (templates->pdata[from], "T");
      AftHistory *history = aft_document_get_history (document);
      g_autoptr(GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      GHashTableIter iter;
      gpointer text;

      fill (document);
      aft_item_foreach (AFT_ITEM (document), collect_text, wanted);
      for (guint to = 0; to < templates->len; to++)
        {
          g_autofree char *before = dup_json (document);
          g_autofree char *undone = NULL;
          g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

          aft_template_apply (templates->pdata[to], document);
          aft_item_foreach (AFT_ITEM (document), collect_text, found);
          g_hash_table_iter_init (&iter, wanted);
          while (g_hash_table_iter_next (&iter, &text, NULL))
            g_assert_true (g_hash_table_contains (found, text));

          if (to == from)
            continue;
          aft_history_undo (history);
          undone = dup_json (document);
          g_assert_cmpstr (undone, ==, before);
          aft_history_redo (history);
        }
    }
}

static void
test_order_is_the_templates (void)
{
  AftTemplate *minimal = aft_template_find ("minimal");
  AftTemplate *full = aft_template_find ("course-correction");
  g_autoptr(AftDocument) changed = aft_template_create_document (full, "T");
  g_autoptr(AftDocument) fresh = aft_template_create_document (minimal, "T");
  GListModel *wanted = aft_document_get_sections (fresh);
  GListModel *sections = aft_document_get_sections (changed);

  aft_template_apply (minimal, changed);
  g_assert_cmpuint (g_list_model_get_n_items (sections), ==, g_list_model_get_n_items (wanted));
  for (guint i = 0; i < g_list_model_get_n_items (wanted); i++)
    {
      g_autoptr(AftSection) is = g_list_model_get_item (sections, i);
      g_autoptr(AftSection) should = g_list_model_get_item (wanted, i);

      g_assert_cmpint (aft_section_get_kind (is), ==, aft_section_get_kind (should));
    }
  g_assert_cmpstr (aft_document_get_template (changed), ==, "minimal");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/all-make-documents", test_all_make_documents);
  g_test_add_func ("/template/change-loses-nothing", test_change_loses_nothing);
  g_test_add_func ("/template/order-is-the-templates", test_order_is_the_templates);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-tools.h"

#include "aft-head-view.h"
#include "aft-outline.h"
#include "aft-report-page.h"
#include "aft-section-view.h"
#include "aft-template.h"

typedef struct
{
  AftDocument *document;
  AftHistory  *history;
  AftSession  *session;
  GtkWidget   *page;
  GtkWidget   *window;
  GtkListBox  *outline;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  template)
{
  fixture->document = template != NULL ? aft_template_create_document (aft_template_find (template), "Errors") : load_sample ();
  fixture->history = aft_document_get_history (fixture->document);
  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  fixture->page = aft_page_new (AFT_TYPE_REPORT_PAGE, fixture->session);
  fixture->outline = find_widget (find_widget (fixture->page, AFT_TYPE_OUTLINE), GTK_TYPE_LIST_BOX);
  fixture->window = show_in_window (fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  template)
{
  aft_session_forget (fixture->session);
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->document);
}

/* The forms of the sections and the rows of the outline follow the document. */
static void
assert_sections (Fixture *fixture)
{
  GListModel *sections = aft_document_get_sections (fixture->document);
  GtkWidget *view = gtk_widget_get_next_sibling (find_widget (fixture->page, AFT_TYPE_HEAD_VIEW));

  iterate ();
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr(AftSection) section = g_list_model_get_item (sections, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (fixture->outline, (int) i);

      g_assert_true (AFT_IS_SECTION_VIEW (view));
      g_assert_true (aft_section_view_get_section (AFT_SECTION_VIEW (view)) == section);
      g_assert_nonnull (row);
      g_assert_true (g_object_get_data (G_OBJECT (row), "section") == section);
      view = gtk_widget_get_next_sibling (view);
    }
  g_assert_null (view);
  g_assert_null (gtk_list_box_get_row_at_index (fixture->outline, (int) g_list_model_get_n_items (sections)));
}

static void
test_follow (Fixture       *fixture,
             gconstpointer  template)
{
  GtkWidget *outline = find_widget (fixture->page, AFT_TYPE_OUTLINE);
  g_autofree char *first = dup_json (fixture->document);
  const guint n_sections = g_list_model_get_n_items (aft_document_get_sections (fixture->document));

  assert_sections (fixture);
  gtk_list_box_select_row (fixture->outline, gtk_list_box_get_row_at_index (fixture->outline, 2));
  g_assert_true (gtk_widget_activate_action (outline, "outline.move", "i", 1));
  assert_sections (fixture);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (fixture->outline)), ==, 3);
  g_assert_true (gtk_widget_activate_action (outline, "outline.remove", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (aft_document_get_sections (fixture->document)), ==, n_sections - 1);
  assert_sections (fixture);
  g_assert_true (gtk_widget_activate_action (outline, "outline.add", "i", (int) AFT_SECTION_SUMMARY));
  g_assert_cmpuint (g_list_model_get_n_items (aft_document_get_sections (fixture->document)), ==, n_sections);
  assert_sections (fixture);
  assert_undo_and_redo (fixture->document, first);
  assert_sections (fixture);
}

static const char *
get_mark (Fixture *fixture,
          int      nth)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (fixture->outline, nth);

  return gtk_image_get_icon_name (g_object_get_data (G_OBJECT (row), "mark"));
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  template)
{
  g_autoptr(AftSection) summary = g_list_model_get_item (aft_document_get_sections (fixture->document), 0);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (fixture->outline, 0);

  g_assert_cmpint (aft_section_get_kind (summary), ==, AFT_SECTION_SUMMARY);
  g_assert_cmpstr (get_mark (fixture, 0), ==, "afterword-empty-symbolic");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Summary, empty");

  g_object_set (summary, "text", "It broke.", NULL);
  iterate ();
  g_assert_cmpstr (get_mark (fixture, 0), ==, "afterword-begun-symbolic");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Summary, begun");

  g_object_set (summary, "one-line", "Broken.", "surprise", "It was in 1.52.", NULL);
  iterate ();
  g_assert_cmpstr (get_mark (fixture, 0), ==, "afterword-complete-symbolic");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Summary, complete");
}

static gboolean
shows_template (GtkWidget  *widget,
                const void *data)
{
  GListModel *model = GTK_IS_DROP_DOWN (widget) ? gtk_drop_down_get_model (GTK_DROP_DOWN (widget)) : NULL;

  for (guint i = 0; GTK_IS_STRING_LIST (model) && i < g_list_model_get_n_items (model); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), data) == 0)
      return TRUE;

  return FALSE;
}

static void
test_template (Fixture       *fixture,
               gconstpointer  template)
{
  g_autofree char *first = dup_json (fixture->document);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr(GPtrArray) templates = aft_template_list ();
  const char *minimal = aft_template_get_name (aft_template_find ("minimal"));
  GtkDropDown *drop_down = GTK_DROP_DOWN (find_where (fixture->page, shows_template, minimal));
  const guint was = gtk_drop_down_get_selected (drop_down);
  g_autoptr(AftSection) summary = g_list_model_get_item (aft_document_get_sections (fixture->document), 0);

  for (guint i = 0; i < templates->len; i++)
    if (g_str_equal (aft_template_get_id (templates->pdata[i]), "minimal"))
      gtk_drop_down_set_selected (drop_down, i);
  iterate ();
  g_assert_cmpstr (aft_document_get_template (fixture->document), ==, "minimal");
  assert_sections (fixture);

  /* Nothing that was written is lost. */
  after = dup_json (fixture->document);
  g_assert_nonnull (strstr (after, "Incremental compilation keeps results of the last build"));
  g_assert_nonnull (strstr (after, "A rule, agreed on beforehand, for who may decide"));
  g_assert_nonnull (strstr (after, "How this document was written"));
  g_assert_nonnull (aft_item_get_document (AFT_ITEM (summary)));

  /* One undo, and the drop-down goes back with it. */
  g_assert_true (aft_history_undo (fixture->history));
  iterate ();
  undone = dup_json (fixture->document);
  g_assert_true (g_str_equal (undone, first));
  g_assert_false (aft_history_can_undo (fixture->history));
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, was);
  assert_sections (fixture);
}

static void
test_show_item (Fixture       *fixture,
                gconstpointer  template)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (find_widget (fixture->page, AFT_TYPE_HEAD_VIEW), GTK_TYPE_SCROLLED_WINDOW)));
  g_autoptr(AftItem) section = g_list_model_get_item (aft_document_get_sections (fixture->document), 8);
  g_autoptr(AftItem) question = g_list_model_get_item (aft_document_get_open_questions (fixture->document), 0);

  /* There is a place to scroll to once everything is laid out. */
  wait_until (gtk_adjustment_get_upper (adjustment) > 2 * gtk_adjustment_get_page_size (adjustment));
  iterate ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  aft_page_show_item (AFT_PAGE (fixture->page), section);
  wait_until (gtk_adjustment_get_value (adjustment) > 0);
  wait_until (gtk_list_box_get_selected_row (fixture->outline) == gtk_list_box_get_row_at_index (fixture->outline, 8));
  g_assert_true (aft_page_show_item (AFT_PAGE (fixture->page), question));
  g_assert_true (aft_page_show_item (AFT_PAGE (fixture->page), AFT_ITEM (fixture->document)));
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, template, test) g_test_add ("/report-page/" path, Fixture, template, set_up, test, tear_down)
  ADD ("follow", NULL, test_follow);
  ADD ("marks", "minimal", test_marks);
  ADD ("template", NULL, test_template);
  ADD ("show-item", NULL, test_show_item);

  return tools_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-tools.h"

#include "aft-answer.h"
#include "aft-block-view.h"
#include "aft-edition.h"
#include "aft-event.h"
#include "aft-left-out-button.h"
#include "aft-paper.h"
#include "aft-preview-page.h"
#include "aft-preview-pane.h"
#include "aft-runs-markup.h"
#include "aft-section.h"

typedef struct
{
  AftDocument *document;
  AftSession  *session;
  GtkWidget   *page;
  GtkWidget   *window;
} Fixture;

static gpointer
get_child (Fixture    *fixture,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (fixture->page, AFT_TYPE_PREVIEW_PAGE, name);

  g_assert_nonnull (child);

  return child;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = load_sample ();
  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  fixture->page = aft_page_new (AFT_TYPE_PREVIEW_PAGE, fixture->session);
  fixture->window = show_in_window (fixture->page);
  wait_until (!aft_preview_pane_is_busy (get_child (fixture, "pane")));
  iterate ();
}

static void
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

static void
wait_for_pane (Fixture *fixture)
{
  wait_until (!aft_preview_pane_is_busy (get_child (fixture, "pane")));
  iterate ();
}

static void
show_text (Fixture    *fixture,
           AftEdition  edition)
{
  gtk_drop_down_set_selected (get_child (fixture, "edition"), edition);
  gtk_toggle_button_set_active (get_child (fixture, "text_toggle"), TRUE);
  wait_for_pane (fixture);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  AftPreviewPane *pane = get_child (fixture, "pane");
  AftPaperRoll *roll = aft_preview_pane_get_roll (pane);
  const guint n_pages = aft_preview_pane_get_n_pages (pane);
  g_autofree char *text = g_strdup_printf ("Page 1 of %u", n_pages);
  g_autofree char *last = g_strdup_printf ("Page %u of %u", n_pages, n_pages);
  GtkAdjustment *adjustment = aft_preview_pane_get_adjustment (pane);
  double zoom;
  guint n_drawn = 0;

  g_assert_cmpuint (n_pages, >, 8);
  g_assert_cmpstr (gtk_label_get_text (get_child (fixture, "place")), ==, text);
  g_assert_nonnull (gtk_list_box_get_row_at_index (get_child (fixture, "headings"), 3));
  gtk_test_accessible_assert_role (aft_paper_roll_get_paper (roll, 0), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (aft_paper_roll_get_paper (roll, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, text);

  /* What is out of sight is not drawn. */
  for (guint i = 0; i < n_pages; i++)
    n_drawn += aft_paper_get_n_drawn (AFT_PAPER (aft_paper_roll_get_paper (roll, i))) > 0;
  g_assert_cmpuint (n_drawn, >=, 1);
  g_assert_cmpuint (n_drawn, <=, 3);

  zoom = aft_preview_pane_get_zoom (pane);
  g_assert_true (gtk_widget_activate_action (fixture->page, "preview.zoom", "i", 1));
  g_assert_cmpfloat (aft_preview_pane_get_zoom (pane), >, zoom);
  g_assert_true (gtk_widget_activate_action (fixture->page, "preview.zoom", "i", 0));
  g_assert_cmpfloat (aft_preview_pane_get_zoom (pane), ==, 1);
  g_assert_true (gtk_widget_activate_action (fixture->page, "preview.fit", NULL));
  iterate ();
  g_assert_cmpfloat_with_epsilon (aft_preview_pane_get_zoom (pane), zoom, 0.01);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  iterate ();
  g_assert_cmpstr (gtk_label_get_text (get_child (fixture, "place")), ==, last);
}

/* The page that is read stays in sight when the size changes; small pages stand side by side. */
static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  AftPreviewPane *pane = get_child (fixture, "pane");
  AftPaperRoll *roll = aft_preview_pane_get_roll (pane);

  g_assert_cmpuint (aft_paper_roll_get_n_columns (roll), ==, 1);
  aft_preview_pane_set_zoom (pane, 1);
  iterate ();
  aft_paper_roll_scroll_to (roll, aft_paper_roll_get_y (roll, 6, 300));
  iterate ();
  g_assert_cmpuint (aft_preview_pane_get_page (pane), ==, 6);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (gtk_widget_activate_action (fixture->page, "preview.zoom", "i", 1));
      iterate ();
      g_assert_cmpuint (aft_preview_pane_get_page (pane), ==, 6);
    }

  aft_preview_pane_set_zoom (pane, 0.5);
  iterate ();
  g_assert_cmpuint (aft_paper_roll_get_n_columns (roll), ==, 2);
  g_assert_cmpuint (aft_preview_pane_get_page (pane) / 2, ==, 3);
}

typedef struct
{
  GtkAccessibleRole role;
  guint             count;
  GtkWidget        *first;
} Count;

static void
count_role (GtkWidget *widget,
            Count     *count)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == count->role)
    {
      count->count++;
      if (count->first == NULL)
        count->first = widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_role (child, count);
}

static Count
count_roles (Fixture           *fixture,
             GtkAccessibleRole  role)
{
  Count count = { role };

  count_role (aft_preview_pane_get_view (get_child (fixture, "pane")), &count);

  return count;
}

static gboolean
says (GtkWidget  *widget,
      const void *words)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

static gboolean
shows (Fixture    *fixture,
       const char *words)
{
  return find_where (aft_preview_pane_get_view (get_child (fixture, "pane")), says, words) != NULL;
}

/* The blocks as widgets that say what they are. */
static void
test_roles (Fixture       *fixture,
            gconstpointer  data)
{
  Count headings;
  Count figures;
  Count rows;

  show_text (fixture, AFT_EDITION_TEAM);
  headings = count_roles (fixture, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (headings.first)), ==, "Rust 1.52.0 fingerprint bug");
  gtk_test_accessible_assert_property (headings.first, GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  g_assert_cmpuint (headings.count, ==, aft_preview_pane_get_n_headings (get_child (fixture, "pane")) + 1);
  for (guint i = 0; i < headings.count - 1; i++)
    {
      guint level;

      g_assert_true (aft_preview_pane_get_heading (get_child (fixture, "pane"), i, NULL, &level, NULL));
      g_assert_cmpuint (level, >=, 2);
    }

  g_assert_cmpuint (count_roles (fixture, GTK_ACCESSIBLE_ROLE_TABLE).count, >, 3);
  rows = count_roles (fixture, GTK_ACCESSIBLE_ROLE_ROW);
  g_assert_cmpuint (rows.count, >, 20);
  g_assert_cmpuint (count_roles (fixture, GTK_ACCESSIBLE_ROLE_CELL).count, >, rows.count);
  g_assert_cmpuint (count_roles (fixture, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER).count, >, 5);
  g_assert_cmpuint (count_roles (fixture, GTK_ACCESSIBLE_ROLE_ROW_HEADER).count, >, 3);
  g_assert_cmpuint (count_roles (fixture, GTK_ACCESSIBLE_ROLE_LIST).count, >, 3);
  g_assert_cmpuint (count_roles (fixture, GTK_ACCESSIBLE_ROLE_LIST_ITEM).count, >, 10);

  figures = count_roles (fixture, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_cmpuint (figures.count, >=, 2);
  gtk_test_accessible_assert_role (figures.first, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (figures.first), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (figures.first),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  show_text (fixture, AFT_EDITION_TEAM);
  g_assert_cmpuint (aft_preview_pane_get_n_pages (get_child (fixture, "pane")), ==, 0);
  g_assert_true (shows (fixture, "facilitator of the meetings"));
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "zoom_button")));

  gtk_drop_down_set_selected (get_child (fixture, "edition"), AFT_EDITION_PUBLIC);
  wait_for_pane (fixture);
  g_assert_false (shows (fixture, "facilitator of the meetings"));
  gtk_toggle_button_set_active (get_child (fixture, "text_toggle"), FALSE);
  wait_for_pane (fixture);
  g_assert_cmpuint (aft_preview_pane_get_n_pages (get_child (fixture, "pane")), >, 0);
}

static AftSection *
get_summary (Fixture *fixture)
{
  GListModel *sections = aft_document_get_sections (fixture->document);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr(AftSection) section = g_list_model_get_item (sections, i);

      if (aft_section_get_kind (section) == AFT_SECTION_BACKGROUND)
        return section;
    }

  g_assert_not_reached ();
}

/* Documents come from strangers: their text is text. */
static void
test_markup (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const text = "A <b>bold</b> &amp; <a href=\"javascript:x\">place</a>\n\n"
                                  "[one](javascript:alert) [two](file:///etc/passwd) "
                                  "[three](https://c.example/?a=1&b=\"2) [four](https://d.example/?a=1&b=2)";
  GtkWidget *label;

  g_object_set (get_summary (fixture), "text", text, NULL);
  show_text (fixture, AFT_EDITION_TEAM);
  g_assert_true (shows (fixture, "A <b>bold</b> & <a href=\"javascript:x\">place</a>"));
  label = find_where (aft_preview_pane_get_view (get_child (fixture, "pane")), says, "one two");
  g_assert_null (strstr (gtk_label_get_label (GTK_LABEL (label)), "javascript"));
  g_assert_null (strstr (gtk_label_get_label (GTK_LABEL (label)), "file:"));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)),
                            "<a href=\"https://d.example/?a=1&amp;b=2\">four</a>"));
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* Control and an arrow go heading by heading, the arrows paragraph by paragraph, Tab link by link. */
static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  AftPreviewPane *pane = get_child (fixture, "pane");
  GtkWidget *view = aft_preview_pane_get_view (pane);
  const char *first;
  const char *second;
  GtkWidget *label;

  show_text (fixture, AFT_EDITION_TEAM);
  g_assert_true (aft_preview_pane_get_heading (pane, 0, &first, NULL, NULL));
  g_assert_true (aft_preview_pane_get_heading (pane, 1, &second, NULL, NULL));

  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_focus (fixture))), ==, "Rust 1.52.0 fingerprint bug");
  gtk_widget_activate_action (view, "text.heading", "b", TRUE);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_focus (fixture))), ==, first);
  gtk_widget_activate_action (view, "text.heading", "b", TRUE);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_focus (fixture))), ==, second);
  gtk_widget_activate_action (view, "text.heading", "b", FALSE);
  label = get_focus (fixture);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, first);
  gtk_test_accessible_assert_role (label, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_false (gtk_label_get_selection_bounds (GTK_LABEL (label), NULL, NULL));

  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_DOWN));
  g_assert_true (get_focus (fixture) != label);
  gtk_test_accessible_assert_role (get_focus (fixture), GTK_ACCESSIBLE_ROLE_LABEL);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_UP));
  g_assert_true (get_focus (fixture) == label);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
      g_assert_nonnull (gtk_label_get_current_uri (GTK_LABEL (get_focus (fixture))));
    }
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
  g_assert_nonnull (gtk_label_get_current_uri (GTK_LABEL (get_focus (fixture))));

  /* The outline leads to the same headings. */
  g_signal_emit_by_name (get_child (fixture, "headings"), "row-activated",
                         gtk_list_box_get_row_at_index (get_child (fixture, "headings"), 1));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_focus (fixture))), ==, second);
}

/* After an edit of one paragraph only its widget is made again, and the others stay. */
static void
test_follow_text (Fixture       *fixture,
                  gconstpointer  data)
{
  AftPreviewPane *pane = get_child (fixture, "pane");
  AftBlockView *view = AFT_BLOCK_VIEW (aft_preview_pane_get_view (pane));
  GtkWidget *kept;
  guint n_made;

  g_object_set (get_summary (fixture), "text", "One.\n\nTwo.\n\nThree.", NULL);
  show_text (fixture, AFT_EDITION_TEAM);
  kept = find_where (GTK_WIDGET (view), says, "Three.");
  n_made = aft_block_view_get_n_made (view);

  g_object_set (get_summary (fixture), "text", "One.\n\nTwo and a half.\n\nThree.", NULL);
  wait_for_pane (fixture);
  g_assert_true (shows (fixture, "Two and a half."));
  g_assert_cmpuint (aft_block_view_get_n_made (view), ==, n_made + 1);
  g_assert_true (find_where (GTK_WIDGET (view), says, "Three.") == kept);

  g_assert_true (aft_history_undo (aft_document_get_history (fixture->document)));
  wait_for_pane (fixture);
  g_assert_false (shows (fixture, "Two and a half."));
  g_assert_cmpuint (aft_block_view_get_n_made (view), ==, n_made + 2);
}

/* After an edit only what changed is laid out, and only the page that changed is drawn. */
static void
test_follow_pages (Fixture       *fixture,
                   gconstpointer  data)
{
  AftPreviewPane *pane = get_child (fixture, "pane");
  GtkWidget *first = aft_paper_roll_get_paper (aft_preview_pane_get_roll (pane), 0);
  guint n_shaped;
  guint n_drawn;

  g_object_set (get_summary (fixture), "text", "One.\n\nTwo.\n\nThree.", NULL);
  wait_for_pane (fixture);
  n_shaped = aft_preview_pane_get_n_shaped (pane);
  n_drawn = aft_paper_get_n_drawn (AFT_PAPER (first));
  g_assert_cmpuint (n_drawn, >, 0);

  g_object_set (get_summary (fixture), "text", "One.\n\nTwo and.\n\nThree.", NULL);
  wait_for_pane (fixture);
  g_assert_cmpuint (aft_preview_pane_get_n_shaped (pane), ==, n_shaped + 1);
  g_assert_cmpuint (aft_paper_get_n_drawn (AFT_PAPER (first)), ==, n_drawn);

  g_object_set (fixture->document, "title", "Another title", NULL);
  wait_for_pane (fixture);
  g_assert_cmpuint (aft_paper_get_n_drawn (AFT_PAPER (first)), ==, n_drawn + 1);
}

/* An edit ends a layout that is under way; the next one shows what is so. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  AftPreviewPane *pane = get_child (fixture, "pane");
  const guint n_cancelled = aft_preview_pane_get_n_cancelled (pane);
  const char *title = NULL;

  gtk_drop_down_set_selected (get_child (fixture, "edition"), AFT_EDITION_ORGANISATION);
  g_assert_true (aft_preview_pane_is_busy (pane));
  g_assert_cmpuint (aft_preview_pane_get_n_cancelled (pane), ==, n_cancelled);
  g_object_set (get_summary (fixture), "title", "Another heading", NULL);
  g_assert_cmpuint (aft_preview_pane_get_n_cancelled (pane), ==, n_cancelled + 1);
  g_assert_true (aft_preview_pane_is_busy (pane));
  wait_for_pane (fixture);

  for (guint i = 0; i < aft_preview_pane_get_n_headings (pane) && g_strcmp0 (title, "Another heading") != 0; i++)
    aft_preview_pane_get_heading (pane, i, &title, NULL, NULL);
  g_assert_cmpstr (title, ==, "Another heading");
}

static double
get_relative_place (AftPreviewPane *pane,
                    guint           heading)
{
  g_autoptr(GArray) places = aft_preview_pane_list_places (pane);

  g_assert_cmpuint (heading, <, places->len);

  return g_array_index (places, double, heading) - gtk_adjustment_get_value (aft_preview_pane_get_adjustment (pane));
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  AftPreviewPane *pane = get_child (fixture, "pane");
  AftPreviewPane *other = get_child (fixture, "other_pane");

  for (guint text = 0; text < 2; text++)
    {
      g_autoptr(GArray) places = NULL;
      const guint n = aft_preview_pane_get_n_headings (pane);
      const char *name;
      const char *other_name = NULL;
      guint index = 0;

      gtk_toggle_button_set_active (get_child (fixture, "text_toggle"), text == 1);
      gtk_toggle_button_set_active (get_child (fixture, "compare"), TRUE);
      wait_for_pane (fixture);
      wait_until (!aft_preview_pane_is_busy (other));
      iterate ();
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (other)));
      g_assert_cmpint (aft_preview_pane_get_edition (other), !=, aft_preview_pane_get_edition (pane));

      /* The same heading is in sight in both. */
      g_assert_true (aft_preview_pane_get_heading (pane, n / 2, NULL, NULL, &name));
      while (aft_preview_pane_get_heading (other, index, NULL, NULL, &other_name) && g_strcmp0 (name, other_name) != 0)
        index++;
      g_assert_cmpstr (name, ==, other_name);
      places = aft_preview_pane_list_places (pane);
      gtk_adjustment_set_value (aft_preview_pane_get_adjustment (pane), g_array_index (places, double, n / 2) - 100);
      iterate ();
      g_assert_cmpfloat (get_relative_place (other, index), >, -200);
      g_assert_cmpfloat (get_relative_place (other, index), <, 760);
    }

  gtk_toggle_button_set_active (get_child (fixture, "compare"), FALSE);
  iterate ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (other)));
}

static void
show_item_cb (AftSession *session,
              AftItem    *item,
              AftItem   **shown)
{
  *shown = item;
}

static void
test_left_out (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(AftEvent) event = g_list_model_get_item (aft_document_get_events (fixture->document), 2);
  GtkWidget *left_out = get_child (fixture, "left_out");
  GtkWidget *button = gtk_widget_get_first_child (left_out);
  g_autoptr(GPtrArray) items = NULL;
  g_autofree char *label = NULL;
  AftItem *shown = NULL;
  GtkListBox *list;
  GtkListBoxRow *row = NULL;

  gtk_drop_down_set_selected (get_child (fixture, "edition"), AFT_EDITION_TEAM);
  wait_for_pane (fixture);
  g_assert_false (gtk_widget_get_visible (left_out));

  g_object_set (event, "audience", AFT_AUDIENCE_TEAM, NULL);
  gtk_drop_down_set_selected (get_child (fixture, "edition"), AFT_EDITION_PUBLIC);
  wait_for_pane (fixture);
  items = aft_edition_list_left_out (AFT_EDITION_PUBLIC, fixture->document);
  label = g_strdup_printf ("%u left out", items->len);
  g_assert_true (gtk_widget_get_visible (left_out));
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, label);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  iterate ();
  list = find_widget (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_TYPE_LIST_BOX);
  g_signal_connect (fixture->session, "show-item", G_CALLBACK (show_item_cb), &shown);
  for (int i = 0; shown == NULL && (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (gtk_list_box_row_get_activatable (row))
      g_signal_emit_by_name (list, "row-activated", row);
  g_assert_true (shown == AFT_ITEM (event));
  iterate ();
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/preview-page/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("pages", test_pages);
  ADD ("columns", test_columns);
  ADD ("roles", test_roles);
  ADD ("text", test_text);
  ADD ("markup", test_markup);
  ADD ("keyboard", test_keyboard);
  ADD ("follow-text", test_follow_text);
  ADD ("follow-pages", test_follow_pages);
  ADD ("cancel", test_cancel);
  ADD ("compare", test_compare);
  ADD ("left-out", test_left_out);

  return tools_run ();
}

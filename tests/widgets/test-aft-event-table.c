/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "aft-event-row.h"
#include "aft-event-table.h"
#include "aft-moment-parser.h"
#include "timeline-tools.h"

typedef struct
{
  AftDocument       *document;
  AftHistory        *history;
  AftSession        *session;
  AftEventFilter    *filter;
  AftEventSelection *selection;
  GtkWidget         *window;
  AftEventTable     *table;
} Fixture;

static const char *const samples[][2] = {
  { "2021-05-06 11:48", "Released" },
  { "2021-05-06 15:08", "A user reports an error" },
  { "2021-05-06 15:40", "The cause is known" },
  { "2021-05-06 18:00", "A workaround is told" },
};

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const AftMomentContext context = { "UTC", 0, NULL };

  fixture->document = aft_document_new ();
  aft_document_set_ready (fixture->document);
  fixture->history = aft_document_get_history (fixture->document);
  g_object_set (fixture->document, "zone", "UTC", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr(AftEvent) event = aft_event_new ();
      g_autoptr(AftMoment) moment = aft_moment_parse (samples[i][0], &context, NULL);

      g_object_set (event, "text", samples[i][1], "at", moment, NULL);
      g_assert_true (aft_history_insert (fixture->history, AFT_ITEM (fixture->document), "events", i,
                                         AFT_ITEM (event)));
    }

  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  fixture->filter = aft_event_filter_new ();
  fixture->selection = aft_event_selection_new ();
  fixture->table = g_object_new (AFT_TYPE_EVENT_TABLE, NULL);
  aft_event_table_set_session (fixture->table, fixture->session);
  aft_event_table_set_filter (fixture->table, fixture->filter);
  aft_event_table_set_selection (fixture->table, fixture->selection);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->table));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  iterate ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->table);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->table);
  g_assert_finalize_object (fixture->filter);
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->document);
}

static AftEventRow *
get_row (Fixture *fixture,
         guint    nth)
{
  GtkWidget *row = aft_event_table_get_row (fixture->table, get_nth_event (fixture->document, nth));

  g_assert_nonnull (row);

  return AFT_EVENT_ROW (row);
}

static void
assert_shown (Fixture    *fixture,
              const char *expected)
{
  GListModel *events = aft_event_table_get_events (fixture->table);
  g_autoptr(GString) shown = g_string_new (NULL);

  iterate ();
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(AftEvent) event = g_list_model_get_item (events, i);

      for (guint j = 0; j < G_N_ELEMENTS (samples); j++)
        if (event == get_nth_event (fixture->document, j))
          g_string_append_printf (shown, "%u", j);
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
assert_chosen (Fixture    *fixture,
               const char *expected,
               guint       lead)
{
  g_autoptr(GString) chosen = g_string_new (NULL);
  g_autoptr(GString) selected = g_string_new (NULL);

  iterate ();
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      GtkWidget *row = aft_event_table_get_row (fixture->table, get_nth_event (fixture->document, i));

      if (aft_event_selection_contains (fixture->selection, get_nth_event (fixture->document, i)))
        g_string_append_printf (chosen, "%u", i);
      if (row != NULL &&
          (gtk_widget_get_state_flags (gtk_widget_get_parent (row)) & GTK_STATE_FLAG_SELECTED) != 0)
        g_string_append_printf (selected, "%u", i);
    }
  g_assert_cmpstr (chosen->str, ==, expected);
  g_assert_cmpstr (selected->str, ==, expected);
  g_assert_true (aft_event_selection_get_lead (fixture->selection) == get_nth_event (fixture->document, lead));
  g_assert_true (aft_event_table_get_selected (fixture->table) == get_nth_event (fixture->document, lead));
}

static GtkEventController *
find_keys (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        return controller;
    }

  g_assert_not_reached ();
}

static gboolean
press (gpointer        widget,
       guint           keyval,
       GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_keys (widget), "key-pressed", keyval, 0, state, &handled);
  iterate ();

  return handled;
}

static void
choose (Fixture        *fixture,
        guint           nth,
        AftEventChoice  how)
{
  g_signal_emit_by_name (get_row (fixture, nth), "chosen", get_nth_event (fixture->document, nth), how);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  aft_event_filter_set_text (fixture->filter, "told");
  assert_shown (fixture, "3");
  aft_event_filter_set_text (fixture->filter, "nothing like that");
  assert_shown (fixture, "");
  aft_event_filter_set_text (fixture->filter, "a");
  assert_shown (fixture, "0123");
  g_object_set (get_nth_event (fixture->document, 1), "kind", AFT_EVENT_MESSAGE, NULL);
  aft_event_filter_set_kind (fixture->filter, AFT_EVENT_MESSAGE);
  assert_shown (fixture, "1");
  aft_event_filter_clear (fixture->filter);
  assert_shown (fixture, "0123");
}

/* What is chosen stays chosen where the table doesn't show it, and nothing vanishes while somebody
 * writes in it. */
static void
test_filter_keeps (Fixture       *fixture,
                   gconstpointer  data)
{
  aft_event_table_set_selected (fixture->table, get_nth_event (fixture->document, 0));
  aft_event_filter_set_text (fixture->filter, "is");
  assert_shown (fixture, "23");
  g_assert_true (aft_event_selection_get_lead (fixture->selection) == get_nth_event (fixture->document, 0));

  aft_event_row_focus_cell (get_row (fixture, 2), AFT_EVENT_CELL_TEXT);
  gtk_editable_set_text (aft_event_row_get_text (get_row (fixture, 2)), "Nobody knows");
  assert_shown (fixture, "23");
  assert_chosen (fixture, "2", 2);
  aft_event_row_focus_cell (get_row (fixture, 3), AFT_EVENT_CELL_TEXT);
  assert_shown (fixture, "3");
  aft_event_filter_clear (fixture->filter);
  assert_shown (fixture, "0123");
  assert_chosen (fixture, "3", 3);
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  AftFilterBar *bar = aft_event_table_get_filter_bar (fixture->table);

  g_object_set (get_nth_event (fixture->document, 1), "known-afterwards", TRUE, NULL);
  g_object_set (get_nth_event (fixture->document, 0), "known-afterwards", TRUE, NULL);
  assert_shown (fixture, "0123");
  g_object_set (bar, "sort", AFT_EVENT_SORT_KNOWN, NULL);
  assert_shown (fixture, "2301");
  g_object_set (get_nth_event (fixture->document, 0), "known-afterwards", FALSE, NULL);
  assert_shown (fixture, "0231");
  g_object_set (bar, "sort", AFT_EVENT_SORT_TIME, NULL);
  assert_shown (fixture, "0123");
}

static void
test_choose_many (Fixture       *fixture,
                  gconstpointer  data)
{
  choose (fixture, 1, AFT_EVENT_CHOICE_ALONE);
  assert_chosen (fixture, "1", 1);
  choose (fixture, 3, AFT_EVENT_CHOICE_TOGGLE);
  assert_chosen (fixture, "13", 3);
  choose (fixture, 1, AFT_EVENT_CHOICE_TOGGLE);
  assert_chosen (fixture, "3", 3);
  choose (fixture, 2, AFT_EVENT_CHOICE_ALONE);
  choose (fixture, 0, AFT_EVENT_CHOICE_EXTEND);
  assert_chosen (fixture, "012", 0);
  choose (fixture, 3, AFT_EVENT_CHOICE_EXTEND);
  assert_chosen (fixture, "23", 3);

  /* From the other side. */
  aft_event_selection_choose (fixture->selection, get_nth_event (fixture->document, 1));
  assert_chosen (fixture, "1", 1);
  aft_event_selection_toggle (fixture->selection, get_nth_event (fixture->document, 0));
  assert_chosen (fixture, "01", 0);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  aft_event_row_focus_cell (get_row (fixture, 0), AFT_EVENT_CELL_TIME);
  assert_chosen (fixture, "0", 0);
  /* From the time to the text, as any widget does. */
  g_assert_false (press (get_row (fixture, 0), GDK_KEY_Tab, 0));
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_cmpint (aft_event_row_get_cell (get_row (fixture, 0)), ==, AFT_EVENT_CELL_TEXT);
  g_assert_true (press (get_row (fixture, 0), GDK_KEY_Tab, 0));
  g_assert_cmpint (aft_event_row_get_cell (get_row (fixture, 1)), ==, AFT_EVENT_CELL_TIME);
  assert_chosen (fixture, "1", 1);
  g_assert_true (press (get_row (fixture, 1), GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  g_assert_cmpint (aft_event_row_get_cell (get_row (fixture, 0)), ==, AFT_EVENT_CELL_TEXT);

  g_assert_true (press (get_row (fixture, 0), GDK_KEY_Down, GDK_SHIFT_MASK));
  assert_chosen (fixture, "01", 1);
  g_assert_true (press (get_row (fixture, 1), GDK_KEY_Down, GDK_SHIFT_MASK));
  assert_chosen (fixture, "012", 2);
  g_assert_true (press (get_row (fixture, 2), GDK_KEY_Up, GDK_SHIFT_MASK));
  assert_chosen (fixture, "01", 1);
  g_assert_true (press (get_row (fixture, 1), GDK_KEY_Down, 0));
  assert_chosen (fixture, "2", 2);
  g_assert_true (press (get_row (fixture, 2), GDK_KEY_Return, 0));
  g_assert_cmpint (aft_event_row_get_cell (get_row (fixture, 3)), ==, AFT_EVENT_CELL_TEXT);
  /* Behind the last one is the line for new ones. */
  g_assert_false (press (get_row (fixture, 3), GDK_KEY_Tab, 0));
  g_assert_true (press (get_row (fixture, 3), GDK_KEY_Return, 0));
  g_assert_cmpint (aft_event_row_get_cell (get_row (fixture, 3)), ==, AFT_EVENT_CELL_NONE);
}

static void
assert_time (AftEvent   *event,
             const char *expected)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *time = aft_moment_format (aft_event_get_at (event), utc, AFT_MOMENT_STYLE_ISO);

  g_assert_cmpstr (time, ==, expected);
}

static GtkEditable *
open_time (Fixture *fixture,
           guint    nth)
{
  aft_event_row_focus_cell (get_row (fixture, nth), AFT_EVENT_CELL_TIME);
  iterate ();

  return aft_event_row_get_time (get_row (fixture, nth));
}

static void
test_time (Fixture       *fixture,
           gconstpointer  data)
{
  AftEvent *event = get_nth_event (fixture->document, 0);
  GtkEditable *time = aft_event_row_get_time (get_row (fixture, 0));
  g_autofree char *before = g_strdup (gtk_editable_get_text (time));

  open_time (fixture, 0);
  g_assert_cmpstr (gtk_editable_get_text (time), ==, "2021-05-06 11:48");
  gtk_editable_set_text (time, "15:20");
  assert_time (event, "2021-05-06 11:48");
  g_signal_emit_by_name (time, "activate");
  assert_time (event, "2021-05-06 15:20");

  /* The event stands elsewhere now, and the focus went with it. */
  assert_shown (fixture, "1023");
  assert_chosen (fixture, "0", 0);
  g_assert_cmpint (aft_event_row_get_cell (get_row (fixture, 0)), ==, AFT_EVENT_CELL_TIME);

  /* One edit. */
  g_assert_true (aft_history_undo (fixture->history));
  assert_time (event, "2021-05-06 11:48");
  assert_shown (fixture, "0123");
  aft_event_row_focus_cell (get_row (fixture, 0), AFT_EVENT_CELL_TEXT);
  iterate ();
  g_assert_cmpstr (gtk_editable_get_text (aft_event_row_get_time (get_row (fixture, 0))), ==, before);

  /* Leaving takes it too. */
  gtk_editable_set_text (open_time (fixture, 0), "7 May 2021");
  aft_event_row_focus_cell (get_row (fixture, 0), AFT_EVENT_CELL_TEXT);
  assert_time (event, "2021-05-07");
  assert_shown (fixture, "1230");
  g_assert_cmpint (aft_event_row_get_cell (get_row (fixture, 0)), ==, AFT_EVENT_CELL_TEXT);
}

static void
test_time_wrong (Fixture       *fixture,
                 gconstpointer  data)
{
  AftEvent *event = get_nth_event (fixture->document, 1);
  GtkEditable *time = open_time (fixture, 1);
  GtkWidget *text = GTK_WIDGET (time);

  gtk_editable_set_text (time, "25:99");
  g_signal_emit_by_name (time, "activate");
  iterate ();
  assert_time (event, "2021-05-06 15:08");
  g_assert_cmpstr (gtk_editable_get_text (time), ==, "25:99");
  g_assert_nonnull (gtk_widget_get_tooltip_text (text));
  gtk_test_accessible_assert_state (text, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  /* What was typed is still there when somebody leaves and when the row went out of sight. */
  aft_event_row_focus_cell (get_row (fixture, 0), AFT_EVENT_CELL_TEXT);
  aft_event_filter_set_text (fixture->filter, "released");
  assert_shown (fixture, "0");
  aft_event_filter_clear (fixture->filter);
  assert_shown (fixture, "0123");
  time = open_time (fixture, 1);
  text = GTK_WIDGET (time);
  g_assert_cmpstr (gtk_editable_get_text (time), ==, "25:99");
  g_assert_nonnull (gtk_widget_get_tooltip_text (text));

  g_assert_true (press (text, GDK_KEY_Escape, 0));
  g_assert_cmpstr (gtk_editable_get_text (time), ==, "2021-05-06 15:08");
  g_assert_null (gtk_widget_get_tooltip_text (text));
  g_assert_false (press (text, GDK_KEY_Escape, 0));
  assert_time (event, "2021-05-06 15:08");
}

static void
test_time_unknown (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkEditable *time = open_time (fixture, 2);

  gtk_editable_set_text (time, "");
  g_signal_emit_by_name (time, "activate");
  g_assert_false (aft_moment_is_known (aft_event_get_at (get_nth_event (fixture->document, 2))));
  assert_shown (fixture, "0123");

  /* A clock time means the day of the event before. */
  time = open_time (fixture, 2);
  gtk_editable_set_text (time, "15:41");
  g_signal_emit_by_name (time, "activate");
  assert_time (get_nth_event (fixture->document, 2), "2021-05-06 15:41");
}

static void
test_bar (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *bar = GTK_WIDGET (aft_event_table_get_filter_bar (fixture->table));
  GtkWidget *entry = find_widget (bar, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *count = gtk_widget_get_next_sibling (entry);
  GtkWidget *clear = gtk_widget_get_next_sibling (count);
  int least;

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, "4 events");
  g_assert_false (gtk_widget_get_visible (clear));
  gtk_editable_set_text (GTK_EDITABLE (entry), "told");
  /* Not before somebody has stopped typing. */
  g_assert_false (aft_event_filter_is_active (fixture->filter));
  g_signal_emit_by_name (entry, "activate");
  assert_shown (fixture, "3");
  assert_chosen (fixture, "3", 3);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, "1 of 4 events");
  g_assert_false (gtk_widget_get_visible (clear));
  aft_event_filter_set_kind (fixture->filter, AFT_EVENT_OBSERVATION);
  g_assert_true (gtk_widget_get_visible (clear));
  iterate ();
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Filter events");

  gtk_widget_measure (GTK_WIDGET (fixture->table), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 320);

  g_signal_emit_by_name (entry, "stop-search");
  assert_shown (fixture, "0123");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (aft_event_filter_is_active (fixture->filter));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, "4 events");
}

static GtkDropDown *
find_drop_down (GtkWidget  *popover,
                const char *id)
{
  GtkWidget *found = GTK_WIDGET (gtk_widget_get_template_child (gtk_widget_get_ancestor (popover, AFT_TYPE_FILTER_BAR),
                                                                AFT_TYPE_FILTER_BAR, id));

  return GTK_DROP_DOWN (found);
}

static void
test_bar_choices (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *const tags[] = { "network", "api", NULL };
  GtkWidget *bar = GTK_WIDGET (aft_event_table_get_filter_bar (fixture->table));
  GtkWidget *button = find_widget (bar, GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkDropDown *tag = find_drop_down (popover, "tag");
  GtkDropDown *source = find_drop_down (popover, "source");
  g_autofree char *address = g_strnfill (300, 'w');
  int least;

  g_object_set (get_nth_event (fixture->document, 1), "tags", tags, "source", "chat", NULL);
  g_object_set (get_nth_event (fixture->document, 2), "source", "pager", NULL);
  g_object_set (get_nth_event (fixture->document, 3), "source", address, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  iterate ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (tag)), ==, 3);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (tag)), 1), ==, "api");

  gtk_drop_down_set_selected (source, 3);
  assert_shown (fixture, "3");
  gtk_widget_measure (popover, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 320);
  gtk_drop_down_set_selected (source, 2);
  assert_shown (fixture, "2");
  gtk_drop_down_set_selected (source, 0);
  gtk_drop_down_set_selected (tag, 2);
  g_assert_cmpstr (aft_event_filter_get_tag (fixture->filter), ==, "network");
  assert_shown (fixture, "1");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "network");
  g_assert_true (gtk_widget_has_css_class (button, "aft-filtering"));
  gtk_drop_down_set_selected (find_drop_down (popover, "kind"), 1 + AFT_EVENT_DECISION);
  assert_shown (fixture, "");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  iterate ();

  aft_event_filter_clear (fixture->filter);
  assert_shown (fixture, "0123");
  g_assert_cmpuint (gtk_drop_down_get_selected (tag), ==, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (find_drop_down (popover, "kind")), ==, 0);
  g_assert_false (gtk_widget_has_css_class (button, "aft-filtering"));
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/event-table/filter", test_filter);
  ADD ("/event-table/filter-keeps", test_filter_keeps);
  ADD ("/event-table/sort", test_sort);
  ADD ("/event-table/choose-many", test_choose_many);
  ADD ("/event-table/keys", test_keys);
  ADD ("/event-table/time", test_time);
  ADD ("/event-table/time-wrong", test_time_wrong);
  ADD ("/event-table/time-unknown", test_time_unknown);
  ADD ("/event-table/bar", test_bar);
  ADD ("/event-table/bar-choices", test_bar_choices);

  return tools_run ();
}

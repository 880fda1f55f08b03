/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "aft-chronology.h"
#include "aft-event-card.h"
#include "aft-event-table.h"
#include "aft-paste-dialog.h"
#include "aft-timeline-canvas.h"
#include "aft-timeline-page.h"
#include "timeline-tools.h"

typedef struct
{
  AftDocument       *document;
  AftHistory        *history;
  AftSession        *session;
  GtkWidget         *window;
  AftTimelinePage   *page;
  AftTimelineCanvas *canvas;
  AftEventTable     *table;
  GtkEditable       *line;
  guint              n_told;
} Fixture;

static const char *const samples[][2] = {
  { "2021-05-06 11:48", "Released" },
  { "2021-05-06 15:08", "A user reports an error" },
  { "2021-05-06 15:40", "The cause is known" },
  { "2021-05-06 18:00", "A workaround is told" },
};

static void
told_cb (Fixture *fixture)
{
  fixture->n_told++;
}

static guint
count_events (Fixture *fixture)
{
  return g_list_model_get_n_items (aft_document_get_events (fixture->document));
}

static char *
get_time (AftEvent *event)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  return aft_moment_format (aft_event_get_at (event), utc, AFT_MOMENT_STYLE_ISO);
}

static void
assert_time (AftEvent   *event,
             const char *expected)
{
  g_autofree char *time = get_time (event);

  g_assert_cmpstr (time, ==, expected);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  filled)
{
  fixture->document = aft_document_new ();
  aft_document_set_ready (fixture->document);
  fixture->history = aft_document_get_history (fixture->document);
  g_object_set (fixture->document, "zone", "UTC", NULL);
  for (gsize i = 0; filled != NULL && i < G_N_ELEMENTS (samples); i++)
    append_event (fixture->document, samples[i][0], samples[i][1]);

  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  g_signal_connect_swapped (fixture->session, "message", G_CALLBACK (told_cb), fixture);
  fixture->page = AFT_TIMELINE_PAGE (aft_page_new (AFT_TYPE_TIMELINE_PAGE, fixture->session));
  fixture->canvas = AFT_TIMELINE_CANVAS (find_widget (GTK_WIDGET (fixture->page), AFT_TYPE_TIMELINE_CANVAS));
  fixture->table = AFT_EVENT_TABLE (find_widget (GTK_WIDGET (fixture->page), AFT_TYPE_EVENT_TABLE));
  fixture->line = aft_entry_line_get_entry (aft_event_table_get_entry_line (fixture->table));

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 760);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  iterate ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  filled)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->document);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  iterate ();
}

static GtkEventController *
find_drag (Fixture *fixture)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return controller;
    }

  g_assert_not_reached ();
}

static void
press (Fixture            *fixture,
       GtkEventController *drag,
       AftEvent           *event)
{
  graphene_point_t point;
  GtkWidget *card = aft_timeline_canvas_get_card (fixture->canvas, event);

  g_assert_nonnull (card);
  g_assert_true (gtk_widget_compute_point (card, GTK_WIDGET (fixture->canvas), &GRAPHENE_POINT_INIT (6, 6), &point));
  g_signal_emit_by_name (drag, "drag-begin", (double) point.x, (double) point.y);
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == event);
}

static void
test_add_line (Fixture       *fixture,
               gconstpointer  filled)
{
  gtk_editable_set_text (fixture->line, "16:05 - it is told");
  g_signal_emit_by_name (fixture->line, "activate");
  iterate ();

  g_assert_cmpuint (count_events (fixture), ==, 5);
  assert_time (get_nth_event (fixture->document, 4), "2021-05-06 16:05");
  g_assert_cmpstr (aft_event_get_text (get_nth_event (fixture->document, 4)), ==, "it is told");
  g_assert_cmpstr (gtk_editable_get_text (fixture->line), ==, "");
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 4));
  g_assert_nonnull (aft_timeline_canvas_get_card (fixture->canvas, get_nth_event (fixture->document, 4)));

  g_assert_true (aft_history_undo (fixture->history));
  iterate ();
  g_assert_cmpuint (count_events (fixture), ==, 4);
  g_assert_null (aft_timeline_page_get_selected (fixture->page));
}

static void
test_add_wrong (Fixture       *fixture,
                gconstpointer  filled)
{
  gtk_editable_set_text (fixture->line, "15:08 no day was ever said");
  g_signal_emit_by_name (fixture->line, "activate");
  iterate ();

  g_assert_cmpuint (count_events (fixture), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (fixture->line), ==, "15:08 no day was ever said");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->line), "error"));
  g_assert_false (aft_history_can_undo (fixture->history) &&
                  g_strcmp0 (aft_history_get_undo_name (fixture->history), "Add Event") == 0);

  gtk_editable_set_text (fixture->line, "2021-05-06 15:08 now it is");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->line), "error"));
  g_signal_emit_by_name (fixture->line, "activate");
  g_assert_cmpuint (count_events (fixture), ==, 1);
}

/* What Enter does in the dialog that asks about pasted lines. */
static void
press_enter (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (AFT_IS_PASTE_DIALOG (window))
        {
          g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (window)), "clicked");
          iterate ();
          return;
        }
    }

  g_assert_not_reached ();
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  filled)
{
  g_autoptr(GString) lines = g_string_new (NULL);
  g_autoptr(GPtrArray) order = NULL;
  int position = 0;

  for (int i = 0; i < 19; i++)
    g_string_append_printf (lines, "%s16:%02d line %d\r\n", i == 0 ? "2021-05-06 " : "", i, i);
  g_string_append (lines, "and nobody knows when\n");

  gtk_editable_insert_text (gtk_editable_get_delegate (fixture->line), lines->str, -1, &position);
  iterate ();
  g_assert_cmpuint (count_events (fixture), ==, 0);
  press_enter ();

  g_assert_cmpuint (count_events (fixture), ==, 20);
  assert_time (get_nth_event (fixture->document, 18), "2021-05-06 16:18");
  g_assert_cmpstr (aft_event_get_text (get_nth_event (fixture->document, 18)), ==, "line 18");
  g_assert_cmpstr (gtk_editable_get_text (fixture->line), ==, "");
  order = aft_chronology_order (fixture->document);
  g_assert_cmpstr (aft_event_get_text (order->pdata[19]), ==, "and nobody knows when");
  g_assert_cmpuint (g_list_model_get_n_items (aft_event_table_get_events (fixture->table)), ==, 20);
  g_assert_cmpuint (fixture->n_told, ==, 1);

  /* One edit. */
  g_assert_true (aft_history_undo (fixture->history));
  g_assert_cmpuint (count_events (fixture), ==, 0);
  g_assert_true (aft_history_redo (fixture->history));
  g_assert_cmpuint (count_events (fixture), ==, 20);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  filled)
{
  g_autoptr(AftEvent) event = g_object_ref (get_nth_event (fixture->document, 1));

  aft_timeline_page_set_selected (fixture->page, event);
  iterate ();
  act (fixture, "timeline.delete");

  g_assert_cmpuint (count_events (fixture), ==, 3);
  g_assert_null (aft_timeline_canvas_get_card (fixture->canvas, event));
  g_assert_cmpstr (aft_event_get_text (aft_timeline_page_get_selected (fixture->page)), ==, "The cause is known");
  g_assert_cmpuint (fixture->n_told, ==, 1);

  /* What comes back is chosen again. */
  g_assert_true (aft_history_undo (fixture->history));
  iterate ();
  g_assert_cmpuint (count_events (fixture), ==, 4);
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == event);
  g_assert_nonnull (aft_timeline_canvas_get_card (fixture->canvas, event));
}

static void
test_drag (Fixture       *fixture,
           gconstpointer  filled)
{
  GtkEventController *drag = find_drag (fixture);
  AftEvent *event = get_nth_event (fixture->document, 1);
  g_autofree char *before = get_time (event);
  const gint64 start = aft_moment_get_instant (aft_event_get_at (event));
  gint64 step;

  aft_timeline_page_set_selected (fixture->page, event);
  iterate ();
  step = aft_timeline_canvas_get_step (fixture->canvas, event, FALSE, TRUE);
  press (fixture, drag, event);
  g_signal_emit_by_name (drag, "drag-update", 90.0, 3.0);
  /* A preview only. */
  assert_time (event, before);
  g_signal_emit_by_name (drag, "drag-end", 120.0, 3.0);
  iterate ();

  g_assert_cmpint (aft_moment_get_instant (aft_event_get_at (event)), >, start);
  g_assert_cmpint (aft_moment_get_instant (aft_event_get_at (event)) % step, ==, 0);
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Move Event");
  g_assert_true (aft_history_undo (fixture->history));
  assert_time (event, before);
}

static void
test_drag_escape (Fixture       *fixture,
                  gconstpointer  filled)
{
  GtkEventController *drag = find_drag (fixture);
  AftEvent *event = get_nth_event (fixture->document, 2);
  g_autofree char *name = g_strdup (aft_history_get_undo_name (fixture->history));

  press (fixture, drag, event);
  g_signal_emit_by_name (drag, "drag-update", 150.0, 0.0);
  act (fixture, "timeline.drop-drag");
  g_signal_emit_by_name (drag, "drag-end", 150.0, 0.0);
  iterate ();

  assert_time (event, "2021-05-06 15:40");
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, name);
}

static void
test_drag_ground (Fixture       *fixture,
                  gconstpointer  filled)
{
  GtkEventController *drag = find_drag (fixture);
  const gint64 middle = aft_timeline_canvas_get_instant (fixture->canvas);
  g_autofree char *name = g_strdup (aft_history_get_undo_name (fixture->history));

  g_signal_emit_by_name (drag, "drag-begin", 4.0, 4.0);
  g_signal_emit_by_name (drag, "drag-update", -100.0, 0.0);
  g_signal_emit_by_name (drag, "drag-end", -100.0, 0.0);
  iterate ();

  g_assert_cmpint (aft_timeline_canvas_get_instant (fixture->canvas), >, middle);
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, name);
}

static void
test_nudge (Fixture       *fixture,
            gconstpointer  filled)
{
  AftEvent *event = get_nth_event (fixture->document, 1);
  const gint64 start = aft_moment_get_instant (aft_event_get_at (event));
  g_autoptr(AftMoment) end = parse_moment ("2021-05-06 15:20");
  gint64 step;
  gint64 fine;

  g_object_set (event, "end", end, NULL);
  aft_timeline_page_set_selected (fixture->page, event);
  iterate ();
  step = aft_timeline_canvas_get_step (fixture->canvas, event, FALSE, TRUE);
  fine = aft_timeline_canvas_get_step (fixture->canvas, event, TRUE, TRUE);
  g_assert_cmpint (fine, <, step);

  act (fixture, "timeline.nudge-later");
  g_assert_cmpint (aft_moment_get_instant (aft_event_get_at (event)), ==, start + step);
  g_assert_cmpint (aft_moment_get_instant (aft_event_get_end (event)), ==, aft_moment_get_instant (end) + step);
  act (fixture, "timeline.nudge-earlier-fine");
  g_assert_cmpint (aft_moment_get_instant (aft_event_get_at (event)), ==, start + step - fine);

  g_assert_true (aft_history_undo (fixture->history));
  g_assert_true (aft_history_undo (fixture->history));
  g_assert_cmpint (aft_moment_get_instant (aft_event_get_at (event)), ==, start);
  g_assert_true (aft_moment_equal (aft_event_get_end (event), end));
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  filled)
{
  act (fixture, "timeline.first");
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 0));
  act (fixture, "timeline.next");
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 1));
  g_assert_true (aft_event_table_get_selected (fixture->table) == get_nth_event (fixture->document, 1));
  act (fixture, "timeline.last");
  act (fixture, "timeline.next");
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 3));
  act (fixture, "timeline.previous");
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 2));

  aft_event_table_set_selected (fixture->table, get_nth_event (fixture->document, 0));
  g_assert_true (aft_timeline_canvas_get_selected (fixture->canvas) == get_nth_event (fixture->document, 0));
  g_assert_true (aft_page_show_item (AFT_PAGE (fixture->page), AFT_ITEM (get_nth_event (fixture->document, 3))));
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 3));
  g_assert_false (aft_page_show_item (AFT_PAGE (fixture->page), AFT_ITEM (fixture->document)));
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  filled)
{
  AftEvent *event = get_nth_event (fixture->document, 1);
  GtkWidget *card;

  g_object_set (event, "key-moments", AFT_KEY_MOMENT_DETECTED | AFT_KEY_MOMENT_ACKNOWLEDGED, "effect",
                AFT_EFFECT_HELPED, NULL);
  aft_timeline_page_set_selected (fixture->page, event);
  iterate ();
  card = aft_timeline_canvas_get_card (fixture->canvas, event);

  gtk_test_accessible_assert_role (fixture->canvas, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "15:08, A user reports an error");
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Detected, Acknowledged, Helped");
  gtk_test_accessible_assert_state (card, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_relation (card, GTK_ACCESSIBLE_RELATION_POS_IN_SET, 2);
  gtk_test_accessible_assert_relation (card, GTK_ACCESSIBLE_RELATION_SET_SIZE, 4);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (aft_event_table_get_row (fixture->table, event)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "15:08, A user reports an error");
  gtk_test_accessible_assert_property (fixture->line, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "New event: time and what happened");
}

static void
test_view (Fixture       *fixture,
           gconstpointer  filled)
{
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline.view", "s", "table"));
  iterate ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline.view", "s", "canvas"));
  iterate ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));

  /* Editing needs the form. */
  aft_timeline_page_set_selected (fixture->page, get_nth_event (fixture->document, 0));
  act (fixture, "timeline.edit");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  filled)
{
  AftEvent *event = get_nth_event (fixture->document, 1);
  const gint64 step = aft_timeline_canvas_get_step (fixture->canvas, event, FALSE, TRUE);

  aft_timeline_page_set_selected (fixture->page, event);
  for (int i = 0; i < 8; i++)
    act (fixture, "timeline.zoom-in");
  g_assert_cmpint (aft_timeline_canvas_get_step (fixture->canvas, event, FALSE, TRUE), <, step);
  g_assert_nonnull (aft_timeline_canvas_get_card (fixture->canvas, event));
  g_assert_null (aft_timeline_canvas_get_card (fixture->canvas, get_nth_event (fixture->document, 3)));

  act (fixture, "timeline.fit");
  g_assert_cmpint (aft_timeline_canvas_get_step (fixture->canvas, event, FALSE, TRUE), ==, step);
  g_assert_nonnull (aft_timeline_canvas_get_card (fixture->canvas, get_nth_event (fixture->document, 3)));
}

/* Ctrl+F leads to the filter, wherever the page is. */
static void
test_filter (Fixture       *fixture,
             gconstpointer  filled)
{
  GtkWidget *bar = GTK_WIDGET (aft_event_table_get_filter_bar (fixture->table));
  GtkEditable *entry = GTK_EDITABLE (find_widget (bar, GTK_TYPE_SEARCH_ENTRY));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline.view", "s", "canvas"));
  act (fixture, "timeline.filter");
  g_assert_true (gtk_widget_get_mapped (bar));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), bar));

  gtk_editable_set_text (entry, "cause");
  g_signal_emit_by_name (entry, "activate");
  iterate ();
  g_assert_cmpuint (g_list_model_get_n_items (aft_event_table_get_events (fixture->table)), ==, 1);
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 2));

  /* What is added is seen, though it doesn't match. */
  gtk_editable_set_text (fixture->line, "15:45 something else");
  g_signal_emit_by_name (fixture->line, "activate");
  iterate ();
  g_assert_nonnull (aft_event_table_get_row (fixture->table, get_nth_event (fixture->document, 4)));
  g_assert_cmpuint (g_list_model_get_n_items (aft_event_table_get_events (fixture->table)), ==, 2);
}

static void
test_mirrored (Fixture       *fixture,
               gconstpointer  filled)
{
  graphene_point_t first;
  graphene_point_t last;

  gtk_widget_set_direction (GTK_WIDGET (fixture->canvas), GTK_TEXT_DIR_RTL);
  iterate ();
  gtk_test_widget_wait_for_draw (fixture->window);

  g_assert_true (gtk_widget_compute_point (aft_timeline_canvas_get_card (fixture->canvas, get_nth_event (fixture->document, 0)),
                                           GTK_WIDGET (fixture->canvas), &GRAPHENE_POINT_INIT (0, 0), &first));
  g_assert_true (gtk_widget_compute_point (aft_timeline_canvas_get_card (fixture->canvas, get_nth_event (fixture->document, 3)),
                                           GTK_WIDGET (fixture->canvas), &GRAPHENE_POINT_INIT (0, 0), &last));
  g_assert_cmpfloat (first.x, >, last.x);
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, filled, test) g_test_add (path, Fixture, (gpointer) filled, set_up, test, tear_down)
  ADD ("/timeline-page/add-line", "filled", test_add_line);
  ADD ("/timeline-page/add-wrong", NULL, test_add_wrong);
  ADD ("/timeline-page/paste", NULL, test_paste);
  ADD ("/timeline-page/delete", "filled", test_delete);
  ADD ("/timeline-page/drag", "filled", test_drag);
  ADD ("/timeline-page/drag-escape", "filled", test_drag_escape);
  ADD ("/timeline-page/drag-ground", "filled", test_drag_ground);
  ADD ("/timeline-page/nudge", "filled", test_nudge);
  ADD ("/timeline-page/choose", "filled", test_choose);
  ADD ("/timeline-page/accessible", "filled", test_accessible);
  ADD ("/timeline-page/view", "filled", test_view);
  ADD ("/timeline-page/zoom", "filled", test_zoom);
  ADD ("/timeline-page/filter", "filled", test_filter);
  ADD ("/timeline-page/mirrored", "filled", test_mirrored);

  return tools_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-tools.h"

#include "aft-chronology.h"
#include "aft-event.h"
#include "aft-shift-dialog.h"
#include "aft-timeline-page.h"
#include "aft-zone-button.h"

typedef struct
{
  AftDocument     *document;
  AftHistory      *history;
  AftSession      *session;
  AftTimelinePage *page;
  GtkWidget       *window;
  char            *first;
} Fixture;

static void
add_event (Fixture    *fixture,
           const char *at,
           const char *end,
           const char *text)
{
  g_autoptr(AftMoment) stop = parse_moment (end);

  g_object_set (append_event (fixture->document, at, text), "end", stop, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = aft_document_new ();
  aft_document_set_ready (fixture->document);
  fixture->history = aft_document_get_history (fixture->document);
  g_object_set (fixture->document, "zone", "UTC", NULL);
  add_event (fixture, "2021-05-06 15:08", "2021-05-06 15:20", "One");
  add_event (fixture, "2021-11-07 01:30", "?", "Two");
  add_event (fixture, "?", "?", "Three");
  add_event (fixture, "2021-05-06", "?", "Four");
  fixture->first = dup_json (fixture->document);
  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  fixture->page = AFT_TIMELINE_PAGE (aft_page_new (AFT_TYPE_TIMELINE_PAGE, fixture->session));
  fixture->window = show_in_window (GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->document);
  g_free (fixture->first);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (AFT_IS_SHIFT_DIALOG (window))
        return window;
    }

  return NULL;
}

static void
open_dialog (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline.select-all", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline.shift", NULL));
  iterate ();
  g_assert_nonnull (find_dialog ());
}

static GtkEditable *
find_amount (void)
{
  return find_widget (find_dialog (), GTK_TYPE_ENTRY);
}

static void
type (const char *text)
{
  gtk_editable_set_text (find_amount (), text);
  iterate ();
}

static void
press_enter (void)
{
  GtkWidget *apply = gtk_window_get_default_widget (GTK_WINDOW (find_dialog ()));

  g_assert_true (gtk_widget_is_sensitive (apply));
  gtk_widget_activate (apply);
  wait_until (find_dialog () == NULL);
  iterate ();
}

static gboolean
has_text (GtkWidget  *widget,
          const void *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

static gboolean
shows (const char *text)
{
  return find_where (find_dialog (), has_text, text) != NULL;
}

static void
assert_moment (const AftMoment *moment,
               const char      *expected)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *time = aft_moment_format (moment, utc, AFT_MOMENT_STYLE_ISO);

  g_assert_cmpstr (time, ==, expected);
}

static void
choose_zone (const char *zone)
{
  AftZoneButton *button = find_widget (find_dialog (), AFT_TYPE_ZONE_BUTTON);

  aft_zone_button_set_zone (button, zone);
  g_signal_emit_by_name (button, "chosen");
  iterate ();
}

static void
test_amount (Fixture       *fixture,
             gconstpointer  data)
{
  open_dialog (fixture);
  g_assert_false (gtk_widget_is_sensitive (gtk_window_get_default_widget (GTK_WINDOW (find_dialog ()))));
  type ("1h");
  g_assert_true (shows ("6 May 2021 16:08"));
  g_assert_true (shows ("2 events move, 1 stays as it is, 1 has no time and stays"));
  type ("-8 min");
  g_assert_true (shows ("6 May 2021 15:00"));
  press_enter ();

  assert_moment (aft_event_get_at (get_nth_event (fixture->document, 0)), "2021-05-06 15:00");
  assert_moment (aft_event_get_end (get_nth_event (fixture->document, 0)), "2021-05-06 15:12");
  assert_moment (aft_event_get_at (get_nth_event (fixture->document, 1)), "2021-11-07 01:22");
  g_assert_false (aft_moment_is_known (aft_event_get_at (get_nth_event (fixture->document, 2))));
  assert_moment (aft_event_get_at (get_nth_event (fixture->document, 3)), "2021-05-06");
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Shift Events");

  {
    g_autofree char *shifted = dup_json (fixture->document);
    g_autofree char *undone = NULL;
    g_autofree char *redone = NULL;

    g_assert_true (aft_history_undo (fixture->history));
    undone = dup_json (fixture->document);
    g_assert_cmpstr (undone, ==, fixture->first);
    g_assert_true (aft_history_redo (fixture->history));
    redone = dup_json (fixture->document);
    g_assert_cmpstr (redone, ==, shifted);
  }
}

static void
test_earlier (Fixture       *fixture,
              gconstpointer  data)
{
  GtkDropDown *direction;

  open_dialog (fixture);
  direction = find_widget (gtk_widget_get_parent (GTK_WIDGET (find_amount ())), GTK_TYPE_DROP_DOWN);
  type ("1:30");
  gtk_drop_down_set_selected (direction, 1);
  iterate ();
  g_assert_true (shows ("6 May 2021 13:38"));
  /* A sign says it already. */
  type ("+1:30");
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (direction)));
  g_assert_true (shows ("6 May 2021 16:38"));
  type ("1:30");
  press_enter ();
  assert_moment (aft_event_get_at (get_nth_event (fixture->document, 0)), "2021-05-06 13:38");
}

static void
test_wrong (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *after = NULL;

  open_dialog (fixture);
  type ("5 apples");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_amount ()), "error"));
  g_assert_true (shows ("Say of what: s, min, h or d."));
  g_assert_false (gtk_widget_is_sensitive (gtk_window_get_default_widget (GTK_WINDOW (find_dialog ()))));
  type ("5 min");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (find_amount ()), "error"));
  gtk_widget_activate_action (find_dialog (), "window.close", NULL);
  iterate ();
  g_assert_null (find_dialog ());
  after = dup_json (fixture->document);
  g_assert_cmpstr (after, ==, fixture->first);
}

static void
test_zone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *undone = NULL;
  guint n_readings;

  open_dialog (fixture);
  choose_zone ("America/New_York");
  g_assert_true (shows ("6 May 2021 19:08"));
  g_assert_true (shows ("doubtful"));
  g_assert_true (shows ("3 events move, 1 becomes doubtful, 1 has no time and stays"));
  press_enter ();

  assert_moment (aft_event_get_at (get_nth_event (fixture->document, 0)), "2021-05-06 19:08");
  assert_moment (aft_event_get_end (get_nth_event (fixture->document, 0)), "2021-05-06 19:20");
  g_assert_cmpstr (aft_moment_get_zone (aft_event_get_at (get_nth_event (fixture->document, 0))), ==, "America/New_York");
  g_assert_nonnull (aft_moment_get_readings (aft_event_get_at (get_nth_event (fixture->document, 1)), &n_readings));
  g_assert_cmpuint (n_readings, ==, 2);
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Change Zone of Events");
  /* The document keeps its own. */
  g_assert_cmpstr (aft_session_get_zone_name (fixture->session), ==, "UTC");
  g_assert_true (aft_history_undo (fixture->history));
  undone = dup_json (fixture->document);
  g_assert_cmpstr (undone, ==, fixture->first);
}

/* Only what is in sight has a row. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *undone = NULL;
  g_autofree char *before = NULL;
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *time = g_strdup_printf ("2021-05-%02d %02d:%02d", i / 1440 + 1, i / 60 % 24, i % 60);
      g_autoptr(AftMoment) at = parse_moment (time);
      AftEvent *event = aft_event_new ();

      g_object_set (event, "text", "Many", "at", at, NULL);
      g_ptr_array_add (events, event);
    }
  g_assert_true (aft_history_insert_many (fixture->history, AFT_ITEM (fixture->document), "events", 4, events));
  iterate ();
  before = dup_json (fixture->document);
  open_dialog (fixture);
  type ("2 d");
  press_enter ();
  assert_moment (aft_event_get_at (get_nth_event (fixture->document, 4)), "2021-05-03 00:00");
  g_assert_true (aft_history_undo (fixture->history));
  undone = dup_json (fixture->document);
  g_assert_true (g_str_equal (undone, before));
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/shift-dialog/amount", test_amount);
  ADD ("/shift-dialog/earlier", test_earlier);
  ADD ("/shift-dialog/wrong", test_wrong);
  ADD ("/shift-dialog/zone", test_zone);
  ADD ("/shift-dialog/many", test_many);

  return tools_run ();
}

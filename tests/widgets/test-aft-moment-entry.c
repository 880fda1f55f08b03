/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "aft-event.h"
#include "aft-moment-entry.h"

typedef struct
{
  AftDocument *document;
  AftHistory  *history;
  AftSession  *session;
  AftEvent    *event;
  GtkWidget   *window;
  GtkWidget   *entry;
  GtkEditable *editable;
} Fixture;

static void
iterate (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          int       *nth)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*nth)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, nth);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find (Fixture *fixture,
      GType    type,
      int      nth)
{
  return find_nth (fixture->entry, type, &nth);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = aft_document_new ();
  aft_document_set_ready (fixture->document);
  fixture->history = aft_document_get_history (fixture->document);
  g_object_set (fixture->document, "zone", "America/New_York", NULL);
  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  fixture->event = aft_event_new ();
  aft_history_insert (fixture->history, AFT_ITEM (fixture->document), "events", 0, AFT_ITEM (fixture->event));

  fixture->window = gtk_window_new ();
  fixture->entry = aft_moment_entry_new ("When");
  aft_moment_entry_bind (AFT_MOMENT_ENTRY (fixture->entry), fixture->session, AFT_ITEM (fixture->event), "at");
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->entry);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->editable = GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, 0));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->entry);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->entry);
  g_object_unref (fixture->event);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->document);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (fixture->editable, text);
  g_signal_emit_by_name (fixture->editable, "activate");
  iterate ();
}

static void
assert_at (Fixture    *fixture,
           const char *expected)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *at = aft_moment_format (aft_event_get_at (fixture->event), utc, AFT_MOMENT_STYLE_ISO);

  g_assert_cmpstr (at, ==, expected);
}

static void
test_type (Fixture       *fixture,
           gconstpointer  data)
{
  type (fixture, "2021-05-06 15:08");
  assert_at (fixture, "2021-05-06 19:08");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find (fixture, GTK_TYPE_LABEL, 1))), ==,
                   "6 May 2021 15:08 in America/New_York, 6 May 2021 19:08 UTC");

  /* The day stays. */
  type (fixture, "16:10");
  assert_at (fixture, "2021-05-06 20:10");

  g_assert_true (aft_history_undo (fixture->history));
  assert_at (fixture, "2021-05-06 19:08");
  g_assert_cmpstr (gtk_editable_get_text (fixture->editable), ==, "2021-05-06 15:08");

  type (fixture, "");
  g_assert_null (aft_event_get_at (fixture->event));
}

static void
test_end_before_start (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkLabel *understood;

  type (fixture, "2021-05-06 15:08");
  aft_moment_entry_bind (AFT_MOMENT_ENTRY (fixture->entry), fixture->session, AFT_ITEM (fixture->event), "end");
  understood = GTK_LABEL (find (fixture, GTK_TYPE_LABEL, 1));
  type (fixture, "15:30");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->editable), "error"));
  type (fixture, "14:30");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->editable), "error"));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (understood), "The end is before the start"));
  /* Only a start before it mends that; the words stay. */
  g_assert_cmpstr (gtk_editable_get_text (fixture->editable), ==, "14:30");
  g_object_set (fixture->event, "at", NULL, NULL);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->editable), "error"));
}

static void
test_skipped_hour (Fixture       *fixture,
                   gconstpointer  data)
{
  type (fixture, "2021-03-14 02:30");
  g_assert_true (aft_moment_is_skipped (aft_event_get_at (fixture->event)));
  gtk_test_accessible_assert_property (find (fixture, GTK_TYPE_BUTTON, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "03:30 EDT in New York");
  gtk_test_accessible_assert_property (find (fixture, GTK_TYPE_BUTTON, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "01:30 EST in New York");
}

static void
test_doubt (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *button;

  type (fixture, "2021-05-06 15:08 EST");
  g_assert_true (aft_moment_is_doubtful (aft_event_get_at (fixture->event)));
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, 1));
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, 2));
  gtk_test_accessible_assert_property (find (fixture, GTK_TYPE_BUTTON, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "19:08 UTC (EDT, as the clocks in New York showed)");
  button = find (fixture, GTK_TYPE_BUTTON, 1);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "20:08 UTC (EST as written)");

  g_signal_emit_by_name (button, "clicked");
  iterate ();
  g_assert_false (aft_moment_is_doubtful (aft_event_get_at (fixture->event)));
  assert_at (fixture, "2021-05-06 20:08");
  g_assert_cmpstr (aft_moment_get_written (aft_event_get_at (fixture->event)), ==, "2021-05-06 15:08 EST");
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, 0));

  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Settle Time");
  g_assert_true (aft_history_undo (fixture->history));
  g_assert_true (aft_moment_is_doubtful (aft_event_get_at (fixture->event)));
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, 1));
}

static void
test_wrong (Fixture       *fixture,
            gconstpointer  data)
{
  type (fixture, "2021-05-06 15:08");
  type (fixture, "half past nonsense");

  assert_at (fixture, "2021-05-06 19:08");
  g_assert_cmpstr (gtk_editable_get_text (fixture->editable), ==, "half past nonsense");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->editable), "error"));
  gtk_test_accessible_assert_state (GTK_WIDGET (fixture->editable), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  type (fixture, "16:00");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->editable), "error"));
  assert_at (fixture, "2021-05-06 20:00");
}

static void
test_commit (Fixture       *fixture,
             gconstpointer  data)
{
  /* Typed, but neither Enter nor leave: whatever needs it asks for it. */
  gtk_editable_set_text (fixture->editable, "2021-05-06 15:08");
  g_assert_null (aft_event_get_at (fixture->event));
  aft_history_commit (fixture->history);
  assert_at (fixture, "2021-05-06 19:08");
}

static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  gtk_editable_set_text (fixture->editable, "2021-05-06 15:08");
  /* The history asks for what is typed before it removes. */
  aft_history_commit (fixture->history);
  g_assert_true (aft_history_remove (fixture->history, AFT_ITEM (fixture->event)));

  gtk_editable_set_text (fixture->editable, "2021-05-06 17:00");
  g_signal_emit_by_name (fixture->editable, "activate");
  aft_history_commit (fixture->history);
  assert_at (fixture, "2021-05-06 19:08");

  gtk_editable_set_text (fixture->editable, "2021-05-06 15:08");
  g_assert_true (aft_history_undo (fixture->history));
  assert_at (fixture, "2021-05-06 19:08");
}

static void
test_label (Fixture       *fixture,
            gconstpointer  data)
{
  gtk_test_accessible_assert_property (GTK_WIDGET (fixture->editable), GTK_ACCESSIBLE_PROPERTY_LABEL, "When");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/moment-entry/type", test_type);
  ADD ("/moment-entry/doubt", test_doubt);
  ADD ("/moment-entry/end-before-start", test_end_before_start);
  ADD ("/moment-entry/skipped-hour", test_skipped_hour);
  ADD ("/moment-entry/wrong", test_wrong);
  ADD ("/moment-entry/commit", test_commit);
  ADD ("/moment-entry/removed", test_removed);
  ADD ("/moment-entry/label", test_label);

  return g_test_run ();
}

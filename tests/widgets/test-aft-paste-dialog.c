/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-tools.h"

#include "aft-chronology.h"
#include "aft-entry-line.h"
#include "aft-event-edits.h"
#include "aft-moment-parser.h"
#include "aft-paste-dialog.h"
#include "aft-pasted-lines.h"
#include "aft-zone-button.h"

typedef struct
{
  AftDocument *document;
  AftHistory  *history;
  AftSession  *session;
  GtkWidget   *window;
  GtkEditable *line;
  char        *told;
  guint        n_actions;
} Fixture;

static void
told_cb (Fixture    *fixture,
         const char *message)
{
  g_free (fixture->told);
  fixture->told = g_strdup (message);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *line = aft_entry_line_new ();

  fixture->document = aft_document_new ();
  aft_document_set_ready (fixture->document);
  fixture->history = aft_document_get_history (fixture->document);
  g_object_set (fixture->document, "zone", "Europe/Berlin", NULL);
  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  g_signal_connect_swapped (fixture->session, "message", G_CALLBACK (told_cb), fixture);
  aft_entry_line_set_session (AFT_ENTRY_LINE (line), fixture->session);
  fixture->line = aft_entry_line_get_entry (AFT_ENTRY_LINE (line));
  fixture->window = show_in_window (line);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer session = fixture->session;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  /* A thread that was cancelled may need a moment to let go. */
  g_object_add_weak_pointer (session, &session);
  g_object_unref (fixture->session);
  wait_until (session == NULL);
  g_assert_finalize_object (fixture->document);
  g_free (fixture->told);
}

static guint
count_events (Fixture *fixture)
{
  return g_list_model_get_n_items (aft_document_get_events (fixture->document));
}

static AftPasteDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (AFT_IS_PASTE_DIALOG (window))
        return AFT_PASTE_DIALOG (window);
    }

  return NULL;
}

/* Each of these is one thing that a person does. */

static void
paste (Fixture    *fixture,
       const char *text)
{
  int position = 0;

  fixture->n_actions++;
  gtk_editable_insert_text (gtk_editable_get_delegate (fixture->line), text, -1, &position);
  iterate ();
}

static void
press_enter (Fixture *fixture)
{
  GtkWidget *add = gtk_window_get_default_widget (GTK_WINDOW (find_dialog ()));

  fixture->n_actions++;
  wait_until (gtk_widget_is_sensitive (add));
  gtk_widget_activate (add);
  wait_until (find_dialog () == NULL);
  iterate ();
}

static GtkEditable *
find_day (void)
{
  return GTK_EDITABLE (find_widget (GTK_WIDGET (find_dialog ()), GTK_TYPE_ENTRY));
}

static void
type_day (Fixture    *fixture,
          const char *day)
{
  fixture->n_actions++;
  gtk_editable_set_text (find_day (), day);
  iterate ();
}

static gboolean
has_text (GtkWidget  *widget,
          const void *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

static gboolean
shows (const char *text)
{
  return find_where (GTK_WIDGET (find_dialog ()), has_text, text) != NULL;
}

static void
assert_event (Fixture    *fixture,
              guint       position,
              const char *time,
              const char *text)
{
  g_autoptr(AftEvent) event = g_list_model_get_item (aft_document_get_events (fixture->document), position);
  g_autofree char *shown = NULL;

  if (aft_moment_is_known (aft_event_get_at (event)))
    shown = aft_moment_format (aft_event_get_at (event), aft_session_get_zone (fixture->session), AFT_MOMENT_STYLE_ISO);
  g_assert_cmpstr (shown, ==, time);
  g_assert_cmpstr (aft_event_get_text (event), ==, text);
}

/* Twenty-five rows of a chat take three actions: paste, the day, Enter. */
static void
test_chat (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GString) chat = g_string_new (NULL);

  for (int i = 0; i < 21; i++)
    g_string_append_printf (chat, "[15:%02d] name%d: line %d\n", i, i % 3, i);
  g_string_append (chat, "15:30 EST is it?\nnobody knows\nwhen this was\n[25:61] late\n");

  paste (fixture, chat->str);
  g_assert_nonnull (find_dialog ());
  type_day (fixture, "6 May 2021");
  g_assert_true (shows ("25 events, 2 without a time, 1 with an impossible time, 1 doubtful"));
  g_assert_true (shows ("Thursday, 6 May 2021"));
  g_assert_true (shows ("6 May 2021 15:00"));
  press_enter (fixture);

  g_assert_cmpuint (fixture->n_actions, <=, 3);
  g_assert_cmpuint (count_events (fixture), ==, 25);
  assert_event (fixture, 0, "2021-05-06 15:00", "name0: line 0");
  assert_event (fixture, 20, "2021-05-06 15:20", "name2: line 20");
  assert_event (fixture, 22, NULL, "nobody knows");
  assert_event (fixture, 24, NULL, "[25:61] late");
  g_assert_cmpstr (fixture->told, ==, "25 events added, 3 of them have no time");
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Add Events");
  g_assert_true (aft_history_undo (fixture->history));
  g_assert_cmpuint (count_events (fixture), ==, 0);
}

/* The day is that of the event told before, and nothing is asked that needn't be. */
static void
test_default_day (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(AftEvent) first = g_object_ref (aft_event_edits_add_line (fixture->session, "2021-05-06 15:00 first", NULL, NULL));

  paste (fixture, "when nobody knows\n15:08 one\n15:09 two");
  g_assert_cmpstr (gtk_editable_get_text (find_day ()), ==, "2021-05-06");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_day ())));
  press_enter (fixture);
  assert_event (fixture, 1, NULL, "when nobody knows");
  assert_event (fixture, 3, "2021-05-06 15:09", "two");

  paste (fixture, "2021-05-07T15:08:00Z one\n2021-05-07T15:09:00Z two");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (find_day ())));
  g_assert_false (gtk_widget_get_mapped (find_widget (GTK_WIDGET (find_dialog ()), AFT_TYPE_ZONE_BUTTON)));
  press_enter (fixture);
  assert_event (fixture, 4, "2021-05-07 17:08:00", "one");
}

static void
test_wrong_day (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *add;

  paste (fixture, "15:08 one\n15:09 two");
  add = gtk_window_get_default_widget (GTK_WINDOW (find_dialog ()));
  type_day (fixture, "some day");
  g_assert_false (gtk_widget_is_sensitive (add));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_day ()), "error"));
  type_day (fixture, "2021-05-06");
  g_assert_true (gtk_widget_is_sensitive (add));

  gtk_widget_activate_action (add, "window.close", NULL);
  iterate ();
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_events (fixture), ==, 0);
}

static void
test_zone (Fixture       *fixture,
           gconstpointer  data)
{
  AftZoneButton *zone;

  paste (fixture, "2021-05-06 15:08 one\n15:09 two");
  zone = find_widget (GTK_WIDGET (find_dialog ()), AFT_TYPE_ZONE_BUTTON);
  g_assert_cmpstr (aft_zone_button_get_zone (zone), ==, "Europe/Berlin");
  aft_zone_button_set_zone (zone, "America/New_York");
  g_signal_emit_by_name (zone, "chosen");
  g_assert_true (shows ("6 May 2021 21:08") || (iterate (), shows ("6 May 2021 21:08")));
  press_enter (fixture);
  assert_event (fixture, 1, "2021-05-06 21:09", "two");
  /* The document keeps its own. */
  g_assert_cmpstr (aft_session_get_zone_name (fixture->session), ==, "Europe/Berlin");
}

static void
test_join (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *join;

  paste (fixture, "2021-05-06 15:08 one\nand more\n15:09 two");
  join = find_widget (GTK_WIDGET (find_dialog ()), GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_widget_get_mapped (join));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (join)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (join), TRUE);
  g_assert_true (shows ("2 events"));
  press_enter (fixture);
  assert_event (fixture, 0, "2021-05-06 15:08", "one and more");
}

/* Nothing is lost of many lines, and they come and go in one edit. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GString) lines = g_string_new (NULL);
  g_autofree char *before = dup_json (fixture->document);

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (lines, "2021-05-%02d %02d:%02d line %d\n", i / 1440 + 1, i / 60 % 24, i % 60, i);
  paste (fixture, lines->str);
  press_enter (fixture);

  g_assert_cmpuint (count_events (fixture), ==, 5000);
  assert_event (fixture, 0, "2021-05-01 00:00", "line 0");
  assert_event (fixture, 4999, "2021-05-04 11:19", "line 4999");
  g_assert_true (aft_history_undo (fixture->history));
  g_assert_cmpuint (count_events (fixture), ==, 0);
  g_assert_true (aft_history_redo (fixture->history));
  g_assert_cmpuint (count_events (fixture), ==, 5000);
  assert_event (fixture, 2500, "2021-05-02 17:40", "line 2500");
  g_assert_true (aft_history_undo (fixture->history));
}

/* While lines are read or events made, closing stops it. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  for (int i = 0; i < 50000; i++)
    g_string_append_printf (lines, "2021-05-06 15:%02d line %d\n", i % 60, i);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *add;

      paste (fixture, lines->str);
      add = gtk_window_get_default_widget (GTK_WINDOW (find_dialog ()));
      if (i == 1)
        {
          wait_until (gtk_widget_is_sensitive (add));
          g_signal_emit_by_name (add, "clicked");
        }
      gtk_window_close (GTK_WINDOW (find_dialog ()));
      iterate ();
      g_assert_null (find_dialog ());
      g_assert_cmpuint (count_events (fixture), ==, 0);
    }
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  /* 2021-05-06T20:00:30Z */
  const gint64 place = (G_GINT64_CONSTANT (1620331200) + 30) * G_USEC_PER_SEC;
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (aft_paste_dialog_drop (fixture->window, fixture->session, "[15:08] anna: it is down\n", place, &error));
  assert_event (fixture, 0, "2021-05-06 15:08", "anna: it is down");
  g_assert_nonnull (aft_paste_dialog_drop (fixture->window, fixture->session, "it is back", place, &error));
  assert_event (fixture, 1, "2021-05-06 22:00", "it is back");
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Add Event");
  g_assert_null (aft_paste_dialog_drop (fixture->window, fixture->session, "25:08 never", place, &error));
  g_assert_error (error, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_null (aft_paste_dialog_drop (fixture->window, fixture->session, " \n", place, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_events (fixture), ==, 2);

  g_assert_null (aft_paste_dialog_drop (fixture->window, fixture->session, "15:08 one\n15:09 two", place, &error));
  g_assert_no_error (error);
  g_assert_nonnull (find_dialog ());
  press_enter (fixture);
  g_assert_cmpuint (count_events (fixture), ==, 4);
}

/* One line in brackets is understood too, and a number is not a year. */
static void
test_single (Fixture       *fixture,
             gconstpointer  data)
{
  paste (fixture, "\n[2021-05-06 15:08:22] anna: it is down\n");
  g_assert_null (find_dialog ());
  g_signal_emit_by_name (fixture->line, "activate");
  assert_event (fixture, 0, "2021-05-06 15:08:22", "anna: it is down");
  gtk_editable_set_text (fixture->line, "5000 users are gone");
  g_signal_emit_by_name (fixture->line, "activate");
  assert_event (fixture, 1, NULL, "5000 users are gone");
  gtk_editable_set_text (fixture->line, "15:10: it is back");
  g_signal_emit_by_name (fixture->line, "activate");
  assert_event (fixture, 2, "2021-05-06 15:10", "it is back");
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/paste-dialog/chat", test_chat);
  ADD ("/paste-dialog/default-day", test_default_day);
  ADD ("/paste-dialog/wrong-day", test_wrong_day);
  ADD ("/paste-dialog/zone", test_zone);
  ADD ("/paste-dialog/join", test_join);
  ADD ("/paste-dialog/many", test_many);
  ADD ("/paste-dialog/cancel", test_cancel);
  ADD ("/paste-dialog/drop", test_drop);
  ADD ("/paste-dialog/single", test_single);

  return tools_run ();
}

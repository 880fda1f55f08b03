/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-tools.h"

#include "aft-event.h"
#include "aft-figure-button.h"
#include "aft-incident.h"
#include "aft-response-question.h"
#include "aft-scenario-bar.h"
#include "aft-section.h"
#include "aft-shift-dialog.h"
#include "aft-timeline-canvas.h"
#include "aft-timeline-page.h"

typedef struct
{
  AftDocument     *document;
  AftHistory      *history;
  AftSession      *session;
  AftTimelinePage *page;
  GtkWidget       *window;
  AftEvent        *start;
  AftEvent        *detected;
  char            *told;
  char            *first;
} Fixture;

static void
told_cb (Fixture    *fixture,
         const char *message)
{
  g_free (fixture->told);
  fixture->told = g_strdup (message);
}

static AftEvent *
add_event (Fixture       *fixture,
           const char    *at,
           const char    *text,
           AftKeyMoments  keys)
{
  AftEvent *event = append_event (fixture->document, at, text);

  g_object_set (event, "key-moments", keys, NULL);

  return event;
}

static void
add_section (Fixture        *fixture,
             AftSectionKind  kind)
{
  g_autoptr(AftSection) section = aft_section_new ();

  g_object_set (section, "kind", kind, NULL);
  g_assert_true (aft_history_insert (fixture->history, AFT_ITEM (fixture->document), "sections",
                                     g_list_model_get_n_items (aft_document_get_sections (fixture->document)),
                                     AFT_ITEM (section)));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  with_sections)
{
  g_autoptr(AftIncident) incident = aft_incident_new ();

  fixture->document = aft_document_new ();
  aft_document_set_ready (fixture->document);
  fixture->history = aft_document_get_history (fixture->document);
  g_object_set (fixture->document, "zone", "UTC", NULL);
  g_assert_true (aft_history_insert (fixture->history, AFT_ITEM (fixture->document), "incidents", 0, AFT_ITEM (incident)));
  if (with_sections != NULL)
    {
      add_section (fixture, AFT_SECTION_SUMMARY);
      add_section (fixture, AFT_SECTION_DETECTION);
      add_section (fixture, AFT_SECTION_TIMELINE);
    }
  fixture->start = add_event (fixture, "2021-05-06 11:48", "Released", AFT_KEY_MOMENT_IMPACT_START);
  fixture->detected = add_event (fixture, "2021-05-06 15:08", "A user reports it", AFT_KEY_MOMENT_DETECTED);
  add_event (fixture, "2021-05-06 18:00", "It is over", AFT_KEY_MOMENT_RESOLVED);
  fixture->first = dup_json (fixture->document);
  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  g_signal_connect_swapped (fixture->session, "message", G_CALLBACK (told_cb), fixture);
  fixture->page = AFT_TIMELINE_PAGE (aft_page_new (AFT_TYPE_TIMELINE_PAGE, fixture->session));
  fixture->window = show_in_window (GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  with_sections)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->document);
  g_free (fixture->told);
  g_free (fixture->first);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  iterate ();
}

/* What Alt and an arrow do, so often that detection comes sooner. */
static void
nudge_detection (Fixture *fixture)
{
  const AftTimelineCanvas *canvas = find_widget (GTK_WIDGET (fixture->page), AFT_TYPE_TIMELINE_CANVAS);

  g_assert_nonnull (canvas);
  aft_timeline_page_set_selected (fixture->page, fixture->detected);
  iterate ();
  for (int i = 0; i < 3; i++)
    act (fixture, "timeline.nudge-earlier");
}

static gboolean
starts_with (GtkWidget  *widget,
             const void *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static GtkWidget *
find_label (Fixture    *fixture,
            const char *text)
{
  return find_where (GTK_WIDGET (fixture->page), starts_with, text);
}

static void
assert_untouched (Fixture *fixture)
{
  g_autofree char *now = dup_json (fixture->document);

  g_assert_cmpstr (now, ==, fixture->first);
}

static void
keep (Fixture    *fixture,
      const char *name)
{
  GtkWidget *bar = find_widget (GTK_WIDGET (fixture->page), AFT_TYPE_SCENARIO_BAR);
  GtkWidget *button = find_widget (bar, GTK_TYPE_MENU_BUTTON);
  GtkEditable *entry;

  g_assert_true (gtk_widget_is_sensitive (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  iterate ();
  entry = find_widget (bar, GTK_TYPE_ENTRY);
  g_assert_true (g_str_has_prefix (gtk_editable_get_text (entry), "Detected after "));
  if (name != NULL)
    gtk_editable_set_text (entry, name);
  g_signal_emit_by_name (entry, "activate");
  iterate ();
}

static void
test_move (Fixture       *fixture,
           gconstpointer  with_sections)
{
  GtkWidget *number;

  act (fixture, "timeline.scenario");
  g_assert_nonnull (find_label (fixture, "What if?"));
  nudge_detection (fixture);
  assert_untouched (fixture);

  number = find_label (fixture, "↓ 3 h 20 min → ");
  g_assert_nonnull (number);
  g_assert_true (gtk_widget_has_css_class (number, "better"));

  act (fixture, "timeline.scenario-reset");
  g_assert_null (find_label (fixture, "↓"));
  g_assert_nonnull (find_label (fixture, "3 h 20 min"));
  for (int i = 0; i < 2; i++)
    act (fixture, "timeline.nudge-later");
  number = find_label (fixture, "↑ 3 h 20 min → ");
  g_assert_nonnull (number);
  g_assert_true (gtk_widget_has_css_class (number, "worse"));
  g_assert_null (fixture->told);

  /* Nothing is asked, and nothing is lost but the scenario. */
  act (fixture, "timeline.scenario");
  g_assert_cmpstr (fixture->told, ==, "Left the scenario; the document is as it was");
  g_assert_null (find_label (fixture, "↑"));
  assert_untouched (fixture);

  act (fixture, "timeline.nudge-later");
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Move Event");
}

static void
test_keep (Fixture       *fixture,
           gconstpointer  with_sections)
{
  GListModel *sections = aft_document_get_sections (fixture->document);
  g_autoptr(AftSection) section = NULL;
  g_autoptr(AftResponseQuestion) note = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *redone = NULL;

  act (fixture, "timeline.scenario");
  nudge_detection (fixture);
  keep (fixture, with_sections != NULL ? "An alert on errors" : NULL);

  section = g_list_model_get_item (sections, with_sections != NULL ? 1 : 0);
  g_assert_cmpuint (g_list_model_get_n_items (sections), ==, with_sections != NULL ? 3 : 1);
  g_assert_cmpint (aft_section_get_kind (section), ==, AFT_SECTION_DETECTION);
  note = g_list_model_get_item (aft_section_get_questions (section), 0);
  if (with_sections != NULL)
    g_assert_cmpstr (aft_response_question_get_question (note), ==, "An alert on errors");
  g_assert_nonnull (strstr (aft_response_question_get_answer (note), "Detected after "));
  g_assert_nonnull (strstr (aft_response_question_get_answer (note), " instead of 3 h 20 min"));
  g_assert_nonnull (strstr (aft_response_question_get_answer (note), "“A user reports it”: 6 May 2021 "));
  g_assert_cmpstr (fixture->told, ==, "Kept as a note in “Detection”");
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Keep Scenario as Note");

  /* The facts stay, also when the scenario is left. */
  kept = dup_json (fixture->document);
  act (fixture, "timeline.scenario");
  g_assert_cmpstr (fixture->told, ==, "Kept as a note in “Detection”");
  g_assert_true (aft_history_undo (fixture->history));
  undone = dup_json (fixture->document);
  g_assert_cmpstr (undone, ==, fixture->first);
  g_assert_true (aft_history_redo (fixture->history));
  redone = dup_json (fixture->document);
  g_assert_cmpstr (redone, ==, kept);
}

/* The document may change meanwhile. */
static void
test_edits (Fixture       *fixture,
            gconstpointer  with_sections)
{
  act (fixture, "timeline.scenario");
  nudge_detection (fixture);
  g_assert_nonnull (find_label (fixture, "↓"));
  act (fixture, "timeline.delete");
  g_assert_null (find_label (fixture, "↓"));
  g_assert_true (aft_history_undo (fixture->history));
  iterate ();
  assert_untouched (fixture);
  nudge_detection (fixture);
  g_assert_nonnull (find_label (fixture, "↓"));
  while (aft_history_undo (fixture->history))
    iterate ();
  while (aft_history_redo (fixture->history))
    iterate ();
  /* The last of them was the removal. */
  g_assert_true (aft_history_undo (fixture->history));
  act (fixture, "timeline.scenario");
  assert_untouched (fixture);
}

static void
chosen_cb (AftFigureButton  *figure,
           AftEvent         *event,
           AftEvent        **chosen)
{
  *chosen = event;
}

/* A figure leads to both of its events. */
static void
test_figure (Fixture       *fixture,
             gconstpointer  with_sections)
{
  AftFigureButton *figure = find_widget (GTK_WIDGET (fixture->page), AFT_TYPE_FIGURE_BUTTON);
  GtkWidget *button = find_widget (GTK_WIDGET (figure), GTK_TYPE_MENU_BUTTON);
  AftEvent *chosen = NULL;
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  g_signal_connect (figure, "event-chosen", G_CALLBACK (chosen_cb), &chosen);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Detected: 3 h 20 min");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  iterate ();
  g_assert_nonnull (find_where (popover, starts_with, "From the start of the impact until"));
  g_assert_nonnull (find_where (popover, starts_with, "A user reports it"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_where (popover, starts_with, "From 6 May 2021 11:48"), GTK_TYPE_BUTTON),
                         "clicked");
  iterate ();
  g_assert_true (chosen == fixture->start);
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == fixture->start);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  iterate ();
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_where (popover, starts_with, "To 6 May 2021 15:08"), GTK_TYPE_BUTTON),
                         "clicked");
  iterate ();
  g_assert_true (chosen == fixture->detected);
}

/* The form for one event makes way. */
static void
test_many (Fixture       *fixture,
           gconstpointer  with_sections)
{
  GtkWidget *shift;

  aft_timeline_page_set_selected (fixture->page, fixture->detected);
  iterate ();
  g_assert_null (find_label (fixture, "3 events chosen"));
  act (fixture, "timeline.select-all");
  g_assert_nonnull (find_label (fixture, "3 events chosen"));
  shift = find_button (GTK_WIDGET (fixture->page), "_Shift…");
  g_assert_true (gtk_widget_is_sensitive (shift));
  g_assert_false (gtk_widget_get_mapped (find_widget (GTK_WIDGET (fixture->page), g_type_from_name ("AftEventForm"))));

  /* A shift would change the facts. */
  act (fixture, "timeline.scenario");
  g_assert_false (gtk_widget_is_sensitive (shift));
  act (fixture, "timeline.scenario");
  g_assert_true (gtk_widget_is_sensitive (shift));

  act (fixture, "timeline.edit");
  g_assert_null (find_label (fixture, "3 events chosen"));
  g_assert_true (gtk_widget_get_mapped (find_widget (GTK_WIDGET (fixture->page), g_type_from_name ("AftEventForm"))));
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, with_sections, test) g_test_add (path, Fixture, (gpointer) with_sections, set_up, test, tear_down)
  ADD ("/timeline-scenario/move", "sections", test_move);
  ADD ("/timeline-scenario/keep", "sections", test_keep);
  ADD ("/timeline-scenario/keep-without-sections", NULL, test_keep);
  ADD ("/timeline-scenario/edits", "sections", test_edits);
  ADD ("/timeline-scenario/figure", "sections", test_figure);
  ADD ("/timeline-scenario/many", "sections", test_many);

  return tools_run ();
}

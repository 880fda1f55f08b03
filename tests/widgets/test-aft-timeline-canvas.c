/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aft-event-card.h"
#include "aft-timeline-canvas.h"
#include "aft-timeline-overview.h"
#include "aft-timeline-page.h"
#include "timeline-tools.h"

typedef struct
{
  AftDocument         *document;
  AftHistory          *history;
  AftSession          *session;
  GtkWidget           *window;
  AftTimelinePage     *page;
  AftTimelineCanvas   *canvas;
  AftTimelineOverview *overview;
  GtkEventController  *drag;
} Fixture;

static const char *const samples[][2] = {
  { "2021-05-06 11:48", "Released" },
  { "2021-05-06 15:08", "A user reports an error" },
  { "2021-05-06 15:40", "The cause is known" },
  { "2021-05-06 18:00", "A workaround is told" },
  { "2021-06-20 10:00", "It is looked at again" },
  { "2021-06-20 12:00", "Lessons are drawn" },
};

static gint64
get_instant (Fixture *fixture,
             guint    nth)
{
  return aft_moment_get_instant (aft_event_get_at (get_nth_event (fixture->document, nth)));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  direction)
{
  fixture->document = aft_document_new ();
  aft_document_set_ready (fixture->document);
  fixture->history = aft_document_get_history (fixture->document);
  g_object_set (fixture->document, "zone", "UTC", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    append_event (fixture->document, samples[i][0], samples[i][1]);

  gtk_widget_set_default_direction (GPOINTER_TO_INT (direction) == GTK_TEXT_DIR_RTL ? GTK_TEXT_DIR_RTL
                                                                                    : GTK_TEXT_DIR_LTR);
  fixture->session = aft_session_new (fixture->document, NULL, NULL);
  fixture->page = AFT_TIMELINE_PAGE (aft_page_new (AFT_TYPE_TIMELINE_PAGE, fixture->session));
  fixture->canvas = find_widget (GTK_WIDGET (fixture->page), AFT_TYPE_TIMELINE_CANVAS);
  fixture->overview = find_widget (GTK_WIDGET (fixture->page), AFT_TYPE_TIMELINE_OVERVIEW);
  fixture->drag = find_controller (GTK_WIDGET (fixture->canvas), GTK_TYPE_GESTURE_DRAG);
  fixture->window = show_in_window (GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  direction)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->document);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  iterate ();
}

static graphene_rect_t
get_bounds (Fixture  *fixture,
            AftEvent *event)
{
  GtkWidget *card = aft_timeline_canvas_get_card (fixture->canvas, event);
  graphene_rect_t bounds;

  g_assert_nonnull (card);
  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (fixture->canvas), &bounds));

  return bounds;
}

static void
press (Fixture  *fixture,
       AftEvent *event)
{
  const graphene_rect_t bounds = get_bounds (fixture, event);

  g_signal_emit_by_name (fixture->drag, "drag-begin", (double) bounds.origin.x + 6, (double) bounds.origin.y + 6);
}

static void
drag_by (Fixture *fixture,
         double   dx,
         double   dy)
{
  g_signal_emit_by_name (fixture->drag, "drag-update", dx / 2, dy / 2);
  g_signal_emit_by_name (fixture->drag, "drag-end", dx, dy);
  iterate ();
}

static gboolean
is_visible_break (GtkWidget  *widget,
                  const void *data)
{
  return gtk_widget_has_css_class (widget, data) && gtk_widget_get_visible (widget);
}

static GtkWidget *
find_break (Fixture    *fixture,
            const char *css_class)
{
  return find_where (GTK_WIDGET (fixture->canvas), is_visible_break, css_class);
}

static guint
count_folds (Fixture *fixture)
{
  return aft_scale_get_n_folds (aft_timeline_canvas_get_scale (fixture->canvas));
}

static AftEventSelection *
get_selection (Fixture *fixture)
{
  return aft_timeline_canvas_get_selection (fixture->canvas);
}

static void
test_folds (Fixture       *fixture,
            gconstpointer  direction)
{
  g_autofree char *json = dup_json (fixture->document);
  g_autofree char *after = NULL;
  GtkWidget *button;
  guint before;

  /* Weeks of quiet are folded, and say how long they are. */
  before = count_folds (fixture);
  g_assert_cmpuint (before, >, 0);
  button = find_break (fixture, "aft-break");
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Nothing happened for 45 d: open this stretch");
  g_signal_emit_by_name (button, "clicked");
  iterate ();
  g_assert_cmpuint (count_folds (fixture), ==, before - 1);

  /* By the keys: the stretch after the chosen event is folded, and opened again. */
  aft_timeline_page_set_selected (fixture->page, get_nth_event (fixture->document, 3));
  act (fixture, "timeline.toggle-fold");
  g_assert_cmpuint (count_folds (fixture), ==, before);
  act (fixture, "timeline.toggle-fold");
  g_assert_cmpuint (count_folds (fixture), ==, before - 1);
  act (fixture, "timeline.open-folds");
  g_assert_cmpuint (count_folds (fixture), ==, 0);
  act (fixture, "timeline.fold-quiet");
  g_assert_cmpuint (count_folds (fixture), ==, before);

  /* Any gap can be folded by hand. */
  aft_timeline_page_set_selected (fixture->page, get_nth_event (fixture->document, 4));
  act (fixture, "timeline.toggle-fold");
  g_assert_cmpuint (count_folds (fixture), ==, before + 1);

  /* It is a matter of looking, not of the document. */
  after = dup_json (fixture->document);
  g_assert_cmpstr (after, ==, json);
}

static void
test_drag_several (Fixture       *fixture,
                   gconstpointer  direction)
{
  const gboolean mirrored = GPOINTER_TO_INT (direction) == GTK_TEXT_DIR_RTL;
  g_autofree char *json = dup_json (fixture->document);
  g_autofree char *undone = NULL;
  const gint64 gap = get_instant (fixture, 2) - get_instant (fixture, 1);
  const gint64 before = get_instant (fixture, 1);

  aft_timeline_page_set_selected (fixture->page, get_nth_event (fixture->document, 2));
  act (fixture, "timeline.extend-earlier");
  g_assert_cmpuint (aft_event_selection_get_n_events (get_selection (fixture)), ==, 2);
  g_assert_true (aft_event_selection_contains (get_selection (fixture), get_nth_event (fixture->document, 1)));

  /* Where time runs to the left, the left is later. */
  press (fixture, get_nth_event (fixture->document, 1));
  drag_by (fixture, mirrored ? -150 : 150, 2);
  g_assert_cmpint (get_instant (fixture, 1), >, before);
  g_assert_cmpint (get_instant (fixture, 2) - get_instant (fixture, 1), ==, gap);
  g_assert_cmpuint (aft_event_selection_get_n_events (get_selection (fixture)), ==, 2);

  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Move Events");
  g_assert_true (aft_history_undo (fixture->history));
  undone = dup_json (fixture->document);
  g_assert_cmpstr (undone, ==, json);
}

static void
test_drag_escape (Fixture       *fixture,
                  gconstpointer  direction)
{
  g_autofree char *json = dup_json (fixture->document);
  g_autofree char *after = NULL;

  act (fixture, "timeline.select-all");
  press (fixture, get_nth_event (fixture->document, 1));
  g_signal_emit_by_name (fixture->drag, "drag-update", 120.0, 0.0);
  act (fixture, "timeline.drop-drag");
  g_signal_emit_by_name (fixture->drag, "drag-end", 120.0, 0.0);
  iterate ();

  after = dup_json (fixture->document);
  g_assert_cmpstr (after, ==, json);
  g_assert_cmpuint (aft_event_selection_get_n_events (get_selection (fixture)), ==, 6);
}

/* At three zooms, over a fold too: what is dropped under the pointer is what was shown there. */
static void
test_drag_zooms (Fixture       *fixture,
                 gconstpointer  direction)
{
  for (guint zoom = 0; zoom < 3; zoom++)
    {
      AftEvent *event = get_nth_event (fixture->document, 3);
      const gint64 before = get_instant (fixture, 3);
      AftScale *scale;
      gint64 step;
      gint64 expected;
      double x;

      aft_timeline_canvas_reveal (fixture->canvas, event);
      iterate ();
      scale = aft_timeline_canvas_get_scale (fixture->canvas);
      step = aft_timeline_canvas_get_step (fixture->canvas, event, FALSE, TRUE);
      x = aft_scale_to_x (scale, before);
      expected = aft_scale_to_instant (scale, x + 100);

      press (fixture, event);
      drag_by (fixture, 100, 0);
      g_assert_cmpint (get_instant (fixture, 3), >, before);
      g_assert_cmpint (ABS (get_instant (fixture, 3) - expected), <=, MIN (step, G_TIME_SPAN_DAY) / 2 + 1);
      g_assert_true (aft_history_undo (fixture->history));
      iterate ();
      g_assert_cmpint (get_instant (fixture, 3), ==, before);
      act (fixture, "timeline.zoom-in");
      act (fixture, "timeline.zoom-in");
    }

  /* Over the fold, six weeks go by within a few pixels. */
  act (fixture, "timeline.fit");
  {
    const gint64 before = get_instant (fixture, 3);
    AftFold fold;

    g_assert_cmpuint (count_folds (fixture), >, 0);
    aft_scale_get_fold (aft_timeline_canvas_get_scale (fixture->canvas), count_folds (fixture) - 1, &fold);
    press (fixture, get_nth_event (fixture->document, 3));
    drag_by (fixture, fold.x + fold.width + 20 - aft_scale_to_x (aft_timeline_canvas_get_scale (fixture->canvas), before),
             0);
    g_assert_cmpint (get_instant (fixture, 3), >, before + 30 * G_TIME_SPAN_DAY);
  }
}

static void
test_drag_end (Fixture       *fixture,
               gconstpointer  direction)
{
  AftEvent *event = get_nth_event (fixture->document, 1);
  g_autoptr(AftMoment) end = parse_moment ("2021-05-06 16:40");
  const gint64 start = get_instant (fixture, 1);
  AftScale *scale;
  graphene_rect_t bounds;
  double axis;

  g_object_set (event, "end", end, NULL);
  aft_timeline_page_set_selected (fixture->page, event);
  iterate ();
  scale = aft_timeline_canvas_get_scale (fixture->canvas);
  bounds = get_bounds (fixture, get_nth_event (fixture->document, 0));
  /* The axis runs above the first lane. */
  axis = bounds.origin.y - 18;

  g_signal_emit_by_name (fixture->drag, "drag-begin", aft_scale_to_x (scale, aft_moment_get_instant (end)), axis);
  drag_by (fixture, 60, 0);
  g_assert_cmpint (get_instant (fixture, 1), ==, start);
  g_assert_cmpint (aft_moment_get_instant (aft_event_get_end (event)), >, aft_moment_get_instant (end));
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Move End of Event");
  g_assert_true (aft_history_undo (fixture->history));
  g_assert_true (aft_moment_equal (aft_event_get_end (event), end));

  /* The keys do the same, never before its start. */
  act (fixture, "timeline.end-later");
  g_assert_cmpint (aft_moment_get_instant (aft_event_get_end (event)), >, aft_moment_get_instant (end));
  for (guint i = 0; i < 50; i++)
    act (fixture, "timeline.end-earlier");
  g_assert_cmpint (aft_moment_get_instant (aft_event_get_end (event)), >=, start);
  g_assert_cmpint (get_instant (fixture, 1), ==, start);
}

static void
test_rubber_band (Fixture       *fixture,
                  gconstpointer  direction)
{
  const graphene_rect_t first = get_bounds (fixture, get_nth_event (fixture->document, 4));
  const graphene_rect_t last = get_bounds (fixture, get_nth_event (fixture->document, 5));
  const double left = MIN (first.origin.x, last.origin.x) - 6;
  const double right = MAX (first.origin.x + first.size.width, last.origin.x + last.size.width) + 2;
  const double bottom = gtk_widget_get_height (GTK_WIDGET (fixture->canvas)) - 4;
  const graphene_rect_t band = GRAPHENE_RECT_INIT ((float) left, MIN (first.origin.y, last.origin.y),
                                                   (float) (right - left), (float) bottom);
  guint met = 0;

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const graphene_rect_t bounds = get_bounds (fixture, get_nth_event (fixture->document, i));

      met += graphene_rect_intersection (&bounds, &band, NULL);
    }
  g_assert_cmpuint (met, <, G_N_ELEMENTS (samples));

  g_signal_emit_by_name (fixture->drag, "drag-begin", left, bottom);
  drag_by (fixture, right - left, MIN (first.origin.y, last.origin.y) - bottom);
  g_assert_cmpuint (aft_event_selection_get_n_events (get_selection (fixture)), ==, met);
  g_assert_true (aft_event_selection_contains (get_selection (fixture), get_nth_event (fixture->document, 4)));
  g_assert_true (aft_event_selection_contains (get_selection (fixture), get_nth_event (fixture->document, 5)));

  /* A click on the ground chooses none. */
  g_signal_emit_by_name (fixture->drag, "drag-begin", left, bottom);
  g_signal_emit_by_name (fixture->drag, "drag-end", 0.0, 0.0);
  g_assert_cmpuint (aft_event_selection_get_n_events (get_selection (fixture)), ==, 0);
}

static void
test_clusters (Fixture       *fixture,
               gconstpointer  direction)
{
  GtkWidget *mark;
  guint cards = 0;
  guint after = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *at = g_strdup_printf ("2021-05-06 15:%02u", i);

      append_event (fixture->document, at, "One of very many events that all came at once");
    }
  iterate ();
  mark = find_break (fixture, "aft-cluster");
  g_assert_nonnull (mark);
  for (guint i = 0; i < 66; i++)
    cards += aft_timeline_canvas_get_card (fixture->canvas, get_nth_event (fixture->document, i)) != NULL;
  g_assert_cmpuint (cards, <, 66);

  /* Opened, they have more room. */
  g_signal_emit_by_name (mark, "clicked");
  iterate ();
  for (guint i = 6; i < 66; i++)
    after += aft_timeline_canvas_get_card (fixture->canvas, get_nth_event (fixture->document, i)) != NULL;
  g_assert_cmpuint (after, >, 0);
  g_assert_cmpfloat (aft_scale_get_px_per_us (aft_timeline_canvas_get_scale (fixture->canvas)) * G_TIME_SPAN_MINUTE, >, 2);

  /* What everybody looks for has a card wherever it is. */
  act (fixture, "timeline.fit");
  g_object_set (get_nth_event (fixture->document, 40), "key-moments", AFT_KEY_MOMENT_DETECTED, NULL);
  iterate ();
  g_assert_nonnull (aft_timeline_canvas_get_card (fixture->canvas, get_nth_event (fixture->document, 40)));
}

static void
test_same_time (Fixture       *fixture,
                gconstpointer  direction)
{
  GtkWidget *mark;

  for (guint i = 0; i < 40; i++)
    append_event (fixture->document, "2021-05-06 15:10", "At the same minute");
  iterate ();
  for (guint i = 0; i < 40; i++)
    aft_timeline_canvas_zoom (fixture->canvas, 2);
  aft_timeline_canvas_reveal (fixture->canvas, get_nth_event (fixture->document, 10));
  iterate ();
  mark = find_break (fixture, "aft-cluster");
  g_assert_nonnull (mark);
  /* No zoom tells them apart: they are chosen. */
  g_signal_emit_by_name (mark, "clicked");
  iterate ();
  g_assert_cmpuint (aft_event_selection_get_n_events (get_selection (fixture)), >, 10);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  direction)
{
  AftEventFilter *filter = aft_timeline_canvas_get_filter (fixture->canvas);

  g_object_set (filter, "text", "CAUSE", NULL);
  iterate ();
  g_assert_nonnull (aft_timeline_canvas_get_card (fixture->canvas, get_nth_event (fixture->document, 2)));
  g_assert_null (aft_timeline_canvas_get_card (fixture->canvas, get_nth_event (fixture->document, 1)));
  act (fixture, "timeline.first");
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 2));
  act (fixture, "timeline.next");
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 2));

  aft_event_filter_clear (filter);
  iterate ();
  g_assert_nonnull (aft_timeline_canvas_get_card (fixture->canvas, get_nth_event (fixture->document, 1)));
}

static void
test_words (Fixture       *fixture,
            gconstpointer  direction)
{
  AftEvent *event = get_nth_event (fixture->document, 1);
  GtkWidget *card;

  g_object_set (event, "key-moments", AFT_KEY_MOMENT_DETECTED, "effect", AFT_EFFECT_HELPED, NULL);
  iterate ();
  card = aft_timeline_canvas_get_card (fixture->canvas, event);
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "15:08, A user reports an error");
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Detected, Helped");
  gtk_test_accessible_assert_relation (card, GTK_ACCESSIBLE_RELATION_POS_IN_SET, 2);
  gtk_test_accessible_assert_relation (card, GTK_ACCESSIBLE_RELATION_SET_SIZE, 6);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  direction)
{
  g_object_set (get_nth_event (fixture->document, 1), "key-moments", AFT_KEY_MOMENT_DETECTED, NULL);
  g_object_set (get_nth_event (fixture->document, 4), "key-moments", AFT_KEY_MOMENT_RESOLVED, NULL);
  iterate ();

  act (fixture, "timeline.next-key");
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 1));
  act (fixture, "timeline.next-key");
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 4));
  act (fixture, "timeline.next-key");
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 4));
  act (fixture, "timeline.previous-key");
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 1));
}

static void
test_duplicate (Fixture       *fixture,
                gconstpointer  direction)
{
  g_autofree char *json = dup_json (fixture->document);
  g_autofree char *undone = NULL;
  AftEvent *copy;

  g_object_set (get_nth_event (fixture->document, 1), "key-moments", AFT_KEY_MOMENT_DETECTED, NULL);
  aft_timeline_page_set_selected (fixture->page, get_nth_event (fixture->document, 1));
  act (fixture, "timeline.duplicate");
  copy = aft_timeline_page_get_selected (fixture->page);
  g_assert_true (copy == get_nth_event (fixture->document, 2));
  g_assert_cmpstr (aft_event_get_text (copy), ==, "A user reports an error");
  g_assert_cmpint (aft_event_get_key_moments (copy), ==, AFT_KEY_MOMENT_NOTHING);

  act (fixture, "timeline.select-all");
  act (fixture, "timeline.delete");
  g_assert_cmpuint (g_list_model_get_n_items (aft_document_get_events (fixture->document)), ==, 0);
  g_assert_cmpstr (aft_history_get_undo_name (fixture->history), ==, "Remove Events");
  for (guint i = 0; i < 3; i++)
    g_assert_true (aft_history_undo (fixture->history));
  iterate ();
  undone = dup_json (fixture->document);
  g_assert_cmpstr (undone, ==, json);
}

static void
test_overview (Fixture       *fixture,
               gconstpointer  direction)
{
  GtkEventController *drag = find_controller (GTK_WIDGET (fixture->overview), GTK_TYPE_GESTURE_DRAG);
  double x;
  double width;
  double x_before;
  double whole;
  gint64 middle;

  g_assert_true (aft_timeline_overview_get_frame (fixture->overview, &x, &whole));
  act (fixture, "timeline.zoom-in");
  act (fixture, "timeline.zoom-in");
  act (fixture, "timeline.zoom-in");
  g_assert_true (aft_timeline_overview_get_frame (fixture->overview, &x_before, &width));
  g_assert_cmpfloat (width, <, whole / 2);

  middle = aft_timeline_canvas_get_instant (fixture->canvas);
  g_signal_emit_by_name (drag, "drag-begin", x_before + width / 2, 10.0);
  g_signal_emit_by_name (drag, "drag-update", 80.0, 0.0);
  iterate ();
  g_assert_cmpint (aft_timeline_canvas_get_instant (fixture->canvas), >, middle);
  g_assert_true (aft_timeline_overview_get_frame (fixture->overview, &x, &width));
  g_assert_cmpfloat_with_epsilon (x, x_before + 80, 3);

  /* An edge zooms. */
  g_signal_emit_by_name (drag, "drag-begin", x + width, 10.0);
  g_signal_emit_by_name (drag, "drag-update", 100.0, 0.0);
  iterate ();
  whole = width;
  g_assert_true (aft_timeline_overview_get_frame (fixture->overview, &x, &width));
  g_assert_cmpfloat_with_epsilon (width, whole + 100, 15);
}

static void
test_scenario (Fixture       *fixture,
               gconstpointer  direction)
{
  g_autoptr(AftScenario) scenario = aft_scenario_new ();
  g_autofree char *json = dup_json (fixture->document);
  g_autofree char *after = NULL;
  const double before = get_bounds (fixture, get_nth_event (fixture->document, 3)).origin.x;

  aft_timeline_canvas_set_scenario (fixture->canvas, scenario);
  iterate ();
  aft_scenario_move (scenario, get_nth_event (fixture->document, 3), -2 * G_TIME_SPAN_HOUR);
  iterate ();
  g_assert_cmpfloat (get_bounds (fixture, get_nth_event (fixture->document, 3)).origin.x, <, before);
  after = dup_json (fixture->document);
  g_assert_cmpstr (after, ==, json);

  aft_timeline_canvas_set_scenario (fixture->canvas, NULL);
  iterate ();
  g_assert_cmpfloat_with_epsilon (get_bounds (fixture, get_nth_event (fixture->document, 3)).origin.x, before, 1.5);
}

static void
test_mirrored (Fixture       *fixture,
               gconstpointer  direction)
{
  for (guint i = 1; i < 6; i++)
    {
      const graphene_rect_t earlier = get_bounds (fixture, get_nth_event (fixture->document, i - 1));
      const graphene_rect_t later = get_bounds (fixture, get_nth_event (fixture->document, i));

      /* Time runs to the left, and a card ends where its event stands. */
      g_assert_cmpfloat (later.origin.x + later.size.width, <=, earlier.origin.x + earlier.size.width);
    }
}

/* A line of a chat or a log becomes an event at its own time, other words where they were dropped. */
static void
test_drop (Fixture       *fixture,
           gconstpointer  direction)
{
  GtkEventController *drop = find_controller (GTK_WIDGET (fixture->canvas), GTK_TYPE_DROP_TARGET);
  AftScale *scale = aft_timeline_canvas_get_scale (fixture->canvas);
  const double x = aft_scale_to_x (scale, get_instant (fixture, 2));
  const char *const texts[] = { "2021-05-06 16:05 a line of a log", "words without a time" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;
      gboolean taken = FALSE;

      g_value_init (&value, G_TYPE_STRING);
      g_value_set_string (&value, texts[i]);
      g_signal_emit_by_name (drop, "drop", &value, x, 40.0, &taken);
      g_assert_true (taken);
      iterate ();
    }

  g_assert_cmpuint (g_list_model_get_n_items (aft_document_get_events (fixture->document)), ==, 8);
  g_assert_cmpstr (aft_event_get_text (get_nth_event (fixture->document, 6)), ==, "a line of a log");
  g_assert_cmpint (get_instant (fixture, 6) - get_instant (fixture, 2), ==, 25 * G_TIME_SPAN_MINUTE);
  g_assert_cmpstr (aft_event_get_text (get_nth_event (fixture->document, 7)), ==, "words without a time");
  g_assert_cmpint (ABS (get_instant (fixture, 7) - get_instant (fixture, 2)), <, G_TIME_SPAN_HOUR);
  g_assert_true (aft_timeline_page_get_selected (fixture->page) == get_nth_event (fixture->document, 7));
}

static void
test_second_zone (Fixture       *fixture,
                  gconstpointer  direction)
{
  const float before = get_bounds (fixture, get_nth_event (fixture->document, 0)).origin.y;
  GtkWidget *button = find_button (GTK_WIDGET (fixture->page), "Show a second time zone");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  iterate ();
  g_assert_cmpfloat (get_bounds (fixture, get_nth_event (fixture->document, 0)).origin.y, >, before);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  iterate ();
  g_assert_cmpfloat (get_bounds (fixture, get_nth_event (fixture->document, 0)).origin.y, ==, before);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  direction)
{
  const gint64 now = g_get_real_time ();

  aft_timeline_page_set_selected (fixture->page, get_nth_event (fixture->document, 3));
  act (fixture, "timeline.add-here");
  g_assert_cmpint (get_instant (fixture, 6), ==, get_instant (fixture, 3));
  act (fixture, "timeline.add-now");
  g_assert_cmpint (ABS (get_instant (fixture, 7) - now), <, 2 * G_TIME_SPAN_MINUTE);
  g_assert_true (aft_history_undo (fixture->history));
  g_assert_true (aft_history_undo (fixture->history));
  g_assert_cmpuint (g_list_model_get_n_items (aft_document_get_events (fixture->document)), ==, 6);
}

static void
test_years (Fixture       *fixture,
            gconstpointer  direction)
{
  g_autoptr(AftMoment) first = aft_moment_new (AFT_INSTANT_MIN, "UTC", AFT_PRECISION_MINUTE, FALSE, NULL);
  g_autoptr(AftMoment) last = aft_moment_new (AFT_INSTANT_MAX - G_TIME_SPAN_DAY, "UTC", AFT_PRECISION_MINUTE, FALSE, NULL);
  g_autoptr(AftMoment) wrong_end = parse_moment ("2021-05-01 10:00");

  /* The first and the last minute there are, and an end before its start. */
  g_object_set (get_nth_event (fixture->document, 0), "at", first, NULL);
  g_object_set (get_nth_event (fixture->document, 5), "at", last, NULL);
  g_object_set (get_nth_event (fixture->document, 3), "end", wrong_end, NULL);
  iterate ();
  act (fixture, "timeline.fit");
  act (fixture, "timeline.open-folds");
  for (guint i = 0; i < 60; i++)
    act (fixture, "timeline.zoom-in");
  for (guint i = 0; i < 80; i++)
    act (fixture, "timeline.zoom-out");
  act (fixture, "timeline.fold-quiet");
  aft_timeline_canvas_reveal (fixture->canvas, get_nth_event (fixture->document, 5));
  iterate ();
  g_assert_nonnull (aft_timeline_canvas_get_card (fixture->canvas, get_nth_event (fixture->document, 5)));
}

int
main (int   argc,
      char *argv[])
{
  tools_init (&argc, &argv);

#define LTR GINT_TO_POINTER (GTK_TEXT_DIR_LTR)
#define RTL GINT_TO_POINTER (GTK_TEXT_DIR_RTL)
  g_test_add ("/timeline-canvas/folds", Fixture, LTR, set_up, test_folds, tear_down);
  g_test_add ("/timeline-canvas/drag-several", Fixture, LTR, set_up, test_drag_several, tear_down);
  g_test_add ("/timeline-canvas/drag-several-mirrored", Fixture, RTL, set_up, test_drag_several, tear_down);
  g_test_add ("/timeline-canvas/drag-escape", Fixture, LTR, set_up, test_drag_escape, tear_down);
  g_test_add ("/timeline-canvas/drag-zooms", Fixture, LTR, set_up, test_drag_zooms, tear_down);
  g_test_add ("/timeline-canvas/drag-end", Fixture, LTR, set_up, test_drag_end, tear_down);
  g_test_add ("/timeline-canvas/rubber-band", Fixture, LTR, set_up, test_rubber_band, tear_down);
  g_test_add ("/timeline-canvas/clusters", Fixture, LTR, set_up, test_clusters, tear_down);
  g_test_add ("/timeline-canvas/same-time", Fixture, LTR, set_up, test_same_time, tear_down);
  g_test_add ("/timeline-canvas/filter", Fixture, LTR, set_up, test_filter, tear_down);
  g_test_add ("/timeline-canvas/words", Fixture, LTR, set_up, test_words, tear_down);
  g_test_add ("/timeline-canvas/keys", Fixture, LTR, set_up, test_keys, tear_down);
  g_test_add ("/timeline-canvas/duplicate", Fixture, LTR, set_up, test_duplicate, tear_down);
  g_test_add ("/timeline-canvas/overview", Fixture, LTR, set_up, test_overview, tear_down);
  g_test_add ("/timeline-canvas/scenario", Fixture, LTR, set_up, test_scenario, tear_down);
  g_test_add ("/timeline-canvas/mirrored", Fixture, RTL, set_up, test_mirrored, tear_down);
  g_test_add ("/timeline-canvas/drop", Fixture, LTR, set_up, test_drop, tear_down);
  g_test_add ("/timeline-canvas/second-zone", Fixture, LTR, set_up, test_second_zone, tear_down);
  g_test_add ("/timeline-canvas/add", Fixture, LTR, set_up, test_add, tear_down);
  g_test_add ("/timeline-canvas/years", Fixture, LTR, set_up, test_years, tear_down);
#undef LTR
#undef RTL

  return tools_run ();
}

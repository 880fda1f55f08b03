/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "whys-tools.h"

#include "aft-action-row.h"
#include "aft-event.h"
#include "aft-whys-overview.h"

static AftRect
get_area (AftWhysCanvas *canvas,
          AftItem       *item)
{
  const guint index = aft_whys_tree_find (canvas->tree, item);
  AftRect rect;

  g_assert_cmpuint (index, !=, AFT_WHYS_NONE);
  rect = aft_whys_tree_get (canvas->tree, index)->rect;

  return (AftRect) { rect.x * canvas->zoom + canvas->offset_x, rect.y * canvas->zoom + canvas->offset_y, rect.width * canvas->zoom,
                     rect.height * canvas->zoom };
}

static gboolean
is_in_sight (AftWhysCanvas *canvas,
             AftItem       *item)
{
  const AftRect area = get_area (canvas, item);

  return area.x >= 0 && area.y >= 0 && area.x + area.width <= gtk_widget_get_width (GTK_WIDGET (canvas)) &&
         area.y + area.height <= gtk_widget_get_height (GTK_WIDGET (canvas));
}

static AftItem *
get_problem (Fixture *fixture)
{
  return get_child (fixture->document, "problems", 0);
}

static AftItem *
get_first_answer (Fixture *fixture)
{
  return get_child (get_child (get_problem (fixture), "questions", 0), "answers", 0);
}

/* A problem with as many answers as asked for, each with a why and an answer of its own. */
static void
build_wide (Fixture *fixture,
            guint    n_answers)
{
  g_autoptr(AftProblem) problem = aft_problem_new ();
  g_autoptr(AftQuestion) question = aft_question_new ();

  g_object_set (problem, "text", "Builds failed", NULL);
  g_object_set (question, "text", "Why?", NULL);
  aft_item_adopt (AFT_ITEM (problem), "questions", AFT_ITEM (question));
  for (guint i = 0; i < n_answers; i++)
    {
      g_autoptr(AftAnswer) answer = aft_answer_new ();
      g_autoptr(AftQuestion) why = aft_question_new ();
      g_autoptr(AftAnswer) below = aft_answer_new ();
      g_autofree char *text = g_strdup_printf ("Answer %u which goes on for a line or two", i);

      g_object_set (answer, "text", text, NULL);
      g_object_set (why, "text", "Why?", NULL);
      g_object_set (below, "text", "Because of this", NULL);
      aft_item_adopt (AFT_ITEM (why), "answers", AFT_ITEM (below));
      aft_item_adopt (AFT_ITEM (answer), "questions", AFT_ITEM (why));
      aft_item_adopt (AFT_ITEM (question), "answers", AFT_ITEM (answer));
    }
  g_assert_true (aft_history_insert (fixture->history, AFT_ITEM (fixture->document), "problems", G_MAXUINT, AFT_ITEM (problem)));
  iterate ();
  wait_until (!fixture->canvas->stale && fixture->canvas->from == NULL);
}

/* A letter begins an answer to the question that was asked last, with a box of its own. */
static void
test_type (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *first = NULL;
  AftItem *problem;
  AftItem *answer;
  AftWhysNode *node;

  act (fixture, "whys.add-problem", NULL);
  problem = write_box (fixture, "Builds failed", AFT_WHYS_KEEP);
  aft_history_break (fixture->history);
  first = dup_json (fixture->document);
  aft_whys_view_select (fixture->view, problem);

  g_assert_false (press_key (GTK_WIDGET (fixture->canvas), GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_false (press_key (GTK_WIDGET (fixture->canvas), GDK_KEY_Shift_L, 0));
  g_assert_true (press_key (GTK_WIDGET (fixture->canvas), GDK_KEY_T, GDK_SHIFT_MASK));
  iterate ();
  node = find_editing (fixture);
  g_assert_nonnull (node);
  answer = write_box (fixture, "The check was on", AFT_WHYS_KEEP);
  g_assert_true (aft_item_get_parent (aft_item_get_parent (answer)) == problem);
  g_assert_cmpstr (aft_item_get_heading (answer), ==, "The check was on");

  /* The next letter with the problem chosen answers the same question. */
  aft_whys_view_select (fixture->view, problem);
  g_assert_true (press_key (GTK_WIDGET (fixture->canvas), GDK_KEY_x, 0));
  iterate ();
  write_box (fixture, "x", AFT_WHYS_KEEP);
  g_assert_cmpuint (count (problem, "questions"), ==, 1);
  g_assert_cmpuint (count (get_child (problem, "questions", 0), "answers"), ==, 2);
  while (aft_history_can_undo (fixture->history) && count (problem, "questions") > 0)
    g_assert_true (aft_history_undo (fixture->history));
  {
    g_autofree char *undone = dup_json (fixture->document);

    g_assert_cmpstr (undone, ==, first);
  }
}

/* What an input method composes is not taken for a command; undo takes over what is typed first. */
static void
test_compose (Fixture       *fixture,
              gconstpointer  data)
{
  AftWhysNode *node;
  GtkWidget *editor;

  act (fixture, "whys.add-problem", NULL);
  node = find_editing (fixture);
  editor = aft_whys_node_get_editor (node);
  set_text (node, "Builds");
  g_signal_emit_by_name (editor, "preedit-changed", "しっぱい");
  g_assert_false (press_key (editor, GDK_KEY_Return, 0));
  g_assert_false (press_key (editor, GDK_KEY_Escape, 0));
  g_assert_true (find_editing (fixture) == node);
  g_signal_emit_by_name (editor, "preedit-changed", "");

  aft_history_commit (fixture->history);
  g_assert_null (find_editing (fixture));
  g_assert_cmpstr (aft_item_get_heading (get_problem (fixture)), ==, "Builds");
}

/* The caret divides an answer in two; what belongs to it stays with the first. */
static void
test_split (Fixture       *fixture,
            gconstpointer  data)
{
  AftItem *answer;
  AftItem *question;
  AftWhysNode *node;
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  build (fixture);
  answer = get_first_answer (fixture);
  question = aft_item_get_parent (answer);
  aft_whys_canvas_edit (fixture->canvas, answer);
  node = find_editing (fixture);
  set_text (node, "The check was on and it was wrong");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (aft_whys_node_get_editor (node)));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 16);
  gtk_text_buffer_place_cursor (buffer, &iter);
  g_assert_true (press_key (aft_whys_node_get_editor (node), GDK_KEY_Return, GDK_CONTROL_MASK));
  iterate ();
  g_assert_cmpuint (count (question, "answers"), ==, 3);
  g_assert_cmpstr (aft_item_get_heading (get_child (question, "answers", 0)), ==, "The check was on");
  g_assert_cmpstr (aft_item_get_heading (get_child (question, "answers", 1)), ==, "and it was wrong");

  aft_whys_view_select (fixture->view, answer);
  act (fixture, "whys.merge-next", NULL);
  g_assert_cmpuint (count (question, "answers"), ==, 2);
}

static void
test_fold (Fixture       *fixture,
           gconstpointer  data)
{
  AftItem *problem;
  AftItem *answer;
  guint n_places;

  build (fixture);
  problem = get_problem (fixture);
  answer = get_child (get_child (problem, "questions", 1), "answers", 0);
  n_places = aft_whys_tree_get_n (fixture->canvas->tree);
  g_assert_cmpuint (aft_whys_tree_get_n (fixture->outline->tree), ==, n_places);

  /* What is chosen below goes up to what hides it. */
  aft_whys_view_select (fixture->view, get_child (get_child (answer, "questions", 0), "answers", 0));
  aft_whys_view_set_folded (fixture->view, answer, TRUE);
  g_assert_true (aft_whys_view_get_selected (fixture->view) == answer);
  g_assert_cmpuint (aft_whys_tree_get_n (fixture->canvas->tree), ==, n_places - 2);
  g_assert_cmpuint (aft_whys_tree_get_n (fixture->outline->tree), ==, n_places - 2);
  g_assert_cmpuint (aft_whys_tree_get (fixture->canvas->tree, aft_whys_tree_find (fixture->canvas->tree, answer))->n_hidden, ==, 1);
  iterate ();
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_node (fixture, answer)), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_node (fixture, answer)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Possible · 1 answer hidden · 1 question");

  /* What is shown from elsewhere is unfolded, and so is what somebody asks of. */
  aft_whys_view_select (fixture->view, get_child (get_child (answer, "questions", 0), "answers", 0));
  g_assert_false (aft_whys_view_is_folded (fixture->view, answer));
  g_assert_cmpuint (aft_whys_tree_get_n (fixture->canvas->tree), ==, n_places);

  act (fixture, "whys.fold-all", NULL);
  g_assert_cmpuint (aft_whys_tree_get_n (fixture->canvas->tree), ==, n_places - 2);
  act (fixture, "whys.unfold-all", NULL);
  g_assert_cmpuint (aft_whys_tree_get_n (fixture->canvas->tree), ==, n_places);
  aft_whys_view_select (fixture->view, problem);
  act (fixture, "whys.toggle-fold", NULL);
  g_assert_cmpuint (aft_whys_tree_get_n (fixture->canvas->tree), ==, 1);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  guint position;
  guint n_found;

  build (fixture);
  aft_whys_view_set_folded (fixture->view, get_problem (fixture), TRUE);
  aft_whys_view_find (fixture->view, "CHECK");
  aft_whys_view_find_next (fixture->view, 0);
  aft_whys_view_count_found (fixture->view, &position, &n_found);
  g_assert_cmpuint (n_found, ==, 2);
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (aft_whys_view_get_selected (fixture->view) == get_first_answer (fixture));
  g_assert_true (is_in_sight (fixture->canvas, get_first_answer (fixture)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_node (fixture, get_first_answer (fixture))), "found"));

  aft_whys_view_find_next (fixture->view, 1);
  aft_whys_view_count_found (fixture->view, &position, &n_found);
  g_assert_cmpuint (position, ==, 2);
  aft_whys_view_find_next (fixture->view, 1);
  aft_whys_view_count_found (fixture->view, &position, &n_found);
  g_assert_cmpuint (position, ==, 1);

  /* An edit is followed. */
  g_object_set (get_first_answer (fixture), "text", "Something else", NULL);
  aft_whys_view_count_found (fixture->view, &position, &n_found);
  g_assert_cmpuint (n_found, ==, 1);
  aft_whys_view_find (fixture->view, "");
  aft_whys_view_count_found (fixture->view, &position, &n_found);
  g_assert_cmpuint (n_found, ==, 0);
}

static void
test_branch (Fixture       *fixture,
             gconstpointer  data)
{
  AftItem *answer;

  build (fixture);
  answer = get_first_answer (fixture);
  aft_whys_view_select (fixture->view, answer);
  act (fixture, "whys.focus-branch", NULL);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_node (fixture, get_problem (fixture))), "faint"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_node (fixture, answer)), "faint"));
  g_assert_true (press_key (GTK_WIDGET (fixture->canvas), GDK_KEY_Escape, 0));
  g_assert_null (aft_whys_view_get_branch (fixture->view));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_node (fixture, get_problem (fixture))), "faint"));

  /* A branch that goes takes its mark with it. */
  act (fixture, "whys.focus-branch", NULL);
  act (fixture, "whys.remove", NULL);
  g_assert_null (aft_whys_view_get_branch (fixture->view));
}

/* Only what is in sight is a widget, and far out nothing but what is chosen. */
static void
test_sight (Fixture       *fixture,
            gconstpointer  data)
{
  AftItem *question;
  GtkWidget *overview;
  AftRect frame;

  build_wide (fixture, 2000);
  question = get_child (get_problem (fixture), "questions", 0);
  g_assert_cmpuint (aft_whys_tree_get_n (fixture->canvas->tree), ==, 6002);
  g_assert_cmpuint (g_hash_table_size (fixture->canvas->nodes), <, 100);
  g_assert_cmpuint (g_hash_table_size (fixture->outline->nodes), <, 100);

  /* The beginning is where the problem is. */
  act (fixture, "whys.fit", NULL);
  g_assert_true (aft_whys_canvas_is_readable (fixture->canvas) || g_hash_table_size (fixture->canvas->nodes) <= 1);
  aft_whys_canvas_focus_item (fixture->canvas, get_child (question, "answers", 1999));
  iterate ();
  g_assert_true (is_in_sight (fixture->canvas, get_child (question, "answers", 1999)));
  g_assert_cmpuint (g_hash_table_size (fixture->canvas->nodes), <, 100);

  overview = find_widget (fixture->page, AFT_TYPE_WHYS_OVERVIEW);
  g_assert_true (gtk_widget_get_visible (overview));
  frame = aft_whys_overview_get_frame (AFT_WHYS_OVERVIEW (overview));
  g_signal_emit_by_name (find_controller (overview, GTK_TYPE_GESTURE_DRAG), "drag-begin", frame.x + frame.width / 2, 6.0);
  iterate ();
  g_assert_false (is_in_sight (fixture->canvas, get_child (question, "answers", 1999)));

  for (int i = 0; i < 30; i++)
    aft_whys_canvas_zoom (fixture->canvas, 0.7, 400, 300);
  iterate ();
  g_assert_false (aft_whys_canvas_is_readable (fixture->canvas));
  g_assert_cmpuint (g_hash_table_size (fixture->canvas->nodes), <=, 1);
}

/* No box lies on another, whatever the arrangement, also from right to left. */
static void
assert_apart (AftWhysCanvas *canvas)
{
  const guint n = aft_whys_tree_get_n (canvas->tree);

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      g_assert_false (aft_rect_intersects (&aft_whys_tree_get (canvas->tree, i)->rect, &aft_whys_tree_get (canvas->tree, j)->rect));
}

static void
test_arrangements (Fixture       *fixture,
                   gconstpointer  data)
{
  AftItem *problem;
  AftItem *answer;

  build (fixture);
  problem = get_problem (fixture);
  answer = get_first_answer (fixture);
  assert_apart (fixture->canvas);
  g_assert_cmpfloat (get_area (fixture->canvas, problem).x, <, get_area (fixture->canvas, answer).x);

  g_object_set (fixture->page, "down", TRUE, NULL);
  iterate ();
  assert_apart (fixture->canvas);
  g_assert_cmpfloat (get_area (fixture->canvas, problem).y, <, get_area (fixture->canvas, answer).y);
  g_object_set (fixture->page, "stacked", TRUE, NULL);
  iterate ();
  assert_apart (fixture->canvas);
  g_object_set (fixture->page, "down", FALSE, "stacked", FALSE, NULL);

  gtk_widget_set_direction (GTK_WIDGET (fixture->canvas), GTK_TEXT_DIR_RTL);
  iterate ();
  wait_until (!fixture->canvas->stale);
  assert_apart (fixture->canvas);
  g_assert_cmpfloat (get_area (fixture->canvas, problem).x, >, get_area (fixture->canvas, answer).x);

  gtk_widget_activate_action (fixture->page, "page.view", "s", "outline");
  iterate ();
  wait_until (!fixture->outline->stale);
  assert_apart (fixture->outline);
  for (guint i = 1; i < aft_whys_tree_get_n (fixture->outline->tree); i++)
    g_assert_cmpfloat (aft_whys_tree_get (fixture->outline->tree, i)->rect.y, >, aft_whys_tree_get (fixture->outline->tree, i - 1)->rect.y);

  /* What is done in the outline is done as on the canvas. */
  aft_whys_canvas_focus_item (fixture->outline, answer);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->outline), "whys.walk", "i", GTK_DIR_DOWN));
  g_assert_true (aft_whys_view_get_selected (fixture->view) == get_child (aft_item_get_parent (answer), "answers", 1));
}

static void
drag_onto (Fixture *fixture,
           AftItem *item,
           AftItem *target,
           double   part)
{
  GtkEventController *drag = find_controller (GTK_WIDGET (fixture->canvas), GTK_TYPE_GESTURE_DRAG);
  const AftRect from = get_area (fixture->canvas, item);
  const AftRect to = get_area (fixture->canvas, target);
  const double x = from.x + from.width / 2;
  const double y = from.y + from.height / 2;

  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-update", to.x + to.width / 2 - x, to.y + to.height * part - y);
  g_signal_emit_by_name (drag, "drag-end", to.x + to.width / 2 - x, to.y + to.height * part - y);
  iterate ();
  wait_until (fixture->canvas->from == NULL && !fixture->canvas->stale);
}

static void
test_landings (Fixture       *fixture,
               gconstpointer  data)
{
  AftItem *problem;
  AftItem *question;
  AftItem *first;
  AftItem *second;
  AftItem *third;

  build (fixture);
  wait_until (fixture->canvas->from == NULL && !fixture->canvas->stale);
  problem = get_problem (fixture);
  question = get_child (problem, "questions", 0);
  first = get_child (question, "answers", 0);
  second = get_child (question, "answers", 1);
  third = get_child (get_child (problem, "questions", 1), "answers", 0);

  drag_onto (fixture, second, first, 0.1);
  g_assert_true (get_child (question, "answers", 0) == second);
  drag_onto (fixture, second, first, 0.95);
  g_assert_true (get_child (question, "answers", 1) == second);
  drag_onto (fixture, third, first, 0.9);
  g_assert_true (get_child (question, "answers", 1) == third);
  drag_onto (fixture, second, third, 0.5);
  g_assert_true (aft_item_is_inside (second, third));

  /* Nothing goes below itself. */
  drag_onto (fixture, third, second, 0.5);
  g_assert_true (aft_item_is_inside (second, third));
  g_assert_true (get_child (question, "answers", 1) == third);
}

static void
test_event (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(AftEvent) event = aft_event_new ();
  GtkEventController *drop = find_controller (GTK_WIDGET (fixture->canvas), GTK_TYPE_DROP_TARGET);
  g_auto(GValue) value = G_VALUE_INIT;
  AftRect area;
  gboolean dropped;

  build (fixture);
  g_object_set (event, "text", "It was switched on", NULL);
  aft_history_insert (fixture->history, AFT_ITEM (fixture->document), "events", G_MAXUINT, AFT_ITEM (event));
  wait_until (fixture->canvas->from == NULL && !fixture->canvas->stale);
  g_value_init (&value, AFT_TYPE_EVENT);
  g_value_set_object (&value, event);

  area = get_area (fixture->canvas, get_problem (fixture));
  g_signal_emit_by_name (drop, "drop", &value, area.x + 20, area.y + 20, &dropped);
  g_assert_false (dropped);
  area = get_area (fixture->canvas, get_first_answer (fixture));
  g_signal_emit_by_name (drop, "drop", &value, area.x + 20, area.y + 20, &dropped);
  g_assert_true (dropped);
  g_assert_cmpstr (aft_answer_get_events (AFT_ANSWER (get_first_answer (fixture)))[0], ==, aft_item_get_id (AFT_ITEM (event)));
  iterate ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_node (fixture, get_first_answer (fixture))),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Possible · 1 event");
}

static void
test_present (Fixture       *fixture,
              gconstpointer  data)
{
  AftItem *answer;
  g_autoptr(GtkCssProvider) style = gtk_css_provider_new ();
  gboolean presenting;
  PangoContext *context;

  /* The application does this by itself. */
  gtk_css_provider_load_from_resource (style, "/app/afterword/Afterword/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  build (fixture);
  answer = get_first_answer (fixture);
  aft_whys_view_select (fixture->view, answer);
  gtk_widget_activate_action (fixture->page, "page.present", NULL);
  g_object_get (fixture->session, "presenting", &presenting, NULL);
  g_assert_true (presenting);
  iterate ();
  wait_until (!fixture->canvas->stale);
  context = gtk_widget_get_pango_context (GTK_WIDGET (get_node (fixture, answer)));
  g_assert_cmpfloat (pango_font_description_get_size (pango_context_get_font_description (context)) / (double) PANGO_SCALE *
                     pango_cairo_context_get_resolution (context) / 72 * fixture->canvas->zoom, >=, 18);

  press_key (GTK_WIDGET (fixture->canvas), GDK_KEY_2, 0);
  g_assert_cmpint (aft_answer_get_state (AFT_ANSWER (answer)), ==, AFT_ANSWER_CONFIRMED);
  press_key (GTK_WIDGET (fixture->canvas), GDK_KEY_3, 0);
  g_assert_cmpint (aft_answer_get_state (AFT_ANSWER (answer)), ==, AFT_ANSWER_RULED_OUT);
  press_key (GTK_WIDGET (fixture->canvas), GDK_KEY_1, 0);
  g_assert_cmpint (aft_answer_get_state (AFT_ANSWER (answer)), ==, AFT_ANSWER_POSSIBLE);
  press_key (GTK_WIDGET (fixture->canvas), GDK_KEY_p, 0);
  g_assert_null (aft_item_get_document (answer));
  g_assert_null (find_editing (fixture));

  g_object_set (fixture->session, "presenting", FALSE, NULL);
  g_assert_false (gtk_widget_has_css_class (fixture->page, "aft-presenting"));
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style));
}

static void
shown_cb (AftSession  *session,
          AftItem     *item,
          AftItem    **shown)
{
  *shown = item;
}

/* Each link is a chip that leads to the other end, where one leads back. */
static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  AftItem *shown = NULL;
  AftItem *answer;
  AftItem *parked;
  AftItem *lesson;
  AftItem *action;
  GtkWidget *chip;
  GtkWidget *row;

  g_signal_connect (fixture->session, "show-item", G_CALLBACK (shown_cb), &shown);
  build (fixture);
  answer = get_child (get_child (get_problem (fixture), "questions", 1), "answers", 0);
  parked = get_child (get_child (answer, "questions", 0), "answers", 0);
  aft_whys_view_select (fixture->view, answer);
  act (fixture, "whys.make-lesson", NULL);
  lesson = get_child (fixture->document, "lessons", 0);
  chip = find_button (GTK_WIDGET (get_node (fixture, answer)), "1 lesson");
  g_signal_emit_by_name (chip, "clicked");
  g_assert_true (shown == lesson);

  aft_whys_view_select (fixture->view, parked);
  act (fixture, "whys.park", NULL);
  action = get_child (fixture->document, "other-actions", 0);
  g_assert_cmpstr (aft_item_get_heading (action), ==, "Nobody looked");
  chip = find_button (GTK_WIDGET (get_node (fixture, answer)), "1 proposed action");
  g_signal_emit_by_name (chip, "clicked");
  g_assert_true (shown == action);

  row = g_object_ref_sink (aft_action_row_new (fixture->session, action));
  aft_action_row_update (AFT_ACTION_ROW (row), NULL);
  g_signal_emit_by_name (find_button (row, "From 1 answer of the whys"), "clicked");
  g_assert_true (shown == answer);
  g_object_unref (row);
  row = g_object_ref_sink (aft_action_row_new (fixture->session, lesson));
  aft_action_row_update (AFT_ACTION_ROW (row), NULL);
  shown = NULL;
  g_signal_emit_by_name (find_button (row, "From 1 answer of the whys"), "clicked");
  g_assert_true (shown == answer);
  g_object_unref (row);
}

/* What is copied can be pasted elsewhere, and so can indented text. */
static void
test_clipboard (Fixture       *fixture,
                gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->canvas));
  g_autoptr(GString) lines = g_string_new ("Everything\n");
  AftItem *question;
  AftItem *answer;

  build (fixture);
  question = get_child (get_problem (fixture), "questions", 0);
  aft_whys_view_select (fixture->view, get_child (question, "answers", 0));
  act (fixture, "whys.copy", NULL);
  aft_whys_view_select (fixture->view, question);
  act (fixture, "whys.paste", NULL);
  wait_until (count (question, "answers") == 3);
  g_assert_cmpstr (aft_item_get_heading (get_child (question, "answers", 2)), ==, "The check was on");
  g_assert_cmpstr (aft_item_get_id (get_child (question, "answers", 2)), !=, aft_item_get_id (get_child (question, "answers", 0)));

  /* Tabs and blanks, as mail and editors leave them. */
  for (int i = 0; i < 999; i++)
    g_string_append_printf (lines, "%s- line %d\n", i % 3 == 0 ? "\t" : "        ", i);
  gdk_clipboard_set_text (clipboard, lines->str);
  answer = get_child (question, "answers", 1);
  aft_whys_view_select (fixture->view, answer);
  act (fixture, "whys.paste", NULL);
  wait_until (count (answer, "questions") == 1);
  answer = get_child (get_child (answer, "questions", 0), "answers", 0);
  g_assert_cmpstr (aft_item_get_heading (answer), ==, "Everything");
  g_assert_cmpuint (count (get_child (answer, "questions", 0), "answers"), ==, 999);
  wait_until (!fixture->canvas->stale);
  g_assert_true (aft_history_undo (fixture->history));
  g_assert_cmpuint (count (get_child (question, "answers", 1), "questions"), ==, 0);

  /* Nothing comes of nothing. */
  gdk_clipboard_set_text (clipboard, " \n");
  act (fixture, "whys.paste", NULL);
  g_assert_cmpuint (count (get_child (question, "answers", 1), "questions"), ==, 0);
}

static gboolean
count_cb (gpointer n_idles)
{
  *(guint *) n_idles += 1;

  return G_SOURCE_REMOVE;
}

/* A menu that is closed leaves nothing behind that keeps the application from sleeping. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  guint n_idles = 0;

  build (fixture);
  aft_whys_view_select (fixture->view, get_first_answer (fixture));
  act (fixture, "whys.menu-key", NULL);
  g_assert_nonnull (fixture->canvas->menu);
  gtk_popover_popdown (GTK_POPOVER (fixture->canvas->menu));
  wait_until (fixture->canvas->menu == NULL);
  /* A source that came to stay at a higher priority would never let this one run. */
  g_idle_add_full (G_PRIORITY_LOW, count_cb, &n_idles, NULL);
  wait_until (n_idles == 1);
}

/* The arrows follow the tree, and never lead into another branch. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  AftItem *problem;
  AftItem *answer;
  AftItem *leaf;

  build (fixture);
  problem = get_problem (fixture);
  answer = get_child (get_child (problem, "questions", 1), "answers", 0);
  leaf = get_child (get_child (problem, "questions", 0), "answers", 1);
  aft_whys_view_select (fixture->view, problem);
  act (fixture, "whys.walk", "i", GTK_DIR_RIGHT);
  g_assert_true (aft_item_get_parent (aft_whys_view_get_selected (fixture->view)) == problem);
  act (fixture, "whys.walk", "i", GTK_DIR_LEFT);
  g_assert_true (aft_whys_view_get_selected (fixture->view) == problem);
  aft_whys_view_select (fixture->view, leaf);
  act (fixture, "whys.walk", "i", GTK_DIR_RIGHT);
  g_assert_true (aft_whys_view_get_selected (fixture->view) == leaf);
  act (fixture, "whys.walk", "i", GTK_DIR_DOWN);
  g_assert_true (aft_whys_view_get_selected (fixture->view) == answer);

  g_object_set (fixture->page, "down", TRUE, NULL);
  iterate ();
  act (fixture, "whys.walk", "i", GTK_DIR_UP);
  g_assert_true (aft_whys_view_get_selected (fixture->view) == aft_item_get_parent (answer));
  act (fixture, "whys.walk", "i", GTK_DIR_DOWN);
  g_assert_true (aft_whys_view_get_selected (fixture->view) == answer);
}

/* What is begun and left again never was; what was typed by then stays. */
static void
test_escape (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  AftItem *problem;
  AftItem *answer;

  build (fixture);
  problem = get_problem (fixture);
  aft_history_mark_saved (fixture->history, aft_history_get_state (fixture->history));
  before = dup_json (fixture->document);
  aft_whys_view_select (fixture->view, problem);
  act (fixture, "whys.ask", NULL);
  write_box (fixture, "", AFT_WHYS_LEAVE);
  after = dup_json (fixture->document);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (aft_history_is_modified (fixture->history));
  g_assert_true (aft_whys_view_get_selected (fixture->view) == problem);

  act (fixture, "whys.ask", NULL);
  answer = write_box (fixture, "Half a sentence", AFT_WHYS_LEAVE);
  g_assert_cmpstr (aft_item_get_heading (answer), ==, "Half a sentence");
  g_assert_true (aft_history_undo (fixture->history));
  g_assert_false (aft_history_is_modified (fixture->history));
}

/* Long texts, emoji and other scripts are shown and kept as they are. */
static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("🧯 ");
  AftItem *answer;
  AftRect area;

  build (fixture);
  answer = get_first_answer (fixture);
  while (g_utf8_strlen (text->str, -1) < 10000)
    g_string_append (text, "تم تشغيل الفحص، 検査が有効になった and nobody knew; ");
  aft_whys_canvas_edit (fixture->canvas, answer);
  write_box (fixture, text->str, AFT_WHYS_KEEP);
  g_strstrip (text->str);
  g_assert_cmpstr (aft_item_get_heading (answer), ==, text->str);
  wait_until (!fixture->canvas->stale);
  area = get_area (fixture->canvas, answer);
  g_assert_cmpfloat (area.height, <, 400);
  assert_apart (fixture->canvas);
  assert_apart (fixture->outline);
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/whys-canvas/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("type", test_type);
  ADD ("compose", test_compose);
  ADD ("split", test_split);
  ADD ("fold", test_fold);
  ADD ("find", test_find);
  ADD ("branch", test_branch);
  ADD ("sight", test_sight);
  ADD ("arrangements", test_arrangements);
  ADD ("landings", test_landings);
  ADD ("event", test_event);
  ADD ("present", test_present);
  ADD ("menu", test_menu);
  ADD ("walk", test_walk);
  ADD ("escape", test_escape);
  ADD ("links", test_links);
  ADD ("clipboard", test_clipboard);
  ADD ("texts", test_texts);

  return tools_run ();
}

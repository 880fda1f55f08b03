/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "whys-tools.h"

#include "aft-factor.h"
#include "aft-factors-list.h"
#include "aft-whys-hints.h"

static void
test_build (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *first = dup_json (fixture->document);
  AftItem *problem;
  AftItem *question;
  AftItem *answer;

  build (fixture);
  problem = get_child (fixture->document, "problems", 0);
  question = get_child (problem, "questions", 0);
  g_assert_cmpstr (aft_item_get_heading (problem), ==, "Builds failed");
  g_assert_cmpstr (aft_item_get_heading (get_child (question, "answers", 0)), ==, "The check was on");
  g_assert_cmpstr (aft_item_get_heading (get_child (question, "answers", 1)), ==, "The check was wrong");
  answer = get_child (get_child (problem, "questions", 1), "answers", 0);
  g_assert_cmpstr (aft_item_get_heading (answer), ==, "There were flaws");
  answer = get_child (get_child (answer, "questions", 0), "answers", 0);
  g_assert_cmpstr (aft_item_get_heading (answer), ==, "Nobody looked");
  g_assert_null (find_editing (fixture));

  assert_undo_and_redo (fixture->document, first);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  AftItem *problem;
  AftItem *answer;

  act (fixture, "whys.add-problem", NULL);
  problem = write_box (fixture, "Builds failed", AFT_WHYS_KEEP_AND_ASK);
  g_assert_cmpuint (count (problem, "questions"), ==, 1);

  /* Left empty, the answer goes, and the question that was only asked for it. */
  write_box (fixture, "", AFT_WHYS_KEEP_AND_ASK);
  g_assert_cmpuint (count (problem, "questions"), ==, 0);
  g_assert_true (aft_whys_view_get_selected (fixture->view) == problem);

  /* Escape leaves the text as it was. */
  act (fixture, "whys.edit", NULL);
  answer = write_box (fixture, "Something else", AFT_WHYS_LEAVE);
  g_assert_true (answer == problem);
  g_assert_cmpstr (aft_item_get_heading (problem), ==, "Builds failed");
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  AftItem *problem;
  AftWhysNode *node;

  act (fixture, "whys.add-problem", NULL);
  node = find_editing (fixture);
  set_text (node, "Builds failed");
  g_assert_true (press_key (aft_whys_node_get_editor (node), GDK_KEY_Return, 0));
  iterate ();
  problem = get_child (fixture->document, "problems", 0);
  g_assert_cmpuint (count (problem, "questions"), ==, 1);

  node = find_editing (fixture);
  g_assert_nonnull (node);
  g_assert_false (press_key (aft_whys_node_get_editor (node), GDK_KEY_a, 0));
  g_assert_true (press_key (aft_whys_node_get_editor (node), GDK_KEY_Escape, 0));
  iterate ();
  g_assert_null (find_editing (fixture));
  g_assert_cmpuint (count (problem, "questions"), ==, 0);
}

static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *first = NULL;
  AftItem *answer;

  build (fixture);
  answer = get_child (get_child (get_child (fixture->document, "problems", 0), "questions", 0), "answers", 1);
  while (aft_history_undo (fixture->history))
    ;
  first = dup_json (fixture->document);
  while (aft_history_redo (fixture->history))
    ;
  iterate ();

  aft_whys_view_select (fixture->view, answer);
  act (fixture, "whys.mark", "s", "confirmed");
  g_assert_cmpint (aft_answer_get_state (AFT_ANSWER (answer)), ==, AFT_ANSWER_CONFIRMED);
  act (fixture, "whys.mark", "s", "ruled-out");
  g_assert_cmpint (aft_answer_get_state (AFT_ANSWER (answer)), ==, AFT_ANSWER_RULED_OUT);
  wait_until (gtk_widget_has_css_class (GTK_WIDGET (get_node (fixture, answer)), "ruled-out"));
  act (fixture, "whys.toggle-factor", NULL);
  g_assert_true (aft_answer_get_contributing_factor (AFT_ANSWER (answer)));
  act (fixture, "whys.toggle-factor", NULL);
  g_assert_false (aft_answer_get_contributing_factor (AFT_ANSWER (answer)));

  assert_undo_and_redo (fixture->document, first);
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  AftItem *question;
  AftItem *first;
  AftItem *second;

  build (fixture);
  question = get_child (get_child (fixture->document, "problems", 0), "questions", 0);
  first = get_child (question, "answers", 0);
  second = get_child (question, "answers", 1);

  aft_whys_view_select (fixture->view, second);
  act (fixture, "whys.move", "i", -1);
  g_assert_true (get_child (question, "answers", 0) == second);
  g_assert_true (aft_whys_view_get_selected (fixture->view) == second);
  act (fixture, "whys.move", "i", -1);
  g_assert_true (get_child (question, "answers", 0) == second);
  act (fixture, "whys.move", "i", 1);
  g_assert_true (get_child (question, "answers", 0) == first);

  aft_whys_view_select (fixture->view, first);
  act (fixture, "whys.walk", "i", GTK_DIR_LEFT);
  g_assert_true (aft_whys_view_get_selected (fixture->view) == question);
  act (fixture, "whys.walk", "i", GTK_DIR_RIGHT);
  g_assert_true (AFT_IS_ANSWER (aft_whys_view_get_selected (fixture->view)));

  aft_whys_view_select (fixture->view, second);
  act (fixture, "whys.remove", NULL);
  g_assert_cmpuint (count (question, "answers"), ==, 1);
  g_assert_true (aft_whys_view_get_selected (fixture->view) == question);
  g_assert_true (aft_history_undo (fixture->history));
  g_assert_cmpuint (count (question, "answers"), ==, 2);
}

static void
begin_drag (Fixture            *fixture,
            GtkEventController *drag,
            AftItem            *item,
            AftItem            *target,
            double             *dx,
            double             *dy)
{
  AftWhysTree *tree = fixture->canvas->tree;
  const AftRect *from = &aft_whys_tree_get (tree, aft_whys_tree_find (tree, item))->rect;
  const AftRect *to = &aft_whys_tree_get (tree, aft_whys_tree_find (tree, target))->rect;
  const double zoom = fixture->canvas->zoom;

  g_signal_emit_by_name (drag, "drag-begin", (from->x + from->width / 2) * zoom + fixture->canvas->offset_x,
                         (from->y + from->height / 2) * zoom + fixture->canvas->offset_y);
  *dx = (to->x + to->width / 2 - from->x - from->width / 2) * zoom;
  *dy = (to->y + to->height / 2 - from->y - from->height / 2) * zoom;
}

static void
test_drag (Fixture       *fixture,
           gconstpointer  data)
{
  GtkEventController *drag = find_controller (GTK_WIDGET (fixture->canvas), GTK_TYPE_GESTURE_DRAG);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  AftItem *question;
  AftItem *first;
  AftItem *second;
  double dx;
  double dy;

  build (fixture);
  question = get_child (get_child (fixture->document, "problems", 0), "questions", 0);
  first = get_child (question, "answers", 0);
  second = get_child (question, "answers", 1);
  aft_history_break (fixture->history);
  before = dup_json (fixture->document);

  /* Escape drops what is dragged. */
  begin_drag (fixture, drag, second, first, &dx, &dy);
  g_assert_true (fixture->canvas->dragged == second);
  g_signal_emit_by_name (drag, "drag-update", dx, dy);
  g_assert_true (fixture->canvas->drag_started);
  g_assert_true (press_key (GTK_WIDGET (fixture->canvas), GDK_KEY_Escape, 0));
  g_assert_null (fixture->canvas->dragged);
  g_signal_emit_by_name (drag, "drag-end", dx, dy);
  iterate ();
  after = dup_json (fixture->document);
  g_assert_cmpstr (after, ==, before);

  /* There is no pointer behind a signal: the target is what the gesture would have found. */
  begin_drag (fixture, drag, second, first, &dx, &dy);
  g_signal_emit_by_name (drag, "drag-update", dx, dy);
  g_set_object (&fixture->canvas->target, first);
  fixture->canvas->landing = AFT_WHYS_CHILD;
  g_signal_emit_by_name (drag, "drag-end", dx, dy);
  iterate ();
  g_assert_cmpuint (count (question, "answers"), ==, 1);
  g_assert_true (aft_item_get_parent (aft_item_get_parent (second)) == first);
  g_assert_true (aft_whys_view_get_selected (fixture->view) == second);

  g_assert_true (aft_history_undo (fixture->history));
  g_clear_pointer (&after, g_free);
  after = dup_json (fixture->document);
  g_assert_cmpstr (after, ==, before);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  AftItem *problem;
  AftItem *answer;
  AftWhysNode *node;

  build (fixture);
  problem = get_child (fixture->document, "problems", 0);
  answer = get_child (get_child (problem, "questions", 0), "answers", 1);
  aft_whys_view_select (fixture->view, answer);
  act (fixture, "whys.mark", "s", "confirmed");
  node = get_node (fixture, answer);
  wait_until (gtk_widget_has_css_class (GTK_WIDGET (node), "confirmed"));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->canvas), GTK_ACCESSIBLE_ROLE_TREE);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_ROLE_TREE_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_PROPERTY_LABEL, "Answer: The check was wrong");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Confirmed");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_PROPERTY_LEVEL, 3);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_RELATION_POS_IN_SET, 2);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_RELATION_SET_SIZE, 2);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_node (fixture, problem)), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_node (fixture, problem)), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);

  /* What is typed in has a role, which a text of its own does not have. */
  aft_whys_canvas_edit (fixture->canvas, answer);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (aft_whys_node_get_editor (get_node (fixture, answer))),
                                   GTK_ACCESSIBLE_ROLE_TEXT_BOX);
}

static GtkWidget *
find_hint (Fixture *fixture)
{
  GtkWidget *hints = find_widget (fixture->page, AFT_TYPE_WHYS_HINTS);

  return find_widget (hints, GTK_TYPE_REVEALER);
}

/* What review has to say of the chosen box can be closed, and mended where it can. */
static void
test_hints (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *hints = find_widget (fixture->page, AFT_TYPE_WHYS_HINTS);
  AftItem *question;
  AftItem *answer;

  build (fixture);
  question = get_child (get_child (fixture->document, "problems", 0), "questions", 0);
  answer = get_child (question, "answers", 0);
  g_object_set (answer, "text", "It was human error", NULL);
  g_object_set (question, "text", "Why didn't you look?", NULL);
  aft_whys_hints_refresh (AFT_WHYS_HINTS (hints));
  aft_whys_view_select (fixture->view, get_child (question, "answers", 1));
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (find_hint (fixture))));
  aft_whys_view_select (fixture->view, answer);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (find_hint (fixture))));
  g_signal_emit_by_name (find_button (hints, "Close This Hint"), "clicked");
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (find_hint (fixture))));
  aft_whys_hints_refresh (AFT_WHYS_HINTS (hints));
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (find_hint (fixture))));

  aft_whys_view_select (fixture->view, question);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (find_hint (fixture))));
  g_signal_emit_by_name (find_button (hints, "_Use This Wording"), "clicked");
  g_assert_true (g_str_has_prefix (aft_item_get_heading (question), "How"));

  aft_whys_view_select (fixture->view, answer);
  g_object_set (answer, "text", "It was operator error", NULL);
  g_object_set (fixture->page, "hints", FALSE, NULL);
  aft_whys_hints_refresh (AFT_WHYS_HINTS (hints));
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (find_hint (fixture))));
}

/* Without a tree, the page is the list of what contributed; a tree that is there can still be reached. */
static void
test_factors (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(AftFactor) factor = aft_factor_new ();
  GtkStack *stack = GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (fixture->canvas), GTK_TYPE_STACK));

  build (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "canvas");
  g_object_set (factor, "text", "Nobody had tried it", NULL);
  aft_history_insert (fixture->history, AFT_ITEM (fixture->document), "factors", 0, AFT_ITEM (factor));
  g_object_set (fixture->document, "method", AFT_METHOD_FACTORS, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "factors");
  g_assert_nonnull (find_widget (fixture->page, AFT_TYPE_FACTORS_LIST));
  g_assert_true (aft_page_show_item (AFT_PAGE (fixture->page), AFT_ITEM (factor)));
  gtk_widget_activate_action (fixture->page, "page.present", NULL);
  g_assert_false (gtk_widget_has_css_class (fixture->page, "aft-presenting"));

  g_assert_true (aft_page_show_item (AFT_PAGE (fixture->page), get_child (fixture->document, "problems", 0)));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "canvas");
  g_object_set (fixture->document, "method", AFT_METHOD_HOW, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "canvas");
  g_assert_nonnull (find_button (fixture->page, "Ask _How"));
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/whys-page/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("build", test_build);
  ADD ("empty", test_empty);
  ADD ("keys", test_keys);
  ADD ("mark", test_mark);
  ADD ("move", test_move);
  ADD ("drag", test_drag);
  ADD ("accessible", test_accessible);
  ADD ("hints", test_hints);
  ADD ("factors", test_factors);

  return tools_run ();
}

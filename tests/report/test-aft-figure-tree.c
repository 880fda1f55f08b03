/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-figure-tree-private.h"

#define WIDTH 467.0
#define HEIGHT 540.0

static void
grow (AftFigureData *data,
      GRand         *rand,
      guint32        parent,
      guint          depth,
      gint           most)
{
  const gint n_questions = depth == 0 ? g_rand_int_range (rand, 1, 3) : g_rand_int_range (rand, 0, 3);

  for (gint i = 0; i < n_questions && depth < 7; i++)
    {
      const gint n_answers = g_rand_int_range (rand, 0, most);
      AftTreeEntry *entry = aft_figure_data_add_node (data, parent, AFT_TREE_QUESTION, "Why was nobody aware of it?");
      const guint32 question = data->nodes->len - 1;

      entry->join = n_answers > 1 ? (AftJoin) g_rand_int_range (rand, 0, 3) : AFT_JOIN_OPEN;
      for (gint j = 0; j < n_answers; j++)
        {
          entry = aft_figure_data_add_node (data, question, AFT_TREE_ANSWER,
                                            "It was switched on after a miscompilation, and left a release earlier.");
          entry->state = (AftAnswerState) g_rand_int_range (rand, 0, 3);
          entry->factor = g_rand_boolean (rand);
          grow (data, rand, data->nodes->len - 1, depth + 1, most);
        }
    }
}

/* Every entry is drawn, at a size that can be read, and no box lies over another. */
static void
assert_drawn (const AftFigureData *data,
              const GPtrArray     *panels)
{
  g_autofree guint *seen = g_new0 (guint, data->nodes->len);

  for (guint i = 0; i < panels->len; i++)
    {
      AftPanel *panel = g_ptr_array_index (panels, i);
      const AftTreePart *part = panel->data;
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x;
      double y;
      double width;
      double height;

      g_assert_cmpfloat (panel->width, <=, WIDTH + 0.01);
      g_assert_cmpfloat (panel->height, <=, HEIGHT + 0.01);
      g_assert_cmpfloat (part->scale * aft_style_get_size (AFT_STYLE_FIGURE), >=, 7);

      panel->draw (panel, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      cairo_surface_destroy (surface);
      g_assert_cmpfloat (x, >=, -2);
      g_assert_cmpfloat (y, >=, -2);
      g_assert_cmpfloat (x + width, <=, panel->width + 2);
      g_assert_cmpfloat (y + height, <=, panel->height + 2);

      for (guint j = 0; j < part->boxes->len; j++)
        {
          const AftTreeBox *box = &g_array_index (part->boxes, AftTreeBox, j);
          guint index;

          g_assert_true (g_ptr_array_find (data->nodes, box->entry, &index));
          seen[index]++;
          for (guint k = 0; k < j; k++)
            g_assert_false (aft_rect_intersects (&box->rect, &g_array_index (part->boxes, AftTreeBox, k).rect));
        }
    }

  for (guint i = 0; i < data->nodes->len; i++)
    g_assert_cmpuint (seen[i], >=, 1);
}

static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  g_autoptr(GObject) context = G_OBJECT (aft_style_create_context ("en"));

  for (guint round = 0; round < 25; round++)
    {
      g_autoptr(AftFigureData) data = aft_figure_data_new (AFT_FIGURE_TREE, aft_report_words_get ("en"));
      g_autoptr(GPtrArray) panels = aft_panels_new ();

      aft_figure_data_add_node (data, AFT_TREE_NO_PARENT, AFT_TREE_PROBLEM, "Builds stopped.");
      grow (data, rand, 0, 0, 4);
      if (data->nodes->len > 400)
        continue;
      aft_figure_tree_add_panels (data, PANGO_CONTEXT (context), WIDTH, HEIGHT, panels);
      assert_drawn (data, panels);
    }
}

static void
test_small (void)
{
  g_autoptr(GObject) context = G_OBJECT (aft_style_create_context ("en"));
  g_autoptr(AftFigureData) data = aft_figure_data_new (AFT_FIGURE_TREE, aft_report_words_get ("en"));
  g_autoptr(GPtrArray) panels = aft_panels_new ();

  aft_figure_tree_add_panels (data, PANGO_CONTEXT (context), WIDTH, HEIGHT, panels);
  g_assert_cmpuint (panels->len, ==, 0);

  aft_figure_data_add_node (data, AFT_TREE_NO_PARENT, AFT_TREE_PROBLEM, "");
  aft_figure_tree_add_panels (data, PANGO_CONTEXT (context), WIDTH, HEIGHT, panels);
  g_assert_cmpuint (panels->len, ==, 1);
  assert_drawn (data, panels);
}

/* A question with more answers than a page has room for is the one that has to become smaller. */
static void
test_wide (void)
{
  g_autoptr(GObject) context = G_OBJECT (aft_style_create_context ("en"));
  g_autoptr(AftFigureData) data = aft_figure_data_new (AFT_FIGURE_TREE, aft_report_words_get ("en"));
  g_autoptr(GPtrArray) panels = aft_panels_new ();

  aft_figure_data_add_node (data, AFT_TREE_NO_PARENT, AFT_TREE_PROBLEM, "Problem");
  aft_figure_data_add_node (data, 0, AFT_TREE_QUESTION, "Why?");
  for (guint i = 0; i < 60; i++)
    aft_figure_data_add_node (data, 1, AFT_TREE_ANSWER, "Because of one of many things.");
  aft_figure_tree_add_panels (data, PANGO_CONTEXT (context), WIDTH, HEIGHT, panels);
  assert_drawn (data, panels);
}

/* What stands on no page is one panel, in whichever way is easier to read, and says all there is to say. */
static void
test_whole (void)
{
  g_autoptr(GObject) context = G_OBJECT (aft_style_create_context ("en"));
  g_autoptr(AftFigureData) data = aft_figure_data_new (AFT_FIGURE_TREE, aft_report_words_get ("en"));
  g_autoptr(GPtrArray) panels = aft_panels_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  const AftTreePart *part;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text, "Word %u. ", i);
  aft_figure_data_add_node (data, AFT_TREE_NO_PARENT, AFT_TREE_PROBLEM, "Problem");
  aft_figure_data_add_node (data, 0, AFT_TREE_QUESTION, "Why?");
  for (guint i = 0; i < 60; i++)
    {
      AftTreeEntry *entry = aft_figure_data_add_node (data, 1, AFT_TREE_ANSWER, i == 30 ? text->str : "Because.");

      entry->remark = g_strdup ("Same as: x");
    }
  aft_figure_tree_add_panels (data, PANGO_CONTEXT (context), AFT_PANEL_UNBOUNDED, AFT_PANEL_UNBOUNDED, panels);

  g_assert_cmpuint (panels->len, ==, 1);
  part = ((AftPanel *) g_ptr_array_index (panels, 0))->data;
  g_assert_cmpuint (part->boxes->len, ==, data->nodes->len);
  g_assert_cmpfloat (part->scale, ==, 1);
  g_assert_cmpint (part->orientation, ==, AFT_TREE_LEFT_TO_RIGHT);
  for (guint i = 0; i < part->boxes->len; i++)
    g_assert_false (pango_layout_is_ellipsized (g_array_index (part->boxes, AftTreeBox, i).text));
  g_assert_nonnull (g_array_index (part->boxes, AftTreeBox, 2).foot);
}

static void
test_chain (void)
{
  g_autoptr(GObject) context = G_OBJECT (aft_style_create_context ("en"));
  g_autoptr(AftFigureData) data = aft_figure_data_new (AFT_FIGURE_TREE, aft_report_words_get ("de"));
  g_autoptr(GPtrArray) panels = aft_panels_new ();

  aft_figure_data_add_node (data, AFT_TREE_NO_PARENT, AFT_TREE_PROBLEM, "Problem");
  for (guint32 i = 0; i < 60; i += 2)
    {
      aft_figure_data_add_node (data, i, AFT_TREE_QUESTION, "Warum?");
      aft_figure_data_add_node (data, i + 1, AFT_TREE_ANSWER, "Weil es so war, wie es schon lange war.");
    }
  aft_figure_tree_add_panels (data, PANGO_CONTEXT (context), WIDTH, HEIGHT, panels);
  g_assert_cmpuint (panels->len, >, 1);
  assert_drawn (data, panels);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/tree/random", test_random);
  g_test_add_func ("/report/tree/small", test_small);
  g_test_add_func ("/report/tree/wide", test_wide);
  g_test_add_func ("/report/tree/whole", test_whole);
  g_test_add_func ("/report/tree/chain", test_chain);

  return g_test_run ();
}

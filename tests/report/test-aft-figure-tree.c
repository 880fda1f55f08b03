/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "aft-figure-tree-private.h"
#include "aft-text-painter.h"

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

/* All that a box says stands within it. */
static void
assert_inside (const AftTreeBox *box)
{
  const gboolean boxed = box->entry->kind != AFT_TREE_QUESTION;
  PangoLayout *const layouts[] = { box->head, box->text, box->foot };
  guint n_lines = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      if (layouts[i] == NULL)
        continue;

      n_lines += (guint) pango_layout_get_line_count (layouts[i]);
      for (int line = 0; line < pango_layout_get_line_count (layouts[i]); line++)
        g_assert_cmpfloat (aft_text_painter_get_width (layouts[i], (guint) line), <=, box->rect.width);
    }
  g_assert_cmpfloat (n_lines * aft_style_get_leading (AFT_STYLE_FIGURE) + 2 * (boxed ? AFT_TREE_PADDING : 2) +
                       (box->entry->join != AFT_JOIN_OPEN ? AFT_TREE_JOIN_HEIGHT : 0),
                     <=, box->rect.height + 0.01);
}

/* The number that stands behind the last blank. */
static guint
read_number (PangoLayout *layout)
{
  return (guint) atoi (strrchr (pango_layout_get_text (layout), ' ') + 1);
}

/* Parts are numbered in the order in which they stand, each but the first says which it continues, and that
 * one says so too. */
static void
assert_numbered (const GPtrArray *panels)
{
  g_autofree guint *from = g_new0 (guint, panels->len + 1);

  if (panels->len == 1)
    {
      const AftTreePart *part = ((const AftPanel *) g_ptr_array_index (panels, 0))->data;

      g_assert_null (part->title);
      for (guint i = 0; i < part->boxes->len; i++)
        g_assert_null (g_array_index (part->boxes, AftTreeBox, i).foot);
      return;
    }

  for (guint number = 1; number <= panels->len; number++)
    {
      const AftTreePart *part = ((const AftPanel *) g_ptr_array_index (panels, number - 1))->data;
      g_autofree char *first = g_strdup_printf ("Part %u", number);
      g_autofree char *later = g_strdup_printf ("Part %u, continued from part %u", number, from[number]);

      g_assert_cmpstr (pango_layout_get_text (part->title), ==, number == 1 ? first : later);
      for (guint i = 0; i < part->boxes->len; i++)
        {
          const AftTreeBox *box = &g_array_index (part->boxes, AftTreeBox, i);
          guint next;

          if (box->foot == NULL)
            continue;

          next = read_number (box->foot);
          g_assert_cmpuint (next, >, number);
          g_assert_cmpuint (next, <=, panels->len);
          g_assert_cmpuint (from[next], ==, 0);
          from[next] = number;
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

          assert_inside (box);
          g_assert_true (g_ptr_array_find (data->nodes, box->entry, &index));
          seen[index]++;
          for (guint k = 0; k < j; k++)
            g_assert_false (aft_rect_intersects (&box->rect, &g_array_index (part->boxes, AftTreeBox, k).rect));
        }
    }

  for (guint i = 0; i < data->nodes->len; i++)
    g_assert_cmpuint (seen[i], >=, 1);
  assert_numbered (panels);
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
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *text = g_strdup_printf ("Because of many things, one of them %u", i);

      aft_figure_data_add_node (data, 1, AFT_TREE_ANSWER, text);
    }
  aft_figure_tree_add_panels (data, PANGO_CONTEXT (context), WIDTH, HEIGHT, panels);
  assert_drawn (data, panels);
  g_assert_cmpuint (panels->len, <=, 30);

  /* They follow one another, and each part shows what they answer. */
  for (guint i = 0, n = 0; i < panels->len; i++)
    {
      const AftTreePart *part = ((const AftPanel *) g_ptr_array_index (panels, i))->data;

      g_assert_cmpint (g_array_index (part->boxes, AftTreeBox, 0).entry->kind, ==, AFT_TREE_PROBLEM);
      g_assert_cmpint (g_array_index (part->boxes, AftTreeBox, 1).entry->kind, ==, AFT_TREE_QUESTION);
      for (guint j = 2; j < part->boxes->len; j++)
        g_assert_cmpuint (read_number (g_array_index (part->boxes, AftTreeBox, j).text), ==, n++);
    }
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
  g_autoptr(AftFigureData) data = aft_figure_data_new (AFT_FIGURE_TREE, aft_report_words_get ("en"));
  g_autoptr(GPtrArray) panels = aft_panels_new ();

  aft_figure_data_add_node (data, AFT_TREE_NO_PARENT, AFT_TREE_PROBLEM, "Problem");
  for (guint32 i = 0; i < 120; i += 2)
    {
      aft_figure_data_add_node (data, i, AFT_TREE_QUESTION, "Why?");
      aft_figure_data_add_node (data, i + 1, AFT_TREE_ANSWER, "Because it was so, as it had long been.");
    }
  aft_figure_tree_add_panels (data, PANGO_CONTEXT (context), WIDTH, HEIGHT, panels);
  g_assert_cmpuint (panels->len, >, 1);
  assert_drawn (data, panels);
}

/* Adds as many answers, each below one that was there before. */
static AftFigureData *
create_large (guint       n_answers,
              const char *text)
{
  AftFigureData *data = aft_figure_data_new (AFT_FIGURE_TREE, aft_report_words_get ("en"));
  g_autoptr(GRand) rand = g_rand_new_with_seed (n_answers);
  g_autofree guint *parents = g_new0 (guint, n_answers + 1);
  g_autofree guint *places = g_new0 (guint, n_answers + 1);

  for (guint i = 1; i <= n_answers; i++)
    parents[i] = (guint) g_rand_int_range (rand, MAX (0, (gint32) i - 40), (gint32) i);

  /* In preorder, as a report has them: a stack of what is still to come. */
  {
    g_autoptr(GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
    const guint root = 0;

    g_array_append_val (stack, root);
    while (stack->len > 0)
      {
        const guint at = g_array_index (stack, guint, stack->len - 1);
        gboolean asked = FALSE;

        g_array_set_size (stack, stack->len - 1);
        if (at == 0)
          aft_figure_data_add_node (data, AFT_TREE_NO_PARENT, AFT_TREE_PROBLEM, "Problem");
        else
          aft_figure_data_add_node (data, places[parents[at]], AFT_TREE_ANSWER, text);
        for (guint i = n_answers; i > at; i--)
          if (parents[i] == at)
            {
              if (!asked)
                {
                  aft_figure_data_add_node (data, data->nodes->len - 1, AFT_TREE_QUESTION, "Why was that so?");
                  places[at] = data->nodes->len - 1;
                  asked = TRUE;
                }
              g_array_append_val (stack, i);
            }
      }
  }

  return data;
}

static void
test_large (void)
{
  static const guint counts[] = { 200, 2000 };
  g_autoptr(GObject) context = G_OBJECT (aft_style_create_context ("en"));

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr(AftFigureData) data = create_large (counts[i], "It was switched on after a miscompilation.");
      g_autoptr(GPtrArray) panels = aft_panels_new ();
      double seconds;

      g_test_timer_start ();
      aft_figure_tree_add_panels (data, PANGO_CONTEXT (context), WIDTH, HEIGHT, panels);
      seconds = g_test_timer_elapsed ();
      g_test_message ("%u answers: %u parts in %.2f s", counts[i], panels->len, seconds);
      g_assert_cmpfloat (seconds, <, 30);
      assert_drawn (data, panels);
      /* A page is well filled. */
      g_assert_cmpuint (panels->len, <, counts[i] / 5);
    }
}

static char *
repeat (const char *part,
        glong       length)
{
  GString *text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < length)
    g_string_append (text, part);

  return g_string_free (text, FALSE);
}

/* Texts of 10,000 characters are cut short here, and stand in full in the list below the figure. */
static void
test_long (void)
{
  static const char *const parts[] = { "word ", "x", "🔥👩‍🚒é", "لماذا توقف الخادم؟ ", "サーバーはなぜ停止しましたか。" };
  g_autoptr(GObject) context = G_OBJECT (aft_style_create_context ("en"));

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = repeat (parts[i], 10000);
      g_autoptr(AftFigureData) data = create_large (12, text);
      g_autoptr(GPtrArray) panels = aft_panels_new ();

      for (guint j = 0; j < data->nodes->len; j++)
        {
          AftTreeEntry *entry = g_ptr_array_index (data->nodes, j);

          g_free (entry->text);
          entry->text = g_strdup (text);
          entry->join = entry->kind == AFT_TREE_QUESTION ? AFT_JOIN_AND : AFT_JOIN_OPEN;
        }
      aft_figure_tree_add_panels (data, PANGO_CONTEXT (context), WIDTH, HEIGHT, panels);
      assert_drawn (data, panels);
    }
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
  g_test_add_func ("/report/tree/large", test_large);
  g_test_add_func ("/report/tree/long", test_long);

  return g_test_run ();
}

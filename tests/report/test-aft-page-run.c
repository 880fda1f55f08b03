/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-answer.h"
#include "aft-block-equal.h"
#include "aft-event.h"
#include "aft-page-layout-private.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-section.h"
#include "report-fixture.h"

static AftPages *
lay_out (AftDocument  *document,
         AftFlowCache *cache)
{
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);

  return aft_page_run_finish (aft_page_run_new (report, cache, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT));
}

static void
assert_same_layout (PangoLayout *a,
                    PangoLayout *b)
{
  PangoRectangle first;
  PangoRectangle second;

  if (a == NULL || b == NULL)
    {
      g_assert_true (a == b);
      return;
    }

  g_assert_cmpstr (pango_layout_get_text (a), ==, pango_layout_get_text (b));
  g_assert_cmpint (pango_layout_get_line_count (a), ==, pango_layout_get_line_count (b));
  pango_layout_get_extents (a, NULL, &first);
  pango_layout_get_extents (b, NULL, &second);
  g_assert_cmpmem (&first, sizeof first, &second, sizeof second);
}

static void
assert_same_box (const AftBox *a,
                 const AftBox *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpfloat (a->x, ==, b->x);
  g_assert_cmpfloat (a->width, ==, b->width);
  g_assert_cmpfloat (a->height, ==, b->height);
  g_assert_cmpfloat (a->space, ==, b->space);
  g_assert_cmpint (a->glued, ==, b->glued);
  g_assert_cmpuint (a->line, ==, b->line);
  g_assert_cmpuint (a->level, ==, b->level);
  g_assert_cmpuint (a->target, ==, b->target);
  g_assert_cmpint (a->check, ==, b->check);
  g_assert_cmpfloat (a->line_above, ==, b->line_above);
  g_assert_cmpfloat (a->line_below, ==, b->line_below);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->tag != NULL ? a->tag->name : NULL, ==, b->tag != NULL ? b->tag->name : NULL);
  g_assert_cmpuint (a->tag != NULL ? a->tag->index : 0, ==, b->tag != NULL ? b->tag->index : 0);
  assert_same_layout (a->layout, b->layout);
  assert_same_layout (a->marker, b->marker);
  g_assert_cmpuint (a->cells != NULL ? a->cells->len : 0, ==, b->cells != NULL ? b->cells->len : 0);
  for (guint i = 0; a->cells != NULL && i < a->cells->len; i++)
    {
      const AftCell *first = g_ptr_array_index (a->cells, i);
      const AftCell *second = g_ptr_array_index (b->cells, i);

      g_assert_cmpfloat (first->x, ==, second->x);
      g_assert_cmpuint (first->first_line, ==, second->first_line);
      g_assert_cmpuint (first->n_lines, ==, second->n_lines);
      assert_same_layout (first->layout, second->layout);
    }
  g_assert_true ((a->panel == NULL) == (b->panel == NULL));
  if (a->panel != NULL)
    g_assert_cmpfloat (a->panel->height, ==, b->panel->height);
}

static void
assert_same_pages (AftPages *a,
                   AftPages *b)
{
  g_assert_cmpuint (a->pages->len, ==, b->pages->len);
  g_assert_cmpuint (a->headings->len, ==, b->headings->len);
  g_assert_cmpuint (a->flow->boxes->len, ==, b->flow->boxes->len);
  for (guint i = 0; i < a->pages->len; i++)
    {
      const GArray *first = g_ptr_array_index (a->pages, i);
      const GArray *second = g_ptr_array_index (b->pages, i);

      g_assert_cmpuint (first->len, ==, second->len);
      for (guint j = 0; j < first->len; j++)
        {
          const AftPlacedBox *one = &g_array_index (first, AftPlacedBox, j);
          const AftPlacedBox *two = &g_array_index (second, AftPlacedBox, j);

          g_assert_cmpfloat (one->y, ==, two->y);
          g_assert_cmpint (one->repeated, ==, two->repeated);
          assert_same_box (one->box, two->box);
        }
    }
}

/* What nobody changed is not measured again; of what somebody changed, the paragraph alone. */
static void
test_only_changed (void)
{
  g_autoptr(AftDocument) document = report_fixture_begin ("en");
  g_autoptr(AftFlowCache) cache = aft_flow_cache_new ();
  AftSection *section = report_fixture_add (document, "sections", AFT_TYPE_SECTION, "title", "Notes", "text",
                                            "One paragraph.\n\nAnother one.\n\n| a | b |\n|---|---|\n| c | d |\n",
                                            NULL);
  g_autoptr(AftPages) first = NULL;
  g_autoptr(AftPages) again = NULL;
  g_autoptr(AftPages) edited = NULL;
  g_autoptr(AftPages) back = NULL;
  guint n_made;

  aft_document_set_ready (document);
  first = lay_out (document, cache);
  n_made = aft_flow_cache_get_n_made (cache);
  g_assert_cmpuint (n_made, >, 100);
  again = lay_out (document, cache);
  g_assert_cmpuint (aft_flow_cache_get_n_made (cache), ==, n_made);
  assert_same_pages (first, again);

  g_object_set (section, "text", "One paragraph.\n\nAnother two.\n\n| a | b |\n|---|---|\n| c | d |\n", NULL);
  edited = lay_out (document, cache);
  g_assert_cmpuint (aft_flow_cache_get_n_made (cache), ==, n_made + 1);

  /* What is not there any more is forgotten, and measured again when it comes back. */
  g_object_set (section, "text", "One paragraph.\n\nAnother one.\n\n| a | b |\n|---|---|\n| c | d |\n", NULL);
  back = lay_out (document, cache);
  g_assert_cmpuint (aft_flow_cache_get_n_made (cache), ==, n_made + 2);
  assert_same_pages (first, back);
}

/* Marks and links belong to a text as its letters do. */
static void
test_marks (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftFlowCache) cache = aft_flow_cache_new ();
  AftSection *section = report_fixture_add (document, "sections", AFT_TYPE_SECTION, "title", "Notes", "text", "a word",
                                            NULL);
  static const char *const texts[] = { "a *word*", "a **word**", "a `word`", "[a word](https://a.example)",
                                       "[a word](https://b.example)", "a  \nword", "# a word", "- a word" };
  guint n_made;

  aft_document_set_ready (document);
  aft_pages_free (lay_out (document, cache));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(AftPages) pages = NULL;
      g_autoptr(AftPages) scratch = NULL;

      n_made = aft_flow_cache_get_n_made (cache);
      g_object_set (section, "text", texts[i], NULL);
      pages = lay_out (document, cache);
      g_assert_cmpuint (aft_flow_cache_get_n_made (cache), >, n_made);
      scratch = lay_out (document, NULL);
      assert_same_pages (pages, scratch);
    }
}

/* One that is cancelled leaves the next one right, and what it measured is not measured again. */
static void
test_cancel (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftFlowCache) cache = aft_flow_cache_new ();
  g_autoptr(AftFlowCache) other = aft_flow_cache_new ();
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autoptr(AftPages) scratch = lay_out (document, other);
  const guint n_whole = aft_flow_cache_get_n_made (other);

  for (guint n_steps = 0; n_steps < 400; n_steps += 37)
    {
      AftPageRun *run = aft_page_run_new (report, cache, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT);
      guint n_done = 0;

      while (n_done < n_steps && aft_page_run_step (run))
        n_done++;
      aft_page_run_free (run);
    }

  {
    g_autoptr(AftPages) pages = lay_out (document, cache);

    assert_same_pages (pages, scratch);
    g_assert_cmpuint (aft_flow_cache_get_n_made (cache), ==, n_whole);
  }
}

/* A step is small: it measures a paragraph or a row, however long its table or list is. */
static void
test_steps (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftFlowCache) cache = aft_flow_cache_new ();
  g_autoptr(GString) list = g_string_new (NULL);
  g_autoptr(AftReport) report = NULL;
  g_autoptr(AftPages) pages = NULL;
  AftPageRun *run;
  guint n_steps = 0;
  gboolean more;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (list, "- item %u\n  - below %u\n", i, i);
  g_string_append (list, "\n| a | b | c |\n|---|---|---|\n");
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (list, "| x %u | y %u | z %u |\n", i, i, i);
  report_fixture_add (document, "sections", AFT_TYPE_SECTION, "title", "Long", "text", list->str, NULL);
  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);

  run = aft_page_run_new (report, cache, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT);
  do
    {
      const guint before = aft_flow_cache_get_n_made (cache);

      more = aft_page_run_step (run);
      g_assert_cmpuint (aft_flow_cache_get_n_made (cache) - before, <=, 5);
      n_steps++;
    }
  while (more);
  g_assert_cmpuint (n_steps, >, 1000);
  pages = aft_page_run_finish (run);
  g_assert_cmpuint (aft_pages_get_n_pages (pages), >, 3);
}

static char *
create_words (GRand *rand)
{
  GString *text = g_string_new (NULL);
  const gint n = g_rand_int_range (rand, 1, 60);

  for (gint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%c%x", i > 0 ? " " : "", g_rand_int_range (rand, 'a', 'z' + 1),
                            g_rand_int_range (rand, 0, 4096));

  return g_string_free (text, FALSE);
}

static char *
create_prose (GRand *rand)
{
  GString *text = g_string_new (NULL);
  const gint n = g_rand_int_range (rand, 1, 7);

  for (gint i = 0; i < n; i++)
    {
      g_autofree char *words = create_words (rand);

      switch (g_rand_int_range (rand, 0, 8))
        {
        case 0: g_string_append_printf (text, "## %.60s\n\n%s\n\n", words, words); break;
        case 1: g_string_append_printf (text, "- %s\n- [ ] %s\n  1. %.30s\n\n", words, words, words); break;
        case 2: g_string_append_printf (text, "> %s\n>\n> - %.40s\n\n", words, words); break;
        case 3: g_string_append_printf (text, "```\n%s\n\n%s\n```\n\n", words, words); break;
        case 4: g_string_append_printf (text, "| a | b |\n|---|--:|\n| %s | 1 |\n| x | %s |\n\n", words, words); break;
        case 5: g_string_append (text, "---\n\n"); break;
        default: g_string_append_printf (text, "%s **%.10s**\n\n", words, words); break;
        }
    }

  return g_string_free (text, FALSE);
}

static gpointer
choose (GRand     *rand,
        GPtrArray *items)
{
  return g_ptr_array_index (items, (guint) g_rand_int_range (rand, 0, (gint32) items->len));
}

static void
edit (GRand       *rand,
      AftDocument *document,
      GPtrArray   *sections,
      GPtrArray   *events,
      GPtrArray   *answers)
{
  g_autofree char *words = create_words (rand);
  g_autofree char *prose = create_prose (rand);

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      g_object_set (document, "title", words, NULL);
      break;
    case 1:
      g_object_set (choose (rand, events), "text", words, NULL);
      break;
    case 2:
      g_object_set (choose (rand, answers), "text", words, NULL);
      break;
    case 3:
      aft_history_undo (aft_document_get_history (document));
      break;
    case 4:
      g_object_set (document, "language", g_rand_boolean (rand) ? "en" : "de", NULL);
      break;
    default:
      g_object_set (choose (rand, sections), "text", prose, NULL);
      break;
    }
}

typedef struct
{
  GRand       *rand;
  AftDocument *document;
  GPtrArray   *sections;
  GPtrArray   *events;
  GPtrArray   *answers;
} Editing;

static void
editing_begin (Editing *self,
               guint32  seed)
{
  AftProblem *problem;

  self->rand = g_rand_new_with_seed (seed);
  self->document = aft_document_new ();
  self->sections = g_ptr_array_new ();
  self->events = g_ptr_array_new ();
  self->answers = g_ptr_array_new ();
  g_object_set (self->document, "title", "Edits", "language", "en", NULL);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *prose = create_prose (self->rand);
      g_autoptr(AftMoment) at = aft_moment_new ((G_GINT64_CONSTANT (1620300000) + 600 * i) * G_USEC_PER_SEC, "UTC",
                                                AFT_PRECISION_MINUTE, FALSE, NULL);

      g_ptr_array_add (self->sections,
                       report_fixture_add (self->document, "sections", AFT_TYPE_SECTION, "title", "Part", "text", prose,
                                           NULL));
      g_ptr_array_add (self->events, report_fixture_add (self->document, "events", AFT_TYPE_EVENT, "text", "It was so.",
                                                         "at", at, NULL));
    }
  problem = report_fixture_add (self->document, "problems", AFT_TYPE_PROBLEM, "text", "It broke", NULL);
  for (guint i = 0; i < 3; i++)
    {
      AftQuestion *question = report_fixture_add (problem, "questions", AFT_TYPE_QUESTION, "text", "Why?", NULL);

      g_ptr_array_add (self->answers, report_fixture_add (question, "answers", AFT_TYPE_ANSWER, "text", "Because.",
                                                          NULL));
    }
  aft_document_set_ready (self->document);
}

static void
editing_end (Editing *self)
{
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->answers);
  g_object_unref (self->document);
  g_rand_free (self->rand);
}

static void
editing_edit (Editing *self)
{
  edit (self->rand, self->document, self->sections, self->events, self->answers);
}

/* After any edit, and after layouts that were cancelled, the pages are the same as from scratch. */
static void
test_random (void)
{
  g_autoptr(AftFlowCache) cache = aft_flow_cache_new ();
  Editing editing;

  editing_begin (&editing, 1719);
  for (guint round = 0; round < 120; round++)
    {
      g_autoptr(AftReport) report = NULL;
      g_autoptr(AftPageRun) cancelled = NULL;
      g_autoptr(AftPages) pages = NULL;
      g_autoptr(AftPages) scratch = NULL;

      editing_edit (&editing);
      report = aft_report_build (editing.document, AFT_EDITION_TEAM, NULL);
      if (g_rand_boolean (editing.rand))
        {
          cancelled = aft_page_run_new (report, cache, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT);
          for (gint i = g_rand_int_range (editing.rand, 0, 60); i > 0; i--)
            aft_page_run_step (cancelled);
          editing_edit (&editing);
        }
      pages = lay_out (editing.document, cache);
      scratch = lay_out (editing.document, NULL);
      assert_same_pages (pages, scratch);
    }
  editing_end (&editing);
}

static cairo_surface_t *
draw (AftPages *pages,
      guint     page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 600, 850);
  cairo_t *cr = cairo_create (surface);

  aft_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* What is not drawn again after an edit looks as it would. */
static void
test_same_page (void)
{
  g_autoptr(AftFlowCache) cache = aft_flow_cache_new ();
  g_autoptr(AftPages) before = NULL;
  guint n_same = 0;
  guint n_other = 0;
  Editing editing;

  editing_begin (&editing, 12);
  before = lay_out (editing.document, cache);
  for (guint round = 0; round < 60; round++)
    {
      AftPages *after;

      editing_edit (&editing);
      after = lay_out (editing.document, cache);
      for (guint i = 0; i < MIN (aft_pages_get_n_pages (before), aft_pages_get_n_pages (after)); i++)
        {
          cairo_surface_t *first;
          cairo_surface_t *second;

          if (!aft_pages_same_page (before, after, i))
            {
              n_other++;
              continue;
            }
          n_same++;
          first = draw (before, i);
          second = draw (after, i);
          g_assert_cmpmem (cairo_image_surface_get_data (first), cairo_image_surface_get_stride (first) * 850,
                           cairo_image_surface_get_data (second), cairo_image_surface_get_stride (second) * 850);
          cairo_surface_destroy (first);
          cairo_surface_destroy (second);
        }
      aft_pages_free (before);
      before = after;
    }
  g_assert_cmpuint (n_same, >, 40);
  g_assert_cmpuint (n_other, >, 40);
  editing_end (&editing);
}

static void
test_match (void)
{
  g_autoptr(AftDocument) document = report_fixture_begin ("en");
  AftSection *section = report_fixture_add (document, "sections", AFT_TYPE_SECTION, "title", "Notes", "text",
                                            "One.\n\nTwo.\n\nThree.", NULL);
  g_autoptr(AftReport) first = NULL;
  g_autoptr(AftReport) same = NULL;
  g_autoptr(AftReport) edited = NULL;
  const GPtrArray *before;
  const GPtrArray *after;
  guint n_first;
  guint n_last;

  aft_document_set_ready (document);
  first = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  same = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  before = aft_report_get_blocks (first);
  aft_blocks_match (before, aft_report_get_blocks (same), &n_first, &n_last);
  g_assert_cmpuint (n_first, ==, before->len);
  g_assert_cmpuint (n_last, ==, 0);

  g_object_set (section, "text", "One.\n\nTwo and a half.\n\nThree.", NULL);
  edited = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  after = aft_report_get_blocks (edited);
  aft_blocks_match (before, after, &n_first, &n_last);
  g_assert_cmpuint (before->len, ==, after->len);
  g_assert_cmpuint (n_first + n_last, ==, after->len - 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/page-run/only-changed", test_only_changed);
  g_test_add_func ("/report/page-run/marks", test_marks);
  g_test_add_func ("/report/page-run/cancel", test_cancel);
  g_test_add_func ("/report/page-run/steps", test_steps);
  g_test_add_func ("/report/page-run/random", test_random);
  g_test_add_func ("/report/page-run/same-page", test_same_page);
  g_test_add_func ("/report/page-run/match", test_match);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>

#include "aft-answer.h"
#include "aft-figure-png.h"
#include "aft-figure-sheet.h"
#include "aft-figure-svg.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "report-fixture.h"

#define ADD report_fixture_add
#define SECRET "swordfish"

static GdkPixbuf *
decode (GBytes *bytes)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  return pixbuf;
}

static guint8
get_darkest (const GdkPixbuf *pixbuf,
             int              x,
             int              y,
             int              width,
             int              height)
{
  const int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  const gsize stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  guint8 darkest = G_MAXUINT8;

  for (int row = y; row < y + height; row++)
    for (int at = x * n_channels; at < (x + width) * n_channels; at++)
      darkest = MIN (darkest, pixels[(gsize) row * stride + (gsize) at]);

  return darkest;
}

/* As large as it has to be, opaque, white at the edges, with ink between them. */
static void
assert_picture (GBytes         *bytes,
                AftFigureSheet *sheet)
{
  g_autoptr(GdkPixbuf) pixbuf = decode (bytes);
  const int width = gdk_pixbuf_get_width (pixbuf);
  const int height = gdk_pixbuf_get_height (pixbuf);
  const int edge = 8;
  double points;
  double high;
  double scale;

  aft_figure_sheet_get_size (sheet, &points, &high);
  scale = aft_figure_png_get_scale (points, high);
  g_assert_cmpint (width, ==, (int) floor (points * scale));
  g_assert_cmpint (height, ==, (int) floor (high * scale));
  g_assert_cmpint (MAX (width, height), <=, AFT_FIGURE_PNG_MAX_SIDE);
  g_assert_cmpint ((gint64) width * height, <=, AFT_FIGURE_PNG_MAX_AREA);

  g_assert_false (gdk_pixbuf_get_has_alpha (pixbuf));
  g_assert_cmpint (get_darkest (pixbuf, 0, 0, width, edge), ==, G_MAXUINT8);
  g_assert_cmpint (get_darkest (pixbuf, 0, height - edge, width, edge), ==, G_MAXUINT8);
  g_assert_cmpint (get_darkest (pixbuf, 0, 0, edge, height), ==, G_MAXUINT8);
  g_assert_cmpint (get_darkest (pixbuf, width - edge, 0, edge, height), ==, G_MAXUINT8);
  g_assert_cmpint (get_darkest (pixbuf, 0, 0, width, height), <, 64);
}

static gboolean
holds (GBytes     *bytes,
       const char *text)
{
  const gsize length = strlen (text);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i + length <= size; i++)
    if (data[i] == text[0] && memcmp (data + i, text, length) == 0)
      return TRUE;

  return FALSE;
}

static void
test_whys (void)
{
  static const char *const languages[] = { "en", "de", "ja", "a\"b<c" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr(AftDocument) document = report_fixture_new (languages[i]);
      g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(AftFigureSheet) sheet = aft_figure_sheet_new_whys (report, &error);
      g_autoptr(GBytes) bytes = aft_figure_png_write_whys (report, &error);
      g_autoptr(GBytes) again = aft_figure_png_write_whys (report, &error);

      g_assert_no_error (error);
      assert_picture (bytes, sheet);
      g_assert_true (g_bytes_equal (bytes, again));
      g_assert_true (holds (bytes, i == 1 ? "Fünfmal warum: " : "Five whys: "));
      g_assert_true (holds (bytes, "Milestones are set by hand."));
    }
}

static void
test_timeline (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("de");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(AftFigureSheet) sheet = aft_figure_sheet_new_timeline (report, &error);
  g_autoptr(GBytes) bytes = aft_figure_png_write_timeline (report, &error);
  g_autoptr(GBytes) again = aft_figure_png_write_timeline (report, &error);

  g_assert_no_error (error);
  assert_picture (bytes, sheet);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_true (holds (bytes, "Zeitleiste: "));
  g_assert_true (holds (bytes, "A text with the problem and a workaround is pinned."));
}

/* Its chunks are whole, and the picture says how large it is meant to be. */
static void
test_chunks (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autoptr(GBytes) bytes = aft_figure_png_write_timeline (report, NULL);
  g_autofree char *folder = g_dir_make_tmp ("afterword-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "timeline.png", NULL);
  g_autofree char *told = NULL;
  g_autofree char *shown = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  told = report_fixture_run ("pngcheck", path, NULL);
  shown = report_fixture_run ("identify", "-units", "PixelsPerInch", "-format", "%m %x", path, NULL);
  if (told == NULL && shown == NULL)
    g_test_skip ("neither pngcheck nor identify is installed");
  if (told != NULL)
    g_assert_true (g_str_has_prefix (told, "OK: "));
  if (shown != NULL)
    g_assert_true (g_str_has_prefix (shown, "PNG 144") || g_str_has_prefix (shown, "PNG 143.99"));
  report_fixture_remove (path);
}

static void
test_scale (void)
{
  g_assert_cmpfloat (aft_figure_png_get_scale (100, 50), ==, 2);
  g_assert_cmpfloat (aft_figure_png_get_scale (16383, 1000), ==, 2);
  g_assert_cmpfloat_with_epsilon (aft_figure_png_get_scale (32767, 1000), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (aft_figure_png_get_scale (1000, 32767), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (aft_figure_png_get_scale (10000, 12800), 1, 1e-9);
  g_assert_cmpfloat (aft_figure_png_get_scale (16000, 12500), >, 0);
  g_assert_cmpfloat (aft_figure_png_get_scale (16001, 12500), ==, 0);
  g_assert_cmpfloat (aft_figure_png_get_scale (50, 41000), ==, 0);
  g_assert_cmpfloat (aft_figure_png_get_scale (1e12, 1e12), ==, 0);
}

static AftReport *
build_long (guint n_words)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  AftProblem *problem = ADD (document, "problems", AFT_TYPE_PROBLEM, "text", "Problem", NULL);
  AftQuestion *question = ADD (problem, "questions", AFT_TYPE_QUESTION, "text", "Why?", NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append (text, "because 事故 🔥 because ");
  ADD (question, "answers", AFT_TYPE_ANSWER, "text", text->str, NULL);
  aft_document_set_ready (document);

  return aft_report_build (document, AFT_EDITION_TEAM, NULL);
}

/* A large one gets fewer pixels, and one that nobody could read is refused; an SVG holds both. */
static void
test_large (void)
{
  g_autoptr(AftReport) large = build_long (4500);
  g_autoptr(AftReport) larger = build_long (12000);
  g_autoptr(GError) error = NULL;
  g_autoptr(AftFigureSheet) sheet = aft_figure_sheet_new_whys (large, &error);
  g_autoptr(GBytes) bytes = aft_figure_png_write_whys (large, &error);
  g_autoptr(GBytes) none = NULL;
  g_autoptr(GBytes) svg = NULL;
  double width;
  double height;

  g_assert_no_error (error);
  aft_figure_sheet_get_size (sheet, &width, &height);
  g_assert_cmpfloat (aft_figure_png_get_scale (width, height), <, 2);
  assert_picture (bytes, sheet);

  none = aft_figure_png_write_whys (larger, &error);
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_clear_error (&error);
  svg = aft_figure_svg_write_whys (larger, &error);
  g_assert_no_error (error);
  g_assert_nonnull (svg);
}

static void
test_editions (void)
{
  g_autoptr(AftDocument) document = report_fixture_begin ("en");
  AftProblem *problem = ADD (document, "problems", AFT_TYPE_PROBLEM, "text", "Open", NULL);
  AftQuestion *question = ADD (problem, "questions", AFT_TYPE_QUESTION, "text", "Why?", NULL);

  ADD (question, "answers", AFT_TYPE_ANSWER, "text", SECRET, "audience", AFT_AUDIENCE_TEAM, NULL);
  aft_document_set_ready (document);
  for (guint edition = AFT_EDITION_TEAM; edition <= AFT_EDITION_PUBLIC; edition++)
    {
      g_autoptr(AftReport) report = aft_report_build (document, edition, NULL);
      g_autoptr(GBytes) bytes = aft_figure_png_write_whys (report, NULL);

      g_assert_cmpint (holds (bytes, SECRET), ==, edition == AFT_EDITION_TEAM);
    }
}

static void
test_empty (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftReport) report = NULL;
  g_autoptr(GError) error = NULL;

  aft_document_set_ready (document);
  report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_assert_null (aft_figure_png_write_whys (report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (aft_figure_png_write_timeline (report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* The report may be drawn on another thread than the one that built it. */
static gpointer
draw_thread (gpointer data)
{
  return aft_figure_png_write_whys (data, NULL);
}

static void
test_threads (void)
{
  g_autoptr(AftDocument) document = report_fixture_new ("en");
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  g_autoptr(GBytes) here = aft_figure_png_write_whys (report, NULL);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_thread, report);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr(GBytes) there = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (here, there));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/png/whys", test_whys);
  g_test_add_func ("/report/png/timeline", test_timeline);
  g_test_add_func ("/report/png/chunks", test_chunks);
  g_test_add_func ("/report/png/scale", test_scale);
  g_test_add_func ("/report/png/large", test_large);
  g_test_add_func ("/report/png/editions", test_editions);
  g_test_add_func ("/report/png/empty", test_empty);
  g_test_add_func ("/report/png/threads", test_threads);

  return g_test_run ();
}

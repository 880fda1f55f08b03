/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-html-blocks.h"
#include "aft-html-style.h"
#include "aft-html-text.h"
#include "aft-html-writer.h"
#include "aft-plain-text.h"

/* Nothing but what stands in the page: no script, no request, and no word of where a reader comes from. */
#define POLICY "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/* With fewer headings than this a reader sees the whole without a list of them. */
#define MIN_ENTRIES 4

/* With more of them only the sections are listed. */
#define MAX_ENTRIES 30

/* What a browser may take for the tag of a language, and nothing else. */
static char *
dup_language (AftReport *report)
{
  const char *language = aft_report_get_language (report);
  char *tag = g_strdelimit (g_strdup (language), "_", '-');

  for (const char *at = tag; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-')
      {
        g_free (tag);
        return g_strdup (aft_report_get_words (report)->code);
      }

  return tag;
}

static void
append_meta (GString    *out,
             const char *name,
             const char *content)
{
  g_autofree char *clean = g_strdelimit (aft_plain_text_clean (content), "\n", ' ');

  if (clean[0] == '\0')
    return;

  g_string_append (out, "<meta");
  aft_html_append_attribute (out, "name", name);
  aft_html_append_attribute (out, "content", clean);
  g_string_append (out, "/>\n");
}

static void
append_head (AftReport *report,
             GString   *out)
{
  const AftReportWords *words = aft_report_get_words (report);

  g_string_append (out, "<head>\n<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\"");
  aft_html_append_attribute (out, "content", POLICY);
  g_string_append (out, "/>\n");
  append_meta (out, "referrer", "no-referrer");
  append_meta (out, "viewport", "width=device-width, initial-scale=1");
  append_meta (out, "color-scheme", "light dark");
  g_string_append (out, "<title>");
  aft_html_append_text (out, aft_report_get_title (report));
  g_string_append (out, "</title>\n");
  append_meta (out, "author", aft_report_get_author (report));
  append_meta (out, "description", aft_report_get_subject (report));
  append_meta (out, "keywords", aft_report_get_keywords (report));
  append_meta (out, "generator", "Afterword " PACKAGE_VERSION);
  append_meta (out, "dcterms.audience", words->editions[aft_report_get_edition (report)]);
  /* Or a browser asks the server for one. */
  g_string_append (out, "<link rel=\"icon\" href=\"data:,\"/>\n<style>\n");
  g_string_append (out, aft_html_style_get ());
  g_string_append (out, "</style>\n</head>\n");
}

static guint
count_headings (const GPtrArray *blocks,
                guint            deepest)
{
  guint count = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);

      count += block->type == AFT_BLOCK_HEADING && block->level <= deepest;
    }

  return count;
}

/* Headings within the contents: sections, and in each what is one level below. */
static void
append_contents (AftReport     *report,
                 AftHtmlBlocks *writer,
                 gboolean       leftward,
                 GString       *out)
{
  const GPtrArray *blocks = aft_report_get_blocks (report);
  const guint deepest = count_headings (blocks, 3) <= MAX_ENTRIES ? 3 : 2;
  const char *id;
  gboolean in_section = FALSE;
  gboolean in_list = FALSE;

  if (count_headings (blocks, deepest) < MIN_ENTRIES)
    return;

  id = aft_html_blocks_take_id (writer, "contents");
  g_string_append (out, "<nav");
  aft_html_append_attribute (out, "aria-labelledby", id);
  g_string_append (out, ">\n<p class=\"label\"");
  aft_html_append_attribute (out, "id", id);
  g_string_append_c (out, '>');
  aft_html_append_text (out, aft_report_get_words (report)->contents);
  g_string_append (out, "</p>\n<ul role=\"list\">\n");
  for (guint i = 0; i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);
      const gboolean below = block->level > 2 && in_section;
      g_autofree char *text = NULL;
      g_autofree char *link = NULL;

      if (block->type != AFT_BLOCK_HEADING || block->level > deepest)
        continue;

      if (in_list)
        g_string_append (out, below ? "</li>\n" : "</li>\n</ul>\n");
      else if (below)
        g_string_append (out, "\n<ul role=\"list\">\n");
      if (!below && in_section)
        g_string_append (out, "</li>\n");
      in_list = below;
      in_section = TRUE;

      text = aft_runs_to_text (block->runs);
      link = g_strconcat ("#", aft_html_blocks_get_id (writer, block), NULL);
      g_string_append (out, "<li");
      aft_html_append_direction (out, text, leftward);
      g_string_append (out, "><a");
      aft_html_append_attribute (out, "href", link);
      g_string_append_c (out, '>');
      aft_html_append_text (out, g_strstrip (text)[0] != '\0' ? text : aft_report_get_words (report)->unknown);
      g_string_append (out, "</a>");
    }
  g_string_append (out, in_list ? "</li>\n</ul>\n</li>\n</ul>\n</nav>\n" : "</li>\n</ul>\n</nav>\n");
}

static void
append_foot (AftReport  *report,
             const char *top,
             gboolean    leftward,
             GString    *out)
{
  const AftReportWords *words = aft_report_get_words (report);
  g_autofree char *link = g_strconcat ("#", top, NULL);

  g_string_append (out, "<footer>\n<p");
  aft_html_append_direction (out, aft_report_get_title (report), leftward);
  g_string_append (out, "><a");
  aft_html_append_attribute (out, "href", link);
  g_string_append_c (out, '>');
  aft_html_append_text (out, aft_report_get_title (report));
  g_string_append (out, "</a></p>\n<p>");
  aft_html_append_text (out, words->edition);
  g_string_append (out, ": ");
  aft_html_append_text (out, words->editions[aft_report_get_edition (report)]);
  g_string_append (out, "</p>\n</footer>\n");
}

static void
append_body (AftReport *report,
             gboolean   leftward,
             GString   *out)
{
  const GPtrArray *blocks = aft_report_get_blocks (report);
  g_autoptr(AftHtmlBlocks) writer = aft_html_blocks_new (report, leftward);
  const char *main_id = aft_html_blocks_take_id (writer, "report");
  const AftBlock *title = blocks->len > 0 ? g_ptr_array_index (blocks, 0) : NULL;
  const char *top = title != NULL ? aft_html_blocks_get_id (writer, title) : NULL;
  guint first = 0;

  g_string_append (out, "<body>\n<a class=\"skip\" href=\"#");
  aft_html_append_text (out, main_id);
  g_string_append (out, "\">");
  aft_html_append_text (out, aft_report_get_words (report)->skip);
  g_string_append (out, "</a>\n");

  if (title != NULL && title->type == AFT_BLOCK_TITLE)
    {
      g_string_append (out, "<header>\n");
      aft_html_blocks_append (writer, blocks, 0, 1, out);
      g_string_append (out, "</header>\n");
      first = 1;
    }
  append_contents (report, writer, leftward, out);

  g_string_append (out, "<main tabindex=\"-1\"");
  aft_html_append_attribute (out, "id", main_id);
  g_string_append (out, ">\n");
  aft_html_blocks_append (writer, blocks, first, blocks->len, out);
  g_string_append (out, "</main>\n");
  append_foot (report, top != NULL ? top : main_id, leftward, out);
  g_string_append (out, "</body>\n");
}

/**
 * aft_html_write:
 * @report: a report
 *
 * Writes the report as one page that needs nothing else: style, drawings and pictures stand in it, and
 * it neither runs nor fetches anything. It is well-formed XML as well. No text of the document can break
 * out of its place.
 *
 * Returns: (transfer full): the page as HTML
 */
char *
aft_html_write (AftReport *report)
{
  GString *out;
  g_autofree char *language = NULL;
  gboolean leftward;

  g_return_val_if_fail (report != NULL, NULL);

  out = g_string_new ("<!DOCTYPE html>\n<html");
  language = dup_language (report);
  leftward = aft_html_language_is_leftward (language);
  aft_html_append_attribute (out, "lang", language);
  aft_html_append_attribute (out, "dir", leftward ? "rtl" : "ltr");
  g_string_append (out, ">\n");
  append_head (report, out);
  append_body (report, leftward, out);
  g_string_append (out, "</html>\n");

  return g_string_free (out, FALSE);
}

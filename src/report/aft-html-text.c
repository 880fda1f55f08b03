/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <pango/pango.h>
#include <string.h>

#include "aft-html-text.h"
#include "aft-plain-text.h"

static gboolean
is_leftward (GUnicodeScript script)
{
  switch (script)
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_SAMARITAN:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * aft_html_language_is_leftward:
 * @language: the tag of a language
 *
 * Returns: whether it is written from right to left
 */
gboolean
aft_html_language_is_leftward (const char *language)
{
  static const char *const names[] = { "-arab", "-hebr", "-syrc", "-thaa", "-nkoo", "-adlm" };
  g_autofree char *lower = NULL;
  const PangoScript *scripts;
  int n_scripts = 0;

  g_return_val_if_fail (language != NULL, FALSE);

  lower = g_ascii_strdown (language, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (lower, names[i]) != NULL)
      return TRUE;
  if (strstr (lower, "-latn") != NULL || strstr (lower, "-cyrl") != NULL)
    return FALSE;

  /* Some are written in more than one script, the usual one first. */
  scripts = pango_language_get_scripts (pango_language_from_string (lower), &n_scripts);
  return n_scripts > 0 && is_leftward ((GUnicodeScript) scripts[0]);
}

/* Characters that no page may hold are nothing that anybody sees. */
static gboolean
may_stand (gunichar character)
{
  if (character == '\n' || character == '\t')
    return TRUE;

  return aft_plain_text_may_have (character);
}

/**
 * aft_html_append_text:
 * @out: a page
 * @text: a text of a stranger
 *
 * Adds the text so that it is text, also within the quotes of an attribute.
 */
void
aft_html_append_text (GString    *out,
                      const char *text)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    switch (*at)
      {
      case '&': g_string_append (out, "&amp;"); break;
      case '<': g_string_append (out, "&lt;"); break;
      case '>': g_string_append (out, "&gt;"); break;
      case '"': g_string_append (out, "&quot;"); break;
      case '\'': g_string_append (out, "&#39;"); break;
      default:
        if (may_stand (g_utf8_get_char (at)))
          g_string_append_len (out, at, g_utf8_next_char (at) - at);
        break;
      }
}

/**
 * aft_html_append_attribute:
 * @out: a page, within a tag
 * @name: the name of an attribute, one of ours
 * @value: what it holds, may be of a stranger
 */
void
aft_html_append_attribute (GString    *out,
                           const char *name,
                           const char *value)
{
  g_return_if_fail (name != NULL);

  g_string_append_printf (out, " %s=\"", name);
  aft_html_append_text (out, value);
  g_string_append_c (out, '"');
}

/**
 * aft_html_append_direction:
 * @out: a page, within a tag
 * @text: the text of the element
 * @leftward: whether the page is written from right to left
 *
 * Says the direction of a text where it differs from that of the page: the one of its first letter, as
 * "auto" would do.
 */
void
aft_html_append_direction (GString    *out,
                           const char *text,
                           gboolean    leftward)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (!g_unichar_isalpha (character))
        continue;

      if (is_leftward (g_unichar_get_script (character)) != leftward)
        g_string_append (out, leftward ? " dir=\"ltr\"" : " dir=\"rtl\"");
      return;
    }
}

/* Returns whether a link was begun. */
static gboolean
begin_link (GString      *out,
            const AftRun *run,
            GHashTable   *anchors)
{
  g_autofree char *address = NULL;

  if (run->link == NULL)
    return FALSE;

  if (run->link[0] == '#')
    {
      /* What it leads to may not be part of this edition. */
      if (!g_hash_table_contains (anchors, run->link + 1))
        return FALSE;
      g_string_append (out, "<a");
      aft_html_append_attribute (out, "href", run->link);
    }
  else
    {
      if (!aft_link_is_safe (run->link))
        return FALSE;
      g_string_append (out, "<a");
      /* On paper the address stands behind its text, but not behind itself. */
      if (strcmp (run->text, run->link) == 0)
        g_string_append (out, " class=\"bare\"");
      address = g_uri_escape_string (run->link, "!*'();:@&=+$,/?#[]%", FALSE);
      aft_html_append_attribute (out, "href", address);
      g_string_append (out, " rel=\"noreferrer noopener\"");
    }
  g_string_append_c (out, '>');

  return TRUE;
}

static void
append_run (GString      *out,
            const AftRun *run,
            GHashTable   *anchors)
{
  static const struct { AftRunStyle style; const char *begin; const char *end; } marks[] = {
    { AFT_RUN_ALERT, "<span class=\"alert\">", "</span>" },
    { AFT_RUN_QUIET, "<span class=\"quiet\">", "</span>" },
    { AFT_RUN_LABEL, "<strong class=\"number\">", "</strong>" },
    { AFT_RUN_STRONG, "<strong>", "</strong>" },
    { AFT_RUN_EMPHASIS, "<em>", "</em>" },
    { AFT_RUN_STRUCK, "<s>", "</s>" },
    { AFT_RUN_CODE, "<code>", "</code>" },
  };
  gboolean linked;

  if ((run->style & AFT_RUN_BREAK) != 0)
    {
      g_string_append (out, "<br/>");
      return;
    }

  linked = begin_link (out, run, anchors);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if ((run->style & marks[i].style) != 0)
      g_string_append (out, marks[i].begin);
  aft_html_append_text (out, run->text);
  for (gsize i = G_N_ELEMENTS (marks); i > 0; i--)
    if ((run->style & marks[i - 1].style) != 0)
      g_string_append (out, marks[i - 1].end);
  if (linked)
    g_string_append (out, "</a>");
}

/**
 * aft_html_append_runs:
 * @out: a page
 * @runs: (nullable): a text
 * @anchors: (element-type utf8 utf8): the names of all places of the page; a link to another one is text
 *
 * Adds the text with its marks and links.
 */
void
aft_html_append_runs (GString       *out,
                      const AftRuns *runs,
                      GHashTable    *anchors)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (anchors != NULL);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    append_run (out, g_ptr_array_index (runs, i), anchors);
}

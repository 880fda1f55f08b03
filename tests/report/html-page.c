/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-block.h"
#include "html-page.h"

/**
 * html_page_free:
 * @self: (transfer full): a page
 */
void
html_page_free (HtmlPage *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->drawn, TRUE);
  g_string_free (self->listed, TRUE);
  g_string_free (self->foot, TRUE);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->tags);
  g_hash_table_unref (self->counts);
  g_free (self->language);
  g_free (self->direction);
  g_free (self);
}

static gboolean
is_within (const HtmlPage *self,
           const char     *name)
{
  return g_ptr_array_find_with_equal_func (self->tags, name, g_str_equal, NULL);
}

/**
 * html_page_get_count:
 * @self: a page
 * @name: the name of an element
 *
 * Returns: how many of them the page has
 */
guint
html_page_get_count (const HtmlPage *self,
                     const char     *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, name));
}

static gboolean
is_one_of (const char        *name,
           const char *const *names)
{
  return g_strv_contains (names, name);
}

/* Nothing that runs, fetches or asks, whatever stands in the document. */
static void
check_attribute (const char *element,
                 const char *name,
                 const char *value)
{
  static const char *const known[] = {
    "alt", "aria-label", "aria-labelledby", "charset", "class", "content", "d", "data-level", "dir", "direction",
    "fill", "font-size", "font-style", "font-weight", "height", "href", "http-equiv", "id", "lang", "lengthAdjust",
    "name", "points", "rel", "role", "scope", "src", "start", "stroke", "stroke-dasharray", "stroke-miterlimit", "stroke-width",
    "style", "tabindex", "text-decoration", "textLength", "transform", "viewBox", "width", "x", "xmlns", "y", "x1",
    "x2", "y1", "y2", "cx", "cy", "r", NULL,
  };

  if (!is_one_of (name, known))
    g_error ("%s has an attribute %s", element, name);

  if (strcmp (name, "href") == 0)
    {
      if (strcmp (element, "link") == 0)
        g_assert_cmpstr (value, ==, "data:,");
      else
        g_assert_cmpstr (element, ==, "a");
      g_assert_true (value[0] == '#' || aft_link_is_safe (value) || strcmp (element, "link") == 0);
    }
  if (strcmp (name, "src") == 0)
    g_assert_true (strcmp (element, "img") == 0 && g_str_has_prefix (value, "data:image/"));
  if (strcmp (name, "style") == 0 || strcmp (name, "fill") == 0 || strcmp (name, "stroke") == 0)
    {
      g_assert_null (strstr (value, "rgb"));
      g_assert_null (strstr (value, "url"));
      g_assert_true (!is_one_of (element, (const char *const[]) { "p", "td", "th", "div", "a", NULL }));
    }
}

static const char *
find_value (const char        **names,
            const char        **values,
            const char         *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];

  return NULL;
}

static void
check_element (HtmlPage    *self,
               const char  *element,
               const char **names,
               const char **values)
{
  static const char *const known[] = {
    "html", "head", "meta", "title", "link", "style", "body", "a", "header", "nav", "main", "footer", "p", "h1", "h2",
    "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td",
    "figure", "figcaption", "img", "svg", "g", "path", "rect", "circle", "text", "div", "span", "strong", "em", "s",
    "code", "pre", "blockquote", "hr", "br", NULL,
  };

  if (!is_one_of (element, known))
    g_error ("an element %s", element);

  if (element[0] == 'h' && g_ascii_isdigit (element[1]))
    {
      const guint level = (guint) (element[1] - '0');

      g_assert_true (level <= self->level + 1);
      g_assert_true (level > 1 || self->level == 0);
      self->level = level;
    }
  if (strcmp (element, "th") == 0)
    {
      const char *scope = find_value (names, values, "scope");

      g_assert_cmpstr (scope, ==, is_within (self, "thead") ? "col" : "row");
      self->n_cols += is_within (self, "thead");
      self->n_rows += !is_within (self, "thead");
    }
  if (strcmp (element, "svg") == 0)
    g_assert_true (is_within (self, "figure"));
  if (strcmp (element, "img") == 0)
    g_assert_nonnull (find_value (names, values, "alt"));
  if (g_strcmp0 (find_value (names, values, "role"), "img") == 0 ||
      g_strcmp0 (find_value (names, values, "role"), "group") == 0)
    g_assert_cmpstr (find_value (names, values, "aria-label"), !=, NULL);
  if (g_strcmp0 (find_value (names, values, "class"), "scroller") == 0)
    g_assert_cmpstr (find_value (names, values, "tabindex"), ==, "0");
  if (g_str_has_prefix (find_value (names, values, "href") != NULL ? find_value (names, values, "href") : "", "http"))
    g_assert_cmpstr (find_value (names, values, "rel"), ==, "noreferrer noopener");
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              data,
          GError              **error)
{
  HtmlPage *self = data;

  check_element (self, element, names, values);
  for (guint i = 0; names[i] != NULL; i++)
    {
      check_attribute (element, names[i], values[i]);
      if (strcmp (names[i], "id") == 0)
        g_ptr_array_add (self->ids, g_strdup (values[i]));
      if (strcmp (names[i], "href") == 0 || strcmp (names[i], "aria-labelledby") == 0)
        g_ptr_array_add (self->links, g_strconcat (names[i][0] == 'a' ? "#" : "", values[i], NULL));
    }
  if (strcmp (element, "html") == 0)
    {
      self->language = g_strdup (find_value (names, values, "lang"));
      self->direction = g_strdup (find_value (names, values, "dir"));
    }
  g_ptr_array_add (self->tags, g_strdup (element));
  g_hash_table_insert (self->counts, g_strdup (element), GUINT_TO_POINTER (html_page_get_count (self, element) + 1));
}

static void
end_cb (GMarkupParseContext  *context,
        const char           *element,
        gpointer              data,
        GError              **error)
{
  HtmlPage *self = data;

  g_ptr_array_remove_index (self->tags, self->tags->len - 1);
}

/**
 * html_page_append:
 * @out: a text
 * @text: what to add to it, without blanks
 */
void
html_page_append (GString    *out,
                  const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              data,
         GError              **error)
{
  HtmlPage *self = data;
  g_autofree char *part = g_strndup (text, length);

  if (is_within (self, "svg"))
    html_page_append (self->drawn, part);
  else if (is_within (self, "nav"))
    html_page_append (self->listed, part);
  else if (is_within (self, "footer"))
    html_page_append (self->foot, part);
  else if (is_within (self, "header") || is_within (self, "main"))
    html_page_append (self->text, part);
}

/**
 * html_page_read:
 * @html: a page
 *
 * Reads a page as XML, and fails where it is none, or holds an element or attribute that no report has, a heading out
 * of order, or a reference to anything outside of it but by a link.
 *
 * Returns: (transfer full): what it holds
 */
HtmlPage *
html_page_read (const char *html)
{
  const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  HtmlPage *self = g_new0 (HtmlPage, 1);
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, self, NULL);
  g_autoptr(GError) error = NULL;

  self->text = g_string_new (NULL);
  self->drawn = g_string_new (NULL);
  self->listed = g_string_new (NULL);
  self->foot = g_string_new (NULL);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->links = g_ptr_array_new_with_free_func (g_free);
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html "));
  g_markup_parse_context_parse (context, html, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  return self;
}

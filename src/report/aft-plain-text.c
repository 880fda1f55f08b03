/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <pango/pango.h>
#include <string.h>

#include "aft-plain-text.h"

/**
 * aft_plain_text_may_have:
 * @character: a character
 *
 * Returns: whether it may stand in a text: controls may not, nor those that Unicode says will never be any,
 *   which neither XML nor cairo takes
 */
gboolean
aft_plain_text_may_have (gunichar character)
{
  return !g_unichar_iscntrl (character) && (character & 0xfffe) != 0xfffe &&
         !(character >= 0xfdd0 && character <= 0xfdef);
}

/**
 * aft_plain_text_clean:
 * @text: a text
 *
 * Returns: (transfer full): the text as valid UTF-8 whose lines end in a line feed, without blanks at
 *   its ends, without other controls, and without characters that no XML may hold
 */
char *
aft_plain_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString *cleaned;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  cleaned = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (character == '\n' || character == 0x85 || character == 0x2028 || character == 0x2029 ||
          (character == '\r' && at[1] != '\n'))
        g_string_append_c (cleaned, '\n');
      else if (character == '\t' || character == '\f' || character == '\v')
        g_string_append_c (cleaned, ' ');
      else if (aft_plain_text_may_have (character))
        g_string_append_unichar (cleaned, character);
    }

  return g_strstrip (g_string_free (cleaned, FALSE));
}

static guint
get_cells (gunichar character)
{
  return g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;
}

/* One line, cut where its script allows it; a word that is too long, between two of its characters. */
static void
wrap_line (GPtrArray  *lines,
           const char *line,
           guint       width)
{
  const glong length = g_utf8_strlen (line, -1);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, length + 1);
  const char *start = line;
  const char *cut = NULL;
  const char *at = line;
  guint cells = 0;
  guint cut_cells = 0;

  if (length > 0)
    pango_get_log_attrs (line, (int) strlen (line), -1, pango_language_get_default (), attributes, (int) length + 1);

  for (glong i = 0; i < length; i++, at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (at > start && (attributes[i].is_line_break ||
                         (cut == NULL && cells >= width && attributes[i].is_cursor_position)))
        {
          cut = at;
          cut_cells = cells;
        }
      cells += get_cells (character);
      if (cells > width && cut != NULL && !g_unichar_isspace (character))
        {
          g_ptr_array_add (lines, g_strchomp (g_strndup (start, (gsize) (cut - start))));
          start = cut;
          cells -= cut_cells;
          cut = NULL;
        }
    }

  g_ptr_array_add (lines, g_strdup (start));
}

/**
 * aft_plain_text_wrap:
 * @text: a text from aft_plain_text_clean()
 * @width: how many cells of a terminal a line may take; a wide character takes two
 *
 * Returns: (transfer full): its lines, at least one
 */
char **
aft_plain_text_wrap (const char *text,
                     guint       width)
{
  g_auto(GStrv) given = NULL;
  GPtrArray *lines;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (width > 0, NULL);

  given = g_strsplit (text, "\n", -1);
  lines = g_ptr_array_new ();
  for (guint i = 0; given[i] != NULL; i++)
    wrap_line (lines, given[i], width);
  if (lines->len == 0)
    g_ptr_array_add (lines, g_strdup (""));
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (lines, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <pango/pango.h>
#include <string.h>

#include "aft-text-lines.h"

/* A stretch that is not cut, in bytes. */
typedef struct
{
  gsize start;
  gsize end;
} Hold;

struct _AftTextPiece
{
  GString *text;        /* owned */
  GArray  *holds;       /* owned: Hold, in order */
};

/* Where lines end. */
typedef struct
{
  const char         *line;
  const PangoLogAttr *attributes;
  const GArray       *holds;
  guint               next_hold;
  gsize               offset;   /* of the line within the piece */
} Cutter;

static guint
get_cells (gunichar character)
{
  return g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;
}

/**
 * aft_text_get_width:
 * @text: one line
 *
 * Returns: how many cells of a terminal it takes; a wide character takes two
 */
guint
aft_text_get_width (const char *text)
{
  guint width = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += get_cells (g_utf8_get_char (at));

  return width;
}

/**
 * aft_text_piece_new:
 *
 * Returns: (transfer full): an empty text
 */
AftTextPiece *
aft_text_piece_new (void)
{
  AftTextPiece *self = g_new0 (AftTextPiece, 1);

  self->text = g_string_new (NULL);
  self->holds = g_array_new (FALSE, FALSE, sizeof (Hold));

  return self;
}

/**
 * aft_text_piece_free:
 * @self: (transfer full): a text
 */
void
aft_text_piece_free (AftTextPiece *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  g_array_unref (self->holds);
  g_free (self);
}

static gboolean
is_in_address (char character)
{
  return character > ' ' && character < 0x7f && strchr ("<>\"\\^`{|}", character) == NULL;
}

/* An address that stands in the text is one word, whatever signs are in it. */
static void
hold_addresses (AftTextPiece *self,
                gsize         from)
{
  const char *text = self->text->str;

  for (const char *at = strstr (text + from, "://"); at != NULL; at = strstr (at, "://"))
    {
      Hold hold = { (gsize) (at - text), (gsize) (at - text) };

      while (hold.start > from && g_ascii_isalnum (text[hold.start - 1]))
        hold.start--;
      while (is_in_address (text[hold.end]))
        hold.end++;
      if (hold.end > hold.start + strlen ("://"))
        g_array_append_val (self->holds, hold);
      at = text + hold.end;
    }
}

/**
 * aft_text_piece_append:
 * @self: a text
 * @text: what follows; line feeds are kept
 */
void
aft_text_piece_append (AftTextPiece *self,
                       const char   *text)
{
  gsize from;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  from = self->text->len;
  g_string_append (self->text, text);
  hold_addresses (self, from);
}

/**
 * aft_text_piece_append_held:
 * @self: a text
 * @text: what follows, and is not cut
 */
void
aft_text_piece_append_held (AftTextPiece *self,
                            const char   *text)
{
  Hold hold;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  hold.start = self->text->len;
  g_string_append (self->text, text);
  hold.end = self->text->len;
  g_array_append_val (self->holds, hold);
}

/**
 * aft_text_piece_add_piece:
 * @self: a text
 * @other: another one, which follows
 */
void
aft_text_piece_add_piece (AftTextPiece       *self,
                          const AftTextPiece *other)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL);

  for (guint i = 0; i < other->holds->len; i++)
    {
      Hold hold = g_array_index (other->holds, Hold, i);

      hold.start += self->text->len;
      hold.end += self->text->len;
      g_array_append_val (self->holds, hold);
    }
  g_string_append_len (self->text, other->text->str, (gssize) other->text->len);
}

/**
 * aft_text_piece_is_empty:
 * @self: a text
 *
 * Returns: whether nothing stands there
 */
gboolean
aft_text_piece_is_empty (const AftTextPiece *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return strspn (self->text->str, " \n") == self->text->len;
}

static gboolean
is_held (Cutter     *cutter,
         const char *at)
{
  const gsize offset = cutter->offset + (gsize) (at - cutter->line);

  while (cutter->next_hold < cutter->holds->len && g_array_index (cutter->holds, Hold, cutter->next_hold).end <= offset)
    cutter->next_hold++;

  return cutter->next_hold < cutter->holds->len && g_array_index (cutter->holds, Hold, cutter->next_hold).start < offset;
}

static void
add_line (GPtrArray  *lines,
          const char *start,
          const char *end)
{
  g_ptr_array_add (lines, g_strchomp (g_strndup (start, (gsize) (end - start))));
}

/* Cut where the script allows it; a word that is too long, between two of its characters; an address not
 * at all. */
static void
wrap_line (Cutter    *cutter,
           glong      length,
           guint      width,
           GPtrArray *lines)
{
  const char *start = cutter->line;
  const char *cut = NULL;
  const char *at = cutter->line;
  guint cells = 0;
  guint cut_cells = 0;

  for (glong i = 0; i < length; i++, at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);
      const PangoLogAttr *attribute = &cutter->attributes[i];

      if (at > start && !is_held (cutter, at) &&
          (attribute->is_line_break ||
           (cut == NULL && cells + get_cells (character) > width && attribute->is_cursor_position)))
        {
          cut = at;
          cut_cells = cells;
        }
      cells += get_cells (character);
      if (cells > width && cut != NULL && !g_unichar_isspace (character))
        {
          add_line (lines, start, cut);
          start = cut;
          cells -= cut_cells;
          cut = NULL;
        }
    }

  add_line (lines, start, at);
}

static glong
read_attributes (const char    *line,
                 PangoLogAttr **attributes)
{
  const glong length = g_utf8_strlen (line, -1);

  *attributes = g_new0 (PangoLogAttr, length + 1);
  if (length > 0)
    pango_get_log_attrs (line, (int) strlen (line), -1, pango_language_get_default (), *attributes, (int) length + 1);

  return length;
}

/**
 * aft_text_piece_wrap:
 * @self: a text
 * @width: how many cells of a terminal a line may take
 *
 * Returns: (transfer full) (element-type utf8): its lines without blanks at their ends; one that can't be
 *   cut is longer
 */
GPtrArray *
aft_text_piece_wrap (const AftTextPiece *self,
                     guint               width)
{
  g_auto(GStrv) given = NULL;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  Cutter cutter = { NULL };

  g_return_val_if_fail (self != NULL, lines);
  g_return_val_if_fail (width > 0, lines);

  given = g_strsplit (self->text->str, "\n", -1);
  cutter.holds = self->holds;
  for (guint i = 0; given[i] != NULL; i++)
    {
      g_autofree PangoLogAttr *attributes = NULL;
      const glong length = read_attributes (given[i], &attributes);

      cutter.line = given[i];
      cutter.attributes = attributes;
      wrap_line (&cutter, length, width, lines);
      cutter.offset += strlen (given[i]) + 1;
    }

  return lines;
}

/**
 * aft_text_piece_get_natural:
 * @self: a text
 *
 * Returns: how many cells its longest line takes where nothing is cut
 */
guint
aft_text_piece_get_natural (const AftTextPiece *self)
{
  g_auto(GStrv) given = NULL;
  guint width = 0;

  g_return_val_if_fail (self != NULL, 0);

  given = g_strsplit (self->text->str, "\n", -1);
  for (guint i = 0; given[i] != NULL; i++)
    width = MAX (width, aft_text_get_width (g_strchomp (given[i])));

  return width;
}

/**
 * aft_text_piece_get_least:
 * @self: a text
 *
 * Returns: how many cells it takes without cutting a word
 */
guint
aft_text_piece_get_least (const AftTextPiece *self)
{
  g_autofree PangoLogAttr *attributes = NULL;
  Cutter cutter = { NULL };
  const char *at;
  guint least = 0;
  guint word = 0;
  guint blanks = 0;
  glong length;

  g_return_val_if_fail (self != NULL, 0);

  length = read_attributes (self->text->str, &attributes);
  cutter.line = at = self->text->str;
  cutter.holds = self->holds;
  for (glong i = 0; i < length; i++, at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (attributes[i].is_line_break && !is_held (&cutter, at))
        word = blanks = 0;
      if (g_unichar_isspace (character))
        blanks++;
      else
        {
          word += blanks + get_cells (character);
          blanks = 0;
        }
      least = MAX (least, word);
    }

  return least;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-json-index-private.h"

/* Up to here the names of an object are compared one by one. */
#define FEW_MEMBERS 16

typedef struct
{
  AftJsonIndex *index;
  gsize         at;
  guint         depth;
  guint         max_depth;
  guint32       open[AFT_JSON_DEEPEST];
  guint32       last[AFT_JSON_DEEPEST];
} Scanner;

static gboolean G_GNUC_PRINTF (4, 5)
fail (Scanner       *scanner,
      GError       **error,
      AftJsonError   code,
      const char    *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;
  guint line;
  guint column;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  aft_json_index_find_place (scanner->index, scanner->at, &line, &column);
  /* Translators: where something is wrong in a file, and what */
  g_set_error (error, AFT_JSON_ERROR, code, _("line %u, column %u: %s"), line, column, message);

  return FALSE;
}

static int
peek (Scanner *scanner)
{
  return scanner->at < scanner->index->length ? (guchar) scanner->index->text[scanner->at] : -1;
}

static void
skip_blanks (Scanner *scanner)
{
  int c;

  while ((c = peek (scanner)) == ' ' || c == '\n' || c == '\t' || c == '\r')
    scanner->at++;
}

static int
hex_value (const char *at)
{
  int value = 0;

  for (int i = 0; i < 4; i++)
    {
      const int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }

  return value;
}

static gboolean
scan_escape (Scanner  *scanner,
             GError  **error)
{
  const char *text = scanner->index->text;
  const gsize left = scanner->index->length - scanner->at;
  int unit;

  if (left >= 2 && strchr ("\"\\/bfnrt", text[scanner->at + 1]) != NULL && text[scanner->at + 1] != '\0')
    {
      scanner->at += 2;
      return TRUE;
    }

  if (left < 6 || text[scanner->at + 1] != 'u' || (unit = hex_value (text + scanner->at + 2)) < 0)
    return fail (scanner, error, AFT_JSON_ERROR_TEXT, _("this is not an escape that JSON knows"));
  if (unit == 0)
    return fail (scanner, error, AFT_JSON_ERROR_TEXT, _("a text may not hold the character \\u0000"));

  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      const int low = left >= 12 && text[scanner->at + 6] == '\\' && text[scanner->at + 7] == 'u'
                        ? hex_value (text + scanner->at + 8) : -1;

      if (low < 0xdc00 || low > 0xdfff)
        return fail (scanner, error, AFT_JSON_ERROR_TEXT, _("half of a surrogate pair is missing"));
      scanner->at += 12;
      return TRUE;
    }
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return fail (scanner, error, AFT_JSON_ERROR_TEXT, _("half of a surrogate pair is missing"));

  scanner->at += 6;
  return TRUE;
}

static gboolean
scan_string (Scanner  *scanner,
             GError  **error)
{
  const gsize start = scanner->at++;

  for (;;)
    {
      const int c = peek (scanner);

      if (c == '"')
        {
          scanner->at++;
          return TRUE;
        }
      if (c == '\\')
        {
          if (!scan_escape (scanner, error))
            return FALSE;
        }
      else if (c < 0)
        {
          scanner->at = start;
          return fail (scanner, error, AFT_JSON_ERROR_SYNTAX, _("this text never ends"));
        }
      else if (c < 0x20)
        {
          return fail (scanner, error, AFT_JSON_ERROR_TEXT, _("a control character in a text must be escaped"));
        }
      else
        {
          scanner->at++;
        }
    }
}

static gboolean
scan_number (Scanner  *scanner,
             GError  **error)
{
  const gsize start = scanner->at;
  g_autofree char *digits = NULL;
  char *end = NULL;

  if (peek (scanner) == '-')
    scanner->at++;
  if (!g_ascii_isdigit (peek (scanner)))
    {
      scanner->at = start;
      return fail (scanner, error, AFT_JSON_ERROR_SYNTAX, _("a value was expected"));
    }
  if (peek (scanner) == '0' && scanner->at + 1 < scanner->index->length &&
      g_ascii_isdigit (scanner->index->text[scanner->at + 1]))
    return fail (scanner, error, AFT_JSON_ERROR_NUMBER, _("a number may not begin with 0"));
  while (g_ascii_isdigit (peek (scanner)))
    scanner->at++;
  if (peek (scanner) == '.' || peek (scanner) == 'e' || peek (scanner) == 'E')
    return fail (scanner, error, AFT_JSON_ERROR_NUMBER, _("a whole number was expected"));

  digits = g_strndup (scanner->index->text + start, scanner->at - start);
  errno = 0;
  g_ascii_strtoll (digits, &end, 10);
  if (errno == ERANGE || *end != '\0')
    {
      scanner->at = start;
      return fail (scanner, error, AFT_JSON_ERROR_NUMBER, _("this number is too large"));
    }

  return TRUE;
}

static gboolean
scan_word (Scanner      *scanner,
           AftJsonType  *type,
           GError      **error)
{
  static const struct { const char *word; AftJsonType type; } words[] = {
    { "true", AFT_JSON_TRUE }, { "false", AFT_JSON_FALSE }, { "null", AFT_JSON_NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const gsize length = strlen (words[i].word);

      if (scanner->index->length - scanner->at >= length &&
          memcmp (scanner->index->text + scanner->at, words[i].word, length) == 0)
        {
          scanner->at += length;
          *type = words[i].type;
          return TRUE;
        }
    }

  return fail (scanner, error, AFT_JSON_ERROR_SYNTAX, _("a value was expected"));
}

/* Adds a value to the container that is open, and opens it where it is one. */
static gboolean
scan_value (Scanner  *scanner,
            gsize     name,
            GError  **error)
{
  const guint32 number = scanner->index->nodes->len;
  AftJsonNode node = { name, scanner->at, 0, AFT_JSON_NONE, AFT_JSON_NONE, AFT_JSON_OBJECT };
  const int c = peek (scanner);

  if (c == '{' || c == '[')
    {
      node.type = c == '{' ? AFT_JSON_OBJECT : AFT_JSON_ARRAY;
      if (scanner->depth >= scanner->max_depth)
        return fail (scanner, error, AFT_JSON_ERROR_DEPTH, _("it nests deeper than %u levels"), scanner->max_depth);
      scanner->at++;
    }
  else if (c == '"')
    {
      node.type = AFT_JSON_STRING;
      if (!scan_string (scanner, error))
        return FALSE;
    }
  else if (c == '-' || g_ascii_isdigit (c))
    {
      node.type = AFT_JSON_INTEGER;
      if (!scan_number (scanner, error))
        return FALSE;
    }
  else if (!scan_word (scanner, &node.type, error))
    {
      return FALSE;
    }

  node.end = scanner->at;
  g_array_append_val (scanner->index->nodes, node);

  if (scanner->depth > 0)
    {
      const guint32 before = scanner->last[scanner->depth - 1];

      if (before == AFT_JSON_NONE)
        NODE (scanner->index, scanner->open[scanner->depth - 1])->first = number;
      else
        NODE (scanner->index, before)->next = number;
      scanner->last[scanner->depth - 1] = number;
    }

  if (c == '{' || c == '[')
    {
      scanner->open[scanner->depth] = number;
      scanner->last[scanner->depth] = AFT_JSON_NONE;
      scanner->depth++;
    }

  return TRUE;
}

static gboolean
scan_name (Scanner  *scanner,
           gsize    *name,
           GError  **error)
{
  if (peek (scanner) != '"')
    return fail (scanner, error, AFT_JSON_ERROR_SYNTAX, _("the name of a member in quotes was expected"));
  *name = scanner->at;
  if (!scan_string (scanner, error))
    return FALSE;

  skip_blanks (scanner);
  if (peek (scanner) != ':')
    return fail (scanner, error, AFT_JSON_ERROR_SYNTAX, _("“:” was expected after the name of a member"));
  scanner->at++;
  skip_blanks (scanner);

  return TRUE;
}

static gboolean
check_duplicates (Scanner  *scanner,
                  guint32   object,
                  GError  **error)
{
  AftJsonIndex *index = scanner->index;
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *few[FEW_MEMBERS];
  guint n_members = 0;
  gboolean plain = TRUE;

  /* Names without escapes are compared as they stand; most objects have few. */
  for (guint32 child = NODE (index, object)->first; plain && child != AFT_JSON_NONE; child = NODE (index, child)->next)
    {
      const char *name = index->text + NODE (index, child)->name;
      const gsize room = NODE (index, child)->start - NODE (index, child)->name;
      const char *end = memchr (name + 1, '"', room - 1);

      plain = n_members < FEW_MEMBERS && memchr (name, '\\', (gsize) (end - name)) == NULL;
      for (guint i = 0; plain && i < n_members; i++)
        plain = strncmp (few[i], name, (gsize) (end - name + 1)) != 0;
      if (plain)
        few[n_members++] = name;
    }
  if (plain)
    return TRUE;

  for (guint32 child = NODE (index, object)->first; child != AFT_JSON_NONE; child = NODE (index, child)->next)
    {
      char *name = aft_json_index_dup_name (index, child);

      if (!g_hash_table_add (seen, name))
        {
          scanner->at = NODE (index, child)->name;
          return fail (scanner, error, AFT_JSON_ERROR_DUPLICATE, _("the member “%s” stands here twice"), name);
        }
    }

  return TRUE;
}

static gboolean
close_container (Scanner  *scanner,
                 GError  **error)
{
  const guint32 number = scanner->open[scanner->depth - 1];

  scanner->at++;
  scanner->depth--;
  NODE (scanner->index, number)->end = scanner->at;

  if (NODE (scanner->index, number)->type == AFT_JSON_OBJECT)
    {
      const gsize at = scanner->at;

      if (!check_duplicates (scanner, number, error))
        return FALSE;
      scanner->at = at;
    }

  return TRUE;
}

/* One step in the container that is open: its end, or its next value. */
static gboolean
scan_inside (Scanner  *scanner,
             GError  **error)
{
  const gboolean object = NODE (scanner->index, scanner->open[scanner->depth - 1])->type == AFT_JSON_OBJECT;
  const gboolean first = scanner->last[scanner->depth - 1] == AFT_JSON_NONE;
  const char close = object ? '}' : ']';
  gsize name = 0;

  skip_blanks (scanner);
  if (peek (scanner) == close)
    return close_container (scanner, error);

  if (!first)
    {
      if (peek (scanner) != ',')
        return fail (scanner, error, AFT_JSON_ERROR_SYNTAX, _("“,” or “%c” was expected"), close);
      scanner->at++;
      skip_blanks (scanner);
    }

  if (object && !scan_name (scanner, &name, error))
    return FALSE;

  return scan_value (scanner, name, error);
}

/* Fills the index of one strict UTF-8 JSON object, in one pass and without recursion. */
gboolean
aft_json_scan (AftJsonIndex  *index,
               guint          max_depth,
               GError       **error)
{
  Scanner state = { .index = index, .max_depth = max_depth };
  Scanner *scanner = &state;
  const char *wrong;

  g_assert (max_depth <= G_N_ELEMENTS (state.open));

  if (index->length > AFT_JSON_MAX_SIZE)
    return fail (scanner, error, AFT_JSON_ERROR_SIZE, _("it is larger than %d MiB"), AFT_JSON_MAX_SIZE / (1024 * 1024));

  if (!g_utf8_validate_len (index->text, index->length, &wrong))
    {
      scanner->at = (gsize) (wrong - index->text);
      return fail (scanner, error, AFT_JSON_ERROR_ENCODING, _("this is not UTF-8"));
    }

  skip_blanks (scanner);
  if (peek (scanner) != '{')
    return fail (scanner, error, AFT_JSON_ERROR_SYNTAX, _("“{” was expected"));

  if (!scan_value (scanner, 0, error))
    return FALSE;
  while (scanner->depth > 0)
    if (!scan_inside (scanner, error))
      return FALSE;

  skip_blanks (scanner);
  if (scanner->at < index->length)
    return fail (scanner, error, AFT_JSON_ERROR_SYNTAX, _("nothing may follow the end of the object"));

  return TRUE;
}

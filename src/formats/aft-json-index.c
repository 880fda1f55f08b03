/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <string.h>

#include "aft-json-index-private.h"

G_DEFINE_QUARK (aft-json-error-quark, aft_json_error)

void
aft_json_index_find_place (AftJsonIndex *self,
                           gsize         offset,
                           guint        *line,
                           guint        *column)
{
  const char *start = self->text;
  const char *end = self->text + MIN (offset, self->length);
  const char *newline;

  *line = 1;
  while ((newline = memchr (start, '\n', (gsize) (end - start))) != NULL)
    {
      (*line)++;
      start = newline + 1;
    }

  *column = 1;
  for (; start < end; start++)
    if (((guchar) *start & 0xc0) != 0x80)
      (*column)++;
}

static gunichar
read_hex (const char *at)
{
  gunichar value = 0;

  for (int i = 0; i < 4; i++)
    value = value * 16 + (gunichar) g_ascii_xdigit_value (at[i]);

  return value;
}

static char *
unescape (const char *at,
          const char *end)
{
  GString *string = g_string_sized_new ((gsize) (end - at));

  while (at < end)
    {
      const char *backslash = memchr (at, '\\', (gsize) (end - at));
      gunichar character;

      g_string_append_len (string, at, (backslash != NULL ? backslash : end) - at);
      if (backslash == NULL)
        break;

      at = backslash + 2;
      switch (backslash[1])
        {
        case 'b': g_string_append_c (string, '\b'); break;
        case 'f': g_string_append_c (string, '\f'); break;
        case 'n': g_string_append_c (string, '\n'); break;
        case 'r': g_string_append_c (string, '\r'); break;
        case 't': g_string_append_c (string, '\t'); break;
        case 'u':
          character = read_hex (at);
          at += 4;
          if (character >= 0xd800 && character <= 0xdbff)
            {
              character = 0x10000 + ((character - 0xd800) << 10) + (read_hex (at + 2) - 0xdc00);
              at += 6;
            }
          g_string_append_unichar (string, character);
          break;
        default: g_string_append_c (string, backslash[1]); break;
        }
    }

  return g_string_free (string, FALSE);
}

/**
 * aft_json_index_new:
 * @bytes: what is to be one strict UTF-8 JSON object
 * @max_depth: how deep it may nest, at most %AFT_JSON_DEEPEST
 * @error: return location for an #AftJsonError, with line, column and what was expected
 *
 * Reads in one pass without recursion. Numbers are whole, members are not doubled, texts hold no
 * \u0000 and no half surrogates.
 *
 * Returns: (transfer full): the index, or %NULL on error
 */
AftJsonIndex *
aft_json_index_new (GBytes  *bytes,
                    guint    max_depth,
                    GError **error)
{
  g_autoptr(AftJsonIndex) self = g_new0 (AftJsonIndex, 1);

  g_return_val_if_fail (bytes != NULL, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->text = g_bytes_get_data (bytes, &self->length);
  if (self->text == NULL)
    self->text = "";
  self->nodes = g_array_new (FALSE, FALSE, sizeof (AftJsonNode));

  return aft_json_scan (self, max_depth, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * aft_json_index_free:
 * @self: (transfer full): an index
 */
void
aft_json_index_free (AftJsonIndex *self)
{
  g_bytes_unref (self->bytes);
  g_array_unref (self->nodes);
  g_free (self);
}

/**
 * aft_json_index_get_type:
 * @self: an index
 * @node: a node
 *
 * Returns: what it is
 */
AftJsonType
aft_json_index_get_type (AftJsonIndex *self,
                         guint32       node)
{
  return NODE (self, node)->type;
}

/**
 * aft_json_index_get_first:
 * @self: an index
 * @node: an object or array
 *
 * Returns: its first value, or %AFT_JSON_NONE
 */
guint32
aft_json_index_get_first (AftJsonIndex *self,
                          guint32       node)
{
  return NODE (self, node)->first;
}

/**
 * aft_json_index_get_next:
 * @self: an index
 * @node: a value in an object or array
 *
 * Returns: the value after it, or %AFT_JSON_NONE
 */
guint32
aft_json_index_get_next (AftJsonIndex *self,
                         guint32       node)
{
  return NODE (self, node)->next;
}

/**
 * aft_json_index_find:
 * @self: an index
 * @node: an object
 * @name: the name of a member
 *
 * Returns: its value, or %AFT_JSON_NONE
 */
guint32
aft_json_index_find (AftJsonIndex *self,
                     guint32       node,
                     const char   *name)
{
  guint32 child = NODE (self, node)->type == AFT_JSON_OBJECT ? NODE (self, node)->first : AFT_JSON_NONE;

  for (; child != AFT_JSON_NONE; child = NODE (self, child)->next)
    {
      g_autofree char *child_name = aft_json_index_dup_name (self, child);

      if (strcmp (child_name, name) == 0)
        return child;
    }

  return AFT_JSON_NONE;
}

/**
 * aft_json_index_dup_name:
 * @self: an index
 * @node: a member of an object
 *
 * Returns: (transfer full): its name
 */
char *
aft_json_index_dup_name (AftJsonIndex *self,
                         guint32       node)
{
  const char *start = self->text + NODE (self, node)->name + 1;
  const char *end = start;

  while (*end != '"')
    end += *end == '\\' ? 2 : 1;

  return unescape (start, end);
}

/**
 * aft_json_index_dup_string:
 * @self: an index
 * @node: a string
 *
 * Returns: (transfer full): its text
 */
char *
aft_json_index_dup_string (AftJsonIndex *self,
                           guint32       node)
{
  g_return_val_if_fail (NODE (self, node)->type == AFT_JSON_STRING, NULL);

  return unescape (self->text + NODE (self, node)->start + 1, self->text + NODE (self, node)->end - 1);
}

/**
 * aft_json_index_get_integer:
 * @self: an index
 * @node: a number
 *
 * Returns: its value
 */
gint64
aft_json_index_get_integer (AftJsonIndex *self,
                            guint32       node)
{
  g_autofree char *digits = aft_json_index_dup_raw (self, node);

  return g_ascii_strtoll (digits, NULL, 10);
}

/**
 * aft_json_index_dup_raw:
 * @self: an index
 * @node: a node
 *
 * Returns: (transfer full): the value as it stands
 */
char *
aft_json_index_dup_raw (AftJsonIndex *self,
                        guint32       node)
{
  return g_strndup (self->text + NODE (self, node)->start, NODE (self, node)->end - NODE (self, node)->start);
}

/**
 * aft_json_index_get_place:
 * @self: an index
 * @node: a node
 * @line: (out): counted from 1
 * @column: (out): in characters, counted from 1
 */
void
aft_json_index_get_place (AftJsonIndex *self,
                          guint32       node,
                          guint        *line,
                          guint        *column)
{
  aft_json_index_find_place (self, NODE (self, node)->start, line, column);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "aft-pdf-value.h"

/* The syntax is that of ISO 32000-1:2008, 7.2 and 7.3. */

static gboolean
is_blank (char character)
{
  return character == ' ' || character == '\n' || character == '\r' || character == '\t' || character == '\f' ||
         character == '\0';
}

static gboolean
is_delimiter (char character)
{
  return character != '\0' && strchr ("()<>[]{}/%", character) != NULL;
}

static const char *
skip_blanks (const char *at,
             const char *end)
{
  for (;;)
    {
      while (at < end && is_blank (*at))
        at++;
      if (at == end || *at != '%')
        return at;
      while (at < end && *at != '\n' && *at != '\r')
        at++;
    }
}

static const char *
skip_string (const char *at,
             const char *end)
{
  guint depth = 0;

  for (; at < end; at++)
    {
      if (*at == '\\' && at + 1 < end)
        at++;
      else if (*at == '(')
        depth++;
      else if (*at == ')' && --depth == 0)
        return at + 1;
    }

  return end;
}

/* One word, string, name or bracket; at least one byte. */
static const char *
skip_token (const char *at,
            const char *end)
{
  const char *start = at;

  g_assert (at < end);

  if (*at == '(')
    return skip_string (at, end);
  if (*at == '<' || *at == '>')
    {
      if (at + 1 < end && at[1] == *at)
        return at + 2;
      while (*start == '<' && at < end && *at != '>')
        at++;
      return MIN (at + 1, end);
    }
  if (*at != '/' && is_delimiter (*at))
    return at + 1;

  at++;
  while (at < end && !is_blank (*at) && !is_delimiter (*at))
    at++;

  return at;
}

static gboolean
is_number (const char *at,
           const char *end)
{
  if (at == end || end - at > 9)
    return FALSE;
  for (; at < end; at++)
    if (!g_ascii_isdigit (*at))
      return FALSE;

  return TRUE;
}

/* "12 0 R" is one value of three words. */
static const char *
skip_reference (const char *second,
                const char *end)
{
  const char *at = skip_blanks (second, end);
  const char *word = at;

  if (at == end)
    return NULL;
  at = skip_token (at, end);
  if (!is_number (word, at))
    return NULL;
  at = skip_blanks (at, end);
  if (at == end || *at != 'R')
    return NULL;
  word = skip_token (at, end);

  return word == at + 1 ? word : NULL;
}

/**
 * aft_pdf_span_next:
 * @rest: (inout): where to look; then what follows the value
 * @value: (out caller-allocates): the value
 *
 * Finds the next value: an array or a dictionary whole, a reference as one, anything else word by word.
 *
 * Returns: whether there is one
 */
gboolean
aft_pdf_span_next (AftPdfSpan *rest,
                   AftPdfSpan *value)
{
  const char *at = skip_blanks (rest->at, rest->end);
  guint depth = 0;

  value->at = at;
  while (at < rest->end)
    {
      const char *token = at;

      at = skip_token (token, rest->end);
      if (*token == '[' || (*token == '<' && at == token + 2 && token[1] == '<'))
        depth++;
      else if (*token == ']' || (*token == '>' && at == token + 2))
        depth -= depth > 0;
      if (depth == 0)
        {
          const char *reference = is_number (token, at) ? skip_reference (at, rest->end) : NULL;

          rest->at = value->end = reference != NULL ? reference : at;
          return TRUE;
        }
      at = skip_blanks (at, rest->end);
    }

  rest->at = rest->end;
  return FALSE;
}

/**
 * aft_pdf_span_is:
 * @span: a value
 * @word: a word or name
 *
 * Returns: whether the value is written so
 */
gboolean
aft_pdf_span_is (AftPdfSpan  span,
                 const char *word)
{
  const gsize length = strlen (word);

  return (gsize) (span.end - span.at) == length && memcmp (span.at, word, length) == 0;
}

/**
 * aft_pdf_span_open:
 * @span: a value
 * @inside: (out caller-allocates): what is between its brackets
 *
 * Returns: whether it is an array or a dictionary
 */
gboolean
aft_pdf_span_open (AftPdfSpan  span,
                   AftPdfSpan *inside)
{
  const gsize length = (gsize) (span.end - span.at);
  const gsize bracket = length >= 2 && span.at[0] == '[' ? 1 : length >= 4 && strncmp (span.at, "<<", 2) == 0 ? 2 : 0;

  if (bracket == 0)
    return FALSE;

  inside->at = span.at + bracket;
  inside->end = span.end - bracket;
  return TRUE;
}

/**
 * aft_pdf_span_get_integer:
 * @span: a value
 * @integer: (out): what it is
 *
 * Returns: whether it is an integer, not negative and of nine digits at most
 */
gboolean
aft_pdf_span_get_integer (AftPdfSpan  span,
                          guint      *integer)
{
  if (!is_number (span.at, span.end))
    return FALSE;

  *integer = 0;
  for (const char *at = span.at; at < span.end; at++)
    *integer = *integer * 10 + (guint) (*at - '0');

  return TRUE;
}

/**
 * aft_pdf_span_get_reference:
 * @span: a value
 * @number: (out): the number of the object that it refers to
 *
 * Returns: whether it refers to one
 */
gboolean
aft_pdf_span_get_reference (AftPdfSpan  span,
                            guint      *number)
{
  AftPdfSpan first = { span.at, span.at };

  if (span.at == span.end || span.end[-1] != 'R')
    return FALSE;
  while (first.end < span.end && g_ascii_isdigit (*first.end))
    first.end++;

  return first.end < span.end && aft_pdf_span_get_integer (first, number);
}

/**
 * aft_pdf_dict_find:
 * @dict: a value
 * @key: a key, without its slash
 * @value: (out caller-allocates): what stands there
 *
 * Returns: whether it is a dictionary that has it
 */
gboolean
aft_pdf_dict_find (AftPdfSpan  dict,
                   const char *key,
                   AftPdfSpan *value)
{
  AftPdfSpan rest, name;
  const gsize length = strlen (key);

  if (!aft_pdf_span_open (dict, &rest) || dict.at[0] != '<')
    return FALSE;

  while (aft_pdf_span_next (&rest, &name) && aft_pdf_span_next (&rest, value))
    if ((gsize) (name.end - name.at) == length + 1 && memcmp (name.at + 1, key, length) == 0)
      return TRUE;

  return FALSE;
}

/**
 * aft_pdf_dict_copy:
 * @dict: a dictionary
 * @out: where to
 * @...: keys to leave out, without their slashes, ended by %NULL
 *
 * Copies what is between the brackets.
 */
void
aft_pdf_dict_copy (AftPdfSpan  dict,
                   GString    *out,
                   ...)
{
  AftPdfSpan rest, name, value;

  if (!aft_pdf_span_open (dict, &rest))
    return;

  while (aft_pdf_span_next (&rest, &name) && aft_pdf_span_next (&rest, &value))
    {
      gboolean wanted = TRUE;
      va_list keys;

      va_start (keys, out);
      for (const char *key = va_arg (keys, const char *); key != NULL; key = va_arg (keys, const char *))
        wanted &= !aft_pdf_span_is ((AftPdfSpan) { name.at + 1, name.end }, key);
      va_end (keys);

      if (!wanted)
        continue;
      g_string_append_len (out, name.at, name.end - name.at);
      g_string_append_c (out, ' ');
      g_string_append_len (out, value.at, value.end - value.at);
      g_string_append_c (out, '\n');
    }
}

/**
 * aft_pdf_append_text:
 * @out: where to
 * @text: a text
 *
 * Writes a text for people, which may hold any character.
 */
void
aft_pdf_append_text (GString    *out,
                     const char *text)
{
  g_autofree gunichar2 *units = NULL;

  if (strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-., ") == strlen (text))
    {
      g_string_append_printf (out, "(%s)", text);
      return;
    }

  units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  g_string_append (out, "<FEFF");
  for (const gunichar2 *at = units; at != NULL && *at != 0; at++)
    g_string_append_printf (out, "%04X", *at);
  g_string_append_c (out, '>');
}

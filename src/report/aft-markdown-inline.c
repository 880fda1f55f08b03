/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-markdown-inline.h"

/* What can be open around text, from the outermost to the innermost. */
enum
{
  SPAN_LINK,
  SPAN_STRONG,
  SPAN_EMPHASIS,
  SPAN_STRUCK,
  N_SPANS
};

static const char *const marks[N_SPANS] = { "", "**", "_", "~~" };

typedef struct
{
  GString          *out;
  AftMarkdownPlace  place;
  gboolean          at_start;           /* of a line */
  gboolean          encode_next;        /* the next letter would keep a mark from closing */
  gboolean          open[N_SPANS];
  const char       *link;
} Writer;

static gboolean
is_blank (gunichar character)
{
  return character == 0 || g_unichar_isspace (character);
}

static gboolean
is_punctuation (gunichar character)
{
  return g_unichar_ispunct (character) || (character < 128 && g_ascii_ispunct ((char) character));
}

static gunichar
get_last (Writer *writer)
{
  const char *end = writer->out->str + writer->out->len;

  return writer->out->len > 0 ? g_utf8_get_char (g_utf8_prev_char (end)) : 0;
}

/* A mark doesn't always open behind a letter; behind an entity, which looks the same, it does. */
static void
encode_last (Writer *writer)
{
  const char *end = writer->out->str + writer->out->len;
  const gunichar last = get_last (writer);

  g_string_truncate (writer->out, writer->out->len - (gsize) (end - g_utf8_prev_char (end)));
  g_string_append_printf (writer->out, "&#%u;", last);
}

static void
open_span (Writer     *writer,
           guint       span,
           const char *link)
{
  const gunichar last = get_last (writer);

  writer->open[span] = TRUE;
  if (span == SPAN_LINK)
    {
      writer->link = link;
      g_string_append_c (writer->out, '[');
      writer->at_start = FALSE;
      return;
    }

  if (!is_blank (last) && !is_punctuation (last))
    encode_last (writer);
  g_string_append (writer->out, marks[span]);
  writer->at_start = FALSE;
}

static gboolean
looks_like_entity (const char *text)
{
  gsize length = 1;

  if (text[length] == '#')
    length++;
  while (g_ascii_isalnum (text[length]))
    length++;

  return length > 1 && text[length] == ';';
}

static void
append_address (GString    *out,
                const char *link)
{
  const gboolean fenced = strpbrk (link, "()") != NULL;

  g_string_append (out, fenced ? "(<" : "(");
  for (const char *at = link; *at != '\0'; at++)
    if (*at == '&' && looks_like_entity (at))
      g_string_append (out, "&amp;");
    else
      g_string_append_c (out, *at);
  g_string_append (out, fenced ? ">)" : ")");
}

static void
close_span (Writer *writer,
            guint   span)
{
  writer->open[span] = FALSE;
  if (span == SPAN_LINK)
    {
      g_string_append_c (writer->out, ']');
      append_address (writer->out, writer->link);
      writer->link = NULL;
      return;
    }

  g_string_append (writer->out, marks[span]);
  writer->encode_next = TRUE;
}

static void
close_from (Writer *writer,
            guint   first)
{
  for (guint span = N_SPANS; span > first; span--)
    if (writer->open[span - 1])
      close_span (writer, span - 1);
}

/**
 * aft_markdown_get_fence:
 * @text: code
 *
 * Returns: the length of the longest row of backticks in it
 */
guint
aft_markdown_get_fence (const char *text)
{
  guint longest = 0;
  guint length = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      length = *at == '`' ? length + 1 : 0;
      longest = MAX (longest, length);
    }

  return longest;
}

static void
append_code (Writer     *writer,
             const char *text)
{
  const guint fence = aft_markdown_get_fence (text) + 1;
  const gsize length = strlen (text);
  const gboolean padded = text[0] == '`' || text[length - 1] == '`' ||
                          (text[0] == ' ' && text[length - 1] == ' ');

  for (guint i = 0; i < fence; i++)
    g_string_append_c (writer->out, '`');
  if (padded)
    g_string_append_c (writer->out, ' ');
  g_string_append (writer->out, text);
  if (padded)
    g_string_append_c (writer->out, ' ');
  for (guint i = 0; i < fence; i++)
    g_string_append_c (writer->out, '`');

  writer->at_start = FALSE;
  writer->encode_next = FALSE;
}

/* At the start of a line these would begin a block: headings, lists, quotes, rules, fences. A number
 * is dealt with at its full stop. */
static gboolean
begins_block (const char *at)
{
  return strchr ("#-+=:>", *at) != NULL;
}

static gboolean
is_escaped (Writer     *writer,
            const char *at)
{
  if (strchr ("\\`*[]<|~$", *at) != NULL)
    return TRUE;
  /* Within a word it is itself, unless a neighbour is or becomes an entity. */
  if (*at == '_')
    return writer->out->len == 0 || !g_ascii_isalnum (writer->out->str[writer->out->len - 1]) ||
           !g_ascii_isalnum (at[1]) || at[2] == '\0';
  if (*at == '&')
    return looks_like_entity (at);
  if (*at == '#' && writer->place == AFT_MARKDOWN_HEADING)
    return TRUE;

  return writer->at_start && begins_block (at);
}

static gboolean
is_of_mailbox (char character)
{
  return character != '\0' && (g_ascii_isalnum (character) || strchr (".+-_", character) != NULL);
}

/* How long the address of the web is that @at begins with, without what only ends the sentence around it. */
static gsize
measure_address (const char *at)
{
  const gsize scheme = g_ascii_strncasecmp (at, "https://", 8) == 0 ? 8 :
                       g_ascii_strncasecmp (at, "http://", 7) == 0 ? 7 : 0;
  const char *end = at;
  int open = 0;

  if (scheme == 0 || !g_ascii_isalnum (at[scheme]))
    return 0;

  for (; *end != '\0'; end = g_utf8_next_char (end))
    {
      const gunichar character = g_utf8_get_char (end);

      if (strchr ("<>\"\\^`{|}", *end) != NULL || is_blank (character) ||
          g_unichar_type (character) == G_UNICODE_FORMAT)
        break;
      open += *end == '(' ? 1 : *end == ')' ? -1 : 0;
    }
  while (strchr ("?!.,:;*_~'", end[-1]) != NULL || (end[-1] == ')' && open < 0))
    open += *--end == ')';

  return end - at > (gssize) scheme ? (gsize) (end - at) : 0;
}

/* The same for one of mail. */
static gsize
measure_mail (const char *at)
{
  gsize length = 0;
  gsize domain;
  guint n_dots = 0;

  while (is_of_mailbox (at[length]))
    length++;
  if (length == 0 || at[length] != '@' || !g_ascii_isalnum (at[length + 1]))
    return 0;

  domain = ++length;
  for (; g_ascii_isalnum (at[length]) || at[length] == '-' ||
         (at[length] == '.' && g_ascii_isalnum (at[length + 1]) && at[length - 1] != '-'); length++)
    n_dots += at[length] == '.';
  while (at[length - 1] == '-')
    length--;

  /* What ends in a number is a version of something. */
  return n_dots > 0 && length - domain < 64 && g_ascii_isalpha (at[length - 1]) && at[length] != '_' &&
         at[length] != '@' ? length : 0;
}

/* GitHub takes bare addresses for links, to the next blank and with the marks that protect other texts, which would
 * then protect nothing. So an address says where it ends, and what only looks like one is none.
 * Returns: how many bytes are dealt with */
static gsize
append_bare_address (Writer     *writer,
                     const char *text,
                     const char *at)
{
  const char before = at > text ? at[-1] : '\0';
  gsize length = g_ascii_isalnum (before) || writer->open[SPAN_LINK] ? 0 : measure_address (at);

  if (length == 0 && !is_of_mailbox (before))
    length = measure_mail (at);
  if (length > 0 && !writer->open[SPAN_LINK])
    {
      g_string_append_printf (writer->out, "<%.*s>", (int) length, at);
      writer->at_start = writer->encode_next = FALSE;
      return length;
    }

  return 0;
}

/* Where GitHub would see a bare address. */
static gboolean
is_sign_of_address (const char *text,
                    const char *at)
{
  if (*at == ':')
    return g_str_has_prefix (at, "://") && at > text && g_ascii_isalpha (at[-1]);
  if (*at == '.')
    return at - text >= 3 && g_ascii_strncasecmp (at - 3, "www", 3) == 0;

  return *at == '@' && at > text && is_of_mailbox (at[-1]) && g_ascii_isalnum (at[1]);
}

static void
append_text (Writer     *writer,
             const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      const gunichar character = g_utf8_get_char (at);
      const gsize done = append_bare_address (writer, text, at);

      if (done > 0)
        {
          at += done;
          continue;
        }

      if (writer->at_start && g_ascii_isdigit (*at))
        {
          while (g_ascii_isdigit (*at))
            g_string_append_c (writer->out, *at++);
          if (*at == '.' || *at == ')')
            g_string_append_printf (writer->out, "\\%c", *at++);
          writer->at_start = writer->encode_next = FALSE;
          continue;
        }

      at = g_utf8_next_char (at);
      if (writer->at_start && character == ' ')
        continue;

      if (writer->encode_next && !is_blank (character) && !is_punctuation (character))
        g_string_append_printf (writer->out, "&#%u;", character);
      else
        {
          const char *letter = g_utf8_prev_char (at);

          if (is_escaped (writer, letter) || is_sign_of_address (text, letter))
            g_string_append_c (writer->out, '\\');
          g_string_append_unichar (writer->out, character);
        }
      writer->at_start = writer->encode_next = FALSE;
    }
}

static void
append_break (Writer *writer)
{
  close_from (writer, 0);
  while (writer->out->len > 0 && writer->out->str[writer->out->len - 1] == ' ')
    g_string_truncate (writer->out, writer->out->len - 1);

  if (writer->place == AFT_MARKDOWN_PARAGRAPH)
    {
      g_string_append (writer->out, "\\\n");
      writer->at_start = TRUE;
    }
  else
    g_string_append (writer->out, "<br>");
  writer->encode_next = FALSE;
}

/* An address that is its own text needs no second one. */
static gboolean
append_autolink (Writer       *writer,
                 const AftRun *run)
{
  if (run->link == NULL || strcmp (run->link, run->text) != 0 || (run->style & AFT_RUN_CODE) != 0)
    return FALSE;

  close_from (writer, 0);
  g_string_append_printf (writer->out, "<%s>", run->link);
  writer->at_start = writer->encode_next = FALSE;

  return TRUE;
}

/* GitHub and others don't agree on a bar in code in a table: there it is text. */
static gboolean
is_code (Writer       *writer,
         const AftRun *run)
{
  return (run->style & AFT_RUN_CODE) != 0 &&
         (writer->place != AFT_MARKDOWN_CELL || strchr (run->text, '|') == NULL);
}

static void
append_run (Writer       *writer,
            const AftRun *run)
{
  const gboolean code = is_code (writer, run);
  g_autofree char *text = g_strdup (run->text);
  const char *body = text;
  const gboolean wanted[N_SPANS] = {
    run->link != NULL, (run->style & AFT_RUN_STRONG) != 0, (run->style & AFT_RUN_EMPHASIS) != 0,
    (run->style & AFT_RUN_STRUCK) != 0,
  };
  const gsize blanks = code ? 0 : strspn (body, " ");
  guint first = 0;

  if (append_autolink (writer, run))
    return;

  while (blanks == 0 && first < N_SPANS && writer->open[first] == wanted[first] &&
         (first != SPAN_LINK || !wanted[first] || g_strcmp0 (writer->link, run->link) == 0))
    first++;
  close_from (writer, first);

  /* Marks hug their text: blanks stay outside of them. */
  if (blanks > 0)
    {
      if (!writer->at_start)
        g_string_append_c (writer->out, ' ');
      writer->encode_next = FALSE;
      body += blanks;
    }
  if (body[0] == '\0')
    return;

  for (guint span = first; span < N_SPANS; span++)
    if (wanted[span])
      open_span (writer, span, run->link);

  if (code)
    append_code (writer, body);
  else
    {
      const gsize length = strlen (body);
      gboolean trailing = FALSE;

      for (gsize end = length; end > 0 && text[body - text + end - 1] == ' '; end--)
        {
          text[body - text + end - 1] = '\0';
          trailing = TRUE;
        }
      append_text (writer, body);
      if (trailing)
        {
          close_from (writer, 0);
          writer->encode_next = FALSE;
          if (!writer->at_start)
            g_string_append_c (writer->out, ' ');
        }
    }
}

/**
 * aft_markdown_write_runs:
 * @runs: (nullable): text
 * @place: where it will stand
 *
 * Returns: (transfer full): the text as Markdown that says just that and nothing else
 */
char *
aft_markdown_write_runs (const AftRuns    *runs,
                         AftMarkdownPlace  place)
{
  Writer writer = { g_string_new (NULL), place, place == AFT_MARKDOWN_PARAGRAPH };

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const AftRun *run = g_ptr_array_index (runs, i);

      if ((run->style & AFT_RUN_BREAK) == 0)
        append_run (&writer, run);
      else if (i + 1 < runs->len)
        append_break (&writer);
    }
  close_from (&writer, 0);

  return g_strstrip (g_string_free (writer.out, FALSE));
}

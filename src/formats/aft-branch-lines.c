/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-branch-lines.h"
#include "aft-branch-text.h"

#define TAB_WIDTH 8

/* How often a mail may have been answered. */
#define MAX_QUOTES 16

/* Two steps a column: what has a bullet is deeper than what has none in the same column. */
#define STEPS 2

typedef struct
{
  guint  number;
  guint  column;
  char  *text;
} Raw;

static void
raw_free (gpointer data)
{
  Raw *raw = data;

  g_free (raw->text);
  g_free (raw);
}

static void
line_free (gpointer data)
{
  AftBranchLine *line = data;

  g_free (line->head.text);
  g_free (line->same_as);
  g_free (line);
}

/* What ends a paragraph ends a line; what only breaks one stays within the text. */
static gsize
measure_line (const char *at,
              const char *end,
              gsize      *skip)
{
  const char *start = at;

  for (; at < end; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (character == '\n' || character == '\f' || character == 0x85 || character == 0x2029 || character == '\r')
        {
          *skip = (gsize) (g_utf8_next_char (at) - at);
          if (character == '\r' && at + 1 < end && at[1] == '\n')
            *skip = 2;
          return (gsize) (at - start);
        }
    }

  *skip = 0;
  return (gsize) (at - start);
}

/* The signs before what a mail quotes, where every line has them. */
static gboolean
strip_quotes (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const char *text = ((Raw *) lines->pdata[i])->text;

      if (text[strspn (text, " ")] != '>')
        return FALSE;
    }

  for (guint i = 0; i < lines->len; i++)
    {
      char *text = ((Raw *) lines->pdata[i])->text;
      char *rest = text + strspn (text, " ") + 1;

      memmove (text, rest + (*rest == ' ' ? 1 : 0), strlen (rest) + (*rest == ' ' ? 0 : 1));
    }

  return lines->len > 0;
}

/* Takes the blanks before a text and tells how wide they are. */
static void
take_indent (Raw *raw)
{
  const char *at = raw->text;
  char *text;

  raw->column = 0;
  for (; *at != '\0' && (g_unichar_isspace (g_utf8_get_char (at)) || g_utf8_get_char (at) == 0xfeff);
       at = g_utf8_next_char (at))
    if (*at == '\t')
      raw->column += TAB_WIDTH - raw->column % TAB_WIDTH;
    else if (g_utf8_get_char (at) != 0xfeff)
      raw->column += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;

  text = g_strdup (at);
  g_free (raw->text);
  raw->text = text;
}

static void
drop_empty (GPtrArray *lines)
{
  guint n_kept = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      Raw *raw = lines->pdata[i];
      const char *at = raw->text;

      while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (*at != '\0')
        {
          lines->pdata[i] = lines->pdata[n_kept];
          lines->pdata[n_kept++] = raw;
        }
    }
  g_ptr_array_set_size (lines, (int) n_kept);
}

static GPtrArray *
split_lines (const char  *text,
             gsize        length,
             GError     **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (raw_free);
  const char *end = text + length;

  for (guint number = 1; text < end; number++)
    {
      gsize skip;
      const gsize n_bytes = measure_line (text, end, &skip);
      Raw *raw = g_new0 (Raw, 1);

      raw->number = number;
      raw->text = g_strndup (text, n_bytes);
      g_ptr_array_add (lines, raw);
      text += n_bytes + skip;
      if (number > AFT_BRANCH_MAX_LINES)
        {
          g_set_error (error, AFT_BRANCH_ERROR, AFT_BRANCH_ERROR_TOO_LARGE,
                       /* Translators: of pasted text; %d is a large number */
                       _("The text has more than %d lines."), AFT_BRANCH_MAX_LINES);
          return NULL;
        }
    }

  drop_empty (lines);
  for (guint i = 0; i < MAX_QUOTES && strip_quotes (lines); i++)
    drop_empty (lines);
  for (guint i = 0; i < lines->len; i++)
    take_indent (lines->pdata[i]);

  return g_steal_pointer (&lines);
}

/* What stands below the text behind a bullet and has none goes on with it; a question does only where its
 * line can't begin one. */
static gboolean
goes_on (const Raw           *raw,
         const AftBranchHead *head,
         const AftBranchLine *last,
         guint                content)
{
  if (last == NULL || head->goes_on)
    return last != NULL;

  return head->bullet == 0 && head->heading == 0 && !head->marked && !head->same && last->head.bullet > 0 &&
         raw->column >= content &&
         (!aft_branch_notation_asks (head->text) || g_unichar_islower (g_utf8_get_char (head->text)));
}

/* Gives the last entry the text of all its lines. */
static void
end_entry (AftBranchLine *last,
           GString       *text)
{
  if (last != NULL)
    {
      g_free (last->head.text);
      last->head.text = aft_branch_notation_clean (text->str);
    }
  g_string_truncate (text, 0);
}

static int
get_level (const Raw           *raw,
           const AftBranchHead *head)
{
  /* Headings stand above all text. */
  if (head->heading > 0)
    return ((int) head->heading - 7) * STEPS;

  return (int) raw->column * STEPS + (head->bullet > 0 ? 1 : 0);
}

static GPtrArray *
join_lines (GPtrArray *raws)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr(GString) text = g_string_new (NULL);
  AftBranchLine *last = NULL;
  guint content = 0;

  for (guint i = 0; i < raws->len; i++)
    {
      const Raw *raw = raws->pdata[i];
      AftBranchHead head;

      aft_branch_notation_read (raw->text, &head);
      if (goes_on (raw, &head, last, content))
        {
          g_string_append_c (text, '\n');
          g_string_append (text, head.text);
          g_free (head.text);
        }
      else if (head.same && last != NULL && last->same_as == NULL)
        {
          last->same_as = g_strchomp (head.text);
        }
      else
        {
          end_entry (last, text);
          last = g_new0 (AftBranchLine, 1);
          last->number = raw->number;
          last->level = get_level (raw, &head);
          last->apart = i > 0 && ((Raw *) raws->pdata[i - 1])->number + 1 < raw->number;
          last->head = head;
          content = raw->column + head.bullet;
          /* The first of all goes on with nothing. */
          g_string_append (text, head.goes_on || head.same ? raw->text : head.text);
          g_ptr_array_add (lines, last);
        }
    }
  end_entry (last, text);

  return lines;
}

/**
 * aft_branch_lines_read:
 * @text: what is to be UTF-8
 * @length: its length in bytes, or -1 where a zero ends it
 * @error: return location for an #AftBranchError
 *
 * Reads the entries of indented text. Empty lines are left out, and so are the signs before what a mail
 * quotes. A tab goes to the next multiple of eight.
 *
 * Returns: (transfer full) (element-type AftBranchLine): the entries, at least one; %NULL on error
 */
GPtrArray *
aft_branch_lines_read (const char  *text,
                       gssize       length,
                       GError     **error)
{
  const gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr(GPtrArray) raws = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (n_bytes > AFT_BRANCH_MAX_TEXT)
    {
      g_set_error (error, AFT_BRANCH_ERROR, AFT_BRANCH_ERROR_TOO_LARGE,
                   /* Translators: of pasted text */
                   _("The text is larger than %d MiB."), AFT_BRANCH_MAX_TEXT / (1024 * 1024));
      return NULL;
    }
  if (!g_utf8_validate_len (text, n_bytes, NULL))
    {
      g_set_error_literal (error, AFT_BRANCH_ERROR, AFT_BRANCH_ERROR_ENCODING,
                           /* Translators: of pasted text */
                           _("The text is not UTF-8."));
      return NULL;
    }

  raws = split_lines (text, n_bytes, error);
  if (raws == NULL)
    return NULL;
  if (raws->len == 0)
    {
      g_set_error_literal (error, AFT_BRANCH_ERROR, AFT_BRANCH_ERROR_EMPTY,
                           /* Translators: of pasted text */
                           _("The text is empty."));
      return NULL;
    }

  return join_lines (raws);
}

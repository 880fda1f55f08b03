/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-text-lines.h"
#include "aft-text-sheet.h"

/* What is deeper isn't indented any more, or no room would be left for words. */
#define LEAST_WIDTH 32

struct _AftTextSheet
{
  GString *out;         /* owned */
  GString *rest;        /* owned: what stands before each line */
  char    *first;       /* owned, nullable: before the next line alone, where it is not the same */
  guint    n_lines;
  guint    gap;         /* empty lines that come before the next one */
  gsize    gap_length;  /* how much of @rest stands on them */
};

/**
 * aft_text_sheet_new:
 *
 * Returns: (transfer full): a sheet without lines
 */
AftTextSheet *
aft_text_sheet_new (void)
{
  AftTextSheet *self = g_new0 (AftTextSheet, 1);

  self->out = g_string_new (NULL);
  self->rest = g_string_new (NULL);

  return self;
}

/**
 * aft_text_sheet_free:
 * @self: (transfer full): a sheet
 *
 * Returns: (transfer full): its lines, each with a line feed
 */
char *
aft_text_sheet_free (AftTextSheet *self)
{
  char *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_free (self->out, FALSE);
  g_string_free (self->rest, TRUE);
  g_free (self->first);
  g_free (self);

  return text;
}

/**
 * aft_text_sheet_get_n_lines:
 * @self: a sheet
 *
 * Returns: how many lines there are
 */
guint
aft_text_sheet_get_n_lines (const AftTextSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_lines;
}

/**
 * aft_text_sheet_get_width:
 * @self: a sheet
 *
 * Returns: how many cells of a terminal the text of the next lines may take
 */
guint
aft_text_sheet_get_width (const AftTextSheet *self)
{
  guint rest;
  guint first;

  g_return_val_if_fail (self != NULL, AFT_TEXT_WIDTH);

  rest = aft_text_get_width (self->rest->str);
  first = self->first != NULL ? aft_text_get_width (self->first) : 0;

  return AFT_TEXT_WIDTH - MIN (MAX (rest, first), AFT_TEXT_WIDTH / 2 + LEAST_WIDTH / 2);
}

/* A mail box takes "From " for the begin of a mail, a server takes a dot for its end, and a reader takes
 * two hyphens for the begin of a signature. The first gets a blank that doesn't look different. */
static void
disarm_line (GString *out,
             gsize    start)
{
  const char *line = out->str + start;
  const gsize blank = start + strlen ("From");

  if (g_str_has_prefix (line, "From "))
    {
      g_string_erase (out, (gssize) blank, 1);
      g_string_insert (out, (gssize) blank, "\u00a0");
    }
  else if (strcmp (line, ".") == 0 || strcmp (line, "--") == 0)
    g_string_insert_c (out, (gssize) start, ' ');
}

static void
end_line (AftTextSheet *self,
          gsize         start)
{
  while (self->out->len > start && g_ascii_isspace (self->out->str[self->out->len - 1]))
    g_string_truncate (self->out, self->out->len - 1);
  disarm_line (self->out, start);
  g_string_append_c (self->out, '\n');
  self->n_lines++;
}

/**
 * aft_text_sheet_add_line:
 * @self: a sheet
 * @text: a line
 */
void
aft_text_sheet_add_line (AftTextSheet *self,
                         const char   *text)
{
  gsize start;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  for (; self->gap > 0; self->gap--)
    if (self->n_lines > 0)
      {
        start = self->out->len;
        g_string_append_len (self->out, self->rest->str, (gssize) self->gap_length);
        end_line (self, start);
      }

  start = self->out->len;
  g_string_append (self->out, self->first != NULL ? self->first : self->rest->str);
  g_string_append (self->out, text);
  g_clear_pointer (&self->first, g_free);
  end_line (self, start);
}

/**
 * aft_text_sheet_add_lines:
 * @self: a sheet
 * @lines: (element-type utf8): lines
 */
void
aft_text_sheet_add_lines (AftTextSheet    *self,
                          const GPtrArray *lines)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (lines != NULL);

  for (guint i = 0; i < lines->len; i++)
    aft_text_sheet_add_line (self, g_ptr_array_index (lines, i));
}

/**
 * aft_text_sheet_ask_gap:
 * @self: a sheet
 * @n_lines: how many empty lines
 *
 * Puts at least so many empty lines before the next line, if ever there is one.
 */
void
aft_text_sheet_ask_gap (AftTextSheet *self,
                        guint         n_lines)
{
  g_return_if_fail (self != NULL);

  self->gap_length = self->gap > 0 ? MIN (self->gap_length, self->rest->len) : self->rest->len;
  self->gap = MAX (self->gap, n_lines);
}

/**
 * aft_text_sheet_indent:
 * @self: a sheet
 * @first: what to put before the next line
 * @rest: what to put before those that follow, as wide as @first
 * @deep: what to put before the next line instead where there is no room to put more before all of them
 *
 * Returns: for aft_text_sheet_unindent()
 */
AftTextIndent
aft_text_sheet_indent (AftTextSheet *self,
                       const char   *first,
                       const char   *rest,
                       const char   *deep)
{
  const AftTextIndent indent = { self->rest->len, self->n_lines };
  g_autofree char *before = g_steal_pointer (&self->first);

  if (aft_text_get_width (self->rest->str) + aft_text_get_width (rest) + LEAST_WIDTH <= AFT_TEXT_WIDTH)
    {
      self->first = g_strconcat (before != NULL ? before : self->rest->str, first, NULL);
      g_string_append (self->rest, rest);
    }
  else
    self->first = g_strconcat (self->rest->str, deep, NULL);

  return indent;
}

/**
 * aft_text_sheet_unindent:
 * @self: a sheet
 * @indent: what it was before
 *
 * Takes away what was put before lines. A mark that got no line stands alone.
 */
void
aft_text_sheet_unindent (AftTextSheet        *self,
                         const AftTextIndent *indent)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (indent != NULL);

  if (self->n_lines == indent->n_lines && self->first != NULL && self->first[strspn (self->first, " ")] != '\0')
    aft_text_sheet_add_line (self, "");
  g_clear_pointer (&self->first, g_free);
  g_string_truncate (self->rest, indent->length);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-pdf-artifacts.h"

/* The bytes of a picture within the page are no words. */
static void
skip_inline_picture (AftPdfSpan *rest)
{
  for (; rest->end - rest->at > 3; rest->at++)
    if (g_ascii_isspace (rest->at[0]) && rest->at[1] == 'E' && rest->at[2] == 'I' && g_ascii_isspace (rest->at[3]))
      {
        rest->at += 3;
        return;
      }
  rest->at = rest->end;
}

typedef enum
{
  OPERAND,
  OTHER,
  BEGIN_MARK,
  END_MARK,
  BEGIN_TEXT,
  END_TEXT,
  PATH,
  PAINT,
  PICTURE,
  INLINE_PICTURE,
} Operator;

/* What a word does, see ISO 32000-1:2008, annex A. */
static Operator
find_operator (AftPdfSpan word)
{
  static const struct { const char *word; Operator operator; } operators[] = {
    { "BDC", BEGIN_MARK }, { "BMC", BEGIN_MARK }, { "EMC", END_MARK }, { "BT", BEGIN_TEXT }, { "ET", END_TEXT },
    { "re", PATH }, { "m", PATH }, { "l", PATH }, { "c", PATH }, { "v", PATH }, { "y", PATH }, { "h", PATH },
    { "f", PAINT }, { "F", PAINT }, { "f*", PAINT }, { "S", PAINT }, { "s", PAINT }, { "B", PAINT }, { "B*", PAINT },
    { "b", PAINT }, { "b*", PAINT }, { "sh", PICTURE }, { "Do", PICTURE }, { "ID", INLINE_PICTURE },
    { "true", OPERAND }, { "false", OPERAND }, { "null", OPERAND },
  };

  if (!g_ascii_isalpha (word.at[0]) && word.at[0] != '\'' && word.at[0] != '"')
    return OPERAND;
  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    if (aft_pdf_span_is (word, operators[i].word))
      return operators[i].operator;

  return OTHER;
}

typedef struct
{
  GString    *out;
  const char *copied;           /* up to where the content is in @out */
  const char *start;            /* of the operands of the next operator, or of the operator */
  const char *path;             /* nullable: where the path begins that is built */
  guint       depth;            /* how many marks are open */
} Marks;

static void
copy_until (Marks      *self,
            const char *at)
{
  g_string_append_len (self->out, self->copied, at - self->copied);
  self->copied = at;
}

/* What is painted outside of all marks is no part of any element. */
static void
wrap (Marks      *self,
      const char *from,
      const char *to)
{
  if (self->depth > 0 || from < self->copied)
    return;

  copy_until (self, from);
  g_string_append (self->out, "/Artifact BMC\n");
  copy_until (self, to);
  g_string_append (self->out, "\nEMC");
}

static void
take_operator (Marks      *self,
               Operator    operator,
               AftPdfSpan  word,
               gboolean    is_aside)
{
  switch (operator)
    {
    case BEGIN_MARK:
      if (is_aside)
        {
          copy_until (self, self->start);
          g_string_append (self->out, "/Artifact BMC");
          self->copied = word.end;
        }
      self->depth++;
      break;
    case END_MARK:
      self->depth -= self->depth > 0;
      break;
    case BEGIN_TEXT:
      self->path = self->start;
      break;
    case PATH:
      if (self->path == NULL)
        self->path = self->start;
      break;
    case END_TEXT:
    case PAINT:
      if (self->path != NULL)
        wrap (self, self->path, word.end);
      self->path = NULL;
      break;
    case PICTURE:
      wrap (self, self->start, word.end);
      break;
    case OTHER:
      if (aft_pdf_span_is (word, "n"))
        self->path = NULL;
      break;
    case OPERAND:
    case INLINE_PICTURE:
    default:
      break;
    }
}

/* "/Private << /MCID 3 >> BDC" becomes "/Artifact BMC", and what has no mark gets one: cairo 1.18 leaves
 * out those around lines. */
static GBytes *
replace_marks (GBytes     *content,
               const char *name)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  AftPdfSpan rest = { data, data + size };
  AftPdfSpan word;
  Marks self = { g_string_sized_new (size), data };
  gboolean is_aside = FALSE;

  while (aft_pdf_span_next (&rest, &word))
    {
      const Operator operator = find_operator (word);

      if (self.start == NULL)
        {
          self.start = word.at;
          is_aside = word.at[0] == '/' && aft_pdf_span_is ((AftPdfSpan) { word.at + 1, word.end }, name);
        }
      if (operator == OPERAND)
        continue;

      take_operator (&self, operator, word, is_aside);
      if (operator == INLINE_PICTURE)
        skip_inline_picture (&rest);
      self.start = NULL;
    }
  copy_until (&self, data + size);

  return g_string_free_to_bytes (self.out);
}

/**
 * aft_pdf_artifacts_write:
 * @file: a file
 * @name: how the marks are called that are no part of any element
 * @error: %G_IO_ERROR_INVALID_DATA where a page can't be read
 *
 * Says of what is so marked, and of what isn't marked at all, that it is not for reading aloud. Cairo
 * 1.16 can't say that itself, and cairo 1.18 leaves holes in the table of objects when it does.
 *
 * Returns: whether it was done on all pages
 */
gboolean
aft_pdf_artifacts_write (AftPdfFile  *file,
                         const char  *name,
                         GError     **error)
{
  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 1; i < aft_pdf_file_get_n_objects (file); i++)
    {
      g_autoptr(GBytes) content = NULL;
      g_autoptr(GBytes) replaced = NULL;
      AftPdfSpan page, value;
      guint number;

      if (!aft_pdf_file_get (file, i, &page) || !aft_pdf_dict_find (page, "Type", &value) ||
          !aft_pdf_span_is (value, "/Page"))
        continue;
      if (!aft_pdf_dict_find (page, "Contents", &value) || !aft_pdf_span_get_reference (value, &number))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a page of the PDF is not as expected");
          return FALSE;
        }

      content = aft_pdf_file_get_stream (file, number, error);
      if (content == NULL)
        return FALSE;
      replaced = replace_marks (content, name);
      if (!aft_pdf_file_set_stream (file, number, replaced, error))
        return FALSE;
    }

  return TRUE;
}

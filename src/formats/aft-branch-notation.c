/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <string.h>

#include "aft-branch-notation.h"

/* How whys stand in plain text, which is neither of one language nor of the interface:
 *
 *   The shop was down for 40 minutes.
 *     Why did it stop? [AND]
 *       ✓ The disk was full. [contributing factor]
 *         | It had been at 97 % since March.
 *         Why?
 *           ✗ The logs were not rotated.
 *       Nobody was told.
 *         Why?
 *           Mail stopped.
 *             = The disk was full.
 *
 * An entry begins a line, two blanks deeper than the one above it. ✓ marks an answer as confirmed, ✗ as
 * ruled out and ? as possible, which is not said where it is clear; ?? marks a question that has no
 * question mark, ! a problem. A word in brackets at the end of the line says more. "|" goes on with a text,
 * "=" says what an answer is the same as. Text that looks like any of this has a mark before it, or
 * empty brackets behind it. */

#define INDENT 2

typedef enum
{
  TAG_NONE,
  TAG_EMPTY,
  TAG_AND,
  TAG_OR,
  TAG_FACTOR,
  TAG_WENT_WELL,
} Tag;

/* Each in English, then in German; what is written comes first, all is read. */
static const struct
{
  Tag         tag;
  const char *english;
  const char *german;
} tags[] = {
  { TAG_EMPTY, "", "" },
  { TAG_AND, "AND", "UND" },
  { TAG_OR, "OR", "ODER" },
  { TAG_FACTOR, "contributing factor", "beitragender Faktor" },
  { TAG_FACTOR, "factor", "Faktor" },
  { TAG_WENT_WELL, "went well", "lief gut" },
};

static const struct
{
  const char     *sign;
  AftBranchKind   kind;
  AftAnswerState  state;
} marks[] = {
  { "✓", AFT_BRANCH_ANSWER, AFT_ANSWER_CONFIRMED },  { "✔", AFT_BRANCH_ANSWER, AFT_ANSWER_CONFIRMED },
  { "✅", AFT_BRANCH_ANSWER, AFT_ANSWER_CONFIRMED }, { "☑", AFT_BRANCH_ANSWER, AFT_ANSWER_CONFIRMED },
  { "✗", AFT_BRANCH_ANSWER, AFT_ANSWER_RULED_OUT },  { "✘", AFT_BRANCH_ANSWER, AFT_ANSWER_RULED_OUT },
  { "✖", AFT_BRANCH_ANSWER, AFT_ANSWER_RULED_OUT },  { "❌", AFT_BRANCH_ANSWER, AFT_ANSWER_RULED_OUT },
  { "☒", AFT_BRANCH_ANSWER, AFT_ANSWER_RULED_OUT },  { "??", AFT_BRANCH_QUESTION, AFT_ANSWER_POSSIBLE },
  { "?", AFT_BRANCH_ANSWER, AFT_ANSWER_POSSIBLE },   { "!", AFT_BRANCH_PROBLEM, AFT_ANSWER_POSSIBLE },
};

/* The states in words, as people and reports write them before a colon. */
static const struct
{
  const char     *word;
  AftAnswerState  state;
} words[] = {
  { "Confirmed", AFT_ANSWER_CONFIRMED }, { "Ruled out", AFT_ANSWER_RULED_OUT },     { "Possible", AFT_ANSWER_POSSIBLE },
  { "Bestätigt", AFT_ANSWER_CONFIRMED }, { "Ausgeschlossen", AFT_ANSWER_RULED_OUT }, { "Möglich", AFT_ANSWER_POSSIBLE },
};

static const char *const bullets[] = { "-", "*", "+", "•", "–", "—", "·", "‣", "◦", "▪", "●", "○" };

static gboolean
is_blank (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

static const char *
skip_blanks (const char *at)
{
  while (*at != '\0' && is_blank (at))
    at = g_utf8_next_char (at);

  return at;
}

/* Takes blanks from the end, of the last line only or of all. */
static void
chomp (GString  *text,
       gboolean  all)
{
  while (text->len > 0)
    {
      const char *last = g_utf8_prev_char (text->str + text->len);

      if (!is_blank (last) || (!all && *last == '\n'))
        return;
      g_string_truncate (text, (gsize) (last - text->str));
    }
}

/**
 * aft_branch_notation_clean:
 * @text: UTF-8
 *
 * Returns: (transfer full): the text as indented text can hold it: lines end in a line feed and without
 *   blanks, it neither begins nor ends with blanks or empty lines, and has no controls but tabs
 */
char *
aft_branch_notation_clean (const char *text)
{
  GString *cleaned;
  const char *at;

  g_return_val_if_fail (text != NULL, NULL);

  for (at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_blank (at) && !g_unichar_iscntrl (g_utf8_get_char (at)) && g_utf8_get_char (at) != 0xfeff)
      break;

  cleaned = g_string_sized_new (strlen (at));
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (character == '\n' || character == '\v' || character == '\f' || character == 0x85 ||
          character == 0x2028 || character == 0x2029 || (character == '\r' && at[1] != '\n'))
        {
          chomp (cleaned, FALSE);
          g_string_append_c (cleaned, '\n');
        }
      else if (character == '\t' || !g_unichar_iscntrl (character))
        {
          g_string_append_unichar (cleaned, character);
        }
    }
  chomp (cleaned, TRUE);

  return g_string_free (cleaned, FALSE);
}

/**
 * aft_branch_notation_asks:
 * @text: a text
 *
 * Returns: whether it ends with a question mark, whatever closes behind it
 */
gboolean
aft_branch_notation_asks (const char *text)
{
  const char *at;

  g_return_val_if_fail (text != NULL, FALSE);

  for (at = text + strlen (text); at > text;)
    {
      gunichar character;

      at = g_utf8_prev_char (at);
      character = g_utf8_get_char (at);
      if (character == '?' || character == 0xff1f || character == 0x061f || character == 0x037e || character == 0x203d)
        return TRUE;
      if (!g_unichar_isspace (character) && g_utf8_strchr ("\"'”’»›“)]!*_…", -1, character) == NULL)
        return FALSE;
    }

  return FALSE;
}

static const char *
skip_number (const char *at)
{
  const char *start = at;

  while (g_ascii_isdigit (*at) && at - start < 9)
    at++;

  return at > start && (*at == '.' || *at == ')') ? at + 1 : start;
}

/* Returns what stands behind the bullet, @line where there is none. */
static const char *
skip_bullet (const char *line)
{
  const char *end = skip_number (line);

  for (gsize i = 0; end == line && i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      end = line + strlen (bullets[i]);
  if (end == line || (*end != '\0' && !is_blank (end)))
    return line;

  end = skip_blanks (end);
  if (end[0] == '[' && (end[1] == ' ' || g_ascii_tolower (end[1]) == 'x') && end[2] == ']' &&
      (end[3] == '\0' || is_blank (end + 3)))
    return skip_blanks (end + 3);

  return end;
}

static const char *
skip_heading (const char *line,
              guint      *level)
{
  const gsize n_signs = strspn (line, "#");

  if (n_signs == 0 || n_signs > 6 || line[n_signs] == '\0' || !is_blank (line + n_signs))
    return line;

  *level = (guint) n_signs;
  return skip_blanks (line + n_signs);
}

/* A sign alone, or with a blank behind it. */
static const char *
skip_mark (const char    *line,
           AftBranchHead *head)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *end = line + strlen (marks[i].sign);

      if (!g_str_has_prefix (line, marks[i].sign))
        continue;
      /* As an emoji. */
      if (g_utf8_get_char (end) == 0xfe0f)
        end = g_utf8_next_char (end);
      if (*end != '\0' && !is_blank (end))
        continue;

      head->marked = TRUE;
      head->kind = marks[i].kind;
      head->state = marks[i].state;
      return skip_blanks (end);
    }

  return line;
}

static gboolean
starts_with_word (const char  *text,
                  const char  *word,
                  const char **rest)
{
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), g_utf8_strlen (word, -1)));
  g_autofree char *folded_start = g_utf8_casefold (start, -1);
  g_autofree char *folded_word = g_utf8_casefold (word, -1);

  if (strcmp (folded_start, folded_word) != 0)
    return FALSE;

  *rest = text + strlen (start);
  return TRUE;
}

/* "Confirmed: ", or "Confirmed · Contributing factor: ". */
static const char *
skip_word (const char    *line,
           AftBranchHead *head)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *rest;
      const char *end;
      gboolean factor = FALSE;

      if (!starts_with_word (line, words[i].word, &rest))
        continue;
      if (g_str_has_prefix (rest, " · ") &&
          (starts_with_word (rest + strlen (" · "), "Contributing factor", &end) ||
           starts_with_word (rest + strlen (" · "), "Beitragender Faktor", &end)))
        {
          rest = end;
          factor = TRUE;
        }
      if (*rest != ':' || (rest[1] != '\0' && !is_blank (rest + 1)))
        continue;

      head->marked = TRUE;
      head->kind = AFT_BRANCH_ANSWER;
      head->state = words[i].state;
      head->factor = factor;
      return skip_blanks (rest + 1);
    }

  return line;
}

/* "**Why?**" is strong in Markdown, as a whole. */
static void
strip_emphasis (char *text)
{
  static const char *const signs[] = { "**", "__", "~~" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const gsize length = strlen (text);

      if (length > 4 && g_str_has_prefix (text, signs[i]) && strstr (text + 2, signs[i]) == text + length - 2)
        {
          text[length - 2] = '\0';
          memmove (text, text + 2, length - 3);
        }
    }
}

static Tag
find_tag (const char  *text,
          const char **start)
{
  const gsize length = strlen (text);
  g_autofree char *word = NULL;
  g_autofree char *folded = NULL;

  *start = length > 0 && text[length - 1] == ']' ? strrchr (text, '[') : NULL;
  if (*start == NULL)
    return TAG_NONE;

  word = g_strndup (*start + 1, (gsize) (text + length - 1 - (*start + 1)));
  folded = g_utf8_casefold (word, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *english = g_utf8_casefold (tags[i].english, -1);
      g_autofree char *german = g_utf8_casefold (tags[i].german, -1);

      if (strcmp (folded, english) == 0 || strcmp (folded, german) == 0)
        return tags[i].tag;
    }

  return TAG_NONE;
}

/* A tag says what the line is; where the line says otherwise, it is no tag. */
static void
take_tag (char          *text,
          AftBranchHead *head)
{
  const char *start;
  const Tag tag = find_tag (text, &start);
  const AftBranchKind kind = tag == TAG_AND || tag == TAG_OR ? AFT_BRANCH_QUESTION
                             : tag == TAG_FACTOR             ? AFT_BRANCH_ANSWER
                             : tag == TAG_WENT_WELL          ? AFT_BRANCH_PROBLEM
                                                             : AFT_BRANCH_ANY;

  if (tag == TAG_NONE || (kind != AFT_BRANCH_ANY && head->kind != AFT_BRANCH_ANY && kind != head->kind))
    return;

  if (kind != AFT_BRANCH_ANY)
    head->kind = kind;
  head->join = tag == TAG_AND ? AFT_JOIN_AND : tag == TAG_OR ? AFT_JOIN_OR : AFT_JOIN_OPEN;
  head->factor |= tag == TAG_FACTOR;
  head->went_well = tag == TAG_WENT_WELL;
  text[start - text] = '\0';
  g_strchomp (text);
}

/**
 * aft_branch_notation_read:
 * @line: a line, without its indentation and without blanks at its end
 * @head: (out caller-allocates): what it says of itself; free its text
 *
 * Reads a line of indented text, as it is written here or as other programs write lists.
 */
void
aft_branch_notation_read (const char    *line,
                          AftBranchHead *head)
{
  const char *at;

  g_return_if_fail (line != NULL);
  g_return_if_fail (head != NULL);

  *head = (AftBranchHead) { 0, };
  head->goes_on = line[0] == '|' && (line[1] == '\0' || line[1] == ' ');
  head->same = line[0] == '=' && line[1] == ' ' && *skip_blanks (line + 1) != '\0';
  if (head->goes_on)
    {
      head->text = g_strdup (line + (line[1] == ' ' ? 2 : 1));
      return;
    }
  if (head->same)
    {
      head->text = g_strdup (skip_blanks (line + 1));
      return;
    }

  at = skip_bullet (line);
  head->bullet = (guint) g_utf8_strlen (line, at - line);
  if (head->bullet == 0)
    at = skip_heading (at, &head->heading);

  at = skip_mark (at, head);
  if (head->marked)
    {
      head->text = g_strdup (at);
    }
  else
    {
      head->text = g_strdup (skip_word (at, head));
      strip_emphasis (head->text);
    }
  take_tag (head->text, head);
}

static Tag
get_tag (const AftBranchEntry *entry)
{
  switch (entry->kind)
    {
    case AFT_BRANCH_QUESTION:
      return entry->join == AFT_JOIN_AND ? TAG_AND : entry->join == AFT_JOIN_OR ? TAG_OR : TAG_NONE;
    case AFT_BRANCH_ANSWER: return entry->factor ? TAG_FACTOR : TAG_NONE;
    case AFT_BRANCH_PROBLEM: return entry->went_well ? TAG_WENT_WELL : TAG_NONE;
    case AFT_BRANCH_ANY:
    default: return TAG_NONE;
    }
}

static const char *
get_tag_word (Tag         tag,
              const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (tags[i].tag == tag)
      return g_str_has_prefix (language, "de") ? tags[i].german : tags[i].english;

  return "";
}

/* Whether the text that begins a line would be taken for what it isn't. */
static gboolean
looks_marked (const char *line,
              const char *text)
{
  AftBranchHead head;
  gboolean marked;

  aft_branch_notation_read (line, &head);
  marked = head.goes_on || head.same || head.bullet > 0 || head.heading > 0 || head.marked || line[0] == '>' ||
           strcmp (head.text, text) != 0;
  g_free (head.text);

  return marked;
}

static const char *
get_mark (const AftBranchEntry *entry,
          const char           *text,
          gboolean              needed)
{
  const gboolean asks = aft_branch_notation_asks (text);

  switch (entry->kind)
    {
    case AFT_BRANCH_QUESTION: return needed || !asks ? "?? " : "";
    case AFT_BRANCH_PROBLEM: return needed || entry->told || asks ? "! " : "";
    case AFT_BRANCH_ANSWER:
      if (entry->state == AFT_ANSWER_CONFIRMED)
        return "✓ ";
      if (entry->state == AFT_ANSWER_RULED_OUT)
        return "✗ ";
      return needed || entry->told ? "? " : "";
    case AFT_BRANCH_ANY:
    default: return "";
    }
}

/**
 * aft_branch_notation_write:
 * @out: where to append it, with a line feed at the end
 * @depth: how many entries stand above it
 * @entry: an entry of a branch
 * @language: the language of the document, for words in brackets
 *
 * Writes one entry so that it can be read back.
 */
void
aft_branch_notation_write (GString              *out,
                           guint                 depth,
                           const AftBranchEntry *entry,
                           const char           *language)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  g_auto(GStrv) lines = NULL;
  const char *first;
  const char *start;
  Tag tag;

  g_return_if_fail (out != NULL);
  g_return_if_fail (entry != NULL && entry->text != NULL);
  g_return_if_fail (language != NULL);

  text = aft_branch_notation_clean (entry->text);
  lines = g_strsplit (text, "\n", -1);
  first = lines[0] != NULL ? lines[0] : "";
  tag = get_tag (entry);
  if (tag == TAG_NONE && find_tag (first, &start) != TAG_NONE)
    tag = TAG_EMPTY;
  line = tag == TAG_NONE ? g_strdup (first) : g_strdup_printf ("%s [%s]", first, get_tag_word (tag, language));

  g_string_append_printf (out, "%*s%s%s", (int) (depth * INDENT), "",
                          get_mark (entry, text, first[0] == '\0' || looks_marked (line, first)), line);
  chomp (out, FALSE);
  g_string_append_c (out, '\n');

  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      g_string_append_printf (out, "%*s| %s", (int) ((depth + 1) * INDENT), "", lines[i]);
      chomp (out, FALSE);
      g_string_append_c (out, '\n');
    }

  if (entry->same_as != NULL)
    {
      g_autofree char *same_as = aft_branch_notation_clean (entry->same_as);

      same_as[strcspn (same_as, "\n")] = '\0';
      if (same_as[0] != '\0')
        g_string_append_printf (out, "%*s= %s\n", (int) ((depth + 1) * INDENT), "", same_as);
    }
}

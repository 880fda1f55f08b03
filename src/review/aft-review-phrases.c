/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-review"

#include "config.h"

#include <string.h>

#include "aft-review-phrases.h"

/* Turns of phrase in English and German, whatever the interface speaks. They are written small, with a blank
 * between words and a straight apostrophe. A star stands for the rest of a word. */

static const char *const blame[] = {
  "human error", "human errors", "human mistake", "human mistakes", "human failure", "user error", "user mistake",
  "operator error", "operator mistake", "pilot error", "careless", "carelessness", "carelessly", "negligence",
  "negligent", "negligently", "incompetence", "incompetent", "inattention", "inattentive", "inattentiveness",
  "lack of attention", "lack of care", "lack of diligence", "lack of discipline", "sloppy", "sloppiness",
  "complacency", "complacent", "stupid", "stupidity", "fat finger*", "pebkac", "did not pay attention",
  "didn't pay attention", "was not paying attention", "wasn't paying attention", "was not careful",
  "wasn't careful", "not careful enough", "should have known", "should've known", "ought to have known",
  "should have noticed", "should've noticed", "should have seen", "should have checked",
  "should have been more careful", "should've been more careful", "could have been more careful",
  "should have been careful", "forgot to", "his fault", "her fault", "their own fault", "menschliches versagen",
  "menschlichem versagen", "menschlichen versagens", "menschlicher fehler", "menschliche fehler",
  "menschlichen fehler*", "menschlichem fehler", "bedienfehler*", "bedienungsfehler*", "anwenderfehler*",
  "benutzerfehler*", "unachtsam*", "nachlässig*", "fahrlässig*", "leichtsinn*", "leichtfertig*", "schlamperei",
  "schlampig*", "schludrig*", "unaufmerksam*", "unvorsichtig*", "inkompeten*", "dummheit", "mangelnde sorgfalt",
  "mangelnder sorgfalt", "hätte wissen müssen", "hätten wissen müssen", "hätte aufpassen müssen",
  "hätten aufpassen müssen", "hätte merken müssen", "hätten merken müssen", "besser aufpassen", "nicht aufgepasst",
  "hat vergessen", "haben vergessen", "selbst schuld", "selber schuld",
};

static const char *const fate[] = {
  "act of god", "force majeure", "by its nature", "by its very nature", "in its nature", "in the nature of",
  "natural disaster*", "nobody can change", "no one can change", "nobody can prevent", "no one can prevent",
  "nobody can do anything", "no one can do anything", "nobody could have known", "no one could have known",
  "nobody could have foreseen", "no one could have foreseen", "nobody could have predicted",
  "no one could have predicted", "we can't change", "we cannot change", "we can not change", "we can't prevent",
  "we cannot prevent", "can't be helped", "cannot be helped", "couldn't have been prevented",
  "could not have been prevented", "out of our control", "outside our control", "outside of our control",
  "beyond our control", "out of our hands", "not in our hands", "bad luck", "inevitable", "unavoidable",
  "freak accident*", "these things happen", "third party outage*", "outage of a third party", "provider outage*",
  "vendor outage*", "upstream outage*", "outage of our provider", "outage of the provider", "murphy's law",
  "höhere gewalt", "höherer gewalt", "naturgemäß", "liegt in der natur", "in der natur der sache",
  "naturkatastrophe*", "kann niemand ändern", "kann keiner ändern", "kann man nicht ändern",
  "können wir nicht ändern", "lässt sich nicht ändern", "nicht zu ändern", "kann niemand etwas",
  "können wir nichts", "kann man nichts", "nicht in unserer hand", "außerhalb unserer kontrolle",
  "außerhalb unseres einflusses", "entzieht sich unserer kontrolle", "unvermeidlich*", "unvermeidbar*",
  "nicht zu verhindern", "nicht zu vermeiden", "konnte niemand wissen", "konnte keiner wissen",
  "konnte niemand ahnen", "konnte keiner ahnen", "pech", "ausfall des anbieters", "ausfall eines anbieters",
  "ausfall beim anbieter", "ausfall des providers", "ausfall beim provider", "störung beim anbieter",
  "ausfall eines dritten", "ausfall von dritten",
};

/* Words before a phrase that turn it round, and words that may stand in between. */
static const char *const turns[] = {
  "not", "no", "never", "than", "without", "isn't", "wasn't", "nicht", "kein", "keine", "keinem", "keinen", "nie", "statt",
  "ohne",
};
static const char *const articles[] = {
  "a", "an", "the", "any", "just", "ein", "eine", "einen", "einem", "der", "die", "das", "dem",
};

/* Phrases are found by their first two bytes; other bytes than small letters share a place. */
#define N_LETTERS 27
#define N_STARTS (N_LETTERS * N_LETTERS)

typedef struct
{
  guint16       first[N_STARTS + 1];
  const char  **phrases;
} Index;

static guint
get_start (guchar one,
           guchar two)
{
  const guint first = one >= 'a' && one <= 'z' ? one - 'a' : N_LETTERS - 1;
  const guint second = two >= 'a' && two <= 'z' ? two - 'a' : N_LETTERS - 1;

  return first * N_LETTERS + second;
}

/* Small as far as these phrases go: ASCII, and the letters of Latin-1. */
static guchar
get_small (const char *start,
           const char *at)
{
  const guchar byte = (guchar) *at;

  if (byte < 0x80)
    return byte >= 'A' && byte <= 'Z' ? byte + 0x20 : byte;
  if (byte >= 0x80 && byte <= 0x9e && at > start && (guchar) at[-1] == 0xc3)
    return (guchar) (byte + 0x20);

  return byte;
}

static void
fill_index (Index             *index,
            const char *const *phrases,
            guint              n_phrases)
{
  guint n = 0;

  /* Kept as long as the program runs. */
  index->phrases = g_new0 (const char *, n_phrases);
  for (guint start = 0; start < N_STARTS; start++)
    {
      index->first[start] = (guint16) n;
      for (guint i = 0; i < n_phrases; i++)
        if (get_start ((guchar) phrases[i][0], (guchar) phrases[i][1]) == start)
          index->phrases[n++] = phrases[i];
    }
  index->first[N_STARTS] = (guint16) n;
}

static const Index *
get_index (AftPhraseKind kind)
{
  static Index indices[2];
  static gsize done;

  if (g_once_init_enter (&done))
    {
      fill_index (&indices[AFT_PHRASE_BLAME], blame, G_N_ELEMENTS (blame));
      fill_index (&indices[AFT_PHRASE_FATE], fate, G_N_ELEMENTS (fate));
      g_once_init_leave (&done, 1);
    }

  return &indices[kind];
}

static gboolean
is_letter (const char *at)
{
  return (guchar) *at < 0x80 ? g_ascii_isalnum (*at) != 0 : g_unichar_isalnum (g_utf8_get_char (at));
}

static gboolean
is_gap (char c)
{
  return g_ascii_isspace (c) || c == '-';
}

/* Returns where the phrase ends in the text, NULL where it doesn't stand there. */
static const char *
match (const char *start,
       const char *at,
       const char *phrase)
{
  for (; *phrase != '\0' && *phrase != '*'; phrase++)
    if (*phrase == ' ')
      {
        if (!is_gap (*at))
          return NULL;
        while (is_gap (*at))
          at++;
      }
    else if (*phrase == '\'' && g_str_has_prefix (at, "’"))
      {
        at += strlen ("’");
      }
    else if (*at == '\0' || get_small (start, at) != (guchar) *phrase)
      {
        return NULL;
      }
    else
      {
        at++;
      }

  while (*phrase == '*' && *at != '\0' && is_letter (at))
    at = g_utf8_next_char (at);

  return *at != '\0' && is_letter (at) ? NULL : at;
}

static gboolean
is_one_of (const char        *start,
           const char        *at,
           const char        *end,
           const char *const *words,
           guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (match (start, at, words[i]) == end)
      return TRUE;

  return FALSE;
}

/* The word before @end. */
static const char *
find_word_before (const char  *start,
                  const char  *end,
                  const char **word_end)
{
  const char *at = end;

  while (at > start && is_gap (at[-1]))
    at--;
  *word_end = at;
  while (at > start && !g_ascii_isspace (at[-1]))
    at--;

  return at;
}

/* "This was not human error", and “human error” in quotation marks, which is spoken about. */
static gboolean
is_turned (const char *start,
           const char *at,
           const char *end)
{
  const char *word_end;
  const char *word = find_word_before (start, at, &word_end);

  if (at > start && *end != '\0' && g_utf8_strchr ("\"'“„«»‘‚”", -1, g_utf8_get_char (g_utf8_prev_char (at))) != NULL &&
      g_utf8_strchr ("\"'”“»«’‘", -1, g_utf8_get_char (end)) != NULL)
    return TRUE;

  if (is_one_of (start, word, word_end, articles, G_N_ELEMENTS (articles)))
    word = find_word_before (start, word, &word_end);

  return is_one_of (start, word, word_end, turns, G_N_ELEMENTS (turns));
}

static const char *
skip_letters (const char *at,
              gboolean    letters)
{
  while (*at != '\0' && is_letter (at) == letters)
    at = (guchar) *at < 0x80 ? at + 1 : g_utf8_next_char (at);

  return at;
}

/**
 * aft_review_find_phrase:
 * @text: a text
 * @kind: what to look for
 *
 * Looks for a turn of phrase that does what @kind says, in English and German. One that is denied or
 * stands in quotation marks is none.
 *
 * Returns: (transfer full) (nullable): the first one, as it stands in the text
 */
char *
aft_review_find_phrase (const char    *text,
                        AftPhraseKind  kind)
{
  const Index *index = get_index (kind);

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *at = skip_letters (text, FALSE); *at != '\0'; at = skip_letters (skip_letters (at, TRUE), FALSE))
    {
      const guint start = get_start (get_small (text, at), get_small (text, at + 1));

      for (guint i = index->first[start]; i < index->first[start + 1]; i++)
        {
          const char *phrase = index->phrases[i];
          const char *end;

          if (at[1] == '\0' || get_small (text, at + 2) != (guchar) phrase[2])
            continue;
          end = match (text, at, phrase);
          if (end != NULL && !is_turned (text, at, end))
            return g_strndup (at, (gsize) (end - at));
        }
    }

  return NULL;
}

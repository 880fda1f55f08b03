/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-review"

#include "config.h"

#include <string.h>

#include "aft-review-phrases.h"

/* A why that is asked of a person asks for a reason to blame; a how asks for what the person saw. The words
 * are those of the question, English or German, whatever the interface speaks. */

typedef struct
{
  const char *word;
  gboolean    denies;
  gboolean    rewords;   /* a verb in its basic form follows */
} EnglishVerb;

typedef struct
{
  const char *word;
  const char *third;     /* the form that goes with "man" */
} GermanVerb;

static const EnglishVerb english_verbs[] = {
  { "did", FALSE, TRUE }, { "didn't", TRUE, TRUE }, { "do", FALSE, FALSE }, { "don't", TRUE, FALSE },
  { "does", FALSE, FALSE }, { "doesn't", TRUE, FALSE }, { "have", FALSE, FALSE }, { "haven't", TRUE, FALSE },
  { "has", FALSE, FALSE }, { "hasn't", TRUE, FALSE }, { "had", FALSE, FALSE }, { "hadn't", TRUE, FALSE },
  { "was", FALSE, FALSE }, { "wasn't", TRUE, FALSE }, { "were", FALSE, FALSE }, { "weren't", TRUE, FALSE },
  { "would", FALSE, FALSE }, { "wouldn't", TRUE, FALSE }, { "could", FALSE, FALSE }, { "couldn't", TRUE, FALSE },
};

static const GermanVerb german_verbs[] = {
  { "hat", "hat" }, { "hast", "hat" }, { "haben", "hat" }, { "habt", "hat" }, { "hatte", "hatte" },
  { "hattest", "hatte" }, { "hatten", "hatte" }, { "hattet", "hatte" }, { "ist", "ist" }, { "bist", "ist" },
  { "sind", "ist" }, { "seid", "ist" }, { "war", "war" }, { "warst", "war" }, { "waren", "war" }, { "wart", "war" },
};

static const char *const german_whys[] = { "Warum", "Wieso", "Weshalb" };
static const char *const english_people[] = { "you", "he", "she", "someone", "somebody" };
static const char *const german_people[] = { "du", "jemand" };
static const char *const articles[] = { "the", "our", "der", "die", "das", "unser", "unsere" };

static gboolean
is_blank (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

/* Returns what stands behind the words, and the blanks behind these; NULL where they don't stand there. */
static const char *
skip_words (const char *text,
            const char *words)
{
  const glong n_characters = g_utf8_strlen (words, -1);
  g_autofree char *start = NULL;
  g_autofree char *folded_start = NULL;
  g_autofree char *folded_words = NULL;
  g_autoptr(GString) straight = NULL;
  const char *end;

  if (n_characters == 0 || g_utf8_strlen (text, -1) < n_characters)
    return NULL;

  end = g_utf8_offset_to_pointer (text, n_characters);
  straight = g_string_new_len (text, end - text);
  g_string_replace (straight, "’", "'", 0);
  folded_start = g_utf8_casefold (straight->str, -1);
  folded_words = g_utf8_casefold (words, -1);
  if (strcmp (folded_start, folded_words) != 0 || (*end != '\0' && g_unichar_isalnum (g_utf8_get_char (end))))
    return NULL;

  while (*end != '\0' && is_blank (end))
    end = g_utf8_next_char (end);

  return end;
}

static const char *
skip_one_of (const char        *text,
             const char *const *words,
             guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      const char *end = skip_words (text, words[i]);

      if (end != NULL)
        return end;
    }

  return NULL;
}

/* A person, by a pronoun, a name, or a role with its article. */
static const char *
skip_person (const char        *text,
             const char *const *pronouns,
             guint              n_pronouns,
             GPtrArray         *people)
{
  const char *end = skip_one_of (text, pronouns, n_pronouns);
  const char *name;

  if (end != NULL)
    return end;

  name = skip_one_of (text, articles, G_N_ELEMENTS (articles));
  for (guint i = 0; i < people->len; i++)
    {
      end = skip_words (text, people->pdata[i]);
      if (end == NULL && name != NULL)
        end = skip_words (name, people->pdata[i]);
      if (end != NULL)
        return end;
    }

  return NULL;
}

static char *
reword_english (const char *question,
                GPtrArray  *people,
                gboolean   *blames)
{
  const char *at = skip_words (question, "Why");

  if (at == NULL || !g_ascii_isalpha (*at))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (english_verbs); i++)
    {
      const EnglishVerb *verb = &english_verbs[i];
      const char *subject = skip_words (at, verb->word);
      const char *rest =
        subject != NULL ? skip_person (subject, english_people, G_N_ELEMENTS (english_people), people) : NULL;
      const char *denied;

      if (rest == NULL)
        continue;

      *blames = TRUE;
      denied = skip_words (rest, "not");
      if (denied != NULL)
        rest = denied;
      if (!verb->rewords || !g_unichar_isalpha (g_utf8_get_char (rest)))
        return NULL;
      return g_strdup_printf ("How did it make sense at the time %sto %s", verb->denies || denied != NULL ? "not " : "",
                              rest);
    }

  return NULL;
}

static char *
reword_german (const char *question,
               GPtrArray  *people,
               gboolean   *blames)
{
  const char *at = skip_one_of (question, german_whys, G_N_ELEMENTS (german_whys));

  for (guint i = 0; at != NULL && i < G_N_ELEMENTS (german_verbs); i++)
    {
      const char *subject = skip_words (at, german_verbs[i].word);
      const char *rest =
        subject != NULL ? skip_person (subject, german_people, G_N_ELEMENTS (german_people), people) : NULL;
      g_autofree char *plain = NULL;

      /* "ihr" is also a possessive, but not behind these. */
      if (rest == NULL && subject != NULL &&
          (g_str_has_suffix (german_verbs[i].word, "bt") || g_str_equal (german_verbs[i].word, "seid")))
        rest = skip_words (subject, "ihr");
      if (rest == NULL)
        continue;

      *blames = TRUE;
      plain = g_strndup (rest, strcspn (rest, "?\n"));
      g_strchomp (plain);
      if (plain[0] == '\0')
        return NULL;
      return g_strdup_printf ("Wie kam es, dass man %s %s?", plain, german_verbs[i].third);
    }

  return NULL;
}

/**
 * aft_review_reword:
 * @question: a question
 * @people: (element-type utf8): the names of people and roles
 * @blames: (out): whether it asks a person why
 *
 * Returns: (transfer full) (nullable): the same question so that it asks how it came about; %NULL where it
 *   needs none, or its grammar is too hard
 */
char *
aft_review_reword (const char *question,
                   GPtrArray  *people,
                   gboolean   *blames)
{
  char *reworded;

  g_return_val_if_fail (question != NULL && people != NULL && blames != NULL, NULL);

  *blames = FALSE;
  /* Most ask nothing but why. */
  if (g_ascii_tolower (question[0]) != 'w' || strpbrk (question, " \t\n\xc2") == NULL)
    return NULL;

  reworded = reword_english (question, people, blames);
  if (!*blames)
    reworded = reword_german (question, people, blames);

  return reworded;
}

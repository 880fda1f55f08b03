/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-review"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-corrective-action.h"
#include "aft-factor.h"
#include "aft-lesson.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-review-phrases.h"
#include "aft-review-private.h"
#include "aft-whys-edits.h"

/* What is said of the whys. */

#define FIVE 5

/* Of all that begin somewhere. */
typedef struct
{
  guint    height;        /* how many answers the longest has */
  gboolean ends;          /* whether one ends with what was learned from */
  gboolean taught;        /* whether something on them was learned from */
} Paths;

typedef struct
{
  AftReview  *review;
  GPtrArray  *people;         /* names of people and roles, borrowed */
  GHashTable *heights;        /* answer → how many answers the longest path from it has */
  GHashTable *taught;         /* answers that were learned from */
  GHashTable *taught_below;   /* answers that were learned from, or one below */
} Whys;

static guint
count (GListModel *list)
{
  return g_list_model_get_n_items (list);
}

static gboolean
counts (AftAnswer *answer)
{
  return aft_answer_get_text (answer)[0] != '\0' && aft_answer_get_state (answer) != AFT_ANSWER_RULED_OUT;
}

static void
add_taught (AftItem  *item,
            gpointer  user_data)
{
  Whys *self = user_data;
  g_autoptr(GPtrArray) answers = NULL;

  if (AFT_IS_LESSON (item))
    answers = aft_document_resolve (self->review->document, aft_lesson_get_answers (AFT_LESSON (item)));
  else if (AFT_IS_CORRECTIVE_ACTION (item))
    answers = aft_document_resolve (self->review->document,
                                    aft_corrective_action_get_answers (AFT_CORRECTIVE_ACTION (item)));

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    g_hash_table_add (self->taught, answers->pdata[i]);
}

static gboolean
is_factor_taught (Whys      *self,
                  AftFactor *factor)
{
  g_autoptr(GPtrArray) referrers =
    aft_document_get_referrers (self->review->document, AFT_ITEM (factor), AFT_TYPE_ITEM, "factors");
  g_autoptr(GPtrArray) answers = aft_document_resolve (self->review->document, aft_factor_get_answers (factor));

  for (guint i = 0; i < answers->len; i++)
    if (g_hash_table_contains (self->taught, answers->pdata[i]))
      return TRUE;

  return referrers->len > 0;
}

/* What lessons and actions come from, and then what factors they come from. Somebody may have learned from the
 * factor that was made of an answer, or from another answer with it. */
static void
find_taught (Whys *self)
{
  GListModel *const lists[] = { aft_document_get_lessons (self->review->document),
                                aft_document_get_other_actions (self->review->document) };
  GListModel *factors = aft_document_get_factors (self->review->document);
  g_autoptr(GPtrArray) more = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < count (lists[i]); j++)
      {
        g_autoptr(AftItem) item = g_list_model_get_item (lists[i], j);

        aft_item_foreach (item, add_taught, self);
      }

  for (guint i = 0; i < count (factors); i++)
    {
      g_autoptr(AftFactor) factor = g_list_model_get_item (factors, i);
      g_autoptr(GPtrArray) answers = aft_document_resolve (self->review->document, aft_factor_get_answers (factor));

      if (is_factor_taught (self, factor))
        g_ptr_array_extend (more, answers, NULL, NULL);
    }
  for (guint i = 0; i < more->len; i++)
    g_hash_table_add (self->taught, more->pdata[i]);
}

static gboolean
is_taught (Whys      *self,
           AftAnswer *answer)
{
  return g_hash_table_contains (self->taught, answer) ||
         (aft_answer_get_same_as (answer)[0] != '\0' &&
          g_hash_table_contains (self->taught, aft_whys_find_origin (self->review->document, answer)));
}

/* Looks at all answers below, from below. */
static Paths
measure (Whys       *self,
         GListModel *questions)
{
  Paths paths = { 0, FALSE, FALSE };

  for (guint i = 0; i < count (questions); i++)
    {
      g_autoptr(AftQuestion) question = g_list_model_get_item (questions, i);
      GListModel *answers = aft_question_get_answers (question);

      for (guint j = 0; j < count (answers); j++)
        {
          g_autoptr(AftAnswer) answer = g_list_model_get_item (answers, j);
          Paths below = measure (self, aft_answer_get_questions (answer));
          const gboolean taught = is_taught (self, answer);

          below.ends |= below.height == 0 && taught;
          below.taught |= taught;
          g_hash_table_insert (self->heights, answer, GUINT_TO_POINTER (below.height + 1));
          if (below.taught)
            g_hash_table_add (self->taught_below, answer);

          paths.taught |= below.taught;
          if (counts (answer))
            {
              paths.height = MAX (paths.height, below.height + 1);
              paths.ends |= below.ends;
            }
        }
    }

  return paths;
}

/* A path that goes on elsewhere is as long as it is there. */
static guint
measure_same (Whys       *self,
              GListModel *questions)
{
  guint height = 0;

  for (guint i = 0; i < count (questions); i++)
    {
      g_autoptr(AftQuestion) question = g_list_model_get_item (questions, i);
      GListModel *answers = aft_question_get_answers (question);

      for (guint j = 0; j < count (answers); j++)
        {
          g_autoptr(AftAnswer) answer = g_list_model_get_item (answers, j);
          AftAnswer *origin = aft_whys_find_origin (self->review->document, answer);
          guint own = 1 + measure_same (self, aft_answer_get_questions (answer));

          if (origin != NULL && origin != answer)
            own = MAX (own, GPOINTER_TO_UINT (g_hash_table_lookup (self->heights, origin)));
          if (counts (answer))
            height = MAX (height, own);
        }
    }

  return height;
}

/* Five are no law. But where nothing was learned yet at the end of any path, it may be too early to stop. */
static void
check_paths (Whys        *self,
             AftProblem  *problem,
             const Paths *paths)
{
  if (aft_document_get_method (self->review->document) != AFT_METHOD_FIVE_WHYS || aft_problem_get_went_well (problem))
    return;

  if (paths->height == 0 || paths->height >= FIVE || paths->ends ||
      measure_same (self, aft_problem_get_questions (problem)) >= FIVE)
    return;

  aft_review_add (self->review, "fewer-than-five-whys", AFT_FINDING_HINT, AFT_ITEM (problem),
                  _("No path from this problem reaches five whys yet."),
                  _("Ask why of the last answers, until you come to what you can change, and learn a lesson from it."));
}

/* Whether somebody has asked on and got an answer, here or where the same is said. */
static gboolean
is_leaf (Whys      *self,
         AftAnswer *answer)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->heights, answer)) <= 1 &&
         aft_answer_get_same_as (answer)[0] == '\0';
}

static void
check_words (Whys      *self,
             AftAnswer *answer)
{
  g_autofree char *blame = aft_review_find_phrase (aft_answer_get_text (answer), AFT_PHRASE_BLAME);
  g_autofree char *fate =
    is_leaf (self, answer) ? aft_review_find_phrase (aft_answer_get_text (answer), AFT_PHRASE_FATE) : NULL;

  if (blame != NULL)
    {
      /* Translators: %s is what somebody has written, such as “human error” */
      g_autofree char *message = g_strdup_printf (_("An answer puts it on people: “%s”."), blame);

      aft_review_add (self->review, "blaming-answer", AFT_FINDING_HINT, AFT_ITEM (answer), message,
                      _("People did what made sense to them. Ask how it made sense, and what made it easy to do."));
    }

  if (fate != NULL)
    {
      /* Translators: %s is what somebody has written, such as “act of God” */
      g_autofree char *message = g_strdup_printf (_("A path ends with what nobody can change: “%s”."), fate);

      aft_review_add (self->review, "nobody-can-change", AFT_FINDING_HINT, AFT_ITEM (answer), message,
                      _("Ask what you could have done to notice it earlier, or to limit what it does."));
    }
}

static void
check_names (Whys      *self,
             AftAnswer *answer)
{
  const char *const texts[] = { aft_answer_get_text (answer), aft_answer_get_text_wider (answer),
                                aft_answer_get_evidence (answer), aft_answer_get_note (answer) };
  AftRole *role = NULL;

  for (gsize i = 0; role == NULL && i < G_N_ELEMENTS (texts); i++)
    role = aft_review_find_named (self->review, texts[i]);

  if (role != NULL)
    {
      /* Translators: %s is what somebody is, such as “release lead” */
      g_autofree char *message = g_strdup_printf (_("An answer names the person who was “%s”."),
                                                  aft_role_get_role (role));

      aft_review_add (self->review, "name-in-answer", AFT_FINDING_HINT, AFT_ITEM (answer), message,
                      _("Write what the role could see and do. Ask how it made sense, and what made it easy."));
    }
}

static void
check_evidence (Whys      *self,
                AftAnswer *answer)
{
  if (aft_answer_get_state (answer) == AFT_ANSWER_CONFIRMED && aft_answer_get_evidence (answer)[0] == '\0' &&
      aft_answer_get_link (answer)[0] == '\0' && aft_answer_get_events (answer)[0] == NULL &&
      aft_answer_get_same_as (answer)[0] == '\0')
    aft_review_add (self->review, "confirmed-without-evidence", AFT_FINDING_HINT, AFT_ITEM (answer),
                    _("An answer is confirmed, and nothing shows by what."),
                    _("Write the evidence, add a link, or choose events that show it. Without any it is possible."));
}

static void
check_same_as (Whys      *self,
               AftAnswer *answer)
{
  AftItem *same = aft_document_find (self->review->document, aft_answer_get_same_as (answer));

  if (!AFT_IS_ANSWER (same))
    return;

  if (aft_whys_find_origin (self->review->document, answer) == NULL)
    aft_review_add (self->review, "same-as-loops", AFT_FINDING_FAULT, AFT_ITEM (answer),
                    _("An answer is the same as another one, which leads back to it."),
                    _("Choose one of them to ask on, and let the others be the same as that."));
  else if (aft_item_is_inside (same, AFT_ITEM (answer)) || aft_item_is_inside (AFT_ITEM (answer), same))
    aft_review_add (self->review, "same-as-loops", AFT_FINDING_FAULT, AFT_ITEM (answer),
                    _("An answer is the same as one above or below it."),
                    _("What causes itself explains nothing. Say what differs, or merge the two."));
}

/* A lesson is often learned further down, where more is known, or from the answer right above. */
static gboolean
is_path_learned_from (Whys      *self,
                      AftAnswer *answer)
{
  AftItem *above = aft_item_get_parent (aft_item_get_parent (AFT_ITEM (answer)));

  return g_hash_table_contains (self->taught_below, answer) ||
         (AFT_IS_ANSWER (above) && is_taught (self, AFT_ANSWER (above)));
}

static void
add_unlearned (Whys    *self,
               AftItem *item)
{
  aft_review_add (self->review, "factor-without-lesson", AFT_FINDING_HINT, item,
                  _("Nothing was learned from a contributing factor."),
                  _("Link a lesson or an action to it, or make a lesson of it. Or take the mark off."));
}

static void
check_answer (Whys      *self,
              AftAnswer *answer)
{
  if (self->people->len > 0)
    check_names (self, answer);
  check_same_as (self, answer);
  if (!counts (answer))
    return;

  check_words (self, answer);
  check_evidence (self, answer);
  if (aft_answer_get_contributing_factor (answer) && !is_path_learned_from (self, answer))
    add_unlearned (self, AFT_ITEM (answer));
}

static void
check_question (Whys        *self,
                AftQuestion *question)
{
  gboolean blames;
  g_autofree char *reworded = aft_review_reword (aft_question_get_text (question), self->people, &blames);

  if (blames)
    aft_review_add_mend (self->review, "ask-how", AFT_FINDING_HINT, AFT_ITEM (question),
                         _("A question asks a person why."),
                         _("Ask how, not why: how it came about, and how it made sense at the time."), "text",
                         reworded);
}

static void
check_why (AftItem  *item,
           gpointer  user_data)
{
  if (AFT_IS_ANSWER (item))
    check_answer (user_data, AFT_ANSWER (item));
  else if (AFT_IS_QUESTION (item))
    check_question (user_data, AFT_QUESTION (item));
}

static void
add_people (Whys *self)
{
  GListModel *roles = aft_document_get_roles (self->review->document);

  for (guint i = 0; i < count (roles); i++)
    {
      /* The document keeps the texts while it is reviewed. */
      g_autoptr(AftRole) role = g_list_model_get_item (roles, i);
      const char *const *handles = aft_role_get_handles (role);

      g_ptr_array_add (self->people, (char *) aft_role_get_person (role));
      g_ptr_array_add (self->people, (char *) aft_role_get_role (role));
      for (gsize j = 0; handles[j] != NULL; j++)
        g_ptr_array_add (self->people, (char *) handles[j]);
    }
}

void
aft_review_check_whys (AftReview *self)
{
  GListModel *problems = aft_document_get_problems (self->document);
  GListModel *factors = aft_document_get_factors (self->document);
  g_autoptr(GPtrArray) people = g_ptr_array_new ();
  g_autoptr(GHashTable) heights = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) taught = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) taught_below = g_hash_table_new (NULL, NULL);
  g_autofree Paths *paths = g_new0 (Paths, count (problems) + 1);
  Whys whys = { self, people, heights, taught, taught_below };

  add_people (&whys);
  find_taught (&whys);
  for (guint i = 0; i < count (problems); i++)
    {
      g_autoptr(AftProblem) problem = g_list_model_get_item (problems, i);

      paths[i] = measure (&whys, aft_problem_get_questions (problem));
    }
  for (guint i = 0; i < count (problems); i++)
    {
      g_autoptr(AftProblem) problem = g_list_model_get_item (problems, i);

      check_paths (&whys, problem, &paths[i]);
      aft_item_foreach (AFT_ITEM (problem), check_why, &whys);
    }
  for (guint i = 0; i < count (factors); i++)
    {
      g_autoptr(AftFactor) factor = g_list_model_get_item (factors, i);

      if (aft_factor_get_text (factor)[0] != '\0' && !is_factor_taught (&whys, factor))
        add_unlearned (&whys, AFT_ITEM (factor));
    }
}

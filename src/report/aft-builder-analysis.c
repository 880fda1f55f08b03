/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-answer.h"
#include "aft-block-builder-private.h"
#include "aft-event.h"
#include "aft-factor.h"
#include "aft-observation.h"
#include "aft-problem.h"
#include "aft-prose.h"
#include "aft-question.h"

typedef struct
{
  AftBuilder    *builder;
  AftFigureData *figure;
  guint          n_questions;
  guint          n_answers;
} Tree;

/* The times of the events that an answer names, as far as the edition shows them. */
static char *
dup_events (AftBuilder        *self,
            const char *const *ids)
{
  g_autoptr(GPtrArray) events = aft_document_resolve (self->document, ids);
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      AftItem *event = g_ptr_array_index (events, i);
      g_autofree char *when = NULL;

      if (!AFT_IS_EVENT (event) || !aft_builder_shows (self, event))
        continue;

      when = aft_report_format_moment (self->words, aft_event_get_at (AFT_EVENT (event)), self->zone,
                                       AFT_REPORT_TIME_FULL);
      if (list->len > 0)
        g_string_append (list, "; ");
      g_string_append (list, when);
    }

  return list->len > 0 ? aft_words_fill (self->words->events, list->str, NULL) : NULL;
}

static void
add_note (AftBlock   *item,
          const char *text)
{
  aft_block_add (item, aft_block_new_paragraph (AFT_PARAGRAPH_NOTE, aft_runs_new_text (text, AFT_RUN_PLAIN)));
}

static void
add_labelled_prose (AftBuilder *self,
                    AftBlock   *holder,
                    gpointer    item,
                    const char *label,
                    const char *field)
{
  g_autofree char *text = aft_builder_dup_text (self, item, field);

  if (text[0] == '\0')
    return;

  aft_builder_add_label (self, holder->children, label);
  aft_prose_append (holder->children, text, 6, aft_item_get_id (item));
}

static void
add_answer_details (AftBuilder   *self,
                    AftBlock     *item,
                    AftAnswer    *answer,
                    AftTreeEntry *node)
{
  AftItem *same = aft_document_find (self->document, aft_answer_get_same_as (answer));
  g_autofree char *events = dup_events (self, aft_answer_get_events (answer));
  g_autofree char *link = aft_builder_dup_text (self, answer, "link");

  if (AFT_IS_ANSWER (same) && aft_builder_shows (self, same))
    {
      g_autofree char *text = aft_builder_dup_text (self, same, "text");
      g_autofree char *line = aft_words_fill (self->words->same_as, text, NULL);

      add_note (item, line);
      node->same_as = g_steal_pointer (&text);
      node->remark = g_steal_pointer (&line);
    }
  if (events != NULL)
    add_note (item, events);
  if (link[0] != '\0')
    {
      AftRuns *runs = aft_runs_new ();

      aft_runs_add (runs, link, AFT_RUN_PLAIN, link);
      aft_block_add (item, aft_block_new_paragraph (AFT_PARAGRAPH_NOTE, runs));
    }
  add_labelled_prose (self, item, answer, self->words->evidence, "evidence");
  add_labelled_prose (self, item, answer, self->words->note, "note");
}

static void add_questions (Tree       *tree,
                           AftBlock   *holder,
                           GListModel *questions,
                           guint32     parent);

static void
add_answer (Tree      *tree,
            AftBlock  *list,
            AftAnswer *answer,
            guint32    parent)
{
  AftBuilder *self = tree->builder;
  g_autofree char *text = aft_builder_dup_text (self, answer, "text");
  const AftAnswerState state = aft_answer_get_state (answer);
  g_autofree char *state_text = g_strconcat (self->words->answer_states[state], ": ", NULL);
  AftBlock *item = aft_block_add (list, aft_block_new (AFT_BLOCK_ITEM));
  AftRuns *runs = aft_runs_new ();
  AftTreeEntry *node = aft_figure_data_add_node (tree->figure, parent, AFT_TREE_ANSWER, text);
  const guint32 index = tree->figure->nodes->len - 1;

  node->state = state;
  node->factor = aft_answer_get_contributing_factor (answer);
  tree->n_answers++;

  item->item_id = g_strdup (aft_item_get_id (AFT_ITEM (answer)));
  aft_runs_add (runs, state_text, AFT_RUN_QUIET, NULL);
  aft_runs_add (runs, text, state == AFT_ANSWER_RULED_OUT ? AFT_RUN_STRUCK : AFT_RUN_PLAIN, NULL);
  if (node->factor)
    {
      g_autofree char *factor = g_strdup_printf (" (%s)", self->words->factor);

      aft_runs_add (runs, factor, AFT_RUN_EMPHASIS, NULL);
    }
  aft_block_add (item, aft_block_new_paragraph (AFT_PARAGRAPH_BODY, runs));
  add_answer_details (self, item, answer, node);
  add_questions (tree, item, aft_answer_get_questions (answer), index);
}

static void
add_question (Tree        *tree,
              AftBlock    *list,
              AftQuestion *question,
              guint32      parent)
{
  AftBuilder *self = tree->builder;
  g_autoptr(GPtrArray) answers = aft_builder_list_items (self, aft_question_get_answers (question));
  g_autofree char *text = aft_builder_dup_text (self, question, "text");
  const AftJoin join = aft_question_get_join (question);
  AftBlock *item = aft_block_add (list, aft_block_new (AFT_BLOCK_ITEM));
  AftRuns *runs = aft_runs_new ();
  AftTreeEntry *node = aft_figure_data_add_node (tree->figure, parent, AFT_TREE_QUESTION, text);
  const guint32 index = tree->figure->nodes->len - 1;
  AftBlock *below;

  node->join = answers->len > 1 ? join : AFT_JOIN_OPEN;
  tree->n_questions++;

  item->item_id = g_strdup (aft_item_get_id (AFT_ITEM (question)));
  aft_runs_add (runs, text, AFT_RUN_STRONG, NULL);
  if (node->join != AFT_JOIN_OPEN)
    {
      g_autofree char *joined = g_strdup_printf (" — %s", self->words->joins[join]);

      aft_runs_add (runs, joined, AFT_RUN_EMPHASIS, NULL);
    }
  aft_block_add (item, aft_block_new_paragraph (AFT_PARAGRAPH_BODY, runs));

  if (answers->len == 0)
    {
      const gboolean is_left_out = g_list_model_get_n_items (aft_question_get_answers (question)) > 0;
      const char *words = is_left_out ? self->words->one_not_in_edition : self->words->no_answer;

      aft_figure_data_add_node (tree->figure, index, AFT_TREE_MISSING, words);
      add_note (item, words);
      return;
    }

  below = aft_block_add (item, aft_block_new_list (AFT_LIST_OUTLINE));
  for (guint i = 0; i < answers->len; i++)
    add_answer (tree, below, g_ptr_array_index (answers, i), index);
}

static void
add_questions (Tree       *tree,
               AftBlock   *holder,
               GListModel *questions,
               guint32     parent)
{
  g_autoptr(GPtrArray) items = aft_builder_list_items (tree->builder, questions);
  AftBlock *list;

  if (items->len == 0)
    return;

  list = aft_block_new_list (AFT_LIST_OUTLINE);
  if (holder != NULL)
    aft_block_add (holder, list);
  else
    g_ptr_array_add (tree->builder->blocks, list);

  for (guint i = 0; i < items->len; i++)
    add_question (tree, list, g_ptr_array_index (items, i), parent);
}

static void
add_problem (AftBuilder *self,
             AftProblem *problem)
{
  g_autofree char *text = aft_builder_dup_text (self, problem, "text");
  g_autofree char *questions = NULL;
  g_autofree char *answers = NULL;
  AftBlock *figure = aft_block_new (AFT_BLOCK_FIGURE);
  g_autofree char *caption = aft_words_fill (self->words->tree_caption, text, NULL);
  Tree tree = { self, aft_figure_data_new (AFT_FIGURE_TREE, self->words) };
  AftTreeEntry *root;

  aft_builder_add_heading (self, 3, text, "problem", problem);
  if (aft_problem_get_went_well (problem))
    aft_builder_add_label (self, self->blocks, self->words->went_well);

  figure->item_id = g_strdup (aft_item_get_id (AFT_ITEM (problem)));
  figure->figure = tree.figure;
  figure->runs = aft_runs_new_text (caption, AFT_RUN_PLAIN);
  g_ptr_array_add (self->blocks, figure);

  root = aft_figure_data_add_node (tree.figure, AFT_TREE_NO_PARENT, AFT_TREE_PROBLEM, text);
  root->went_well = aft_problem_get_went_well (problem);
  if (root->went_well)
    root->remark = g_strdup (self->words->went_well);
  add_questions (&tree, NULL, aft_problem_get_questions (problem), 0);

  questions = g_strdup_printf ("%u", tree.n_questions);
  answers = g_strdup_printf ("%u", tree.n_answers);
  tree.figure->alternative = aft_words_fill (self->words->tree_alternative, questions, answers, NULL);
  if (tree.n_questions > 0 || text[0] != '\0')
    g_ptr_array_add (self->report->trees, aft_figure_data_ref (tree.figure));
  if (tree.n_questions == 0)
    g_ptr_array_remove (self->blocks, figure);
}

/**
 * aft_builder_add_analysis:
 * @self: a builder
 *
 * Adds the whys of each problem, drawn and as an outline.
 */
void
aft_builder_add_analysis (AftBuilder *self)
{
  g_autoptr(GPtrArray) problems = aft_builder_list_items (self, aft_document_get_problems (self->document));

  for (guint i = 0; i < problems->len; i++)
    add_problem (self, g_ptr_array_index (problems, i));
}

/**
 * aft_builder_add_factors:
 * @self: a builder
 *
 * Adds the contributing factors.
 */
void
aft_builder_add_factors (AftBuilder *self)
{
  g_autoptr(GPtrArray) factors = aft_builder_list_items (self, aft_document_get_factors (self->document));
  AftBlock *list;

  if (factors->len == 0)
    return;

  list = aft_block_new_list (AFT_LIST_BULLETS);
  g_ptr_array_add (self->blocks, list);
  for (guint i = 0; i < factors->len; i++)
    {
      AftFactor *factor = g_ptr_array_index (factors, i);
      AftBlock *item = aft_block_add (list, aft_block_new (AFT_BLOCK_ITEM));
      g_autofree char *text = aft_builder_dup_text (self, factor, "text");
      g_autofree char *note = aft_builder_dup_text (self, factor, "note");
      g_autofree char *events = dup_events (self, aft_factor_get_events (factor));

      item->item_id = g_strdup (aft_item_get_id (AFT_ITEM (factor)));
      aft_block_add (item, aft_block_new_paragraph (AFT_PARAGRAPH_BODY, aft_runs_new_text (text, AFT_RUN_PLAIN)));
      aft_prose_append (item->children, note, 6, aft_item_get_id (AFT_ITEM (factor)));
      if (events != NULL)
        add_note (item, events);
    }
}

/**
 * aft_builder_add_observations:
 * @self: a builder
 *
 * Adds the observations, kind by kind.
 */
void
aft_builder_add_observations (AftBuilder *self)
{
  g_autoptr(GPtrArray) items = aft_builder_list_items (self, aft_document_get_observations (self->document));

  for (guint kind = 0; kind < G_N_ELEMENTS (self->words->observations); kind++)
    {
      AftBlock *list = NULL;

      for (guint i = 0; i < items->len; i++)
        {
          AftObservation *observation = g_ptr_array_index (items, i);
          g_autofree char *text = NULL;
          AftBlock *item;

          if ((guint) aft_observation_get_kind (observation) != kind)
            continue;

          if (list == NULL)
            {
              aft_builder_add_heading (self, 3, self->words->observations[kind], NULL, NULL);
              list = aft_block_new_list (AFT_LIST_BULLETS);
              g_ptr_array_add (self->blocks, list);
            }
          text = aft_builder_dup_text (self, observation, "text");
          item = aft_block_add (list, aft_block_new (AFT_BLOCK_ITEM));
          item->item_id = g_strdup (aft_item_get_id (AFT_ITEM (observation)));
          aft_block_add (item, aft_block_new_paragraph (AFT_PARAGRAPH_BODY, aft_runs_new_text (text, AFT_RUN_PLAIN)));
        }
    }
}

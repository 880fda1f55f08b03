/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-block-builder-private.h"
#include "aft-corrective-action.h"
#include "aft-due.h"
#include "aft-lesson.h"
#include "aft-numbering.h"
#include "aft-prose.h"

static void
add_separator (AftRuns *runs)
{
  if (runs->len > 0)
    aft_runs_add (runs, " · ", AFT_RUN_PLAIN, NULL);
}

static void
add_detail (AftRuns    *runs,
            const char *pattern,
            const char *value)
{
  g_autofree char *text = NULL;

  if (value[0] == '\0')
    return;

  text = aft_words_fill (pattern, value, NULL);
  add_separator (runs);
  aft_runs_add (runs, text, AFT_RUN_PLAIN, NULL);
}

/* What a meeting or a publication once printed, so that old references are found. */
static void
add_formerly (AftBuilder *self,
              AftRuns    *runs,
              gpointer    item)
{
  g_autofree char *list = aft_builder_dup_words (self, item, "formerly");

  add_detail (runs, self->words->formerly, list);
}

/* Others that an item names in a field, as far as the edition shows them. */
static void
append_named (AftBuilder *self,
              GString    *list,
              AftItem    *item,
              const char *field,
              gboolean    numbered)
{
  const char *const *ids;
  guint index;

  if (!aft_item_find_field (item, field, &index))
    return;

  ids = aft_item_get_words (item, index);
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      AftItem *named = aft_document_find (self->document, ids[i]);
      g_autofree char *text = NULL;
      g_autofree char *shown = NULL;

      if (!aft_builder_shows (self, named))
        continue;
      text = numbered ? aft_builder_dup_number (self, named) : aft_builder_dup_text (self, named, "text");
      shown = numbered ? g_strdup_printf ("(%s)", text) : aft_words_fill (self->words->quoted, text, NULL);
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", shown);
    }
}

/* Why it is there: the answers, factors and observations that it comes from, and lessons besides the one
 * above it. */
static void
add_origins (AftBuilder *self,
             AftRuns    *runs,
             gpointer    item)
{
  g_autoptr(GString) origins = g_string_new (NULL);
  g_autoptr(GString) lessons = g_string_new (NULL);

  append_named (self, origins, item, "answers", FALSE);
  append_named (self, origins, item, "factors", FALSE);
  append_named (self, origins, item, "observations", FALSE);
  append_named (self, lessons, item, "lessons", TRUE);
  add_detail (runs, self->words->comes_from, origins->str);
  add_detail (runs, self->words->also_for, lessons->str);
}

static void
add_note (AftBlock *item,
          AftRuns  *runs)
{
  if (runs->len == 0)
    g_ptr_array_unref (runs);
  else
    aft_block_add (item, aft_block_new_paragraph (AFT_PARAGRAPH_NOTE, runs));
}

/* "Lesson Learned (5/5): text", just as the team prints it. */
static AftBlock *
add_numbered (AftBuilder *self,
              AftBlock   *list,
              AftItem    *item,
              const char *label)
{
  g_autofree char *text = aft_builder_dup_text (self, item, "text");
  g_autofree char *number = aft_builder_dup_number (self, item);
  g_autofree char *wish = g_strconcat (AFT_IS_LESSON (item) ? "lesson-" : "", number, NULL);
  AftBlock *block = aft_block_add (list, aft_block_new (AFT_BLOCK_ITEM));
  AftRuns *runs = aft_runs_new ();

  block->item_id = g_strdup (aft_item_get_id (item));
  block->anchor = aft_builder_dup_anchor (self, wish);
  aft_runs_add (runs, label, AFT_RUN_LABEL, NULL);
  aft_runs_add (runs, " ", AFT_RUN_PLAIN, NULL);
  aft_runs_add (runs, text, AFT_RUN_PLAIN, NULL);
  aft_block_add (block, aft_block_new_paragraph (AFT_PARAGRAPH_BODY, runs));

  return block;
}

/* Numbers are the same in all editions, so a gap is said. A reference of its own was written by
 * somebody and stays with the item. */
static void
add_gap (AftBuilder *self,
         AftBlock   *list,
         AftItem    *item)
{
  g_autofree char *own = aft_numbering_get_of_total (item);
  g_autofree char *number = aft_edition_dup_plain (self->edition, self->document, own);
  const gboolean written = aft_item_get_named_text (item, "reference")[0] != '\0';
  g_autofree char *text = written ? g_strdup (self->words->one_not_in_edition)
                                  : aft_words_fill (self->words->not_in_edition, number, NULL);
  AftBlock *block = aft_block_add (list, aft_block_new (AFT_BLOCK_ITEM));

  aft_block_add (block, aft_block_new_paragraph (AFT_PARAGRAPH_NOTE, aft_runs_new_text (text, AFT_RUN_PLAIN)));
}

static AftRuns *
describe_action_item (AftBuilder    *self,
                      AftActionItem *item)
{
  AftRuns *runs = aft_runs_new ();
  AftItem *role = aft_document_find (self->document, aft_action_item_get_owner (item));
  g_autofree char *owner = aft_edition_dup_role_name (self->edition, role);
  g_autofree char *reason = aft_builder_dup_text (self, item, "reason");
  g_autofree char *done_on = aft_builder_dup_text (self, item, "done-on");
  g_autofree char *tracker = aft_builder_dup_text (self, item, "tracker");

  if (self->today != NULL && aft_due_is_overdue (item, self->today))
    aft_runs_add (runs, self->words->overdue, AFT_RUN_ALERT | AFT_RUN_STRONG, NULL);
  add_detail (runs, self->words->owner, owner);
  add_detail (runs, "{0}", self->words->action_states[aft_action_item_get_state (item)]);
  add_detail (runs, self->words->done_on, done_on);
  add_detail (runs, self->words->reason, reason);
  add_detail (runs, self->words->priority, self->words->priorities[aft_action_item_get_priority (item)]);
  add_detail (runs, self->words->purpose, self->words->purposes[aft_action_item_get_purpose (item)]);
  add_formerly (self, runs, item);
  add_origins (self, runs, item);
  if (tracker[0] != '\0')
    {
      add_separator (runs);
      aft_builder_add_link (self, runs, item, "tracker", self->words->tracker, AFT_RUN_PLAIN);
    }

  return runs;
}

static void
add_action_item (AftBuilder    *self,
                 AftBlock      *list,
                 AftActionItem *item)
{
  g_autofree char *number = aft_builder_dup_number (self, item);
  g_autofree char *due = aft_builder_dup_text (self, item, "due");
  g_autofree char *outcome = aft_builder_dup_text (self, item, "outcome");
  g_autofree char *label = due[0] != '\0' ? aft_words_fill (self->words->action_item_due, number, due, NULL)
                                          : aft_words_fill (self->words->action_item, number, NULL);
  AftBlock *block = add_numbered (self, list, AFT_ITEM (item), label);

  add_note (block, describe_action_item (self, item));
  if (outcome[0] != '\0')
    {
      aft_builder_add_label (self, block->children, self->words->outcome);
      aft_prose_append (block->children, outcome, 6, aft_item_get_id (AFT_ITEM (item)));
    }
}

/* Nothing below an action has a reason, or is a gap that the report admits. */
static void
add_nothing_below (AftBuilder *self,
                   AftBlock   *block,
                   gpointer    item,
                   const char *words)
{
  g_autofree char *reason = aft_builder_dup_text (self, item, "reason");
  g_autofree char *number = aft_builder_dup_number (self, item);
  g_autofree char *text = reason[0] != '\0' ? g_strdup (reason) : aft_words_fill (words, number, NULL);

  aft_block_add (block, aft_block_new_paragraph (AFT_PARAGRAPH_BODY, aft_runs_new_text (text, AFT_RUN_EMPHASIS)));
}

static void
add_items (AftBuilder *self,
           AftBlock   *list,
           GListModel *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(AftActionItem) item = g_list_model_get_item (items, i);

      if (aft_builder_shows (self, item))
        add_action_item (self, list, item);
      else
        add_gap (self, list, AFT_ITEM (item));
    }
}

static void
add_corrective_action (AftBuilder          *self,
                       AftBlock            *list,
                       AftCorrectiveAction *action)
{
  g_autofree char *number = aft_builder_dup_number (self, action);
  g_autofree char *label = aft_words_fill (self->words->corrective_action, number, NULL);
  AftBlock *block = add_numbered (self, list, AFT_ITEM (action), label);
  GListModel *items = aft_corrective_action_get_items (action);
  AftRuns *runs = aft_runs_new ();

  add_detail (runs, self->words->purpose, self->words->purposes[aft_corrective_action_get_purpose (action)]);
  add_formerly (self, runs, action);
  add_origins (self, runs, action);
  add_note (block, runs);

  if (g_list_model_get_n_items (items) == 0)
    add_nothing_below (self, block, action, self->words->no_item_yet);
  else
    add_items (self, aft_block_add (block, aft_block_new_list (AFT_LIST_PLAIN)), items);
}

static void
add_corrective_actions (AftBuilder *self,
                        AftBlock   *list,
                        GListModel *actions)
{
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr(AftCorrectiveAction) action = g_list_model_get_item (actions, i);

      if (aft_builder_shows (self, action))
        add_corrective_action (self, list, action);
      else
        add_gap (self, list, AFT_ITEM (action));
    }
}

static void
add_lesson (AftBuilder *self,
            AftBlock   *list,
            AftLesson  *lesson)
{
  g_autofree char *number = aft_numbering_get_of_total (AFT_ITEM (lesson));
  g_autofree char *label = aft_words_fill (self->words->lesson, number, NULL);
  AftBlock *block = add_numbered (self, list, AFT_ITEM (lesson), label);
  GListModel *actions = aft_lesson_get_actions (lesson);
  AftRuns *runs = aft_runs_new ();

  add_formerly (self, runs, lesson);
  add_origins (self, runs, lesson);
  add_note (block, runs);

  if (g_list_model_get_n_items (actions) == 0)
    add_nothing_below (self, block, lesson, self->words->no_action_yet);
  else
    add_corrective_actions (self, aft_block_add (block, aft_block_new_list (AFT_LIST_PLAIN)), actions);
}

static gboolean
shows_any (AftBuilder *self,
           GListModel *list)
{
  g_autoptr(GPtrArray) items = aft_builder_list_items (self, list);

  return items->len > 0;
}

/**
 * aft_builder_add_lessons:
 * @self: a builder
 *
 * Adds lessons, corrective actions and action items with the numbers they have everywhere, and the
 * actions that belong to no lesson.
 */
void
aft_builder_add_lessons (AftBuilder *self)
{
  GListModel *lessons = aft_document_get_lessons (self->document);
  GListModel *actions = aft_document_get_other_actions (self->document);
  GListModel *items = aft_document_get_other_items (self->document);

  if (shows_any (self, lessons))
    {
      AftBlock *list = aft_block_new_list (AFT_LIST_PLAIN);

      g_ptr_array_add (self->blocks, list);
      for (guint i = 0; i < g_list_model_get_n_items (lessons); i++)
        {
          g_autoptr(AftLesson) lesson = g_list_model_get_item (lessons, i);

          if (aft_builder_shows (self, lesson))
            add_lesson (self, list, lesson);
          else
            add_gap (self, list, AFT_ITEM (lesson));
        }
    }

  if (shows_any (self, actions) || shows_any (self, items))
    {
      AftBlock *list = aft_block_new_list (AFT_LIST_PLAIN);

      aft_builder_add_heading (self, 3, self->words->other_actions, "other-actions", NULL);
      g_ptr_array_add (self->blocks, list);
      add_corrective_actions (self, list, actions);
      add_items (self, list, items);
    }
}

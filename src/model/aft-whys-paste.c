/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-item-private.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-private.h"

/* How branches come into a document, as one edit. */

typedef struct
{
  AftDocument *document;
  AftHistory  *history;
  GPtrArray   *added;   /* borrowed: what came in, as it stands in the document */
  GHashTable  *ids;     /* borrowed: the ids in the branches */
  gboolean     free;    /* whether none of these is taken, nor there twice */
  guint        beside;  /* how many questions were put beside the target */
} Paster;

static void
note_id (AftItem  *item,
         gpointer  user_data)
{
  Paster *self = user_data;
  const char *id = aft_item_get_id (item);

  if (!g_hash_table_add (self->ids, (char *) id) || aft_document_find (self->document, id) != NULL)
    self->free = FALSE;
}

/* Ids are never used a second time. But what was cut from this document and is in it no more is the same
 * when it comes back. */
static GPtrArray *
take_items (Paster      *self,
            AftBranches *branches)
{
  self->free = g_strcmp0 (branches->document, aft_item_get_id (AFT_ITEM (self->document))) == 0;
  for (guint i = 0; i < branches->items->len; i++)
    aft_item_foreach (branches->items->pdata[i], note_id, self);
  if (self->free)
    return g_ptr_array_ref (branches->items);

  return aft_item_duplicate_many (branches->items);
}

static gboolean
is_known (Paster     *self,
          const char *id)
{
  return g_hash_table_contains (self->ids, id) || aft_document_find (self->document, id) != NULL;
}

static void
drop_unknown (AftItem  *item,
              gpointer  user_data)
{
  Paster *self = user_data;
  guint n_fields;
  const AftField *fields = aft_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].type == AFT_FIELD_REFERENCE)
      {
        const char *id = aft_item_get_text (item, i);

        if (id[0] != '\0' && !is_known (self, id))
          g_object_set (item, fields[i].name, "", NULL);
      }
    else if (fields[i].type == AFT_FIELD_REFERENCES)
      {
        const char *const *ids = aft_item_get_words (item, i);
        g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
        g_auto(GStrv) known = NULL;

        for (gsize j = 0; ids[j] != NULL; j++)
          if (is_known (self, ids[j]))
            g_strv_builder_add (builder, ids[j]);
        known = g_strv_builder_end (builder);
        g_object_set (item, fields[i].name, known, NULL);
      }
}

/* What both have, and what stands below. */
static AftItem *
turn_into (AftItem *item,
           GType    type)
{
  AftItem *turned = g_object_new (type, NULL);
  const AftAudience audience =
    AFT_IS_ANSWER (item) ? aft_answer_get_audience (AFT_ANSWER (item)) : aft_problem_get_audience (AFT_PROBLEM (item));

  aft_item_claim_free_id (turned, aft_item_get_id (item));
  g_object_set (turned, "text", aft_item_get_named_text (item, "text"), "text-wider",
                aft_item_get_named_text (item, "text-wider"), "audience", audience, NULL);
  while (aft_whys_count (item, "questions") > 0)
    {
      g_autoptr(AftItem) question = g_object_ref (aft_whys_get_nth (item, "questions", 0));

      aft_item_detach (question);
      aft_item_adopt (turned, "questions", question);
    }

  return turned;
}

static gboolean
insert (Paster     *self,
        AftItem    *parent,
        const char *list,
        guint       position,
        AftItem    *item)
{
  if (parent == NULL || !aft_history_insert (self->history, parent, list, position, item))
    return FALSE;

  g_ptr_array_add (self->added, item);
  return TRUE;
}

/* Whether an answer says no more than a problem can. */
static gboolean
is_plain (AftAnswer *answer)
{
  return aft_answer_get_state (answer) != AFT_ANSWER_RULED_OUT && !aft_answer_get_contributing_factor (answer) &&
         aft_answer_get_evidence (answer)[0] == '\0' && aft_answer_get_link (answer)[0] == '\0' &&
         aft_answer_get_note (answer)[0] == '\0' && aft_answer_get_same_as (answer)[0] == '\0' &&
         aft_answer_get_events (answer)[0] == NULL;
}

/* A problem comes as it is, and an answer as one where nothing of it is lost. All else needs one above. */
static gboolean
paste_at_document (Paster  *self,
                   AftItem *item)
{
  g_autoptr(AftItem) problem = NULL;

  if (AFT_IS_PROBLEM (item))
    return insert (self, AFT_ITEM (self->document), "problems", G_MAXUINT, item);
  if (AFT_IS_ANSWER (item) && is_plain (AFT_ANSWER (item)))
    {
      problem = turn_into (item, AFT_TYPE_PROBLEM);
      return insert (self, AFT_ITEM (self->document), "problems", G_MAXUINT, problem);
    }

  problem = AFT_ITEM (aft_problem_new ());
  if (!aft_history_insert (self->history, AFT_ITEM (self->document), "problems", G_MAXUINT, problem))
    return FALSE;
  if (AFT_IS_QUESTION (item))
    return insert (self, problem, "questions", G_MAXUINT, item);

  return insert (self, aft_whys_need_question (self->document, problem), "answers", G_MAXUINT, item);
}

static gboolean
paste_at (Paster  *self,
          AftItem *target,
          AftItem *item)
{
  g_autoptr(AftItem) answer = NULL;
  guint position;

  if (AFT_IS_QUESTION (item) && AFT_IS_QUESTION (target))
    {
      aft_item_get_place (target, &position);
      return insert (self, aft_item_get_parent (target), "questions", position + 1 + self->beside++, item);
    }
  if (AFT_IS_QUESTION (item))
    return insert (self, target, "questions", G_MAXUINT, item);

  answer = AFT_IS_PROBLEM (item) ? turn_into (item, AFT_TYPE_ANSWER) : g_object_ref (item);

  return insert (self, AFT_IS_QUESTION (target) ? target : aft_whys_need_question (self->document, target), "answers",
                 G_MAXUINT, answer);
}

/* Where it came to stand, an answer may no longer be the same as another. */
static void
check_same_as (AftItem  *item,
               gpointer  user_data)
{
  Paster *self = user_data;
  AftItem *other;

  if (!AFT_IS_ANSWER (item) || aft_answer_get_same_as (AFT_ANSWER (item))[0] == '\0')
    return;

  other = aft_document_find (self->document, aft_answer_get_same_as (AFT_ANSWER (item)));
  if (!AFT_IS_ANSWER (other) || !aft_whys_can_be_same (self->document, AFT_ANSWER (item), AFT_ANSWER (other)))
    g_object_set (item, "same-as", "", NULL);
}

/* What was cut gets back who referred to it. */
static void
restore_link (Paster              *self,
              const AftBranchLink *link)
{
  AftItem *from = aft_document_find (self->document, link->from);
  guint n_fields;
  guint index;
  const AftField *field;

  if (from == NULL || !g_hash_table_contains (self->ids, link->to) ||
      aft_document_find (self->document, link->to) == NULL || !aft_item_find_field (from, link->field, &index))
    return;

  field = &aft_item_get_fields (from, &n_fields)[index];
  if (field->type == AFT_FIELD_REFERENCES && !g_strv_contains (aft_item_get_words (from, index), link->to))
    {
      g_auto(GStrv) words = aft_whys_add_word (aft_item_get_words (from, index), link->to);

      g_object_set (from, field->name, words, NULL);
    }
  else if (field->type == AFT_FIELD_REFERENCE && aft_item_get_text (from, index)[0] == '\0')
    {
      g_object_set (from, field->name, link->to, NULL);
      check_same_as (from, self);
    }
}

static gboolean
paste_all (Paster      *self,
           AftItem     *target,
           GPtrArray   *items,
           AftBranches *branches)
{
  for (guint i = 0; i < items->len; i++)
    if (!(AFT_IS_DOCUMENT (target) ? paste_at_document (self, items->pdata[i])
                                   : paste_at (self, target, items->pdata[i])))
      return FALSE;

  for (guint i = 0; i < self->added->len; i++)
    aft_item_foreach (self->added->pdata[i], check_same_as, self);
  for (guint i = 0; self->free && i < branches->links->len; i++)
    restore_link (self, branches->links->pdata[i]);

  return TRUE;
}

/**
 * aft_whys_paste_branches:
 * @document: a document
 * @target: (nullable): a problem, question or answer of it; %NULL for the document itself
 * @branches: (transfer full): branches
 *
 * Puts branches at the end of what stands below the target, as one edit. A problem that is pasted on
 * something becomes an answer, an answer that is pasted on the document a problem; a question goes beside
 * a question. A problem or question is added above where it is needed.
 *
 * All ids are new, but where the branches were cut from this document: then those who referred to them do so
 * again. What refers to nothing here no longer does.
 *
 * Returns: (transfer container) (element-type AftItem) (nullable): what came in; %NULL, and nothing has
 *   changed, where it would nest too deep or the write is refused
 */
GPtrArray *
aft_whys_paste_branches (AftDocument *document,
                         AftItem     *target,
                         AftBranches *branches)
{
  g_autoptr(AftBranches) owned = branches;
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(GPtrArray) added = NULL;
  g_autoptr(GHashTable) ids = NULL;
  g_autofree char *name = NULL;
  Paster self;

  g_return_val_if_fail (branches != NULL, NULL);
  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (target == NULL || aft_item_get_document (target) == document, NULL);

  if (branches->items->len == 0)
    return NULL;

  added = g_ptr_array_new ();
  ids = g_hash_table_new (g_str_hash, g_str_equal);
  self = (Paster) { document, aft_document_get_history (document), added, ids, FALSE, 0 };
  items = take_items (&self, branches);
  if (!self.free)
    {
      g_hash_table_remove_all (ids);
      for (guint i = 0; i < items->len; i++)
        aft_item_foreach (items->pdata[i], note_id, &self);
      self.free = FALSE;
    }
  for (guint i = 0; i < items->len; i++)
    aft_item_foreach (items->pdata[i], drop_unknown, &self);

  /* Translators: the name of an undoable edit */
  name = g_strdup_printf (ngettext ("Paste Branch", "Paste %u Branches", items->len), items->len);
  aft_history_begin (self.history, name);
  if (paste_all (&self, target != NULL ? target : AFT_ITEM (document), items, branches))
    {
      aft_history_end (self.history);
      return g_steal_pointer (&added);
    }

  aft_history_abandon (self.history);
  return NULL;
}

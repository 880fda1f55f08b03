/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-answer.h"
#include "aft-branch-lines.h"
#include "aft-branch-text.h"
#include "aft-document.h"
#include "aft-problem.h"
#include "aft-question.h"

G_DEFINE_QUARK (aft-branch-error-quark, aft_branch_error)

/* How many answers are tried that have the text of the one that is named. */
#define MAX_SAME 16

/* A line that is being read, and what stands in its branch so far. */
typedef struct
{
  AftItem *item;        /* borrowed: the branch owns it */
  AftItem *proposed;    /* borrowed: the question that nobody wrote, for the answers that stand below it */
  int      level;
  guint    depth;
  gboolean flat;        /* a question whose answers are indented no further than itself */
} Node;

typedef struct
{
  const char *question;
  GPtrArray  *branches; /* owned */
  GArray     *open;     /* owned: of Node, each below the one before */
  GPtrArray  *answers;  /* owned: the answers that are the same as another */
  GPtrArray  *same_as;  /* borrowed: what each of them names */
} Reader;

/* Whether a line that isn't indented answers the question before it. Several branches that were written
 * one after the other stand apart and are marked. */
static gboolean
may_answer (const AftBranchLine *line)
{
  return (line->head.kind == AFT_BRANCH_ANSWER && !line->apart) ||
         (line->head.kind == AFT_BRANCH_ANY && !aft_branch_notation_asks (line->head.text));
}

/* The line below which another one stands; NULL for a root. */
static Node *
find_above (Reader              *reader,
            const AftBranchLine *line)
{
  GArray *open = reader->open;

  while (open->len > 0 && g_array_index (open, Node, open->len - 1).level > line->level)
    g_array_set_size (open, open->len - 1);

  if (open->len > 0 && g_array_index (open, Node, open->len - 1).level == line->level)
    {
      Node *node = &g_array_index (open, Node, open->len - 1);

      /* A question that nothing stands below is answered by what follows. */
      if (AFT_IS_QUESTION (node->item) && may_answer (line) &&
          (node->flat || g_list_model_get_n_items (aft_item_get_list (node->item, "answers")) == 0))
        {
          node->flat = TRUE;
          return node;
        }
      g_array_set_size (open, open->len - 1);
    }

  return open->len > 0 ? &g_array_index (open, Node, open->len - 1) : NULL;
}

static GType
get_type (const AftBranchLine *line,
          const Node          *above)
{
  if (above != NULL && AFT_IS_QUESTION (above->item))
    return line->head.kind == AFT_BRANCH_QUESTION ? AFT_TYPE_QUESTION : AFT_TYPE_ANSWER;
  if (line->head.kind == AFT_BRANCH_QUESTION ||
      (line->head.kind == AFT_BRANCH_ANY && aft_branch_notation_asks (line->head.text)))
    return AFT_TYPE_QUESTION;
  if (above == NULL && line->head.kind != AFT_BRANCH_ANSWER)
    return AFT_TYPE_PROBLEM;

  return AFT_TYPE_ANSWER;
}

static AftItem *
create_item (const AftBranchLine *line,
             GType                type)
{
  AftItem *item = g_object_new (type, "text", line->head.text, NULL);

  if (AFT_IS_ANSWER (item))
    g_object_set (item, "state", line->head.state, "contributing-factor", line->head.factor, NULL);
  else if (AFT_IS_QUESTION (item))
    g_object_set (item, "join", line->head.join, NULL);
  else
    g_object_set (item, "went-well", line->head.went_well, NULL);

  return item;
}

static gboolean
adopt (AftItem              *parent,
       const char           *list,
       AftItem              *item,
       guint                 depth,
       const AftBranchLine  *line,
       GError              **error)
{
  if (depth <= AFT_ITEM_MAX_DEPTH && aft_item_adopt (parent, list, item))
    return TRUE;

  g_set_error (error, AFT_BRANCH_ERROR, AFT_BRANCH_ERROR_TOO_DEEP,
               /* Translators: of pasted text; the first %u is the number of a line, the second a number of whys */
               _("Line %u nests too deep: there may be %u whys one below the other."), line->number,
               (AFT_ITEM_MAX_DEPTH - 1) / 2);
  return FALSE;
}

/* An answer below a problem or answer needs a question in between, the same for all that stand there. */
static gboolean
put_below (Reader               *reader,
           Node                 *above,
           AftItem              *item,
           const AftBranchLine  *line,
           guint                *depth,
           GError              **error)
{
  AftItem *parent = above->item;

  *depth = above->depth + 1;
  if (AFT_IS_QUESTION (item))
    return adopt (parent, "questions", item, *depth, line, error);

  if (!AFT_IS_QUESTION (parent))
    {
      if (above->proposed == NULL)
        {
          g_autoptr(AftQuestion) question = aft_question_new ();

          g_object_set (question, "text", reader->question, NULL);
          if (!adopt (parent, "questions", AFT_ITEM (question), *depth, line, error))
            return FALSE;
          above->proposed = AFT_ITEM (question);
        }
      parent = above->proposed;
      (*depth)++;
    }

  return adopt (parent, "answers", item, *depth, line, error);
}

static gboolean
read_line (Reader               *reader,
           const AftBranchLine  *line,
           GError              **error)
{
  Node *above = find_above (reader, line);
  const GType type = get_type (line, above);
  g_autoptr(AftItem) item = create_item (line, type);
  Node node = { item, NULL, line->level, 1, FALSE };

  /* A question that says so asks beside the one above it, not below. */
  if (above != NULL && type == AFT_TYPE_QUESTION && AFT_IS_QUESTION (above->item))
    {
      g_array_set_size (reader->open, reader->open->len - 1);
      above = reader->open->len > 0 ? &g_array_index (reader->open, Node, reader->open->len - 1) : NULL;
    }

  if (above == NULL)
    g_ptr_array_add (reader->branches, g_object_ref (item));
  else if (!put_below (reader, above, item, line, &node.depth, error))
    return FALSE;

  if (above != NULL && above->flat && above->level == line->level)
    node.level++;
  g_array_append_val (reader->open, node);

  if (line->same_as != NULL)
    {
      g_ptr_array_add (reader->answers, item);
      g_ptr_array_add (reader->same_as, line->same_as);
    }

  return TRUE;
}

static void
add_by_text (AftItem  *item,
             gpointer  user_data)
{
  GHashTable *by_text = user_data;
  g_autofree char *first = g_strdup (aft_item_get_heading (item));
  GPtrArray *answers;

  if (!AFT_IS_ANSWER (item))
    return;

  first[strcspn (first, "\n")] = '\0';
  answers = g_hash_table_lookup (by_text, first);
  if (answers == NULL)
    {
      answers = g_ptr_array_new ();
      g_hash_table_insert (by_text, g_steal_pointer (&first), answers);
    }
  g_ptr_array_add (answers, item);
}

static gboolean
may_be_same (AftItem    *answer,
             AftItem    *other,
             GHashTable *same)
{
  if (aft_item_is_inside (answer, other) || aft_item_is_inside (other, answer))
    return FALSE;

  for (AftItem *at = other; at != NULL; at = g_hash_table_lookup (same, at))
    if (at == answer)
      return FALSE;

  return TRUE;
}

/* Of many answers with the same text a few are looked at. */
static AftItem *
find_same (AftItem    *answer,
           GPtrArray  *others,
           GHashTable *same)
{
  for (guint i = 0; AFT_IS_ANSWER (answer) && others != NULL && i < MIN (others->len, MAX_SAME); i++)
    if (may_be_same (answer, others->pdata[i], same))
      return others->pdata[i];

  return NULL;
}

/* What an answer is the same as is known by its text. Where there is no such answer the line stays in the text. */
static void
resolve_same_as (Reader *reader)
{
  g_autoptr(GHashTable) by_text = NULL;
  g_autoptr(GHashTable) same = NULL;

  if (reader->answers->len == 0)
    return;

  by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  same = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < reader->branches->len; i++)
    aft_item_foreach (reader->branches->pdata[i], add_by_text, by_text);

  for (guint i = 0; i < reader->answers->len; i++)
    {
      AftItem *answer = reader->answers->pdata[i];
      const char *wanted = reader->same_as->pdata[i];
      AftItem *other = find_same (answer, g_hash_table_lookup (by_text, wanted), same);

      if (other != NULL)
        {
          g_object_set (answer, "same-as", aft_item_get_id (other), NULL);
          g_hash_table_insert (same, answer, other);
        }
      else
        {
          g_autofree char *text = g_strconcat (aft_item_get_heading (answer), "\n= ", wanted, NULL);

          g_object_set (answer, "text", text, NULL);
        }
    }
}

/**
 * aft_branch_text_read:
 * @text: what is to be UTF-8
 * @length: its length in bytes, or -1 where a zero ends it
 * @question: what is asked where nobody has written a question, such as "Why?"
 * @error: return location for an #AftBranchError
 *
 * Reads branches from indented text of any program: what aft_branch_text_write() writes comes back as it
 * was; of other texts, what is indented further stands below. A line that comes back to an indentation
 * that no line above it has stands below the nearest line that is indented less. Bullets and numbers are
 * left out. In one column, what has a bullet stands below what has none.
 *
 * Below a question every line is an answer, but one that is marked as a question. Elsewhere a line that
 * ends with a question mark is a question, any other an answer to @question, or, where nothing stands
 * above it, a problem. An answer may also follow its question without being indented.
 *
 * What nests deeper than items may is refused, so that nothing is lost.
 *
 * Returns: (transfer full): at least one branch; %NULL on error
 */
AftBranches *
aft_branch_text_read (const char  *text,
                      gssize       length,
                      const char  *question,
                      GError     **error)
{
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GPtrArray) branches = NULL;
  g_autoptr(GPtrArray) answers = NULL;
  g_autoptr(GPtrArray) same_as = NULL;
  g_autoptr(GArray) open = NULL;
  Reader reader;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);

  lines = aft_branch_lines_read (text, length, error);
  if (lines == NULL)
    return NULL;

  branches = g_ptr_array_new_with_free_func (g_object_unref);
  answers = g_ptr_array_new ();
  same_as = g_ptr_array_new ();
  open = g_array_new (FALSE, FALSE, sizeof (Node));
  reader = (Reader) { question, branches, open, answers, same_as };
  for (guint i = 0; i < lines->len; i++)
    if (!read_line (&reader, lines->pdata[i], error))
      return NULL;
  resolve_same_as (&reader);

  return aft_branches_new (g_steal_pointer (&branches), NULL);
}

static void
write_item (GString    *out,
            AftItem    *item,
            guint       depth,
            gboolean    told,
            const char *language)
{
  AftBranchEntry entry = { AFT_BRANCH_PROBLEM, told, .text = aft_item_get_heading (item) };
  const char *list = AFT_IS_QUESTION (item) ? "answers" : "questions";
  GListModel *children = aft_item_get_list (item, list);

  if (AFT_IS_ANSWER (item))
    {
      AftDocument *document = aft_item_get_document (item);
      AftItem *same =
        document != NULL ? aft_document_find (document, aft_answer_get_same_as (AFT_ANSWER (item))) : NULL;

      entry.kind = AFT_BRANCH_ANSWER;
      entry.state = aft_answer_get_state (AFT_ANSWER (item));
      entry.factor = aft_answer_get_contributing_factor (AFT_ANSWER (item));
      entry.same_as = AFT_IS_ANSWER (same) ? aft_item_get_heading (same) : NULL;
    }
  else if (AFT_IS_QUESTION (item))
    {
      entry.kind = AFT_BRANCH_QUESTION;
      entry.join = aft_question_get_join (AFT_QUESTION (item));
    }
  else
    {
      entry.went_well = aft_problem_get_went_well (AFT_PROBLEM (item));
    }
  aft_branch_notation_write (out, depth, &entry, language);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(AftItem) child = g_list_model_get_item (children, i);

      write_item (out, child, depth + 1, FALSE, language);
    }
}

/**
 * aft_branch_text_write:
 * @branches: (element-type AftItem): problems, questions and answers
 * @language: the language of the document, for the few words
 *
 * Writes branches as indented text that people can read and aft_branch_text_read() reads back.
 *
 * Returns: (transfer full): the text
 */
char *
aft_branch_text_write (GPtrArray  *branches,
                       const char *language)
{
  GString *out = g_string_new (NULL);
  gboolean mixed = FALSE;

  g_return_val_if_fail (branches != NULL, g_string_free (out, FALSE));
  g_return_val_if_fail (language != NULL, g_string_free (out, FALSE));

  for (guint i = 0; i < branches->len; i++)
    mixed |= !AFT_IS_PROBLEM (branches->pdata[i]);

  for (guint i = 0; i < branches->len; i++)
    {
      AftItem *item = branches->pdata[i];

      if (i > 0)
        g_string_append_c (out, '\n');
      write_item (out, item, 0, mixed, language);
    }

  return g_string_free (out, FALSE);
}

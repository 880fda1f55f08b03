/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aft-action-item.h"
#include "aft-answer.h"
#include "aft-document-writer.h"
#include "aft-document.h"
#include "aft-event.h"
#include "aft-lesson.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-role.h"

#define N_SEEDS 20
#define N_GROUPS 200

static AftDocument *
create_document (void)
{
  AftDocument *document = aft_document_new ();

  aft_document_set_ready (document);

  return document;
}

static char *
dup_json (AftDocument *document)
{
  g_autoptr(GBytes) bytes = aft_document_write (document);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

static void
collect (AftItem  *item,
         gpointer  user_data)
{
  g_ptr_array_add (user_data, item);
}

static GPtrArray *
list_items (AftDocument *document)
{
  GPtrArray *items = g_ptr_array_new ();

  aft_item_foreach (AFT_ITEM (document), collect, items);

  return items;
}

static AftMoment *
random_moment (GRand *rand)
{
  const gint64 instant = (gint64) g_rand_int_range (rand, 0, 2000000000) * G_USEC_PER_SEC;
  const gint64 readings[] = { instant, instant + G_TIME_SPAN_HOUR };

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0: return NULL;
    case 1: return aft_moment_new_unknown ("later");
    case 2: return aft_moment_new_readings (readings, 2, "America/New_York", AFT_PRECISION_MINUTE, FALSE, "15:08 EST");
    default: return aft_moment_new (instant, "Europe/Berlin", (AftPrecision) g_rand_int_range (rand, 0, 6), g_rand_boolean (rand), NULL);
    }
}

static void
set_random_text (AftItem        *item,
                 const AftField *field,
                 guint           index,
                 GRand          *rand)
{
  static const char *const pieces[] = { "a", "é", "語", "😀", " ", "why", "\n", "\"", "\\" };
  g_autoptr(GString) text = g_string_new (aft_item_get_text (item, index));
  const glong length = g_utf8_strlen (text->str, -1);
  const glong at = length > 0 ? g_rand_int_range (rand, 0, (gint32) length + 1) : 0;
  const glong gone = g_rand_int_range (rand, 0, 3);
  g_autofree char *head = g_utf8_substring (text->str, 0, at);
  g_autofree char *tail = g_utf8_substring (text->str, MIN (length, at + gone), -1);
  g_autofree char *now = g_strconcat (head, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))], tail, NULL);

  g_object_set (item, field->name, now, NULL);
}

static void
set_random_field (AftItem   *item,
                  GPtrArray *items,
                  GRand     *rand)
{
  guint n_fields;
  const AftField *fields = aft_item_get_fields (item, &n_fields);
  const guint index = (guint) g_rand_int_range (rand, 0, (gint32) n_fields);
  const AftField *field = &fields[index];
  const char *target = aft_item_get_id (items->pdata[g_rand_int_range (rand, 0, (gint32) items->len)]);
  const char *words[] = { target, "word", NULL };
  const char *ids[] = { target, NULL };
  g_autoptr(AftMoment) moment = NULL;

  switch (field->type)
    {
    case AFT_FIELD_TEXT:
    case AFT_FIELD_PROSE:
      set_random_text (item, field, index, rand);
      break;
    case AFT_FIELD_BOOLEAN:
      g_object_set (item, field->name, g_rand_boolean (rand), NULL);
      break;
    case AFT_FIELD_CHOICE:
      g_object_set (item, field->name, g_rand_int_range (rand, 0, (gint32) aft_choice_get_n_values (field->value_type ())), NULL);
      break;
    case AFT_FIELD_MARKS:
      g_object_set (item, field->name, g_rand_int_range (rand, 0, 1 << aft_choice_get_n_values (field->value_type ())), NULL);
      break;
    case AFT_FIELD_WORDS:
      g_object_set (item, field->name, words, NULL);
      break;
    case AFT_FIELD_MOMENT:
      moment = random_moment (rand);
      g_object_set (item, field->name, moment, NULL);
      break;
    case AFT_FIELD_REFERENCE:
      g_object_set (item, field->name, target, NULL);
      break;
    case AFT_FIELD_REFERENCES:
      g_object_set (item, field->name, ids, NULL);
      break;
    case AFT_FIELD_INTEGER:
    default:
      g_object_set (item, field->name, (gint64) g_rand_int_range (rand, 0, 9), NULL);
      break;
    }
}

static void
insert_random (AftHistory *history,
               AftItem    *parent,
               GRand      *rand)
{
  const AftItemTable *table = aft_item_get_table (parent);
  const AftChildList *list;
  g_autoptr(AftItem) item = NULL;

  if (table->n_lists == 0)
    return;

  list = &table->lists[g_rand_int_range (rand, 0, (gint32) table->n_lists)];
  item = g_object_new (list->item_type (), NULL);
  aft_history_insert (history, parent, list->name, (guint) g_rand_int_range (rand, 0, 5), item);
}

static void
move_random (AftHistory *history,
             AftItem    *item,
             AftItem    *parent,
             GRand      *rand)
{
  const AftItemTable *table = aft_item_get_table (parent);

  for (guint i = 0; i < table->n_lists; i++)
    if (aft_history_can_move (history, item, parent, table->lists[i].name))
      {
        g_assert_true (aft_history_move (history, item, parent, table->lists[i].name, (guint) g_rand_int_range (rand, 0, 5)));
        return;
      }
}

static void
edit_randomly (AftDocument *document,
               GRand       *rand)
{
  AftHistory *history = aft_document_get_history (document);
  g_autoptr(GPtrArray) items = list_items (document);
  AftItem *item = items->pdata[g_rand_int_range (rand, 0, (gint32) items->len)];
  AftItem *other = items->pdata[g_rand_int_range (rand, 0, (gint32) items->len)];

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0: case 1: case 2: case 3:
      insert_random (history, item, rand);
      break;
    case 4: case 5: case 6: case 7:
      set_random_field (item, items, rand);
      break;
    case 8:
      move_random (history, item, other, rand);
      break;
    default:
      if (g_rand_int_range (rand, 0, 3) == 0)
        aft_history_remove (history, item);
      break;
    }
}

/* Every list as a listener that trusts items-changed would have it. */
static void
check_index (AftDocument *document)
{
  g_autoptr(GPtrArray) items = list_items (document);

  for (guint i = 0; i < items->len; i++)
    {
      guint position;

      g_assert_true (aft_document_find (document, aft_item_get_id (items->pdata[i])) == items->pdata[i]);
      if (i > 0)
        {
          const AftChildList *place = aft_item_get_place (items->pdata[i], &position);
          g_autoptr(AftItem) there = g_list_model_get_item (aft_item_get_list (aft_item_get_parent (items->pdata[i]), place->name), position);

          g_assert_true (there == items->pdata[i]);
        }
    }
}

static void
walk_back_and_forth (AftDocument *document,
                     GPtrArray   *states)
{
  AftHistory *history = aft_document_get_history (document);

  for (guint i = states->len; i > 0; i--)
    {
      g_autofree char *json = dup_json (document);

      g_assert_cmpstr (json, ==, states->pdata[i - 1]);
      g_assert_cmpint (aft_history_undo (history), ==, i > 1);
      check_index (document);
    }
  for (guint i = 0; i < states->len; i++)
    {
      g_autofree char *json = dup_json (document);

      g_assert_cmpstr (json, ==, states->pdata[i]);
      g_assert_cmpint (aft_history_redo (history), ==, i + 1 < states->len);
    }
}

static void
test_random_groups (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(AftDocument) document = create_document ();
      AftHistory *history = aft_document_get_history (document);
      g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (states, dup_json (document));
      for (guint group = 0; group < N_GROUPS; group++)
        {
          char *json;

          aft_history_begin (history, "Group");
          for (int i = g_rand_int_range (rand, 1, 5); i > 0; i--)
            edit_randomly (document, rand);
          aft_history_end (history);

          json = dup_json (document);
          if (g_strcmp0 (json, states->pdata[states->len - 1]) != 0)
            g_ptr_array_add (states, json);
          else
            {
              /* A group that came to nothing may still stand in the history. */
              g_free (json);
              if (aft_history_can_undo (history))
                {
                  g_autofree char *before = NULL;

                  aft_history_undo (history);
                  before = dup_json (document);
                  if (g_strcmp0 (before, states->pdata[states->len - 1]) != 0)
                    aft_history_redo (history);
                }
            }
        }

      g_assert_cmpuint (states->len, >, N_GROUPS / 2);
      walk_back_and_forth (document, states);
    }
}

static AftEvent *
add_event (AftDocument *document,
           const char  *text)
{
  g_autoptr(AftEvent) event = aft_event_new ();

  g_object_set (event, "text", text, NULL);
  g_assert_true (aft_history_insert (aft_document_get_history (document), AFT_ITEM (document), "events", G_MAXUINT, AFT_ITEM (event)));

  return event;
}

static void
test_plain_set_is_one_edit (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  AftEvent *event = add_event (document, "one");

  g_object_set (event, "text", "two", "planned", TRUE, "kind", AFT_EVENT_DECISION, NULL);
  g_assert_true (aft_history_undo (history));
  g_assert_cmpstr (aft_event_get_text (event), ==, "one");
  g_assert_false (aft_event_is_planned (event));
  g_assert_cmpint (aft_event_get_kind (event), ==, AFT_EVENT_OBSERVATION);
  g_assert_true (aft_history_redo (history));
  g_assert_cmpstr (aft_event_get_text (event), ==, "two");
  g_assert_true (aft_event_is_planned (event));
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              guint      *count)
{
  (*count)++;
}

static void
test_notifies_once (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftEvent *event = add_event (document, "one");
  guint count = 0;

  g_signal_connect (event, "notify::text", G_CALLBACK (count_notify), &count);
  g_object_set (event, "text", "one", NULL);
  g_assert_cmpuint (count, ==, 0);
  g_object_set (event, "text", "two", NULL);
  g_assert_cmpuint (count, ==, 1);
  aft_history_undo (aft_document_get_history (document));
  g_assert_cmpuint (count, ==, 2);
}

static void
type_text (AftEvent   *event,
           const char *text)
{
  g_autoptr(GString) typed = g_string_new (aft_event_get_text (event));

  for (; *text != '\0'; text++)
    {
      g_string_append_c (typed, *text);
      g_object_set (event, "text", typed->str, NULL);
    }
}

static void
test_typing_coalesces (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  AftEvent *event = add_event (document, "");

  type_text (event, "users report errors");
  g_assert_true (aft_history_undo (history));
  g_assert_cmpstr (aft_event_get_text (event), ==, "users report ");
  g_assert_true (aft_history_undo (history));
  g_assert_cmpstr (aft_event_get_text (event), ==, "users ");
  g_assert_true (aft_history_undo (history));
  g_assert_cmpstr (aft_event_get_text (event), ==, "");
  g_assert_cmpstr (aft_history_get_undo_name (history), ==, "Add Event");
}

static void
test_typing_stops_at_pause (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftEvent *event = add_event (document, "");

  type_text (event, "ab");
  g_usleep (1100 * 1000);
  type_text (event, "cd");
  aft_history_undo (aft_document_get_history (document));
  g_assert_cmpstr (aft_event_get_text (event), ==, "ab");
}

static void
test_saved_state (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  AftEvent *event;

  g_assert_false (aft_history_is_modified (history));
  event = add_event (document, "one");
  g_assert_true (aft_history_is_modified (history));
  aft_history_mark_saved (history, aft_history_get_state (history));
  g_assert_false (aft_history_is_modified (history));
  type_text (event, "x");
  g_assert_true (aft_history_is_modified (history));
  aft_history_undo (history);
  g_assert_false (aft_history_is_modified (history));
  aft_history_undo (history);
  g_assert_true (aft_history_is_modified (history));
  add_event (document, "another way");
  /* The saved state can't be reached any more. */
  aft_history_undo (history);
  g_assert_true (aft_history_is_modified (history));
}

/* Typing right after a save must not melt into what was saved. */
static void
test_typing_after_save (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  AftEvent *event = add_event (document, "");

  type_text (event, "ab");
  aft_history_mark_saved (history, aft_history_get_state (history));
  type_text (event, "c");
  aft_history_undo (history);
  g_assert_cmpstr (aft_event_get_text (event), ==, "ab");
  g_assert_false (aft_history_is_modified (history));
}

/* What is typed while a save is under way is not saved by it. */
static void
test_typing_while_saving (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  AftEvent *event = add_event (document, "");
  guint64 state;

  type_text (event, "ab");
  state = aft_history_get_state (history);
  type_text (event, "c");
  aft_history_mark_saved (history, state);
  g_assert_true (aft_history_is_modified (history));
}

static void
test_removal_clears_references (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  g_autoptr(AftRole) role = aft_role_new ();
  AftEvent *event = add_event (document, "one");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  aft_history_insert (history, AFT_ITEM (document), "roles", 0, AFT_ITEM (role));
  g_object_set (event, "actor", aft_item_get_id (AFT_ITEM (role)), NULL);
  before = dup_json (document);

  g_assert_true (aft_history_remove (history, AFT_ITEM (role)));
  g_assert_cmpstr (aft_event_get_actor (event), ==, "");
  g_assert_true (aft_history_undo (history));
  g_assert_cmpstr (aft_event_get_actor (event), ==, aft_item_get_id (AFT_ITEM (role)));
  after = dup_json (document);
  g_assert_cmpstr (after, ==, before);
}

static void
test_referrers (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  g_autoptr(AftLesson) lesson = aft_lesson_new ();
  AftEvent *event = add_event (document, "one");
  const char *ids[] = { aft_item_get_id (AFT_ITEM (event)), NULL };
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) other_field = NULL;

  aft_history_insert (history, AFT_ITEM (document), "lessons", 0, AFT_ITEM (lesson));
  g_object_set (lesson, "observations", ids, NULL);
  found = aft_document_get_referrers (document, AFT_ITEM (event), AFT_TYPE_LESSON, "observations");
  g_assert_cmpuint (found->len, ==, 1);
  other_field = aft_document_get_referrers (document, AFT_ITEM (event), AFT_TYPE_LESSON, "answers");
  g_assert_cmpuint (other_field->len, ==, 0);
  aft_history_undo (history);
  none = aft_document_get_referrers (document, AFT_ITEM (event), AFT_TYPE_ITEM, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_removed_refuses (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  g_autoptr(AftEvent) event = g_object_ref (add_event (document, "one"));

  aft_history_remove (history, AFT_ITEM (event));
  g_object_set (event, "text", "two", NULL);
  g_assert_cmpstr (aft_event_get_text (event), ==, "one");
  aft_history_undo (history);
  g_object_set (event, "text", "two", NULL);
  g_assert_cmpstr (aft_event_get_text (event), ==, "two");
}

static void
write_back_cb (AftEvent *event)
{
  g_object_set (event, "source", "written while told", NULL);
}

static void
test_write_while_notifying_is_refused (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftEvent *event = add_event (document, "one");

  g_signal_connect (event, "notify::text", G_CALLBACK (write_back_cb), NULL);
  g_object_set (event, "text", "two", NULL);
  g_assert_cmpstr (aft_event_get_text (event), ==, "two");
  g_assert_cmpstr (aft_event_get_source (event), ==, "");
  g_assert_true (aft_history_undo (aft_document_get_history (document)));
  g_assert_cmpstr (aft_event_get_text (event), ==, "one");
}

static void
test_abandon (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  AftEvent *event = add_event (document, "one");
  g_autofree char *before = dup_json (document);
  g_autofree char *after = NULL;

  aft_history_begin (history, "Group");
  g_object_set (event, "text", "two", NULL);
  add_event (document, "three");
  aft_history_abandon (history);
  after = dup_json (document);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (aft_history_get_undo_name (history), ==, "Add Event");
}

static void
test_depth_is_bounded (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  g_autoptr(AftProblem) problem = aft_problem_new ();
  AftItem *at = AFT_ITEM (problem);
  guint levels = 0;

  aft_history_insert (history, AFT_ITEM (document), "problems", 0, AFT_ITEM (problem));
  for (;; levels++)
    {
      const gboolean question = levels % 2 == 0;
      g_autoptr(AftItem) child = question ? AFT_ITEM (aft_question_new ()) : AFT_ITEM (aft_answer_new ());

      if (!aft_history_insert (history, at, question ? "questions" : "answers", 0, child))
        break;
      at = child;
    }
  g_assert_cmpuint (levels, ==, AFT_ITEM_MAX_DEPTH - 1);
}

static void
test_no_cycle (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  g_autoptr(AftProblem) problem = aft_problem_new ();
  g_autoptr(AftQuestion) question = aft_question_new ();
  g_autoptr(AftAnswer) answer = aft_answer_new ();

  aft_history_insert (history, AFT_ITEM (document), "problems", 0, AFT_ITEM (problem));
  aft_history_insert (history, AFT_ITEM (problem), "questions", 0, AFT_ITEM (question));
  aft_history_insert (history, AFT_ITEM (question), "answers", 0, AFT_ITEM (answer));
  g_assert_false (aft_history_can_move (history, AFT_ITEM (question), AFT_ITEM (answer), "questions"));
  g_assert_false (aft_history_move (history, AFT_ITEM (question), AFT_ITEM (answer), "questions", 0));
  g_assert_false (aft_history_can_move (history, AFT_ITEM (answer), AFT_ITEM (document), "events"));
}

static void
test_read_only (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);

  aft_history_set_read_only (history, TRUE);
  g_object_set (document, "title", "never", NULL);
  g_assert_cmpstr (aft_document_get_title (document), ==, "");
  g_assert_false (aft_history_can_undo (history));
}

static void
test_limit (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  guint steps = 0;

  aft_history_set_limit (history, 20000);
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strnfill (500, (char) ('a' + i % 26));

      g_object_set (document, "title", title, NULL);
    }
  while (aft_history_undo (history))
    steps++;
  g_assert_cmpuint (steps, >, 3);
  g_assert_cmpuint (steps, <, 60);
  g_assert_true (aft_history_is_modified (history));
}

static void
test_duplicate (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  g_autoptr(AftProblem) problem = aft_problem_new ();
  g_autoptr(AftQuestion) question = aft_question_new ();
  g_autoptr(AftAnswer) first = aft_answer_new ();
  g_autoptr(AftAnswer) second = aft_answer_new ();
  g_autoptr(AftItem) copy = NULL;
  g_autoptr(AftItem) question_copy = NULL;
  g_autoptr(AftAnswer) first_copy = NULL;
  g_autoptr(AftAnswer) second_copy = NULL;

  g_object_set (second, "text", "again", "same-as", aft_item_get_id (AFT_ITEM (first)), NULL);
  aft_item_adopt (AFT_ITEM (question), "answers", AFT_ITEM (first));
  aft_item_adopt (AFT_ITEM (question), "answers", AFT_ITEM (second));
  aft_item_adopt (AFT_ITEM (problem), "questions", AFT_ITEM (question));
  aft_history_insert (history, AFT_ITEM (document), "problems", 0, AFT_ITEM (problem));

  copy = aft_item_duplicate (AFT_ITEM (problem));
  question_copy = g_list_model_get_item (aft_item_get_list (copy, "questions"), 0);
  first_copy = g_list_model_get_item (aft_item_get_list (question_copy, "answers"), 0);
  second_copy = g_list_model_get_item (aft_item_get_list (question_copy, "answers"), 1);
  g_assert_cmpstr (aft_item_get_id (copy), !=, aft_item_get_id (AFT_ITEM (problem)));
  g_assert_cmpstr (aft_answer_get_text (second_copy), ==, "again");
  g_assert_cmpstr (aft_answer_get_same_as (second_copy), ==, aft_item_get_id (AFT_ITEM (first_copy)));
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       n_removed,
          guint       n_added,
          guint      *n_told)
{
  (*n_told)++;
}

static GPtrArray *
make_events (guint n_events)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *text = g_strdup_printf ("event %u", i);
      AftEvent *event = aft_event_new ();

      g_object_set (event, "text", text, NULL);
      g_ptr_array_add (events, event);
    }

  return events;
}

/* Many items are one change: the list tells once, and all come and go together. */
static void
test_insert_many (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  GListModel *list = aft_document_get_events (document);
  AftHistory *history = aft_document_get_history (document);
  g_autoptr(GPtrArray) events = make_events (5000);
  g_autoptr(GPtrArray) around = make_events (2);
  guint n_told = 0;

  aft_document_set_ready (document);
  g_assert_true (aft_history_insert_many (history, AFT_ITEM (document), "events", 0, around));
  g_signal_connect (list, "items-changed", G_CALLBACK (count_cb), &n_told);
  g_assert_true (aft_history_insert_many (history, AFT_ITEM (document), "events", 1, events));
  g_assert_cmpuint (n_told, ==, 1);

  for (int round = 0; round < 2; round++)
    {
      g_assert_cmpuint (g_list_model_get_n_items (list), ==, 5002);
      for (guint i = 0; i < events->len; i++)
        {
          g_autoptr(AftItem) item = g_list_model_get_item (list, i + 1);
          guint position;

          g_assert_true (item == events->pdata[i]);
          g_assert_true (aft_document_find (document, aft_item_get_id (item)) == item);
          aft_item_get_place (item, &position);
          g_assert_cmpuint (position, ==, i + 1);
        }
      g_object_set (events->pdata[10], "text", "changed", NULL);
      g_assert_true (aft_history_remove (history, events->pdata[20]));

      for (int i = 0; i < 3; i++)
        g_assert_true (aft_history_undo (history));
      g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
      g_assert_null (aft_document_find (document, aft_item_get_id (events->pdata[7])));
      g_assert_true (aft_history_redo (history));
    }

  g_ptr_array_set_size (around, 0);
  g_assert_true (aft_history_insert_many (history, AFT_ITEM (document), "events", 0, around));
}

static void
test_finalize (void)
{
  AftDocument *document = create_document ();

  add_event (document, "one");
  aft_history_undo (aft_document_get_history (document));
  aft_history_redo (aft_document_get_history (document));
  g_assert_finalize_object (document);
}

/* The first words in something new are undone with it, and what is left empty never was. */
static void
test_begin_again (void)
{
  g_autoptr(AftDocument) document = create_document ();
  AftHistory *history = aft_document_get_history (document);
  g_autoptr(AftProblem) problem = aft_problem_new ();
  g_autoptr(AftQuestion) question = aft_question_new ();
  g_autoptr(AftAnswer) answer = aft_answer_new ();
  g_autofree char *empty = dup_json (document);
  g_autofree char *undone = NULL;

  g_assert_false (aft_history_begin_again (history, AFT_ITEM (problem)));
  g_assert_true (aft_history_insert (history, AFT_ITEM (document), "problems", 0, AFT_ITEM (problem)));
  g_assert_true (aft_history_begin_again (history, AFT_ITEM (problem)));
  g_object_set (problem, "text", "Errors", NULL);
  aft_history_end (history);
  g_assert_true (aft_history_undo (history));
  g_assert_false (aft_history_can_undo (history));
  undone = dup_json (document);
  g_assert_cmpstr (undone, ==, empty);
  g_assert_true (aft_history_redo (history));
  g_assert_cmpstr (aft_problem_get_text (problem), ==, "Errors");

  /* An item came with the one above it; abandoned, both are gone without a trace. */
  aft_item_adopt (AFT_ITEM (question), "answers", AFT_ITEM (answer));
  g_assert_true (aft_history_insert (history, AFT_ITEM (problem), "questions", 0, AFT_ITEM (question)));
  g_assert_true (aft_history_begin_again (history, AFT_ITEM (answer)));
  aft_history_abandon (history);
  g_assert_null (aft_item_get_document (AFT_ITEM (question)));
  g_assert_false (aft_history_can_redo (history));
  g_assert_true (aft_history_undo (history));
  g_assert_false (aft_history_can_undo (history));

  /* Not after something else, nor after a save. */
  g_assert_true (aft_history_redo (history));
  g_object_set (document, "title", "Other", NULL);
  g_assert_false (aft_history_begin_again (history, AFT_ITEM (problem)));
  g_assert_true (aft_history_undo (history));
  g_assert_true (aft_history_begin_again (history, AFT_ITEM (problem)));
  aft_history_end (history);
  aft_history_mark_saved (history, aft_history_get_state (history));
  g_assert_false (aft_history_begin_again (history, AFT_ITEM (problem)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/random-groups", test_random_groups);
  g_test_add_func ("/history/plain-set-is-one-edit", test_plain_set_is_one_edit);
  g_test_add_func ("/history/notifies-once", test_notifies_once);
  g_test_add_func ("/history/typing-coalesces", test_typing_coalesces);
  g_test_add_func ("/history/typing-stops-at-pause", test_typing_stops_at_pause);
  g_test_add_func ("/history/saved-state", test_saved_state);
  g_test_add_func ("/history/typing-after-save", test_typing_after_save);
  g_test_add_func ("/history/typing-while-saving", test_typing_while_saving);
  g_test_add_func ("/history/removal-clears-references", test_removal_clears_references);
  g_test_add_func ("/history/referrers", test_referrers);
  g_test_add_func ("/history/removed-refuses", test_removed_refuses);
  g_test_add_func ("/history/write-while-notifying", test_write_while_notifying_is_refused);
  g_test_add_func ("/history/abandon", test_abandon);
  g_test_add_func ("/history/depth", test_depth_is_bounded);
  g_test_add_func ("/history/no-cycle", test_no_cycle);
  g_test_add_func ("/history/read-only", test_read_only);
  g_test_add_func ("/history/limit", test_limit);
  g_test_add_func ("/history/duplicate", test_duplicate);
  g_test_add_func ("/history/insert-many", test_insert_many);
  g_test_add_func ("/history/begin-again", test_begin_again);
  g_test_add_func ("/history/finalize", test_finalize);

  return g_test_run ();
}

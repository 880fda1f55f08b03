/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-tools.h"

#include "aft-action-item.h"
#include "aft-due.h"
#include "aft-event.h"
#include "aft-field-binding.h"
#include "aft-lesson.h"
#include "aft-role.h"

typedef struct
{
  AftDocument *document;
  AftHistory  *history;
  GtkWidget   *window;
  GtkWidget   *box;
} Fixture;

static gpointer
add_item (Fixture    *fixture,
          const char *list,
          GType       type)
{
  g_autoptr(AftItem) item = g_object_new (type, NULL);

  g_assert_true (aft_history_insert (fixture->history, AFT_ITEM (fixture->document), list, G_MAXUINT, item));
  aft_history_break (fixture->history);

  return item;
}

static GtkEditable *
add_entry (Fixture    *fixture,
           gpointer    item,
           const char *field)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_box_append (GTK_BOX (fixture->box), entry);
  if (item != NULL)
    aft_field_bind (G_OBJECT (entry), item, field);

  return GTK_EDITABLE (entry);
}

static void
type_at_end (GtkEditable *editable,
             const char  *text)
{
  int position = (int) g_utf8_strlen (gtk_editable_get_text (editable), -1);

  gtk_editable_insert_text (editable, text, -1, &position);
}

static guint
count_undo (Fixture *fixture)
{
  guint count = 0;

  while (aft_history_undo (fixture->history))
    count++;
  for (guint i = 0; i < count; i++)
    g_assert_true (aft_history_redo (fixture->history));

  return count;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = aft_document_new ();
  aft_document_set_ready (fixture->document);
  fixture->history = aft_document_get_history (fixture->document);
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  fixture->window = show_in_window (fixture->box);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->box);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->box);
  g_assert_finalize_object (fixture->document);
}

static void
test_splice (Fixture       *fixture,
             gconstpointer  data)
{
  AftLesson *lesson = add_item (fixture, "lessons", AFT_TYPE_LESSON);
  GtkEditable *entry = add_entry (fixture, lesson, "text");

  g_object_set (lesson, "text", "täll users", NULL);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "täll users");

  gtk_editable_set_position (entry, 4);
  g_object_set (lesson, "text", "täll all the users", NULL);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "täll all the users");
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 4);

  gtk_editable_set_position (entry, 18);
  g_object_set (lesson, "text", "täll users", NULL);
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 10);
  gtk_editable_set_position (entry, 2);
  g_object_set (lesson, "text", "täll", NULL);
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 2);
}

static void
test_splice_buffer (Fixture       *fixture,
                    gconstpointer  data)
{
  AftEvent *event = add_item (fixture, "events", AFT_TYPE_EVENT);
  g_autoptr(GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  GtkTextIter iter;
  int position;

  aft_field_bind (G_OBJECT (buffer), AFT_ITEM (event), "believed");
  gtk_text_buffer_insert_at_cursor (buffer, "one\nthree", -1);
  g_assert_cmpstr (aft_event_get_believed (event), ==, "one\nthree");
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 9);
  gtk_text_buffer_place_cursor (buffer, &iter);
  aft_history_break (fixture->history);

  g_object_set (event, "believed", "one\ntwo\nthree", NULL);
  g_object_get (buffer, "cursor-position", &position, NULL);
  g_assert_cmpint (position, ==, 13);
  g_assert_true (aft_history_undo (fixture->history));
  g_object_get (buffer, "cursor-position", &position, NULL);
  g_assert_cmpint (position, ==, 9);
  g_assert_false (gtk_text_buffer_get_enable_undo (buffer));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  AftLesson *lesson = add_item (fixture, "lessons", AFT_TYPE_LESSON);
  GtkEditable *entry = add_entry (fixture, lesson, "text");
  const guint before = count_undo (fixture);

  type_at_end (entry, "T");
  type_at_end (entry, "e");
  type_at_end (entry, "ll");
  g_assert_cmpstr (aft_item_get_heading (AFT_ITEM (lesson)), ==, "Tell");
  g_assert_cmpuint (count_undo (fixture), ==, before + 1);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Tell");

  g_assert_true (aft_history_undo (fixture->history));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_cmpstr (aft_item_get_heading (AFT_ITEM (lesson)), ==, "");
  g_assert_true (aft_history_redo (fixture->history));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Tell");
  g_assert_false (gtk_editable_get_enable_undo (entry));
}

static void
test_owner (Fixture       *fixture,
            gconstpointer  data)
{
  AftRole *first = add_item (fixture, "roles", AFT_TYPE_ROLE);
  AftRole *second = add_item (fixture, "roles", AFT_TYPE_ROLE);
  AftActionItem *item = add_item (fixture, "other-items", AFT_TYPE_ACTION_ITEM);
  GtkDropDown *owner = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  g_autofree char *chosen = NULL;
  g_autofree char *after = NULL;
  guint steps;

  g_object_set (first, "role", "scribe", NULL);
  aft_history_break (fixture->history);
  g_object_set (second, "role", "commander", NULL);
  aft_history_break (fixture->history);
  gtk_box_append (GTK_BOX (fixture->box), GTK_WIDGET (owner));
  aft_field_bind_reference (owner, AFT_ITEM (item), "owner", aft_document_get_roles (fixture->document));
  g_assert_cmpuint (gtk_drop_down_get_selected (owner), ==, 0);

  gtk_drop_down_set_selected (owner, 2);
  g_assert_cmpstr (aft_action_item_get_owner (item), ==, aft_item_get_id (AFT_ITEM (second)));
  aft_history_break (fixture->history);
  chosen = dup_json (fixture->document);
  steps = count_undo (fixture);

  /* The one before it goes: the place changes, the choice does not. */
  g_assert_true (aft_history_remove (fixture->history, AFT_ITEM (first)));
  iterate ();
  g_assert_cmpuint (gtk_drop_down_get_selected (owner), ==, 1);
  g_assert_cmpstr (aft_action_item_get_owner (item), ==, aft_item_get_id (AFT_ITEM (second)));
  g_assert_cmpuint (count_undo (fixture), ==, steps + 1);
  g_assert_true (aft_history_undo (fixture->history));
  iterate ();
  g_assert_cmpuint (gtk_drop_down_get_selected (owner), ==, 2);

  /* The chosen one goes and comes back. */
  g_assert_true (aft_history_remove (fixture->history, AFT_ITEM (second)));
  iterate ();
  g_assert_cmpuint (gtk_drop_down_get_selected (owner), ==, 0);
  g_assert_cmpuint (count_undo (fixture), ==, steps + 1);
  iterate ();
  g_assert_true (aft_history_undo (fixture->history));
  iterate ();
  g_assert_cmpuint (gtk_drop_down_get_selected (owner), ==, 2);
  g_assert_cmpstr (aft_action_item_get_owner (item), ==, aft_item_get_id (AFT_ITEM (second)));
  after = dup_json (fixture->document);
  g_assert_cmpstr (after, ==, chosen);
  g_assert_true (aft_history_can_redo (fixture->history));
}

static void
test_detached (Fixture       *fixture,
               gconstpointer  data)
{
  AftLesson *lesson = add_item (fixture, "lessons", AFT_TYPE_LESSON);
  GtkEditable *entry = add_entry (fixture, lesson, "text");
  g_autoptr(AftLesson) kept = g_object_ref (lesson);
  g_autofree char *typed = NULL;
  g_autofree char *after = NULL;
  guint steps;

  type_at_end (entry, "kept");
  typed = dup_json (fixture->document);
  g_assert_true (aft_history_remove (fixture->history, AFT_ITEM (lesson)));
  steps = count_undo (fixture);
  g_assert_null (aft_item_get_document (AFT_ITEM (lesson)));

  type_at_end (entry, " lost");
  g_assert_cmpstr (aft_item_get_heading (AFT_ITEM (lesson)), ==, "kept");
  g_assert_cmpuint (count_undo (fixture), ==, steps);

  g_assert_true (aft_history_undo (fixture->history));
  after = dup_json (fixture->document);
  g_assert_cmpstr (after, ==, typed);
}

static void
test_tags (Fixture       *fixture,
           gconstpointer  data)
{
  AftEvent *event = add_item (fixture, "events", AFT_TYPE_EVENT);
  GtkEditable *entry = add_entry (fixture, event, "tags");
  GtkEditable *other = add_entry (fixture, NULL, NULL);
  const guint steps = count_undo (fixture);
  g_autofree char *tags = NULL;
  g_autofree char *more = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  type_at_end (entry, "network, ");
  type_at_end (entry, "on  call;");
  g_assert_null (aft_event_get_tags (event)[0]);
  gtk_widget_grab_focus (GTK_WIDGET (other));
  iterate ();
  tags = g_strjoinv ("|", (char **) aft_event_get_tags (event));
  g_assert_cmpstr (tags, ==, "network|on  call");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "network, on  call");
  g_assert_cmpuint (count_undo (fixture), ==, steps + 1);

  /* Saving takes what stands there, without the focus going anywhere. */
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  type_at_end (entry, ", paged");
  aft_history_commit (fixture->history);
  more = g_strjoinv ("|", (char **) aft_event_get_tags (event));
  g_assert_cmpstr (more, ==, "network|on  call|paged");
}

static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  AftActionItem *item = add_item (fixture, "other-items", AFT_TYPE_ACTION_ITEM);
  GtkEditable *entry = add_entry (fixture, item, "due");
  GDate today;
  char day[16];

  aft_due_get_today (&today);
  g_date_add_days (&today, 28);
  g_date_strftime (day, sizeof day, "%Y-%m-%d", &today);

  gtk_editable_set_text (entry, "4 weeks");
  g_assert_cmpstr (aft_action_item_get_due (item), ==, "");
  aft_history_commit (fixture->history);
  g_assert_cmpstr (aft_action_item_get_due (item), ==, day);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, day);

  gtk_editable_set_text (entry, "when the machines are there");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (aft_action_item_get_due (item), ==, "when the machines are there");
  g_assert_true (aft_history_undo (fixture->history));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, day);
}

static void
test_rebind (Fixture       *fixture,
             gconstpointer  data)
{
  AftLesson *first = add_item (fixture, "lessons", AFT_TYPE_LESSON);
  AftLesson *second = add_item (fixture, "lessons", AFT_TYPE_LESSON);
  GtkEditable *entry = add_entry (fixture, first, "text");

  type_at_end (entry, "one");
  aft_field_bind (G_OBJECT (entry), AFT_ITEM (second), "text");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  type_at_end (entry, "two");
  g_assert_cmpstr (aft_item_get_heading (AFT_ITEM (first)), ==, "one");
  g_assert_cmpstr (aft_item_get_heading (AFT_ITEM (second)), ==, "two");
  aft_field_bind (G_OBJECT (entry), NULL, NULL);
  type_at_end (entry, "!");
  g_assert_cmpstr (aft_item_get_heading (AFT_ITEM (second)), ==, "two");
}

int
main (int    argc,
      char **argv)
{
  tools_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/field-binding/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("splice", test_splice);
  ADD ("splice-buffer", test_splice_buffer);
  ADD ("undo", test_undo);
  ADD ("owner", test_owner);
  ADD ("detached", test_detached);
  ADD ("tags", test_tags);
  ADD ("due", test_due);
  ADD ("rebind", test_rebind);

  return tools_run ();
}

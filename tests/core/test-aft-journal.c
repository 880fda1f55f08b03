/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "aft-document-writer.h"
#include "aft-event.h"
#include "aft-journal.h"
#include "aft-lesson.h"
#include "aft-role.h"

typedef struct
{
  char        *folder;
  AftDocument *document;
  AftJournal  *journal;
} Fixture;

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("afterword-XXXXXX", NULL);
  fixture->document = aft_document_new ();
  g_object_set (fixture->document, "title", "Base", NULL);
  aft_document_set_ready (fixture->document);
  fixture->journal = aft_journal_new (fixture->document, fixture->folder, "file:///tmp/x.afterword", "abc");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->journal);
  g_clear_object (&fixture->document);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static char *
dup_json (AftDocument *document)
{
  g_autoptr(GBytes) bytes = aft_document_write (document);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

/* One edit of each kind, undone and redone in parts. */
static void
edit (AftDocument *document)
{
  AftHistory *history = aft_document_get_history (document);
  g_autoptr(AftEvent) first = aft_event_new ();
  g_autoptr(AftEvent) second = aft_event_new ();
  g_autoptr(AftRole) role = aft_role_new ();
  g_autoptr(AftMoment) at = aft_moment_new (G_GINT64_CONSTANT (1620331200) * G_USEC_PER_SEC, "Europe/Berlin", AFT_PRECISION_MINUTE, TRUE, "≈ 15:08");

  aft_history_insert (history, AFT_ITEM (document), "events", 0, AFT_ITEM (first));
  aft_history_insert (history, AFT_ITEM (document), "events", 1, AFT_ITEM (second));
  aft_history_insert (history, AFT_ITEM (document), "roles", 0, AFT_ITEM (role));
  g_object_set (first, "text", "größer \"so\"\nand on", "at", at, "actor", aft_item_get_id (AFT_ITEM (role)), NULL);
  g_object_set (first, "text", "größer als \"so\"\nand on", NULL);
  aft_history_move (history, AFT_ITEM (second), AFT_ITEM (document), "events", 0);
  aft_history_remove (history, AFT_ITEM (role));
  aft_history_undo (history);
  aft_history_undo (history);
  aft_history_redo (history);
  g_object_set (document, "title", "Edited", NULL);
}

static void
test_recovers (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(AftRecovery) recovery = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *found = NULL;

  edit (fixture->document);
  g_assert_true (aft_journal_flush (fixture->journal, &error));
  wanted = dup_json (fixture->document);

  recovery = aft_journal_recover (aft_journal_get_path (fixture->journal), &error);
  g_assert_no_error (error);
  found = dup_json (recovery->document);
  g_assert_cmpstr (found, ==, wanted);
  g_assert_cmpstr (recovery->uri, ==, "file:///tmp/x.afterword");
  g_assert_cmpstr (recovery->hash, ==, "abc");
  g_assert_true (aft_history_is_modified (aft_document_get_history (recovery->document)));
}

static gboolean
stop_cb (gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

static void
test_on_disk_within_a_second (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(AftRecovery) recovery = NULL;

  g_assert_false (g_file_test (aft_journal_get_path (fixture->journal), G_FILE_TEST_EXISTS));
  g_object_set (fixture->document, "title", "Typed", NULL);
  g_timeout_add (1000, stop_cb, loop);
  g_main_loop_run (loop);

  recovery = aft_journal_recover (aft_journal_get_path (fixture->journal), NULL);
  g_assert_nonnull (recovery);
  g_assert_cmpstr (aft_document_get_title (recovery->document), ==, "Typed");
}

static void
test_cut_line_is_left_out (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *content = NULL;
  g_autoptr(AftRecovery) recovery = NULL;
  gsize length;

  g_object_set (fixture->document, "title", "First", NULL);
  g_object_set (fixture->document, "severity", "high", NULL);
  aft_journal_flush (fixture->journal, NULL);
  g_assert_true (g_file_get_contents (aft_journal_get_path (fixture->journal), &content, &length, NULL));
  g_assert_cmpint (truncate (aft_journal_get_path (fixture->journal), (off_t) length - 9), ==, 0);

  recovery = aft_journal_recover (aft_journal_get_path (fixture->journal), NULL);
  g_assert_cmpstr (aft_document_get_title (recovery->document), ==, "First");
  g_assert_cmpstr (aft_document_get_severity (recovery->document), ==, "");
}

static void
test_lock (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) while_open = NULL;
  g_autoptr(GPtrArray) after = NULL;

  g_object_set (fixture->document, "title", "Typed", NULL);
  aft_journal_flush (fixture->journal, NULL);
  while_open = aft_journal_find_left (fixture->folder);
  g_assert_cmpuint (while_open->len, ==, 0);

  g_clear_object (&fixture->journal);
  after = aft_journal_find_left (fixture->folder);
  g_assert_cmpuint (after->len, ==, 1);
}

/* What a killed process leaves is found, and is complete. */
static void
test_kill (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(AftRecovery) recovery = NULL;
  int status;
  const pid_t child = fork ();

  if (child == 0)
    {
      edit (fixture->document);
      aft_journal_flush (fixture->journal, NULL);
      kill (getpid (), SIGKILL);
    }
  waitpid (child, &status, 0);
  g_assert_true (WIFSIGNALED (status));

  left = aft_journal_find_left (fixture->folder);
  g_assert_cmpuint (left->len, ==, 1);
  recovery = aft_journal_recover (left->pdata[0], NULL);
  g_assert_cmpstr (aft_document_get_title (recovery->document), ==, "Edited");
}

static void
test_restart_and_discard (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(AftRecovery) recovery = NULL;

  g_object_set (fixture->document, "title", "Saved", NULL);
  aft_journal_flush (fixture->journal, NULL);
  aft_journal_restart (fixture->journal, "file:///tmp/y.afterword", "def");
  g_assert_false (g_file_test (aft_journal_get_path (fixture->journal), G_FILE_TEST_EXISTS));

  g_object_set (fixture->document, "severity", "high", NULL);
  aft_journal_flush (fixture->journal, NULL);
  recovery = aft_journal_recover (aft_journal_get_path (fixture->journal), NULL);
  g_assert_cmpstr (recovery->hash, ==, "def");
  g_assert_cmpstr (aft_document_get_title (recovery->document), ==, "Saved");
  g_assert_cmpstr (aft_document_get_severity (recovery->document), ==, "high");

  aft_journal_discard (fixture->journal);
  g_assert_false (g_file_test (aft_journal_get_path (fixture->journal), G_FILE_TEST_EXISTS));
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const contents[] = {
    "", "{}\n", "{\"afterword-journal\": 1, \"base\": \"{}\"}\n",
    "not json\n",
  };
  g_autofree char *path = g_build_filename (fixture->folder, "bad.journal", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      g_assert_null (aft_journal_recover (path, &error));
      g_assert_nonnull (error);
    }
}

/* Changes that make no sense end the replay; what was before stands. */
static void
test_hostile_changes (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const changes[] = {
    "{\"do\": \"set\", \"id\": \"nobody\"}",
    "{\"do\": \"fly\"}",
    "{\"do\": \"set\", \"id\": \"%s\", \"field\": \"title\", \"offset\": 99999999999, \"remove\": 1, \"insert\": \"\"}",
    "{\"do\": \"set\", \"id\": \"%s\", \"field\": \"title\", \"offset\": 1, \"remove\": 99999999999, \"insert\": \"\"}",
    "{\"do\": \"set\", \"id\": \"%s\", \"field\": \"nothing\", \"value\": 1}",
    "{\"do\": \"insert\", \"parent\": \"%s\", \"list\": \"moons\", \"position\": 0, \"item\": {}}",
    "{\"do\": \"insert\", \"parent\": \"%s\", \"list\": \"events\", \"position\": 0, \"item\": 7}",
    "{\"do\": \"move\", \"id\": \"%s\", \"parent\": \"%s\", \"list\": \"events\", \"position\": 0}",
    "7",
  };
  const char *id = aft_item_get_id (AFT_ITEM (fixture->document));
  g_autofree char *path = g_build_filename (fixture->folder, "bad.journal", NULL);
  g_autofree char *content = NULL;

  g_object_set (fixture->document, "title", "Good", NULL);
  aft_journal_flush (fixture->journal, NULL);
  g_assert_true (g_file_get_contents (aft_journal_get_path (fixture->journal), &content, NULL, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto(GStrv) parts = g_strsplit (changes[i], "%s", -1);
      g_autofree char *change = g_strjoinv (id, parts);
      g_autofree char *whole = g_strdup_printf ("%s{\"changes\": [%s]}\n{\"changes\": []}\n", content, change);
      g_autoptr(AftRecovery) recovery = NULL;

      g_assert_true (g_file_set_contents (path, whole, -1, NULL));
      recovery = aft_journal_recover (path, NULL);
      g_assert_nonnull (recovery);
      g_assert_cmpstr (aft_document_get_title (recovery->document), ==, "Good");
    }
}

#define ADD(name, function) g_test_add ("/journal/" name, Fixture, NULL, set_up, function, tear_down)

/* Many items are written while there is time; what happens meanwhile comes after them. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  const char *const *what = data;
  AftHistory *history = aft_document_get_history (fixture->document);
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(AftRecovery) recovery = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_strdup (aft_journal_get_path (fixture->journal));
  g_autofree char *written = NULL;
  g_autofree char *recovered = NULL;

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *text = g_strdup_printf ("event \342\200\234%d\342\200\235", i);
      AftEvent *event = aft_event_new ();

      g_object_set (event, "text", text, NULL);
      g_ptr_array_add (events, event);
    }
  g_assert_true (aft_history_insert_many (history, AFT_ITEM (fixture->document), "events", 0, events));
  if (strcmp (*what, "idle") == 0)
    while (g_main_context_pending (NULL))
      g_main_context_iteration (NULL, FALSE);
  g_object_set (events->pdata[2999], "text", "changed at once", NULL);
  g_object_set (events->pdata[2999], "text", "and again", NULL);
  g_assert_true (aft_history_move (history, events->pdata[5], AFT_ITEM (fixture->document), "events", 9));
  g_assert_true (aft_history_remove (history, events->pdata[6]));
  if (strcmp (*what, "undo") == 0)
    while (aft_history_can_undo (history))
      g_assert_true (aft_history_undo (history));
  if (strcmp (*what, "undo") == 0)
    g_assert_true (aft_history_redo (history));

  g_assert_true (aft_journal_flush (fixture->journal, &error));
  g_assert_no_error (error);
  recovery = aft_journal_recover (path, &error);
  g_assert_no_error (error);
  written = dup_json (fixture->document);
  recovered = dup_json (recovery->document);
  g_assert_cmpstr (recovered, ==, written);
}

static const char *const spans[] = { "at-once", "idle", "undo" };

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("recovers", test_recovers);
  ADD ("within-a-second", test_on_disk_within_a_second);
  ADD ("cut-line", test_cut_line_is_left_out);
  ADD ("lock", test_lock);
  ADD ("kill", test_kill);
  ADD ("restart-and-discard", test_restart_and_discard);
  ADD ("hostile", test_hostile);
  ADD ("hostile-changes", test_hostile_changes);

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *name = g_strdup_printf ("/journal/many/%s", spans[i]);

      g_test_add (name, Fixture, &spans[i], set_up, test_many, tear_down);
    }

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aft-document-file.h"
#include "aft-document-writer.h"

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("afterword-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.afterword", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static GBytes *
make_bytes (const char *title)
{
  g_autoptr(AftDocument) document = aft_document_new ();

  g_object_set (document, "title", title, NULL);

  return aft_document_write (document);
}

static AftFileState *
store (Fixture             *fixture,
       const char          *title,
       const AftFileState  *expected,
       GError             **error)
{
  g_autoptr(GBytes) bytes = make_bytes (title);

  return aft_document_file_store (bytes, fixture->file, expected, NULL, error);
}

static char *
load_title (Fixture *fixture)
{
  g_autoptr(AftDocument) document = aft_document_file_load (fixture->file, NULL, NULL, NULL, NULL);

  return document != NULL ? g_strdup (aft_document_get_title (document)) : NULL;
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(AftFileState) state = store (fixture, "One", NULL, NULL);
  g_autofree char *title = load_title (fixture);

  g_assert_nonnull (state);
  g_assert_cmpstr (title, ==, "One");
}

static void
test_notices_change (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(AftFileState) state = store (fixture, "One", NULL, NULL);
  g_autoptr(AftFileState) second = NULL;
  g_autoptr(AftFileState) forced = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;

  g_usleep (10000);
  g_assert_true (g_file_set_contents (fixture->path, "somebody else's", -1, NULL));
  second = store (fixture, "Two", state, &error);
  g_assert_null (second);
  g_assert_error (error, AFT_FILE_ERROR, AFT_FILE_ERROR_CHANGED);
  forced = store (fixture, "Three", NULL, NULL);
  g_assert_nonnull (forced);
  title = load_title (fixture);
  g_assert_cmpstr (title, ==, "Three");
}

/* An etag changes with a mere touch; the content decides. */
static void
test_touch_is_no_change (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(AftFileState) state = store (fixture, "One", NULL, NULL);
  g_autoptr(AftFileState) second = NULL;
  g_autoptr(GError) error = NULL;
  const struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };

  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, times, 0), ==, 0);
  second = store (fixture, "Two", state, &error);
  g_assert_no_error (error);
  g_assert_nonnull (second);
}

static void
test_deleted_is_no_change (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(AftFileState) state = store (fixture, "One", NULL, NULL);
  g_autoptr(AftFileState) second = NULL;

  g_unlink (fixture->path);
  second = store (fixture, "Two", state, NULL);
  g_assert_nonnull (second);
}

static void
test_symbolic_link_and_mode (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target.afterword", NULL);
  g_autoptr(AftFileState) state = NULL;
  g_autofree char *content = NULL;
  GStatBuf status;

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (g_chmod (target, 0640), ==, 0);
  g_assert_cmpint (symlink ("target.afterword", fixture->path), ==, 0);

  state = store (fixture, "Through", NULL, NULL);
  g_assert_nonnull (state);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (target, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "Through"));
  g_assert_cmpint (g_stat (target, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0640);
}

/* Another name of the same old file still has the old content: nothing was truncated in place. */
static void
test_is_atomic (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.afterword", NULL);
  g_autoptr(AftFileState) first = store (fixture, "One", NULL, NULL);
  g_autoptr(AftFileState) second = NULL;
  g_autofree char *content = NULL;

  g_assert_cmpint (link (fixture->path, other), ==, 0);
  second = store (fixture, "Two", first, NULL);
  g_assert_nonnull (second);
  g_assert_true (g_file_get_contents (other, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "One"));
}

static void
test_failure_keeps_old (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GFile) nowhere = g_file_new_for_path ("/proc/no-such-folder/a.afterword");
  g_autoptr(GBytes) bytes = make_bytes ("X");
  g_autoptr(GError) error = NULL;

  g_assert_null (aft_document_file_store (bytes, nowhere, NULL, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GBytes) bytes = make_bytes ("X");
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (aft_document_file_store (bytes, fixture->file, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

typedef struct
{
  GMainLoop    *loop;
  AftDocument  *document;
  AftFileState *state;
  GError       *error;
} Waiting;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Waiting *waiting = user_data;

  waiting->document = aft_document_file_load_finish (result, &waiting->state, NULL, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Waiting *waiting = user_data;

  g_clear_pointer (&waiting->state, aft_file_state_free);
  waiting->state = aft_document_file_save_finish (result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  Waiting waiting = { g_main_loop_new (NULL, FALSE) };
  g_autoptr(AftFileState) first = store (fixture, "One", NULL, NULL);
  g_autofree char *title = NULL;

  aft_document_file_load_async (fixture->file, NULL, loaded_cb, &waiting);
  g_main_loop_run (waiting.loop);
  g_assert_no_error (waiting.error);
  g_assert_cmpstr (waiting.state->hash, ==, first->hash);

  g_object_set (waiting.document, "title", "Two", NULL);
  aft_document_file_save_async (waiting.document, fixture->file, waiting.state, NULL, saved_cb, &waiting);
  /* What is typed after the call is not in the file. */
  g_object_set (waiting.document, "title", "Three", NULL);
  g_main_loop_run (waiting.loop);
  g_assert_no_error (waiting.error);
  title = load_title (fixture);
  g_assert_cmpstr (title, ==, "Two");

  g_main_loop_unref (waiting.loop);
  g_object_unref (waiting.document);
  aft_file_state_free (waiting.state);
}

#define ADD(name, function) g_test_add ("/document-file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("round-trip", test_round_trip);
  ADD ("notices-change", test_notices_change);
  ADD ("touch", test_touch_is_no_change);
  ADD ("deleted", test_deleted_is_no_change);
  ADD ("symbolic-link-and-mode", test_symbolic_link_and_mode);
  ADD ("atomic", test_is_atomic);
  ADD ("failure-keeps-old", test_failure_keeps_old);
  ADD ("cancelled", test_cancelled);
  ADD ("async", test_async);

  return g_test_run ();
}

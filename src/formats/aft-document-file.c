/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "aft-document-file.h"
#include "aft-document-writer.h"

G_DEFINE_QUARK (aft-file-error-quark, aft_file_error)

typedef struct
{
  AftDocument  *document;
  AftFileState *state;
  GPtrArray    *problems;
} Loaded;

typedef struct
{
  GBytes       *bytes;
  AftFileState *expected;
} Storing;

static AftFileState *
file_state_new (const char *etag,
                GBytes     *bytes)
{
  AftFileState *self = g_new0 (AftFileState, 1);

  self->etag = g_strdup (etag);
  self->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return self;
}

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_object (&loaded->document);
  g_clear_pointer (&loaded->state, aft_file_state_free);
  g_clear_pointer (&loaded->problems, g_ptr_array_unref);
  g_free (loaded);
}

static void
storing_free (gpointer data)
{
  Storing *storing = data;

  g_bytes_unref (storing->bytes);
  g_clear_pointer (&storing->expected, aft_file_state_free);
  g_free (storing);
}

static GBytes *
read_bytes (GFile         *file,
            GCancellable  *cancellable,
            char         **etag,
            GError       **error)
{
  g_autoptr(GFileInfo) info = NULL;
  char *content = NULL;
  gsize length;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;

  if (g_file_info_get_size (info) > AFT_JSON_MAX_SIZE)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, AFT_FILE_ERROR, AFT_FILE_ERROR_TOO_LARGE,
                   /* Translators: %s is a file, %d a size */
                   _("“%s” is larger than %d MiB, which no document of Afterword is."), name,
                   AFT_JSON_MAX_SIZE / (1024 * 1024));
      return NULL;
    }

  if (!g_file_load_contents (file, cancellable, &content, &length, etag, error))
    return NULL;

  return g_bytes_new_take (content, length);
}

static gboolean
is_unchanged (GFile               *file,
              const AftFileState  *expected,
              GCancellable        *cancellable,
              GError             **error)
{
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *name = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  if (info == NULL)
    {
      /* Where nothing is, nothing can be lost. */
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (g_strcmp0 (g_file_info_get_etag (info), expected->etag) == 0)
    return TRUE;

  bytes = read_bytes (file, cancellable, NULL, error);
  if (bytes == NULL)
    return FALSE;
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_strcmp0 (hash, expected->hash) == 0)
    return TRUE;

  name = g_file_get_parse_name (file);
  g_set_error (error, AFT_FILE_ERROR, AFT_FILE_ERROR_CHANGED,
               /* Translators: %s is a file */
               _("“%s” was changed by another program since it was opened."), name);
  return FALSE;
}

static char *
query_etag (GFile        *file,
            GCancellable *cancellable)
{
  g_autoptr(GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

/* Replaces the file that a path leads to, through symbolic links, in one step and with its
 * permissions. */
static gboolean
replace_local (const char  *path,
               GBytes      *bytes,
               GError     **error)
{
  g_autofree char *target = NULL;
  char *resolved = realpath (path, NULL);
  GStatBuf status;
  int mode = 0666;
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);

  target = g_strdup (resolved != NULL ? resolved : path);
  free (resolved);

  if (g_stat (target, &status) == 0)
    {
      mode = status.st_mode & 07777;
      if (g_access (target, W_OK) != 0)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                       /* Translators: %s is a file */
                       _("“%s” may not be written."), target);
          return FALSE;
        }
    }

  return g_file_set_contents_full (target, content, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, error);
}

/**
 * aft_file_state_copy:
 * @self: (nullable): a state
 *
 * Returns: (transfer full) (nullable): a copy
 */
AftFileState *
aft_file_state_copy (const AftFileState *self)
{
  AftFileState *copy;

  if (self == NULL)
    return NULL;

  copy = g_new0 (AftFileState, 1);
  copy->etag = g_strdup (self->etag);
  copy->hash = g_strdup (self->hash);

  return copy;
}

/**
 * aft_file_state_free:
 * @self: (transfer full): a state
 */
void
aft_file_state_free (AftFileState *self)
{
  g_free (self->etag);
  g_free (self->hash);
  g_free (self);
}

/**
 * aft_document_file_load:
 * @file: a file
 * @cancellable: (nullable): to stop it
 * @state: (out) (optional) (transfer full): by what a change underneath is noticed
 * @problems: (out) (optional) (transfer full) (element-type AftReadProblem): what is wrong in it
 * @error: return location for a #GError of GIO, #AftFileError, #AftJsonError or #AftReadError
 *
 * Reads a document and blocks until that is done.
 *
 * Returns: (transfer full): the document, or %NULL on error
 */
AftDocument *
aft_document_file_load (GFile         *file,
                        GCancellable  *cancellable,
                        AftFileState **state,
                        GPtrArray    **problems,
                        GError       **error)
{
  g_autofree char *etag = NULL;
  g_autoptr(GBytes) bytes = NULL;
  AftDocument *document;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = read_bytes (file, cancellable, &etag, error);
  if (bytes == NULL)
    return NULL;

  document = aft_document_read (bytes, problems, error);
  if (document != NULL && state != NULL)
    *state = file_state_new (etag, bytes);

  return document;
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Loaded *loaded = g_new0 (Loaded, 1);
  GError *error = NULL;

  loaded->document = aft_document_file_load (G_FILE (task_data), cancellable, &loaded->state, &loaded->problems, &error);
  if (loaded->document == NULL)
    {
      loaded_free (loaded);
      g_task_return_error (task, error);
    }
  else
    {
      g_task_return_pointer (task, loaded, loaded_free);
    }
}

/**
 * aft_document_file_load_async:
 * @file: a file
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads a document on a worker thread.
 */
void
aft_document_file_load_async (GFile               *file,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, aft_document_file_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

/**
 * aft_document_file_load_finish:
 * @result: what the callback got
 * @state: (out) (optional) (transfer full): by what a change underneath is noticed
 * @problems: (out) (optional) (transfer full) (element-type AftReadProblem): what is wrong in it
 * @error: return location for a #GError, see aft_document_file_load()
 *
 * Returns: (transfer full): the document, or %NULL on error
 */
AftDocument *
aft_document_file_load_finish (GAsyncResult  *result,
                               AftFileState **state,
                               GPtrArray    **problems,
                               GError       **error)
{
  Loaded *loaded = g_task_propagate_pointer (G_TASK (result), error);
  AftDocument *document;

  if (loaded == NULL)
    return NULL;

  document = g_steal_pointer (&loaded->document);
  if (state != NULL)
    *state = g_steal_pointer (&loaded->state);
  if (problems != NULL)
    *problems = g_steal_pointer (&loaded->problems);
  loaded_free (loaded);

  return document;
}

/**
 * aft_document_file_store:
 * @bytes: what to write
 * @file: where; symbolic links are followed
 * @expected: (nullable): what the file is expected to be; %NULL overwrites whatever is there
 * @cancellable: (nullable): to stop it before the file is replaced
 * @error: return location for a #GError of GIO or an #AftFileError
 *
 * Replaces a file atomically and with its permissions.
 *
 * Returns: (transfer full): what the file is now, or %NULL on error
 */
AftFileState *
aft_document_file_store (GBytes              *bytes,
                         GFile               *file,
                         const AftFileState  *expected,
                         GCancellable        *cancellable,
                         GError             **error)
{
  g_autofree char *etag = NULL;
  gboolean done;

  g_return_val_if_fail (bytes != NULL && G_IS_FILE (file), NULL);

  if ((expected != NULL && !is_unchanged (file, expected, cancellable, error)) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (g_file_peek_path (file) != NULL)
    {
      done = replace_local (g_file_peek_path (file), bytes, error);
      etag = query_etag (file, cancellable);
    }
  else
    {
      gsize length;
      const char *content = g_bytes_get_data (bytes, &length);

      done = g_file_replace_contents (file, content, length, NULL, FALSE, G_FILE_CREATE_NONE, &etag, cancellable, error);
    }

  return done ? file_state_new (etag, bytes) : NULL;
}

static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Storing *storing = task_data;
  GFile *file = g_object_get_data (G_OBJECT (task), "file");
  GError *error = NULL;
  AftFileState *state = aft_document_file_store (storing->bytes, file, storing->expected, cancellable, &error);

  if (state != NULL)
    g_task_return_pointer (task, state, (GDestroyNotify) aft_file_state_free);
  else
    g_task_return_error (task, error);
}

/**
 * aft_document_file_save_async:
 * @document: a document
 * @file: where to save it
 * @expected: (nullable): what the file is expected to be; %NULL overwrites whatever is there
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes the document as it is at the call; the file is replaced on a worker thread.
 */
void
aft_document_file_save_async (AftDocument         *document,
                              GFile               *file,
                              const AftFileState  *expected,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Storing *storing = g_new0 (Storing, 1);

  g_return_if_fail (AFT_IS_DOCUMENT (document) && G_IS_FILE (file));

  storing->bytes = aft_document_write (document);
  storing->expected = aft_file_state_copy (expected);
  g_task_set_source_tag (task, aft_document_file_save_async);
  g_task_set_task_data (task, storing, storing_free);
  g_object_set_data_full (G_OBJECT (task), "file", g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, save_thread);
}

/**
 * aft_document_file_save_finish:
 * @result: what the callback got
 * @error: return location for a #GError, see aft_document_file_store()
 *
 * Returns: (transfer full): what the file is now, or %NULL on error
 */
AftFileState *
aft_document_file_save_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
check_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GFile *file = g_object_get_data (G_OBJECT (task), "file");
  GError *error = NULL;

  if (is_unchanged (file, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * aft_document_file_check_async:
 * @file: a file
 * @expected: what it is expected to be
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks whether the file changed underneath.
 */
void
aft_document_file_check_async (GFile               *file,
                               const AftFileState  *expected,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file) && expected != NULL);

  g_task_set_source_tag (task, aft_document_file_check_async);
  g_task_set_task_data (task, aft_file_state_copy (expected), (GDestroyNotify) aft_file_state_free);
  g_object_set_data_full (G_OBJECT (task), "file", g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, check_thread);
}

/**
 * aft_document_file_check_finish:
 * @result: what the callback got
 * @error: return location for an #AftFileError or a #GError of GIO
 *
 * Returns: whether it is as expected
 */
gboolean
aft_document_file_check_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

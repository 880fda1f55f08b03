/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-export-job.h"

typedef struct
{
  const AftExportKind *kind;
  AftReport           *report;        /* owned */
  AftExportOptions     options;
  GFile               *file;          /* owned */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  aft_report_unref (job->report);
  g_object_unref (job->file);
  g_free (job);
}

static void
run_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = aft_export_kind_write (job->kind, job->report, &job->options, cancellable, &error);
  gsize length;
  const char *content;

  if (bytes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  content = g_bytes_get_data (bytes, &length);
  if (g_file_replace_contents (job->file, content, length, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                               cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * aft_export_job_run_async:
 * @kind: what to write
 * @report: from what; it doesn't look at the document any more
 * @options: how
 * @file: where to
 * @cancellable: (nullable): to stop
 * @callback: called when it is written, or has failed
 * @user_data: for @callback
 *
 * Lays out, draws and writes on a thread of its own: a large tree takes many seconds.
 */
void
aft_export_job_run_async (const AftExportKind *kind,
                          AftReport           *report,
                          const AftExportOptions *options,
                          GFile               *file,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (kind != NULL);
  g_return_if_fail (report != NULL);
  g_return_if_fail (G_IS_FILE (file));

  job = g_new0 (Job, 1);
  job->kind = kind;
  job->report = aft_report_ref (report);
  job->options = *options;
  job->file = g_object_ref (file);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, aft_export_job_run_async);
  g_task_set_task_data (task, job, job_free);
  /* Who cancels waits for nothing; the thread ends when it looks, and writes nothing. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, run_thread);
}

/**
 * aft_export_job_run_finish:
 * @result: what the callback got
 * @error: why it failed
 *
 * Returns: whether the file is written
 */
gboolean
aft_export_job_run_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

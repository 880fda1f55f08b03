/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "aft-document-writer.h"
#include "aft-journal-line-private.h"
#include "aft-journal.h"

/* Milliseconds between an edit and the disk. */
#define DELAY 400

/* How many items at once are written later, in slices of so many microseconds. */
#define MANY 200
#define SLICE 6000

/* More bytes than these go to the disk one part after the other. */
#define LARGE (1024 * 1024)

typedef struct
{
  /* Owned; the items without children, one after the other */
  GPtrArray *items;
  char      *parent;

  const char *list;
  guint       position;
  guint       n_written;
  gboolean    forward;
  gboolean    settled;
} Span;

/**
 * AftJournal:
 *
 * What was edited since the last save, so that a crash loses nothing: a file in the state folder,
 * locked while its owner lives. Its first line holds a full copy of the base, each further line a
 * transaction. Edits are on the disk within a second.
 */
struct _AftJournal
{
  GObject      parent_instance;

  /* Owned */
  AftDocument *document;
  char        *path;
  GString     *line;
  GString     *pending;

  Span        *span;

  gsize        n_flushed;
  int          descriptor;
  guint        timeout;
  guint        idle;
  gboolean     begun;
  gboolean     failed;
  char        *uri;
  char        *hash;
  GBytes      *base;
};

G_DEFINE_FINAL_TYPE (AftJournal, aft_journal, G_TYPE_OBJECT)

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
write_all (int          descriptor,
           const char  *bytes,
           gsize        length,
           GError     **error)
{
  while (length > 0)
    {
      const gssize written = write (descriptor, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("The crash journal can't be written: %s"),
                       g_strerror (errno));
          return FALSE;
        }
      bytes += written;
      length -= (gsize) written;
    }

  return TRUE;
}

static void
span_free (Span *span)
{
  g_ptr_array_unref (span->items);
  g_free (span->parent);
  g_free (span);
}

static gboolean flush_cb (gpointer user_data);

static void
settle (AftJournal *self)
{
  if (self->line->len == 0)
    return;

  if (self->pending->len > 0)
    {
      g_string_append (self->pending, "{\"changes\": [");
      g_string_append_len (self->pending, self->line->str, (gssize) self->line->len);
    }
  else
    {
      /* Much isn't copied. */
      GString *line = self->line;

      self->line = self->pending;
      self->pending = g_string_prepend (line, "{\"changes\": [");
    }
  g_string_append (self->pending, "]}\n");
  g_string_truncate (self->line, 0);

  if (self->timeout == 0)
    self->timeout = g_timeout_add (DELAY, flush_cb, self);
}

static void
write_next_of_span (AftJournal *self)
{
  Span *span = self->span;
  const guint n_written = span->n_written++;

  if (span->forward)
    aft_journal_line_add_insert (self->line, span->items->pdata[n_written], span->parent, span->list,
                                 span->position + n_written);
  else
    aft_journal_line_add_remove (self->line, span->items->pdata[span->items->len - 1 - n_written]);
}

static void
end_span (AftJournal *self)
{
  const gboolean is_settled = self->span->settled;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->span, span_free);
  if (is_settled)
    settle (self);
}

/* Returns whether @item is among those that were still to be written, as they are now. */
static gboolean
finish_span (AftJournal *self,
             AftItem    *item)
{
  gboolean found = FALSE;

  if (self->span == NULL)
    return FALSE;

  while (self->span->n_written < self->span->items->len)
    {
      found |= self->span->forward && self->span->items->pdata[self->span->n_written] == item;
      write_next_of_span (self);
    }
  end_span (self);

  return found;
}

static gboolean
span_cb (gpointer user_data)
{
  AftJournal *self = user_data;
  const gint64 end = g_get_monotonic_time () + SLICE;

  while (self->span->n_written < self->span->items->len)
    {
      if (g_get_monotonic_time () > end)
        return G_SOURCE_CONTINUE;
      write_next_of_span (self);
    }
  self->idle = 0;
  end_span (self);

  return G_SOURCE_REMOVE;
}

/* Many items take long to write, and wait until there is time. */
static void
begin_span (AftJournal      *self,
            const AftChange *change,
            gboolean         forward)
{
  Span *span = g_new0 (Span, 1);

  span->items = g_ptr_array_ref (change->items);
  span->parent = g_strdup (aft_item_get_id (change->to.parent));
  span->list = aft_journal_line_get_list_name (&change->to);
  span->position = change->to.position;
  span->forward = forward;
  self->span = span;
  if (span->items->len < MANY || aft_item_get_table (change->item)->n_lists > 0)
    finish_span (self, NULL);
  else
    self->idle = g_idle_add_full (G_PRIORITY_LOW, span_cb, self, NULL);
}

static void
history_changed_cb (AftJournal      *self,
                    const AftChange *change,
                    gboolean         forward)
{
  const AftPlace *to = forward ? &change->to : &change->from;
  /* What changed in an item that wasn't written yet is already in it. */
  const gboolean is_written = finish_span (self, change->item) && change->kind == AFT_CHANGE_SET;
  GString *line = self->line;

  if (is_written)
    {
      return;
    }
  else if (change->kind == AFT_CHANGE_SET)
    {
      aft_journal_line_add_set (line, change, forward);
    }
  else if (change->items != NULL)
    {
      begin_span (self, change, forward);
    }
  else if (to->parent == NULL)
    {
      aft_journal_line_add_remove (line, change->item);
    }
  else if (change->kind == AFT_CHANGE_MOVE)
    {
      aft_journal_line_add_move (line, change->item, to);
    }
  else
    {
      aft_journal_line_add_insert (line, change->item, aft_item_get_id (to->parent), aft_journal_line_get_list_name (to),
                                   to->position);
    }
}

static void
history_settled_cb (AftJournal *self)
{
  if (self->span != NULL)
    self->span->settled = TRUE;
  else
    settle (self);
}

static void
sync_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  fdatasync (GPOINTER_TO_INT (task_data));
  close (GPOINTER_TO_INT (task_data));
}

/* The disk takes what time it needs. */
static void
sync_later (AftJournal *self)
{
  const int descriptor = dup (self->descriptor);
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  if (descriptor < 0)
    return;

  g_task_set_task_data (task, GINT_TO_POINTER (descriptor), NULL);
  g_task_run_in_thread (task, sync_thread);
}

static GString *
make_header (AftJournal *self)
{
  GString *header = g_string_new ("{\"afterword-journal\": 1");
  gsize length;
  const char *base = g_bytes_get_data (self->base, &length);
  g_autofree char *text = g_strndup (base, length);

  if (self->uri != NULL)
    aft_journal_line_add_member (header, "uri", self->uri);
  if (self->hash != NULL)
    aft_journal_line_add_member (header, "hash", self->hash);
  aft_journal_line_add_member (header, "title", aft_document_get_title (self->document));
  aft_journal_line_add_member (header, "base", text);
  g_string_append (header, "}\n");

  return header;
}

static gboolean
open_file (AftJournal  *self,
           GError     **error)
{
  if (self->descriptor >= 0)
    return TRUE;

  self->descriptor = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_APPEND, 0600);
  if (self->descriptor < 0 || flock (self->descriptor, LOCK_EX | LOCK_NB) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("The crash journal can't be written: %s"),
                   g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}

/* Writes at most so many bytes. A line of which a part is missing counts as nothing. */
static gboolean
write_some (AftJournal  *self,
            gsize        most,
            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  const gsize length = MIN (most, self->pending->len - self->n_flushed);

  g_mkdir_with_parents (folder, 0700);
  if (!open_file (self, error))
    return FALSE;

  if (!self->begun)
    {
      g_autoptr(GString) header = make_header (self);

      if (ftruncate (self->descriptor, 0) != 0 || !write_all (self->descriptor, header->str, header->len, error))
        return FALSE;
      self->begun = TRUE;
    }
  if (!write_all (self->descriptor, self->pending->str + self->n_flushed, length, error))
    return FALSE;

  self->n_flushed += length;

  return TRUE;
}

static void
forget_pending (AftJournal *self)
{
  if (self->pending->len > LARGE)
    {
      g_string_free (self->pending, TRUE);
      self->pending = g_string_new (NULL);
    }
  g_string_truncate (self->pending, 0);
  self->n_flushed = 0;
}

static gboolean
flush_cb (gpointer user_data)
{
  AftJournal *self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done;

  self->timeout = 0;
  if (self->pending->len - self->n_flushed > LARGE)
    {
      done = write_some (self, LARGE, &error);
      if (done)
        self->timeout = g_idle_add_full (G_PRIORITY_LOW, flush_cb, self, NULL);
    }
  else if (self->pending->len > LARGE)
    {
      done = write_some (self, G_MAXSIZE, &error);
      if (done)
        {
          sync_later (self);
          forget_pending (self);
        }
    }
  else
    {
      done = aft_journal_flush (self, &error);
    }

  if (!done && !self->failed)
    {
      self->failed = TRUE;
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
    }

  return G_SOURCE_REMOVE;
}

static void
aft_journal_dispose (GObject *object)
{
  AftJournal *self = AFT_JOURNAL (object);

  if (self->document != NULL)
    aft_journal_flush (self, NULL);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (aft_journal_parent_class)->dispose (object);
}

static void
aft_journal_finalize (GObject *object)
{
  AftJournal *self = AFT_JOURNAL (object);

  if (self->descriptor >= 0)
    close (self->descriptor);
  g_string_free (self->line, TRUE);
  g_string_free (self->pending, TRUE);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_free (self->path);
  g_free (self->uri);
  g_free (self->hash);

  G_OBJECT_CLASS (aft_journal_parent_class)->finalize (object);
}

static void
aft_journal_class_init (AftJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aft_journal_dispose;
  object_class->finalize = aft_journal_finalize;

  /**
   * AftJournal::failed:
   * @message: what went wrong, for people
   *
   * Edits can't be kept safe. Emitted once.
   */
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
aft_journal_init (AftJournal *self)
{
  self->descriptor = -1;
  self->line = g_string_new (NULL);
  self->pending = g_string_new (NULL);
}

/**
 * aft_journal_new:
 * @document: a document
 * @folder: the path of the folder for journals; made where it isn't there
 * @uri: (nullable): the file of the document
 * @hash: (nullable): the SHA-256 of the file's content
 *
 * Keeps a journal of the document. There is no file before the first edit.
 *
 * Returns: (transfer full): a new journal
 */
AftJournal *
aft_journal_new (AftDocument *document,
                 const char  *folder,
                 const char  *uri,
                 const char  *hash)
{
  AftJournal *self = g_object_new (AFT_TYPE_JOURNAL, NULL);
  AftHistory *history = aft_document_get_history (document);
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (unique, ".journal", NULL);

  self->document = g_object_ref (document);
  self->path = g_build_filename (folder, name, NULL);
  self->uri = g_strdup (uri);
  self->hash = g_strdup (hash);
  self->base = aft_document_write (document);

  g_signal_connect_object (history, "changed", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "settled", G_CALLBACK (history_settled_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * aft_journal_restart:
 * @self: a journal
 * @uri: (nullable): the file of the document
 * @hash: (nullable): the SHA-256 of the file's content
 *
 * The document was saved: what was kept so far is no longer needed.
 */
void
aft_journal_restart (AftJournal *self,
                     const char *uri,
                     const char *hash)
{
  g_return_if_fail (AFT_IS_JOURNAL (self));

  aft_journal_discard (self);

  g_free (self->uri);
  g_free (self->hash);
  g_bytes_unref (self->base);
  self->uri = g_strdup (uri);
  self->hash = g_strdup (hash);
  self->base = aft_document_write (self->document);
}

/**
 * aft_journal_flush:
 * @self: a journal
 * @error: return location for a #GError
 *
 * Puts all edits on the disk now.
 *
 * Returns: whether they are there
 */
gboolean
aft_journal_flush (AftJournal  *self,
                   GError     **error)
{
  g_return_val_if_fail (AFT_IS_JOURNAL (self), FALSE);

  finish_span (self, NULL);
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->pending->len == 0)
    return TRUE;

  if (!write_some (self, G_MAXSIZE, error))
    return FALSE;
  fdatasync (self->descriptor);
  forget_pending (self);

  return TRUE;
}

/**
 * aft_journal_discard:
 * @self: a journal
 *
 * Forgets what was kept: it was saved, or is not wanted.
 */
void
aft_journal_discard (AftJournal *self)
{
  g_return_if_fail (AFT_IS_JOURNAL (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->span, span_free);
  forget_pending (self);
  g_string_truncate (self->line, 0);
  if (self->descriptor >= 0)
    {
      g_unlink (self->path);
      close (self->descriptor);
      self->descriptor = -1;
    }
  self->begun = FALSE;
  self->failed = FALSE;
}

/**
 * aft_journal_get_path:
 * @self: a journal
 *
 * Returns: (transfer none): where it is, once there was an edit
 */
const char *
aft_journal_get_path (AftJournal *self)
{
  return self->path;
}

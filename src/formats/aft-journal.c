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
#include "aft-journal.h"

/* Milliseconds between an edit and the disk. */
#define DELAY 400

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

  int          descriptor;
  guint        timeout;
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
append_member (GString    *line,
               const char *name,
               const char *text)
{
  g_string_append_printf (line, ", \"%s\": ", name);
  aft_document_write_text (text, line);
}

static void
append_place (GString        *line,
              const AftPlace *place)
{
  append_member (line, "parent", aft_item_get_id (place->parent));
  append_member (line, "list", aft_item_get_table (place->parent)->lists[place->list].name);
  g_string_append_printf (line, ", \"position\": %u", place->position);
}

static void
append_set (GString         *line,
            const AftChange *change,
            gboolean         forward)
{
  guint n_fields;
  const AftField *field = &aft_item_get_fields (change->item, &n_fields)[change->field];

  append_member (line, "field", field->name);
  if (aft_field_is_text (field))
    {
      const char *out = forward ? change->was.text : change->now.text;
      const char *in = forward ? change->now.text : change->was.text;

      g_string_append_printf (line, ", \"offset\": %" G_GSIZE_FORMAT ", \"remove\": %" G_GSIZE_FORMAT, change->offset,
                              out != NULL ? strlen (out) : 0);
      append_member (line, "insert", in != NULL ? in : "");
    }
  else
    {
      g_string_append (line, ", \"value\": ");
      aft_document_write_value (field, forward ? &change->now : &change->was, line);
    }
}

/* An item is written on one line: JSON needs no newlines, and texts have none. */
static void
append_item (GString *line,
             AftItem *item)
{
  g_autoptr(GString) json = g_string_new (NULL);

  aft_document_write_item (item, json, 0);
  for (gsize i = 0; i < json->len; i++)
    if (json->str[i] == '\n')
      json->str[i] = ' ';

  append_member (line, "class", aft_item_get_table (item)->name);
  g_string_append (line, ", \"item\": ");
  g_string_append_len (line, json->str, (gssize) json->len);
}

static void
history_changed_cb (AftJournal      *self,
                    const AftChange *change,
                    gboolean         forward)
{
  const AftPlace *to = forward ? &change->to : &change->from;
  GString *line = self->line;

  if (line->len > 0)
    g_string_append (line, ", ");

  if (change->kind == AFT_CHANGE_SET)
    {
      g_string_append (line, "{\"do\": \"set\"");
      append_member (line, "id", aft_item_get_id (change->item));
      append_set (line, change, forward);
    }
  else if (to->parent == NULL)
    {
      g_string_append (line, "{\"do\": \"remove\"");
      append_member (line, "id", aft_item_get_id (change->item));
    }
  else if (change->kind == AFT_CHANGE_MOVE)
    {
      g_string_append (line, "{\"do\": \"move\"");
      append_member (line, "id", aft_item_get_id (change->item));
      append_place (line, to);
    }
  else
    {
      g_string_append (line, "{\"do\": \"insert\"");
      append_place (line, to);
      append_item (line, change->item);
    }
  g_string_append_c (line, '}');
}

static gboolean
flush_cb (gpointer user_data)
{
  AftJournal *self = user_data;
  g_autoptr(GError) error = NULL;

  self->timeout = 0;
  if (!aft_journal_flush (self, &error) && !self->failed)
    {
      self->failed = TRUE;
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
    }

  return G_SOURCE_REMOVE;
}

static void
history_settled_cb (AftJournal *self)
{
  if (self->line->len == 0)
    return;

  g_string_append (self->pending, "{\"changes\": [");
  g_string_append_len (self->pending, self->line->str, (gssize) self->line->len);
  g_string_append (self->pending, "]}\n");
  g_string_truncate (self->line, 0);

  if (self->timeout == 0)
    self->timeout = g_timeout_add (DELAY, flush_cb, self);
}

static GString *
make_header (AftJournal *self)
{
  GString *header = g_string_new ("{\"afterword-journal\": 1");
  gsize length;
  const char *base = g_bytes_get_data (self->base, &length);
  g_autofree char *text = g_strndup (base, length);

  if (self->uri != NULL)
    append_member (header, "uri", self->uri);
  if (self->hash != NULL)
    append_member (header, "hash", self->hash);
  append_member (header, "title", aft_document_get_title (self->document));
  append_member (header, "base", text);
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
  g_autofree char *folder = NULL;

  g_return_val_if_fail (AFT_IS_JOURNAL (self), FALSE);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->pending->len == 0)
    return TRUE;

  folder = g_path_get_dirname (self->path);
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

  if (!write_all (self->descriptor, self->pending->str, self->pending->len, error))
    return FALSE;
  fdatasync (self->descriptor);
  g_string_truncate (self->pending, 0);

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
  g_string_truncate (self->pending, 0);
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

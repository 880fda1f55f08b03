/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-library"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "aft-chronology.h"
#include "aft-due.h"
#include "aft-library.h"

/* Of another layout than this the index is made anew: it can always be rebuilt. */
#define LAYOUT "1"

/**
 * AftLibrary:
 *
 * What is known of many documents without opening them: an index in SQLite, kept up to date when a
 * document is opened or saved. Losing it loses nothing.
 */
struct _AftLibrary
{
  GObject  parent_instance;

  /* Owned */
  sqlite3 *database;
};

G_DEFINE_FINAL_TYPE (AftLibrary, aft_library, G_TYPE_OBJECT)

G_DEFINE_QUARK (aft-library-error-quark, aft_library_error)

static const char schema[] =
  "CREATE TABLE IF NOT EXISTS document (id INTEGER PRIMARY KEY, uri TEXT UNIQUE NOT NULL, title TEXT NOT NULL,"
  " state INTEGER NOT NULL, dates TEXT, opened INTEGER NOT NULL);"
  "CREATE TABLE IF NOT EXISTS open_item (document INTEGER NOT NULL, due TEXT NOT NULL);"
  "CREATE INDEX IF NOT EXISTS open_item_document ON open_item (document);"
  "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');"
  "PRAGMA user_version = " LAYOUT ";";

static gboolean
fail (AftLibrary  *self,
      GError     **error)
{
  g_set_error (error, AFT_LIBRARY_ERROR, AFT_LIBRARY_ERROR_DATABASE, _("The list of documents can't be kept: %s"),
               sqlite3_errmsg (self->database));
  return FALSE;
}

static gboolean
run (AftLibrary  *self,
     const char  *sql,
     GError     **error)
{
  return sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK || fail (self, error);
}

static sqlite3_stmt *
prepare (AftLibrary  *self,
         const char  *sql,
         GError     **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK)
    fail (self, error);

  return statement;
}

static gboolean
finish (AftLibrary    *self,
        sqlite3_stmt  *statement,
        GError       **error)
{
  const int result = sqlite3_step (statement);

  sqlite3_finalize (statement);
  return result == SQLITE_DONE || result == SQLITE_ROW || fail (self, error);
}

static void
collect_words (AftItem  *item,
               gpointer  user_data)
{
  GString *words = user_data;
  guint n_fields;
  const AftField *fields = aft_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (aft_field_is_text (&fields[i]) && strcmp (fields[i].name, "data") != 0)
      {
        g_string_append (words, aft_item_get_text (item, i));
        g_string_append_c (words, '\n');
      }
}

typedef struct
{
  AftLibrary  *library;
  gint64       document;
  GError     **error;
  gboolean     done;
} ItemData;

static void
record_item (AftItem  *item,
             gpointer  user_data)
{
  ItemData *data = user_data;
  sqlite3_stmt *statement;

  if (!data->done || !AFT_IS_ACTION_ITEM (item) || aft_action_item_is_settled (AFT_ACTION_ITEM (item)))
    return;

  statement = prepare (data->library, "INSERT INTO open_item VALUES (?, ?)", data->error);
  data->done = statement != NULL;
  if (!data->done)
    return;
  sqlite3_bind_int64 (statement, 1, data->document);
  sqlite3_bind_text (statement, 2, aft_action_item_get_due (AFT_ACTION_ITEM (item)), -1, SQLITE_TRANSIENT);
  data->done = finish (data->library, statement, data->error);
}

/* From the first to the last event of the timeline itself. */
static char *
format_dates (AftDocument *document)
{
  g_autoptr(GPtrArray) events = aft_chronology_order (document);
  g_autofree char *zone_name = aft_chronology_get_zone_name (document);
  g_autoptr(GTimeZone) zone = aft_zone_new (zone_name);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      AftEvent *event = events->pdata[i];

      if (aft_event_is_lead_up (event) || aft_event_is_planned (event) || !aft_moment_is_known (aft_event_get_at (event)))
        continue;
      if (first == NULL)
        first = aft_moment_format (aft_event_get_at (event), zone, AFT_MOMENT_STYLE_DATE);
      g_free (last);
      last = aft_moment_format (aft_event_get_at (event), zone, AFT_MOMENT_STYLE_DATE);
    }

  if (first == NULL || strcmp (first, last) == 0)
    return g_steal_pointer (&first);

  /* Translators: from one date to another */
  return g_strdup_printf (_("%s – %s"), first, last);
}

static gboolean
record_row (AftLibrary   *self,
            AftDocument  *document,
            const char   *uri,
            gint64       *id,
            GError      **error)
{
  g_autofree char *dates = format_dates (document);
  sqlite3_stmt *statement =
    prepare (self,
             "INSERT INTO document (uri, title, state, dates, opened) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (uri) DO UPDATE"
             " SET title = ?2, state = ?3, dates = ?4, opened = ?5 RETURNING id",
             error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, uri, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, aft_document_get_title (document), -1, SQLITE_TRANSIENT);
  sqlite3_bind_int (statement, 3, aft_document_get_state (document));
  sqlite3_bind_text (statement, 4, dates, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 5, g_get_real_time ());
  if (sqlite3_step (statement) != SQLITE_ROW)
    {
      sqlite3_finalize (statement);
      return fail (self, error);
    }
  *id = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);

  return TRUE;
}

static gboolean
drop_details (AftLibrary  *self,
              gint64       id,
              GError     **error)
{
  static const char *const statements[] = { "DELETE FROM open_item WHERE document = ?", "DELETE FROM words WHERE rowid = ?" };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      sqlite3_stmt *statement = prepare (self, statements[i], error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, id);
      if (!finish (self, statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
record_all (AftLibrary   *self,
            AftDocument  *document,
            const char   *uri,
            GError      **error)
{
  g_autoptr(GString) words = g_string_new (NULL);
  ItemData data = { self, 0, error, TRUE };
  sqlite3_stmt *statement;

  if (!record_row (self, document, uri, &data.document, error) || !drop_details (self, data.document, error))
    return FALSE;

  aft_item_foreach (AFT_ITEM (document), record_item, &data);
  if (!data.done)
    return FALSE;

  aft_item_foreach (AFT_ITEM (document), collect_words, words);
  statement = prepare (self, "INSERT INTO words (rowid, text) VALUES (?, ?)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, data.document);
  sqlite3_bind_text (statement, 2, words->str, (int) words->len, SQLITE_TRANSIENT);

  return finish (self, statement, error);
}

/* Every word as a prefix, quoted so that nothing in it is a query of its own. */
static char *
make_query (const char *words)
{
  g_auto(GStrv) parts = g_strsplit_set (words, " \t\n", -1);
  g_autoptr(GString) query = g_string_new (NULL);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_auto(GStrv) pieces = g_strsplit (parts[i], "\"", -1);
      g_autofree char *quoted = g_strjoinv ("\"\"", pieces);

      if (parts[i][0] != '\0')
        g_string_append_printf (query, "%s\"%s\"*", query->len > 0 ? " " : "", quoted);
    }

  return query->len > 0 ? g_strdup (query->str) : NULL;
}

static AftLibraryEntry *
read_entry (sqlite3_stmt *statement)
{
  AftLibraryEntry *entry = g_new0 (AftLibraryEntry, 1);

  entry->uri = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  entry->title = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  entry->state = (AftDocumentState) sqlite3_column_int (statement, 2);
  entry->dates = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  entry->opened = sqlite3_column_int64 (statement, 4);
  entry->open = (guint) sqlite3_column_int (statement, 5);
  entry->overdue = (guint) sqlite3_column_int (statement, 6);

  return entry;
}

static gboolean
open_database (AftLibrary  *self,
               const char  *path,
               GError     **error)
{
  sqlite3_stmt *statement;
  int layout = 0;

  if (sqlite3_open (path, &self->database) != SQLITE_OK)
    return fail (self, error);
  sqlite3_busy_timeout (self->database, 2000);
  if (!run (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;", error))
    return FALSE;

  statement = prepare (self, "PRAGMA user_version", error);
  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) == SQLITE_ROW)
    layout = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);

  if (layout != 0 && layout != atoi (LAYOUT) &&
      !run (self, "DROP TABLE IF EXISTS document; DROP TABLE IF EXISTS open_item; DROP TABLE IF EXISTS words;", error))
    return FALSE;

  return run (self, schema, error);
}

static void
aft_library_finalize (GObject *object)
{
  sqlite3_close (AFT_LIBRARY (object)->database);

  G_OBJECT_CLASS (aft_library_parent_class)->finalize (object);
}

static void
aft_library_class_init (AftLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_library_finalize;
}

static void
aft_library_init (AftLibrary *self)
{
}

/**
 * aft_library_new:
 * @path: the index; ":memory:" for one that is not kept
 * @error: return location for an #AftLibraryError
 *
 * Returns: (transfer full): the library, or %NULL on error
 */
AftLibrary *
aft_library_new (const char  *path,
                 GError     **error)
{
  g_autoptr(AftLibrary) self = g_object_new (AFT_TYPE_LIBRARY, NULL);

  g_return_val_if_fail (path != NULL, NULL);

  return open_database (self, path, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * aft_library_record:
 * @self: a library
 * @document: a document that was opened or saved
 * @uri: where it is
 * @error: return location for an #AftLibraryError
 *
 * Returns: whether the index knows it now
 */
gboolean
aft_library_record (AftLibrary   *self,
                    AftDocument  *document,
                    const char   *uri,
                    GError      **error)
{
  g_return_val_if_fail (AFT_IS_LIBRARY (self) && AFT_IS_DOCUMENT (document) && uri != NULL, FALSE);

  if (!run (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (!record_all (self, document, uri, error))
    {
      sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }

  return run (self, "COMMIT", error);
}

/**
 * aft_library_forget:
 * @self: a library
 * @uri: where a document was
 * @error: return location for an #AftLibraryError
 *
 * Returns: whether the index doesn't know it any more
 */
gboolean
aft_library_forget (AftLibrary  *self,
                    const char  *uri,
                    GError     **error)
{
  static const char *const statements[] = {
    "DELETE FROM open_item WHERE document = (SELECT id FROM document WHERE uri = ?)",
    "DELETE FROM words WHERE rowid = (SELECT id FROM document WHERE uri = ?)",
    "DELETE FROM document WHERE uri = ?",
  };

  g_return_val_if_fail (AFT_IS_LIBRARY (self) && uri != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      sqlite3_stmt *statement = prepare (self, statements[i], error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_text (statement, 1, uri, -1, SQLITE_TRANSIENT);
      if (!finish (self, statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * aft_library_list:
 * @self: a library
 * @words: (nullable): beginnings of words that all stand in the document
 * @today: the present day
 * @error: return location for an #AftLibraryError
 *
 * Returns: (transfer full) (element-type AftLibraryEntry): what was opened last comes first; %NULL
 *   on error
 */
GPtrArray *
aft_library_list (AftLibrary   *self,
                  const char   *words,
                  const GDate  *today,
                  GError      **error)
{
  g_autofree char *query = words != NULL ? make_query (words) : NULL;
  g_autofree char *day = NULL;
  GPtrArray *entries;
  sqlite3_stmt *statement;

  g_return_val_if_fail (AFT_IS_LIBRARY (self), NULL);

  statement = prepare (self,
                       "SELECT uri, title, state, dates, opened,"
                       " (SELECT count (*) FROM open_item WHERE document = id),"
                       " (SELECT count (*) FROM open_item WHERE document = id AND due GLOB '[0-9][0-9][0-9][0-9]-*' AND due < ?1)"
                       " FROM document WHERE ?2 IS NULL OR id IN (SELECT rowid FROM words WHERE words MATCH ?2)"
                       " ORDER BY opened DESC LIMIT 200",
                       error);
  if (statement == NULL)
    return NULL;

  day = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (today), g_date_get_month (today), g_date_get_day (today));
  sqlite3_bind_text (statement, 1, day, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, query, -1, SQLITE_TRANSIENT);

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_library_entry_free);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (entries, read_entry (statement));
  sqlite3_finalize (statement);

  return entries;
}

/**
 * aft_library_entry_free:
 * @self: (transfer full): an entry
 */
void
aft_library_entry_free (AftLibraryEntry *self)
{
  g_free (self->uri);
  g_free (self->title);
  g_free (self->dates);
  g_free (self);
}

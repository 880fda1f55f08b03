/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "aft-chronology.h"
#include "aft-journal.h"
#include "aft-session.h"

/**
 * AftSession:
 *
 * A document that is open: where it is saved, its journal, and what its pages tell one another.
 * The pages of a window share one session and never look each other up.
 */
struct _AftSession
{
  GObject       parent_instance;

  /* Owned */
  AftDocument  *document;
  AftJournal   *journal;
  GFile        *file;
  AftFileState *state;
  GTimeZone    *zone;
  char         *zone_name;
  char         *recovered;

  guint64       saving_state;
  gboolean      checking;
  gboolean      presenting;
};

G_DEFINE_FINAL_TYPE (AftSession, aft_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FILE,
  PROP_ZONE,
  PROP_PRESENTING,
  N_PROPS
};

enum
{
  SIGNAL_SHOW_ITEM,
  SIGNAL_MESSAGE,
  SIGNAL_CHANGED_UNDERNEATH,
  SIGNAL_JOURNAL_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_zone (AftSession *self)
{
  g_autofree char *name = aft_chronology_get_zone_name (self->document);

  if (g_strcmp0 (name, self->zone_name) == 0)
    return;

  g_free (self->zone_name);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = aft_zone_new (name);
  self->zone_name = g_steal_pointer (&name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE]);
}

static void
journal_failed_cb (AftSession *self,
                   const char *message)
{
  g_signal_emit (self, signals[SIGNAL_JOURNAL_FAILED], 0, message);
}

static void
forget_recovered (AftSession *self)
{
  if (self->recovered != NULL)
    g_unlink (self->recovered);
  g_clear_pointer (&self->recovered, g_free);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(AftSession) self = user_data;
  g_autoptr(GError) error = NULL;

  self->checking = FALSE;
  if (!aft_document_file_check_finish (result, &error) && g_error_matches (error, AFT_FILE_ERROR, AFT_FILE_ERROR_CHANGED))
    g_signal_emit (self, signals[SIGNAL_CHANGED_UNDERNEATH], 0, error->message);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  AftSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  AftFileState *state = aft_document_file_save_finish (result, &error);
  g_autofree char *uri = NULL;

  if (state == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_clear_pointer (&self->state, aft_file_state_free);
  self->state = state;
  g_set_object (&self->file, G_FILE (g_task_get_task_data (task)));
  uri = g_file_get_uri (self->file);
  aft_history_mark_saved (aft_document_get_history (self->document), self->saving_state);
  /* What was typed meanwhile is only in the journal. */
  if (!aft_history_is_modified (aft_document_get_history (self->document)))
    {
      aft_journal_restart (self->journal, uri, state->hash);
      forget_recovered (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);

  g_task_return_boolean (task, TRUE);
}

static void
aft_session_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AftSession *self = AFT_SESSION (object);

  switch (property_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_ZONE:
      g_value_set_string (value, self->zone_name);
      break;
    case PROP_PRESENTING:
      g_value_set_boolean (value, self->presenting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_session_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  AftSession *self = AFT_SESSION (object);

  if (property_id != PROP_PRESENTING)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }
  if (self->presenting == g_value_get_boolean (value))
    return;

  self->presenting = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
aft_session_dispose (GObject *object)
{
  AftSession *self = AFT_SESSION (object);

  g_clear_object (&self->journal);

  G_OBJECT_CLASS (aft_session_parent_class)->dispose (object);
}

static void
aft_session_finalize (GObject *object)
{
  AftSession *self = AFT_SESSION (object);

  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_clear_pointer (&self->state, aft_file_state_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->zone_name);
  g_free (self->recovered);

  G_OBJECT_CLASS (aft_session_parent_class)->finalize (object);
}

static void
aft_session_class_init (AftSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = aft_session_dispose;
  object_class->finalize = aft_session_finalize;
  object_class->get_property = aft_session_get_property;
  object_class->set_property = aft_session_set_property;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * AftSession:zone:
   *
   * The IANA name of the zone in which times are shown.
   */
  properties[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * AftSession:presenting:
   *
   * Whether a page has the whole screen to itself, for a projector.
   */
  properties[PROP_PRESENTING] = g_param_spec_boolean ("presenting", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AftSession::show-item:
   * @item: what to show
   *
   * Something leads to an item: the window opens its page, and the page shows its place.
   */
  signals[SIGNAL_SHOW_ITEM] = g_signal_new ("show-item", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, AFT_TYPE_ITEM);
  /**
   * AftSession::message:
   * @message: a short sentence
   * @undoable: whether to offer undo
   */
  signals[SIGNAL_MESSAGE] = g_signal_new ("message", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * AftSession::changed-underneath:
   * @message: what happened, for people
   */
  signals[SIGNAL_CHANGED_UNDERNEATH] = g_signal_new ("changed-underneath", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * AftSession::journal-failed:
   * @message: what happened, for people
   */
  signals[SIGNAL_JOURNAL_FAILED] = g_signal_new ("journal-failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
aft_session_init (AftSession *self)
{
}

/**
 * aft_session_dup_journal_folder:
 *
 * Returns: (transfer full): the path of the folder where crash journals are kept
 */
char *
aft_session_dup_journal_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "afterword", "journals", NULL);
}

/**
 * aft_session_new:
 * @document: a document
 * @file: (nullable): where it is saved
 * @state: (nullable): what the file was when it was read
 *
 * Returns: (transfer full): a session of it
 */
AftSession *
aft_session_new (AftDocument        *document,
                 GFile              *file,
                 const AftFileState *state)
{
  AftSession *self = g_object_new (AFT_TYPE_SESSION, NULL);
  g_autofree char *folder = aft_session_dup_journal_folder ();
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  self->document = g_object_ref (document);
  g_set_object (&self->file, file);
  self->state = aft_file_state_copy (state);
  self->journal = aft_journal_new (document, folder, uri, state != NULL ? state->hash : NULL);
  g_signal_connect_object (self->journal, "failed", G_CALLBACK (journal_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::zone", G_CALLBACK (update_zone), self, G_CONNECT_SWAPPED);
  update_zone (self);

  return self;
}

/**
 * aft_session_get_document:
 * @self: a session
 *
 * Returns: (transfer none): its document
 */
AftDocument *
aft_session_get_document (AftSession *self)
{
  g_return_val_if_fail (AFT_IS_SESSION (self), NULL);

  return self->document;
}

/**
 * aft_session_get_history:
 * @self: a session
 *
 * Returns: (transfer none): the history of its document
 */
AftHistory *
aft_session_get_history (AftSession *self)
{
  g_return_val_if_fail (AFT_IS_SESSION (self), NULL);

  return aft_document_get_history (self->document);
}

/**
 * aft_session_get_file:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): where it is saved
 */
GFile *
aft_session_get_file (AftSession *self)
{
  g_return_val_if_fail (AFT_IS_SESSION (self), NULL);

  return self->file;
}

/**
 * aft_session_dup_title:
 * @self: a session
 *
 * Returns: (transfer full): what to call it in a title bar
 */
char *
aft_session_dup_title (AftSession *self)
{
  const char *title = aft_document_get_title (self->document);

  if (title[0] != '\0')
    return g_strdup (title);
  if (self->file != NULL)
    return g_file_get_basename (self->file);

  return g_strdup (_("Untitled Postmortem"));
}

/**
 * aft_session_dup_folder:
 * @self: a session
 *
 * Returns: (transfer full): the folder it is in, for people
 */
char *
aft_session_dup_folder (AftSession *self)
{
  g_autoptr(GFile) folder = self->file != NULL ? g_file_get_parent (self->file) : NULL;
  g_autofree char *path = NULL;
  const char *home = g_get_home_dir ();

  if (folder == NULL)
    return g_strdup (_("Not saved yet"));

  path = g_file_get_parse_name (folder);
  if (g_str_has_prefix (path, home) && (path[strlen (home)] == '/' || path[strlen (home)] == '\0'))
    return g_strconcat ("~", path + strlen (home), NULL);

  return g_steal_pointer (&path);
}

/**
 * aft_session_get_zone:
 * @self: a session
 *
 * Returns: (transfer none): the zone in which times are shown
 */
GTimeZone *
aft_session_get_zone (AftSession *self)
{
  return self->zone;
}

/**
 * aft_session_get_zone_name:
 * @self: a session
 *
 * Returns: (transfer none): its IANA name
 */
const char *
aft_session_get_zone_name (AftSession *self)
{
  return self->zone_name;
}

/**
 * aft_session_keep_recovered:
 * @self: a session
 * @journal: the path of a journal from which the document was recovered
 *
 * Keeps that journal until the document is saved or given up.
 */
void
aft_session_keep_recovered (AftSession *self,
                            const char *journal)
{
  g_free (self->recovered);
  self->recovered = g_strdup (journal);
}

/**
 * aft_session_forget:
 * @self: a session
 *
 * The user gives up what isn't saved.
 */
void
aft_session_forget (AftSession *self)
{
  g_return_if_fail (AFT_IS_SESSION (self));

  aft_journal_discard (self->journal);
  forget_recovered (self);
}

/**
 * aft_session_save_async:
 * @self: a session
 * @file: where to save
 * @overwrite: whether what another program wrote there is replaced
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
aft_session_save_async (AftSession          *self,
                        GFile               *file,
                        gboolean             overwrite,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  const gboolean same = self->file != NULL && g_file_equal (self->file, file);

  g_task_set_source_tag (task, aft_session_save_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  aft_history_commit (aft_document_get_history (self->document));
  aft_history_break (aft_document_get_history (self->document));
  self->saving_state = aft_history_get_state (aft_document_get_history (self->document));
  aft_document_file_save_async (self->document, file, same && !overwrite ? self->state : NULL, cancellable, saved_cb, task);
}

/**
 * aft_session_save_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for a #GError, see aft_document_file_store()
 *
 * Returns: whether it was saved
 */
gboolean
aft_session_save_finish (AftSession    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * aft_session_check:
 * @self: a session
 *
 * Looks whether another program changed the file.
 */
void
aft_session_check (AftSession *self)
{
  g_return_if_fail (AFT_IS_SESSION (self));

  if (self->file == NULL || self->state == NULL || self->checking)
    return;

  self->checking = TRUE;
  aft_document_file_check_async (self->file, self->state, NULL, checked_cb, g_object_ref (self));
}

/**
 * aft_session_show_item:
 * @self: a session
 * @item: an item of the document
 *
 * Leads the user to the place of an item.
 */
void
aft_session_show_item (AftSession *self,
                       AftItem    *item)
{
  g_return_if_fail (AFT_IS_SESSION (self) && AFT_IS_ITEM (item));

  g_signal_emit (self, signals[SIGNAL_SHOW_ITEM], 0, item);
}

/**
 * aft_session_tell:
 * @self: a session
 * @message: a short sentence, plain text
 * @undoable: whether to offer undo
 *
 * Tells the user something in passing.
 */
void
aft_session_tell (AftSession *self,
                  const char *message,
                  gboolean    undoable)
{
  g_return_if_fail (AFT_IS_SESSION (self));

  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, message, undoable);
}

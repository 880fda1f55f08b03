/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include "aft-document-private.h"
#include "aft-history-private.h"
#include "aft-item-private.h"

/* How much undone and undoable work is kept, in bytes. */
#define DEFAULT_LIMIT (64 * 1024 * 1024)

/* The serial of a state that is never reached. */
#define NO_STATE G_MAXUINT64

/**
 * AftHistory:
 *
 * The one way in which a document changes: four changes, each with its inverse, gathered into
 * transactions that are undone and redone as one. While it applies or tells of a change, every
 * other write is refused.
 */
G_DEFINE_FINAL_TYPE (AftHistory, aft_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_MODIFIED,
  N_PROPS
};

enum
{
  SIGNAL_COMMIT,
  SIGNAL_CHANGED,
  SIGNAL_SETTLED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
notify_state (AftHistory *self)
{
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

gboolean
aft_history_can_write (AftHistory *self)
{
  return self->blocked == 0 && !self->read_only;
}

void
aft_history_apply (AftHistory *self,
                   AftChange  *change,
                   gboolean    forward)
{
  self->blocked++;
  aft_change_apply (change, forward);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, change, forward);
  self->blocked--;
}

static void
tell_settled (AftHistory *self)
{
  self->blocked++;
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
  notify_state (self);
  aft_document_emit_edited (self->document);
  self->blocked--;
}

static void
drop (AftHistory *self,
      GQueue     *queue)
{
  AftTransaction *transaction;

  while ((transaction = g_queue_pop_head (queue)) != NULL)
    {
      self->size -= transaction->size;
      aft_transaction_free (transaction);
    }
}

static void
keep_limit (AftHistory *self)
{
  while (self->size > self->limit && self->undo.length > 1)
    {
      AftTransaction *oldest = g_queue_pop_head (&self->undo);

      self->size -= oldest->size;
      self->oldest_state = oldest->serial;
      aft_transaction_free (oldest);
    }
}

void
aft_history_close (AftHistory *self)
{
  AftTransaction *last;
  AftTransaction *transaction = g_steal_pointer (&self->open);

  self->implicit = FALSE;

  if (transaction->changes->len == 0)
    {
      aft_transaction_free (transaction);
      return;
    }

  drop (self, &self->redo);
  aft_transaction_weigh (transaction);
  last = g_queue_peek_tail (&self->undo);
  self->size += transaction->size;

  if (last != NULL && !self->broken && last->serial != self->saved_state && aft_transaction_absorb (last, transaction))
    aft_transaction_free (transaction);
  else
    g_queue_push_tail (&self->undo, transaction);
  self->broken = FALSE;

  keep_limit (self);
  tell_settled (self);
}

static void
aft_history_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AftHistory *self = AFT_HISTORY (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, aft_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, aft_history_can_redo (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, aft_history_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, aft_history_get_redo_name (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, aft_history_is_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_history_finalize (GObject *object)
{
  AftHistory *self = AFT_HISTORY (object);

  drop (self, &self->undo);
  drop (self, &self->redo);
  g_clear_pointer (&self->open, aft_transaction_free);

  G_OBJECT_CLASS (aft_history_parent_class)->finalize (object);
}

static void
aft_history_class_init (AftHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = aft_history_finalize;
  object_class->get_property = aft_history_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AftHistory::commit:
   *
   * Editors hand in what is typed but not yet recorded: an undo, redo, removal, save or close
   * follows.
   */
  signals[SIGNAL_COMMIT] =
    g_signal_new ("commit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AftHistory::changed:
   * @change: (type gpointer): an #AftChange that was just applied
   * @forward: %FALSE where it was taken back
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                  G_TYPE_POINTER, G_TYPE_BOOLEAN);

  /**
   * AftHistory::settled:
   *
   * A transaction, an undo or a redo is complete.
   */
  signals[SIGNAL_SETTLED] =
    g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_history_init (AftHistory *self)
{
  self->limit = DEFAULT_LIMIT;
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
}

AftHistory *
aft_history_new (AftDocument *document)
{
  AftHistory *self = g_object_new (AFT_TYPE_HISTORY, NULL);

  self->document = document;

  return self;
}

guint64
aft_history_next_serial (AftHistory *self)
{
  return ++self->last_serial;
}

void
aft_history_block (AftHistory *self)
{
  self->blocked++;
}

void
aft_history_unblock (AftHistory *self)
{
  g_assert (self->blocked > 0);

  self->blocked--;
}

/* A plain set of properties is over. */
void
aft_history_settle (AftHistory *self)
{
  if (self->implicit && self->blocked == 0)
    aft_history_close (self);
}

/**
 * aft_history_begin:
 * @self: a history
 * @name: what the user does, translated, such as "Move Event"
 *
 * Begins a transaction. May be nested; the outermost gives the name.
 */
void
aft_history_begin (AftHistory *self,
                   const char *name)
{
  g_return_if_fail (AFT_IS_HISTORY (self));
  g_return_if_fail (!self->implicit);

  if (self->depth++ == 0)
    self->open = aft_transaction_new (name, aft_history_next_serial (self));
}

/**
 * aft_history_end:
 * @self: a history
 *
 * Ends a transaction. One without a change leaves no trace.
 */
void
aft_history_end (AftHistory *self)
{
  g_return_if_fail (AFT_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth == 0)
    aft_history_close (self);
}

/**
 * aft_history_abandon:
 * @self: a history
 *
 * Ends a transaction and takes everything in it back.
 */
void
aft_history_abandon (AftHistory *self)
{
  guint n_changes;

  g_return_if_fail (AFT_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  n_changes = self->open->changes->len;
  for (guint i = n_changes; i > 0; i--)
    aft_history_apply (self, self->open->changes->pdata[i - 1], FALSE);
  g_ptr_array_set_size (self->open->changes, 0);
  aft_history_end (self);
  /* Who followed what was taken back has to hear that it is over. */
  if (n_changes > 0 && self->open == NULL)
    tell_settled (self);
}

static gboolean
step (AftHistory *self,
      GQueue     *from,
      GQueue     *to,
      gboolean    forward)
{
  AftTransaction *transaction;

  if (!aft_history_can_write (self) || self->open != NULL)
    return FALSE;

  aft_history_commit (self);
  transaction = g_queue_pop_tail (from);
  if (transaction == NULL)
    return FALSE;

  for (guint i = 0; i < transaction->changes->len; i++)
    aft_history_apply (self, transaction->changes->pdata[forward ? i : transaction->changes->len - i - 1], forward);

  g_queue_push_tail (to, transaction);
  self->broken = TRUE;
  tell_settled (self);

  return TRUE;
}

/**
 * aft_history_undo:
 * @self: a history
 *
 * Returns: %FALSE where there is nothing to undo, or the write is refused
 */
gboolean
aft_history_undo (AftHistory *self)
{
  g_return_val_if_fail (AFT_IS_HISTORY (self), FALSE);

  return step (self, &self->undo, &self->redo, FALSE);
}

/**
 * aft_history_redo:
 * @self: a history
 *
 * Returns: %FALSE where there is nothing to redo, or the write is refused
 */
gboolean
aft_history_redo (AftHistory *self)
{
  g_return_val_if_fail (AFT_IS_HISTORY (self), FALSE);

  return step (self, &self->redo, &self->undo, TRUE);
}

/**
 * aft_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is something to undo
 */
gboolean
aft_history_can_undo (AftHistory *self)
{
  return self->undo.length > 0 && !self->read_only;
}

/**
 * aft_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is something to redo
 */
gboolean
aft_history_can_redo (AftHistory *self)
{
  return self->redo.length > 0 && !self->read_only;
}

/**
 * aft_history_get_undo_name:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): the name of what would be undone
 */
const char *
aft_history_get_undo_name (AftHistory *self)
{
  AftTransaction *last = g_queue_peek_tail (&self->undo);

  return last != NULL ? last->name : NULL;
}

/**
 * aft_history_get_redo_name:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): the name of what would be redone
 */
const char *
aft_history_get_redo_name (AftHistory *self)
{
  AftTransaction *last = g_queue_peek_tail (&self->redo);

  return last != NULL ? last->name : NULL;
}

/**
 * aft_history_is_modified:
 * @self: a history
 *
 * Returns: whether the document differs from what was saved
 */
gboolean
aft_history_is_modified (AftHistory *self)
{
  return aft_history_get_state (self) != self->saved_state;
}

/**
 * aft_history_get_state:
 * @self: a history
 *
 * Returns: a number that names the state in which the document is; undoing comes back to it
 */
guint64
aft_history_get_state (AftHistory *self)
{
  AftTransaction *last;

  g_return_val_if_fail (AFT_IS_HISTORY (self), NO_STATE);

  last = g_queue_peek_tail (&self->undo);

  return last != NULL ? last->serial : self->oldest_state;
}

/**
 * aft_history_mark_saved:
 * @self: a history
 * @state: the state that was saved
 *
 * Says which state stands in the file. What was typed while it was being written is not in it.
 */
void
aft_history_mark_saved (AftHistory *self,
                        guint64     state)
{
  g_return_if_fail (AFT_IS_HISTORY (self));

  self->saved_state = state;
  self->broken = TRUE;
  notify_state (self);
}

/**
 * aft_history_mark_modified:
 * @self: a history
 *
 * The document differs from its file, whatever is undone.
 */
void
aft_history_mark_modified (AftHistory *self)
{
  g_return_if_fail (AFT_IS_HISTORY (self));

  self->saved_state = NO_STATE;
  notify_state (self);
}

/**
 * aft_history_commit:
 * @self: a history
 *
 * Asks editors to hand in what is typed but not yet recorded.
 */
void
aft_history_commit (AftHistory *self)
{
  g_return_if_fail (AFT_IS_HISTORY (self));

  g_signal_emit (self, signals[SIGNAL_COMMIT], 0);
}

/**
 * aft_history_break:
 * @self: a history
 *
 * What is typed next is another edit.
 */
void
aft_history_break (AftHistory *self)
{
  g_return_if_fail (AFT_IS_HISTORY (self));

  self->broken = TRUE;
}

/**
 * aft_history_is_busy:
 * @self: a history
 *
 * Returns: whether it applies or tells of a change, so that writes are refused
 */
gboolean
aft_history_is_busy (AftHistory *self)
{
  return self->blocked > 0;
}

/**
 * aft_history_is_read_only:
 * @self: a history
 *
 * Returns: whether all writes are refused
 */
gboolean
aft_history_is_read_only (AftHistory *self)
{
  return self->read_only;
}

/**
 * aft_history_set_read_only:
 * @self: a history
 * @read_only: whether to refuse all writes
 */
void
aft_history_set_read_only (AftHistory *self,
                           gboolean    read_only)
{
  g_return_if_fail (AFT_IS_HISTORY (self));

  self->read_only = read_only;
  notify_state (self);
}

/**
 * aft_history_set_limit:
 * @self: a history
 * @bytes: how much to keep, about
 *
 * The last transaction is always kept.
 */
void
aft_history_set_limit (AftHistory *self,
                       gsize       bytes)
{
  g_return_if_fail (AFT_IS_HISTORY (self));

  self->limit = bytes;
  keep_limit (self);
}

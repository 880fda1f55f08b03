/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <string.h>

#include "aft-transaction.h"

/* Typing after a longer pause is another edit, and so is typing that has gone on for as long. */
#define TYPING_SPAN G_USEC_PER_SEC

/* A word ends where a blank is followed by something else. */
static gboolean
ends_word (const AftChange *last,
           const AftChange *next)
{
  const char *typed = last->now.text;
  const char *typing = next->now.text;

  return typed != NULL && typing != NULL && typed[0] != '\0' &&
         g_ascii_isspace (typed[strlen (typed) - 1]) && !g_ascii_isspace (typing[0]);
}

/**
 * aft_transaction_new:
 * @name: what the user does, translated
 * @serial: a number never used before
 *
 * Returns: (transfer full): an empty transaction
 */
AftTransaction *
aft_transaction_new (const char *name,
                     guint64     serial)
{
  AftTransaction *self = g_new0 (AftTransaction, 1);

  self->name = g_strdup (name);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_change_free);
  self->serial = serial;
  self->started = g_get_monotonic_time ();

  return self;
}

/**
 * aft_transaction_free:
 * @self: (transfer full): a transaction
 */
void
aft_transaction_free (AftTransaction *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * aft_transaction_weigh:
 * @self: a transaction that is complete
 *
 * Finds out how much it keeps alive.
 */
void
aft_transaction_weigh (AftTransaction *self)
{
  self->size = sizeof *self;
  for (guint i = 0; i < self->changes->len; i++)
    self->size += aft_change_get_size (self->changes->pdata[i]);
}

/**
 * aft_transaction_absorb:
 * @self: the last transaction
 * @next: the one after it
 *
 * Joins typing that goes on where it was, within a second, up to the end of a word.
 *
 * Returns: whether @self now stands for both
 */
gboolean
aft_transaction_absorb (AftTransaction       *self,
                        const AftTransaction *next)
{
  AftChange *last_change;

  if (!self->typing || !next->typing || next->started - self->started > TYPING_SPAN)
    return FALSE;

  last_change = self->changes->pdata[0];
  if (ends_word (last_change, next->changes->pdata[0]) ||
      !aft_change_merge (last_change, next->changes->pdata[0]))
    return FALSE;

  self->size += next->size;
  self->serial = next->serial;

  return TRUE;
}

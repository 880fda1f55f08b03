/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"

G_BEGIN_DECLS

#define AFT_TYPE_JOURNAL (aft_journal_get_type ())

G_DECLARE_FINAL_TYPE (AftJournal, aft_journal, AFT, JOURNAL, GObject)

AftJournal  *aft_journal_new        (AftDocument  *document,
                                     const char   *folder,
                                     const char   *uri,
                                     const char   *hash) G_GNUC_WARN_UNUSED_RESULT;
void         aft_journal_restart    (AftJournal   *self,
                                     const char   *uri,
                                     const char   *hash);
gboolean     aft_journal_flush      (AftJournal   *self,
                                     GError      **error);
void         aft_journal_discard    (AftJournal   *self);
const char  *aft_journal_get_path   (AftJournal   *self);

/**
 * AftRecovery:
 * @path: the journal
 * @uri: (nullable): the file that was edited
 * @hash: (nullable): the SHA-256 that the file had when the journal began
 * @title: the title at that time
 * @document: the document as it was last, modified
 *
 * What a journal without an owner holds.
 */
typedef struct
{
  char        *path;
  char        *uri;
  char        *hash;
  char        *title;
  AftDocument *document;
} AftRecovery;

void         aft_recovery_free      (AftRecovery  *self);
GPtrArray   *aft_journal_find_left  (const char   *folder);
AftRecovery *aft_journal_recover    (const char   *path,
                                     GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftRecovery, aft_recovery_free)

G_END_DECLS

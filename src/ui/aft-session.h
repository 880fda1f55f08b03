/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document-file.h"
#include "aft-document.h"

G_BEGIN_DECLS

#define AFT_TYPE_SESSION (aft_session_get_type ())

G_DECLARE_FINAL_TYPE (AftSession, aft_session, AFT, SESSION, GObject)

AftSession  *aft_session_new            (AftDocument         *document,
                                         GFile               *file,
                                         const AftFileState  *state) G_GNUC_WARN_UNUSED_RESULT;
AftDocument *aft_session_get_document   (AftSession          *self);
AftHistory  *aft_session_get_history    (AftSession          *self);
GFile       *aft_session_get_file       (AftSession          *self);
char        *aft_session_dup_title      (AftSession          *self);
char        *aft_session_dup_folder     (AftSession          *self);
GTimeZone   *aft_session_get_zone       (AftSession          *self);
const char  *aft_session_get_zone_name  (AftSession          *self);
void         aft_session_keep_recovered (AftSession          *self,
                                         const char          *journal);
void         aft_session_forget         (AftSession          *self);
void         aft_session_save_async     (AftSession          *self,
                                         GFile               *file,
                                         gboolean             overwrite,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean     aft_session_save_finish    (AftSession          *self,
                                         GAsyncResult        *result,
                                         GError             **error);
void         aft_session_check          (AftSession          *self);
void         aft_session_show_item      (AftSession          *self,
                                         AftItem             *item);
void         aft_session_tell           (AftSession          *self,
                                         const char          *message,
                                         gboolean             undoable);
char        *aft_session_dup_journal_folder (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document-reader.h"

G_BEGIN_DECLS

/**
 * AftFileError:
 * @AFT_FILE_ERROR_CHANGED: somebody else changed the file since it was opened or saved
 * @AFT_FILE_ERROR_TOO_LARGE: the file is larger than a document may be
 *
 * Why a file could not be opened or saved, beside what GIO says.
 */
typedef enum
{
  AFT_FILE_ERROR_CHANGED,
  AFT_FILE_ERROR_TOO_LARGE,
} AftFileError;

#define AFT_FILE_ERROR (aft_file_error_quark ())
GQuark aft_file_error_quark (void);

/**
 * AftFileState:
 * @etag: (nullable): what the file system says of the version
 * @hash: (nullable): the SHA-256 of the content
 *
 * By what a change underneath is noticed: an etag changes with a mere touch, so both decide.
 */
typedef struct
{
  char *etag;
  char *hash;
} AftFileState;

AftFileState *aft_file_state_copy             (const AftFileState   *self);
void          aft_file_state_free             (AftFileState         *self);

void          aft_document_file_load_async    (GFile                *file,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
AftDocument  *aft_document_file_load_finish   (GAsyncResult         *result,
                                               AftFileState        **state,
                                               GPtrArray           **problems,
                                               GError              **error);
void          aft_document_file_save_async    (AftDocument          *document,
                                               GFile                *file,
                                               const AftFileState   *expected,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
AftFileState *aft_document_file_save_finish   (GAsyncResult         *result,
                                               GError              **error);
void          aft_document_file_check_async   (GFile                *file,
                                               const AftFileState   *expected,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean      aft_document_file_check_finish  (GAsyncResult         *result,
                                               GError              **error);

AftDocument  *aft_document_file_load          (GFile                *file,
                                               GCancellable         *cancellable,
                                               AftFileState        **state,
                                               GPtrArray           **problems,
                                               GError              **error);
AftFileState *aft_document_file_store         (GBytes               *bytes,
                                               GFile                *file,
                                               const AftFileState   *expected,
                                               GCancellable         *cancellable,
                                               GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftFileState, aft_file_state_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"
#include "aft-json-index.h"

G_BEGIN_DECLS

/**
 * AftReadError:
 * @AFT_READ_ERROR_NOT_A_DOCUMENT: it is JSON, but no document of Afterword
 * @AFT_READ_ERROR_TOO_DEEP: items nest deeper than this program can keep
 *
 * Why JSON is not a document. Errors of the JSON itself are of #AftJsonError.
 */
typedef enum
{
  AFT_READ_ERROR_NOT_A_DOCUMENT,
  AFT_READ_ERROR_TOO_DEEP,
} AftReadError;

#define AFT_READ_ERROR (aft_read_error_quark ())
GQuark aft_read_error_quark (void);

/**
 * AftReadProblem:
 * @line: counted from 1
 * @column: in characters, counted from 1
 * @message: what is wrong, and what was done about it
 *
 * Something that is wrong in a file but doesn't keep it from being opened.
 */
typedef struct
{
  guint  line;
  guint  column;
  char  *message;
} AftReadProblem;

AftDocument *aft_document_read       (GBytes        *bytes,
                                      GPtrArray    **problems,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     aft_document_read_value (AftJsonIndex   *index,
                                      guint32         node,
                                      const AftField *field,
                                      AftValue       *value);
AftItem     *aft_document_read_item  (AftJsonIndex   *index,
                                      guint32         node,
                                      GType           type,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

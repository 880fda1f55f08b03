/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"

G_BEGIN_DECLS

/**
 * AFT_DOCUMENT_VERSION:
 *
 * The version of the file format that this program writes.
 */
#define AFT_DOCUMENT_VERSION 1

GBytes *aft_document_write       (AftDocument    *document) G_GNUC_WARN_UNUSED_RESULT;
void    aft_document_write_item  (AftItem        *item,
                                  GString        *json,
                                  guint           indent);
void    aft_document_write_value (const AftField *field,
                                  const AftValue *value,
                                  GString        *json);
void    aft_document_write_text  (const char     *text,
                                  GString        *json);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AFT_JSON_MAX_DEPTH:
 *
 * How deep the JSON of a document may nest: two levels for each level of items, and some for what the
 * fields of an item hold.
 */
#define AFT_JSON_MAX_DEPTH 264

/**
 * AFT_JSON_DEEPEST:
 *
 * How deep any JSON may nest that is read here; some holds items deeper than a document does.
 */
#define AFT_JSON_DEEPEST (AFT_JSON_MAX_DEPTH + 16)

/**
 * AFT_JSON_MAX_SIZE:
 *
 * How large the JSON of a document may be, in bytes.
 */
#define AFT_JSON_MAX_SIZE (256 * 1024 * 1024)

/**
 * AftJsonError:
 * @AFT_JSON_ERROR_ENCODING: it is not UTF-8
 * @AFT_JSON_ERROR_SYNTAX: something else was expected
 * @AFT_JSON_ERROR_DEPTH: it nests too deep
 * @AFT_JSON_ERROR_SIZE: it is too large
 * @AFT_JSON_ERROR_DUPLICATE: an object has a member twice
 * @AFT_JSON_ERROR_NUMBER: a number is no whole number, or too large
 * @AFT_JSON_ERROR_TEXT: a text holds what no text may hold
 *
 * Why bytes are not the JSON that a document is written in.
 */
typedef enum
{
  AFT_JSON_ERROR_ENCODING,
  AFT_JSON_ERROR_SYNTAX,
  AFT_JSON_ERROR_DEPTH,
  AFT_JSON_ERROR_SIZE,
  AFT_JSON_ERROR_DUPLICATE,
  AFT_JSON_ERROR_NUMBER,
  AFT_JSON_ERROR_TEXT,
} AftJsonError;

#define AFT_JSON_ERROR (aft_json_error_quark ())
GQuark aft_json_error_quark (void);

typedef enum
{
  AFT_JSON_OBJECT,
  AFT_JSON_ARRAY,
  AFT_JSON_STRING,
  AFT_JSON_INTEGER,
  AFT_JSON_TRUE,
  AFT_JSON_FALSE,
  AFT_JSON_NULL,
} AftJsonType;

/**
 * AFT_JSON_NONE:
 *
 * No node.
 */
#define AFT_JSON_NONE G_MAXUINT32

/**
 * AftJsonIndex:
 *
 * Strict JSON, and where everything stands in it: every value is a node, known by its number. The
 * root object is node 0.
 */
typedef struct _AftJsonIndex AftJsonIndex;

AftJsonIndex *aft_json_index_new         (GBytes        *bytes,
                                          guint          max_depth,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          aft_json_index_free        (AftJsonIndex  *self);
AftJsonType   aft_json_index_get_type    (AftJsonIndex  *self,
                                          guint32        node);
guint32       aft_json_index_get_first   (AftJsonIndex  *self,
                                          guint32        node);
guint32       aft_json_index_get_next    (AftJsonIndex  *self,
                                          guint32        node);
guint32       aft_json_index_find        (AftJsonIndex  *self,
                                          guint32        node,
                                          const char    *name);
char         *aft_json_index_dup_name    (AftJsonIndex  *self,
                                          guint32        node);
char         *aft_json_index_dup_string  (AftJsonIndex  *self,
                                          guint32        node);
gint64        aft_json_index_get_integer (AftJsonIndex  *self,
                                          guint32        node);
char         *aft_json_index_dup_raw     (AftJsonIndex  *self,
                                          guint32        node);
void          aft_json_index_get_place   (AftJsonIndex  *self,
                                          guint32        node,
                                          guint         *line,
                                          guint         *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftJsonIndex, aft_json_index_free)

G_END_DECLS

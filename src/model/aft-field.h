/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "aft-moment.h"

G_BEGIN_DECLS

/**
 * AftFieldType:
 * @AFT_FIELD_TEXT: one line of text, never %NULL
 * @AFT_FIELD_PROSE: Markdown of any length, never %NULL
 * @AFT_FIELD_BOOLEAN: yes or no
 * @AFT_FIELD_INTEGER: a whole number
 * @AFT_FIELD_CHOICE: one value of an enumeration
 * @AFT_FIELD_MARKS: any number of values of a flags type
 * @AFT_FIELD_WORDS: a list of words, such as tags
 * @AFT_FIELD_MOMENT: an #AftMoment or %NULL
 * @AFT_FIELD_REFERENCE: the id of another item, or the empty text
 * @AFT_FIELD_REFERENCES: ids of other items
 *
 * What a field of an item may hold.
 */
typedef enum
{
  AFT_FIELD_TEXT,
  AFT_FIELD_PROSE,
  AFT_FIELD_BOOLEAN,
  AFT_FIELD_INTEGER,
  AFT_FIELD_CHOICE,
  AFT_FIELD_MARKS,
  AFT_FIELD_WORDS,
  AFT_FIELD_MOMENT,
  AFT_FIELD_REFERENCE,
  AFT_FIELD_REFERENCES,
} AftFieldType;

/**
 * AftFieldFlags:
 * @AFT_FIELD_PLAIN: nothing special
 * @AFT_FIELD_REQUIRED: review asks for it when it is empty
 * @AFT_FIELD_WIDER: a second wording for wider readers exists, in the field NAME-wider
 * @AFT_FIELD_PRIVATE: never leaves the team
 */
typedef enum
{
  AFT_FIELD_PLAIN = 0,
  AFT_FIELD_REQUIRED = 1 << 0,
  AFT_FIELD_WIDER = 1 << 1,
  AFT_FIELD_PRIVATE = 1 << 2,
} AftFieldFlags;

/**
 * AftField:
 * @name: the member in the file and the GObject property
 * @type: what it holds
 * @label: what people call it, to be translated
 * @value_type: (nullable): for choices and marks, the function that gives their type
 * @default_value: for integers, choices and marks
 * @minimum: for integers
 * @maximum: for integers; 0 means no limit
 * @flags: see #AftFieldFlags
 *
 * One row of the table that a class of items is.
 */
typedef struct
{
  const char    *name;
  AftFieldType   type;
  const char    *label;
  GType        (*value_type) (void);
  gint64         default_value;
  gint64         minimum;
  gint64         maximum;
  AftFieldFlags  flags;
} AftField;

/**
 * AftValue:
 *
 * What an item stores for one field; which member counts follows from the type of the field.
 */
typedef union
{
  char      *text;
  gint64     integer;
  AftMoment *moment;
  GStrv      words;
} AftValue;

gboolean    aft_field_is_text        (const AftField *field);
gboolean    aft_field_is_reference   (const AftField *field);
GParamSpec *aft_field_create_pspec   (const AftField *field);
void        aft_field_init_value     (const AftField *field,
                                      AftValue       *value);
void        aft_field_clear_value    (const AftField *field,
                                      AftValue       *value);
AftValue    aft_field_copy_value     (const AftField *field,
                                      const AftValue *value);
gboolean    aft_field_equal_values   (const AftField *field,
                                      const AftValue *a,
                                      const AftValue *b);
gboolean    aft_field_is_default     (const AftField *field,
                                      const AftValue *value);
void        aft_field_read_gvalue    (const AftField *field,
                                      const GValue   *gvalue,
                                      AftValue       *value);
void        aft_field_write_gvalue   (const AftField *field,
                                      const AftValue *value,
                                      GValue         *gvalue);
gsize       aft_field_get_value_size (const AftField *field,
                                      const AftValue *value);
const char *aft_field_get_label      (const AftField *field);

G_END_DECLS

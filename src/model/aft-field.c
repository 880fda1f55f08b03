/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-field.h"

static gboolean
words_are_empty (const char *const *words)
{
  return words == NULL || words[0] == NULL;
}

static gboolean
words_equal (const char *const *a,
             const char *const *b)
{
  if (words_are_empty (a) || words_are_empty (b))
    return words_are_empty (a) && words_are_empty (b);

  return g_strv_equal (a, b);
}

/**
 * aft_field_is_text:
 * @field: a field
 *
 * Returns: whether the field holds text that people type
 */
gboolean
aft_field_is_text (const AftField *field)
{
  return field->type == AFT_FIELD_TEXT || field->type == AFT_FIELD_PROSE;
}

/**
 * aft_field_is_reference:
 * @field: a field
 *
 * Returns: whether the field names other items by their ids
 */
gboolean
aft_field_is_reference (const AftField *field)
{
  return field->type == AFT_FIELD_REFERENCE || field->type == AFT_FIELD_REFERENCES;
}

/**
 * aft_field_create_pspec:
 * @field: a field
 *
 * Makes the GObject property of a field. All are explicit: an item notifies once for each change.
 *
 * Returns: (transfer floating): a new property
 */
GParamSpec *
aft_field_create_pspec (const AftField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case AFT_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, field->default_value != 0, flags);
    case AFT_FIELD_INTEGER:
      return g_param_spec_int64 (field->name, NULL, NULL, field->minimum,
                                 field->maximum != 0 ? field->maximum : G_MAXINT64,
                                 field->default_value, flags);
    case AFT_FIELD_CHOICE:
      return g_param_spec_enum (field->name, NULL, NULL, field->value_type (),
                                (int) field->default_value, flags);
    case AFT_FIELD_MARKS:
      return g_param_spec_flags (field->name, NULL, NULL, field->value_type (),
                                 (guint) field->default_value, flags);
    case AFT_FIELD_WORDS:
    case AFT_FIELD_REFERENCES:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
    case AFT_FIELD_MOMENT:
      return g_param_spec_boxed (field->name, NULL, NULL, AFT_TYPE_MOMENT, flags);
    case AFT_FIELD_TEXT:
    case AFT_FIELD_PROSE:
    case AFT_FIELD_REFERENCE:
    default:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);
    }
}

/**
 * aft_field_init_value:
 * @field: a field
 * @value: (out caller-allocates): where to put the default
 */
void
aft_field_init_value (const AftField *field,
                      AftValue       *value)
{
  memset (value, 0, sizeof *value);

  if (field->type == AFT_FIELD_BOOLEAN || field->type == AFT_FIELD_INTEGER ||
      field->type == AFT_FIELD_CHOICE || field->type == AFT_FIELD_MARKS)
    value->integer = field->default_value;
}

/**
 * aft_field_clear_value:
 * @field: a field
 * @value: a value of it, left zeroed
 */
void
aft_field_clear_value (const AftField *field,
                       AftValue       *value)
{
  switch (field->type)
    {
    case AFT_FIELD_TEXT:
    case AFT_FIELD_PROSE:
    case AFT_FIELD_REFERENCE:
      g_free (value->text);
      break;
    case AFT_FIELD_WORDS:
    case AFT_FIELD_REFERENCES:
      g_strfreev (value->words);
      break;
    case AFT_FIELD_MOMENT:
      g_clear_pointer (&value->moment, aft_moment_unref);
      break;
    case AFT_FIELD_BOOLEAN:
    case AFT_FIELD_INTEGER:
    case AFT_FIELD_CHOICE:
    case AFT_FIELD_MARKS:
    default:
      break;
    }

  memset (value, 0, sizeof *value);
}

/**
 * aft_field_copy_value:
 * @field: a field
 * @value: a value of it
 *
 * Returns: (transfer full): a copy, to be cleared with aft_field_clear_value()
 */
AftValue
aft_field_copy_value (const AftField *field,
                      const AftValue *value)
{
  AftValue copy = { 0, };

  switch (field->type)
    {
    case AFT_FIELD_TEXT:
    case AFT_FIELD_PROSE:
    case AFT_FIELD_REFERENCE:
      copy.text = g_strdup (value->text);
      break;
    case AFT_FIELD_WORDS:
    case AFT_FIELD_REFERENCES:
      copy.words = g_strdupv (value->words);
      break;
    case AFT_FIELD_MOMENT:
      copy.moment = value->moment != NULL ? aft_moment_ref (value->moment) : NULL;
      break;
    case AFT_FIELD_BOOLEAN:
    case AFT_FIELD_INTEGER:
    case AFT_FIELD_CHOICE:
    case AFT_FIELD_MARKS:
    default:
      copy.integer = value->integer;
      break;
    }

  return copy;
}

/**
 * aft_field_equal_values:
 * @field: a field
 * @a: a value of it
 * @b: another value of it
 *
 * Returns: whether both say the same
 */
gboolean
aft_field_equal_values (const AftField *field,
                        const AftValue *a,
                        const AftValue *b)
{
  switch (field->type)
    {
    case AFT_FIELD_TEXT:
    case AFT_FIELD_PROSE:
    case AFT_FIELD_REFERENCE:
      return strcmp (a->text ? a->text : "", b->text ? b->text : "") == 0;
    case AFT_FIELD_WORDS:
    case AFT_FIELD_REFERENCES:
      return words_equal ((const char *const *) a->words, (const char *const *) b->words);
    case AFT_FIELD_MOMENT:
      return aft_moment_equal (a->moment, b->moment);
    case AFT_FIELD_BOOLEAN:
    case AFT_FIELD_INTEGER:
    case AFT_FIELD_CHOICE:
    case AFT_FIELD_MARKS:
    default:
      return a->integer == b->integer;
    }
}

/**
 * aft_field_is_default:
 * @field: a field
 * @value: a value of it
 *
 * Returns: whether nobody has filled the field in
 */
gboolean
aft_field_is_default (const AftField *field,
                      const AftValue *value)
{
  AftValue initial;

  aft_field_init_value (field, &initial);
  return aft_field_equal_values (field, value, &initial);
}

/**
 * aft_field_read_gvalue:
 * @field: a field
 * @gvalue: what a property was set to
 * @value: (out caller-allocates): a new value
 */
void
aft_field_read_gvalue (const AftField *field,
                       const GValue   *gvalue,
                       AftValue       *value)
{
  memset (value, 0, sizeof *value);

  switch (field->type)
    {
    case AFT_FIELD_TEXT:
    case AFT_FIELD_PROSE:
    case AFT_FIELD_REFERENCE:
      value->text = g_value_dup_string (gvalue);
      if (value->text != NULL && value->text[0] == '\0')
        g_clear_pointer (&value->text, g_free);
      break;
    case AFT_FIELD_WORDS:
    case AFT_FIELD_REFERENCES:
      value->words = g_value_dup_boxed (gvalue);
      if (value->words != NULL && value->words[0] == NULL)
        g_clear_pointer (&value->words, g_strfreev);
      break;
    case AFT_FIELD_MOMENT:
      value->moment = g_value_dup_boxed (gvalue);
      break;
    case AFT_FIELD_BOOLEAN:
      value->integer = g_value_get_boolean (gvalue);
      break;
    case AFT_FIELD_CHOICE:
      value->integer = g_value_get_enum (gvalue);
      break;
    case AFT_FIELD_MARKS:
      value->integer = g_value_get_flags (gvalue);
      break;
    case AFT_FIELD_INTEGER:
    default:
      value->integer = g_value_get_int64 (gvalue);
      break;
    }
}

/**
 * aft_field_write_gvalue:
 * @field: a field
 * @value: a value of it
 * @gvalue: an initialised value of the property's type
 */
void
aft_field_write_gvalue (const AftField *field,
                        const AftValue *value,
                        GValue         *gvalue)
{
  switch (field->type)
    {
    case AFT_FIELD_TEXT:
    case AFT_FIELD_PROSE:
    case AFT_FIELD_REFERENCE:
      g_value_set_string (gvalue, value->text != NULL ? value->text : "");
      break;
    case AFT_FIELD_WORDS:
    case AFT_FIELD_REFERENCES:
      g_value_set_boxed (gvalue, value->words);
      break;
    case AFT_FIELD_MOMENT:
      g_value_set_boxed (gvalue, value->moment);
      break;
    case AFT_FIELD_BOOLEAN:
      g_value_set_boolean (gvalue, value->integer != 0);
      break;
    case AFT_FIELD_CHOICE:
      g_value_set_enum (gvalue, (int) value->integer);
      break;
    case AFT_FIELD_MARKS:
      g_value_set_flags (gvalue, (guint) value->integer);
      break;
    case AFT_FIELD_INTEGER:
    default:
      g_value_set_int64 (gvalue, value->integer);
      break;
    }
}

/**
 * aft_field_get_value_size:
 * @field: a field
 * @value: a value of it
 *
 * Returns: about how many bytes the value holds beside itself
 */
gsize
aft_field_get_value_size (const AftField *field,
                          const AftValue *value)
{
  gsize size = 0;

  if (aft_field_is_text (field) || field->type == AFT_FIELD_REFERENCE)
    return value->text != NULL ? strlen (value->text) + 1 : 0;

  if (field->type == AFT_FIELD_WORDS || field->type == AFT_FIELD_REFERENCES)
    for (gsize i = 0; value->words != NULL && value->words[i] != NULL; i++)
      size += strlen (value->words[i]) + 1 + sizeof (char *);

  if (field->type == AFT_FIELD_MOMENT && value->moment != NULL)
    size = 128;

  return size;
}

/**
 * aft_field_get_label:
 * @field: a field
 *
 * Returns: (transfer none): what people call the field, translated
 */
const char *
aft_field_get_label (const AftField *field)
{
  return g_dgettext (GETTEXT_PACKAGE, field->label);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <json-glib/json-glib.h>

#include "aft-document-schema.h"
#include "aft-document-writer.h"

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_reference (JsonBuilder *builder,
               const char  *definition)
{
  g_autofree char *target = g_strconcat ("#/$defs/", definition, NULL);

  json_builder_begin_object (builder);
  add_text (builder, "$ref", target);
  json_builder_end_object (builder);
}

static void
add_nicks (JsonBuilder *builder,
           GType        type)
{
  gpointer type_class = g_type_class_ref (type);

  add_text (builder, "type", "string");
  json_builder_set_member_name (builder, "enum");
  json_builder_begin_array (builder);
  if (G_IS_ENUM_CLASS (type_class))
    for (guint i = 0; i < G_ENUM_CLASS (type_class)->n_values; i++)
      json_builder_add_string_value (builder, G_ENUM_CLASS (type_class)->values[i].value_nick);
  else
    for (guint i = 0; i < G_FLAGS_CLASS (type_class)->n_values; i++)
      json_builder_add_string_value (builder, G_FLAGS_CLASS (type_class)->values[i].value_nick);
  json_builder_end_array (builder);
}

static void
begin_array_schema (JsonBuilder *builder)
{
  add_text (builder, "type", "array");
  json_builder_set_member_name (builder, "items");
  json_builder_begin_object (builder);
}

static void
add_field (JsonBuilder    *builder,
           const AftField *field)
{
  json_builder_set_member_name (builder, field->name);
  if (field->type == AFT_FIELD_MOMENT)
    {
      add_reference (builder, "moment");
      return;
    }

  json_builder_begin_object (builder);
  add_text (builder, "title", field->label);
  switch (field->type)
    {
    case AFT_FIELD_BOOLEAN:
      add_text (builder, "type", "boolean");
      break;
    case AFT_FIELD_INTEGER:
      add_text (builder, "type", "integer");
      break;
    case AFT_FIELD_CHOICE:
      add_nicks (builder, field->value_type ());
      break;
    case AFT_FIELD_MARKS:
      begin_array_schema (builder);
      add_nicks (builder, field->value_type ());
      json_builder_end_object (builder);
      break;
    case AFT_FIELD_WORDS:
    case AFT_FIELD_REFERENCES:
      begin_array_schema (builder);
      add_text (builder, "type", "string");
      json_builder_end_object (builder);
      break;
    case AFT_FIELD_TEXT:
    case AFT_FIELD_PROSE:
    case AFT_FIELD_REFERENCE:
    case AFT_FIELD_MOMENT:
    default:
      add_text (builder, "type", "string");
      break;
    }
  json_builder_end_object (builder);
}

static void
collect_types (GType      type,
               GPtrArray *types)
{
  const AftItemTable *table = aft_item_type_get_table (type);

  if (g_ptr_array_find (types, GSIZE_TO_POINTER (type), NULL))
    return;

  g_ptr_array_add (types, GSIZE_TO_POINTER (type));
  for (guint i = 0; i < table->n_lists; i++)
    collect_types (table->lists[i].item_type (), types);
}

static void
add_head_members (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "format");
  json_builder_begin_object (builder);
  add_text (builder, "const", "afterword");
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "const");
  json_builder_add_int_value (builder, AFT_DOCUMENT_VERSION);
  json_builder_end_object (builder);
}

static void
add_class (JsonBuilder *builder,
           GType        type)
{
  const AftItemTable *table = aft_item_type_get_table (type);
  const gboolean root = type == AFT_TYPE_DOCUMENT;
  guint n_fields;
  const AftField *fields = aft_item_type_get_fields (type, &n_fields);

  json_builder_set_member_name (builder, table->name);
  json_builder_begin_object (builder);
  add_text (builder, "title", table->label);
  add_text (builder, "type", "object");

  json_builder_set_member_name (builder, "required");
  json_builder_begin_array (builder);
  if (root)
    {
      json_builder_add_string_value (builder, "format");
      json_builder_add_string_value (builder, "version");
    }
  json_builder_add_string_value (builder, "id");
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "properties");
  json_builder_begin_object (builder);
  if (root)
    add_head_members (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_begin_object (builder);
  add_text (builder, "type", "string");
  json_builder_end_object (builder);

  for (guint i = 0; i < n_fields; i++)
    add_field (builder, &fields[i]);
  for (guint i = 0; i < table->n_lists; i++)
    {
      json_builder_set_member_name (builder, table->lists[i].name);
      json_builder_begin_object (builder);
      add_text (builder, "type", "array");
      json_builder_set_member_name (builder, "items");
      add_reference (builder, aft_item_type_get_table (table->lists[i].item_type ())->name);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_string_property (JsonBuilder *builder,
                     const char  *name,
                     const char  *format)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_text (builder, "type", "string");
  if (format != NULL)
    add_text (builder, "format", format);
  json_builder_end_object (builder);
}

static void
add_moment (JsonBuilder *builder)
{
  static const char *const flags[] = { "approximate", "unknown" };

  json_builder_set_member_name (builder, "moment");
  json_builder_begin_object (builder);
  add_text (builder, "type", "object");
  json_builder_set_member_name (builder, "additionalProperties");
  json_builder_add_boolean_value (builder, FALSE);
  json_builder_set_member_name (builder, "properties");
  json_builder_begin_object (builder);
  add_string_property (builder, "instant", "date-time");
  add_string_property (builder, "zone", NULL);
  json_builder_set_member_name (builder, "precision");
  json_builder_begin_object (builder);
  add_nicks (builder, AFT_TYPE_PRECISION);
  json_builder_end_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      json_builder_set_member_name (builder, flags[i]);
      json_builder_begin_object (builder);
      add_text (builder, "type", "boolean");
      json_builder_end_object (builder);
    }
  add_string_property (builder, "written", NULL);
  json_builder_set_member_name (builder, "readings");
  json_builder_begin_object (builder);
  begin_array_schema (builder);
  add_text (builder, "type", "string");
  add_text (builder, "format", "date-time");
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/**
 * aft_document_schema_write:
 *
 * Writes the JSON Schema (draft 2020-12) of the file format from the tables of the classes.
 *
 * Returns: (transfer full): JSON with a newline at the end
 */
char *
aft_document_schema_write (void)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GPtrArray) types = g_ptr_array_new ();
  g_autofree char *text = NULL;

  collect_types (AFT_TYPE_DOCUMENT, types);

  json_builder_begin_object (builder);
  add_text (builder, "$schema", "https://json-schema.org/draft/2020-12/schema");
  add_text (builder, "title", "Afterword postmortem");
  add_text (builder, "$ref", "#/$defs/document");
  json_builder_set_member_name (builder, "$defs");
  json_builder_begin_object (builder);
  add_moment (builder);
  for (guint i = 0; i < types->len; i++)
    add_class (builder, GPOINTER_TO_SIZE (types->pdata[i]));
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);

  return g_strconcat (text, "\n", NULL);
}

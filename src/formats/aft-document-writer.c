/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <string.h>

#include "aft-document-writer.h"

static void
begin_line (GString *json,
            guint    indent)
{
  g_string_append_c (json, '\n');
  for (guint i = 0; i < indent; i++)
    g_string_append (json, "  ");
}

static void
begin_member (GString    *json,
              guint       indent,
              gboolean   *first,
              const char *name)
{
  if (!*first)
    g_string_append_c (json, ',');
  *first = FALSE;
  begin_line (json, indent);
  aft_document_write_text (name, json);
  g_string_append (json, ": ");
}

/**
 * aft_document_write_text:
 * @text: UTF-8
 * @json: where to append it, in quotes
 */
void
aft_document_write_text (const char *text,
                         GString    *json)
{
  const char *plain = text;

  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    {
      const guchar c = (guchar) *text;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;

      g_string_append_len (json, plain, text - plain);
      plain = text + 1;
      switch (c)
        {
        case '"': g_string_append (json, "\\\""); break;
        case '\\': g_string_append (json, "\\\\"); break;
        case '\n': g_string_append (json, "\\n"); break;
        case '\t': g_string_append (json, "\\t"); break;
        case '\r': g_string_append (json, "\\r"); break;
        default: g_string_append_printf (json, "\\u%04x", c); break;
        }
    }
  g_string_append_len (json, plain, text - plain);
  g_string_append_c (json, '"');
}

static void
write_instant (gint64   instant,
               GString *json)
{
  gint64 seconds = instant / G_USEC_PER_SEC;
  gint64 rest = instant % G_USEC_PER_SEC;
  g_autoptr(GDateTime) utc = NULL;
  g_autofree char *text = NULL;

  if (rest < 0)
    {
      rest += G_USEC_PER_SEC;
      seconds--;
    }

  utc = g_date_time_new_from_unix_utc (seconds);
  text = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S") : g_strdup ("1970-01-01T00:00:00");

  g_string_append_printf (json, "\"%s", text);
  if (rest != 0)
    g_string_append_printf (json, ".%06d", (int) rest);
  g_string_append (json, "Z\"");
}

static void
write_moment (AftMoment *moment,
              GString   *json)
{
  const gint64 *readings;
  guint n_readings;

  g_string_append_c (json, '{');
  if (aft_moment_is_known (moment))
    {
      g_string_append (json, "\"instant\": ");
      write_instant (aft_moment_get_instant (moment), json);
      if (aft_moment_get_zone (moment)[0] != '\0')
        {
          g_string_append (json, ", \"zone\": ");
          aft_document_write_text (aft_moment_get_zone (moment), json);
        }
      g_string_append_printf (json, ", \"precision\": \"%s\"",
                              aft_choice_get_nick (AFT_TYPE_PRECISION, aft_moment_get_precision (moment)));
      if (aft_moment_is_approximate (moment))
        g_string_append (json, ", \"approximate\": true");
    }
  else
    {
      g_string_append (json, "\"unknown\": true");
    }

  if (aft_moment_get_written (moment)[0] != '\0')
    {
      g_string_append (json, ", \"written\": ");
      aft_document_write_text (aft_moment_get_written (moment), json);
    }

  readings = aft_moment_get_readings (moment, &n_readings);
  for (guint i = 0; i < n_readings; i++)
    {
      g_string_append (json, i == 0 ? ", \"readings\": [" : ", ");
      write_instant (readings[i], json);
    }
  g_string_append (json, n_readings > 0 ? "]}" : "}");
}

static void
write_words (const char *const *words,
             GString           *json)
{
  g_string_append_c (json, '[');
  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      aft_document_write_text (words[i], json);
    }
  g_string_append_c (json, ']');
}

static void
write_marks (GType    type,
             guint    marks,
             GString *json)
{
  GFlagsClass *flags_class = g_type_class_ref (type);
  gboolean first = TRUE;

  g_string_append_c (json, '[');
  for (guint i = 0; i < flags_class->n_values; i++)
    if (marks & flags_class->values[i].value)
      {
        g_string_append (json, first ? "\"" : ", \"");
        g_string_append (json, flags_class->values[i].value_nick);
        g_string_append_c (json, '"');
        first = FALSE;
      }
  g_string_append_c (json, ']');
}

/**
 * aft_document_write_value:
 * @field: a field
 * @value: a value of it
 * @json: where to append it
 */
void
aft_document_write_value (const AftField *field,
                          const AftValue *value,
                          GString        *json)
{
  switch (field->type)
    {
    case AFT_FIELD_TEXT:
    case AFT_FIELD_PROSE:
    case AFT_FIELD_REFERENCE:
      aft_document_write_text (value->text != NULL ? value->text : "", json);
      break;
    case AFT_FIELD_BOOLEAN:
      g_string_append (json, value->integer != 0 ? "true" : "false");
      break;
    case AFT_FIELD_CHOICE:
      aft_document_write_text (aft_choice_get_nick (field->value_type (), (int) value->integer), json);
      break;
    case AFT_FIELD_MARKS:
      write_marks (field->value_type (), (guint) value->integer, json);
      break;
    case AFT_FIELD_WORDS:
    case AFT_FIELD_REFERENCES:
      write_words ((const char *const *) value->words, json);
      break;
    case AFT_FIELD_MOMENT:
      if (value->moment != NULL)
        write_moment (value->moment, json);
      else
        g_string_append (json, "null");
      break;
    case AFT_FIELD_INTEGER:
    default:
      g_string_append_printf (json, "%" G_GINT64_FORMAT, value->integer);
      break;
    }
}

static gboolean
is_known_member (AftItem    *item,
                 const char *name)
{
  const AftItemTable *table = aft_item_get_table (item);

  for (guint i = 0; i < table->n_lists; i++)
    if (strcmp (table->lists[i].name, name) == 0)
      return TRUE;

  return aft_item_find_field (item, name, NULL);
}

static void
write_fields (AftItem  *item,
              GString  *json,
              guint     indent,
              gboolean *first)
{
  guint n_fields;
  const AftField *fields = aft_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const AftValue *value = aft_item_peek_value (item, i);
      const char *raw = aft_item_find_raw (item, fields[i].name);

      if (!aft_field_is_default (&fields[i], value))
        {
          begin_member (json, indent, first, fields[i].name);
          aft_document_write_value (&fields[i], value, json);
        }
      else if (raw != NULL)
        {
          begin_member (json, indent, first, fields[i].name);
          g_string_append (json, raw);
        }
    }
}

static void
write_lists (AftItem  *item,
             GString  *json,
             guint     indent,
             gboolean *first)
{
  const AftItemTable *table = aft_item_get_table (item);

  for (guint i = 0; i < table->n_lists; i++)
    {
      GListModel *list = aft_item_get_nth_list (item, i);
      const guint n_items = g_list_model_get_n_items (list);
      const char *raw = aft_item_find_raw (item, table->lists[i].name);

      if (n_items == 0 && raw == NULL)
        continue;

      begin_member (json, indent, first, table->lists[i].name);
      if (n_items == 0)
        {
          g_string_append (json, raw);
          continue;
        }

      g_string_append_c (json, '[');
      for (guint j = 0; j < n_items; j++)
        {
          g_autoptr(AftItem) child = g_list_model_get_item (list, j);

          if (j > 0)
            g_string_append_c (json, ',');
          begin_line (json, indent + 1);
          aft_document_write_item (child, json, indent + 1);
        }
      begin_line (json, indent);
      g_string_append_c (json, ']');
    }
}

/**
 * aft_document_write_item:
 * @item: an item
 * @json: where to append it, without a newline at the end
 * @indent: how many steps its brace stands in
 *
 * Writes one item with all below it in the canonical form: the members in the order of the table,
 * what is as by default left out, and what isn't known as it stood.
 */
void
aft_document_write_item (AftItem *item,
                         GString *json,
                         guint    indent)
{
  const GPtrArray *raw = aft_item_get_raw (item);
  gboolean first = TRUE;

  g_string_append_c (json, '{');
  if (AFT_IS_DOCUMENT (item))
    {
      begin_member (json, indent + 1, &first, "format");
      g_string_append (json, "\"afterword\"");
      begin_member (json, indent + 1, &first, "version");
      g_string_append_printf (json, "%d", AFT_DOCUMENT_VERSION);
    }
  begin_member (json, indent + 1, &first, "id");
  aft_document_write_text (aft_item_get_id (item), json);

  write_fields (item, json, indent + 1, &first);
  write_lists (item, json, indent + 1, &first);

  for (guint i = 0; raw != NULL && i < raw->len; i++)
    {
      const AftRawMember *member = raw->pdata[i];

      if (is_known_member (item, member->name))
        continue;
      begin_member (json, indent + 1, &first, member->name);
      g_string_append (json, member->text);
    }

  begin_line (json, indent);
  g_string_append_c (json, '}');
}

/**
 * aft_document_write:
 * @document: a document
 *
 * Writes the one canonical form: the same document gives the same bytes.
 *
 * Returns: (transfer full): UTF-8 JSON with a newline at the end
 */
GBytes *
aft_document_write (AftDocument *document)
{
  GString *json = g_string_new (NULL);

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  aft_document_write_item (AFT_ITEM (document), json, 0);
  g_string_append_c (json, '\n');

  return g_string_free_to_bytes (json);
}

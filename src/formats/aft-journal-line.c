/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <string.h>

#include "aft-document-writer.h"
#include "aft-journal-line-private.h"

/* One change in a line of the journal. */

void
aft_journal_line_add_member (GString    *line,
                             const char *name,
                             const char *text)
{
  g_string_append_printf (line, ", \"%s\": ", name);
  aft_document_write_text (text, line);
}

static void
append_place (GString    *line,
              const char *parent,
              const char *list,
              guint       position)
{
  aft_journal_line_add_member (line, "parent", parent);
  aft_journal_line_add_member (line, "list", list);
  g_string_append_printf (line, ", \"position\": %u", position);
}

const char *
aft_journal_line_get_list_name (const AftPlace *place)
{
  return aft_item_get_table (place->parent)->lists[place->list].name;
}

static void
append_set (GString         *line,
            const AftChange *change,
            gboolean         forward)
{
  guint n_fields;
  const AftField *field = &aft_item_get_fields (change->item, &n_fields)[change->field];

  aft_journal_line_add_member (line, "field", field->name);
  if (aft_field_is_text (field))
    {
      const char *out = forward ? change->was.text : change->now.text;
      const char *in = forward ? change->now.text : change->was.text;

      g_string_append_printf (line, ", \"offset\": %" G_GSIZE_FORMAT ", \"remove\": %" G_GSIZE_FORMAT, change->offset,
                              out != NULL ? strlen (out) : 0);
      aft_journal_line_add_member (line, "insert", in != NULL ? in : "");
    }
  else
    {
      g_string_append (line, ", \"value\": ");
      aft_document_write_value (field, forward ? &change->now : &change->was, line);
    }
}

/* An item is written on one line: JSON needs no newlines, and texts have none. */
static void
append_item (GString *line,
             AftItem *item)
{
  g_autoptr(GString) json = g_string_new (NULL);

  aft_document_write_item (item, json, 0);
  for (gsize i = 0; i < json->len; i++)
    if (json->str[i] == '\n')
      json->str[i] = ' ';

  aft_journal_line_add_member (line, "class", aft_item_get_table (item)->name);
  g_string_append (line, ", \"item\": ");
  g_string_append_len (line, json->str, (gssize) json->len);
}

void
aft_journal_line_add_insert (GString    *line,
                             AftItem    *item,
                             const char *parent,
                             const char *list,
                             guint       position)
{
  g_string_append (line, line->len > 0 ? ", {\"do\": \"insert\"" : "{\"do\": \"insert\"");
  append_place (line, parent, list, position);
  append_item (line, item);
  g_string_append_c (line, '}');
}

void
aft_journal_line_add_remove (GString *line,
                             AftItem *item)
{
  g_string_append (line, line->len > 0 ? ", {\"do\": \"remove\"" : "{\"do\": \"remove\"");
  aft_journal_line_add_member (line, "id", aft_item_get_id (item));
  g_string_append_c (line, '}');
}

void
aft_journal_line_add_set (GString         *line,
                          const AftChange *change,
                          gboolean         forward)
{
  g_string_append (line, line->len > 0 ? ", {\"do\": \"set\"" : "{\"do\": \"set\"");
  aft_journal_line_add_member (line, "id", aft_item_get_id (change->item));
  append_set (line, change, forward);
  g_string_append_c (line, '}');
}

void
aft_journal_line_add_move (GString        *line,
                           AftItem        *item,
                           const AftPlace *to)
{
  g_string_append (line, line->len > 0 ? ", {\"do\": \"move\"" : "{\"do\": \"move\"");
  aft_journal_line_add_member (line, "id", aft_item_get_id (item));
  append_place (line, aft_item_get_id (to->parent), aft_journal_line_get_list_name (to), to->position);
  g_string_append_c (line, '}');
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <string.h>

#include "aft-document-reader.h"

/* One value of a field, out of JSON. */

static gboolean
is_string (AftJsonIndex *index,
           guint32       node)
{
  return node != AFT_JSON_NONE && aft_json_index_get_type (index, node) == AFT_JSON_STRING;
}

static gboolean
read_instant (AftJsonIndex *index,
              guint32       node,
              gint64       *instant)
{
  g_autofree char *text = NULL;
  g_autoptr(GDateTime) date_time = NULL;

  if (!is_string (index, node))
    return FALSE;

  text = aft_json_index_dup_string (index, node);
  if (strlen (text) < 20)
    return FALSE;
  date_time = g_date_time_new_from_iso8601 (text, NULL);
  if (date_time == NULL)
    return FALSE;

  *instant = g_date_time_to_unix (date_time) * G_USEC_PER_SEC + g_date_time_get_microsecond (date_time);
  return TRUE;
}

typedef struct
{
  gint64        instant;
  GArray       *readings;
  char         *zone;
  char         *written;
  int           precision;
  gboolean      has_instant;
  gboolean      has_precision;
  gboolean      approximate;
  gboolean      unknown;
} MomentMembers;

static gboolean
read_boolean (AftJsonIndex *index,
              guint32       node,
              gboolean     *value)
{
  const AftJsonType type = aft_json_index_get_type (index, node);

  *value = type == AFT_JSON_TRUE;
  return type == AFT_JSON_TRUE || type == AFT_JSON_FALSE;
}

static gboolean
read_moment_member (AftJsonIndex  *index,
                    guint32        node,
                    MomentMembers *members)
{
  g_autofree char *name = aft_json_index_dup_name (index, node);
  g_autofree char *nick = NULL;

  if (strcmp (name, "instant") == 0)
    return members->has_instant = read_instant (index, node, &members->instant);
  if (strcmp (name, "approximate") == 0)
    return read_boolean (index, node, &members->approximate);
  if (strcmp (name, "unknown") == 0)
    return read_boolean (index, node, &members->unknown);
  if (strcmp (name, "readings") == 0 && aft_json_index_get_type (index, node) == AFT_JSON_ARRAY)
    {
      for (guint32 child = aft_json_index_get_first (index, node); child != AFT_JSON_NONE; child = aft_json_index_get_next (index, child))
        {
          gint64 reading;

          if (!read_instant (index, child, &reading))
            return FALSE;
          g_array_append_val (members->readings, reading);
        }
      return TRUE;
    }

  if (!is_string (index, node))
    return FALSE;
  if (strcmp (name, "zone") == 0)
    {
      members->zone = aft_json_index_dup_string (index, node);
      return TRUE;
    }
  if (strcmp (name, "written") == 0)
    {
      members->written = aft_json_index_dup_string (index, node);
      return TRUE;
    }
  if (strcmp (name, "precision") == 0)
    {
      nick = aft_json_index_dup_string (index, node);
      return members->has_precision = aft_choice_from_nick (AFT_TYPE_PRECISION, nick, &members->precision);
    }

  return FALSE;
}

static AftMoment *
make_moment (const MomentMembers *members)
{
  if (members->unknown && !members->has_instant)
    return aft_moment_new_unknown (members->written);

  if (!members->has_instant || !members->has_precision || members->unknown)
    return NULL;

  if (members->readings->len > 1 && g_array_index (members->readings, gint64, 0) == members->instant)
    return aft_moment_new_readings ((const gint64 *) (void *) members->readings->data, members->readings->len, members->zone,
                                    (AftPrecision) members->precision, members->approximate, members->written);
  if (members->readings->len > 0)
    return NULL;

  return aft_moment_new (members->instant, members->zone, (AftPrecision) members->precision, members->approximate,
                         members->written);
}

static AftMoment *
read_moment (AftJsonIndex *index,
             guint32       node)
{
  MomentMembers members = { 0, };
  AftMoment *moment = NULL;
  gboolean valid = aft_json_index_get_type (index, node) == AFT_JSON_OBJECT;

  members.readings = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (valid)
    for (guint32 child = aft_json_index_get_first (index, node); valid && child != AFT_JSON_NONE;
         child = aft_json_index_get_next (index, child))
      valid = read_moment_member (index, child, &members);

  if (valid)
    moment = make_moment (&members);

  g_array_unref (members.readings);
  g_free (members.zone);
  g_free (members.written);

  return moment;
}

static GStrv
read_words (AftJsonIndex *index,
            guint32       node)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  if (aft_json_index_get_type (index, node) != AFT_JSON_ARRAY)
    return NULL;

  for (guint32 child = aft_json_index_get_first (index, node); child != AFT_JSON_NONE; child = aft_json_index_get_next (index, child))
    {
      g_autofree char *word = NULL;

      if (!is_string (index, child))
        return NULL;
      word = aft_json_index_dup_string (index, child);
      g_strv_builder_add (builder, word);
    }

  return g_strv_builder_end (builder);
}

static gboolean
read_marks (AftJsonIndex *index,
            guint32       node,
            GType         type,
            gint64       *marks)
{
  g_auto(GStrv) words = read_words (index, node);

  *marks = 0;
  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    {
      guint mark;

      if (!aft_marks_from_nick (type, words[i], &mark))
        return FALSE;
      *marks |= mark;
    }

  return words != NULL;
}

static gboolean
read_choice (AftJsonIndex *index,
             guint32       node,
             GType         type,
             gint64       *value)
{
  g_autofree char *nick = NULL;
  int choice;

  if (!is_string (index, node))
    return FALSE;

  nick = aft_json_index_dup_string (index, node);
  if (!aft_choice_from_nick (type, nick, &choice))
    return FALSE;

  *value = choice;
  return TRUE;
}

static gboolean
read_integer (AftJsonIndex   *index,
              guint32         node,
              const AftField *field,
              gint64         *value)
{
  if (aft_json_index_get_type (index, node) != AFT_JSON_INTEGER)
    return FALSE;

  *value = aft_json_index_get_integer (index, node);
  return *value >= field->minimum && (field->maximum == 0 || *value <= field->maximum);
}

/**
 * aft_document_read_value:
 * @index: strict JSON
 * @node: a value in it
 * @field: what it is to be
 * @value: (out caller-allocates): a new value, zeroed on failure
 *
 * Returns: whether the value is one of the field
 */
gboolean
aft_document_read_value (AftJsonIndex   *index,
                         guint32         node,
                         const AftField *field,
                         AftValue       *value)
{
  gboolean flag;

  memset (value, 0, sizeof *value);

  switch (field->type)
    {
    case AFT_FIELD_TEXT:
    case AFT_FIELD_PROSE:
    case AFT_FIELD_REFERENCE:
      if (!is_string (index, node))
        return FALSE;
      value->text = aft_json_index_dup_string (index, node);
      return TRUE;
    case AFT_FIELD_BOOLEAN:
      if (!read_boolean (index, node, &flag))
        return FALSE;
      value->integer = flag;
      return TRUE;
    case AFT_FIELD_CHOICE:
      return read_choice (index, node, field->value_type (), &value->integer);
    case AFT_FIELD_MARKS:
      return read_marks (index, node, field->value_type (), &value->integer);
    case AFT_FIELD_WORDS:
    case AFT_FIELD_REFERENCES:
      value->words = read_words (index, node);
      return value->words != NULL;
    case AFT_FIELD_MOMENT:
      if (aft_json_index_get_type (index, node) == AFT_JSON_NULL)
        return TRUE;
      value->moment = read_moment (index, node);
      return value->moment != NULL;
    case AFT_FIELD_INTEGER:
    default:
      return read_integer (index, node, field, &value->integer);
    }
}

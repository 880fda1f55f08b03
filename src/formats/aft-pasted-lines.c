/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <string.h>

#include "aft-moment-parser.h"
#include "aft-pasted-head.h"
#include "aft-pasted-lines.h"

/* How many lines are read between two looks at whether to go on. */
#define SLICE 256

/**
 * AftPastedLine:
 *
 * A line of a chat, a log or notes: when, what, and what is to be said of it.
 */
struct _AftPastedLine
{
  GObject        parent_instance;

  /* Owned */
  AftMoment     *at;
  char          *text;

  AftPastedMark  mark;
  gboolean       indented;
};

G_DEFINE_FINAL_TYPE (AftPastedLine, aft_pasted_line, G_TYPE_OBJECT)

/**
 * AftPastedLines:
 *
 * Lines as people copy them from a chat, a log or their notes, understood one by one. No word is
 * lost: a line whose time isn't understood stays as it was written.
 */
struct _AftPastedLines
{
  GObject    parent_instance;

  /* Owned */
  GPtrArray *lines;

  guint      counts[AFT_PASTED_IMPOSSIBLE + 1];
  gboolean   need_day;
  gboolean   need_zone;
  gboolean   joined;
  gboolean   can_be_joined;
};

static GType
aft_pasted_lines_get_item_type (GListModel *model)
{
  return AFT_TYPE_PASTED_LINE;
}

static guint
aft_pasted_lines_get_n_items (GListModel *model)
{
  return AFT_PASTED_LINES (model)->lines->len;
}

static gpointer
aft_pasted_lines_get_item (GListModel *model,
                           guint       position)
{
  AftPastedLines *self = AFT_PASTED_LINES (model);

  return position < self->lines->len ? g_object_ref (self->lines->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = aft_pasted_lines_get_item_type;
  iface->get_n_items = aft_pasted_lines_get_n_items;
  iface->get_item = aft_pasted_lines_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AftPastedLines, aft_pasted_lines, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* What was learned so far while reading. */
typedef struct
{
  const AftPastedContext *context;
  AftPastedLines         *result;
  GTimeZone              *zone;
  AftMoment              *previous;
  guint                   n_timed;
  guint                   n_machine;
  guint                   n_headers;
  guint                   n_untimed;
  guint                   n_indented;
  gboolean                has_day;
} Reader;

static AftPastedLine *
line_new (AftMoment     *at,
          char          *text,
          AftPastedMark  mark)
{
  AftPastedLine *line = g_object_new (AFT_TYPE_PASTED_LINE, NULL);

  line->at = at;
  line->text = text;
  line->mark = mark;

  return line;
}

/* 00:03 after 23:58 is the next day. */
static AftMoment *
pass_midnight (Reader         *reader,
               AftMoment      *at,
               AftPastedHead  *head,
               const char     *line)
{
  g_autoptr(AftMoment) tomorrow = NULL;
  AftMomentContext context = { reader->context->zone, reader->context->now, NULL };
  AftMoment *later;

  if (aft_moment_get_instant (at) >= aft_moment_get_instant (reader->previous) - 12 * G_TIME_SPAN_HOUR)
    return at;

  tomorrow = aft_moment_shift (reader->previous, G_TIME_SPAN_DAY);
  context.previous = tomorrow;
  later = aft_pasted_head_read (line, &context, head, NULL);
  if (later == NULL || aft_moment_get_instant (later) < aft_moment_get_instant (reader->previous) ||
      aft_moment_get_instant (later) > aft_moment_get_instant (reader->previous) + 12 * G_TIME_SPAN_HOUR)
    {
      g_clear_pointer (&later, aft_moment_unref);
      return at;
    }

  aft_moment_unref (at);
  return later;
}

/* Reads the time of a line, with the day that the lines before it told, else the one of the context. */
static AftMoment *
read_time (Reader         *reader,
           const char     *line,
           AftPastedHead  *head,
           GError        **error)
{
  /* Without a zone it shows whether the line names one. */
  AftMomentContext context = { reader->result->need_zone ? reader->context->zone : NULL, reader->context->now, NULL };
  g_autoptr(GError) failure = NULL;
  AftMoment *at = aft_pasted_head_read (line, &context, head, &failure);
  const gboolean is_bare = at == NULL && g_error_matches (failure, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_NO_DATE);

  if (at != NULL && context.zone == NULL && aft_moment_get_zone (at)[0] == '\0')
    {
      reader->result->need_zone |= aft_moment_has_clock (at);
      g_clear_pointer (&at, aft_moment_unref);
    }
  else if (at != NULL || !is_bare)
    {
      if (at == NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      reader->has_day |= at != NULL;
      return at;
    }

  reader->result->need_day |= is_bare && !reader->has_day;
  context.previous = reader->previous != NULL ? reader->previous : reader->context->day;
  if (is_bare && !reader->result->need_zone)
    {
      at = aft_pasted_head_read (line, &context, head, NULL);
      reader->result->need_zone = at != NULL && aft_moment_get_zone (at)[0] == '\0';
      g_clear_pointer (&at, aft_moment_unref);
    }
  context.zone = reader->context->zone;
  at = aft_pasted_head_read (line, &context, head, error);
  if (at != NULL && is_bare && reader->previous != NULL)
    at = pass_midnight (reader, at, head, line);
  reader->has_day |= at != NULL && !is_bare;

  return at;
}

static void
add_line (Reader        *reader,
          AftPastedLine *line)
{
  g_ptr_array_add (reader->result->lines, line);
  if (line->at != NULL && aft_moment_is_known (line->at))
    {
      g_clear_pointer (&reader->previous, aft_moment_unref);
      reader->previous = aft_moment_ref (line->at);
    }
}

/* Returns the line behind what was read. */
static const char *const *
read_line (Reader            *reader,
           const char *const *lines)
{
  g_autofree char *stripped = g_strstrip (g_strdup (*lines));
  g_autoptr(GError) error = NULL;
  AftPastedHead head = { NULL, };
  AftMoment *at;
  AftPastedLine *line;

  at = read_time (reader, stripped, &head, &error);
  if (at != NULL && head.text[0] == '\0' && lines[1] != NULL && !aft_pasted_head_starts_line (lines[1]))
    {
      /* The time stands on a line of its own above the words. */
      g_autofree char *words = g_strstrip (g_strdup (lines[1]));

      reader->n_headers++;
      reader->n_timed++;
      add_line (reader, line_new (at, g_steal_pointer (&words),
                                  aft_moment_is_doubtful (at) ? AFT_PASTED_DOUBTFUL : AFT_PASTED_TIMED));
      return lines + 2;
    }
  if (at != NULL)
    {
      reader->n_timed++;
      reader->n_machine += head.is_machine;
      add_line (reader, line_new (at, g_strdup (head.text),
                                  aft_moment_is_doubtful (at) ? AFT_PASTED_DOUBTFUL : AFT_PASTED_TIMED));
      return lines + 1;
    }

  if (lines[1] != NULL && !aft_pasted_head_starts_line (lines[1]))
    {
      g_autofree char *name = NULL;
      g_autofree char *time = NULL;

      if (aft_pasted_head_split_header (stripped, &name, &time) &&
          (at = read_time (reader, time, &head, NULL)) != NULL)
        {
          g_autofree char *words = g_strstrip (g_strdup (lines[1]));

          reader->n_headers++;
          reader->n_timed++;
          add_line (reader, line_new (at, g_strdup_printf ("%s: %s", name, words),
                                      aft_moment_is_doubtful (at) ? AFT_PASTED_DOUBTFUL : AFT_PASTED_TIMED));
          return lines + 2;
        }
    }

  line = line_new (aft_moment_new_unknown (NULL), g_steal_pointer (&stripped),
                   g_error_matches (error, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_RANGE) ? AFT_PASTED_IMPOSSIBLE
                                                                                      : AFT_PASTED_NO_TIME);
  line->indented = g_ascii_isspace (**lines);
  reader->n_untimed += line->mark == AFT_PASTED_NO_TIME;
  reader->n_indented += line->mark == AFT_PASTED_NO_TIME && line->indented;
  add_line (reader, line);

  return lines + 1;
}

static GPtrArray *
split_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  while (*text != '\0')
    {
      const gsize length = strcspn (text, "\r\n");
      g_autofree char *line = g_strndup (text, length);

      if (g_utf8_validate (line, -1, NULL) && strspn (line, " \t\f\v") < length)
        g_ptr_array_add (lines, g_steal_pointer (&line));
      text += length;
      if (*text != '\0')
        text++;
    }
  g_ptr_array_add (lines, NULL);

  return lines;
}

/* A program writes names or times in one form, or indents what belongs together; people write
 * notes, where a line without a time is one of its own. */
static gboolean
looks_exported (const Reader *reader)
{
  if (reader->n_untimed == 0 || reader->n_timed < 2 || reader->n_timed <= reader->n_untimed)
    return reader->n_untimed > 0 && reader->n_headers > 1;

  return reader->n_headers > 1 || reader->n_machine == reader->n_timed || reader->n_indented == reader->n_untimed;
}

static void
join_lines (AftPastedLines *self)
{
  g_autoptr(GPtrArray) joined = g_ptr_array_new_full (self->lines->len, g_object_unref);
  g_autoptr(GString) text = g_string_new (NULL);
  guint i = 0;

  while (i < self->lines->len)
    {
      AftPastedLine *line = self->lines->pdata[i++];

      if (i < self->lines->len && ((AftPastedLine *) self->lines->pdata[i])->mark == AFT_PASTED_NO_TIME)
        {
          g_string_assign (text, line->text);
          for (; i < self->lines->len && ((AftPastedLine *) self->lines->pdata[i])->mark == AFT_PASTED_NO_TIME; i++)
            g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", ((AftPastedLine *) self->lines->pdata[i])->text);
          g_free (line->text);
          line->text = g_strdup (text->str);
        }
      g_ptr_array_add (joined, g_object_ref (line));
    }

  g_ptr_array_unref (self->lines);
  self->lines = g_steal_pointer (&joined);
}

static void
aft_pasted_line_finalize (GObject *object)
{
  AftPastedLine *self = AFT_PASTED_LINE (object);

  g_clear_pointer (&self->at, aft_moment_unref);
  g_free (self->text);

  G_OBJECT_CLASS (aft_pasted_line_parent_class)->finalize (object);
}

static void
aft_pasted_line_class_init (AftPastedLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_pasted_line_finalize;
}

static void
aft_pasted_line_init (AftPastedLine *self)
{
}

static void
aft_pasted_lines_finalize (GObject *object)
{
  g_ptr_array_unref (AFT_PASTED_LINES (object)->lines);

  G_OBJECT_CLASS (aft_pasted_lines_parent_class)->finalize (object);
}

static void
aft_pasted_lines_class_init (AftPastedLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_pasted_lines_finalize;
}

static void
aft_pasted_lines_init (AftPastedLines *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * aft_pasted_line_get_at:
 * @self: a line
 *
 * Returns: (transfer none): when it was; unknown where the line doesn't say
 */
AftMoment *
aft_pasted_line_get_at (AftPastedLine *self)
{
  g_return_val_if_fail (AFT_IS_PASTED_LINE (self), NULL);

  return self->at;
}

/**
 * aft_pasted_line_get_text:
 * @self: a line
 *
 * Returns: (transfer none): its words behind the time
 */
const char *
aft_pasted_line_get_text (AftPastedLine *self)
{
  g_return_val_if_fail (AFT_IS_PASTED_LINE (self), NULL);

  return self->text;
}

/**
 * aft_pasted_line_get_mark:
 * @self: a line
 *
 * Returns: what is to be said of it
 */
AftPastedMark
aft_pasted_line_get_mark (AftPastedLine *self)
{
  g_return_val_if_fail (AFT_IS_PASTED_LINE (self), AFT_PASTED_NO_TIME);

  return self->mark;
}

/**
 * aft_pasted_lines_read:
 * @text: what was pasted
 * @context: what it leaves unsaid
 * @cancellable: (nullable): to stop it
 * @permille: (inout) (optional): how far it is, written atomically as it goes on
 *
 * Reads lines. Touches nothing but its arguments, so that any thread may call it.
 *
 * Returns: (transfer full) (nullable): the lines, %NULL where it was stopped
 */
AftPastedLines *
aft_pasted_lines_read (const char             *text,
                       const AftPastedContext *context,
                       GCancellable           *cancellable,
                       int                    *permille)
{
  g_autoptr(AftPastedLines) self = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  Reader reader = { context, };
  const char *const *at;

  g_return_val_if_fail (text != NULL && context != NULL, NULL);

  self = g_object_new (AFT_TYPE_PASTED_LINES, NULL);
  lines = split_lines (text);
  at = (const char *const *) lines->pdata;
  reader.result = self;
  /* GLib reads the rules of a zone anew where nobody holds it. */
  reader.zone = aft_zone_new (context->zone);

  for (guint n_read = 0; *at != NULL && !g_cancellable_is_cancelled (cancellable); n_read++)
    {
      at = read_line (&reader, at);
      if (permille != NULL && n_read % SLICE == 0)
        g_atomic_int_set (permille, (int) ((gpointer *) at - lines->pdata) * 1000LL / lines->len);
    }
  g_time_zone_unref (reader.zone);
  g_clear_pointer (&reader.previous, aft_moment_unref);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;

  self->can_be_joined = reader.n_untimed > 0 && reader.n_timed > 0;
  self->joined = self->can_be_joined && (context->join == AFT_PASTED_JOIN_ALWAYS ||
                                         (context->join == AFT_PASTED_JOIN_AUTOMATIC && looks_exported (&reader)));
  if (self->joined)
    join_lines (self);
  for (guint i = 0; i < self->lines->len; i++)
    self->counts[((AftPastedLine *) self->lines->pdata[i])->mark]++;

  return g_steal_pointer (&self);
}

/**
 * aft_pasted_lines_peek:
 * @self: lines
 * @position: which one
 *
 * Returns: (transfer none) (nullable): the line there
 */
AftPastedLine *
aft_pasted_lines_peek (AftPastedLines *self,
                       guint           position)
{
  g_return_val_if_fail (AFT_IS_PASTED_LINES (self), NULL);

  return position < self->lines->len ? self->lines->pdata[position] : NULL;
}

/**
 * aft_pasted_lines_count:
 * @self: lines
 * @mark: what is said of a line
 *
 * Returns: of how many it is said
 */
guint
aft_pasted_lines_count (AftPastedLines *self,
                        AftPastedMark   mark)
{
  g_return_val_if_fail (AFT_IS_PASTED_LINES (self) && mark <= AFT_PASTED_IMPOSSIBLE, 0);

  return self->counts[mark];
}

/**
 * aft_pasted_lines_need_day:
 * @self: lines
 *
 * Returns: whether a line has only a clock time, and none before it told the day
 */
gboolean
aft_pasted_lines_need_day (AftPastedLines *self)
{
  g_return_val_if_fail (AFT_IS_PASTED_LINES (self), FALSE);

  return self->need_day;
}

/**
 * aft_pasted_lines_need_zone:
 * @self: lines
 *
 * Returns: whether a line has a clock time, and doesn't say of which zone
 */
gboolean
aft_pasted_lines_need_zone (AftPastedLines *self)
{
  g_return_val_if_fail (AFT_IS_PASTED_LINES (self), FALSE);

  return self->need_zone;
}

/**
 * aft_pasted_lines_are_joined:
 * @self: lines
 *
 * Returns: whether lines without a time were joined to the one before
 */
gboolean
aft_pasted_lines_are_joined (AftPastedLines *self)
{
  g_return_val_if_fail (AFT_IS_PASTED_LINES (self), FALSE);

  return self->joined;
}

/**
 * aft_pasted_lines_can_be_joined:
 * @self: lines
 *
 * Returns: whether there are lines with a time and lines without
 */
gboolean
aft_pasted_lines_can_be_joined (AftPastedLines *self)
{
  g_return_val_if_fail (AFT_IS_PASTED_LINES (self), FALSE);

  return self->can_be_joined;
}

/**
 * aft_pasted_text_is_several:
 * @text: a text
 *
 * Returns: whether it has more than one line that isn't empty
 */
gboolean
aft_pasted_text_is_several (const char *text)
{
  const char *end;

  g_return_val_if_fail (text != NULL, FALSE);

  text += strspn (text, "\r\n\t\f\v ");
  end = text + strcspn (text, "\r\n");

  return end[strspn (end, "\r\n\t\f\v ")] != '\0';
}

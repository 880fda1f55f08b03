/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-chronology.h"
#include "aft-event-edits.h"
#include "aft-moment-parser.h"

/* An event without a time stands behind the one it was told after; the place of the others in the
 * list doesn't matter, and at the end they come between nothing. */
static guint
find_place (AftDocument *document,
            AftMoment   *at,
            AftEvent    *after)
{
  guint position;

  if (!aft_moment_is_known (at) && after != NULL && aft_item_get_place (AFT_ITEM (after), &position) != NULL)
    return position + 1;

  return g_list_model_get_n_items (aft_document_get_events (document));
}

static AftEvent *
insert_event (AftSession *session,
              AftMoment  *at,
              const char *text,
              AftEvent   *after)
{
  AftDocument *document = aft_session_get_document (session);
  g_autoptr(AftEvent) event = aft_event_new ();

  g_object_set (event, "text", text, "at", at, NULL);
  if (!aft_history_insert (aft_session_get_history (session), AFT_ITEM (document), "events",
                           find_place (document, at, after), AFT_ITEM (event)))
    return NULL;

  /* The document keeps it. */
  return event;
}

static const char *
skip_separator (const char *text)
{
  static const char *const separators[] = { "–", "—", "-", ":", "|", ",", ";" };

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (text, separators[i]))
      {
        text += strlen (separators[i]);
        break;
      }

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* The day that a bare clock time means: that of the event told before, or where nobody knows when
 * that was, of the nearest one before it. */
static AftMoment *
find_previous (AftSession *session,
               AftEvent   *after)
{
  g_autoptr(GPtrArray) order = NULL;
  AftMoment *previous = NULL;

  if (after == NULL || aft_moment_is_known (aft_event_get_at (after)))
    return after != NULL ? aft_event_get_at (after) : NULL;

  order = aft_chronology_order (aft_session_get_document (session));
  for (guint i = 0; i < order->len; i++)
    {
      if (aft_moment_is_known (aft_event_get_at (order->pdata[i])))
        previous = aft_event_get_at (order->pdata[i]);
      if (order->pdata[i] == after)
        break;
    }

  return previous;
}

/* Words without a time are an event too; a time that can't be is an error. */
static AftMoment *
read_line (AftSession       *session,
           const char       *line,
           const AftMoment  *previous,
           const char      **text,
           GError          **error)
{
  const AftMomentContext context = { aft_session_get_zone_name (session), g_get_real_time (), previous };
  g_autoptr(GError) failure = NULL;
  AftMoment *at = aft_moment_parse_leading (line, &context, text, &failure);

  if (at != NULL)
    {
      *text = skip_separator (*text);
      return at;
    }

  if (!g_error_matches (failure, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_NO_TIME))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  *text = line;
  return aft_moment_new_unknown (NULL);
}

/**
 * aft_event_edits_add:
 * @session: a session
 * @at: (nullable): when it was
 * @text: what happened
 * @after: (nullable): the event after which it stands where nobody knows when it was
 *
 * Adds one event in one edit.
 *
 * Returns: (transfer none) (nullable): the new event, %NULL where the document can't be changed
 */
AftEvent *
aft_event_edits_add (AftSession *session,
                     AftMoment  *at,
                     const char *text,
                     AftEvent   *after)
{
  AftHistory *history;
  AftEvent *event;

  g_return_val_if_fail (AFT_IS_SESSION (session) && text != NULL, NULL);

  history = aft_session_get_history (session);
  aft_history_commit (history);
  aft_history_begin (history, _("Add Event"));
  event = insert_event (session, at, text, after);
  aft_history_end (history);

  return event;
}

/**
 * aft_event_edits_add_line:
 * @session: a session
 * @line: a time and what happened, as people type it
 * @after: (nullable): the event told before; its day is meant where only a clock time is written
 * @error: return location for an #AftMomentError
 *
 * Returns: (transfer none) (nullable): the new event, or %NULL on error
 */
AftEvent *
aft_event_edits_add_line (AftSession  *session,
                          const char  *line,
                          AftEvent    *after,
                          GError     **error)
{
  const char *text = NULL;
  g_autoptr(AftMoment) at = NULL;

  g_return_val_if_fail (AFT_IS_SESSION (session) && line != NULL, NULL);

  at = read_line (session, line, find_previous (session, after), &text, error);

  return at != NULL ? aft_event_edits_add (session, at, text, after) : NULL;
}

/**
 * aft_event_edits_add_lines:
 * @session: a session
 * @lines: lines, each with a time and what happened
 * @after: (nullable): the event told before
 * @n_added: (out): how many events were made
 * @n_without_time: (out): how many of them have no time, or none that can be
 *
 * Makes an event of each line that isn't empty, all in one edit. No word is lost: where a time
 * can't be, the whole line becomes the text of an event that keeps its place in the order.
 *
 * Returns: (transfer none) (nullable): the last event
 */
AftEvent *
aft_event_edits_add_lines (AftSession *session,
                           const char *lines,
                           AftEvent   *after,
                           guint      *n_added,
                           guint      *n_without_time)
{
  AftHistory *history;
  g_auto(GStrv) parts = NULL;
  AftMoment *previous;
  AftEvent *last = NULL;

  g_return_val_if_fail (AFT_IS_SESSION (session) && lines != NULL, NULL);

  *n_added = 0;
  *n_without_time = 0;
  history = aft_session_get_history (session);
  previous = find_previous (session, after);
  parts = g_strsplit_set (lines, "\r\n", -1);

  aft_history_commit (history);
  aft_history_begin (history, _("Add Events"));
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      const char *line = g_strstrip (parts[i]);
      const char *text = line;
      g_autoptr(AftMoment) at = NULL;

      if (line[0] == '\0')
        continue;

      at = read_line (session, line, previous, &text, NULL);
      if (at == NULL)
        {
          at = aft_moment_new_unknown (NULL);
          text = line;
        }

      last = insert_event (session, at, text, last != NULL ? last : after);
      if (last == NULL)
        break;

      (*n_added)++;
      if (aft_moment_is_known (at))
        previous = aft_event_get_at (last);
      else
        (*n_without_time)++;
    }
  aft_history_end (history);

  return last;
}

/**
 * aft_event_edits_move:
 * @session: a session
 * @event: an event of its document
 * @microseconds: by how much
 *
 * Moves an event in time, and its end with it, in one edit.
 *
 * Returns: whether anything changed
 */
gboolean
aft_event_edits_move (AftSession *session,
                      AftEvent   *event,
                      gint64      microseconds)
{
  AftHistory *history;
  g_autoptr(AftMoment) at = NULL;
  g_autoptr(AftMoment) end = NULL;

  g_return_val_if_fail (AFT_IS_SESSION (session) && AFT_IS_EVENT (event), FALSE);

  if (!aft_moment_is_known (aft_event_get_at (event)) || aft_item_get_document (AFT_ITEM (event)) == NULL)
    return FALSE;

  at = aft_moment_shift (aft_event_get_at (event), microseconds);
  if (aft_moment_get_instant (at) == aft_moment_get_instant (aft_event_get_at (event)))
    return FALSE;
  if (aft_moment_is_known (aft_event_get_end (event)))
    end = aft_moment_shift (aft_event_get_end (event), microseconds);

  history = aft_session_get_history (session);
  aft_history_commit (history);
  aft_history_begin (history, _("Move Event"));
  g_object_set (event, "at", at, NULL);
  if (end != NULL)
    g_object_set (event, "end", end, NULL);
  aft_history_end (history);

  return TRUE;
}

/**
 * aft_event_edits_remove:
 * @session: a session
 * @event: an event of its document
 *
 * Removes an event at once, and tells it with an offer to undo.
 *
 * Returns: whether it was removed
 */
gboolean
aft_event_edits_remove (AftSession *session,
                        AftEvent   *event)
{
  AftHistory *history;
  gboolean removed;

  g_return_val_if_fail (AFT_IS_SESSION (session) && AFT_IS_EVENT (event), FALSE);

  history = aft_session_get_history (session);
  aft_history_commit (history);
  aft_history_begin (history, _("Remove Event"));
  removed = aft_history_remove (history, AFT_ITEM (event));
  aft_history_end (history);

  if (removed)
    aft_session_tell (session, _("Event removed"), TRUE);

  return removed;
}

/**
 * aft_event_edits_find_last:
 * @session: a session
 *
 * Returns: (transfer none) (nullable): the last event in the order of time
 */
AftEvent *
aft_event_edits_find_last (AftSession *session)
{
  g_autoptr(GPtrArray) order = NULL;

  g_return_val_if_fail (AFT_IS_SESSION (session), NULL);

  order = aft_chronology_order (aft_session_get_document (session));

  return order->len > 0 ? order->pdata[order->len - 1] : NULL;
}

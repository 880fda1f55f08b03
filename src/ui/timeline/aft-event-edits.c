/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-chronology.h"
#include "aft-event-edits.h"
#include "aft-moment-parser.h"
#include "aft-pasted-head.h"

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

/* “5000 users” is no year. */
static gboolean
is_far_year (const AftMoment *at,
             const char      *rest)
{
  return aft_moment_get_precision (at) == AFT_PRECISION_YEAR && g_ascii_isspace (*rest) &&
         (strcmp (aft_moment_get_written (at), "1900") < 0 || strcmp (aft_moment_get_written (at), "2100") > 0);
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
  g_autoptr(AftMoment) at = aft_moment_parse_leading (line, &context, text, &failure);
  AftPastedHead head = { NULL, };

  if (at != NULL && !is_far_year (at, *text))
    {
      *text = aft_pasted_head_skip_separator (*text);
      return g_steal_pointer (&at);
    }
  if (at == NULL && !g_error_matches (failure, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_NO_TIME))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  /* [15:08] and other ways in which a single line comes out of a chat. */
  g_clear_pointer (&at, aft_moment_unref);
  g_clear_error (&failure);
  at = aft_pasted_head_read (line, &context, &head, &failure);
  *text = head.text;
  if (at != NULL)
    return g_steal_pointer (&at);
  if (!g_error_matches (failure, AFT_MOMENT_ERROR, AFT_MOMENT_ERROR_NO_TIME))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  *text = line;
  return aft_moment_new_unknown (NULL);
}

/**
 * aft_event_edits_find_previous:
 * @session: a session
 * @after: (nullable): the event told before
 *
 * The day that a bare clock time means: that of the event told before, or where nobody knows when
 * that was, of the nearest one before it.
 *
 * Returns: (transfer none) (nullable): a moment of that day
 */
AftMoment *
aft_event_edits_find_previous (AftSession *session,
                               AftEvent   *after)
{
  g_autoptr(GPtrArray) order = NULL;
  AftMoment *previous = NULL;

  g_return_val_if_fail (AFT_IS_SESSION (session), NULL);

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

  at = read_line (session, line, aft_event_edits_find_previous (session, after), &text, error);

  return at != NULL ? aft_event_edits_add (session, at, text, after) : NULL;
}

/**
 * aft_event_edits_add_dropped:
 * @session: a session
 * @text: one line of another application
 * @instant: where it was dropped, in microseconds since 1970-01-01T00:00:00Z
 * @error: return location for an #AftMomentError
 *
 * Makes an event of a line of a chat or a log: at its own time where the line begins with one, else
 * in the minute where it was dropped. A bare clock time means the day of that place.
 *
 * Returns: (transfer none) (nullable): the new event, or %NULL on error; without an error where the
 *   document can't be changed, or the text is empty
 */
AftEvent *
aft_event_edits_add_dropped (AftSession  *session,
                             const char  *text,
                             gint64       instant,
                             GError     **error)
{
  g_autoptr(AftMoment) place = NULL;
  g_autoptr(AftMoment) at = NULL;
  g_autofree char *line = NULL;
  const char *words = NULL;

  g_return_val_if_fail (AFT_IS_SESSION (session) && text != NULL, NULL);

  line = g_strstrip (g_strdup (text));
  if (line[0] == '\0')
    return NULL;

  g_strdelimit (line, "\r\n", ' ');
  instant -= ((instant % G_TIME_SPAN_MINUTE) + G_TIME_SPAN_MINUTE) % G_TIME_SPAN_MINUTE;
  place = aft_moment_new (instant, aft_session_get_zone_name (session), AFT_PRECISION_MINUTE, FALSE, NULL);
  at = read_line (session, line, place, &words, error);
  if (at == NULL)
    return NULL;

  return aft_event_edits_add (session, aft_moment_is_known (at) ? at : place, words, NULL);
}

/**
 * aft_event_edits_insert:
 * @session: a session
 * @events: (element-type AftEvent): new events, in the order in which they are told
 * @after: (nullable): the event told before
 *
 * Adds many events in one edit, of which everybody hears once. Those without a time stand behind
 * the event that is told before them.
 *
 * Returns: (transfer none) (nullable): the last event, %NULL where the document can't be changed
 */
AftEvent *
aft_event_edits_insert (AftSession *session,
                        GPtrArray  *events,
                        AftEvent   *after)
{
  AftItem *document;
  AftHistory *history;
  g_autoptr(GPtrArray) first = NULL;
  g_autoptr(GPtrArray) rest = NULL;
  gboolean done;

  g_return_val_if_fail (AFT_IS_SESSION (session) && events != NULL, NULL);

  if (events->len == 0)
    return NULL;

  document = AFT_ITEM (aft_session_get_document (session));
  history = aft_session_get_history (session);
  first = g_ptr_array_new ();
  rest = g_ptr_array_sized_new (events->len);
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (rest->len == 0 && !aft_moment_is_known (aft_event_get_at (events->pdata[i])) ? first : rest,
                     events->pdata[i]);

  aft_history_commit (history);
  aft_history_begin (history, _("Add Events"));
  done = aft_history_insert_many (history, document, "events", find_place (AFT_DOCUMENT (document), NULL, after), first) &&
         aft_history_insert_many (history, document, "events", G_MAXUINT, rest);
  aft_history_end (history);

  return done ? events->pdata[events->len - 1] : NULL;
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

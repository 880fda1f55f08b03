/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-moves.h"

/* What is done to events that are there already, each in one edit. */

static gboolean
is_movable (AftEvent *event)
{
  return aft_moment_is_known (aft_event_get_at (event)) && aft_item_get_document (AFT_ITEM (event)) != NULL;
}

static gboolean
would_move (AftEvent *event,
            gint64    microseconds)
{
  g_autoptr(AftMoment) at = NULL;

  if (!is_movable (event))
    return FALSE;

  at = aft_moment_shift (aft_event_get_at (event), microseconds);

  return aft_moment_get_instant (at) != aft_moment_get_instant (aft_event_get_at (event));
}

static void
shift (AftEvent *event,
       gint64    microseconds)
{
  g_autoptr(AftMoment) at = aft_moment_shift (aft_event_get_at (event), microseconds);
  g_autoptr(AftMoment) end = NULL;

  g_object_set (event, "at", at, NULL);
  if (!aft_moment_is_known (aft_event_get_end (event)))
    return;

  end = aft_moment_shift (aft_event_get_end (event), microseconds);
  g_object_set (event, "end", end, NULL);
}

static gboolean
would_change (AftEvent       *event,
              const AftShift *shift)
{
  g_autoptr(AftMoment) at = NULL;

  if (!is_movable (event))
    return FALSE;

  at = aft_shift_apply (shift, aft_event_get_at (event));

  return !aft_moment_equal (at, aft_event_get_at (event));
}

static void
apply_shift (AftEvent       *event,
             const AftShift *shift)
{
  g_autoptr(AftMoment) at = aft_shift_apply (shift, aft_event_get_at (event));
  g_autoptr(AftMoment) end = NULL;

  g_object_set (event, "at", at, NULL);
  if (!aft_moment_is_known (aft_event_get_end (event)))
    return;

  end = aft_shift_apply (shift, aft_event_get_end (event));
  g_object_set (event, "end", end, NULL);
}

/* The document's own list, not what a widget chose it in: so the edit is the same however they were chosen. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  guint first = 0;
  guint second = 0;

  aft_item_get_place (*(AftItem **) a, &first);
  aft_item_get_place (*(AftItem **) b, &second);

  return (first > second) - (first < second);
}

static GPtrArray *
take_present (GPtrArray *events)
{
  GPtrArray *present = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < events->len; i++)
    if (aft_item_get_document (events->pdata[i]) != NULL)
      g_ptr_array_add (present, g_object_ref (events->pdata[i]));
  g_ptr_array_sort (present, compare_places);

  return present;
}

/**
 * aft_event_moves_shift:
 * @session: a session
 * @events: (element-type AftEvent): events of its document
 * @microseconds: by how much
 *
 * Moves events in time, and their ends with them. Those whose time nobody knows stay.
 *
 * Returns: whether anything changed
 */
gboolean
aft_event_moves_shift (AftSession *session,
                       GPtrArray  *events,
                       gint64      microseconds)
{
  g_autoptr(GPtrArray) moved = NULL;
  AftHistory *history;

  g_return_val_if_fail (AFT_IS_SESSION (session) && events != NULL, FALSE);

  moved = take_present (events);
  for (guint i = moved->len; i > 0; i--)
    if (!would_move (moved->pdata[i - 1], microseconds))
      g_ptr_array_remove_index (moved, i - 1);
  history = aft_session_get_history (session);
  if (moved->len == 0 || aft_history_is_read_only (history))
    return FALSE;

  aft_history_commit (history);
  aft_history_begin (history, moved->len == 1 ? _("Move Event") : _("Move Events"));
  for (guint i = 0; i < moved->len; i++)
    shift (moved->pdata[i], microseconds);
  aft_history_end (history);

  return TRUE;
}

/**
 * aft_event_moves_apply:
 * @session: a session
 * @events: (element-type AftEvent): events of its document
 * @shift: how their source was wrong
 *
 * Corrects the times of events, and their ends with them. Those whose time nobody knows stay.
 *
 * Returns: whether anything changed
 */
gboolean
aft_event_moves_apply (AftSession     *session,
                       GPtrArray      *events,
                       const AftShift *shift)
{
  g_autoptr(GPtrArray) present = NULL;
  g_autoptr(GPtrArray) changed = NULL;
  AftHistory *history;
  const char *name;

  g_return_val_if_fail (AFT_IS_SESSION (session) && events != NULL && shift != NULL, FALSE);

  present = take_present (events);
  changed = g_ptr_array_new ();
  for (guint i = 0; i < present->len; i++)
    if (would_change (present->pdata[i], shift))
      g_ptr_array_add (changed, present->pdata[i]);
  history = aft_session_get_history (session);
  if (changed->len == 0 || aft_history_is_read_only (history))
    return FALSE;

  if (shift->zone != NULL)
    name = changed->len == 1 ? _("Change Zone of Event") : _("Change Zone of Events");
  else
    /* Translators: what undo takes back: times were corrected by an amount */
    name = changed->len == 1 ? _("Shift Event") : _("Shift Events");
  aft_history_commit (history);
  aft_history_begin (history, name);
  for (guint i = 0; i < changed->len; i++)
    apply_shift (changed->pdata[i], shift);
  aft_history_end (history);

  return TRUE;
}

/**
 * aft_event_moves_shift_end:
 * @session: a session
 * @event: an event of its document that has an end
 * @microseconds: by how much
 *
 * Moves the end of an event, never before its start.
 *
 * Returns: whether anything changed
 */
gboolean
aft_event_moves_shift_end (AftSession *session,
                           AftEvent   *event,
                           gint64      microseconds)
{
  g_autoptr(AftMoment) end = NULL;
  AftHistory *history;
  gint64 start;
  gint64 before;

  g_return_val_if_fail (AFT_IS_SESSION (session) && AFT_IS_EVENT (event), FALSE);

  history = aft_session_get_history (session);
  if (!is_movable (event) || !aft_moment_is_known (aft_event_get_end (event)) || aft_history_is_read_only (history))
    return FALSE;

  start = aft_moment_get_instant (aft_event_get_at (event));
  before = aft_moment_get_instant (aft_event_get_end (event));
  end = aft_moment_shift (aft_event_get_end (event), MAX (microseconds, start - before));
  if (aft_moment_get_instant (end) == before || aft_moment_get_instant (end) < start)
    return FALSE;

  aft_history_commit (history);
  /* Translators: what undo takes back: an event was made to last longer or shorter */
  aft_history_begin (history, _("Move End of Event"));
  g_object_set (event, "end", end, NULL);
  aft_history_end (history);

  return TRUE;
}

/**
 * aft_event_moves_duplicate:
 * @session: a session
 * @events: (element-type AftEvent): events of its document
 *
 * Puts a copy of each behind it. A key moment stays with the one that has it.
 *
 * Returns: (transfer full) (element-type AftEvent): the copies, none where the document can't be changed
 */
GPtrArray *
aft_event_moves_duplicate (AftSession *session,
                           GPtrArray  *events)
{
  g_autoptr(GPtrArray) originals = NULL;
  g_autoptr(GPtrArray) copies = NULL;
  AftHistory *history;

  g_return_val_if_fail (AFT_IS_SESSION (session) && events != NULL, NULL);

  originals = take_present (events);
  copies = g_ptr_array_new_with_free_func (g_object_unref);
  history = aft_session_get_history (session);
  if (originals->len == 0 || aft_history_is_read_only (history))
    return g_steal_pointer (&copies);

  aft_history_commit (history);
  aft_history_begin (history, originals->len == 1 ? _("Duplicate Event") : _("Duplicate Events"));
  for (guint i = 0; i < originals->len; i++)
    {
      AftItem *original = originals->pdata[i];
      g_autoptr(AftItem) copy = aft_item_duplicate (original);
      guint place = 0;

      g_object_set (copy, "key-moments", AFT_KEY_MOMENT_NOTHING, NULL);
      aft_item_get_place (original, &place);
      if (aft_history_insert (history, AFT_ITEM (aft_session_get_document (session)), "events", place + 1, copy))
        g_ptr_array_add (copies, g_steal_pointer (&copy));
    }
  aft_history_end (history);

  return g_steal_pointer (&copies);
}

/**
 * aft_event_moves_remove:
 * @session: a session
 * @events: (element-type AftEvent): events of its document
 *
 * Removes events at once, and tells it with an offer to undo.
 *
 * Returns: whether any was removed
 */
gboolean
aft_event_moves_remove (AftSession *session,
                        GPtrArray  *events)
{
  g_autoptr(GPtrArray) present = NULL;
  g_autofree char *told = NULL;
  AftHistory *history;

  g_return_val_if_fail (AFT_IS_SESSION (session) && events != NULL, FALSE);

  present = take_present (events);
  history = aft_session_get_history (session);
  if (present->len == 0 || aft_history_is_read_only (history))
    return FALSE;

  aft_history_commit (history);
  aft_history_begin (history, present->len == 1 ? _("Remove Event") : _("Remove Events"));
  /* From the last one, so that the places of the others stay. */
  for (guint i = present->len; i > 0; i--)
    aft_history_remove (history, present->pdata[i - 1]);
  aft_history_end (history);

  if (present->len == 1)
    told = g_strdup (_("Event removed"));
  else
    /* Translators: told beside a button that brings the events back */
    told = g_strdup_printf (ngettext ("%u event removed", "%u events removed", present->len), present->len);
  aft_session_tell (session, told, TRUE);

  return TRUE;
}

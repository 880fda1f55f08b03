/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-chronology.h"
#include "aft-moment-parser.h"
#include "aft-moment-words.h"

/* The words in which people change a time, wherever they do. */

/* Which day a bare clock time means: the one that stands here already, else that of the start, else
 * that of the event before. */
static AftMoment *
get_previous (AftSession *session,
              AftItem    *item,
              guint       field)
{
  AftMoment *moment = aft_item_get_moment (item, field);
  AftMoment *previous = NULL;
  g_autoptr(GPtrArray) order = NULL;
  guint index;

  if (aft_moment_is_known (moment))
    return moment;
  if (aft_item_find_field (item, "at", &index) && aft_moment_is_known (aft_item_get_moment (item, index)))
    return aft_item_get_moment (item, index);

  order = aft_chronology_order (aft_session_get_document (session));
  for (guint i = 0; i < order->len && order->pdata[i] != item; i++)
    if (aft_moment_is_known (aft_event_get_at (order->pdata[i])))
      previous = aft_event_get_at (order->pdata[i]);

  return previous;
}

/**
 * aft_moment_words_dup:
 * @session: a session
 * @moment: (nullable): a time
 *
 * Returns: (transfer full): the words in which somebody can change it: as they were written, if
 *   anybody wrote it
 */
char *
aft_moment_words_dup (AftSession *session,
                      AftMoment  *moment)
{
  const char *written = moment != NULL ? aft_moment_get_written (moment) : NULL;

  g_return_val_if_fail (AFT_IS_SESSION (session), NULL);

  if (written != NULL && written[0] != '\0')
    return g_strdup (written);
  if (!aft_moment_is_known (moment))
    return g_strdup ("");

  return aft_moment_format (moment, aft_session_get_zone (session), AFT_MOMENT_STYLE_ISO);
}

/**
 * aft_moment_words_read:
 * @session: a session
 * @item: an item of its document
 * @field: the index of a field that holds a moment
 * @text: what was typed for it
 * @error: return location for an #AftMomentError
 *
 * Returns: (transfer full) (nullable): the time, %NULL where nothing was typed, or on error
 */
AftMoment *
aft_moment_words_read (AftSession  *session,
                       AftItem     *item,
                       guint        field,
                       const char  *text,
                       GError     **error)
{
  g_autofree char *stripped = NULL;
  AftMomentContext context;

  g_return_val_if_fail (AFT_IS_SESSION (session) && AFT_IS_ITEM (item) && text != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  if (stripped[0] == '\0')
    return NULL;

  context = (AftMomentContext) { aft_session_get_zone_name (session), g_get_real_time (),
                                 get_previous (session, item, field) };

  return aft_moment_parse (stripped, &context, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "aft-due.h"

static char *
format_date (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

/**
 * aft_due_get_date:
 * @due: a due date as it is stored
 * @date: (out) (optional): the day
 *
 * Returns: whether it is a day; %FALSE for a condition
 */
gboolean
aft_due_get_date (const char *due,
                  GDate      *date)
{
  int year;
  int month;
  int day;
  char rest;

  g_return_val_if_fail (due != NULL, FALSE);

  if (strlen (due) != 10 || sscanf (due, "%4d-%2d-%2d%c", &year, &month, &day, &rest) != 3 || year < 1 ||
      month < 1 || month > 12 || day < 1 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  if (date != NULL)
    {
      g_date_clear (date, 1);
      g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
    }

  return TRUE;
}

/**
 * aft_due_understand:
 * @text: what somebody typed
 * @today: the present day
 *
 * Turns "4 weeks", "in 10 days", "2 months", "1 year", "today" and "tomorrow" into a day. A day
 * stays as it is, and so does a condition in words.
 *
 * Returns: (transfer full): what to store
 */
char *
aft_due_understand (const char  *text,
                    const GDate *today)
{
  g_autofree char *stripped = g_strstrip (g_ascii_strdown (text, -1));
  const char *at = stripped;
  GDate date = *today;
  char unit[12];
  guint number;
  char rest;

  if (strcmp (at, "today") == 0)
    return format_date (&date);
  if (strcmp (at, "tomorrow") == 0)
    {
      g_date_add_days (&date, 1);
      return format_date (&date);
    }

  if (g_str_has_prefix (at, "in "))
    at += 3;
  if (sscanf (at, "%4u %11[a-z]%c", &number, unit, &rest) == 2)
    {
      gboolean known = TRUE;

      if (strcmp (unit, "d") == 0 || strcmp (unit, "day") == 0 || strcmp (unit, "days") == 0)
        g_date_add_days (&date, number);
      else if (strcmp (unit, "w") == 0 || strcmp (unit, "week") == 0 || strcmp (unit, "weeks") == 0)
        g_date_add_days (&date, number * 7);
      else if (strcmp (unit, "month") == 0 || strcmp (unit, "months") == 0)
        g_date_add_months (&date, number);
      else if (strcmp (unit, "y") == 0 || strcmp (unit, "year") == 0 || strcmp (unit, "years") == 0)
        g_date_add_years (&date, number);
      else
        known = FALSE;

      if (known)
        return format_date (&date);
    }

  return g_strstrip (g_strdup (text));
}

/**
 * aft_due_get_today:
 * @today: (out caller-allocates): the present day in the local zone
 */
void
aft_due_get_today (GDate *today)
{
  g_date_clear (today, 1);
  g_date_set_time_t (today, (time_t) (g_get_real_time () / G_USEC_PER_SEC));
}

/**
 * aft_action_item_is_settled:
 * @item: an action item
 *
 * Returns: whether it is done or declined
 */
gboolean
aft_action_item_is_settled (AftActionItem *item)
{
  const AftActionState state = aft_action_item_get_state (item);

  return state == AFT_ACTION_DONE || state == AFT_ACTION_DECLINED;
}

/**
 * aft_due_is_overdue:
 * @item: an action item
 * @today: the present day
 *
 * Returns: whether its day is past and it is neither done nor declined
 */
gboolean
aft_due_is_overdue (AftActionItem *item,
                    const GDate   *today)
{
  GDate due;

  return !aft_action_item_is_settled (item) && aft_due_get_date (aft_action_item_get_due (item), &due) &&
         g_date_compare (&due, today) < 0;
}

typedef struct
{
  const GDate     *today;
  AftActionCounts *counts;
} CountData;

static void
count_one (AftItem  *item,
           gpointer  user_data)
{
  CountData *data = user_data;

  if (!AFT_IS_ACTION_ITEM (item))
    return;

  data->counts->total++;
  if (!aft_action_item_is_settled (AFT_ACTION_ITEM (item)))
    data->counts->open++;
  if (aft_due_is_overdue (AFT_ACTION_ITEM (item), data->today))
    data->counts->overdue++;
  if (aft_action_item_get_due (AFT_ACTION_ITEM (item))[0] == '\0')
    data->counts->undated++;
}

/**
 * aft_due_count:
 * @item: a document, or anything in it
 * @today: the present day
 * @counts: (out caller-allocates): how many action items stand there, in all and of each kind
 */
void
aft_due_count (AftItem         *item,
               const GDate     *today,
               AftActionCounts *counts)
{
  CountData data = { today, counts };

  memset (counts, 0, sizeof *counts);
  aft_item_foreach (item, count_one, &data);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-review"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-corrective-action.h"
#include "aft-due.h"
#include "aft-lesson.h"
#include "aft-numbering.h"
#include "aft-review-private.h"

/* What is said of lessons, corrective actions and action items. */

static void
check_item (AftReview     *self,
            AftActionItem *item)
{
  g_autofree char *number = aft_numbering_get (AFT_ITEM (item));
  const char *due = aft_action_item_get_due (item);

  if (aft_action_item_is_settled (item))
    {
      if (aft_action_item_get_state (item) == AFT_ACTION_DECLINED && aft_action_item_get_reason (item)[0] == '\0')
        {
          /* Translators: %s is a number such as 5a-i */
          g_autofree char *message = g_strdup_printf (_("Action item %s was declined without a reason."), number);

          aft_review_add (self, "declined-without-reason", AFT_FINDING_GAP, AFT_ITEM (item), message,
                          _("Say in a sentence why it is not worth doing."));
        }
      return;
    }

  if (due[0] == '\0')
    {
      /* Translators: %s is a number such as 5a-i */
      g_autofree char *message = g_strdup_printf (_("Action item %s has no due date."), number);

      aft_review_add (self, "no-due-date", AFT_FINDING_GAP, AFT_ITEM (item), message,
                      _("Give it a date, or say on what it depends. Without one it is not short term."));
    }
  else if (aft_due_is_overdue (item, self->today))
    {
      /* Translators: the first %s is a number such as 5a-i, the second a date */
      g_autofree char *message = g_strdup_printf (_("Action item %s was due on %s."), number, due);

      aft_review_add (self, "overdue", AFT_FINDING_GAP, AFT_ITEM (item), message,
                      _("Mark it as done, decline it with a reason, or agree on another date."));
    }
}

static void
check_action (AftReview           *self,
              AftCorrectiveAction *action)
{
  g_autofree char *number = aft_numbering_get (AFT_ITEM (action));

  if (g_list_model_get_n_items (aft_corrective_action_get_items (action)) == 0 &&
      aft_corrective_action_get_reason (action)[0] == '\0')
    {
      /* Translators: %s is a number such as 5b */
      g_autofree char *message = g_strdup_printf (_("Corrective action %s has no action item and no reason."), number);

      aft_review_add (self, "nothing-below-action", AFT_FINDING_GAP, AFT_ITEM (action), message,
                      _("Add the first step somebody will take, or say why there is none yet."));
    }
}

static void
check_lesson (AftReview *self,
              AftLesson *lesson)
{
  g_autofree char *number = aft_numbering_get (AFT_ITEM (lesson));

  if (g_list_model_get_n_items (aft_lesson_get_actions (lesson)) == 0 && aft_lesson_get_reason (lesson)[0] == '\0')
    {
      /* Translators: %s is a number such as 5 */
      g_autofree char *message = g_strdup_printf (_("Nothing follows from lesson %s."), number);

      aft_review_add (self, "nothing-below-lesson", AFT_FINDING_HINT, AFT_ITEM (lesson), message,
                      _("Add a corrective action, or say why no change is worth its cost."));
    }
}

static void
check_one (AftItem  *item,
           gpointer  user_data)
{
  if (AFT_IS_ACTION_ITEM (item))
    check_item (user_data, AFT_ACTION_ITEM (item));
  else if (AFT_IS_CORRECTIVE_ACTION (item))
    check_action (user_data, AFT_CORRECTIVE_ACTION (item));
  else if (AFT_IS_LESSON (item))
    check_lesson (user_data, AFT_LESSON (item));
}

void
aft_review_check_actions (AftReview *self)
{
  aft_item_foreach (AFT_ITEM (self->document), check_one, self);
}

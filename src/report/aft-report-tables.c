/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-report-tables.h"

/**
 * aft_report_event_free:
 * @self: (transfer full): an event
 */
void
aft_report_event_free (AftReportEvent *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->start);
  g_free (self->end);
  g_free (self->when);
  g_free (self->text);
  g_free (self->actor);
  g_free (self->believed);
  g_free (self->tags);
  g_free (self->source);
  g_free (self->link);
  g_free (self->item_id);
  g_free (self);
}

/**
 * aft_report_action_free:
 * @self: (transfer full): an action item
 */
void
aft_report_action_free (AftReportAction *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->number);
  g_free (self->text);
  g_free (self->owner);
  g_free (self->due);
  g_free (self->done_on);
  g_free (self->outcome);
  g_free (self->reason);
  g_free (self->tracker);
  g_free (self->lesson_number);
  g_free (self->lesson);
  g_free (self->corrective_number);
  g_free (self->corrective);
  g_free (self->item_id);
  g_free (self);
}

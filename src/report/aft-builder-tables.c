/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-block-builder-private.h"
#include "aft-chronology.h"
#include "aft-corrective-action.h"
#include "aft-due.h"
#include "aft-lesson.h"
#include "aft-numbering.h"

/* What the tables hold that are exported alone: the events and the action items, without blocks. */

static void
collect_event (AftBuilder *self,
               AftEvent   *event)
{
  AftReportEvent *row = g_new0 (AftReportEvent, 1);
  AftMoment *at = aft_event_get_at (event);
  AftMoment *end = aft_event_get_end (event);
  AftItem *actor = aft_document_find (self->document, aft_event_get_actor (event));

  row->start = aft_report_format_iso (at, self->zone);
  row->end = aft_report_format_iso (end, self->zone);
  row->when = aft_report_format_span (self->words, at, end, self->zone);
  row->is_known = aft_moment_is_known (at);
  if (row->is_known)
    {
      row->precision = aft_moment_get_precision (at);
      row->approximate = aft_moment_is_approximate (at);
    }
  if (aft_moment_is_known (end))
    row->approximate |= aft_moment_is_approximate (end);
  row->doubtful = aft_moment_is_doubtful (at) || aft_moment_is_doubtful (end);
  row->kind = aft_event_get_kind (event);
  row->text = aft_builder_dup_text (self, event, "text");
  row->planned = aft_event_is_planned (event);
  row->key_moments = row->planned ? AFT_KEY_MOMENT_NOTHING : aft_event_get_key_moments (event);
  row->actor = aft_edition_dup_role_name (self->edition, actor);
  row->believed = aft_builder_dup_text (self, event, "believed");
  row->known_afterwards = aft_event_get_known_afterwards (event);
  row->effect = aft_event_get_effect (event);
  row->tags = aft_builder_dup_words (self, event, "tags");
  row->source = aft_builder_dup_text (self, event, "source");
  row->link = aft_builder_dup_text (self, event, "link");
  row->lead_up = aft_event_is_lead_up (event);
  row->item_id = g_strdup (aft_item_get_id (AFT_ITEM (event)));
  g_ptr_array_add (self->report->events, row);
}

static void
collect_events (AftBuilder *self)
{
  g_autoptr(GPtrArray) events = aft_chronology_order (self->document);
  const gboolean timeline = aft_builder_shows_section (self, AFT_SECTION_TIMELINE);
  const gboolean lead_up = aft_builder_shows_section (self, AFT_SECTION_LEAD_UP);

  for (guint i = 0; i < events->len; i++)
    {
      AftEvent *event = g_ptr_array_index (events, i);

      if ((aft_event_is_lead_up (event) ? lead_up : timeline) && aft_builder_shows (self, event))
        collect_event (self, event);
    }
}

static void
append (GString    *list,
        const char *separator,
        const char *text)
{
  if (list->len > 0)
    g_string_append (list, separator);
  g_string_append (list, text);
}

static void
append_lesson (AftBuilder *self,
               GString    *numbers,
               GString    *texts,
               AftItem    *lesson)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!AFT_IS_LESSON (lesson) || !aft_builder_shows (self, lesson))
    return;

  number = aft_builder_dup_number (self, lesson);
  text = aft_builder_dup_text (self, lesson, "text");
  append (numbers, ", ", number);
  append (texts, "\n", text);
}

/* The lesson below which it stands, or those that it says it answers. */
static void
collect_lessons (AftBuilder      *self,
                 AftReportAction *row,
                 AftItem         *parent,
                 AftActionItem   *item)
{
  const char *const *ids = aft_action_item_get_lessons (item);
  g_autoptr(GString) numbers = g_string_new (NULL);
  g_autoptr(GString) texts = g_string_new (NULL);

  if (AFT_IS_CORRECTIVE_ACTION (parent))
    {
      append_lesson (self, numbers, texts, aft_item_get_parent (parent));
      if (ids[0] == NULL)
        ids = aft_corrective_action_get_lessons (AFT_CORRECTIVE_ACTION (parent));
    }
  if (numbers->len > 0)
    ids = NULL;
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    append_lesson (self, numbers, texts, aft_document_find (self->document, ids[i]));

  row->lesson_number = g_strdup (numbers->str);
  row->lesson = g_strdup (texts->str);
}

static void
collect_item (AftBuilder    *self,
              AftActionItem *item)
{
  AftReportAction *row;
  AftItem *parent = aft_item_get_parent (AFT_ITEM (item));
  AftItem *owner = aft_document_find (self->document, aft_action_item_get_owner (item));
  const gboolean is_below = AFT_IS_CORRECTIVE_ACTION (parent);

  if (!aft_builder_shows (self, item))
    return;

  row = g_new0 (AftReportAction, 1);
  row->number = aft_builder_dup_number (self, item);
  row->text = aft_builder_dup_text (self, item, "text");
  row->state = aft_action_item_get_state (item);
  row->owner = aft_edition_dup_role_name (self->edition, owner);
  row->due = aft_builder_dup_text (self, item, "due");
  row->overdue = self->today != NULL && aft_due_is_overdue (item, self->today);
  row->done_on = aft_builder_dup_text (self, item, "done-on");
  row->priority = aft_action_item_get_priority (item);
  row->purpose = aft_action_item_get_purpose (item);
  row->outcome = aft_builder_dup_text (self, item, "outcome");
  row->reason = aft_builder_dup_text (self, item, "reason");
  row->tracker = aft_builder_dup_text (self, item, "tracker");
  row->corrective_number = is_below ? aft_builder_dup_number (self, parent) : g_strdup ("");
  row->corrective = is_below ? aft_builder_dup_text (self, parent, "text") : g_strdup ("");
  row->item_id = g_strdup (aft_item_get_id (AFT_ITEM (item)));
  collect_lessons (self, row, parent, item);
  g_ptr_array_add (self->report->actions, row);
}

static void
collect_items (AftBuilder *self,
               GListModel *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(AftActionItem) item = g_list_model_get_item (items, i);

      collect_item (self, item);
    }
}

static void
collect_below (AftBuilder *self,
               GListModel *actions)
{
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr(AftCorrectiveAction) action = g_list_model_get_item (actions, i);

      collect_items (self, aft_corrective_action_get_items (action));
    }
}

static void
collect_actions (AftBuilder *self)
{
  GListModel *lessons = aft_document_get_lessons (self->document);

  if (!aft_builder_shows_section (self, AFT_SECTION_LESSONS))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (lessons); i++)
    {
      g_autoptr(AftLesson) lesson = g_list_model_get_item (lessons, i);

      collect_below (self, aft_lesson_get_actions (lesson));
    }
  collect_below (self, aft_document_get_other_actions (self->document));
  collect_items (self, aft_document_get_other_items (self->document));
}

/**
 * aft_builder_collect_tables:
 * @self: a builder
 *
 * Collects the events and the action items that the edition shows, in its wording, for those who write
 * them alone.
 */
void
aft_builder_collect_tables (AftBuilder *self)
{
  collect_events (self);
  collect_actions (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-report-private.h"

/**
 * aft_report_new:
 * @edition: for whom
 * @language: the language of the document; empty for English
 *
 * Returns: (transfer full): a report without blocks, for the builder
 */
AftReport *
aft_report_new (AftEdition  edition,
                const char *language)
{
  AftReport *self = g_new0 (AftReport, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->edition = edition;
  self->words = aft_report_words_get (language);
  self->language = g_strdup (language[0] != '\0' ? language : "en");
  self->title = g_strdup ("");
  self->subject = g_strdup ("");
  self->author = g_strdup ("");
  self->keywords = g_strdup ("");
  self->blocks = aft_blocks_new ();
  self->trees = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_figure_data_unref);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_report_event_free);
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_report_action_free);

  return self;
}

/**
 * aft_report_ref:
 * @self: a report
 *
 * Returns: (transfer full): @self
 */
AftReport *
aft_report_ref (AftReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * aft_report_unref:
 * @self: (transfer full): a report
 */
void
aft_report_unref (AftReport *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_free (self->language);
  g_free (self->subject);
  g_free (self->author);
  g_free (self->keywords);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->trees);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->actions);
  g_clear_pointer (&self->timeline, aft_figure_data_unref);
  g_free (self);
}

/**
 * aft_report_get_blocks:
 * @self: a report
 *
 * Returns: (transfer none) (element-type AftBlock): its blocks in order
 */
const GPtrArray *
aft_report_get_blocks (AftReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->blocks;
}

/**
 * aft_report_get_trees:
 * @self: a report
 *
 * Returns: (transfer none) (element-type AftFigureData): the whys of each problem that the edition
 *   shows, in their order, also of one that nobody asked about yet
 */
const GPtrArray *
aft_report_get_trees (AftReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->trees;
}

/**
 * aft_report_get_events:
 * @self: a report
 *
 * Returns: (transfer none) (element-type AftReportEvent): all events that the edition shows, in their
 *   order, also those of the lead-up and those whose time nobody knows
 */
const GPtrArray *
aft_report_get_events (AftReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->events;
}

/**
 * aft_report_get_actions:
 * @self: a report
 *
 * Returns: (transfer none) (element-type AftReportAction): all action items that the edition shows, in
 *   their order
 */
const GPtrArray *
aft_report_get_actions (AftReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->actions;
}

/**
 * aft_report_get_timeline:
 * @self: a report
 *
 * Returns: (transfer none) (nullable): the events that the edition shows and whose time is known;
 *   nothing where there are none
 */
const AftFigureData *
aft_report_get_timeline (AftReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->timeline;
}

/**
 * aft_report_get_words:
 * @self: a report
 *
 * Returns: (transfer none): the words of its language
 */
const AftReportWords *
aft_report_get_words (AftReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->words;
}

/**
 * aft_report_get_title:
 * @self: a report
 *
 * Returns: (transfer none): its title, never empty
 */
const char *
aft_report_get_title (AftReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * aft_report_get_language:
 * @self: a report
 *
 * Returns: (transfer none): the tag of its language
 */
const char *
aft_report_get_language (AftReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/**
 * aft_report_get_subject:
 * @self: a report
 *
 * Returns: (transfer none): its summary in one line, may be empty
 */
const char *
aft_report_get_subject (AftReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->subject;
}

/**
 * aft_report_get_author:
 * @self: a report
 *
 * Returns: (transfer none): who wrote it, as far as its edition says so; may be empty
 */
const char *
aft_report_get_author (AftReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->author;
}

/**
 * aft_report_get_keywords:
 * @self: a report
 *
 * Returns: (transfer none): its tags, set apart by commas; may be empty
 */
const char *
aft_report_get_keywords (AftReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->keywords;
}

/**
 * aft_report_get_edition:
 * @self: a report
 *
 * Returns: for whom it is
 */
AftEdition
aft_report_get_edition (AftReport *self)
{
  g_return_val_if_fail (self != NULL, AFT_EDITION_PUBLIC);

  return self->edition;
}

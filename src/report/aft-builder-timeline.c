/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-block-builder-private.h"
#include "aft-plain-text.h"
#include "aft-chronology.h"

static void
add_line (AftRuns     *runs,
          const char  *text,
          AftRunStyle  style)
{
  if (runs->len > 0)
    aft_runs_add_break (runs);
  aft_runs_add (runs, text, style, NULL);
}

static AftRuns *
describe_event (AftBuilder *self,
                AftEvent   *event)
{
  AftRuns *runs = aft_runs_new ();
  g_autofree char *text = aft_builder_dup_text (self, event, "text");
  g_autofree char *believed = aft_builder_dup_text (self, event, "believed");
  g_autofree char *source = aft_builder_dup_text (self, event, "source");
  AftItem *actor = aft_document_find (self->document, aft_event_get_actor (event));
  g_autofree char *who = aft_edition_dup_role_name (self->edition, actor);

  aft_runs_add (runs, text, AFT_RUN_PLAIN, NULL);
  if (who[0] != '\0')
    {
      g_autofree char *line = aft_words_fill (self->words->who, who, NULL);

      add_line (runs, line, AFT_RUN_QUIET);
    }
  if (believed[0] != '\0')
    {
      g_autofree char *line = aft_words_fill (self->words->believed, believed, NULL);

      add_line (runs, line, AFT_RUN_QUIET);
    }
  if (aft_event_get_known_afterwards (event))
    add_line (runs, self->words->afterwards, AFT_RUN_QUIET);
  if (source[0] != '\0' || aft_event_get_link (event)[0] != '\0')
    {
      if (runs->len > 0)
        aft_runs_add_break (runs);
      aft_builder_add_link (self, runs, event, "link", source[0] != '\0' ? source : self->words->source,
                            AFT_RUN_QUIET);
    }

  return runs;
}

static AftRuns *
describe_kind (AftBuilder *self,
               AftEvent   *event)
{
  AftRuns *runs = aft_runs_new ();
  const AftKeyMoments keys = aft_event_get_key_moments (event);

  for (guint i = 0; i < G_N_ELEMENTS (self->words->key_moments); i++)
    if ((keys & (1u << i)) != 0)
      add_line (runs, self->words->key_moments[i], AFT_RUN_STRONG);

  if (aft_event_is_planned (event))
    add_line (runs, self->words->planned, AFT_RUN_EMPHASIS);
  if (aft_event_get_kind (event) != AFT_EVENT_OBSERVATION)
    add_line (runs, self->words->event_kinds[aft_event_get_kind (event)], AFT_RUN_PLAIN);
  if (aft_event_get_effect (event) != AFT_EFFECT_NOT_ASSESSED)
    add_line (runs, self->words->effects[aft_event_get_effect (event)], AFT_RUN_QUIET);

  return runs;
}

static void
add_event_row (AftBuilder    *self,
               AftBlockTable *table,
               AftEvent      *event)
{
  AftTableRow *row = aft_block_table_add_row (table, aft_item_get_id (AFT_ITEM (event)));
  g_autofree char *when = aft_report_format_span (self->words, aft_event_get_at (event), aft_event_get_end (event),
                                                  self->zone);

  aft_table_row_add (row, aft_runs_new_text (when, AFT_RUN_PLAIN));
  aft_table_row_add (row, describe_event (self, event));
  if (table->n_columns > 2)
    aft_table_row_add (row, describe_kind (self, event));
}

/**
 * aft_builder_add_lead_up:
 * @self: a builder
 *
 * Adds what came before the event, as a table.
 */
void
aft_builder_add_lead_up (AftBuilder *self)
{
  g_autoptr(GPtrArray) events = aft_chronology_order (self->document);
  AftBlockTable *table = aft_builder_new_table (self, 2, self->words->when, self->words->lead_up_events, NULL);

  for (guint i = 0; i < events->len; i++)
    {
      AftEvent *event = g_ptr_array_index (events, i);

      if (aft_builder_shows (self, event) && aft_event_is_lead_up (event))
        add_event_row (self, table, event);
    }
  aft_builder_add_table (self, table);
}

static void
add_entry (AftBuilder    *self,
           AftFigureData *figure,
           AftEvent      *event)
{
  AftMoment *at = aft_event_get_at (event);
  AftMoment *end = aft_event_get_end (event);
  g_autofree char *text = NULL;
  AftTimelineEntry *entry;

  if (!aft_moment_is_known (at))
    return;

  entry = aft_figure_data_add_entry (figure);
  entry->start = aft_moment_get_instant (at);
  entry->end = aft_moment_is_known (end) ? MAX (aft_moment_get_instant (end), entry->start) : entry->start;
  entry->when = aft_report_format_moment (self->words, at, self->zone, AFT_REPORT_TIME_SHORT);
  entry->moment = aft_report_format_span (self->words, at, end, self->zone);
  text = aft_builder_dup_text (self, event, "text");
  entry->text = aft_plain_text_clean (text);
  entry->key_moments = aft_event_is_planned (event) ? AFT_KEY_MOMENT_NOTHING : aft_event_get_key_moments (event);
  entry->effect = aft_event_get_effect (event);
  entry->lead_up = aft_event_is_lead_up (event);
  entry->planned = aft_event_is_planned (event);
}

/* "America/New_York (UTC−04:00)", the offset only where it holds for all events. */
static char *
dup_zone_note (AftBuilder *self,
               GPtrArray  *events)
{
  g_autofree char *name = NULL;
  gint64 offset = G_MAXINT64;
  gboolean one_offset = TRUE;

  for (guint i = 0; i < events->len; i++)
    {
      AftMoment *at = aft_event_get_at (g_ptr_array_index (events, i));
      g_autoptr(GDateTime) local = NULL;

      if (!aft_moment_is_known (at) || !aft_moment_has_clock (at) ||
          !aft_builder_shows (self, g_ptr_array_index (events, i)))
        continue;
      local = aft_report_date_time (aft_moment_get_instant (at), self->zone);
      if (local == NULL)
        continue;

      if (offset != G_MAXINT64 && offset != g_date_time_get_utc_offset (local))
        one_offset = FALSE;
      offset = g_date_time_get_utc_offset (local);
    }

  if (offset == G_MAXINT64)
    return NULL;

  if (one_offset && offset != 0)
    {
      const int minutes = (int) (ABS (offset) / G_TIME_SPAN_MINUTE);

      name = g_strdup_printf ("%s (UTC%s%02d:%02d)", self->zone_name, offset < 0 ? "−" : "+", minutes / 60,
                              minutes % 60);
    }

  return aft_words_fill (self->words->zone_note, name != NULL ? name : self->zone_name, NULL);
}

static void
add_figure (AftBuilder *self,
            GPtrArray  *events,
            const char *zone_note)
{
  g_autoptr(AftFigureData) figure = aft_figure_data_new (AFT_FIGURE_TIMELINE, self->words);
  g_autofree char *count = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  /* Where the edition leaves out the section, its events aren't drawn either. */
  const gboolean lead_up = aft_builder_shows_section (self, AFT_SECTION_LEAD_UP);
  AftBlock *block;

  for (guint i = 0; i < events->len; i++)
    {
      AftEvent *event = g_ptr_array_index (events, i);
      AftMoment *at = aft_event_get_at (event);

      if (!aft_builder_shows (self, event) || !aft_moment_is_known (at) || (aft_event_is_lead_up (event) && !lead_up))
        continue;

      add_entry (self, figure, event);
      g_free (last);
      last = aft_report_format_moment (self->words, at, self->zone, AFT_REPORT_TIME_DATE);
      if (first == NULL)
        first = g_strdup (last);
    }
  if (figure->entries->len == 0)
    return;

  figure->zone = g_time_zone_ref (self->zone);
  figure->zone_note = g_strdup (zone_note);
  count = g_strdup_printf ("%u", figure->entries->len);
  figure->alternative = aft_words_fill (self->words->timeline_alternative, count, first, last, NULL);

  g_clear_pointer (&self->report->timeline, aft_figure_data_unref);
  self->report->timeline = aft_figure_data_ref (figure);
  if (figure->entries->len < 2)
    return;

  block = aft_block_new (AFT_BLOCK_FIGURE);
  block->figure = g_steal_pointer (&figure);
  block->runs = aft_runs_new_text (self->words->timeline_caption, AFT_RUN_PLAIN);
  g_ptr_array_add (self->blocks, block);
}

/**
 * aft_builder_add_timeline:
 * @self: a builder
 *
 * Adds the figures about the response, the drawn timeline, and all events but those of the lead-up.
 */
void
aft_builder_add_timeline (AftBuilder *self)
{
  g_autoptr(GPtrArray) events = aft_chronology_order (self->document);
  AftBlockTable *table = aft_builder_new_table (self, 3, self->words->when, self->words->what_happened,
                                                self->words->marks, NULL);
  g_autofree char *note = dup_zone_note (self, events);

  aft_builder_add_metrics (self);
  add_figure (self, events, note);

  for (guint i = 0; i < events->len; i++)
    {
      AftEvent *event = g_ptr_array_index (events, i);

      if (aft_builder_shows (self, event) && !aft_event_is_lead_up (event))
        add_event_row (self, table, event);
    }

  if (aft_builder_add_table (self, table) == NULL)
    return;

  if (note != NULL)
    g_ptr_array_add (self->blocks,
                     aft_block_new_paragraph (AFT_PARAGRAPH_NOTE, aft_runs_new_text (note, AFT_RUN_PLAIN)));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-block-builder-private.h"
#include "aft-chronology.h"
#include "aft-quantity.h"
#include "aft-role.h"
#include "aft-stated-duration.h"

static void
add_fact (AftBlockTable *table,
          const char    *name,
          const char    *value)
{
  AftTableRow *row;

  if (value == NULL || value[0] == '\0')
    return;

  row = aft_block_table_add_row (table, NULL);
  aft_table_row_add (row, aft_runs_new_text (name, AFT_RUN_PLAIN));
  aft_table_row_add (row, aft_runs_new_text (value, AFT_RUN_PLAIN));
}

/* From the first to the last thing that happened, apart from the lead-up and from plans. */
static char *
dup_dates (AftBuilder *self)
{
  g_autoptr(GPtrArray) events = aft_chronology_order (self->document);
  AftMoment *first = NULL;
  AftMoment *last = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      AftEvent *event = g_ptr_array_index (events, i);
      AftMoment *at = aft_event_get_at (event);

      if (!aft_builder_shows (self, event) || aft_event_is_lead_up (event) || aft_event_is_planned (event) ||
          !aft_moment_is_known (at))
        continue;

      if (first == NULL)
        first = at;
      last = at;
    }

  return first != NULL ? aft_report_format_dates (self->words, first, last, self->zone) : NULL;
}

/* A figure says something of its two moments: who may not see these may not see it either. */
static gboolean
may_show_metric (AftBuilder      *self,
                 const AftMetric *metric)
{
  return metric->known && aft_builder_shows (self, metric->from) && aft_builder_shows (self, metric->to);
}

static gboolean
compute_metrics (AftBuilder  *self,
                 AftIncident *incident,
                 AftMetric    metrics[AFT_N_METRICS])
{
  gboolean any = FALSE;

  aft_metrics_compute (self->document, incident, metrics);
  for (gsize i = 0; i < AFT_N_METRICS; i++)
    {
      metrics[i].known = may_show_metric (self, &metrics[i]);
      any |= metrics[i].known;
    }

  return any;
}

static void
add_tiles (AftBuilder *self,
           AftBlock   *title)
{
  GListModel *incidents = aft_document_get_incidents (self->document);
  g_autoptr(AftIncident) incident = g_list_model_get_item (incidents, 0);
  AftMetric metrics[AFT_N_METRICS];
  AftBlockTable *table;
  AftTableRow *head;
  AftTableRow *row;

  if (g_list_model_get_n_items (incidents) > 1 || (incident != NULL && !aft_builder_shows (self, incident)) ||
      !compute_metrics (self, incident, metrics))
    return;

  table = aft_block_table_new (AFT_TABLE_TILES, AFT_N_METRICS);
  head = aft_block_table_add_head (table);
  row = aft_block_table_add_row (table, NULL);
  for (gsize i = 0; i < AFT_N_METRICS; i++)
    {
      g_autofree char *value = aft_report_format_metric (self->words, &metrics[i]);

      aft_table_row_add (head, aft_runs_new_text (self->words->metrics[i], AFT_RUN_PLAIN));
      aft_table_row_add (row, aft_runs_new_text (value, AFT_RUN_STRONG));
    }
  aft_block_add (title, aft_block_new_table (table));
}

static char *
dup_authors (AftBuilder *self)
{
  GListModel *roles = aft_document_get_roles (self->document);
  g_autoptr(GString) authors = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(AftItem) role = g_list_model_get_item (roles, i);
      g_autofree char *name = aft_edition_dup_role_name (self->edition, role);

      if (name[0] == '\0' || !aft_builder_shows (self, role))
        continue;
      if (authors->len > 0)
        g_string_append (authors, ", ");
      g_string_append (authors, name);
    }

  return g_strdup (authors->str);
}

/**
 * aft_builder_add_title:
 * @self: a builder
 *
 * Adds the title block, and says who and what the report is.
 */
void
aft_builder_add_title (AftBuilder *self)
{
  AftReport *report = self->report;
  AftBlock *title = aft_block_new (AFT_BLOCK_TITLE);
  AftBlockTable *facts = aft_block_table_new (AFT_TABLE_FACTS, 2);
  g_autofree char *text = aft_builder_dup_text (self, self->document, "title");
  g_autofree char *severity = aft_builder_dup_text (self, self->document, "severity");
  g_autofree char *reference = aft_builder_dup_text (self, self->document, "reference");
  g_autofree char *dates = dup_dates (self);
  g_autofree char *tags = aft_builder_dup_words (self, self->document, "tags");
  const guint state = MIN ((guint) aft_document_get_state (self->document), G_N_ELEMENTS (self->words->states) - 1);

  title->runs = aft_runs_new_text (text[0] != '\0' ? text : self->words->untitled, AFT_RUN_PLAIN);
  title->item_id = g_strdup (aft_item_get_id (AFT_ITEM (self->document)));
  title->anchor = aft_builder_dup_anchor (self, "top");

  add_fact (facts, self->words->state, self->words->states[state]);
  add_fact (facts, self->words->event_dates, dates);
  add_fact (facts, self->words->severity, severity);
  add_fact (facts, self->words->reference, reference);
  add_fact (facts, self->words->tags, tags);
  add_fact (facts, self->words->edition, self->words->editions[self->edition]);
  aft_block_add (title, aft_block_new_table (facts));
  add_tiles (self, title);
  g_ptr_array_add (self->blocks, title);

  g_free (report->title);
  report->title = aft_runs_to_text (title->runs);
  g_free (report->keywords);
  report->keywords = g_steal_pointer (&tags);
  g_free (report->author);
  report->author = dup_authors (self);
}

static void
add_metric_table (AftBuilder  *self,
                  AftIncident *incident)
{
  AftMetric metrics[AFT_N_METRICS];
  AftBlockTable *table;

  if (!compute_metrics (self, incident, metrics))
    return;

  table = aft_builder_new_table (self, 3, self->words->measure, self->words->duration, self->words->meaning, NULL);
  for (gsize i = 0; i < AFT_N_METRICS; i++)
    {
      AftTableRow *row = aft_block_table_add_row (table, NULL);
      g_autofree char *value = aft_report_format_metric (self->words, &metrics[i]);
      g_autofree char *meaning =
        aft_words_fill (self->words->definitions[i],
                        metrics[i].from_key == AFT_KEY_MOMENT_TRIGGER ? self->words->from_trigger
                                                                      : self->words->from_impact,
                        NULL);

      aft_table_row_add (row, aft_runs_new_text (self->words->metrics[i], AFT_RUN_PLAIN));
      aft_table_row_add (row, aft_runs_new_text (value, AFT_RUN_STRONG));
      aft_table_row_add (row, aft_runs_new_text (meaning, AFT_RUN_QUIET));
    }
  aft_builder_add_table (self, table);
}

static char *
dup_incident_title (AftBuilder *self,
                    AftItem    *incident)
{
  g_autofree char *title = aft_builder_dup_text (self, incident, "title");
  g_autofree char *number = NULL;
  guint position = 0;

  if (title[0] != '\0')
    return g_steal_pointer (&title);

  aft_item_get_place (incident, &position);
  number = g_strdup_printf ("%u", position + 1);
  return aft_words_fill (self->words->incident_n, number, NULL);
}

/**
 * aft_builder_add_metrics:
 * @self: a builder
 *
 * Adds the figures of each incident with what they mean.
 */
void
aft_builder_add_metrics (AftBuilder *self)
{
  GListModel *all = aft_document_get_incidents (self->document);
  g_autoptr(GPtrArray) incidents = aft_builder_list_items (self, all);

  if (g_list_model_get_n_items (all) == 0)
    add_metric_table (self, NULL);

  for (guint i = 0; i < incidents->len; i++)
    {
      AftItem *incident = g_ptr_array_index (incidents, i);

      if (g_list_model_get_n_items (all) > 1)
        {
          g_autofree char *title = dup_incident_title (self, incident);
          const guint heading = aft_builder_add_heading (self, 3, title, NULL, incident);

          add_metric_table (self, AFT_INCIDENT (incident));
          aft_builder_drop_empty (self, heading);
        }
      else
        add_metric_table (self, AFT_INCIDENT (incident));
    }
}

static void
add_quantities (AftBuilder  *self,
                AftIncident *incident)
{
  g_autoptr(GPtrArray) items = aft_builder_list_items (self, aft_incident_get_quantities (incident));
  AftBlockTable *table = aft_builder_new_table (self, 2, self->words->what, self->words->value, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      AftItem *item = g_ptr_array_index (items, i);
      g_autofree char *label = aft_builder_dup_text (self, item, "label");
      g_autofree char *value = aft_builder_dup_text (self, item, "value");
      g_autofree char *unit = aft_builder_dup_text (self, item, "unit");
      g_autofree char *whole = g_strstrip (g_strdup_printf ("%s %s", value, unit));
      AftTableRow *row;

      if (label[0] == '\0' && whole[0] == '\0')
        continue;

      row = aft_block_table_add_row (table, aft_item_get_id (item));
      aft_table_row_add (row, aft_runs_new_text (label, AFT_RUN_PLAIN));
      aft_table_row_add (row, aft_runs_new_text (whole, AFT_RUN_PLAIN));
    }
  aft_builder_add_table (self, table);
}

static void
add_durations (AftBuilder  *self,
               AftIncident *incident)
{
  g_autoptr(GPtrArray) items = aft_builder_list_items (self, aft_incident_get_durations (incident));
  AftBlockTable *table = aft_builder_new_table (self, 3, self->words->what, self->words->duration,
                                                self->words->who_says, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      static const char *const fields[] = { "label", "value", "source" };
      AftItem *item = g_ptr_array_index (items, i);
      AftTableRow *row = aft_block_table_add_row (table, aft_item_get_id (item));

      for (gsize j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          g_autofree char *text = aft_builder_dup_text (self, item, fields[j]);

          aft_table_row_add (row, aft_runs_new_text (text, AFT_RUN_PLAIN));
        }
    }
  aft_builder_add_table (self, table);
}

/**
 * aft_builder_add_impact:
 * @self: a builder
 *
 * Adds what each incident did to people.
 */
void
aft_builder_add_impact (AftBuilder *self)
{
  GListModel *all = aft_document_get_incidents (self->document);
  const gboolean several = g_list_model_get_n_items (all) > 1;
  g_autoptr(GPtrArray) incidents = aft_builder_list_items (self, all);

  for (guint i = 0; i < incidents->len; i++)
    {
      AftItem *incident = g_ptr_array_index (incidents, i);
      g_autofree char *title = dup_incident_title (self, incident);
      const guint heading = several ? aft_builder_add_heading (self, 3, title, NULL, incident) : 0;

      aft_builder_add_prose (self, incident, "impact", several ? 3 : 2);
      add_quantities (self, AFT_INCIDENT (incident));
      add_durations (self, AFT_INCIDENT (incident));
      if (several)
        aft_builder_drop_empty (self, heading);
    }
}

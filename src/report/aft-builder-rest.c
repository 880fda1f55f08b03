/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-agenda-entry.h"
#include "aft-block-builder-private.h"
#include "aft-figure.h"
#include "aft-meeting.h"
#include "aft-open-question.h"
#include "aft-prose.h"
#include "aft-publication.h"
#include "aft-reference.h"
#include "aft-role.h"
#include "aft-term.h"
#include "aft-todo.h"

/**
 * aft_builder_add_open_questions:
 * @self: a builder
 */
void
aft_builder_add_open_questions (AftBuilder *self)
{
  g_autoptr(GPtrArray) items = aft_builder_list_items (self, aft_document_get_open_questions (self->document));
  AftBlock *list;

  if (items->len == 0)
    return;

  list = aft_block_new_list (AFT_LIST_BULLETS);
  g_ptr_array_add (self->blocks, list);
  for (guint i = 0; i < items->len; i++)
    {
      AftItem *question = g_ptr_array_index (items, i);
      AftBlock *item = aft_block_add (list, aft_block_new (AFT_BLOCK_ITEM));
      g_autofree char *text = aft_builder_dup_text (self, question, "text");
      g_autofree char *answer = aft_builder_dup_text (self, question, "answer");

      item->item_id = g_strdup (aft_item_get_id (question));
      aft_block_add (item, aft_block_new_paragraph (AFT_PARAGRAPH_BODY, aft_runs_new_text (text, AFT_RUN_PLAIN)));
      aft_prose_append (item->children, answer, 6, aft_item_get_id (question));
    }
}

/**
 * aft_builder_add_related:
 * @self: a builder
 */
void
aft_builder_add_related (AftBuilder *self)
{
  g_autoptr(GPtrArray) items = aft_builder_list_items (self, aft_document_get_references (self->document));
  AftBlock *list;

  if (items->len == 0)
    return;

  list = aft_block_new_list (AFT_LIST_BULLETS);
  g_ptr_array_add (self->blocks, list);
  for (guint i = 0; i < items->len; i++)
    {
      AftItem *reference = g_ptr_array_index (items, i);
      AftBlock *item = aft_block_add (list, aft_block_new (AFT_BLOCK_ITEM));
      g_autofree char *title = aft_builder_dup_text (self, reference, "title");
      g_autofree char *note = aft_builder_dup_text (self, reference, "note");
      AftRuns *runs = aft_runs_new ();

      item->item_id = g_strdup (aft_item_get_id (reference));
      aft_builder_add_link (self, runs, reference, "link", title, AFT_RUN_PLAIN);
      if (note[0] != '\0')
        {
          aft_runs_add (runs, " — ", AFT_RUN_PLAIN, NULL);
          aft_runs_add (runs, note, AFT_RUN_QUIET, NULL);
        }
      aft_block_add (item, aft_block_new_paragraph (AFT_PARAGRAPH_BODY, runs));
    }
}

/**
 * aft_builder_add_glossary:
 * @self: a builder
 */
void
aft_builder_add_glossary (AftBuilder *self)
{
  g_autoptr(GPtrArray) items = aft_builder_list_items (self, aft_document_get_glossary (self->document));
  AftBlock *list;

  if (items->len == 0)
    return;

  list = aft_block_new_list (AFT_LIST_PLAIN);
  g_ptr_array_add (self->blocks, list);
  for (guint i = 0; i < items->len; i++)
    {
      AftItem *term = g_ptr_array_index (items, i);
      AftBlock *item = aft_block_add (list, aft_block_new (AFT_BLOCK_ITEM));
      g_autofree char *name = aft_builder_dup_text (self, term, "term");
      g_autofree char *meaning = aft_builder_dup_text (self, term, "meaning");

      item->item_id = g_strdup (aft_item_get_id (term));
      aft_block_add (item, aft_block_new_paragraph (AFT_PARAGRAPH_LABEL, aft_runs_new_text (name, AFT_RUN_PLAIN)));
      aft_prose_append (item->children, meaning, 6, aft_item_get_id (term));
    }
}

static void
add_figure (AftBuilder *self,
            AftFigure  *figure)
{
  const char *data = aft_figure_get_data (figure);
  g_autofree char *alternative = aft_builder_dup_text (self, figure, "alternative-text");
  g_autofree char *caption = aft_builder_dup_text (self, figure, "caption");
  AftBlock *block;
  guchar *bytes;
  gsize size;

  if (data[0] == '\0')
    return;

  bytes = g_base64_decode (data, &size);
  block = aft_block_new (AFT_BLOCK_FIGURE);
  block->item_id = g_strdup (aft_item_get_id (AFT_ITEM (figure)));
  block->runs = aft_runs_new_text (caption, AFT_RUN_PLAIN);
  block->figure = aft_figure_data_new (AFT_FIGURE_PICTURE, self->words);
  block->figure->picture = g_bytes_new_take (bytes, size);
  block->figure->media_type = g_strdup (aft_figure_get_media_type (figure));
  block->figure->flattened = self->edition != AFT_EDITION_TEAM;
  block->figure->alternative = g_strdup (alternative[0] != '\0' ? alternative : caption);
  g_ptr_array_add (self->blocks, block);
}

/**
 * aft_builder_add_figures:
 * @self: a builder
 *
 * Adds the pictures. In public only those that somebody has checked.
 */
void
aft_builder_add_figures (AftBuilder *self)
{
  g_autoptr(GPtrArray) items = aft_builder_list_items (self, aft_document_get_figures (self->document));

  for (guint i = 0; i < items->len; i++)
    if (self->edition != AFT_EDITION_PUBLIC || aft_figure_is_checked (g_ptr_array_index (items, i)))
      add_figure (self, g_ptr_array_index (items, i));
}

static void
add_roles (AftBuilder *self)
{
  g_autoptr(GPtrArray) items = aft_builder_list_items (self, aft_document_get_roles (self->document));
  AftBlockTable *table;

  if (items->len == 0)
    return;

  aft_builder_add_heading (self, 3, self->words->roles, "roles", NULL);
  table = aft_builder_new_table (self, 2, self->words->role, self->words->person, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      AftItem *role = g_ptr_array_index (items, i);
      AftTableRow *row = aft_block_table_add_row (table, aft_item_get_id (role));
      g_autofree char *handles = g_strjoinv (", ", (char **) aft_role_get_handles (AFT_ROLE (role)));
      g_autofree char *name = aft_builder_dup_text (self, role, "role");
      g_autofree char *person = aft_builder_dup_text (self, role, "person");
      AftRuns *runs = aft_runs_new_text (person, AFT_RUN_PLAIN);

      aft_table_row_add (row, aft_runs_new_text (name, AFT_RUN_PLAIN));
      if (handles[0] != '\0')
        {
          aft_runs_add (runs, person[0] != '\0' ? " · " : "", AFT_RUN_QUIET, NULL);
          aft_runs_add (runs, handles, AFT_RUN_QUIET, NULL);
        }
      aft_table_row_add (row, runs);
    }
  aft_builder_add_table (self, table);
}

static void
add_agenda (AftBuilder *self,
            AftMeeting *meeting)
{
  g_autoptr(GPtrArray) entries = aft_builder_list_items (self, aft_meeting_get_agenda (meeting));
  AftBlock *list;

  if (entries->len == 0)
    return;

  aft_builder_add_label (self, self->blocks, self->words->agenda);
  list = aft_block_new_list (AFT_LIST_NUMBERS);
  g_ptr_array_add (self->blocks, list);
  for (guint i = 0; i < entries->len; i++)
    {
      AftAgendaEntry *entry = g_ptr_array_index (entries, i);
      const char *id = aft_item_get_id (AFT_ITEM (entry));
      AftBlock *item = aft_block_add (list, aft_block_new (AFT_BLOCK_ITEM));
      g_autofree char *text = aft_builder_dup_text (self, entry, "text");
      g_autofree char *outcome = aft_builder_dup_text (self, entry, "outcome");

      item->item_id = g_strdup (id);
      aft_builder_add_label (self, item->children, self->words->agenda_kinds[aft_agenda_entry_get_kind (entry)]);
      aft_prose_append (item->children, text, 6, id);
      if (outcome[0] != '\0')
        {
          aft_builder_add_label (self, item->children, self->words->outcome);
          aft_prose_append (item->children, outcome, 6, id);
        }
    }
}

static void
add_meetings (AftBuilder *self)
{
  g_autoptr(GPtrArray) meetings = aft_builder_list_items (self, aft_document_get_meetings (self->document));

  if (meetings->len > 0)
    aft_builder_add_heading (self, 3, self->words->meetings, "meetings", NULL);

  for (guint i = 0; i < meetings->len; i++)
    {
      AftMeeting *meeting = g_ptr_array_index (meetings, i);
      g_autofree char *title = aft_builder_dup_text (self, meeting, "title");
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *decisions = aft_builder_dup_text (self, meeting, "decisions");
      g_autofree char *heading = NULL;

      if (title[0] == '\0')
        {
          g_free (title);
          title = aft_words_fill (self->words->meeting_n, number, NULL);
        }
      if (aft_moment_is_known (aft_meeting_get_at (meeting)))
        {
          g_autofree char *when = aft_report_format_moment (self->words, aft_meeting_get_at (meeting), self->zone,
                                                            AFT_REPORT_TIME_FULL);

          heading = g_strdup_printf ("%s — %s", title, when);
        }

      aft_builder_add_heading (self, 4, heading != NULL ? heading : title, NULL, meeting);
      add_agenda (self, meeting);
      if (decisions[0] != '\0')
        {
          aft_builder_add_label (self, self->blocks, self->words->decisions);
          aft_prose_append (self->blocks, decisions, 6, aft_item_get_id (AFT_ITEM (meeting)));
        }
    }
}

static void
add_todos (AftBuilder *self)
{
  g_autoptr(GPtrArray) todos = aft_builder_list_items (self, aft_document_get_todos (self->document));
  AftBlock *list;

  if (todos->len == 0)
    return;

  aft_builder_add_heading (self, 3, self->words->todos, "todos", NULL);
  list = aft_block_new_list (AFT_LIST_BULLETS);
  g_ptr_array_add (self->blocks, list);
  for (guint i = 0; i < todos->len; i++)
    {
      AftTodo *todo = g_ptr_array_index (todos, i);
      AftBlock *item = aft_block_add (list, aft_block_new (AFT_BLOCK_ITEM));
      g_autofree char *text = aft_builder_dup_text (self, todo, "text");

      item->item_id = g_strdup (aft_item_get_id (AFT_ITEM (todo)));
      item->check = aft_todo_is_done (todo) ? AFT_CHECK_DONE : AFT_CHECK_OPEN;
      aft_block_add (item, aft_block_new_paragraph (AFT_PARAGRAPH_BODY, aft_runs_new_text (text, AFT_RUN_PLAIN)));
    }
}

/* Which edition was given out, when and where. */
static void
add_publications (AftBuilder *self)
{
  g_autoptr(GPtrArray) items = aft_builder_list_items (self, aft_document_get_publications (self->document));
  AftBlockTable *table;

  if (items->len == 0)
    return;

  aft_builder_add_heading (self, 3, self->words->publications, "publications", NULL);
  table = aft_builder_new_table (self, 3, self->words->edition, self->words->when, self->words->place, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      AftPublication *publication = g_ptr_array_index (items, i);
      AftTableRow *row = aft_block_table_add_row (table, aft_item_get_id (AFT_ITEM (publication)));
      const AftAudience audience = aft_publication_get_edition (publication);
      const AftEdition edition = audience == AFT_AUDIENCE_EVERYONE       ? AFT_EDITION_PUBLIC
                                 : audience == AFT_AUDIENCE_ORGANISATION ? AFT_EDITION_ORGANISATION
                                                                         : AFT_EDITION_TEAM;
      g_autofree char *when = aft_report_format_moment (self->words, aft_publication_get_at (publication), self->zone,
                                                        AFT_REPORT_TIME_FULL);
      g_autofree char *place = aft_builder_dup_text (self, publication, "place");
      AftRuns *runs = aft_runs_new ();

      aft_table_row_add (row, aft_runs_new_text (self->words->editions[edition], AFT_RUN_PLAIN));
      aft_table_row_add (row, aft_runs_new_text (when, AFT_RUN_PLAIN));
      aft_runs_add (runs, place, AFT_RUN_PLAIN, aft_link_is_safe (place) ? place : NULL);
      aft_table_row_add (row, runs);
    }
  aft_builder_add_table (self, table);
}

/**
 * aft_builder_add_appendix:
 * @self: a builder for the team
 *
 * Adds what stands at the head of the document and is never published: roles, meetings, to-do,
 * publications.
 */
void
aft_builder_add_appendix (AftBuilder *self)
{
  const guint heading = aft_builder_add_heading (self, 2, self->words->appendix, "appendix", NULL);

  add_roles (self);
  add_meetings (self);
  add_todos (self);
  add_publications (self);
  aft_builder_drop_empty (self, heading);
}

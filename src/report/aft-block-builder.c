/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "aft-block-builder-private.h"
#include "aft-chronology.h"
#include "aft-numbering.h"
#include "aft-prose.h"
#include "aft-response-question.h"

/**
 * aft_builder_dup_text:
 * @self: a builder
 * @item: an item that the edition shows
 * @field: the name of one of its text fields
 *
 * Returns: (transfer full): the wording for the edition, without blanks at its ends
 */
char *
aft_builder_dup_text (AftBuilder *self,
                      gpointer    item,
                      const char *field)
{
  return g_strstrip (aft_edition_dup_text (self->edition, item, field));
}

/**
 * aft_builder_dup_number:
 * @self: a builder
 * @item: a lesson or an action
 *
 * Returns: (transfer full): its number for the edition, or the reference that somebody wrote
 */
char *
aft_builder_dup_number (AftBuilder *self,
                        gpointer    item)
{
  g_autofree char *number = aft_numbering_get (item);

  return aft_edition_dup_plain (self->edition, self->document, number);
}

/**
 * aft_builder_dup_words:
 * @self: a builder
 * @item: an item that the edition shows
 * @field: the name of one of its fields that hold words
 *
 * Returns: (transfer full): the words for the edition, set apart by commas
 */
char *
aft_builder_dup_words (AftBuilder *self,
                       gpointer    item,
                       const char *field)
{
  g_auto(GStrv) words = aft_edition_dup_words (self->edition, item, field);

  return g_strjoinv (", ", words);
}

/**
 * aft_builder_shows:
 * @self: a builder
 * @item: (nullable): an item
 *
 * Returns: whether there is such an item and the edition shows it
 */
gboolean
aft_builder_shows (AftBuilder *self,
                   gpointer    item)
{
  return item != NULL && aft_edition_includes (self->edition, item);
}

/**
 * aft_builder_shows_section:
 * @self: a builder
 * @kind: a kind of section
 *
 * Returns: whether the edition shows what such a section holds; as for all of it, the first of its kind
 *   decides, and where there is none nothing is left out
 */
gboolean
aft_builder_shows_section (AftBuilder     *self,
                           AftSectionKind  kind)
{
  GListModel *sections = aft_document_get_sections (self->document);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr(AftSection) section = g_list_model_get_item (sections, i);

      if (aft_section_get_kind (section) == kind)
        return aft_builder_shows (self, section);
    }

  return TRUE;
}

/**
 * aft_builder_list_items:
 * @self: a builder
 * @list: items
 *
 * Returns: (transfer full) (element-type AftItem): those that the edition shows
 */
GPtrArray *
aft_builder_list_items (AftBuilder *self,
                        GListModel *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(AftItem) item = g_list_model_get_item (list, i);

      if (aft_builder_shows (self, item))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }

  return items;
}

/**
 * aft_builder_dup_anchor:
 * @self: a builder
 * @wish: what it should be called
 *
 * Returns: (transfer full): a name that no other block of the report has
 */
char *
aft_builder_dup_anchor (AftBuilder *self,
                        const char *wish)
{
  g_autoptr(GString) anchor = g_string_new (NULL);
  g_autofree char *base = NULL;
  guint next;
  gsize length;

  for (const char *at = wish; *at != '\0' && anchor->len < 80; at++)
    g_string_append_c (anchor, g_ascii_isalnum (*at) || *at == '-' || *at == '.' ? *at : '-');
  if (anchor->len == 0)
    g_string_append (anchor, "x");

  length = anchor->len;
  base = g_strdup (anchor->str);
  next = MAX (GPOINTER_TO_UINT (g_hash_table_lookup (self->anchors, base)), 2);
  for (; g_hash_table_contains (self->anchors, anchor->str); next++)
    {
      g_string_truncate (anchor, length);
      g_string_append_printf (anchor, "-%u", next);
    }
  /* Each name with the number to try next for others that wish to be called so. */
  g_hash_table_insert (self->anchors, g_strdup (anchor->str), GUINT_TO_POINTER (2));
  g_hash_table_insert (self->anchors, g_steal_pointer (&base), GUINT_TO_POINTER (next));

  return g_strdup (anchor->str);
}

/**
 * aft_builder_add_heading:
 * @self: a builder
 * @level: 1 to 6
 * @text: its text
 * @anchor: (nullable): what its anchor should be called
 * @item: (nullable): the item it comes from
 *
 * Returns: its index, for aft_builder_drop_empty()
 */
guint
aft_builder_add_heading (AftBuilder *self,
                         guint       level,
                         const char *text,
                         const char *anchor,
                         gpointer    item)
{
  AftBlock *heading = aft_block_new (AFT_BLOCK_HEADING);

  heading->level = level;
  heading->runs = aft_runs_new_text (text, AFT_RUN_PLAIN);
  heading->anchor = anchor != NULL ? aft_builder_dup_anchor (self, anchor) : NULL;
  heading->item_id = item != NULL ? g_strdup (aft_item_get_id (item)) : NULL;
  g_ptr_array_add (self->blocks, heading);

  return self->blocks->len - 1;
}

/**
 * aft_builder_drop_empty:
 * @self: a builder
 * @heading: the index of a heading
 *
 * Takes the heading back when nothing came below it.
 */
void
aft_builder_drop_empty (AftBuilder *self,
                        guint       heading)
{
  if (self->blocks->len == heading + 1)
    {
      const AftBlock *block = g_ptr_array_index (self->blocks, heading);

      if (block->anchor != NULL)
        g_hash_table_remove (self->anchors, block->anchor);
      g_ptr_array_set_size (self->blocks, (gint) heading);
    }
}

/**
 * aft_builder_add_prose:
 * @self: a builder
 * @item: an item that the edition shows
 * @field: the name of one of its text fields, in Markdown
 * @level: the level of the heading above
 */
void
aft_builder_add_prose (AftBuilder *self,
                       gpointer    item,
                       const char *field,
                       guint       level)
{
  g_autofree char *text = aft_edition_dup_text (self->edition, item, field);

  aft_prose_append (self->blocks, text, level, aft_item_get_id (item));
}

/**
 * aft_builder_add_label:
 * @self: a builder
 * @blocks: where to
 * @text: what the next block is
 */
void
aft_builder_add_label (AftBuilder *self,
                       GPtrArray  *blocks,
                       const char *text)
{
  g_ptr_array_add (blocks, aft_block_new_paragraph (AFT_PARAGRAPH_LABEL, aft_runs_new_text (text, AFT_RUN_PLAIN)));
}

/**
 * aft_builder_add_link:
 * @self: a builder
 * @runs: where to
 * @item: an item that the edition shows
 * @field: the name of the field that holds an address
 * @text: what stands there; the address itself where it is empty
 * @style: what it is
 *
 * Adds a link, or the text alone where there is no address that a report may lead to. Such an
 * address isn't lost: it stands behind the text.
 */
void
aft_builder_add_link (AftBuilder  *self,
                      AftRuns     *runs,
                      gpointer     item,
                      const char  *field,
                      const char  *text,
                      AftRunStyle  style)
{
  g_autofree char *link = aft_builder_dup_text (self, item, field);

  if (link[0] == '\0')
    aft_runs_add (runs, text, style, NULL);
  else if (text[0] == '\0')
    aft_runs_add (runs, link, style, link);
  else
    {
      aft_runs_add (runs, text, style, link);
      if (!aft_link_is_safe (link))
        {
          g_autofree char *behind = g_strdup_printf (" (%s)", link);

          aft_runs_add (runs, behind, style | AFT_RUN_QUIET, NULL);
        }
    }
}

/**
 * aft_builder_new_table:
 * @self: a builder
 * @n_columns: how many columns
 * @first: the head of the first column
 * @...: the heads of the others, ended by %NULL
 *
 * Returns: (transfer full): a table with a head
 */
AftBlockTable *
aft_builder_new_table (AftBuilder *self,
                       guint       n_columns,
                       const char *first,
                       ...)
{
  AftBlockTable *table = aft_block_table_new (AFT_TABLE_GRID, n_columns);
  AftTableRow *head = aft_block_table_add_head (table);
  va_list labels;

  va_start (labels, first);
  for (const char *label = first; label != NULL; label = va_arg (labels, const char *))
    aft_table_row_add (head, aft_runs_new_text (label, AFT_RUN_PLAIN));
  va_end (labels);

  return table;
}

/**
 * aft_builder_add_table:
 * @self: a builder
 * @table: (transfer full): a table
 *
 * Returns: (transfer none) (nullable): its block; nothing where it has no rows
 */
AftBlock *
aft_builder_add_table (AftBuilder    *self,
                       AftBlockTable *table)
{
  AftBlock *block = aft_block_new_table (table);

  if (table->rows->len == 0)
    {
      aft_block_free (block);
      return NULL;
    }

  g_ptr_array_add (self->blocks, block);
  return block;
}

/* The questions of a section; one that nobody answered is guidance, not report. */
static void
add_questions (AftBuilder *self,
               AftSection *section)
{
  g_autoptr(GPtrArray) questions = aft_builder_list_items (self, aft_section_get_questions (section));

  for (guint i = 0; i < questions->len; i++)
    {
      AftItem *item = g_ptr_array_index (questions, i);
      g_autofree char *question = aft_builder_dup_text (self, item, "question");
      g_autofree char *answer = aft_builder_dup_text (self, item, "answer");
      const guint label = self->blocks->len;

      if (answer[0] == '\0')
        continue;

      aft_builder_add_label (self, self->blocks, question);
      ((AftBlock *) g_ptr_array_index (self->blocks, label))->item_id = g_strdup (aft_item_get_id (item));
      aft_prose_append (self->blocks, answer, 6, aft_item_get_id (item));
    }
}

static void
add_summary (AftBuilder *self,
             AftSection *section)
{
  g_autofree char *line = aft_builder_dup_text (self, section, "one-line");
  g_autofree char *surprise = aft_builder_dup_text (self, section, "surprise");

  if (line[0] != '\0')
    {
      AftBlock *lead = aft_block_new_paragraph (AFT_PARAGRAPH_LEAD, aft_runs_new_text (line, AFT_RUN_PLAIN));

      lead->item_id = g_strdup (aft_item_get_id (AFT_ITEM (section)));
      g_ptr_array_add (self->blocks, lead);
    }

  aft_builder_add_prose (self, section, "text", 2);
  if (surprise[0] != '\0')
    {
      aft_builder_add_heading (self, 3, self->words->surprise, "surprise", section);
      aft_prose_append (self->blocks, surprise, 3, aft_item_get_id (AFT_ITEM (section)));
    }
}

/* What belongs to a kind of section besides its prose. */
static void
add_contents (AftBuilder     *self,
              AftSectionKind  kind)
{
  switch (kind)
    {
    case AFT_SECTION_LEAD_UP: aft_builder_add_lead_up (self); break;
    case AFT_SECTION_IMPACT: aft_builder_add_impact (self); break;
    case AFT_SECTION_TIMELINE: aft_builder_add_timeline (self); break;
    case AFT_SECTION_ANALYSIS: aft_builder_add_analysis (self); break;
    case AFT_SECTION_FACTORS: aft_builder_add_factors (self); break;
    case AFT_SECTION_OBSERVATIONS: aft_builder_add_observations (self); break;
    case AFT_SECTION_LESSONS: aft_builder_add_lessons (self); break;
    case AFT_SECTION_OPEN_QUESTIONS: aft_builder_add_open_questions (self); break;
    case AFT_SECTION_RELATED: aft_builder_add_related (self); break;
    case AFT_SECTION_GLOSSARY: aft_builder_add_glossary (self); break;
    case AFT_SECTION_FIGURES: aft_builder_add_figures (self); break;
    case AFT_SECTION_OTHER:
    case AFT_SECTION_SUMMARY:
    case AFT_SECTION_BACKGROUND:
    case AFT_SECTION_DETECTION:
    case AFT_SECTION_DIAGNOSIS:
    case AFT_SECTION_MITIGATION:
    case AFT_SECTION_RESOLUTION:
    case AFT_SECTION_KNOWN_BEFORE:
    default: break;
    }
}

static const char *
get_section_heading (AftBuilder     *self,
                     AftSectionKind  kind)
{
  if (kind == AFT_SECTION_ANALYSIS && aft_document_get_method (self->document) == AFT_METHOD_HOW)
    return self->words->analysis_how;

  return self->words->sections[MIN ((guint) kind, G_N_ELEMENTS (self->words->sections) - 1)];
}

static void
add_section (AftBuilder *self,
             AftSection *section,
             gboolean    with_contents)
{
  const AftSectionKind kind = aft_section_get_kind (section);
  g_autofree char *title = aft_builder_dup_text (self, section, "title");
  const char *nick = aft_choice_get_nick (AFT_TYPE_SECTION_KIND, kind);
  const guint heading = aft_builder_add_heading (self, 2, title[0] != '\0' ? title : get_section_heading (self, kind),
                                                 nick != NULL ? nick : "section", section);

  if (kind == AFT_SECTION_SUMMARY)
    add_summary (self, section);
  else
    aft_builder_add_prose (self, section, "text", 2);

  if (with_contents)
    add_contents (self, kind);
  add_questions (self, section);
  aft_builder_drop_empty (self, heading);
}

/* Sections in their order; then what the document holds although no section asks for it. A kind
 * whose section the edition leaves out is left out with all it holds. */
static void
add_sections (AftBuilder *self)
{
  static const AftSectionKind kinds[] = {
    AFT_SECTION_LEAD_UP, AFT_SECTION_IMPACT, AFT_SECTION_TIMELINE, AFT_SECTION_ANALYSIS, AFT_SECTION_FACTORS,
    AFT_SECTION_OBSERVATIONS, AFT_SECTION_LESSONS, AFT_SECTION_OPEN_QUESTIONS, AFT_SECTION_RELATED,
    AFT_SECTION_GLOSSARY, AFT_SECTION_FIGURES,
  };
  GListModel *sections = aft_document_get_sections (self->document);
  guint seen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr(AftSection) section = g_list_model_get_item (sections, i);
      const guint kind = 1u << aft_section_get_kind (section);

      if (aft_builder_shows (self, section))
        add_section (self, section, (seen & kind) == 0);
      seen |= kind;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((seen & (1u << kinds[i])) == 0)
      {
        const guint heading = aft_builder_add_heading (self, 2, get_section_heading (self, kinds[i]),
                                                       aft_choice_get_nick (AFT_TYPE_SECTION_KIND, kinds[i]), NULL);

        add_contents (self, kinds[i]);
        aft_builder_drop_empty (self, heading);
      }
}

static void
set_subject (AftBuilder *self)
{
  GListModel *sections = aft_document_get_sections (self->document);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr(AftSection) section = g_list_model_get_item (sections, i);

      if (aft_section_get_kind (section) == AFT_SECTION_SUMMARY && aft_builder_shows (self, section))
        {
          g_free (self->report->subject);
          self->report->subject = aft_builder_dup_text (self, section, "one-line");
          return;
        }
    }
}

/**
 * aft_report_build_full:
 * @document: a document
 * @options: for whom, and how
 *
 * Returns: (transfer full): the report
 */
AftReport *
aft_report_build_full (AftDocument            *document,
                       const AftReportOptions *options)
{
  g_autoptr(GHashTable) anchors = NULL;
  AftBuilder builder = { document, options->edition };

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  builder.report = aft_report_new (options->edition, aft_document_get_language (document));
  builder.words = builder.report->words;
  builder.today = options->today;
  builder.zone_name = options->zone != NULL && aft_zone_is_known (options->zone)
                        ? g_strdup (options->zone)
                        : aft_chronology_get_zone_name (document);
  builder.zone = aft_zone_new (builder.zone_name);
  builder.blocks = builder.report->blocks;
  builder.anchors = anchors;

  set_subject (&builder);
  aft_builder_add_title (&builder);
  add_sections (&builder);
  if (options->edition == AFT_EDITION_TEAM)
    aft_builder_add_appendix (&builder);
  aft_builder_collect_tables (&builder);

  g_time_zone_unref (builder.zone);
  g_free (builder.zone_name);

  return builder.report;
}

/**
 * aft_report_build:
 * @document: a document
 * @edition: for whom
 * @zone: (nullable): the zone in which times are shown; that of the document where it is %NULL
 *
 * Returns: (transfer full): the report; nothing in it is marked as overdue, see
 *   aft_report_build_full()
 */
AftReport *
aft_report_build (AftDocument *document,
                  AftEdition   edition,
                  const char  *zone)
{
  const AftReportOptions options = { edition, zone, NULL };

  return aft_report_build_full (document, &options);
}

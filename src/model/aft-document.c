/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-action-item.h"
#include "aft-corrective-action.h"
#include "aft-document-private.h"
#include "aft-enums.h"
#include "aft-event.h"
#include "aft-factor.h"
#include "aft-figure.h"
#include "aft-history-private.h"
#include "aft-incident.h"
#include "aft-item-private.h"
#include "aft-lesson.h"
#include "aft-meeting.h"
#include "aft-observation.h"
#include "aft-open-question.h"
#include "aft-problem.h"
#include "aft-publication.h"
#include "aft-reference.h"
#include "aft-role.h"
#include "aft-section.h"
#include "aft-term.h"
#include "aft-todo.h"

/**
 * AftDocument:
 *
 * A postmortem: the root of a tree of items. It owns the history through which it changes and
 * knows every item by its id, and who refers to it.
 */
G_DEFINE_FINAL_TYPE (AftDocument, aft_document, AFT_TYPE_ITEM)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the table. */
enum
{
  FIELD_TITLE,
  FIELD_TITLE_WIDER,
  FIELD_LANGUAGE,
  FIELD_STATE,
  FIELD_SEVERITY,
  FIELD_TAGS,
  FIELD_ZONE,
  FIELD_REFERENCE,
  FIELD_TEMPLATE,
  FIELD_METHOD,
  FIELD_DEFAULT_AUDIENCE,
  FIELD_AUDIENCE,
};

enum
{
  LIST_ROLES,
  LIST_MEETINGS,
  LIST_TODOS,
  LIST_PUBLICATIONS,
  LIST_SECTIONS,
  LIST_INCIDENTS,
  LIST_EVENTS,
  LIST_PROBLEMS,
  LIST_FACTORS,
  LIST_OBSERVATIONS,
  LIST_LESSONS,
  LIST_OTHER_ACTIONS,
  LIST_OTHER_ITEMS,
  LIST_OPEN_QUESTIONS,
  LIST_REFERENCES,
  LIST_GLOSSARY,
  LIST_FIGURES,
};

static const AftField fields[] = {
  { "title", AFT_FIELD_TEXT, N_("Title"), NULL, 0, 0, 0, AFT_FIELD_REQUIRED | AFT_FIELD_WIDER },
  { "language", AFT_FIELD_TEXT, N_("Language of the report") },
  { "state", AFT_FIELD_CHOICE, N_("State"), aft_document_state_get_type },
  { "severity", AFT_FIELD_TEXT, N_("Severity") },
  { "tags", AFT_FIELD_WORDS, N_("Tags") },
  { "zone", AFT_FIELD_TEXT, N_("Time zone") },
  { "reference", AFT_FIELD_TEXT, N_("Reference number") },
  { "template", AFT_FIELD_TEXT, N_("Template") },
  { "method", AFT_FIELD_CHOICE, N_("Method"), aft_method_get_type },
  { "default-audience", AFT_FIELD_CHOICE, N_("Audience by default"), aft_audience_get_type },
};

static const AftChildList lists[] = {
  { "roles", N_("Roles"), aft_role_get_type },
  { "meetings", N_("Meetings"), aft_meeting_get_type },
  { "todos", N_("To-do"), aft_todo_get_type },
  { "publications", N_("Publications"), aft_publication_get_type },
  { "sections", N_("Sections"), aft_section_get_type },
  { "incidents", N_("Incidents"), aft_incident_get_type },
  { "events", N_("Events"), aft_event_get_type },
  { "problems", N_("Problems"), aft_problem_get_type },
  { "factors", N_("Contributing factors"), aft_factor_get_type },
  { "observations", N_("Observations"), aft_observation_get_type },
  { "lessons", N_("Lessons"), aft_lesson_get_type },
  { "other-actions", N_("Other corrective actions"), aft_corrective_action_get_type },
  { "other-items", N_("Other action items"), aft_action_item_get_type },
  { "open-questions", N_("Open questions"), aft_open_question_get_type },
  { "references", N_("Related items"), aft_reference_get_type },
  { "glossary", N_("Glossary"), aft_term_get_type },
  { "figures", N_("Figures"), aft_figure_get_type },
};

static const AftItemTable table = {
  "document", N_("Document"), fields, G_N_ELEMENTS (fields), lists, G_N_ELEMENTS (lists)
};

static void
aft_document_constructed (GObject *object)
{
  AftDocument *self = AFT_DOCUMENT (object);

  G_OBJECT_CLASS (aft_document_parent_class)->constructed (object);

  self->history = aft_history_new (self);
  g_hash_table_insert (self->items, (char *) aft_item_get_id (AFT_ITEM (self)), self);
}

static void
aft_document_finalize (GObject *object)
{
  AftDocument *self = AFT_DOCUMENT (object);

  g_object_unref (self->history);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->referrers);
  g_clear_pointer (&self->key_events, g_ptr_array_unref);

  G_OBJECT_CLASS (aft_document_parent_class)->finalize (object);
}

static void
aft_document_class_init (AftDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = aft_document_constructed;
  object_class->finalize = aft_document_finalize;

  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);

  /**
   * AftDocument::edited:
   *
   * A transaction, an undo or a redo is complete. Views that are laid out as a whole follow this.
   */
  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_document_init (AftDocument *self)
{
  self->items = g_hash_table_new (g_str_hash, g_str_equal);
  self->referrers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * aft_document_new:
 *
 * Makes an empty document that is still being built: nothing is recorded until
 * aft_document_set_ready().
 *
 * Returns: (transfer full): a new document
 */
AftDocument *
aft_document_new (void)
{
  return g_object_new (AFT_TYPE_DOCUMENT, NULL);
}

/**
 * aft_document_set_ready:
 * @self: a document
 *
 * From here on every change is an edit.
 */
void
aft_document_set_ready (AftDocument *self)
{
  g_return_if_fail (AFT_IS_DOCUMENT (self));

  self->ready = TRUE;
}

/**
 * aft_document_is_ready:
 * @self: a document
 *
 * Returns: whether it is built, so that every change is an edit
 */
gboolean
aft_document_is_ready (AftDocument *self)
{
  return self->ready;
}

/**
 * aft_document_get_history:
 * @self: a document
 *
 * Returns: (transfer none): the way in which it changes
 */
AftHistory *
aft_document_get_history (AftDocument *self)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (self), NULL);

  return self->history;
}

/**
 * aft_document_find:
 * @self: a document
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the item of the document that has it
 */
AftItem *
aft_document_find (AftDocument *self,
                   const char  *id)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (self), NULL);

  return g_hash_table_lookup (self->items, id);
}

/**
 * aft_document_claim_id:
 * @self: a document that is still being built
 * @item: an item of it, or one that will be
 * @id: the id it is to have
 *
 * Returns: %FALSE where another item has that id
 */
gboolean
aft_document_claim_id (AftDocument *self,
                       AftItem     *item,
                       const char  *id)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (self) && !self->ready, FALSE);

  if (g_hash_table_contains (self->items, id))
    return FALSE;

  if (aft_item_get_document (item) == self)
    g_hash_table_remove (self->items, aft_item_get_id (item));
  aft_item_set_id_before_use (item, id);
  if (aft_item_get_document (item) == self)
    g_hash_table_insert (self->items, (char *) aft_item_get_id (item), item);

  return TRUE;
}

void
aft_document_emit_edited (AftDocument *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

const char *
aft_document_get_title (AftDocument *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TITLE);
}

const char *
aft_document_get_title_wider (AftDocument *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TITLE_WIDER);
}

const char *
aft_document_get_language (AftDocument *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_LANGUAGE);
}

AftDocumentState
aft_document_get_state (AftDocument *self)
{
  return (AftDocumentState) aft_item_get_integer (AFT_ITEM (self), FIELD_STATE);
}

const char *
aft_document_get_severity (AftDocument *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_SEVERITY);
}

const char *const *
aft_document_get_tags (AftDocument *self)
{
  return aft_item_get_words (AFT_ITEM (self), FIELD_TAGS);
}

const char *
aft_document_get_zone (AftDocument *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_ZONE);
}

const char *
aft_document_get_reference (AftDocument *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_REFERENCE);
}

const char *
aft_document_get_template (AftDocument *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEMPLATE);
}

AftMethod
aft_document_get_method (AftDocument *self)
{
  return (AftMethod) aft_item_get_integer (AFT_ITEM (self), FIELD_METHOD);
}

AftAudience
aft_document_get_default_audience (AftDocument *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_DEFAULT_AUDIENCE);
}

AftAudience
aft_document_get_audience (AftDocument *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

GListModel *
aft_document_get_roles (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_ROLES);
}

GListModel *
aft_document_get_meetings (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_MEETINGS);
}

GListModel *
aft_document_get_todos (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_TODOS);
}

GListModel *
aft_document_get_publications (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_PUBLICATIONS);
}

GListModel *
aft_document_get_sections (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_SECTIONS);
}

GListModel *
aft_document_get_incidents (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_INCIDENTS);
}

GListModel *
aft_document_get_events (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_EVENTS);
}

GListModel *
aft_document_get_problems (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_PROBLEMS);
}

GListModel *
aft_document_get_factors (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_FACTORS);
}

GListModel *
aft_document_get_observations (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_OBSERVATIONS);
}

GListModel *
aft_document_get_lessons (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_LESSONS);
}

GListModel *
aft_document_get_other_actions (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_OTHER_ACTIONS);
}

GListModel *
aft_document_get_other_items (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_OTHER_ITEMS);
}

GListModel *
aft_document_get_open_questions (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_OPEN_QUESTIONS);
}

GListModel *
aft_document_get_references (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_REFERENCES);
}

GListModel *
aft_document_get_glossary (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_GLOSSARY);
}

GListModel *
aft_document_get_figures (AftDocument *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_FIGURES);
}

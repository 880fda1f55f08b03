/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-formats"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "aft-incident.h"
#include "aft-response-question.h"
#include "aft-template.h"
#include "aft-templates-resource.h"

#define RESOURCE_FOLDER "/app/afterword/Afterword/templates/"

/* In the order in which they are offered. */
static const char *const template_ids[] = {
  "course-correction", "google-sre", "jdharris-coe", "pagerduty", "atlassian", "minimal",
};

typedef struct
{
  AftSectionKind  kind;
  char           *title;
  char           *guidance;
  GStrv           questions;
  gboolean        required;
} TemplateSection;

/**
 * AftTemplate:
 *
 * Which sections a document begins with, in which order, and what to write in each. What it says
 * comes translated.
 */
struct _AftTemplate
{
  GObject    parent_instance;

  /* Owned */
  char      *id;
  char      *name;
  char      *description;
  char      *origin;
  char      *symbol;
  GPtrArray *sections;

  AftMethod  method;
};

G_DEFINE_FINAL_TYPE (AftTemplate, aft_template, G_TYPE_OBJECT)

static void
template_section_free (gpointer data)
{
  TemplateSection *section = data;

  g_free (section->title);
  g_free (section->guidance);
  g_strfreev (section->questions);
  g_free (section);
}

static char *
dup_member (JsonObject *object,
            const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, ""));
}

static char *
dup_translated (JsonObject *object,
                const char *name)
{
  const char *text = json_object_get_string_member_with_default (object, name, "");

  return g_strdup (text[0] != '\0' ? g_dgettext (GETTEXT_PACKAGE, text) : "");
}

static TemplateSection *
read_section (JsonObject *object)
{
  TemplateSection *section = g_new0 (TemplateSection, 1);
  g_autoptr(GStrvBuilder) questions = g_strv_builder_new ();
  int kind = AFT_SECTION_OTHER;

  if (!aft_choice_from_nick (AFT_TYPE_SECTION_KIND, json_object_get_string_member_with_default (object, "kind", ""), &kind))
    g_warning ("A template has a section of an unknown kind");

  section->kind = (AftSectionKind) kind;
  section->title = dup_translated (object, "title");
  section->guidance = dup_translated (object, "guidance");
  section->required = json_object_get_boolean_member_with_default (object, "required", FALSE);

  if (json_object_has_member (object, "questions"))
    {
      JsonArray *array = json_object_get_array_member (object, "questions");

      for (guint i = 0; i < json_array_get_length (array); i++)
        g_strv_builder_add (questions, g_dgettext (GETTEXT_PACKAGE, json_array_get_string_element (array, i)));
    }
  section->questions = g_strv_builder_end (questions);

  return section;
}

static AftTemplate *
template_load (const char *id)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, id, ".json", NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  AftTemplate *self;
  JsonObject *object;
  JsonArray *sections;
  int method = AFT_METHOD_FIVE_WHYS;

  bytes = g_resource_lookup_data (aft_templates_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL ||
      !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("The template “%s” is broken: %s", id, error->message);

  object = json_node_get_object (json_parser_get_root (parser));
  self = g_object_new (AFT_TYPE_TEMPLATE, NULL);
  self->id = dup_member (object, "id");
  self->name = dup_translated (object, "name");
  self->description = dup_translated (object, "description");
  self->origin = dup_member (object, "origin");
  self->symbol = dup_member (object, "symbol");
  aft_choice_from_nick (AFT_TYPE_METHOD, json_object_get_string_member_with_default (object, "method", ""), &method);
  self->method = (AftMethod) method;

  sections = json_object_get_array_member (object, "sections");
  for (guint i = 0; i < json_array_get_length (sections); i++)
    g_ptr_array_add (self->sections, read_section (json_array_get_object_element (sections, i)));

  return self;
}

static TemplateSection *
find_section (AftTemplate *self,
              AftSection  *section)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      TemplateSection *candidate = self->sections->pdata[i];

      if (candidate->kind != aft_section_get_kind (section))
        continue;
      if (candidate->kind != AFT_SECTION_OTHER || strcmp (candidate->title, aft_section_get_title (section)) == 0)
        return candidate;
    }

  return NULL;
}

static gboolean
has_question (AftSection *section,
              const char *text)
{
  GListModel *questions = aft_section_get_questions (section);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr(AftResponseQuestion) question = g_list_model_get_item (questions, i);

      if (strcmp (aft_response_question_get_question (question), text) == 0)
        return TRUE;
    }

  return FALSE;
}

static AftSection *
create_section (const TemplateSection *row)
{
  AftSection *section = aft_section_new ();

  g_object_set (section, "kind", row->kind, "title", row->title, NULL);
  for (gsize i = 0; row->questions[i] != NULL; i++)
    {
      g_autoptr(AftResponseQuestion) question = aft_response_question_new ();

      g_object_set (question, "question", row->questions[i], NULL);
      aft_item_adopt (AFT_ITEM (section), "questions", AFT_ITEM (question));
    }

  return section;
}

/* The section of the document at @from or behind it that stands for a row of the template. */
static AftSection *
find_in_document (AftTemplate           *self,
                  AftDocument           *document,
                  const TemplateSection *row,
                  guint                  from)
{
  GListModel *sections = aft_document_get_sections (document);

  for (guint i = from; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr(AftSection) section = g_list_model_get_item (sections, i);

      /* The list keeps it alive. */
      if (find_section (self, section) == row)
        return section;
    }

  return NULL;
}

static gboolean
says_nothing (AftSection *section)
{
  GListModel *questions = aft_section_get_questions (section);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr(AftResponseQuestion) question = g_list_model_get_item (questions, i);

      if (aft_response_question_get_answer (question)[0] != '\0')
        return FALSE;
    }

  return aft_section_get_text (section)[0] == '\0' && aft_section_get_text_wider (section)[0] == '\0' &&
         aft_section_get_one_line (section)[0] == '\0' && aft_section_get_surprise (section)[0] == '\0' &&
         aft_item_get_raw (AFT_ITEM (section)) == NULL;
}

static void
add_missing_questions (AftHistory            *history,
                       AftSection            *section,
                       const TemplateSection *row)
{
  for (gsize i = 0; row->questions[i] != NULL; i++)
    if (!has_question (section, row->questions[i]))
      {
        g_autoptr(AftResponseQuestion) question = aft_response_question_new ();

        g_object_set (question, "question", row->questions[i], NULL);
        aft_history_insert (history, AFT_ITEM (section), "questions", G_MAXUINT, AFT_ITEM (question));
      }
}

static void
drop_empty_sections (AftTemplate *self,
                     AftDocument *document,
                     guint        from)
{
  GListModel *sections = aft_document_get_sections (document);

  for (guint i = g_list_model_get_n_items (sections); i > from; i--)
    {
      g_autoptr(AftSection) section = g_list_model_get_item (sections, i - 1);

      if (says_nothing (section))
        aft_history_remove (aft_document_get_history (document), AFT_ITEM (section));
    }
}

static void
aft_template_finalize (GObject *object)
{
  AftTemplate *self = AFT_TEMPLATE (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_free (self->origin);
  g_free (self->symbol);
  g_ptr_array_unref (self->sections);

  G_OBJECT_CLASS (aft_template_parent_class)->finalize (object);
}

static void
aft_template_class_init (AftTemplateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_template_finalize;
}

static void
aft_template_init (AftTemplate *self)
{
  self->sections = g_ptr_array_new_with_free_func (template_section_free);
}

/**
 * aft_template_list:
 *
 * Returns: (transfer container) (element-type AftTemplate): all templates, the most complete first
 */
GPtrArray *
aft_template_list (void)
{
  static GPtrArray *templates;

  if (g_once_init_enter (&templates))
    {
      GPtrArray *loaded = g_ptr_array_new_with_free_func (g_object_unref);

      for (gsize i = 0; i < G_N_ELEMENTS (template_ids); i++)
        g_ptr_array_add (loaded, template_load (template_ids[i]));
      g_once_init_leave (&templates, loaded);
    }

  return g_ptr_array_ref (templates);
}

/**
 * aft_template_find:
 * @id: such as "google-sre"
 *
 * Returns: (transfer none) (nullable): the template with that id
 */
AftTemplate *
aft_template_find (const char *id)
{
  g_autoptr(GPtrArray) templates = aft_template_list ();

  for (guint i = 0; i < templates->len; i++)
    if (strcmp (aft_template_get_id (templates->pdata[i]), id) == 0)
      return templates->pdata[i];

  return NULL;
}

/**
 * aft_template_get_id:
 * @self: a template
 *
 * Returns: (transfer none): its id
 */
const char *
aft_template_get_id (AftTemplate *self)
{
  return self->id;
}

/**
 * aft_template_get_name:
 * @self: a template
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
aft_template_get_name (AftTemplate *self)
{
  return self->name;
}

/**
 * aft_template_get_description:
 * @self: a template
 *
 * Returns: (transfer none): what it is good for, translated
 */
const char *
aft_template_get_description (AftTemplate *self)
{
  return self->description;
}

/**
 * aft_template_get_origin:
 * @self: a template
 *
 * Returns: (transfer none): who writes postmortems so
 */
const char *
aft_template_get_origin (AftTemplate *self)
{
  return self->origin;
}

/**
 * aft_template_get_symbol:
 * @self: a template
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
aft_template_get_symbol (AftTemplate *self)
{
  return self->symbol;
}

/**
 * aft_template_get_guidance:
 * @self: a template
 * @section: a section of a document
 *
 * Returns: (transfer none): what to write there, translated; what another template says where this
 *   one has no such section
 */
const char *
aft_template_get_guidance (AftTemplate *self,
                           AftSection  *section)
{
  TemplateSection *row;
  AftTemplate *fullest;

  g_return_val_if_fail (AFT_IS_TEMPLATE (self), "");

  row = find_section (self, section);
  fullest = aft_template_find (template_ids[0]);
  if (row == NULL && aft_section_get_kind (section) != AFT_SECTION_OTHER)
    row = find_section (fullest, section);

  return row != NULL ? row->guidance : "";
}

/**
 * aft_template_is_required:
 * @self: a template
 * @section: a section of a document
 *
 * Returns: whether review asks for it when it is empty
 */
gboolean
aft_template_is_required (AftTemplate *self,
                          AftSection  *section)
{
  TemplateSection *row;

  g_return_val_if_fail (AFT_IS_TEMPLATE (self), FALSE);

  row = find_section (self, section);

  return row != NULL && row->required;
}

static void
set_defaults (AftDocument *document)
{
  g_autoptr(GTimeZone) local = g_time_zone_new_local ();
  const char *zone = g_time_zone_get_identifier (local);

  /* Translators: the code of your language, such as de: questions come in it, and so does the report */
  g_object_set (document, "language", C_("language code", "en"), NULL);
  if (aft_zone_is_known (zone))
    g_object_set (document, "zone", zone, NULL);
}

/**
 * aft_template_create_document:
 * @self: a template
 * @title: the title of the document, may be empty
 *
 * Returns: (transfer full): a new document with the sections of the template, one incident, the
 *   language and zone of whoever makes it, and no edit in its history
 */
AftDocument *
aft_template_create_document (AftTemplate *self,
                              const char  *title)
{
  AftDocument *document = aft_document_new ();
  g_autoptr(AftIncident) incident = aft_incident_new ();

  g_return_val_if_fail (AFT_IS_TEMPLATE (self), document);

  g_object_set (document, "title", title, "template", self->id, "method", self->method, NULL);
  set_defaults (document);
  for (guint i = 0; i < self->sections->len; i++)
    {
      g_autoptr(AftSection) section = create_section (self->sections->pdata[i]);

      aft_item_adopt (AFT_ITEM (document), "sections", AFT_ITEM (section));
    }
  aft_item_adopt (AFT_ITEM (document), "incidents", AFT_ITEM (incident));
  aft_document_set_ready (document);

  return document;
}

/**
 * aft_template_apply:
 * @self: a template
 * @document: a document
 *
 * Gives a document the sections of another template, in its order, as one edit. Nothing that
 * anybody wrote is lost: sections the template doesn't have stay behind its own, and only those in
 * which nothing stands go.
 */
void
aft_template_apply (AftTemplate *self,
                    AftDocument *document)
{
  AftHistory *history;

  g_return_if_fail (AFT_IS_TEMPLATE (self) && AFT_IS_DOCUMENT (document));

  history = aft_document_get_history (document);
  aft_history_commit (history);
  aft_history_begin (history, _("Change Template"));
  g_object_set (document, "template", self->id, "method", self->method, NULL);

  for (guint i = 0; i < self->sections->len; i++)
    {
      const TemplateSection *row = self->sections->pdata[i];
      AftSection *section = find_in_document (self, document, row, i);

      if (section != NULL)
        {
          aft_history_move (history, AFT_ITEM (section), AFT_ITEM (document), "sections", i);
          add_missing_questions (history, section, row);
        }
      else
        {
          g_autoptr(AftSection) added = create_section (row);

          aft_history_insert (history, AFT_ITEM (document), "sections", i, AFT_ITEM (added));
        }
    }
  drop_empty_sections (self, document, self->sections->len);

  aft_history_end (history);
}

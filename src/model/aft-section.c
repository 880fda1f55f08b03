/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-response-question.h"
#include "aft-section.h"

/**
 * AftSection:
 *
 * A section of the report: its place, its prose and its questions.
 */
struct _AftSection
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftSection, aft_section, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_TITLE,
  FIELD_KIND,
  FIELD_ONE_LINE,
  FIELD_ONE_LINE_WIDER,
  FIELD_TEXT,
  FIELD_TEXT_WIDER,
  FIELD_SURPRISE,
  FIELD_SURPRISE_WIDER,
  FIELD_AUDIENCE,
};

enum
{
  LIST_QUESTIONS,
};

static const AftField fields[] = {
  { "title", AFT_FIELD_TEXT, N_("Title") },
  { "kind", AFT_FIELD_CHOICE, N_("Kind"), aft_section_kind_get_type },
  { "one-line", AFT_FIELD_TEXT, N_("In one line"), NULL, 0, 0, 0, AFT_FIELD_WIDER },
  { "text", AFT_FIELD_PROSE, N_("What happened"), NULL, 0, 0, 0, AFT_FIELD_WIDER },
  { "surprise", AFT_FIELD_PROSE, N_("Why were we surprised?"), NULL, 0, 0, 0, AFT_FIELD_WIDER },
};

static const AftChildList lists[] = {
  { "questions", N_("Questions"), aft_response_question_get_type },
};

static const AftItemTable table = {
  "section", N_("Section"), fields, G_N_ELEMENTS (fields), lists, G_N_ELEMENTS (lists)
};

static void
aft_section_class_init (AftSectionClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_section_init (AftSection *self)
{
}

/**
 * aft_section_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftSection *
aft_section_new (void)
{
  return g_object_new (AFT_TYPE_SECTION, NULL);
}

const char *
aft_section_get_title (AftSection *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TITLE);
}

AftSectionKind
aft_section_get_kind (AftSection *self)
{
  return (AftSectionKind) aft_item_get_integer (AFT_ITEM (self), FIELD_KIND);
}

const char *
aft_section_get_one_line (AftSection *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_ONE_LINE);
}

const char *
aft_section_get_one_line_wider (AftSection *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_ONE_LINE_WIDER);
}

const char *
aft_section_get_text (AftSection *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT);
}

const char *
aft_section_get_text_wider (AftSection *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_TEXT_WIDER);
}

const char *
aft_section_get_surprise (AftSection *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_SURPRISE);
}

const char *
aft_section_get_surprise_wider (AftSection *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_SURPRISE_WIDER);
}

AftAudience
aft_section_get_audience (AftSection *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

GListModel *
aft_section_get_questions (AftSection *self)
{
  return aft_item_get_nth_list (AFT_ITEM (self), LIST_QUESTIONS);
}
